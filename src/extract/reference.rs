//! The documents and laws cited.

use schemars::JsonSchema;
use serde::Serialize;

use super::header::Number;
use crate::{
    reading::{Quote, Reading},
    span::Origin,
};

/// A document or law that is cited, once however often it is named. 引用的文件或法律；多次提及只列一条。
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reference {
    /// `r1`, `r2`, … 编号。
    pub id: String,
    /// The title without 《》. 名称，不含书名号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Quote>,
    /// The document number, canonical. 发文字号，规范形式。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_number: Option<Number>,
    /// Who issued it, where the text says so. 发文机关（原文写明的）。
    pub issuers: Vec<Quote>,
    /// A law (a regulation, a standard) or a document. 类别：法律法规标准，或一般文件。
    pub kind: Kind,
    /// The articles cited. 所引条款。
    pub articles: Vec<Quote>,
    /// As 以下简称 defines it. 以下简称。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<Quote>,
    /// Every place that names it, aliases included. 提及它的全部位置，含简称。
    pub mentions: Vec<Origin>,
}

/// What is cited. 引用的类别。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "ReferenceKind")]
pub enum Kind {
    /// A law, regulation or standard. 法律、法规、规章或标准。
    Law,
    /// A document. 文件。
    Document,
}

/// Finds the references.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Reference> {
    let _ = reading;
    Vec::new()
}
