//! Finding time expressions in running text: from left to right, the longest at each place, none inside another.
//!
//! The first characters decide which grammars are tried, see [`opening`](super::opening); what stands to their left can
//! belong to the expression (an event before a length).

use super::{
    Kind, Point, Value, When, bounded, day_alone, day_with_half, edge_alone, last_day,
    length::{after, cycle_end, length, limit, relative},
    list,
    opening::{OPENINGS, Tries},
    point, recurring, since, time_of_day, until,
};
use crate::{
    lexicon::short,
    phrase::{Parsed, duration, event, head, numeral},
    span::Found,
};

/// All time expressions in `text`, left to right.
///
/// ```
/// use gongwen::phrase::when::{self, Base, Kind};
/// let text = "请于2022年5月4日前将工作总结报送我局。";
/// let found = when::find(text);
/// assert_eq!(&text[found[0].range.clone()], "2022年5月4日前");
/// assert_eq!(found[0].value.kind, Kind::By);
/// assert_eq!(found[0].value.resolve(&Base::default()).end.unwrap().to_string(), "2022-05-04");
/// ```
pub fn find(text: &str) -> Vec<Found<When>> {
    let mut at = 0;
    let next = || {
        let start = OPENINGS.next(text, at)?;
        let i = &text[start..];
        let c = head(i);
        // what no figure begins, no figure behind it does
        let behind = if numeral::is_figure(c) { numeral::few_figures(i, 9).2 } else { &i[c.len_utf8()..] };
        at = text.len() - behind.len();
        Some(start)
    };
    let mut found = Vec::new();
    find_among(text, std::iter::from_fn(next), &mut found);
    found
}

/// Puts the same behind `found`, where it is known where they may begin: at some of the `openings`, see [`OPENINGS`].
pub(crate) fn find_among(text: &str, openings: impl IntoIterator<Item = usize>, found: &mut Vec<Found<When>>) {
    let mut from = 0;
    for start in openings {
        if start < from {
            continue;
        }
        let before = text[..start].chars().next_back().unwrap_or('\n');
        let Some(tries) = Tries::at(before, &text[start..]) else { continue };
        if let Some((start, end, value)) = read(text, from, start, before, &tries) {
            let range = start..start + text[start..end].trim_end().len();
            found.push(Found { value, range });
            list::share(text, found);
            from = end;
        }
    }
}

/// The expression that begins at `at`, or whose length does; nothing before `from` belongs to it.
fn read(text: &str, from: usize, at: usize, before: char, tries: &Tries) -> Option<(usize, usize, When)> {
    let i = &text[at..];
    let take = |parser: fn(&str) -> Parsed<'_, When>| parser(i).ok().map(|(rest, when)| (at, text.len() - rest.len(), when));
    match i.chars().next()? {
        '每' | '各' | '高' => take(recurring).filter(|_| !is_rate(&text[from..at], i)),
        '周' | '星' => take(recurring).filter(|_| !matches!(before, '每' | '本' | '下' | '上' | '这')),
        '自' | '从' => take(since).or_else(|| from_event(text, at)),
        // 缩短至5个工作日: a length, which is read where its number stands
        // 公休日调至1月2日: the day that it is moved to
        '到' | '至' if text[from..at].ends_with('调') => None,
        '到' | '至' if shifts(&text[from..at], &i['到'.len_utf8()..]) => None,
        '截' | '不' | '最' | '到' | '至' => take(until),
        '早' | '晚' => take(recurring).or_else(|| take(time_of_day)),
        // 当年内, 当月底: not of the period last spoken of, but of one yet unknown
        '年' | '月' | '季' if text[from..at].ends_with('当') && !text[from..at].ends_with("应当") => None,
        '年' | '月' | '季' => take(edge_alone),
        _ => {
            let alone = tries.day && matches!(before, '于' | '在' | '\n' | '。' | '，' | '（' | '：' | '；' | ',' | '(' | ':' | ';');
            let mut longest: Option<(usize, usize, When)> = None;
            // of equals the first
            let mut keep = |found: Option<(usize, usize, When)>| match (&longest, found) {
                (Some((_, end, _)), Some(found)) if found.1 <= *end => {}
                (_, Some(found)) => longest = Some(found),
                (_, None) => {}
            };
            if tries.often {
                keep(take(recurring));
            }
            if tries.calendar {
                keep(take(bounded));
            }
            if tries.length {
                keep(length(text, from, at));
            }
            if tries.clock {
                keep(take(time_of_day));
            }
            if alone {
                keep(take(day_alone));
            }
            // 10日下午（16:00—18:00）、13日下午
            if alone || tries.day && before == '、' {
                keep(take(day_with_half));
            }
            longest
        }
    }
}

/// Whether a term is made longer or shorter to the length behind 至; 延长至2023年6月 names a day.
fn shifts(before: &str, behind: &str) -> bool {
    let moved = short::ends_with(before, &["缩短", "压缩", "压减", "放宽", "延长", "延期", "顺延"]);
    moved && duration::parse(behind).is_ok_and(|(_, length)| length.years < 100)
}

/// Whether 每年 only counts a rate: 每人每年640元, 每平方米每月; 每村每月至少巡查2次 says how often something is done.
fn is_rate(before: &str, cycle: &str) -> bool {
    const NEAR: usize = 24;
    let mut units = before.chars().rev().take(6).take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
    let clause = || cycle.chars().take(NEAR).take_while(|c| !matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '：' | '\n'));
    let done = || clause().any(|c| matches!(c, '次' | '期' | '场')) && !clause().any(|c| matches!(c, '元' | '补' | '费'));
    units.any(|c| c == '每') && !done()
}

/// `自印发之日起`, and the length that it begins: `自印发之日起30日内`.
fn from_event(text: &str, at: usize) -> Option<(usize, usize, When)> {
    let (event, end) = event::ahead(text, at + '自'.len_utf8())?;
    if let Some(first) = dated(&text[event.range.clone()]) {
        return Some((at, end, When { kind: Kind::From, value: Value::Point(first) }));
    }
    let behind = &text[end..];
    match duration::parse(short::beginnings(behind, &["届满", "满"]).next().map_or(behind, |word| &behind[word.len()..])) {
        Ok((rest, length)) => {
            let rest = limit(rest).or_else(|_| after(rest)).map_or(rest, |(rest, ())| rest);
            let end = text.len() - rest.len();
            // 自年度终了之日起5个月内
            let comes_again = cycle_end(text, &event, length, end).map(|(_, end, when)| (at, end, when));
            comes_again.or(Some((at, end, relative(length, Some(event)))))
        }
        Err(_) => match last_day(&text[end..]) {
            Ok((rest, last)) => Some((at, text.len() - rest.len(), When { kind: Kind::During, value: Value::Since(event, last) })),
            Err(_) => Some((at, end, When { kind: Kind::From, value: Value::Event(event) })),
        },
    }
}

/// The day that an event's words begin with: 2022年6月1日抄见水量.
fn dated(event: &str) -> Option<Point> {
    const WORDS: usize = 14;
    let (rest, first) = point(event).ok()?;
    (first.period?.is_day() && !rest.is_empty() && rest.chars().count() <= WORDS).then_some(first)
}
