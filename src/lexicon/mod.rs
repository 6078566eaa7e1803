//! Word lists, as data with a reason for each list.

mod characters;
mod edges;
mod filed;
mod lists;
mod names;
mod pairs;
pub(crate) mod short;
pub(crate) mod sieve;
pub(crate) mod tagged;
mod vocabulary;

use std::sync::LazyLock;

pub(crate) use {
    characters::Characters,
    edges::{Prefixes, Suffixes},
    lists::{Beginnings, Endings, Held, Hit, Lists},
    names::{NameEnd, may_end_name, name_end},
    sieve::Sieve,
    tagged::{joined, picked},
    vocabulary::{Cut, Vocabulary, cut, may_bind, number},
};

/// The lines of a word list, without comments and blanks.
fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The last words of titles.
pub(crate) static GENRES: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(*picked!(genres: title)));

/// Verbs inside names of those who do it.
static COMPOUNDS: LazyLock<Suffixes> =
    LazyLock::new(|| Suffixes::new(words(include_str!("compound_verbs.txt")).flat_map(str::split_ascii_whitespace)));

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
    /// Anything else: Chinese characters of no word, another sign, figures, Latin letters.
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

/// Some tags and marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tags(u32);

impl Tags {
    /// `tags` and no others.
    pub(crate) const fn new(tags: &[Tag]) -> Self {
        let (mut set, mut n) = (0, 0);
        while n < tags.len() {
            set |= 1 << tags[n] as u32;
            n += 1;
        }
        Self(set)
    }

    /// Those that `words` have.
    #[inline]
    pub(crate) fn of(words: &[Word]) -> Self {
        words.iter().fold(Self::default(), |tags, word| tags.and(word.tags()))
    }

    /// These and those.
    #[inline(always)]
    pub(crate) const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether one of the words is 由 or ends with it.
    #[inline(always)]
    pub(crate) const fn has_by(self) -> bool {
        self.0 >> Mark::By as u32 & 1 == 1
    }

    /// Whether 的 is among the words.
    #[inline(always)]
    pub(crate) const fn has_of(self) -> bool {
        self.0 >> Mark::Of as u32 & 1 == 1
    }

    /// Whether `tag` is among them.
    #[inline(always)]
    pub(crate) const fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u32 & 1 == 1
    }

    /// Whether any of `others` is.
    #[inline(always)]
    pub(crate) const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

/// A word of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    start: u32,
    end: u32,
    known: Known,
    /// Its tag and mark as a set.
    tags: Tags,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// Its number in the list of words.
    pub(crate) number: u16,
    /// What it does.
    pub(crate) tag: Tag,
    /// What else is known of it.
    pub(crate) mark: Mark,
}

impl Known {
    /// Its tag and mark as a set.
    #[inline(always)]
    const fn tags(self) -> Tags {
        Tags(1 << self.tag as u32 | 1 << self.mark as u32)
    }
}

impl std::ops::Deref for Word {
    type Target = Known;

    #[inline(always)]
    fn deref(&self) -> &Known {
        &self.known
    }
}

impl Word {
    /// The word from byte `start` to `end` of which this is `known`.
    #[inline(always)]
    const fn new(start: usize, end: usize, known: Known) -> Self {
        Self { start: start as u32, end: end as u32, known, tags: known.tags() }
    }

    /// What it does, and its mark, as a set.
    #[inline(always)]
    pub(crate) const fn tags(&self) -> Tags {
        self.tags
    }

    /// Makes it do something else.
    pub(crate) const fn set(&mut self, tag: Tag) {
        self.known.tag = tag;
        self.tags = self.known.tags();
    }

    /// Where it begins in its paragraph.
    #[inline(always)]
    pub(crate) const fn start(&self) -> usize {
        self.start as usize
    }

    /// Where it ends.
    #[inline(always)]
    pub(crate) const fn end(&self) -> usize {
        self.end as usize
    }

    /// Where its pieces end: what is no word of ours falls into single characters.
    #[inline]
    pub(crate) fn ends(&self) -> impl Iterator<Item = usize> + use<> {
        let first = if self.is_several() { self.start() + '字'.len_utf8() } else { self.end() };
        (first..=self.end()).step_by('字'.len_utf8())
    }

    /// Its first piece, in the `text` of its paragraph.
    #[inline]
    pub(crate) fn first_of(self, text: &str) -> &str {
        &text[self.start()..if self.is_several() { self.start() + '字'.len_utf8() } else { self.end() }]
    }

    /// Whether it is no word but Chinese characters of none.
    #[inline(always)]
    pub(crate) const fn is_several(&self) -> bool {
        matches!((self.known.tag, self.known.mark), (Tag::Other, Mark::None))
    }

    /// It itself, in the `text` of its paragraph.
    #[inline(always)]
    pub(crate) fn of(self, text: &str) -> &str {
        &text[self.start()..self.end()]
    }
}

/// What is known of a word beside its tag; in a set marks stand behind tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nothing.
    None = Tag::Other as isize + 1,
    /// It is a verb that may stand inside a name of those who do it: 建设 in 建设单位.
    Compound,
    /// It is 的.
    Of,
    /// It is 由, or ends with it: 须由.
    By,
    /// It is no Chinese character: another sign, letters or figures.
    Foreign,
}
