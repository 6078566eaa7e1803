//! 报名时间 and 报名截止: the period of a thing and the day on which it closes.
//!
//! Only where both name the same thing in the same words, in one part, and both say their day.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::{Characters, joined, short},
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

/// Things that have a period and a day on which they close.
const THINGS: [&str; 11] = ["报名", "申报", "投标", "报送", "提交", "征集", "缴费", "公示", "申请", "登记", "受理"];
/// What is said of their period, and of its close.
const PERIOD: [&str; 3] = ["起止时间", "时间", "期限"];
const CLOSE: [&str; 3] = ["截止时间", "截止日期", "截止"];
/// What may stand between that and the time: at most two of these.
const LINKS: [&str; 10] = ["：", ":", "为", "是", "于", "至", "到", "自", "从", "限于"];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut periods: HashMap<(usize, &str), (Date, Span)> = HashMap::new();
    let mut closes: Vec<(usize, &str, Date, Span)> = Vec::new();
    for block in subject.reading.blocks.iter().filter(|block| !block.times.is_empty() && block.is_body()) {
        let text = subject.reading.text(block);
        for time in &block.times {
            let Some((thing, close)) = thing_timed(text, time) else { continue };
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
fn thing_timed(text: &str, time: &Found<When>) -> Option<(&'static str, bool)> {
    let (thing, close) = labelled(&text[..time.range.start], 2)?;
    (close || matches!(time.value.value, Value::Range(..))).then_some((thing, close))
}

/// The thing at the end of `before`, and whether its close is meant: 报名时间为, 申报截止日期：.
fn labelled(before: &str, links: usize) -> Option<(&'static str, bool)> {
    static LAST: Characters = Characters::last_of(joined!(&PERIOD, &CLOSE, &LINKS));
    if !before.ends_with(|c| LAST.may_have(c)) {
        return None;
    }
    let said = |words: &'static [&str]| short::endings(before, words).find_map(|word| thing(&before[..before.len() - word.len()]));
    let said = || said(&PERIOD).map(|thing| (thing, false)).or_else(|| said(&CLOSE).map(|thing| (thing, true)));
    let unlinked = || short::endings(before, &LINKS).filter(|_| links > 0).map(|link| &before[..before.len() - link.len()]);
    said().or_else(|| unlinked().find_map(|before| labelled(before, links - 1)))
}

/// The thing with which `text` ends.
fn thing(text: &str) -> Option<&'static str> {
    THINGS.into_iter().find(|thing| text.ends_with(thing))
}

/// The last day of a time that says it.
fn last(subject: &Subject<'_>, when: &When) -> Option<Date> {
    when.extent(&subject.calendar()).end.map(|moment| moment.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_labelled_by_what_stands_right_before_it() {
        for (before, label) in [
            ("一、报名时间", Some(("报名", false))),
            ("网上申报起止时间：", Some(("申报", false))),
            ("公示期限为：", Some(("公示", false))),
            ("公示期限于", Some(("公示", false))),
            ("登记时间限于自", Some(("登记", false))),
            ("投标截止", Some(("投标", true))),
            ("报名截止时间为", Some(("报名", true))),
            ("材料提交截止日期是:", Some(("提交", true))),
            ("报名时间：：自", None),
            ("报名时间定于", None),
            ("报名时间 ", None),
            ("报名开始时间", None),
            ("截止时间：", None),
            ("报名", None),
            ("", None),
        ] {
            assert_eq!(labelled(before, 2), label, "{before}");
        }
    }
}
