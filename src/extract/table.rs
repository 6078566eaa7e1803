//! The tables.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Id;
use crate::{
    phrase::numeral::is_figure,
    reading::{Quote, Reading},
    span::Origin,
    structure::{self, Role},
};

/// A table that the dump flattened. 表格。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// `tb1`, `tb2`, … 编号。
    pub id: Id,
    /// Its caption. 表题。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Quote>,
    /// The words of its head row. 表头各栏。
    pub columns: Vec<String>,
    /// Its rows, cell by cell. 各行各格。
    pub rows: Vec<Vec<String>>,
    /// Where it stands. 所在位置。
    pub span: Origin,
}

/// Finds the tables: runs of rows, as the structure has marked them.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Table> {
    let lines = &reading.document.lines;
    let mut tables = Vec::new();
    let mut start = 0;
    while let Some(first) = (start..lines.len()).find(|n| lines[*n].role == Role::Row) {
        let end = (first..lines.len()).find(|n| lines[*n].role != Role::Row).unwrap_or(lines.len());
        tables.push(table(reading, first..end));
        start = end;
    }
    tables
}

/// The table on `lines`; a caption is the title, or a short line without stop, right above.
fn table(reading: &Reading<'_>, lines: Range<usize>) -> Table {
    let all = &reading.document.lines;
    let text = |n: usize| reading.document.text.slice(all[n].span);
    let caption =
        lines.start.checked_sub(1).filter(|n| all[*n].role == Role::Title || (all[*n].role == Role::Body && text(*n).ends_with('表')));
    let mut rows: Vec<Vec<String>> = lines.clone().map(|n| cells(text(n))).collect();
    if rows.iter().all(|row| row.len() == 1) {
        rows = regrouped(rows);
    }
    // 序号, 名称, …: a first row without figures names the columns
    let named = rows.len() > 1 && rows[0].len() > 1 && !rows[0].iter().any(|cell| begins_with_figure(cell));
    let columns = if named { rows.remove(0) } else { Vec::new() };
    Table {
        id: Id::new(super::Kind::Tables, 0),
        caption: caption.map(|n| reading.quote(all[n].span)),
        columns,
        rows,
        span: reading.place(all[lines.start].span.cover(all[lines.end - 1].span)),
    }
}

/// Whether a cell begins with a figure, and is no year as columns are called: 2023年, 2024年预算数.
fn begins_with_figure(cell: &str) -> bool {
    let rest = cell.trim_start_matches(is_figure);
    rest.len() < cell.len()
        && !(cell[..cell.len() - rest.len()].chars().count() == 4 && rest.starts_with('年') && !rest.contains(is_figure))
}

/// The cells of a row; blanks inside a cell are one.
fn cells(line: &str) -> Vec<String> {
    structure::cells(line).into_iter().map(|cell| apart(&line[cell])).collect()
}

/// `words` with one blank between two.
fn apart(words: &str) -> String {
    let mut apart = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !apart.is_empty() {
            apart.push(' ');
        }
        apart.push_str(word);
    }
    apart
}

/// One cell a line: the rows that the numbers tell; in the head a word in brackets belongs to the cell before it. Without
/// numbers each cell stays a row.
fn regrouped(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let cells: Vec<String> = rows.iter().flatten().cloned().collect();
    let Some((one, width)) = structure::grid(&cells.iter().map(String::as_str).collect::<Vec<_>>()) else { return rows };
    let mut head: Vec<String> = Vec::new();
    for cell in &cells[..one] {
        match head.last_mut() {
            Some(last) if cell.starts_with(['（', '(']) => last.push_str(cell),
            _ => head.push(cell.clone()),
        }
    }
    std::iter::once(head).chain(cells[one..].chunks(width).map(<[String]>::to_vec)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[&str]) -> Vec<Vec<String>> {
        cells.iter().map(|cell| vec![(*cell).to_owned()]).collect()
    }

    #[test]
    fn cells_on_lines_of_their_own_make_rows() {
        let table = regrouped(rows(&["序号", "县（区）", "新建管网", "（公里）", "1", "云岭县", "12", "2", "青浦岭区", "9"]));
        assert_eq!(table, [vec!["序号", "县（区）", "新建管网（公里）"], vec!["1", "云岭县", "12"], vec!["2", "青浦岭区", "9"]]);
        assert_eq!(regrouped(rows(&["甲", "乙"])), rows(&["甲", "乙"]));
    }

    #[test]
    fn cells_of_one_line() {
        assert_eq!(cells("1\t政策发布\t条"), ["1", "政策发布", "条"]);
        assert_eq!(cells("| 甲 | 乙 |"), ["甲", "乙"]);
        assert_eq!(cells("李　明　　云岭县 副县长"), ["李 明", "云岭县 副县长"]);
    }
}
