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

/// A word, as it is compared with texts.
#[derive(Clone, Copy)]
pub(super) struct Entry<T> {
    /// The bytes that a look at a text shows where it stands there, and which bits of the look they are.
    key: u64,
    mask: u64,
    /// What stands behind (or before) as many bytes as a look has.
    rest: &'static [u8],
    /// Its length in bytes.
    pub(super) length: usize,
    /// What it stands for.
    pub(super) value: T,
}

/// The first (or last) bytes of a text, as many as two characters may have, and these two: the one at the end and the next.
#[derive(Clone, Copy)]
pub(super) struct Look {
    bytes: u64,
    outer: Sign,
    next: u32,
}

impl<T: Copy, const N: usize> Filed<T, N> {
    /// Files `words` by `side`.
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, T)>, side: Side) -> Self {
        Self::file(words.into_iter().collect(), side)
    }

    /// The same for words of any origin: the compiler makes it once for all of them.
    fn file(words: Vec<(&'static str, T)>, side: Side) -> Self {
        let (looks, words): (Vec<_>, Vec<_>) = words.into_iter().map(|(word, value)| Entry::new(word, value, side)).unzip();
        let at = |look: &Look| drawer::<N>(look.outer.code);
        let mut drawers: Box<[Drawer; N]> = Box::new([Drawer { next: 0, from: 0, single: 0, to: 0 }; N]);
        looks.iter().for_each(|look| drawers[at(look)].to += 1);
        let mut end = 0;
        for drawer in drawers.iter_mut().filter(|drawer| drawer.to > 0) {
            (drawer.from, end) = (end, end + drawer.to);
            drawer.to = drawer.from;
        }
        let mut order = vec![0; words.len()];
        for (n, look) in looks.iter().enumerate() {
            let drawer = &mut drawers[at(look)];
            order[usize::from(drawer.to)] = n;
            drawer.to += 1;
        }
        let mut outermost = [0; 64];
        looks.iter().for_each(|look| outermost[row(look.outer.code)] |= bit(look.outer.code));
        for drawer in drawers.iter_mut().filter(|drawer| drawer.from < drawer.to) {
            let own = &mut order[usize::from(drawer.from)..usize::from(drawer.to)];
            own.sort_unstable_by_key(|n| (looks[*n].next == 0, std::cmp::Reverse(words[*n].length)));
            let several = own.iter().map(|n| looks[*n].next).take_while(|next| *next > 0);
            (drawer.single, drawer.next) = several.fold((drawer.from, 0), |(n, kinds), next| (n + 1, kinds | bit(next)));
        }
        Self { drawers, words: order.into_iter().map(|n| words[n]).collect(), outermost }
    }

    /// The same words by their ends, each standing for what `add` makes of all those with which it ends, itself among them.
    pub(super) fn with_inner<U: Default>(self, add: impl Fn(&mut U, &Entry<T>)) -> Filed<U, N> {
        let Self { drawers, words, outermost } = self;
        let mut told = Vec::with_capacity(words.len());
        for own in words.chunk_by(|a, b| drawer::<N>(a.outer()) == drawer::<N>(b.outer())) {
            told.extend(own.iter().map(|word| {
                let mut value = U::default();
                own.iter().filter(|inner| word.ends_with(inner)).for_each(|inner| add(&mut value, inner));
                Entry { key: word.key, mask: word.mask, rest: word.rest, length: word.length, value }
            }));
        }
        Filed { drawers, words: told, outermost }
    }

    /// The next place of `text` where a word may begin: the text from there on, and the look of it.
    #[inline(always)]
    pub(super) fn next_place<'t>(&self, text: &'t [u8]) -> Option<(&'t [u8], Look)> {
        let mut rest = text;
        while !rest.is_empty() {
            let bytes = eight(rest);
            let outer = Sign::first(bytes);
            // of characters that are not as long as Chinese ones there are few
            if outer.length != 3 || self.outermost[row(outer.code)] & bit(outer.code) != 0 {
                return Some((rest, Look { bytes, outer, next: Sign::first(bytes >> (8 * outer.length)).code }));
            }
            rest = &rest[outer.length..];
        }
        None
    }

    /// Whether words may begin (or end) with a Chinese character of these bytes.
    #[inline(always)]
    pub(super) const fn may_be_outermost(&self, [_, second, third]: [u8; 3]) -> bool {
        self.outermost[(second & 0x3f) as usize] >> (third & 0x3f) & 1 == 1
    }

    /// The words that a text may begin (or end) with that has such a `look`.
    #[inline(always)]
    pub(super) fn under(&self, look: Look) -> &[Entry<T>] {
        let drawer = &self.drawers[drawer::<N>(look.outer.code)];
        match drawer.next & bit(look.next) == 0 {
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
    /// The entry of `word`, and the look of it.
    pub(super) fn new(word: &'static str, value: T, side: Side) -> (Look, Self) {
        let bytes = word.as_bytes();
        debug_assert!(!bytes.is_empty() && !bytes.contains(&0), "a word of nothing");
        let shown = bytes.len().min(LOOK);
        let beyond = 8 * (LOOK - shown) as u32;
        let (look, mask, rest) = match side {
            Side::Beginning => (Look::first(bytes), u64::MAX >> beyond, &bytes[shown..]),
            Side::End => (Look::last(bytes), u64::MAX << beyond, &bytes[..bytes.len() - shown]),
        };
        (look, Self { key: look.bytes & mask, mask, rest, length: bytes.len(), value })
    }

    /// The character with which it ends.
    fn outer(&self) -> u32 {
        Sign::last(self.key).code
    }

    /// Whether it ends with `inner`; both are filed by their ends.
    fn ends_with(&self, inner: &Self) -> bool {
        self.key & inner.mask == inner.key && self.rest.ends_with(inner.rest)
    }

    /// Whether `text` begins with it, of which `look` is the first look.
    #[inline(always)]
    pub(super) fn begins(&self, text: &[u8], look: Look) -> bool {
        look.bytes & self.mask == self.key && (self.rest.is_empty() || text[LOOK..].starts_with(self.rest))
    }

    /// Whether `text` ends with it, of which `look` is the last look.
    #[inline(always)]
    pub(super) fn ends(&self, text: &[u8], look: Look) -> bool {
        look.bytes & self.mask == self.key && (self.rest.is_empty() || text[..text.len() - LOOK].ends_with(self.rest))
    }
}

/// The bytes of a look.
const LOOK: usize = 8;

impl Look {
    /// At the beginning of `text`.
    #[inline(always)]
    pub(super) fn first(text: &[u8]) -> Self {
        let bytes = eight(text);
        let outer = Sign::first(bytes);
        Self { bytes, outer, next: Sign::first(bytes >> (8 * outer.length)).code }
    }

    /// At the end of `text`.
    #[inline(always)]
    pub(super) fn last(text: &[u8]) -> Self {
        let bytes = last_eight(text);
        let outer = Sign::last(bytes);
        Self { bytes, outer, next: Sign::last(bytes << (8 * outer.length)).code }
    }

    /// The length of the outermost character.
    #[inline(always)]
    pub(super) const fn length(self) -> usize {
        self.outer.length
    }
}

/// A character of a text.
#[derive(Clone, Copy)]
pub(super) struct Sign {
    pub(super) code: u32,
    length: usize,
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
            let (first, last) = (Look::first(text.as_bytes()), Look::last(text.as_bytes()));
            assert_eq!((first.outer.code, first.next), (on.next().unwrap_or(0), on.next().unwrap_or(0)), "{text}");
            assert_eq!((last.outer.code, last.next), (back.next().unwrap_or(0), back.next().unwrap_or(0)), "{text}");
        }
    }
}
