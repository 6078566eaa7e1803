//! Words by how texts begin or end.

use std::ops::Range;

use super::filed::{Filed, Look, Side};

const DRAWERS: usize = 128;

/// Words of which a text may end with one.
pub(crate) struct Suffixes(Filed<(), DRAWERS>);

impl Suffixes {
    /// The endings `words`.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self(Filed::new(words.into_iter().map(|word| (word, ())), Side::End))
    }

    /// The longest word with which `text` ends.
    #[inline]
    pub(crate) fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        let bytes = text.as_bytes();
        let look = Look::last(bytes);
        let word = self.0.under(look).iter().find(|word| word.ends(bytes, look))?;
        Some(&text[text.len() - word.length..])
    }

    /// Whether `word` is one of them.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.of(word).is_some_and(|longest| longest.len() == word.len())
    }
}

/// Words of which a text may begin with one.
pub(crate) struct Prefixes(Filed<(), DRAWERS>);

impl Prefixes {
    /// The beginnings `words`.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self(Filed::new(words.into_iter().map(|word| (word, ())), Side::Beginning))
    }

    /// The longest word with which `text` begins.
    #[inline]
    pub(crate) fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        let bytes = text.as_bytes();
        let look = Look::first(bytes);
        let word = self.0.under(look).iter().find(|word| word.begins(bytes, look))?;
        Some(&text[..word.length])
    }

    /// Where the words stand in `text`: from the left, of those that begin together the longest, none within another.
    pub(crate) fn find_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let mut rest = text.as_bytes();
        std::iter::from_fn(move || {
            loop {
                let (here, look) = self.0.next_place(rest)?;
                if let Some(word) = self.0.under(look).iter().find(|word| word.begins(here, look)) {
                    let at = text.len() - here.len();
                    rest = &here[word.length..];
                    return Some(at..at + word.length);
                }
                rest = &here[look.length()..];
            }
        })
    }
}
