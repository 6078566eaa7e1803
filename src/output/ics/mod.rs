//! iCalendar (RFC 5545) for Outlook, phones and every other calendar: tasks are to-dos with what they are due
//! by, periods and days are events, what recurs recurs.
//!
//! No clock is read: what must have a time stamp gets the document's own date. What is not written: relative
//! times whose event has no date, what recurs within the day (每2小时, which would bury the calendar), and recurring times
//! of a document without any date (nothing says when they begin); all are in the text of their tasks.

mod line;
mod recur;

use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};

use super::{
    Format, Settings,
    view::{View, actors, list, task_name, words},
};
use crate::{
    Extraction, Malformed,
    extract::{
        Id,
        deadline::{Deadline, Kind, Moment},
        task::{Role, Task},
    },
    phrase::clock::Clock,
    source::decode::sha256,
};
use line::Lines;

/// iCalendar.
pub struct Calendar;

/// China has had one time zone without daylight saving since its last clock change in 1991.
const ZONE: &str = "Asia/Shanghai";

impl Format for Calendar {
    fn name(&self) -> &'static str {
        "ics"
    }

    fn about(&self) -> &'static str {
        "A calendar: tasks as to-dos with their due date, periods and recurring times as events"
    }

    fn open(&self, _: &Settings) -> String {
        let mut lines = Lines::default();
        let product = format!("-//gongwen//extract {}//ZH", env!("CARGO_PKG_VERSION"));
        lines.raw("BEGIN", "VCALENDAR").raw("VERSION", "2.0").raw("PRODID", &product).raw("CALSCALE", "GREGORIAN").raw("METHOD", "PUBLISH");
        lines.raw("BEGIN", "VTIMEZONE").raw("TZID", ZONE);
        lines.raw("BEGIN", "STANDARD").raw("DTSTART", "19910915T010000").raw("TZOFFSETFROM", "+0900").raw("TZOFFSETTO", "+0800");
        lines.raw("TZNAME", "CST").raw("END", "STANDARD").raw("END", "VTIMEZONE");
        lines.finish()
    }

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        let view = View::new(&extraction, settings);
        let mut lines = Lines::default();
        let entry = Entry { view: &view, stamp: day(&view).unwrap_or(Date::constant(1970, 1, 1)), alarms: &settings.alarms };
        view.record.tasks.iter().for_each(|task| entry.task(&mut lines, task));
        view.record.deadlines.iter().for_each(|deadline| entry.deadline(&mut lines, deadline));
        lines.finish()
    }

    fn close(&self, _: &Settings) -> String {
        "END:VCALENDAR\r\n".to_owned()
    }
}

/// The day that the document knows of: its own, failing that that of its page.
fn day(view: &View<'_>) -> Option<Date> {
    let header = &view.record.header;
    header.date.as_ref().and_then(|it| it.date).or_else(|| header.page.as_ref()?.published)
}

/// What the entries of one document share.
struct Entry<'v> {
    view: &'v View<'v>,
    stamp: Date,
    alarms: &'v [Alarm],
}

impl Entry<'_> {
    fn task(&self, lines: &mut Lines, task: &Task) {
        let due = self.view.due(task).map(When::from);
        let start = self.view.deadlines(task).filter_map(|it| it.start.map(When::from)).min();
        lines.raw("BEGIN", "VTODO");
        self.common(lines, task.id, &self.summary(task), &self.description(task));
        // DTSTART must be of DUE's kind and before it (3.8.2.3)
        if let Some(start) = start.filter(|start| due.is_none_or(|due| start.of_kind(due) && *start < due)) {
            start.write(lines, "DTSTART");
        }
        if let Some(due) = due {
            due.write(lines, "DUE");
            self.alarms(lines, "TRIGGER;RELATED=END", &self.summary(task));
        }
        lines.raw("STATUS", "NEEDS-ACTION").raw("END", "VTODO");
    }

    /// Periods and recurring times are events; so are days that no task is due on.
    fn deadline(&self, lines: &mut Lines, deadline: &Deadline) {
        let Some((first, last)) = self.days(deadline) else { return };
        let summary = self.occasion(deadline);
        lines.raw("BEGIN", "VEVENT");
        self.common(lines, deadline.id, &summary, self.view.title());
        first.write(lines, "DTSTART");
        // the end of an event is exclusive (3.6.1), ours is inclusive
        match last {
            When::Day(last) => last.tomorrow().into_iter().for_each(|end| When::Day(end).write(lines, "DTEND")),
            When::Moment(_) if last > first => last.write(lines, "DTEND"),
            When::Moment(_) => {}
        }
        if let Some(rule) = &deadline.rrule {
            lines.raw("RRULE", rule);
        }
        lines.raw("TRANSP", "TRANSPARENT");
        self.alarms(lines, "TRIGGER", &summary);
        lines.raw("END", "VEVENT");
    }

    /// First and last day or moment of an event; nothing where a to-do says it all, or nothing is known.
    fn days(&self, deadline: &Deadline) -> Option<(When, When)> {
        if let Some(rule) = &deadline.rrule {
            let from = deadline.start.map(|start| start.date).or_else(|| day(self.view))?;
            let day = recur::first(rule, from).filter(|_| !rule.starts_with("FREQ=HOURLY"))?;
            let first = recur::time(rule).map_or(When::Day(day), |time| When::Moment(day.to_datetime(time)));
            return Some((first, first));
        }
        let (start, end) = (deadline.start.map(When::from), deadline.end.map(When::from));
        let (first, last) = (start.or(end)?, end.or(start)?);
        let period = deadline.kind == Kind::During && first < last;
        let ordered = first.of_kind(last) && first <= last;
        (ordered && (period || deadline.tasks.is_empty())).then_some((first, last))
    }

    fn common(&self, lines: &mut Lines, id: Id, summary: &str, description: &str) {
        lines.raw("UID", &self.uid(id)).raw("DTSTAMP", &format!("{}T000000Z", basic(self.stamp)));
        lines.text("SUMMARY", summary).text("DESCRIPTION", description);
    }

    /// The same entry of the same document keeps its name, so that a second import updates the first.
    fn uid(&self, id: Id) -> String {
        let name = sha256(format!("{}\n{}", self.view.name(), self.view.record.source.sha256).as_bytes());
        format!("{name:.24}-{id}@gongwen")
    }

    fn summary(&self, task: &Task) -> String {
        called(task, task.action.as_ref().map_or(task.quote.text.as_str(), |it| &it.text))
    }

    fn description(&self, task: &Task) -> String {
        let section = self.view.section(task.section.as_deref());
        let submit = words(task.submit_to.as_ref().map(|it| &it.quote));
        let lines = [task.quote.text.as_str(), self.view.title(), section, submit];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// What an event is called: its task, failing that its section, and its own words.
    fn occasion(&self, deadline: &Deadline) -> String {
        let task = self.view.tasks(deadline).next();
        let what =
            task.map(|task| called(task, &task_name(task))).unwrap_or_else(|| match self.view.section(deadline.section.as_deref()) {
                "" => self.view.title().to_owned(),
                section => section.to_owned(),
            });
        format!("{what}（{}）", deadline.quote.text)
    }

    fn alarms(&self, lines: &mut Lines, trigger: &str, summary: &str) {
        for alarm in self.alarms {
            lines.raw("BEGIN", "VALARM").raw("ACTION", "DISPLAY").text("DESCRIPTION", summary);
            lines.raw(trigger, &alarm.trigger).raw("END", "VALARM");
        }
    }
}

/// A task by who does it and what.
fn called(task: &Task, what: &str) -> String {
    let who = list([Role::Lead, Role::Responsible].map(|role| actors(task, role)).iter().map(String::as_str).filter(|who| !who.is_empty()));
    if who.is_empty() { what.to_owned() } else { format!("{who}：{what}") }
}

/// How long before a due time or event a calendar should speak up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    trigger: String,
}

/// From `3d`, `12h` or `30m`.
impl FromStr for Alarm {
    type Err = Malformed;

    fn from_str(words: &str) -> Result<Self, Malformed> {
        let read = |unit: char| words.strip_suffix(unit)?.parse::<u16>().ok();
        let days = read('d').map(|n| format!("-P{n}D"));
        let hours = || read('h').map(|n| format!("-PT{n}H"));
        let minutes = || read('m').map(|n| format!("-PT{n}M"));
        let trigger = days.or_else(hours).or_else(minutes);
        trigger.map(|trigger| Self { trigger }).ok_or_else(|| Malformed::new("time before another, as 3d, 12h or 30m", words))
    }
}

/// A day, or a moment in China.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Day(Date),
    Moment(DateTime),
}

impl From<Moment> for When {
    /// 24:00 is the first moment of the next day, where calendars have no other name for it.
    fn from(moment: Moment) -> Self {
        let Moment { date, clock } = moment;
        match clock {
            None => Self::Day(date),
            Some(Clock { hour: 24, .. }) => date.tomorrow().map_or(Self::Day(date), |day| Self::Moment(day.to_datetime(Time::midnight()))),
            Some(Clock { hour, minute }) => Self::Moment(date.at(hour, minute, 0, 0)),
        }
    }
}

impl When {
    fn of_kind(self, other: Self) -> bool {
        matches!((self, other), (Self::Day(_), Self::Day(_)) | (Self::Moment(_), Self::Moment(_)))
    }

    fn write(self, lines: &mut Lines, property: &str) {
        match self {
            Self::Day(day) => lines.raw(&format!("{property};VALUE=DATE"), &basic(day)),
            Self::Moment(moment) => lines.raw(
                &format!("{property};TZID={ZONE}"),
                &format!("{}T{:02}{:02}{:02}", basic(moment.date()), moment.hour(), moment.minute(), moment.second()),
            ),
        };
    }
}

/// `20240504`.
fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
