//! Amounts in tables: bare figures, whose unit the head of their column (`金额（万元）`) or a line above the table
//! (`单位：万元`) gives.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{
    Budget, Role, noun, role,
    tally::{self, Kind, Node},
};
use crate::{
    lexicon::{joined, picked, short},
    pattern::is_han,
    phrase::numeral::{self, is_figure},
    reading::{Block, Cues},
    span::Span,
    structure::{
        self,
        label::{self, Style},
    },
};

/// A table while its rows are read.
#[derive(Debug, Default)]
pub(super) struct Tables<'t> {
    /// What 单位： above the table says.
    unit: Option<Unit>,
    /// The columns, once the head has been read.
    columns: Vec<Column>,
    /// The row of the head above that one.
    above: Vec<Column>,
    /// The cells of a table that has one a line.
    lines: Vec<Piece<'t>>,
    /// The figures of each column.
    figures: Vec<Vec<Node>>,
    /// Whether a row could not be read, so that a sum may lack something.
    broken: bool,
    /// Columns in which there is more than figures.
    unread: BTreeSet<usize>,
}

/// A cell as it is written.
#[derive(Clone, Copy, Debug)]
struct Piece<'t> {
    text: &'t str,
    span: Span,
}

/// The unit of the figures in a column.
#[derive(Clone, Copy, Debug)]
struct Unit {
    /// The exponent of ten: of 万元 4.
    exponent: u32,
    /// What an amount is in 元/人·月, 元/份.
    rate: Option<Role>,
    /// Whether other units stand beside it, so that the name of a column must tell: 单位：户、万元.
    mixed: bool,
}

/// A column of money, or another.
#[derive(Debug)]
struct Column {
    /// Nothing where it holds no money.
    unit: Option<Unit>,
    /// Its name without the unit.
    name: Span,
    /// What its figures are among those of a row.
    kind: Kind,
}

/// An amount in a cell.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) place: Span,
    pub(super) amount: Decimal,
    /// What the row is about; of a total, or where several columns hold money, the column's name.
    pub(super) item: Span,
    pub(super) role: Role,
    column: usize,
    /// What it is in its column, and in its row; its record is not there yet.
    down: Node,
    across: Kind,
}

impl<'t> Tables<'t> {
    /// Takes in a block that is no row: it may give the unit of the next table.
    pub(super) fn pass(&mut self, text: &str, block: &Block) {
        self.columns.clear();
        self.above.clear();
        self.lines.clear();
        self.unit = unit_line(text, block);
    }

    /// Adds up the columns of the table that ends.
    pub(super) fn settle(&mut self, budgets: &mut [Budget]) {
        for (n, column) in self.figures.drain(..).enumerate() {
            tally::settle(&column, !self.broken && !self.unread.contains(&n), budgets);
        }
        self.unread.clear();
        self.broken = false;
    }

    /// Takes in the amounts of a row, whose records stand in `budgets` from `begin` on, and adds the row up.
    pub(super) fn enter(&mut self, cells: &[Cell], begin: usize, budgets: &mut [Budget]) {
        let is_sum = |cell: &Cell| matches!(cell.role, Role::Item | Role::Subtotal | Role::Total);
        let node = |n: usize, cell: &Cell| Node { budget: begin + n, ..cell.down };
        if cells.iter().any(|cell| cell.across == Kind::Total) {
            let row = cells.iter().enumerate().map(|(n, cell)| Node { kind: cell.across, level: 0, ..node(n, cell) });
            tally::settle(&row.collect::<Vec<_>>(), cells.iter().all(is_sum), budgets);
        }
        for (n, cell) in cells.iter().enumerate().filter(|(_, cell)| is_sum(cell)) {
            if self.figures.len() <= cell.column {
                self.figures.resize_with(cell.column + 1, Vec::new);
            }
            self.figures[cell.column].push(node(n, cell));
        }
    }

    /// The amounts of a row.
    pub(super) fn read(&mut self, text: &'t str, block: &Block, budgets: &mut [Budget]) -> Vec<Cell> {
        // a table without money, of which another row says nothing more
        let idle = self.unit.is_none() && !block.cues.intersects(Cues::MONEY | Cues::UNIT);
        let money = |columns: &[Column]| columns.iter().any(|column| column.unit.is_some());
        if idle && !self.columns.is_empty() && !money(&self.columns) && !money(&self.above) {
            return Vec::new();
        }
        let cells: Vec<Piece<'_>> =
            structure::cells(text).into_iter().map(|cell| Piece { text: &text[cell.clone()], span: block.span.slice(cell) }).collect();
        if let [cell] = cells[..] {
            self.unit = unit_line(text, block).or(self.unit);
            self.lines.push(cell);
            return Vec::new();
        }
        self.lines.clear();
        if self.columns.is_empty() || self.is_head(&cells) {
            self.settle(budgets);
            let columns = cells.iter().map(|cell| self.column(cell)).collect();
            self.above = std::mem::replace(&mut self.columns, columns);
            return Vec::new();
        }
        self.join_heads(cells.len());
        self.row(&cells)
    }

    /// The rows of a table that was set one cell a line, as far as its rows are numbered.
    pub(super) fn rows_of_lines(&mut self) -> Vec<Vec<Cell>> {
        let lines = std::mem::take(&mut self.lines);
        let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
        let Some((head, width)) = structure::grid(&texts) else { return Vec::new() };
        let mut columns: Vec<Column> = Vec::new();
        for cell in &lines[..head] {
            let column = self.column(cell);
            match columns.last_mut() {
                // a word in brackets belongs to the cell before it
                Some(last) if cell.text.starts_with(['（', '(']) => last.unit = unit(cell.text).or(last.unit),
                _ => columns.push(column),
            }
        }
        self.columns = columns;
        if self.columns.iter().all(|column| column.unit.is_none()) {
            return Vec::new();
        }
        lines[head..].chunks(width).map(|row| self.row(row)).collect()
    }

    /// Whether a row names columns: it has no figures, and is not one of a table in which they have begun, where a row may be
    /// empty but for its name (一、教育支出), or say what is no figure (约60).
    fn is_head(&self, cells: &[Piece<'_>]) -> bool {
        let under_figures = |n: usize| self.figures.get(n).is_some_and(|column| !column.is_empty());
        let begun = !self.figures.is_empty();
        let vague = |(n, cell): (usize, &Piece<'_>)| under_figures(n) && cell.text.contains(is_figure) && !cell.text.contains('年');
        let filled = cells.iter().filter(|cell| !cell.text.is_empty()).count();
        let goes_on = begun && (filled * 2 <= self.columns.len() || cells.iter().enumerate().any(vague));
        !goes_on && cells.iter().all(|cell| figure(cell.text).is_none())
    }

    /// Makes one head of two rows, where a cell of the first spans those of the second: it is the only one of money, and
    /// rows of so many `cells` need both.
    fn join_heads(&mut self, cells: usize) {
        let above = std::mem::take(&mut self.above);
        // the cells behind a wide one are empty: each run of them is called by as many of the second row
        let named = |n: usize| above.get(n).is_some_and(|column| column.name.start < column.name.end);
        let spanned = |n: &usize| !named(*n) || n + 1 < above.len() && !named(n + 1);
        let places: Vec<usize> = (1..above.len()).filter(spanned).collect();
        if places.len() > 1 && places.len() == self.columns.len() && self.columns.len() < cells {
            let mut columns = above;
            let mut unit = None;
            for (at, column) in places.into_iter().zip(self.columns.drain(..)) {
                let wide = columns[at].name.start < columns[at].name.end;
                unit = if wide { columns[at].unit } else { unit };
                columns[at] = Column { unit: column.unit.or(unit), ..column };
            }
            self.columns = columns;
            return;
        }
        let joined = (above.len() + self.columns.len()).wrapping_sub(1);
        let mut spans = (0..above.len()).filter(|n| above[*n].unit.is_some());
        let (Some(at), None) = (spans.next(), spans.next()) else { return };
        if cells > above.len().max(self.columns.len()) && cells <= joined && cells + 1 >= joined {
            let unit = above[at].unit;
            let mut columns = above;
            let own = self.columns.drain(..).map(|column| Column { unit: column.unit.or(unit), ..column });
            columns.splice(at..=at, own);
            self.columns = columns;
        }
    }

    /// The column that `cell` heads.
    fn column(&self, cell: &Piece<'_>) -> Column {
        let words = cell.text;
        let (name, own) = match words.find(['（', '(', '/', '／']) {
            Some(open) => (&words[..open], unit(&words[open..])),
            None => (words, None),
        };
        let holds = |unit: &Unit| noun::is_money(name.trim()) || !unit.mixed && !is_count(name.trim());
        let noted = self.unit.filter(|unit| own.is_none() && name.len() == words.len() && holds(unit));
        let rate = name.contains("单价").then_some(Role::UnitPrice);
        let unit = own.or(noted).map(|unit| Unit { rate: unit.rate.or(rate), ..unit });
        Column { unit, name: cell.span.slice(0..name.trim_end().len()), kind: kind(name, true) }
    }

    /// The amounts of a row under the head.
    fn row(&mut self, cells: &[Piece<'_>]) -> Vec<Cell> {
        let Some(under) = self.under(cells).filter(|_| cells.iter().any(Piece::has_words)) else {
            self.broken = true;
            return Vec::new();
        };
        let number = |(column, cell): &(usize, &Piece<'_>)| self.columns[*column].unit.and_then(|unit| Some((unit, figure(cell.text)?)));
        // what the row is about, and how many amounts stood before it
        let mut about: Option<(&Piece<'_>, usize)> = None;
        let (mut amounts, mut labels): (Vec<Cell>, Vec<&Piece<'_>>) = (Vec::new(), Vec::new());
        for (n, entry) in under.iter().enumerate() {
            let (column, cell) = *entry;
            // the first cell with words says what the row is about, and another behind an amount what the next is for
            let fresh =
                about.is_none_or(|(_, before)| before < amounts.len() && under.get(n + 1).is_some_and(|next| number(next).is_some()));
            if fresh && cell.has_words() {
                about = Some((cell, amounts.len()));
                continue;
            }
            let (Some((label, _)), Some((unit, figure))) = (about, number(entry)) else {
                // what no figure is may count all the same: 约60
                if self.columns[column].unit.is_some() && !cell.text.trim_matches(['-', '—', '/', '－']).is_empty() {
                    self.unread.insert(column);
                }
                continue;
            };
            let Some(amount) = numeral::scaled(figure, unit.exponent).map(|amount| amount.normalize()) else { continue };
            let (down, across) = (kind(label.text, false), self.columns[column].kind);
            let role = match (down, across) {
                (Kind::Total, _) => Role::Total,
                (Kind::Subtotal, _) => Role::Subtotal,
                (_, Kind::Total) => Role::Total,
                (_, Kind::Subtotal) => Role::Subtotal,
                _ => unit.rate.unwrap_or(Role::Item),
            };
            let half = Some(figure.scale())
                .filter(|scale| *scale > 0)
                .and_then(|scale| numeral::scaled(Decimal::new(5, scale + 1), unit.exponent));
            let down = Node { budget: 0, amount, half: half.unwrap_or_default(), kind: down, level: level(label.text) };
            amounts.push(Cell { place: cell.span, amount, item: label.name(), role, column, down, across });
            labels.push(label);
        }
        // of several amounts in a row the columns say what each is for, unless the row names an item of money
        let sums = |kind: Kind| matches!(kind, Kind::Total | Kind::Subtotal);
        for (n, cell) in amounts.iter_mut().enumerate() {
            let beside = |m: usize| labels.get(m).is_some_and(|label| label.span == labels[n].span);
            let several = beside(n + 1) || n.checked_sub(1).is_some_and(beside);
            if sums(cell.down.kind) || several && !noun::is_money(labels[n].text) && !sums(cell.across) {
                cell.item = self.columns[cell.column].name;
            }
        }
        amounts
    }

    /// Each cell with the column over it. A row that is shorter than the head lacks empty cells at its end or before its first
    /// words: it stands where most figures are under columns of figures, and no words.
    fn under<'c, 'p>(&self, cells: &'c [Piece<'p>]) -> Option<Vec<(usize, &'c Piece<'p>)>> {
        /// Cells that a row may lack before its first.
        const LACKING: usize = 8;
        let filled = cells.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
        let missing = self.columns.len().checked_sub(filled)?;
        let trimmed = self.columns.len().saturating_sub(cells.len());
        let begun = !self.figures.is_empty();
        let figures = |column: usize| {
            if begun { self.figures.get(column).is_some_and(|it| !it.is_empty()) } else { self.columns[column].unit.is_some() }
        };
        let fits = |shift: usize| {
            let fit = |cell: &Piece<'_>| if figure(cell.text).is_some() { 1 } else { -i32::from(!cell.text.is_empty()) };
            (0..filled).filter(|n| figures(n + shift)).map(|n| fit(&cells[n])).sum::<i32>()
        };
        let shift = (0..=missing.min(trimmed).min(LACKING)).max_by_key(|shift| (fits(*shift), missing - shift))?;
        Some(cells[..filled].iter().enumerate().map(|(n, cell)| (n + shift, cell)).collect())
    }
}

impl Piece<'_> {
    /// Whether there are words in it.
    fn has_words(&self) -> bool {
        self.text.chars().any(is_han)
    }

    /// Its words without 其中：.
    fn name(&self) -> Span {
        let name = self.text.strip_prefix("其中").map_or(self.text, |rest| rest.trim_start_matches(['：', ':', ' ']));
        let name = if name.is_empty() { self.text } else { name };
        self.span.slice(self.text.len() - name.len()..self.text.len())
    }
}

/// What the figures of a row or column are by its name.
fn kind(name: &str, column: bool) -> Kind {
    let name = name.trim();
    let says = |words: &[&str]| if column { words.contains(&name) } else { words.iter().any(|word| name.contains(word)) };
    if name.starts_with("其中") {
        Kind::Among
    } else if says(picked!(sums: subtotal)) {
        Kind::Subtotal
    } else if says(joined!(picked!(sums: sum), &["总数"])) || is_set_apart(name) {
        Kind::Total
    } else {
        Kind::Plain
    }
}

/// Whether the name is 合计 with blanks in it.
fn is_set_apart(name: &str) -> bool {
    let mut signs = name.chars().filter(|c| !c.is_whitespace());
    matches!((signs.next(), signs.next(), signs.next()), (Some('合' | '总' | '共'), Some('计'), None))
}

/// The level of the label that the name of a row begins with: 一、 （一） 1. （1）.
fn level(name: &str) -> u8 {
    match label::label(name).map(|(_, label)| label.style) {
        Ok(Style::Chinese) => 1,
        Ok(Style::ChineseBracketed) => 2,
        Ok(Style::Arabic) => 3,
        Ok(Style::ArabicBracketed) => 4,
        _ => 0,
    }
}

/// The number that a cell is and nothing else.
fn figure(cell: &str) -> Option<Decimal> {
    let starts = cell.starts_with(|c| numeral::figure(c).is_some());
    numeral::decimal(cell).ok().filter(|(rest, _)| starts && rest.is_empty()).map(|(_, value)| value)
}

/// The unit in （万元）, /元, （元/人·月）.
fn unit(words: &str) -> Option<Unit> {
    let units = [("亿元", 8), ("百万元", 6), ("万元", 4), ("千元", 3), ("元", 0)];
    let (word, exponent) = units.into_iter().find(|(word, _)| words.contains(word))?;
    let per = words.split_once(word).and_then(|(_, rest)| rest.strip_prefix(['/', '／', '每']));
    let per = per.map(|per| per.trim_end_matches(['）', ')', '。', ' ']).replace(['/', '／', '每'], "·"));
    let rate = per.map(|per| if role::is_rate(&per) { Role::Standard } else { Role::UnitPrice });
    Some(Unit { exponent, rate, mixed: words.contains(['、', '，']) })
}

/// Whether a column is of things counted, compared or dated: 人数, 面积, 同比增长, 序号.
fn is_count(name: &str) -> bool {
    /// 预算数 and its sisters are money.
    const MONEY: [&str; 22] = [
        "预算数",
        "决算数",
        "执行数",
        "上年数",
        "本年数",
        "年初数",
        "年末数",
        "期初数",
        "期末数",
        "调整数",
        "下达数",
        "拨付数",
        "到位数",
        "支出数",
        "收入数",
        "结转数",
        "结余数",
        "核定数",
        "安排数",
        "资金数",
        "金额数",
        "支付数",
    ];
    const ENDS: [&str; 29] = [
        "%", "％", "数", "量", "人", "户", "号", "序", "码", "积", "率", "例", "比", "注", "别", "名", "次", "增长", "增幅", "增速",
        "年份", "年限", "期限", "时间", "电话", "里程", "长度", "规模", "得分",
    ];
    short::ends_with(name, &ENDS) && !short::ends_with(name, &MONEY)
}

/// What a line 单位：万元 says.
fn unit_line(text: &str, block: &Block) -> Option<Unit> {
    let at = block.cues.intersects(Cues::UNIT).then(|| text.find("单位：").or_else(|| text.find("单位:"))).flatten()?;
    let rest = &text[at..];
    (rest.chars().count() < 16).then(|| unit(rest)).flatten()
}
