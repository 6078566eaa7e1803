//! Spans in other units: characters, as Python counts, or UTF-16 code units, as JavaScript does.
//!
//! One pass over the source lays down what has been counted at every `STEP`th byte; each place is then
//! counted from the mark before it, wherever in the record it stands.

use super::places::Places;
use crate::{OffsetUnit, Record};

/// Bytes between two marks.
const STEP: usize = 64;

/// Counts all places of `record` in `unit`; `source` is the decoded text that they point into.
///
/// A record that is already counted in another unit than bytes is left alone: its places no longer tell bytes.
pub fn recount(record: &mut Record, source: &str, unit: OffsetUnit) {
    if record.source.offset_unit != OffsetUnit::Byte || unit == OffsetUnit::Byte {
        return;
    }
    let counter = Counter::new(source, unit);
    record.places(&mut |origin| {
        origin.start = counter.count(origin.start);
        origin.end = counter.count(origin.end);
    });
    record.source.offset_unit = unit;
}

/// Bytes of a text to another unit.
pub(super) struct Counter<'s> {
    source: &'s str,
    width: fn(u8) -> u32,
    marks: Vec<u32>,
}

impl<'s> Counter<'s> {
    pub(super) fn new(source: &'s str, unit: OffsetUnit) -> Self {
        let width = width(unit);
        let mut counted = 0;
        let mut marks = vec![0];
        for chunk in source.as_bytes().chunks(STEP) {
            counted += chunk.iter().map(|byte| width(*byte)).sum::<u32>();
            marks.push(counted);
        }
        Self { source, width, marks }
    }

    /// How many units stand before byte `at`.
    pub(super) fn count(&self, at: u32) -> u32 {
        let mark = at as usize / STEP;
        let rest = &self.source.as_bytes()[mark * STEP..at as usize];
        self.marks[mark] + rest.iter().map(|byte| (self.width)(*byte)).sum::<u32>()
    }
}

/// How many units begin at a byte: a character counts at its first byte, and twice in UTF-16 where UTF-8 needs four.
fn width(unit: OffsetUnit) -> fn(u8) -> u32 {
    match unit {
        OffsetUnit::Byte => |_| 1,
        OffsetUnit::Char => |byte| u32::from(byte & 0xC0 != 0x80),
        OffsetUnit::Utf16 => |byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0),
    }
}
