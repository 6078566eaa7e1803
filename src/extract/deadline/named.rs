//! Periods that the document itself dates, under the names that it gives them: 宣传月期间 after 定于4月份开展…宣传月活动,
//! 报名时间内 after 报名时间：…, 笔试当天 after 笔试时间：….
//!
//! An event alone (验收合格后, 开标前) is a condition; it is a time only where the document has said when it is.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    events::{Event, Events},
    judge::Mention,
};
use crate::{
    lexicon::{Sieve, picked, short},
    order,
    pattern::{is_han, tail},
    phrase::{
        duration::Duration,
        numeral::is_figure,
        period::{self, Edge, Unit},
        when::{Base, Inferred, Kind, Moment, Point, Resolved, Value, When},
        workday::Workdays,
    },
    reading::{Block, Place, Reading},
    span::Found,
};

/// A period under its name.
#[derive(Clone, Debug)]
pub(super) struct Period {
    /// On which side of it.
    pub(super) kind: Kind,
    /// When it is.
    pub(super) days: Resolved,
}

/// The events dated so far.
#[derive(Debug)]
pub(super) struct Names<'r> {
    /// Which days are worked.
    workdays: &'r Workdays,
    events: Events<'r>,
    /// The day on which the document takes effect, where it says so.
    effect: Option<Date>,
    /// The day of the document where it is an approval: 自批复之日起2年内.
    approval: Option<Date>,
    /// The number of the block that is being read.
    block: usize,
    /// The heading last read, for a time that stands alone under it.
    heading: &'r str,
}

/// What makes a time of an event's name, and which side of it is meant.
const TAILS: [(&str, Kind); 11] = [
    ("结束前", Kind::By),
    ("截止前", Kind::By),
    ("开始前", Kind::By),
    ("期间", Kind::During),
    ("时间范围内", Kind::During),
    ("时间内", Kind::During),
    ("期限内", Kind::During),
    ("期内", Kind::During),
    ("当天", Kind::On),
    ("当日", Kind::On),
    ("前", Kind::By),
];

static TAIL: Sieve = Sieve::new(&{
    let mut tails = [""; TAILS.len()];
    let mut n = 0;
    while n < tails.len() {
        tails[n] = TAILS[n].0;
        n += 1;
    }
    tails
});

/// No name is longer than this many characters.
const LONGEST: usize = 12;

impl<'r> Names<'r> {
    /// Before the first block.
    pub(super) fn new(workdays: &'r Workdays) -> Self {
        Self { workdays, events: Events::default(), effect: None, approval: None, block: 0, heading: "" }
    }

    /// Remembers when the document takes effect, which its last article says (本办法自2022年5月1日起施行), and the day of an
    /// approval.
    pub(super) fn note_effect(&mut self, reading: &Reading<'_>, document: Option<Date>) {
        self.approval = document.filter(|_| approves(reading));
        let base = Base { document, ..Base::default() };
        self.effect = reading.blocks.iter().rev().filter(|block| !block.times.is_empty()).find_map(|block| {
            let text = reading.text(block);
            let own = block.times.iter().filter(|found| found.value.kind == Kind::From && is_own_effect(text, &found.range));
            own.filter_map(|found| found.value.resolve(&base).start).next_back().map(|start| start.date)
        });
    }

    /// Remembers what a deadline dates: what its label names, its heading, or what is set for it.
    pub(super) fn note(&mut self, text: &'r str, place: Place, mention: &Mention<'_>) {
        let (Some(start), Some(end)) = (mention.days.start, mention.days.end) else { return };
        let at = mention.found.range.clone();
        let alone =
            place != Place::Heading && text[..at.start].trim().is_empty() && text[at.end..].trim_matches(['。', '；', ' ']).is_empty();
        let name = label(&text[..at.start])
            .or_else(|| alone.then(|| self.heading.split("时间").next().unwrap_or_default()))
            .or_else(|| set_for(text, &at));
        if let Some(name) = name.filter(|name| name.chars().count() > 1) {
            self.events.push(Event { block: self.block, name, start, end });
        }
    }

    /// The end of a `length` counted from an event that was dated: 面试结束后7日内.
    pub(super) fn counted(&self, words: &str, before: bool, length: Duration) -> Option<Resolved> {
        const TURNS: [(&str, bool); 7] =
            [("结束", true), ("完成", true), ("完毕", true), ("召开", false), ("举行", false), ("开始", false), ("之日", true)];
        let (name, closes) = TURNS.iter().find_map(|(turn, closes)| Some((words.strip_suffix(turn)?, *closes))).unwrap_or((words, !before));
        let own = self.approval.filter(|_| matches!(name, "批复" | "本批复"));
        let day = match self.effect.filter(|_| is_effect(words)).or(own) {
            Some(day) => day,
            None => self.of_name(name, Kind::During).map(|event| if closes { event.end.date } else { event.start.date })?,
        };
        let date = if before { length.before(day, self.workdays) } else { length.after(day, self.workdays) }?;
        Some(Resolved { start: None, end: Some(Moment { date, clock: None }), inferred: Inferred::EVENT })
    }

    /// Goes on to the block of number `block`; once all events are known, begins again with the first.
    pub(super) const fn enter(&mut self, block: usize) {
        self.block = block;
    }

    /// Remembers a heading until the paragraph under it is read.
    pub(super) fn pass(&mut self, text: &'r str, place: Place) {
        self.heading = if place == Place::Heading { text.trim() } else { "" };
    }

    /// Whether anything is dated.
    pub(super) const fn any(&self) -> bool {
        !self.events.is_empty()
    }

    /// The named periods in `text`; none inside `times`.
    pub(super) fn find(&self, text: &str, times: &[Found<When>]) -> Vec<Found<Period>> {
        if self.events.is_empty() {
            return Vec::new();
        }
        let free = |range: &Range<usize>| {
            let next = times.partition_point(|time| time.range.end <= range.start);
            let own = times.get(next).is_some_and(|time| time.range.start == range.start && is_year(&time.value));
            times.get(next + usize::from(own)).is_none_or(|time| {
                let same_end = range.end == time.range.end;
                range.end <= time.range.start || (same_end && (!has_day(&time.value) || is_festival(&time.value)))
            })
        };
        let named = tails(text).into_iter().map(|(n, at)| (at, TAILS[n].0.len(), TAILS[n].1));
        // 高考期间（6月7日至8日）: the bracket says it
        let dated = |range: &Range<usize>| {
            let next = times.partition_point(|time| time.range.start < range.end);
            times.get(next).is_some_and(|time| matches!(&text[range.end..time.range.start], "（" | "("))
        };
        let free = |range: &Range<usize>| free(range) && !dated(range);
        let found = named.filter_map(|(at, tail, kind)| self.ending_at(text, times, at, tail, kind));
        let mut found: Vec<_> = found.map(|found| with_year(found, times)).filter(|found| free(&found.range)).collect();
        order::by(&mut found, |found| (found.range.start, !found.range.end));
        found.dedup_by(|b, a| b.range.start < a.range.end);
        found
    }

    /// The period whose name ends at `at`, where a tail of `tail` bytes stands.
    fn ending_at(&self, text: &str, times: &[Found<When>], at: usize, tail: usize, kind: Kind) -> Option<Found<Period>> {
        // 前期, 前往, 考试前3天
        if kind == Kind::By && text[at + tail..].starts_with(|c: char| "后期往来述".contains(c) || is_figure(c)) {
            return None;
        }
        let mut starts = text[..at].char_indices().rev().take(LONGEST).take_while(|(_, c)| is_han(*c)).map(|(start, _)| start);
        // one character names nothing
        starts.next();
        // 报名结束前: the side of it is said, however long it is
        let sided = kind == Kind::By && !text[at..].starts_with('前');
        let fits = if sided { Kind::During } else { kind };
        // where no event ends with two characters, none does with more
        let shortest = starts.next()?;
        // 公示期间 of a 公示期
        let season = text[at..].starts_with('期').then_some(at + '期'.len_utf8());
        let called = |start: usize| {
            let season = || self.of_name(&text[start..season?], fits);
            self.of_name(&text[start..at], fits).or_else(season)
        };
        called(shortest)?;
        let longest_first = std::iter::once(shortest).chain(starts).collect::<Vec<_>>().into_iter().rev();
        let (start, event) = longest_first.filter_map(|start| Some((start, called(start)?))).next()?;
        // 二次公示期间 is another than that of the 公示
        if short::ends_with(&text[..start], &["特别", "二次", "再次", "复核", "补充"]) {
            return None;
        }
        let days = match kind {
            Kind::By if short::begins_with(&text[at..], &["结束", "截止"]) => Resolved { end: Some(event.end), ..Resolved::default() },
            Kind::By => Resolved { end: Some(event.start), ..Resolved::default() },
            _ => Resolved { start: Some(event.start), end: Some(event.end), ..Resolved::default() },
        };
        let named = Found { value: Period { kind, days }, range: start..at + tail };
        Some(if kind == Kind::On { with_hour(named, times, event.start.date) } else { named })
    }

    /// The event that is called `name`.
    fn of_name(&self, name: &str, kind: Kind) -> Option<&Event<'r>> {
        self.events.called(name, kind != Kind::During, self.block)
    }
}

/// `found` with the year that its name begins with, where that is its own: 2024年宣传周期间.
fn with_year(mut found: Found<Period>, times: &[Found<When>]) -> Found<Period> {
    let last = times.partition_point(|time| time.range.start < found.range.start);
    let year = last.checked_sub(1).map(|n| &times[n]).filter(|time| found.range.start <= time.range.end);
    let own =
        |when: &When| when.resolve(&Base::default()).start.map(|day| day.date.year()) == found.value.days.start.map(|day| day.date.year());
    if let Some(time) = year.filter(|time| is_year(&time.value) && own(&time.value)) {
        found.range.start = time.range.start;
    }
    found
}

/// Which tails stand where in `text`, the first tail before all.
fn tails(text: &str) -> Vec<(usize, usize)> {
    let (mut tails, mut next) = (Vec::new(), 0);
    while let Some(at) = TAIL.next(text, next) {
        let i = &text[at..];
        tails.extend((0..TAILS.len()).filter(|n| i.starts_with(TAILS[*n].0)).map(|n| (n, at)));
        next = at + i.chars().next().map_or(1, char::len_utf8);
    }
    order::by(&mut tails, |tail| *tail);
    tails
}

/// 面试当天 with the time of day behind it: 面试当天7:30前.
fn with_hour(named: Found<Period>, times: &[Found<When>], date: Date) -> Found<Period> {
    let next = times.partition_point(|time| time.range.start < named.range.end);
    let hour = times.get(next).filter(|time| time.range.start == named.range.end && !has_day(&time.value));
    let Some(Found { value: when, range }) = hour else { return named };
    let days = when.resolve(&Base { day: Some(date), ..Base::default() });
    let kind = if when.kind == Kind::By { Kind::By } else { Kind::On };
    Found { value: Period { kind, days }, range: named.range.start..range.end }
}

/// Whether a time says a day, and not only an hour.
fn has_day(when: &When) -> bool {
    !matches!(&when.value, Value::Point(point) | Value::Range(point, _) if point.period.is_none())
}

/// Whether a time is a holiday under its name: 端午节期间.
fn is_festival(when: &When) -> bool {
    when.kind == Kind::During
        && matches!(when.value, Value::Point(Point { period: Some(period::Period { unit: Unit::Festival(_), .. }), .. }))
}

/// Whether a time is but a year.
fn is_year(when: &When) -> bool {
    matches!(when.value, Value::Point(Point { period: Some(period::Period { unit: Unit::Year, edge: Edge::Whole, .. }), .. }))
}

/// Whether the document is an approval, by its title or by how it opens: 现批复如下.
fn approves(reading: &Reading<'_>) -> bool {
    const OPENING: usize = 8;
    let titled = reading.document.head.title.is_some_and(|title| reading.document.text.slice(title).ends_with("批复"));
    let opens = |block: &Block| reading.text(block).trim_end_matches(['：', ':', '。']).ends_with("批复如下");
    titled || reading.blocks.iter().take(OPENING).any(opens)
}

/// Verbs of taking effect.
const EFFECT: &[&str] = picked!(acts: effect);

/// Whether what takes effect at the time that stands at `range` is the document: 本办法自…起施行.
fn is_own_effect(text: &str, range: &Range<usize>) -> bool {
    /// Characters of a clause.
    const REACH: usize = 200;
    let clause = || tail(&text[..range.start], REACH).rsplit(['。', '；', '，', '\n', ',', ';']).next().unwrap_or_default();
    short::begins_with(&text[range.end..], EFFECT) && clause().trim_start().starts_with('本')
}

/// Whether the words name the taking effect of the document: 本办法施行之日, 施行.
fn is_effect(words: &str) -> bool {
    let words = words.strip_suffix("之日").unwrap_or(words);
    let subject = short::before(words, EFFECT);
    subject.is_some_and(|subject| subject.is_empty() || (subject.starts_with('本') && subject.chars().count() <= 8))
}

/// `报名` in 报名时间：, before a time.
fn label(before: &str) -> Option<&str> {
    let words = before.trim_end_matches(['：', ':', '为', '是', ' ', '\u{3000}']);
    // 主汛期为6月中旬至8月上旬
    let season = || Some(words).filter(|words| words.ends_with('期') && words.len() < before.len());
    let labelled = ["时间", "时限", "期限", "日期"].iter().find_map(|label| words.strip_suffix(label));
    let words = labelled.or_else(|| stage(words)).or_else(season)?.trim_end_matches('的');
    let start = words.char_indices().rev().take(LONGEST).take_while(|(_, c)| is_han(*c)).last().map_or(words.len(), |(at, _)| at);
    Some(&words[start..])
}

/// `动员部署阶段` in 动员部署阶段（, before a time.
fn stage(before: &str) -> Option<&str> {
    const STRETCHES: [&str; 9] = ["阶段", "期", "活动", "周", "月", "会", "节", "赛", "班"];
    let words = before.strip_suffix(['（', '('])?;
    let stretch = || Some(words).filter(|words| short::ends_with(words, &STRETCHES));
    words.strip_suffix("期间").or_else(stretch)
}

/// `宣传月活动` in 定于4月份开展以“…”为主题的宣传月活动: what an act is set for a time; `会议` in 会议定于4月6日召开.
fn set_for<'t>(text: &'t str, at: &Range<usize>) -> Option<&'t str> {
    const ACTS: [&str; 6] = ["开展", "举办", "举行", "召开", "组织", "进行"];
    let set = text[..at.start].trim_end();
    let subject =
        ["定于", "拟定于", "拟于", "将于", "定在"].iter().filter_map(|word| set.strip_suffix(word)).min_by_key(|rest| rest.len())?;
    let clause = &text[at.end..];
    let length =
        clause.char_indices().take(4 * LONGEST).find(|(_, c)| matches!(c, '，' | '。' | '；' | '\n' | ',' | ';')).map_or(0, |(at, _)| at);
    let clause = &clause[..length];
    let (verb, act) = ACTS.iter().filter_map(|act| Some((clause.find(act)?, act))).min()?;
    let object = &clause[verb + act.len()..];
    let last_word = |words: &'t str| {
        let word = words.char_indices().rev().take(LONGEST).take_while(|(_, c)| is_han(*c) && *c != '的');
        word.last().map(|(at, _)| &words[at..])
    };
    last_word(object).or_else(|| last_word(subject))
}
