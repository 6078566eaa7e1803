//! The first day of a recurrence (RFC 5545, 3.3.10), which an event must begin on (3.8.5.3).
//!
//! Read are the parts that our own rules have: `FREQ`, `BYMONTH`, `BYMONTHDAY` (also counted from the end) and
//! `BYDAY` (without numbers). A rule that says neither day nor weekday begins on the day it is counted from.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// The first day on or after `from` that `rule` names; nothing where it has none within four years.
pub(super) fn first(rule: &str, from: Date) -> Option<Date> {
    let part = |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    let (months, days, weekdays) = (numbers(part("BYMONTH")), numbers(part("BYMONTHDAY")), part("BYDAY"));
    let fits = |day: &Date| {
        let back = i16::from(day.day()) - i16::from(day.days_in_month()) - 1;
        (months.is_empty() || months.contains(&i16::from(day.month())))
            && (days.is_empty() || days.contains(&i16::from(day.day())) || days.contains(&back))
            && weekdays.is_none_or(|names| names.split(',').any(|name| name == weekday(*day)))
    };
    from.series(1.day()).take(4 * 366).find(fits)
}

fn numbers(list: Option<&str>) -> Vec<i16> {
    list.into_iter().flat_map(|list| list.split(',')).filter_map(|number| number.parse().ok()).collect()
}

fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
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
        ] {
            assert_eq!(first(rule, Date::constant(2024, 4, 10)).map(|day| day.to_string()).as_deref(), Some(day), "{rule}");
        }
        assert_eq!(first("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Date::constant(2024, 4, 10)), None);
    }
}
