//! By when: the times that bind or schedule something.
//!
//! The phrase layer finds times; `judge` tells those that bind from history, comparison and description; what they leave
//! out comes from the document (`calendar`). A period that the document itself dates (宣传月期间, where 宣传月 was set for
//! April) is a deadline under its name (`named`). Not counted: titles, signature, notes, colophon.

mod calendar;
mod events;
mod judge;
mod named;

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Id;
pub use crate::phrase::when::{Inferred, Kind, Moment};
use crate::{
    order,
    phrase::{
        duration::Duration,
        recurrence,
        when::{Resolved, Value},
        workday::Workdays,
    },
    reading::{Block, Place, Quote, Reading},
    span::{Found, Span},
};
use calendar::Calendar;
use judge::Mention;
use named::Names;

/// What dates are counted from.
#[derive(Clone, Copy, Debug)]
pub struct Base<'w> {
    /// 成文日期.
    pub document: Option<Date>,
    /// The caller's reference date, where the document has none.
    pub as_of: Option<Date>,
    /// The year in the document's number.
    pub year: Option<i16>,
    /// The year in which it was printed, or its page published.
    pub published: Option<i16>,
    /// Which days are worked.
    pub workdays: &'w Workdays,
}

/// A time that binds or schedules. 时限：约束或安排事项的时间。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deadline {
    /// `d1`, `d2`, … 编号。
    pub id: Id,
    /// The time expression. 时间表述。
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of its section. 所在层次的 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Arc<str>>,
    /// The ids of the tasks that it binds. 所约束任务的 id。
    pub tasks: Vec<Id>,
    /// How it binds. 时限的类别。
    pub kind: Kind,
    /// The first day (`YYYY-MM-DD`) or moment (`YYYY-MM-DDTHH:MM`). 起始日或时刻。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Moment>,
    /// The last day or moment, inclusive. 截止日或时刻（含当日）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Moment>,
    /// What the text left out and the document supplied: `year`, `month`, `day`, `event`. 原文省略、据文件补出的成分。
    #[serde(default, skip_serializing_if = "Inferred::is_empty")]
    pub inferred: Inferred,
    /// How it recurs (RFC 5545, 3.3.10). 重复规则。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rrule: Option<Box<str>>,
    /// What a relative time is counted from. 相对时限从何算起。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Box<Anchor>>,
}

/// What a relative time is counted from. 相对时限从何算起。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Anchor {
    /// The event: 印发之日. 起算的事件。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Quote>,
    /// How long it is: `P30D`. 时长。
    #[serde(flatten)]
    pub duration: Duration,
}

/// Finds the deadlines.
pub(super) fn extract(reading: &Reading<'_>, base: &Base<'_>) -> Vec<Deadline> {
    if bodies(reading).all(|(_, block)| block.times.is_empty()) {
        return Vec::new();
    }
    let mut names = Names::new(base.workdays);
    names.note_effect(reading, base.document.or(base.as_of));
    // a period may be named before the document dates it
    let bound = bind(reading, base, &mut names);
    record_all(reading, &bound, &mut names)
}

/// A time that binds.
struct Bound<'r> {
    /// The number of its block.
    block: usize,
    mention: Mention<'r>,
    /// When a length ends that begins when what was last said takes effect.
    lasting: Option<Resolved>,
}

/// The times that bind, block after block; `names` learns which periods are dated.
fn bind<'r>(reading: &'r Reading<'_>, base: &Base<'r>, names: &mut Names<'r>) -> Vec<Bound<'r>> {
    let mut calendar = Calendar::new(reading, base);
    let mut bound = Vec::new();
    for (n, block) in bodies(reading) {
        let text = reading.text(block);
        if block.times.is_empty() && !matches!(block.place, Place::Heading | Place::Row) {
            calendar.pass_by(text);
            names.pass(text, block.place);
            continue;
        }
        calendar.enter(block, text);
        names.enter(n);
        for found in &block.times {
            let mention = Mention::new(text, found, &calendar);
            calendar.pass(&mention);
            if mention.binds() {
                names.note(text, block.place, &mention);
                let lasting = if let Value::Length(length, None) = found.value.value { calendar.lasting(length, &mention) } else { None };
                bound.push(Bound { block: n, mention, lasting });
            }
        }
        names.pass(text, block.place);
    }
    bound
}

/// The records of the times that bind and of the periods under their names, in order.
fn record_all(reading: &Reading<'_>, bound: &[Bound<'_>], names: &mut Names<'_>) -> Vec<Deadline> {
    let mut deadlines = Vec::with_capacity(bound.len());
    let (mut rest, any) = (bound, names.any());
    for (n, block) in bodies(reading).filter(|(_, block)| any || !block.times.is_empty()) {
        let first = deadlines.len();
        names.enter(n);
        while let [Bound { mention, lasting, .. }, more @ ..] = rest
            && rest[0].block == n
        {
            rest = more;
            deadlines.push(deadline(reading, block, mention, names, *lasting));
        }
        let dated = names.find(reading.text(block), &block.times);
        if !dated.is_empty() {
            deadlines.extend(dated.into_iter().map(|found| from_name(reading, block, found)));
            order::by(&mut deadlines[first..], |deadline| (deadline.quote.span.start as usize, 0));
        }
    }
    deadlines
}

/// The blocks of bodies with their numbers.
fn bodies<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = (usize, &'r Block)> {
    reading.blocks.iter().enumerate().filter(|(_, block)| block.is_body())
}

/// The record of a time that binds.
fn deadline(reading: &Reading<'_>, block: &Block, mention: &Mention<'_>, names: &Names<'_>, lasting: Option<Resolved>) -> Deadline {
    let Found { value: when, range } = mention.found;
    let words = |range: &std::ops::Range<usize>| block.span.slice(range.clone());
    let (anchor, days) = match &when.value {
        Value::Length(length, event) => {
            let days = match event {
                Some(event) => names.counted(&reading.text(block)[event.range.clone()], event.before, *length),
                None => lasting,
            };
            let event = event.as_ref().map(|event| reading.quote(words(&event.range)));
            (Some(Anchor { event, duration: *length }), days)
        }
        Value::Term(_, length) => (Some(Anchor { event: None, duration: *length }), None),
        _ => (None, None),
    };
    let days = if mention.days.end.is_some() { None } else { days };
    let plain = record(reading, block, words(range), mention.kind, days.unwrap_or(mention.days));
    let following = || {
        let (first, last) = mention.cycle?;
        recurrence::following(&first, last.as_ref(), when.kind == Kind::By).map(|rule| rule.to_string())
    };
    Deadline { anchor: anchor.map(Box::new), rrule: when.rrule().or_else(following).map(String::into_boxed_str), ..plain }
}

/// The record of a period under its name.
fn from_name(reading: &Reading<'_>, block: &Block, found: Found<named::Period>) -> Deadline {
    let days = Resolved { inferred: Inferred::EVENT, ..found.value.days };
    record(reading, block, block.span.slice(found.range), found.value.kind, days)
}

fn record(reading: &Reading<'_>, block: &Block, place: Span, kind: Kind, days: Resolved) -> Deadline {
    Deadline {
        id: Id::new(super::Kind::Deadlines, 0),
        quote: reading.quote(place),
        section: block.section.clone(),
        tasks: Vec::new(),
        kind,
        start: days.start,
        end: days.end,
        inferred: days.inferred,
        rrule: None,
        anchor: None,
    }
}
