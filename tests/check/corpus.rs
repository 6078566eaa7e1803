//! The documents of the corpus: those that show a rule, those that come near, and those that are right.

use std::fs;

use gongwen::{Diagnostic, Lang, Severity, check};

use crate::{documents, extraction, name, root};

fn diagnostics(path: &std::path::Path) -> Vec<Diagnostic> {
    extraction(&fs::read(path).expect("a file that was just listed"), &name(path), Lang::Zh).record.diagnostics
}

fn is_loud(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity < Severity::Info
}

#[test]
fn every_rule_is_shown_and_comes_near_in_silence() {
    let mut wrong = Vec::new();
    for rule in check::rules() {
        let folder = root().join("corpus/check").join(rule.code);
        let (shows, silent) = (diagnostics(&folder.join("shows.txt")), diagnostics(&folder.join("silent.txt")));
        if !shows.iter().any(|it| it.code == rule.code) {
            wrong.push(format!("corpus/check/{}/shows.txt does not show it", rule.code));
        }
        let others = shows.iter().filter(|it| is_loud(it) && it.code != rule.code);
        wrong.extend(others.map(|it| format!("corpus/check/{}/shows.txt shows {}, too", rule.code, it.code)));
        let loud = silent.iter().filter(|it| is_loud(it) || it.code == rule.code);
        wrong.extend(loud.map(|it| format!("corpus/check/{}/silent.txt: {}: {}", rule.code, it.code, it.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_is_a_rule() {
    let folders = fs::read_dir(root().join("corpus/check")).expect("the folder of checks").flatten();
    let known: Vec<&str> = check::rules().map(|rule| rule.code).collect();
    let strays: Vec<_> =
        folders.map(|it| it.file_name().into_string().expect("UTF-8")).filter(|it| !known.contains(&it.as_str())).collect();
    assert!(strays.is_empty(), "no rule is called {strays:?}");
}

/// A mistake in a document is meant where corpus/README.md names its code in the document's row.
#[test]
fn a_right_document_raises_nothing() {
    let readme = fs::read_to_string(root().join("corpus/README.md")).expect("the corpus has a page");
    let mut wrong = Vec::new();
    for path in documents("corpus", |path| !name(path).starts_with("corpus/check/")) {
        let file = name(&path);
        let row = readme.lines().find(|line| line.contains(file.trim_start_matches("corpus/"))).unwrap_or_default();
        let loud = diagnostics(&path).into_iter().filter(is_loud);
        let unmeant = loud.filter(|it| !row.contains(&format!("`{}`", it.code)));
        wrong.extend(unmeant.map(|it| format!("{file}: {}: {}", it.code, it.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[cfg(feature = "formats")]
#[test]
fn reports_are_what_is_printed() {
    use gongwen::output::{Settings, format};
    let mut stale = Vec::new();
    for path in documents("corpus/check", |path| path.ends_with("shows.txt")) {
        let bytes = fs::read(&path).expect("a file that was just listed");
        let printed = format("check").expect("it is registered").document(extraction(&bytes, &name(&path), Lang::Zh), &Settings::default());
        let file = path.with_extension("check");
        if fs::read_to_string(&file).unwrap_or_default() != printed {
            match crate::update() {
                true => fs::write(&file, printed).expect("the corpus can be written"),
                false => stale.push(name(&file)),
            }
        }
    }
    assert!(stale.is_empty(), "INSTA_UPDATE=always cargo test --test check writes these anew: {stale:?}");
}
