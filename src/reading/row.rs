//! The cells of a row of a table, which tabs part.

use std::ops::Range;

/// The cells of a row, without the blanks at their ends; empty ones are kept, so that columns stay.
pub(crate) fn cells(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let cells = text.split('\t').map(|cell| {
        let start = at + (cell.len() - cell.trim_start().len());
        at += cell.len() + 1;
        start..start + cell.trim().len()
    });
    cells.collect()
}
