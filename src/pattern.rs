//! Patterns: regexes that are known to be right, compiled small; and the class of Chinese characters that they mean.
//!
//! A process that reads one document compiles each pattern once and searches with it a few times, so what a pattern
//! costs to compile counts. Unicode's own class of Chinese characters has a score of ranges, and each repetition
//! (`\p{Han}{2,40}`) holds all of them again; the three ranges of [`HAN`] say the same of every character in use.

use std::sync::LazyLock;

use regex::{Match, Regex};

/// Chinese characters: the zero 〇, the basic plane, the supplementary planes.
const HAN: &str = r"[\u{3007}\u{3400}-\u{9fff}\u{20000}-\u{323af}]";

/// Whether `c` is a Chinese character, as [`pattern`] has them.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// The regex `source`, in which `\p{Han}` stands for a Chinese character.
///
/// # Panics
/// Where `source` is no regex: it is a constant, and each is compiled in tests.
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(&source.replace(r"\p{Han}", HAN)).expect("a constant pattern")
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
    fn a_chinese_character_stands_alone_and_in_classes() {
        let name = pattern(r"^\p{Han}[\p{Han}·]{1,3}[^\p{Han}]$");
        for text in ["王小明:", "䶮·〇)", "𠮷野a"] {
            assert!(name.is_match(text), "{text}");
        }
        assert!(!name.is_match("王小明明"));
    }

    #[test]
    fn a_character_is_chinese_where_the_pattern_says_so() {
        let han = pattern(r"^\p{Han}$");
        for c in (0..=0x32_400).filter_map(char::from_u32) {
            assert_eq!(is_han(c), han.is_match(c.encode_utf8(&mut [0; 4])), "{c:?}");
        }
    }
}
