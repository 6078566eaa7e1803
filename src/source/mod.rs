//! Bytes to text: encodings and typesetting. No grammar of documents here.
//!
//! [`decode`] finds the encoding; [`Text::read`] repairs what typesetting did to the words (hard wraps, page
//! numbers, blanks inside figures, doublings) and keeps a map, so that every place of the reading leads back
//! to the source. The reading holds one logical paragraph a line and no empty lines. Repairs only take
//! characters out or put line ends in: no character of the reading is made up.

pub mod decode;
mod map;
mod repair;

pub use decode::{Decoded, decode};
pub use map::Map;

use crate::{
    diagnostic::Diagnostic,
    span::{Origin, Span},
};

/// A document's text: what came in, what is read, and the map between them.
#[derive(Clone, Debug)]
pub struct Text {
    source: String,
    reading: String,
    map: Map,
    diagnostics: Vec<Diagnostic>,
}

impl Text {
    /// Repairs `source` and remembers where each piece came from.
    pub fn read(source: String) -> Self {
        let (reading, map, diagnostics) = repair::repair(&source);
        Self { source, reading, map, diagnostics }
    }

    /// The decoded text as it came in.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The repaired text: one logical paragraph a line, no empty lines.
    pub fn as_str(&self) -> &str {
        &self.reading
    }

    /// What stands under `span` in the reading.
    pub fn slice(&self, span: Span) -> &str {
        &self.reading[span.range()]
    }

    /// Where `span` came from. White space at its ends should be trimmed before.
    pub fn origin(&self, span: Span) -> Origin {
        self.map.origin(span)
    }

    /// The source map.
    pub fn map(&self) -> &Map {
        &self.map
    }

    /// The repairs that a reader should know of.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The paragraphs: spans of the reading's lines without their line ends.
    pub fn lines(&self) -> impl Iterator<Item = Span> + '_ {
        let mut at = 0;
        self.reading.split_terminator('\n').map(move |line| {
            let start = at;
            at += line.len() + 1;
            Span::new(start, start + line.len())
        })
    }
}
