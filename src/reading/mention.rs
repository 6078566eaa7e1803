//! The phrases that more than one extractor looks at, found once a block.

use std::ops::Range;

use super::{Block, Cues};
use crate::{
    order,
    phrase::{
        doc_number, title,
        when::{self, When},
    },
    span::Found,
};

/// Reads times, with room for those of a text.
#[derive(Default)]
pub(super) struct Times(Vec<Found<When>>);

impl Times {
    /// Gives `block` the time expressions of its `text` that are no part of a title or a document number; they may begin at
    /// `openings`.
    pub(super) fn read(&mut self, text: &str, openings: &[usize], block: &mut Block) {
        let Self(times) = self;
        when::find_among(text, openings.iter().copied(), times);
        if times.is_empty() {
            return;
        }
        let titles = if block.cues.intersects(Cues::TITLE) { title::find(text) } else { Vec::new() };
        block.numbers = block.cues.intersects(Cues::NUMBER).then(|| doc_number::find(text));
        let numbers = block.numbers.iter().flatten().map(|found| found.range.clone());
        unmasked(times, titles.into_iter().map(|found| found.range).chain(numbers).collect());
        // most blocks hold one or none, and all are kept while the document is read
        block.times.reserve_exact(times.len());
        block.times.append(times);
    }
}

/// Takes those out of `times` that are part of what stands at `masks`.
fn unmasked(times: &mut Vec<Found<When>>, mut masks: Vec<Range<usize>>) {
    order::by(&mut masks, |mask| (mask.start, 0));
    let mut next = 0;
    times.retain(|time| {
        while next < masks.len() && masks[next].end <= time.range.start {
            next += 1;
        }
        // 收到《告知书》后5日内 holds a title, and is none
        masks.get(next).is_none_or(|mask| mask.start >= time.range.end || (time.range.start < mask.start && mask.end < time.range.end))
    });
}
