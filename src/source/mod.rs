//! Bytes to text: encodings and typesetting. No grammar of documents here.
//!
//! [`decode()`] finds the encoding, and [`Decoded`] takes what a converter made of other files; [`Text::read`] repairs
//! what typesetting did to the words (hard wraps, page numbers, blanks inside figures, doublings) and keeps a map, so
//! that every place of the reading leads back to the source. The reading holds one logical paragraph a line and no
//! empty lines. Repairs only take characters out or put line ends in: no character of the reading is made up.

pub mod decode;
mod detect;
mod map;
mod repair;
mod sign;
mod words;

pub use decode::{Decoded, decode};
pub use map::Map;
pub(crate) use sign::{Marks, Signs};
pub use words::Words;

use std::sync::Arc;

use crate::{
    diagnostic::{Finding, Rule},
    span::{Origin, Span},
};

/// What is said of a text's repairs and damage.
pub(crate) static RULES: [&Rule; 8] = [
    &decode::UNDECODABLE,
    &repair::flat::RUN_TOGETHER,
    &repair::runon::RUN_ON,
    &repair::copy::COPY,
    &repair::tear::DOUBLING,
    &repair::page::PAGE_FURNITURE,
    &repair::tear::HYPHEN,
    &repair::MARKUP,
];

/// A document's text: what came in, what is read, and the map between them.
#[derive(Clone, Debug)]
pub struct Text {
    source: String,
    reading: Arc<String>,
    map: Map,
    layouts: Vec<Layout>,
    marks: Vec<Marks>,
    findings: Vec<Finding>,
}

/// How a line of the reading stood in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Empty lines before it.
    pub blanks: u16,
    /// Columns of white space to its left; a Chinese character has two. A line far in was centred or set right.
    pub indent: u16,
    /// Columns of the line itself: of its first row, where several were joined.
    pub width: u16,
    /// Whether it is the first of a page.
    pub page: bool,
    /// Whether it stood on one line with the text before it.
    pub split: bool,
}

impl Text {
    /// Repairs `source` and remembers where each piece came from.
    ///
    /// # Panics
    /// Where `source` is longer than 4 GiB, which spans cannot count; [`decode()`] refuses such text.
    pub fn read(source: String) -> Self {
        assert!(u32::try_from(source.len()).is_ok(), "a text is at most 4 GiB long");
        let repair::Repaired { reading, mut map, lines, findings } = repair::repair(&source);
        map.file();
        Self { source, reading: Arc::new(reading), map, layouts: lines.layouts, marks: lines.marks, findings }
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
    #[inline]
    pub fn slice(&self, span: Span) -> &str {
        &self.reading[span.range()]
    }

    /// What stands under `span` in the reading, to keep, and where it came from. White space at the ends is left out; a line
    /// end inside, between two rows of a title, is dropped with the blanks beside it.
    pub fn quote(&self, span: Span) -> (Words, Origin) {
        let span = self.trim(span);
        let (origin, whole) = self.map.place(span);
        // line ends are put in between pieces
        let words = if whole { Words::of(&self.reading, span) } else { self.words(span) };
        (words, origin)
    }

    /// The words of several pieces.
    fn words(&self, span: Span) -> Words {
        let slice = self.slice(span);
        if memchr::memchr(b'\n', slice.as_bytes()).is_none() {
            return Words::of(&self.reading, span);
        }
        let mut words = String::with_capacity(slice.len());
        let mut at = 0;
        for end in memchr::memchr_iter(b'\n', slice.as_bytes()).chain([slice.len()]) {
            let line = &slice[at..end];
            words.push_str(if is_tight(line.as_bytes()) { line } else { line.trim() });
            at = end + 1;
        }
        words.into()
    }

    /// `span` without white space at its ends.
    pub fn trim(&self, span: Span) -> Span {
        if is_tight(&self.reading.as_bytes()[span.range()]) {
            return span;
        }
        let slice = self.slice(span);
        let start = slice.len() - slice.trim_start().len();
        span.slice(start..start + slice.trim().len())
    }

    /// Where the words under `span` came from.
    pub fn place(&self, span: Span) -> Origin {
        self.map.origin(self.trim(span))
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
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How each of the [`lines`](Self::lines) stood in the source, in the same order.
    pub fn layouts(&self) -> &[Layout] {
        &self.layouts
    }

    /// What stands in each of the [`lines`](Self::lines), in the same order.
    pub(crate) fn marks(&self) -> &[Marks] {
        &self.marks
    }

    /// The paragraphs: spans of the reading's lines without their line ends.
    pub fn lines(&self) -> impl Iterator<Item = Span> + '_ {
        self.marks.iter().scan(0, |at, marks| {
            let start = *at;
            *at += marks.bytes as usize + 1;
            Some(Span::new(start, *at - 1))
        })
    }
}

/// Whether `bytes`, a text, surely have no white space at their ends: they begin and end with visible ASCII, a Chinese
/// character or a mark of Chinese punctuation.
fn is_tight(bytes: &[u8]) -> bool {
    if matches!(bytes, [0xe4..=0xe9, .., 0xe4..=0xe9, _, _]) {
        return true;
    }
    let wide = |three: Option<&[u8; 3]>| match three {
        Some([0xe4..=0xef, ..] | [0xe2, 0x80, 0x94..=0xa6]) => true,
        Some([0xe3, middle, last]) => (*middle, *last) != (0x80, 0x80),
        _ => false,
    };
    let visible = |byte: Option<&u8>| matches!(byte, Some(b'!'..=b'~'));
    bytes.is_empty() || (visible(bytes.first()) || wide(bytes.first_chunk())) && (visible(bytes.last()) || wide(bytes.last_chunk()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tight_has_no_white_space_around() {
        for text in ["", "通知", "（一）", "a", "12%", "通"] {
            assert!(is_tight(text.as_bytes()), "{text}");
        }
        for c in (0..=0x1_ffff).filter_map(char::from_u32) {
            for text in [format!("{c}甲"), format!("甲{c}"), format!("甲a{c}"), c.to_string()] {
                assert!(!is_tight(text.as_bytes()) || text.trim() == text, "{text:?}");
            }
        }
    }
}
