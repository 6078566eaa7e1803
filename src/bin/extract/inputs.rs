//! Names to documents: directories are walked, lists are read, in a steady order.

use std::{
    ffi::OsStr,
    fs,
    io::{self, IsTerminal},
    path::Path,
};

use clap::{CommandFactory, error::ErrorKind};
use ignore::{
    WalkBuilder,
    overrides::{Override, OverrideBuilder},
};

use crate::{args::Args, input::Input, problem::Problem};

/// What a directory is searched for.
const EXTENSIONS: &[&str] = &["txt", "md", "html", "htm", "docx"];

/// A document, or why there is none.
pub(crate) type Found = Result<Input, Problem>;

/// What the command line names.
pub(crate) struct Inputs {
    /// In the order of the command line, directories by name.
    pub(crate) found: Vec<Found>,
    /// Whether it is for any number of documents and not for one.
    pub(crate) many: bool,
}

/// Finds the documents.
pub(crate) fn find(args: &Args) -> Inputs {
    if args.inputs.is_empty() {
        if io::stdin().is_terminal() {
            Args::command().error(ErrorKind::MissingRequiredArgument, "name a file, or - for standard input").exit();
        }
        return Inputs { found: vec![Ok(Input::Stdin)], many: false };
    }
    let many = args.inputs.len() > 1 || args.inputs.iter().any(|path| path.is_dir() || list(path).is_some());
    Inputs { found: args.inputs.iter().flat_map(|path| inputs_of(path, args)).collect(), many }
}

/// What one name stands for.
fn inputs_of(path: &Path, args: &Args) -> Vec<Found> {
    if path.as_os_str() == "-" {
        return vec![Ok(Input::Stdin)];
    }
    match list(path) {
        Some(list) => listed(list, args),
        None => found(path, args),
    }
}

/// The file behind `@FILE`; a file that is really called so goes by `./@FILE`.
fn list(path: &Path) -> Option<&Path> {
    path.to_str()?.strip_prefix('@').map(Path::new)
}

/// The lists that the command line names.
pub(crate) fn lists(args: &Args) -> impl Iterator<Item = &Path> {
    args.inputs.iter().filter_map(|path| list(path))
}

fn listed(list: &Path, args: &Args) -> Vec<Found> {
    match fs::read_to_string(list) {
        Ok(names) => {
            let names = names.trim_start_matches('\u{feff}').lines().map(str::trim);
            names.filter(|name| !name.is_empty()).flat_map(|name| found(Path::new(name), args)).collect()
        }
        Err(e) => vec![Err(Problem::of(&list.display().to_string(), &e))],
    }
}

fn found(path: &Path, args: &Args) -> Vec<Found> {
    if path.is_dir() { walked(path, args) } else { vec![Ok(Input::File(path.to_owned(), None))] }
}

/// The texts in a directory and below, by name; hidden files and what `--ignore` or a file `.ignore` names are
/// left out.
fn walked(root: &Path, args: &Args) -> Vec<Found> {
    let walk = WalkBuilder::new(root)
        .standard_filters(false)
        .hidden(true)
        .ignore(true)
        .overrides(overrides(root, args))
        .sort_by_file_name(Ord::cmp)
        .build();
    let mut found: Vec<Found> = walk.filter_map(|entry| document(root, entry).transpose()).collect();
    if found.is_empty() {
        found.push(Err(Problem::new(
            &root.display().to_string(),
            "no text files in this directory",
            "looked for .txt, .md, .html, .htm and .docx",
        )));
    }
    found
}

/// The globs of `--ignore`, in the manner of `.gitignore`, counted from the directory that is searched.
fn overrides(root: &Path, args: &Args) -> Override {
    let mut builder = OverrideBuilder::new(root);
    let built = args.ignore.iter().try_for_each(|glob| builder.add(&format!("!{glob}")).map(drop)).and_then(|()| builder.build());
    built.unwrap_or_else(|e| Args::command().error(ErrorKind::ValueValidation, format!("--ignore: {e}")).exit())
}

fn document(root: &Path, entry: Result<ignore::DirEntry, ignore::Error>) -> Result<Option<Input>, Problem> {
    let entry = entry.map_err(|e| unwalked(root, &e))?;
    let file = entry.file_type().is_some_and(|kind| !kind.is_dir());
    Ok((file && is_text(entry.path())).then(|| Input::File(entry.into_path(), Some(root.to_owned()))))
}

fn is_text(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension))
}

fn unwalked(root: &Path, error: &ignore::Error) -> Problem {
    let name = match error {
        ignore::Error::WithPath { path, .. } => path.display().to_string(),
        _ => root.display().to_string(),
    };
    match error.io_error() {
        Some(e) => Problem::of(&name, e),
        None => Problem::new(&name, error.to_string(), ""),
    }
}
