//! What can be counted in a clause: signs, figures, verbs.
//!
//! A directive has a verb or two and some length; a heading has less of both, a table's line more figures, and what tells
//! of aims strings verb after verb.

use crate::{
    lexicon::Tag,
    reading::{clause::Clause, segment::is_modal},
};

/// Lengths, in signs, that a clause may exceed. Each one exceeded is evidence of its own: so near lengths weigh alike.
const LENGTHS: [(usize, &str); 8] = [(4, "4"), (8, "8"), (12, "12"), (16, "16"), (28, "28"), (41, "41"), (60, "60"), (121, "121")];

/// The evidence of size.
pub(super) fn features(text: &str, clause: &Clause, add: &mut impl FnMut(&'static str, &'static str)) {
    let own = &text[clause.range.clone()];
    let signs = own.chars().filter(|c| !c.is_whitespace()).count();
    LENGTHS.iter().take_while(|(length, _)| signs >= *length).for_each(|(_, name)| add("length_from", name));
    let figures = own.chars().filter(char::is_ascii_digit).count();
    add("figures", ["none", "few", "some", "many"][(figures + 1).ilog2().min(3) as usize]);
    let words = || clause.segments.iter().flat_map(|s| &s.words);
    // a modal word says more than the verbs behind it
    if words().any(|w| is_modal(w.tag)) {
        return;
    }
    add("bare_verbs", ["0", "1", "2", "3", "4"][words().filter(|w| w.tag == Tag::Verb).count().min(4)]);
    let last = words().rfind(|w| !text[w.range.clone()].trim().is_empty());
    let ends_in_verb = last.is_none_or(|w| w.tag == Tag::Verb);
    if !ends_in_verb && clause.agent.is_none() && clause.segments.iter().all(|s| s.predicate != Some(s.head)) {
        add("form", "phrase");
    }
}
