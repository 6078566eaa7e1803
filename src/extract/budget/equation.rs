//! Products that the text writes out: `20人×500元=10000元`, `培训费10.8万元（200人×3天×180元/人·天）`.

use rust_decimal::Decimal;

use super::{Budget, CheckKind, Role, Sums, arithmetic, site};
use crate::{
    pattern::tail,
    phrase::{
        bound::Relation,
        numeral::{self, is_figure},
    },
};

/// The sign between factors, the most of them, and bytes from one to the next.
const TIMES: char = '×';
const MOST: usize = 8;
const APART: usize = 36;

/// A product as it is written.
struct Product {
    start: usize,
    end: usize,
    made: Decimal,
    /// The amounts among its factors.
    prices: Vec<usize>,
    /// Whether a factor is a share.
    share: bool,
}

/// Multiplies again what one block multiplies. `budgets` are those of the block.
pub(super) fn check(sums: &Sums<'_>, budgets: &mut [Budget]) {
    if budgets.len() < 2 || !sums.text.contains(TIMES) {
        return;
    }
    let mut from = 0;
    while let Some(at) = sums.text[from..].find(TIMES).map(|at| from + at) {
        from = at + TIMES.len_utf8();
        let Some(product) = product(sums, at) else { continue };
        from = from.max(product.end);
        let Some(result) = result(sums, &product).filter(|n| budgets[*n].check.is_none() && !product.prices.contains(n)) else { continue };
        if product.prices.is_empty() || sums.money[result].value.relation != Relation::Eq || sums.money[result].value.approximate {
            continue;
        }
        budgets[result].check = Some(arithmetic::compare_within(CheckKind::Product, &budgets[result], product.made));
        for price in product.prices {
            // 10万元×50%: a share of it, and no price
            if budgets[price].role == Role::Item && !product.share {
                budgets[price].role = Role::UnitPrice;
            }
        }
    }
}

/// The product whose first sign stands at `at`.
fn product(sums: &Sums<'_>, at: usize) -> Option<Product> {
    let text = sums.text;
    let start = first(sums, at)?;
    let (mut made, mut end, mut prices, mut share) = (Decimal::ONE, start, Vec::new(), false);
    for n in 0..MOST {
        let begin = end + (text[end..].len() - text[end..].trim_start().len());
        let (value, behind, price) = factor(sums, begin)?;
        made = made.checked_mul(value)?;
        prices.extend(price);
        end = behind;
        share |= text[..end].ends_with(['%', '％']);
        // the unit: 人, 天
        let next = text[end..].find([TIMES, '=', '＝', '）', ')']).filter(|next| *next <= APART)?;
        let unit = &text[end..end + next];
        if unit.contains(|c: char| is_figure(c) || "，。；、：,;:+＋-－÷（(".contains(c)) {
            return None;
        }
        end += next;
        match text[end..].strip_prefix(TIMES) {
            Some(rest) => end = text.len() - rest.len(),
            None => return (n > 0).then_some(Product { start, end, made, prices, share }),
        }
    }
    None
}

/// Where the factor before the sign at `at` begins.
fn first(sums: &Sums<'_>, at: usize) -> Option<usize> {
    let text = sums.text;
    let money = sums.money[..sums.money.partition_point(|money| money.range.end <= at)].last();
    let unit = |end: usize| &text[end..at];
    let parts = |c: char| is_figure(c) || "，。；、：（(）)=＝".contains(c);
    if let Some(money) = money.filter(|money| at - money.range.end < APART && !unit(money.range.end).contains(parts)) {
        return Some(money.range.start);
    }
    let near = tail(&text[..at], 16);
    let number = near.trim_end_matches(|c: char| !is_figure(c));
    let unit = &near[number.len()..];
    let head = number.trim_end_matches(|c: char| is_figure(c) || matches!(c, '.' | ','));
    let clear = !unit.contains(['，', '。', '；', '、', '：', '（', '(', '）', ')', '=', '＝'])
        && !head.ends_with(['+', '-', '＋', '－', '÷', '/', '*', TIMES]);
    (clear && !number.is_empty()).then(|| at - near.len() + head.len())
}

/// The value of the factor at `at`, where it ends, and its amount.
fn factor(sums: &Sums<'_>, at: usize) -> Option<(Decimal, usize, Option<usize>)> {
    let text = sums.text;
    if let Ok(n) = sums.money.binary_search_by_key(&at, |money| money.range.start) {
        return Some((sums.money[n].value.amount, site::after_amount(sums, n), Some(n)));
    }
    let (rest, value) = numeral::decimal(&text[at..]).ok()?;
    let share = rest.strip_prefix(['%', '％']);
    let value = if share.is_some() { value.checked_div(Decimal::ONE_HUNDRED)? } else { value };
    Some((value, text.len() - share.unwrap_or(rest).len(), None))
}

/// The amount that the product is said to make: behind the sign of equality, or before the bracket.
fn result(sums: &Sums<'_>, product: &Product) -> Option<usize> {
    let (text, behind) = (sums.text, &sums.text[product.end..]);
    if let Some(rest) = behind.strip_prefix(['=', '＝']) {
        let at = text.len() - rest.trim_start().len();
        return sums.money.binary_search_by_key(&at, |money| money.range.start).ok();
    }
    let end = text[..product.start].strip_suffix(['（', '(']).filter(|_| behind.starts_with(['）', ')']))?.len();
    let n = sums.money.partition_point(|money| money.range.end < end);
    sums.money.get(n).filter(|money| money.range.end == end).map(|_| n)
}
