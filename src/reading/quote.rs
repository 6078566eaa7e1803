//! The document's own words and where they stand.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    source::Text,
    span::{Origin, Span},
};

/// A value taken from the document: its words, line wraps joined, and their place in the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Quote {
    /// The reading: the source's own characters, without what was repaired.
    pub text: String,
    /// `[start, end)` in the decoded source.
    pub span: Origin,
}

impl Quote {
    /// Quotes what stands under `span`: blanks at the ends are left out, line ends inside dropped.
    pub fn new(text: &Text, span: Span) -> Self {
        let span = text.trim(span);
        let words = text.slice(span).split('\n').map(str::trim).collect();
        Self { text: words, span: text.origin(span) }
    }
}
