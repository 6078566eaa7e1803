//! Evidence added up: the weight of each feature, and the line above which a clause is a directive.
//!
//! The weights are a logistic regression over the features, learned from annotated documents by the program in
//! `tests/learn.rs` and kept as data in `weights.tsv`, one feature a line: what a maintainer reads there is why
//! clauses count. A feature without weight weighs nothing.

use std::{collections::HashMap, sync::LazyLock};

use super::feature::Feature;

static WEIGHTS: LazyLock<HashMap<Feature, f64>> = LazyLock::new(|| {
    let lines = include_str!("weights.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, weight)| Some((name.split_once(':')?, weight.trim().parse().ok()?)))
        .collect()
});

/// The log-odds that a clause with these features is a directive.
pub(super) fn score(features: &[Feature]) -> f64 {
    features.iter().chain(&[("bias", "1")]).map(|feature| WEIGHTS.get(feature).copied().unwrap_or(0.0)).sum()
}
