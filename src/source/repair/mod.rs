//! What typesetting did to the words, and how it is undone. One repair a file.

use crate::{diagnostic::Diagnostic, source::Map};

/// Repairs `source`: the reading, its map, and what a reader should know.
pub(super) fn repair(source: &str) -> (String, Map, Vec<Diagnostic>) {
    let (mut reading, mut map) = (String::new(), Map::default());
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let text = line.trim();
        if !text.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            map.push(reading.len(), start, text.len());
            reading.push_str(text);
            reading.push('\n');
        }
        at += line.len();
    }
    (reading, map, Vec::new())
}
