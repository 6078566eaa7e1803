//! The text as its repairs see it: rows between line ends, each of which may be dropped, split or joined to
//! the one before, and characters cut out. The reading and its map are written from it, once, at the end.

use std::ops::Range;

use super::chars::{find_blank, is_blank, width};
use crate::{
    diagnostic::{Finding, Rule},
    source::{Layout, Map},
    span::Origin,
};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fate {
    /// It begins a line of the reading.
    #[default]
    Begins,
    /// It goes on with the line of the row before.
    Continues,
    /// It is not read.
    Dropped,
}

/// A line of the text without the blanks around it; never empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Its bytes.
    pub range: Range<usize>,
    /// How it stood.
    pub layout: Layout,
    /// Whether blanks stand inside.
    pub gaps: bool,
    /// What becomes of it.
    pub fate: Fate,
}

impl Row {
    /// The row that stands in `range` of `text`, without the blanks around it.
    pub(super) fn trimmed(text: &str, range: Range<usize>) -> Option<Self> {
        let inner = &text[range.clone()];
        let left = inner.trim_start_matches(is_blank);
        let body = left.trim_end_matches(is_blank);
        let start = range.end - left.len();
        let layout = Layout { indent: columns(&text[range.start..start]), width: columns(body), ..Layout::default() };
        let row = Self { range: start..start + body.len(), layout, gaps: find_blank(body).is_some(), fate: Fate::Begins };
        (!body.is_empty()).then_some(row)
    }
}

/// The columns of `text`, a tab counted as four.
fn columns(text: &str) -> u16 {
    let tabs = if text.starts_with('\t') { text.bytes().filter(|b| *b == b'\t').count() } else { 0 };
    (width(text) + 3 * tabs).min(usize::from(u16::MAX)) as u16
}

/// The rows of a text and all that its repairs decided.
#[derive(Debug)]
pub(super) struct Draft<'t> {
    /// The text that is repaired.
    pub text: &'t str,
    /// Its rows, in order.
    pub rows: Vec<Row>,
    /// Places inside rows that are not read.
    pub cuts: Vec<Range<usize>>,
    /// What a reader should know.
    pub findings: Vec<Finding>,
}

impl<'t> Draft<'t> {
    /// The rows of `text`: what stands between line feeds and form feeds, trimmed.
    pub(super) fn new(text: &'t str) -> Self {
        let mut rows = Vec::with_capacity(text.len() / 64);
        let (mut at, mut blanks, mut page) = (0, 0u16, false);
        while at < text.len() {
            let end = memchr::memchr2(b'\n', b'\x0c', &text.as_bytes()[at..]).map_or(text.len(), |n| at + n);
            match Row::trimmed(text, at..end) {
                None => blanks = blanks.saturating_add(u16::from(!page)),
                Some(mut row) => {
                    (row.layout.blanks, row.layout.page) = (blanks, page);
                    rows.push(row);
                    (blanks, page) = (0, false);
                }
            }
            page |= text.as_bytes().get(end) == Some(&b'\x0c');
            at = end + 1;
        }
        Self { text, rows, cuts: Vec::new(), findings: Vec::new() }
    }

    /// What stands in a row.
    pub(super) fn row(&self, index: usize) -> &'t str {
        &self.text[self.rows[index].range.clone()]
    }

    /// Notes a repair. The place is one of this text, see [`Draft::write`].
    pub(super) fn note(&mut self, rule: &'static Rule, words: Vec<String>, at: Range<usize>) {
        let span = Origin { start: at.start as u32, end: at.end as u32 };
        self.findings.push(Finding::new(rule, words, span));
    }

    /// The reading, its map into this text, and how each of its lines stood.
    pub(super) fn write(mut self) -> (String, Map, Vec<Layout>, Vec<Finding>) {
        self.cuts.sort_by_key(|cut| cut.start);
        let mut out = Writer { text: self.text, reading: String::with_capacity(self.text.len()), map: Map::default() };
        let (mut layouts, mut cuts) = (Vec::with_capacity(self.rows.len()), self.cuts.iter().peekable());
        let mut open = None;
        for row in self.rows.iter().filter(|row| row.fate != Fate::Dropped) {
            if row.fate == Fate::Begins || open.is_none() {
                out.end_line(&mut layouts, open.replace(row.layout));
            }
            let mut at = row.range.start;
            while let Some(cut) = cuts.next_if(|cut| cut.start < row.range.end) {
                out.copy(at..cut.start.clamp(at, row.range.end));
                at = at.max(cut.end);
            }
            out.copy(at.min(row.range.end)..row.range.end);
        }
        out.end_line(&mut layouts, open);
        (out.reading, out.map, layouts, self.findings)
    }
}

/// The reading as it grows.
struct Writer<'t> {
    text: &'t str,
    reading: String,
    map: Map,
}

impl Writer<'_> {
    fn copy(&mut self, range: Range<usize>) {
        let begins = self.reading.is_empty() || self.reading.ends_with('\n');
        // where a cut was made at the edge of a line, blanks may come to stand there
        let blank = if begins { self.text[range.clone()].find(|c| !is_blank(c)).unwrap_or(range.len()) } else { 0 };
        let range = range.start + blank..range.end;
        if !range.is_empty() {
            self.map.push(self.reading.len(), range.start, range.len());
            self.reading.push_str(&self.text[range]);
        }
    }

    /// Ends the line that was begun, unless nothing stands in it.
    fn end_line(&mut self, layouts: &mut Vec<Layout>, layout: Option<Layout>) {
        let len = self.reading.trim_end_matches(is_blank).len();
        self.reading.truncate(len);
        self.map.truncate(len);
        if let Some(layout) = layout
            && !self.reading.is_empty()
            && !self.reading.ends_with('\n')
        {
            self.reading.push('\n');
            layouts.push(layout);
        }
    }
}

#[cfg(test)]
impl Draft<'_> {
    /// The lines of `text` after one `repair`.
    pub(super) fn repaired(text: &str, repair: fn(&mut Draft<'_>)) -> Vec<String> {
        let mut draft = Draft::new(text);
        repair(&mut draft);
        draft.write().0.lines().map(str::to_owned).collect()
    }
}
