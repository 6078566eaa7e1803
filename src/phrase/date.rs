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
    combinator::{map_opt, not, verify},
    sequence::terminated,
};

use super::{
    Parsed, none,
    numeral::{self, figure},
    sign,
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

/// The date that `text` is, in eight figures as machines write it (ISO 8601, basic format).
///
/// ```
/// assert_eq!(gongwen::phrase::date::in_figures("20240321"), Some(jiff::civil::date(2024, 3, 21)));
/// assert_eq!(gongwen::phrase::date::in_figures("20241321"), None);
/// ```
pub fn in_figures(text: &str) -> Option<Date> {
    let figures = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let number: u32 = text.parse().ok().filter(|_| figures)?;
    let year = i16::try_from(number / 10_000).ok().filter(|year| is_year(u32::from(year.unsigned_abs())))?;
    Date::new(year, i8::try_from(number / 100 % 100).ok()?, i8::try_from(number % 100).ok()?).ok()
}

/// All full dates in `text`, left to right.
///
/// ```
/// let found = gongwen::phrase::date::find("编稿时间：2024-07-23 16:02");
/// assert_eq!(found[0].value, jiff::civil::date(2024, 7, 23));
/// assert_eq!(found[0].range, 15..25);
/// ```
pub fn find(text: &str) -> Vec<Found<Date>> {
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some((at, length)) = next_year(text, from) {
        from = at + length;
        if !may_be_year(&text[at..]) || text[..at].ends_with(goes_on) {
            continue;
        }
        if let Ok((rest, value)) = parse(&text[at..]) {
            from = text.len() - rest.len();
            found.push(Found { value, range: at..from });
        }
    }
    found
}

/// Where, from `at` on, the next character stands with which a year begins, 1 or 2, and its length.
fn next_year(text: &str, at: usize) -> Option<(usize, usize)> {
    let mut rest = &text.as_bytes()[at..];
    loop {
        rest = match rest {
            [b'1' | b'2', ..] => return Some((text.len() - rest.len(), 1)),
            // １, ２, 一, 二
            [0xef, 0xbc, 0x91 | 0x92, ..] | [0xe4, 0xb8, 0x80, ..] | [0xe4, 0xba, 0x8c, ..] => return Some((text.len() - rest.len(), 3)),
            [0xe0..=0xef, _, _, more @ ..] | [_, more @ ..] => more,
            [] => return None,
        };
    }
}

/// Whether `i`, which begins with 1 or 2, may be a year: four figures, or more than one digit.
fn may_be_year(i: &str) -> bool {
    match numeral::few_figures(i, 5).1 {
        0 => i.chars().nth(1).is_some_and(|c| numeral::digit(c).is_some() || is_zero(c)),
        figures => figures == 4,
    }
}

/// Whether typists take `c` for the zero 〇.
const fn is_zero(c: char) -> bool {
    matches!(c, 'O' | 'o' | 'Ｏ' | '◯' | '0')
}

/// Whether a number that ends in `left` would go on into a date.
pub(super) fn goes_on(left: char) -> bool {
    figure(left).is_some() || matches!(left, '.' | '．' | '-' | '/') || left.is_ascii_alphabetic()
}

/// `2022年3月21日`.
fn spelled(i: &str) -> Parsed<'_, (i16, i8, i8)> {
    (year, month, day).parse(i)
}

/// `2022.3.21`, the same mark twice; behind it may stand the end of a span, 2022.3.21-4.1.
pub(super) fn separated(i: &str) -> Parsed<'_, (i16, i8, i8)> {
    let (rest, (year, mark)) = (four_figures, mark).parse(i)?;
    let (rest, (month, _, day)) = (small_figures, verify(self::mark, |m| *m == mark), small_figures).parse(rest)?;
    let goes_on = verify(self::mark, |m| *m == mark || *m != '-');
    let (rest, _) = not((goes_on, small_figures)).parse(rest)?;
    Ok((rest, (year, month, day)))
}

/// What parts the numbers of a date, in one width.
fn mark(i: &str) -> Parsed<'_, char> {
    sign(|c| matches!(c, '.' | '．' | '-' | '－' | '–' | '‐' | '‑' | '/' | '／'))
        .map(|c| match c {
            '．' => '.',
            '－' | '–' | '‐' | '‑' => '-',
            '／' => '/',
            c => c,
        })
        .parse(i)
}

/// Blanks that typesetting leaves between a number and its unit.
#[inline]
pub(super) fn blanks(i: &str) -> Parsed<'_, ()> {
    let mut rest = i.as_bytes();
    while let [b' ', more @ ..] | [0xc2, 0xa0, more @ ..] | [0xe3, 0x80, 0x80, more @ ..] = rest {
        rest = more;
    }
    Ok((&i[i.len() - rest.len()..], ()))
}

/// Whether `c` is one of the [`blanks`].
pub(super) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}')
}

/// `2022年`.
pub(super) fn year(i: &str) -> Parsed<'_, i16> {
    terminated(alt((four_figures, four_digits)), (blanks, sign(|c| c == '年'), blanks)).parse(i)
}

/// `3月`, `三月`, `元月`.
pub(super) fn month(i: &str) -> Parsed<'_, i8> {
    let number = alt((verify(small, |n| (1..=12).contains(n)), sign(|c| c == '元').map(|_| 1)));
    terminated(number, (blanks, sign(|c| c == '月'), blanks)).parse(i)
}

/// `21日`, `21号`, `二十一日`, `廿一日`.
pub(super) fn day(i: &str) -> Parsed<'_, i8> {
    terminated(verify(small, |n| (1..=31).contains(n)), (blanks, sign(|c| matches!(c, '日' | '号')))).parse(i)
}

/// A year in figures.
pub(super) fn four_figures(i: &str) -> Parsed<'_, i16> {
    match numeral::few_figures(i, 5) {
        (year, 4, rest) if is_year(year) => Ok((rest, year as i16)),
        _ => none(),
    }
}

/// A year in Chinese digits. What typists take for the zero 〇 is read as one: 二O二一, 二0二一.
pub(super) fn four_digits(i: &str) -> Parsed<'_, i16> {
    let zero = |c| is_zero(c) && i.starts_with(['一', '二']);
    let (mut chars, mut year) = (i.chars(), 0);
    for _ in 0..4 {
        let Some(c) = chars.next() else { return none() };
        match numeral::digit(c) {
            Some(digit) => year = year * 10 + digit,
            None if zero(c) => year *= 10,
            None => return none(),
        }
    }
    if is_year(year) { Ok((chars.as_str(), year as i16)) } else { none() }
}

/// Whether a document may speak of that year.
pub(super) fn is_year(year: u32) -> bool {
    (1900..=2199).contains(&year)
}

/// One or two figures, or words.
pub(super) fn small(i: &str) -> Parsed<'_, i8> {
    let (i, ()) = blanks(i)?;
    let in_words = || match numeral::words(i) {
        Ok((rest, n)) => i8::try_from(n).map(|n| (rest, n)).map_err(|_| nom::Err::Error(())),
        Err(error) => Err(error),
    };
    let (rest, n) = small_figures(i).or_else(|_| in_words())?;
    Ok((blanks(rest)?.0, n))
}

/// One or two figures.
pub(super) fn small_figures(i: &str) -> Parsed<'_, i8> {
    match numeral::few_figures(i, 3) {
        (n, 1..=2, rest) => Ok((rest, n as i8)),
        _ => none(),
    }
}
