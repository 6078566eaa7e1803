//! Reading to records: one file a kind. No grammar here, and no look at one another: an extractor judges what
//! the mentions, clauses and sections of a [`Reading`] mean.

pub mod budget;
pub mod contact;
pub mod deadline;
pub mod header;
pub mod part;
pub mod reference;
pub mod table;
pub mod task;

mod link;
mod only;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

pub use {
    budget::Budget, contact::Contact, deadline::Deadline, header::Header, part::Part, reference::Reference, table::Table, task::Task,
};

use crate::{
    diagnostic::Diagnostic,
    reading::Reading,
    source::{Decoded, Text},
    structure::Document,
};

/// The kinds of record, in the order in which they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `tasks`.
    Tasks,
    /// `deadlines`.
    Deadlines,
    /// `budgets`.
    Budgets,
    /// `contacts`.
    Contacts,
    /// `references`.
    References,
    /// `tables`.
    Tables,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] = [Self::Tasks, Self::Deadlines, Self::Budgets, Self::Contacts, Self::References, Self::Tables];

    /// The record's key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Tasks => "tasks",
            Self::Deadlines => "deadlines",
            Self::Budgets => "budgets",
            Self::Contacts => "contacts",
            Self::References => "references",
            Self::Tables => "tables",
        }
    }
}

/// What the caller knows or wants.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What the record calls the source, as a file's name.
    pub name: Option<String>,
    /// The encoding of bytes, by its label in the WHATWG Encoding Standard; found out where absent.
    pub encoding: Option<String>,
    /// The day from which relative times are counted where the document has no date of its own.
    pub as_of: Option<Date>,
    /// The kinds wanted; all where absent. A kind brings along those that it refers to.
    pub only: Option<Vec<Kind>>,
}

/// All that was found in one document (the record contract, version 1).
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Record {
    /// The version of this contract.
    pub version: &'static str,
    /// What was read.
    pub source: SourceInfo,
    /// The identity of the document.
    pub header: Header,
    /// The document's bodies.
    pub parts: Vec<Part>,
    /// Who must do what.
    pub tasks: Vec<Task>,
    /// By when.
    pub deadlines: Vec<Deadline>,
    /// With what money.
    pub budgets: Vec<Budget>,
    /// Whom to call.
    pub contacts: Vec<Contact>,
    /// The documents and laws cited.
    pub references: Vec<Reference>,
    /// The tables.
    pub tables: Vec<Table>,
    /// What the document gets wrong or leaves open, and what had to be repaired.
    pub diagnostics: Vec<Diagnostic>,
}

impl Record {
    /// The version of the record contract that this library writes.
    pub const VERSION: &str = "1";
}

/// A document and its record, for those who show the one beside the other.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The document.
    pub document: Document,
    /// What was found in it.
    pub record: Record,
}

impl Extraction {
    /// Reads a decoded document; `options.encoding` has no say any more.
    pub fn of(decoded: Decoded, options: &Options) -> Self {
        let Decoded { text, encoding, bytes, sha256, diagnostics } = decoded;
        let source = SourceInfo { name: options.name.clone(), bytes, encoding, sha256, offset_unit: OffsetUnit::Byte };
        let document = Document::parse(Text::read(text));
        let mut record = extract(&Reading::new(&document), source, options);
        record.diagnostics.splice(0..0, diagnostics);
        Self { document, record }
    }
}

/// What was read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SourceInfo {
    /// A file's name, or what the caller said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many bytes came in.
    pub bytes: u64,
    /// The encoding's name in the WHATWG Encoding Standard.
    pub encoding: &'static str,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// What spans count.
    pub offset_unit: OffsetUnit,
}

/// What spans count in the decoded source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Bytes of UTF-8.
    #[default]
    Byte,
    /// Unicode scalar values, as Python counts.
    Char,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

/// Judges a reading into records.
fn extract(reading: &Reading<'_>, source: SourceInfo, options: &Options) -> Record {
    let only = options.only.as_deref();
    let wants = |kind: Kind| only.is_none_or(|only| only.contains(&kind));
    let bound = wants(Kind::Tasks) || wants(Kind::Deadlines);
    let header = header::extract(reading);
    let base = deadline::Base { document: header.date.as_ref().and_then(|d| d.date), as_of: options.as_of };
    let mut record = Record {
        version: Record::VERSION,
        source,
        parts: part::extract(reading),
        tasks: if bound { task::extract(reading) } else { Vec::new() },
        deadlines: if bound { deadline::extract(reading, &base) } else { Vec::new() },
        budgets: if wants(Kind::Budgets) { budget::extract(reading) } else { Vec::new() },
        contacts: if wants(Kind::Contacts) { contact::extract(reading) } else { Vec::new() },
        references: if wants(Kind::References) { reference::extract(reading) } else { Vec::new() },
        tables: if wants(Kind::Tables) { table::extract(reading) } else { Vec::new() },
        diagnostics: reading.document.text.diagnostics().iter().chain(&reading.document.diagnostics).cloned().collect(),
        header,
    };
    link::link(&mut record);
    if let Some(only) = only {
        only::prune(&mut record, only);
    }
    record
}
