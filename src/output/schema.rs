//! The record's JSON Schema (draft 2020-12), out of the types and their doc comments.

use schemars::generate::SchemaSettings;

use crate::Record;

/// The schema that every record fits, indented, keys in alphabetical order, with a line end.
///
/// `schemas/record.schema.json` holds the same.
pub fn record() -> String {
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Record>();
    let mut schema = schema.to_value();
    schema.sort_all_objects();
    let mut json = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    json.push('\n');
    json
}
