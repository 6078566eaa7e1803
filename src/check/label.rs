//! How section numbers are written: half-width brackets, and marks behind a number that closes itself.
//!
//! Each is reported once a document, with all its places.

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    span::Span,
    structure::{Section, label::Style},
};

/// (一)
static BRACKET: Rule = Rule {
    code: "numbering-bracket",
    severity: Severity::Warning,
    zh: "层次序数用了半角括号“{0}”，应为全角“（）”（共{1}处）。",
    en: "Section numbers have half-width brackets, as “{0}”; full-width ones are the form ({1} in all).",
    basis: "GB/T 9704-2012, 7.3.3",
};
/// （一）、 1、
static MARK: Rule = Rule {
    code: "numbering-mark",
    severity: Severity::Info,
    zh: "层次序数“{0}”后的标点不合规定：汉字后用顿号，阿拉伯数字后用下脚点，括号后不用（共{1}处）。",
    en: "The mark behind “{0}” is not the form: 、 behind Chinese numbers, a dot behind figures, none behind brackets ({1} in all).",
    basis: "GB/T 15834-2011, B.3; GB/T 9704-2012, 7.3.3",
};

pub(super) static RULES: &[&Rule] = &[&BRACKET, &MARK];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut sections = Vec::new();
    subject.reading.document.parts.iter().for_each(|part| part.sections.iter().for_each(|section| collect(section, &mut sections)));
    let text = &subject.reading.document.text;
    let half = |section: &&Section| text.slice(section.label).bytes().any(|b| matches!(b, b'(' | b')'));
    tell(&BRACKET, sections.iter().copied().filter(half).map(|section| section.label), subject, findings);
    tell(&MARK, sections.iter().filter_map(|section| mark(subject, section)), subject, findings);
}

fn collect<'s>(section: &'s Section, sections: &mut Vec<&'s Section>) {
    sections.push(section);
    section.sections.iter().for_each(|child| collect(child, sections));
}

fn tell(rule: &'static Rule, places: impl Iterator<Item = Span>, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let places: Vec<Span> = places.collect();
    if let [first, rest @ ..] = &places[..] {
        findings.report(rule, *first, rest, [subject.reading.document.text.slice(*first), &places.len().to_string()]);
    }
}

/// The label and the mark behind it, where that is not the form.
fn mark(subject: &Subject<'_>, section: &Section) -> Option<Span> {
    let rest = &subject.reading.document.text.as_str()[section.label.end as usize..];
    let sign = rest.chars().next().filter(|c| !c.is_whitespace())?;
    let wrong = match section.style {
        Style::Chinese => matches!(sign, '.' | '．' | '，' | ',' | '：'),
        Style::Arabic => sign == '、',
        Style::ChineseBracketed | Style::ArabicBracketed => matches!(sign, '、' | '.' | '．' | '，'),
        _ => false,
    };
    wrong.then(|| Span { end: section.label.end + sign.len_utf8() as u32, ..section.label })
}
