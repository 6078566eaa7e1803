//! The days of festivals that move, as a table from 1949 to 2100: no short rule gives them (GB/T 33661-2017 defines the
//! calendar by new moons and the sun's longitude).

use jiff::{ToSpan, civil::Date};

use super::Movable;

/// One line a year, as it says at its head.
const TABLE: &str = include_str!("almanac.tsv");

/// The length of a line with its end.
const LINE: usize = "1949\t01-29\t04-05\t06-01\t10-06\t10-30\n".len();

/// The day of `festival` in `year`; none outside the table.
pub(super) fn day(festival: Movable, year: i16) -> Option<Date> {
    let (column, shift) = match festival {
        Movable::Eve => (1, -1),
        Movable::Spring => (1, 0),
        Movable::Lantern => (1, 14),
        Movable::Qingming => (2, 0),
        Movable::DragonBoat => (3, 0),
        Movable::MidAutumn => (4, 0),
        Movable::DoubleNinth => (5, 0),
    };
    let (month, day) = line(year)?.split('\t').nth(column)?.split_once('-')?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?.checked_add(i64::from(shift).days()).ok()
}

/// The line of `year`: all lines are of one length.
fn line(year: i16) -> Option<&'static str> {
    let table = &TABLE[TABLE.find("\n1949")? + 1..];
    let at = usize::try_from(year.checked_sub(1949)?).ok()? * LINE;
    table.get(at..at + LINE - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_of_its_year_and_in_season() {
        for year in 1949..=2100 {
            assert!(line(year).unwrap().starts_with(&format!("{year}\t")));
            let day = |festival| day(festival, year).unwrap();
            let (spring, boat, autumn) = (day(Movable::Spring), day(Movable::DragonBoat), day(Movable::MidAutumn));
            // the first new moon after 大寒, and the months that follow, of 29 or 30 days, one of them perhaps twice
            let in_season = |date: Date, from: (i8, i8), to: (i8, i8)| (from..=to).contains(&(date.month(), date.day()));
            assert!(in_season(spring, (1, 21), (2, 21)), "{spring}");
            assert!(in_season(day(Movable::Qingming), (4, 3), (4, 6)));
            let days = |from: Date, to: Date| from.until(to).unwrap().get_days();
            assert!((117 + 4..=117 + 36).contains(&days(spring, boat)), "{spring} {boat}");
            assert!((87 + 10..=87 + 43).contains(&days(boat, autumn)), "{boat} {autumn}");
            assert!((23..=54).contains(&days(autumn, day(Movable::DoubleNinth))));
        }
        assert_eq!((line(1948), line(2101)), (None, None));
    }
}
