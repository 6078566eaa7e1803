//! What is wrong with the call. What is wrong with a document is a [`Diagnostic`](crate::Diagnostic).

use std::{borrow::Cow, fmt::Display, str::FromStr};

use serde::{Deserialize, Deserializer, de::Error as _};
use thiserror::Error;

/// Why nothing could be read. Every variant is the caller's to mend; a document that is merely odd is read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no text in the input: no bytes, or nothing but white space.
    #[error("the input holds no text")]
    Empty,
    /// The bytes are those of a program, picture or office file and not of a text.
    #[error("the input is not text{}", .0.map(|kind| format!(" but {kind}")).unwrap_or_default())]
    Binary(Option<&'static str>),
    /// The encoding asked for has no such name in the WHATWG Encoding Standard.
    #[error("no encoding is called {0:?}; try utf-8, gb18030, gbk, big5 or utf-16le")]
    Encoding(String),
    /// The text is longer than 4 GiB, which spans cannot count.
    #[error("the input is longer than 4 GiB")]
    TooLong,
}

/// What is not written as records write it: an id (`t1`), a moment (`2024-05-04T17:30`), a currency (`CNY`).
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{text:?} is no {what}")]
pub struct Malformed {
    what: &'static str,
    text: String,
}

impl Malformed {
    pub(crate) fn new(what: &'static str, text: &str) -> Self {
        Self { what, text: text.to_owned() }
    }
}

/// Reads back a value that a record prints as a string.
pub(crate) fn from_string<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(deserializer: D) -> Result<T, D::Error> {
    Cow::<str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}
