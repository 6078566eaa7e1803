//! The lines of a document: the paragraphs of the reading, cut where a dump ran elements of the document together.
//!
//! Most paragraphs are cut nowhere, and the signs that they lack tell it.

use std::cell::LazyCell;

use super::{facts::Facts, glued, line::is_address, runon};
use crate::{source::Text, span::Span};

/// So many lines from the end elements of the tail may have been run together.
const TAIL_LINES: usize = 12;
/// So far down a document's head reaches.
const HEAD_LINES: usize = 16;
/// So far down the number may have been run on to the title.
const TITLE_LINES: usize = 12;
/// A paragraph of more bytes may hold a whole document.
const LONG: usize = 600;

/// Cuts `text` into lines without blanks at their ends, and hands over where each stands and what its signs tell.
pub(super) fn cut(text: &Text, mut line: impl FnMut(Span, Facts)) {
    let count = text.layouts().len();
    let issuer = LazyCell::new(|| runon::issuer(text.lines().take(HEAD_LINES).map(|span| text.slice(span))));
    let (mut addressed, mut named) = (false, false);
    let mut pieces = Vec::new();
    for (index, (span, marks)) in text.lines().zip(text.marks()).enumerate() {
        let words = text.slice(span);
        let facts = Facts::marked(words, *marks);
        let near_end = index + TAIL_LINES >= count || span.len() > LONG;
        // below the name of a field stands its value
        let titled = index < TITLE_LINES && !named && runon::may_hold_number(words, &facts);
        named = facts.ends_with_colon();
        let headed = index < HEAD_LINES && !addressed && facts.has_colon();
        let listed = may_hold_items(words, &facts);
        let signed = if near_end { runon::may_hold_tail(words, &facts) } else { facts.last == '日' };
        let tight = !facts.first.is_whitespace() && !facts.last.is_whitespace();
        if tight && !(titled || headed || listed || signed || facts.first == '附') {
            line(span, facts);
            continue;
        }
        pieces.push(span);
        if titled {
            cut_last(text, &mut pieces, runon::number_behind_title);
        }
        if headed {
            cut_last(text, &mut pieces, runon::around_recipients);
            addressed = pieces.iter().any(|piece| is_address(text.slice(*piece)));
        }
        // what the whole line lacks a piece of it may have at its ends
        let long = span.len() > LONG;
        if pieces.len() > 1 || if long { listed } else { glued::may_head_items(&facts) } {
            cut_last(text, &mut pieces, if long { glued::labels } else { glued::items_behind_heading });
        }
        if facts.first == '第' {
            cut_last(text, &mut pieces, glued::article_behind_chapter);
        }
        if pieces.len() > 1 || signed {
            for piece in std::mem::take(&mut pieces) {
                pieces.push(piece);
                cut_last(text, &mut pieces, if near_end { runon::tail } else { runon::signature });
            }
        }
        if pieces.last().is_some_and(|piece| text.slice(*piece).starts_with('附')) {
            cut_last(text, &mut pieces, |line| runon::signature_behind_list(line, || *issuer));
        }
        for piece in pieces.drain(..).map(|piece| text.trim(piece)).filter(|piece| !piece.is_empty()) {
            line(piece, if piece == span { facts } else { Facts::of(text.slice(piece)) });
        }
    }
}

/// Whether labels may stand amid a line.
fn may_hold_items(words: &str, facts: &Facts) -> bool {
    facts.first == '第' && facts.label.is_some_and(|label| label.style.is_division())
        || if words.len() > LONG { glued::may_hold_labels(words) } else { glued::may_hold_items(words, facts) }
}

/// Cuts the last piece at the places that `places` names, counted from its start.
fn cut_last(text: &Text, pieces: &mut Vec<Span>, places: impl Fn(&str) -> Vec<usize>) {
    let Some(piece) = pieces.pop() else { return };
    let mut start = 0;
    for at in places(text.slice(piece)) {
        if at > start {
            pieces.push(piece.slice(start..at));
            start = at;
        }
    }
    pieces.push(piece.slice(start..piece.len()));
}
