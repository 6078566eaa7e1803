//! What typesetting did to the words, and how it is undone. One repair a file.
//!
//! Repairs only take characters out or put line ends in. Those of single characters ([`noise`], [`markup`])
//! come first and give a clean text; the others see its rows ([`draft`]) and decide what becomes of each:
//! dropped, split, joined. The reading is written once, at the end.

mod annex;
mod chars;
pub(super) mod copy;
mod day;
mod draft;
mod fact;
pub(super) mod flat;
mod markup;
mod node;
mod noise;
mod opening;
pub(super) mod page;
mod roster;
pub(super) mod runon;
mod scan;
mod spacing;
pub(super) mod tear;
mod wrap;

use std::ops::Range;

use super::Map;
use crate::{
    diagnostic::{Finding, Rule, Severity},
    order,
    span::Origin,
};
use draft::{Draft, Lines};
use noise::Edit;

/// A repaired text.
pub(super) struct Repaired {
    /// One logical paragraph a line.
    pub reading: String,
    /// From there to the source.
    pub map: Map,
    /// Its lines.
    pub lines: Lines,
    /// The repairs that a reader should know of.
    pub findings: Vec<Finding>,
}

/// More pieces of code and comments than this are not noted one by one.
const NOTED: usize = 20;

/// Repairs `source`.
pub(super) fn repair(source: &str) -> Repaired {
    let from = match Draft::clean(source) {
        Ok(draft) => return whole(draft),
        Err(from) => from,
    };
    let Some(Clean { text, map, hidden }) = clean(source, from) else { return whole(Draft::new(source)) };
    let mut repaired = whole(Draft::new(&text)).through(&map);
    repaired.findings.extend(hidden.iter().map(|range| left_out(source, range)));
    repaired
}

/// Repairs the rows of `draft`, put together first where they are nodes of a page.
fn whole(draft: Draft<'_>) -> Repaired {
    let ends = node::ends(&draft);
    if ends.is_empty() {
        return rows(draft);
    }
    let Clean { text, map, .. } = edited(draft.text, ends.into_iter().map(Edit::Drop).collect());
    rows(Draft::new(&text)).through(&map)
}

impl Repaired {
    /// The same, of the text that `map` leads to.
    fn through(mut self, map: &Map) -> Self {
        for finding in &mut self.findings {
            finding.span = map.origin_of(finding.span);
        }
        Self { map: self.map.through(map), ..self }
    }
}

/// Repairs the rows of `draft`, whose text is clean.
fn rows(mut draft: Draft<'_>) -> Repaired {
    markup::markdown(&mut draft);
    copy::halve(&mut draft);
    flat::split(&mut draft);
    runon::split(&mut draft);
    roster::split(&mut draft);
    copy::drop(&mut draft);
    page::drop(&mut draft);
    wrap::join(&mut draft);
    spacing::close(&mut draft);
    let (reading, map, lines, findings) = draft.write();
    Repaired { reading, map, lines, findings }
}

/// A text without markup and invisible characters.
struct Clean {
    text: String,
    /// The way back.
    map: Map,
    /// The places of code and comments.
    hidden: Vec<Range<usize>>,
}

/// Code of a page among the text.
pub(crate) static MARKUP: Rule = Rule {
    code: "markup",
    severity: Severity::Info,
    zh: "略去网页中的{0}。",
    en: "{0} of a web page was left out.",
    basis: "Code and comments of a page are no text",
};

/// What a reader should know of the code or comment at `range`.
fn left_out(source: &str, range: &Range<usize>) -> Finding {
    let what = if source[range.clone()].starts_with("<!--") { "<!-- -->" } else { "<script>, <style>" };
    Finding::new(&MARKUP, vec![what.to_owned()], Origin { start: range.start as u32, end: range.end as u32 })
}

/// `source` without markup and invisible characters, where it has any from `from` on, and the map back.
fn clean(source: &str, from: usize) -> Option<Clean> {
    let mut edits: Vec<Edit> = noise::find(source, from).into_iter().chain(markup::tags(source, from)).collect();
    if edits.is_empty() {
        return None;
    }
    order::by(&mut edits, |edit| (edit.range().start, 0));
    Some(edited(source, edits))
}

/// `source` after `edits`, which come in order.
fn edited(source: &str, edits: Vec<Edit>) -> Clean {
    let (mut text, mut map, mut at, mut hidden) = (String::with_capacity(source.len()), Map::default(), 0, Vec::new());
    for edit in edits {
        let range = edit.range();
        if range.end <= at {
            continue;
        }
        let kept = at..range.start.max(at);
        map.push(text.len(), kept.start, kept.len());
        text.push_str(&source[kept]);
        match edit {
            Edit::Break(_) => text.push('\n'),
            Edit::Hide(range) if hidden.len() < NOTED => hidden.push(range),
            _ => {}
        }
        at = range.end;
    }
    map.push(text.len(), at, source.len() - at);
    text.push_str(&source[at..]);
    Clean { text, map, hidden }
}
