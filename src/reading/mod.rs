//! What every extractor looks at: the document's blocks in reading order, and the phrases found in them.

mod quote;

pub use quote::{Quote, trim};

use crate::{span::Span, structure::Document};

/// A document laid out flat.
#[derive(Debug)]
pub struct Reading<'d> {
    /// The document.
    pub document: &'d Document,
    /// Its blocks, in reading order; disjoint.
    pub blocks: Vec<Block>,
}

/// A stretch of text that is read as one: a heading, a paragraph, a row, a line of head or tail.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where it stands, without label.
    pub span: Span,
    /// What it is in the document.
    pub place: Place,
    /// Index into `document.parts`.
    pub part: usize,
    /// The id of the section that holds it: `p1.2.3`.
    pub section: Option<String>,
}

/// What a block is in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A title or another element above the body.
    Head,
    /// A paragraph before the first label of a part.
    Lead,
    /// The heading of a section.
    Heading,
    /// A paragraph of a section.
    Paragraph,
    /// A row of a table.
    Row,
    /// A line below the body: contact, signature, notes, colophon.
    Tail,
}

impl<'d> Reading<'d> {
    /// Lays `document` out.
    pub fn new(document: &'d Document) -> Self {
        Self { document, blocks: Vec::new() }
    }

    /// The text of a block.
    pub fn text(&self, block: &Block) -> &'d str {
        self.document.text.slice(block.span)
    }
}
