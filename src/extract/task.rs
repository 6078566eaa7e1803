//! Who must do what.

mod action;
mod actor;
mod candidate;
mod feature;
mod goal;
mod lead;
mod note;
mod pair;
mod place;
mod sign;
mod size;
mod weigh;

use std::{ops::Range, sync::Arc};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Id, link::Elsewhere};
use crate::{
    reading::{Quote, Reading},
    span::Span,
    structure::Document,
};
use candidate::{Candidate, Source, candidates};

pub use crate::phrase::bound::Relation;

/// A sentence or clause that directs somebody to do, or not to do, something definite. 任务：要求某方做或不做某事的一句或一分句。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// `t1`, `t2`, … 编号。
    pub id: Id,
    /// The sentence or clause. 该句原文。
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of its section. 所在层次的 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Arc<str>>,
    /// Who must act. 责任主体。
    pub actors: Vec<Actor>,
    /// What is to be done: the predicate without actor and time. 要做的事：去掉主体和时间的谓语。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Quote>,
    /// How it binds. 约束力。
    pub modality: Modality,
    /// The ids of the deadlines that bind it. 约束它的时限的 id。
    pub deadlines: Vec<Id>,
    /// The event that it waits for or must precede, where no date is known. 前提：须待其后或赶在其前的事件（无确定日期的）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Quote>,
    /// Its measurable goals. 可量化的目标。
    pub targets: Vec<Target>,
    /// Where a deliverable goes. 成果报送给谁。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submit_to: Option<Box<SubmitTo>>,
}

/// Somebody who must act. 责任主体。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Actor {
    /// As written. 原文写法。
    #[serde(flatten)]
    pub quote: Quote,
    /// Lead, support, or simply responsible. 牵头、配合，或一般责任。
    pub role: Role,
    /// How the document says it. 文件如何表明由其负责。
    pub basis: Basis,
}

/// An actor's share in the work. 责任主体的分工。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ActorRole"))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A responsible unit, or the plain subject. 责任单位或句子主语。
    Responsible,
    /// In the lead. 牵头。
    Lead,
    /// In support. 配合、参与。
    Support,
}

/// How the document says who must act. 责任主体的依据。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The sentence's subject, the object of 请, the agent after 由. 句中写明：主语、“请”的对象或“由”之后的主体。
    Explicit,
    /// A note that covers the sentence. 责任单位、牵头单位等括注。
    Annotation,
    /// An enclosing section, or the recipients. 由上级层次或主送机关推得。
    Inherited,
}

/// How a task binds. 任务的约束力。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// An order: 必须, 须, 应当, 要, 请, a bare command. 必须做。
    Must,
    /// A ban: 不得, 严禁, 禁止. 不得做。
    MustNot,
    /// An advice: 宜, 原则上, 鼓励. 宜做、鼓励做。
    Should,
    /// A permission: 可, 可以, 有权. 可以做。
    May,
    /// What the issuer itself will do (将, 拟, 计划). 发文机关自己将做。
    Plan,
}

/// A measurable goal. 可量化的目标。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// As written. 原文写法。
    #[serde(flatten)]
    pub quote: Quote,
    /// How the result must stand to the value. 结果与数值的关系。
    pub relation: Relation,
    /// An exact decimal. 数值，精确的十进制数。
    #[serde(with = "rust_decimal::serde::str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub value: Decimal,
    /// What is counted: 个, %, 人. 单位。
    pub unit: String,
}

/// Where a deliverable goes. 成果报送给谁。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SubmitTo {
    /// The receiver. 接收方。
    #[serde(flatten)]
    pub quote: Quote,
    /// An e-mail or postal address, where one is named. 报送途径：写明的电子邮箱或地址。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Quote>,
}

/// Finds the tasks, and where else deadlines that bind them may stand.
pub(super) fn extract(reading: &Reading<'_>) -> (Vec<Task>, Vec<Elsewhere>) {
    let (mut tasks, mut places) = (Vec::new(), Vec::new());
    candidates(reading, false, |candidate, source| {
        if candidate.evidence.odds() > 0.0 {
            let elsewhere =
                elsewhere(reading, candidate).map(|(span, note)| Elsewhere { task: tasks.len(), place: reading.place(span), note });
            places.extend(elsewhere);
            tasks.push(task(reading, candidate, source));
        }
    });
    (tasks, places)
}

/// Why each clause counts as a task or does not: for maintainers, and for the program that learns the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The clause.
    pub quote: Quote,
    /// The log-odds that it is a task; above zero it is one.
    pub score: f64,
    /// The evidence: what was looked at, what was found, and what it weighs.
    pub evidence: Vec<(String, f64)>,
}

/// Explains every clause of `document`.
pub fn explain(document: &Document) -> Vec<Explanation> {
    let reading = Reading::new(document);
    let explain = |c: &Candidate<'_>| Explanation {
        quote: reading.quote(c.place()),
        score: c.evidence.odds(),
        evidence: c.evidence.reasons().collect(),
    };
    let mut explanations = Vec::new();
    candidates(&reading, true, |c, _| explanations.push(explain(c)));
    explanations
}

/// The record of a clause that is a task.
fn task(reading: &Reading<'_>, candidate: &Candidate<'_>, source: Source<'_>) -> Task {
    let Candidate { base, text, ref clause, block, ref notes, .. } = *candidate;
    let signs = &source.signs.of_task(clause.range.clone());
    let place = candidate.place();
    let own: Vec<Range<usize>> = notes.iter().filter(|(span, _)| *span == base).map(|(_, note)| note.range.clone()).collect();
    Task {
        id: Id::new(super::Kind::Tasks, 0),
        quote: reading.quote(place),
        section: block.section.clone(),
        actors: actor::actors(reading, candidate, source.segments),
        action: action::action(clause, source, &block.times, &own).map(|range| reading.quote(base.slice(range))),
        modality: action::modality(source, signs),
        deadlines: Vec::new(),
        condition: action::condition(text, source.segments, block).map(|range| reading.quote(base.slice(range))),
        targets: goal::targets(reading, place),
        submit_to: goal::submit_to(reading, base, &candidate.range, signs).map(Box::new),
    }
}

/// Where deadlines that bind the task may stand beside its own words, and whether that is a note.
fn elsewhere(reading: &Reading<'_>, candidate: &Candidate<'_>) -> impl Iterator<Item = (Span, bool)> {
    let Candidate { base, ref clause, ref notes, heading, .. } = *candidate;
    let governing = clause.governing.iter().map(move |range| base.slice(range.clone()));
    let heading = heading.filter(|_| clause.governing.is_none()).and_then(|heading| bracket(reading, heading));
    let said = |span| (span, false);
    governing.map(said).chain(notes.iter().map(|(span, note)| (span.slice(note.range.clone()), true))).chain(heading.map(said))
}

/// The bracket with which a heading ends: 动员部署（4月底前）.
fn bracket(reading: &Reading<'_>, heading: Span) -> Option<Span> {
    let words = reading.document.text.slice(heading).trim_end_matches(['：', ':', ' ']);
    let inner = words.strip_suffix(['）', ')'])?;
    inner.rfind(['（', '(']).map(|open| heading.slice(open..words.len()))
}
