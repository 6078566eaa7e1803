//! Numbers of standards: `GB/T 9704—2012`, `GB 3096-2008`, `DB45/T 1234-2020`, `JGJ 18-2012`, `T/CECS 10093-2020`.
//!
//! GB/T 1.1-2020, 8.1 and the regulations behind it: a code of letters, /T where it is recommended, the number with its
//! part, a dash and the year. [`Standard::text`] puts blanks and dash right. Without a year only national and local
//! standards are read (GB 18483). Not read: other codes of letters and figures (USB 3.0, IPv6, 16GB).

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::{anychar, one_of},
    combinator::{not, opt, recognize, verify},
    multi::many_m_n,
    sequence::{preceded, terminated},
};

use super::{Parsed, date::blanks, numeral};
use crate::span::Found;

/// A standard's number.
///
/// ```
/// use gongwen::phrase::standard::Standard;
/// let (rest, standard) = Standard::parse("GB/T9704-2012要求").unwrap();
/// assert_eq!((standard.text.as_str(), standard.code.as_str(), standard.year, rest), ("GB/T 9704—2012", "GB/T", Some(2012), "要求"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// As the standard for standards writes it: `GB/T 9704—2012`.
    pub text: String,
    /// Who set it, and whether it binds: `GB/T`, `DB45/T`.
    pub code: String,
    /// The number without its part; none where it is no plain number (D60).
    pub serial: Option<u32>,
    /// The year.
    pub year: Option<i16>,
}

/// Codes of national standards, of trades and of construction, `/T` and the like left out.
const CODES: [&str; 52] = [
    "GBZ", "GBJ", "GB", "AQ", "BB", "CB", "CECS", "CJJ", "CJ", "CY", "DA", "DL", "DZ", "FZ", "GA", "GY", "HG", "HJ", "HY", "JB", "JC",
    "JGJ", "JG", "JJF", "JJG", "JR", "JTG", "JTS", "JT", "JY", "LD", "LS", "LY", "MH", "MT", "MZ", "NB", "NY", "QB", "QC", "QX", "RB",
    "SB", "SF", "SJ", "SL", "SN", "TSG", "TY", "WB", "WS", "YY",
];

impl Standard {
    /// Reads a number at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with one.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let (rest, code) = alt((recognize(local), recognize(national), recognize(group))).parse(i)?;
        let (rest, _) = blanks(rest)?;
        let number = || (opt(letter), figures, many_m_n(0, 3, (one_of(".．"), figures)));
        let several = opt((one_of("~～"), number()));
        let (rest, (number, year)) = (recognize((number(), several)), opt(year)).parse(rest)?;
        let (code, number) = (narrow(code), narrow(number));
        let dated = year.is_some() || code.starts_with("GB") || code.starts_with("DB");
        if !dated || (year.is_none() && number.len() < 3) {
            return Err(nom::Err::Error(()));
        }
        let year_text = year.map_or(String::new(), |year| format!("—{year}"));
        let serial = number.split('.').next().and_then(|n| n.parse().ok());
        Ok((rest, Self { text: format!("{code} {number}{year_text}"), code, serial, year }))
    }
}

/// All numbers of standards in `text`, left to right.
///
/// ```
/// use gongwen::phrase::standard::find;
/// let found = find("符合GB 18483和《声环境质量标准》（GB3096－2008）");
/// assert_eq!(found.iter().map(|f| f.value.text.as_str()).collect::<Vec<_>>(), ["GB 18483", "GB 3096—2008"]);
/// ```
pub fn find(text: &str) -> Vec<Found<Standard>> {
    let (mut found, mut from) = (Vec::new(), 0);
    if !may_hold_capital(text.as_bytes()) {
        return found;
    }
    while let Some((at, length)) = next_capital(text, from) {
        from = at + length;
        if text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || is_capital(c) || c == '/') {
            continue;
        }
        if let Ok((rest, value)) = Standard::parse(&text[at..]) {
            from = text.len() - rest.len();
            found.push(Found { value, range: at..from });
        }
    }
    found
}

/// Whether a capital letter of either width may stand in `text`. Most texts hold none, which is seen without a look at one
/// character after the other.
fn may_hold_capital(text: &[u8]) -> bool {
    // Ａ is EF BC A1; what follows BC alone is of another kind
    let wide =
        || text.iter().zip(text.get(1..).unwrap_or_default()).fold(false, |any, (a, b)| any | ((*a == 0xbc) & (*b >= 0xa1) & (*b <= 0xba)));
    text.iter().fold(false, |any, b| any | b.is_ascii_uppercase()) || wide()
}

/// Where the next capital letter stands from `at` on, and its length.
fn next_capital(text: &str, at: usize) -> Option<(usize, usize)> {
    let mut rest = &text.as_bytes()[at..];
    loop {
        rest = match rest {
            [b'A'..=b'Z', ..] => return Some((text.len() - rest.len(), 1)),
            // Ａ to Ｚ
            [0xef, 0xbc, 0xa1..=0xba, ..] => return Some((text.len() - rest.len(), 3)),
            [0xe0..=0xef, _, _, more @ ..] | [_, more @ ..] => more,
            [] => return None,
        };
    }
}

/// `GB/T`, `JTG`.
fn national(i: &str) -> Parsed<'_, ()> {
    let word = take_while_m_n(2, 4, is_capital);
    (verify(word, |word: &str| CODES.contains(&narrow(word).as_str())), opt(kind)).map(|_| ()).parse(i)
}

/// `DB45/T`, `DBJ 45`, `DBJ/T15`.
fn local(i: &str) -> Parsed<'_, ()> {
    let region = take_while_m_n(2, 6, |c| numeral::figure(c).is_some());
    let joined = (opt(kind), opt(one_of("-－/")), region, opt(kind));
    (tag("DB"), opt(tag("J")), joined, not(one_of(".．"))).map(|_| ()).parse(i)
}

/// `T/CECS`.
fn group(i: &str) -> Parsed<'_, ()> {
    (tag("T/"), take_while_m_n(2, 8, is_capital)).map(|_| ()).parse(i)
}

/// `/T`, `/Z`.
fn kind(i: &str) -> Parsed<'_, ()> {
    let letter = terminated(one_of("TZBCＴ"), not(verify(anychar, |c| is_capital(*c))));
    (one_of("/／"), letter).map(|_| ()).parse(i)
}

/// `D` in JTG D60.
fn letter(i: &str) -> Parsed<'_, ()> {
    terminated(verify(anychar, char::is_ascii_uppercase), opt(one_of("-"))).map(|_| ()).parse(i)
}

fn figures(i: &str) -> Parsed<'_, &str> {
    take_while_m_n(1, 6, |c| numeral::figure(c).is_some()).parse(i)
}

/// `—2012`.
fn year(i: &str) -> Parsed<'_, i16> {
    let dash = (blanks, one_of("-－—–―─:：~"), opt(one_of("—―─")), blanks);
    let number = verify(numeral::figures, |n| (1950..2100).contains(n));
    preceded(dash, number).map(|n| n as i16).parse(i)
}

/// A capital letter of either width.
fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase() || ('Ａ'..='Ｚ').contains(&c)
}

/// Letters and figures of half width, blanks left out.
fn narrow(words: &str) -> String {
    let one = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    words.chars().filter(|c| !c.is_whitespace()).map(one).collect()
}
