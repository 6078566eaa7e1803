//! A year: `2022年`, `二〇二二年`, `今年`, `次年`, `上一年度`, and `22年` before a month.

use nom::{
    Parser,
    branch::alt,
    combinator::{opt, peek},
    sequence::terminated,
};

use super::{
    Parsed,
    date::{self, blanks},
    head, keyword, none,
    numeral::{begins_number, few_figures},
    sign,
};

/// A year as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// 2022年.
    Written(i16),
    /// Counted from the year in which the document speaks: 今年 0, 明年 1, 去年 -1.
    FromNow(i8),
    /// Counted from the year last spoken of: 当年 0, 次年 1.
    FromThen(i8),
}

impl Year {
    /// Its number, where `now` is the year of the document and `then` the one last spoken of.
    pub fn number(self, now: Option<i16>, then: Option<i16>) -> Option<i16> {
        match self {
            Self::Written(year) => Some(year),
            Self::FromNow(n) => now.or(then).map(|year| year + i16::from(n)),
            Self::FromThen(n) => then.or(now).map(|year| year + i16::from(n)),
        }
    }
}

/// A year at the head of `i`, with 度 where it is there.
///
/// ```
/// use gongwen::phrase::year::{self, Year};
/// assert_eq!(year::parse("二〇二二年度"), Ok(("", Year::Written(2022))));
/// assert_eq!(year::parse("明年底").unwrap().1.number(Some(2022), None), Some(2023));
/// ```
///
/// # Errors
/// Where `i` does not begin with one.
pub fn parse(i: &str) -> Parsed<'_, Year> {
    terminated(without_measure, (opt(sign(|c| c == '度')), blanks)).parse(i)
}

/// The year that four figures before `rest` say, which begins with 年.
pub(super) fn in_figures(number: u32, rest: &str) -> Option<(&str, Year)> {
    let (behind, ()) = blanks(rest.strip_prefix('年')?).ok()?;
    let (behind, ()) = blanks(behind.strip_prefix('度').unwrap_or(behind)).ok()?;
    date::is_year(number).then_some((behind, Year::Written(number as i16)))
}

/// A year without 度: what it begins with says which grammar can read it.
fn without_measure(i: &str) -> Parsed<'_, Year> {
    match head(i) {
        '今' | '本' | '明' | '来' | '下' | '去' | '上' | '当' | '同' | '次' | '翌' | '后' => spoken(i),
        c if begins_number(c) => alt((date::year.map(Year::Written), short)).parse(i),
        _ => none(),
    }
}

/// `22年3月`: two figures are a year only before a month.
fn short(i: &str) -> Parsed<'_, Year> {
    let (n, 2, rest) = few_figures(i, 3) else { return none() };
    let (rest, _) = (sign(|c| c == '年'), peek(date::month)).parse(rest)?;
    Ok((rest, Year::Written(n as i16 + if n < 50 { 2000 } else { 1900 })))
}

fn spoken(i: &str) -> Parsed<'_, Year> {
    keyword(&[
        ("今年", Year::FromNow(0)),
        ("本年", Year::FromNow(0)),
        ("明年", Year::FromNow(1)),
        ("来年", Year::FromNow(1)),
        ("下一年", Year::FromNow(1)),
        ("下年", Year::FromNow(1)),
        ("后年", Year::FromNow(2)),
        ("去年", Year::FromNow(-1)),
        ("上一年", Year::FromNow(-1)),
        ("上年", Year::FromNow(-1)),
        ("当年", Year::FromThen(0)),
        ("同年", Year::FromThen(0)),
        ("次年", Year::FromThen(1)),
        ("翌年", Year::FromThen(1)),
    ])(i)
}
