//! What one look at the signs of a line tells: how long it is, how it begins and ends, which signs it holds, which label
//! it opens with.
//!
//! All later questions (is it a heading, a day, an address, a row, a part of the page?) ask these facts first and look at
//! the words only where the facts allow for it, which is seldom.

use super::label::{Label, Style, label};
use crate::source::{Marks, Signs};

/// What is known of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// Its first character; a blank where there is none.
    pub(super) first: char,
    /// Its last character.
    pub(super) last: char,
    /// How many characters it has.
    pub(super) chars: u32,
    /// The label with which it begins.
    pub(super) label: Option<Opening>,
    signs: Signs,
}

/// A label at the head of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) style: Style,
    pub(super) ordinal: u32,
    end: u32,
    text: u32,
}

impl Opening {
    /// Where the label ends, without its mark.
    pub(super) const fn end(self) -> usize {
        self.end as usize
    }

    /// Where the words behind it begin.
    pub(super) const fn text(self) -> usize {
        self.text as usize
    }
}

impl Facts {
    /// Looks at `line`.
    pub(super) fn of(line: &str) -> Self {
        Self::marked(line, Marks::of(line))
    }

    /// What is known of `line`, in which `marks` stand.
    pub(super) fn marked(line: &str, marks: Marks) -> Self {
        let opening = |(rest, found): (&str, Label<'_>)| Opening {
            style: found.style,
            ordinal: found.ordinal,
            end: found.text.len() as u32,
            text: (line.len() - rest.len()) as u32,
        };
        Self {
            first: line.chars().next().unwrap_or(' '),
            last: line.chars().next_back().unwrap_or(' '),
            chars: marks.chars,
            label: label(line).ok().map(opening),
            signs: marks.signs,
        }
    }

    /// Whether it holds one of `signs`.
    #[inline]
    pub(super) const fn has(&self, signs: Signs) -> bool {
        self.signs.intersects(signs)
    }

    /// Whether it holds a colon of either width.
    #[inline]
    pub(super) const fn has_colon(&self) -> bool {
        self.has(Signs::COLON) || self.has(Signs::HALF_COLON)
    }

    /// Whether it ends with a colon of either width.
    pub(super) const fn ends_with_colon(&self) -> bool {
        matches!(self.last, '：' | ':')
    }

    /// Whether it has no end of sentence, as titles, headings and names have none.
    #[inline]
    pub(super) const fn is_bare(&self) -> bool {
        !self.has(Signs::STOP) && !self.has(Signs::SEMICOLON) && !self.has(Signs::BANG) && !matches!(self.last, '：' | ':' | '，' | ',')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_counts_and_files() {
        let facts = Facts::of("二、 报送Ａ１.docx：见《办法》（试行）。");
        assert_eq!((facts.first, facts.last, facts.chars), ('二', '。', 23));
        assert_eq!(facts.label, Some(Opening { style: Style::Chinese, ordinal: 2, end: 3, text: 7 }));
        for sign in [Signs::STOP, Signs::COLON, Signs::QUOTE, Signs::BRACKET, Signs::BLANK, Signs::DOT, Signs::LETTER, Signs::FIGURE] {
            assert!(facts.has(sign), "{sign:?}");
        }
        for sign in [Signs::SEMICOLON, Signs::BANG, Signs::HALF_COLON, Signs::COMMA, Signs::TAB, Signs::ARROW] {
            assert!(!facts.has(sign), "{sign:?}");
        }
        assert!(!facts.is_bare() && Facts::of("总　则").is_bare() && !Facts::of("如下：").is_bare());
        assert_eq!((Facts::of("").chars, Facts::of("首页»").has(Signs::ARROW), Facts::of("甲\u{a0}乙").has(Signs::BLANK)), (0, true, true));
    }
}
