//! Learns what each piece of evidence weighs that a clause is a directive: a logistic regression over the features
//! that `gongwen::extract::task::explain` gives, with an L2 penalty, by plain gradient descent.
//!
//! ```sh
//! GOLD=path/to/annotated MORE=path/to/more cargo test --release --test learn -- --ignored --nocapture
//! ```
//!
//! `GOLD` holds `NAME.txt` and `NAME.gold.json` pairs; so does `MORE`, which may be left out: documents written for learning,
//! whose clauses count half, and by which nothing is measured. The program writes `src/extract/task/weights.tsv`; the same
//! documents give the same weights. It also says how well clauses of a document are told apart by weights learned
//! from all the other documents: that, and not the score of the learned weights on their own documents, is what to
//! expect of a new one.

#![allow(clippy::print_stdout, reason = "says what was learned")]

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
};

use gongwen::{
    Document,
    extract::task::{Explanation, explain},
    source::{Text, decode},
};

const PENALTY: f64 = 10.0;
/// What a clause of `MORE` counts beside one of `GOLD`.
const SHARE: f64 = 0.5;
/// In how many documents a feature must stand to be weighed.
const DOCUMENTS: usize = 4;
/// Into how many groups documents are parted to be left out in turn.
const GROUPS: usize = 15;
const ROUNDS: usize = 600;
const STEP: f64 = 0.5;

/// A clause with its features and whether the annotators took it for a task.
struct Example {
    features: Vec<usize>,
    task: bool,
    share: f64,
}

#[test]
#[ignore = "writes src/extract/task/weights.tsv from annotated documents"]
fn learn() {
    let Some(folder) = std::env::var_os("GOLD") else {
        println!("skipped: GOLD names no folder of annotated documents");
        return;
    };
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let read = |folder: &Path| pairs(folder).iter().map(|path| examples(path)).collect::<Vec<_>>();
    let documents: Vec<Vec<(Explanation, bool)>> = read(Path::new(&folder));
    let more: Vec<Vec<(Explanation, bool)>> = std::env::var_os("MORE").map(|folder| read(Path::new(&folder))).unwrap_or_default();
    for feature in common(documents.iter().chain(&more)) {
        let next = names.len();
        names.insert(feature, next);
    }
    let more: Vec<Example> = more.iter().flat_map(|document| numbered(document, &names, SHARE)).collect();
    println!("left out in groups: F1 {:.3}", left_out(&documents, &more, &names));
    let examples: Vec<Example> = documents.iter().flat_map(|document| numbered(document, &names, 1.0)).chain(more).collect();
    let (weights, bias) = fit(examples.iter(), names.len());
    let right = examples.iter().filter(|e| (score(&weights, bias, e) > 0.0) == e.task).count();
    println!(
        "{} clauses of {} documents, {} tasks, {right} right",
        examples.len(),
        documents.len(),
        examples.iter().filter(|e| e.task).count()
    );
    assert!(right * 10 > examples.len() * 7, "the features do not tell tasks from other clauses");
    write(&names, &weights, bias);
}

/// The features that several documents have: what one document alone has says nothing of others.
fn common<'d>(documents: impl Iterator<Item = &'d Vec<(Explanation, bool)>>) -> Vec<String> {
    let mut seen: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (n, document) in documents.enumerate() {
        for (feature, _) in document.iter().flat_map(|(explanation, _)| &explanation.evidence) {
            seen.entry(feature).or_default().insert(n);
        }
    }
    seen.into_iter().filter(|(_, documents)| documents.len() >= DOCUMENTS).map(|(feature, _)| feature.to_owned()).collect()
}

/// The clauses of a document with their features as numbers.
fn numbered(document: &[(Explanation, bool)], names: &BTreeMap<String, usize>, share: f64) -> Vec<Example> {
    let example = |(e, task): &(Explanation, bool)| Example {
        features: e.evidence.iter().filter_map(|(f, _)| names.get(f).copied()).collect(),
        task: *task,
        share,
    };
    document.iter().map(example).collect()
}

/// F1 over the clauses of all documents, each judged by weights from the other groups and `more`.
fn left_out(documents: &[Vec<(Explanation, bool)>], more: &[Example], names: &BTreeMap<String, usize>) -> f64 {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for group in 0..GROUPS.min(documents.len()) {
        let of_group = |inside: bool| {
            let members = documents.iter().enumerate().filter(move |(m, _)| (m % GROUPS == group) == inside);
            members.flat_map(|(_, d)| numbered(d, names, 1.0)).collect::<Vec<Example>>()
        };
        let (weights, bias) = fit(of_group(false).iter().chain(more), names.len());
        for example in of_group(true) {
            let positive = score(&weights, bias, &example) > 0.0;
            right += usize::from(positive && example.task);
            found += usize::from(positive);
            wanted += usize::from(example.task);
        }
    }
    2.0 * right as f64 / (found + wanted) as f64
}

fn pairs(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder that can be read").flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path if path.extension().is_some_and(|e| e == "txt") && path.with_extension("gold.json").exists() => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// The clauses of a document; one is a task where most of its characters pairs are those of an annotated task.
fn examples(path: &Path) -> Vec<(Explanation, bool)> {
    let decoded = decode(&fs::read(path).expect("a file"), None).expect("text");
    let gold: serde_json::Value = serde_json::from_slice(&fs::read(path.with_extension("gold.json")).expect("gold")).expect("JSON");
    let tasks: Vec<HashMap<(char, char), usize>> =
        gold["tasks"].as_array().map(|tasks| tasks.iter().filter_map(|t| t["text"].as_str()).map(grams).collect()).unwrap_or_default();
    let explained = explain(&Document::parse(Text::read(decoded.text)));
    explained
        .into_iter()
        .map(|e| {
            let own = grams(&e.text);
            let task = tasks.iter().any(|t| dice(t, &own) >= 0.7);
            (e, task)
        })
        .collect()
}

fn grams(text: &str) -> HashMap<(char, char), usize> {
    let signs: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut grams = HashMap::new();
    signs.windows(2).for_each(|w| *grams.entry((w[0], w[1])).or_insert(0) += 1);
    grams
}

fn dice(a: &HashMap<(char, char), usize>, b: &HashMap<(char, char), usize>) -> f64 {
    let shared: usize = a.iter().map(|(gram, n)| n.min(b.get(gram).unwrap_or(&0))).sum();
    let all: usize = a.values().sum::<usize>() + b.values().sum::<usize>();
    if all == 0 { 0.0 } else { 2.0 * shared as f64 / all as f64 }
}

fn score(weights: &[f64], bias: f64, example: &Example) -> f64 {
    bias + example.features.iter().map(|f| weights[*f]).sum::<f64>()
}

/// Gradient descent on the penalised log-loss.
fn fit<'e>(examples: impl Iterator<Item = &'e Example> + Clone, features: usize) -> (Vec<f64>, f64) {
    let (mut weights, mut bias) = (vec![0.0; features], 0.0);
    let count: f64 = examples.clone().map(|e| e.share).sum();
    for _ in 0..ROUNDS {
        let (mut slope, mut slope_bias) = (vec![0.0; features], 0.0);
        for example in examples.clone() {
            let error = (1.0 / (1.0 + (-score(&weights, bias, example)).exp()) - f64::from(u8::from(example.task))) * example.share;
            example.features.iter().for_each(|f| slope[*f] += error);
            slope_bias += error;
        }
        for (weight, slope) in weights.iter_mut().zip(&slope) {
            *weight -= STEP * (slope + PENALTY * *weight) / count;
        }
        bias -= STEP * slope_bias / count;
    }
    (weights, bias)
}

fn write(names: &BTreeMap<String, usize>, weights: &[f64], bias: f64) {
    let mut out = String::from("# Log-odds of each piece of evidence that a clause is a directive. Learned; see tests/learn.rs.\n");
    out.push_str(&format!("bias:1\t{bias:.2}\n"));
    for (name, index) in names.iter().filter(|(_, index)| weights[**index].abs() >= 0.005) {
        out.push_str(&format!("{name}\t{:.2}\n", weights[*index]));
    }
    fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract/task/weights.tsv"), out).expect("the source tree can be written");
}
