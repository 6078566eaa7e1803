//! Records that belong together: which deadline binds which task.

use std::ops::Range;

use super::{Deadline, Id, Kind, Record, Task};
use crate::span::Origin;

/// A place outside of a task where a deadline that binds it may stand: at the head of its sentence, in a note that covers it.
pub(super) struct Elsewhere {
    /// The task's index.
    pub(super) task: usize,
    pub(super) place: Origin,
    /// It is a note, which says when whatever the clause says.
    pub(super) note: bool,
}

/// Gives each record its id, and tasks and deadlines the ids of each other; `elsewhere` is in the order of the tasks.
///
/// A deadline binds the task in whose clause it stands, and those that a note about it adds; failing that, one that stands
/// [`Elsewhere`].
pub(super) fn link(record: &mut Record, elsewhere: &[Elsewhere]) {
    number(record);
    let mut elsewhere = elsewhere.chunk_by(|a, b| a.task == b.task).peekable();
    for (n, task) in record.tasks.iter_mut().enumerate() {
        let places = elsewhere.next_if(|places| places[0].task == n).unwrap_or_default();
        let own = task.quote.span;
        let alone = standing_in(&record.deadlines, own).is_empty();
        if !alone {
            bind(task, &mut record.deadlines, own);
        }
        let within = |place: Origin| own.start <= place.start && place.end <= own.end;
        for it in places.iter().filter(|it| alone || it.note && !within(it.place)) {
            bind(task, &mut record.deadlines, it.place);
        }
    }
}

/// Binds a task to the deadlines at `place`.
fn bind(task: &mut Task, deadlines: &mut [Deadline], place: Origin) {
    let bound = standing_in(deadlines, place);
    for deadline in &mut deadlines[bound] {
        task.deadlines.push(deadline.id);
        deadline.tasks.push(task.id);
    }
}

/// The deadlines, which are in order, that stand inside `place`.
fn standing_in(deadlines: &[Deadline], place: Origin) -> Range<usize> {
    let first = deadlines.partition_point(|d| d.quote.span.start < place.start);
    let count = deadlines[first..].iter().take_while(|d| d.quote.span.end <= place.end).count();
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
