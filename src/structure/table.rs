//! Tables that the dump flattened: cells parted by tabs, bars or wide blanks, numbered rows of cells parted by single blanks, or
//! one cell a line.
//!
//! Rows are never sections and never sentences. Which cells belong to which column is read by
//! [`extract::table`](crate::extract::table).

use std::ops::Range;

use super::{Role, label::Style, line::Lines};
use crate::{
    lexicon::{picked, short},
    phrase::agency,
    source::Signs,
};

/// How many short lines in a row make a table of one cell a line.
const CELLS: usize = 6;
/// The longest cell that a line of its own may hold.
const CELL_CHARS: u32 = 24;

/// Says which open lines are rows.
pub(super) fn mark(lines: &mut Lines<'_>) {
    for i in 0..lines.len() {
        for j in i..i + numbered(lines, i) {
            lines.set(j, Role::Row);
        }
        let under = i > 0 && lines.all[i - 1].role == Role::Row && is_total(lines.str(i));
        if lines.is_open(i) && (under || is_row(lines, i)) {
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

/// How many lines from `i` on are a table of numbered rows, the head counted: 序号 项目 金额 / 1 校舍维修 36.5 / 2 食堂改造 18.
/// Single blanks part cells where each row has as many as the head.
fn numbered(lines: &Lines<'_>, i: usize) -> usize {
    if !lines.is_open(i) || !lines.str(i).starts_with("序号 ") {
        return 0;
    }
    let columns = lines.str(i).split(' ').count();
    let row = |(n, j): &(usize, usize)| {
        let mut words = lines.str(*j).split(' ');
        lines.is_open(*j) && words.next().is_some_and(|first| first.parse() == Ok(*n)) && words.count() + 1 == columns
    };
    let rows = (1..).zip(i + 1..lines.len()).take_while(row).count();
    if columns > 2 && rows > 1 { rows + 1 } else { 0 }
}

/// Whether line `i` holds cells parted by tabs, or at least three parted by wide blanks and no sentence.
fn is_row(lines: &Lines<'_>, i: usize) -> bool {
    let (line, facts) = (lines.str(i), lines.facts(i));
    if facts.has(Signs::TAB) {
        // 1、\t and a sentence: a list as word processors set it
        if facts.label.is_some() && line.split('\t').count() == 2 && line.split('\t').next().is_some_and(is_label) {
            return false;
        }
        return line.split('\t').filter(|cell| !cell.trim().is_empty()).count() > 1;
    }
    let barred = facts.first == '|' || facts.last == '|';
    if !barred && !facts.has(Signs::BLANK) || facts.label.is_some_and(|label| label.style.is_strong()) {
        return false;
    }
    // organs side by side sign a joint document
    let row = |cells: &[Range<usize>]| cells.len() > 2 && !cells.iter().all(|cell| agency::is_organ(&line[cell.clone()]));
    let sentence = facts.has(Signs::STOP | Signs::SEMICOLON | Signs::COLON);
    barred && line.matches('|').count() > 1 + usize::from(facts.first == '|') || !sentence && row(&cells(line))
}

/// Whether a cell is but a label with its mark: 1、, （2）, 三、.
fn is_label(cell: &str) -> bool {
    let cell = cell.trim();
    cell.chars().count() <= 5 && cell.ends_with(['、', '.', '．', '）', ')'])
}

/// The cells of a row, parted by tabs, by bars or by wide blanks, without blanks at their ends; empty ones are kept
/// where a sign parts them, so that columns stay.
pub(crate) fn cells(line: &str) -> Vec<Range<usize>> {
    match line {
        _ if line.contains('\t') => parted(line, 0, '\t'),
        _ if line.starts_with('|') || line.ends_with('|') => {
            parted(line.trim_matches('|'), line.len() - line.trim_start_matches('|').len(), '|')
        }
        _ => match wide(line) {
            cells if cells.len() == 1 && is_numbered(line) => parted(line, 0, ' '),
            cells => cells,
        },
    }
}

/// Whether a row without other signs holds cells between single blanks: 1 校舍维修 36.5, 合计 54.5.
fn is_numbered(line: &str) -> bool {
    let mut words = line.split(' ');
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let number = first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit()) || first == "序号";
    picked!(sums: row).contains(&first) || number && second.chars().nth(1).is_some() && words.next().is_some()
}

fn parted(row: &str, from: usize, sign: char) -> Vec<Range<usize>> {
    let mut at = from;
    let cells = row.split(sign).map(|cell| {
        let start = at + (cell.len() - cell.trim_start().len());
        at += cell.len() + sign.len_utf8();
        start..start + cell.trim().len()
    });
    cells.collect()
}

/// Cells between wide blanks. A blank inside a name (李　明　　市教育局局长) parts no cells.
fn wide(line: &str) -> Vec<Range<usize>> {
    let mut cells: Vec<Range<usize>> = Vec::new();
    // Chinese characters are told by one comparison
    let blank = |c: char| c <= '\u{3000}' && c.is_whitespace();
    for word in line.split(blank).filter(|word| !word.is_empty()) {
        let start = word.as_ptr() as usize - line.as_ptr() as usize;
        let single = |word: &str| word.chars().nth(1).is_none();
        match cells.last_mut() {
            Some(last) if !is_gap(&line[last.end..start], single(&line[last.clone()]) && single(word)) => last.end = start + word.len(),
            _ => cells.push(start..start + word.len()),
        }
    }
    cells
}

/// Whether blanks part cells; two signs set apart to align (`single`) are one name.
fn is_gap(blanks: &str, single: bool) -> bool {
    let width = blanks.chars().map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum::<usize>();
    width > 1 && !(width == 2 && single)
}

/// One cell a line: how many of the `cells` are the head, and how many make a row. It is as long as it is from number 1 to
/// number 2, and what stands before number 1 is the head.
pub(crate) fn grid(cells: &[&str]) -> Option<(usize, usize)> {
    let place = |number: &str| cells.iter().position(|cell| *cell == number);
    let (one, two) = (place("1")?, place("2")?);
    let width = two.saturating_sub(one);
    (width > 1 && one > 0).then_some((one, width))
}

/// The sums under a table, whose other cells are blank: 合计　　　　8.2.
fn is_total(line: &str) -> bool {
    short::begins_with(line, picked!(sums: row)) && !line.contains(['。', '；', '：', '，']) && cells(line).len() > 1
}

/// Whether line `i` is the first cell of a table's head, one cell a line.
fn starts_cells(lines: &Lines<'_>, i: usize) -> bool {
    lines.is_open(i)
        && lines.facts(i).chars <= 2
        && matches!(lines.str(i), "序号" | "编号" | "序" | "项目" | "名称" | "单位" | "类别" | "姓名")
}

/// One past the last short line of a run that begins at `i`.
fn cells_end(lines: &Lines<'_>, i: usize) -> usize {
    let next = next_section(lines, i);
    let ends = |j: &usize| {
        let facts = lines.facts(*j);
        let long = facts.chars > CELL_CHARS || matches!(facts.last, '。' | '；' | '：');
        // an organ and a day sign the document
        let signed = |j: usize| j + 1 < lines.len() && lines.is_day(j + 1) && agency::is_organ(lines.str(j));
        !lines.is_open(*j) || long || signed(*j) || lines.str(*j).starts_with("附件") || next.is_some() && section(lines, *j) == next
    };
    (i..lines.len()).find(ends).unwrap_or(lines.len())
}

/// The number that the next section has whose style is 一、: one more than the last above line `i`.
fn next_section(lines: &Lines<'_>, i: usize) -> Option<u32> {
    const NEAR: usize = 200;
    (i.saturating_sub(NEAR)..i).rev().find_map(|j| section(lines, j)).map(|last| last + 1)
}

/// The number of line `i`, if it is a section whose style is 一、.
fn section(lines: &Lines<'_>, i: usize) -> Option<u32> {
    lines.facts(i).label.filter(|label| label.style == Style::Chinese).map(|label| label.ordinal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_a_row() {
        for (line, expected) in [
            ("1\t政策发布\t\t条", &["1", "政策发布", "", "条"][..]),
            ("| 甲 | 乙 |", &["甲", "乙"]),
            ("甲 | 乙 |", &["甲", "乙"]),
            ("2　石桥村　霍　青　新建　3.5", &["2", "石桥村", "霍　青", "新建", "3.5"]),
            ("李　明　　云岭县 副县长", &["李　明", "云岭县 副县长"]),
            ("1 校舍维修 36.5", &["1", "校舍维修", "36.5"]),
            ("合计 36.5", &["合计", "36.5"]),
            ("8 月 15 日前", &["8 月 15 日前"]),
            ("2024 年度 预算", &["2024 年度 预算"]),
        ] {
            assert_eq!(cells(line).into_iter().map(|cell| &line[cell]).collect::<Vec<_>>(), expected);
        }
        assert!(is_label("1、") && is_label("（2）") && !is_label("1") && !is_label("见附件（2）"));
        assert!(is_total("合计　　　　8.2") && !is_total("合计支出8.2万元") && !is_total("合计　8.2万元，其中"));
    }
}
