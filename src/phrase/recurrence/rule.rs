//! The recurrence rule of RFC 5545 (3.3.10), as far as documents need it.

use std::fmt;

use jiff::civil::Weekday;

use crate::phrase::{clock::Clock, weekday};

/// A recurrence rule of RFC 5545.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// FREQ.
    pub frequency: Frequency,
    /// INTERVAL.
    pub interval: u32,
    /// BYMONTH.
    pub months: Vec<i8>,
    /// BYMONTHDAY.
    pub days: Vec<i8>,
    /// BYDAY.
    pub weekdays: Vec<Weekday>,
    /// BYHOUR and BYMINUTE.
    pub clock: Option<Clock>,
    /// BYSETPOS.
    pub position: Option<i8>,
}

/// FREQ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Frequency {
    Yearly,
    Monthly,
    Weekly,
    Daily,
    Hourly,
    Minutely,
}

/// 工作日.
pub(super) const WORKDAYS: [Weekday; 5] = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

impl Rule {
    /// Every so many of `frequency`.
    pub(super) fn every(interval: u32, frequency: Frequency) -> Self {
        Self { frequency, interval, months: vec![], days: vec![], weekdays: vec![], clock: None, position: None }
    }

    /// Whether it comes each year by its months or days: 每年9月底前.
    pub(crate) fn is_of_year(&self) -> bool {
        self.frequency == Frequency::Yearly && self.interval < 2 && !(self.months.is_empty() && self.days.is_empty())
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = match self.frequency {
            Frequency::Yearly => "YEARLY",
            Frequency::Monthly => "MONTHLY",
            Frequency::Weekly => "WEEKLY",
            Frequency::Daily => "DAILY",
            Frequency::Hourly => "HOURLY",
            Frequency::Minutely => "MINUTELY",
        };
        write!(f, "FREQ={frequency}")?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        list(f, "BYMONTH", &self.months)?;
        list(f, "BYMONTHDAY", &self.days)?;
        list(f, "BYDAY", &self.weekdays.iter().map(|day| weekday::code(*day)).collect::<Vec<_>>())?;
        if let Some(clock) = self.clock {
            write!(f, ";BYHOUR={};BYMINUTE={}", clock.hour, clock.minute)?;
        }
        if let Some(position) = self.position {
            write!(f, ";BYSETPOS={position}")?;
        }
        Ok(())
    }
}

/// One list of a rule, left out where it is empty.
fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, items: &[T]) -> fmt::Result {
    let Some((first, others)) = items.split_first() else { return Ok(()) };
    write!(f, ";{name}={first}")?;
    others.iter().try_for_each(|item| write!(f, ",{item}"))
}
