//! JSON as the record contract says.

use crate::Record;

/// One record, indented, with a line end.
pub fn pretty(record: &Record) -> String {
    let mut json = serde_json::to_string_pretty(record).expect("a record holds only strings, numbers, lists and string-keyed maps");
    json.push('\n');
    json
}
