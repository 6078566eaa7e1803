//! JSON as the record contract says: the record of one document, or a list of records.

use super::{Format, Settings, offsets};
use crate::{Record, extract::Extraction};

/// Indented JSON.
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "The whole record, indented; several documents give a list of records"
    }

    fn open(&self, settings: &Settings) -> String {
        if settings.many { "[\n".to_owned() } else { String::new() }
    }

    fn document(&self, mut extraction: Extraction, settings: &Settings) -> String {
        offsets::recount(&mut extraction.record, extraction.document.text.source(), settings.offsets);
        let mut json = pretty(&extraction.record);
        if settings.many {
            json.pop();
        }
        json
    }

    fn between(&self, _: &Settings) -> &'static str {
        ",\n"
    }

    fn close(&self, settings: &Settings) -> String {
        if settings.many { "\n]\n".to_owned() } else { String::new() }
    }
}

/// One record, indented, with a line end.
pub fn pretty(record: &Record) -> String {
    let mut json = serde_json::to_string_pretty(record).expect("a record holds only strings, numbers, lists and string-keyed maps");
    json.push('\n');
    json
}
