//! Spans in characters and in UTF-16 code units: every span of every record leads to the same words.

use std::fs;

use gongwen::{
    Extraction, OffsetUnit, Options,
    output::{json, offsets::recount},
    source,
};
use serde_json::Value;

/// All spans in a record, in the order of the JSON text.
fn spans(value: &Value, found: &mut Vec<(usize, usize)>) {
    match value {
        Value::Array(list) => match list[..] {
            [Value::Number(ref start), Value::Number(ref end)] => {
                found.push((start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize));
            }
            _ => list.iter().for_each(|item| spans(item, found)),
        },
        Value::Object(map) => map.values().for_each(|item| spans(item, found)),
        _ => {}
    }
}

fn of(extraction: &Extraction) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    spans(&serde_json::from_str(&json::pretty(&extraction.record)).unwrap(), &mut found);
    found
}

#[test]
fn every_span_of_the_corpus_counts_right_in_every_unit() {
    let mut seen = 0;
    for entry in ignore::WalkBuilder::new("corpus").standard_filters(false).build() {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        let read = || Extraction::of(source::decode(&fs::read(&path).unwrap(), None).unwrap(), &Options::default());
        let bytes = read();
        let text = bytes.document.text.source();
        for (unit, count) in [(OffsetUnit::Char, chars as fn(&str) -> usize), (OffsetUnit::Utf16, utf16)] {
            let mut other = read();
            recount(&mut other.record, text, unit);
            let want: Vec<_> = of(&bytes).into_iter().map(|(start, end)| (count(&text[..start]), count(&text[..end]))).collect();
            assert_eq!(of(&other), want, "{} in {unit:?}", path.display());
            seen += want.len();
        }
    }
    assert!(seen > 1000, "only {seen} spans");
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

#[test]
fn a_character_beyond_the_basic_plane_is_one_character_and_two_code_units() {
    let text = "关于𬍛同志任职的通知\n各县（市）局：\n请于2024年5月4日前报送𬍛表。\n";
    let read = || Extraction::of(source::decode(text.as_bytes(), None).unwrap(), &Options::default());
    let title = |unit| {
        let mut extraction = read();
        recount(&mut extraction.record, text, unit);
        extraction.record.header.title.unwrap().span
    };
    assert_eq!(title(OffsetUnit::Byte).end, 31);
    assert_eq!(title(OffsetUnit::Char).end, 10);
    assert_eq!(title(OffsetUnit::Utf16).end, 11);
}

#[test]
fn counting_twice_changes_nothing() {
    let text = "关于开展检查的通知\n各县（市）局：\n请抓紧办理。\n";
    let mut extraction = Extraction::of(source::decode(text.as_bytes(), None).unwrap(), &Options::default());
    recount(&mut extraction.record, text, OffsetUnit::Char);
    let once = json::pretty(&extraction.record);
    recount(&mut extraction.record, text, OffsetUnit::Utf16);
    assert_eq!(json::pretty(&extraction.record), once);
}
