//! Records to bytes: one file a format, and the registry that drives `--format`.
//!
//! A format never fails and never prints: it gives text, document by document, so that a thousand of them need
//! no more memory than one. What fails is only what it writes to. A new format is one file and two lines here.

#[cfg(feature = "formats")]
pub mod check;
mod columns;
#[cfg(feature = "formats")]
pub mod csv;
pub mod explain;
pub mod html;
pub mod ics;
pub mod json;
pub mod jsonl;
mod lang;
pub mod md;
pub mod offsets;
mod places;
pub mod sarif;
pub mod schema;
pub mod text;
mod view;

pub use lang::Lang;

use std::io;

use crate::{Extraction, Kind, OffsetUnit};

/// A way to write records down.
pub trait Format: Sync {
    /// The value of `--format`.
    fn name(&self) -> &'static str;
    /// What it is good for, in one line.
    fn about(&self) -> &'static str;
    /// How its files end, without the dot.
    fn extension(&self) -> &'static str {
        self.name()
    }
    /// What stands before the first document.
    fn open(&self, _: &Settings) -> String {
        String::new()
    }
    /// One document. It is taken over, since JSON lets go of the text before it is written; clone it for a second format.
    fn document(&self, extraction: Extraction, settings: &Settings) -> String;
    /// One document, written as it is made where the format can: a long one then needs no memory for its output.
    ///
    /// # Errors
    /// What `out` says where it cannot be written to.
    fn write(&self, extraction: Extraction, settings: &Settings, out: &mut dyn io::Write) -> io::Result<()> {
        out.write_all(self.document(extraction, settings).as_bytes())
    }
    /// What stands between two documents.
    fn between(&self, _: &Settings) -> &'static str {
        ""
    }
    /// What stands behind the last document.
    fn close(&self, _: &Settings) -> String {
        String::new()
    }
}

/// What can be said about the output of every format; a format looks at what concerns it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What spans count.
    pub offsets: OffsetUnit,
    /// Whether several documents share the output.
    pub many: bool,
    /// The language of headings, in the formats that people read.
    pub lang: Lang,
    /// The kind of record that a table shows.
    pub table: Kind,
    /// When a calendar should speak up before a due time.
    pub alarms: Vec<ics::Alarm>,
    /// Whether a terminal shows it, in colours.
    pub colour: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { offsets: OffsetUnit::Byte, many: false, lang: Lang::Zh, table: Kind::Tasks, alarms: Vec::new(), colour: false }
    }
}

/// The formats, in the order in which help shows them.
pub const FORMATS: &[&dyn Format] = &[
    &json::Json,
    &jsonl::JsonLines,
    #[cfg(feature = "formats")]
    &csv::Csv,
    &ics::Calendar,
    &md::Markdown,
    &html::Html,
    #[cfg(feature = "formats")]
    &check::Check,
    &sarif::Sarif,
    &explain::Explain,
    &text::Plain,
];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}
