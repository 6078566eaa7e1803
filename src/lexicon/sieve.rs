//! The places of a text where words of a list may begin, told by their first two characters: a table of each, made when
//! the program is compiled, lets a pass over bytes step over nearly all others. What it stops at is to be read still.

/// How many places there are for characters: of the usual ones hardly any two share one.
pub(crate) const PLACES: usize = 1 << 13;

/// What a character is: the first of a word of more, a word, the second of a word.
const FIRST: u8 = 1;
const ALONE: u8 = 2;
const SECOND: u8 = 4;

/// What characters are in words, by their places.
pub(crate) struct Sieve([u8; PLACES]);

impl Sieve {
    /// The sieve that stops at `words`.
    pub(crate) const fn new(words: &[&str]) -> Self {
        let mut signs = [0; PLACES];
        let mut n = 0;
        while n < words.len() {
            let (place, more) = sign(words[n].as_bytes());
            signs[place] |= if more.is_empty() { ALONE } else { FIRST };
            if !more.is_empty() {
                signs[sign(more).0] |= SECOND;
            }
            n += 1;
        }
        Self(signs)
    }

    /// The sieve that stops at each sign that may stand `alone`, and at each of `first` before one of `second`.
    pub(crate) const fn of_signs(alone: &str, first: &str, second: &str) -> Self {
        let mut signs = [0; PLACES];
        let kinds = [(alone, ALONE), (first, FIRST), (second, SECOND)];
        let mut n = 0;
        while n < kinds.len() {
            let mut rest = kinds[n].0.as_bytes();
            while !rest.is_empty() {
                let (place, more) = sign(rest);
                signs[place] |= kinds[n].1;
                rest = more;
            }
            n += 1;
        }
        Self(signs)
    }

    /// The first place from `at` on where a word may begin.
    pub(crate) fn next(&self, text: &str, at: usize) -> Option<usize> {
        let mut rest = &text.as_bytes()[at..];
        loop {
            rest = silent(rest, |code| !self.begins(place(code)));
            let (place, more) = sign(rest);
            if self.stands(place, more) {
                return Some(text.len() - rest.len());
            }
            if more.is_empty() {
                return None;
            }
            rest = more;
        }
    }

    /// Whether a word may begin with a character of that place.
    #[inline]
    pub(crate) const fn begins(&self, place: usize) -> bool {
        self.0[place] & (FIRST | ALONE) != 0
    }

    /// Whether a word may stand where a character of that place does, and `more` behind it.
    #[inline(always)]
    pub(crate) fn stands(&self, place: usize, more: &[u8]) -> bool {
        let known = self.0[place];
        known & ALONE != 0 || known & FIRST != 0 && self.0[sign(more).0] & SECOND != 0
    }
}

/// `text` behind the Chinese characters and marks with which it begins that are `dull` by their codes (the three bytes that
/// they have), as nearly all are.
#[inline(always)]
pub(crate) fn silent(mut text: &[u8], dull: impl Fn(u32) -> bool) -> &[u8] {
    // two at a time
    while let Some(eight) = text.first_chunk()
        && let signs = u64::from_le_bytes(*eight)
        && signs & 0xf000_00f0 == 0xe000_00e0
        && dull(signs as u32 & 0xff_ffff) & dull((signs >> 24) as u32 & 0xff_ffff)
    {
        text = &text[6..];
    }
    while let Some(four) = text.first_chunk()
        && let signs = u32::from_le_bytes(*four)
        && signs & 0xf0 == 0xe0
        && dull(signs & 0xff_ffff)
    {
        text = &text[3..];
    }
    text
}

/// The place of the character at the head of `text`, that of no character where it is empty, and what stands behind it.
#[inline]
pub(crate) const fn sign(text: &[u8]) -> (usize, &[u8]) {
    match text {
        [a @ 0xe0..=0xef, b, c, more @ ..] => (place(u32::from_le_bytes([*a, *b, *c, 0])), more),
        [letter @ 0..0x80, more @ ..] => (*letter as usize, more),
        [0xf0..=0xff, _, _, _, more @ ..] => (0, more),
        [a, b, more @ ..] => (place(u32::from_le_bytes([*a, *b, 0, 0])), more),
        _ => (0, &[]),
    }
}

/// The place of a character of these bytes: the upper bits of such a product depend on all of them.
#[inline]
pub(crate) const fn place(bytes: u32) -> usize {
    (bytes.wrapping_mul(0x9e37_79b1) >> (u32::BITS - PLACES.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_falls_through() {
        const WORDS: [&str; 6] = ["元", "人民币", "￥", "¥", "HK$", "𠮷野"];
        static SIEVE: Sieve = Sieve::new(&WORDS);
        for word in WORDS {
            for text in [format!("{word}五"), format!("十万{word}"), format!("a人{word}"), format!("“¥{word}")] {
                let at = text.find(word).unwrap();
                let mut stops = std::iter::successors(SIEVE.next(&text, 0), |at| {
                    SIEVE.next(&text, at + text[*at..].chars().next().unwrap().len_utf8())
                });
                assert!(stops.any(|stop| stop == at), "{word} in {text}");
            }
        }
        assert_eq!((SIEVE.next("人员，HTTP", 0), SIEVE.next("", 0), SIEVE.next("人", 0)), (None, None, None));
    }
}
