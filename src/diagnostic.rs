//! What is odd about a document: never an error of the call, always a line in the record.

use schemars::JsonSchema;
use serde::Serialize;

use crate::span::Origin;

/// How much a diagnostic matters. 诊断的严重程度。
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document contradicts itself, or something in it could not be read. 文件自相矛盾，或有内容无法读出。
    Error,
    /// Something is missing, unusual or had to be guessed. 有缺漏、不合常例，或只能推测。
    Warning,
    /// A repair that was made on the way in. 读入时所作的修复。
    Info,
}

/// What the document gets wrong or leaves open, or what had to be repaired in it. 文件的差错、缺漏或所作的修复。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Diagnostic {
    /// A stable name for this kind of finding, in kebab-case. 此类诊断的固定代号。
    pub code: &'static str,
    /// How much it matters. 严重程度。
    pub severity: Severity,
    /// One plain sentence. 一句说明。
    pub message: String,
    /// Where it was found. 所在位置。
    pub span: Origin,
}
