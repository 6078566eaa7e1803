//! By when: the times that bind or schedule something.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    reading::{Quote, Reading},
    span::Span,
};

/// What dates are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Base {
    /// 成文日期.
    pub document: Option<Date>,
    /// The caller's reference date, where the document has none.
    pub as_of: Option<Date>,
}

/// A time that binds or schedules.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Deadline {
    /// `d1`, `d2`, …
    pub id: String,
    /// The time expression.
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of its section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The ids of the tasks that it binds.
    pub tasks: Vec<String>,
    /// How it binds.
    pub kind: Kind,
    /// The first day (`YYYY-MM-DD`) or moment (`YYYY-MM-DDTHH:MM`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The last day or moment, inclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// What the text left out and the document supplied: `year`, `month`, `event`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inferred: Vec<&'static str>,
    /// How it recurs (RFC 5545, 3.3.10).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rrule: Option<String>,
    /// What a relative time is counted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// Where it stands in the reading.
    #[serde(skip)]
    pub place: Span,
}

/// How a time binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// …前, 截至, 不迟于.
    By,
    /// A day or moment.
    On,
    /// A period.
    During,
    /// 自…起.
    From,
    /// 每月, 每周.
    Recurring,
    /// 印发之日起30日内.
    Relative,
}

/// What a relative time is counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Anchor {
    /// The event: 印发之日.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Quote>,
    /// ISO 8601: `P30D`.
    pub duration: String,
    /// Whether only working days are counted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub workdays: bool,
}

/// Finds the deadlines.
pub(super) fn extract(reading: &Reading<'_>, base: &Base) -> Vec<Deadline> {
    let _ = (reading, base);
    Vec::new()
}
