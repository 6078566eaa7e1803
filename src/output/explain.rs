//! Why each clause counts as a task or does not: for those who tune the judgement.
//!
//! One clause a line, in the order of the document: its line in the source, `+` for a task and `-` for
//! none, the log-odds, the evidence from the heaviest down, the clause. Parted by tabs.

use std::fmt::Write as _;

use super::{Format, Settings, view::View};
use crate::{
    Extraction,
    extract::task::{self, Explanation},
};

/// The evidence, clause by clause.
pub struct Explain;

/// Evidence of less weight is left out.
const LEAST: f64 = 0.1;

impl Format for Explain {
    fn name(&self) -> &'static str {
        "explain"
    }

    fn about(&self) -> &'static str {
        "Why each clause counts as a task or not, for maintainers: line, verdict, log-odds, evidence, clause"
    }

    fn extension(&self) -> &'static str {
        "tsv"
    }

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        let view = View::new(&extraction, settings);
        let mut lines = String::new();
        for clause in task::explain(&extraction.document) {
            let line = view.line(clause.quote.span);
            let verdict = if clause.score > 0.0 { '+' } else { '-' };
            // a line of the table is a line
            let text = clause.quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(lines, "{line}\t{verdict}\t{:.2}\t{}\t{text}", clause.score, evidence(&clause));
        }
        lines
    }
}

/// What was found and weighs most, for or against.
fn evidence(clause: &Explanation) -> String {
    let mut evidence: Vec<_> = clause.evidence.iter().filter(|(_, weight)| weight.abs() >= LEAST).collect();
    evidence.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    evidence.iter().map(|(name, weight)| format!("{name} {weight:+.2}")).collect::<Vec<_>>().join(", ")
}
