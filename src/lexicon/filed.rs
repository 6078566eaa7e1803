//! Words filed under the two characters with which they begin (or end), so that a text is compared with few of them at
//! each place: of most pairs of characters one bit tells that no word has them.

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
}

/// A stretch of words.
#[derive(Clone, Copy)]
struct Drawer {
    /// Which characters stand next to the outermost ones: 64 kinds of characters have a bit each.
    next: u64,
    /// Where its words begin and end.
    from: u16,
    to: u16,
}

/// A word in its drawer.
#[derive(Clone, Copy)]
pub(super) struct Entry<T> {
    /// Its outermost character and the next one, where it has one.
    pair: (u32, u32),
    /// What stands behind (or before) these two.
    rest: &'static [u8],
    /// Its length in bytes.
    pub(super) length: usize,
    /// What it stands for.
    pub(super) value: T,
}

impl<T: Copy, const N: usize> Filed<T, N> {
    /// Files `words` by `side`.
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, T)>, side: Side) -> Self {
        let entries: Vec<_> = words.into_iter().map(|(word, value)| Entry::new(word, value, side)).collect();
        let mut drawers: Box<[Drawer; N]> = Box::new([Drawer { next: 0, from: 0, to: 0 }; N]);
        for entry in &entries {
            let drawer = &mut drawers[entry.pair.0 as usize % N];
            drawer.to += 1;
            // a single character is a word whatever stands next to it
            drawer.next |= if entry.pair.1 == 0 { u64::MAX } else { bit(entry.pair.1) };
        }
        let mut end = 0;
        for drawer in drawers.iter_mut().filter(|drawer| drawer.to > 0) {
            (drawer.from, end) = (end, end + drawer.to);
            drawer.to = drawer.from;
        }
        let mut order = vec![0; entries.len()];
        for (n, entry) in entries.iter().enumerate() {
            let drawer = &mut drawers[entry.pair.0 as usize % N];
            order[usize::from(drawer.to)] = n;
            drawer.to += 1;
        }
        for drawer in drawers.iter().filter(|drawer| drawer.to - drawer.from > 1) {
            order[usize::from(drawer.from)..usize::from(drawer.to)].sort_by_key(|n| std::cmp::Reverse(entries[*n].length));
        }
        Self { drawers, words: order.into_iter().map(|n| entries[n]).collect() }
    }

    /// The words that may have the character `outer` at their end and `next` to it.
    #[inline]
    pub(super) fn under(&self, outer: u32, next: u32) -> &[Entry<T>] {
        let drawer = &self.drawers[outer as usize % N];
        if drawer.next & bit(next) == 0 { &[] } else { &self.words[usize::from(drawer.from)..usize::from(drawer.to)] }
    }
}

const fn bit(sign: u32) -> u64 {
    1 << (sign % u64::BITS)
}

impl<T> Entry<T> {
    fn new(word: &'static str, value: T, side: Side) -> Self {
        let bytes = word.as_bytes();
        let (pair, rest) = match side {
            Side::Beginning => {
                let (outer, next) = first_two(bytes, 0);
                ((outer.0, next.0), &bytes[outer.1 + next.1..])
            }
            Side::End => {
                let (outer, next) = last_two(bytes);
                ((outer.0, next.0), &bytes[..bytes.len() - outer.1 - next.1])
            }
        };
        debug_assert!(pair.0 > 0, "a word of nothing");
        Self { pair, rest, length: bytes.len(), value }
    }

    /// Whether its first two characters are `outer` and `next`, as far as it has them.
    #[inline]
    const fn has(&self, outer: u32, next: u32) -> bool {
        self.pair.0 == outer && (self.pair.1 == next || self.pair.1 == 0)
    }

    /// Whether it stands at byte `at` of `text`, where `outer` and `next` stand.
    #[inline]
    pub(super) fn begins(&self, text: &[u8], at: usize, outer: u32, next: u32) -> bool {
        self.has(outer, next) && (self.rest.is_empty() || text[at + self.length - self.rest.len()..].starts_with(self.rest))
    }

    /// Whether `text` ends with it, of which `outer` is the last character and `next` the one before.
    #[inline]
    pub(super) fn ends(&self, text: &[u8], outer: u32, next: u32) -> bool {
        self.has(outer, next) && (self.rest.is_empty() || text[..text.len() + self.rest.len() - self.length].ends_with(self.rest))
    }
}

/// The character at byte `at` of `text`: its number and its length; two zeros behind the end.
#[inline]
pub(super) fn sign_at(text: &[u8], at: usize) -> (u32, usize) {
    match *text.get(at..).unwrap_or_default() {
        [lead @ 0xe0..=0xef, second, third, ..] => (three(lead, second, third), 3),
        [letter @ 0..0x80, ..] => (u32::from(letter), 1),
        [lead @ 0xf0..=0xff, second, third, fourth, ..] => (three(lead, second, third) << 6 | u32::from(fourth & 0x3f), 4),
        [lead, second, ..] => (u32::from(lead & 0x1f) << 6 | u32::from(second & 0x3f), 2),
        _ => (0, 0),
    }
}

/// The character with which `text` ends.
#[inline]
fn last_sign(text: &[u8]) -> (u32, usize) {
    match *text {
        [.., lead @ 0xe0..=0xef, second, third] => (three(lead, second, third), 3),
        [.., letter @ 0..0x80] => (u32::from(letter), 1),
        [.., lead @ 0xf0..=0xff, second, third, fourth] => (three(lead, second, third) << 6 | u32::from(fourth & 0x3f), 4),
        [.., lead, second] => (u32::from(lead & 0x1f) << 6 | u32::from(second & 0x3f), 2),
        _ => (0, 0),
    }
}

#[inline]
const fn three(lead: u8, second: u8, third: u8) -> u32 {
    (lead as u32 & 0x0f) << 12 | (second as u32 & 0x3f) << 6 | third as u32 & 0x3f
}

/// The two characters at byte `at` of `text`.
#[inline]
pub(super) fn first_two(text: &[u8], at: usize) -> ((u32, usize), (u32, usize)) {
    let first = sign_at(text, at);
    (first, sign_at(text, at + first.1))
}

/// The two characters with which `text` ends, the last one first.
#[inline]
pub(super) fn last_two(text: &[u8]) -> ((u32, usize), (u32, usize)) {
    let last = last_sign(text);
    (last, last_sign(&text[..text.len() - last.1]))
}

/// A place in a text and the characters that stand there: the one at `at`, and the next.
pub(super) struct Pair {
    pub(super) at: usize,
    pub(super) first: u32,
    pub(super) next: u32,
}

/// The places of `text`, one a character.
#[inline]
pub(super) fn pairs(text: &[u8]) -> impl Iterator<Item = Pair> + '_ {
    let (mut at, mut here) = (0, sign_at(text, 0));
    std::iter::from_fn(move || {
        if here.1 == 0 {
            return None;
        }
        let next = sign_at(text, at + here.1);
        let pair = Pair { at, first: here.0, next: next.0 };
        (at, here) = (at + here.1, next);
        Some(pair)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_characters() {
        for text in ["", "a", "各é😀。x", "é", "😀", "一é", "é😀"] {
            let read: Vec<_> = pairs(text.as_bytes()).map(|p| (p.at, p.first)).collect();
            assert_eq!(read, text.char_indices().map(|(at, c)| (at, u32::from(c))).collect::<Vec<_>>());
            let ends = last_two(text.as_bytes());
            let mut back = text.chars().rev().map(|c| (u32::from(c), c.len_utf8()));
            assert_eq!(ends, (back.next().unwrap_or((0, 0)), back.next().unwrap_or((0, 0))));
        }
    }
}
