//! Words by how texts begin or end.

use super::filed::{Filed, first, last};

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
}

fn longest_first(words: impl IntoIterator<Item = &'static str>) -> Vec<(&'static str, ())> {
    let mut words: Vec<_> = words.into_iter().map(|word| (word, ())).collect();
    words.sort_by_key(|(word, ())| std::cmp::Reverse(word.len()));
    words
}
