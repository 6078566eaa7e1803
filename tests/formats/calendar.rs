//! iCalendar, read back by the `icalendar` crate.

use gongwen::output::{Settings, ics::Alarm};
use icalendar::{Calendar, CalendarComponent, Component};

use crate::{moment, sample, written};

fn text() -> String {
    written("ics", sample(), &Settings { alarms: vec!["3d".parse().unwrap()], ..Settings::default() })
}

fn calendar() -> Calendar {
    text().parse().unwrap()
}

/// A property of each to-do or event, with `;PARAMETERS` where it has any.
fn properties(name: &str) -> Vec<(&'static str, String)> {
    let of = |kind, it: &dyn Fn(&str) -> Option<String>| it(name).map(|value| (kind, value));
    let calendar = calendar();
    let found = calendar.components.iter().filter_map(|component| match component {
        CalendarComponent::Todo(it) => of("todo", &|name| it.property_value(name).map(str::to_owned)),
        CalendarComponent::Event(it) => of("event", &|name| it.property_value(name).map(str::to_owned)),
        _ => None,
    });
    found.collect()
}

fn owned(list: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    list.iter().map(|(kind, value)| (*kind, (*value).to_owned())).collect()
}

#[test]
fn the_calendar() {
    insta::assert_snapshot!(text().replace("\r\n", "\n").replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn lines_are_at_most_75_octets_and_end_in_crlf() {
    let text = text();
    assert!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n") && line.len() <= 77));
}

#[test]
fn tasks_are_to_dos_that_are_due() {
    assert_eq!(properties("DUE"), owned(&[("todo", "20240504T170000")]));
    assert!(text().contains("DUE;TZID=Asia/Shanghai:20240504T170000"));
}

/// ISO 8601 has 24:00, RFC 5545 (3.3.12) ends at 23:59.
#[test]
fn the_end_of_a_day_is_the_beginning_of_the_next() {
    let mut sample = sample();
    sample.record.deadlines[0].end = Some(moment("2024-05-31T24:00"));
    assert!(written("ics", sample, &Settings::default()).contains("DUE;TZID=Asia/Shanghai:20240601T000000\r\n"));
}

#[test]
fn periods_and_recurring_times_are_events() {
    assert_eq!(properties("DTSTART"), owned(&[("event", "20240601"), ("event", "20240425")]));
    assert_eq!(properties("DTEND"), owned(&[("event", "20240701"), ("event", "20240426")]));
    assert_eq!(properties("RRULE"), owned(&[("event", "FREQ=MONTHLY;BYMONTHDAY=25")]));
}

/// RFC 5545, 3.3.10: with BYHOUR, DTSTART must not be a day; what recurs within the day is left to the text.
#[test]
fn what_recurs_at_an_hour_begins_at_a_moment() {
    let with = |rule: &str| {
        let mut sample = sample();
        sample.record.deadlines[2].rrule = Some(rule.into());
        written("ics", sample, &Settings::default())
    };
    let daily = with("FREQ=DAILY;BYHOUR=17;BYMINUTE=30");
    assert!(
        daily.contains("DTSTART;TZID=Asia/Shanghai:20240401T173000\r\n") && daily.contains("RRULE:FREQ=DAILY;BYHOUR=17;BYMINUTE=30\r\n")
    );
    assert!(!with("FREQ=HOURLY;INTERVAL=2").contains("RRULE"));
}

/// Of every document of the corpus: the calendar parses, and no line is too long.
#[test]
fn the_calendars_of_the_corpus_parse() {
    let walk = ignore::WalkBuilder::new("corpus").standard_filters(false).build().map(|entry| entry.unwrap().into_path());
    let mut entries = 0;
    for path in walk.filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        let decoded = gongwen::source::decode(&std::fs::read(&path).unwrap(), None).unwrap();
        let extraction = gongwen::Extraction::of(decoded, &gongwen::Options::default());
        let text = written("ics", extraction, &Settings { alarms: vec!["12h".parse().unwrap()], ..Settings::default() });
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{}", path.display());
        let calendar: Calendar = text.parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let begun = text.matches("BEGIN:VTODO").count() + text.matches("BEGIN:VEVENT").count();
        let kept = calendar.components.iter().filter(|it| matches!(it, CalendarComponent::Todo(_) | CalendarComponent::Event(_)));
        assert_eq!(kept.count(), begun, "{}", path.display());
        entries += begun;
    }
    assert!(entries > 400, "only {entries} entries");
}

#[test]
fn every_entry_has_a_name_of_its_own_that_stays() {
    let (mut once, twice) = (properties("UID"), properties("UID"));
    assert_eq!(once, twice);
    assert_eq!(once.len(), 5);
    once.sort();
    once.dedup();
    assert_eq!(once.len(), 5);
}

#[test]
fn text_comes_back_as_it_was() {
    let summaries = properties("SUMMARY");
    assert_eq!(summaries[0].1, "各乡（镇）：报送材料");
    assert!(text().replace("\r\n ", "").contains("云岭县水务局关于报送“节水\\,2024”材料的通知"));
}

#[test]
fn reminders_are_set_for_what_has_a_time() {
    assert_eq!(text().matches("TRIGGER;RELATED=END:-P3D").count(), 1);
    assert_eq!(text().matches("TRIGGER:-P3D").count(), 2);
    assert!("12h".parse::<Alarm>().is_ok());
    assert!(["", "d", "3", "3w", "-3d", "三d", "3天"].iter().all(|words| words.parse::<Alarm>().is_err()));
}
