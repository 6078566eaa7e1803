//! Evidence that two things give together, where each alone says less: a day that somebody sets, a ban on everybody.

use super::{
    feature::{MODAL, bit, list},
    place::BINDINGS,
    sign,
    weigh::{Evidence, Scale, evidence},
};
use crate::{
    lexicon::{Held, Tag},
    phrase::when::Kind,
    reading::clause::Clause,
};

/// With what a time is set: 经研究，定于4月12日召开…; without one a decision only leads to what follows.
pub(super) const SETS: [&str; 3] = ["定于", "拟于", "决定"];

/// A stretch without a modal word, an agent or a stop is rather a heading, in plans above all.
static UNSTOPPED_IN: [Evidence<'static>; BINDINGS.len()] = Evidence::each("unstopped_in", BINDINGS);

/// What tells of a clause beside itself.
pub(super) struct Known {
    /// The lists of which words stand in it.
    pub held: Held,
    /// The moods of its segments, a bit each.
    pub moods: u16,
    /// How its document binds.
    pub binding: usize,
    /// Whether it says when something is done.
    pub timed: bool,
}

/// Weighs the pairs in `clause`.
pub(super) fn weigh(clause: &Clause, known: &Known, scale: &mut Scale<'_>) {
    if known.timed && sign::may_be_set(known.held) {
        scale.add(evidence!("set", "time"));
    }
    if clause.agent.is_some() {
        return;
    }
    // 对达标的企业给予10万元奖励: what one gets, and nobody's duty
    if known.held.has(list("reward")) {
        scale.add(evidence!("without_agent", "reward"));
    }
    if known.moods & bit(Tag::MustNot) != 0 {
        scale.add(evidence!("without_agent", "ban"));
    }
    if known.moods & MODAL == 0 && clause.end.is_none() {
        scale.add(&UNSTOPPED_IN[known.binding]);
    }
}

/// Whether a time of this kind is one at which something is done.
pub(super) const fn is_set(kind: Kind) -> bool {
    matches!(kind, Kind::On | Kind::During | Kind::From)
}
