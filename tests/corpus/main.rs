//! Each document of `corpus/` beside what is read in it, in two forms:
//!
//! - `NAME.snap`, for the eye: the text as its section tree outlines it, every record marked in it and said in
//!   one line beneath (see [`outline`]);
//! - `NAME.json`, for programs: the record, byte for byte as `extract` prints it.
//!
//! After a change `INSTA_UPDATE=always cargo test --test corpus` writes both anew; read every line of the diff.

mod outline;
mod records;

use std::{fs, path::Path};

use gongwen::{Document, Options, Record, source};
use outline::outline;

/// A document of the corpus by its path in the repository: `corpus/notice/signed-enclosing-plan.txt`.
struct Sample {
    name: String,
    document: Document,
    record: Record,
}

fn read(path: &Path) -> Sample {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().expect("the package has a folder");
    let name = path.strip_prefix(&root).expect("the corpus lies in the package").to_string_lossy().replace('\\', "/");
    let bytes = fs::read(path).expect("a file that was just listed");
    let options = Options { name: Some(name.clone()), ..Options::default() };
    let record = gongwen::read_bytes(&bytes, &options).unwrap_or_else(|e| panic!("{name}: {e}"));
    let text = source::decode(&bytes, None).unwrap_or_else(|e| panic!("{name}: {e}")).text;
    Sample { name, document: Document::parse(source::Text::read(text)), record }
}

#[test]
fn outlines() {
    insta::glob!("../../corpus", "*/*.txt", |path| {
        let sample = read(path);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(path.parent().expect("a file lies in a folder"));
        settings.set_prepend_module_to_snapshot(false);
        settings.remove_snapshot_suffix();
        settings.set_omit_expression(true);
        let name = path.file_stem().expect("*.txt has a stem").to_string_lossy().into_owned();
        settings.bind(|| insta::assert_snapshot!(name, outline(&sample.name, &sample.document, &sample.record)));
    });
}

#[test]
fn records() {
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|mode| mode == "always");
    let mut stale = Vec::new();
    insta::glob!("../../corpus", "*/*.txt", |path| {
        let (file, json) = (path.with_extension("json"), gongwen::output::json::pretty(&read(path).record));
        let kept = fs::read_to_string(&file).unwrap_or_default();
        if kept == json {
            return;
        }
        match update {
            true => fs::write(&file, json).expect("the corpus can be written"),
            false => stale.push(format!("{}: {}", file.display(), first_difference(&kept, &json))),
        }
    });
    assert!(stale.is_empty(), "INSTA_UPDATE=always cargo test --test corpus writes these anew:\n{}", stale.join("\n"));
}

/// The first line in which two texts differ.
fn first_difference(kept: &str, now: &str) -> String {
    let (mut kept_lines, mut now_lines) = (kept.lines(), now.lines());
    for number in 1.. {
        match (kept_lines.next(), now_lines.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => return format!("line {number} was {:?} and is {:?}", a.unwrap_or_default().trim(), b.unwrap_or_default().trim()),
        }
    }
    "the line ends differ".to_owned()
}

#[test]
fn the_readme_names_every_document() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/README.md")).expect("the corpus has a page");
    insta::glob!("../../corpus", "*/*.txt", |path| {
        let name = path.iter().rev().take(2).map(|p| p.to_string_lossy()).collect::<Vec<_>>();
        let name = format!("{}/{}", name[1], name[0]);
        assert!(readme.contains(&format!("`{name}`")), "corpus/README.md does not say what {name} stands for");
    });
    for line in readme.lines() {
        let Some(name) = line.strip_prefix("- `").and_then(|rest| rest.split('`').next()) else { continue };
        assert!(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name).exists(),
            "corpus/README.md names {name}, which is not there"
        );
    }
}
