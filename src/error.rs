//! What is wrong with the call. What is wrong with a document is a [`Diagnostic`](crate::Diagnostic).

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
