//! Sums and products of money, computed again in exact decimals.
//!
//! Where the record has already multiplied or added, its result is told. Of running text a sum is believed only where
//! its parts stand in the same sentence before 合计; parts behind 其中 may leave some out, so they are wrong only where they
//! make more than the whole.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Findings, Placed, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    extract::{
        Id,
        budget::{Budget, CheckKind, Role},
    },
    lexicon::{picked, short},
    phrase::{numeral, quantity},
    reading::sentence::Punctuation,
    span::Span,
};

/// 合计90万元 of 30万元 and 50万元.
static SUM: Rule = Rule {
    code: "sum",
    severity: Severity::Error,
    zh: "合计写为“{0}”，各项相加为{1}{2}。",
    en: "The total is given as “{0}” and its parts make {3} {1}.",
    basis: "the document contradicts itself",
};
/// 4000份，每份6元，小计2.5万元.
static PRODUCT: Rule = Rule {
    code: "product",
    severity: Severity::Error,
    zh: "金额写为“{0}”，数量乘单价为{1}{2}。",
    en: "The amount is given as “{0}” and quantity by price makes {3} {1}.",
    basis: "the document contradicts itself",
};
/// 100万元，其中… that make 120万元.
static PARTS: Rule = Rule {
    code: "sum-exceeded",
    severity: Severity::Error,
    zh: "总额写为“{0}”，其中各项相加已达{1}{2}。",
    en: "The whole is given as “{0}” and what it is said to hold makes {3} {1}.",
    basis: "the document contradicts itself",
};

/// 壹拾贰万元整（￥125000.00）
static WORDS: Rule = Rule {
    code: "amount-words",
    severity: Severity::Error,
    zh: "金额大写“{0}”与小写“{1}”不一致。",
    en: "The amount in words, “{0}”, is not that in figures, “{1}”.",
    basis: "the document contradicts itself",
};

pub(super) static RULES: &[&Rule] = &[&SUM, &PRODUCT, &PARTS, &WORDS];

/// An amount of the record and its place.
type Amount<'r> = Placed<'r, Budget>;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let parts = parts(subject);
    for (n, budget) in subject.budgets.iter().enumerate() {
        let Some(check) = &budget.check else {
            if let Some(parts) = parts.get(&budget.id) {
                compare(&PARTS, budget, parts, |made, whole| made > whole, findings);
            }
            continue;
        };
        if check.ok {
            continue;
        }
        let currency = budget.amount.currency;
        let words = [budget.quote.text.as_str(), &check.computed.to_string(), currency.name(), currency.code()];
        match check.kind {
            CheckKind::Sum => {
                let related = parts.get(&budget.id).map_or_else(Vec::new, |parts| parts.iter().map(|part| part.quote.span).collect());
                findings.report_at(&SUM, budget.quote.span, related, words);
            }
            CheckKind::Product => findings.report(&PRODUCT, budget.place, &factors(subject, n), words),
        }
    }
    if subject.budgets.len() < 2 {
        return;
    }
    let mut money = subject.budgets.iter().peekable();
    let mut own = Vec::new();
    for block in &subject.reading.blocks {
        own.clear();
        while let Some(budget) = money.next_if(|budget| budget.place.start < block.span.end) {
            own.push(budget);
        }
        own.windows(2).for_each(|pair| words_and_figures(subject, pair[0], pair[1], findings));
        if own.len() < 3 {
            continue;
        }
        for (sentence, _) in Punctuation::of(subject.reading.text(block)).sentences() {
            let span = block.span.slice(sentence);
            let first = own.partition_point(|budget| budget.place.start < span.start);
            let inside = &own[first..own.partition_point(|budget| budget.place.end <= span.end).max(first)];
            // a total and two parts at least
            if inside.len() > 2 {
                before_total(subject, span, inside, findings);
            }
        }
    }
}

/// The parts that the record has tied to each whole.
fn parts<'s, 'r>(subject: &'s Subject<'r>) -> HashMap<Id, Vec<&'s Amount<'r>>> {
    let mut parts: HashMap<Id, Vec<&Amount<'_>>> = HashMap::new();
    for part in &subject.budgets {
        if let Some(whole) = part.parent {
            parts.entry(whole).or_default().push(part);
        }
    }
    parts
}

/// An amount in capital numerals and the same in figures right behind it, or the other way round.
fn words_and_figures(subject: &Subject<'_>, first: &Amount<'_>, next: &Amount<'_>, findings: &mut Findings<'_>) {
    const FAR: u32 = 40;
    if next.place.start < first.place.end || next.place.start - first.place.end >= FAR {
        return;
    }
    let capital = |budget: &Budget| budget.quote.text.contains(numeral::is_capital);
    if capital(first) == capital(next) {
        return;
    }
    let between = subject.reading.document.text.slice(Span { start: first.place.end, end: next.place.start });
    let joins = ["大写", "小写", "人民币", "整", "即", "计"].iter().fold(between.to_owned(), |it, word| it.replace(word, ""));
    let joins = joins.chars().all(|c| c.is_whitespace() || "（(￥¥：:）)，,".contains(c));
    if joins && first.amount.currency == next.amount.currency && first.amount.value != next.amount.value {
        let (words, figures) = if capital(first) { (first, next) } else { (next, first) };
        findings.report(&WORDS, words.place, &[figures.place], [&words.quote.text, &figures.quote.text]);
    }
}

/// Bytes before a price in which the quantity stands.
const NEAR: usize = 120;

/// The price right before the `n`th amount, and the quantity before that.
fn factors(subject: &Subject<'_>, n: usize) -> Vec<Span> {
    let Some(wanted) = subject.record.budgets[n].quantity.as_ref().map(|quantity| quantity.value) else { return Vec::new() };
    let Some(price) = n.checked_sub(1).map(|last| subject.budgets[last].place) else { return Vec::new() };
    let text = subject.reading.document.text.as_str();
    let from = (price.start as usize).saturating_sub(NEAR);
    let from = (from..price.start as usize).find(|at| text.is_char_boundary(*at)).unwrap_or(price.start as usize);
    let found = quantity::find(&text[from..price.start as usize]).into_iter().rev();
    let quantity = found.filter(|it| it.value.value == wanted).map(|it| Span::new(from + it.range.start, from + it.range.end));
    quantity.take(1).chain([price]).collect()
}

/// …30万元，…50万元，合计90万元: all before the last amount, which says 合计.
fn before_total(subject: &Subject<'_>, sentence: Span, amounts: &[&Amount<'_>], findings: &mut Findings<'_>) {
    let [parts @ .., total] = amounts else { return };
    let lead = subject.reading.document.text.slice(Span { start: sentence.start, end: total.place.start });
    let said = short::before(lead.trim_end(), &["为", "：", "人民币"]).unwrap_or(lead.trim_end());
    let says = short::ends_with(said, picked!(sums: sum));
    let before = subject.reading.document.text.slice(sentence);
    let clear = || !short::holds(before, &["其中", "不超过", "约", "以上", "以内", "每", "余", "扣除", "减", "剩余", "标准"]);
    if parts.len() > 1 && says && clear() && total.check.is_none() && plain(parts) {
        compare(&SUM, total, parts, |made, whole| made != whole, findings);
    }
}

/// Whether all are amounts of their own, in one currency.
fn plain(amounts: &[&Amount<'_>]) -> bool {
    let own =
        |budget: &&Amount<'_>| matches!(budget.role, Role::Item | Role::Subtotal) && budget.amount.currency == amounts[0].amount.currency;
    amounts.iter().all(|budget| own(budget) && budget.parent.is_none() && budget.check.is_none())
}

/// What rounding may make: half of the last figure of each amount, where they are not all rounded alike.
fn grace(whole: &Amount<'_>, parts: &[&Amount<'_>]) -> Decimal {
    let all: Vec<i32> = parts.iter().chain([&whole]).map(|amount| numeral::last_place(&amount.quote.text)).collect();
    if all.iter().all(|n| *n == all[0]) {
        return Decimal::ZERO;
    }
    all.into_iter().map(numeral::rounding).sum()
}

fn compare(
    rule: &'static Rule,
    whole: &Amount<'_>,
    parts: &[&Amount<'_>],
    wrong: fn(Decimal, Decimal) -> bool,
    findings: &mut Findings<'_>,
) {
    let (made, stated) = (parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.amount.value)), whole.amount.value);
    if let Some(made) = made
        && wrong(made, stated)
        && (made - stated).abs() > grace(whole, parts)
    {
        let related = parts.iter().map(|part| part.quote.span).collect();
        let currency = whole.amount.currency;
        let words = [whole.quote.text.as_str(), &made.normalize().to_string(), currency.name(), currency.code()];
        findings.report_at(rule, whole.quote.span, related, words);
    }
}
