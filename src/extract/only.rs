//! `only`: the kinds that the caller wants, and what they refer to, so that every id still leads somewhere.

use std::collections::HashSet;

use super::{Kind, Record};

/// Drops from `record` what is neither wanted nor referred to by what is wanted.
///
/// Tasks and deadlines refer to each other, so one kind alone brings along those of the other that it names;
/// ids stay as they are, whatever is dropped.
pub(crate) fn prune(record: &mut Record, only: &[Kind]) {
    let wanted = |kind: Kind| only.contains(&kind);
    match (wanted(Kind::Tasks), wanted(Kind::Deadlines)) {
        (true, true) => {}
        (false, false) => {
            record.tasks.clear();
            record.deadlines.clear();
        }
        (true, false) => {
            let named: HashSet<_> = record.tasks.iter().flat_map(|task| &task.deadlines).collect();
            record.deadlines.retain(|deadline| named.contains(&deadline.id));
        }
        (false, true) => {
            let named: HashSet<_> = record.deadlines.iter().flat_map(|deadline| &deadline.tasks).collect();
            record.tasks.retain(|task| named.contains(&task.id));
        }
    }
    if !wanted(Kind::Budgets) {
        record.budgets.clear();
    }
    if !wanted(Kind::Contacts) {
        record.contacts.clear();
    }
    if !wanted(Kind::References) {
        record.references.clear();
    }
    if !wanted(Kind::Tables) {
        record.tables.clear();
    }
}
