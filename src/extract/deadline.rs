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

/// A time that binds or schedules. 时限：约束或安排事项的时间。
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Deadline {
    /// `d1`, `d2`, … 编号。
    pub id: String,
    /// The time expression. 时间表述。
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of its section. 所在层次的 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The ids of the tasks that it binds. 所约束任务的 id。
    pub tasks: Vec<String>,
    /// How it binds. 时限的类别。
    pub kind: Kind,
    /// The first day (`YYYY-MM-DD`) or moment (`YYYY-MM-DDTHH:MM`). 起始日或时刻。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The last day or moment, inclusive. 截止日或时刻（含当日）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// What the text left out and the document supplied: `year`, `month`, `event`. 原文省略、据文件补出的成分。
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inferred: Vec<&'static str>,
    /// How it recurs (RFC 5545, 3.3.10). 重复规则。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rrule: Option<String>,
    /// What a relative time is counted from. 相对时限从何算起。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// Where it stands in the reading.
    #[serde(skip)]
    pub place: Span,
}

/// How a time binds. 时限的类别。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "DeadlineKind")]
pub enum Kind {
    /// By a day: …前, 截至, 不迟于. 在此之前。
    By,
    /// On a day or at a moment. 在某日或某时。
    On,
    /// During a period. 在某期间。
    During,
    /// From a day on: 自…起. 自某日起。
    From,
    /// Again and again: 每月, 每周. 定期重复。
    Recurring,
    /// So long after an event: 印发之日起30日内. 自某事件起若干时间。
    Relative,
}

/// What a relative time is counted from. 相对时限从何算起。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Anchor {
    /// The event: 印发之日. 起算的事件。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Quote>,
    /// ISO 8601: `P30D`. 时长（ISO 8601）。
    pub duration: String,
    /// Whether only working days are counted. 是否只计工作日。
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub workdays: bool,
}

/// Finds the deadlines.
pub(super) fn extract(reading: &Reading<'_>, base: &Base) -> Vec<Deadline> {
    let _ = (reading, base);
    Vec::new()
}
