//! The first day of a recurrence (RFC 5545, 3.3.10), which an event must begin on (3.8.5.3).
//!
//! Read are the parts that our own rules have: `FREQ`, `BYMONTH`, `BYMONTHDAY` (also counted from the end), `BYDAY`
//! (without numbers), `BYSETPOS` (of a month) and `BYHOUR` with `BYMINUTE`. A rule that says neither day nor weekday
//! begins on the day it is counted from.

use jiff::{
    ToSpan,
    civil::{Date, Time},
};

use crate::phrase::weekday;

/// The first day on or after `from` that `rule` names; nothing where it has none within four years.
pub(super) fn first(rule: &str, from: Date) -> Option<Date> {
    let part = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    let (months, days, weekdays) = (numbers(part("BYMONTH")), numbers(part("BYMONTHDAY")), part("BYDAY"));
    let fits = |day: &Date| {
        let back = i16::from(day.day()) - i16::from(day.days_in_month()) - 1;
        (months.is_empty() || months.contains(&i16::from(day.month())))
            && (days.is_empty() || days.contains(&i16::from(day.day())) || days.contains(&back))
            && weekdays.is_none_or(|names| names.split(',').any(|name| name == weekday::code(day.weekday())))
    };
    let position: Option<i32> = part("BYSETPOS").and_then(|n| n.parse().ok());
    from.series(1.day()).take(4 * 366).find(|day| fits(day) && position.is_none_or(|n| nth(*day, n, fits)))
}

/// Whether `day` is the `n`th of its month that fits, counted from the end where `n` is negative.
fn nth(day: Date, n: i32, fits: impl Fn(&Date) -> bool) -> bool {
    let days =
        || day.first_of_month().series(1.day()).take(usize::try_from(day.days_in_month()).unwrap_or_default()).filter(|day| fits(day));
    let at = usize::try_from(n.unsigned_abs()).unwrap_or_default().checked_sub(1);
    let found = at.and_then(|at| if n > 0 { days().nth(at) } else { days().collect::<Vec<_>>().into_iter().rev().nth(at) });
    found == Some(day)
}

/// The first time of day that a rule names. Where it names one, an event must begin at a moment and not on a day (3.3.10).
pub(super) fn time(rule: &str) -> Option<Time> {
    let number = |name: &str| {
        let list = rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))?;
        list.split(',').next()?.parse().ok()
    };
    Time::new(number("BYHOUR")?, number("BYMINUTE").unwrap_or(0), 0, 0).ok()
}

fn numbers(list: Option<&str>) -> Vec<i16> {
    list.into_iter().flat_map(|list| list.split(',')).filter_map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_is_on_or_after_the_day_it_is_counted_from() {
        for (rule, day) in [
            ("FREQ=MONTHLY;BYMONTHDAY=25", "2024-04-25"),
            ("FREQ=MONTHLY;BYMONTHDAY=5", "2024-05-05"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-04-30"),
            ("FREQ=MONTHLY;BYMONTH=1,3,5;BYMONTHDAY=10", "2024-05-10"),
            ("FREQ=WEEKLY;BYDAY=FR", "2024-04-12"),
            ("FREQ=WEEKLY;BYDAY=TU,TH", "2024-04-11"),
            ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", "2025-03-31"),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29"),
            ("FREQ=DAILY", "2024-04-10"),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2024-04-30"),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2024-05-01"),
            ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=2", "2024-04-12"),
        ] {
            assert_eq!(first(rule, Date::constant(2024, 4, 10)).map(|day| day.to_string()).as_deref(), Some(day), "{rule}");
        }
        assert_eq!(time("FREQ=DAILY;BYHOUR=17,8;BYMINUTE=30"), Some(Time::constant(17, 30, 0, 0)));
        assert_eq!(time("FREQ=DAILY;BYHOUR=24"), None);
        assert_eq!(first("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Date::constant(2024, 4, 10)), None);
    }
}
