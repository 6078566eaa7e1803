//! The text as its repairs see it: rows between line ends, each of which may be dropped, split or joined to
//! the one before, and characters cut out. The reading and its map are written from it, once, at the end.

use std::ops::Range;

use super::{
    chars::is_blank,
    scan::{Open, Scan},
};
use crate::{
    diagnostic::{Finding, Rule},
    order,
    source::{Layout, Map, Marks, Signs},
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
    /// Which signs it holds.
    pub signs: Signs,
    /// How many characters it has, blanks not counted.
    pub solid: u32,
    /// How many blanks stand inside.
    pub blanks: u32,
    /// The marks that are not closed in it.
    pub open: Open,
    /// What becomes of it.
    pub fate: Fate,
}

impl Row {
    /// The row that stands in `range` of `text`, without the blanks around it.
    pub(super) fn trimmed(text: &str, range: Range<usize>) -> Option<Self> {
        Scan::of(text, range).row(|_| {})
    }

    /// Whether blanks stand inside.
    #[inline]
    pub(super) fn gaps(&self) -> bool {
        self.signs.intersects(Signs::BLANK)
    }

    /// What stands in it.
    pub(super) const fn marks(&self) -> Marks {
        let bytes = (self.range.end - self.range.start) as u32;
        Marks { signs: self.signs, chars: self.solid + self.blanks, bytes }
    }

    /// Takes the blank behind the row into it.
    pub(super) fn take_blank(&mut self) {
        self.range.end += 1;
        self.blanks += 1;
        self.signs |= Signs::BLANK;
    }

    /// Takes what stands outside `range` out of the row, which stood where it stood.
    pub(super) fn narrow(&mut self, text: &str, range: Range<usize>) {
        if let Some(row) = Self::trimmed(text, range.clone()) {
            *self = Self { range, layout: self.layout, fate: self.fate, ..row };
        }
    }
}

/// The runs of blanks inside the rows of a text, in order.
#[derive(Debug, Default)]
pub(super) struct Gaps(Vec<Range<usize>>);

impl Gaps {
    /// Those inside `range` of the text.
    pub(super) fn inside(&self, range: &Range<usize>) -> &[Range<usize>] {
        let gaps = &self.0[self.0.partition_point(|gap| gap.start < range.start)..];
        &gaps[..gaps.iter().take_while(|gap| gap.end <= range.end).count()]
    }
}

/// The rows of a text and all that its repairs decided.
#[derive(Debug)]
pub(super) struct Draft<'t> {
    /// The text that is repaired.
    pub text: &'t str,
    /// Its rows, in order.
    pub rows: Vec<Row>,
    /// Where blanks stand inside them.
    pub gaps: Gaps,
    /// Places inside rows that are not read.
    pub cuts: Vec<Range<usize>>,
    /// What a reader should know.
    pub findings: Vec<Finding>,
}

impl<'t> Draft<'t> {
    /// The rows of `text`: what stands between line feeds and form feeds, trimmed.
    pub(super) fn new(text: &'t str) -> Self {
        let mut draft = Self::empty(text);
        draft.read(false);
        draft
    }

    /// The same, where nothing stands in `text` that may be no text.
    ///
    /// # Errors
    /// Otherwise: the head of the line where something does.
    pub(super) fn clean(text: &'t str) -> Result<Self, usize> {
        let mut draft = Self::empty(text);
        draft.read(true).map_or(Ok(draft), Err)
    }

    fn empty(text: &'t str) -> Self {
        Self { text, rows: Vec::with_capacity(text.len() / 64), gaps: Gaps::default(), cuts: Vec::new(), findings: Vec::new() }
    }

    /// Reads the rows; where something may be no text and that is `minded`, only up to that line, whose head it gives.
    fn read(&mut self, minded: bool) -> Option<usize> {
        let mut scan = Scan::of(self.text, 0..self.text.len());
        let (mut blanks, mut page) = (0, false);
        while scan.at < self.text.len() {
            let head = scan.at;
            match scan.row(|gap| self.gaps.0.push(gap)) {
                None => blanks = u16::saturating_add(blanks, u16::from(!page)),
                Some(mut row) => {
                    (row.layout.blanks, row.layout.page) = (blanks, page);
                    self.rows.push(row);
                    (blanks, page) = (0, false);
                }
            }
            if minded && scan.suspect {
                return Some(head);
            }
            page |= self.text.as_bytes().get(scan.at) == Some(&b'\x0c');
            scan.at += 1;
        }
        None
    }

    /// What stands in a row.
    #[inline]
    pub(super) fn row(&self, index: usize) -> &'t str {
        &self.text[self.rows[index].range.clone()]
    }

    /// What stands in the row before row `index`; nothing, where there is none.
    pub(super) fn before(&self, index: usize) -> &'t str {
        index.checked_sub(1).map_or("", |before| self.row(before))
    }

    /// What stands in the row behind row `index`; nothing, where there is none.
    pub(super) fn behind(&self, index: usize) -> &'t str {
        self.rows.get(index + 1).map_or("", |row| &self.text[row.range.clone()])
    }

    /// Notes a repair. The place is one of this text, see [`Draft::write`].
    pub(super) fn note(&mut self, rule: &'static Rule, words: Vec<String>, at: Range<usize>) {
        let span = Origin { start: at.start as u32, end: at.end as u32 };
        self.findings.push(Finding::new(rule, words, span));
    }

    /// The reading, its map into this text, and its lines.
    pub(super) fn write(mut self) -> (String, Map, Lines, Vec<Finding>) {
        order::by(&mut self.cuts, |cut| (cut.start, 0));
        let len = self.rows.iter().map(|row| row.range.len() + 1).sum();
        let count = self.rows.len();
        let lines = Lines { layouts: Vec::with_capacity(count), marks: Vec::with_capacity(count) };
        let map = Map::with_capacity(count);
        let mut out = Writer { text: self.text, reading: String::with_capacity(len), map, lines, line: Line::default() };
        let mut cuts = self.cuts.iter().peekable();
        for row in self.rows.iter().filter(|row| row.fate != Fate::Dropped) {
            if row.fate == Fate::Begins || out.line.layout.is_none() {
                out.end_line();
                out.line.layout = Some(row.layout);
            }
            out.line.marks.signs |= row.signs;
            out.line.marks.chars += row.marks().chars;
            let mut at = row.range.start;
            while let Some(cut) = cuts.next_if(|cut| cut.start < row.range.end) {
                out.copy(at..cut.start.clamp(at, row.range.end));
                at = at.max(cut.end);
                out.line.cut = true;
            }
            out.copy(at.min(row.range.end)..row.range.end);
        }
        out.end_line();
        (out.reading, out.map, out.lines, self.findings)
    }
}

/// The lines of a reading.
pub(in crate::source) struct Lines {
    /// How each stood.
    pub layouts: Vec<Layout>,
    /// What stands in each.
    pub marks: Vec<Marks>,
}

/// The reading as it grows.
struct Writer<'t> {
    text: &'t str,
    reading: String,
    map: Map,
    lines: Lines,
    line: Line,
}

/// The last line of a reading.
#[derive(Default)]
struct Line {
    /// Where it begins.
    start: usize,
    /// How its first row stood; none before the first row.
    layout: Option<Layout>,
    /// What stands in its rows.
    marks: Marks,
    /// Whether some of that was left out.
    cut: bool,
}

impl Writer<'_> {
    fn copy(&mut self, range: Range<usize>) {
        let mut piece = &self.text[range.clone()];
        // where a cut was made at the edge of a line, blanks may come to stand there
        if self.line.cut && self.reading.len() == self.line.start {
            piece = piece.trim_start_matches(is_blank);
        }
        self.map.push(self.reading.len(), range.end - piece.len(), piece.len());
        self.reading.push_str(piece);
    }

    /// Ends the line that was begun, unless nothing stands in it.
    fn end_line(&mut self) {
        let Line { start, layout, marks, cut } = std::mem::take(&mut self.line);
        self.line.start = start;
        if cut {
            let len = start + self.reading[start..].trim_end_matches(is_blank).len();
            self.reading.truncate(len);
            self.map.truncate(len);
        }
        let len = self.reading.len();
        if let Some(layout) = layout
            && len > start
        {
            self.lines.layouts.push(layout);
            let marks = if cut { Marks::of(&self.reading[start..]) } else { marks };
            self.lines.marks.push(Marks { bytes: (len - start) as u32, ..marks });
            self.reading.push('\n');
            self.line.start = self.reading.len();
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
