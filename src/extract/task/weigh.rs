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

/// Eight bytes at a time, as rustc hashes its own tables: the names are ours, and short; each clause asks for dozens.
#[derive(Default)]
struct Fold(u64);

impl Fold {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Fold {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.add(u64::from_le_bytes(*word)));
        self.add(rest.iter().fold(rest.len() as u64, |word, byte| word << 8 | u64::from(*byte)));
    }

    /// The end of a name, which its length says already.
    fn write_u8(&mut self, _: u8) {}

    /// A table takes its place from the low bits, and multiplying mixes the high ones.
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
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
