//! Every value stands in the source under its span.

use gongwen::Span;
use serde_json::Value;

use crate::Sample;

/// Calls `visit` with every object of `value` and the keys that lead to it.
fn walk(value: &Value, path: &str, visit: &mut impl FnMut(&str, &serde_json::Map<String, Value>)) {
    match value {
        Value::Object(fields) => {
            visit(path, fields);
            fields.iter().for_each(|(key, value)| walk(value, &format!("{path}.{key}"), visit));
        }
        Value::Array(values) => values.iter().enumerate().for_each(|(n, value)| walk(value, &format!("{path}[{n}]"), visit)),
        _ => {}
    }
}

fn span(value: &Value) -> Option<(usize, usize)> {
    let [start, end] = &value.as_array()?[..] else { return None };
    Some((start.as_u64()? as usize, end.as_u64()? as usize))
}

/// The text of each value, blanks removed, is a subsequence of the source under its span, and both begin and
/// end with the same character. A document number is canonical and not literal: its letters and figures must
/// be there, its brackets need not.
pub(crate) fn values(sample: &Sample) -> Vec<String> {
    let source = sample.document.text.source();
    let mut broken = Vec::new();
    walk(&sample.json, "", &mut |path, fields| {
        let (Some(text), Some((start, end))) = (fields.get("text").and_then(Value::as_str), fields.get("span").and_then(span)) else {
            return;
        };
        let Some(piece) = source.get(start..end) else { return broken.push(format!("{path} has no place at {start}..{end}")) };
        let canonical = path.ends_with("doc_number");
        let (text, piece) = if canonical { (letters(text), letters(piece)) } else { (inked(text), inked(piece)) };
        let ends = canonical || text.first() == piece.first() && text.last() == piece.last();
        if text.is_empty() || !ends || !is_subsequence(&text, &piece) {
            broken.push(format!("{path} does not stand at {start}..{end}"));
        }
    });
    broken
}

/// The characters of `text` without blanks.
fn inked(text: &str) -> Vec<char> {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The letters and figures of `text`, full-width ones folded.
fn letters(text: &str) -> Vec<char> {
    let fold = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(fold).filter(|c| c.is_alphanumeric()).collect()
}

fn is_subsequence(text: &[char], piece: &[char]) -> bool {
    let mut rest = piece.iter();
    text.iter().all(|c| rest.any(|p| p == c))
}

/// Every span lies in the source, on the borders of characters, and holds something.
pub(crate) fn spans(sample: &Sample) -> Vec<String> {
    let source = sample.document.text.source();
    let mut broken = Vec::new();
    let mut check = |path: &str, (start, end): (usize, usize)| {
        if start > end || source.get(start..end).is_none() {
            broken.push(format!("{path} is no place: {start}..{end} of {}", source.len()));
        }
    };
    walk(&sample.json, "", &mut |path, fields| {
        fields.get("span").and_then(span).into_iter().for_each(|place| check(path, place));
        for list in ["mentions", "related"] {
            let places = fields.get(list).and_then(Value::as_array).into_iter().flatten();
            places.filter_map(span).for_each(|place| check(&format!("{path}.{list}"), place));
        }
    });
    broken
}

/// Each character of the reading is a character of the source; the order is kept, and none is taken twice.
/// Only line ends are put in.
pub(crate) fn map(sample: &Sample) -> Vec<String> {
    let text = &sample.document.text;
    let (mut broken, mut before) = (Vec::new(), 0);
    for (at, c) in text.as_str().char_indices().filter(|(_, c)| *c != '\n') {
        let origin = text.origin(Span::new(at, at + c.len_utf8()));
        if text.source().get(origin.range()) != Some(c.encode_utf8(&mut [0; 4])) {
            broken.push(format!("the character at {at} of the reading is not that of the source at {}", origin.start));
        }
        if origin.start < before {
            broken.push(format!("the reading goes back at {at}: from {before} of the source to {}", origin.start));
        }
        before = origin.end;
    }
    broken
}
