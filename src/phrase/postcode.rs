//! Postal codes: behind their label (`邮编：524000`, `邮政编码 524 000`), and behind an address that has one (`地址及邮编：海川市人民路68号，
//! 524000`). Six figures alone are not read.

use std::sync::LazyLock;

use nom::{
    Parser,
    character::complete::{char, satisfy},
    combinator::not,
    multi::{fold_many_m_n, fold_many0},
    sequence::terminated,
};
use regex::Regex;

use super::{Parsed, numeral::figure};
use crate::pattern::pattern;
use crate::span::Found;

/// A postal code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postcode {
    /// Six figures, half-width.
    pub code: String,
}

impl Postcode {
    /// Reads six figures at the head of `i`; blanks may stand between them.
    ///
    /// # Errors
    /// Where `i` does not begin with six figures and no more.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let blanks = |i| fold_many0(char(' '), || (), |(), _| ()).parse(i);
        let one = |i| satisfy(|c| figure(c).is_some()).parse(i);
        let push = |mut code: String, c| {
            code.extend(figure(c).and_then(|d| std::char::from_digit(d, 10)));
            code
        };
        let five = fold_many_m_n(5, 5, terminated(one, blanks), String::new, push);
        terminated((five, one), not(one)).map(|(code, last)| Self { code: push(code, last) }).parse(i)
    }
}

static LABEL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:邮\s*编|邮\s*政\s*编\s*码|邮政编号|邮码)(?:为|是)?[\s：:]*[（(]?|\b(?i:zip|post\s?code|p\.c\.)[\s：:]*"));

/// An address behind its label, up to the bracket, comma or blank before a code.
static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:地\s*址|邮\s*编|邮政编码)[：:][^。；\n]{2,60}?(?:号|室|楼|层|厅|座|院|栋|幢|局|科)\s*[（(，, \u{3000}]"));

/// All postal codes in `text`; the range is that of the figures.
///
/// ```
/// use gongwen::phrase::postcode::find;
/// let found = find("海川市人民路1号，邮政编码：524000");
/// assert_eq!(found[0].value.code, "524000");
/// ```
pub fn find(text: &str) -> Vec<Found<Postcode>> {
    let behind = |label: regex::Match<'_>| {
        let (rest, value) = Postcode::parse(&text[label.end()..]).ok()?;
        Some(Found { value, range: label.end()..text.len() - rest.len() })
    };
    let mut codes: Vec<_> = LABEL.find_iter(text).chain(ADDRESS.find_iter(text)).filter_map(behind).collect();
    codes.sort_by_key(|found| found.range.start);
    codes.dedup_by_key(|found| found.range.start);
    codes
}
