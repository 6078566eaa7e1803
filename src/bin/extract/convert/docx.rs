//! Word files (.docx, ISO/IEC 29500) to text: a paragraph a line, a row of a table a line with tabs between its
//! cells, what stands in a box behind the paragraph that holds it, and the numbers that Word counts itself written out.
//!
//! Tracked changes are read as accepted. Not read: headers and footers (page numbers), footnotes, comments, and what is
//! read out over words (ruby). Nesting costs no stack: a file may nest as deep as it likes.

use std::{
    io::{Cursor, Read},
    mem,
};

use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use super::{
    in_a_line,
    numbering::{Counters, Numbering},
};

/// Nobody writes documents longer than this; a ZIP bomb unpacks to more.
const LONGEST: u64 = 256 << 20;

/// Whether the bytes are a ZIP archive with a Word document in it.
pub(super) fn is_docx(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && ZipArchive::new(Cursor::new(bytes)).is_ok_and(|zip| zip.index_for_name("word/document.xml").is_some())
}

/// The text of a document.
pub(super) fn read(bytes: &[u8]) -> Result<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let body = entry(&mut zip, "word/document.xml")?;
    let numbering = entry(&mut zip, "word/numbering.xml").unwrap_or_default();
    let styles = entry(&mut zip, "word/styles.xml").unwrap_or_default();
    let body = parse(&body)?;
    let numbering = Numbering::read(parse(&numbering).ok().as_ref(), parse(&styles).ok().as_ref());
    let mut text = Text { done: String::new(), joined: String::new(), numbers: numbering.counters() };
    text.blocks(body.root_element());
    Ok(text.done)
}

fn entry(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, String> {
    let file = zip.by_name(name).map_err(|e| format!("{name} in it: {e}"))?;
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).map_err(|e| format!("{name} in it: {e}"))?;
    Ok(text)
}

fn parse(xml: &str) -> Result<Document<'_>, String> {
    Document::parse_with_options(xml, ParsingOptions { allow_dtd: false, ..ParsingOptions::default() })
        .map_err(|e| format!("a part of it is broken: {e}"))
}

/// Text on the way out.
struct Text<'n> {
    done: String,
    /// Words of paragraphs whose ends were deleted: the next one begins with them.
    joined: String,
    numbers: Counters<'n>,
}

impl Text<'_> {
    fn blocks(&mut self, body: Node<'_, '_>) {
        let mut walk = Walk::below(body);
        while let Some(node) = walk.next() {
            match node.tag_name().name() {
                "p" => {
                    let (line, boxes) = self.paragraph(node);
                    line.into_iter().for_each(|line| self.line(&line));
                    walk.later(boxes);
                }
                "tr" if !is_deleted(node.child("trPr")) => self.row(node),
                "tr" => {}
                _ => walk.enter(node),
            }
        }
        self.rest();
    }

    /// Words that no paragraph of their kind follows.
    fn rest(&mut self) {
        let rest = mem::take(&mut self.joined);
        if !rest.is_empty() {
            self.line(&rest);
        }
    }

    fn line(&mut self, line: &str) {
        self.done.push_str(line);
        self.done.push('\n');
    }

    fn row(&mut self, row: Node<'_, '_>) {
        self.rest();
        let mut cells = Vec::new();
        let mut walk = Walk::below(row);
        while let Some(node) = walk.next() {
            match node.tag_name().name() {
                "tc" => cells.push(self.cell(node)),
                // a row may stand in controls, and so may each of its cells
                _ => walk.enter(node),
            }
        }
        self.line(&cells.join("\t"));
    }

    /// A cell stays in its line: its paragraphs, and those of tables and boxes in it, are parted by blanks.
    fn cell(&mut self, cell: Node<'_, '_>) -> String {
        let mut words = Vec::new();
        let mut walk = Walk::below(cell);
        while let Some(node) = walk.next() {
            match node.tag_name().name() {
                "p" => {
                    let (line, boxes) = self.paragraph(node);
                    words.extend(line.map(|line| line.replace(['\n', '\t'], " ").trim().to_owned()).filter(|line| !line.is_empty()));
                    walk.later(boxes);
                }
                _ => walk.enter(node),
            }
        }
        words.extend(Some(mem::take(&mut self.joined)).filter(|rest| !rest.is_empty()));
        in_a_line(words.iter().map(String::as_str))
    }

    /// The line of a paragraph, where its end was not deleted, and the boxes that hang on it.
    fn paragraph<'a>(&mut self, paragraph: Node<'a, 'a>) -> (Option<String>, Vec<Node<'a, 'a>>) {
        let properties = paragraph.child("pPr");
        let is_whole = !is_deleted(properties.and_then(|it| it.child("rPr")));
        let (mut words, mut boxes) = (mem::take(&mut self.joined), Vec::new());
        let mut walk = Walk::below(paragraph);
        while let Some(node) = walk.next() {
            match node.tag_name().name() {
                "t" => words.push_str(node.text().unwrap_or_default()),
                "tab" | "ptab" => words.push('\t'),
                "br" | "cr" => words.push('\n'),
                "noBreakHyphen" => words.push('-'),
                "txbxContent" => boxes.push(node),
                // tab stops are no tabs
                "pPr" | "rPr" => {}
                _ => walk.enter(node),
            }
        }
        if is_whole {
            // the end that stays is the end that says what the paragraph is
            words.insert_str(0, &self.numbers.label(paragraph));
            (Some(words), boxes)
        } else {
            self.joined = words;
            (None, boxes)
        }
    }
}

/// Whether these properties of a row, or of a paragraph's end, say that it was deleted or moved away.
fn is_deleted(properties: Option<Node<'_, '_>>) -> bool {
    properties.is_some_and(|it| it.children().any(|it| matches!(it.tag_name().name(), "del" | "moveFrom")))
}

/// Nodes in the order of the document, on a stack of its own; what is in a node comes only where that is asked for.
struct Walk<'a>(Vec<Node<'a, 'a>>);

impl<'a> Walk<'a> {
    fn below(node: Node<'a, 'a>) -> Self {
        let mut walk = Self(Vec::new());
        walk.enter(node);
        walk
    }

    fn next(&mut self) -> Option<Node<'a, 'a>> {
        self.0.pop()
    }

    /// Goes on with what is in `node`, where that is text of the document.
    fn enter(&mut self, node: Node<'a, 'a>) {
        match node.tag_name().name() {
            // deleted, or moved to where it is read
            "del" | "moveFrom" => {}
            // what older programs are shown in place of a drawing stands in the file twice
            "Fallback" => {}
            // how a character is read
            "rt" => {}
            _ => self.0.extend(node.children().rev()),
        }
    }

    /// Goes on with these nodes.
    fn later(&mut self, nodes: Vec<Node<'a, 'a>>) {
        self.0.extend(nodes.into_iter().rev());
    }
}

/// Names without their namespace: there are two for the same elements, transitional and strict.
pub(super) trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
    fn child(&self, name: &str) -> Option<Self>
    where
        Self: Sized;
    /// The attribute `w:val`.
    fn value(&self, name: &str) -> Option<&str>;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }

    fn child(&self, name: &str) -> Option<Self> {
        self.children().find(|it| it.tag_name().name() == name)
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.attributes().find(|it| it.name() == name).map(|it| it.value())
    }
}
