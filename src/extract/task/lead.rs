//! Lead-ins: a paragraph that ends in a colon says what those under it are (经营者不得有下列行为：; 符合下列条件之一的：).
//!
//! Leads that only announce (现将有关事项通知如下：) say nothing of what follows.

use std::sync::LazyLock;

use super::weigh::{Evidence, evidence};
use crate::{
    lexicon::{Lists, joined, picked},
    phrase::actor,
    reading::Block,
    span::Span,
};

/// What a lead-in says, by the words near its end: name and words; the first that fits counts.
const LEADS: [(&str, &[&str]); 5] = [
    (
        "announce",
        &[
            "通知如下",
            "公告如下",
            "通告如下",
            "告知如下",
            "提醒如下",
            "告诫如下",
            "意见如下",
            "批复如下",
            "函复如下",
            "答复如下",
            "制定本",
            "如下意见",
        ],
    ),
    ("ban", picked!(bindings: bans)),
    ("condition", &["条件", "资格", "情形", "之一", "符合", "原则"]),
    ("duty", &["职责", "负责", "任务", "履行", "分工"]),
    ("bind", joined!(picked!(bindings: binds | wants), &["请"])),
];
static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::new(LEADS.map(|(_, words)| words)));

/// How much of a lead-in is looked at, in characters from its end.
const REACH: usize = 40;

/// The lead-in that holds at present.
#[derive(Debug, Default)]
pub(super) struct Leads<'d> {
    open: Option<Lead<'d>>,
}

/// A lead-in.
#[derive(Debug)]
struct Lead<'d> {
    /// Its own place.
    span: Span,
    part: usize,
    depth: usize,
    section: Option<&'d str>,
    says: Led,
}

/// What a lead-in says of those under it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Led {
    class: &'static str,
    /// Who acts in it, and so in the items under it that name nobody.
    pub(super) agent: Option<Span>,
}

impl Led {
    /// The evidence that it gives; binding words alone tell nothing of the items.
    pub(super) fn evidence(&self) -> Option<&'static Evidence<'static>> {
        Some(match self.class {
            "ban" => evidence!("led", "ban"),
            "condition" => evidence!("led", "condition"),
            "duty" => evidence!("led", "duty"),
            _ => return None,
        })
    }
}

impl Lead<'_> {
    fn holds(&self, block: &Block) -> bool {
        self.part == block.part && (block.depth > self.depth || (block.depth == self.depth && block.section.as_deref() == self.section))
    }
}

impl<'d> Leads<'d> {
    /// What the lead-in above `block` says; then `block` may open one itself.
    pub(super) fn pass(&mut self, block: &'d Block, text: &str) -> Option<Led> {
        self.open.take_if(|lead| !lead.holds(block));
        let above = self.open.as_ref().map(|lead| lead.says);
        let inside = self.open.as_ref().is_some_and(|lead| block.depth > lead.depth);
        // most end with a Chinese character or 。
        if !matches!(text.as_bytes(), [.., 0xe4..=0xe9, _, _] | [.., 0xe3, 0x80, 0x82]) && text.trim_end().ends_with(['：', ':']) {
            let (class, named) = (class(text), name_alone(block, text));
            // a colon inside a list that says nothing of its own leaves the list's lead-in in force
            if !inside || class.is_some() || named.is_some() {
                self.open = class.or(named.map(|_| "named")).map(|class| Lead {
                    span: block.span,
                    part: block.part,
                    depth: block.depth,
                    section: block.section.as_deref(),
                    says: Led { class, agent: named },
                });
            }
        }
        above
    }

    /// Tells who acts in the lead-in that `block` has opened; who acts in a paragraph under it says nothing of the others.
    pub(super) fn name(&mut self, block: &Block, agent: Option<Span>) {
        if let Some(lead) = self.open.as_mut().filter(|lead| lead.span == block.span && matches!(lead.says.class, "ban" | "duty")) {
            lead.says.agent = lead.says.agent.or(agent);
        }
    }
}

/// Who is named and nothing else, in an item: 县财政局：. Above the items, it would be who is written to.
fn name_alone(block: &Block, text: &str) -> Option<Span> {
    let name = text.trim().trim_end_matches(['：', ':']);
    let start = text.len() - text.trim_start().len();
    (block.section.is_some() && name.chars().count() <= 24 && actor::is_plain(name)).then(|| block.span.slice(start..start + name.len()))
}

fn class(lead: &str) -> Option<&'static str> {
    let from = lead.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    LISTS.held_by(&lead[from..]).of(&LEADS).next().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_are_told_apart_by_their_last_words() {
        assert_eq!(class("任何单位不得有下列行为："), Some("ban"));
        assert_eq!(class("申请人应当符合下列条件："), Some("condition"));
        assert_eq!(class("现将有关事项通知如下："), Some("announce"));
        assert_eq!(class("领导小组成员："), None);
    }
}
