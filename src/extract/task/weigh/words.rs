//! What words weigh by themselves: a table that the compiler fills, since every clause asks for a dozen words.

use super::line::{Line, Stretch};

/// What the lines of words are about.
pub(super) const WORD: &str = "word";

/// How many words weigh something.
const COUNT: usize = count();

/// How many slots there are: more than twice as many as words.
const SLOTS: usize = 4096;

/// The words that weigh something, by the first free slot from the number of each on.
struct Words {
    /// One more than the place of a word in `entries`; nothing in free slots.
    slots: [u16; SLOTS],
    entries: [Entry; COUNT],
}

/// A word and what it weighs.
#[derive(Clone, Copy)]
struct Entry {
    key: Key,
    word: Stretch,
    weight: f64,
}

static WORDS: Words = Words::new();

/// The number of `word` among those that weigh something, and its weight.
#[inline]
pub(super) fn weight(word: &[u8]) -> Option<(usize, f64)> {
    let key = Key::of(word);
    let mut slot = key.number();
    loop {
        let n = usize::from(WORDS.slots[slot]);
        let entry = WORDS.entries[..n].last()?;
        if entry.key == key && (word.len() <= Key::WHOLE || entry.word.bytes() == word) {
            return Some((n - 1, entry.weight));
        }
        slot = (slot + 1) % SLOTS;
    }
}

impl Words {
    const fn new() -> Self {
        let mut slots = [0; SLOTS];
        let mut entries = [Entry { key: Key::of(&[]), word: Stretch::EMPTY, weight: 0.0 }; COUNT];
        let (mut next, mut n) = (Some(Line::first()), 0);
        while let Some(line) = next {
            if line.is_about(WORD) {
                let key = Key::of(line.found().bytes());
                let mut slot = key.number();
                while slots[slot] != 0 {
                    slot = (slot + 1) % SLOTS;
                }
                entries[n] = Entry { key, word: line.found(), weight: line.weight };
                n += 1;
                slots[slot] = n as u16;
            }
            next = line.next();
        }
        Self { slots, entries }
    }
}

const fn count() -> usize {
    let (mut next, mut count) = (Some(Line::first()), 0);
    while let Some(line) = next {
        count += line.is_about(WORD) as usize;
        next = line.next();
    }
    assert!(count * 2 < SLOTS, "most slots stay free");
    count
}

/// The first bytes of a word, its last ones and its length: two numbers are compared faster than texts are. Words of up to
/// [`Key::WHOLE`] bytes, which are five characters, are told apart by it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    first: u64,
    last: u64,
    length: usize,
}

impl Key {
    /// The longest word of which all bytes are in its key.
    const WHOLE: usize = 16;

    #[inline]
    const fn of(word: &[u8]) -> Self {
        let length = word.len();
        // most words are two characters
        if length < 8
            && let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk())
        {
            return Self { first: u32::from_le_bytes(*first) as u64, last: u32::from_le_bytes(*last) as u64, length };
        }
        if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
            return Self { first: u64::from_le_bytes(*first), last: u64::from_le_bytes(*last), length };
        }
        let first = match *word {
            [a, b, c] => [a, b, c, 0],
            [a, b] => [a, b, 0, 0],
            [a] => [a, 0, 0, 0],
            _ => [0; 4],
        };
        Self { first: u32::from_le_bytes(first) as u64, last: 0, length }
    }

    /// Any number of a slot that few words share.
    #[inline]
    const fn number(self) -> usize {
        let mixed = (self.first ^ self.last.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 52) as usize % SLOTS
    }
}

/// Words of a clause, by their numbers.
#[derive(Default)]
pub(in crate::extract::task) struct Seen([u64; COUNT.div_ceil(64)]);

impl Seen {
    /// Adds the word with this number; whether it is new.
    #[inline]
    pub(super) fn add(&mut self, number: usize) -> bool {
        let (words, bit) = (&mut self.0[number / 64], 1 << (number % 64));
        let new = *words & bit == 0;
        *words |= bit;
        new
    }
}
