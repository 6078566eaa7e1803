//! What the fuzz targets run and assert. The bounded run in `tests/mutations.rs` asserts the same.

#[path = "../../tests/laws/leaves.rs"]
mod leaves;

use gongwen::{
    Document, Options,
    source::{self, Text},
};
use serde_json::Value;

/// Decodes `bytes` as found out and as named; every damaged place is one of the text.
pub fn decode(bytes: &[u8]) {
    for label in [None, Some("gb18030"), Some("utf-16le"), Some("big5")] {
        let Ok(decoded) = source::decode(bytes, label) else { continue };
        for finding in &decoded.findings {
            assert!(decoded.text.get(finding.span.range()).is_some(), "no place: {finding:?}");
        }
    }
}

/// Reads the structure of `bytes`: the map leads back, line by line, and the leaves of the tree tile the reading.
pub fn parse(bytes: &[u8]) {
    let Ok(decoded) = source::decode(bytes, None) else { return };
    let text = Text::read(decoded.text);
    let mut source = 0;
    for piece in text.map().pieces() {
        let (from, at, len) = (piece.reading as usize, piece.source as usize, piece.len as usize);
        assert!(at >= source, "the map goes back");
        assert_eq!(text.as_str().get(from..from + len), text.source().get(at..at + len), "the map leads elsewhere");
        source = at + len;
    }
    for finding in text.findings() {
        assert!(text.source().get(finding.span.range()).is_some(), "no place: {finding:?}");
    }
    let breaches = leaves::breaches(&Document::parse(text));
    assert!(breaches.is_empty(), "{breaches:?}");
}

/// Reads the record of `bytes` and prints it; every span is a place of the source.
pub fn whole(bytes: &[u8]) {
    let (Ok(record), Ok(decoded)) = (gongwen::read_bytes(bytes, &Options::default()), source::decode(bytes, None)) else { return };
    let json: Value = serde_json::from_str(&gongwen::output::json::pretty(&record)).expect("JSON is printed");
    spans(&json, &decoded.text);
}

fn spans(value: &Value, text: &str) {
    match value {
        Value::Object(fields) => {
            if let Some([start, end]) = fields.get("span").and_then(Value::as_array).map(Vec::as_slice) {
                let place = start.as_u64().zip(end.as_u64()).and_then(|(start, end)| text.get(start as usize..end as usize));
                assert!(place.is_some(), "no place: {start}..{end}");
            }
            fields.values().for_each(|value| spans(value, text));
        }
        Value::Array(values) => values.iter().for_each(|value| spans(value, text)),
        _ => {}
    }
}
