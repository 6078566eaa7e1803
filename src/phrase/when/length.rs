//! A length that the words around it make a term: `5个工作日内`, `有效期5年`, `收到通知后3日`, `提前3天`.
//!
//! Not read: a length without such a word (三年行动计划), look-backs (近三年内).

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{not, opt, value},
};

use super::{
    Kind, Value, When,
    term::{is_term, looks_back, names_term, opens_clause},
};
use crate::{
    lexicon::short,
    phrase::{
        Parsed,
        duration::{self, Duration},
        event::{self, Event},
        head, keyword, none,
        recurrence::{self, Recurrence},
        side,
    },
};

/// The time that a length makes.
pub(super) fn relative(length: Duration, event: Option<Event>) -> When {
    When { kind: Kind::Relative, value: Value::Length(length, event) }
}

/// A length at `at` that a word behind (内), a word before (有效期) or an event makes a term.
pub(super) fn length(text: &str, from: usize, at: usize) -> Option<(usize, usize, When)> {
    let (rest, length) = duration::parse(&text[at..]).ok()?;
    let before = &text[from..at];
    let end = text.len() - rest.len();
    let limited = limit(rest).ok().map(|(rest, ())| text.len() - rest.len());
    if before.ends_with("提前") {
        return Some((at - "提前".len(), end, relative(length, None)));
    }
    let behind = after(rest).ok().map(|(rest, ())| text.len() - rest.len());
    if let Some(event) = event::behind(text, from, at) {
        if let Some(found) = cycle_end(text, &event, length, limited.or(behind).unwrap_or(end)) {
            return Some(found);
        }
        return Some((event.range.start, limited.or(behind).unwrap_or(end), relative(length, Some(event))));
    }
    let side = if rest.starts_with('前') { Some((end + '前'.len_utf8(), true)) } else { behind.map(|end| (end, false)) };
    if let Some((end, before)) = side
        && let Some(event) = event::at_word(text, from, at, before)
    {
        return Some((event.range.start, end, relative(length, Some(event))));
    }
    if looks_back(before) {
        return None;
    }
    // 应于15个工作日前通知
    let ahead = rest.starts_with('前') && !rest.starts_with("前期") && !rest.starts_with("前后");
    if ahead && is_ahead(before) && !text[at..end].ends_with(['日', '年']) | length.workdays {
        return Some((at, end + '前'.len_utf8(), relative(length, None)));
    }
    // 满5年后: so long after what began then
    if let (Some(_), Some(end)) = (before.strip_suffix('满'), behind) {
        return Some((at - '满'.len_utf8(), end, relative(length, None)));
    }
    let later = || behind.filter(|end| opens_clause(before) && !text[*end..].starts_with(['的', '，', ',']));
    let named = || (is_term(before, rest, length) || names_term(rest)).then_some(end);
    limited.or_else(later).or_else(named).map(|end| (at, end, relative(length, None)))
}

/// `年度终了后4个月内`: what begins when a cycle ends comes again.
pub(super) fn cycle_end(text: &str, event: &Event, length: Duration, end: usize) -> Option<(usize, usize, When)> {
    let (start, rule) = recurrence::after_cycle(&text[event.range.clone()], length)?;
    let value = Value::Recurrence(Recurrence { rule: rule.map(Box::new), bound: Some(side::Side::Within) });
    Some((event.range.start + start, end, When { kind: Kind::Recurring, value }))
}

/// Whether the words before a length with 前 say that something is to be done so long ahead.
fn is_ahead(before: &str) -> bool {
    short::ends_with(before, &["应", "应当", "须", "在", "于", "至少", "最迟"])
}

/// The word that makes the length before it a limit.
pub(super) fn limit(i: &str) -> Parsed<'_, ()> {
    let long = keyword(&[("之内", ()), ("以内", ()), ("时间内", ()), ("期限内", ()), ("为限", ())]);
    let time = value((), (opt(tag("左右")), opt(tag("的")), opt(tag("或更长一段")), tag("时间"), not(one_of("节点表段以"))));
    match head(i) {
        '之' | '以' | '期' | '为' => long(i),
        '内' => side::inside(i),
        '时' => alt((long, time)).parse(i),
        '左' | '的' | '或' => { time }.parse(i),
        _ => none(),
    }
}

/// `后` behind a length that an event begins: 30日后施行.
pub(super) fn after(i: &str) -> Parsed<'_, ()> {
    match head(i) {
        '之' | '以' | '后' => keyword(&[("之后", ()), ("以后", ()), ("后", ())])(i),
        _ => none(),
    }
}
