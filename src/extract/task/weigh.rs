//! Evidence, and what it weighs: above zero, a clause is a directive.
//!
//! The weights are a logistic regression over the evidence, learned from annotated documents by the program in
//! `tests/learn.rs` and kept as data in `weights.tsv`, one piece a line: what a maintainer reads there is why
//! clauses count. Evidence that has no line weighs nothing. The compiler reads the lines: evidence of a known name is
//! born with its weight, words are numbered. Names are told only where somebody asks for reasons.

mod line;
mod words;

use line::LINES;
pub(super) use words::Seen;
use words::WORD;

use crate::lexicon::Word;

/// A piece of evidence: what was looked at, what was found there, and what that weighs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence<'t> {
    about: &'static str,
    found: &'t str,
    weight: f64,
}

/// What speaks for or against every clause.
const BIAS: Evidence<'static> = Evidence::of("bias", "1");

/// Evidence that the compiler weighs: `evidence!("stop", "full")`.
macro_rules! evidence {
    ($about:literal, $found:literal) => {
        const { &$crate::extract::task::weigh::Evidence::of($about, $found) }
    };
}
pub(super) use evidence;

impl Evidence<'static> {
    /// That `found` was found where `about` was looked at.
    pub(super) const fn of(about: &'static str, found: &'static str) -> Self {
        let mut n = 0;
        while n < LINES.len() {
            if LINES[n].is_about(about) && LINES[n].found().is(found) {
                return Self { about, found, weight: LINES[n].weight };
            }
            n += 1;
        }
        Self { about, found, weight: 0.0 }
    }

    /// That each of these was found.
    pub(super) const fn each<const N: usize>(about: &'static str, found: [&'static str; N]) -> [Self; N] {
        let mut each = [BIAS; N];
        let mut n = 0;
        while n < N {
            each[n] = Self::of(about, found[n]);
            n += 1;
        }
        each
    }
}

/// The names of word lists.
pub(super) const fn names<const N: usize>(lists: &[(&'static str, &[&str]); N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut n = 0;
    while n < N {
        names[n] = lists[n].0;
        n += 1;
    }
    names
}

/// The evidence on a clause, added up in the order in which it is found.
#[derive(Clone, Debug)]
pub(super) struct Scale<'t> {
    odds: f64,
    /// The pieces, where somebody asks for reasons.
    reasons: Option<Vec<Evidence<'t>>>,
}

impl<'t> Scale<'t> {
    /// Nothing found yet.
    pub(super) fn new(with_reasons: bool) -> Self {
        Self { odds: 0.0, reasons: with_reasons.then(Vec::new) }
    }

    /// One piece more.
    #[inline]
    pub(super) fn add(&mut self, piece: &Evidence<'t>) {
        self.odds += piece.weight;
        if let Some(reasons) = &mut self.reasons {
            reasons.push(*piece);
        }
    }

    /// A `word` of the text, which counts once; `seen` are those of the clause before it.
    #[inline]
    pub(super) fn add_word(&mut self, text: &'t str, word: &Word, seen: &mut Seen) {
        let Some(weight) = seen.add(word.number) else { return };
        self.odds += weight;
        if let Some(reasons) = &mut self.reasons {
            reasons.push(Evidence { about: WORD, found: word.of(text), weight });
        }
    }

    /// The log-odds that the clause is a directive.
    pub(super) fn odds(&self) -> f64 {
        self.odds + BIAS.weight
    }

    /// What was found, by name, and what each piece weighs.
    pub(super) fn reasons(&self) -> impl Iterator<Item = (String, f64)> + '_ {
        self.reasons.iter().flatten().map(|piece| (format!("{}:{}", piece.about, piece.found), piece.weight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{cut, number};

    fn weight_of(number: u16) -> Option<f64> {
        Seen::default().add(number)
    }

    #[test]
    fn each_line_is_found_again() {
        let lines = include_str!("weights.tsv").lines().filter(|line| !line.starts_with('#'));
        for (name, weight) in lines.filter_map(|line| line.split_once('\t')) {
            let (about, found) = name.split_once(':').expect("two parts");
            let known = match about {
                WORD => number(found.as_bytes()).and_then(weight_of),
                _ => Some(Evidence::of(about, found).weight),
            };
            assert_eq!(known, weight.parse().ok(), "{name}");
        }
    }

    #[test]
    fn words_count_once() {
        let text = "加强加强自营自营";
        let words = cut(text);
        for with_reasons in [false, true] {
            let (mut scale, mut seen) = (Scale::new(with_reasons), Seen::default());
            words.iter().for_each(|word| scale.add_word(text, word, &mut seen));
            assert_eq!(scale.odds(), [0, 2].iter().filter_map(|n| weight_of(words[*n].number)).sum::<f64>() + BIAS.weight);
            assert_eq!(scale.reasons().count(), if with_reasons { 2 } else { 0 });
        }
    }
}
