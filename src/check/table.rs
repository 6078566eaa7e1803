//! Tables: columns that do not make their total, and 共29人 beside a table of 28.
//!
//! Only a plain table is added up: one head, rows of as many cells, one row 合计 at either end, and no 小计 or 其中 between.
//! Of its columns at least one must add up or be out by less than a fifth, so that years, rates and figures of
//! another kind are never taken for amounts.

use std::{borrow::Cow, collections::HashSet, ops::Range};

use rust_decimal::Decimal;

use super::{
    Findings, Subject,
    run::{self, blank, is_numeral},
};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::short,
    phrase::{measure, numeral},
    span::Span,
    structure::Role,
};

/// 合计 of a column.
static SUM: Rule = Rule {
    code: "table-sum",
    severity: Severity::Error,
    zh: "本列合计写为{0}，各行相加为{1}。",
    en: "The column's total is given as {0} and its rows make {1}.",
    basis: "the document contradicts itself",
};
/// 共29人
static COUNT: Rule = Rule {
    code: "table-count",
    severity: Severity::Error,
    zh: "文中称“{0}”，表中实有{1}行。",
    en: "The text says “{0}” and the table has {1} rows.",
    basis: "the document contradicts itself",
};

/// 数量 by 单价, or the columns of a row beside its 合计.
static ROW: Rule = Rule {
    code: "table-row",
    severity: Severity::Error,
    zh: "本行“{2}”写为{0}，按表中其他各行的算法应为{1}。",
    en: "The row's “{2}” is given as {0}, and made like those of the other rows it is {1}.",
    basis: "the document contradicts itself",
};

pub(super) static RULES: &[&Rule] = &[&SUM, &ROW, &COUNT];

/// A row: its place and its cells.
struct Row<'t> {
    span: Span,
    text: &'t str,
    cells: Vec<Range<usize>>,
}

impl Row<'_> {
    fn cell(&self, n: usize) -> &str {
        self.cells.get(n).map_or("", |cell| &self.text[cell.clone()])
    }

    fn place(&self, n: usize) -> Span {
        self.cells.get(n).map_or(self.span, |cell| self.span.slice(cell.clone()))
    }

    /// Whether one of its first two cells is a word for a total.
    fn is_total(&self) -> bool {
        (0..2).any(|n| matches!(&*squeezed(self.cell(n)), "合计" | "总计" | "共计"))
    }

    /// Whether it adds up only some of the rows.
    fn is_part(&self) -> bool {
        let is_part = |cell: Cow<'_, str>| short::holds(&cell, &["小计", "其中", "合计", "总计"]);
        (0..self.cells.len().min(3)).any(|n| is_part(squeezed(self.cell(n))))
    }
}

/// `text` without blanks, of which few cells have any.
fn squeezed(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_whitespace) { text.split_whitespace().collect() } else { Cow::Borrowed(text) }
}

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    // money that the record has added up is told there
    let told: HashSet<Span> = subject.budgets.iter().filter(|it| it.check.is_some()).map(|it| it.place).collect();
    let mut start = 0;
    while let Some(first) = (start..document.lines.len()).find(|n| document.lines[*n].role == Role::Row) {
        let end = (first..document.lines.len()).find(|n| document.lines[*n].role != Role::Row).unwrap_or(document.lines.len());
        let rows: Vec<Row<'_>> = document.lines[first..end].iter().map(|line| row(document.text.slice(line.span), line.span)).collect();
        add_up(&told, &rows, findings);
        across(&told, &rows, findings);
        count(subject, &rows, first..end, findings);
        start = end;
    }
}

fn row(text: &str, span: Span) -> Row<'_> {
    let sign = if text.contains('\t') { '\t' } else { '|' };
    let inner = text.trim_matches('|');
    let mut at = inner.as_ptr() as usize - text.as_ptr() as usize;
    let cells = inner.split(sign).map(|cell| {
        let start = at + (cell.len() - cell.trim_start().len());
        at += cell.len() + 1;
        start..start + cell.trim().len()
    });
    Row { span, text, cells: cells.collect() }
}

/// Checks the columns of a plain table; of cells that are `told` nothing more is said.
fn add_up(told: &HashSet<Span>, rows: &[Row<'_>], findings: &mut Findings<'_>) {
    let Some((head, body)) = rows.split_first() else { return };
    let Some((total, parts)) = total(body) else { return };
    let plain = parts.len() > 1 && parts.iter().all(|row| row.cells.len() == head.cells.len() && !row.is_part());
    // an empty first cell of the total may have been trimmed away
    let trimmed = head.cells.len().wrapping_sub(total.cells.len());
    if !plain || trimmed > 1 || head.cells.len() < 2 {
        return;
    }
    let columns = (trimmed..head.cells.len()).filter(|n| may_add(head.cell(*n)));
    let sums: Vec<(usize, Decimal, Decimal)> =
        columns.filter_map(|n| Some((n, figure(total.cell(n - trimmed))?, sum(parts, n)?))).collect();
    let sound = sums.iter().any(|(_, stated, made)| stated == made);
    for (n, stated, made) in sums {
        let near = (stated - made).abs() * Decimal::from(5) < stated.abs();
        // decimals may have been rounded, each by half of its last figure
        let half = if stated.scale() > 0 { Decimal::new(5, stated.scale() + 1) } else { Decimal::ZERO };
        let rounded = half.checked_mul(Decimal::from(parts.len() + 1)).is_some_and(|grace| (stated - made).abs() <= grace);
        if stated != made && !rounded && near && (sound || parts.len() > 2) && !told.contains(&total.place(n - trimmed)) {
            let related: Vec<Span> = parts.iter().map(|row| row.place(n)).collect();
            findings.report(&SUM, total.place(n - trimmed), &related, [&stated.normalize().to_string(), &made.normalize().to_string()]);
        }
    }
}

/// Checks what each row makes: quantity by price, or the columns before 合计. How a table counts is seen from the rows
/// that come out right, which must be the most.
fn across(told: &HashSet<Span>, rows: &[Row<'_>], findings: &mut Findings<'_>) {
    let Some((head, body)) = rows.split_first() else { return };
    let heads: Vec<_> = (0..head.cells.len()).map(|n| squeezed(head.cell(n))).collect();
    let column = |words: &[&str]| heads.iter().position(|head| short::behind(head, words).is_some());
    let body: Vec<&Row<'_>> = body.iter().filter(|row| row.cells.len() == head.cells.len()).collect();
    let result = column(&["金额", "小计", "总价", "合价", "总额", "合计"]);
    if let (Some(quantity), Some(price), Some(result)) = (column(&["数量"]), column(&["单价"]), result) {
        let product = |row: &Row<'_>| figure(row.cell(quantity))?.checked_mul(figure(row.cell(price))?);
        // 单价（元） and 金额（万元）
        for factor in [Decimal::ONE, Decimal::new(1, 4)] {
            odd(told, head, &body, result, &[quantity, price], |row| product(row)?.checked_mul(factor), findings);
        }
    } else if let Some(result) = column(&["合计", "小计", "总计"]).filter(|_| column(&["单价"]).is_none()) {
        let parts: Vec<usize> = (0..head.cells.len()).filter(|n| *n != result && may_add(head.cell(*n))).collect();
        let parts: Vec<usize> =
            parts.into_iter().filter(|n| body.iter().all(|row| row.cell(*n).is_empty() || figure(row.cell(*n)).is_some())).collect();
        let made =
            |row: &Row<'_>| parts.iter().try_fold(Decimal::ZERO, |made, n| made.checked_add(figure(row.cell(*n)).unwrap_or_default()));
        if parts.len() > 1 {
            odd(told, head, &body, result, &parts, made, findings);
        }
    }
}

/// Reports the rows that do not come out as most do.
fn odd(
    told: &HashSet<Span>,
    head: &Row<'_>,
    body: &[&Row<'_>],
    result: usize,
    parts: &[usize],
    made: impl Fn(&Row<'_>) -> Option<Decimal>,
    findings: &mut Findings<'_>,
) {
    let pairs: Vec<_> = body.iter().filter_map(|row| Some((row, figure(row.cell(result))?, made(row)?))).collect();
    let right = |stated: Decimal, made: Decimal| (stated - made).abs() <= Decimal::new(5, stated.scale() + 1);
    let wrong: Vec<_> = pairs.iter().filter(|(_, stated, made)| !right(*stated, *made)).collect();
    // of two rows one shows how the table counts, and the other is not far off
    let near = |stated: Decimal, made: Decimal| (stated - made).abs() < stated.abs() / Decimal::from(5);
    let two = pairs.len() == 2 && wrong.len() == 1 && near(wrong[0].1, wrong[0].2);
    if !two && (pairs.len() < 3 || wrong.len() * 3 > pairs.len()) {
        return;
    }
    for (row, stated, made) in wrong.into_iter().filter(|(row, ..)| !told.contains(&row.place(result))) {
        let related: Vec<Span> = parts.iter().map(|n| row.place(*n)).collect();
        let words = [stated.normalize().to_string(), made.normalize().to_string(), squeezed(head.cell(result)).into_owned()];
        findings.report(&ROW, row.place(result), &related, words.each_ref().map(String::as_str));
    }
}

/// The row 合计 at either end of a table, and the rows that it adds up.
fn total<'a, 't>(body: &'a [Row<'t>]) -> Option<(&'a Row<'t>, &'a [Row<'t>])> {
    match body {
        [first, rest @ ..] if first.is_total() => Some((first, rest)),
        [rest @ .., last] if last.is_total() => Some((last, rest)),
        _ => None,
    }
}

/// Whether a column under this head may be added up.
fn may_add(head: &str) -> bool {
    let words = squeezed(head);
    !words.is_empty()
        && !short::holds(
            &words,
            &[
                "序号", "编号", "率", "比例", "占比", "%", "％", "单价", "均", "标准", "电话", "时间", "年度", "年份", "邮编", "排名",
                "得分",
            ],
        )
}

/// The sum of a column's cells; an empty cell or a dash is nothing, another word ends it.
fn sum(rows: &[Row<'_>], column: usize) -> Option<Decimal> {
    let value = |row: &Row<'_>| match row.cell(column) {
        "" | "-" | "—" | "--" | "/" | "——" => Some(Decimal::ZERO),
        cell => figure(cell),
    };
    rows.iter().try_fold(Decimal::ZERO, |sum, row| sum.checked_add(value(row)?))
}

fn figure(cell: &str) -> Option<Decimal> {
    let starts = cell.starts_with(|c| numeral::figure(c).is_some());
    numeral::decimal(cell).ok().filter(|(rest, _)| starts && rest.is_empty()).map(|(_, value)| value)
}

/// Lines around a table in which a claim counts its rows.
const NEAR: usize = 2;

/// Compares 共29人 right above or below a table with its numbered rows.
fn count(subject: &Subject<'_>, rows: &[Row<'_>], lines: Range<usize>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let numbers: Vec<usize> = rows.iter().filter_map(|row| row.cell(0).parse().ok()).collect();
    let numbered = numbers.len() > 2 && numbers.iter().enumerate().all(|(n, number)| *number == n + 1) && numbers.len() + 2 >= rows.len();
    if !numbered {
        return;
    }
    let above = lines.start.saturating_sub(NEAR)..lines.start;
    let around = above.chain(lines.end..(lines.end + NEAR).min(document.lines.len()));
    for line in around.map(|n| &document.lines[n]) {
        let text = document.text.slice(line.span);
        let Some((claim, number)) = claim(text).filter(|_| text.chars().count() < 60) else { continue };
        let said = numeral::integer(number).ok().map(|(_, n)| n as usize);
        if said.is_some_and(|said| said != numbers.len()) {
            let last = rows.iter().rev().find(|row| row.cell(0).parse::<usize>().is_ok()).map_or(line.span, |row| row.place(0));
            findings.report(&COUNT, line.span.slice(claim.clone()), &[last], [&text[claim], &numbers.len().to_string()]);
        }
    }
}

/// 共29人: the only claim in `text`, and its number.
fn claim(text: &str) -> Option<(Range<usize>, &str)> {
    let mut claims = text.match_indices('共').filter_map(|(at, sign)| {
        let i = &text[at + sign.len()..];
        let is_numeral = |c| is_numeral(c) || c == '百';
        let (number, rest) = run::number(blank(i.strip_prefix('计').unwrap_or(i)), 4, 5, is_numeral)?;
        let rest = short::behind(blank(rest), &measure::LISTED)?;
        Some((at..text.len() - rest.len(), number))
    });
    claims.next().filter(|_| claims.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_claim_counts_the_rows() {
        for (text, read) in [
            ("名单（共29人）", Some(("共29人", "29"))),
            ("共计 一百二十八 家单位", Some(("共计 一百二十八 家", "一百二十八"))),
            ("共同组织，共9999项", Some(("共9999项", "9999"))),
            ("共29人，共3个", None),
            ("共12345人", None),
            ("共  29人", None),
            ("共29余人", None),
            ("计29人", None),
            ("共人", None),
            ("", None),
        ] {
            assert_eq!(claim(text).map(|(range, number)| (&text[range], number)), read, "{text}");
        }
    }

    #[test]
    fn cells_are_squeezed() {
        assert_eq!((&*squeezed("合　计"), &*squeezed(" 金 额"), &*squeezed("数量"), &*squeezed("")), ("合计", "金额", "数量", ""));
    }
}
