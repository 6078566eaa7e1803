//! Words by how texts begin or end.

use std::ops::Range;

use super::filed::{Filed, first, last, sign_at};

const DRAWERS: usize = 1024;

/// Words of which a text may end with one.
pub(crate) struct Suffixes(Filed<(), DRAWERS>);

impl Suffixes {
    /// The endings `words`.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self(Filed::new(longest_first(words), last))
    }

    /// The longest word with which `text` ends.
    pub(crate) fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        let word = self.0.under(last(text)).iter().find(|(word, ())| text.ends_with(word))?.0;
        Some(&text[text.len() - word.len()..])
    }

    /// Whether `word` is one of them.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.of(word) == Some(word)
    }
}

/// Words of which a text may begin with one.
pub(crate) struct Prefixes(Filed<(), DRAWERS>);

impl Prefixes {
    /// The beginnings `words`.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self(Filed::new(longest_first(words), first))
    }

    /// The longest word with which `text` begins.
    pub(crate) fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        let word = self.0.under(first(text)).iter().find(|(word, ())| text.starts_with(word))?.0;
        Some(&text[..word.len()])
    }

    /// Where the words stand in `text`: from the left, of those that begin together the longest, none within another.
    pub(crate) fn find_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some((sign, length)) = sign_at(text, at) {
                let word = if self.0.under(sign).is_empty() { None } else { self.of(&text[at..]) };
                at += word.map_or(length, str::len);
                if let Some(word) = word {
                    return Some(at - word.len()..at);
                }
            }
            None
        })
    }
}

fn longest_first(words: impl IntoIterator<Item = &'static str>) -> Vec<(&'static str, ())> {
    let mut words: Vec<_> = words.into_iter().map(|word| (word, ())).collect();
    words.sort_by_key(|(word, ())| std::cmp::Reverse(word.len()));
    words
}
