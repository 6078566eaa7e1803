//! Words filed under the two characters with which they begin (or end), so that a text is compared with few of them at
//! each place: of most pairs of characters one bit tells that no word has them.
//!
//! A character is looked at as the bytes that it has in UTF-8, taken for one number, its *code*; nothing is decoded. The
//! steps of a look are a few instructions each, so they are always inlined.

/// The end of words under which they are filed.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Beginning,
    End,
}

/// Words in `N` drawers, each under its outermost character; those of one drawer from the longest to the shortest.
pub(super) struct Filed<T, const N: usize> {
    drawers: Box<[Drawer; N]>,
    words: Vec<Entry<T>>,
    /// The last two bytes of the Chinese characters among the outermost ones: a row for each byte, a bit for each next byte.
    outermost: [u64; 64],
}

/// A stretch of words.
#[derive(Clone, Copy)]
struct Drawer {
    /// Which characters stand next to the outermost ones: 64 kinds of characters have a bit each.
    next: u64,
    /// Where its words begin, where those of a single character, and where they end.
    from: u16,
    single: u16,
    to: u16,
}

/// A word in its drawer.
#[derive(Clone, Copy)]
pub(super) struct Entry<T> {
    /// Its outermost character and, where it has one, the next.
    pair: Pair,
    /// What stands behind (or before) these two.
    rest: &'static [u8],
    /// Its length in bytes.
    pub(super) length: usize,
    /// What it stands for.
    pub(super) value: T,
}

/// Two characters, the one at the end of a word or text and the one next to it.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) outer: u32,
    pub(super) next: u32,
}

impl<T: Copy, const N: usize> Filed<T, N> {
    /// Files `words` by `side`.
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, T)>, side: Side) -> Self {
        let words: Vec<_> = words.into_iter().map(|(word, value)| Entry::new(word, value, side)).collect();
        let at = |word: &Entry<T>| drawer::<N>(word.pair.outer);
        let mut drawers: Box<[Drawer; N]> = Box::new([Drawer { next: 0, from: 0, single: 0, to: 0 }; N]);
        words.iter().for_each(|word| drawers[at(word)].to += 1);
        let mut end = 0;
        for drawer in drawers.iter_mut().filter(|drawer| drawer.to > 0) {
            (drawer.from, end) = (end, end + drawer.to);
            drawer.to = drawer.from;
        }
        let mut order = vec![0; words.len()];
        for (n, word) in words.iter().enumerate() {
            let drawer = &mut drawers[at(word)];
            order[usize::from(drawer.to)] = n;
            drawer.to += 1;
        }
        let mut words: Vec<_> = order.into_iter().map(|n| words[n]).collect();
        for drawer in drawers.iter_mut().filter(|drawer| drawer.from < drawer.to) {
            let own = &mut words[usize::from(drawer.from)..usize::from(drawer.to)];
            own.sort_unstable_by_key(|word| (word.pair.next == 0, std::cmp::Reverse(word.length)));
            let several = own.iter().take_while(|word| word.pair.next > 0);
            (drawer.single, drawer.next) = several.fold((drawer.from, 0), |(n, next), word| (n + 1, next | bit(word.pair.next)));
        }
        let mut outermost = [0; 64];
        words.iter().for_each(|word| outermost[row(word.pair.outer)] |= bit(word.pair.outer));
        Self { drawers, words, outermost }
    }

    /// The next place of `text` where a word may begin: the text from there on, and the characters that stand there.
    #[inline(always)]
    pub(super) fn next_place<'t>(&self, text: &'t [u8]) -> Option<(&'t [u8], Pair)> {
        let mut rest = text;
        while !rest.is_empty() {
            let bytes = eight(rest);
            let here = Sign::first(bytes);
            // of what is no Chinese character there is little
            if here.code < 0x1_0000 || self.outermost[row(here.code)] & bit(here.code) != 0 {
                return Some((rest, Pair { outer: here.code, next: Sign::first(bytes >> (8 * here.length)).code }));
            }
            rest = &rest[here.length..];
        }
        None
    }

    /// Shows the words that stand in `text`, from left to right, and where they begin.
    #[inline(always)]
    pub(super) fn standing(&self, text: &[u8], mut seen: impl FnMut(usize, &Entry<T>)) {
        let mut rest = text;
        while let Some((here, pair)) = self.next_place(rest) {
            for word in self.under(pair) {
                if word.begins(here, pair) {
                    seen(text.len() - here.len(), word);
                }
            }
            rest = &here[Sign::first(u64::from(here[0])).length..];
        }
    }

    /// The words that may have the characters `pair` at their end.
    #[inline(always)]
    pub(super) fn under(&self, pair: Pair) -> &[Entry<T>] {
        let drawer = &self.drawers[drawer::<N>(pair.outer)];
        match drawer.next & bit(pair.next) == 0 {
            true if drawer.single == drawer.to => &[],
            true => &self.words[usize::from(drawer.single)..usize::from(drawer.to)],
            false => &self.words[usize::from(drawer.from)..usize::from(drawer.to)],
        }
    }
}

/// The drawer of words with the character `outer`.
#[inline(always)]
const fn drawer<const N: usize>(outer: u32) -> usize {
    // the upper half of such a product depends on all bytes of a character
    (outer.wrapping_mul(0x9e37_79b1) >> 16) as usize % N
}

/// The bit of a character: that of its last byte, of which Chinese ones have 64.
#[inline(always)]
const fn bit(next: u32) -> u64 {
    1 << (next >> 16 & 0x3f)
}

/// The row of a Chinese character: its second byte.
#[inline(always)]
const fn row(outer: u32) -> usize {
    (outer >> 8 & 0x3f) as usize
}

impl<T> Entry<T> {
    fn new(word: &'static str, value: T, side: Side) -> Self {
        let bytes = word.as_bytes();
        let (pair, rest) = match side {
            Side::Beginning => {
                let (pair, length) = first_two(bytes);
                (pair, &bytes[length..])
            }
            Side::End => {
                let (pair, length) = last_two(bytes);
                (pair, &bytes[..bytes.len() - length])
            }
        };
        debug_assert!(!bytes.is_empty() && !bytes.contains(&0), "a word of nothing");
        Self { pair, rest, length: bytes.len(), value }
    }

    /// Whether its first two characters are `pair`, as far as it has them.
    #[inline(always)]
    const fn has(&self, pair: Pair) -> bool {
        self.pair.outer == pair.outer && (self.pair.next == pair.next || self.pair.next == 0)
    }

    /// Whether `text` begins with it, of which `pair` are the first two characters.
    #[inline(always)]
    pub(super) fn begins(&self, text: &[u8], pair: Pair) -> bool {
        self.has(pair) && (self.rest.is_empty() || text[self.length - self.rest.len()..].starts_with(self.rest))
    }

    /// Whether `text` ends with it, of which `pair` are the last two characters.
    #[inline(always)]
    pub(super) fn ends(&self, text: &[u8], pair: Pair) -> bool {
        self.has(pair) && (self.rest.is_empty() || text[..text.len() + self.rest.len() - self.length].ends_with(self.rest))
    }
}

/// A character of a text.
#[derive(Clone, Copy)]
pub(super) struct Sign {
    pub(super) code: u32,
    pub(super) length: usize,
}

impl Sign {
    /// The first character of eight bytes.
    #[inline(always)]
    pub(super) const fn first(bytes: u64) -> Self {
        match bytes as u8 {
            0xe0..=0xef => Self { code: bytes as u32 & 0xff_ffff, length: 3 },
            0..=0x7f => Self { code: bytes as u32 & 0x7f, length: 1 },
            0xf0..=0xff => Self { code: bytes as u32, length: 4 },
            _ => Self { code: bytes as u32 & 0xffff, length: 2 },
        }
    }

    /// The last character of eight bytes.
    #[inline(always)]
    const fn last(bytes: u64) -> Self {
        match ((bytes >> 40) as u8, (bytes >> 56) as u8, (bytes >> 32) as u8) {
            (0xe0..=0xef, _, _) => Self { code: (bytes >> 40) as u32, length: 3 },
            (_, 0..=0x7f, _) => Self { code: (bytes >> 56) as u32, length: 1 },
            (_, _, 0xf0..=0xff) => Self { code: (bytes >> 32) as u32, length: 4 },
            _ => Self { code: (bytes >> 48) as u32, length: 2 },
        }
    }
}

/// The first eight bytes of `text` in one look, zeros behind its end: two characters have no more.
#[inline(always)]
pub(super) fn eight(text: &[u8]) -> u64 {
    text.first_chunk().map_or_else(|| few(text), |bytes| u64::from_le_bytes(*bytes))
}

/// The last eight bytes of `text`, zeros before its head.
#[inline(always)]
fn last_eight(text: &[u8]) -> u64 {
    // a shift by all bits is none
    let fewer = || few(text).checked_shl(64 - 8 * text.len() as u32).unwrap_or(0);
    text.last_chunk().map_or_else(fewer, |bytes| u64::from_le_bytes(*bytes))
}

/// The bytes of a text that has less than eight: two looks that overlap, or three.
#[inline(never)]
fn few(text: &[u8]) -> u64 {
    let at = |n: usize| u64::from(text[n]) << (8 * n);
    match (text.first_chunk::<4>(), text.last_chunk::<4>(), text.len()) {
        (Some(first), Some(last), length) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (length - 4))
        }
        (.., 0) => 0,
        (.., length) => at(0) | at(length / 2) | at(length - 1),
    }
}

/// The two characters with which `text` begins, and how long they are.
#[inline(always)]
pub(super) fn first_two(text: &[u8]) -> (Pair, usize) {
    let bytes = eight(text);
    let outer = Sign::first(bytes);
    let next = Sign::first(bytes >> (8 * outer.length));
    (Pair { outer: outer.code, next: next.code }, (outer.length + next.length).min(text.len()))
}

/// The two characters with which `text` ends, the last one outermost, and how long they are.
#[inline(always)]
pub(super) fn last_two(text: &[u8]) -> (Pair, usize) {
    let bytes = last_eight(text);
    let outer = Sign::last(bytes);
    let next = Sign::last(bytes << (8 * outer.length));
    (Pair { outer: outer.code, next: next.code }, (outer.length + next.length).min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_characters() {
        let code = |c: char| {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes);
            u32::from_le_bytes(bytes)
        };
        for text in ["", "a", "各é😀。x", "é", "😀", "一é", "é😀", "各县", "县（市、区）", "\0各"] {
            for (at, c) in text.char_indices() {
                let sign = Sign::first(eight(&text.as_bytes()[at..]));
                assert_eq!((sign.code, sign.length), (code(c), c.len_utf8()), "{text}");
            }
            let (mut on, mut back) = (text.chars().map(code), text.chars().rev().map(code));
            let (begins, ends) = (first_two(text.as_bytes()).0, last_two(text.as_bytes()).0);
            assert_eq!((begins.outer, begins.next), (on.next().unwrap_or(0), on.next().unwrap_or(0)), "{text}");
            assert_eq!((ends.outer, ends.next), (back.next().unwrap_or(0), back.next().unwrap_or(0)), "{text}");
        }
    }
}
