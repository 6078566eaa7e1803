//! The documentation says what is: the excerpts in the READMEs are the program's output, their commands run,
//! the reference names every key of a record, and every file and test that a page names exists. (The library
//! examples of the READMEs are run by rustdoc, from `src/lib.rs`.)
//!
//! An excerpt is the block of JSON behind a comment that says where it is from:
//! `<!-- tasks: 于2023年6月9日前 -->` is the first of `tasks` whose text holds these words, in the record of
//! [`EXAMPLE`]. `INSTA_UPDATE=always cargo test --test docs` writes the excerpts anew.

use std::{collections::BTreeSet, fs, path::Path};

use gongwen::{Options, Record};
use serde_json::Value;

/// The document that the READMEs show.
const EXAMPLE: &str = "corpus/notice/signed-enclosing-plan.txt";
const READMES: [&str; 2] = ["README.md", "README.zh.md"];
const PAGES: [&str; 7] =
    ["README.md", "README.zh.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "corpus/README.md", "docs/diagnostics.md"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn example() -> Record {
    let bytes = fs::read(root().join(EXAMPLE)).expect("the example lies in the corpus");
    gongwen::read_bytes(&bytes, &Options { name: Some(EXAMPLE.to_owned()), ..Options::default() }).expect("it is a text")
}

#[test]
fn excerpts_are_the_output() {
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|mode| mode == "always");
    let json = gongwen::output::json::pretty(&example());
    for name in READMES {
        let (kept, now) = (page(name), refresh(&page(name), &json));
        assert!(kept.contains("<!-- "), "{name} shows no output");
        match update {
            true => fs::write(root().join(name), &now).expect("the page can be written"),
            false => assert_eq!(kept, now, "INSTA_UPDATE=always cargo test --test docs writes the excerpts of {name} anew"),
        }
    }
}

/// `page` with each excerpt as it should be.
fn refresh(page: &str, json: &str) -> String {
    let (mut out, mut lines) = (String::new(), page.lines());
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let Some((list, words)) = line.strip_prefix("<!-- ").and_then(|l| l.strip_suffix(" -->")).and_then(|l| l.split_once(": ")) else {
            continue;
        };
        assert_eq!(lines.next(), Some("```json"), "an excerpt follows {line}");
        let found = excerpt(json, list, words).unwrap_or_else(|| panic!("no record of {list} holds {words}"));
        out.push_str(&format!("```json\n{found}\n```\n"));
        assert!(lines.any(|l| l == "```"), "the excerpt behind {line} ends");
    }
    out
}

/// The lines of the first record in `list` that hold `words`; places on one line.
fn excerpt(json: &str, list: &str, words: &str) -> Option<String> {
    let (_, rest) = json.split_once(&format!("\n  \"{list}\": ["))?;
    let (list, _) = rest.split_once("\n  ]")?;
    let record = list.split("\n    }").find(|record| record.contains(words))?;
    let record = record.trim_start_matches(',').replace("\n    ", "\n");
    Some(one_line_places(&format!("{}\n}}", record.trim_start())))
}

/// `[\n 3,\n 14\n]` as `[3, 14]`.
fn one_line_places(json: &str) -> String {
    let mut out = String::new();
    let mut rest = json;
    while let Some((before, list)) = rest.split_once('[') {
        let (inside, after) = list.split_once(']').unwrap_or((list, ""));
        let numbers = inside.chars().all(|c| c.is_ascii_digit() || c == ',' || c.is_whitespace());
        out.push_str(before);
        match numbers {
            true => {
                out.push_str(&format!("[{}]", inside.split_whitespace().collect::<Vec<_>>().join(" ")));
                rest = after;
            }
            false => {
                out.push('[');
                rest = list;
            }
        }
    }
    out + rest
}

/// The lines of the blocks of `language` in a page.
#[cfg(feature = "cli")]
fn blocks(page: &str, language: &str) -> Vec<String> {
    let (mut found, mut inside) = (Vec::new(), false);
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(name) => inside = !inside && name == language,
            None if inside => found.push(line.to_owned()),
            None => {}
        }
    }
    found
}

#[cfg(feature = "cli")]
#[test]
fn commands_run() {
    for name in READMES {
        let lines = blocks(&page(name), "sh");
        for line in lines.iter().map(|l| l.split(" # ").next().unwrap_or(l).trim()).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let call = line.strip_prefix("cargo run --release --bin extract -- ").or_else(|| line.strip_prefix("extract "));
            match call {
                Some(args) => run(name, line, args),
                None => assert!(known(line), "{name} shows a command that no test knows: {line}"),
            }
        }
        assert!(lines.iter().any(|l| l.contains(EXAMPLE)) && lines.iter().any(|l| l == "cargo test"), "{name} shows the two commands");
    }
}

/// Commands that are not run here: the tests run themselves, `.ci/run` runs them, and cargo knows its own.
#[cfg(feature = "cli")]
fn known(line: &str) -> bool {
    line == ".ci/run" || ["cargo test", "cargo install", "cargo add"].iter().any(|command| line.starts_with(command))
}

#[cfg(feature = "cli")]
fn run(page: &str, line: &str, args: &str) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_extract"))
        .args(args.split_whitespace())
        .current_dir(root())
        .output()
        .expect("the program was built for this test");
    assert!(output.status.success(), "{page}: {line}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(!output.stdout.is_empty(), "{page}: {line} prints nothing");
    if args == EXAMPLE {
        let printed = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        assert_eq!(printed, gongwen::output::json::pretty(&example()), "{line} prints another record than the library gives");
    }
}

#[test]
fn the_reference_names_every_key() {
    let mut keys = BTreeSet::new();
    properties(schemars::schema_for!(Record).as_value(), &mut keys);
    for name in READMES {
        let page = page(name);
        let missing: Vec<_> = keys.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
        assert!(missing.is_empty(), "{name} does not explain {missing:?}");
        let rows = page.lines().filter_map(|l| l.strip_prefix("| `")?.split(" | ").next()).flat_map(|cell| cell.split(", "));
        let unknown: Vec<_> = rows.map(|key| key.trim_matches('`').trim_end_matches(" |")).filter(|key| !keys.contains(*key)).collect();
        assert!(unknown.is_empty(), "{name} explains keys that no record has: {unknown:?}");
    }
}

/// The keys of all objects in a JSON Schema.
fn properties(schema: &Value, keys: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                keys.extend(properties.keys().cloned());
            }
            fields.values().for_each(|value| properties(value, keys));
        }
        Value::Array(values) => values.iter().for_each(|value| properties(value, keys)),
        _ => {}
    }
}

#[test]
fn what_a_page_names_exists() {
    const ROOTS: [&str; 8] = ["src/", "tests/", "corpus/", "schemas/", "benches/", "examples/", ".ci/", "docs/"];
    let mut missing = Vec::new();
    for name in PAGES {
        let page = page(name);
        for word in page.split('`').skip(1).step_by(2).filter(|word| ROOTS.iter().any(|root| word.starts_with(root))) {
            let word = word.split_whitespace().next().unwrap_or(word);
            let (path, test) = word.split_once("::").unwrap_or((word, ""));
            let placeholder = path.contains(['<', '*', '…']) || path.contains("NAME");
            if !placeholder && !root().join(path).exists() {
                missing.push(format!("{name}: {path} is not there"));
            } else if !test.is_empty() && !names(&root().join(path), test) {
                missing.push(format!("{name}: there is no {test} in {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Whether a test of that name stands in a file, or in a file of a folder.
fn names(path: &Path, test: &str) -> bool {
    let holds = |path: &Path| {
        fs::read_to_string(path).is_ok_and(|text| text.contains(&format!("fn {test}(")) || text.contains(&format!("    {test}: ")))
    };
    match path.is_dir() {
        true => fs::read_dir(path).is_ok_and(|entries| entries.flatten().any(|entry| holds(&entry.path()))),
        false => holds(path),
    }
}
