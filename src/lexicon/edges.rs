//! Words by how texts begin or end, and what each of them means.

use std::ops::Range;

use super::filed::{Filed, Look, Side};

const DRAWERS: usize = 128;

/// Words of which a text may end with one.
pub(crate) struct Suffixes<T = ()>(Filed<T, DRAWERS>);

impl Suffixes {
    /// The endings `words`.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self::meaning(words.into_iter().map(|word| (word, ())))
    }

    /// Whether `word` is one of them.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.of(word).is_some_and(|longest| longest.len() == word.len())
    }
}

impl<T: Copy> Suffixes<T> {
    /// Endings and what they mean.
    pub(crate) fn meaning(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self(Filed::new(words, Side::End))
    }

    /// The longest word with which `text` ends.
    #[inline]
    pub(crate) fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.before(text).map(|(before, _)| &text[before.len()..])
    }

    /// What stands before the longest word with which `text` ends, and what it means.
    #[inline]
    pub(crate) fn before<'t>(&self, text: &'t str) -> Option<(&'t str, T)> {
        let bytes = text.as_bytes();
        let look = Look::last(bytes);
        let word = self.0.under(look).iter().find(|word| word.ends(bytes, look))?;
        Some((&text[..text.len() - word.length], word.value))
    }
}

/// Words of which a text may begin with one.
pub(crate) struct Prefixes<T = ()>(Filed<T, DRAWERS>);

impl Prefixes {
    /// The beginnings `words`.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self::meaning(words.into_iter().map(|word| (word, ())))
    }
}

impl<T: Copy> Prefixes<T> {
    /// Beginnings and what they mean.
    pub(crate) fn meaning(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self(Filed::new(words, Side::Beginning))
    }

    /// The longest word with which `text` begins.
    #[inline]
    pub(crate) fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.behind(text).map(|(behind, _)| &text[..text.len() - behind.len()])
    }

    /// What stands behind the longest word with which `text` begins, and what it means.
    #[inline]
    pub(crate) fn behind<'t>(&self, text: &'t str) -> Option<(&'t str, T)> {
        let bytes = text.as_bytes();
        let look = Look::first(bytes);
        let word = self.0.under(look).iter().find(|word| word.begins(bytes, look))?;
        Some((&text[word.length..], word.value))
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
