//! Count claims before a list: 以下三点, 开展好六项工作：, and how many there are.
//!
//! A claim counts where nothing but its noun stands between it and the list: 一是…二是… or （1）…（2）… in the same
//! paragraph, or the sections right below. Not read: claims in titles and quotation marks (“三个一批”), ordinals (第三项),
//! and lists of which the text gives examples only.

use std::ops::Range;

use super::{
    Findings, Subject,
    cue::Cues,
    run::{self, blank, blank_back, is_numeral, number_back},
};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::{Characters, short},
    phrase::{measure, numeral},
    reading::{
        Place,
        series::{self, Series},
    },
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
    for (block, text) in subject.blocks_with(Cues::ANNOUNCING).filter(|(block, _)| block.place != Place::Row) {
        for claim in claims(text, subject.reading.cues.within(Cues::ANNOUNCING, block.span)) {
            if let Some((count, last)) = items(&text[claim.end..], claim.count) {
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

/// Words with which a list is announced.
const ANNOUNCING: &[&str] = &["以下", "下列", "下面", "如下"];
/// What may end a claim.
const STOPS: [char; 3] = ['：', ':', '。'];

/// The claims of a text that announce a list: those that end at a colon, or at the first stop behind a word that announces.
fn claims(text: &str, signs: impl Iterator<Item = usize>) -> impl Iterator<Item = Claim> {
    let mut from = 0;
    signs.filter_map(move |sign| {
        let rest = text.get(sign..).filter(|_| from <= sign)?;
        let stop = sign + rest.find(STOPS).unwrap_or(rest.len());
        from = stop + 1;
        claim(text, stop).filter(|claim| claim.announces)
    })
}

/// The claim with which a text ends.
fn last_claim(text: &str) -> Option<Claim> {
    claim(text, text.strip_suffix(STOPS).unwrap_or(text).len())
}

/// Characters of what is counted at most, and of a measure.
const NOUN: usize = 14;
const MEASURE: usize = 3;

/// The claim that ends at `stop`: of the numbers with a measure before it the first that is near enough.
fn claim(text: &str, stop: usize) -> Option<Claim> {
    let (mut start, mut counts) = (stop, false);
    for (at, c) in text[..stop].char_indices().rev().take(NOUN + MEASURE) {
        if is_mark(c) {
            break;
        }
        (start, counts) = (at, counts || is_counted(c));
    }
    if !counts {
        return None;
    }
    let words = &text[start..stop];
    let numbered = |at| measured(&words[at..]).then(|| number_back(blank_back(&text[..start + at]), 2, 3, is_counting))?;
    let (before, number) = words.char_indices().filter(|(_, c)| is_counted(*c)).find_map(|(at, _)| numbered(at))?;
    let announced = short::before(before, ANNOUNCING);
    let (before, sign) = (announced.unwrap_or(before), text[stop..].chars().next());
    let announces = announced.is_some() || sign.is_some_and(|c| c != '。');
    let count = count(number).filter(|count| (2..30).contains(count) && is_free(before))?;
    Some(Claim { range: before.len()..stop, count, announces, end: stop + sign.map_or(0, char::len_utf8) })
}

/// What is counted in a list.
const MEASURES: [&str; 10] = ["个方面", "个", "条", "点", "项", "类", "种", "方面", "大", "步"];

/// Whether a measure stands at the head of `i`, and behind it a noun that is short enough.
fn measured(i: &str) -> bool {
    let noun = short::behind(i, &MEASURES);
    noun.is_some_and(|noun| noun.chars().count() <= NOUN)
}

/// Whether a measure may begin so.
const fn is_counted(c: char) -> bool {
    static FIRST: Characters = Characters::first_of(&MEASURES);
    FIRST.may_have(c)
}

/// Whether no claim goes over `c`.
const fn is_mark(c: char) -> bool {
    !matches!(c, '\u{4e00}'..='\u{9fff}')
        && matches!(c, '，' | '。' | '；' | '：' | ':' | '、' | '（' | '）' | '(' | ')' | '“' | '”' | '《' | '》' | '\n' | '\t')
}

const fn is_counting(c: char) -> bool {
    is_numeral(c) || c == '两'
}

/// Whether a number behind `before` is no ordinal, share, interval or part of another number.
fn is_free(before: &str) -> bool {
    let part =
        |c: char| "第前每各近约余多共中".contains(c) || numeral::is_numeral(c) || c.is_ascii_alphanumeric() || ".－-—–~～、".contains(c);
    let interval = short::before(before, &["至", "到"]).is_some_and(|it| it.ends_with(numeral::is_numeral));
    !before.ends_with(part) && !interval
}

fn count(words: &str) -> Option<u32> {
    if words == "两" {
        return Some(2);
    }
    let (rest, n) = numeral::words(words).or_else(|_| numeral::figures(words)).ok()?;
    u32::try_from(n).ok().filter(|_| rest.is_empty())
}

/// How many items the list at the head of `text` has, and the label of the last, where they are not as many as are `said`.
/// The list ends where number one comes again; where it would be right if that were a list within its last item, it is.
fn items(text: &str, said: u32) -> Option<(u32, Range<usize>)> {
    let starts = |label: &String| text.starts_with(label.as_str());
    let (shape, first) = SHAPES.into_iter().find_map(|shape| Some((shape, shape(1).filter(starts)?)))?;
    let mut again = text.match_indices(&first).map(|(at, _)| at).filter(|at| blank_back(&text[..*at]).ends_with(BEFORE));
    let [end, beyond] = [(); 2].map(|()| again.next().unwrap_or(text.len()));
    let (count, last) = counted(&text[..end], shape);
    (count > 1 && count != said && counted(&text[..beyond], shape).0 != said).then_some((count, last))
}

/// Signs behind which an item begins; （1） behind another is named and no item.
const BEFORE: [char; 7] = ['：', ':', '；', ';', '。', '，', ','];

/// How many items follow one another in `text`, and the label of the last.
fn counted(text: &str, shape: Series) -> (u32, Range<usize>) {
    let (mut last, mut n) = (0..0, 1);
    while let Some(next) = shape(n + 1) {
        let Some(found) = text[last.end..].find(&next) else { break };
        (last, n) = (last.end + found..last.end + found + next.len(), n + 1);
    }
    (n, last)
}

/// How the items of a list within a paragraph begin.
const SHAPES: [Series; 9] = [
    series::said,
    series::ordinal,
    |n| Some(format!("第{}步", numeral::to_words(n)?)),
    |n| Some(format!("第{}阶段", numeral::to_words(n)?)),
    |n| Some(format!("（{}）", numeral::to_words(n)?)),
    |n| Some(format!("（{n}）")),
    series::circled,
    |n| Some(format!("{n}.")),
    |n| Some(format!("{n}、")),
];

/// The sections below a claim that ends a section's own text, or is its heading.
fn below(subject: &Subject<'_>, section: &Section, findings: &mut Findings<'_>) {
    section.sections.iter().for_each(|child| below(subject, child, findings));
    match (section.blocks.last(), section.heading) {
        (Some(_), Some(heading)) if section.sections.is_empty() => names_below(subject, heading, &section.blocks, findings),
        (Some(own), _) => announced(subject, own, &section.sections, false, findings),
        (None, Some(heading)) => headed(subject, heading, &section.sections, findings),
        (None, None) => {}
    }
}

/// A claim at the end of a paragraph above a list; above the first section of a letter one that says 以下.
fn announced(subject: &Subject<'_>, own: &Block, sections: &[Section], lead: bool, findings: &mut Findings<'_>) {
    let text = subject.reading.document.text.slice(own.span);
    let announces = !own.row && subject.reading.cues.within(Cues::ANNOUNCING, own.span).next().is_some();
    let Some(claim) = announces.then(|| last_claim(text)).flatten().filter(|claim| claim.announces) else { return };
    let words = &text[claim.range.clone()];
    if !lead || short::behind(words, ANNOUNCING).is_some() {
        compare(subject, own.span.slice(claim.range), claim.count, sections, findings);
    }
}

/// 开展六项行动 above sections each of which is called 行动.
fn headed(subject: &Subject<'_>, heading: Span, sections: &[Section], findings: &mut Findings<'_>) {
    let document = &subject.reading.document;
    let text = document.text.slice(heading);
    let Some(claim) = last_claim(text) else { return };
    let noun = &text[text.char_indices().nth_back(1).map_or(0, |(at, _)| at)..];
    let called = |section: &Section| section.heading.is_some_and(|heading| document.text.slice(heading).contains(noun));
    if sections.iter().all(called) {
        compare(subject, heading.slice(claim.range), claim.count, sections, findings);
    }
}

/// The bracket at the end of a heading that says how many there are, and their number: 先进集体（3个）, 先进个人（共12名）.
fn roll(heading: &str) -> Option<(Range<usize>, &str)> {
    let inner = heading.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let inner = inner[open..].strip_prefix(['（', '('])?;
    let (number, rest) = run::number(blank(inner.strip_prefix(['共', '计']).unwrap_or(inner)), 3, 3, is_numeral)?;
    let rest = short::behind(blank(rest), &measure::LISTED)?;
    rest.is_empty().then_some((open..heading.len(), number))
}

/// A heading that says how many names stand below it: as many lines, or as many names parted by blanks and 、.
fn names_below(subject: &Subject<'_>, heading: Span, blocks: &[Block], findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let text = document.text.slice(heading);
    let Some((roll, number)) = roll(text) else { return };
    let Some(said) = count(number) else { return };
    let lines: Vec<&str> = blocks.iter().map(|block| document.text.slice(block.span)).collect();
    let sentence = |line: &&str| line.contains(['。', '；', '，', '：', '\t']) || line.chars().count() > 60;
    if lines.iter().any(sentence) {
        return;
    }
    let names: usize = lines.iter().map(|line| names(line)).sum();
    if lines.len() != said as usize && names != said as usize && names > 1 {
        let found = if lines.len() == 1 { names } else { lines.len() };
        let related: Vec<Span> = blocks.iter().map(|block| block.span).collect();
        let words = text[roll.clone()].trim_matches(['（', '）', '(', ')']);
        findings.report(&LIST, heading.slice(roll), &related, [words, &found.to_string()]);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Places;

    #[test]
    fn claims_announce_with_a_word_or_a_colon() {
        for (text, said) in [
            ("抓好以下三项工作：", &[("以下三项工作", 3)][..]),
            ("做好以下两 点。另有下列12\t类", &[("以下两 点", 2), ("下列12\t类", 12)]),
            ("做到三个坚持：甲；分五步:乙", &[("三个坚持", 3), ("五步", 5)]),
            ("三个方面一二三四五六七八九十甲乙丙丁：", &[("三个方面一二三四五六七八九十甲乙丙丁", 3)]),
            ("两个三项：", &[("两个三项", 2)]),
            ("抓好二十三四项工作：", &[]),
            ("三个一二三四五六七八九十甲乙丙丁戊：", &[]),
            ("三个坚持，抓落实：", &[]),
            ("三项工作。", &[]),
            ("第三项工作：前三项：3.5个：1—3个：一至三项：", &[]),
            ("一项工作：30项工作：", &[]),
            ("各项工作：", &[]),
            ("三  项工作：", &[]),
            ("：", &[]),
            ("", &[]),
        ] {
            let signs = Places::of(text);
            let announcing = signs.within(Cues::ANNOUNCING, Span::new(0, text.len()));
            let found: Vec<_> = claims(text, announcing).map(|claim| (&text[claim.range], claim.count)).collect();
            assert_eq!(found, said, "{text}");
        }
    }

    #[test]
    fn the_last_claim_ends_the_text() {
        for (text, said) in [
            ("开展六项行动", Some("六项行动")),
            ("开展六项行动。", Some("六项行动")),
            ("三点：五点", Some("五点")),
            ("三点：共五点", None),
            ("三点：，", None),
            ("", None),
        ] {
            assert_eq!(last_claim(text).map(|claim| &text[claim.range]), said, "{text}");
        }
    }

    #[test]
    fn a_roll_is_a_bracket_with_a_number_and_its_measure() {
        for (heading, read) in [
            ("先进集体（3个）", Some(("（3个）", "3"))),
            ("先进（一）个人(共 12 名)", Some(("(共 12 名)", "12"))),
            ("（计十二家）", Some(("（计十二家）", "十二"))),
            ("先进集体（3个", None),
            ("先进集体3个）", None),
            ("先进集体（3个）。", None),
            ("先进集体（3个单位）", None),
            ("先进集体（1234个）", None),
            ("先进集体（共计3个）", None),
            ("先进集体（个）", None),
            ("", None),
        ] {
            assert_eq!(roll(heading).map(|(range, number)| (&heading[range], number)), read, "{heading}");
        }
    }
}
