//! What a web page adds around the document: a data block (索引号, 发布日期, …), breadcrumbs, counters, buttons.
//!
//! The data block of government pages follows 《政府信息公开条例》 practice: a label and its value, on one line or
//! two. The labels are also words of documents (标题, 来源), so they count only above the document, or where a
//! page says so; the page's publishing date is never the document's date.

mod byline;
mod contents;
mod field;
mod file;
mod foot;
mod furniture;

use std::ops::Range;

use self::{
    field::{field_end, label},
    furniture::is_arrow,
};
use super::{
    Page, Role, annexes,
    facts::Facts,
    head,
    line::{Lines, fold},
    step::{Sign, is_colon},
};
use crate::{lexicon::picked, pattern::is_han, source::Signs, span::Span};

/// Finds what the page adds, says so on the lines, and keeps its data.
pub(super) fn read(lines: &mut Lines<'_>) -> Page {
    let mut page = Page::default();
    let frame = Frame::of(lines.text.as_str());
    furniture(lines, &frame, &mut page);
    contents::mark(lines);
    foot::mark(lines, &frame);
    let top = top(lines);
    data(lines, 0..top, &mut page);
    if let Some(title) = page.title {
        let (bare, number) = head::without_number(lines.text.slice(title));
        page.title = Some(title.slice(0..bare.len()));
        page.doc_number = page.doc_number.or(number.map(|number| title.slice(number)));
    }
    page
}

/// Words that make a line furniture wherever they stand in it. Most texts have none of them, and are asked once.
struct Frame {
    /// Whether the text holds what a page says of itself: 版权所有.
    credits: bool,
    /// Whether it holds 扫一扫.
    scan: bool,
}

/// What a page says of itself.
static CREDITS: [Sign; 3] = [Sign::of("版权所有"), Sign::of("网站标识码"), Sign::of("公网安备")];
static SCAN: Sign = Sign::of("扫一扫");

impl Frame {
    fn of(text: &str) -> Self {
        Self { credits: CREDITS.iter().any(|word| word.stands(text)), scan: SCAN.stands(text) }
    }

    /// Whether line `i` holds what a page says of itself.
    fn credited(&self, lines: &Lines<'_>, i: usize) -> bool {
        let licensed = || lines.facts(i).has(Signs::LETTER) && lines.str(i).contains("ICP备");
        licensed() || self.credits && CREDITS.iter().any(|word| word.stands(lines.str(i)))
    }

    /// Whether line `i` holds one of the words.
    fn held_by(&self, lines: &Lines<'_>, i: usize) -> bool {
        self.credited(lines, i) || self.scan && SCAN.stands(lines.str(i))
    }
}

/// How far down the name of the site may stand.
const SITE_LINES: usize = 4;

/// What a line that a page puts under a title is: data, where a field is kept by `keep`, or counters and buttons.
fn byline(line: &str, facts: &Facts, top: bool, end: bool, mut keep: impl FnMut(&'static str, Range<usize>)) -> Option<Role> {
    let mut kept = false;
    let read = byline::may_be(facts)
        && byline::read(line, top, end, |name, value| {
            kept = true;
            keep(name, value);
        });
    read.then_some(if kept { Role::PageData } else { Role::Furniture })
}

/// How far down the name of a column and the time of the page may stand.
const TOP_LINES: usize = 16;
/// How far up from the end the page may name its source.
const END_LINES: usize = 3;

/// The name of the site above everything: 海川市人民政府门户网站.
fn is_site(line: &str, facts: &Facts) -> bool {
    const KINDS: [&str; 6] = ["门户网站", "官方网站", "政府网站", "政府网", "政务网", "公众信息网"];
    let named = |name: &str| (2..=24).contains(&name.chars().count()) && name.chars().all(|c| is_han(c) || matches!(c, '·' | '—' | '-'));
    matches!(facts.last, '站' | '网') && KINDS.iter().filter_map(|kind| line.strip_suffix(kind)).any(named)
}

fn furniture(lines: &mut Lines<'_>, frame: &Frame, page: &mut Page) {
    for i in 0..lines.len() {
        let (line, facts) = (lines.str(i), lines.facts(i));
        // below the name of a field stands its value, and 地点：… may follow the time of a meeting
        let top = i < TOP_LINES && (i == 0 || !lines.facts(i - 1).ends_with_colon()) && !(i + 1 < lines.len() && is_other(lines, i + 1));
        let ends = i + END_LINES >= lines.len();
        if i < SITE_LINES && is_site(line, facts) || top && furniture::is_column(line, facts) {
            lines.set(i, Role::Furniture);
        } else if let Some(role) = byline(line, facts, top, ends, |name, value| keep(page, name, lines.span(i).slice(value))) {
            lines.set(i, role);
        } else if i > 0 && matches!(lines.all[i - 1].role, Role::PageData | Role::Furniture) && furniture::is_summary(line) {
            lines.set(i, Role::Furniture);
        } else if line.len() < 600 && (furniture::is_furniture(line, facts) || frame.held_by(lines, i))
            || file::is_link(line, facts) && !follows_attachment(lines, i)
        {
            if facts.has(Signs::ARROW) {
                page.breadcrumbs.extend(crumbs(line, lines.span(i)));
            }
            lines.set(i, Role::Furniture);
        }
    }
}

/// Whether line `i` is but the name of a file.
pub(super) fn is_file(lines: &Lines<'_>, i: usize) -> bool {
    file::is_file(lines.str(i), lines.facts(i))
}

/// Whether line `i` goes on with a list of attachments (`附件：1.…docx` or `附：1.…docx`, `2.…docx`).
fn follows_attachment(lines: &Lines<'_>, i: usize) -> bool {
    let numbered = |j: usize| lines.facts(j).first.is_ascii_digit();
    let above = || (0..i).rev().take(12).find(|j| !numbered(*j));
    numbered(i) && above().is_some_and(|j| lines.is_open(j) && (lines.str(j).starts_with("附件") || annexes::is_note(lines.str(j))))
}

/// The steps of a breadcrumb line.
fn crumbs(line: &str, span: Span) -> Vec<Span> {
    let mut steps = Vec::new();
    let mut start = line.find(is_colon).map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8));
    let arrows: Vec<_> = line.char_indices().chain([(line.len(), '>')]).filter(|(at, c)| *at >= start && is_arrow(*c)).collect();
    for (at, c) in arrows {
        // 首页->公开
        let step = line[start..at].trim().trim_end_matches('-');
        if !step.is_empty() {
            let from = start + (line[start..at].len() - line[start..at].trim_start().len());
            steps.push(span.slice(from..from + step.len()));
        }
        start = (at + c.len_utf8()).min(line.len());
    }
    steps
}

/// How many lines at the top may belong to a data block: two labels or a page's own one must stand there.
fn top(lines: &Lines<'_>) -> usize {
    const OWN: &[&str] = picked!(page_labels: sure);
    let open = (0..lines.len().min(80)).filter(|i| lines.is_open(*i));
    let (mut sure, mut count, mut last) = (false, 0, 0);
    let named = |i: usize| field::may_begin(lines.facts(i).first).then(|| label(lines.str(i)))?;
    for (i, (name, value)) in open.filter_map(|i| Some((i, named(i)?))) {
        let two = || field::holds_next(&lines.str(i)[value..]);
        (sure, count, last) = (sure || OWN.contains(&name) || two(), count + 1, i);
    }
    if sure || count > 2 { last + 1 } else { 0 }
}

fn data(lines: &mut Lines<'_>, range: Range<usize>, page: &mut Page) {
    let mut i = range.start;
    while i < range.end {
        let Some((name, at)) = lines.is_open(i).then(|| label(lines.str(i))).flatten() else {
            if lines.is_open(i) && is_other(lines, i) && is_amid(lines, i, &range) {
                lines.set(i, Role::PageData);
            }
            i += 1;
            continue;
        };
        lines.set(i, Role::PageData);
        let line = lines.str(i);
        let first = at + field_end(&line[at..]);
        more(line, lines.span(i), first, page);
        let mut value = lines.span(i).slice(at..at + field::trimmed(&line[at..first]).len());
        // the value may stand on the next line, unless that is a label again
        if value.is_empty() && first == line.len() && i + 1 < lines.len() && is_value(lines, i + 1, page, name) {
            i += 1;
            lines.set(i, Role::PageData);
            value = lines.span(i);
        }
        if !value.is_empty() {
            keep(page, name, value);
        }
        i += 1;
    }
}

/// Whether line `i` is a field of some other name than those of a page.
fn is_other(lines: &Lines<'_>, i: usize) -> bool {
    lines.facts(i).has_colon() && field::is_other(lines.str(i))
}

/// Whether fields stand right above and below line `i`.
fn is_amid(lines: &Lines<'_>, i: usize, range: &Range<usize>) -> bool {
    const NEAR: usize = 8;
    let above = i > range.start && lines.all[i - 1].role == Role::PageData;
    above && (i + 1..range.end.min(i + NEAR)).any(|j| lines.is_open(j) && label(lines.str(j)).is_some())
}

/// Keeps the further fields on a line that begins with one.
fn more(line: &str, span: Span, from: usize, page: &mut Page) {
    let mut from = from;
    while from < line.len() {
        let Some((name, at)) = label(&line[from..]) else { return };
        let start = from + at;
        let end = start + field_end(&line[start..]);
        let value = field::trimmed(&line[start..end]);
        if !value.is_empty() {
            keep(page, name, span.slice(start..start + value.len()));
        }
        from = end;
    }
}

/// Whether line `i` may be the value of the label `name` above: no label itself, and not where the document begins.
fn is_value(lines: &Lines<'_>, i: usize, page: &Page, name: &str) -> bool {
    let line = lines.str(i);
    let title = page.title.is_some_and(|span| fold(lines.text.slice(span)).starts_with(&fold(line)));
    // what no field but that of the title says of a document
    let titled = || !is_title_field(name) && lines.facts(i).chars > 8 && head::is_title(line);
    lines.is_open(i) && label(line).is_none() && !title && lines.facts(i).chars < 120 && !titled()
}

/// Whether a field says the title of the document.
fn is_title_field(name: &str) -> bool {
    picked!(page_labels: title).contains(&name)
}

fn keep(page: &mut Page, name: &str, value: Span) {
    let slot = match name {
        _ if is_title_field(name) => &mut page.title,
        _ if picked!(page_labels: index).contains(&name) => &mut page.index_number,
        _ if picked!(page_labels: publisher).contains(&name) => &mut page.publisher,
        _ if picked!(page_labels: written).contains(&name) => &mut page.written,
        _ if picked!(page_labels: day).contains(&name) => &mut page.published,
        _ if picked!(page_labels: number).contains(&name) => &mut page.doc_number,
        _ if picked!(page_labels: topic).contains(&name) => &mut page.topic,
        _ if picked!(page_labels: disclosure).contains(&name) => &mut page.disclosure,
        _ if picked!(page_labels: source).contains(&name) => &mut page.source,
        _ => return,
    };
    slot.get_or_insert(value);
}
