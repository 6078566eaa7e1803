//! Tables that the dump flattened: cells parted by tabs or wide blanks, or one cell a line.
//!
//! Rows are never sections and never sentences. Which cells belong to which column is read by
//! [`extract::table`](crate::extract::table).

use super::{Role, label::label, line::Lines};

/// How many short lines in a row make a table of one cell a line.
const CELLS: usize = 6;
/// The longest cell that a line of its own may hold.
const CELL_CHARS: usize = 24;

/// Says which open lines are rows.
pub(super) fn mark(lines: &mut Lines<'_>) {
    for i in 0..lines.len() {
        if lines.is_open(i) && is_row(lines.str(i)) {
            lines.set(i, Role::Row);
        }
    }
    let mut i = 0;
    while i < lines.len() {
        let end = if starts_cells(lines, i) { cells_end(lines, i) } else { i };
        if end - i >= CELLS {
            (i..end).for_each(|j| lines.set(j, Role::Row));
        }
        i = end.max(i + 1);
    }
}

/// Whether `line` holds cells parted by tabs, or at least three parted by wide blanks and no sentence.
fn is_row(line: &str) -> bool {
    if label(line).is_ok_and(|(_, label)| label.style.is_strong()) && !line.contains('\t') {
        return false;
    }
    if line.contains('\t') {
        return line.split('\t').filter(|cell| !cell.trim().is_empty()).count() > 1;
    }
    line.starts_with('|') && line.matches('|').count() > 2 || (!line.contains(['。', '；', '：']) && cells(line) > 2)
}

/// How many cells wide blanks make of `line`. A blank inside a name (李　明　　市教育局局长) parts no cells.
fn cells(line: &str) -> usize {
    let words: Vec<&str> = line.split_whitespace().collect();
    let gap = |left: &str, right: &str| {
        let from = left.as_ptr() as usize - line.as_ptr() as usize + left.len();
        let blanks = &line[from..right.as_ptr() as usize - line.as_ptr() as usize];
        blanks.chars().map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum::<usize>()
    };
    let single = |word: &str| word.chars().nth(1).is_none();
    let parts = |pair: &&[&str]| {
        let width = gap(pair[0], pair[1]);
        width > 1 && !(width == 2 && single(pair[0]) && single(pair[1]))
    };
    1 + words.windows(2).filter(parts).count()
}

/// Whether line `i` is the first cell of a table's head, one cell a line.
fn starts_cells(lines: &Lines<'_>, i: usize) -> bool {
    lines.is_open(i) && matches!(lines.str(i).trim(), "序号" | "编号" | "序" | "项目" | "名称" | "单位" | "类别" | "姓名")
}

/// One past the last short line of a run that begins at `i`.
fn cells_end(lines: &Lines<'_>, i: usize) -> usize {
    (i..lines.len())
        .find(|j| {
            let line = lines.str(*j);
            !lines.is_open(*j) || line.chars().count() > CELL_CHARS || line.ends_with(['。', '；', '：']) || line.starts_with("附件")
        })
        .unwrap_or(lines.len())
}
