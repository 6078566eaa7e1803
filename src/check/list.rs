//! Count claims before a list: 以下三点, 开展好六项工作：, and how many there are.
//!
//! A claim counts where nothing but its noun stands between it and the list: 一是…二是… or （1）…（2）… in the same
//! paragraph, or the sections right below. Not read: claims in titles and quotation marks (“三个一批”), ordinals (第三项),
//! and lists of which the text gives examples only.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    pattern::pattern,
    phrase::numeral,
    reading::Place,
    span::Span,
    structure::{Block, Section, label},
};

/// 以下三点 and four of them.
static LIST: Rule = Rule {
    code: "count-list",
    severity: Severity::Error,
    zh: "文中称“{0}”，实列{1}项。",
    en: "The text says “{0}” and lists {1}.",
    basis: "the document contradicts itself",
};

pub(super) static RULES: &[&Rule] = &[&LIST];

/// A number with its measure and what is counted, right before the colon or the end.
static CLAIM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(以下|下列|下面|如下)?([0-9]{1,2}|[一二三四五六七八九十两]{1,3})\s?(个方面|个|条|点|项|类|种|方面|大|步)([^，。；：:、（）()“”《》\n\t]{0,14})(?:[：:。]|$)",
    )
});

/// A claim: its place in the text, its words, what it says.
struct Claim {
    range: Range<usize>,
    count: u32,
    /// Whether it says 以下 or ends in a colon.
    announces: bool,
    /// Where what follows begins.
    end: usize,
}

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for block in subject.reading.blocks.iter().filter(|block| block.is_body() && block.place != Place::Row) {
        let text = subject.reading.text(block);
        for claim in claims(text) {
            let items = items(&text[claim.end..]);
            if let Some((count, last)) = items.filter(|(count, _)| *count != claim.count) {
                let place = block.span.slice(claim.range.clone());
                let last = block.span.slice(claim.end + last.start..claim.end + last.end);
                findings.report(&LIST, place, &[last], [&text[claim.range.clone()], &count.to_string()]);
            }
        }
    }
    for part in &subject.reading.document.parts {
        part.sections.iter().for_each(|section| below(subject, section, findings));
        if let Some(lead) = part.lead.last() {
            announced(subject, lead, &part.sections, true, findings);
        }
    }
}

/// The claims of a text that announce a list.
fn claims(text: &str) -> Vec<Claim> {
    // what announces holds one of these, and the pattern is dear
    if !["：", ":", "以下", "下列", "下面", "如下"].iter().any(|sign| text.contains(sign)) {
        return Vec::new();
    }
    every(text).into_iter().filter(|claim| claim.announces && (2..30).contains(&claim.count)).collect()
}

/// All numbers with a measure before a stop or the end.
fn every(text: &str) -> Vec<Claim> {
    let claim = |found: regex::Captures<'_>| {
        let (whole, number) = (found.get(0)?, found.get(2)?);
        let count = count(number.as_str())?;
        let before = text[..whole.start()].chars().next_back();
        let part = |c: char| {
            "第前每各近约余多共中".contains(c) || numeral::is_numeral(c) || c.is_ascii_alphanumeric() || ".－-—–~～、".contains(c)
        };
        let interval =
            ["至", "到"].iter().any(|to| text[..whole.start()].strip_suffix(to).is_some_and(|it| it.ends_with(numeral::is_numeral)));
        let free = !before.is_some_and(part) && !interval;
        let closing = whole.as_str().chars().next_back().filter(|c| matches!(c, '：' | ':' | '。'));
        let range = whole.start()..whole.end() - closing.map_or(0, char::len_utf8);
        let announces = found.get(1).is_some() || closing.is_some_and(|c| c != '。');
        free.then_some(Claim { range, count, announces, end: whole.end() })
    };
    CLAIM.captures_iter(text).filter_map(claim).collect()
}

fn count(words: &str) -> Option<u32> {
    if words == "两" {
        return Some(2);
    }
    let (rest, n) = numeral::words(words).or_else(|_| numeral::figures(words)).ok()?;
    u32::try_from(n).ok().filter(|_| rest.is_empty())
}

/// How many items the list at the head of `text` has, and the label of the last.
fn items(text: &str) -> Option<(u32, Range<usize>)> {
    let shape: fn(u32) -> Option<String> = SHAPES.into_iter().find(|shape| shape(1).is_some_and(|first| text.starts_with(&first)))?;
    let (mut last, mut n) = (0..0, 1);
    while let Some(next) = shape(n + 1) {
        let Some(found) = text[last.end..].find(&next) else { break };
        (last, n) = (last.end + found..last.end + found + next.len(), n + 1);
    }
    (n > 1).then_some((n, last))
}

/// How the items of a list within a paragraph begin.
const SHAPES: [fn(u32) -> Option<String>; 9] = [
    |n| Some(format!("{}是", numeral::to_words(n)?)),
    |n| Some(format!("第{}，", numeral::to_words(n)?)),
    |n| Some(format!("第{}步", numeral::to_words(n)?)),
    |n| Some(format!("第{}阶段", numeral::to_words(n)?)),
    |n| Some(format!("（{}）", numeral::to_words(n)?)),
    |n| Some(format!("（{n}）")),
    |n| char::from_u32('①' as u32 + n - 1).filter(|_| n <= 20).map(String::from),
    |n| Some(format!("{n}.")),
    |n| Some(format!("{n}、")),
];

/// The sections below a claim that ends a section's own text, or is its heading.
fn below(subject: &Subject<'_>, section: &Section, findings: &mut Findings<'_>) {
    section.sections.iter().for_each(|child| below(subject, child, findings));
    match (section.blocks.last(), section.heading) {
        (Some(_), Some(heading)) if section.sections.is_empty() => named(subject, heading, &section.blocks, findings),
        (Some(own), _) => announced(subject, own, &section.sections, false, findings),
        (None, Some(heading)) => headed(subject, heading, &section.sections, findings),
        (None, None) => {}
    }
}

/// A claim at the end of a paragraph above a list; above the first section of a letter one that says 以下.
fn announced(subject: &Subject<'_>, own: &Block, sections: &[Section], lead: bool, findings: &mut Findings<'_>) {
    let text = subject.reading.document.text.slice(own.span);
    let Some(claim) = claims(text).pop().filter(|claim| claim.end == text.len() && !own.row) else { return };
    let words = &text[claim.range.clone()];
    if !lead || ["以下", "如下", "下列", "下面"].iter().any(|word| words.starts_with(word)) {
        compare(subject, own.span.slice(claim.range), claim.count, sections, findings);
    }
}

/// 开展六项行动 above sections each of which is called 行动.
fn headed(subject: &Subject<'_>, heading: Span, sections: &[Section], findings: &mut Findings<'_>) {
    let document = &subject.reading.document;
    let text = document.text.slice(heading);
    let Some(claim) = every(text).pop().filter(|claim| claim.end == text.len() && (2..30).contains(&claim.count)) else { return };
    let noun = &text[text.char_indices().nth_back(1).map_or(0, |(at, _)| at)..];
    let called = |section: &Section| section.heading.is_some_and(|heading| document.text.slice(heading).contains(noun));
    if sections.iter().all(called) {
        compare(subject, heading.slice(claim.range), claim.count, sections, findings);
    }
}

/// 先进集体（3个）, 先进个人（共12名）
static ROLL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[（(](?:共|计)?\s?([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s?(?:个|名|人|家|所|户|位|项)[）)]$"));

/// A heading that says how many names stand below it: as many lines, or as many names parted by blanks and 、.
fn named(subject: &Subject<'_>, heading: Span, blocks: &[Block], findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let text = document.text.slice(heading);
    let Some(found) = ROLL.captures(text) else { return };
    let (Some(whole), Some(said)) = (found.get(0), found.get(1).and_then(|number| count(number.as_str()))) else { return };
    let lines: Vec<&str> = blocks.iter().map(|block| document.text.slice(block.span)).collect();
    let sentence = |line: &&str| line.contains(['。', '；', '，', '：', '\t']) || line.chars().count() > 60;
    if lines.iter().any(sentence) {
        return;
    }
    let names: usize = lines.iter().map(|line| names(line)).sum();
    if lines.len() != said as usize && names != said as usize && names > 1 {
        let found = if lines.len() == 1 { names } else { lines.len() };
        let related: Vec<Span> = blocks.iter().map(|block| block.span).collect();
        let words = whole.as_str().trim_matches(['（', '）', '(', ')']);
        findings.report(&LIST, heading.slice(whole.range()), &related, [words, &found.to_string()]);
    }
}

/// How many names a line holds; 郁　离 is one.
fn names(line: &str) -> usize {
    let pieces: Vec<&str> = line.split(|c: char| c.is_whitespace() || c == '、').filter(|piece| !piece.is_empty()).collect();
    let single = pieces.iter().filter(|piece| piece.chars().count() == 1).count();
    pieces.len() - single / 2
}

/// Compares a claim with the sections below it, where they are one list that counts from one.
fn compare(subject: &Subject<'_>, place: Span, count: u32, sections: &[Section], findings: &mut Findings<'_>) {
    let list = sections.iter().enumerate().all(|(n, section)| {
        section.style == sections[0].style && section.ordinal as usize == n + 1 && section.style != label::Style::Article
    });
    let found = sections.len() as u32;
    if list && found > 1 && found != count {
        let labels: Vec<Span> = sections.iter().map(|section| section.label).collect();
        findings.report(&LIST, place, &labels, [subject.reading.document.text.slice(place), &found.to_string()]);
    }
}
