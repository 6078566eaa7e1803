//! What words weigh by themselves: a table that the compiler fills, since every clause asks for a dozen words.

use super::line::{Line, Stretch};

/// What the lines of words are about.
pub(super) const WORD: &str = "word";

/// How many slots there are: more than twice as many as words.
const SLOTS: usize = 4096;

/// The words that weigh something, each in the first free slot from its number on.
struct Words([Slot; SLOTS]);

/// A word, which is empty in a free slot, and what it weighs.
#[derive(Clone, Copy)]
struct Slot {
    word: Stretch,
    weight: f64,
}

static WORDS: Words = Words::new();

/// The number of `word` among those that weigh something, and its weight.
pub(super) fn weight(word: &str) -> Option<(u16, f64)> {
    let mut at = number(word.as_bytes());
    loop {
        let slot = &WORDS.0[at];
        if slot.word.is_empty() {
            return None;
        }
        if slot.word.bytes() == word.as_bytes() {
            return Some((at as u16, slot.weight));
        }
        at = (at + 1) % SLOTS;
    }
}

impl Words {
    const fn new() -> Self {
        let mut slots = [Slot { word: Stretch::EMPTY, weight: 0.0 }; SLOTS];
        let (mut next, mut words) = (Some(Line::first()), 0);
        while let Some(line) = next {
            if line.is_about(WORD) {
                let mut at = number(line.found().bytes());
                while !slots[at].word.is_empty() {
                    at = (at + 1) % SLOTS;
                }
                slots[at] = Slot { word: line.found(), weight: line.weight };
                words += 1;
            }
            next = line.next();
        }
        assert!(words * 2 < SLOTS, "most slots stay free");
        Self(slots)
    }
}

/// Any number of a slot that few words share: of the first four bytes and the last four.
const fn number(word: &[u8]) -> usize {
    let four = match *word {
        [a, b, c, d, ..] => [a, b, c, d],
        [a, b, c] => [a, b, c, 0],
        _ => [0; 4],
    };
    let last = match *word {
        [.., a, b, c, d] => [a, b, c, d],
        _ => [0; 4],
    };
    let number = u32::from_le_bytes(four) ^ u32::from_le_bytes(last).rotate_left(13);
    number.wrapping_mul(0x9e37_79b1) as usize / (1 << 20) % SLOTS
}

/// Words of a clause, by their numbers.
pub(in crate::extract::task) struct Seen([u64; SLOTS / 64]);

impl Default for Seen {
    fn default() -> Self {
        Self([0; SLOTS / 64])
    }
}

impl Seen {
    /// Adds a word; whether it is new.
    pub(super) fn add(&mut self, number: u16) -> bool {
        let (words, bit) = (&mut self.0[usize::from(number) / 64 % (SLOTS / 64)], 1 << (number % 64));
        let new = *words & bit == 0;
        *words |= bit;
        new
    }
}
