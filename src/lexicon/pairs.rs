//! Words filed by the two characters with which they begin, for texts that are looked at from end to end: at most places
//! one look tells that no word of several characters begins there, and one more that none of a single one does.

use super::filed::{Sign, eight};

/// Words, and what each of them stands for; of `N` places few are shared by several pairs of characters, and of `M` few by
/// several characters. A place of a text touches few bytes of all this: what a text has touched before is near.
#[derive(Clone)]
pub(crate) struct Pairs<T, const N: usize, const M: usize> {
    /// The first word that begins with a pair of characters; and the first that is filed by its first character alone, since it
    /// has no other, or one that is no Chinese one. They are given by their numbers in `words`, counted from one.
    pairs: Box<[u16; N]>,
    alone: Box<[u16; M]>,
    words: Vec<Placed<T>>,
    /// The words themselves, which few look at: those of more bytes than a look has.
    whole: Vec<&'static str>,
}

/// A word in its place: as much of it as one look at a text shows.
#[derive(Clone)]
struct Placed<T> {
    /// Its bytes, shifted to the upper ones; and how far those of a text are to be shifted so that no others are left.
    key: u64,
    shift: u8,
    length: u8,
    /// The next word there, which is no longer than it.
    next: u16,
    value: T,
}

/// The bytes of a look.
const LOOK: usize = 8;

/// A place in a text.
#[derive(Clone, Copy)]
pub(super) struct Here<'t> {
    /// The text from there on, and its first bytes.
    rest: &'t [u8],
    bytes: u64,
    /// Numbers of its first two characters and of the first, of which the upper bits depend on all their bytes.
    pair: u64,
    alone: u32,
}

impl<'t> Here<'t> {
    /// Before `rest`.
    #[inline(always)]
    pub(super) fn before(rest: &'t [u8]) -> Self {
        let bytes = eight(rest);
        Self::of(rest, bytes, Sign::first(bytes).code)
    }

    /// Before `rest`, which begins with a Chinese character.
    #[inline(always)]
    pub(super) fn before_chinese(rest: &'t [u8]) -> Self {
        let bytes = eight(rest);
        Self::of(rest, bytes, bytes as u32 & 0xff_ffff)
    }

    #[inline(always)]
    const fn of(rest: &'t [u8], bytes: u64, code: u32) -> Self {
        Self { rest, bytes, pair: (bytes << 16).wrapping_mul(0x9e37_79b9_7f4a_7c15), alone: code.wrapping_mul(0x9e37_79b1) }
    }

    /// Where words are filed that begin with the two characters.
    #[inline(always)]
    const fn pair<const N: usize>(self) -> usize {
        (self.pair >> (64 - N.ilog2())) as usize % N
    }

    /// Where those are filed that begin with the first.
    #[inline(always)]
    const fn alone<const N: usize>(self) -> usize {
        (self.alone >> (32 - N.ilog2())) as usize % N
    }
}

impl<T, const N: usize, const M: usize> Pairs<T, N, M> {
    /// Files `words`.
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut filed = Self { pairs: Box::new([0; N]), alone: Box::new([0; M]), words: Vec::new(), whole: Vec::new() };
        words.into_iter().for_each(|(word, value)| filed.file(word, value));
        filed
    }

    /// Files a word before the first in its place that is shorter, and so behind another that is the same.
    pub(super) fn file(&mut self, word: &'static str, value: T) {
        let bytes = word.as_bytes();
        debug_assert!(!bytes[0].is_ascii_alphanumeric(), "{word} begins within what is cut as one sign");
        let here = Here::before(bytes);
        let first = match bytes {
            [0xe4..=0xe9, _, _, 0xe0..=0xef, ..] => &mut self.pairs[here.pair::<N>()],
            _ => &mut self.alone[here.alone::<M>()],
        };
        let own = self.words.len() as u16 + 1;
        let (mut before, mut next) = (None, *first);
        while let Some(other) = placed(&self.words, next).filter(|other| usize::from(other.length) >= word.len()) {
            (before, next) = (Some(usize::from(next) - 1), other.next);
        }
        match before {
            Some(before) => self.words[before].next = own,
            None => *first = own,
        }
        let shift = 8 * LOOK.saturating_sub(word.len()) as u8;
        self.words.push(Placed { key: here.bytes << shift, shift, length: word.len() as u8, next, value });
        self.whole.push(word);
    }

    /// The places of words that may stand `here`, one behind the other; most have no word.
    #[inline(always)]
    fn at(&self, here: Here<'_>) -> [u16; 2] {
        [self.pairs[here.pair::<N>()], self.alone[here.alone::<M>()]]
    }

    /// Whether no word may stand `here`, as in most places.
    #[inline(always)]
    pub(super) fn is_silent(&self, here: Here<'_>) -> bool {
        let [pair, alone] = self.at(here);
        pair | alone == 0
    }

    /// Shows the words that stand `here`, by what they stand for and their lengths: those of several characters first, the
    /// longest of them before the others.
    #[inline(always)]
    pub(super) fn standing<'w>(&'w self, here: Here<'_>, mut seen: impl FnMut(&'w T, usize)) {
        self.along(self.at(here), here, &mut seen);
    }

    /// Shows the words that stand `here`, before a character that is no Chinese one.
    #[inline]
    pub(super) fn standing_alone<'w>(&'w self, here: Here<'_>, mut seen: impl FnMut(&'w T, usize)) {
        self.along([self.alone[here.alone::<M>()]], here, &mut seen);
    }

    /// Shows those of the words that stand `here`, from these first ones on.
    #[inline(always)]
    fn along<'w, const F: usize>(&'w self, first: [u16; F], here: Here<'_>, seen: &mut impl FnMut(&'w T, usize)) {
        for mut next in first {
            while let Some(word) = placed(&self.words, next) {
                let (own, length) = (usize::from(next) - 1, usize::from(word.length));
                next = word.next;
                if here.bytes << word.shift == word.key && (length <= LOOK || here.rest.starts_with(self.whole[own].as_bytes())) {
                    seen(&word.value, length);
                }
            }
        }
    }
}

/// The word with this number, counted from one.
#[inline(always)]
fn placed<T>(words: &[Placed<T>], number: u16) -> Option<&Placed<T>> {
    words.get(usize::from(number).wrapping_sub(1))
}
