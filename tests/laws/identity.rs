//! Names are given once, lead somewhere, and count in the order of the document.

use std::collections::BTreeSet;

use gongwen::{
    Origin,
    extract::{Id, part::Section},
};

use crate::Sample;

/// Ids are unique and count from one, and every id that a record names exists.
pub(crate) fn ids(sample: &Sample) -> Vec<String> {
    let mut broken = resolving(sample);
    for (prefix, ids) in lists(sample) {
        let expected = (1..=ids.len()).map(|n| format!("{prefix}{n}"));
        broken
            .extend(expected.zip(ids).filter(|(expected, id)| expected != id).map(|(expected, id)| format!("{id:?} should be {expected}")));
    }
    broken
}

/// The ids of each list, and what they begin with.
fn lists(sample: &Sample) -> [(&'static str, Vec<String>); 7] {
    let record = &sample.record;
    [
        ("p", record.parts.iter().map(|r| r.id.clone()).collect()),
        ("t", record.tasks.iter().map(|r| r.id.to_string()).collect()),
        ("d", record.deadlines.iter().map(|r| r.id.to_string()).collect()),
        ("b", record.budgets.iter().map(|r| r.id.to_string()).collect()),
        ("c", record.contacts.iter().map(|r| r.id.to_string()).collect()),
        ("r", record.references.iter().map(|r| r.id.to_string()).collect()),
        ("tb", record.tables.iter().map(|r| r.id.to_string()).collect()),
    ]
}

/// Every id that a record names exists; tasks and deadlines name each other. (Of one kind alone the ids are those
/// of the whole record and need not count from one.)
pub(crate) fn resolving(sample: &Sample) -> Vec<String> {
    let (record, mut broken) = (&sample.record, Vec::new());
    let sections = section_ids(sample);
    let mut known: BTreeSet<String> = lists(sample).into_iter().flat_map(|(_, ids)| ids).collect();
    known.extend(sections);
    let named = |from: Id, ids: &[Id], section: Option<&str>| {
        let all = ids.iter().map(Id::to_string).chain(section.map(str::to_owned));
        all.map(|id| (from, id)).collect::<Vec<_>>()
    };
    let tasks = record.tasks.iter().flat_map(|t| named(t.id, &t.deadlines, t.section.as_deref()));
    let deadlines = record.deadlines.iter().flat_map(|d| named(d.id, &d.tasks, d.section.as_deref()));
    let budgets = record.budgets.iter().flat_map(|b| named(b.id, b.parent.as_slice(), b.section.as_deref()));
    let unknown = tasks.chain(deadlines).chain(budgets).filter(|(_, id)| !known.contains(id));
    broken.extend(unknown.map(|(from, id)| format!("{from} names {id}, which does not exist")));
    let parts = record.header.attachments.iter().filter_map(|a| a.part.as_deref());
    broken.extend(parts.filter(|id| !known.contains(*id)).map(|id| format!("an attachment names {id}, which does not exist")));
    let forth: BTreeSet<(Id, Id)> = record.tasks.iter().flat_map(|t| t.deadlines.iter().map(|d| (t.id, *d))).collect();
    let back: BTreeSet<(Id, Id)> = record.deadlines.iter().flat_map(|d| d.tasks.iter().map(|t| (*t, d.id))).collect();
    broken.extend(forth.symmetric_difference(&back).map(|(t, d)| format!("only one of {t} and {d} names the other")));
    broken
}

/// The ids of all sections; they count within their parents.
fn section_ids(sample: &Sample) -> Vec<String> {
    fn collect(sections: &[Section], parent: &str, ids: &mut Vec<String>) {
        for (n, section) in sections.iter().enumerate() {
            assert_eq!(section.id, format!("{parent}.{}", n + 1), "sections count within their parent");
            ids.push(section.id.clone());
            collect(&section.sections, &section.id, ids);
        }
    }
    let mut ids = Vec::new();
    sample.record.parts.iter().for_each(|part| collect(&part.sections, &part.id, &mut ids));
    ids
}

/// The order of every list is the order in the document.
pub(crate) fn order(sample: &Sample) -> Vec<String> {
    let record = &sample.record;
    let lists: [(&str, Vec<Origin>); 8] = [
        ("parts", record.parts.iter().map(|r| r.span).collect()),
        ("tasks", record.tasks.iter().map(|r| r.quote.span).collect()),
        ("deadlines", record.deadlines.iter().map(|r| r.quote.span).collect()),
        ("budgets", record.budgets.iter().map(|r| r.quote.span).collect()),
        ("contacts", record.contacts.iter().map(|r| r.quote.span).collect()),
        ("references", record.references.iter().filter_map(|r| r.mentions.first().copied()).collect()),
        ("tables", record.tables.iter().map(|r| r.span).collect()),
        ("diagnostics", record.diagnostics.iter().map(|r| r.span).collect()),
    ];
    let mut broken = Vec::new();
    for (name, places) in lists {
        let back = places.windows(2).position(|pair| pair[0].start > pair[1].start);
        broken.extend(back.map(|n| format!("{name}[{}] stands before {name}[{n}] in the document", n + 1)));
    }
    for reference in &record.references {
        if reference.mentions.is_empty() || !reference.mentions.is_sorted_by_key(|m| m.start) {
            broken.push(format!("{} is mentioned nowhere, or out of order", reference.id));
        }
    }
    broken
}
