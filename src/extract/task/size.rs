//! What can be counted in a clause: signs, figures, verbs.
//!
//! A directive has a verb or two and some length; a heading has less of both, a table's line more figures, and what tells
//! of aims strings verb after verb.

use super::{
    feature::Told,
    weigh::{Evidence, Scale, evidence},
};
use crate::{lexicon::Tag, reading::clause::Clause};

/// Lengths, in signs, that a clause may exceed. Each one exceeded is evidence of its own: so near lengths weigh alike.
const LENGTHS: [usize; 8] = [4, 8, 12, 16, 28, 41, 60, 121];
static LENGTH_FROM: [Evidence<'static>; LENGTHS.len()] = Evidence::each("length_from", ["4", "8", "12", "16", "28", "41", "60", "121"]);

static FIGURES: [Evidence<'static>; 4] = Evidence::each("figures", ["none", "few", "some", "many"]);
static BARE_VERBS: [Evidence<'static>; 5] = Evidence::each("bare_verbs", ["0", "1", "2", "3", "4"]);

/// Weighs the size of a clause: of its text, `own`, and of its words, which have `told` what they are.
pub(super) fn weigh(own: &str, clause: &Clause, told: &Told, scale: &mut Scale<'_>) {
    let signs = signs(own);
    LENGTHS.iter().zip(&LENGTH_FROM).take_while(|(length, _)| signs >= **length).for_each(|(_, piece)| scale.add(piece));
    let figures = count(own.as_bytes(), |byte| byte.is_ascii_digit());
    scale.add(&FIGURES[((figures + 1).ilog2() as usize).min(FIGURES.len() - 1)]);
    // a modal word says more than the verbs behind it
    if told.bound {
        return;
    }
    scale.add(&BARE_VERBS[told.verbs.min(BARE_VERBS.len() - 1)]);
    let ends_in_verb = told.last.is_none_or(|tag| tag == Tag::Verb);
    if !ends_in_verb && clause.agent.is_none() && clause.segments.iter().all(|s| s.predicate != Some(s.head)) {
        scale.add(evidence!("form", "phrase"));
    }
}

/// The signs of `text` that can be seen. Counted over its bytes: blanks of several bytes, which are rare, begin as few
/// signs do (C2, E1, E2) or are E3 80 80.
fn signs(text: &str) -> usize {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let may_be_blank = pairs.fold(0, |any, (byte, next)| any | u8::from(matches!(byte, 0xc2 | 0xe1 | 0xe2) || (byte | next) == 0x80));
    if may_be_blank != 0 {
        return text.chars().filter(|c| !c.is_whitespace()).count();
    }
    count(bytes, |byte| !matches!(byte, 0x80..=0xbf | b'\t'..=b'\r' | b' '))
}

/// How many bytes are such. Sums of one byte each, which are added before they run over, are those that the compiler
/// makes sixteen of at once.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    let short = |bytes: &[u8]| bytes.iter().fold(0u8, |sum, byte| sum + u8::from(is(*byte)));
    bytes.chunks(usize::from(u8::MAX)).map(|bytes| usize::from(short(bytes))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_not_seen() {
        for (text, expected) in [("", 0), ("于 5月\t底前\n", 5), ("报　送\u{a0}材\u{2003}料", 4), ("“一〇”é倀", 5), ("ab\u{b}\u{c}\r1", 3)]
        {
            assert_eq!(signs(text), expected, "{text}");
            assert_eq!(text.chars().filter(|c| !c.is_whitespace()).count(), expected, "{text}");
        }
    }
}
