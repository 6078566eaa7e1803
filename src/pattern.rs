//! Patterns: regexes that are known to be right, behind a look; the class of Chinese characters, and so many characters of a
//! text.
//!
//! A process that reads one document compiles each pattern once and searches with it a few times, so what a pattern
//! costs to compile counts: most documents should compile none.

use std::sync::LazyLock;

use regex::{Match, Regex};

/// Whether `c` is a Chinese character (Unicode's script Han): the sign 々, the zero 〇, those of the basic plane and of compatibility,
/// the supplementary planes.
#[inline]
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The characters of `text` that are no Chinese ones of the basic plane, as most are, with their places.
pub(crate) fn signs(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(0xe4..=0xe9) = text.as_bytes().get(at) {
            at += 3;
        }
        let (place, sign) = (at, text[at..].chars().next()?);
        at += sign.len_utf8();
        Some((place, sign))
    })
}

/// At most `count` characters at the head of `text`.
pub(crate) fn head(text: &str, count: usize) -> &str {
    let (mut at, bytes) = (0, text.as_bytes());
    if text.len() <= count {
        return text;
    }
    for _ in 0..count {
        at += match bytes.get(at) {
            Some(0xe0..=0xef) => 3,
            Some(0..0x80) => 1,
            Some(0xf0..) => 4,
            Some(_) => 2,
            None => break,
        };
    }
    &text[..at]
}

/// At most `count` characters at the end of `text`.
pub(crate) fn tail(text: &str, count: usize) -> &str {
    let mut rest = text.as_bytes();
    for _ in 0..count {
        rest = match rest {
            [before @ .., 0xe0..=0xef, _, _] | [before @ .., 0..0x80] | [before @ .., 0xf0..=0xff, _, _, _] | [before @ .., _, _] => before,
            _ => break,
        };
    }
    &text[rest.len()..]
}

/// The regex `source`.
///
/// # Panics
/// Where `source` is no regex: it is a constant, and each is compiled in tests.
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a constant pattern")
}

/// A pattern behind a look: what the look turns away is never searched, and where nothing passes it the pattern is
/// never compiled. A look may let pass too much, never too little; wherever debug assertions are on, as in all tests,
/// the pattern is asked all the same and must agree.
pub(crate) struct Looked {
    look: fn(&str) -> bool,
    regex: LazyLock<Regex>,
}

impl Looked {
    /// The pattern that `regex` makes, behind `look`.
    pub(crate) const fn new(look: fn(&str) -> bool, regex: fn() -> Regex) -> Self {
        Self { look, regex: LazyLock::new(regex) }
    }

    fn passes(&self, text: &str) -> bool {
        let passes = (self.look)(text);
        debug_assert!(passes || !self.regex.is_match(text), "the look turns away what the pattern matches: {text}");
        passes
    }

    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.passes(text).then(|| self.regex.find(text)).flatten()
    }

    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.passes(text).then(|| self.regex.find_iter(text)).into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_no_chinese_characters() {
        assert!("〇々一龥䶮𠮷\u{f900}".chars().all(is_han));
        assert!(!"、。《·〔Ａaア１\u{3000}".chars().any(is_han));
    }

    #[test]
    fn head_and_tail_are_so_many_characters() {
        for text in ["", "a", "各é😀。x", "é😀各", "😀é"] {
            let chars: Vec<char> = text.chars().collect();
            for count in 0..6 {
                let count = count.min(chars.len());
                assert!(head(text, count).chars().eq(chars[..count].iter().copied()), "{text}");
                assert!(tail(text, count).chars().eq(chars[chars.len() - count..].iter().copied()), "{text}");
            }
            assert_eq!((head(text, 9), tail(text, 9)), (text, text));
        }
    }

    #[test]
    fn a_look_stands_before_its_pattern() {
        static TWO: Looked = Looked::new(|text| text.contains('2'), || pattern("2+"));
        assert_eq!(TWO.find("于2022年").map(|it| it.range()), Some(3..4));
        assert_eq!(TWO.find_iter("2个、22个").map(|it| it.len()).collect::<Vec<_>>(), [1, 2]);
        assert!(TWO.find("三个").is_none());
    }
}
