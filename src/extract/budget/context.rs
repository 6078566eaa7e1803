//! What stands around an amount and says what it is for: the words that lead a list in, the project's name, headings.

use std::{ops::Range, sync::Arc};

use super::noun;
use crate::{
    reading::{Block, Place, Reading},
    span::Span,
};

/// What the blocks before say for the ones that follow.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// The noun of money in the last paragraph that leads a list in, and its section.
    lead_in: Option<(Span, Option<Arc<str>>)>,
    /// What stands under the last heading 项目名称.
    project: Option<Span>,
    /// The headings over the block, with their sections.
    headings: Vec<(Span, Option<Arc<str>>)>,
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
            let says = !EMPTY.iter().any(|words| trimmed.trim() == *words);
            self.headings.extend(says.then(|| (block.span.slice(0..trimmed.len()), block.section.clone())));
        } else if text.trim_end().ends_with(['：', ':']) {
            self.lead_in = noun_in(text).map(|range| (block.span.slice(range), block.section.clone()));
        }
    }

    /// The lead-in that covers a block in `section`.
    pub(super) fn lead_in(&self, section: Option<&str>) -> Option<Span> {
        self.lead_in.as_ref().filter(|(_, of)| within(section, of.as_deref())).map(|(span, _)| *span)
    }

    /// The project, or the nearest heading over a block in `section`.
    pub(super) fn title(&self, section: Option<&str>) -> Option<Span> {
        let heading = self.headings.iter().rev().find(|(_, of)| within(section, of.as_deref())).map(|(span, _)| *span);
        self.project.or(heading)
    }
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
        let noun = noun::trimmed(text, clause.clone());
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
