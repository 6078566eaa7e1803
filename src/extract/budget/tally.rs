//! The sums of a table, column by column and row by row: which figure adds up which.
//!
//! A total adds up all rows, or those of the first level, or rows that hold others without a word of it; it stands below them
//! or above. The first reading in which the sum comes out is believed. A sum that comes out in none is wrong only in a plain
//! list: no subtotals, no levels, no row that could not be read, and not far from what is said.

use rust_decimal::Decimal;

use super::{Budget, Role, arithmetic};

/// What a figure is among those of its column or row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Plain,
    /// 合计, 总计.
    Total,
    /// 小计.
    Subtotal,
    /// 其中：…, which is counted above already.
    Among,
}

/// A figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// The place of its record.
    pub(super) budget: usize,
    pub(super) amount: Decimal,
    /// What rounding may have taken from it or added.
    pub(super) half: Decimal,
    pub(super) kind: Kind,
    /// The level of its label: of 一、 less than of （一）; of no label 0.
    pub(super) level: u8,
}

/// Figures that one figure adds up at the most, so that a long table is gone through once.
const MOST: usize = 200;

/// Ties the figures of a column or row, and checks its totals. `whole`: nothing of it was left unread.
pub(super) fn settle(nodes: &[Node], whole: bool, budgets: &mut [Budget]) {
    let totals: Vec<usize> = (0..nodes.len()).filter(|n| nodes[*n].kind == Kind::Total).collect();
    let (mut from, mut apart) = (0, Vec::new());
    for (n, at) in totals.iter().enumerate() {
        let end = totals.get(n + 1).copied().unwrap_or(nodes.len());
        let (before, behind) = (&nodes[from..*at], &nodes[at + 1..end]);
        let total = &nodes[*at];
        from = at + 1;
        if tie(total, before, budgets) {
            apart.push(*total);
        } else if tie(total, behind, budgets) {
            apart.push(*total);
            from = end;
        } else if let Some(last) = apart.last().copied().filter(|_| !before.is_empty())
            && tie(total, &[&[last], before].concat(), budgets)
        {
            // 本年收入合计, 上年结转, 收入总计
            apart = vec![*total];
        } else if before.is_empty() && apart.len() <= MOST && tie(total, &apart, budgets) {
            apart = vec![*total];
        } else if totals.len() == 1 {
            let list = if before.is_empty() { behind } else { before };
            if whole && (before.is_empty() || behind.is_empty()) && is_slip(total, list) {
                let parts: Vec<usize> = list.iter().map(|node| node.budget).collect();
                arithmetic::total(budgets, total.budget, &parts);
            }
        } else {
            apart.push(*total);
        }
    }
    if totals.is_empty() {
        let tree = Tree::of(nodes, false);
        tree.tie(nodes, budgets);
    }
}

/// Ties the figures of `list` to their total, in the first reading in which they make it.
fn tie(total: &Node, list: &[Node], budgets: &mut [Budget]) -> bool {
    if list.len() < 2 {
        return false;
    }
    let plain = list.iter().all(|node| node.kind == Kind::Plain);
    let flat = || plain.then(|| Tree::flat(list));
    let readings: [&dyn Fn() -> Option<Tree>; 5] =
        [&flat, &|| Some(Tree::of(list, false)), &|| Tree::of_levels(list), &|| Tree::without_among(list, total), &|| {
            Some(Tree::of(list, true))
        }];
    for reading in readings {
        if let Some(tree) = reading().filter(|tree| tree.makes(list, total)) {
            let tops: Vec<usize> = tree.tops(list).map(|n| list[n].budget).collect();
            let grace = list.iter().map(|node| node.half).sum::<Decimal>() + total.half;
            arithmetic::total_within(budgets, total.budget, &tops, grace);
            tree.tie(list, budgets);
            return true;
        }
    }
    false
}

/// Whether the sum of a plain list is stated wrongly, and not something else than its sum.
fn is_slip(total: &Node, list: &[Node]) -> bool {
    let plain = list.len() > 1 && list.iter().all(|node| node.kind == Kind::Plain && node.level == list[0].level);
    let near = |made: Decimal| (made - total.amount).abs().checked_mul(Decimal::from(5)).is_some_and(|five| five < total.amount.abs());
    plain && Tree::of(list, true).parents.iter().all(Option::is_none) && sum(list.iter()).is_some_and(near)
}

fn sum<'n>(mut nodes: impl Iterator<Item = &'n Node>) -> Option<Decimal> {
    nodes.try_fold(Decimal::ZERO, |sum, node| sum.checked_add(node.amount))
}

/// For each figure of a list the one that adds it up, where that is not the total.
struct Tree {
    parents: Vec<Option<usize>>,
}

impl Tree {
    fn flat(list: &[Node]) -> Self {
        Self { parents: vec![None; list.len()] }
    }

    /// Subtotals add up what stands before them or behind, other figures those of a deeper level; `hidden` ones too, of which
    /// nothing tells but that the sum comes out.
    fn of(list: &[Node], hidden: bool) -> Self {
        let mut tree = Self::flat(list);
        let mut ends = ends(list, hidden);
        let (mut tops, mut n): (Vec<usize>, usize) = (Vec::new(), 0);
        while n < list.len() {
            if let Some(kept) = (list[n].kind == Kind::Subtotal).then(|| before_subtotal(list, &tops, n)).flatten() {
                tops.drain(kept..).for_each(|top| tree.parents[top] = Some(n));
                ends[n] = n + 1;
                tops.push(n);
                n += 1;
                continue;
            }
            if list[n].kind == Kind::Among
                && let Some(top) = tops.last()
            {
                tree.parents[n] = Some(*top);
                n += 1;
                continue;
            }
            tops.push(n);
            n = ends[n];
        }
        for (n, end) in ends.iter().enumerate() {
            let mut part = n + 1;
            while part < *end {
                tree.parents[part] = Some(n);
                part = ends[part];
            }
        }
        tree
    }

    /// What stands under a label of a deeper level is part of the last figure above it, whatever it makes.
    fn of_levels(list: &[Node]) -> Option<Self> {
        let first = list.first()?.level;
        let mut tree = Self::flat(list);
        let mut path: Vec<usize> = Vec::new();
        for (n, node) in list.iter().enumerate() {
            if node.level < first || node.level == 0 {
                return None;
            }
            while path.last().is_some_and(|last| list[*last].level >= node.level) {
                path.pop();
            }
            tree.parents[n] = path.last().copied();
            path.push(n);
        }
        Some(tree)
    }

    /// The only 其中, and so many figures behind it that the others make the total, are parts of the one before.
    fn without_among(list: &[Node], total: &Node) -> Option<Self> {
        let among = list.iter().position(|node| node.kind == Kind::Among)?;
        let whole = among.checked_sub(1)?;
        let all = sum(list.iter())?;
        let (mut held, mut tree) = (Decimal::ZERO, Self::flat(list));
        for n in among..list.len().min(among + MOST) {
            held = held.checked_add(list[n].amount)?;
            let left = all.checked_sub(held)?;
            tree.parents[n] = Some(whole);
            if left == total.amount && held <= list[whole].amount {
                return list[n + 1..].iter().all(|node| node.kind == Kind::Plain).then_some(tree);
            }
        }
        None
    }

    fn tops<'l>(&'l self, list: &'l [Node]) -> impl Iterator<Item = usize> + 'l {
        (0..list.len()).filter(|n| self.parents[*n].is_none())
    }

    /// Whether at least two figures are left that make the total, as far as they are rounded.
    fn makes(&self, list: &[Node], total: &Node) -> bool {
        let tops = || self.tops(list).map(|n| &list[n]);
        let grace = tops().map(|node| node.half).sum::<Decimal>() + total.half;
        tops().nth(1).is_some() && sum(tops()).is_some_and(|made| (made - total.amount).abs() <= grace)
    }

    /// Ties the figures to those that add them up; the total of the others is tied by whom it is known to.
    fn tie(&self, list: &[Node], budgets: &mut [Budget]) {
        let mut parts: Vec<Vec<usize>> = vec![Vec::new(); list.len()];
        for (n, parent) in self.parents.iter().enumerate() {
            if let Some(parent) = parent {
                parts[*parent].push(n);
            }
        }
        for (n, parts) in parts.iter().enumerate().filter(|(_, parts)| !parts.is_empty()) {
            let records: Vec<usize> = parts.iter().map(|part| list[*part].budget).collect();
            let Some(made) = sum(parts.iter().map(|part| &list[*part])).filter(|made| *made <= list[n].amount) else { continue };
            let whole = &mut budgets[list[n].budget];
            whole.role = if whole.role == Role::Item { Role::Subtotal } else { whole.role };
            if made == list[n].amount {
                arithmetic::total(budgets, list[n].budget, &records);
            }
            arithmetic::part(budgets, list[n].budget, &records);
        }
    }
}

/// Where the figures end that stand behind each and make it; right behind it where none do.
fn ends(list: &[Node], hidden: bool) -> Vec<usize> {
    let mut ends: Vec<usize> = (1..=list.len()).collect();
    for n in (0..list.len()).rev() {
        let node = &list[n];
        let Some(next) = list.get(n + 1).filter(|_| !node.amount.is_zero() && node.kind != Kind::Among) else { continue };
        let told = node.kind == Kind::Subtotal || next.kind == Kind::Among || node.level > 0 && next.level > node.level;
        if !told && !hidden {
            continue;
        }
        let (mut made, mut part, mut count) = (Decimal::ZERO, n + 1, 0);
        while part < list.len() && count < MOST && list[part].kind != Kind::Subtotal && made < node.amount {
            let Some(more) = made.checked_add(list[part].amount) else { break };
            made = more;
            count += 1;
            part = ends[part];
        }
        if made == node.amount && (count > 1 || told) {
            ends[n] = part;
        }
    }
    ends
}

/// How many of the figures before a subtotal it leaves, where it adds up the others: all since the last subtotal, or the last ones.
fn before_subtotal(list: &[Node], tops: &[usize], n: usize) -> Option<usize> {
    let run = tops.iter().rposition(|top| list[*top].kind == Kind::Subtotal).map_or(0, |last| last + 1);
    let run = run.max(tops.len().saturating_sub(MOST));
    let makes = |from: &usize| sum(tops[*from..].iter().map(|top| &list[*top])) == Some(list[n].amount);
    if makes(&run) && run < tops.len() {
        return Some(run);
    }
    let mut made = Some(Decimal::ZERO);
    let from = (run..tops.len()).rev().find(|top| {
        made = made.and_then(|made| made.checked_add(list[tops[*top]].amount));
        made == Some(list[n].amount)
    });
    from.filter(|_| !list[n].amount.is_zero())
}
