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

mod id;
mod link;
mod only;

pub(crate) use only::prune;

use std::{borrow::Cow, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, de::Error};

pub use {
    budget::Budget, contact::Contact, deadline::Deadline, header::Header, id::Id, part::Part, reference::Reference, table::Table,
    task::Task,
};

use crate::{
    diagnostic::{Diagnostic, Rule},
    error::Malformed,
    lang::Lang,
    phrase::workday::Workdays,
    reading::Reading,
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

    /// What ids of this kind begin with.
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Tasks => "t",
            Self::Deadlines => "d",
            Self::Budgets => "b",
            Self::Contacts => "c",
            Self::References => "r",
            Self::Tables => "tb",
        }
    }
}

impl FromStr for Kind {
    type Err = Malformed;

    fn from_str(key: &str) -> Result<Self, Malformed> {
        Self::ALL.into_iter().find(|kind| kind.key() == key).ok_or_else(|| Malformed::new("kind of record", key))
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
    /// Holidays and shifted working days, as the State Council sets them year by year; where absent, working days are
    /// counted as if only weekends were off, and a diagnostic says so.
    pub workdays: Option<Workdays>,
    /// The kinds wanted; all where absent. A kind brings along those that it refers to. Header, parts and diagnostics
    /// are the same whatever is wanted.
    pub only: Option<Vec<Kind>>,
    /// The language of what is said about the document.
    pub lang: Lang,
    /// Rules whose breaches nobody wants to hear of; [`check::rule`](crate::check::rule) finds one by its code.
    pub allow: Vec<&'static Rule>,
    /// Rules whose breaches count as errors.
    pub deny: Vec<&'static Rule>,
}

impl Options {
    fn wants(&self, kind: Kind) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&kind))
    }

    /// Whether tasks or deadlines are wanted, of which each brings the other along.
    fn wants_times(&self) -> bool {
        self.wants(Kind::Tasks) || self.wants(Kind::Deadlines)
    }
}

/// All that was found in one document (record contract, version 1). 从一份文件中读出的全部内容（记录约定第 1 版）。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Record {
    /// The version of the record contract. 记录约定的版本。
    #[serde(deserialize_with = "version")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = Record::VERSION)))]
    pub version: Cow<'static, str>,
    /// What was read. 输入的来源。
    pub source: SourceInfo,
    /// The identity of the document: the elements of GB/T 9704-2012. 文件的身份：GB/T 9704-2012 规定的各要素。
    pub header: Header,
    /// The document's bodies: the letter, what it encloses, its attachments. 文件的各个正文：本体、所印发的文件、附件。
    pub parts: Vec<Part>,
    /// Who must do what. 任务：谁应当做什么。
    pub tasks: Vec<Task>,
    /// By when. 时限：什么时候之前、什么时候。
    pub deadlines: Vec<Deadline>,
    /// With what money. 经费：每一笔金额。
    pub budgets: Vec<Budget>,
    /// Whom to call. 联系方式：找谁、打哪个电话。
    pub contacts: Vec<Contact>,
    /// The documents and laws cited, each once. 引用的文件和法律，每件一条。
    pub references: Vec<Reference>,
    /// The tables. 表格。
    pub tables: Vec<Table>,
    /// What the document gets wrong or leaves open, and what had to be repaired. 文件自身的差错、缺漏，以及读入时所作的修复。
    pub diagnostics: Vec<Diagnostic>,
}

/// Refuses a record that is made by another contract.
fn version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, str>, D::Error> {
    let version = Cow::<str>::deserialize(deserializer)?;
    let other = || D::Error::custom(format_args!("a record of version {version}, where version {} is read", Record::VERSION));
    if version == Record::VERSION { Ok(Record::VERSION.into()) } else { Err(other()) }
}

impl Record {
    /// The version of the record contract that this library writes.
    pub const VERSION: &str = "1";
}

/// What was read. 输入的来源。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceInfo {
    /// A file's name, or what the caller said. 文件名，或调用者给出的名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many bytes came in. 输入的字节数。
    pub bytes: u64,
    /// The encoding's name in the WHATWG Encoding Standard. 字符编码（WHATWG 编码标准中的名称）。
    pub encoding: Cow<'static, str>,
    /// SHA-256 of the bytes, in hexadecimal. 输入字节的 SHA-256，十六进制。
    pub sha256: String,
    /// What spans count. 位置以何为单位计数。
    pub offset_unit: OffsetUnit,
}

/// What spans count in the decoded source. 在解码后的原文中，位置以何为单位计数。
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Bytes of UTF-8. UTF-8 字节。
    #[default]
    Byte,
    /// Unicode scalar values, as Python counts. Unicode 字符，与 Python 相同。
    Char,
    /// UTF-16 code units, as JavaScript counts. UTF-16 码元，与 JavaScript 相同。
    Utf16,
}

impl FromStr for OffsetUnit {
    type Err = Malformed;

    fn from_str(name: &str) -> Result<Self, Malformed> {
        match name {
            "byte" => Ok(Self::Byte),
            "char" => Ok(Self::Char),
            "utf16" => Ok(Self::Utf16),
            _ => Err(Malformed::new("unit of offsets", name)),
        }
    }
}

/// What dates are counted from.
pub(crate) fn base<'w>(header: &Header, options: &Options, workdays: &'w Workdays) -> deadline::Base<'w> {
    let date = |day: &Option<header::Day>| day.as_ref().and_then(|day| day.date);
    let year = header.doc_number.as_ref().and_then(|number| number.year);
    let published = date(&header.print_date).or(header.page.as_ref().and_then(|page| page.published)).map(Date::year);
    deadline::Base { document: date(&header.date), as_of: options.as_of, year, published, workdays }
}

/// Judges a reading into records. Deadlines, budgets and references are always made, since rules of
/// [`check`](crate::check) look at them, and diagnostics are those of the whole document; tasks, which cost the most,
/// contacts and tables only where they are wanted. [`prune`] drops what is not. The parts are printed at the end, by
/// [`part::extract`], when the reading is let go: nobody looks at them in between.
pub(crate) fn extract(reading: &Reading<'_>, source: SourceInfo, options: &Options) -> Record {
    let header = header::extract(reading);
    let weekends = Workdays::default();
    let workdays = options.workdays.as_ref().unwrap_or(&weekends);
    let base = base(&header, options, workdays);
    let (tasks, elsewhere) = if options.wants_times() { task::extract(reading) } else { Default::default() };
    let mut record = Record {
        version: Record::VERSION.into(),
        source,
        parts: Vec::new(),
        tasks,
        deadlines: deadline::extract(reading, &base),
        budgets: budget::extract(reading),
        contacts: if options.wants(Kind::Contacts) { contact::extract(reading) } else { Vec::new() },
        references: reference::extract(reading, &header),
        tables: if options.wants(Kind::Tables) { table::extract(reading) } else { Vec::new() },
        diagnostics: Vec::new(),
        header,
    };
    link::link(&mut record, &elsewhere);
    record
}
