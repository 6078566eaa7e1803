//! Web pages to text: a paragraph a line, a row of a table a line with tabs between its cells, preformatted text as it
//! stands.
//!
//! Which element begins a line is told by its name alone. Styles and scripts are not looked at: what a page hides by
//! them is read, and what it makes by them is not. Tables that only lay out a page are told from those that hold data
//! by what their cells hold.

use scraper::{Html, Node, node::Element};

use super::in_a_line;

/// Cells longer than this lay out a page.
const LONGEST_CELL: usize = 400;
/// How far the first tag of a page is looked for.
const PROLOGUE: usize = 1024;

/// Whether it is a web page, by its name or its first tag.
pub(super) fn is_page(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(PROLOGUE)]).to_ascii_lowercase();
    [".html", ".htm", ".xhtml", ".shtml"].iter().any(|end| name.ends_with(end))
        || ["<!doctype html", "<html"].iter().any(|tag| first_tag(&start).starts_with(tag))
}

/// `start` from its first tag on, behind what may stand before: a mark, the declaration of XML, comments.
fn first_tag(start: &str) -> &str {
    let mut rest = start.trim_start_matches('\u{FEFF}').trim_start();
    while let Some(after) = behind(rest, "<?", "?>").or_else(|| behind(rest, "<!--", "-->")) {
        rest = after.trim_start();
    }
    rest
}

/// What follows the brackets with which `text` begins.
fn behind<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    Some(text.strip_prefix(open)?.split_once(close)?.1)
}

/// The text of a page.
pub(super) fn text(page: &str) -> String {
    let page = Html::parse_document(page);
    let mut text = Text::default();
    for edge in page.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => match node.value() {
                Node::Element(element) => text.open(element, || holds_data(node)),
                Node::Text(words) => text.words(words),
                _ => {}
            },
            ego_tree::iter::Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    text.close(element);
                }
            }
        }
    }
    text.finish()
}

/// What an element does to the text around it.
enum Effect {
    /// Nothing.
    Inline,
    /// Its content is no text of the page.
    Hidden,
    /// A line of its own.
    Line,
    /// A line of its own, in a table too.
    Caption,
    /// Lines whose ends and blanks count.
    Preformatted,
    /// A line of its own, with a blank line after it.
    Paragraph,
    Table,
    Row,
    Cell,
}

fn effect(element: &Element) -> Effect {
    match element.name() {
        "script" | "style" | "noscript" | "template" | "head" | "title" | "select" | "button" | "textarea" | "iframe" | "svg" => {
            Effect::Hidden
        }
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" => Effect::Paragraph,
        "table" => Effect::Table,
        "caption" => Effect::Caption,
        "pre" | "listing" | "xmp" | "plaintext" => Effect::Preformatted,
        "tr" => Effect::Row,
        "td" | "th" => Effect::Cell,
        "div" | "br" | "hr" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "section" | "article" | "header" | "footer" | "main" | "nav"
        | "aside" | "form" | "fieldset" | "address" | "figure" | "figcaption" | "center" | "body" => Effect::Line,
        _ => Effect::Inline,
    }
}

/// How many columns a cell is wide.
fn span(cell: &Element) -> usize {
    /// No table of a document is wider.
    const WIDEST: usize = 40;
    cell.attr("colspan").and_then(|width| width.trim().parse().ok()).unwrap_or(1).clamp(1, WIDEST)
}

/// A table of data has rows of several short cells, and no table in them. No node is looked at for two tables.
fn holds_data(table: ego_tree::NodeRef<'_, Node>) -> bool {
    let (mut cells, mut length) = (0, 0);
    for node in table.descendants().skip(1) {
        match node.value() {
            Node::Element(element) if element.name() == "table" => return false,
            Node::Element(element) if matches!(effect(element), Effect::Cell) => {
                length = 0;
                cells += usize::from(node.prev_siblings().any(|it| it.value().is_element()));
            }
            Node::Text(words) => length += words.trim().len(),
            _ => {}
        }
        if length > 3 * LONGEST_CELL {
            return false;
        }
    }
    cells > 0
}

/// Text on the way out.
#[derive(Default)]
struct Text {
    done: String,
    line: String,
    /// White space that stands before the next word, if one comes.
    gap: Gap,
    hidden: usize,
    preformatted: usize,
    /// For every open table, whether it holds data.
    tables: Vec<bool>,
}

#[derive(Clone, Copy, Default, PartialEq, PartialOrd)]
enum Gap {
    #[default]
    None,
    /// A line end of the page's source: nothing between Chinese characters, a blank between others.
    Break,
    Blank,
    /// The end of a line in a cell.
    Line,
    Cell,
}

impl Text {
    fn open(&mut self, element: &Element, holds_data: impl FnOnce() -> bool) {
        match effect(element) {
            Effect::Hidden => self.hidden += 1,
            Effect::Table => {
                self.line_end();
                self.tables.push(holds_data());
            }
            Effect::Caption => self.flush(),
            Effect::Preformatted => {
                self.line_end();
                self.preformatted += 1;
            }
            Effect::Cell if self.in_data() => {}
            Effect::Inline => {}
            _ => self.line_end(),
        }
    }

    fn close(&mut self, element: &Element) {
        match effect(element) {
            Effect::Hidden => self.hidden -= 1,
            Effect::Table => {
                self.tables.pop();
                self.paragraph_end();
            }
            Effect::Caption => self.flush(),
            Effect::Preformatted => {
                self.preformatted -= 1;
                self.line_end();
            }
            Effect::Row if self.in_data() => self.row_end(),
            Effect::Cell if self.in_data() => {
                // the columns under it keep their places
                self.line.extend(std::iter::repeat_n('\t', span(element)));
                self.gap = Gap::Cell;
            }
            Effect::Paragraph => self.paragraph_end(),
            Effect::Inline => {}
            _ => self.line_end(),
        }
    }

    fn in_data(&self) -> bool {
        self.tables.last().copied().unwrap_or_default()
    }

    fn words(&mut self, words: &str) {
        if self.hidden > 0 {
            return;
        }
        let as_it_stands = self.preformatted > 0 && !self.in_data();
        for c in words.chars() {
            match c {
                '\n' if as_it_stands && self.line.trim().is_empty() => self.blank_line(),
                '\n' if as_it_stands => self.flush(),
                ' ' | '\t' | '\u{c}' if as_it_stands => self.line.push(c),
                '\n' | '\r' => self.gap = if self.gap < Gap::Break { Gap::Break } else { self.gap },
                ' ' | '\t' | '\u{c}' => self.gap = if self.gap == Gap::None { Gap::Blank } else { self.gap },
                '\u{200b}' | '\u{feff}' => {}
                c => self.sign(c),
            }
        }
    }

    fn sign(&mut self, c: char) {
        let last = self.line.chars().next_back();
        let between = match self.gap {
            Gap::None | Gap::Cell => None,
            Gap::Blank => Some(' '),
            Gap::Break => Some(' ').filter(|_| !(is_wide(c) && last.is_some_and(is_wide))),
            Gap::Line => Some('\n'),
        };
        if last.is_some_and(|last| last != '\t') {
            self.line.extend(between);
        }
        self.gap = Gap::None;
        self.line.push(c);
    }

    /// A cell of data stays in the line of its row.
    fn line_end(&mut self) {
        if self.in_data() {
            self.gap = if self.gap < Gap::Line { Gap::Line } else { self.gap };
            return;
        }
        self.flush();
    }

    fn paragraph_end(&mut self) {
        self.line_end();
        if !self.in_data() && !self.done.is_empty() && !self.done.ends_with("\n\n") {
            self.done.push('\n');
        }
    }

    /// The tab behind the last cell parts nothing, nor do those behind an only one.
    fn row_end(&mut self) {
        if self.line.ends_with('\t') {
            self.line.pop();
        }
        let only = self.line.trim_end_matches('\t').len();
        if !self.line[..only].contains('\t') {
            self.line.truncate(only);
        }
        if self.line.contains('\n') {
            let cells: Vec<_> = self.line.split('\t').map(|cell| in_a_line(cell.split('\n'))).collect();
            self.line = cells.join("\t");
        }
        self.flush();
    }

    fn flush(&mut self) {
        if !self.line.trim().is_empty() {
            self.done.push_str(self.line.trim_end_matches([' ', '\u{a0}']));
            self.done.push('\n');
        }
        self.line.clear();
        self.gap = Gap::None;
    }

    fn blank_line(&mut self) {
        self.line.clear();
        self.done.push('\n');
    }

    fn finish(mut self) -> String {
        self.flush();
        self.done
    }
}

/// Characters between which a line end is no blank.
fn is_wide(c: char) -> bool {
    c >= '\u{2E80}' || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…')
}
