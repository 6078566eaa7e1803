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

/// Any number of a slot that few words share.
const fn number(word: &[u8]) -> usize {
    let (mut number, mut at) = (0u32, 0);
    while at < word.len() {
        number = (number ^ word[at] as u32).wrapping_mul(0x9e37_79b1);
        number ^= number >> 15;
        at += 1;
    }
    number as usize % SLOTS
}
