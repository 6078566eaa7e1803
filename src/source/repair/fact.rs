//! What the joining of lines looks at: where a row begins and ends, whether it ends like a paragraph, whether
//! it can only begin one.

use super::{
    chars::{hangs, is_blank, is_ended, is_figure, is_numeral, is_opening, width},
    draft::{Draft, Fate, Row},
    opening::{Label, SHAPES, is_apart, is_date, is_field, is_grade, is_inner, is_salutation, is_title_end, label},
    runon::{begins_label, is_organ},
};
use crate::pattern::is_han;
use crate::source::Signs;

/// What matters of a row.
pub(super) struct Fact {
    /// Its number among the draft's rows.
    pub index: usize,
    /// The column where it begins.
    pub indent: usize,
    /// The column where it ends, marks that may hang over not counted.
    pub edge: usize,
    /// The columns of these marks.
    pub hanging: usize,
    /// Empty lines before it.
    pub blanks: u16,
    /// Whether a new page begins with it.
    pub page: bool,
    /// Whether it ends like a paragraph.
    pub ended: bool,
    /// Whether it holds the marks of running text.
    pub prose: bool,
    /// Whether a sentence ends in it.
    pub stops: bool,
    /// Whether it begins with a label in its place, a field or a date, or is a row of a table.
    pub opens: bool,
    /// Whether it begins with nothing of these but a field that a sentence may hold.
    pub inner: bool,
    /// Whether it is a row of a table.
    pub table: bool,
    /// Whether it is nothing but a date.
    pub dated: bool,
    /// Whether it is the end of a title.
    pub title: bool,
    /// Whether it is a line of the head behind which the title begins.
    pub closed: bool,
    /// Whether it ends with the colon behind those who are addressed.
    pub addresses: bool,
}

pub(super) fn facts(draft: &Draft<'_>) -> Vec<Fact> {
    let mut series = Series::default();
    let standing = draft.rows.iter().enumerate().filter(|(_, row)| row.fate == Fate::Begins);
    let mut before = '\0';
    let fact = |(index, row)| {
        let text = draft.row(index);
        // behind a comma or an opening mark 二、三季度 and 电话： go on with the sentence
        let free = !matches!(before, '，' | '、' | '(') && !is_opening(before);
        let mut chars = text.chars();
        let first = chars.next().unwrap_or_default();
        before = chars.next_back().unwrap_or(first);
        fact(index, row, Line { text, first, last: before, free }, &mut series)
    };
    let mut facts = Vec::with_capacity(draft.rows.len());
    facts.extend(standing.map(fact));
    sign(draft, &mut facts);
    address(draft, &mut facts);
    facts
}

/// The lines above the one that ends with the colon of an address, up to the title, address too.
fn address(draft: &Draft<'_>, facts: &mut [Fact]) {
    const LINES: usize = 4;
    let ends = Signs::STOP | Signs::SEMICOLON | Signs::COLON | Signs::HALF_COLON;
    let mut left = 0;
    for fact in facts.iter_mut().rev() {
        if fact.addresses {
            left = LINES;
        } else if left > 0 && !fact.title && !fact.opens && !draft.rows[fact.index].signs.intersects(ends) {
            fact.addresses = true;
            left -= 1;
        } else {
            left = 0;
        }
    }
}

/// Organs that sign right above a date go on with nothing.
fn sign(draft: &Draft<'_>, facts: &mut [Fact]) {
    let mut signs = false;
    for fact in facts.iter_mut().rev() {
        signs = fact.dated || signs && draft.row(fact.index).split(is_blank).filter(|word| !word.is_empty()).all(is_organ);
        fact.opens |= signs;
    }
}

/// What stands in a row.
#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    first: char,
    last: char,
    /// Whether the row before does not end so that this one must go on with it.
    free: bool,
}

impl Line<'_> {
    /// The columns of the marks at its end that may hang over.
    fn hanging(self) -> usize {
        match hangs(self.last) {
            true if self.text.chars().nth_back(1).is_some_and(hangs) => 4,
            true => 2,
            false => 0,
        }
    }
}

/// The facts of a row.
fn fact(index: usize, row: &Row, line: Line<'_>, series: &mut Series) -> Fact {
    let Line { text, first, last, free } = line;
    let (layout, signs) = (row.layout, row.signs);
    let colon = signs.intersects(Signs::COLON | Signs::HALF_COLON);
    let sentence = signs.intersects(Signs::SENTENCE);
    let numbered = is_figure(first) || is_numeral(first);
    let table = signs.intersects(Signs::TAB) || first == '|';
    let labelled = free && (numbered || begins_label(first)) && label(text).is_some_and(|l| series.accepts(l));
    let apart = table || labelled || layout.split;
    let field = !apart && (colon || first == '附') && is_field(text);
    let dated = numbered && is_date(text);
    let hanging = line.hanging();
    let end = usize::from(layout.indent) + usize::from(layout.width);
    // a bracket that is still open further back was forgotten
    let unclosed = row.open.since(row.range.end.saturating_sub(360));
    let breaks_off = unclosed || colon && is_clock(text);
    Fact {
        index,
        indent: usize::from(layout.indent),
        edge: end.saturating_sub(hanging),
        hanging,
        blanks: layout.blanks,
        page: layout.page,
        ended: !is_han(last) && is_ended(text) && !breaks_off,
        prose: sentence || signs.intersects(Signs::HALF_COMMA),
        stops: signs.intersects(Signs::STOP | Signs::SEMICOLON),
        inner: field && is_inner(text),
        opens: apart || free && (field || dated || is_apart(text)),
        table,
        dated,
        title: !unclosed && !sentence && !signs.intersects(Signs::COLON) && is_title_end(text),
        closed: first == '等' && is_grade(text),
        addresses: colon && matches!(last, '：' | ':') && is_salutation(text),
    }
}

/// The columns at the head of `text` that may not be broken: opening marks, a word or a character, closing marks.
pub(super) fn head(text: &str) -> usize {
    let word = text.trim_start_matches(is_opening);
    let first = word.bytes().take(60).take_while(u8::is_ascii_graphic).count();
    let first = if first > 0 { first } else { word.chars().next().map_or(0, char::len_utf8) };
    let marks = word[first..].chars().take(2).take_while(|c| hangs(*c)).count();
    width(&text[..text.len() - word.len() + first]) + 2 * marks
}

/// Whether `text` breaks off inside a time of day: 上午9：
fn is_clock(text: &str) -> bool {
    text.strip_suffix(['：', ':']).is_some_and(|text| text.ends_with(is_figure))
}

/// The last number of each shape of label: 二、三季度 at the head of a line is no label where no 一、 stood before.
#[derive(Default)]
struct Series {
    last: [u32; SHAPES],
}

impl Series {
    fn accepts(&mut self, label: Label) -> bool {
        let last = &mut self.last[label.shape as usize];
        let fits = label.ordinal == 1 || label.ordinal == *last + 1;
        if fits {
            *last = label.ordinal;
        }
        fits
    }
}
