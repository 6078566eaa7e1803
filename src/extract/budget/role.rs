//! What an amount is to the sum: an item, a subtotal, a total, a price, a limit, a rate.

use std::sync::LazyLock;

use super::{Role, Sums, noun, site::Site};
use crate::{
    lexicon::{Lists, picked},
    phrase::bound::Relation,
};

/// Words that say what an amount is: a subtotal, a total, a price, a rate, a limit.
const WORDS: [&[&str]; 5] = [picked!(sums: subtotal), picked!(sums: sum | whole), &["单价"], &["标准"], &["限价", "控制价"]];

static SAYS: LazyLock<Lists> = LazyLock::new(|| Lists::new(WORDS));

/// The role of the `n`th amount of the block.
pub(super) fn role(sums: &Sums<'_>, n: usize) -> Role {
    let found = &sums.money[n];
    let clause = noun::clause_before(sums.text, n.checked_sub(1).map_or(0, |last| sums.money[last].range.end), found.range.start);
    let clause = &sums.text[clause];
    match found.value.relation {
        Relation::Le | Relation::Lt => return Role::Cap,
        Relation::Ge | Relation::Gt => return Role::Floor,
        Relation::Eq => {}
    }
    let said = SAYS.held_by(clause);
    let rate = || sums.text[found.range.end..].starts_with("的标准") || sums.text[found.range.end..].starts_with("定额");
    match &found.value.per {
        Some(per) if is_rate(per) || follows_rate(sums, n) => Role::Standard,
        Some(_) => Role::UnitPrice,
        None if said.has(0) => Role::Subtotal,
        None if said.has(1) => Role::Total,
        None if said.has(2) => Role::UnitPrice,
        None if said.has(3) || rate() => Role::Standard,
        None if said.has(4) => Role::Cap,
        None if clause.contains('共') && Site::new(sums, n).adds_up() => Role::Total,
        None => Role::Item,
    }
}

/// Whether the amount goes on a list of rates: 每亩100元、每头50元.
fn follows_rate(sums: &Sums<'_>, n: usize) -> bool {
    let Some(last) = n.checked_sub(1).map(|last| &sums.money[last]) else { return false };
    let between = &sums.text[last.range.end..sums.money[n].range.start];
    between.starts_with("、每") && last.value.per.as_deref().is_some_and(is_rate)
}

/// Whether it is paid for persons or times (每人每年), not for things (每份).
pub(super) fn is_rate(per: &str) -> bool {
    const RATES: [&str; 20] = [
        "人", "年", "月", "天", "日", "周", "季", "季度", "学期", "学年", "户", "亩", "次", "人次", "小时", "课时", "学时", "名", "生",
        "床日",
    ];
    per.split('·').any(|measure| RATES.contains(&measure))
}
