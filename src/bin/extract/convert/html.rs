//! Web pages to text, as a browser would give it to the clipboard: a paragraph a line, a row of a table a line
//! with tabs between its cells.
//!
//! Styles are not looked at: what a page hides by them is read. Tables that only lay out a page are told from those
//! that hold data by what their cells hold.

use scraper::{Html, Node, node::Element};

/// Cells longer than this lay out a page.
const LONGEST_CELL: usize = 400;

/// Whether it is a web page, by its name or its first words.
pub(super) fn is_page(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]).to_ascii_lowercase();
    let start = start.trim_start_matches('\u{FEFF}').trim_start();
    [".html", ".htm", ".xhtml", ".shtml"].iter().any(|end| name.ends_with(end))
        || start.starts_with("<!doctype html")
        || start.starts_with("<html")
}

/// The encoding that the page names in its head, where that is not one that cannot be right.
pub(super) fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let named = head.split_once("charset=")?.1.trim_start_matches(['"', '\'', ' ']);
    let label: String = named.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')).collect();
    // the label itself was read as ASCII
    (!label.is_empty() && !label.starts_with("utf-16") && gongwen::source::decode(b"text", Some(&label)).is_ok()).then_some(label)
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
        "tr" => Effect::Row,
        "td" | "th" => Effect::Cell,
        "div" | "br" | "hr" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "section" | "article" | "header" | "footer" | "main" | "nav"
        | "aside" | "pre" | "form" | "fieldset" | "address" | "figure" | "figcaption" | "caption" | "center" | "body" => Effect::Line,
        _ => Effect::Inline,
    }
}

/// A table of data has rows of several short cells, and no table in them.
fn holds_data(table: ego_tree::NodeRef<'_, Node>) -> bool {
    let mut cells = 0;
    for node in table.descendants().skip(1) {
        match node.value() {
            Node::Element(element) if element.name() == "table" => return false,
            Node::Element(element) if matches!(effect(element), Effect::Cell) => {
                let words = node.descendants().filter_map(|node| node.value().as_text());
                if words.map(|words| words.trim().len()).sum::<usize>() > 3 * LONGEST_CELL {
                    return false;
                }
                cells += usize::from(node.prev_siblings().any(|it| it.value().is_element()));
            }
            _ => {}
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
            Effect::Row if self.in_data() => self.row_end(),
            Effect::Cell if self.in_data() => {
                self.line.push('\t');
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
        for c in words.chars() {
            match c {
                '\n' | '\r' => self.gap = if self.gap < Gap::Break { Gap::Break } else { self.gap },
                ' ' | '\t' | '\u{c}' => self.gap = if self.gap == Gap::None { Gap::Blank } else { self.gap },
                '\u{200b}' | '\u{feff}' => {}
                c => self.sign(c),
            }
        }
    }

    fn sign(&mut self, c: char) {
        let last = self.line.chars().next_back();
        let blank = match self.gap {
            Gap::None | Gap::Cell => false,
            Gap::Blank => true,
            Gap::Break => !(is_wide(c) && last.is_some_and(is_wide)),
        };
        if blank && last.is_some_and(|last| last != '\t') {
            self.line.push(' ');
        }
        self.gap = Gap::None;
        self.line.push(c);
    }

    /// In a cell of data lines are run together.
    fn line_end(&mut self) {
        if self.in_data() {
            self.gap = if self.gap == Gap::None { Gap::Break } else { self.gap };
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

    /// The tab behind the last cell parts nothing.
    fn row_end(&mut self) {
        self.line.pop();
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

    fn finish(mut self) -> String {
        self.flush();
        self.done
    }
}

/// Characters between which a line end is no blank.
fn is_wide(c: char) -> bool {
    c >= '\u{2E80}' || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…')
}
