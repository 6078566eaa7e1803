//! The record's JSON Schema (draft 2020-12), out of the types and their doc comments.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::Record;

/// The schema that every record fits, indented, keys in alphabetical order, with a line end.
///
/// `schemas/record.schema.json` holds the same.
pub fn record() -> String {
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Record>();
    let mut schema = schema.to_value();
    absent_not_null(&mut schema);
    schema.sort_all_objects();
    let mut json = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    json.push('\n');
    json
}

/// A key with nothing to say is absent from a record, never null: takes out what lets `Option` be null.
fn absent_not_null(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            let either = keys.get_mut("anyOf").and_then(Value::as_array_mut);
            if let Some(it) = either.filter(|either| either.iter().any(is_null)).and_then(|either| either.drain(..).find(|it| !is_null(it)))
            {
                keys.remove("anyOf");
                keys.extend(it.as_object().cloned().unwrap_or_default());
            }
            if let Some(Value::Array(types)) = keys.get_mut("type") {
                types.retain(|name| name != "null");
                let only = types.first().cloned().filter(|_| types.len() == 1);
                keys.extend(only.map(|name| ("type".to_owned(), name)));
            }
            keys.values_mut().for_each(absent_not_null);
        }
        Value::Array(items) => items.iter_mut().for_each(absent_not_null),
        _ => {}
    }
}

fn is_null(schema: &Value) -> bool {
    schema["type"] == "null"
}
