//! The numbers by which documents are cited: document numbers, and those of standards.

use std::ops::Range;

use crate::{
    order,
    phrase::{
        doc_number::{self, DocNumber},
        standard::{self, Standard},
        title::Title,
    },
    reading::{Block, Cues},
    span::Found,
};

/// All numbers in `text`, which is that of `block`, left to right.
pub(super) fn find(text: &str, block: &Block) -> Vec<Found<DocNumber>> {
    let cues = block.cues;
    let find = || if cues.intersects(Cues::NUMBER) { doc_number::find(text) } else { Vec::new() };
    let mut numbers = block.numbers.clone().unwrap_or_else(find);
    let standards = if cues.intersects(Cues::CAPITAL) { standard::find(text) } else { Vec::new() };
    if !standards.is_empty() {
        numbers
            .retain(|number| standards.iter().all(|other| number.range.end <= other.range.start || other.range.end <= number.range.start));
        numbers.extend(standards.into_iter().map(|found| Found { value: of_standard(found.value), range: found.range }));
        order::by(&mut numbers, |number| (number.range.start, 0));
    }
    numbers
}

fn of_standard(standard: Standard) -> DocNumber {
    let Standard { text, code, serial, year } = standard;
    DocNumber { text, agency: code, year, serial }
}

/// Whether it is the number of a standard, which has no 号.
pub(super) fn is_standard(number: &DocNumber) -> bool {
    number.text.starts_with(|c: char| c.is_ascii_uppercase()) && !number.text.contains('号')
}

/// Where each of `numbers` is read: one that shares code and year (…〔2022〕10号、12号) or 号 (…〔2022〕10、12号) with others
/// of its list is read off the stretch from the one that has them to the one that has 号.
pub(super) fn grounds(text: &str, numbers: &[Found<DocNumber>]) -> Vec<Range<usize>> {
    let begins = |number: &Found<DocNumber>| text[number.range.clone()].chars().next() == number.value.text.chars().next();
    let ends = |number: &Found<DocNumber>| text[number.range.clone()].chars().next_back() == number.value.text.chars().next_back();
    let mut grounds: Vec<Range<usize>> = numbers.iter().map(|number| number.range.clone()).collect();
    for n in 1..numbers.len() {
        if !begins(&numbers[n]) && numbers[n].value.agency == numbers[n - 1].value.agency {
            grounds[n].start = grounds[n - 1].start;
        }
    }
    for n in (1..numbers.len()).rev() {
        if !ends(&numbers[n - 1]) && numbers[n].value.agency == numbers[n - 1].value.agency {
            grounds[n - 1].end = grounds[n].end;
        }
    }
    grounds
}

/// The numbers that stand in the title at `range`.
pub(super) fn within(numbers: &[Found<DocNumber>], range: &Range<usize>) -> Range<usize> {
    numbers.partition_point(|n| n.range.start < range.start)..numbers.partition_point(|n| n.range.start < range.end)
}

/// The words of the title `found` without the bracket behind them that holds its number, 《公务接待办法（海政发〔2024〕5号）》,
/// which `found` loses, too.
pub(super) fn before_own(text: &str, found: &mut Found<Title>, numbers: &[Found<DocNumber>]) -> Range<usize> {
    let words = found.range.start + "《".len()..found.range.end - "》".len();
    let open = |words: &str| words.strip_suffix(['）', ')'])?.rfind(['（', '(']).filter(|open| *open > 0);
    let Some(at) = open(&text[words.clone()]).map(|at| words.start + at) else { return words };
    let numbered = numbers[within(numbers, &words)].iter().any(|number| number.range.start > at && number.value.serial.is_some());
    if !numbered {
        return words;
    }
    found.value.text.truncate(open(&found.value.text).unwrap_or(found.value.text.len()));
    words.start..at
}

/// Whether the number is the whole title: 《江北省人民政府令第12号》.
pub(super) fn is_whole(title: &Found<Title>, number: &Found<DocNumber>) -> bool {
    title.range.len() == "《".len() + number.range.len() + "》".len()
}
