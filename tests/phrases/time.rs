//! Times: every way of saying them, what must not be read, the probes on which other readers were measured, and
//! a foreign suite.

use std::ops::Range;

use gongwen::phrase::when::{self, Base, Kind, When};
use jiff::civil;

/// The document that the cases stand in is of this day.
fn base() -> Base {
    Base { document: Some(civil::date(2022, 3, 21)), ..Base::default() }
}

/// A time in one line: kind, days, rule or length, and what was supplied.
fn show(when: &When, text: &str) -> String {
    let found = when.resolve(&base());
    let day = |moment: Option<when::Moment>| moment.map_or("?".to_owned(), |moment| moment.to_string());
    let (start, end) = (day(found.start), day(found.end));
    let mut line = match when.kind {
        Kind::By => format!("by {end}"),
        Kind::On if start == end => format!("on {start}"),
        Kind::On => format!("on {start}..{end}"),
        Kind::During => format!("during {start}..{end}"),
        Kind::From => format!("from {start}"),
        Kind::Recurring => format!("recurring {}", when.rrule().unwrap_or_else(|| "?".to_owned())),
        Kind::Relative => format!("relative {}", length(when)),
    };
    if let Some(event) = when.event() {
        line += if event.before { " before " } else { " after " };
        line += &text[event.range.clone()];
    }
    if when.kind == Kind::Relative && found.end.is_some() {
        line += &format!(" = {end}");
    }
    found.inferred.iter().for_each(|name| line += &format!(" +{name}"));
    line
}

fn length(when: &When) -> String {
    let duration = when.duration().expect("a relative time has a length");
    if duration.workdays { format!("{duration} workdays") } else { duration.to_string() }
}

fn find(text: &str) -> Vec<(String, Range<usize>)> {
    when::find(text).into_iter().map(|found| (show(&found.value, text), found.range)).collect()
}

#[test]
fn cases() {
    let count = crate::check("time", include_str!("time.cases"), find);
    assert!(count >= 300, "{count} cases");
}

#[test]
fn places_are_in_order_and_disjoint() {
    let text = include_str!("time.cases");
    let found = when::find(text);
    assert!(found.len() > 300);
    assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
}
