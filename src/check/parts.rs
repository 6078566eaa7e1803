//! 共300人，其中男120人、女190人: parts of a number of people or things.
//!
//! Parts behind 其中 may overlap (党员 and 女性) or leave some out, so they are held to the whole only where they are men and
//! women; otherwise no single part may be more than the whole.

use rust_decimal::Decimal;

use super::{Findings, Subject, cue::Cues};
use crate::{
    diagnostic::{Rule, Severity},
    phrase::{
        bound::Relation,
        quantity::{self, Quantity},
    },
    reading::sentence::Punctuation,
    span::{Found, Span},
};

/// 共58人，其中男32人、女24人
static PARTS: Rule = Rule {
    code: "count-parts",
    severity: Severity::Error,
    zh: "总数写为{0}{2}，其中各项为{1}{2}。",
    en: "The whole is given as {0} and what it is said to hold makes {1} ({2}).",
    basis: "the document contradicts itself",
};

pub(super) static RULES: &[&Rule] = &[&PARTS];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (block, text) in subject.blocks_with(Cues::AMONG) {
        let found = quantity::find_at(text, subject.reading.cues.within(Cues::COUNT, block.span));
        for (sentence, _) in Punctuation::of(text).sentences() {
            let first = found.partition_point(|it| it.range.start < sentence.start);
            let last = found.partition_point(|it| it.range.end <= sentence.end).max(first);
            within(text, &sentence, block.span, &found[first..last], findings);
        }
    }
}

/// Characters between the whole and 其中.
const NEAR: usize = 6;

fn within(text: &str, sentence: &std::ops::Range<usize>, block: Span, found: &[Found<Quantity>], findings: &mut Findings<'_>) {
    let Some(at) = text[sentence.clone()].find("其中").map(|at| sentence.start + at) else { return };
    let behind = found.partition_point(|it| it.range.end <= at);
    let Some(whole) = found[..behind].last().filter(|it| text[it.range.end..at].chars().count() <= NEAR) else { return };
    let exact = |it: &&Found<Quantity>| it.value.unit == whole.value.unit && it.value.relation == Relation::Eq && !it.value.approximate;
    let parts: Vec<&Found<Quantity>> = found[behind..].iter().filter(exact).collect();
    let counts = !matches!(whole.value.unit.as_str(), "%" | "个百分点") && exact(&whole);
    let report = |parts: &[&Found<Quantity>], made: Decimal, findings: &mut Findings<'_>| {
        let related: Vec<Span> = parts.iter().map(|it| block.slice(it.range.clone())).collect();
        let words = [whole.value.value.to_string(), made.normalize().to_string(), whole.value.unit.clone()];
        findings.report(&PARTS, block.slice(whole.range.clone()), &related, words.each_ref().map(String::as_str));
    };
    let sexes =
        |it: &[&Found<Quantity>]| text[at..it[0].range.start].contains('男') && text[it[0].range.end..it[1].range.start].contains('女');
    if let (true, [men, women]) = (counts, &parts[..])
        && sexes(&parts)
        && men.value.value + women.value.value != whole.value.value
    {
        report(&parts, men.value.value + women.value.value, findings);
    } else if let Some(part) = parts.iter().find(|it| it.value.value > whole.value.value).filter(|_| counts) {
        report(&[part], part.value.value, findings);
    }
}
