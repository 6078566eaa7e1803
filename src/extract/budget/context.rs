//! What stands around an amount and says what it is for: the words that lead a list in, the project's name, headings.

use std::{cell::OnceCell, ops::Range};

use super::noun;
use crate::{
    lexicon::short,
    reading::{Block, Cues, Place},
    span::Span,
};

/// What the blocks before say for the ones that follow.
#[derive(Debug, Default)]
pub(super) struct Context<'r> {
    /// The last paragraph that leads a list in.
    lead_in: Option<LeadIn<'r>>,
    /// What stands under the last heading 项目名称.
    project: Option<Span>,
    /// The headings over the block, with their sections.
    headings: Vec<Heading<'r>>,
    /// Whether the block before was the heading 项目名称.
    names_project: bool,
}

/// A heading and what it is over.
#[derive(Debug)]
struct Heading<'r> {
    words: &'r str,
    span: Span,
    section: Option<&'r str>,
}

/// A paragraph that leads a list in.
#[derive(Debug)]
struct LeadIn<'r> {
    text: &'r str,
    block: &'r Block,
    /// The noun of money in it, once somebody has asked.
    noun: OnceCell<Option<Span>>,
}

impl<'r> Context<'r> {
    /// Takes in a block that has been read.
    pub(super) fn pass(&mut self, text: &'r str, block: &'r Block) {
        if std::mem::take(&mut self.names_project) && block.place != Place::Heading {
            self.project = Some(block.span.slice(0..without_stop(text).len()));
        }
        let colon = block.cues.intersects(Cues::ANNOUNCING);
        if colon && let Some(name) = text.strip_prefix("项目名称").and_then(|rest| rest.strip_prefix(['：', ':'])) {
            let start = text.len() - name.len();
            self.project = Some(block.span.slice(start..without_stop(text).len().max(start)));
        }
        if block.place == Place::Heading {
            self.pass_heading(without_stop(text), block);
        } else if colon && text.trim_end().ends_with(['：', ':']) {
            self.lead_in = Some(LeadIn { text, block, noun: OnceCell::new() });
        }
    }

    fn pass_heading(&mut self, words: &'r str, block: &'r Block) {
        let section = block.section.as_deref();
        self.names_project = words == "项目名称";
        let lead = verb_before_standard(words);
        let (words, span) = (&words[lead..], block.span.slice(lead..words.len()));
        self.headings.retain(|heading| within(section, heading.section));
        self.headings.push(Heading { words, span, section });
    }

    /// The noun of money in the lead-in that covers a block in `section`.
    pub(super) fn lead_in(&self, section: Option<&str>) -> Option<Span> {
        let LeadIn { text, block, noun } = self.lead_in.as_ref().filter(|it| within(section, it.block.section.as_deref()))?;
        *noun.get_or_init(|| noun_in(text).map(|range| block.span.slice(range)))
    }

    /// The project, or the nearest heading over a block in `section`.
    pub(super) fn title(&self, section: Option<&str>) -> Option<Span> {
        // 建议办理情况, 资金安排; 市级扶贫资金800万元 is an item
        let vague = |words: &str| {
            EMPTY.contains(&words) || noun::is_generic(words) && !noun::is_money(words) || words.ends_with('元') || is_state(words)
        };
        let says = |words: &str| !vague(words) && !short::ends_with(words, &["资金来源", "资金筹措", "投资估算", "投资概算"]);
        let over = |heading: &&Heading<'_>| within(section, heading.section) && says(heading.words.trim());
        // 项目费用, under which prices stand
        let costs =
            self.headings.last().filter(|heading| over(heading) && noun::is_money(heading.words.trim())).map(|heading| heading.span);
        costs.or(self.project).or_else(|| self.headings.iter().rev().find(over).map(|heading| heading.span))
    }
}

/// `text` without what closes a line.
fn without_stop(text: &str) -> &str {
    text.trim_end_matches(['。', '：', ':', '；', ';', ' '])
}

/// The length of the verb at the head of a heading that names a standard: 提高农村低保标准.
fn verb_before_standard(words: &str) -> usize {
    let standard = words.ends_with("标准").then(|| short::behind(words, &["提高", "调整", "落实", "明确", "完善", "规范"])).flatten();
    standard.filter(|standard| standard.chars().count() > 3).map_or(0, |standard| words.len() - standard.len())
}

/// Whether a heading only says that something is told: 基本情况及评价, 建议办理情况.
fn is_state(words: &str) -> bool {
    words.starts_with("基本情况") || words.strip_suffix("情况").is_some_and(|of| !noun::is_money(of))
}

/// Headings that say of no amount what it is for.
const EMPTY: [&str; 16] = [
    "有关要求",
    "工作要求",
    "有关事项",
    "其他事项",
    "其他",
    "保障措施",
    "组织保障",
    "组织领导",
    "工作安排",
    "总体要求",
    "附则",
    "基本情况",
    "主要内容",
    "法律责任",
    "罚则",
    "具体要求",
];

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
        let clause = noun::clause_before(text, 0, at);
        // 现将补助资金下达给你们
        let given = ["下达", "下拨", "拨付", "分配"].iter().filter_map(|verb| text[clause.clone()].rfind(verb)).max();
        let end = given.filter(|at| text[clause.clone()].starts_with("现将") && *at > 0).map_or(clause.end, |at| clause.start + at);
        let noun = noun::trimmed(text, clause.start..end);
        if noun::is_money(&text[noun.clone()]) && !noun::is_generic(&text[noun.clone()]) {
            return Some(noun);
        }
        at = text[..clause.start].trim_end_matches(['，', '。', '；', ',', ' ']).len();
        if at == 0 {
            break;
        }
    }
    None
}
