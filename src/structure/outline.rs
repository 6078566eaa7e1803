//! The section tree of one body.
//!
//! Levels differ between documents, so a label's depth comes from the numbering and not from a table: a style
//! that is open is continued, a new one opens below. A label counts only where its number follows its elder's,
//! runs on from the last of its style (（六） after （五） under the next heading), or begins at one; marks that
//! running text seldom begins with (一、 （三）) are trusted further than figures.

use std::collections::BTreeMap;

use super::{
    Block, Role, Section,
    label::{Style, label},
    line::{self, Lines},
};
use crate::span::Span;

/// The longest run-in heading: 压实主体责任。各分局要…
const HEADING_CHARS: usize = 40;
/// How many numbers may be missing between two labels of one list.
const GAP: u32 = 3;

/// A label found at the head of a line.
#[derive(Clone, Copy, Debug)]
struct Mark {
    line: usize,
    label: Span,
    text: Span,
    style: Style,
    ordinal: u32,
    /// Whether a later label goes on with the next number.
    continues: bool,
}

/// A section that is open, with what is known of it so far.
struct Open {
    mark: Mark,
    section: Section,
}

/// Reads the lines of one body: blocks before the first label, and the tree.
pub(super) fn read(lines: &Lines<'_>, range: std::ops::Range<usize>) -> (Vec<Block>, Vec<Section>) {
    let marks = marks(lines, range.clone());
    let mut tree = Tree::default();
    let mut marks = marks.into_iter().peekable();
    for i in range {
        match marks.next_if(|mark| mark.line == i) {
            Some(mark) => tree.section(lines, mark),
            None if matches!(lines.all[i].role, Role::Body | Role::Row) => {
                tree.block(Block { span: lines.span(i), row: lines.all[i].role == Role::Row });
            }
            None => {}
        }
    }
    tree.finish()
}

/// The labels that may open sections.
fn marks(lines: &Lines<'_>, range: std::ops::Range<usize>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = range
        .filter(|i| lines.is_open(*i))
        .filter_map(|i| {
            let (line, span) = (lines.str(i), lines.span(i));
            let (rest, found) = label(line).ok()?;
            let written = span.slice(0..found.text.len());
            let text = span.slice(line.len() - rest.len()..line.len());
            reads_as_text(found.style, rest).then_some(()).is_none().then_some(Mark {
                line: i,
                label: written,
                text,
                style: found.style,
                ordinal: found.ordinal,
                continues: false,
            })
        })
        .collect();
    link(&mut marks);
    marks
}

/// Whether what follows shows that the label was no label: 二、三季度, 一、二级.
fn reads_as_text(style: Style, rest: &str) -> bool {
    let mut chars = rest.chars();
    style == Style::Chinese
        && chars.next().is_some_and(|c| "一二三四五六七八九十".contains(c))
        && chars.next().is_some_and(|c| "季月年级类期批次、是线环产".contains(c))
}

/// Says of each label whether a later one goes on with its number, before the numbering restarts.
fn link(marks: &mut [Mark]) {
    // by style: the indices that wait for the number after theirs
    let mut waiting: BTreeMap<(Style, u32), usize> = BTreeMap::new();
    for i in 0..marks.len() {
        let Mark { style, ordinal, .. } = marks[i];
        if let Some(elder) = waiting.remove(&(style, ordinal)) {
            marks[elder].continues = true;
        }
        waiting.insert((style, ordinal + 1), i);
    }
}

#[derive(Default)]
struct Tree {
    lead: Vec<Block>,
    roots: Vec<Section>,
    open: Vec<Open>,
    /// The last number of each style, for lists that run on through their parents.
    last: BTreeMap<Style, u32>,
    /// The style under which each style stood when it last opened.
    parents: BTreeMap<Style, Style>,
}

impl Tree {
    /// Opens a section at `mark`, or takes its line as text where the numbering speaks against it.
    fn section(&mut self, lines: &Lines<'_>, mark: Mark) {
        let Some(depth) = self.depth(&mark) else {
            self.block(Block { span: lines.span(mark.line), row: false });
            return;
        };
        while self.open.len() > depth {
            self.close();
        }
        self.last.insert(mark.style, mark.ordinal);
        if let Some(parent) = self.open.last() {
            self.parents.insert(mark.style, parent.mark.style);
        }
        // a list of a lower level begins anew under each heading
        self.last.retain(|style, _| *style <= mark.style || *style == Style::Article || *style == Style::ChineseBracketed);
        let (heading, block) = head(lines, &mark);
        let section = Section {
            label: mark.label,
            style: mark.style,
            ordinal: mark.ordinal,
            heading,
            blocks: block.into_iter().map(|span| Block { span, row: false }).collect(),
            span: lines.span(mark.line),
            sections: Vec::new(),
        };
        self.open.push(Open { mark, section });
    }

    /// How many sections stay open above `mark`; `None` where it is no label.
    fn depth(&self, mark: &Mark) -> Option<usize> {
        if let Some(at) = self.open.iter().rposition(|open| open.mark.style == mark.style) {
            let elder = &self.open[at].mark;
            let follows = mark.ordinal > elder.ordinal && mark.ordinal <= elder.ordinal + GAP;
            let restarts = mark.ordinal == 1 || mark.ordinal == elder.ordinal;
            return (follows || (restarts && mark.style.is_strong()) || (restarts && self.sibling(at, mark)) || mark.style.is_strong())
                .then_some(at);
        }
        let begins = mark.ordinal == 1
            || self.last.get(&mark.style).is_some_and(|last| mark.ordinal > *last && mark.ordinal <= last + GAP)
            || mark.style.is_strong();
        begins.then(|| self.below(mark))
    }

    /// Whether a weak label that restarts may stand beside the open one at `at`: only where that list is over.
    fn sibling(&self, at: usize, mark: &Mark) -> bool {
        mark.ordinal == 1 && !self.open[at].mark.continues
    }

    /// How many open sections a style that is not open lies below: lists of lower levels that are over are left.
    fn below(&self, mark: &Mark) -> usize {
        let mut depth = self.open.len();
        let parent = self.parents.get(&mark.style);
        while depth > 0 {
            let top = &self.open[depth - 1].mark;
            let leaves = Some(&top.style) != parent && top.style > mark.style && (!top.continues || mark.style.is_division());
            if !leaves {
                break;
            }
            depth -= 1;
        }
        depth
    }

    fn block(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(open) => {
                open.section.span = open.section.span.cover(block.span);
                open.section.blocks.push(block);
            }
            None => self.lead.push(block),
        }
    }

    fn close(&mut self) {
        let Some(Open { section, .. }) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => {
                parent.section.span = parent.section.span.cover(section.span);
                parent.section.sections.push(section);
            }
            None => self.roots.push(section),
        }
    }

    fn finish(mut self) -> (Vec<Block>, Vec<Section>) {
        while !self.open.is_empty() {
            self.close();
        }
        (self.lead, self.roots)
    }
}

/// The heading behind a label, and the text behind the heading.
fn head(lines: &Lines<'_>, mark: &Mark) -> (Option<Span>, Option<Span>) {
    let text = lines.text.slice(mark.text);
    if text.is_empty() {
        return (None, None);
    }
    if let Some(stop) = run_in(text) {
        let rest = text[stop..].trim_start_matches(['。', '.']).trim_start();
        if !rest.is_empty() {
            return (Some(mark.text.slice(0..stop)), Some(mark.text.slice(text.len() - rest.len()..text.len())));
        }
    }
    let whole = line::is_bare(text) && text.chars().count() <= HEADING_CHARS && mark.style != Style::Article;
    if whole { (Some(mark.text), None) } else { (None, Some(mark.text)) }
}

/// Where a run-in heading ends: a short phrase, no clause with a comma too many, up to the first 。
fn run_in(text: &str) -> Option<usize> {
    let stop = text.find('。')?;
    let phrase = &text[..stop];
    let short = phrase.chars().count() <= HEADING_CHARS && phrase.matches(['，', ',']).count() <= 2;
    (short && !phrase.contains(['；', '：', ':'])).then_some(stop)
}
