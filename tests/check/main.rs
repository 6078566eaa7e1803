//! The record checks the document: every rule has a document that shows it and one that comes near and is right, a
//! row in `docs/diagnostics.md`, and cases (`rules.cases`); documents that are right raise nothing.
//!
//! `INSTA_UPDATE=always cargo test --test check` writes the reports (`shows.check`) and the table anew; read the diff.

mod cases;
#[cfg(feature = "cli")]
mod command_line;
mod corpus;
mod registry;
#[cfg(feature = "formats")]
mod sarif;

use std::path::{Path, PathBuf};

use gongwen::{Extraction, Lang, Options, source};

/// The folder of the package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether what is kept beside the tests is to be written anew.
fn update() -> bool {
    std::env::var("INSTA_UPDATE").is_ok_and(|mode| mode == "always")
}

/// Reads bytes under a name, diagnostics in a language.
fn extraction(bytes: &[u8], name: &str, lang: Lang) -> Extraction {
    let options = Options { name: Some(name.to_owned()), lang, ..Options::default() };
    Extraction::of(source::decode(bytes, None).unwrap_or_else(|e| panic!("{name}: {e}")), &options)
}

/// The documents `folder/*/NAME.txt`, in order.
fn documents(folder: &str, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let walk = ignore::WalkBuilder::new(root().join(folder)).standard_filters(false).sort_by_file_name(Ord::cmp).build();
    let files = walk.filter_map(Result::ok).map(ignore::DirEntry::into_path);
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "txt") && wanted(path)).collect();
    assert!(files.len() > 10, "the corpus is missing under {folder}");
    files
}

/// A path as the repository names it.
fn name(path: &Path) -> String {
    path.strip_prefix(root()).expect("it lies in the package").to_string_lossy().replace('\\', "/")
}
