//! E-mail addresses: `office@example.gov.cn`, full-width `office＠example．gov．cn` too. Punctuation that closes a
//! sentence is left out. Not read: an `@` without a domain behind it.

use std::{ops::Range, sync::LazyLock};

use memchr::{memchr, memmem::Finder};

use super::Parsed;
use crate::span::Found;

/// An e-mail address.
///
/// ```
/// use gongwen::phrase::email::Email;
/// let (rest, email) = Email::parse("office＠example．gov．cn。").unwrap();
/// assert_eq!((email.address.as_str(), rest), ("office@example.gov.cn", "。"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// In half-width characters, without blanks.
    pub address: String,
}

impl Email {
    /// Reads an address at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with one.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let at = i.find(|c| !is_local(c)).filter(|at| *at > 0);
        match at.and_then(|at| around(i, 0, at)) {
            Some(range) if range.start == 0 => Ok((&i[range.end..], Self::new(&i[range]))),
            _ => Err(nom::Err::Error(())),
        }
    }

    fn new(text: &str) -> Self {
        Self { address: text.chars().filter(|c| *c != ' ').map(half_width).collect() }
    }
}

/// All e-mail addresses in `text`.
///
/// ```
/// use gongwen::phrase::email::find;
/// let found = find("报送至邮箱office@example.gov.cn，抄送a.b-c@mail.example.com。");
/// let addresses: Vec<_> = found.iter().map(|f| f.value.address.as_str()).collect();
/// assert_eq!(addresses, ["office@example.gov.cn", "a.b-c@mail.example.com"]);
/// ```
pub fn find(text: &str) -> Vec<Found<Email>> {
    let mut found: Vec<Found<Email>> = Vec::new();
    if memchr(b'@', text.as_bytes()).is_none() && WIDE.find(text.as_bytes()).is_none() {
        return found;
    }
    for (at, _) in text.match_indices(['@', '＠']) {
        let from = found.last().map_or(0, |last| last.range.end);
        if at >= from {
            found.extend(around(text, from, at).map(|range| Found { value: Email::new(&text[range.clone()]), range }));
        }
    }
    found
}

static WIDE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("＠"));

/// The address around the sign at `at`.
fn around(text: &str, from: usize, at: usize) -> Option<Range<usize>> {
    let sign = text[at..].chars().next().filter(|c| matches!(c, '@' | '＠'))?;
    let before = text[from..at].trim_end();
    let start = from + before.trim_end_matches(is_local).len();
    let start = start + text[start..at].len() - text[start..at].trim_start_matches(['.', '．', '-', '_']).len();
    let rest = &text[at + sign.len_utf8()..];
    let rest = rest.trim_start_matches(' ');
    let domain = rest[..rest.find(|c| !is_domain(c)).unwrap_or(rest.len())].trim_end_matches(['.', '．', '-', '－']);
    let end = text.len() - rest.len() + domain.len();
    (start < at && is_name(domain)).then_some(start..end)
}

/// Whether `domain` has a dot and ends in a name of letters.
fn is_name(domain: &str) -> bool {
    let mut labels = domain.rsplit(['.', '．']);
    let top = labels.next().is_some_and(|top| top.chars().count() >= 2 && top.chars().all(|c| half_width(c).is_ascii_alphabetic()));
    top && labels.next().is_some_and(|label| !label.is_empty())
}

fn is_local(c: char) -> bool {
    let c = half_width(c);
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%')
}

fn is_domain(c: char) -> bool {
    let c = half_width(c);
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}

/// Full-width forms of ASCII as ASCII.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}
