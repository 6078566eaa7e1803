//! A document as a person can judge it at a glance.
//!
//! ```text
//! recipients │ 各县（区）教育局：
//!            ═ p1 letter
//!            │ § 一 报送要求
//!            │   ⟦task 各县（区）教育局要于⟦deadline 5月4日前⟧将总结报送我局⟧。
//!       task │     must · who 各县（区）教育局 · do 将总结报送我局 · by 2024-05-04
//!   deadline │     by …2024-05-04 · year inferred
//! ```
//!
//! Left of the bar stands what a line is (nothing, for text of the body), right of it the reading, one sentence
//! a line, indented by section; `§` opens a section with its label and heading. ⟦ ⟧ hold what a record was read
//! from, and under the sentence in which it begins the record is said in words. `⟪ ⟫` hold what repairs dropped.
//! Records are named by what they say and not by their numbers, so that one record more is one line more.

use std::collections::BTreeMap;

use gongwen::{
    Document, Origin, Record, Span,
    structure::{Role, Section},
};

use crate::records::{Entry, entries, header};

/// The width of what stands left of the bar.
const GUTTER: usize = 15;

/// A stretch of the reading to print.
struct Item {
    span: Span,
    /// What stands left of the bar.
    role: &'static str,
    depth: usize,
    /// `§ 一 `.
    label: String,
}

/// The whole page: what was read, the header, the text with its records, the diagnostics.
pub(crate) fn outline(name: &str, document: &Document, record: &Record) -> String {
    let (places, entries) = (places(document), entries(record));
    let mut page = Page { document, places, entries, opened: BTreeMap::new(), closed: BTreeMap::new(), out: String::new() };
    page.mark();
    let source = &record.source;
    page.out.push_str(&format!("{name} · {} · {} bytes\n\n{}\n", source.encoding, source.bytes, header(&record.header)));
    page.text();
    page.rest();
    for d in &record.diagnostics {
        let words = document.text.source().get(d.span.range()).unwrap_or("(no place)");
        let severity = format!("{:?}", d.severity).to_lowercase();
        page.line(&severity, 0, &format!("{}: {} ⟪{}⟫", d.code, d.message, short(words)));
    }
    page.out
}

struct Page<'d> {
    document: &'d Document,
    /// For each character of the reading: where it stands there, and where it came from.
    places: Vec<(Span, Origin)>,
    /// The records that still wait for their line.
    entries: Vec<Entry>,
    /// What stands before and behind a character of the reading, by where it starts.
    opened: BTreeMap<u32, String>,
    closed: BTreeMap<u32, String>,
    out: String,
}

fn places(document: &Document) -> Vec<(Span, Origin)> {
    let text = document.text.as_str().char_indices().filter(|(_, c)| *c != '\n');
    text.map(|(at, c)| Span::new(at, at + c.len_utf8())).map(|span| (span, document.text.origin(span))).collect()
}

impl Page<'_> {
    /// Finds the places of all ⟦ ⟧; where several open at once, the longest does so first.
    fn mark(&mut self) {
        let mut marks: Vec<_> = self.entries.iter().flat_map(|entry| entry.marks.iter().map(|mark| (*mark, entry.kind))).collect();
        marks.sort_by_key(|(mark, _)| std::cmp::Reverse(mark.end));
        for (mark, kind) in marks {
            let (Some(first), Some(last)) = (self.first(&mark), self.last(&mark)) else { continue };
            self.opened.entry(first.start).or_default().push_str(&format!("⟦{kind} "));
            self.closed.entry(last.start).or_default().push('⟧');
        }
    }

    fn line(&mut self, gutter: &str, depth: usize, text: &str) {
        let line = format!("{gutter:>GUTTER$} │ {}{text}", "  ".repeat(depth));
        self.out.extend(line.trim_end().chars().map(visible));
        self.out.push('\n');
    }

    /// All lines of the reading, in order, those of the parts as their trees outline them.
    fn text(&mut self) {
        let items = items(self.document);
        let mut parts = self.document.parts.iter().enumerate().peekable();
        let mut read = 0;
        for item in items {
            while let Some((index, part)) = parts.next_if(|(_, part)| part.span.start <= item.span.start) {
                let kind = format!("{:?}", part.kind).to_lowercase();
                self.out.push_str(&format!("{:>GUTTER$} ═ p{} {kind}\n", "", index + 1));
            }
            self.dropped_before(item.span, &mut read);
            self.item(&item);
        }
    }

    /// Whole lines that a repair dropped between two lines of the reading.
    fn dropped_before(&mut self, span: Span, read: &mut u32) {
        let start = self.document.text.origin(span).start;
        let gap = self.document.text.source().get(*read as usize..start as usize).unwrap_or_default();
        // what the tree itself leaves out (、 behind a label, 。 behind a heading) is no repair
        let kept = self.places.iter().any(|(_, o)| *read <= o.start && o.end <= start);
        if !kept && !gap.trim().is_empty() {
            self.line("dropped", 0, &format!("⟪{}⟫", short(gap)));
        }
        *read = self.document.text.origin(span).end.max(*read);
    }

    fn item(&mut self, item: &Item) {
        if item.span.is_empty() {
            return self.line(item.role, item.depth, item.label.trim_end());
        }
        for (n, piece) in sentences(self.document.text.slice(item.span)).into_iter().enumerate() {
            let span = item.span.slice(piece);
            let first = n == 0;
            let (role, label) = if first { (item.role, item.label.as_str()) } else { ("", "") };
            let text = self.marked(span);
            self.line(role, item.depth, &format!("{label}{text}"));
            self.records(span, item.depth + 2);
        }
    }

    /// The words under `span` with ⟦ ⟧ around what records were read from, and what repairs dropped.
    fn marked(&self, span: Span) -> String {
        let mut out = String::new();
        let inside = |(at, _): &&(Span, Origin)| span.contains(*at);
        let chars: Vec<_> = self.places.iter().filter(inside).collect();
        for (n, (at, origin)) in chars.iter().enumerate() {
            let before = n.checked_sub(1).map(|p| chars[p].1.end);
            let gap = before.and_then(|end| self.document.text.source().get(end as usize..origin.start as usize));
            if let Some(gap) = gap.filter(|gap| !gap.trim().is_empty()) {
                out.push_str(&format!("⟪{}⟫", short(gap)));
            }
            out.push_str(self.opened.get(&at.start).map_or("", String::as_str));
            out.push_str(self.document.text.slice(*at));
            out.push_str(self.closed.get(&at.start).map_or("", String::as_str));
        }
        out
    }

    /// The first character of the reading that was read from `mark`.
    fn first(&self, mark: &Origin) -> Option<Span> {
        let at = self.places.partition_point(|(_, o)| o.start < mark.start);
        self.places.get(at).filter(|(_, o)| o.start < mark.end).map(|(span, _)| *span)
    }

    /// The last one.
    fn last(&self, mark: &Origin) -> Option<Span> {
        let end = self.places.partition_point(|(_, o)| o.start < mark.end);
        end.checked_sub(1).map(|last| self.places[last]).filter(|(_, o)| o.start >= mark.start).map(|(span, _)| span)
    }

    /// The records that begin in `span`.
    fn records(&mut self, span: Span, depth: usize) {
        for n in 0..self.entries.len() {
            let begins = self.entries[n].marks.first().and_then(|mark| self.first(mark)).is_some_and(|at| span.contains(at));
            if begins && !self.entries[n].said {
                self.entries[n].said = true;
                let (kind, text) = (self.entries[n].kind, self.entries[n].text.clone());
                self.line(kind, depth, &text);
            }
        }
    }

    /// The records that begin in no line: none should be left.
    fn rest(&mut self) {
        for Entry { kind, text, .. } in self.entries.iter().filter(|entry| !entry.said).cloned().collect::<Vec<_>>() {
            self.line(kind, 0, &format!("NOWHERE IN THE TEXT: {text}"));
        }
    }
}

/// The lines to print, in reading order: what the trees hold, and the lines that belong to no part's text.
fn items(document: &Document) -> Vec<Item> {
    let mut items = Vec::new();
    for part in &document.parts {
        items.extend(part.lead.iter().map(|b| Item { span: b.span, role: row(b.row), depth: 0, label: String::new() }));
        part.sections.iter().for_each(|section| flatten(document, section, 0, &mut items));
    }
    for line in &document.lines {
        let role = name(line.role);
        let held = items.iter_mut().find(|item| item.span.overlaps(line.span) || (line.span.contains(item.span) && item.span.is_empty()));
        match held {
            Some(item) if item.role.is_empty() => item.role = role,
            Some(_) => {}
            None if line.role == Role::Body => items.push(Item { span: line.span, role: "IN NO PART", depth: 0, label: String::new() }),
            None => items.push(Item { span: line.span, role, depth: 0, label: String::new() }),
        }
    }
    items.sort_by_key(|item| (item.span.start, item.span.end));
    items
}

fn flatten(document: &Document, section: &Section, depth: usize, items: &mut Vec<Item>) {
    let label = format!("§ {} ", document.text.slice(section.label));
    let span = section.heading.unwrap_or(Span { start: section.label.end, end: section.label.end });
    items.push(Item { span, role: "", depth, label });
    items.extend(section.blocks.iter().map(|b| Item { span: b.span, role: row(b.row), depth: depth + 1, label: String::new() }));
    section.sections.iter().for_each(|child| flatten(document, child, depth + 1, items));
}

fn row(row: bool) -> &'static str {
    if row { "row" } else { "" }
}

/// The role as it stands left of the bar.
fn name(role: Role) -> &'static str {
    match role {
        Role::Body => "",
        Role::Row => "row",
        Role::Furniture => "furniture",
        Role::PageData => "page data",
        Role::Masthead => "masthead",
        Role::DocNumber => "doc number",
        Role::Title => "title",
        Role::Recipients => "recipients",
        Role::AttachmentNote => "attachment note",
        Role::AttachmentMark => "attachment",
        Role::Signature => "signature",
        Role::Date => "date",
        Role::Note => "note",
        Role::Contact => "contact line",
        Role::Colophon => "colophon",
    }
}

/// The ranges of the sentences of `text`, cut behind 。；！？ outside brackets and quotation marks.
fn sentences(text: &str) -> Vec<std::ops::Range<usize>> {
    let (mut ranges, mut start, mut depth) = (Vec::new(), 0, 0i32);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '“' | '《' => depth += 1,
            '）' | '”' | '》' => depth -= 1,
            '。' | '；' | '！' | '？' if depth <= 0 => {
                ranges.push(start..at + c.len_utf8());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    if start < text.len() {
        ranges.push(start..text.len());
    }
    ranges
}

/// A character as it can be seen: marks without width and control characters are said by number.
fn visible(c: char) -> String {
    match c {
        '\t' => c.to_string(),
        '\u{feff}' | '\u{200b}'..='\u{200f}' => c.escape_unicode().to_string(),
        c if c.is_control() => c.escape_unicode().to_string(),
        c => c.to_string(),
    }
}

/// `text` on one line, its middle left out where it is long.
fn short(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().map(|c| if c == '\n' || c == '\r' { '⏎' } else { c }).collect();
    match chars.len() {
        0..=40 => chars.into_iter().collect(),
        n => format!("{}…{} ({n} characters)", chars[..16].iter().collect::<String>(), chars[n - 16..].iter().collect::<String>()),
    }
}
