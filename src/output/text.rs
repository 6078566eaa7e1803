//! The decoded source itself: what the spans of a record point into.

use super::{Format, Settings};
use crate::Extraction;

/// The decoded source.
pub struct Plain;

impl Format for Plain {
    fn name(&self) -> &'static str {
        "text"
    }

    fn about(&self) -> &'static str {
        "The text that was read and that spans point into, as UTF-8"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn document(&self, extraction: Extraction, _: &Settings) -> String {
        extraction.document.text.source().to_owned()
    }
}
