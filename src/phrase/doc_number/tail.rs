//! What stands behind the agency's code, 号 included: 〔2022〕10号, 2022年第10号, 第10号令.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::{one_of, satisfy},
    combinator::{consumed, map_opt, opt, peek, recognize, verify},
    multi::{fold_many_m_n, many_m_n},
    sequence::{delimited, preceded, terminated},
};

use super::code;
use crate::phrase::{
    Parsed, none,
    numeral::{self, few_figures},
};

/// What stands behind the agency's code.
#[derive(Debug)]
pub(super) struct Tail {
    pub(super) shape: Shape,
    pub(super) year: Option<i16>,
    pub(super) serial: u32,
    /// The figures as written, half-width and without blanks: `10`, `第10`, `1-3`.
    pub(super) figures: String,
    /// What stands between year and figures: 海仲字 of （2024）海仲字第23号.
    pub(super) inner: String,
}

/// How the number is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// 〔2022〕10号
    Bracketed,
    /// （2022）10号: needs a code before it.
    Round,
    /// 2022年第10号
    Dated,
    /// 第10号, after 令, 公告, 字
    Plain,
    /// 第10号令
    Named,
}

/// Where a tail may begin: an opening bracket, 第, or a figure.
pub(super) fn is_head(c: char) -> bool {
    c == '第' || is_open(c) || numeral::figure(c).is_some() || numeral::digit(c).is_some() || c == '十'
}

/// Opening brackets seen around years: 〔 by the standard, „ where a font was taken for another.
pub(super) fn is_open(c: char) -> bool {
    matches!(c, '〔' | '﹝' | '[' | '［' | '【' | '〖' | '「' | '〈' | '<' | '{' | '(' | '（' | '„')
}

fn is_close(c: char) -> bool {
    matches!(c, '〕' | '﹞' | ']' | '］' | '】' | '〗' | '」' | '〉' | '>' | '}' | ')' | '）' | '‟')
}

/// What may stand before 号 for typesetting's sake.
pub(super) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}' | '\t')
}

/// Whether a serial number may end with `c`.
pub(super) fn is_last(c: char) -> bool {
    numeral::is_numeral(c) || matches!(c, '廿' | '卅')
}

/// Whether `c` may stand between 号 and the head of its tail, where that is no bracket: `2022年第A10-12`.
pub(super) fn is_near(c: char) -> bool {
    is_last(c) || is_blank(c) || c.is_ascii_alphabetic() || matches!(c, '第' | '年' | '-' | '－' | '—' | '–' | '~' | '～' | '至' | '、')
}

fn blanks(i: &str) -> Parsed<'_, &str> {
    let rest = i.trim_start_matches(is_blank);
    Ok((rest, &i[..i.len() - rest.len()]))
}

/// Everything behind the code, 号 included.
pub(super) fn tail(i: &str) -> Parsed<'_, Tail> {
    let Some(inner) = i.strip_prefix(is_open) else { return dated(i).or_else(|_| plain(i)) };
    // a year or 第
    if !inner.trim_start_matches(is_blank).starts_with(|c| c == '第' || numeral::figure(c).is_some() || numeral::digit(c).is_some()) {
        return none();
    }
    match usual(i) {
        Some(read) => Ok(read),
        None => bracketed(i).or_else(|_| plain(i)),
    }
}

/// 〔2022〕10号, as most are written.
fn usual(i: &str) -> Option<(&str, Tail)> {
    let mut signs = i.chars();
    let open = signs.next().filter(|c| is_open(*c))?;
    let (year, 4, rest) = few_figures(signs.as_str(), 5) else { return None };
    let shape = shape_of(open);
    let inner = rest.strip_prefix(is_close)?;
    let (serial, 1.., rest) = few_figures(inner, 9) else { return None };
    rest.starts_with('号').then_some(())?;
    let figures = halved(&inner[..inner.len() - rest.len()]);
    let year = (1900..2100).contains(&year).then_some(year as i16)?;
    Some((&rest["号".len()..], Tail { shape, year: Some(year), serial, figures, inner: String::new() }))
}

/// What the year stands in.
const fn shape_of(open: char) -> Shape {
    if matches!(open, '(' | '（' | '<' | '〈' | '{') { Shape::Round } else { Shape::Bracketed }
}

/// 〔2022〕10号, （2024）海仲字第23号
fn bracketed(i: &str) -> Parsed<'_, Tail> {
    let open = terminated(satisfy(is_open), blanks);
    let close = delimited(blanks, satisfy(is_close), blanks);
    let year = terminated(alt((year, short_year)), opt(tag("年")));
    map_opt((open, year, close, opt(file_code), alt((torn, serial)), ending), |(open, year, _, inner, (figures, serial), _)| {
        Some(Tail { shape: shape_of(open), year: Some(year), serial, figures, inner: inner.unwrap_or_default().to_owned() })
    })
    .parse(i)
}

/// 海仲字 before 第: a code that stands behind the year, as courts have it (粤08民初).
fn file_code(i: &str) -> Parsed<'_, &str> {
    if !i.starts_with(code::is_letter) {
        return Err(nom::Err::Error(()));
    }
    let code = take_while_m_n(2, 14, |c| code::is_letter(c) || numeral::figure(c).is_some());
    map_opt(code, |s: &str| {
        let code = s[..s.find('号')?].trim_end_matches(|c| numeral::figure(c).is_some()).trim_end_matches('第');
        code.ends_with(FILE_ENDS).then_some(code)
    })
    .parse(i)
    .map(|(_, code)| (&i[code.len()..], code))
}

/// How a code ends that stands behind the year: 字, or the kind of a court's case.
const FILE_ENDS: [char; 16] = ['字', '初', '终', '再', '监', '申', '执', '特', '破', '保', '恢', '异', '复', '更', '刑', '民'];

/// 2022年第10号, 2022年第10号令
fn dated(i: &str) -> Parsed<'_, Tail> {
    let head = terminated(year, (blanks, tag("年"), blanks));
    (head, serial, ending, opt(kind))
        .map(|(year, (figures, serial), _, kind)| {
            let shape = if kind.is_some() { Shape::Named } else { Shape::Dated };
            tail_of(shape, Some(year), figures, serial)
        })
        .parse(i)
}

/// 第10号, 10号, （第10号）, 第10号令
fn plain(i: &str) -> Parsed<'_, Tail> {
    let bare = (serial, ending);
    let wrapped = delimited(one_of("（("), verify((serial, ending), |((figures, _), _)| figures.starts_with('第')), one_of("）)"));
    (alt((wrapped, bare)), opt(alt((kind, order))))
        .map(|(((figures, serial), _), kind)| {
            let shape = if kind.is_some() { Shape::Named } else { Shape::Plain };
            tail_of(shape, None, figures, serial)
        })
        .parse(i)
}

/// 令 behind the number.
fn kind(i: &str) -> Parsed<'_, &str> {
    preceded(blanks, alt((tag("令"), tag("公告"), tag("通告")))).parse(i)
}

/// 省政府令 behind the number, where nothing else follows in its brackets: （第12号省政府令）
fn order(i: &str) -> Parsed<'_, &str> {
    let words = recognize(many_m_n(2, 12, satisfy(|c| c != '令' && code::is_letter(c))));
    let organ = verify(words, |words: &str| code::is_order(&format!("{words}令")));
    terminated(recognize((organ, tag("令"))), peek(one_of("）)"))).parse(i)
}

fn tail_of(shape: Shape, year: Option<i16>, figures: String, serial: u32) -> Tail {
    Tail { shape, year, serial, figures, inner: String::new() }
}

/// 10, 第10, A10, 1-3, 10、12、15, 十: as written and the first figure's value.
fn serial(i: &str) -> Parsed<'_, (String, u32)> {
    // 10号
    if let (n, 1.., rest) = few_figures(i, 9)
        && rest.starts_with('号')
    {
        return Ok((rest, (halved(&i[..i.len() - rest.len()]), n)));
    }
    let letters = many_m_n(0, 2, satisfy(|c| c.is_ascii_alphabetic()));
    let value = map_opt(numeral::integer, |n| u32::try_from(n).ok());
    let range = (blanks, one_of("-－—–~～至、"), blanks, numeral::integer);
    let mark = terminated(tag("第"), blanks);
    let more = fold_many_m_n(0, MOST, range, || (), |(), _| ());
    let (rest, (written, (_, _, _, serial, ()))) = consumed((opt(mark), letters, opt(one_of("-－")), value, more)).parse(i)?;
    Ok((rest, (written.chars().filter(|c| !c.is_whitespace()).map(half_width).collect(), serial)))
}

/// Members of a list of serial numbers. A longer row of figures without 号 is none, and would be read again from each of them.
const MOST: usize = 12;

/// `figures` in half width, which most have.
fn halved(figures: &str) -> String {
    if figures.is_ascii() { figures.to_owned() } else { figures.chars().map(half_width).collect() }
}

/// Full-width figures and hyphens as half-width ones.
fn half_width(c: char) -> char {
    if c == '－' {
        return '-';
    }
    numeral::figure(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c)
}

/// `5 4号`: figures that typesetting tore apart.
fn torn(i: &str) -> Parsed<'_, (String, u32)> {
    if !few_figures(i, 3).2.starts_with([' ', '\u{a0}']) {
        return none();
    }
    let figures = || take_while_m_n(1, 3, |c| numeral::figure(c).is_some());
    let (rest, written) = recognize((figures(), many_m_n(1, 2, (one_of(" \u{a0}"), figures())))).parse(i)?;
    let written: String = written.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    written.parse().map(|value| (rest, (written, value))).map_err(|_| nom::Err::Error(()))
}

fn ending(i: &str) -> Parsed<'_, ()> {
    (blanks, tag("号")).map(|_| ()).parse(i)
}

/// A year in full: 2022, ２０２２, 二〇二二.
pub(super) fn year(i: &str) -> Parsed<'_, i16> {
    map_opt(alt((numeral::figures, numeral::positional)), |n| (1900..2100).contains(&n).then_some(n as i16)).parse(i)
}

/// 〔86〕, as documents of the last century have it.
fn short_year(i: &str) -> Parsed<'_, i16> {
    map_opt(verify(numeral::figures, |n| (49..=99).contains(n)), |n| i16::try_from(1900 + n).ok()).parse(i)
}
