//! An amount in its sentence: the words right before it, the clauses before those, and where the text behind it begins.

use std::ops::Range;

use super::{Sums, noun};
use crate::phrase::{bound, money::Money};
use crate::span::Found;

/// How far back a sentence is looked through, in characters: longer ones say nothing new about their end.
const REACH: usize = 160;

/// An amount in its sentence.
pub(super) struct Site<'s, 't> {
    pub(super) sums: &'s Sums<'t>,
    pub(super) n: usize,
    /// Where the text begins that belongs to this amount: behind the one before.
    pub(super) from: usize,
    /// Where the amount begins.
    pub(super) at: usize,
    /// The clause before it.
    pub(super) clause: Range<usize>,
    /// What is left of the clause when verbs, bounds and numbers are taken off.
    pub(super) noun: Range<usize>,
}

/// A clause before the one with the amount.
pub(super) struct Earlier {
    pub(super) range: Range<usize>,
    /// The last amount in it.
    pub(super) amount: Option<usize>,
}

impl<'s, 't> Site<'s, 't> {
    pub(super) fn new(sums: &'s Sums<'t>, n: usize) -> Self {
        let at = sums.money[n].range.start;
        let from = n.checked_sub(1).map_or(0, |last| after_amount(sums, last)).min(at);
        let clause = noun::clause_before(sums.text, from, at);
        let noun = noun::trimmed(sums.text, clause.clone());
        Self { sums, n, from, at, clause, noun }
    }

    pub(super) fn text(&self) -> &'t str {
        self.sums.text
    }

    /// The noun phrase right before the amount.
    pub(super) fn words(&self) -> &'t str {
        &self.sums.text[self.noun.clone()]
    }

    /// The whole clause before the amount.
    pub(super) fn said(&self) -> &'t str {
        &self.sums.text[self.clause.clone()]
    }

    pub(super) fn found(&self) -> &'s Found<Money> {
        &self.sums.money[self.n]
    }

    /// Whether nothing but a comma's worth of words stands between this amount and the one before: they are for the same.
    pub(super) fn joins(&self) -> bool {
        let between = &self.text()[self.from..self.at];
        let linked = || self.noun.is_empty() && self.clause.start == self.from && !between.contains(['，', '。', '；', '：', '（', '\n']);
        self.n > 0 && (joins(between) || linked())
    }

    /// Where the text goes on behind the amount, or behind the interval or list that it begins.
    pub(super) fn end(&self) -> usize {
        const LONGEST: usize = 8;
        let sums = self.sums;
        let between = |n: usize, next: usize| &sums.text[after_amount(sums, n).min(next)..next];
        let follows = |n: &usize| sums.money.get(n + 1).is_some_and(|next| joins(between(*n, next.range.start)));
        let last = (self.n..self.n + LONGEST).find(|n| !follows(n)).unwrap_or(self.n);
        after_per(sums, last)
    }

    /// The clauses before the one with the amount in its sentence, the nearest first.
    pub(super) fn earlier(&self) -> impl Iterator<Item = Earlier> + '_ {
        const FAR: usize = 6;
        let text = self.text();
        let floor = text[..self.at].char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
        let mut at = self.clause.start;
        let step = move || {
            let head = text[floor.min(at)..at].trim_end_matches(' ');
            let head = head.strip_suffix(['，', ',', '（', '(', '：', ':'])?;
            let end = floor + head.len();
            let range = noun::clause_before(text, floor, end);
            at = range.start;
            let amount =
                self.sums.money[..self.n].iter().rposition(|m| m.range.start < end).filter(|k| self.sums.money[*k].range.end > range.start);
            (!range.is_empty()).then_some(Earlier { range, amount })
        };
        std::iter::from_fn(step).take(FAR)
    }
}

/// Whether two amounts with nothing but `between` are for the same: a list or an interval.
fn joins(between: &str) -> bool {
    matches!(between.trim(), "" | "、" | "和" | "或" | "及" | "至" | "到" | "-" | "—" | "～" | "~" | "－" | "–")
}

/// Where the text goes on behind the `n`th amount and the words that bind it.
pub(super) fn after_amount(sums: &Sums<'_>, n: usize) -> usize {
    let end = after_per(sums, n);
    end + bound::after(&sums.text[end..]).map_or(0, |(_, length)| length)
}

/// Where the text goes on behind `/份`.
fn after_per(sums: &Sums<'_>, n: usize) -> usize {
    let end = sums.money[n].range.end;
    let per = sums.money[n].value.per.as_deref().unwrap_or("");
    let rest = &sums.text[end..];
    match rest.strip_prefix(['/', '／', '每']) {
        Some(inner) if !per.is_empty() => {
            let length = per.split('·').fold(inner, |rest, measure| {
                let rest = rest.trim_start_matches(['/', '·', '每', '／']);
                rest.strip_prefix(measure).unwrap_or(rest)
            });
            sums.text.len() - length.len()
        }
        _ => end,
    }
}
