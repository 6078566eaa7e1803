//! The numbers by which documents are cited: document numbers, and those of standards.

use crate::{
    phrase::{
        doc_number::{self, DocNumber},
        standard::{self, Standard},
    },
    span::Found,
};

/// All numbers in `text`, left to right.
pub(super) fn find(text: &str) -> Vec<Found<DocNumber>> {
    let mut numbers = doc_number::find(text);
    let standards = standard::find(text);
    if !standards.is_empty() {
        numbers
            .retain(|number| standards.iter().all(|other| number.range.end <= other.range.start || other.range.end <= number.range.start));
        numbers.extend(standards.into_iter().map(|found| Found { value: of_standard(found.value), range: found.range }));
        numbers.sort_by_key(|number| number.range.start);
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
