//! What the clauses before the one with the amount are about: `科普画册2500册，每册12元`, `对新建的示范社，每家补助5万元`.

use std::ops::Range;

use super::{
    noun,
    site::{Earlier, Site},
    words::{BASES, BUILDS, GIVES, TOWARD, WORKS},
};
use crate::span::Span;

/// What the nearest clause that says something names; where it holds an amount of its own, what that is for.
pub(super) fn topic(site: &Site<'_, '_>, items: &[Option<Span>]) -> Option<Span> {
    for clause in site.earlier() {
        let whole = clause.range.clone();
        let text = &site.text()[whole.clone()];
        let condition = is_condition(text, site.text(), &clause);
        if let Some(amount) = clause.amount.filter(|_| !condition) {
            return items[amount];
        }
        let named = if condition { object(site.text(), whole) } else { named(site.text(), whole) };
        if let Some(range) = named {
            return Some(site.sums.span.slice(range));
        }
    }
    None
}

/// Whether the clause says in which case something is given: it ends in 的, or begins with 对, 凡.
fn is_condition(clause: &str, _text: &str, _earlier: &Earlier) -> bool {
    clause.ends_with('的') || TOWARD.iter().any(|w| clause.starts_with(w))
}

/// Those whom a condition is about: without 对 before and 的 behind.
fn object(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 36;
    let clause = &text[range.clone()];
    let lead = TOWARD.iter().filter_map(|w| clause.strip_prefix(w)).map(|rest| clause.len() - rest.len()).max().unwrap_or(0);
    let inner = &clause[lead..];
    let end = GIVES.iter().filter_map(|verb| inner.find(verb)).filter(|at| *at > 0).min().unwrap_or(inner.len());
    let inner = inner[..end].trim_end_matches('的');
    let fits = (2..=LONGEST).contains(&inner.chars().count());
    fits.then(|| range.start + lead..range.start + lead + inner.len())
}

/// A noun of money in a clause, or things that it counts.
fn named(text: &str, clause: Range<usize>) -> Option<Range<usize>> {
    if BASES.iter().any(|w| text[clause.clone()].starts_with(w)) {
        return None;
    }
    let noun = noun::trimmed(text, clause.clone());
    let words = &text[noun.clone()];
    let counted = noun.end < clause.end && words.chars().count() > 2;
    (!noun::is_generic(words) && !noun::is_weak(words) && (noun::is_money(words) || counted)).then_some(noun)
}

/// The label before the colon that the amount's clause follows, where it is a noun of money: 住宿费：每人每天200元.
pub(super) fn label(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    let head = text[..site.clause.start].strip_suffix(['：', ':'])?;
    named(text, noun::clause_before(text, site.from.min(head.len()), head.len()))
}

/// The noun of money before the bracket that opens before the amount: 配套费（中心城区每平方米60元.
pub(super) fn bracket(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    let head = text[site.from..site.clause.start].strip_suffix(['（', '('])?;
    let noun = noun::trimmed(text, noun::clause_before(text, site.from, site.from + head.len()));
    let words = &text[noun.clone()];
    (noun::is_money(words) && !noun::is_generic(words)).then_some(noun)
}

/// Works that an earlier clause names, for an investment: 提质改造工程，总投资3亿元; 建设农村公路120公里，总投资1亿元.
pub(super) fn built(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    if !site.said().contains("投资") {
        return None;
    }
    let mut clauses = site.earlier().take_while(|clause| clause.amount.is_none());
    clauses.find_map(|clause| {
        let noun = noun::trimmed(text, clause.range.clone());
        let words = &text[noun.clone()];
        let works = WORKS.iter().any(|w| words.ends_with(w)) || BUILDS.iter().any(|w| words.starts_with(w)) && noun.end < clause.range.end;
        (works && !noun::is_generic(words)).then_some(noun)
    })
}

/// What the price was for that this is the product of: 单价2.5元，共计2.5万元.
pub(super) fn product(site: &Site<'_, '_>, items: &[Option<Span>]) -> Option<Span> {
    let price = site.earlier().find_map(|clause| clause.amount)?;
    let text = site.text();
    let clause = noun::clause_before(text, 0, site.sums.money[price].range.start);
    let priced = site.sums.money[price].value.per.is_some() || text[clause].contains("单价");
    items[price].filter(|_| priced)
}
