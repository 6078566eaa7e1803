//! JSON Lines: one record a line, for data pipelines.

use super::{Format, Settings, offsets};
use crate::{Extraction, Record};

/// One record a line.
pub struct JsonLines;

impl Format for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn about(&self) -> &'static str {
        "The whole record, one a line, for data pipelines"
    }

    fn document(&self, mut extraction: Extraction, settings: &Settings) -> String {
        offsets::recount(&mut extraction.record, extraction.document.text.source(), settings.offsets);
        line(&extraction.record)
    }
}

/// One record without line ends inside, and one behind it.
pub fn line(record: &Record) -> String {
    let mut json = serde_json::to_string(record).expect("a record holds only strings, numbers, lists and string-keyed maps");
    json.push('\n');
    json
}
