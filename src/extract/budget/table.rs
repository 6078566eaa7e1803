//! Amounts in tables: bare figures, whose unit the head of their column (`金额（万元）`) or a line above the table
//! (`单位：万元`) gives.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Role, noun, role};
use crate::{
    lexicon::short,
    phrase::numeral,
    reading::{Block, Cues, Place},
    span::Span,
    structure,
};

/// A table while its rows are read.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// What 单位： above the table says.
    unit: Option<Unit>,
    /// The columns, once the head has been read.
    columns: Vec<Column>,
    /// The columns and records of the amounts above that no total has added up yet.
    pub(super) items: Vec<(usize, usize)>,
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
    /// Whether it adds up the others: 合计.
    adds_up: bool,
}

/// An amount in a cell.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) place: Span,
    pub(super) amount: Decimal,
    /// What the row is about; of a total, or where several columns hold money, the column's name.
    pub(super) item: Span,
    pub(super) role: Role,
    /// Whether the row adds the column up.
    pub(super) total: bool,
    /// Whether the column adds the row up.
    pub(super) across: bool,
    pub(super) column: usize,
}

impl Tables {
    /// Takes in a block that is no row: it ends a table, and may give the unit of the next.
    pub(super) fn pass(&mut self, text: &str, block: &Block) {
        self.columns.clear();
        self.unit = unit_line(text, block);
    }

    /// The amounts of a block: none where it is no row.
    pub(super) fn read(&mut self, text: &str, block: &Block) -> Vec<Cell> {
        if block.place != Place::Row {
            self.pass(text, block);
            return Vec::new();
        }
        // a table without money, of which another row says nothing more
        let idle = self.unit.is_none() && !block.cues.intersects(Cues::MONEY | Cues::UNIT);
        if idle && !self.columns.is_empty() && self.columns.iter().all(|column| column.unit.is_none()) {
            return Vec::new();
        }
        let cells = structure::cells(text);
        if cells.len() < 2 {
            self.unit = unit_line(text, block).or(self.unit);
            return Vec::new();
        }
        let figures = cells.iter().filter(|cell| figure(&text[(*cell).clone()]).is_some()).count();
        if self.columns.is_empty() || figures == 0 {
            self.items.clear();
            self.columns = cells.iter().map(|cell| self.column(text, cell.clone(), block.span)).collect();
            return Vec::new();
        }
        self.row(text, &cells, block.span)
    }

    /// The column that `cell` heads.
    fn column(&self, text: &str, cell: Range<usize>, span: Span) -> Column {
        let words = &text[cell.clone()];
        let (name, own) = match words.find(['（', '(', '/', '／']) {
            Some(open) => (&words[..open], unit(&words[open..])),
            None => (words, None),
        };
        let holds = |unit: &Unit| noun::is_money(name.trim()) || !unit.mixed && !is_count(name.trim());
        let noted = self.unit.filter(|unit| own.is_none() && name.len() == words.len() && holds(unit));
        let adds_up = ["合计", "总计", "小计"].contains(&name.trim());
        Column { unit: own.or(noted), name: span.slice(cell.start..cell.start + name.trim_end().len()), adds_up }
    }

    /// The amounts of a row under the head.
    fn row(&self, text: &str, cells: &[Range<usize>], span: Span) -> Vec<Cell> {
        // the first cell with words says what the row is about
        let about = cells.iter().find(|cell| text[(*cell).clone()].chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}')));
        let Some(about) = about else { return Vec::new() };
        let total = ["合计", "总计", "小计", "总数"].iter().any(|w| text[about.clone()].contains(w));
        // of several amounts in a row the columns say what each is for, unless the row names an item of money
        let holds = |cell: &&(usize, &Range<usize>)| self.columns[cell.0].unit.is_some() && figure(&text[cell.1.clone()]).is_some();
        let several = self.under(text, cells, total).iter().filter(holds).count() > 1;
        let by_column = total || several && !noun::is_money(&text[about.clone()]);
        let amounts = self.under(text, cells, total).into_iter().filter_map(|(column, cell)| {
            let head = &self.columns[column];
            let unit = head.unit?;
            let amount = numeral::scaled(figure(&text[cell.clone()])?, unit.exponent)?;
            let item = if by_column && (total || !head.adds_up) { head.name } else { span.slice(about.clone()) };
            let role = if total || head.adds_up { Role::Total } else { unit.rate.unwrap_or(Role::Item) };
            Some(Cell { place: span.slice(cell.clone()), amount: amount.normalize(), item, role, total, across: head.adds_up, column })
        });
        amounts.collect()
    }

    /// Each cell with the column over it. A total between wide blanks lacks the empty cells: its figures stand under the
    /// columns of money, if they are as many.
    fn under<'c>(&self, text: &str, cells: &'c [Range<usize>], total: bool) -> Vec<(usize, &'c Range<usize>)> {
        if cells.len() == self.columns.len() {
            return cells.iter().enumerate().collect();
        }
        let money: Vec<usize> = (0..self.columns.len()).filter(|n| self.columns[*n].unit.is_some()).collect();
        let figures: Vec<_> = cells.iter().filter(|cell| figure(&text[(*cell).clone()]).is_some()).collect();
        if total && money.len() == figures.len() { money.into_iter().zip(figures).collect() } else { Vec::new() }
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
    const ENDS: [&str; 27] = [
        "数", "量", "人", "户", "号", "序", "码", "积", "率", "例", "比", "注", "别", "名", "次", "增长", "增幅", "增速", "年份", "年限",
        "期限", "时间", "电话", "里程", "长度", "规模", "得分",
    ];
    short::ends_with(name, &ENDS)
}

/// What a line 单位：万元 says.
fn unit_line(text: &str, block: &Block) -> Option<Unit> {
    let at = block.cues.intersects(Cues::UNIT).then(|| text.find("单位：").or_else(|| text.find("单位:"))).flatten()?;
    let rest = &text[at..];
    (rest.chars().count() < 16).then(|| unit(rest)).flatten()
}
