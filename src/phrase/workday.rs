//! Which days are worked: 工作日, as 国务院办公厅关于…部分节假日安排的通知 sets them year by year.
//!
//! Nothing in the language says it, so the days are data that a caller gives ([`Workdays::read`]); without them weekends
//! are off and nothing else. 民法典 第二百零一条: the day of the event is not counted.
//!
//! The data are lines: a day or two with `..` between, then `off` (放假) or `work` (调休上班), then a remark that is not
//! read. Empty lines and those that begin with `#` say nothing.
//!
//! ```text
//! # 2022
//! 2022-04-03..2022-04-05 off 清明节
//! 2022-04-02 work
//! ```

use std::{collections::BTreeMap, fmt};

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// The days that are not as the week has them.
///
/// ```
/// use gongwen::phrase::workday::Workdays;
/// use jiff::civil::date;
/// let days = Workdays::read("2022-04-03..2022-04-05 off 清明节\n2022-04-02 work")?;
/// assert_eq!(days.after(date(2022, 3, 31), 3), Some(date(2022, 4, 6)));
/// assert_eq!(Workdays::default().after(date(2022, 3, 31), 3), Some(date(2022, 4, 5)));
/// # Ok::<(), gongwen::phrase::workday::Unread>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workdays {
    /// Whether the day is worked.
    days: BTreeMap<Date, bool>,
}

/// The line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Counted from 1.
    pub line: usize,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: write a day or two (2022-04-03..2022-04-05), then off or work", self.line)
    }
}

impl std::error::Error for Unread {}

/// No holiday is longer, and nobody counts more working days.
const LONGEST: i64 = 366;
const MOST: u32 = 10_000;

impl Workdays {
    /// Reads the data.
    ///
    /// # Errors
    /// With the first line that is neither empty nor a remark nor days with `off` or `work`.
    pub fn read(data: &str) -> Result<Self, Unread> {
        let mut days = BTreeMap::new();
        let lines = data.trim_start_matches('\u{feff}').lines().enumerate().map(|(n, line)| (n + 1, line.trim()));
        for (line, words) in lines.filter(|(_, words)| !words.is_empty() && !words.starts_with('#')) {
            let (first, last, worked) = entry(words).ok_or(Unread { line })?;
            days.extend(first.series(1.day()).take_while(|day| *day <= last).map(|day| (day, worked)));
        }
        Ok(Self { days })
    }

    /// Whether `day` is worked.
    pub fn is_worked(&self, day: Date) -> bool {
        let weekday = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.days.get(&day).copied().unwrap_or(weekday)
    }

    /// Whether the data say anything of `year`.
    pub fn knows(&self, year: i16) -> bool {
        let (Ok(first), Ok(last)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else { return false };
        self.days.range(first..=last).next().is_some()
    }

    /// The `n`th working day after `day`.
    pub fn after(&self, day: Date, n: u32) -> Option<Date> {
        self.count(day, n, Date::tomorrow)
    }

    /// The `n`th working day before `day`.
    pub fn before(&self, day: Date, n: u32) -> Option<Date> {
        self.count(day, n, Date::yesterday)
    }

    fn count(&self, from: Date, n: u32, next: fn(Date) -> Result<Date, jiff::Error>) -> Option<Date> {
        let mut day = from;
        for _ in 0..(n <= MOST).then_some(n)? {
            day = next(day).ok()?;
            while !self.is_worked(day) {
                day = next(day).ok()?;
            }
        }
        Some(day)
    }
}

/// The days of a line, and whether they are worked.
fn entry(line: &str) -> Option<(Date, Date, bool)> {
    let mut words = line.split_whitespace();
    let days = words.next()?;
    let (first, last) = days.split_once("..").unwrap_or((days, days));
    let (first, last): (Date, Date) = (first.parse().ok()?, last.parse().ok()?);
    let worked = match words.next()? {
        "off" | "休" => false,
        "work" | "班" => true,
        _ => return None,
    };
    let length = first.until(last).ok()?.get_days();
    (first <= last && i64::from(length) <= LONGEST).then_some((first, last, worked))
}
