//! Short forms: used and never defined, defined twice, given to two documents.
//!
//! A bare 《条例》 needs a 以下简称 before it. Where the document itself, what it encloses or an earlier title ends in that
//! word, a reader knows which one is meant, and nothing is said.

use std::{collections::HashMap, ops::Range};

use super::{
    Findings, Subject,
    cue::Cues,
    run::{blank, run},
};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::{joined, picked, short},
    phrase::title::{self, key},
    span::Span,
};

/// 《条例》 out of nowhere.
static UNDEFINED: Rule = Rule {
    code: "alias-undefined",
    severity: Severity::Warning,
    zh: "简称《{0}》未见定义，文中也没有以此结尾的文件名称。",
    en: "The short form 《{0}》 is nowhere defined, and no title in the text ends in it.",
    basis: "usage of 以下简称; GB/T 15834-2011, 4.15",
};
/// 以下简称《条例》 for two documents.
static CONFLICT: Rule = Rule {
    code: "alias-conflict",
    severity: Severity::Error,
    zh: "简称“{0}”先后指两份文件：《{1}》和《{2}》。",
    en: "The short form “{0}” is given to two documents: 《{1}》 and 《{2}》.",
    basis: "the document contradicts itself",
};
/// 以下简称《条例》 again.
static REPEATED: Rule = Rule {
    code: "alias-repeated",
    severity: Severity::Info,
    zh: "简称“{0}”已经定义过。",
    en: "The short form “{0}” was defined before.",
    basis: "usage of 以下简称",
};

/// 以下简称《条例》, and for the same title 以下简称《安全条例》.
static DIFFERS: Rule = Rule {
    code: "alias-differs",
    severity: Severity::Warning,
    zh: "《{0}》有两个简称：“{1}”和“{2}”。",
    en: "《{0}》 is given two short forms, “{1}” and “{2}”.",
    basis: "usage of 以下简称",
};

pub(super) static RULES: &[&Rule] = &[&UNDEFINED, &CONFLICT, &DIFFERS, &REPEATED];

/// Names of kinds that stand alone as short forms.
const KINDS: &[&str] =
    joined!(picked!(genres: short), &["实施方案", "实施意见", "实施细则", "实施办法", "管理办法", "行动方案", "工作方案"]);

/// A short form where it is defined.
struct Definition {
    place: Span,
    part: Option<usize>,
    name: String,
    /// The title that it stands for, where one stands right before.
    title: Option<String>,
}

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let definitions = definitions(subject);
    undefined(subject, &definitions, findings);
    differs(&definitions, findings);
    let mut known: HashMap<(Option<usize>, &str), &Definition> = HashMap::new();
    for next in &definitions {
        let first = *known.entry((next.part, next.name.as_str())).or_insert(next);
        if first.place == next.place {
            continue;
        }
        match (&first.title, &next.title) {
            (Some(a), Some(b)) if !key(a).contains(&key(b)) && !key(b).contains(&key(a)) => {
                findings.report(&CONFLICT, next.place, &[first.place], [&next.name, a, b]);
            }
            _ => findings.report(&REPEATED, next.place, &[first.place], [&next.name]),
        }
    }
}

/// Another short form for the same title, in the same part.
fn differs<'d>(definitions: &'d [Definition], findings: &mut Findings<'_>) {
    let mut known: HashMap<(Option<usize>, String), &'d Definition> = HashMap::new();
    for next in definitions {
        let Some(title) = &next.title else { continue };
        let first = *known.entry((next.part, key(title))).or_insert(next);
        if first.name != next.name {
            findings.report(&DIFFERS, next.place, &[first.place], [title, &first.name, &next.name]);
        }
    }
}

/// Bytes between a title and the definition of its short form.
const NEAR: usize = 200;

fn definitions(subject: &Subject<'_>) -> Vec<Definition> {
    let text = subject.reading.document.text.as_str();
    let definition = |(start, name): (usize, Range<usize>)| {
        let place = Span::new(name.start, name.end);
        let from = (start.saturating_sub(NEAR)..start).find(|at| text.is_char_boundary(*at)).unwrap_or(start);
        let before = text[from..start].rsplit(['。', '\n']).next().unwrap_or_default();
        let title = title::find(before).pop().map(|title| title.value.text);
        Definition { place, part: subject.part_of(place), name: text[name].to_owned(), title }
    };
    defined(text, subject.places(Cues::SHORT)).map(definition).collect()
}

/// The word that gives a short form.
const SHORT: &str = "简称";

/// Where `text` says 简称, of which `signs` are the places, and the short form in marks behind it: 简称《条例》, 简称为“方案”.
fn defined(text: &str, signs: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut end = 0;
    signs.filter_map(move |at| {
        let (name, rest) = short_form(text[at..].strip_prefix(SHORT).filter(|_| at >= end)?)?;
        end = text.len() - rest.len();
        Some((at, end - name.len()..end))
    })
}

/// Characters of a short form at most.
const LONGEST: usize = 20;

/// The short form behind 简称, and what stands behind it from the mark that closes it.
fn short_form(rest: &str) -> Option<(&str, &str)> {
    const OPEN: [char; 4] = ['《', '“', '"', '〈'];
    const CLOSE: [char; 4] = ['》', '”', '"', '〉'];
    let marked = blank(rest.strip_prefix(['为', '：']).unwrap_or(rest)).strip_prefix(OPEN)?;
    let (name, rest) = run(marked, LONGEST, |c| c != '\n' && !OPEN.contains(&c) && !CLOSE.contains(&c));
    (!name.is_empty() && rest.starts_with(CLOSE)).then_some((name, rest))
}

/// Bare names of kinds that nothing before explains.
fn undefined(subject: &Subject<'_>, definitions: &[Definition], findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let text = document.text.as_str();
    let titles = &subject.titles;
    for &kind in KINDS {
        let bare = || titles.iter().filter(|title| title.value.text == kind);
        let Some(first) = bare().next() else { continue };
        let explained = own_titles(subject).contains(kind)
            || definitions.iter().any(|definition| definition.name.ends_with(kind))
            || titles.iter().any(|title| title.value.text != kind && title.value.text.contains(kind))
            || text[..first.range.start].contains(&format!("{SHORT}{kind}"));
        // 填写《方案》, 制定《方案》 names no document yet; “《意见》” in a quotation neither
        let made = short::ends_with(&text[..first.range.start], &["制定", "编制", "填写", "起草", "印发", "出台", "提交", "修订"]);
        if !explained && !made {
            let span = |title: &crate::span::Found<title::Title>| Span::new(title.range.start, title.range.end);
            let rest: Vec<Span> = bare().skip(1).map(span).collect();
            findings.report(&UNDEFINED, span(first), &rest, [kind]);
        }
    }
}

/// The titles of the document itself and of its parts, one behind the other.
fn own_titles(subject: &Subject<'_>) -> String {
    let document = subject.reading.document;
    let own = [document.head.title, document.page.title].into_iter().flatten().chain(document.parts.iter().filter_map(|part| part.title));
    own.map(|span| subject.words(span).to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> impl Iterator<Item = usize> {
        text.match_indices(SHORT).map(|(at, _)| at)
    }

    #[test]
    fn short_forms_stand_in_marks_behind_their_word() {
        for (text, names) in [
            ("（以下简称《条例》）", &["条例"][..]),
            ("简称为“方案”，又简称： \"意见\"", &["方案", "意见"]),
            ("简称〈办法》", &["办法"]),
            ("简称“一二三四五六七八九十一二三四五六七八九十”", &["一二三四五六七八九十一二三四五六七八九十"]),
            ("简称“又简称”，简称“丙”", &["又简称", "丙"]),
            ("简称简称“甲”", &["甲"]),
            ("简称“一二三四五六七八九十一二三四五六七八九十一”", &[]),
            ("简称为：“甲”", &[]),
            ("简称  “甲”", &[]),
            ("简称“”", &[]),
            ("简称“甲\n乙”", &[]),
            ("简称“甲《乙”", &[]),
            ("简称条例", &[]),
            ("简称", &[]),
        ] {
            let found: Vec<_> = defined(text, signs(text)).map(|(_, name)| &text[name]).collect();
            assert_eq!(found, names, "{text}");
        }
        assert_eq!(defined("以下简称《条例》", signs("以下简称《条例》")).map(|(at, _)| at).collect::<Vec<_>>(), ["以下".len()]);
    }
}
