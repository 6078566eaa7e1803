//! What is highlighted, and where in the reading it stands.

use std::fmt::Display;

use crate::{Extraction, Origin, Record, Span, extract::task::Basis, order, reading::Quote, source::Text};

/// A highlighted stretch of the reading.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    /// One of [`KINDS`](super::KINDS).
    pub(super) kind: &'static str,
    /// The entry of the lists that it leads to.
    pub(super) id: String,
}

/// All marks in the order in which they begin.
pub(super) fn marks(extraction: &Extraction) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut add = |kind, id: &dyn Display, place: Origin| {
        found.push(Mark { span: reading(&extraction.document.text, place), kind, id: id.to_string() })
    };
    let record = &extraction.record;
    header(record).iter().for_each(|(id, places)| places.iter().for_each(|place| add("header", &id, *place)));
    for task in &record.tasks {
        add("task", &task.id, task.quote.span);
        // the recipients would light up for every task that they inherit
        task.actors.iter().filter(|actor| actor.basis != Basis::Inherited).for_each(|actor| add("actor", &task.id, actor.quote.span));
    }
    for deadline in &record.deadlines {
        add("deadline", &deadline.id, deadline.quote.span);
    }
    for budget in &record.budgets {
        add("budget", &budget.id, budget.quote.span);
    }
    for contact in &record.contacts {
        add("contact", &contact.id, contact.quote.span);
    }
    for reference in &record.references {
        reference.mentions.iter().for_each(|place| add("reference", &reference.id, *place));
    }
    for (n, diagnostic) in record.diagnostics.iter().enumerate() {
        add("diagnostic", &format_args!("x{}", n + 1), diagnostic.span);
    }
    found.retain(|mark| !mark.span.is_empty());
    order::by(&mut found, |mark| (mark.span.start as usize, !(mark.span.end as usize)));
    found
}

/// The elements of the header that the lists show, by the ids that they have there.
pub(super) fn header(record: &Record) -> Vec<(&'static str, Vec<Origin>)> {
    let header = &record.header;
    let one = |quote: Option<&Quote>| quote.map(|it| it.span).into_iter().collect::<Vec<_>>();
    let all = |quotes: &[Quote]| quotes.iter().map(|it| it.span).collect::<Vec<_>>();
    vec![
        ("h-title", one(header.title.as_ref())),
        ("h-number", one(header.doc_number.as_ref().map(|it| &it.quote))),
        ("h-issuers", all(&header.issuers)),
        ("h-recipients", all(&header.recipients)),
        ("h-signatories", all(&header.signatories)),
        ("h-date", one(header.date.as_ref().map(|it| &it.quote))),
        ("h-attachments", header.attachments.iter().map(|it| it.quote.span).collect()),
        ("h-disclosure", one(header.disclosure.as_ref().map(|it| &it.basis))),
        ("h-cc", all(&header.cc)),
        ("h-printer", one(header.printer.as_ref())),
        ("h-printed", one(header.print_date.as_ref().map(|it| &it.quote))),
    ]
}

/// The stretch of the reading that was taken from `place`; empty where all of it was dropped.
fn reading(text: &Text, place: Origin) -> Span {
    let pieces = text.map().pieces();
    let first = pieces.partition_point(|piece| piece.source + piece.len <= place.start);
    let behind = pieces.partition_point(|piece| piece.source < place.end);
    let (Some(first), Some(last)) = (pieces.get(first), behind.checked_sub(1).and_then(|last| pieces.get(last))) else {
        return Span::default();
    };
    let start = first.reading + place.start.saturating_sub(first.source);
    let end = last.reading + last.len.min(place.end - last.source);
    if start < end { Span { start, end } } else { Span::default() }
}
