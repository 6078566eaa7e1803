//! Evidence added up: the weight of each feature, and the line above which a clause is a directive.
//!
//! The weights are a logistic regression over the features, learned from annotated documents by the program in
//! `tests/learn.rs` and kept as data in `weights.tsv`, one feature a line: what a maintainer reads there is why
//! clauses count. A feature without weight weighs nothing.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::LazyLock,
};

use super::feature::Feature;

static WEIGHTS: LazyLock<HashMap<Feature<'static>, f64, BuildHasherDefault<Fold>>> = LazyLock::new(|| {
    let lines = include_str!("weights.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, weight)| Some((name.split_once(':')?, weight.trim().parse().ok()?)))
        .collect()
});

/// FNV-1a: the names are our own, and short; each clause asks for dozens of them.
struct Fold(u64);

impl Default for Fold {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fold {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What one feature weighs.
pub(super) fn weight(feature: &Feature<'_>) -> f64 {
    WEIGHTS.get(feature).copied().unwrap_or(0.0)
}

/// The log-odds that a clause with these features is a directive.
pub(super) fn score(features: &[Feature<'_>]) -> f64 {
    features.iter().chain(&[("bias", "1")]).map(weight).sum()
}
