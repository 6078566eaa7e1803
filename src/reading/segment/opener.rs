//! What stands at the head of a segment before anybody is named or told to do something: a label that a time follows,
//! conjunctions, enumerators, a time.

use std::ops::Range;

use super::is_blank;
use crate::{
    lexicon::{Tag, Word, short},
    pattern::is_han,
    phrase::when::When,
    span::Found,
};

/// The first word behind a label that only says that the first of the `times` follows: 截止时间：│7月15日前请….
fn behind_label(text: &str, words: &[Word], times: &[Found<When>]) -> usize {
    const LONGEST: usize = 8;
    let (Some(start), Some(time)) = (words.first().map(Word::start), times.first().map(|time| time.range.start)) else { return 0 };
    if !(start..=start + "时".len() * (LONGEST + 2)).contains(&time) {
        return 0;
    }
    let label = text[start..].char_indices().take(LONGEST + 1).find(|(_, c)| !is_han(*c));
    let Some((at, colon)) = label.filter(|(at, c)| *at > 0 && matches!(c, '：' | ':')) else { return 0 };
    if !short::ends_with(&text[start..start + at], &["时间", "日期", "期限", "时限", "阶段"]) {
        return 0;
    }
    let behind = start + at + colon.len_utf8();
    words.iter().take(LONGEST + 2).position(|word| word.start() >= behind).unwrap_or(0)
}

/// The first word behind a label, conjunctions, enumerators and a time at the head.
pub(super) fn skip_openers(text: &str, words: &[Word], times: &[Found<When>]) -> usize {
    let (mut i, mut times) = (behind_label(text, words, times), times);
    while let Some(word) = words.get(i) {
        while let [Found { range: time, .. }, more @ ..] = times
            && time.end <= word.start()
        {
            times = more;
        }
        let next = times.first().map(|time| &time.range);
        if let Some(time) = next.filter(|time| time.start <= word.start()) {
            i += words[i..].iter().take_while(|w| w.start() < time.end).count();
            continue;
        }
        let own = || word.of(text);
        let opener = word.tag == Tag::Conjunction || is_blank(text, word) || word.tag == Tag::Adverb && own() == "原则上";
        // 于, 在 before a time belong to it
        let lead = || next.is_some_and(|time| time.start == word.end()) && matches!(own(), "于" | "在" | "自" | "从" | "至" | "到");
        if !opener && !lead() {
            break;
        }
        i += 1;
    }
    i
}

/// Those of the `times` that touch `range`.
#[inline]
pub(super) fn near<'t>(times: &'t [Found<When>], range: &Range<usize>) -> &'t [Found<When>] {
    if times.is_empty() {
        return times;
    }
    let first = times.partition_point(|time| time.range.end <= range.start);
    &times[first..first + times[first..].partition_point(|time| time.range.start <= range.end)]
}
