//! Signs: words that tell something of a clause wherever they stand in it, found once a paragraph.
//!
//! A clause takes those that stand in it: some are evidence ([`Signs::held`]), others say where more of a task is to be
//! read ([`Signs::of_task`]): who gets its result, how mildly it binds.

use std::{ops::Range, sync::LazyLock};

use super::{action::MILD, feature::WORDS, goal::SENDS};
use crate::lexicon::{Held, Hit, Lists};

/// Whoever stands behind it may get the result.
const FACES: &[&str] = &["向"];
/// What addresses of mail have.
const MAIL: &[&str] = &["@", "＠"];

/// The numbers of the lists behind those of evidence: one for each verb of [`SENDS`], and those of other signs.
const FIRST_SENDS: usize = WORDS.len();
const FIRST_FACES: usize = FIRST_SENDS + SENDS.len();
const FIRST_MAIL: usize = FIRST_FACES + 1;
const FIRST_MILD: usize = FIRST_MAIL + 1;

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let of_evidence = WORDS.iter().map(|(_, words)| *words);
    Lists::new(of_evidence.chain(SENDS.iter().map(std::slice::from_ref)).chain([FACES, MAIL, &MILD]))
});

/// The signs of a paragraph, in order.
pub(super) struct Signs(Vec<Hit>);

impl Signs {
    /// The signs in `text`.
    pub(super) fn of(text: &str) -> Self {
        Self(LISTS.hits(text))
    }

    /// Of which lists words stand within `range`; the first are those of evidence.
    pub(super) fn held(&self, range: &Range<usize>) -> Held {
        Held::within(&self.0, range)
    }

    /// What stands within `range` and tells more of a task.
    pub(super) fn of_task(&self, range: &Range<usize>) -> OfTask {
        OfTask(Hit::within(&self.0, range).filter(|hit| hit.list() >= FIRST_SENDS).cloned().collect())
    }
}

/// Those signs of a clause that tell more of it where it is a task.
pub(super) struct OfTask(Vec<Hit>);

impl OfTask {
    /// The verbs that send something, those first that stand first in [`SENDS`].
    pub(super) fn sends(&self) -> Vec<Range<usize>> {
        let mut sends: Vec<&Hit> = self.0.iter().filter(|hit| (FIRST_SENDS..FIRST_FACES).contains(&hit.list())).collect();
        sends.sort_by_key(|hit| hit.list());
        sends.into_iter().map(|hit| hit.range().clone()).collect()
    }

    /// Where 向 stands.
    pub(super) fn faces(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.0.iter().filter(|hit| hit.list() == FIRST_FACES).map(|hit| hit.range().clone())
    }

    /// Whether there may be an address of mail.
    pub(super) fn has_mail(&self) -> bool {
        self.0.iter().any(|hit| hit.list() == FIRST_MAIL)
    }

    /// Whether something is only advised.
    pub(super) fn is_mild(&self) -> bool {
        self.0.iter().any(|hit| hit.list() == FIRST_MILD)
    }
}
