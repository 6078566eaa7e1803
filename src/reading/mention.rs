//! The phrases that more than one extractor looks at, found once a block.

use std::ops::Range;

use super::Cues;
use crate::{
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
    /// The time expressions of `text` that are no part of a title or a document number; they may begin at `openings`, and
    /// `cues` stand in it.
    pub(super) fn of(&mut self, text: &str, openings: &[usize], cues: Cues) -> Vec<Found<When>> {
        let Self(times) = self;
        when::find_among(text, openings.iter().copied(), times);
        if times.is_empty() {
            return Vec::new();
        }
        unmasked(times, text, cues);
        // most blocks hold one or none, and all are kept while the document is read
        let mut own = Vec::with_capacity(times.len());
        own.append(times);
        own
    }
}

/// Takes those out of `times` that are part of a title or a document number.
fn unmasked(times: &mut Vec<Found<When>>, text: &str, cues: Cues) {
    let mut masks: Vec<Range<usize>> = Vec::new();
    if cues.intersects(Cues::TITLE) {
        masks.extend(title::find(text).into_iter().map(|found| found.range));
    }
    if cues.intersects(Cues::NUMBER) {
        masks.extend(doc_number::find(text).into_iter().map(|found| found.range));
    }
    masks.sort_unstable_by_key(|mask| mask.start);
    let mut next = 0;
    times.retain(|time| {
        while next < masks.len() && masks[next].end <= time.range.start {
            next += 1;
        }
        // 收到《告知书》后5日内 holds a title, and is none
        masks.get(next).is_none_or(|mask| mask.start >= time.range.end || (time.range.start < mask.start && mask.end < time.range.end))
    });
}
