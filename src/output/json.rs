//! JSON as the record contract says: the record of one document, or a list of records.

use std::io::{self, BufWriter, Write as _};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

use super::{Format, Settings, offsets};
use crate::{Extraction, Record};

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

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        in_memory(|json| self.write(extraction, settings, json))
    }

    fn write(&self, extraction: Extraction, settings: &Settings, out: &mut dyn io::Write) -> io::Result<()> {
        indent(&counted(extraction, settings), out, if settings.many { b"" } else { b"\n" })
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
    in_memory(|json| indent(record, json, b"\n"))
}

/// The record with its places in the unit that is wanted. The document is let go: it would take as much again as the record
/// while that is written.
pub(super) fn counted(mut extraction: Extraction, settings: &Settings) -> Record {
    offsets::recount(&mut extraction.record, extraction.document.text.source(), settings.offsets);
    extraction.record
}

/// What `write` writes.
pub(super) fn in_memory(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> String {
    let mut json = Vec::new();
    write(&mut json).expect("memory takes what it is given, and a record holds only strings, numbers, lists and string-keyed maps");
    String::from_utf8(json).expect("JSON is UTF-8")
}

/// Gathers the many small pieces that `write` writes, since it is a long way to where they go, and writes `end`. All JSON goes
/// this one way: each kind of writer would make another copy of what writes records.
pub(super) fn buffered(
    out: &mut dyn io::Write,
    end: &[u8],
    write: impl FnOnce(&mut BufWriter<&mut dyn io::Write>) -> serde_json::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write(&mut out)?;
    out.write_all(end)?;
    out.flush()
}

fn indent(record: &Record, out: &mut dyn io::Write, end: &[u8]) -> io::Result<()> {
    buffered(out, end, |out| record.serialize(&mut Serializer::with_formatter(out, Indented::default())))
}

/// Indented by two blanks, but a span on one line: lists of figures are not broken, and nothing else in a record is one.
#[derive(Default)]
struct Indented {
    depth: usize,
    /// Nothing stands yet in the list or object that was opened last.
    empty: bool,
    /// An item has been begun, and whether it is the first of its list, before it is known what it is.
    begun: Option<bool>,
    /// The last item was a figure.
    figure: bool,
}

/// A line end, and as many blanks as a record is deep.
const INDENT: &[u8] = b"\n                                                                ";

impl Indented {
    /// A line end, and blanks; after a comma, where `first` is not.
    fn line<W: ?Sized + io::Write>(&self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        let blanks = 2 * self.depth;
        writer.write_all(&INDENT[..INDENT.len().min(1 + blanks)])?;
        // sections may lie as deep as a document likes
        (INDENT.len()..=blanks).try_for_each(|_| writer.write_all(b" "))
    }

    /// The item turns out not to be a figure: it goes on a line of its own.
    fn settle<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        match self.begun.take() {
            Some(first) => self.line(writer, first),
            None => Ok(()),
        }
    }

    fn open<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.settle(writer)?;
        self.depth += 1;
        self.empty = true;
        writer.write_all(bracket)
    }

    fn close<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if !std::mem::take(&mut self.empty) && !std::mem::take(&mut self.figure) {
            self.line(writer, true)?;
        }
        writer.write_all(bracket)
    }
}

impl Formatter for Indented {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W, first: bool) -> io::Result<()> {
        self.begun = Some(first);
        Ok(())
    }

    fn write_u32<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: u32) -> io::Result<()> {
        if self.begun.take() == Some(false) {
            writer.write_all(b", ")?;
        }
        self.figure = true;
        CompactFormatter.write_u32(writer, value)
    }

    /// A list whose items were all figures is closed on its line.
    fn end_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.empty = false;
        Ok(())
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_string<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.settle(writer)?;
        writer.write_all(b"\"")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.line(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    /// A figure that is no item, as a year, ends here.
    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        (self.empty, self.figure) = (false, false);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indented(value: &impl Serialize) -> String {
        let mut json = Vec::new();
        value.serialize(&mut Serializer::with_formatter(&mut json, Indented::default())).unwrap();
        String::from_utf8(json).unwrap()
    }

    #[derive(Serialize)]
    struct Value {
        year: u32,
        span: (u32, u32),
        mentions: Vec<(u32, u32)>,
        none: [(); 0],
        words: [&'static str; 2],
    }

    #[test]
    fn a_span_stands_on_one_line() {
        let value = Value { year: 2024, span: (1, 2), mentions: vec![(3, 4), (5, 6)], none: [], words: ["甲", "乙"] };
        insta::assert_snapshot!(indented(&[value]), @r#"
        [
          {
            "year": 2024,
            "span": [1, 2],
            "mentions": [
              [3, 4],
              [5, 6]
            ],
            "none": [],
            "words": [
              "甲",
              "乙"
            ]
          }
        ]
        "#);
    }
}
