//! Lengths as ISO 8601 writes them, `P1Y6M`, `PT24H`, and as records do: with a word on whether only working days count.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Duration;

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (n, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if n > 0 {
                write!(f, "{n}{unit}")?;
            }
        }
        if self.hours > 0 || self.minutes > 0 {
            f.write_str("T")?;
        }
        for (n, unit) in [(self.hours, 'H'), (self.minutes, 'M')] {
            if n > 0 {
                write!(f, "{n}{unit}")?;
            }
        }
        if *self == (Self { workdays: self.workdays, ..Self::default() }) { f.write_str("0D") } else { Ok(()) }
    }
}

/// Words that are no length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread(String);

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a length of ISO 8601 in whole units, as P30D, P1Y6M or PT24H, and found “{}”", self.0)
    }
}

impl std::error::Error for Unread {}

/// From `P5D`; all its days count.
impl FromStr for Duration {
    type Err = Unread;

    fn from_str(words: &str) -> Result<Self, Unread> {
        let read = || {
            let units = words.strip_prefix('P').filter(|units| units.ends_with(|c: char| c.is_ascii_alphabetic() && c != 'T'))?;
            let (days, clock) = units.split_once('T').unwrap_or((units, ""));
            let ([years, months, weeks, days], [hours, minutes]) = (numbers(days, ['Y', 'M', 'W', 'D'])?, numbers(clock, ['H', 'M'])?);
            Some(Self { years, months, weeks, days, hours, minutes, workdays: false })
        };
        read().ok_or_else(|| Unread(words.to_owned()))
    }
}

/// The numbers that stand before `units` in `text`, which has these in order and nothing else; 0 for those that it leaves out.
fn numbers<const N: usize>(text: &str, units: [char; N]) -> Option<[u32; N]> {
    let (mut numbers, mut rest) = ([0; N], text);
    for (number, unit) in numbers.iter_mut().zip(units) {
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if let Some(next) = behind.strip_prefix(unit) {
            *number = rest[..rest.len() - behind.len()].parse().ok()?;
            rest = next;
        }
    }
    rest.is_empty().then_some(numbers)
}

/// A length in a record.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Written {
    /// ISO 8601: `P30D`. 时长（ISO 8601）。
    duration: String,
    /// Whether only working days are counted. 是否只计工作日。
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    workdays: bool,
}

impl From<Duration> for Written {
    fn from(duration: Duration) -> Self {
        Self { duration: duration.to_string(), workdays: duration.workdays }
    }
}

impl TryFrom<Written> for Duration {
    type Error = Unread;

    fn try_from(written: Written) -> Result<Self, Unread> {
        Ok(Self { workdays: written.workdays, ..written.duration.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let none = Duration::default();
        for (words, length) in [
            ("P30D", Duration { days: 30, ..none }),
            ("P1Y6M", Duration { years: 1, months: 6, ..none }),
            ("P2W", Duration { weeks: 2, ..none }),
            ("P1DT2H30M", Duration { days: 1, hours: 2, minutes: 30, ..none }),
            ("PT24H", Duration { hours: 24, ..none }),
            ("P0D", none),
        ] {
            assert_eq!((words.parse(), length.to_string()), (Ok(length), words.to_owned()));
        }
        for words in ["", "P", "PT", "30D", "PD", "P1", "P1D2Y", "P1DT", "PT1Y", "P-1D", "P1.5D", "P99999999999D", "P1月"] {
            assert!(words.parse::<Duration>().is_err(), "{words}");
        }
        assert_eq!(
            "P1".parse::<Duration>().unwrap_err().to_string(),
            "expected a length of ISO 8601 in whole units, as P30D, P1Y6M or PT24H, and found “P1”"
        );
    }
}
