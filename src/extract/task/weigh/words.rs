//! What words weigh by themselves: a table by their numbers, since every clause asks for a dozen words.

use std::sync::LazyLock;

use super::line::LINES;
use crate::lexicon::number;

/// What the lines of words are about.
pub(super) const WORD: &str = "word";

/// No word of clauses has so great a number.
const COUNT: usize = 3072;

static WEIGHTS: LazyLock<Box<[f64; COUNT]>> = LazyLock::new(|| {
    let mut weights = Box::new([0.0; COUNT]);
    for line in LINES.iter().filter(|line| line.is_about(WORD)) {
        if let Some(number) = number(line.found().bytes()) {
            weights[usize::from(number)] = line.weight;
        }
    }
    weights
});

/// What the word with this number weighs.
#[inline]
pub(super) fn weight(number: u16) -> f64 {
    WEIGHTS.get(usize::from(number)).copied().unwrap_or_default()
}

/// Words of a clause, by their numbers.
pub(in crate::extract::task) struct Seen([u64; COUNT / 64]);

impl Default for Seen {
    fn default() -> Self {
        Self([0; COUNT / 64])
    }
}

impl Seen {
    /// Adds the word with this number; whether it is new.
    #[inline]
    pub(super) fn add(&mut self, number: u16) -> bool {
        debug_assert!(usize::from(number) < COUNT, "there are more words than there is room for");
        let (words, bit) = (&mut self.0[usize::from(number) / 64 % (COUNT / 64)], 1 << (number % 64));
        let new = *words & bit == 0;
        *words |= bit;
        new
    }
}
