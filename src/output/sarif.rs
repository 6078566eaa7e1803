//! SARIF 2.1.0 (OASIS), for code-review tools: one run, a result for each diagnostic, the rules that they name.
//!
//! Columns count Unicode code points, from one. An info is a `note`. Names of files are relative references as the
//! caller gave them, with what a URI does not allow escaped (RFC 3986, 2.1).

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Format, Settings, columns::Columns, view::View};
use crate::{Diagnostic, Extraction, Lang, Origin, Severity, check, diagnostic::Rule};

/// Diagnostics for code-review tools.
pub struct Sarif;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

impl Format for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn about(&self) -> &'static str {
        "SARIF 2.1.0: what the documents get wrong, for code-review tools"
    }

    fn open(&self, settings: &Settings) -> String {
        let rules: Vec<Value> = check::rules().map(|it| rule(it, settings.lang)).collect();
        let driver = json!({ "name": "gongwen", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules });
        format!(
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\
             \"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
        )
    }

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        let view = View::new(&extraction, settings);
        let columns = Columns::points(extraction.document.text.source());
        let results = extraction.record.diagnostics.iter().map(|it| result(&view, &columns, it).to_string());
        results.collect::<Vec<_>>().join(",\n")
    }

    fn between(&self, _: &Settings) -> &'static str {
        ",\n"
    }

    fn close(&self, _: &Settings) -> String {
        "\n]}]}\n".to_owned()
    }
}

/// What a rule says, its numbered places as they are in the sentence.
fn rule(rule: &Rule, lang: Lang) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": lang.say(rule.zh, rule.en) },
        "help": { "text": rule.basis },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "note",
        severity => severity.name(),
    }
}

fn result(view: &View<'_>, columns: &Columns<'_>, it: &Diagnostic) -> Value {
    let index = check::rules().position(|rule| rule.code == it.code);
    let related: Vec<Value> = it.related.iter().map(|place| location(view, columns, *place)).collect();
    json!({
        "ruleId": it.code,
        "ruleIndex": index,
        "level": level(it.severity),
        "message": { "text": it.message },
        "locations": [location(view, columns, it.span)],
        "relatedLocations": related,
    })
}

fn location(view: &View<'_>, columns: &Columns<'_>, place: Origin) -> Value {
    let end = Origin { start: place.end, end: place.end };
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": reference(view.name()) },
        "region": {
            "startLine": view.line(place),
            "startColumn": columns.at(place.start),
            "endLine": view.line(end),
            "endColumn": columns.at(place.end),
        },
    } })
}

/// A file's name as a relative reference.
fn reference(name: &str) -> String {
    let mut reference = String::new();
    for byte in name.bytes() {
        let _ = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => reference.write_char(byte.into()),
            b'\\' => reference.write_char('/'),
            byte => write!(reference, "%{byte:02X}"),
        };
    }
    reference
}
