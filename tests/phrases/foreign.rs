//! Cases of Recognizers-Text for amounts, shares, telephone numbers and numbers, where they are at hand: an independent
//! check. They were written for conversation and for all the world; where we depart from them the reason is named, and
//! a departure that no case needs is an error.

use std::collections::BTreeSet;

use gongwen::phrase::{money, numeral, percent, phone};
use serde_json::Value;

/// Why we read otherwise, and what the inputs have in them.
type Departures = &'static [(&'static str, &'static [&'static str])];

const MONEY: Departures = &[
    ("coins and coinage of no country's documents", &["日本銭", "三美分", "比特币"]),
    ("块 alone may be anything: 3块业务", &["三块"]),
    ("兆 is not used in figures of money", &["四十九兆"]),
    ("three figures behind a comma are of one number", &["$20，300"]),
];

const PERCENT: Departures = &[
    ("成 and 折 are no shares of official documents", &["成", "折"]),
    ("blanks inside words are taken out before", &[" "]),
    ("no k in official documents", &["k", "Ｋ"]),
    ("parts of a million and other characters for 千分之", &["百万分之", "千万分之", "万万分之", "仟分之", "萬分之"]),
    ("a percentile, not a share", &["百分位"]),
];

const NUMBER: Departures = &[
    ("blanks inside words are taken out before", &[" "]),
    ("a sign belongs to the amount or share", &["负", "負", "-"]),
    ("sums, powers, multiples of another kind", &["^", "e", "k", "打", "半百"]),
    ("fractions are no decimals", &["分之"]),
    ("vague numbers are read with what they count", &["余", "多", "几", "幾"]),
    ("not so written in documents", &["兆", "倆", "百三", "千三", "零十", "2千零30万"]),
];

#[test]
fn amounts() {
    agree("CurrencyModel", MONEY, |input| spans(input, money::find(input)));
}

#[test]
fn shares() {
    agree("PercentModel", PERCENT, |input| spans(input, percent::find(input)));
}

/// The cases are of all the world, and we read the Chinese numbering plan: what we find is among what they want, and
/// of numbers behind +86 all is found.
#[test]
fn telephones() {
    /// Local numbers that the cases leave out, with what makes them numbers of ours.
    const MORE: [&str; 5] = ["会所-13604770960", "服务电话：7629236", "传真电话", "传真是021-68804868", "+31 6 23456789"];
    let (mut exact, mut failures) = (0, Vec::new());
    for case in cases("PhoneNumberModel") {
        let input = case["Input"].as_str().expect("an input");
        let (want, found) = (results(&case), spans(input, phone::find(input)));
        let ours = want.iter().any(|text| text.contains("86 1") || text.contains("86-1") || text.starts_with("+86"));
        let fits = if ours { want == found } else { found.iter().all(|text| want.contains(text)) };
        if !fits && !MORE.iter().any(|mark| input.contains(mark)) {
            failures.push(format!("{input}: {want:?}, found {found:?}"));
        }
        exact += usize::from(want == found && !want.is_empty());
    }
    assert!(failures.is_empty(), "{} beside {exact}\n{}", failures.len(), failures.join("\n"));
}

/// Only cases that are one number and nothing else.
#[test]
fn numbers() {
    let read = |input: &str| match numeral::decimal(input) {
        Ok(("", value)) => vec![value.normalize().to_string()],
        _ => Vec::new(),
    };
    // .5 is not so written in documents
    let whole = |case: &Value| matches!(&results(case)[..], [text] if *text == case["Input"].as_str().unwrap_or_default().trim() && !text.starts_with('.'));
    let value = |case: &Value| vec![case["Results"][0]["Resolution"]["value"].as_str().unwrap_or_default().to_owned()];
    check("NumberModel", NUMBER, cases("NumberModel").into_iter().filter(whole).collect(), value, |input| read(input.trim()));
}

/// Whether the spans found are those of the cases.
fn agree(name: &str, departures: Departures, read: impl Fn(&str) -> Vec<String>) {
    check(name, departures, cases(name), results, read);
}

fn check(name: &str, departures: Departures, cases: Vec<Value>, want: impl Fn(&Value) -> Vec<String>, read: impl Fn(&str) -> Vec<String>) {
    let (mut failures, mut used) = (Vec::new(), BTreeSet::new());
    let count = cases.len();
    for case in cases {
        let input = case["Input"].as_str().expect("an input");
        let (want, found) = (want(&case), read(input));
        let marks: Vec<&str> = departures.iter().flat_map(|(_, marks)| *marks).copied().filter(|mark| input.contains(mark)).collect();
        if want != found && marks.is_empty() {
            failures.push(format!("{input}: {want:?}, found {found:?}"));
        } else if want != found {
            used.extend(marks);
        }
    }
    assert!(failures.is_empty(), "{name}: {} of {count}\n{}", failures.len(), failures.join("\n"));
    let idle: Vec<_> = departures.iter().flat_map(|(_, marks)| *marks).filter(|mark| !used.contains(**mark)).collect();
    assert!(count == 0 || idle.is_empty(), "departures of {name} that no case needs: {idle:?}");
}

/// The texts that a case expects to be found with a value, in half-width characters.
fn results(case: &Value) -> Vec<String> {
    let results = case["Results"].as_array().expect("a list of results").iter();
    results.filter(|r| !r["Resolution"]["value"].is_null()).filter_map(|r| r["Text"].as_str()).map(narrow).collect()
}

fn spans<T>(input: &str, found: Vec<gongwen::Found<T>>) -> Vec<String> {
    found.into_iter().map(|f| narrow(&input[f.range])).collect()
}

/// Full-width forms as ASCII, which is how the cases print them.
fn narrow(text: &str) -> String {
    let one = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(one).collect()
}

/// The cases of one model; none where the folder is absent.
fn cases(name: &str) -> Vec<Value> {
    let above = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let Some(folder) = above.map(|folder| folder.join("shared/specs")).find(|folder| folder.is_dir()) else {
        skipped(name);
        return Vec::new();
    };
    let text = std::fs::read_to_string(folder.join(format!("{name}.json"))).expect("a file of the folder");
    serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("JSON")
}

#[allow(clippy::print_stdout)]
fn skipped(name: &str) {
    println!("skipped {name}: shared/specs is not here");
}
