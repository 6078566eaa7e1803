//! Events that a document dates, found by how their names end: 笔试 is that of 教师公开招聘笔试.

use std::collections::HashMap;

use crate::phrase::when::Moment;

/// What was dated, and when it is.
#[derive(Debug)]
pub(super) struct Event<'r> {
    /// The number of the block in which it is dated.
    pub(super) block: usize,
    pub(super) name: &'r str,
    pub(super) start: Moment,
    pub(super) end: Moment,
}

/// All of them, block after block.
#[derive(Debug, Default)]
pub(super) struct Events<'r> {
    all: Vec<Event<'r>>,
    /// The numbers of those whose names end so, in order; and of those of one day among them.
    of_any_length: Endings<'r>,
    of_one_day: Endings<'r>,
}

type Endings<'r> = HashMap<&'r str, Vec<u32>>;

impl<'r> Events<'r> {
    /// Whether there are none.
    pub(super) const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Puts one behind the others, which stand in the same block or before it.
    pub(super) fn push(&mut self, event: Event<'r>) {
        let number = self.all.len() as u32;
        // 汛期 is as good as a day
        let short = event.start.date == event.end.date || event.name.ends_with("汛期");
        let whole = event.name.trim_end_matches("活动");
        // 笔试 is the 考试 that has a day
        let other = if event.name.ends_with("笔试") { "考试" } else { "" };
        let names = [event.name, if whole.len() < event.name.len() { whole } else { "" }, other];
        for ending in names.into_iter().flat_map(endings) {
            for (endings, listed) in [(&mut self.of_any_length, true), (&mut self.of_one_day, short)] {
                if listed {
                    let numbers = endings.entry(ending).or_default();
                    // an ending of both names
                    if numbers.last() != Some(&number) {
                        numbers.push(number);
                    }
                }
            }
        }
        self.all.push(event);
    }

    /// The event that is called `name`, where one of `one_day` is meant or any: the last up to `block`, else the first.
    pub(super) fn called(&self, name: &str, one_day: bool, block: usize) -> Option<&Event<'r>> {
        let endings = if one_day { &self.of_one_day } else { &self.of_any_length };
        let numbers = endings.get(name)?;
        let known = numbers.partition_point(|number| self.all[*number as usize].block <= block);
        Some(&self.all[numbers[known.saturating_sub(1)] as usize])
    }
}

/// The last two characters of `name`, the last three and so on, as many as a name may have that something is called by: one
/// character names nothing.
fn endings(name: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 40;
    name.char_indices().rev().take(LONGEST).skip(1).map(|(at, _)| &name[at..])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn events_are_called_by_how_their_names_end() {
        let at = |day| Moment { date: date(2024, 6, day), clock: None };
        let mut events = Events::default();
        for (block, name, start, end) in
            [(1, "公开招聘笔试", 1, 1), (2, "宣传月活动", 1, 30), (4, "教师招聘笔试", 8, 8), (5, "主汛期", 1, 30)]
        {
            events.push(Event { block, name, start: at(start), end: at(end) });
        }
        let called = |name, one_day, block| events.called(name, one_day, block).map(|event| event.block);
        assert_eq!((called("笔试", true, 3), called("招聘笔试", false, 9), called("考试", true, 0)), (Some(1), Some(4), Some(1)));
        assert_eq!((called("宣传月", false, 0), called("宣传月活动", false, 3), called("宣传月", true, 3)), (Some(2), Some(2), None));
        assert_eq!((called("汛期", true, 9), called("试", true, 9), called("面试", true, 9)), (Some(5), None, None));
    }

    #[test]
    fn many_events_are_known() {
        let names: Vec<String> = (0..500).map(|n| format!("第{n}次会议")).collect();
        let mut events = Events::default();
        let day = Moment { date: date(2024, 6, 1), clock: None };
        names.iter().enumerate().for_each(|(block, name)| events.push(Event { block, name, start: day, end: day }));
        assert!(names.iter().enumerate().all(|(block, name)| events.called(name, true, 0).is_some_and(|event| event.block == block)));
    }
}
