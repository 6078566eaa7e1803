//! Shares: `95%`, `９５．５％`, `百分之九十五`, `千分之三`, `3‰`, `2个百分点`.
//!
//! The value is in per cent (`千分之三` is 0.3). What bounds it (不低于, 以上) is read by [`quantity`](super::quantity). Not read:
//! 成, fractions (三分之二), 百分制.

use std::sync::LazyLock;

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while},
    character::complete::one_of,
    combinator::{map_opt, value},
    sequence::{preceded, terminated},
};
use regex::Regex;
use rust_decimal::Decimal;

use super::{Parsed, interval, numeral};
use crate::span::Found;

/// A share in per cent.
///
/// ```
/// use gongwen::phrase::percent::Percent;
/// assert_eq!(Percent::parse("百分之九十五以上").map(|(rest, p)| (rest, p.value.to_string())), Ok(("以上", "95".to_owned())));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    /// In per cent, without trailing zeros.
    pub value: Decimal,
    /// Whether it is a difference of two shares (百分点).
    pub points: bool,
}

impl Percent {
    /// Reads a share at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with one.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let per_cent = preceded(tag("百分之"), numeral::decimal).map(|v| (v, false));
        let per_mille = map_opt(preceded(tag("千分之"), numeral::decimal), |v| Some((v.checked_div(Decimal::TEN)?, false)));
        alt((per_cent, per_mille, signed)).map(|(value, points)| Self { value: value.normalize(), points }).parse(i)
    }
}

/// A number and its sign: 95%, 3‰, 2个百分点.
fn signed(i: &str) -> Parsed<'_, (Decimal, bool)> {
    let (rest, number) = terminated(numeral::decimal, take_while(|c| c == ' ')).parse(i)?;
    let sign = alt((
        value((Decimal::ONE, false), one_of("%％﹪")),
        value((Decimal::new(1, 1), false), one_of("‰")),
        value((Decimal::ONE, true), alt((tag("个百分点"), tag("百分点")))),
    ));
    map_opt(sign, |(factor, points)| Some((number.checked_mul(factor)?, points))).parse(rest)
}

static SIGN: LazyLock<Regex> = LazyLock::new(|| Regex::new("[%％﹪‰]|(?:个)?百分点|百分之|千分之").expect("a valid pattern"));

/// All shares in `text`. Of an interval (`20—30%`) the last; its first half is read by [`quantity`](super::quantity).
///
/// ```
/// use gongwen::phrase::percent::find;
/// assert_eq!(find("达到95%以上，提高两个百分点").iter().map(|f| f.value.value.to_string()).collect::<Vec<_>>(), ["95", "2"]);
/// ```
pub fn find(text: &str) -> Vec<Found<Percent>> {
    let mut found: Vec<Found<Percent>> = Vec::new();
    for sign in SIGN.find_iter(text) {
        let from = found.last().map_or(0, |last| last.range.end);
        if sign.start() < from {
            continue;
        }
        let start = match sign.as_str() {
            "百分之" | "千分之" => sign.start(),
            _ => interval::run_start(text, from, from + text[from..sign.start()].trim_end_matches(' ').len()),
        };
        if let Ok((rest, value)) = Percent::parse(&text[start..]) {
            found.push(Found { value, range: start..text.len() - rest.len() });
        }
    }
    found
}
