//! The days of a period: what it leaves out is filled in from what is known where it stands.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use super::{Edge, Period, Unit};
use crate::phrase::{month::Month, quarter::Quarters, year::Year};

/// What is known where a period stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The day on which the document speaks: 今年, 本月.
    pub now: Option<Date>,
    /// The year in which it speaks, where the day is not known.
    pub this_year: Option<i16>,
    /// The year last spoken of.
    pub year: Option<i16>,
    /// The month last spoken of.
    pub month: Option<i8>,
    /// The day with which a range began.
    pub day: Option<Date>,
}

/// The days of a period and what had to be supplied to find them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Whether the number of the year comes from the context.
    pub year_supplied: bool,
    /// Whether the number of the month comes from the context.
    pub month_supplied: bool,
}

impl Period {
    /// Its first and last day. None where the context does not say enough, or the day does not exist.
    pub fn days(&self, context: &Context) -> Option<Days> {
        let (first, last, supplied) = match self.unit {
            Unit::Years(a, b) => (Date::new(a, 1, 1).ok()?, Date::new(b, 12, 31).ok()?, (false, false)),
            Unit::MonthsOfYears((a, m), (b, n)) => (Date::new(a, m, 1).ok()?, Date::new(b, n, 1).ok()?.last_of_month(), (false, false)),
            Unit::Plan(plan) => (Date::new(plan.years().0, 1, 1).ok()?, Date::new(plan.years().1, 12, 31).ok()?, (false, false)),
            Unit::Today => (context.now?, context.now?, (true, true)),
            Unit::NextDay => {
                let next = context.day?.tomorrow().ok()?;
                (next, next, (false, false))
            }
            Unit::Week(weeks, day) => {
                let (first, last) = week(context.now?, weeks, day)?;
                (first, last, (true, true))
            }
            Unit::Quarters(Quarters::FromNow(n)) => {
                let (first, last) = quarter_from(context.now?, n)?;
                (first, last, (true, true))
            }
            _ => self.in_year(context)?,
        };
        let (first, last) = self.on_edge(first, last)?;
        Some(Days { first, last, year_supplied: supplied.0, month_supplied: supplied.1 })
    }

    /// The days of a period that needs a year.
    fn in_year(&self, context: &Context) -> Option<(Date, Date, (bool, bool))> {
        let now = context.now.map(Date::year).or(context.this_year);
        let year = match self.year {
            Some(year) => year.number(now, context.year)?,
            None => context.year.or(now)?,
        };
        let month = |month| month_number(month, year, context);
        let span = |(y, m): (i16, i8), (z, n): (i16, i8)| Some((Date::new(y, m, 1).ok()?, Date::new(z, n, 1).ok()?.last_of_month()));
        let (first, last) = match self.unit {
            Unit::Half(n) => span((year, 6 * n - 5), (year, 6 * n))?,
            Unit::Quarters(Quarters::Written(a, b)) => span((year, 3 * a - 2), (year, 3 * b))?,
            Unit::Quarters(_) => quarter_from(Date::new(year, context.month?, 1).ok()?, 0)?,
            Unit::Months(a, b) => span(month(a)?, month(b)?)?,
            Unit::Tens(m, a, b) => {
                let (year, m) = month(m)?;
                let whole = Date::new(year, m, 1).ok()?;
                let last = if b == 3 { whole.last_of_month() } else { Date::new(year, m, 10 * b).ok()? };
                (Date::new(year, m, 10 * a - 9).ok()?, last)
            }
            Unit::Days(m, a, b) => {
                let (year, m) = month(m)?;
                (Date::new(year, m, a).ok()?, Date::new(year, m, b).ok()?)
            }
            Unit::Festival(festival) => (festival.day(year)?, festival.day(year)?),
            _ => span((year, 1), (year, 12))?,
        };
        Some((first, last, (!matches!(self.year, Some(Year::Written(_))), self.leaves_month_out())))
    }

    /// Whether the month's number is not in the text.
    fn leaves_month_out(&self) -> bool {
        match self.unit {
            Unit::Months(m, _) | Unit::Tens(m, ..) | Unit::Days(m, ..) => !matches!(m, Month::Written(_)),
            Unit::Quarters(quarters) => !matches!(quarters, Quarters::Written(..)),
            _ => false,
        }
    }

    fn on_edge(&self, first: Date, last: Date) -> Option<(Date, Date)> {
        match self.edge {
            Edge::Whole => Some((first, last)),
            Edge::End => Some((last, last)),
            Edge::Start if matches!(self.unit, Unit::Year | Unit::Plan(_)) => Some((first, first.last_of_month())),
            Edge::Start => Some((first, first.checked_add(9.days()).ok()?)),
        }
    }
}

/// The year and number of a month.
fn month_number(month: Month, year: i16, context: &Context) -> Option<(i16, i8)> {
    let (base, shift) = match month {
        Month::Written(n) => return Some((year, n)),
        Month::Unsaid => return Some((year, context.month.or(context.now.map(Date::month))?)),
        Month::FromNow(n) => (context.now?, n),
        Month::FromThen(n) => (Date::new(year, context.month.or(context.now.map(Date::month))?, 1).ok()?, n),
    };
    let moved = base.first_of_month().checked_add(i64::from(shift).months()).ok()?;
    Some((moved.year(), moved.month()))
}

/// The quarter that lies `n` after that of `day`.
fn quarter_from(day: Date, n: i8) -> Option<(Date, Date)> {
    let first = Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).ok()?.checked_add((3 * i64::from(n)).months()).ok()?;
    Some((first, first.checked_add(2.months()).ok()?.last_of_month()))
}

/// The week that lies `weeks` after that of `now`, from Monday to Sunday, or its `day`.
fn week(now: Date, weeks: i8, day: Option<Weekday>) -> Option<(Date, Date)> {
    let monday = now.checked_sub(i64::from(now.weekday().to_monday_zero_offset()).days()).ok()?;
    let monday = monday.checked_add((7 * i64::from(weeks)).days()).ok()?;
    let after = |n: i8| monday.checked_add(i64::from(n).days()).ok();
    match day {
        Some(day) => after(day.to_monday_zero_offset()).map(|day| (day, day)),
        None => Some((monday, after(6)?)),
    }
}
