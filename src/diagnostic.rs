//! What is odd about a document: never an error of the call, always a line in the record.

use schemars::JsonSchema;
use serde::Serialize;

use crate::span::Origin;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document contradicts itself, or something in it could not be read.
    Error,
    /// Something is missing, unusual or had to be guessed.
    Warning,
    /// A repair that was made on the way in.
    Info,
}

/// What the document gets wrong or leaves open, or what had to be repaired in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Diagnostic {
    /// A stable name for this kind of finding, in kebab-case.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One plain sentence.
    pub message: String,
    /// Where it was found.
    pub span: Origin,
}
