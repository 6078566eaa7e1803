//! Titles in book-title marks: `《海川市防汛预案》`, nested `《关于印发〈防汛预案〉的通知》`, over a line break.
//!
//! GB/T 15834-2011, 4.15: a title inside a title has single marks 〈〉; practice nests 《》 and < > as well. Where the marks
//! do not balance the title ends at the first mark that closes. Not read: quotation marks, brackets.

use std::{ops::Range, sync::LazyLock};

use memchr::memmem::Finder;

use super::{Parsed, trimmed};
use crate::span::Found;

/// A title, its outer marks left out.
///
/// ```
/// use gongwen::phrase::title::Title;
/// let (rest, title) = Title::parse("《关于印发〈防汛预案〉的通知》（海政发〔2022〕1号）").unwrap();
/// assert_eq!((title.text.as_str(), rest), ("关于印发〈防汛预案〉的通知", "（海政发〔2022〕1号）"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The words between the outer marks, line breaks taken out.
    pub text: String,
}

impl Title {
    /// Reads a title at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with 《, or nothing closes it.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let inner = inner(i, 0).ok_or(nom::Err::Error(()))?;
        Ok((&i[inner.end + CLOSE.len()..], Self::new(&i[inner])))
    }

    fn new(text: &str) -> Self {
        Self { text: if text.contains('\n') { text.split('\n').map(str::trim).collect() } else { trimmed(text).to_owned() } }
    }
}

/// `title` for comparison: letters and figures alone, one width.
pub fn key(title: &str) -> String {
    let mut key = String::with_capacity(title.len());
    let mut rest = title;
    loop {
        let (run, behind) = rest.split_at(han(rest.as_bytes()));
        key.push_str(run);
        let mut signs = behind.chars();
        match signs.next() {
            Some(c @ '\u{ff01}'..='\u{ff5e}') => key.extend(char::from_u32(c as u32 - 0xfee0).filter(|c| c.is_alphanumeric())),
            Some('、' | '《' | '》' | '〈' | '〉' | '〔' | '〕' | '“' | '”') => {}
            Some(c) if c.is_alphanumeric() => key.push(c),
            Some(_) => {}
            None => return key,
        }
        rest = signs.as_str();
    }
}

/// How many bytes at the head of `text` are Chinese characters of the basic plane.
fn han(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some([0xe5..=0xe9, ..] | [0xe4, 0xb8..=0xff, _]) = text.get(at..at + 3) {
        at += 3;
    }
    at
}

const OPEN: &str = "《";
const CLOSE: &str = "》";

static FINDER: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(OPEN));

/// All titles in `text`, outer ones only; the ranges hold the marks.
///
/// ```
/// use gongwen::phrase::title::find;
/// let found = find("依据《甲法》和《关于〈乙〉的通知》");
/// assert_eq!(found.iter().map(|f| f.value.text.as_str()).collect::<Vec<_>>(), ["甲法", "关于〈乙〉的通知"]);
/// ```
pub fn find(text: &str) -> Vec<Found<Title>> {
    find_at(text, FINDER.find_iter(text.as_bytes()))
}

/// All titles in `text`, where `opens` are the places of 《.
pub(crate) fn find_at(text: &str, opens: impl Iterator<Item = usize>) -> Vec<Found<Title>> {
    let mut found: Vec<Found<Title>> = Vec::new();
    for open in opens {
        if open < found.last().map_or(0, |last| last.range.end) {
            continue;
        }
        found
            .extend(inner(text, open).map(|inner| Found { value: Title::new(&text[inner.clone()]), range: open..inner.end + CLOSE.len() }));
    }
    found
}

/// What stands between the mark at `open` and the one that closes it.
fn inner(text: &str, open: usize) -> Option<Range<usize>> {
    let start = open + text[open..].starts_with(OPEN).then_some(OPEN.len())?;
    let (mut at, mut depth, mut breaks, mut first) = (start, 1, 0, None);
    // a title of at most so many characters, over two line breaks
    for _ in 0..LONGEST {
        at += match text.as_bytes()[at..] {
            [0xe4..=0xe9, ..] => 3,
            [0xe3, 0x80, 0x8a, ..] => {
                depth += 1;
                OPEN.len()
            }
            [0xe3, 0x80, 0x8b, ..] => {
                depth -= 1;
                first = first.or(Some(at));
                if depth == 0 {
                    return filled(text, start..at);
                }
                CLOSE.len()
            }
            [b'\n', ..] if breaks == 2 => break,
            [b'\n', ..] => {
                breaks += 1;
                1
            }
            [0..0x80, ..] => 1,
            [0xf0..=0xff, ..] => 4,
            [0xe0..=0xef, ..] => 3,
            [_, ..] => 2,
            [] => break,
        };
    }
    filled(text, start..first?)
}

/// Characters of a title at most.
const LONGEST: usize = 300;

fn filled(text: &str, inner: Range<usize>) -> Option<Range<usize>> {
    (!trimmed(&text[inner.clone()]).is_empty()).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_of_letters_and_figures() {
        for c in (0..=0x1_1000).chain(0x1_f000..0x2_0010).filter_map(char::from_u32) {
            let narrow = if ('\u{ff01}'..='\u{ff5e}').contains(&c) { char::from_u32(c as u32 - 0xfee0).unwrap() } else { c };
            let kept = if narrow.is_alphanumeric() { narrow.to_string() } else { String::new() };
            assert_eq!(key(&format!("一{c}《龥x")), format!("一{kept}龥x"), "{c:?}");
        }
    }
}
