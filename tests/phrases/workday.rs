//! Working days: counted over weekends, holidays and shifted working days; and the data that says them.

use gongwen::phrase::workday::{Unread, Workdays};
use jiff::civil::{Date, date};

/// An invented year's holidays, in the shape of a real one.
const DATA: &str = "# 节假日安排\n2022-04-03..2022-04-05 off 清明节\n2022-04-02 work\n\n2022-04-30..2022-05-04 休 劳动节\n2022-05-07 班\n";

/// What counting day by day says.
fn slowly(days: &Workdays, from: Date, n: u32) -> Date {
    let later = std::iter::successors(Some(from), |day| day.tomorrow().ok()).skip(1);
    later.filter(|day| days.is_worked(*day)).nth(n as usize - 1).unwrap()
}

#[test]
fn holidays_and_shifted_days_count() {
    let (known, weekends) = (Workdays::read(DATA).unwrap(), Workdays::default());
    assert_eq!(known.after(date(2022, 4, 1), 1), Some(date(2022, 4, 2)));
    assert_eq!(weekends.after(date(2022, 4, 1), 1), Some(date(2022, 4, 4)));
    assert_eq!(known.after(date(2022, 4, 29), 5), Some(date(2022, 5, 10)));
    assert_eq!(weekends.after(date(2022, 4, 29), 5), Some(date(2022, 5, 6)));
    assert_eq!(known.before(date(2022, 4, 6), 2), Some(date(2022, 4, 1)));
    assert_eq!(known.after(date(2022, 4, 2), 0), Some(date(2022, 4, 2)));
    assert_eq!(known.after(date(2022, 4, 2), u32::MAX), None);
    assert_eq!(weekends.after(Date::MAX, 1), None);
    assert!(known.knows(2022) && !known.knows(2023) && !weekends.knows(2022));
}

#[test]
fn counting_agrees_with_going_day_by_day() {
    let known = Workdays::read(DATA).unwrap();
    for offset in 0..60 {
        let from = date(2022, 3, 20).saturating_add(jiff::ToSpan::days(offset));
        for n in 1..=20 {
            let day = known.after(from, n).unwrap();
            assert_eq!(day, slowly(&known, from, n), "{n} after {from}");
            assert!(known.is_worked(day));
        }
    }
}

#[test]
fn what_is_no_data_is_named_by_its_line() {
    for (data, line) in [
        ("2022-04-03", 1),
        ("# 2022\n2022-04-03 off\n2022-04-31 off", 3),
        ("2022-04-05..2022-04-03 off", 1),
        ("2022-04-03 frei", 1),
        ("清明节", 1),
        ("2022-04-03..9999-01-01 off", 1),
    ] {
        assert_eq!(Workdays::read(data), Err(Unread { line }), "{data}");
    }
    assert_eq!(Workdays::read("\u{feff}# nothing\n\n"), Ok(Workdays::default()));
    assert!(Unread { line: 3 }.to_string().starts_with("line 3:"));
}
