//! Words by how texts end.

use super::{filed::Filed, words};

/// Words by how texts end: looks at those that share the last character, longest first.
pub(crate) struct Suffixes(Filed<()>);

impl Suffixes {
    pub(super) fn new(list: &'static str) -> Self {
        let mut words: Vec<_> = words(list).map(|word| (word, ())).collect();
        words.sort_by_key(|(word, ())| std::cmp::Reverse(word.len()));
        Self(Filed::new(words, |word| word.chars().next_back()))
    }

    /// The longest word with which `text` ends.
    pub(crate) fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        let last = text.chars().next_back()?;
        let word = self.0.under(last).iter().find(|(word, ())| text.ends_with(word))?.0;
        Some(&text[text.len() - word.len()..])
    }
}
