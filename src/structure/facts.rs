//! What one look at the signs of a line tells: how long it is, how it begins and ends, which signs it holds, which label
//! it opens with.
//!
//! All later questions (is it a heading, a day, an address, a row, a part of the page?) ask these facts first and look at
//! the words only where the facts allow for it, which is seldom.

use super::label::{Label, Style, label};

/// A kind of sign, of which a line may hold some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Sign {
    /// 。
    Stop = 1,
    /// ；
    Semicolon = 1 << 1,
    /// ！
    Bang = 1 << 2,
    /// ：
    Colon = 1 << 3,
    /// A colon of half the width.
    HalfColon = 1 << 4,
    /// ，
    Comma = 1 << 5,
    /// 《
    Quote = 1 << 6,
    /// （ and its half-width twin.
    Bracket = 1 << 7,
    /// A tabulator.
    Tab = 1 << 8,
    /// White space of any kind.
    Blank = 1 << 9,
    /// A full stop of half the width, as names of files and addresses have it.
    Dot = 1 << 10,
    /// A Latin letter.
    Letter = 1 << 11,
    /// A figure of either width.
    Figure = 1 << 12,
    /// > and its kin, between the steps of breadcrumbs.
    Arrow = 1 << 13,
}

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
    signs: u16,
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
    /// Looks at `line` once.
    pub(super) fn of(line: &str) -> Self {
        Self::first(line).0
    }

    /// Looks once at the first line of `text`; says how many bytes it has, too.
    pub(super) fn first(text: &str) -> (Self, usize) {
        let (signs, chars, end) = signs(text);
        let line = &text[..end];
        let opening = |(rest, found): (&str, Label<'_>)| Opening {
            style: found.style,
            ordinal: found.ordinal,
            end: found.text.len() as u32,
            text: (line.len() - rest.len()) as u32,
        };
        let facts = Self {
            first: line.chars().next().unwrap_or(' '),
            last: line.chars().next_back().unwrap_or(' '),
            chars: chars as u32,
            label: label(line).ok().map(opening),
            signs,
        };
        (facts, end)
    }

    /// Whether it holds a sign of that kind.
    #[inline]
    pub(super) const fn has(&self, sign: Sign) -> bool {
        self.signs & sign as u16 != 0
    }

    /// Whether it holds a sign of one of the kinds.
    #[inline]
    pub(super) fn has_any(&self, signs: &[Sign]) -> bool {
        self.signs & signs.iter().fold(0, |all, sign| all | *sign as u16) != 0
    }

    /// Whether it holds a colon of either width.
    #[inline]
    pub(super) const fn has_colon(&self) -> bool {
        self.has(Sign::Colon) || self.has(Sign::HalfColon)
    }

    /// Whether it ends with a colon of either width.
    pub(super) const fn ends_with_colon(&self) -> bool {
        matches!(self.last, '：' | ':')
    }

    /// Whether it has no end of sentence, as titles, headings and names have none.
    #[inline]
    pub(super) const fn is_bare(&self) -> bool {
        const ENDS: u16 = Sign::Stop as u16 | Sign::Semicolon as u16 | Sign::Bang as u16;
        self.signs & ENDS == 0 && !matches!(self.last, '：' | ':' | '，' | ',')
    }
}

/// The kinds of signs in the first line of `text`, how many characters it has, and where it ends: most characters are
/// Chinese, and passed over by their first byte.
fn signs(text: &str) -> (u16, usize, usize) {
    let bytes = text.as_bytes();
    // how many others there are, and how many bytes they have
    let (mut others, mut length) = (0, 0);
    let (mut signs, mut at) = (0, 0);
    while let Some(&first) = bytes.get(at) {
        if matches!(first, 0xe4..=0xe9) {
            at += HAN;
            continue;
        }
        let (kind, len) = match &bytes[at..] {
            [b'\n', ..] => break,
            [0..0x80, ..] => (ASCII[usize::from(first)], 1),
            [0xe3, 0x80, third, ..] => (MARKS[usize::from(third & 0x3f)], HAN),
            [0xef, 0xbc, third, ..] => (WIDE[usize::from(third & 0x3f)], HAN),
            _ => text[at..].chars().next().map_or((0, 1), |c| (kind(c), c.len_utf8())),
        };
        signs |= kind;
        others += 1;
        length += len;
        at += len;
    }
    (signs, others + (at - length) / HAN, at)
}

/// The bytes of a Chinese character.
const HAN: usize = 3;

/// The kinds of the characters of one byte.
static ASCII: [u16; 128] = kinds(0);
/// The kinds of Chinese marks: 。 and 《.
static MARKS: [u16; 64] = kinds(0x3000);
/// The kinds of marks and figures of full width: ， and １.
static WIDE: [u16; 64] = kinds(0xff00);

/// The kinds of the characters from `first` on.
const fn kinds<const N: usize>(first: u32) -> [u16; N] {
    let mut kinds = [0; N];
    let mut n = 0;
    while n < N {
        if let Some(c) = char::from_u32(first + n as u32) {
            kinds[n] = kind(c);
        }
        n += 1;
    }
    kinds
}

/// The kind of a character; 0 where it has none.
const fn kind(c: char) -> u16 {
    match c {
        '。' => Sign::Stop as u16,
        '；' => Sign::Semicolon as u16,
        '！' => Sign::Bang as u16,
        '：' => Sign::Colon as u16,
        ':' => Sign::HalfColon as u16,
        '，' => Sign::Comma as u16,
        '《' => Sign::Quote as u16,
        '（' | '(' => Sign::Bracket as u16,
        '\t' => Sign::Tab as u16 | Sign::Blank as u16,
        '.' => Sign::Dot as u16,
        'a'..='z' | 'A'..='Z' => Sign::Letter as u16,
        '0'..='9' | '０'..='９' => Sign::Figure as u16,
        '>' | '＞' | '»' => Sign::Arrow as u16,
        c if c.is_whitespace() => Sign::Blank as u16,
        _ => 0,
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
        for sign in [Sign::Stop, Sign::Colon, Sign::Quote, Sign::Bracket, Sign::Blank, Sign::Dot, Sign::Letter, Sign::Figure] {
            assert!(facts.has(sign), "{sign:?}");
        }
        assert_eq!(Facts::first("甲a。\n乙").1, "甲a。".len());
        for sign in [Sign::Semicolon, Sign::Bang, Sign::HalfColon, Sign::Comma, Sign::Tab, Sign::Arrow] {
            assert!(!facts.has(sign), "{sign:?}");
        }
        assert!(!facts.is_bare() && Facts::of("总　则").is_bare() && !Facts::of("如下：").is_bare());
        assert_eq!((Facts::of("").chars, Facts::of("首页»").has(Sign::Arrow), Facts::of("甲\u{a0}乙").has(Sign::Blank)), (0, true, true));
    }
}
