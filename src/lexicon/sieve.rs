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
            let word = words[n].as_bytes();
            let (sign, length) = sign_at(word, 0);
            first[sign] |= if length == word.len() { ALONE } else { FOLLOWED };
            if length < word.len() {
                second[sign_at(word, length).0] = true;
            }
            n += 1;
        }
        Self { first, second }
    }

    /// The first place from `at` on where a word may begin.
    pub(crate) fn next(&self, text: &str, mut at: usize) -> Option<usize> {
        let text = text.as_bytes();
        while at < text.len() {
            let (sign, length) = sign_at(text, at);
            let known = self.first[sign];
            if known != 0 && (known & ALONE != 0 || (at + length < text.len() && self.second[sign_at(text, at + length).0])) {
                return Some(at);
            }
            at += length;
        }
        None
    }
}

/// The drawer of the character at byte `at` of `text`, and its length.
#[inline]
const fn sign_at(text: &[u8], at: usize) -> (usize, usize) {
    let lead = text[at];
    if lead < 0x80 {
        (lead as usize, 1)
    } else if lead >= 0xf0 {
        (0, 4)
    } else if lead >= 0xe0 {
        ((text[at + 1] as usize & 0x3f) << 6 | text[at + 2] as usize & 0x3f, 3)
    } else {
        ((lead as usize & 0x1f) << 6 | text[at + 1] as usize & 0x3f, 2)
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
