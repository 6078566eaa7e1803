//! The identity of the document: the elements of GB/T 9704-2012.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::reading::{Quote, Reading};

/// The elements of head and tail, and what a web page adds.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Header {
    /// 发文机关标志.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuing_mark: Option<Quote>,
    /// 份号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_number: Option<Quote>,
    /// 密级和保密期限.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<Quote>,
    /// 紧急程度.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Quote>,
    /// 发文字号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_number: Option<Number>,
    /// 签发人.
    pub signatories: Vec<Quote>,
    /// 标题 of the document itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Quote>,
    /// 文种.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<Quote>,
    /// 主送机关, one organ each.
    pub recipients: Vec<Quote>,
    /// 发文机关署名; failing that, as title, mark or page data name them.
    pub issuers: Vec<Quote>,
    /// 成文日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// 附件说明.
    pub attachments: Vec<Attachment>,
    /// 附注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Quote>,
    /// 公开方式.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<Disclosure>,
    /// 抄送机关, one organ each.
    pub cc: Vec<Quote>,
    /// 印发机关.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printer: Option<Quote>,
    /// 印发日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub print_date: Option<Day>,
    /// What a web page adds around the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Page>,
}

/// A document number; `text` is canonical (〔〕, no blanks) and not literal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Number {
    /// The number in canonical form, with its place.
    #[serde(flatten)]
    pub quote: Quote,
    /// 机关代字.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// The serial number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<u32>,
}

/// A day as written and as ISO 8601 date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Day {
    /// As written.
    #[serde(flatten)]
    pub quote: Quote,
    /// `YYYY-MM-DD`; absent where there is no such day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
}

/// A line of the 附件说明.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Attachment {
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    /// Its title.
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of the part that holds its body, where it is present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
}

/// How far the document is public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Disclosure {
    /// 主动公开, 依申请公开 or 不予公开.
    pub text: String,
    /// The words that say so, as （此件公开发布）.
    pub basis: Quote,
}

/// What a web page adds around the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Page {
    /// 索引号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_number: Option<Quote>,
    /// 发布机构.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Quote>,
    /// 发布日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// 信息来源.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Quote>,
    /// 主题分类.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Quote>,
    /// 当前位置.
    pub breadcrumbs: Vec<Quote>,
}

/// Reads the header.
pub(super) fn extract(reading: &Reading<'_>) -> Header {
    let _ = reading;
    Header::default()
}
