//! The places of a text where words of a list may begin, told by their first two characters: a table of each, made when
//! the program is compiled, lets a pass over bytes step over nearly all others. What it stops at is to be read still.

const DRAWERS: usize = 4096;

/// What a first character says.
const FOLLOWED: u8 = 1;
const ALONE: u8 = 2;

/// First and second characters of words, by their low bits.
pub(crate) struct Sieve {
    first: [u8; DRAWERS],
    second: [bool; DRAWERS],
}

impl Sieve {
    /// The sieve that stops at `words`.
    pub(crate) const fn new(words: &[&str]) -> Self {
        let (mut first, mut second) = ([0; DRAWERS], [false; DRAWERS]);
        let mut n = 0;
        while n < words.len() {
            let (sign, more) = sign(words[n].as_bytes());
            first[sign] |= if more.is_empty() { ALONE } else { FOLLOWED };
            if !more.is_empty() {
                second[self::sign(more).0] = true;
            }
            n += 1;
        }
        Self { first, second }
    }

    /// The sieve that stops at each sign that is to be read `alone`, and at each of `first` before one of `second`.
    pub(crate) const fn of_signs(alone: &str, first: &str, second: &str) -> Self {
        let mut sieve = Self { first: [0; DRAWERS], second: [false; DRAWERS] };
        let (mut alone, mut first, mut second) = (alone.as_bytes(), first.as_bytes(), second.as_bytes());
        while !alone.is_empty() {
            let (sign, more) = sign(alone);
            (sieve.first[sign], alone) = (ALONE, more);
        }
        while !first.is_empty() {
            let (sign, more) = sign(first);
            (sieve.first[sign], first) = (sieve.first[sign] | FOLLOWED, more);
        }
        while !second.is_empty() {
            let (sign, more) = sign(second);
            (sieve.second[sign], second) = (true, more);
        }
        sieve
    }

    /// The first place from `at` on where a word may begin.
    pub(crate) fn next(&self, text: &str, at: usize) -> Option<usize> {
        let mut rest = &text.as_bytes()[at..];
        loop {
            // four Chinese characters at once, where none begins a word
            while let [a @ 0xe0..=0xef, b, c, d, e, f, g, h, i, j, k, l, more @ ..] = rest
                && (a ^ 0xe0 | d ^ 0xe0 | g ^ 0xe0 | j ^ 0xe0) < 0x10
                && self.first[drawer(*b, *c)] | self.first[drawer(*e, *f)] | self.first[drawer(*h, *i)] | self.first[drawer(*k, *l)] == 0
            {
                rest = more;
            }
            if rest.is_empty() {
                return None;
            }
            let (sign, more) = sign(rest);
            let known = self.first[sign];
            if known != 0 && (known & ALONE != 0 || (!more.is_empty() && self.second[self::sign(more).0])) {
                return Some(text.len() - rest.len());
            }
            rest = more;
        }
    }
}

/// The drawer of a character by its last two bytes.
#[inline]
const fn drawer(a: u8, b: u8) -> usize {
    (a as usize & 0x3f) << 6 | b as usize & 0x3f
}

/// The drawer of the character at the head of `text`, and what stands behind it.
#[inline]
const fn sign(text: &[u8]) -> (usize, &[u8]) {
    match text {
        [0xe0..=0xef, b, c, more @ ..] => (drawer(*b, *c), more),
        [letter @ 0..0x80, more @ ..] => (*letter as usize, more),
        [0xf0..=0xff, _, _, _, more @ ..] => (0, more),
        [a, b, more @ ..] => (drawer(*a & 0x1f, *b), more),
        _ => (0, &[]),
    }
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
