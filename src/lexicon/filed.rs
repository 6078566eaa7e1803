//! Words filed under the two characters with which they begin (or end), so that a text is compared with few of them at
//! each place: of most pairs of characters one bit tells that no word has them.
//!
//! A character is looked at as the bytes that it has in UTF-8, taken for one number, its *code*; nothing is decoded.

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
        let mut words: Vec<_> = words.into_iter().map(|(word, value)| Entry::new(word, value, side)).collect();
        words.sort_unstable_by_key(|word| (drawer::<N>(word.pair.outer), word.pair.next == 0, std::cmp::Reverse(word.length)));
        let mut drawers: Box<[Drawer; N]> = Box::new([Drawer { next: 0, from: 0, single: 0, to: 0 }; N]);
        for (n, word) in (0..).zip(&words) {
            let drawer = &mut drawers[drawer::<N>(word.pair.outer)];
            if drawer.to == 0 {
                (drawer.from, drawer.single) = (n, n);
            }
            drawer.to = n + 1;
            if word.pair.next > 0 {
                drawer.next |= bit(word.pair.next);
                drawer.single = n + 1;
            }
        }
        let mut outermost = [0; 64];
        words.iter().for_each(|word| outermost[row(word.pair.outer)] |= bit(word.pair.outer));
        Self { drawers, words, outermost }
    }

    /// The next place of `text` where a word may begin: the text from there on, and the characters that stand there.
    #[inline]
    pub(super) fn next_place<'t>(&self, text: &'t [u8]) -> Option<(&'t [u8], Pair)> {
        let mut here = text;
        while !here.is_empty() {
            let (outer, rest) = first_sign(here);
            // of what is no Chinese character there is little
            if outer < 0x1_0000 || self.outermost[row(outer)] & bit(outer) != 0 {
                return Some((here, Pair { outer, next: first_sign(rest).0 }));
            }
            here = rest;
        }
        None
    }

    /// Shows the words that stand in `text`, from left to right, and where they begin.
    #[inline]
    pub(super) fn standing(&self, text: &[u8], mut seen: impl FnMut(usize, &Entry<T>)) {
        let mut left = text;
        while let Some((here, pair)) = self.next_place(left) {
            for word in self.under(pair).iter().filter(|word| word.begins(here, pair)) {
                seen(text.len() - here.len(), word);
            }
            left = first_sign(here).1;
        }
    }

    /// The words that may have the characters `pair` at their end.
    #[inline]
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
#[inline]
const fn drawer<const N: usize>(outer: u32) -> usize {
    // the upper half of such a product depends on all bytes of a character
    (outer.wrapping_mul(0x9e37_79b1) >> 16) as usize % N
}

/// The bit of a character: that of its last byte, of which Chinese ones have 64.
#[inline]
const fn bit(next: u32) -> u64 {
    1 << (next >> 16 & 0x3f)
}

/// The row of a Chinese character: its second byte.
#[inline]
const fn row(outer: u32) -> usize {
    (outer >> 8 & 0x3f) as usize
}

impl<T> Entry<T> {
    fn new(word: &'static str, value: T, side: Side) -> Self {
        let bytes = word.as_bytes();
        let (pair, rest) = match side {
            Side::Beginning => first_two(bytes),
            Side::End => last_two(bytes),
        };
        debug_assert!(!bytes.is_empty() && !bytes.contains(&0), "a word of nothing");
        Self { pair, rest, length: bytes.len(), value }
    }

    /// Whether its first two characters are `pair`, as far as it has them.
    #[inline]
    const fn has(&self, pair: Pair) -> bool {
        self.pair.outer == pair.outer && (self.pair.next == pair.next || self.pair.next == 0)
    }

    /// Whether `text` begins with it, of which `pair` are the first two characters.
    #[inline]
    pub(super) fn begins(&self, text: &[u8], pair: Pair) -> bool {
        self.has(pair) && (self.rest.is_empty() || text[self.length - self.rest.len()..].starts_with(self.rest))
    }

    /// Whether `text` ends with it, of which `pair` are the last two characters.
    #[inline]
    pub(super) fn ends(&self, text: &[u8], pair: Pair) -> bool {
        self.has(pair) && (self.rest.is_empty() || text[..text.len() + self.rest.len() - self.length].ends_with(self.rest))
    }
}

/// The code of the character with which `text` begins, and what stands behind it; 0 where there is none.
#[inline]
pub(super) fn first_sign(text: &[u8]) -> (u32, &[u8]) {
    // four bytes are read at once where there are so many
    if let Some(four) = text.first_chunk() {
        let code = u32::from_le_bytes(*four);
        if code & 0xf0 == 0xe0 {
            return (code & 0xff_ffff, &text[3..]);
        }
    }
    match text {
        [letter @ 0..0x80, rest @ ..] => (u32::from(*letter), rest),
        [lead @ 0xe0..=0xef, second, third] => (u32::from_le_bytes([*lead, *second, *third, 0]), &[]),
        [] => (0, &[]),
        [lead, ..] => {
            let (sign, rest) = text.split_at(text.len().min(if *lead < 0xf0 { 2 } else { 4 }));
            (code(sign), rest)
        }
    }
}

/// The code of the character with which `text` ends, and what stands before it; 0 where there is none.
#[inline]
fn last_sign(text: &[u8]) -> (u32, &[u8]) {
    if let Some(four) = text.last_chunk() {
        let code = u32::from_le_bytes(*four) >> 8;
        if code & 0xf0 == 0xe0 {
            return (code, &text[..text.len() - 3]);
        }
    }
    match text {
        [rest @ .., letter @ 0..0x80] => (u32::from(*letter), rest),
        [lead @ 0xe0..=0xef, second, third] => (u32::from_le_bytes([*lead, *second, *third, 0]), &[]),
        [] => (0, &[]),
        _ => {
            let length = if matches!(text, [.., 0xf0..=0xff, _, _, _]) { 4 } else { 2 };
            let (rest, sign) = text.split_at(text.len().saturating_sub(length));
            (code(sign), rest)
        }
    }
}

/// The code of a character of two or four bytes.
#[cold]
fn code(sign: &[u8]) -> u32 {
    sign.iter().rev().fold(0, |code, byte| code << 8 | u32::from(*byte))
}

/// The two characters with which `text` begins, and what stands behind them.
#[inline]
pub(super) fn first_two(text: &[u8]) -> (Pair, &[u8]) {
    let (outer, rest) = first_sign(text);
    let (next, rest) = first_sign(rest);
    (Pair { outer, next }, rest)
}

/// The two characters with which `text` ends, the last one outermost, and what stands before them.
#[inline]
pub(super) fn last_two(text: &[u8]) -> (Pair, &[u8]) {
    let (outer, rest) = last_sign(text);
    let (next, rest) = last_sign(rest);
    (Pair { outer, next }, rest)
}

/// Shows each place of `text`: the text from there on, the length of the character that stands there, and it and the next one.
#[inline]
pub(super) fn places<'t>(text: &'t [u8], mut seen: impl FnMut(&'t [u8], usize, Pair)) {
    let mut here = text;
    let (mut outer, mut rest) = first_sign(text);
    while !here.is_empty() {
        let (next, behind) = first_sign(rest);
        seen(here, here.len() - rest.len(), Pair { outer, next });
        (here, outer, rest) = (rest, next, behind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_characters() {
        for text in ["", "a", "各é😀。x", "é", "😀", "一é", "é😀", "\0各"] {
            let code = |c: char| {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes);
                u32::from_le_bytes(bytes)
            };
            let mut read = Vec::new();
            places(text.as_bytes(), |here, length, pair| read.push((text.len() - here.len(), length, pair.outer)));
            assert_eq!(read, text.char_indices().map(|(at, c)| (at, c.len_utf8(), code(c))).collect::<Vec<_>>());
            let ends = last_two(text.as_bytes()).0;
            let mut back = text.chars().rev().map(code);
            assert_eq!((ends.outer, ends.next), (back.next().unwrap_or(0), back.next().unwrap_or(0)));
        }
    }
}
