//! The document as outlined text: a paragraph a line of the reading, indented by its section.

use std::collections::{BTreeSet, HashMap};

use super::{
    Page,
    marks::{Mark, marks},
};
use crate::{
    Extraction, Span,
    source::Text,
    structure::{Role, Section, cells},
};

/// Writes the text column.
pub(super) fn write(page: &mut Page, extraction: &Extraction) {
    let document = &extraction.document;
    let mut labels = Labels::new();
    document.parts.iter().for_each(|part| part.sections.iter().for_each(|it| label(it, 1, &mut labels)));
    let marks = marks(extraction);
    let mut sweep = Sweep { marks: &marks, next: 0, open: Vec::new() };
    let (mut depth, mut table) = (0, false);
    for line in &document.lines {
        let cells = if line.role == Role::Row { cells(document.text.slice(line.span)) } else { Vec::new() };
        if table != (cells.len() > 1) {
            page.raw(if table { "</table></div>\n" } else { "<div class=\"table\"><table>\n" });
            table = !table;
        }
        if table {
            let segments = sweep.segments(line.span, Span::default());
            row(page, &document.text, &cells.into_iter().map(|cell| line.span.slice(cell)).collect::<Vec<_>>(), &segments);
            continue;
        }
        let section = labels.range(line.span);
        depth = match (section, line.role) {
            (Some((found, _)), _) => found,
            (None, Role::Body | Role::Row) => depth,
            (None, _) => 0,
        };
        page.put(format_args!("<p class=\"{} d{}\">", class(line.role), depth.min(6)));
        let heading = section.map(|(_, heading)| heading).unwrap_or_default();
        for (words, open) in sweep.segments(line.span, heading) {
            segment(page, document.text.slice(words), &open, heading.contains(words));
        }
        page.raw("</p>\n");
    }
    page.raw(if table { "</table></div>\n" } else { "" });
}

/// A row of a table; the blanks that part its cells are not shown.
fn row(page: &mut Page, text: &Text, cells: &[Span], segments: &[(Span, Vec<&Mark>)]) {
    page.raw("<tr>");
    for cell in cells {
        page.raw("<td>");
        let first = segments.partition_point(|(words, _)| words.end <= cell.start);
        for (words, open) in segments[first..].iter().take_while(|(words, _)| words.start < cell.end) {
            let words = Span { start: words.start.max(cell.start), end: words.end.min(cell.end) };
            if words.start < words.end {
                segment(page, text.slice(words), open, false);
            }
        }
        page.raw("</td>");
    }
    page.raw("</tr>\n");
}

/// Where labels stand: depth, and the stretch that is set as a heading.
struct Labels(HashMap<u32, (usize, Span)>, BTreeSet<u32>);

impl Labels {
    fn new() -> Self {
        Self(HashMap::new(), BTreeSet::new())
    }

    /// The label in a line.
    fn range(&self, line: Span) -> Option<(usize, Span)> {
        let start = self.1.range(line.start..line.end).next()?;
        self.0.get(start).copied()
    }
}

fn label(section: &Section, depth: usize, labels: &mut Labels) {
    let heading = section.heading.map_or_else(Span::default, |heading| section.label.cover(heading));
    labels.0.insert(section.label.start, (depth, heading));
    labels.1.insert(section.label.start);
    section.sections.iter().for_each(|inner| label(inner, depth + 1, labels));
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Body => "body",
        Role::Row => "row",
        Role::Furniture => "furniture",
        Role::PageData => "data",
        Role::Masthead => "masthead",
        Role::DocNumber => "number",
        Role::Title => "title",
        Role::Recipients => "recipients",
        Role::AttachmentNote | Role::AttachmentMark => "attachment",
        Role::Signature | Role::Date => "signature",
        Role::Note | Role::Contact => "note",
        Role::Colophon => "colophon",
    }
}

/// Words under the same marks.
fn segment(page: &mut Page, words: &str, open: &[&Mark], heading: bool) {
    if heading {
        page.raw("<b>");
    }
    if open.is_empty() {
        page.text(words);
    } else {
        let kinds: BTreeSet<_> = open.iter().map(|mark| mark.kind).collect();
        page.raw("<mark class=\"").raw(&kinds.into_iter().collect::<Vec<_>>().join(" ")).raw("\" data-ids=\"");
        page.text(&open.iter().map(|mark| mark.id.as_str()).collect::<Vec<_>>().join(" ")).raw("\">").text(words).raw("</mark>");
    }
    if heading {
        page.raw("</b>");
    }
}

/// Goes through lines and marks together, once.
struct Sweep<'m> {
    marks: &'m [Mark],
    next: usize,
    /// Those that reach into the line at hand.
    open: Vec<&'m Mark>,
}

impl<'m> Sweep<'m> {
    /// The line cut wherever a mark or the heading begins or ends, each piece with the marks over it, the widest first.
    fn segments(&mut self, line: Span, heading: Span) -> Vec<(Span, Vec<&'m Mark>)> {
        self.open.retain(|mark| mark.span.end > line.start);
        while let Some(mark) = self.marks.get(self.next).filter(|mark| mark.span.start < line.end) {
            self.next += 1;
            if mark.span.end > line.start {
                self.open.push(mark);
            }
        }
        let ends = self.open.iter().flat_map(|mark| [mark.span.start, mark.span.end]);
        let ends = ends.chain([heading.start, heading.end]);
        let cuts: BTreeSet<u32> = ends.map(|at| at.clamp(line.start, line.end)).chain([line.start, line.end]).collect();
        let cuts: Vec<u32> = cuts.into_iter().collect();
        let (mut begin, mut over) = (self.open.iter().copied().peekable(), Vec::new());
        let over = |words: Span| {
            over.retain(|mark: &&Mark| mark.span.end > words.start);
            over.extend(std::iter::from_fn(|| begin.next_if(|mark| mark.span.start <= words.start)));
            (words, over.clone())
        };
        cuts.windows(2).map(|cut| Span { start: cut[0], end: cut[1] }).map(over).collect()
    }
}
