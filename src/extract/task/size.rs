//! What can be counted in a clause: signs, figures, verbs.
//!
//! A directive has a verb or two and some length; a heading has less of both, a table's line more figures, and what tells
//! of aims strings verb after verb.

use super::{
    feature::Told,
    weigh::{Evidence, Scale, evidence},
};
use crate::{
    lexicon::Tag,
    reading::{clause::Clause, segment::Segment},
};

/// Lengths, in signs, that a clause may exceed. Each one exceeded is evidence of its own: so near lengths weigh alike.
const LENGTHS: [usize; 8] = [4, 8, 12, 16, 28, 41, 60, 121];
static LENGTH_FROM: [Evidence<'static>; LENGTHS.len()] = Evidence::each("length_from", ["4", "8", "12", "16", "28", "41", "60", "121"]);

static FIGURES: [Evidence<'static>; 4] = Evidence::each("figures", ["none", "few", "some", "many"]);
static BARE_VERBS: [Evidence<'static>; 5] = Evidence::each("bare_verbs", ["0", "1", "2", "3", "4"]);

/// Weighs the size of a clause, of which the words have `told`.
pub(super) fn weigh(clause: &Clause, segments: &[Segment], told: &Told, scale: &mut Scale<'_>) {
    let exceeded = LENGTHS.partition_point(|length| told.signs >= *length);
    LENGTH_FROM[..exceeded].iter().for_each(|piece| scale.add(piece));
    scale.add(&FIGURES[((told.figures + 1).ilog2() as usize).min(FIGURES.len() - 1)]);
    // a modal word says more than the verbs behind it
    if told.is_bound() {
        return;
    }
    scale.add(&BARE_VERBS[told.verbs.min(BARE_VERBS.len() - 1)]);
    let ends_in_verb = told.last.is_none_or(|tag| tag == Tag::Verb);
    let asked = || segments.iter().any(|s| s.first() == Some(Tag::Ask));
    if !ends_in_verb && !asked() && clause.agent.is_none() && segments.iter().all(|s| s.predicate != Some(s.head)) {
        scale.add(evidence!("form", "phrase"));
    }
}
