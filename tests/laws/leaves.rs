//! Nothing of a document is lost, and nothing is read twice: the leaves of its tree tile the reading.
//!
//! Leaves are the lines of head, tail and page, and of each part its labels, headings, paragraphs and rows. What
//! stands between two of them is white space, or the mark that closes a label (一**、**) or a heading (…任务**。**).

use gongwen::{
    Document, Span,
    structure::{Role, Section},
};

/// The marks that belong to a label or heading and to no leaf.
const MARKS: &str = "、.．，,：:）)。";

/// A stretch of the reading, and whether a mark may follow it.
type Leaf = (Span, bool);

/// What is lost, or held twice.
pub(crate) fn breaches(document: &Document) -> Vec<String> {
    let text = document.text.as_str();
    let mut leaves = leaves(document);
    leaves.retain(|(span, _)| !span.is_empty());
    leaves.sort_by_key(|(span, _)| (span.start, span.end));
    let (mut broken, mut read, mut marked) = (Vec::new(), 0u32, false);
    for (span, marks) in leaves.into_iter().chain([(Span::new(text.len(), text.len()), false)]) {
        match text.get(read as usize..span.start as usize) {
            Some(gap) if gap.chars().all(|c| c.is_whitespace() || marked && MARKS.contains(c)) => {}
            Some(gap) => broken.push(format!("no leaf holds {read}..{} of the reading ({} characters)", span.start, gap.chars().count())),
            None => broken.push(format!("the leaf at {}..{} begins before {read}", span.start, span.end)),
        }
        (read, marked) = (span.end, marks);
    }
    broken
}

fn leaves(document: &Document) -> Vec<Leaf> {
    let whole = document.lines.iter().filter(|line| !matches!(line.role, Role::Body | Role::Row));
    let mut leaves: Vec<Leaf> = whole.map(|line| (line.span, false)).collect();
    for part in &document.parts {
        leaves.extend(part.lead.iter().map(|block| (block.span, false)));
        part.sections.iter().for_each(|section| of(section, &mut leaves));
    }
    leaves
}

fn of(section: &Section, leaves: &mut Vec<Leaf>) {
    leaves.push((section.label, true));
    leaves.extend(section.heading.map(|heading| (heading, true)));
    leaves.extend(section.blocks.iter().map(|block| (block.span, false)));
    section.sections.iter().for_each(|child| of(child, leaves));
}
