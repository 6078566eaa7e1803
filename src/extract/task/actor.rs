//! Who must act: as the sentence says, as notes, lead-ins and headings say, as the recipients are.

use std::ops::Range;

use super::{Actor, Basis, Candidate, Role};
use crate::{
    lexicon::{Tag, short},
    phrase::actor,
    reading::{Reading, segment::Segment},
    span::Span,
};

/// Who must act: as the sentence says, as notes and headings say, as the recipients are.
pub(super) fn actors(reading: &Reading<'_>, candidate: &Candidate<'_>, segments: &[Segment]) -> Vec<Actor> {
    let Candidate { base, text, clause, heading, notes, led_by, .. } = candidate;
    let own = clause.agent.as_ref().map(|a| a.range.clone()).or(clause.carried.clone());
    let mut found = Vec::new();
    if let Some(range) = own {
        add_units(reading, text, *base, segments, range, &mut found);
    }
    for (span, note) in notes {
        found.extend(note.actors.iter().map(|(range, role)| Actor {
            quote: reading.quote(span.slice(range.clone())),
            role: *role,
            basis: Basis::Annotation,
        }));
    }
    if found.is_empty() {
        found.extend(led_by.iter().flat_map(|span| units(reading, *span, Basis::Explicit)));
    }
    if found.is_empty() {
        found.extend(heading.iter().flat_map(|span| headed(reading, *span)));
    }
    if found.is_empty() {
        let document = reading.document;
        let asks = segments.iter().any(|s| s.first() == Some(Tag::Ask));
        let addressed = asks && document.others().next().is_none_or(|other| base.start < other.span.start);
        found.extend(document.head.recipients.iter().filter(|_| addressed).map(|span| Actor {
            quote: reading.quote(*span),
            role: Role::Responsible,
            basis: Basis::Inherited,
        }));
    }
    found
}

/// The units of a name.
fn units<'r>(reading: &'r Reading<'_>, name: Span, basis: Basis) -> impl Iterator<Item = Actor> + 'r {
    actor::split_units(reading.document.text.slice(name)).into_iter().map(move |unit| Actor {
        quote: reading.quote(name.slice(unit)),
        role: Role::Responsible,
        basis,
    })
}

/// The units of a name in the clause; X牵头，Y配合 gives each its role.
fn add_units(reading: &Reading<'_>, text: &str, base: Span, segments: &[Segment], range: Range<usize>, found: &mut Vec<Actor>) {
    let role_behind = |end: usize| match text[end..].trim_start() {
        // most go on with other characters
        rest if !rest.starts_with(['牵', '配', '协', '参']) => Role::Responsible,
        rest if rest.starts_with("牵头") => Role::Lead,
        rest if short::begins_with(rest, &["配合", "协助", "参与", "参加"]) => Role::Support,
        _ => Role::Responsible,
    };
    let mut add = |name: Range<usize>, role| {
        let units = actor::split_units(&text[name.clone()]).into_iter();
        found.extend(units.map(|unit| {
            let place = base.slice(name.start + unit.start..name.start + unit.end);
            Actor { quote: reading.quote(place), role, basis: Basis::Explicit }
        }));
    };
    let (role, start) = (role_behind(range.end), range.start);
    add(range, role);
    if role == Role::Lead {
        let others = segments.iter().filter_map(|s| s.agent.as_ref()).map(|agent| agent.range.clone());
        others.filter(|other| other.start > start && role_behind(other.end) == Role::Support).for_each(|other| add(other, Role::Support));
    }
}

/// The organ that a heading names: 县财政局, 监督组.
fn headed(reading: &Reading<'_>, heading: Span) -> Vec<Actor> {
    let words = reading.document.text.slice(heading);
    let name = words.strip_suffix("职责").unwrap_or(words).trim_end_matches(['：', ':']);
    // most headings end as no name does
    if !actor::may_end(name) || name.chars().count() > 24 || !actor::is_actor(name) || name.contains(['，', '。']) || is_list(name) {
        return Vec::new();
    }
    units(reading, heading.slice(0..name.len()), Basis::Inherited).collect()
}

/// Whether a heading tells who is listed under it (参会人员), or what is agreed to (同意设立海川高新区), and names nobody.
fn is_list(heading: &str) -> bool {
    const SHARES: [&str; 12] = ["组成", "成员", "参加", "参会", "与会", "参训", "出席", "列席", "主办", "承办", "协办", "评审"];
    let listed = ["人员", "单位", "部门", "对象"].iter().find_map(|kind| heading.strip_suffix(kind));
    listed.is_some_and(|share| SHARES.contains(&share)) || heading.starts_with("同意")
}
