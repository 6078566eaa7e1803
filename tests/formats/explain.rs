//! Why a clause counts.

use gongwen::{Extraction, Options, output::Settings, source};

use crate::written;

const TEXT: &str = include_str!("../../corpus/notice/signed-enclosing-plan.txt");

#[test]
fn each_clause_has_its_line_verdict_and_evidence() {
    let read = || Extraction::of(source::decode(TEXT.as_bytes(), None).expect("it is text"), &Options::default());
    let table = written("explain", read(), &Settings::default());
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 5), "{table}");
    for row in &rows {
        let score: f64 = row[2].parse().expect("log-odds");
        assert_eq!(row[1] == "+", score > 0.0, "{row:?}");
        assert!(row[0].parse::<usize>().is_ok() && !row[4].is_empty(), "{row:?}");
    }
    // every task of the record is among the clauses that count
    let told: Vec<&str> = rows.iter().filter(|row| row[1] == "+").map(|row| row[4]).collect();
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let tasks: Vec<String> = read().record.tasks.iter().map(|task| squeeze(&task.quote.text)).collect();
    assert_eq!(told, tasks);
}
