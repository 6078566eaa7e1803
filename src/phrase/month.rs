//! A month: `3月`, `三月`, `元月`, `本月`, `次月`.

use nom::Parser;

use super::{Parsed, date, head, keyword};

/// A month as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// 3月.
    Written(i8),
    /// Counted from the month in which the document speaks: 本月 0, 下月 1.
    FromNow(i8),
    /// Counted from the month last spoken of: 当月 0, 次月 1.
    FromThen(i8),
    /// 月底, 25日: the month last spoken of, not even mentioned.
    Unsaid,
}

/// A month at the head of `i`.
///
/// ```
/// use gongwen::phrase::month::{self, Month};
/// assert_eq!(month::parse("十二月底"), Ok(("底", Month::Written(12))));
/// assert_eq!(month::parse("次月5日"), Ok(("5日", Month::FromThen(1))));
/// ```
///
/// # Errors
/// Where `i` does not begin with one.
pub fn parse(i: &str) -> Parsed<'_, Month> {
    match head(i) {
        '本' | '下' | '上' | '当' | '次' | '翌' => spoken(i),
        _ => date::month.map(Month::Written).parse(i),
    }
}

fn spoken(i: &str) -> Parsed<'_, Month> {
    keyword(&[
        ("本月", Month::FromNow(0)),
        ("下个月", Month::FromNow(1)),
        ("下月", Month::FromNow(1)),
        ("上个月", Month::FromNow(-1)),
        ("上月", Month::FromNow(-1)),
        ("当月", Month::FromThen(0)),
        ("次月", Month::FromThen(1)),
        ("翌月", Month::FromThen(1)),
    ])(i)
}
