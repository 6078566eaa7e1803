//! Learns what each piece of evidence weighs that a clause is a directive: a logistic regression over the features
//! that `gongwen::extract::task::explain` gives, with an L2 penalty, by plain gradient descent.
//!
//! ```sh
//! GOLD=path/to/annotated cargo test --release --test learn -- --ignored --nocapture
//! ```
//!
//! Learning goes on from the weights that stand: the penalty pulls towards them, so that what earlier documents taught stays
//! where those of today say little. With `ANEW=1` it begins from nothing.
//!
//! `GOLD` holds real documents, `NAME.txt` and `NAME.gold.json` pairs. With them go the documents of our own in
//! `tests/learn/marked/`, whose tasks are marked in place (`⟦clause⟧{who+who|day}`); each of their clauses counts
//! half, since they are written and not found. Without `GOLD` they are all there is. The program writes
//! `src/extract/task/weights.tsv`; the same documents and weights give the same weights. It also says how well clauses of a document
//! are told apart by weights learned from all the other documents: that, and not the score of the learned weights on
//! their own documents, is what to expect of a new one.

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

/// How strongly weights are held at nothing, where learning begins there.
const PENALTY: f64 = 5.0;
/// How strongly they are held where they stand, where it goes on.
const HOLD: f64 = 20.0;
/// In how many documents a feature must stand to be weighed.
const DOCUMENTS: usize = 4;
/// Into how many groups documents are parted to be left out in turn.
const GROUPS: usize = 15;
/// What weighs less is not written: it decides nothing, and costs its name in the program.
const LEAST: f64 = 0.025;
const ROUNDS: usize = 600;
const STEP: f64 = 0.5;

/// What a clause of a document of our own counts, one of a real document being 1.
const OWN: f64 = 0.5;

/// The clauses of an annotated document, each with whether the annotators took it for a task.
struct Annotated {
    clauses: Vec<(Explanation, bool)>,
    weight: f64,
}

/// Weights by the names of their features.
#[derive(Default)]
struct Weights {
    of: BTreeMap<String, f64>,
    bias: f64,
}

/// Where learning begins, and how strongly it is held there.
struct Start {
    weights: Vec<f64>,
    bias: f64,
    penalty: f64,
}

/// A clause with its features and whether the annotators took it for a task.
struct Example {
    features: Vec<usize>,
    task: bool,
    weight: f64,
}

/// The weights tell the tasks of the marked documents, of which they were learned among others: less means that clauses
/// are cut otherwise, or that evidence has changed its name, since the weights were learned.
#[test]
fn the_weights_tell_what_they_were_learned_from() {
    let documents = marked();
    let clauses = || documents.iter().flat_map(|document| &document.clauses);
    let right = clauses().filter(|(clause, task)| *task && clause.score > 0.0).count();
    let found = clauses().filter(|(clause, _)| clause.score > 0.0).count();
    let wanted = clauses().filter(|(_, task)| *task).count();
    let f1 = 2.0 * right as f64 / (found + wanted) as f64;
    println!("{} documents, {wanted} clauses that are tasks, F1 {f1:.3}", documents.len());
    assert!(wanted > 3000 && f1 > 0.85, "F1 {f1:.3} over {wanted} clauses");
}

#[test]
#[ignore = "writes src/extract/task/weights.tsv from annotated documents"]
fn learn() {
    let prior = if std::env::var_os("ANEW").is_some() { Weights::default() } else { standing() };
    let mut documents = std::env::var_os("GOLD").map_or_else(Vec::new, |folder| real(Path::new(&folder)));
    documents.extend(marked());
    let given = evidence(&documents, 1);
    let standing = prior.of.keys().filter(|name| given.contains(*name)).cloned();
    let features: BTreeSet<String> = evidence(&documents, DOCUMENTS).into_iter().chain(standing).collect();
    let names: BTreeMap<String, usize> = features.into_iter().enumerate().map(|(n, feature)| (feature, n)).collect();
    let examples: Vec<Example> = documents.iter().flat_map(|document| numbered(document, &names)).collect();
    let start = Start {
        weights: names.keys().map(|name| prior.of.get(name).copied().unwrap_or_default()).collect(),
        bias: prior.bias,
        penalty: if prior.of.is_empty() { PENALTY } else { HOLD },
    };
    println!("left out in groups: F1 {:.3}", left_out(&documents, &names));
    let (weights, bias) = fit(&examples, &start);
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

/// The features that at least `several` documents have: what one document alone has says nothing of others.
fn evidence(documents: &[Annotated], several: usize) -> BTreeSet<String> {
    let mut seen: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (n, document) in documents.iter().enumerate() {
        for (feature, _) in document.clauses.iter().flat_map(|(explanation, _)| &explanation.evidence) {
            seen.entry(feature).or_default().insert(n);
        }
    }
    seen.into_iter().filter(|(_, documents)| documents.len() >= several).map(|(feature, _)| feature.to_owned()).collect()
}

/// The clauses of a document with their features as numbers.
fn numbered(document: &Annotated, names: &BTreeMap<String, usize>) -> Vec<Example> {
    let example = |(e, task): &(Explanation, bool)| Example {
        features: e.evidence.iter().filter_map(|(f, _)| names.get(f).copied()).collect(),
        task: *task,
        weight: document.weight,
    };
    document.clauses.iter().map(example).collect()
}

/// F1 over the clauses of real documents (of our own where there are no others), each judged by weights from the other
/// groups alone: those that stand may have been learned from it.
fn left_out(documents: &[Annotated], names: &BTreeMap<String, usize>) -> f64 {
    let anew = Start { weights: vec![0.0; names.len()], bias: 0.0, penalty: PENALTY };
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    let most = documents.iter().map(|document| document.weight).fold(0.0, f64::max);
    for group in 0..GROUPS.min(documents.len()) {
        let of_group = |inside: bool| {
            let members = documents.iter().enumerate().filter(move |(m, _)| (m % GROUPS == group) == inside);
            members.flat_map(|(_, d)| numbered(d, names)).collect::<Vec<Example>>()
        };
        let (weights, bias) = fit(&of_group(false), &anew);
        for example in of_group(true).into_iter().filter(|example| example.weight >= most) {
            let positive = score(&weights, bias, &example) > 0.0;
            right += usize::from(positive && example.task);
            found += usize::from(positive);
            wanted += usize::from(example.task);
        }
    }
    2.0 * right as f64 / (found + wanted) as f64
}

/// The annotated real documents below `folder`.
fn real(folder: &Path) -> Vec<Annotated> {
    let document = |path: &PathBuf| {
        let decoded = decode(&fs::read(path).expect("a file"), None).expect("text");
        let gold: serde_json::Value = serde_json::from_slice(&fs::read(path.with_extension("gold.json")).expect("gold")).expect("JSON");
        let tasks = gold["tasks"].as_array().into_iter().flatten().filter_map(|task| task["text"].as_str());
        Annotated { clauses: judged(decoded.text, tasks), weight: 1.0 }
    };
    pairs(folder).iter().map(document).collect()
}

/// The documents of our own.
fn marked() -> Vec<Annotated> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/learn/marked");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let document = |path: &PathBuf| {
        let (text, tasks) = unmarked(&fs::read_to_string(path).expect("text"));
        Annotated { clauses: judged(text, tasks.iter().map(String::as_str)), weight: OWN }
    };
    paths.iter().map(document).collect()
}

/// A marked document without its marks, and what stood between them.
fn unmarked(marked: &str) -> (String, Vec<String>) {
    let (mut text, mut tasks) = (String::new(), Vec::new());
    let mut pieces = marked.split('⟦');
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (task, rest) = piece.split_once('⟧').expect("a mark that is closed");
        let rest = rest.strip_prefix('{').map_or(rest, |note| note.split_once('}').expect("a note that is closed").1);
        tasks.push(task.to_owned());
        text.extend([task, rest]);
    }
    (text, tasks)
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

/// The clauses of a document; one is a task where most of its pairs of characters are those of an annotated task.
fn judged<'t>(text: String, tasks: impl Iterator<Item = &'t str>) -> Vec<(Explanation, bool)> {
    let tasks: Vec<_> = tasks.map(grams).collect();
    let explained = explain(&Document::parse(Text::read(text)));
    let judge = |clause: Explanation| {
        let own = grams(&clause.quote.text);
        let task = tasks.iter().any(|task| dice(task, &own) >= 0.7);
        (clause, task)
    };
    explained.into_iter().map(judge).collect()
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
fn fit(examples: &[Example], start: &Start) -> (Vec<f64>, f64) {
    let (mut weights, mut bias) = (start.weights.clone(), start.bias);
    let features = weights.len();
    let count: f64 = examples.iter().map(|example| example.weight).sum();
    for _ in 0..ROUNDS {
        let (mut slope, mut slope_bias) = (vec![0.0; features], 0.0);
        for example in examples {
            let odds = 1.0 / (1.0 + (-score(&weights, bias, example)).exp());
            let error = example.weight * (odds - f64::from(u8::from(example.task)));
            example.features.iter().for_each(|f| slope[*f] += error);
            slope_bias += error;
        }
        for ((weight, slope), held) in weights.iter_mut().zip(&slope).zip(&start.weights) {
            *weight -= STEP * (slope + start.penalty * (*weight - held)) / count;
        }
        bias -= STEP * slope_bias / count;
    }
    (weights, bias)
}

/// The weights that stand.
fn standing() -> Weights {
    let mut weights = Weights::default();
    let lines = fs::read_to_string(file()).expect("the weights");
    for (name, weight) in lines.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')) {
        weights.of.insert(name.to_owned(), weight.parse().expect("a number"));
    }
    weights.bias = weights.of.remove("bias:1").unwrap_or_default();
    weights
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract/task/weights.tsv")
}

fn write(names: &BTreeMap<String, usize>, weights: &[f64], bias: f64) {
    let mut out = String::from("# Log-odds of each piece of evidence that a clause is a directive. Learned; see tests/learn.rs.\n");
    out.push_str(&format!("bias:1\t{bias:.2}\n"));
    for (name, index) in names.iter().filter(|(_, index)| weights[**index].abs() >= LEAST) {
        out.push_str(&format!("{name}\t{:.2}\n", weights[*index]));
    }
    fs::write(file(), out).expect("the source tree can be written");
}
