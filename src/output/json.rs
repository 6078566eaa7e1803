//! JSON as the record contract says: the record of one document, or a list of records.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};

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
    let mut json = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut json, Indented::default());
    record.serialize(&mut serializer).expect("a record holds only strings, numbers, lists and string-keyed maps");
    json.push(b'\n');
    String::from_utf8(json).expect("JSON is UTF-8")
}

/// Indented, but a span on one line: lists of figures are not broken, and nothing else in a record is one.
#[derive(Default)]
struct Indented {
    pretty: PrettyFormatter<'static>,
    /// An item has been begun, and whether it is the first of its list, before it is known what it is.
    begun: Option<bool>,
    /// The last item was a figure.
    figure: bool,
}

impl Indented {
    /// The item turns out not to be a figure: it goes on a line of its own.
    fn settle<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        match self.begun.take() {
            Some(first) => self.pretty.begin_array_value(writer, first),
            None => Ok(()),
        }
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
        write!(writer, "{value}")
    }

    /// A list whose items were all figures is closed on its line, since the other formatter never hears of them.
    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if std::mem::take(&mut self.figure) { Ok(()) } else { self.pretty.end_array_value(writer) }
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array(writer)
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.settle(writer)?;
        self.pretty.begin_array(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.settle(writer)?;
        self.pretty.begin_object(writer)
    }

    fn begin_string<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.settle(writer)?;
        self.pretty.begin_string(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(writer)
    }

    /// A figure that is no item, as a year, ends here.
    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.figure = false;
        self.pretty.end_object_value(writer)
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
