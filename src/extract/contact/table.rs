//! Contacts in tables: the head of a column says which cells are names (姓名, 联系人), numbers (联系电话) and addresses, so
//! that a name needs no label and a local number no word before it.

use std::ops::Range;

use super::field::{Field, Kind};
use crate::{
    phrase::{address::Address, numeral::is_figure, person::Person, phone},
    reading::{Block, Place},
    structure::cells,
};

/// What the head of the table says of its columns, while its rows are read.
#[derive(Debug, Default)]
pub(super) struct Columns {
    names: Vec<usize>,
    numbers: Vec<usize>,
    addresses: Vec<usize>,
    cells: usize,
}

impl Columns {
    /// The names and numbers of a row that its head alone makes such.
    pub(super) fn read(&mut self, text: &str, block: &Block) -> Vec<Field> {
        // the head of a column of numbers has one of these
        let may_head = || ['电', '手', '联', '传'].iter().any(|sign| text.contains(*sign));
        let cells = if block.place == Place::Row && (self.cells > 0 || may_head()) { cells(text) } else { Vec::new() };
        if cells.len() < 2 {
            self.forget();
            return Vec::new();
        }
        let heads = Self::of(text, &cells);
        if !heads.numbers.is_empty() {
            *self = heads;
            return Vec::new();
        }
        if cells.len() != self.cells {
            return Vec::new();
        }
        let named = self.names.iter().filter_map(|n| name(text, cells[*n].clone()));
        let located = self.addresses.iter().filter_map(|n| address(text, cells[*n].clone()));
        named.chain(self.numbers.iter().flat_map(|n| numbers(text, cells[*n].clone()))).chain(located).collect()
    }

    /// The table is over.
    pub(super) fn forget(&mut self) {
        if self.cells > 0 {
            *self = Self::default();
        }
    }

    /// The columns that the row `cells` heads: a head of numbers has none in it.
    fn of(text: &str, cells: &[Range<usize>]) -> Self {
        let columns = |is: fn(&str) -> bool| (0..cells.len()).filter(|n| is(&text[cells[*n].clone()])).collect();
        let numbers: Vec<usize> = columns(heads_numbers);
        if numbers.is_empty() {
            return Self::default();
        }
        Self { names: columns(heads_names), numbers, addresses: columns(heads_addresses), cells: cells.len() }
    }
}

/// 姓名, 联系人, 负责人姓名.
fn heads_names(cell: &str) -> bool {
    ends_with(cell, &["姓名", "联系人", "负责人", "责任人", "联络员", "经办人", "联系人员"])
}

/// 电话, 联系方式, 手机号码.
fn heads_numbers(cell: &str) -> bool {
    ends_with(cell, &["电话", "手机", "联系方式", "电话号码", "手机号", "手机号码", "传真"]) && !cell.contains(is_figure)
}

/// 地址, 办公地点.
fn heads_addresses(cell: &str) -> bool {
    ends_with(cell, &["地址", "地点"]) && cell.chars().filter(|c| !c.is_whitespace()).count() <= 8
}

/// Whether `cell`, its blanks left out, ends with one of `words`.
fn ends_with(cell: &str, words: &[&str]) -> bool {
    let Some(last) = cell.chars().rev().find(|c| !c.is_whitespace()) else { return false };
    words.iter().filter(|word| word.ends_with(last)).any(|word| {
        let mut backwards = cell.chars().rev().filter(|c| !c.is_whitespace());
        word.chars().rev().all(|c| backwards.next() == Some(c))
    })
}

/// The address that a cell is.
fn address(text: &str, cell: Range<usize>) -> Option<Field> {
    let (rest, _) = Address::parse(&text[cell.clone()]).ok()?;
    rest.is_empty().then_some(Field { kind: Kind::Address, start: cell.start, range: cell, behind: false })
}

/// The name that a cell begins with.
fn name(text: &str, cell: Range<usize>) -> Option<Field> {
    let (rest, _) = Person::parse(&text[cell.clone()]).ok()?;
    Some(Field::name(cell.start..cell.end - rest.len(), false))
}

/// The numbers of a cell, as if 电话 stood before it.
fn numbers(text: &str, cell: Range<usize>) -> Vec<Field> {
    const WORD: &str = "电话：";
    let said = format!("{WORD}{}", &text[cell.clone()]);
    let found = phone::find(&said).into_iter().map(|found| {
        let range = cell.start + found.range.start - WORD.len()..cell.start + found.range.end - WORD.len();
        Field { kind: Kind::Phone(found.value.kind), start: range.start, range, behind: false }
    });
    found.collect()
}
