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

    /// The next place of `text`, from byte `at` on, where a word may begin, and the characters that stand there.
    #[inline(always)]
    pub(super) fn next_place(&self, text: &[u8], mut at: usize) -> Option<(usize, Pair)> {
        loop {
            let here = sign_at(text, at);
            // of what is no Chinese character there is little
            if here.code < 0x1_0000 || self.outermost[row(here.code)] & bit(here.code) != 0 {
                let next = sign_at(text, at + here.length).code;
                return (here.length > 0).then_some((at, Pair { outer: here.code, next }));
            }
            at += here.length;
        }
    }

    /// Shows the words that stand in `text`, from left to right, and where they begin.
    #[inline(always)]
    pub(super) fn standing(&self, text: &[u8], mut seen: impl FnMut(usize, &Entry<T>)) {
        let mut from = 0;
        while let Some((at, pair)) = self.next_place(text, from) {
            for word in self.under(pair) {
                if word.begins(text, at, pair) {
                    seen(at, word);
                }
            }
            from = at + sign_at(text, at).length;
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

    /// Whether it stands at byte `at` of `text`, where `pair` stand.
    #[inline(always)]
    pub(super) fn begins(&self, text: &[u8], at: usize, pair: Pair) -> bool {
        self.has(pair) && (self.rest.is_empty() || text[at + self.length - self.rest.len()..].starts_with(self.rest))
    }

    /// Whether `text` ends with it, of which `pair` are the last two characters.
    #[inline(always)]
    pub(super) fn ends(&self, text: &[u8], pair: Pair) -> bool {
        self.has(pair) && (self.rest.is_empty() || text[..text.len() + self.rest.len() - self.length].ends_with(self.rest))
    }
}

/// A character of a text; its code and length are 0 where the text is at its end.
#[derive(Clone, Copy)]
pub(super) struct Sign {
    pub(super) code: u32,
    pub(super) length: usize,
}

impl Sign {
    /// Whether it is a letter or figure of half width.
    #[inline(always)]
    pub(super) const fn is_letter(self) -> bool {
        self.code < 0x80 && (self.code as u8).is_ascii_alphanumeric()
    }
}

/// The character at byte `at` of `text`.
#[inline(always)]
pub(super) fn sign_at(text: &[u8], at: usize) -> Sign {
    let rest = text.get(at..).unwrap_or_default();
    // four bytes are read at once where there are so many
    if let Some(four) = rest.first_chunk() {
        let code = u32::from_le_bytes(*four);
        if code & 0xf0 == 0xe0 {
            return Sign { code: code & 0xff_ffff, length: 3 };
        }
    }
    match *rest {
        [letter @ 0..0x80, ..] => Sign { code: u32::from(letter), length: 1 },
        [lead @ 0xe0..=0xef, second, third] => Sign { code: u32::from_le_bytes([lead, second, third, 0]), length: 3 },
        [] => Sign { code: 0, length: 0 },
        [lead, ..] => whole(&rest[..rest.len().min(if lead < 0xf0 { 2 } else { 4 })]),
    }
}

/// The character with which `text` ends.
#[inline(always)]
fn last_sign(text: &[u8]) -> Sign {
    if let Some(four) = text.last_chunk() {
        let code = u32::from_le_bytes(*four) >> 8;
        if code & 0xf0 == 0xe0 {
            return Sign { code, length: 3 };
        }
    }
    match *text {
        [.., letter @ 0..0x80] => Sign { code: u32::from(letter), length: 1 },
        [lead @ 0xe0..=0xef, second, third] => Sign { code: u32::from_le_bytes([lead, second, third, 0]), length: 3 },
        [] => Sign { code: 0, length: 0 },
        _ => {
            let length = if matches!(text, [.., 0xf0..=0xff, _, _, _]) { 4 } else { 2 };
            whole(&text[text.len().saturating_sub(length)..])
        }
    }
}

/// A character of two or four bytes.
#[cold]
fn whole(sign: &[u8]) -> Sign {
    Sign { code: sign.iter().rev().fold(0, |code, byte| code << 8 | u32::from(*byte)), length: sign.len() }
}

/// The two characters with which `text` begins, and how long they are.
#[inline(always)]
pub(super) fn first_two(text: &[u8]) -> (Pair, usize) {
    let outer = sign_at(text, 0);
    let next = sign_at(text, outer.length);
    (Pair { outer: outer.code, next: next.code }, outer.length + next.length)
}

/// The two characters with which `text` ends, the last one outermost, and how long they are.
#[inline(always)]
pub(super) fn last_two(text: &[u8]) -> (Pair, usize) {
    let outer = last_sign(text);
    let next = last_sign(&text[..text.len() - outer.length]);
    (Pair { outer: outer.code, next: next.code }, outer.length + next.length)
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
        for text in ["", "a", "各é😀。x", "é", "😀", "一é", "é😀", "\0各"] {
            let bytes = text.as_bytes();
            for (at, c) in text.char_indices() {
                let sign = sign_at(bytes, at);
                assert_eq!((sign.code, sign.length), (code(c), c.len_utf8()));
            }
            assert_eq!(sign_at(bytes, text.len()).length, 0);
            let mut back = text.chars().rev().map(code);
            let (ends, _) = last_two(bytes);
            assert_eq!((ends.outer, ends.next), (back.next().unwrap_or(0), back.next().unwrap_or(0)));
        }
    }
}
