//! The document's own words and where they stand.

use serde::{Deserialize, Serialize};

use crate::{
    source::{Text, Words},
    span::{Origin, Span},
};

/// A value taken from the document: its words and their place. 取自文件的内容：文字及其位置。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// The words as read: line wraps joined, otherwise the source's own characters. 读出的文字：并合折行，其余为原文字符。
    pub text: Words,
    /// `[start, end)` in the decoded source. 在解码后原文中的位置，左闭右开。
    pub span: Origin,
}

impl Quote {
    /// Quotes what stands under `span`: blanks at the ends are left out, line ends inside dropped.
    pub fn new(text: &Text, span: Span) -> Self {
        let (text, span) = text.quote(span);
        Self { text, span }
    }
}
