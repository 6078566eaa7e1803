//! The document's bodies and their sections, as they are printed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    reading::{Quote, Reading},
    span::Origin,
    structure::{PartKind, label::Style},
};

/// A body: the letter, what it encloses, an attachment.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Part {
    /// `p1`, `p2`, …
    pub id: String,
    /// What it is to the document.
    pub kind: PartKind,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Quote>,
    /// From its first line to its last.
    pub span: Origin,
    /// Paragraphs before the first section.
    pub lead: Vec<Paragraph>,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A labelled piece of text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Section {
    /// `p1.2.3`: the third section of the second of part one.
    pub id: String,
    /// As written, without the mark that closes it.
    pub label: String,
    /// The shape of the label.
    pub style: Style,
    /// The label's number.
    pub ordinal: u32,
    /// The heading; absent where the item is plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<Quote>,
    /// Paragraphs before the first section inside.
    pub paragraphs: Vec<Paragraph>,
    /// From the label to the end of the last section inside.
    pub span: Origin,
    /// The sections inside.
    pub sections: Vec<Section>,
}

/// A paragraph.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Paragraph {
    /// Its words.
    #[serde(flatten)]
    pub quote: Quote,
    /// Its enumerated items (一是…二是…; ①…②… in running text).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Quote>,
}

/// Prints the parts.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Part> {
    let _ = reading;
    Vec::new()
}
