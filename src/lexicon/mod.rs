//! Word lists, as data with a reason for each list. The only place that knows jieba.

use std::{collections::HashSet, sync::LazyLock};

/// The lines of a word list, without comments and blanks.
fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Words by how texts end: looks the last characters up, longest first.
pub(crate) struct Suffixes {
    words: HashSet<&'static str>,
    longest: usize,
}

impl Suffixes {
    fn new(list: &'static str) -> Self {
        let words: HashSet<_> = words(list).collect();
        Self { longest: words.iter().map(|w| w.chars().count()).max().unwrap_or(0), words }
    }

    /// The longest word with which `text` ends.
    pub(crate) fn of<'t>(&self, text: &'t str) -> Option<&'t str> {
        let mut found = None;
        for (at, _) in text.char_indices().rev().take(self.longest) {
            if self.words.contains(&text[at..]) {
                found = Some(&text[at..]);
            }
        }
        found
    }
}

/// How names of organs and groups end.
pub(crate) static ORGANS: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(include_str!("organ_suffixes.txt")));

/// The last words of titles.
pub(crate) static GENRES: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(include_str!("genres.txt")));
