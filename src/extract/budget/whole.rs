//! 其中: the amount that is the whole, and the amounts behind that are its parts.
//!
//! The amount right before 其中 need not be the whole: `收入1200万元，比上年增加100万元，其中…`. Where the parts make one of the
//! amounts before it exactly, that one is the whole; else the nearest that holds them and compares nothing. Words that tell
//! less (包括, or 其中 before lines of their own or at the head of a sentence) are believed only where the sum comes out.

use rust_decimal::Decimal;

use super::{Budget, Role, Sums, arithmetic, noun, site, words::THAN};
use crate::{
    lexicon::{joined, picked, short},
    order,
    pattern::tail,
    phrase::numeral,
};

/// Amounts before 其中 that are looked at, amounts behind, and bytes between one and the next.
const BEFORE: usize = 6;
const BEHIND: usize = 64;
const APART: usize = 600;

/// What follows a whole and leads its parts in; the first of them says so by itself.
const LEADS: [&str; 3] = ["其中", "包括", "分别为"];

/// Words of a clause that compares: 比上年增加100万元.
const COMPARES: &[&str] = joined!(&THAN, &["增加", "减少", "增长", "下降", "持平"]);

/// Words of a list of parts that may be more than the whole without fault.
const OPEN: [&str; 9] = ["约", "累计", "占", "标准", "每", "包括", "含", "增长", "同比"];

/// Words of averages, of which no parts are added up.
const AVERAGES: [&str; 5] = ["人均", "平均", "均价", "单价", "价格"];

/// Ties the parts of one block to their wholes. `budgets` are those of the block.
pub(super) fn tie(sums: &Sums<'_>, budgets: &mut [Budget]) {
    if budgets.len() < 2 {
        return;
    }
    composed(sums, budgets);
    let mut leads: Vec<(usize, &str)> =
        LEADS.iter().flat_map(|lead| sums.text.match_indices(lead)).filter(|(at, _)| *at > sums.money[0].range.end).collect();
    order::by(&mut leads, |(at, _)| (*at, 0));
    // what stands within a part is tied first
    for (at, lead) in leads.into_iter().rev() {
        let after = at + lead.len();
        let wholes = wholes(sums, budgets, at);
        let parts = parts(sums, budgets, after);
        if wholes.is_empty() || parts.is_empty() || short::holds(&sums.text[before_lead(sums.text, at)..at], &AVERAGES) {
            continue;
        }
        if let Some((whole, parts)) = wholes.first().and_then(|whole| Some((*whole, before(sums, budgets, *whole)?))) {
            arithmetic::total(budgets, whole, &parts);
            continue;
        }
        if let Some((whole, parts)) = exact(sums, budgets, &wholes, &parts) {
            own(budgets, whole, parts);
            arithmetic::total(budgets, whole, parts);
        } else if lead == LEADS[0] && !opens(sums.text, at) {
            let parts = sure(sums, budgets, after, &parts);
            if let Some(whole) = holding(sums, budgets, &wholes, &parts, at) {
                own(budgets, whole, &parts);
                arithmetic::part(budgets, whole, &parts);
            }
        }
    }
}

/// 投资120万元，由60万元、40万元、20万元组成: all that the whole is made of.
fn composed(sums: &Sums<'_>, budgets: &mut [Budget]) {
    for whole in 0..budgets.len() - 1 {
        let behind = &sums.text[sums.money[whole].range.end..sums.money[whole + 1].range.start];
        if !short::begins_with(behind, &["，由", ",由", "由"]) || !is_free(&budgets[whole]) {
            continue;
        }
        let plain = |n: &usize| is_free(&budgets[*n]) && budgets[*n].role == Role::Item;
        let joined = |n: usize| !sums.text[sums.money[n - 1].range.end..sums.money[n].range.start].contains(['。', '；', '\n', '，']);
        let end =
            (whole + 1..budgets.len()).take(BEHIND).take_while(|n| *n == whole + 1 || joined(*n)).last().map_or(whole, |last| last + 1);
        let parts: Vec<usize> = (whole + 1..end).collect();
        let rest = &sums.text[sums.money[end - 1].range.end..];
        if parts.len() > 1 && parts.iter().all(plain) && makes_up(rest) {
            own(budgets, whole, &parts);
            arithmetic::total(budgets, whole, &parts);
        }
    }
}

/// Whether what stands behind the parts says that they make up a whole: 组成, 三部分构成.
fn makes_up(rest: &str) -> bool {
    let parts = rest.trim_start_matches(numeral::is_numeral).strip_prefix("部分");
    short::begins_with(parts.unwrap_or(rest), &["组成", "构成"])
}

/// Whether an amount belongs to no sum yet and is none.
fn is_free(budget: &Budget) -> bool {
    budget.parent.is_none() && budget.check.is_none()
}

/// Makes an item a sum, and the sums among its parts subtotals.
fn own(budgets: &mut [Budget], whole: usize, parts: &[usize]) {
    if budgets[whole].role == Role::Item {
        budgets[whole].role = Role::Total;
    }
    for part in parts {
        if budgets[*part].role == Role::Total {
            budgets[*part].role = Role::Subtotal;
        }
    }
}

/// The amounts that the total has added up already, where they stand before it: 30万元、50万元，合计80万元，其中….
fn before(sums: &Sums<'_>, budgets: &[Budget], whole: usize) -> Option<Vec<usize>> {
    let clause = clause(sums, whole);
    let says = budgets[whole].role == Role::Total && says_sum(clause);
    let parts = says.then(|| arithmetic::before(budgets, whole)).flatten()?;
    let from = parts.last()?.checked_sub(1).map_or(0, |n| sums.money[n].range.end);
    let between = &sums.text[from..sums.money[whole].range.start];
    (!between.contains("其中")).then_some(parts)
}

/// Where the sentence begins that holds `at`.
fn sentence(text: &str, at: usize) -> usize {
    let from = at - tail(&text[..at], APART / 2).len();
    text[from..at]
        .rfind(['。', '\n', '！', '？'])
        .map_or(from, |stop| from + stop + text[from + stop..].chars().next().map_or(0, char::len_utf8))
}

/// Where the words begin before the 其中 at `at`: those of the sentence before, where it opens one of its own.
fn before_lead(text: &str, at: usize) -> usize {
    let start = sentence(text, at);
    text[..start].strip_suffix('。').filter(|_| opens(text, at)).map_or(start, |before| sentence(text, before.len()))
}

/// Whether what begins at `at` opens its sentence.
fn opens(text: &str, at: usize) -> bool {
    text[..at].trim_end_matches(' ').ends_with('。')
}

/// The words before the `n`th amount in its clause.
fn clause<'t>(sums: &Sums<'t>, n: usize) -> &'t str {
    let from = n.checked_sub(1).map_or(0, |last| sums.money[last].range.end);
    &sums.text[noun::clause_before(sums.text, from, sums.money[n].range.start)]
}

/// Whether `clause` says that what stands before is added up.
fn says_sum(clause: &str) -> bool {
    short::holds(clause, picked!(sums: sum))
}

/// Whether the `n`th amount is not what there is but what it was, or what it is more or less.
fn compares(sums: &Sums<'_>, n: usize) -> bool {
    let clause = clause(sums, n).trim();
    let earlier = short::begins_with(clause, &["上年", "去年"]) && !clause.contains("结转") && !clause.contains("结余");
    let share = clause.starts_with('占') && !short::begins_with(clause, &["占地", "占用"]);
    earlier || share || short::holds(clause, COMPARES)
}

/// The amounts before `at` that may be the whole, the nearest first.
fn wholes(sums: &Sums<'_>, budgets: &[Budget], at: usize) -> Vec<usize> {
    let start = before_lead(sums.text, at);
    let before = sums.money.partition_point(|money| money.range.start < at);
    let near = (0..before).rev().take_while(|n| sums.money[*n].range.start >= start).take(BEFORE);
    let whole = |n: &usize| {
        matches!(budgets[*n].role, Role::Item | Role::Subtotal | Role::Total) && budgets[*n].check.is_none() && !site::says_again(sums, *n)
    };
    near.filter(whole).collect()
}

/// The amounts behind `at` that may be parts: of its own sentence and bracket, in one currency, and part of nothing yet.
fn parts(sums: &Sums<'_>, budgets: &[Budget], at: usize) -> Vec<usize> {
    let first = sums.money.partition_point(|money| money.range.start < at);
    let (mut depth, mut from, mut parts) = (0i32, at, Vec::new());
    for n in (first..sums.money.len()).take(BEHIND) {
        let range = &sums.money[n].range;
        let between = &sums.text[from.min(range.start)..range.start];
        from = range.end;
        if between.len() > APART || between.contains(['。', '\n', '！']) {
            break;
        }
        depth += between.chars().map(|c| if matches!(c, '（' | '(') { 1 } else { -i32::from(matches!(c, '）' | ')')) }).sum::<i32>();
        if depth < 0 {
            break;
        }
        if depth == 0 && says_sum(clause(sums, n)) {
            break;
        }
        let whole = matches!(budgets[n].role, Role::Item | Role::Subtotal | Role::Total);
        if depth == 0 && whole && budgets[n].parent.is_none() && !site::says_again(sums, n) {
            parts.push(n);
        }
    }
    // 财政拨款800万元，比上年增加50万元
    if parts.iter().any(|part| !compares(sums, *part)) {
        parts.retain(|part| !compares(sums, *part));
    }
    parts
}

/// The whole that the first parts make exactly, and those parts.
fn exact<'p>(sums: &Sums<'_>, budgets: &[Budget], wholes: &[usize], parts: &'p [usize]) -> Option<(usize, &'p [usize])> {
    let comparing = parts.iter().all(|part| compares(sums, *part));
    let mut made = Decimal::ZERO;
    for (n, part) in parts.iter().enumerate() {
        made = made.checked_add(budgets[*part].amount.value)?;
        let makes = |whole: &&usize| budgets[**whole].amount.value == made && (comparing || !compares(sums, **whole));
        if let Some(whole) = wholes.iter().find(makes).filter(|_| n > 0) {
            return Some((*whole, &parts[..=n]));
        }
    }
    None
}

/// The parts that surely stand behind the 其中 before `at`: up to ； where no colon opens a list, and to one with parts of its own.
fn sure(sums: &Sums<'_>, budgets: &[Budget], at: usize, parts: &[usize]) -> Vec<usize> {
    let listed = sums.text[at..].starts_with(['：', ':']);
    let mut from = at;
    let own = |part: &&usize| {
        let range = &sums.money[**part].range;
        let same = listed || !sums.text[from.min(range.start)..range.start].contains(['；', ';']);
        from = range.end;
        let held = budgets.get(*part + 1).is_some_and(|next| next.parent == Some(budgets[**part].id));
        same && (!held || sums.text[range.end..].starts_with(['（', '(']))
    };
    parts.iter().take_while(own).copied().collect()
}

/// The nearest of the `wholes` that holds the parts behind `at` and compares nothing. Where even what compares holds them
/// not, the nearest is exceeded, unless the words leave that open.
fn holding(sums: &Sums<'_>, budgets: &[Budget], wholes: &[usize], parts: &[usize], at: usize) -> Option<usize> {
    let value = |n: usize| budgets[n].amount.value;
    let made = parts.iter().try_fold(Decimal::ZERO, |made, part| made.checked_add(value(*part))).filter(|made| !made.is_zero())?;
    let currency = budgets[*parts.first()?].amount.currency;
    let plain = |whole: &usize| !compares(sums, *whole) && !is_aside(sums, *whole, at) && budgets[*whole].amount.currency == currency;
    let nearest = wholes.iter().copied().find(|whole| plain(whole) && value(*whole) >= made);
    if nearest.is_some() {
        return nearest.filter(|whole| is_near(sums, *whole, at, HELD));
    }
    let last = sums.money[*parts.last()?].range.end;
    let clear = parts.len() > 1
        && wholes.iter().all(|whole| value(*whole) < made)
        && parts
            .iter()
            .all(|part| matches!(budgets[*part].role, Role::Item | Role::Subtotal) && budgets[*part].amount.currency == currency)
        && !short::holds(&sums.text[at..last], &OPEN);
    wholes.iter().copied().find(plain).filter(|whole| clear && is_near(sums, *whole, at, EXCEEDED))
}

/// Characters of a clause between a whole and 其中 that holds no amount and compares nothing: of one that holds its parts, and of
/// one that they exceed.
const HELD: usize = 16;
const EXCEEDED: usize = 8;

/// Whether nothing about another thing stands between the whole and 其中.
fn is_near(sums: &Sums<'_>, whole: usize, at: usize, most: usize) -> bool {
    let between = &sums.text[sums.money[whole].range.end..at];
    let told = |clause: &str| clause.contains('元') || clause.contains('%') || short::holds(clause, COMPARES);
    between.split(['，', ',', '；', ';', '（', '(']).all(|clause| clause.chars().count() < most || told(clause))
}

/// Whether the amount stands in a bracket that closes before `at`: 1200万元（上年1100万元），其中.
fn is_aside(sums: &Sums<'_>, n: usize, at: usize) -> bool {
    let between = &sums.text[sums.money[n].range.end..at];
    let open = between.find(['（', '(']).unwrap_or(between.len());
    between.find(['）', ')']).is_some_and(|close| close < open)
}

/// A whole whose parts stand in the paragraphs behind it, each at the head of its own: 基本支出100万元，其中：⏎人员经费60万元.
#[derive(Debug, Default)]
pub(super) struct List {
    wholes: Vec<usize>,
    parts: Vec<usize>,
}

impl List {
    /// Takes in the amounts of a paragraph, which are the `budgets` from `begin` on.
    pub(super) fn pass(&mut self, sums: &Sums<'_>, begin: usize, budgets: &mut [Budget]) {
        if !self.wholes.is_empty() && budgets.len() > begin {
            self.add(begin, budgets);
        } else {
            self.wholes.clear();
        }
        let text = sums.text.trim_end();
        if self.wholes.is_empty() && LEADS[..2].iter().any(|lead| text.trim_end_matches(['：', ':']).ends_with(lead)) {
            self.parts.clear();
            self.wholes.extend(wholes(sums, &budgets[begin..], text.len()).into_iter().map(|n| begin + n));
        }
    }

    /// Takes in the first amount of a paragraph, and ties them all where they make a whole.
    fn add(&mut self, first: usize, budgets: &mut [Budget]) {
        let fits = self.parts.len() < BEHIND && matches!(budgets[first].role, Role::Item | Role::Subtotal | Role::Total);
        self.parts.push(first);
        let made = arithmetic::sum(budgets, &self.parts).filter(|_| fits);
        let whole = self.wholes.iter().copied().find(|whole| made == Some(budgets[*whole].amount.value));
        if let Some(whole) = whole.filter(|_| self.parts.len() > 1) {
            own(budgets, whole, &self.parts);
            arithmetic::total(budgets, whole, &self.parts);
        }
        if !fits || whole.is_some() {
            self.wholes.clear();
        }
    }
}
