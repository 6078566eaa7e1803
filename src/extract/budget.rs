//! With what money.
//!
//! Every amount is a record. What it is for is found by `item`, what it is to the others by `role`; where the text
//! multiplies and adds, `arithmetic` does it again, in exact decimals.

mod arithmetic;
mod behind;
mod context;
mod equation;
mod item;
mod noun;
mod role;
mod share;
mod site;
mod table;
mod tally;
mod topic;
mod whole;
mod words;

use std::{collections::BTreeSet, sync::Arc};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Id;
use crate::{
    phrase::money::{self, Currency, Money},
    reading::{Cues, Place, Quote, Reading},
    span::{Found, Span},
};

/// An amount of money and what it is for. 一笔金额及其用途。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Budget {
    /// `b1`, `b2`, … 编号。
    pub id: Id,
    /// The amount as written. 金额原文。
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of its section. 所在层次的 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Arc<str>>,
    /// The exact value. 精确数值。
    pub amount: Amount,
    /// What the money is for. 款项用途。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Quote>,
    /// What the amount is to the sum. 金额在合计中的地位。
    pub role: Role,
    /// How many, where the text multiplies. 数量（原文以数量乘单价的）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Box<Measure>>,
    /// The price of one, where the text multiplies. 单价（原文以数量乘单价的）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<Box<Measure>>,
    /// The id of the total that this amount is part of. 所属合计的 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id>,
    /// Whether the sum or product is right. 验算结果。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<Box<Check>>,
}

/// An exact amount. 精确金额。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Amount {
    /// An exact decimal in whole units of the currency, without trailing zeros. 以元等货币单位计的精确十进制数，不带尾零。
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// ISO 4217. 币种代码。
    pub currency: Currency,
}

/// What an amount is to the sum. 金额在合计中的地位。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "BudgetRole"))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// One item of money. 单项。
    Item,
    /// A subtotal. 小计。
    Subtotal,
    /// A total. 合计、总投资。
    Total,
    /// The price of one: 每份10.00元. 单价。
    UnitPrice,
    /// Not more than this: 不超过, 最高. 上限。
    Cap,
    /// Not less than this: 不低于, 最低. 下限。
    Floor,
    /// A rate: 每人每年50元. 标准。
    Standard,
}

/// A number of things. 数量和单位。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measure {
    /// An exact decimal. 精确的十进制数。
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// What is counted. 单位。
    pub unit: String,
}

/// A sum or product, computed. 合计或乘积的验算。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Check {
    /// What was computed. 验算的种类。
    pub kind: CheckKind,
    /// What the text states. 原文所写。
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub stated: Decimal,
    /// What comes out. 算得的结果。
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub computed: Decimal,
    /// Whether they agree. 是否相符。
    pub ok: bool,
}

/// What was computed. 验算的种类。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum CheckKind {
    /// Quantity by unit price. 数量乘单价。
    Product,
    /// The parts of a total. 各项之和。
    Sum,
}

/// The amounts of one block, and what was found out about them.
struct Sums<'t> {
    text: &'t str,
    span: Span,
    section: Option<&'t Arc<str>>,
    money: Vec<Found<Money>>,
    /// Where its lines end.
    ends: Vec<usize>,
}

impl Sums<'_> {
    /// Where the line begins in which `at` stands.
    fn line(&self, at: usize) -> usize {
        let before = &self.ends[..self.ends.partition_point(|end| *end < at)];
        before.last().map_or(0, |end| end + 1)
    }
}

/// Finds the amounts of money.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Budget> {
    let mut budgets = Vec::new();
    if !reading.blocks.iter().any(|block| block.place == Place::Row || block.cues.intersects(Cues::MONEY)) {
        return budgets;
    }
    let mut again = BTreeSet::new();
    let mut context = context::Context::default();
    let mut tables = table::Tables::default();
    let mut list = whole::List::default();
    let mut section = None;
    for block in &reading.blocks {
        let text = reading.text(block);
        if block.place != Place::Row && !block.cues.intersects(Cues::MONEY) {
            end_table(reading, &mut tables, section, &mut budgets);
            tables.pass(text, block);
            context.pass(text, block);
            list = whole::List::default();
            continue;
        }
        if block.place != Place::Row {
            end_table(reading, &mut tables, section, &mut budgets);
        }
        let held = block.place != Place::Head && block.cues.intersects(Cues::MONEY);
        let money = if held { money::find_at(text, reading.cues.within(Cues::MONEY, block.span)) } else { Vec::new() };
        let sums = Sums {
            text,
            span: block.span,
            section: block.section.as_ref(),
            money,
            ends: text.match_indices('\n').map(|(at, _)| at).collect(),
        };
        let begin = budgets.len();
        if !sums.money.is_empty() {
            read_block(reading, &sums, &context, &mut budgets);
            again.extend((0..sums.money.len()).filter(|n| site::says_again(&sums, *n)).map(|n| begin + n));
            arithmetic::check(&sums, &mut budgets[begin..]);
            equation::check(&sums, &mut budgets[begin..]);
            whole::tie(&sums, &mut budgets[begin..]);
        }
        list.pass(&sums, begin, &mut budgets);
        if block.place == Place::Row {
            section = sums.section;
            let cells = tables.read(text, block, &mut budgets);
            enter_row(reading, &cells, section, &mut tables, &mut budgets);
        } else {
            tables.pass(text, block);
        }
        context.pass(text, block);
    }
    end_table(reading, &mut tables, section, &mut budgets);
    arithmetic::add_up(&mut budgets, &again);
    budgets
}

/// Enters the amounts of one block.
fn read_block(reading: &Reading<'_>, sums: &Sums<'_>, context: &context::Context<'_>, budgets: &mut Vec<Budget>) {
    let mut items: Vec<Option<Span>> = Vec::new();
    for n in 0..sums.money.len() {
        let found = &sums.money[n];
        items.push(item::item(sums, n, &items, context));
        let amount = Amount { value: found.value.amount, currency: found.value.currency };
        let last = budgets.last().filter(|_| n > 0 && (site::says_again(sums, n) || site::succeeds(sums, n)));
        let role = last.map_or_else(|| role::role(sums, n), |last| last.role);
        let place = sums.span.slice(found.range.clone());
        budgets.push(budget(reading, sums.section, budgets.len() + 1, (place, amount), items[n], role));
    }
}

/// Enters the bare figures of a row, whose unit its table gives.
fn enter_row(
    reading: &Reading<'_>,
    cells: &[table::Cell],
    section: Option<&Arc<str>>,
    tables: &mut table::Tables<'_>,
    budgets: &mut Vec<Budget>,
) {
    let begin = budgets.len();
    for cell in cells {
        let amount = Amount { value: cell.amount, currency: Currency::CNY };
        budgets.push(budget(reading, section, budgets.len() + 1, (cell.place, amount), Some(cell.item), cell.role));
    }
    tables.enter(cells, begin, budgets);
}

/// Enters what could not be read before its end was known, and adds the table up.
fn end_table(reading: &Reading<'_>, tables: &mut table::Tables<'_>, section: Option<&Arc<str>>, budgets: &mut Vec<Budget>) {
    for cells in tables.rows_of_lines() {
        // amounts with a unit of their own have been entered already
        let behind = |cell: &table::Cell| budgets.last().is_none_or(|last| last.quote.span.end <= reading.place(cell.place).start);
        if cells.first().is_some_and(behind) {
            enter_row(reading, &cells, section, tables, budgets);
        }
    }
    tables.settle(budgets);
}

/// A record with what can be said of an amount by itself.
fn budget(
    reading: &Reading<'_>,
    section: Option<&Arc<str>>,
    n: usize,
    (place, amount): (Span, Amount),
    item: Option<Span>,
    role: Role,
) -> Budget {
    Budget {
        id: Id::new(super::Kind::Budgets, n as u32),
        quote: reading.quote(place),
        section: section.cloned(),
        amount,
        item: item.map(|span| reading.quote(span)),
        role,
        quantity: None,
        unit_price: None,
        parent: None,
        check: None,
    }
}
