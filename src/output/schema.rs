//! The record's JSON Schema (draft 2020-12).

/// The schema that every record fits, indented, keys in alphabetical order, with a line end: `schemas/record.schema.json`,
/// which the tests compare with what the types and their doc comments say.
pub const fn record() -> &'static str {
    include_str!("../../schemas/record.schema.json")
}
