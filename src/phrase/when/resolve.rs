//! Filling in what a time expression leaves out: the year of 4月25日, the day of 印发之日.

use std::{fmt, str::FromStr};

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Inferred, Kind, Point, Value, When};
use crate::{
    error::{self, Malformed},
    phrase::{
        clock::Clock,
        duration::Duration,
        month::Month,
        period::{Context, Days, Period, Unit},
        workday::Workdays,
    },
};

/// What the document knows where a time expression stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Base<'w> {
    /// The nearest earlier full date in the sentence or section: it gives the year, failing a day the month too.
    pub nearest: Option<Date>,
    /// The date of the document: it gives both where nothing is nearer, and dates 今年, 本月, 即日 and 印发之日.
    pub document: Option<Date>,
    /// The year of which the document speaks, as its title says; its own year where it has no date.
    pub year: Option<i16>,
    /// The day last spoken of: it dates a time of day (8:50前), and gives the month of another (其中18日).
    pub day: Option<Date>,
    /// Which days are worked; weekends are off where nobody says.
    pub workdays: Option<&'w Workdays>,
}

/// A day, and the time of day where it is known. Prints as ISO 8601: `2022-05-04`, `2022-05-04T17:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", inline))]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The time of day.
    pub clock: Option<Clock>,
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.clock {
            Some(clock) => write!(f, "{}T{clock}", self.date),
            None => write!(f, "{}", self.date),
        }
    }
}

impl FromStr for Moment {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let (date, clock) = text.split_once('T').map_or((text, None), |(date, clock)| (date, Some(clock)));
        let clock = clock.map(Clock::from_str).transpose()?;
        // a date of jiff may have more behind it
        let date = date.parse().ok().filter(|_| date.len() == "2024-05-04".len());
        Ok(Self { date: date.ok_or_else(|| Malformed::new("day", text))?, clock })
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        error::from_string(deserializer)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// When a time expression begins and ends, both inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// The first day or moment.
    pub start: Option<Moment>,
    /// The last day or moment.
    pub end: Option<Moment>,
    /// What the document supplied.
    pub inferred: Inferred,
}

/// The two ends of a time, and what was supplied for them.
struct Ends {
    first: Option<Moment>,
    last: Moment,
    year: bool,
    month: bool,
    day: bool,
    event: bool,
}

impl When {
    /// Finds the days that are meant: of a limit the last, of a beginning the first. A recurring time has none, and
    /// neither has what `base` cannot complete.
    pub fn resolve(&self, base: &Base<'_>) -> Resolved {
        self.extent(base).side(self.kind)
    }

    /// Both ends of what is named, whichever the kind speaks of: the whole month for 自6月起.
    pub fn extent(&self, base: &Base<'_>) -> Resolved {
        match &self.value {
            Value::Point(point) => single(*point, self.kind, base).into(),
            Value::Range(first, last) => range(*first, *last, self.kind, base).into(),
            Value::Event(event) if event.issue => issued(base.document, None),
            Value::Term(first, length) => term(*first, *length, base),
            Value::Since(event, last) => since(event.issue, *last, self.kind, base).into(),
            Value::Length(length, Some(event)) if event.issue && !event.before => issued(None, base.after_issue(*length)),
            Value::Event(_) | Value::Length(..) | Value::Recurrence(_) => Resolved::default(),
        }
    }
}

impl Resolved {
    /// The ends of which `kind` speaks: of a limit the last, of a beginning the first.
    pub(crate) fn side(self, kind: Kind) -> Self {
        match kind {
            Kind::By => Self { start: None, ..self },
            Kind::From => Self { end: None, ..self },
            _ => self,
        }
    }
}

impl From<Option<Ends>> for Resolved {
    fn from(ends: Option<Ends>) -> Self {
        let Some(Ends { first, last, year, month, day, event }) = ends else { return Self::default() };
        Self { start: first, end: Some(last), inferred: Inferred { year, month, day, event } }
    }
}

/// A time that the date of the document gives.
fn issued(start: Option<Date>, end: Option<Date>) -> Resolved {
    let moment = |date| Moment { date, clock: None };
    let inferred = Inferred { event: start.or(end).is_some(), ..Inferred::default() };
    Resolved { start: start.map(moment), end: end.map(moment), inferred }
}

impl Base<'_> {
    /// The day on which `length` ends that begins with the issuing of the document.
    fn after_issue(&self, length: Duration) -> Option<Date> {
        match self.workdays {
            Some(workdays) => length.after(self.document?, workdays),
            None => length.after(self.document?, &Workdays::default()),
        }
    }

    /// What a single time, or the beginning of a range, is read with.
    fn context(&self) -> Context {
        Context {
            now: self.document,
            this_year: self.year,
            year: self.nearest.map(Date::year).or(self.document.map(Date::year)).or(self.year),
            month: self.nearest.or(self.document).map(Date::month),
            day: None,
        }
    }

    /// The same for `period`: a day without a month lies in that of the day last spoken of: 2月18日至24日, 其中18日.
    fn context_of(&self, period: Period) -> Context {
        match (self.day, period.unit) {
            (Some(day), Unit::Days(Month::Unsaid, ..)) => Context { year: Some(day.year()), month: Some(day.month()), ..self.context() },
            _ => self.context(),
        }
    }
}

fn ends(days: Days, first: Option<Clock>, last: Option<Clock>) -> Ends {
    Ends {
        first: Some(Moment { date: days.first, clock: first }),
        last: Moment { date: days.last, clock: last },
        year: days.year_supplied,
        month: days.month_supplied,
        day: false,
        event: false,
    }
}

fn single(point: Point, kind: Kind, base: &Base<'_>) -> Option<Ends> {
    let Some(period) = point.period else { return of_day(base.day?, point.clock) };
    // 国庆期间 is longer than its day, and the State Council says how long
    if kind == Kind::During && matches!(period.unit, Unit::Festival(_)) {
        return None;
    }
    let context = base.context_of(period);
    let next_year = |year: i16| period.days(&Context { year: Some(year + 1), ..base.context() }).filter(|_| period.year.is_none());
    // 2月29日 is in a leap year
    let days = period.days(&context).or_else(|| next_year(context.year?))?;
    let days = if period.year.is_none() && past(&days, kind, base) {
        next_year(days.first.year())?
    } else if kind == Kind::By && days.month_supplied && gone_by(&days, base) {
        next_month(period, base)?
    } else {
        days
    };
    let ends = ends(days, point.clock, point.clock);
    // 即日 is no date with gaps but the day of an event
    let today = period.unit == Unit::Today;
    Some(Ends { year: ends.year && !today, month: ends.month && !today, event: today, ..ends })
}

/// Whether days that took their month from the date of the document lie before it.
fn gone_by(days: &Days, base: &Base<'_>) -> bool {
    base.day.is_none() && base.nearest.is_none() && base.document.is_some_and(|document| days.last < document)
}

/// A day without a month, by which something is due in a document of a later day of the month: 5日前, told on 25 December.
fn next_month(period: Period, base: &Base<'_>) -> Option<Days> {
    let context = base.context();
    let next = Date::new(context.year?, context.month?, 1).ok()?.checked_add(1.month()).ok()?;
    period.days(&Context { year: Some(next.year()), month: Some(next.month()), ..context })
}

/// The end of a length that is counted from a day.
fn term(first: Point, length: Duration, base: &Base<'_>) -> Resolved {
    let Some(ends) = single(first, Kind::From, base) else { return Resolved::default() };
    let from = ends.first.map(|first| first.date);
    let counted = Base { document: from, ..*base }.after_issue(length);
    let whole = Resolved::from(Some(ends));
    Resolved { start: None, end: counted.map(|date| Moment { date, clock: None }), ..whole }
}

/// A time of day on the day last spoken of.
fn of_day(date: Date, clock: Option<Clock>) -> Option<Ends> {
    let moment = Moment { date, clock };
    Some(Ends { first: Some(moment), last: moment, year: false, month: false, day: true, event: false })
}

/// From an event, or the day of the document where `issue` says that it was the event, to a last day.
fn since(issue: bool, last: Point, kind: Kind, base: &Base<'_>) -> Option<Ends> {
    let Some(first) = base.document.filter(|_| issue) else {
        return single(last, kind, base).map(|ends| Ends { first: None, ..ends });
    };
    let period = last.period?;
    let in_year = |year| period.days(&Context { year: Some(year), month: Some(first.month()), ..base.context() });
    let days =
        in_year(first.year()).filter(|days| days.last >= first).or_else(|| in_year(first.year() + 1).filter(|_| period.year.is_none()))?;
    let first = Some(Moment { date: first, clock: None });
    Some(Ends { first, event: true, ..ends(days, None, last.clock) })
}

/// Whether a time that took its year from the date of the document would lie so long before it that the next year
/// must be meant: a limit (1月10日前) by a month, any other time of a document whose title speaks of a later year by a day; else
/// a time, which may tell history, by half a year.
fn past(days: &Days, kind: Kind, base: &Base<'_>) -> bool {
    let Some(document) = base.document.filter(|_| base.nearest.is_none()) else { return false };
    let coming = base.year.is_some_and(|year| year > document.year());
    let grace = match kind {
        Kind::By => 30,
        _ if coming => 0,
        _ => 180,
    };
    days.year_supplied && !days.month_supplied && days.last.checked_add(grace.days()).is_ok_and(|day| day < document)
}

/// Each end supplies what the other leaves out, the first to the last before all.
fn range(first: Point, last: Point, kind: Kind, base: &Base<'_>) -> Option<Ends> {
    let begin = first.period?;
    let Some(end) = last.period else {
        let ends = single(first, kind, base)?;
        return Some(Ends { last: Moment { clock: last.clock, ..ends.last }, ..ends });
    };
    if begin.unit == Unit::Today {
        return since(true, last, kind, base);
    }
    let lends_year = begin.year.is_none() && !begin.has_year() && end.has_year();
    let mut context = base.context_of(begin);
    if lends_year {
        context.year = end.days(&context).map(|days| days.last.year());
        context.month = end.written_month().or(context.month);
    }
    let mut from = begin.days(&context)?;
    if !lends_year && begin.year.is_none() && past(&from, kind, base) {
        from = begin.days(&Context { year: Some(from.first.year() + 1), ..context })?;
    }
    let said = Context { year: Some(from.last.year()), month: Some(from.last.month()), day: Some(from.last), ..context };
    let mut until = end.days(&said)?;
    if until.last < from.first && end.year.is_none() {
        until = end.days(&Context { year: Some(from.last.year() + 1), ..said })?;
    }
    if from.first > until.last && lends_year {
        from = begin.days(&Context { year: Some(from.first.year() - 1), ..context })?;
    }
    let lent_month = lends_year && end.written_month().is_some();
    (from.first <= until.last).then_some(Ends {
        first: Some(Moment { date: from.first, clock: first.clock }),
        last: Moment { date: until.last, clock: last.clock },
        year: from.year_supplied && !lends_year,
        month: from.month_supplied && !lent_month,
        day: false,
        event: false,
    })
}
