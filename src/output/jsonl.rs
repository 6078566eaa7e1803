//! JSON Lines: one record a line, for data pipelines.

use std::io;

use super::{
    Format, Settings,
    json::{buffered, counted, in_memory},
};
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

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        line(&counted(extraction, settings))
    }

    fn write(&self, extraction: Extraction, settings: &Settings, out: &mut dyn io::Write) -> io::Result<()> {
        put(&counted(extraction, settings), out)
    }
}

/// One record without line ends inside, and one behind it.
pub fn line(record: &Record) -> String {
    in_memory(|json| put(record, json))
}

fn put(record: &Record, out: &mut dyn io::Write) -> io::Result<()> {
    buffered(out, b"\n", |out| serde_json::to_writer(out, record))
}
