//! What words weigh by themselves: a table by their numbers, since every clause asks for a dozen words.

use std::sync::LazyLock;

use super::line::LINES;
use crate::lexicon::number;

/// What the lines of words are about.
pub(super) const WORD: &str = "word";

/// No word of clauses has so great a number.
const COUNT: usize = 3072;

static WEIGHTS: LazyLock<Box<Weights>> = LazyLock::new(|| {
    let mut weights = Box::new([0.0; COUNT]);
    for line in LINES.iter().filter(|line| line.is_about(WORD)) {
        if let Some(number) = number(line.found().bytes()) {
            weights[usize::from(number)] = line.weight;
        }
    }
    weights
});

type Weights = [f64; COUNT];

/// Words of a clause, by their numbers.
pub(in crate::extract::task) struct Seen {
    words: [u64; COUNT / 64],
    weights: &'static Weights,
}

impl Default for Seen {
    fn default() -> Self {
        Self { words: [0; COUNT / 64], weights: &WEIGHTS }
    }
}

impl Seen {
    /// Adds the word with this number; what it weighs, if it is new.
    #[inline]
    pub(super) fn add(&mut self, number: u16) -> Option<f64> {
        debug_assert!(usize::from(number) < COUNT, "there are more words than there is room for");
        let (words, bit) = (self.words.get_mut(usize::from(number) / 64)?, 1 << (number % 64));
        let new = *words & bit == 0;
        *words |= bit;
        if new { self.weights.get(usize::from(number)).copied() } else { None }
    }
}
