//! The lines of a document: the paragraphs of the reading, cut where a dump ran elements of the document together.
//!
//! Most paragraphs are cut nowhere, and the signs that they lack tell it.

use std::cell::LazyCell;

use super::{facts::Facts, glued, line, runon};
use crate::{source::Text, span::Span};

/// So many lines from the end elements of the tail may have been run together.
const TAIL_LINES: usize = 12;
/// So far down a document's head reaches.
const HEAD_LINES: usize = 16;
/// So far down the number may have been run on to the title.
const TITLE_LINES: usize = 8;
/// A paragraph of more bytes may hold a whole document.
const LONG: usize = 600;

/// The lines of `text`, without blanks at their ends, and what their signs tell of each.
pub(super) fn lines(text: &Text) -> Vec<(Span, Facts)> {
    let mut spans = Vec::with_capacity(text.layouts().len());
    spans.extend(text.lines());
    let mut lines = Vec::with_capacity(spans.len());
    let issuer = LazyCell::new(|| runon::issuer(spans.iter().take(HEAD_LINES).map(|span| text.slice(*span))));
    let mut addressed = false;
    let mut pieces = Vec::new();
    for (index, &span) in spans.iter().enumerate() {
        let (words, facts) = (text.slice(span), Facts::of(text.slice(span)));
        let titled = index < TITLE_LINES;
        let headed = index < HEAD_LINES && !addressed;
        let near_end = index + TAIL_LINES >= spans.len() || span.len() > LONG;
        let whole = !(titled && runon::may_hold_number(words)
            || headed && facts.has_colon()
            || may_hold_items(words, &facts)
            || if near_end { runon::may_hold_tail(words, &facts) } else { facts.last == '日' }
            || facts.first == '附');
        if whole && !facts.first.is_whitespace() && !facts.last.is_whitespace() {
            lines.push((span, facts));
            continue;
        }
        pieces.push(span);
        if titled {
            cut(text, &mut pieces, runon::number_behind_title);
        }
        if headed && facts.has_colon() {
            cut(text, &mut pieces, runon::behind_recipients);
            addressed = pieces.iter().any(|piece| line::is_address(text.slice(*piece)));
        }
        cut(text, &mut pieces, if span.len() > LONG { glued::labels } else { glued::items_behind_heading });
        if facts.first == '第' {
            cut(text, &mut pieces, glued::article_behind_chapter);
        }
        let before = std::mem::take(&mut pieces);
        for piece in before {
            pieces.push(piece);
            cut(text, &mut pieces, if near_end { runon::tail } else { runon::signature });
        }
        if pieces.last().is_some_and(|piece| text.slice(*piece).starts_with('附')) {
            cut(text, &mut pieces, |line| runon::signature_behind_list(line, *issuer));
        }
        let trimmed = pieces.drain(..).map(|piece| text.trim(piece)).filter(|piece| !piece.is_empty());
        lines.extend(trimmed.map(|piece| (piece, if piece == span { facts } else { Facts::of(text.slice(piece)) })));
    }
    lines
}

/// Whether labels may stand amid a line.
fn may_hold_items(words: &str, facts: &Facts) -> bool {
    facts.first == '第' && facts.label.is_some_and(|label| label.style.is_division())
        || if words.len() > LONG { glued::may_hold_labels(words) } else { glued::may_hold_items(words, facts) }
}

/// Cuts the last piece at the places that `places` names, counted from its start.
fn cut(text: &Text, pieces: &mut Vec<Span>, places: impl Fn(&str) -> Vec<usize>) {
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
