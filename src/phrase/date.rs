//! A full date, year, month and day, in all notations: `2022年3月21日`, `二〇二二年三月二十一日`, `2022.3.21`,
//! `2022-03-21`, `2022/3/21`, half- or full-width.
//!
//! This is what dates a document: 成文日期, 印发日期, 发布日期. Partial dates (4月25日, 2022年底) are read by
//! [`when`](super::when). Not read: days that do not exist (2月30日), versions and addresses (2022.3.21.4),
//! numbers that go on to either side (2023-10-587, 12022-03-21), years outside 1900 to 2199 or of two figures.

use jiff::civil::Date;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while},
    character::complete::one_of,
    combinator::{map_opt, not, recognize, verify},
    multi::many_m_n,
    sequence::{delimited, terminated},
};

use super::{
    Parsed,
    numeral::{self, figure},
};
use crate::span::Found;

/// A date at the head of `i`.
///
/// ```
/// use gongwen::phrase::date;
/// let day = jiff::civil::date(2022, 3, 21);
/// assert_eq!(date::parse("2022年3月21日印发"), Ok(("印发", day)));
/// assert_eq!(date::parse("二〇二二年三月二十一日"), Ok(("", day)));
/// assert!(date::parse("2022年2月30日").is_err());
/// ```
pub fn parse(i: &str) -> Parsed<'_, Date> {
    map_opt(alt((spelled, separated)), |(year, month, day)| Date::new(year, month, day).ok()).parse(i)
}

/// All full dates in `text`, left to right.
///
/// ```
/// let found = gongwen::phrase::date::find("编稿时间：2024-07-23 16:02");
/// assert_eq!(found[0].value, jiff::civil::date(2024, 7, 23));
/// assert_eq!(found[0].range, 15..25);
/// ```
pub fn find(text: &str) -> Vec<Found<Date>> {
    let (mut found, mut from, mut last) = (Vec::new(), 0, ' ');
    for (at, c) in text.char_indices() {
        let left = std::mem::replace(&mut last, c);
        // a year begins with 1 or 2
        if at < from || !matches!(c, '1' | '2' | '１' | '２' | '一' | '二') || goes_on(left) {
            continue;
        }
        if let Ok((rest, value)) = parse(&text[at..]) {
            from = text.len() - rest.len();
            found.push(Found { value, range: at..from });
        }
    }
    found
}

/// Whether a number that ends in `left` would go on into a date.
pub(super) fn goes_on(left: char) -> bool {
    figure(left).is_some() || matches!(left, '.' | '．' | '-' | '/') || left.is_ascii_alphabetic()
}

/// `2022年3月21日`.
fn spelled(i: &str) -> Parsed<'_, (i16, i8, i8)> {
    (year, month, day).parse(i)
}

/// `2022.3.21`, the same mark twice.
pub(super) fn separated(i: &str) -> Parsed<'_, (i16, i8, i8)> {
    let (rest, (year, mark)) = (four_figures, mark).parse(i)?;
    let (rest, (month, _, day)) = (small_figures, verify(self::mark, |m| *m == mark), small_figures).parse(rest)?;
    let (rest, _) = not((self::mark, small_figures)).parse(rest)?;
    Ok((rest, (year, month, day)))
}

/// What parts the numbers of a date, in one width.
fn mark(i: &str) -> Parsed<'_, char> {
    one_of(".．-－–‐‑/／")
        .map(|c| match c {
            '．' => '.',
            '－' | '–' | '‐' | '‑' => '-',
            '／' => '/',
            c => c,
        })
        .parse(i)
}

/// Blanks that typesetting leaves between a number and its unit.
pub(super) fn blanks(i: &str) -> Parsed<'_, &str> {
    take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{3000}')).parse(i)
}

/// `2022年`.
pub(super) fn year(i: &str) -> Parsed<'_, i16> {
    terminated(alt((four_figures, four_digits)), (blanks, tag("年"), blanks)).parse(i)
}

/// `3月`, `三月`, `元月`.
pub(super) fn month(i: &str) -> Parsed<'_, i8> {
    let number = alt((verify(small, |n| (1..=12).contains(n)), tag("元").map(|_| 1)));
    terminated(number, (blanks, tag("月"), blanks)).parse(i)
}

/// `21日`, `21号`, `二十一日`, `廿一日`.
pub(super) fn day(i: &str) -> Parsed<'_, i8> {
    terminated(verify(small, |n| (1..=31).contains(n)), (blanks, one_of("日号"))).parse(i)
}

/// A year in figures.
pub(super) fn four_figures(i: &str) -> Parsed<'_, i16> {
    let four = recognize(many_m_n(4, 4, verify(nom::character::complete::anychar, |c| figure(*c).is_some())));
    year_number(terminated(four, not_figure), i)
}

/// A year in Chinese digits. What typists take for the zero 〇 is read as one: 二O二一, 二0二一.
pub(super) fn four_digits(i: &str) -> Parsed<'_, i16> {
    let zero = |c: &char| matches!(c, 'O' | 'o' | 'Ｏ' | '◯' | '0') && i.starts_with(['一', '二']);
    let four = recognize(many_m_n(4, 4, verify(nom::character::complete::anychar, |c| numeral::digit(*c).is_some() || zero(c))));
    year_number(four, i)
}

fn year_number<'i>(digits: impl Parser<&'i str, Output = &'i str, Error = ()>, i: &'i str) -> Parsed<'i, i16> {
    let value = |c| figure(c).or_else(|| numeral::digit(c)).unwrap_or(0);
    let number = digits.map(|s: &str| s.chars().fold(0, |n, c| n * 10 + value(c) as i16));
    verify(number, |year| (1900..=2199).contains(year)).parse(i)
}

/// One or two figures, or words.
pub(super) fn small(i: &str) -> Parsed<'_, i8> {
    delimited(blanks, alt((small_figures, map_opt(numeral::words, |n| i8::try_from(n).ok()))), blanks).parse(i)
}

/// One or two figures.
pub(super) fn small_figures(i: &str) -> Parsed<'_, i8> {
    let few = many_m_n(1, 2, verify(nom::character::complete::anychar, |c| figure(*c).is_some()));
    let number = recognize(few).map(|s: &str| s.chars().filter_map(figure).fold(0, |n, d| n * 10 + d as i8));
    terminated(number, not_figure).parse(i)
}

/// The number ends here.
pub(super) fn not_figure(i: &str) -> Parsed<'_, ()> {
    not(verify(nom::character::complete::anychar, |c| figure(*c).is_some())).parse(i)
}
