//! An amount in its sentence: the words right before it, the clauses before those, and where the text behind it begins.

use std::{cell::OnceCell, ops::Range, sync::LazyLock};

use super::{Sums, behind::Behind, noun, words::THAN};
use crate::{
    lexicon::{Characters, Held, Lists, joined, picked, short},
    pattern::tail,
    phrase::{
        bound::{self, Relation},
        interval,
        money::{Money, per::JOINTS},
    },
    span::Found,
};

/// How far back a sentence is looked through, in characters: longer ones say nothing new about their end.
const REACH: usize = 161;

/// Amounts that a subtotal adds up at the most.
const MANY: usize = 64;

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
    /// What the clause says of sums, and what stands behind the amount, once somebody has asked.
    said: OnceCell<Held>,
    behind: OnceCell<Behind<'t>>,
    /// How far back its sentence is looked through, once somebody has looked.
    floor: OnceCell<usize>,
}

/// What a clause may say of the amount behind it.
#[derive(Clone, Copy)]
pub(super) enum Said {
    /// That it is the sum: 合计, 总投资, 预算资金.
    Total,
    /// That it adds up those before.
    Subtotal,
    /// That it is what something costs.
    Cost,
}

/// The words for it, in the order of [`Said`].
const SAID: [&[&str]; 3] = [
    joined!(picked!(sums: sum | whole), &["项目计划安排", "预算资金", "概算"]),
    picked!(sums: subtotal),
    &["投资", "概算", "造价", "资金", "经费", "投入"],
];

static SAYS: LazyLock<Lists> = LazyLock::new(|| Lists::new(SAID));

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
        Self { sums, n, from, at, clause, noun, said: OnceCell::new(), behind: OnceCell::new(), floor: OnceCell::new() }
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

    /// Whether the clause before the amount says so of it.
    pub(super) fn says(&self, what: Said) -> bool {
        self.said.get_or_init(|| SAYS.held_by(self.said())).has(what as usize)
    }

    /// What stands behind the amount.
    pub(super) fn behind(&self) -> &Behind<'t> {
        self.behind.get_or_init(|| Behind::new(self.text(), self.end()))
    }

    pub(super) fn found(&self) -> &'s Found<Money> {
        &self.sums.money[self.n]
    }

    /// Whether nothing but a comma's worth of words stands between this amount and the one before: they are for the same.
    pub(super) fn joins(&self) -> bool {
        let between = &self.text()[self.from..self.at];
        let linked = || {
            self.noun.is_empty()
                && self.clause.start == self.from
                && between.rfind('、').is_none_or(|at| between[..at].trim().is_empty())
                && !between.contains(['，', '。', '；', '：', '（', '\n', ',', ';', ':', '('])
        };
        self.n > 0 && (joins(between) || linked())
    }

    /// Whether the amount is given as 奖励 or 补助.
    pub(super) fn gives(&self) -> bool {
        noun::gives(self.said()) || self.behind().is_gift()
    }

    /// Whether it is by how much the amount before differs from another, or that other: 比上年预算减少2万元, 与上年相比，减少2万元.
    pub(super) fn compares(&self) -> bool {
        let compared = |clause: &str| clause.starts_with(['与', '同', '和']) && clause.trim_end().ends_with("相比");
        let said = self.said().trim_start();
        self.n > 0
            && (short::begins_with(said, &THAN)
                || self.noun.is_empty() && self.sentence_before().is_some_and(|range| compared(self.text()[range].trim_start())))
    }

    /// The clause right before the amount's own.
    fn sentence_before(&self) -> Option<Range<usize>> {
        self.earlier().next().map(|clause| clause.range)
    }

    /// The first of the amounts between which a list is shared out (分别奖励5万元、3万元), and how many they are.
    pub(super) fn shares(&self) -> Option<(usize, usize)> {
        const LONGEST: usize = 8;
        let sums = self.sums;
        let follows = |n: usize| {
            let next = sums.money[n].range.start;
            let between = &sums.text[after_amount(sums, n - 1).min(next)..next];
            joins(between) || matches!(between.trim(), "，" | ",")
        };
        let first = (0..=self.n).rev().take(LONGEST).find(|n| *n == 0 || !follows(*n))?;
        let end = (first + 1..sums.money.len()).take(LONGEST).find(|n| !follows(*n)).unwrap_or(sums.money.len().min(first + 1 + LONGEST));
        let shared = || clause(sums, first).contains("分别") || clause(sums, first).contains("依次");
        (end - first > 1 && shared()).then_some((first, end - first))
    }

    /// Whether it is the 小计 of the amounts before it, or 共: all of them behind the last sum.
    pub(super) fn adds_up(&self) -> bool {
        let mut left = self.found().value.amount;
        if !self.says(Said::Subtotal) && !matches!(self.said().trim(), "共" | "总共" | "一共" | "共需" | "共安排") {
            return false;
        }
        let before = (0..self.n).rev().take_while(|n| !clause(self.sums, *n).contains("计"));
        let count = before.map(|n| left -= self.sums.money[n].value.amount).take(MANY).count();
        count > 1 && left.is_zero()
    }

    /// Whether a tier begins with the amount, and another amount was a limit before it in the sentence: ；2000元至5万元的部分….
    pub(super) fn is_tier(&self) -> bool {
        let Some(last) = self.n.checked_sub(1) else { return false };
        let money = &self.sums.money;
        let between = &self.text()[money[last].range.end..self.at];
        self.noun.is_empty() && money[last].value.relation != Relation::Eq && !between.contains(['。', '\n'])
    }

    /// Where the text goes on behind the amount, or behind the interval or list that it begins.
    fn end(&self) -> usize {
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
        let floor = *self.floor.get_or_init(|| self.at - tail(&text[..self.at], REACH).len());
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

/// The words before the `n`th amount in its clause.
fn clause<'t>(sums: &Sums<'t>, n: usize) -> &'t str {
    let from = n.checked_sub(1).map_or(0, |last| sums.money[last].range.end);
    &sums.text[noun::clause_before(sums.text, from, sums.money[n].range.start)]
}

/// Whether the `n`th amount is the one before once more, in other figures: 合计：叁万元整（￥30000.00）, 3万元（大写：叁万元整）.
pub(super) fn says_again(sums: &Sums<'_>, n: usize) -> bool {
    const OPENS: [&str; 12] =
        ["（", "(", "（大写", "（小写", "(大写", "(小写", "，大写", "（即", "（人民币大写", "（人民币", "，小写", "，人民币大写"];
    let Some(last) = n.checked_sub(1).map(|last| &sums.money[last]) else { return false };
    let this = &sums.money[n];
    let between = sums.text[last.range.end..this.range.start].trim_end_matches(['：', ':', ' ']);
    OPENS.contains(&between) && last.value.amount == this.value.amount
}

/// Whether the `n`th amount is what the one before becomes: 由每人每月350元提高到410元.
pub(super) fn succeeds(sums: &Sums<'_>, n: usize) -> bool {
    const TURNS: &[&str] = joined!(picked!(changes: turns | grows), &["调整", "调高", "调", "提升", "提", "降"]);
    static FIRST: Characters = Characters::first_of(TURNS);
    const TO: [&str; 3] = ["到", "至", "为"];
    let Some(last) = n.checked_sub(1) else { return false };
    let between = sums.text[after_amount(sums, last).min(sums.money[n].range.start)..sums.money[n].range.start].trim();
    let between = between.strip_prefix("统一").unwrap_or(between);
    if !between.starts_with(|c| FIRST.may_have(c)) {
        return false;
    }
    let turned = TURNS.iter().filter_map(|word| between.strip_prefix(word));
    // 上升到2020年的
    let dated = |rest: &str| rest.strip_suffix("年的").is_some_and(|year| year.bytes().all(|figure| figure.is_ascii_digit()));
    let reached = |rest: &str| rest.is_empty() || rest.starts_with('每') || dated(rest);
    let becomes = |rest: &str| TO.iter().any(|to| rest.strip_prefix(to).is_some_and(reached));
    sums.money[n].value.relation == Relation::Eq && { turned }.any(becomes)
}

/// Whether two amounts with nothing but `between` are for the same: a list or an interval.
fn joins(between: &str) -> bool {
    between.trim().is_empty() || interval::joins(between.trim())
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
                let rest = rest.trim_start_matches(JOINTS);
                rest.strip_prefix(measure).unwrap_or(rest)
            });
            sums.text.len() - length.len()
        }
        _ => end,
    }
}
