//! Laws that hold for every record of every document: our corpus, the same cut off at fifty places each, and
//! real documents where there are any (`$GONGWEN_SHARED`, by default `../shared`: its folders `corpus` and `raw`).
//!
//! What a law says of a record stands in [`grounding`], [`identity`], [`leaves`] and [`nesting`]; each returns what it
//! finds broken, in sentences that name places and no words of the document. [`composed`] holds them, and more, against
//! documents composed at random ([`compose`]).

mod compose;
mod composed;
mod grounding;
mod identity;
mod leaves;
mod nesting;

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use gongwen::{Document, Error, Kind, Options, Record, source};

/// A document, read.
pub(crate) struct Sample {
    /// The file, and where it was cut.
    name: String,
    bytes: Vec<u8>,
    document: Document,
    record: Record,
    json: serde_json::Value,
}

impl Sample {
    /// Reads `bytes`; nothing where they hold no text.
    fn read(name: String, bytes: Vec<u8>) -> Result<Self, Error> {
        let record = gongwen::read_bytes(&bytes, &Options::default())?;
        let document = Document::parse(source::Text::read(source::decode(&bytes, None)?.text));
        let json = serde_json::to_value(&record).expect("a record can be printed");
        Ok(Self { name, bytes, document, record, json })
    }
}

/// The texts under `folder`, sub-folders included, in order.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    paths.sort();
    let inside = |path: PathBuf| match path.is_dir() {
        true => texts(&path),
        false => vec![path].into_iter().filter(|p| p.extension().is_some_and(|e| e == "txt")).collect(),
    };
    paths.into_iter().flat_map(inside).collect()
}

/// Our own documents.
static CORPUS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let files = texts(&folder);
    assert!(files.len() >= 10, "the corpus was not found under {}", folder.display());
    files.iter().map(|file| load(file)).collect()
});

/// Other people's, where there are any.
#[expect(clippy::print_stdout, reason = "a test that finds nothing to test says so")]
static REAL: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let shared = env::var_os("GONGWEN_SHARED").map_or(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let files: Vec<_> = ["corpus", "raw"].iter().flat_map(|folder| texts(&shared.join(folder))).collect();
    if files.is_empty() {
        println!("skipped: no real documents under {}", shared.display());
    }
    files.iter().map(|file| load(file)).collect()
});

/// The same, read once for all laws.
static CORPUS_READ: LazyLock<Vec<Result<Sample, String>>> = LazyLock::new(|| read(&CORPUS));
static REAL_READ: LazyLock<Vec<Result<Sample, String>>> = LazyLock::new(|| read(&REAL));

fn read(documents: &[(String, Vec<u8>)]) -> Vec<Result<Sample, String>> {
    let sample = |(name, bytes): &(String, Vec<u8>)| Sample::read(name.clone(), bytes.clone()).map_err(|e| format!("{name}: {e}"));
    documents.iter().map(sample).collect()
}

fn load(file: &Path) -> (String, Vec<u8>) {
    (file.display().to_string(), fs::read(file).expect("a file that was just listed"))
}

/// Checks `law` on every document, and reports the first breaches of each.
fn hold(samples: &[Result<Sample, String>], law: fn(&Sample) -> Vec<String>) {
    let mut broken = Vec::new();
    for sample in samples {
        match sample {
            Ok(sample) => broken.extend(law(sample).into_iter().take(5).map(|breach| format!("{}: {breach}", sample.name))),
            Err(failed) => broken.push(failed.clone()),
        }
    }
    assert!(broken.is_empty(), "{} breaches\n{}", broken.len(), broken[..broken.len().min(40)].join("\n"));
}

/// One law, on our documents and on real ones.
macro_rules! laws {
    ($($name:ident: $law:path;)*) => {$(
        mod $name {
            #[test]
            fn in_the_corpus() {
                super::hold(&super::CORPUS_READ, $law);
            }

            #[test]
            fn in_real_documents() {
                super::hold(&super::REAL_READ, $law);
            }
        }
    )*};
}

laws! {
    values_are_grounded: crate::grounding::values;
    spans_are_places: crate::grounding::spans;
    ids_resolve: crate::identity::ids;
    lists_are_in_order: crate::identity::order;
    sections_nest: crate::nesting::sections;
    lines_tile_the_reading: crate::nesting::lines;
    leaves_tile_the_document: crate::leaves_of;
    the_map_keeps_every_character: crate::grounding::map;
    reading_twice_gives_the_same: crate::again;
    kinds_alone_give_the_same: crate::only;
}

/// The leaves of the tree tile the reading.
fn leaves_of(sample: &Sample) -> Vec<String> {
    leaves::breaches(&sample.document)
}

/// Same bytes and options, same output.
fn again(sample: &Sample) -> Vec<String> {
    let once = gongwen::output::json::pretty(&sample.record);
    let again = gongwen::read_bytes(&sample.bytes, &Options::default()).map(|record| gongwen::output::json::pretty(&record));
    if again == Ok(once) { Vec::new() } else { vec!["a second reading gives another record".to_owned()] }
}

/// Asking for one kind gives the same records of that kind as asking for all.
fn only(sample: &Sample) -> Vec<String> {
    let mut broken = Vec::new();
    for kind in Kind::ALL {
        let options = Options { only: Some(vec![kind]), ..Options::default() };
        let record = gongwen::read_bytes(&sample.bytes, &options).expect("it was read before");
        let alone = serde_json::to_value(&record).expect("a record can be printed");
        let differs = |key: &str| alone[key] != sample.json[key];
        broken.extend(
            ["header", "parts", "diagnostics", kind.key()]
                .iter()
                .filter(|key| differs(key))
                .map(|key| format!("{key} differs with only {kind:?}")),
        );
        let alone = Sample { name: String::new(), bytes: Vec::new(), document: sample.document.clone(), record, json: alone };
        broken.extend(identity::resolving(&alone).into_iter().map(|breach| format!("with only {kind:?}: {breach}")));
    }
    broken
}

#[test]
fn a_cut_document_is_read_too() {
    const PLACES: usize = 50;
    let mut broken = Vec::new();
    for (name, bytes) in CORPUS.iter() {
        for cut in (1..=PLACES).map(|n| bytes.len() * n / (PLACES + 1)) {
            let name = format!("{name} cut at byte {cut}");
            // a cut may leave nothing but white space, or bytes that are no text: that is the caller's to hear
            let Ok(sample) = Sample::read(name.clone(), bytes[..cut].to_vec()) else { continue };
            let breaches = [grounding::values, grounding::spans, identity::ids, nesting::sections, nesting::lines].map(|law| law(&sample));
            broken.extend(breaches.into_iter().flatten().take(3).map(|breach| format!("{name}: {breach}")));
        }
    }
    assert!(broken.is_empty(), "{} breaches\n{}", broken.len(), broken[..broken.len().min(40)].join("\n"));
}
