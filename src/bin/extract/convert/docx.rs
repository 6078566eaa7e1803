//! Word files (.docx, ISO/IEC 29500) to text: a paragraph a line, a row of a table a line with tabs between its
//! cells, and the numbers that Word counts itself written out.
//!
//! Not read: headers and footers (page numbers), footnotes, comments, what was deleted while changes are tracked.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use super::numbering::{Counters, Numbering};

/// Nobody writes documents longer than this; a ZIP bomb unpacks to more.
const LONGEST: u64 = 256 << 20;
/// Tables in tables in tables …
const DEEPEST: usize = 32;

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
    let mut text = Text { done: String::new(), numbers: numbering.counters() };
    text.blocks(body.root_element(), 0);
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
    numbers: Counters<'n>,
}

impl Text<'_> {
    fn blocks(&mut self, parent: Node<'_, '_>, depth: usize) {
        for node in parent.children().filter(|_| depth < DEEPEST) {
            match node.tag_name().name() {
                "p" => {
                    let words = self.paragraph(node);
                    self.done.push_str(&words);
                    self.done.push('\n');
                }
                "tr" => self.row(node),
                _ => self.blocks(node, depth + 1),
            }
        }
    }

    fn row(&mut self, row: Node<'_, '_>) {
        let cells: Vec<_> = row.children().filter(|it| it.has_tag_name_local("tc")).map(|cell| self.cell(cell)).collect();
        self.done.push_str(&cells.join("\t"));
        self.done.push('\n');
    }

    /// The paragraphs of a cell run together; a table inside loses its lines.
    fn cell(&mut self, cell: Node<'_, '_>) -> String {
        let paragraphs = cell.descendants().filter(|it| it.has_tag_name_local("p"));
        let words: Vec<_> = paragraphs.map(|it| self.paragraph(it).replace(['\n', '\t'], " ")).collect();
        words.concat().trim().to_owned()
    }

    fn paragraph(&mut self, paragraph: Node<'_, '_>) -> String {
        let mut words = self.numbers.label(paragraph);
        for node in paragraph.descendants().filter(|it| !is_copy(*it, paragraph)) {
            match node.tag_name().name() {
                "t" => words.push_str(node.text().unwrap_or_default()),
                "tab" if !node.parent().is_some_and(|it| it.has_tag_name_local("tabs")) => words.push('\t'),
                "br" | "cr" => words.push('\n'),
                "noBreakHyphen" => words.push('-'),
                _ => {}
            }
        }
        words
    }
}

/// What older programs are shown in place of a drawing stands in the file twice.
fn is_copy(node: Node<'_, '_>, paragraph: Node<'_, '_>) -> bool {
    node.ancestors().take_while(|it| *it != paragraph).any(|it| it.has_tag_name_local("Fallback"))
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
