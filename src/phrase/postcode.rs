//! Postal codes: behind their label (`邮编：524000`, `邮政编码 524 000`), and behind an address that has one (`地址及邮编：海川市人民路68号，
//! 524000`). Six figures alone are not read.

use super::{Parsed, numeral::figure};
use crate::span::Found;
use crate::{
    order,
    pattern::{Looked, pattern},
};
use memchr::memchr2_iter;
use nom::{
    Parser,
    character::complete::{char, satisfy},
    combinator::not,
    multi::{fold_many_m_n, fold_many0},
    sequence::terminated,
};

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

/// What stands behind a Chinese label at the head of `i` (邮编：, 邮政编码为（).
fn label(i: &str) -> Option<&str> {
    let rest = i.strip_prefix('邮')?;
    let word = |rest: &'_ str, words: &[char]| {
        let rest = words.iter().try_fold(rest, |rest, word| rest.trim_start().strip_prefix(*word));
        rest.map(str::len)
    };
    let ways = [
        word(rest, &['编']),
        word(rest, &['政', '编', '码']),
        rest.strip_prefix("政编号").map(str::len),
        rest.strip_prefix('码').map(str::len),
    ];
    let rest = &rest[rest.len() - ways.into_iter().flatten().next()?..];
    let rest = rest.strip_prefix(['为', '是']).unwrap_or(rest).trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':'));
    Some(rest.strip_prefix(['（', '(']).unwrap_or(rest))
}

/// Labels in Latin letters.
static LATIN: Looked =
    Looked::new(has_latin, || pattern(r"(?-u:\b)(?:(?i-u:zip)|(?i-u:post)(?-u:\s)?(?i-u:code)|(?i-u:p\.c\.))[ \t\r\n\u{A0}\u{3000}：:]*"));

/// Whether such a label may stand in `text`.
fn has_latin(text: &str) -> bool {
    let text = text.as_bytes();
    let begins = |three: &[u8]| ["zip", "pos", "p.c"].iter().any(|word| three.eq_ignore_ascii_case(word.as_bytes()));
    memchr2_iter(b'z', b'Z', text).chain(memchr2_iter(b'p', b'P', text)).any(|at| text.get(at..at + 3).is_some_and(begins))
}

/// What stands behind an address at the head of `i`, label and all, and the bracket, comma or blank behind that.
fn address(i: &str) -> Option<&str> {
    const LONGEST: usize = 60;
    let spaced = |first, second| i.strip_prefix(first).and_then(|rest: &str| rest.trim_start().strip_prefix(second));
    let rest = spaced('地', '址').or_else(|| spaced('邮', '编')).or_else(|| i.strip_prefix("邮政编码"))?;
    let rest = rest.strip_prefix(['：', ':'])?;
    let body = rest.char_indices().take(LONGEST + 1).take_while(|(_, c)| !matches!(c, '。' | '；' | '\n'));
    let ends = |c| matches!(c, '号' | '室' | '楼' | '层' | '厅' | '座' | '院' | '栋' | '幢' | '局' | '科');
    body.skip(2).filter(|(_, c)| ends(*c)).find_map(|(at, c)| behind_address(&rest[at + c.len_utf8()..]))
}

/// What stands behind the sign that ends an address at the head of `i`, with blanks before it.
fn behind_address(i: &str) -> Option<&str> {
    let rest = i.trim_start();
    rest.strip_prefix(['（', '(', '，', ',']).or_else(|| {
        let blanks = &i[..i.len() - rest.len()];
        blanks.rfind([' ', '\u{3000}']).map(|at| &i[at..][i[at..].chars().next().map_or(0, char::len_utf8)..])
    })
}

/// Whether a row of six figures stands in `text`, blanks between them left aside.
fn has_figures(text: &str) -> bool {
    let (mut row, mut rest) = (0, text.as_bytes());
    while row < 6 {
        (row, rest) = match rest {
            [b'0'..=b'9', more @ ..] | [0xef, 0xbc, 0x90..=0x99, more @ ..] => (row + 1, more),
            [b' ', more @ ..] => (row, more),
            [0xe0..=0xef, _, _, more @ ..] | [_, more @ ..] => (0, more),
            [] => return false,
        };
    }
    true
}

/// Where 邮 or 地 stands from `at` on.
fn begin(text: &str, at: usize) -> Option<usize> {
    let mut rest = &text.as_bytes()[at..];
    while let [first, more @ ..] = rest {
        rest = match rest {
            [0xe9, 0x82, 0xae, ..] | [0xe5, 0x9c, 0xb0, ..] => return Some(text.len() - rest.len()),
            [_, _, _, more @ ..] if *first >= 0xe0 => more,
            _ => more,
        };
    }
    None
}

/// All postal codes in `text`; the range is that of the figures.
///
/// ```
/// use gongwen::phrase::postcode::find;
/// let found = find("海川市人民路1号，邮政编码：524000");
/// assert_eq!(found[0].value.code, "524000");
/// ```
pub fn find(text: &str) -> Vec<Found<Postcode>> {
    if !has_figures(text) {
        return Vec::new();
    }
    let read = |at: usize| {
        let (rest, value) = Postcode::parse(&text[at..]).ok()?;
        Some(Found { value, range: at..text.len() - rest.len() })
    };
    let behind = |found: fn(&str) -> Option<&str>| {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                at = begin(text, at)?;
                match found(&text[at..]) {
                    Some(rest) => {
                        at = text.len() - rest.len();
                        return Some(at);
                    }
                    None => at += '邮'.len_utf8(),
                }
            }
        })
    };
    let labels = behind(label).chain(LATIN.find_iter(text).map(|label| label.end()));
    let mut codes: Vec<_> = labels.chain(behind(address)).filter_map(read).collect();
    order::by(&mut codes, |found| (found.range.start, 0));
    codes.dedup_by_key(|found| found.range.start);
    codes
}
