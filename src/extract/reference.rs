//! The documents and laws cited.

use schemars::JsonSchema;
use serde::Serialize;

use super::header::Number;
use crate::{
    reading::{Quote, Reading},
    span::Origin,
};

/// A document or law that is cited, once however often it is named.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reference {
    /// `r1`, `r2`, …
    pub id: String,
    /// The title without 《》.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Quote>,
    /// The document number, canonical.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_number: Option<Number>,
    /// Who issued it, where the text says so.
    pub issuers: Vec<Quote>,
    /// A law (a regulation, a standard) or a document.
    pub kind: Kind,
    /// 第五条.
    pub articles: Vec<Quote>,
    /// As 以下简称 defines it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<Quote>,
    /// Every place that names it, aliases included.
    pub mentions: Vec<Origin>,
}

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A law, regulation or standard.
    Law,
    /// A document.
    Document,
}

/// Finds the references.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Reference> {
    let _ = reading;
    Vec::new()
}
