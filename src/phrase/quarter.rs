//! Quarters of a year: `第三季度`, `一季度`, `二、三季度`, `前三季度`, `本季度`.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{opt, verify},
    sequence::{delimited, preceded},
};

use super::{
    Parsed,
    date::small,
    head, keyword,
    period::{consecutive, to},
    sign,
};

/// One or more quarters in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarters {
    /// From the first to the last, 1 to 4.
    Written(i8, i8),
    /// Counted from the quarter in which the document speaks: 本季度 0, 下季度 1.
    FromNow(i8),
    /// 季度末: the quarter last spoken of, not even mentioned.
    Unsaid,
}

/// Quarters at the head of `i`.
///
/// ```
/// use gongwen::phrase::quarter::{self, Quarters};
/// assert_eq!(quarter::parse("前三季度完成"), Ok(("完成", Quarters::Written(1, 3))));
/// ```
///
/// # Errors
/// Where `i` does not begin with any.
pub fn parse(i: &str) -> Parsed<'_, Quarters> {
    match head(i) {
        '前' => first_ones(i),
        '本' | '下' | '上' => spoken(i),
        _ => alt((several, one)).parse(i),
    }
}

/// `1` to `4`, in figures or words.
fn number(i: &str) -> Parsed<'_, i8> {
    verify(small, |n| (1..=4).contains(n)).parse(i)
}

/// `第三季度`.
fn one(i: &str) -> Parsed<'_, Quarters> {
    delimited(opt(sign(|c| c == '第')), alt((number, sign(|c| c == '首').map(|_| 1))), tag("季度"))
        .map(|n| Quarters::Written(n, n))
        .parse(i)
}

/// `二、三季度`, `第一至第三季度`, `一季度至三季度` is two expressions for [`when`](super::when).
fn several(i: &str) -> Parsed<'_, Quarters> {
    let first = preceded(opt(sign(|c| c == '第')), number);
    let last = delimited(opt(sign(|c| c == '第')), number, tag("季度"));
    let (rest, (a, joined, b)) = (first, alt((to.map(|_| false), consecutive.map(|_| true))), last).parse(i)?;
    if a < b && (!joined || b == a + 1) { Ok((rest, Quarters::Written(a, b))) } else { Err(nom::Err::Error(())) }
}

/// `前三季度`, `前两个季度`.
fn first_ones(i: &str) -> Parsed<'_, Quarters> {
    let count = verify(small, |n| (2..=3).contains(n));
    delimited(tag("前"), count, alt((tag("个季度"), tag("季度")))).map(|n| Quarters::Written(1, n)).parse(i)
}

fn spoken(i: &str) -> Parsed<'_, Quarters> {
    keyword(&[
        ("本季度", Quarters::FromNow(0)),
        ("下一季度", Quarters::FromNow(1)),
        ("下季度", Quarters::FromNow(1)),
        ("上一季度", Quarters::FromNow(-1)),
        ("上季度", Quarters::FromNow(-1)),
    ])(i)
}
