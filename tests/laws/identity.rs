//! Names are given once, lead somewhere, and count in the order of the document.

use std::collections::BTreeSet;

use gongwen::{Origin, extract::part::Section};

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
fn lists(sample: &Sample) -> [(&'static str, Vec<&str>); 7] {
    let record = &sample.record;
    [
        ("p", record.parts.iter().map(|r| r.id.as_str()).collect()),
        ("t", record.tasks.iter().map(|r| r.id.as_str()).collect()),
        ("d", record.deadlines.iter().map(|r| r.id.as_str()).collect()),
        ("b", record.budgets.iter().map(|r| r.id.as_str()).collect()),
        ("c", record.contacts.iter().map(|r| r.id.as_str()).collect()),
        ("r", record.references.iter().map(|r| r.id.as_str()).collect()),
        ("tb", record.tables.iter().map(|r| r.id.as_str()).collect()),
    ]
}

/// Every id that a record names exists; tasks and deadlines name each other. (Of one kind alone the ids are those
/// of the whole record and need not count from one.)
pub(crate) fn resolving(sample: &Sample) -> Vec<String> {
    let (record, mut broken) = (&sample.record, Vec::new());
    let sections = section_ids(sample);
    let mut known: BTreeSet<&str> = lists(sample).into_iter().flat_map(|(_, ids)| ids).collect();
    known.extend(sections.iter().map(String::as_str));
    let named = record.tasks.iter().flat_map(|t| t.deadlines.iter().chain(&t.section).map(move |id| (&t.id, id)));
    let named = named.chain(record.deadlines.iter().flat_map(|d| d.tasks.iter().chain(&d.section).map(move |id| (&d.id, id))));
    let named = named.chain(record.budgets.iter().flat_map(|b| b.parent.iter().chain(&b.section).map(move |id| (&b.id, id))));
    broken
        .extend(named.filter(|(_, id)| !known.contains(id.as_str())).map(|(from, id)| format!("{from} names {id}, which does not exist")));
    let parts = record.header.attachments.iter().filter_map(|a| a.part.as_deref());
    broken.extend(parts.filter(|id| !known.contains(id)).map(|id| format!("an attachment names {id}, which does not exist")));
    let forth: BTreeSet<(&str, &str)> = record.tasks.iter().flat_map(|t| t.deadlines.iter().map(|d| (t.id.as_str(), d.as_str()))).collect();
    let back: BTreeSet<(&str, &str)> = record.deadlines.iter().flat_map(|d| d.tasks.iter().map(|t| (t.as_str(), d.id.as_str()))).collect();
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
