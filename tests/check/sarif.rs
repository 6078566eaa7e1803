//! SARIF 2.1.0: valid by the schema of OASIS (`sarif-schema-2.1.0.json`, as the crate serde-sarif, MIT, carries it).

use std::fs;

use gongwen::{Lang, output};
use serde_json::Value;

use crate::{documents, extraction, name};

fn log(lang: Lang) -> Value {
    let format = output::format("sarif").expect("it is registered");
    let settings = output::Settings { many: true, lang, ..output::Settings::default() };
    let read = |path: &std::path::PathBuf| format.document(extraction(&fs::read(path).unwrap(), &name(path), lang), &settings);
    let results: Vec<String> = documents("corpus", |_| true).iter().map(read).filter(|text| !text.is_empty()).collect();
    let text = format!("{}{}{}", format.open(&settings), results.join(format.between(&settings)), format.close(&settings));
    serde_json::from_str(&text).expect("SARIF is JSON")
}

#[test]
fn it_is_valid() {
    let mut schema: Value = serde_json::from_str(include_str!("sarif-schema-2.1.0.json")).unwrap();
    // the pattern of OASIS for a language has a bracket too many, which makes it no regular expression
    for owner in ["run", "toolComponent"] {
        schema["definitions"][owner]["properties"]["language"].as_object_mut().unwrap().remove("pattern");
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    for lang in [Lang::Zh, Lang::En] {
        let log = log(lang);
        let errors: Vec<String> = validator.iter_errors(&log).take(10).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
    let mut spoilt = log(Lang::Zh);
    spoilt["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(!validator.is_valid(&spoilt));
}

#[test]
fn results_name_rules_and_places() {
    let log = log(Lang::Zh);
    let run = &log["runs"][0];
    let (rules, results) = (run["tool"]["driver"]["rules"].as_array().unwrap(), run["results"].as_array().unwrap());
    assert!(results.len() >= rules.len(), "every rule is shown in the corpus");
    for result in results {
        assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let place = |line: &str, column: &str| (region[line].as_u64().unwrap(), region[column].as_u64().unwrap());
        assert!(place("startLine", "startColumn") < place("endLine", "endColumn"), "{result}");
    }
}

#[test]
fn columns_count_characters() {
    let text = "海川市教育局关于开展检查的通知\n各县（区）教育局：\n　　请于2024年2月30日前报送。\n";
    let format = output::format("sarif").unwrap();
    let result = format.document(extraction(text.as_bytes(), "通知 1.txt", Lang::Zh), &output::Settings::default());
    let results: Value = serde_json::from_str(&format!("[{result}]")).unwrap();
    let result = results.as_array().unwrap().iter().find(|it| it["ruleId"] == "date-impossible").unwrap();
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%E9%80%9A%E7%9F%A5%201.txt");
    let region = serde_json::json!({ "startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 15 });
    assert_eq!(place["region"], region);
}
