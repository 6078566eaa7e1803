//! Document numbers: 发文字号 (`海政发〔2022〕10号`), orders (`国务院令第735号`, `市政府第12号令`), announcements
//! (`公告2021年第38号`), files (`海仲字第23号`, `（2024）海仲字第23号`).
//!
//! GB/T 9704-2012, 7.2.5: 机关代字, the year in six-cornered brackets, the serial number and 号; no 第, no leading
//! zeros. Practice knows every other bracket, a 第, blanks, Chinese figures. [`DocNumber::text`] puts brackets and
//! blanks right and leaves the rest as written. Where the agency's code begins is decided by `code`.
//!
//! Not read: house numbers (`长江路12号`), lines (`5号线`), motions (`第3852号提案`), web licences (`ICP备130号`), days
//! (`3月5号`), a year in round brackets without a code (`（2022）10号`).

mod code;
mod tail;

use std::{ops::Range, sync::LazyLock};

use memchr::memmem::Finder;
use nom::{Parser, branch::alt, bytes::complete::tag, combinator::opt};

use super::{Parsed, numeral};
use crate::{lexicon::short, pattern::signs, span::Found};
use tail::{Shape, Tail, is_blank, is_head, is_last, is_near, is_open, tail, year};

/// A document's number.
///
/// ```
/// use gongwen::phrase::doc_number::DocNumber;
/// let (rest, number) = DocNumber::parse("海政发[2022] 10号文件").unwrap();
/// assert_eq!((number.text.as_str(), rest), ("海政发〔2022〕10号", "文件"));
/// assert_eq!((number.agency.as_str(), number.year, number.serial), ("海政发", Some(2022), Some(10)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocNumber {
    /// In canonical form: `海政发〔2022〕10号`; orders as written, without blanks.
    pub text: String,
    /// 机关代字, or the organ and kind as they stand before the number (`国务院令`); may be empty.
    pub agency: String,
    /// The year.
    pub year: Option<i16>,
    /// The serial number; of a stretch (`1-3号`) the first.
    pub serial: Option<u32>,
}

impl DocNumber {
    /// Reads a document number at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with one.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let end = line_end(i);
        let head = HAO.find(&i.as_bytes()[..end]).and_then(|hao| at_number_sign(i, 0, hao));
        match head {
            Some(found) if found.range.start == 0 => Ok((&i[found.range.end..], found.value)),
            _ => Err(nom::Err::Error(())),
        }
    }

    /// The number that `line` is, where it is nothing else: a label (发文字号：) before it and brackets around it
    /// are allowed, and so is the bare `第5号` or `2022年第5号` that stands under the mark of an order.
    ///
    /// ```
    /// use gongwen::phrase::doc_number::DocNumber;
    /// assert_eq!(DocNumber::line("（云医保〔2021〕3号）").unwrap().value.text, "云医保〔2021〕3号");
    /// assert_eq!(DocNumber::line("第 5 号").unwrap().value.text, "第5号");
    /// assert!(DocNumber::line("根据云医保〔2021〕3号文件").is_none());
    /// ```
    pub fn line(line: &str) -> Option<Found<Self>> {
        let inner = line.trim().trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
        let inner = LABELS.iter().find_map(|l| inner.strip_prefix(l)).unwrap_or(inner);
        let inner = inner.trim_start_matches(['：', ':']).trim();
        let start = inner.as_ptr() as usize - line.as_ptr() as usize;
        let value = match Self::parse(inner) {
            Ok(("", value)) => value,
            _ => spaced_out(inner).or_else(|| bare(inner))?,
        };
        Some(Found { value, range: start..start + inner.len() })
    }
}

/// Labels of a page's data block.
const LABELS: [&str; 5] = ["发文字号", "发文文号", "文号", "字号", "文件编号"];

/// 海 政 发〔2022〕10号: a code set with blanks between its characters.
fn spaced_out(line: &str) -> Option<DocNumber> {
    let open = line.find(is_open)?;
    let letters: String = line[..open].split_whitespace().collect();
    let apart = line[..open].split_whitespace().all(|piece| piece.chars().count() == 1);
    match DocNumber::parse(&(letters + &line[open..])) {
        Ok(("", value)) if apart => Some(value),
        _ => None,
    }
}

/// 第5号 or 2022年第5号 and nothing else.
fn bare(line: &str) -> Option<DocNumber> {
    let (rest, tail) = tail(line).ok()?;
    let ordinal = tail.figures.starts_with('第') && matches!(tail.shape, Shape::Plain | Shape::Dated);
    (rest.is_empty() && ordinal).then(|| number(&tail, "", line))
}

static HAO: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("号"));

/// All document numbers in `text`. A second number that leaves out code and year (`海政发〔2022〕10号、12号`,
/// `海政发〔2022〕10、12号`) has those of the first.
///
/// ```
/// use gongwen::phrase::doc_number::find;
/// let found = find("根据《办法》（云医保〔2021〕3号、5号）和国务院令第735号");
/// let texts: Vec<_> = found.iter().map(|f| f.value.text.as_str()).collect();
/// assert_eq!(texts, ["云医保〔2021〕3号", "云医保〔2021〕5号", "国务院令第735号"]);
/// ```
pub fn find(text: &str) -> Vec<Found<DocNumber>> {
    let mut found: Vec<Found<DocNumber>> = Vec::new();
    for hao in HAO.find_iter(text.as_bytes()) {
        let from = found.last().map_or(0, |last| last.range.end);
        if hao < from {
            continue;
        }
        let next = found.last().and_then(|last| shared(text, last, hao)).or_else(|| at_number_sign(text, from, hao));
        found.extend(next.into_iter().flat_map(|next| members(text, next)));
    }
    found
}

/// The numbers of a list that shares code, year and 号: 海政发〔2022〕10、12号 is two documents.
fn members(text: &str, found: Found<DocNumber>) -> Vec<Found<DocNumber>> {
    let Some((head, list)) = found.value.text.rsplit_once('〕').filter(|(_, list)| list.contains('、')) else { return vec![found] };
    let count = list.matches('、').count();
    let marks = text[found.range.clone()].rmatch_indices('、').take(count).map(|(at, _)| found.range.start + at);
    let mut marks: Vec<usize> = marks.collect();
    marks.reverse();
    let starts = std::iter::once(found.range.start).chain(marks.iter().map(|at| at + "、".len()));
    let ends = marks.iter().copied().chain(std::iter::once(found.range.end));
    let one = |(figures, (start, end)): (&str, (usize, usize))| {
        let serial = numeral::integer(figures.trim_start_matches('第')).ok().and_then(|(_, n)| u32::try_from(n).ok());
        let value = DocNumber { text: format!("{head}〕{figures}号"), serial, ..found.value.clone() };
        Found { value, range: start..end }
    };
    list.trim_end_matches('号').split('、').zip(starts.zip(ends)).map(one).collect()
}

/// The number whose 号 stands at `hao`, not reaching back over `from` or the line.
fn at_number_sign(text: &str, from: usize, hao: usize) -> Option<Found<DocNumber>> {
    // 账号, 编号
    if !text[..hao].trim_end_matches(is_blank).ends_with(is_last) {
        return None;
    }
    let window = window(text, from, hao);
    let near = window.start + text[window.clone()].trim_end_matches(is_near).len();
    // a bracket, or right before the sign whatever a tail begins with
    let opens = signs(&text[window.start..near]).filter(|(_, c)| is_open(*c)).map(|(at, _)| window.start + at);
    let heads = text[near..hao].char_indices().filter(|(_, c)| is_head(*c)).map(|(at, _)| near + at);
    opens.chain(heads).find_map(|at| {
        let (rest, tail) = tail(&text[at..]).ok()?;
        let end = text.len() - rest.len();
        // 令, 公告, 省政府令 may stand behind 号
        let ends_here = text.get(hao + "号".len()..end).is_some_and(|kind| !kind.contains('号'));
        (at < hao && ends_here).then(|| with_code(text, window.start, at, end, &tail))?
    })
}

/// The stretch before 号 in which its number may begin: the longest tail is `（二〇二四）海仲字第一百二十三`.
fn window(text: &str, from: usize, hao: usize) -> Range<usize> {
    const REACH: usize = 120;
    let start = from.max(hao.saturating_sub(REACH));
    let start = (start..hao).find(|at| text.is_char_boundary(*at)).unwrap_or(hao);
    start + text[start..hao].rfind('\n').map_or(0, |at| at + 1)..hao
}

/// Puts tail and agency together, where the shape of the tail allows for the agency found.
fn with_code(text: &str, from: usize, at: usize, end: usize, tail: &Tail) -> Option<Found<DocNumber>> {
    let code = match tail.shape {
        // （2024）海01民终23号: the code stands behind the year, and an organ before it belongs to no number
        Shape::Bracketed | Shape::Round if !tail.inner.is_empty() => at..at,
        Shape::Bracketed | Shape::Round => code::before(text, from, at),
        Shape::Dated | Shape::Plain | Shape::Named => code::organ_before(text, from, at),
    };
    let coded = matches!(tail.shape, Shape::Bracketed | Shape::Round);
    let code = if coded || code.is_empty() { code } else { code::joint_organs(text, from, code.start)..code.end };
    let word = &text[code.start..at];
    let fits = match tail.shape {
        Shape::Bracketed => true,
        Shape::Round => !word.is_empty() || !tail.inner.is_empty(),
        Shape::Dated => code::is_kind(word) || follows_title(text, at) || names_file(&text[end..]),
        Shape::Plain => code::is_kind(word),
        Shape::Named => true,
    };
    fits.then(|| Found { value: number(tail, word.trim(), &text[code.start..end]), range: code.start..end })
}

/// 》（2021年第38号
fn follows_title(text: &str, at: usize) -> bool {
    text[..at].ends_with("》（") || text[..at].ends_with("》(")
}

/// 118号文件
fn names_file(rest: &str) -> bool {
    short::begins_with(rest, &["文", "令", "公告", "通告"])
}

/// A number that leaves out what it shares with the one before: 、12号 or 、〔2023〕12号.
fn shared(text: &str, last: &Found<DocNumber>, hao: usize) -> Option<Found<DocNumber>> {
    let (after, _) = joint(&text[last.range.end..]).ok()?;
    let (rest, mut tail) = tail(after).ok()?;
    tail.shape = match tail.shape {
        Shape::Plain | Shape::Bracketed => Shape::Bracketed,
        _ => return None,
    };
    tail.year = Some(tail.year.or(last.value.year)?);
    let (start, end) = (text.len() - after.len(), text.len() - rest.len());
    let house = rest.starts_with(['楼', '院', '室', '线', '门', '房', '店', '馆']);
    (end == hao + "号".len() && !house).then(|| Found { value: number(&tail, &last.value.agency, ""), range: start..end })
}

/// What stands between two numbers of one series.
fn joint(i: &str) -> Parsed<'_, ()> {
    let word = || alt((tag("以及"), tag("和"), tag("及"), tag("与")));
    let mark = alt((tag("、"), tag("，"), tag(",")));
    alt(((mark, opt(word())).map(|_| ()), word().map(|_| ()))).parse(i)
}

fn number(tail: &Tail, agency: &str, written: &str) -> DocNumber {
    let blank = |c: char| c <= '\u{3000}' && c.is_whitespace();
    let dense = |s: &str| if s.contains(blank) { s.split_whitespace().collect() } else { s.to_owned() };
    let agency = dense(agency);
    let text = match tail.shape {
        Shape::Bracketed | Shape::Round => {
            let year = tail.year.unwrap_or_default().to_string();
            [&agency, "〔", &year, "〕", &tail.inner, &tail.figures, "号"].concat()
        }
        Shape::Dated | Shape::Plain | Shape::Named => dense(written),
    };
    let agency = if tail.inner.is_empty() { agency } else { tail.inner.clone() };
    let year = tail.year.or_else(|| year(&agency).ok().filter(|(rest, _)| rest.starts_with('年')).map(|(_, year)| year));
    DocNumber { text, agency, year, serial: Some(tail.serial) }
}

fn line_end(i: &str) -> usize {
    i.find('\n').unwrap_or(i.len())
}
