//! Postal codes behind their label: `邮编：524000`, `邮政编码 524000`. Six figures without label are not read.

use std::sync::LazyLock;

use nom::{Parser, bytes::complete::take_while_m_n, character::complete::satisfy, combinator::not, sequence::terminated};
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
    /// Reads six figures at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with six figures and no more.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let six = take_while_m_n(6, 6, |c| figure(c).is_some());
        terminated(six, not(satisfy(|c| figure(c).is_some())))
            .map(|s: &str| Self { code: s.chars().filter_map(figure).filter_map(|d| char::from_digit(d, 10)).collect() })
            .parse(i)
    }
}

static LABEL: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:邮\s*编|邮政编码|邮政编号|邮码)(?:为|是)?[\s：:]*"));

/// All postal codes in `text`; the range is that of the figures.
///
/// ```
/// use gongwen::phrase::postcode::find;
/// let found = find("海川市人民路1号，邮政编码：524000");
/// assert_eq!(found[0].value.code, "524000");
/// ```
pub fn find(text: &str) -> Vec<Found<Postcode>> {
    let codes = LABEL.find_iter(text).filter_map(|label| {
        let (rest, value) = Postcode::parse(&text[label.end()..]).ok()?;
        Some(Found { value, range: label.end()..text.len() - rest.len() })
    });
    codes.collect()
}
