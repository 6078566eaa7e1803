//! Quantity times price, and parts of a total: computed again in exact decimals.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Budget, Check, CheckKind, Measure, Role, Sums};
use crate::{
    pattern::tail,
    phrase::{
        numeral::{self, is_figure},
        quantity,
    },
};

/// Multiplies within the segments of a block: 4000份，每份6.00元，小计2.40万元.
pub(super) fn check(sums: &Sums<'_>, budgets: &mut [Budget]) {
    for n in 1..budgets.len() {
        if !may_be_price(sums, budgets, n) {
            continue;
        }
        let segment = segment(sums, n);
        let Some(price) = price_before(sums, n, segment.start) else { continue };
        let unit_price = &sums.money[price].value;
        let Some((quantity, unit)) = quantity(sums, segment, unit_price.per.as_deref()) else { continue };
        let Some(computed) = quantity.checked_mul(unit_price.amount) else { continue };
        let stated = sums.money[n].value.amount;
        // two numbers that do not multiply to a third need not be meant to
        if budgets[n].role == Role::Subtotal || computed == stated {
            budgets[n].unit_price = Some(measure(unit_price.amount, &format!("{}/{unit}", unit_price.currency.name())));
            budgets[n].quantity = Some(measure(quantity, &unit));
            budgets[n].check = Some(compare(CheckKind::Product, stated, computed));
            if budgets[price].role == Role::Item {
                budgets[price].role = Role::UnitPrice;
            }
        }
    }
}

fn measure(value: Decimal, unit: &str) -> Box<Measure> {
    Box::new(Measure { value: value.normalize(), unit: unit.to_owned() })
}

/// What comes out, for an amount that may be rounded to its last figure.
pub(super) fn compare_within(kind: CheckKind, budget: &Budget, computed: Decimal) -> Box<Check> {
    let mut check = compare(kind, budget.amount.value, computed);
    let text = &budget.quote.text;
    let half = || numeral::rounding(numeral::last_place(text));
    check.ok |= text.contains(['.', '．']) && computed.checked_sub(budget.amount.value).is_some_and(|more| more.abs() <= half());
    check
}

fn compare(kind: CheckKind, stated: Decimal, computed: Decimal) -> Box<Check> {
    Box::new(Check { kind, stated: stated.normalize(), computed: computed.normalize(), ok: stated == computed })
}

/// The clauses before the `n`th amount, from ；, at most so far as a member of a list goes.
fn segment(sums: &Sums<'_>, n: usize) -> std::ops::Range<usize> {
    const REACH: usize = 201;
    let at = sums.money[n].range.start;
    let from = at - tail(&sums.text[..at], REACH).len();
    let marks = ['；', '。', '\n', ';'];
    let start =
        sums.text[from..at].rfind(marks).map_or(from, |p| from + p + sums.text[from + p..].chars().next().map_or(1, char::len_utf8));
    start..at
}

/// Whether the amount right before the `n`th may be the price of one, and this what comes of it.
fn may_be_price(sums: &Sums<'_>, budgets: &[Budget], n: usize) -> bool {
    let result = matches!(budgets[n].role, Role::Subtotal | Role::Total | Role::Item);
    let priced = sums.money[n - 1].value.per.is_some() || budgets[n].role == Role::Subtotal;
    result && priced && matches!(budgets[n - 1].role, Role::UnitPrice | Role::Standard | Role::Item)
}

/// The amount right before the `n`th, where it is the only one in the segment before it, which begins at `start`.
fn price_before(sums: &Sums<'_>, n: usize, start: usize) -> Option<usize> {
    let begins = |n: usize| sums.money[n].range.start;
    let last = n - 1;
    (begins(last) >= start && last.checked_sub(1).is_none_or(|other| begins(other) < start)).then_some(last)
}

/// How many the price in `segment` is paid for: the number of each of its measures (人·月), or the only one there is.
fn quantity(sums: &Sums<'_>, segment: std::ops::Range<usize>, per: Option<&str>) -> Option<(Decimal, String)> {
    let text = &sums.text[segment];
    let Some(per) = per else {
        let mut found = quantity::find(text).into_iter().map(|f| f.value).filter(|q| q.unit != "%");
        return found.next().filter(|_| found.next().is_none()).map(|q| (q.value, q.unit));
    };
    let numbers: Option<Vec<Decimal>> = per.split('·').map(|measure| number_of(text, measure)).collect();
    let product = numbers?.into_iter().try_fold(Decimal::ONE, |product, number| product.checked_mul(number))?;
    Some((product, per.to_owned()))
}

/// The only number of `measure` in `text`: 86 of 人, 9 of 月 (9个月).
fn number_of(text: &str, measure: &str) -> Option<Decimal> {
    let number = |(at, _): (usize, &str)| {
        let before = text[..at].trim_end_matches('个');
        let head = before.trim_end_matches(|c: char| is_figure(c) || matches!(c, '.' | ','));
        numeral::decimal(&before[head.len()..]).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, value)| value)
    };
    let mut numbers = text.match_indices(measure).filter_map(number);
    numbers.next().filter(|_| numbers.next().is_none())
}

/// Adds parts up: those before 合计, or those behind a total (总投资100万元，其中…), within one section.
/// `again` has the places of amounts that are said once more, in other figures.
pub(super) fn add_up(budgets: &mut [Budget], again: &BTreeSet<usize>) {
    let is_sum = |n: &usize| matches!(budgets[*n].role, Role::Total | Role::Subtotal) && budgets[*n].check.is_none() && !again.contains(n);
    let totals: Vec<usize> = (0..budgets.len()).filter(is_sum).collect();
    for total in totals {
        let once = |n: &usize| !again.contains(n);
        let before = parts(budgets, total, (0..total).rev().filter(once));
        let behind = parts(budgets, total, (total + 1..budgets.len()).filter(once));
        let fits = |parts: &[usize]| parts.len() > 1 && sum(budgets, parts) == Some(budgets[total].amount.value);
        let chosen = if fits(&before) {
            before
        } else if fits(&behind) {
            behind
        } else {
            continue;
        };
        self::total(budgets, total, &chosen);
    }
}

/// Makes `parts` the parts of the total at `at`, and checks their sum.
pub(super) fn total(budgets: &mut [Budget], at: usize, parts: &[usize]) {
    total_within(budgets, at, parts, Decimal::ZERO);
}

/// The same, where rounding may have made as much as `grace`.
pub(super) fn total_within(budgets: &mut [Budget], at: usize, parts: &[usize], grace: Decimal) {
    if let Some(computed) = sum(budgets, parts).filter(|_| parts.len() > 1) {
        let mut check = compare(CheckKind::Sum, budgets[at].amount.value, computed);
        check.ok |= computed.checked_sub(budgets[at].amount.value).is_some_and(|more| more.abs() <= grace);
        budgets[at].check = Some(check);
        part(budgets, at, parts);
    }
}

/// Makes `parts` the parts of the amount at `at`.
pub(super) fn part(budgets: &mut [Budget], at: usize, parts: &[usize]) {
    let id = budgets[at].id;
    parts.iter().for_each(|part| budgets[*part].parent = Some(id));
}

/// The amounts before the total at `at` that it adds up, if it does.
pub(super) fn before(budgets: &[Budget], at: usize) -> Option<Vec<usize>> {
    let before = parts(budgets, at, (0..at).rev());
    (before.len() > 1 && sum(budgets, &before) == Some(budgets[at].amount.value)).then_some(before)
}

/// The parts of a total among the amounts at `places`, up to another total or section.
fn parts(budgets: &[Budget], total: usize, places: impl Iterator<Item = usize>) -> Vec<usize> {
    let near = places.take_while(|n| budgets[*n].section == budgets[total].section && budgets[*n].role != Role::Total);
    let subtotal = budgets[total].role == Role::Subtotal;
    let near = near.take_while(|n| !subtotal || budgets[*n].role != Role::Subtotal);
    near.filter(|n| matches!(budgets[*n].role, Role::Item | Role::Subtotal) && budgets[*n].parent.is_none()).collect()
}

/// What the amounts at `parts` make.
pub(super) fn sum(budgets: &[Budget], parts: &[usize]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, n| sum.checked_add(budgets[*n].amount.value))
}
