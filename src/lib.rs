//! Reads Chinese official documents (公文, policy texts): *who must do what by when, with what money, and whom
//! to call*, as typed records in which every value points to the characters that it came from.
//!
//! ```
//! let text = "海川市教育局关于报送工作总结的通知\n各县（区）教育局：\n请于2024年5月4日前将工作总结报送我局。\n海川市教育局\n2024年4月1日\n";
//! let record = gongwen::read(text, &gongwen::Options::default())?;
//! assert_eq!(record.version, "1");
//! # Ok::<(), gongwen::Error>(())
//! ```

pub mod check;
pub mod diagnostic;
mod error;
pub mod extract;
mod extraction;
mod lang;
mod lexicon;
pub mod output;
mod pattern;
pub mod phrase;
pub mod reading;
pub mod source;
pub mod span;
pub mod structure;

pub use diagnostic::{Diagnostic, Severity};
pub use error::Error;
pub use extract::{Kind, OffsetUnit, Options, Record};
pub use extraction::Extraction;
pub use lang::Lang;
pub use span::{Found, Origin, Span};
pub use structure::Document;

/// Reads a document that is already text.
///
/// # Errors
/// Where there is no text in it.
pub fn read(text: &str, options: &Options) -> Result<Record, Error> {
    read_bytes(text.as_bytes(), &Options { encoding: Some("utf-8".to_owned()), ..options.clone() })
}

/// Reads a document from bytes, whose encoding is found out where `options` does not give it.
///
/// # Errors
/// Where there is no text in the bytes, they are not text, or the encoding asked for does not exist.
pub fn read_bytes(bytes: &[u8], options: &Options) -> Result<Record, Error> {
    Ok(Extraction::of(source::decode(bytes, options.encoding.as_deref())?, options).record)
}

/// The library examples of the READMEs, run by `cargo test`.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../README.zh.md")]
struct Readme;
