//! Words by how texts begin or end.

use std::ops::Range;

use super::filed::{Filed, Pair, Side, first_two, last_two, sign_at};

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
        let ((last, _), (before, _)) = last_two(bytes);
        let word = self.0.under(last, before).iter().find(|word| word.ends(bytes, last, before))?;
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
        let ((first, _), (next, _)) = first_two(text.as_bytes(), 0);
        self.standing(text, &Pair { at: 0, first, next }).map(|length| &text[..length])
    }

    /// Where the words stand in `text`: from the left, of those that begin together the longest, none within another.
    pub(crate) fn find_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let bytes = text.as_bytes();
        let (mut at, mut here) = (0, sign_at(bytes, 0));
        std::iter::from_fn(move || {
            while here.1 > 0 {
                let next = sign_at(bytes, at + here.1);
                if let Some(length) = self.standing(text, &Pair { at, first: here.0, next: next.0 }) {
                    at += length;
                    here = sign_at(bytes, at);
                    return Some(at - length..at);
                }
                (at, here) = (at + here.1, next);
            }
            None
        })
    }

    /// The length of the longest word that stands at a place of `text`.
    #[inline]
    fn standing(&self, text: &str, place: &Pair) -> Option<usize> {
        let words = self.0.under(place.first, place.next).iter();
        words.filter(|word| word.begins(text.as_bytes(), place.at, place.first, place.next)).map(|word| word.length).next()
    }
}
