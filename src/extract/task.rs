//! Who must do what.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    reading::{Quote, Reading},
    span::Span,
};

/// A sentence or clause that directs somebody to do, or not to do, something definite.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Task {
    /// `t1`, `t2`, …
    pub id: String,
    /// The sentence or clause.
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of its section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Who must act.
    pub actors: Vec<Actor>,
    /// What is to be done: the predicate without actor and time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Quote>,
    /// How it binds.
    pub modality: Modality,
    /// The ids of the deadlines that bind it.
    pub deadlines: Vec<String>,
    /// The event that it waits for or must precede, where no date is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Quote>,
    /// Its measurable goals.
    pub targets: Vec<Target>,
    /// Where a deliverable goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submit_to: Option<SubmitTo>,
    /// Where it stands in the reading.
    #[serde(skip)]
    pub place: Span,
}

/// Somebody who must act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Actor {
    /// As written.
    #[serde(flatten)]
    pub quote: Quote,
    /// Lead, support, or simply responsible.
    pub role: Role,
    /// How the document says it.
    pub basis: Basis,
}

/// An actor's share in the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 责任单位, or the plain subject.
    Responsible,
    /// 牵头.
    Lead,
    /// 配合, 参与.
    Support,
}

/// How the document says who must act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The sentence's subject, the object of 请, the agent after 由.
    Explicit,
    /// A 责任单位 or 牵头单位 note that covers the sentence.
    Annotation,
    /// An enclosing section, or the recipients.
    Inherited,
}

/// How a task binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// 必须, 须, 应当, 要, 请, a bare command.
    Must,
    /// 不得, 严禁, 禁止.
    MustNot,
    /// 应, 宜, 原则上, 鼓励.
    Should,
    /// 可, 可以, 有权.
    May,
    /// What the issuer itself will do (将, 拟, 计划).
    Plan,
}

/// A measurable goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Target {
    /// As written.
    #[serde(flatten)]
    pub quote: Quote,
    /// How the result must stand to the value.
    pub relation: Relation,
    /// An exact decimal.
    pub value: String,
    /// What is counted: 个, %, 人.
    pub unit: String,
}

/// How a result must stand to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// At least.
    Ge,
    /// At most.
    Le,
    /// Exactly.
    Eq,
    /// More than.
    Gt,
    /// Less than.
    Lt,
}

/// Where a deliverable goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SubmitTo {
    /// The receiver.
    #[serde(flatten)]
    pub quote: Quote,
    /// An e-mail or postal address, where one is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Quote>,
}

/// Finds the tasks.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Task> {
    let _ = reading;
    Vec::new()
}
