//! Telephone numbers: `0750-3380216`, `（0750）3380216`, `010－12345678转8012`, `13800138000`, `400-123-4567`, `12345`.
//!
//! A number that follows another and leaves its area code out (`0775-2823456、2823457`) has that of the first. What
//! kind of line it is follows from its shape; that it is a fax is said by the word before it. A number of seven or
//! eight figures and a short service number need a word of context (电话, 传真, 热线, 拨打), for so many figures may be
//! anything. A masked number (`138****1234`) is read as such and is not complete.
//!
//! Not read: parts of longer rows of figures (accounts, identity numbers), dates, amounts, e-mail addresses.

mod context;
mod grammar;

use std::ops::Range;

use super::{Parsed, numeral::figure};
use crate::span::Found;

/// What kind of line a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// With area code, or a local number of seven or eight figures.
    Landline,
    /// 13800138000.
    Mobile,
    /// A landline that 传真 stands before.
    Fax,
    /// 12345, 400-123-4567.
    Hotline,
}

/// A telephone number.
///
/// ```
/// use gongwen::phrase::phone::{Kind, Phone};
/// let (rest, phone) = Phone::parse("（0750）3380216转8012，").unwrap();
/// assert_eq!((phone.number.as_str(), phone.extension.as_deref(), rest), ("0750-3380216", Some("8012"), "，"));
/// assert_eq!(phone.kind, Kind::Landline);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// What kind of line it is.
    pub kind: Kind,
    /// In half-width figures, with one hyphen behind the area code: `0750-3380216`, `400-1234567`.
    pub number: String,
    /// 转8012.
    pub extension: Option<String>,
    /// Whether figures are masked (`138****1234`).
    pub masked: bool,
}

impl Phone {
    /// Reads a number at the head of `i`: one that is known by its shape, not a local or short one.
    ///
    /// # Errors
    /// Where `i` does not begin with one.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        grammar::phone(i)
    }

    /// The area code with its hyphen, where the number has one.
    fn area(&self) -> Option<&str> {
        (self.kind != Kind::Hotline && self.number.starts_with('0')).then(|| self.number.split_inclusive('-').next()).flatten()
    }
}

/// All telephone numbers in `text`.
///
/// ```
/// use gongwen::phrase::phone::{Kind, find};
/// let found = find("电话：0775-2823456、2823457，传真：0775－2823458，监督热线12345");
/// let numbers: Vec<_> = found.iter().map(|f| (f.value.number.as_str(), f.value.kind)).collect();
/// assert_eq!(numbers, [
///     ("0775-2823456", Kind::Landline),
///     ("0775-2823457", Kind::Landline),
///     ("0775-2823458", Kind::Fax),
///     ("12345", Kind::Hotline),
/// ]);
/// ```
pub fn find(text: &str) -> Vec<Found<Phone>> {
    let mut found: Vec<Found<Phone>> = Vec::new();
    let mut at = 0;
    while let Some(run) = next_run(text, at) {
        at = run.end;
        let from = found.last().map_or(0, |last| last.range.end);
        if run.start >= from {
            let next = continued(text, found.last(), run.clone())
                .or_else(|| shaped(text, from, run.start))
                .or_else(|| by_context(text, from, run));
            found.extend(next);
        }
    }
    found
}

/// The next row of figures from `at` on that may begin a number: 86 of the country, or three figures at least, masked
/// ones included.
fn next_run(text: &str, mut at: usize) -> Option<Range<usize>> {
    const MASKS: usize = 8;
    loop {
        at = begin(text, at)?;
        let run = &text[at..];
        let behind = run.trim_start_matches(|c| figure(c).is_some());
        if let Some(rest) = run.strip_prefix(['+', '＋']) {
            match rest.strip_prefix("86") {
                Some(rest) => return Some(at..text.len() - rest.len()),
                None => at = text.len() - rest.len(),
            }
        } else if run[..run.len() - behind.len()].chars().nth(2).is_some() {
            let masks: usize = behind.chars().take(MASKS).take_while(|c| grammar::is_mask(*c)).map(char::len_utf8).sum();
            return Some(at..text.len() - behind.len() + masks);
        } else if let Some(rest) = run.strip_prefix("86").and_then(|rest| rest.strip_prefix(['-', '－', '—', ' '])) {
            return Some(at..text.len() - rest.len());
        } else {
            at = text.len() - behind.len();
        }
    }
}

/// Where the next figure or plus stands from `at` on.
fn begin(text: &str, at: usize) -> Option<usize> {
    let mut rest = &text.as_bytes()[at..];
    loop {
        rest = match rest {
            [b'0'..=b'9' | b'+', ..] | [0xef, 0xbc, 0x8b | 0x90..=0x99, ..] => return Some(text.len() - rest.len()),
            [0xe0..=0xef, _, _, more @ ..] | [_, more @ ..] => more,
            [] => return None,
        };
    }
}

/// A number known by its shape, its bracket or +86 before the figures included.
fn shaped(text: &str, from: usize, run: usize) -> Option<Found<Phone>> {
    let heads = [grammar::start(text, from, run), run];
    let (start, (rest, phone)) = heads.into_iter().find_map(|head| Some((head, grammar::phone(&text[head..]).ok()?)))?;
    let range = start..text.len() - rest.len();
    let alone = context::stands_alone(text, &range) && !context::continues(&text[from..start]);
    alone.then(|| Found { value: with_context(text, phone, &range), range })
}

/// A number right behind another that leaves the area code out.
fn continued(text: &str, last: Option<&Found<Phone>>, run: Range<usize>) -> Option<Found<Phone>> {
    let last = last?;
    let area = last.value.area().unwrap_or("");
    let between = text[last.range.end..run.start].trim();
    if !matches!(between, "、" | "，" | "," | "/" | "／" | "；" | ";" | "或" | "和" | "及" | "") || last.range.end == run.start {
        return None;
    }
    let (rest, (number, extension)) = grammar::local(&text[run.start..]).ok()?;
    let range = run.start..text.len() - rest.len();
    let like = last.value.kind == Kind::Landline || last.value.kind == Kind::Fax;
    let kind = if context::is_called_fax(rest) { Kind::Fax } else { last.value.kind };
    let value = Phone { kind, number: format!("{area}{number}"), extension, masked: false };
    (like && context::stands_alone(text, &range)).then_some(Found { value, range })
}

/// A local or short number that a word of context says to be one.
fn by_context(text: &str, from: usize, run: Range<usize>) -> Option<Found<Phone>> {
    let named = || context::names_phone(text, run.start) || context::goes_on(&text[from..run.start]) && from > 0;
    let local = grammar::local(&text[run.start..]).ok().filter(|_| named());
    let (rest, number, extension, kind) = match local {
        Some((rest, (number, extension))) => (rest, number, extension, Kind::Landline),
        None => {
            let (rest, number) = grammar::service(&text[run.start..]).ok()?;
            let end = text.len() - rest.len();
            context::names_service(text, &(run.start..end)).then_some(())?;
            (rest, number, None, Kind::Hotline)
        }
    };
    let range = run.start..text.len() - rest.len();
    let value = Phone { kind, number, extension, masked: false };
    let alone = context::stands_alone(text, &range) && !context::continues(&text[from..range.start]);
    alone.then(|| Found { value: with_context(text, value, &range), range })
}

/// Takes in what the words before the number say: whether it is a fax.
fn with_context(text: &str, phone: Phone, range: &Range<usize>) -> Phone {
    let fax = phone.kind == Kind::Landline && context::names_fax(text, range);
    Phone { kind: if fax { Kind::Fax } else { phone.kind }, ..phone }
}
