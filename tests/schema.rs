//! The JSON Schema: that the file is what the types say, that it says it in two languages, and that every
//! record of the corpus fits, in every format that prints records.

use std::{fs, path::Path};

use gongwen::{
    Extraction, Options, Record,
    output::{self, Settings},
    source,
};
use schemars::generate::SchemaSettings;
use serde_json::Value;

const FILE: &str = "schemas/record.schema.json";

fn schema() -> Value {
    serde_json::from_str(output::schema::record()).expect("the schema is JSON")
}

fn corpus() -> Vec<std::path::PathBuf> {
    let walk = ignore::WalkBuilder::new("corpus").standard_filters(false).sort_by_file_name(Ord::cmp).build();
    let files: Vec<_> = walk.map(|entry| entry.unwrap().into_path()).filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    assert!(files.len() >= 10, "the corpus is missing");
    files
}

fn extraction(path: &Path) -> Extraction {
    let bytes = fs::read(path).unwrap();
    Extraction::of(source::decode(&bytes, None).unwrap(), &Options { name: Some(path.display().to_string()), ..Options::default() })
}

/// What the types say, indented, keys in alphabetical order, with a line end.
fn of_types() -> String {
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

#[test]
fn the_file_is_what_the_types_say() {
    let now = of_types();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(FILE, &now).unwrap();
    }
    let file = fs::read_to_string(FILE).unwrap_or_default();
    assert!(file == now, "{FILE} is stale; write it anew: UPDATE_SCHEMA=1 cargo test --test schema");
}

#[test]
fn it_names_its_draft_and_is_a_schema() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::meta::validate(&schema).unwrap();
}

#[test]
fn every_key_is_explained_in_english_and_chinese() {
    let mut unexplained = Vec::new();
    let mut keys = 0;
    let schema = schema();
    let types = schema["$defs"].as_object().unwrap().iter().map(|(name, ty)| (name.as_str(), ty)).chain([("Record", &schema)]);
    for (ty, definition) in types {
        for (key, property) in definition["properties"].as_object().into_iter().flatten() {
            keys += 1;
            let words = property["description"].as_str().unwrap_or_default();
            let (english, chinese) = words.rsplit_once(' ').unwrap_or_default();
            let ok = english.starts_with(|c: char| c.is_ascii()) && chinese.chars().any(|c| c > '\u{3000}') && chinese.ends_with('。');
            if !ok {
                unexplained.push(format!("{ty}.{key}: {words:?}"));
            }
        }
    }
    assert!(keys > 80, "only {keys} keys: the schema has lost its types");
    assert!(unexplained.is_empty(), "write `/// English. 中文。` on:\n{}", unexplained.join("\n"));
}

#[test]
fn every_record_of_the_corpus_fits_in_every_format_that_prints_records() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let mut wrong = Vec::new();
    for path in corpus() {
        for format in ["json", "jsonl"] {
            let text = output::format(format).unwrap().document(extraction(&path), &Settings::default());
            let record: Value = serde_json::from_str(&text).unwrap();
            wrong.extend(validator.iter_errors(&record).map(|e| format!("{} as {format}, {}: {e}", path.display(), e.instance_path())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_record_does_not_fit() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let text = output::json::pretty(&extraction(&corpus()[0]).record);
    let good: Value = serde_json::from_str(&text).unwrap();
    let spoilt = |spoil: fn(&mut Value)| {
        let mut record = good.clone();
        spoil(&mut record);
        !validator.is_valid(&record)
    };
    assert!(validator.is_valid(&good));
    assert!(spoilt(|record| record["version"] = "2".into()));
    assert!(spoilt(|record| record["source"]["offset_unit"] = "word".into()));
    assert!(spoilt(|record| record["parts"][0]["title"] = Value::Null));
    assert!(spoilt(|record| record["parts"][0]["span"] = serde_json::json!([1])));
    assert!(spoilt(|record| drop(record.as_object_mut().unwrap().remove("tasks"))));
}
