//! What an amount is for: the shortest noun phrase that says so.
//!
//! It stands right before the amount (`宣传资料印刷费5万元`), right behind it (`20万元的技能提升贷款`), in an earlier clause of
//! the sentence (`科普画册2500册，每册12元`), in the clause behind (`投资4亿元，建设…`), in the words that lead a list in, in the
//! project's name or the section's heading; or it is that of the amount before (`最低200元`).

use std::ops::Range;

use super::{Sums, context::Context, noun};
use crate::{phrase::bound, span::Span};

/// What the `n`th amount of the block is for. `items` has what those before it are for.
pub(super) fn item(sums: &Sums<'_>, n: usize, items: &[Option<Span>], context: &Context) -> Option<Span> {
    let site = Site::new(sums, n, items);
    if joins(&sums.text[site.from..site.at]) {
        return site.last_item;
    }
    let near = site.money_before().or_else(|| site.money_behind()).or_else(|| site.words_before()).or_else(|| site.clause_behind());
    near.map(|range| sums.span.slice(range))
        .or_else(|| if site.total { None } else { site.in_sentence().or_else(|| context.lead_in(sums.section)) })
        .or_else(|| site.invested_in())
        .or_else(|| context.title(sums.section))
        .or(site.last_item)
        .or_else(|| (site.words().chars().count() > 1).then(|| sums.span.slice(site.noun.clone())))
}

/// An amount in its clause.
struct Site<'s, 't> {
    sums: &'s Sums<'t>,
    n: usize,
    /// Where the text begins that belongs to this amount: behind the one before.
    from: usize,
    /// Where the amount begins.
    at: usize,
    /// The clause before it.
    clause: Range<usize>,
    /// What is left of the clause when verbs, bounds and numbers are taken off.
    noun: Range<usize>,
    /// Whether the clause says that this is the sum.
    total: bool,
    /// What the amount before is for.
    last_item: Option<Span>,
}

impl<'s, 't> Site<'s, 't> {
    fn new(sums: &'s Sums<'t>, n: usize, items: &[Option<Span>]) -> Self {
        let at = sums.money[n].range.start;
        let from = n.checked_sub(1).map_or(0, |last| after_amount(sums, last)).min(at);
        let clause = noun::clause_before(sums.text, from, at);
        let noun = noun::trimmed(sums.text, clause.clone());
        let total = is_total(&sums.text[clause.clone()]);
        Self { sums, n, from, at, clause, noun, total, last_item: items.last().copied().flatten() }
    }

    fn words(&self) -> &'t str {
        &self.sums.text[self.noun.clone()]
    }

    /// A noun of money before the amount, in its clause or before the bracket around it.
    fn money_before(&self) -> Option<Range<usize>> {
        let (text, words) = (self.sums.text, self.words());
        if noun::is_bare(words) {
            let counted = noun::with_counted(text, self.from, self.noun.clone());
            if counted.start < self.noun.start {
                return Some(noun::trimmed(text, counted).start..self.noun.end);
            }
        }
        let named = noun::is_money(words) && !noun::is_generic(words);
        if named { Some(self.noun.clone()) } else { before_bracket(text, self.from, self.clause.start) }
    }

    /// A noun of money behind the amount.
    fn money_behind(&self) -> Option<Range<usize>> {
        let end = after_interval(self.sums, self.n);
        noun::noun_after(&self.sums.text[end..]).map(|after| end + after.start..end + after.end)
    }

    /// Whatever the clause before the amount names.
    fn words_before(&self) -> Option<Range<usize>> {
        let words = self.words();
        (!self.total && !noun::is_generic(words) && !is_weak(words)).then(|| self.noun.clone())
    }

    /// What is built or bought with it.
    fn clause_behind(&self) -> Option<Range<usize>> {
        clause_after(self.sums.text, self.sums.money[self.n].range.end)
    }

    /// 提质改造工程，总投资3亿元: the works that the clause before the total names.
    fn invested_in(&self) -> Option<Span> {
        let text = self.sums.text;
        let head = text[self.from..self.clause.start].trim_end_matches(['，', ',']);
        let clause = noun::clause_before(text, self.from, self.from + head.len());
        let noun = noun::trimmed(text, clause);
        let works = ["工程", "项目", "计划", "建设", "行动"].iter().any(|w| text[noun.clone()].ends_with(w));
        (works && text[self.clause.clone()].contains("投资") && !noun::is_generic(&text[noun.clone()])).then(|| self.sums.span.slice(noun))
    }

    /// What an earlier clause names, or the amount before in the same sentence; a subtotal goes with its price.
    fn in_sentence(&self) -> Option<Span> {
        let text = self.sums.text;
        let last = self.n.checked_sub(1).map_or(0, |last| self.sums.money[last].range.end);
        let inherited = self.last_item.filter(|_| !text[last..self.at].contains(['。', '；', '\n']));
        if text[self.clause.clone()].contains("小计") && inherited.is_some() {
            return inherited;
        }
        let earlier = earlier_clause(text, last, self.clause.start).map(|range| self.sums.span.slice(range));
        let weak =
            || (self.words().chars().count() > 1 && !noun::is_generic(self.words())).then(|| self.sums.span.slice(self.noun.clone()));
        earlier.or(inherited).or_else(weak)
    }
}

/// The noun of money before the bracket that opens at the head of the clause: 配套费（中心城区每平方米60元.
fn before_bracket(text: &str, from: usize, at: usize) -> Option<Range<usize>> {
    let head = text[from..at].strip_suffix(['（', '('])?;
    let clause = noun::clause_before(text, from, from + head.len());
    let noun = noun::trimmed(text, clause);
    let words = &text[noun.clone()];
    (noun::is_money(words) && !noun::is_generic(words)).then_some(noun)
}

/// Whether the words say that this is the sum: 合计, 总投资, 项目安排资金.
fn is_total(clause: &str) -> bool {
    ["合计", "总计", "共计", "总投资", "总额", "总资金", "项目安排资金", "项目计划安排", "安排资金", "预算资金"]
        .iter()
        .any(|w| clause.contains(w))
}

/// A phrase that may be a clause about something else: it begins with a preposition, or with 每.
fn is_weak(words: &str) -> bool {
    const STARTS: [&str; 18] =
        ["比", "较", "同比", "上年", "每", "在", "由", "对", "从", "自", "经", "如", "若", "按", "为", "向", "以", "与"];
    const ENDS: [&str; 12] = ["时", "后", "前", "的", "当年", "期间", "的年度", "情况", "城市", "标准", "可", "这"];
    words.chars().count() < 2
        || STARTS.iter().any(|w| words.starts_with(w))
        || ENDS.iter().any(|w| words.ends_with(w))
        || begins_with_verb(words)
}

/// A clause that gives money rather than names what for.
fn begins_with_verb(words: &str) -> bool {
    const VERBS: [&str; 12] = ["给予", "奖励", "享受", "申请", "发放", "提供", "处", "获得", "设立", "分摊", "可申请", "符合"];
    VERBS.iter().any(|w| words.starts_with(w) || words.ends_with(w))
}

/// Whether two amounts with nothing but `between` are for the same: a list or an interval.
fn joins(between: &str) -> bool {
    matches!(between.trim(), "" | "、" | "和" | "或" | "及" | "至" | "到" | "-" | "—" | "～" | "~" | "－" | "–")
}

/// Where the text goes on behind the `n`th amount and the words that bind it.
fn after_amount(sums: &Sums<'_>, n: usize) -> usize {
    let end = after_per(sums, n);
    end + bound::after(&sums.text[end..]).map_or(0, |(_, length)| length)
}

/// Where the text goes on behind the interval or list that the `n`th amount begins, before the words that bind it.
fn after_interval(sums: &Sums<'_>, n: usize) -> usize {
    const LONGEST: usize = 8;
    let follows = |n: &usize| {
        sums.money.get(n + 1).is_some_and(|next| joins(&sums.text[after_amount(sums, *n).min(next.range.start)..next.range.start]))
    };
    let last = (n..n + LONGEST).find(|n| !follows(n)).unwrap_or(n);
    after_per(sums, last)
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

/// 建设…的项目 in 投资4亿元，建设…的项目; 购置设备 in 安排5万元，用于购置设备.
fn clause_after(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].strip_prefix(['，', ',']).unwrap_or(&text[at..]);
    let skipped = ["主要用于", "专项用于", "全部用于", "重点用于", "用于"].iter().find_map(|w| rest.strip_prefix(w));
    let builds = ["建设", "新建", "改造", "扩建", "购置", "实施", "改建"].iter().any(|w| rest.starts_with(w));
    let rest = skipped.or(builds.then_some(rest))?;
    let start = text.len() - rest.len();
    let end = start + rest.find(['，', '。', '；', '\n', '、']).unwrap_or(rest.len());
    (end > start).then_some(start..end)
}

/// The noun phrase of an earlier clause of the sentence that ends at `at`, the nearest first.
fn earlier_clause(text: &str, from: usize, at: usize) -> Option<Range<usize>> {
    const FAR: usize = 4;
    let mut at = at;
    for _ in 0..FAR {
        let head = text[from..at].trim_end_matches(['，', ',', ' ']);
        // a sentence ended
        if head.is_empty() || head.len() == at - from || head.ends_with(['。', '；', '：', '\n']) {
            return None;
        }
        let clause = noun::clause_before(text, from, from + head.len());
        let noun = noun::trimmed(text, clause.clone());
        let words = &text[noun.clone()];
        let counted = noun.end < clause.end;
        if !noun::is_generic(words) && !is_weak(words) && (noun::is_money(words) || counted && words.chars().count() > 2) {
            return Some(noun);
        }
        at = clause.start;
    }
    None
}
