//! What the joining of lines looks at: where a row begins and ends, whether it ends like a paragraph, whether
//! it can only begin one.

use super::{
    chars::{is_blank, is_ended, is_figure, is_mark, is_opening, tail, width},
    draft::{Draft, Fate, Row},
    opening::{Label, SHAPES, is_date, is_grade, is_inner_field, is_own_line, is_salutation, is_title_end, label},
    runon::is_organ,
};

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
    /// Whether it is the end of a title.
    pub title: bool,
    /// Whether it is a line of the head behind which the title begins.
    pub closed: bool,
    /// Whether it ends with the colon behind those who are addressed.
    pub addresses: bool,
    /// The columns at its head that may not be broken: a character and the marks that hang on it, a word.
    pub head: usize,
}

pub(super) fn facts(draft: &Draft<'_>) -> Vec<Fact> {
    let mut series = Series::default();
    let standing = draft.rows.iter().enumerate().filter(|(_, row)| row.fate == Fate::Begins);
    let mut before = "";
    let fact = |(index, row)| {
        let text = draft.row(index);
        fact(index, row, text, std::mem::replace(&mut before, text), &mut series)
    };
    let mut facts: Vec<Fact> = standing.map(fact).collect();
    sign(draft, &mut facts);
    address(draft, &mut facts);
    facts
}

/// The lines above the one that ends with the colon of an address, up to the title, address too.
fn address(draft: &Draft<'_>, facts: &mut [Fact]) {
    const LINES: usize = 4;
    let mut left = 0;
    for fact in facts.iter_mut().rev() {
        let row = draft.row(fact.index);
        if fact.addresses {
            left = LINES;
        } else if left > 0 && !fact.title && !fact.opens && !row.contains(['。', '；', '：', ':']) {
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
        let row = draft.row(fact.index);
        signs = is_date(row) || signs && row.split(is_blank).filter(|word| !word.is_empty()).all(is_organ);
        fact.opens |= signs;
    }
}

/// The facts of a row, which stands behind `before`.
fn fact(index: usize, row: &Row, text: &str, before: &str, series: &mut Series) -> Fact {
    let layout = row.layout;
    let table = text.contains('\t') || text.starts_with('|');
    // behind a comma or an opening mark 二、三季度 and 电话： go on with the sentence
    let free = !before.ends_with(|c| matches!(c, '，' | '、' | '(') || is_opening(c));
    let labelled = free && label(text).is_some_and(|l| series.accepts(l));
    let hanging = 2 * text.chars().rev().take(2).take_while(|c| is_mark(*c) && !is_opening(*c)).count();
    let end = usize::from(layout.indent) + usize::from(layout.width);
    Fact {
        index,
        indent: usize::from(layout.indent),
        edge: end.saturating_sub(hanging),
        hanging,
        blanks: layout.blanks,
        page: layout.page,
        ended: is_ended(text) && !is_bracket_open(text) && !is_clock(text),
        prose: text.contains(['，', '。', '；', ',']),
        stops: text.contains(['。', '；']),
        inner: !table && !labelled && !layout.split && is_inner_field(text),
        opens: table || labelled || layout.split || free && is_own_line(text),
        table,
        title: is_title_end(text) && !is_bracket_open(text),
        closed: is_grade(text),
        addresses: is_salutation(text),
        head: head(text),
    }
}

/// The columns at the head of `text` that stay together: opening marks, a word or a character, closing marks.
fn head(text: &str) -> usize {
    let word = text.trim_start_matches(is_opening);
    let first = word.bytes().take(60).take_while(u8::is_ascii_graphic).count();
    let first = if first > 0 { first } else { word.chars().next().map_or(0, char::len_utf8) };
    let marks = word[first..].chars().take(2).take_while(|c| is_mark(*c) && !is_opening(*c)).count();
    width(&text[..text.len() - word.len() + first]) + 2 * marks
}

/// Whether `text` breaks off inside a time of day: 上午9：
fn is_clock(text: &str) -> bool {
    text.strip_suffix(['：', ':']).is_some_and(|text| text.ends_with(is_figure))
}

/// Whether a bracket is open at the end of `text`.
fn is_bracket_open(text: &str) -> bool {
    let text = tail(text, 360);
    let open = |opening: char, closing: char| text.rfind(opening).is_some_and(|at| !text[at..].contains(closing));
    open('（', '）') || open('《', '》')
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
