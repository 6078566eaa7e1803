//! The document's bodies and their sections, as they are printed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    reading::{Quote, Reading},
    span::Origin,
    structure::{self, PartKind, label::Style},
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
    reading.document.parts.iter().enumerate().map(|(index, part)| self::part(reading, index, part)).collect()
}

fn part(reading: &Reading<'_>, index: usize, part: &structure::Part) -> Part {
    let id = format!("p{}", index + 1);
    Part {
        kind: part.kind,
        title: part.title.map(|span| reading.quote(span)),
        span: reading.quote(part.span).span,
        lead: paragraphs(reading, &part.lead),
        sections: sections(reading, &id, &part.sections),
        id,
    }
}

fn sections(reading: &Reading<'_>, parent: &str, sections: &[structure::Section]) -> Vec<Section> {
    let numbered = sections.iter().enumerate().map(|(n, section)| (format!("{parent}.{}", n + 1), section));
    numbered
        .map(|(id, section)| Section {
            label: reading.document.text.slice(section.label).to_owned(),
            style: section.style,
            ordinal: section.ordinal,
            heading: section.heading.map(|span| reading.quote(span)),
            paragraphs: paragraphs(reading, &section.blocks),
            span: reading.quote(section.span).span,
            sections: self::sections(reading, &id, &section.sections),
            id,
        })
        .collect()
}

fn paragraphs(reading: &Reading<'_>, blocks: &[structure::Block]) -> Vec<Paragraph> {
    blocks.iter().map(|block| Paragraph { quote: reading.quote(block.span), items: Vec::new() }).collect()
}
