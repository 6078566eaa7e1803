//! What typesetting did to the words, and how it is undone. One repair a file.
//!
//! Repairs only take characters out or put line ends in. Those of single characters ([`noise`], [`markup`])
//! come first and give a clean text; the others see its rows ([`draft`]) and decide what becomes of each:
//! dropped, split, joined. The reading is written once, at the end.

mod annex;
mod chars;
mod copy;
mod draft;
mod fact;
mod flat;
mod markup;
mod noise;
mod opening;
mod page;
mod roster;
mod runon;
mod spacing;
mod tear;
mod wrap;

use std::borrow::Cow;

use super::{Layout, Map};
use crate::diagnostic::Diagnostic;
use draft::Draft;
use noise::Edit;

/// A repaired text.
pub(super) struct Repaired {
    /// One logical paragraph a line.
    pub reading: String,
    /// From there to the source.
    pub map: Map,
    /// How each line of the reading stood.
    pub layouts: Vec<Layout>,
    /// The repairs that a reader should know of.
    pub diagnostics: Vec<Diagnostic>,
}

/// Repairs `source`.
pub(super) fn repair(source: &str) -> Repaired {
    let (clean, to_source) = clean(source);
    let mut draft = Draft::new(&clean);
    markup::markdown(&mut draft);
    copy::halve(&mut draft);
    flat::split(&mut draft);
    runon::split(&mut draft);
    roster::split(&mut draft);
    copy::drop(&mut draft);
    page::drop(&mut draft);
    wrap::join(&mut draft);
    spacing::close(&mut draft);
    let (reading, map, layouts, mut diagnostics) = draft.write();
    let Some(to_source) = to_source else { return Repaired { reading, map, layouts, diagnostics } };
    for diagnostic in &mut diagnostics {
        diagnostic.span = to_source.origin_of(diagnostic.span);
    }
    Repaired { reading, map: map.through(&to_source), layouts, diagnostics }
}

/// `source` without markup and invisible characters, and the map back where there were any.
fn clean(source: &str) -> (Cow<'_, str>, Option<Map>) {
    let (noise, tags) = (noise::find(source), markup::tags(source));
    if noise.is_empty() && tags.is_empty() {
        return (Cow::Borrowed(source), None);
    }
    let mut edits: Vec<Edit> = noise.into_iter().chain(tags).collect();
    edits.sort_by_key(|edit| edit.range().start);
    let (mut text, mut map, mut at) = (String::with_capacity(source.len()), Map::default(), 0);
    for edit in edits {
        let range = edit.range();
        if range.end <= at {
            continue;
        }
        let kept = at..range.start.max(at);
        map.push(text.len(), kept.start, kept.len());
        text.push_str(&source[kept]);
        if matches!(edit, Edit::Break(_)) {
            text.push('\n');
        }
        at = range.end;
    }
    map.push(text.len(), at, source.len() - at);
    text.push_str(&source[at..]);
    (Cow::Owned(text), Some(map))
}
