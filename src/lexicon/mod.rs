//! Word lists, as data with a reason for each list. The only place that knows jieba.

mod edges;
mod filed;
mod lists;
mod sieve;
mod vocabulary;

use std::{ops::Range, sync::LazyLock};

pub(crate) use {
    edges::{Prefixes, Suffixes},
    lists::{Endings, Held, Hit, Lists},
    sieve::Sieve,
    vocabulary::cut,
};

/// The lines of a word list, without comments and blanks.
fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// How names of organs and groups end.
pub(crate) static ORGANS: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(words(include_str!("organ_suffixes.txt"))));

/// The last words of titles.
pub(crate) static GENRES: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(words(include_str!("genres.txt"))));

/// How names of people and groups that can be told to act end, beside organs.
pub(crate) static PEOPLE: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(words(include_str!("actor_suffixes.txt"))));

/// How places end that act as one, where the name says each, you or we.
pub(crate) static PLACES: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(words(include_str!("place_actors.txt"))));

/// Words that end as organs do and are none.
pub(crate) static NOT_ORGANS: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(words(include_str!("not_organs.txt"))));

/// Verbs inside names of those who do it.
pub(crate) static COMPOUNDS: LazyLock<Suffixes> =
    LazyLock::new(|| Suffixes::new(words(include_str!("compound_verbs.txt")).flat_map(str::split_whitespace)));

/// What a word does at the head of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A verb of action: 加强, 报送.
    Verb,
    /// A verb that states or defines: 是指, 包括.
    State,
    /// 要, 应当, 必须.
    Must,
    /// 不得, 严禁.
    MustNot,
    /// 可以, 有权.
    May,
    /// 将, 拟, 定于.
    Will,
    /// 请, 建议.
    Ask,
    /// 对, 由, 按照.
    Preposition,
    /// 均, 及时, 进一步.
    Adverb,
    /// 并, 同时, 一是.
    Conjunction,
    /// A word that holds the sign of a modal or verb and is neither.
    Noun,
    /// Anything else: a single sign, figures, Latin letters.
    Other,
}

impl Tag {
    fn of(name: &str) -> Self {
        match name {
            "verb" => Self::Verb,
            "state" => Self::State,
            "must" => Self::Must,
            "must_not" => Self::MustNot,
            "may" => Self::May,
            "will" => Self::Will,
            "ask" => Self::Ask,
            "preposition" => Self::Preposition,
            "adverb" => Self::Adverb,
            "conjunction" => Self::Conjunction,
            "noun" => Self::Noun,
            _ => Self::Other,
        }
    }
}

/// A word of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it stands in the text that was cut.
    pub(crate) range: Range<usize>,
    /// What it does.
    pub(crate) tag: Tag,
}
