//! What an amount is for: the shortest noun phrase that says so.
//!
//! It stands right before the amount (`宣传资料印刷费5万元`), right behind it (`15万元的创业担保贷款`), in an earlier clause of
//! the sentence (`宣传手册3000册，每册8元`), in the clause behind (`投资4亿元，建设…`), in the words that lead a list in, in the
//! project's name or the section's heading; or it is that of the amount before (`最低200元`).

use std::ops::Range;

use super::{Sums, phrase};
use crate::{
    phrase::bound,
    reading::{Block, Place, Reading},
    span::Span,
};

/// What the blocks before say for the ones that follow.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// The noun of money in the last paragraph that leads a list in, and its section.
    lead_in: Option<(Span, Option<String>)>,
    /// What stands under the last heading 项目名称.
    project: Option<Span>,
    /// The headings over the block, with their sections.
    headings: Vec<(Span, Option<String>)>,
    /// Whether the block before was the heading 项目名称.
    names_project: bool,
}

impl Context {
    /// Takes in a block that has been read.
    pub(super) fn pass(&mut self, reading: &Reading<'_>, block: &Block) {
        let text = reading.text(block);
        let trimmed = text.trim_end_matches(['。', '：', ':', '；', ' ']);
        if std::mem::take(&mut self.names_project) && block.place != Place::Heading {
            self.project = Some(block.span.slice(0..trimmed.len()));
        }
        if let Some(name) = ["项目名称：", "项目名称:"].iter().find_map(|label| text.strip_prefix(label)) {
            self.project = Some(block.span.slice(text.len() - name.len()..trimmed.len().max(text.len() - name.len())));
        }
        if block.place == Place::Heading {
            self.names_project = trimmed == "项目名称";
            self.headings.retain(|(_, section)| within(block.section.as_deref(), section.as_deref()));
            self.headings.push((block.span.slice(0..trimmed.len()), block.section.clone()));
        } else if text.trim_end().ends_with(['：', ':']) {
            self.lead_in = noun_in(text).map(|range| (block.span.slice(range), block.section.clone()));
        }
    }

    /// The lead-in that covers a block in `section`.
    fn lead_in(&self, section: Option<&str>) -> Option<Span> {
        self.lead_in.as_ref().filter(|(_, of)| within(section, of.as_deref())).map(|(span, _)| *span)
    }

    /// The project, or the nearest heading over a block in `section`.
    fn title(&self, section: Option<&str>) -> Option<Span> {
        let heading = self.headings.iter().rev().find(|(_, of)| within(section, of.as_deref())).map(|(span, _)| *span);
        self.project.or(heading)
    }
}

/// Whether `section` is `of` or lies in it.
fn within(section: Option<&str>, of: Option<&str>) -> bool {
    match (section, of) {
        (Some(section), Some(of)) => section.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')),
        (_, None) => true,
        (None, Some(_)) => false,
    }
}

/// The noun of money in the last clauses of a lead-in.
fn noun_in(text: &str) -> Option<Range<usize>> {
    let mut at = text.trim_end_matches(['：', ':', ' ']).len();
    for _ in 0..4 {
        let clause = phrase::clause_before(text, 0, at);
        let noun = phrase::trimmed(text, clause.clone());
        if phrase::is_money(&text[noun.clone()]) && !phrase::is_generic(&text[noun.clone()]) {
            return Some(noun);
        }
        at = text[..clause.start].trim_end_matches(['，', '。', '；', ',', ' ']).len();
        if at == 0 {
            break;
        }
    }
    None
}

/// What the `n`th amount of the block is for. `items` has what those before it are for.
pub(super) fn item(sums: &Sums<'_>, n: usize, items: &[Option<Span>], context: &Context) -> Option<Span> {
    let text = sums.text;
    let at = sums.money[n].range.start;
    let from = n.checked_sub(1).map_or(0, |last| after_amount(sums, last));
    let clause = phrase::clause_before(text, from, at);
    let last = n.checked_sub(1).map(|last| (items[last], sums.money[last].range.end));
    if from == at || joins(&text[from..at]) {
        return last.and_then(|(item, _)| item);
    }
    let place = |range: Range<usize>| sums.span.slice(range);
    let noun = phrase::trimmed(text, clause.clone());
    let words = &text[noun.clone()];
    let strong = !phrase::is_generic(words) && (phrase::is_money(words) || !is_weak(words));
    let total = is_total(&text[clause.clone()]);
    if strong && phrase::is_money(words) {
        return Some(place(noun));
    }
    let end = after_per(sums, n);
    if let Some(after) = phrase::noun_after(&text[end..]) {
        return Some(place(end + after.start..end + after.end));
    }
    if strong && !total {
        return Some(place(noun));
    }
    if let Some(next) = clause_after(text, sums.money[n].range.end) {
        return Some(place(next));
    }
    let same_sentence = last.filter(|(_, end)| !text[*end..at].contains(['。', '；', '\n']));
    let inherited = same_sentence.and_then(|(item, _)| item).filter(|_| !total);
    let earlier = || earlier_clause(text, n.checked_sub(1).map_or(0, |last| sums.money[last].range.end), clause.start).map(place);
    let weak = || (words.chars().count() >= 2 && !phrase::is_generic(words) && !total).then(|| place(noun.clone()));
    let local = if total { None } else { earlier().or(inherited).or_else(weak) };
    local
        .or_else(|| context.lead_in(sums.section).filter(|_| !total))
        .or_else(|| context.title(sums.section))
        .or(last.and_then(|(item, _)| item))
}

/// Whether the words say that this is the sum: 合计, 总投资, 项目安排资金.
fn is_total(clause: &str) -> bool {
    ["合计", "总计", "共计", "总投资", "总额", "总资金", "项目安排资金", "项目计划安排", "安排资金", "预算资金"]
        .iter()
        .any(|w| clause.contains(w))
}

/// A phrase that may be a clause about something else: it begins with a preposition, or with 每.
fn is_weak(words: &str) -> bool {
    const STARTS: [&str; 14] = ["每", "在", "由", "对", "从", "自", "经", "如", "若", "按", "为", "向", "以", "与"];
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
        let clause = phrase::clause_before(text, from, from + head.len());
        let noun = phrase::trimmed(text, clause.clone());
        let words = &text[noun.clone()];
        let counted = noun.end < clause.end;
        if !phrase::is_generic(words) && !is_weak(words) && (phrase::is_money(words) || counted) {
            return Some(noun);
        }
        at = clause.start;
    }
    None
}
