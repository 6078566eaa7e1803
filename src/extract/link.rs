//! Records that belong together: which deadline binds which task.

use std::ops::Range;

use super::{Deadline, Id, Kind, Record};
use crate::span::Span;

/// Gives each record its id, and tasks and deadlines the id's of each other.
///
/// A deadline binds the task in whose clause it stands; failing that, one at the head of the task's sentence or in
/// a note that covers it.
pub(super) fn link(record: &mut Record) {
    number(record);
    for task in &mut record.tasks {
        let own = standing_in(&record.deadlines, task.place);
        let elsewhere = std::mem::take(&mut task.bound_by);
        let places = if own.is_empty() { &elsewhere[..] } else { &[task.place] };
        for place in places {
            let bound = standing_in(&record.deadlines, *place);
            for deadline in &mut record.deadlines[bound] {
                task.deadlines.push(deadline.id);
                deadline.tasks.push(task.id);
            }
        }
    }
}

/// The deadlines, which are in order, that stand inside `span`.
fn standing_in(deadlines: &[Deadline], span: Span) -> Range<usize> {
    let first = deadlines.partition_point(|d| d.place.start < span.start);
    let count = deadlines[first..].iter().take_while(|d| d.place.end <= span.end).count();
    first..first + count
}

fn number(record: &mut Record) {
    record.tasks.iter_mut().enumerate().for_each(|(n, r)| r.id = Id::at(Kind::Tasks, n));
    record.deadlines.iter_mut().enumerate().for_each(|(n, r)| r.id = Id::at(Kind::Deadlines, n));
    record.budgets.iter_mut().enumerate().for_each(|(n, r)| r.id = Id::at(Kind::Budgets, n));
    record.contacts.iter_mut().enumerate().for_each(|(n, r)| r.id = Id::at(Kind::Contacts, n));
    record.references.iter_mut().enumerate().for_each(|(n, r)| r.id = Id::at(Kind::References, n));
    record.tables.iter_mut().enumerate().for_each(|(n, r)| r.id = Id::at(Kind::Tables, n));
}
