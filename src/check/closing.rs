//! 报名时间 and 报名截止: the period of a thing and the day on which it closes.
//!
//! Only where both name the same thing in the same words, in one part, and both say their day.

use std::{collections::HashMap, sync::LazyLock};

use jiff::civil::Date;
use regex::Regex;

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    pattern::pattern,
    phrase::when::{Value, When},
    span::{Found, Span},
};

/// 报名时间为4月1日至10日, 报名截止时间为4月12日
static CLOSING: Rule = Rule {
    code: "deadline-closing",
    severity: Severity::Error,
    zh: "{0}到{1}为止，截止时间却是{2}。",
    en: "“{0}” runs until {1}, and it is said to close on {2}.",
    basis: "the document contradicts itself",
};

pub(super) static RULES: &[&Rule] = &[&CLOSING];

/// What stands right before a time: a thing, and whether its period or its close is meant.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(报名|申报|投标|报送|提交|征集|缴费|公示|申请|登记|受理)(起止时间|时间|期限|截止时间|截止日期|截止)(?:[：:为是于至到]|自|从|限于){0,2}$",
    )
});

/// Characters before a time in which its name stands.
const REACH: usize = 16;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut periods: HashMap<(usize, &str), (Date, Span)> = HashMap::new();
    let mut closes: Vec<(usize, &str, Date, Span)> = Vec::new();
    for block in subject.reading.blocks.iter().filter(|block| block.is_body()) {
        let text = subject.reading.text(block);
        for time in &block.times {
            let Some((thing, close)) = named(text, time) else { continue };
            let Some(last) = last(subject, &time.value) else { continue };
            let place = block.span.slice(time.range.clone());
            match close {
                true => closes.push((block.part, thing, last, place)),
                false => drop(periods.entry((block.part, thing)).or_insert((last, place))),
            }
        }
    }
    for (part, thing, day, place) in closes {
        if let Some((last, period)) = periods.get(&(part, thing)).filter(|(last, _)| *last != day) {
            findings.report(&CLOSING, place, &[*period], [thing, &last.to_string(), &day.to_string()]);
        }
    }
}

/// The thing that a time is said of, and whether it closes then; a period must have two ends.
fn named<'t>(text: &'t str, time: &Found<When>) -> Option<(&'t str, bool)> {
    let before = &text[..time.range.start];
    let before = &before[before.char_indices().nth_back(REACH).map_or(0, |(at, _)| at)..];
    let found = NAMED.captures(before)?;
    let (thing, word) = (found.get(1)?.as_str(), found.get(2)?.as_str());
    let close = word.starts_with("截止");
    (close || matches!(time.value.value, Value::Range(..))).then_some((thing, close))
}

/// The last day of a time that says it.
fn last(subject: &Subject<'_>, when: &When) -> Option<Date> {
    when.extent(&subject.calendar()).end.map(|moment| moment.date)
}
