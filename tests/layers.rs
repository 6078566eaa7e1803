//! The law of the house, read off the sources: which module may use which, where each dependency lives, and
//! what every file owes its reader. A new file, layer or dependency that breaks the law fails here, with its
//! name; change the law only with a reason, in the tables below and in ARCHITECTURE.md.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The layers, from the ground up. Each may use itself and what stands before it.
const LAYERS: [(&str, &str); 16] = [
    ("order", "how things are sorted; knows nothing at all"),
    ("span", "two kinds of place; knows nothing but numbers"),
    ("error", "what is wrong with the call; no document can cause more"),
    ("lang", "the language of what is said about a document"),
    ("diagnostic", "what is odd about a document: a rule, a finding, a sentence, a place"),
    ("pattern", "regexes that are known to be right, behind a look"),
    ("lexicon", "word lists; knows no grammar"),
    ("phrase", "what the language says in one breath: &str to value; knows no document"),
    ("source", "bytes to text; no Chinese grammar but what repairs need of phrases"),
    ("structure", "text to document; knows no record"),
    ("reading", "the document laid out flat for extractors"),
    ("extract", "reading to records; no I/O, no format"),
    ("check", "what the record says of the document; changes nothing"),
    ("extraction", "the whole way of a document, layer after layer"),
    ("output", "records to bytes"),
    ("lib", "the entry points; no logic"),
];

/// Each dependency and the files that may name it: a folder or file, or a prefix of one.
const HOMES: [(&str, &[&str], &str); 29] = [
    ("nom", &["phrase", "structure"], "grammars are of values and of the marks of structure; an extractor has none"),
    ("regex", &["pattern", "phrase"], "finding; values are read by nom"),
    ("memchr", &["phrase", "source", "structure", "check", "output"], "finding a character"),
    ("bitflags", &["source", "reading"], "sets of signs and cues"),
    ("jieba_rs", &["lexicon"], "segmentation is vocabulary"),
    ("jiff", &["phrase", "extract", "check", "output", "bin"], "dates are values; a calendar and the command line write and read them"),
    ("rust_decimal", &["phrase", "extract", "check", "output"], "exact numbers are values; a page adds them up"),
    ("encoding_rs", &["source"], "bytes become text once"),
    ("chardetng", &["source"], "bytes become text once"),
    ("sha2", &["source/decode"], "names for bytes that stay"),
    ("unicode_segmentation", &["source", "output"], "columns and excerpts that a person sees"),
    (
        "serde",
        &["error", "span", "diagnostic", "phrase", "source/words", "structure", "reading", "extract", "output"],
        "derives on what is printed and read back",
    ),
    (
        "schemars",
        &["span", "diagnostic", "phrase", "source/words", "structure", "reading", "extract", "output"],
        "derives on what is printed",
    ),
    ("serde_json", &["output"], "records become bytes once"),
    ("thiserror", &["error"], "errors are one file"),
    ("clap", &["bin"], "a library user compiles none of the command line"),
    ("rayon", &["bin"], "threads are the caller's to spend"),
    ("indicatif", &["bin"], "the library prints nothing"),
    ("clap_complete", &["bin"], "completions are made of the arguments"),
    ("clap_mangen", &["bin"], "the man page is made of the arguments"),
    ("ctrlc", &["bin"], "signals reach programs"),
    ("ignore", &["bin"], "the library walks no folders"),
    ("tempfile", &["bin"], "the library writes no files"),
    ("annotate_snippets", &["output/check"], "carets under the places of one format"),
    ("csv", &["output"], "one format of records"),
    ("scraper", &["bin"], "web pages become text before the library sees them"),
    ("ego_tree", &["bin"], "the tree of a web page"),
    ("roxmltree", &["bin"], "Word files become text before the library sees them"),
    ("zip", &["bin"], "a Word file is an archive"),
];

/// The most lines of code (no comments, blank lines, tests) that one idea may take.
const MAX_CODE_LINES: usize = 400;

/// What the library may not do: (words, the files that may, reason).
const NEVER: [(&str, &[&str], &str); 5] = [
    ("std::fs", &["bin"], "no I/O in the library"),
    ("std::io", &["bin", "output"], "no I/O in the library: a format writes to what its caller has opened"),
    ("std::env", &["bin"], "same bytes and options, same output"),
    ("std::time", &["bin"], "no clock: the reference date is an option"),
    ("std::process", &["bin"], "a library does not end its caller"),
];

/// A file of `src/`.
struct Source {
    /// `phrase/date`: its path without `src/` and `.rs`; `phrase` for `phrase/mod.rs`.
    module: String,
    /// Its text.
    text: String,
    /// Its text without comments, literals and tests.
    code: String,
}

impl Source {
    /// The first part of its path.
    fn layer(&self) -> &str {
        self.module.split('/').next().expect("split gives one part at least")
    }

    /// Whether it lies in one of `homes`.
    fn lives_in(&self, homes: &[&str]) -> bool {
        homes.iter().any(|home| self.module == *home || self.module.strip_prefix(home).is_some_and(|rest| rest.starts_with('/')))
    }

    /// The paths that its code names, from the root of the crate: `["reading", "Quote"]`; of another crate
    /// with that crate's name before: `["::", "nom", "bytes"]`.
    fn paths(&self) -> BTreeSet<Vec<String>> {
        paths(&self.module, &self.code)
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let module = |path: &PathBuf| {
        let path = path.strip_prefix(&root).expect("it was found there").with_extension("");
        let path = path.to_string_lossy().replace('\\', "/");
        path.strip_suffix("/mod").unwrap_or(&path).to_owned()
    };
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a source is UTF-8");
    let sources: Vec<_> = files.iter().map(|path| (module(path), read(path))).collect();
    let sources: Vec<_> = sources.into_iter().map(|(module, text)| Source { code: strip(&text), module, text }).collect();
    assert!(sources.len() > 20, "the sources were not found under {}", root.display());
    sources
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a readable entry").path();
        match path.is_dir() {
            true => collect(&path, files),
            false if path.extension().is_some_and(|e| e == "rs") => files.push(path),
            false => {}
        }
    }
}

#[test]
fn arrows_point_to_the_ground() {
    let rank: BTreeMap<&str, usize> = LAYERS.iter().enumerate().map(|(n, (name, _))| (*name, n)).collect();
    let (sources, mut wrong) = (sources(), Vec::new());
    let root = sources.iter().find(|s| s.module == "lib").expect("src/lib.rs").paths();
    // what the root re-exports has its home in a layer: crate::Record is extract::Record
    let home = |name: &str| root.iter().find(|path| path.last().is_some_and(|last| last == name)).map(|path| path[0].clone());
    for source in sources.iter().filter(|s| s.layer() != "bin") {
        let Some(own) = rank.get(source.layer()) else {
            wrong.push(format!("src/{}.rs is in no layer: give `{}` a row in LAYERS", source.module, source.layer()));
            continue;
        };
        for path in source.paths().iter().filter(|path| path[0] != "::") {
            let layer = if rank.contains_key(path[0].as_str()) { Some(path[0].clone()) } else { home(&path[0]) };
            if layer.and_then(|layer| rank.get(layer.as_str())).is_none_or(|used| used > own) {
                let names = path.join("::");
                wrong.push(format!("src/{}.rs ({}) uses crate::{names}, which stands above it", source.module, source.layer()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_dependency_stays_at_home() {
    let manifest = include_str!("../Cargo.toml");
    let listed = manifest.split("[dependencies]").nth(1).and_then(|rest| rest.split("\n[").next()).expect("[dependencies]");
    let listed: BTreeSet<String> =
        listed.lines().filter_map(|l| l.split_once('=')).map(|(name, _)| name.trim().replace('-', "_")).collect();
    let known: BTreeSet<String> = HOMES.iter().map(|(name, _, _)| (*name).to_owned()).collect();
    assert_eq!(known, listed, "HOMES and [dependencies] name the same crates");
    let mut wrong = Vec::new();
    for source in sources() {
        for path in source.paths().iter().filter(|path| path[0] == "::") {
            let Some((name, homes, why)) = HOMES.iter().find(|(name, _, _)| path[1] == *name) else { continue };
            if !source.lives_in(homes) {
                wrong.push(format!("src/{}.rs uses {name}, whose home is {}: {why}", source.module, homes.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn extractors_do_not_look_at_each_other() {
    let kinds: BTreeSet<String> = sources().iter().filter_map(|s| s.module.strip_prefix("extract/")).map(first).collect();
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(own) = source.module.strip_prefix("extract/").map(first) else { continue };
        for path in source.paths() {
            let [layer, kind, item @ ..] = &path[..] else { continue };
            let record_type = item.first().is_some_and(|item| item.starts_with(char::is_uppercase));
            if layer == "extract" && kinds.contains(kind) && *kind != own && !record_type {
                wrong.push(format!("src/{}.rs uses {}: extractors share record types only", source.module, path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn first(module: &str) -> String {
    module.split('/').next().unwrap_or_default().to_owned()
}

#[test]
fn the_library_has_no_input_output_or_clock() {
    let mut wrong = Vec::new();
    for source in sources() {
        for path in source.paths().iter().filter(|path| path[0] == "::") {
            let name = path[1..].join("::");
            let broken = NEVER.iter().find(|(words, homes, _)| name.starts_with(words) && !source.lives_in(homes));
            wrong.extend(broken.map(|(_, _, why)| format!("src/{}.rs uses {name}: {why}", source.module)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<_> = sources().into_iter().filter(|s| !s.text.starts_with("//! ")).map(|s| s.module).collect();
    assert!(silent.is_empty(), "these begin without a head comment: {}", silent.join(", "));
}

#[test]
fn every_file_is_one_idea_long() {
    let long: Vec<_> = sources().into_iter().map(|s| (s.code.lines().filter(|l| !l.trim().is_empty()).count(), s.module)).collect();
    let long: Vec<_> = long.into_iter().filter(|(lines, _)| *lines > MAX_CODE_LINES).collect();
    assert!(long.is_empty(), "more than {MAX_CODE_LINES} lines of code: {long:?}; a second idea wants a second file");
}

#[test]
fn every_file_is_declared() {
    let sources = sources();
    let code: BTreeMap<&str, &str> = sources.iter().map(|s| (s.module.as_str(), s.code.as_str())).collect();
    let mut orphans = Vec::new();
    for source in sources.iter().filter(|s| s.module != "lib" && !s.module.ends_with("/main")) {
        let (parent, name) = source.module.rsplit_once('/').unwrap_or(("lib", &source.module));
        let parent = if parent.starts_with("bin/") && !code.contains_key(parent) { format!("{parent}/main") } else { parent.to_owned() };
        let declared = code.get(parent.as_str()).is_some_and(|code| code.contains(&format!("mod {name};")));
        if !declared {
            orphans.push(format!("src/{}.rs is not declared in {parent}: nothing compiles it", source.module));
        }
    }
    assert!(orphans.is_empty(), "{}", orphans.join("\n"));
}

/// `text` without comments, what stands in literals, and the tests at its end.
fn strip(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    let mut code = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            'r' if matches!(chars.peek(), Some('"' | '#')) && !code.ends_with(|c: char| c.is_alphanumeric() || c == '_') => {
                raw_string(&mut chars);
            }
            '"' => quoted(&mut chars, '"'),
            // a character, not a lifetime: 'x' or '\x'
            '\'' if is_char(&mut chars.clone()) => quoted(&mut chars, '\''),
            c => code.push(c),
        }
    }
    code
}

type Chars<'c> = std::iter::Peekable<std::str::Chars<'c>>;

fn is_char(chars: &mut Chars<'_>) -> bool {
    match chars.next() {
        Some('\\') => true,
        Some(_) => chars.next() == Some('\''),
        None => false,
    }
}

fn quoted(chars: &mut Chars<'_>, end: char) {
    while let Some(c) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            c if c == end => return,
            _ => {}
        }
    }
}

fn raw_string(chars: &mut Chars<'_>) {
    let mut hashes = 0;
    while chars.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    if chars.next_if_eq(&'"').is_none() {
        return; // r#ident
    }
    while let Some(c) = chars.next() {
        if c == '"' && (0..hashes).all(|_| chars.next_if_eq(&'#').is_some()) {
            return;
        }
    }
}

/// All paths of `code` that begin at `crate`, `super`, `self` or another crate, `use` groups spread out.
fn paths(module: &str, code: &str) -> BTreeSet<Vec<String>> {
    let tokens = tokens(code);
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        let begins = at == 0 || tokens[at - 1] != "::" && tokens[at - 1] != "." && tokens[at - 1] != "mod";
        let path = begins && is_name(&tokens[at]) && tokens.get(at + 1).is_some_and(|t| t == "::");
        match path {
            true => at = tree(&tokens, at, &mut Vec::new(), &mut found),
            false => at += 1,
        }
    }
    // a path inside another group is spread out with it; what is left is made absolute
    found.iter().filter_map(|path| absolute(module, path)).collect()
}

/// Reads the use tree at `at` below `prefix`; returns where it ends.
fn tree(tokens: &[String], mut at: usize, prefix: &mut Vec<String>, found: &mut BTreeSet<Vec<String>>) -> usize {
    let depth = prefix.len();
    while tokens.get(at).is_some_and(|t| is_name(t) || t == "*") {
        prefix.push(tokens[at].clone());
        at += 1;
        if tokens.get(at).is_none_or(|t| t != "::") {
            break;
        }
        at += 1;
        if tokens.get(at).is_some_and(|t| t == "{") {
            at += 1;
            while at < tokens.len() && tokens[at] != "}" {
                at = if is_name(&tokens[at]) || tokens[at] == "*" { tree(tokens, at, prefix, found) } else { at + 1 };
            }
            prefix.truncate(depth);
            return at + 1;
        }
    }
    if tokens.get(at).is_some_and(|t| t == "as") {
        at += 2;
    }
    found.insert(prefix.clone());
    prefix.truncate(depth);
    at
}

/// `path` from the root of the crate; with `::` before where it begins in another crate; nothing where it
/// begins at a local name.
fn absolute(module: &str, path: &[String]) -> Option<Vec<String>> {
    let foreign = || HOMES.iter().any(|(name, _, _)| path[0] == *name) || path[0] == "std";
    let mut own: Vec<String> = module.split('/').map(str::to_owned).collect();
    let rest = match path[0].as_str() {
        "crate" => return Some(path[1..].to_vec()).filter(|p| !p.is_empty()),
        "self" => &path[1..],
        "super" => {
            let ups = path.iter().take_while(|p| *p == "super").count();
            own.truncate(own.len().saturating_sub(ups));
            &path[ups..]
        }
        // the root names its modules without crate::
        name if module == "lib" && LAYERS.iter().any(|(layer, _)| *layer == name) => return Some(path.to_vec()),
        _ if foreign() => return Some([vec!["::".to_owned()], path.to_vec()].concat()),
        _ => return None,
    };
    own.extend(rest.iter().cloned());
    Some(own).filter(|p| !p.is_empty())
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_') && !["as", "use", "pub", "mod", "in"].contains(&token)
}

/// Names, `::` and single other characters.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() || c == '_' {
            let mut name = String::from(c);
            while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                name.push(c);
            }
            tokens.push(name);
        } else if c == ':' && chars.next_if_eq(&':').is_some() {
            tokens.push("::".to_owned());
        } else if !c.is_whitespace() {
            tokens.push(c.to_string());
        }
    }
    tokens
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let code = strip(
        "//! crate::no\nuse crate::{span::Span, structure::{self, label::Style as S}};\nuse super::{Role, line::Lines};\n\
         fn f() { crate::reading::trim(\"crate::no\", 'x', r#\"crate::no\"#); nom::bytes::tag; x.y::<u8>(); local::f() }\n\
         #[cfg(test)]\nmod tests {\n use crate::no;\n}\n",
    );
    let found: Vec<String> = paths("structure/table", &code).into_iter().map(|p| p.join("/")).collect();
    let expected = [
        "::/nom/bytes/tag",
        "reading/trim",
        "span/Span",
        "structure/Role",
        "structure/label/Style",
        "structure/line/Lines",
        "structure/self",
    ];
    assert_eq!(found, expected);
}
