//! Five-year plans as times: `“十四五”期间`, `“十四五”末`, `“十三五”以来`, `“十五”后两年`.
//!
//! The nth plan began in 1966 + 5(n-3); the first in 1953, the second in 1958 (1963 to 1965 belonged to none).
//! Without quotation marks only 十一五 and later are read (十五日, 三五年). A plan that is only named
//! (“十四五”规划) is no time, and neither is the count of another kind of plan (“八五”普法).

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::one_of,
    combinator::{map_opt, not, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    Parsed,
    date::small,
    keyword,
    numeral::{self, digit},
};

/// Years of a five-year plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which plan: 14 for “十四五”.
    pub number: i8,
    /// Its first year that is meant, counted from 0.
    pub first: i8,
    /// Its last year that is meant.
    pub last: i8,
    /// Whether only the last day is meant (末).
    pub end: bool,
}

impl Plan {
    /// The first and the last year that are meant.
    pub fn years(self) -> (i16, i16) {
        let began = match self.number {
            1 => 1953,
            2 => 1958,
            n => 1966 + 5 * (i16::from(n) - 3),
        };
        (began + i16::from(self.first), began + i16::from(self.last))
    }
}

/// A plan's years at the head of `i`.
///
/// ```
/// use gongwen::phrase::plan;
/// assert_eq!(plan::parse("“十四五”期间").unwrap().1.years(), (2021, 2025));
/// assert_eq!(plan::parse("“十五”后两年").unwrap().1.years(), (2004, 2005));
/// assert!(plan::parse("“十四五”规划").is_err());
/// ```
///
/// # Errors
/// Where `i` does not begin with a plan as a time.
pub fn parse(i: &str) -> Parsed<'_, Plan> {
    let (rest, number) = alt((quoted, unquoted)).parse(i)?;
    let whole = Plan { number, first: 0, last: 4, end: false };
    let (rest, _) = not(tag("普法")).parse(rest)?;
    alt((
        value(Plan { first: 4, end: true, ..whole }, terminated((opt(tag("期")), tag("末")), opt(one_of("期年")))),
        value(Plan { last: 0, ..whole }, terminated(tag("初"), opt(tag("期")))),
        preceded(tag("前"), years).map(|n| Plan { last: n - 1, ..whole }),
        preceded(tag("后"), years).map(|n| Plan { first: 5 - n, ..whole }),
        value(whole, stretch),
    ))
    .parse(rest)
}

/// `期间`; 以来 and 以后 are left to be read as bounds.
fn stretch(i: &str) -> Parsed<'_, ()> {
    let during = keyword(&[("规划期间", ()), ("规划时期", ()), ("规划期", ()), ("计划期间", ()), ("期间", ()), ("时期", ())]);
    alt((terminated(during, opt(tag("内"))), nom::combinator::peek(keyword(&[("以来", ()), ("以后", ()), ("之后", ())])))).parse(i)
}

/// `两年` after 前 or 后.
fn years(i: &str) -> Parsed<'_, i8> {
    terminated(verify(small, |n| (1..=4).contains(n)), tag("年")).parse(i)
}

/// `“十四五”`.
fn quoted(i: &str) -> Parsed<'_, i8> {
    (one_of("“\"「＂"), number, one_of("”\"」＂")).map(|(_, n, _)| n).parse(i)
}

/// `十四五`, from the eleventh on.
fn unquoted(i: &str) -> Parsed<'_, i8> {
    verify(number, |n| *n > 10).parse(i)
}

/// `十四五`: a number and 五.
fn number(i: &str) -> Parsed<'_, i8> {
    let numeral = take_while_m_n(2, 4, |c| c == '十' || digit(c).is_some_and(|d| d > 0));
    map_opt(numeral, |words: &str| match numeral::words(words.strip_suffix('五')?) {
        Ok(("", n)) => i8::try_from(n).ok().filter(|n| (1..30).contains(n)),
        _ => None,
    })
    .parse(i)
}
