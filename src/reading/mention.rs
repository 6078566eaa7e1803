//! The phrases that more than one extractor looks at, found once a block.

use std::ops::Range;

use super::Signs;
use crate::{
    phrase::{
        doc_number, title,
        when::{self, When},
    },
    span::Found,
};

/// The time expressions of `text` that are no part of a title or a document number.
pub(super) fn times(text: &str, signs: Signs) -> Vec<Found<When>> {
    let mut times = when::find(text);
    if times.is_empty() {
        return times;
    }
    let titles = if signs.has(Signs::TITLE) { title::find(text) } else { Vec::new() };
    let numbers = if signs.has(Signs::NUMBER) { doc_number::find(text) } else { Vec::new() };
    let mut masks: Vec<Range<usize>> = titles.into_iter().map(|f| f.range).chain(numbers.into_iter().map(|f| f.range)).collect();
    masks.sort_unstable_by_key(|mask| mask.start);
    let mut next = 0;
    times.retain(|time| {
        while next < masks.len() && masks[next].end <= time.range.start {
            next += 1;
        }
        // 收到《告知书》后5日内 holds a title, and is none
        masks.get(next).is_none_or(|mask| mask.start >= time.range.end || (time.range.start < mask.start && mask.end < time.range.end))
    });
    // most blocks hold one or none, and all are kept while the document is read
    times.shrink_to_fit();
    times
}
