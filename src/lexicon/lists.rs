//! Many short word lists, and which of them a text holds words of: one pass for all, where asking each word whether it
//! is contained would be as many passes as there are words.

use std::ops::Range;

use super::{
    filed::{Filed, Look, Side},
    pairs::{Here, Pairs},
    sieve,
};

const DRAWERS: usize = 256;
const PLACES: usize = 2048;
const SINGLE: usize = 512;

/// Numbered word lists.
pub(crate) struct Lists {
    words: Pairs<u8, PLACES, SINGLE>,
    /// The last two bytes of the Chinese characters with which words begin: a row for each byte, a bit for each next byte.
    first: [u64; 64],
}

/// Numbered lists of words with which texts begin.
pub(crate) struct Beginnings(Filed<u8, DRAWERS>);

/// Numbered lists of words with which texts end.
pub(crate) struct Endings(Filed<u8, DRAWERS>);

/// Some of the lists, by their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Held(u64);

/// A word of a list in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    start: u32,
    end: u32,
    list: u8,
}

impl Hit {
    /// A word of `list` from byte `start` to `end`.
    #[inline(always)]
    pub(super) const fn new(list: u8, start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32, list }
    }

    /// Those of the `hits` in a text that stand within `range`.
    pub(crate) fn within<'h>(hits: &'h [Self], range: &Range<usize>) -> impl Iterator<Item = &'h Self> {
        let (start, end) = (range.start as u32, range.end as u32);
        let first = hits.partition_point(|hit| hit.start < start);
        hits[first..].iter().take_while(move |hit| hit.start < end).filter(move |hit| hit.end <= end)
    }

    /// The number of the list.
    pub(crate) const fn list(&self) -> usize {
        self.list as usize
    }

    /// Where the word stands.
    pub(crate) const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Held {
    /// The lists of the `hits` that stand within `range`.
    pub(crate) fn within(hits: &[Hit], range: &Range<usize>) -> Self {
        Self(Hit::within(hits, range).fold(0, |held, hit| held | 1 << hit.list))
    }

    /// Whether list `n` is among them.
    pub(crate) const fn has(self, n: usize) -> bool {
        self.0 >> n & 1 == 1
    }

    /// These and those.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The members of `all` whose numbers these are.
    pub(crate) fn of<T>(self, all: &[T]) -> impl DoubleEndedIterator<Item = &T> {
        let known = if all.len() < 64 { self.0 & ((1 << all.len()) - 1) } else { self.0 };
        Numbers(known).map(|n| &all[n])
    }
}

/// The bits of a set, from the lowest to the highest.
struct Numbers(u64);

impl Iterator for Numbers {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let n = (self.0 != 0).then(|| self.0.trailing_zeros())?;
        self.0 &= self.0 - 1;
        Some(n as usize)
    }
}

impl DoubleEndedIterator for Numbers {
    fn next_back(&mut self) -> Option<usize> {
        let n = self.0.checked_ilog2()?;
        self.0 ^= 1 << n;
        Some(n as usize)
    }
}

impl Lists {
    /// At most 64 lists, numbered as they come.
    pub(crate) fn new<'l>(lists: impl IntoIterator<Item = &'l [&'static str]>) -> Self {
        let (words, mut first) = (numbered(lists), [0; 64]);
        for (word, _) in &words {
            if let [0xe0..=0xef, second, third, ..] = word.as_bytes() {
                first[usize::from(second & 0x3f)] |= 1 << (third & 0x3f);
            }
        }
        Self { words: Pairs::new(words), first }
    }

    /// `text` behind the Chinese characters and marks with which it begins and no word does.
    #[inline(always)]
    fn behind_silent<'t>(&self, text: &'t [u8]) -> &'t [u8] {
        sieve::silent(text, |code| self.first[(code >> 8 & 0x3f) as usize] >> (code >> 16 & 0x3f) & 1 == 0)
    }

    /// At most 64 words, each a list of its own.
    pub(crate) fn of_one(words: &[&'static str]) -> Self {
        Self::new(words.iter().map(std::slice::from_ref))
    }

    /// Shows the words that stand in `text`, from left to right: their numbers, where they begin, how long they are.
    #[inline(always)]
    fn all(&self, text: &str, mut seen: impl FnMut(u8, usize, usize)) {
        let mut rest = self.behind_silent(text.as_bytes());
        while let Some(lead) = rest.first() {
            let (at, chinese) = (text.len() - rest.len(), matches!(lead, 0xe4..=0xe9));
            let here = if chinese { Here::before_chinese(rest) } else { Here::before(rest) };
            if !self.words.is_silent(here) {
                self.words.standing(here, |list, length| seen(*list, at, length));
            }
            rest = self.behind_silent(if chinese { &rest[3..] } else { sieve::sign(rest).1 });
        }
    }

    /// The number of the list that has `word`.
    pub(crate) fn of(&self, word: &str) -> Option<usize> {
        let mut list = None;
        self.words.standing(Here::before(word.as_bytes()), |known, length| {
            if length == word.len() {
                list = list.or(Some(usize::from(*known)));
            }
        });
        list
    }

    /// Where words of the lists stand in `text`.
    pub(crate) fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.all(text, |list, at, length| hits.push(Hit::new(list, at, at + length)));
        hits
    }

    /// The lists of which `text` holds a word.
    pub(crate) fn held_by(&self, text: &str) -> Held {
        let mut held = 0;
        self.all(text, |list, _, _| held |= 1 << list);
        Held(held)
    }
}

impl Beginnings {
    /// At most 64 lists, numbered as they come.
    pub(crate) fn new<'l>(lists: impl IntoIterator<Item = &'l [&'static str]>) -> Self {
        Self(Filed::new(numbered(lists), Side::Beginning))
    }

    /// The lists with a word of which `text` begins.
    pub(crate) fn held_by(&self, text: &str) -> Held {
        let bytes = text.as_bytes();
        let look = Look::first(bytes);
        let begun = self.0.under(look).iter().filter(|word| word.begins(bytes, look));
        Held(begun.fold(0, |held, word| held | 1 << word.value))
    }
}

impl Endings {
    /// At most 64 lists, numbered as they come.
    pub(crate) fn new<'l>(lists: impl IntoIterator<Item = &'l [&'static str]>) -> Self {
        Self(Filed::new(numbered(lists), Side::End))
    }

    /// The lists with a word of which `text` ends.
    pub(crate) fn held_by(&self, text: &str) -> Held {
        let bytes = text.as_bytes();
        let look = Look::last(bytes);
        let mut held = 0;
        for word in self.0.under(look) {
            if word.ends(bytes, look) {
                held |= 1 << word.value;
            }
        }
        Held(held)
    }
}

/// Each word with the number of its list, which is that of a bit.
pub(super) fn numbered<'l>(lists: impl IntoIterator<Item = &'l [&'static str]>) -> Vec<(&'static str, u8)> {
    let numbered: Vec<_> = (0..).zip(lists).flat_map(|(n, words)| words.iter().map(move |word| (*word, n))).collect();
    debug_assert!(numbered.iter().all(|(_, n)| *n < 64), "a list has no bit of its own");
    numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_held_as_their_words_are_contained() {
        let lists: [&[&str]; 4] = [&["了", "已经"], &["经费", "×"], &["费用支出"], &["万元", "元/", "%"]];
        let (index, beginnings, endings) = (Lists::new(lists), Beginnings::new(lists), Endings::new(lists));
        for text in ["", "已", "已经费用", "经费用支", "3万元/×", "了", "%", "经费用支出%"] {
            let (held, beginning, ending) = (index.held_by(text), beginnings.held_by(text), endings.held_by(text));
            for (n, words) in lists.iter().enumerate() {
                assert_eq!(held.has(n), words.iter().any(|w| text.contains(w)), "{text}: {words:?}");
                assert_eq!(Held::within(&index.hits(text), &(0..text.len())).has(n), held.has(n), "{text}: {words:?}");
                assert_eq!(beginning.has(n), words.iter().any(|w| text.starts_with(w)), "{text}: {words:?}");
                assert_eq!(ending.has(n), words.iter().any(|w| text.ends_with(w)), "{text}: {words:?}");
            }
        }
    }
}
