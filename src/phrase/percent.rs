//! Shares: `95%`, `９５．５％`, `百分之九十五`, `百分之百`, `千分之三`, `3‰`, `2个百分点`, `-0.5%`.
//!
//! The value is in per cent (`千分之三` is 0.3). What bounds it (不低于, 以上) is read by [`quantity`](super::quantity). Not read:
//! 成, fractions (三分之二), 百分制.

use std::ops::Range;

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while},
    character::complete::one_of,
    combinator::{map_opt, opt, peek, value},
    sequence::terminated,
};
use rust_decimal::Decimal;

use super::{Parsed, head, interval, numeral, sign};
use crate::{lexicon::Sieve, span::Found};

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
        let negative = opt(terminated(sign(|c| matches!(c, '负' | '-' | '－')), peek(sign(numeral::is_numeral))));
        (negative, share)
            .map(|(negative, (value, points))| Self { value: if negative.is_some() { -value } else { value }.normalize(), points })
            .parse(i)
    }
}

/// A share without its sign.
fn share(i: &str) -> Parsed<'_, (Decimal, bool)> {
    match head(i) {
        '百' | '千' | '万' => alt((all, spoken, signed)).parse(i),
        _ => signed(i),
    }
}

/// 百分之百
fn all(i: &str) -> Parsed<'_, (Decimal, bool)> {
    value((Decimal::ONE_HUNDRED, false), tag("百分之百")).parse(i)
}

/// 百分之九十五, 千分之三, 万分之五
fn spoken(i: &str) -> Parsed<'_, (Decimal, bool)> {
    let parts = alt((value(1, tag("百分之")), value(10, tag("千分之")), value(100, tag("万分之"))));
    let parts = terminated(parts, take_while(|c| c == ' '));
    map_opt((parts, numeral::decimal), |(parts, number): (i64, Decimal)| Some((number.checked_div(parts.into())?, false))).parse(i)
}

/// A number and its sign: 95%, 3‰, 2个百分点.
fn signed(i: &str) -> Parsed<'_, (Decimal, bool)> {
    // 1.5百分点: the 百 is none of the number
    let (rest, number) = alt((terminated(numeral::figures_with_fraction, peek(tag("百分"))), numeral::decimal)).parse(i)?;
    let rest = rest.trim_start_matches(' ');
    let sign = alt((
        value((Decimal::ONE, false), one_of("%％﹪")),
        value((Decimal::new(1, 1), false), one_of("‰")),
        value((Decimal::ONE, true), (opt(one_of("个個")), tag("百分"), one_of("点點"))),
    ));
    map_opt(sign, |(factor, points)| Some((number.checked_mul(factor)?, points))).parse(rest)
}

/// The signs of shares. 百分之 stands before its number, the others behind theirs.
const SIGNS: [&str; 13] =
    ["%", "％", "﹪", "‰", "百分点", "百分點", "个百分点", "个百分點", "個百分点", "個百分點", "百分之", "千分之", "万分之"];

static PLACES: Sieve = Sieve::new(&SIGNS);

/// Where the first sign stands in `text` from `from` on; none begins like another.
fn next_sign(text: &str, mut from: usize) -> Option<Range<usize>> {
    while let Some(start) = PLACES.next(text, from) {
        let i = &text[start..];
        if let Some(sign) = SIGNS.iter().find(|sign| i.starts_with(*sign)) {
            return Some(start..start + sign.len());
        }
        from = start + i.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// All shares in `text`. Of an interval (`20—30%`) the last; its first half is read by [`quantity`](super::quantity).
///
/// ```
/// use gongwen::phrase::percent::find;
/// assert_eq!(find("达到95%以上，提高两个百分点").iter().map(|f| f.value.value.to_string()).collect::<Vec<_>>(), ["95", "2"]);
/// ```
pub fn find(text: &str) -> Vec<Found<Percent>> {
    let mut found: Vec<Found<Percent>> = Vec::new();
    let mut at = 0;
    while let Some(sign) = next_sign(text, at) {
        at = sign.end;
        let from = found.last().map_or(0, |last| last.range.end);
        if sign.start < from {
            continue;
        }
        let start = if text[sign.clone()].ends_with("分之") {
            sign.start
        } else {
            interval::run_start(text, from, from + text[from..sign.start].trim_end_matches(' ').len())
        };
        let Some(start) = begins(text, from, start) else { continue };
        // %2F of a web address
        let encoded = |end: usize| text[..end].ends_with('%') && text[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if let Some((rest, value)) = Percent::parse(&text[start..]).ok().filter(|(rest, _)| !encoded(text.len() - rest.len())) {
            found.push(Found { value, range: start..text.len() - rest.len() });
        }
    }
    found
}

/// Where the share begins whose number begins at `start`: before its sign. Nowhere where something else goes over into it.
fn begins(text: &str, from: usize, start: usize) -> Option<usize> {
    let before = &text[from..start];
    if before.ends_with(|c: char| c == '%' || c.is_ascii_alphanumeric() || numeral::is_numeral(c)) {
        return None;
    }
    let sign = before.chars().next_back().filter(|c| matches!(c, '负' | '-' | '－'));
    // 增速为-1.2%, and not 20-30%, 目标A-5%
    let joint =
        |c: char| (c.is_alphanumeric() && !matches!(c, '为' | '是' | '达' | '率' | '速' | '幅')) || matches!(c, '%' | '％' | '）' | ')');
    let joins = sign.is_some_and(|sign| before[..before.len() - sign.len_utf8()].ends_with(joint));
    match sign {
        Some('负') => Some(start - '负'.len_utf8()),
        Some(sign) if !joins => Some(start - sign.len_utf8()),
        _ => Some(start),
    }
}
