//! Signs: words that tell something of a clause wherever they stand in it, found once a paragraph.
//!
//! A clause takes those that stand in it: some are evidence ([`Signs::held`]), others say where more is to be read: who gets
//! a task's result, how mildly it binds ([`Signs::of_task`]), whether a bracket assigns anything ([`Signs::assign`]).

use std::{ops::Range, sync::LazyLock};

use super::{
    action::MILD,
    feature::{DONE, WORDS},
    goal::SENDS,
    note::SHARES,
    pair::SETS,
};
use crate::lexicon::{Held, Hit, Vocabulary};

/// Whoever stands behind it may get the result.
const FACES: [&str; 1] = ["向"];
/// What addresses of mail have.
const MAIL: [&str; 2] = ["@", "＠"];

/// The lists behind those of evidence.
#[derive(Clone, Copy)]
enum Sign {
    Done,
    Share,
    Send,
    Face,
    Mail,
    Mild,
    Set,
}

impl Sign {
    /// The number of its list.
    const fn list(self) -> usize {
        WORDS.len() + self as usize
    }
}

/// Our words, and the signs by the numbers of their lists.
pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let others: [&[&str]; 7] = [&DONE, SHARES, SENDS, &FACES, &MAIL, &MILD, &SETS];
    Vocabulary::with(WORDS.iter().map(|(_, words)| *words).chain(others))
});

/// The signs of a paragraph, in order.
#[derive(Clone, Copy)]
pub(super) struct Signs<'s>(&'s [Hit]);

impl<'s> Signs<'s> {
    /// The signs that were `found` in a paragraph.
    pub(super) const fn of(found: &'s [Hit]) -> Self {
        Self(found)
    }

    /// Of which lists words stand within `range`; the first are those of evidence.
    pub(super) fn held(self, range: &Range<usize>) -> Held {
        Held::within(self.0, range)
    }

    /// Whether a word that assigns work stands anywhere.
    pub(super) fn may_assign(self) -> bool {
        self.0.iter().any(|hit| hit.list() == Sign::Share.list())
    }

    /// Whether a word that assigns work stands within `range`.
    pub(super) fn assign(self, range: &Range<usize>) -> bool {
        self.held(range).has(Sign::Share.list())
    }

    /// What stands within `range` and tells more of a task.
    pub(super) fn of_task(self, range: Range<usize>) -> OfTask<'s> {
        OfTask { signs: self, held: self.held(&range), range }
    }
}

/// Whether a sign of what was done is `held`.
pub(super) const fn may_be_done(held: Held) -> bool {
    held.has(Sign::Done.list())
}

/// Whether a word with which somebody sets a time is `held`.
pub(super) const fn may_be_set(held: Held) -> bool {
    held.has(Sign::Set.list())
}

/// Those signs of a clause that tell more of it where it is a task.
pub(super) struct OfTask<'s> {
    signs: Signs<'s>,
    /// Their lists.
    held: Held,
    range: Range<usize>,
}

impl OfTask<'_> {
    fn are(&self, sign: Sign) -> impl Iterator<Item = Range<usize>> + '_ {
        let hits = Hit::within(self.signs.0, &self.range);
        hits.filter(move |hit| hit.list() == sign.list()).map(Hit::range)
    }

    /// Whether it may say who gets something.
    pub(super) fn send(&self) -> bool {
        [Sign::Send, Sign::Face, Sign::Mail].iter().any(|sign| self.held.has(sign.list()))
    }

    /// The verbs that send something.
    pub(super) fn sends(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.are(Sign::Send)
    }

    /// Where 向 stands.
    pub(super) fn faces(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.are(Sign::Face)
    }

    /// Whether there may be an address of mail.
    pub(super) const fn has_mail(&self) -> bool {
        self.held.has(Sign::Mail.list())
    }

    /// Whether something is only advised.
    pub(super) const fn is_mild(&self) -> bool {
        self.held.has(Sign::Mild.list())
    }
}
