//! Reads Chinese official documents (公文, policy texts): *who must do what by when, with what money, and whom
//! to call*, as typed records in which every value points to the characters that it came from.
//!
//! ```
//! use gongwen::{Kind, Options, Record};
//!
//! let text = "海川市教育局关于报送工作总结的通知\n海教发〔2024〕8号\n各县（区）教育局：\n\
//!     请各县（区）教育局于2024年5月4日前将工作总结报送我局。市财政安排培训经费3万元。\n\
//!     联系人：李明远，电话：0999-3380216。\n海川市教育局\n2024年4月1日\n";
//! let record: Record = gongwen::read(text, &Options::default())?;
//!
//! // who must do what
//! let task = &record.tasks[0];
//! assert_eq!(&*task.actors[0].quote.text, "各县（区）教育局");
//! assert_eq!(&*task.action.as_ref().unwrap().text, "将工作总结报送我局");
//! // by when: dates are dates
//! let deadline = record.deadline(task.deadlines[0]).unwrap();
//! assert_eq!(deadline.end.unwrap().to_string(), "2024-05-04");
//! // with what money: amounts are exact, in units of their currency
//! assert_eq!(record.budgets[0].amount.value.to_string(), "30000");
//! assert_eq!(&*record.budgets[0].item.as_ref().unwrap().text, "培训经费");
//! // whom to call
//! assert_eq!(&*record.contacts[0].phones[0].quote.text, "0999-3380216");
//! // every value knows its place in the text
//! let place = task.quote.span;
//! assert_eq!(&text[place.range()], &*task.quote.text);
//! # Ok::<(), gongwen::Error>(())
//! ```
//!
//! # Ways in
//!
//! | you have | call | you get |
//! | --- | --- | --- |
//! | text | [`read`] | a [`Record`] |
//! | bytes of a file, in an encoding that may be unknown | [`read_bytes`] | a [`Record`] |
//! | bytes, and want to show record and text side by side or write one of the formats | [`source::decode()`], [`Extraction::of`] | an [`Extraction`] |
//! | text, and want only its structure | [`source::Text::read`], [`Document::parse`] | a [`Document`] |
//! | a phrase: a date, an amount, a number, a name | [`phrase`] | its value |
//!
//! [`Options`] say which [`Kind`]s of record are wanted, from which day relative times count, and which calendar of working
//! days holds. What is wrong or doubtful about a document stands in the record, as [`Record::diagnostics`]; an [`Error`] is
//! for what holds no text or more than 4 GiB of it, and for an encoding that does not exist.
//!
//! # Formats
//!
//! [`output`] writes what was read as JSON, JSON Lines, CSV, Markdown, iCalendar, SARIF, HTML and others:
//!
//! ```
//! use gongwen::{Extraction, Options, output::{self, Settings}, source};
//!
//! let bytes = "关于开展检查的通知\n请各单位于2024年5月4日前完成自查。\n".as_bytes();
//! let extraction = Extraction::of(source::decode(bytes, None)?, &Options::default());
//! let calendar = output::format("ics").unwrap();
//! assert!(calendar.document(extraction, &Settings::default()).contains("DUE;VALUE=DATE:20240504"));
//! # Ok::<(), gongwen::Error>(())
//! ```
//!
//! Neither clock, network, files nor threads are used: the same bytes and options give the same record, on any day.

pub mod check;
pub mod diagnostic;
mod error;
pub mod extract;
mod extraction;
mod lang;
mod lexicon;
mod order;
pub mod output;
mod pattern;
pub mod phrase;
pub mod reading;
pub mod source;
pub mod span;
pub mod structure;

pub use diagnostic::{Diagnostic, Severity};
pub use error::{Error, Malformed};
pub use extract::{Kind, OffsetUnit, Options, Record};
pub use extraction::Extraction;
pub use lang::Lang;
pub use span::{Found, Origin, Span};
pub use structure::Document;

/// Reads a document that is already text, in which the spans of the record count; `options.encoding` has no say.
///
/// # Errors
/// Where there is no text in it, or more than 4 GiB.
pub fn read(text: &str, options: &Options) -> Result<Record, Error> {
    Ok(Extraction::of(source::Decoded::of_text(text.to_owned(), text.as_bytes())?, options).record)
}

/// Reads a document from bytes, whose encoding is found out where `options` does not give it.
///
/// # Errors
/// Where there is no text in the bytes or more than 4 GiB, they are not text, or the encoding asked for does not exist.
pub fn read_bytes(bytes: &[u8], options: &Options) -> Result<Record, Error> {
    Ok(Extraction::of(source::decode(bytes, options.encoding.as_deref())?, options).record)
}

/// The library examples of the READMEs, run by `cargo test`.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../README.zh.md")]
struct Readme;
