//! The one pass over a text that all repairs share: where its rows begin and end, how wide they are, where blanks
//! stand in them, and which signs they hold. A repair looks only at the rows that hold the sign it needs.
//!
//! Nearly all characters are Chinese and are stepped over by their first byte; only blanks, punctuation and ASCII are
//! looked at. Nothing is decoded.

use std::ops::Range;

use super::draft::Row;
use crate::source::{
    Layout, Marks, Signs,
    sign::{ASCII, WIDE},
};

/// Reads the rows of a text, left to right.
pub(super) struct Scan<'t> {
    bytes: &'t [u8],
    /// How far it has read.
    pub at: usize,
    /// Whether something may be no text in what was read.
    pub suspect: bool,
}

/// What the words of a row are made of.
#[derive(Default)]
struct Words {
    signs: Signs,
    colons: usize,
    /// Their bytes, and how many of their characters have one, two and four of them; the others have three.
    bytes: usize,
    one: usize,
    two: usize,
    four: usize,
    /// The last opening mark of each kind that none closes.
    open: Open,
}

impl Words {
    fn solid(&self) -> usize {
        self.one + self.two + self.three() + self.four
    }

    fn columns(&self) -> usize {
        self.one + self.two + 2 * (self.three() + self.four)
    }

    fn three(&self) -> usize {
        (self.bytes - self.one - 2 * self.two - 4 * self.four) / 3
    }

    /// Full-width marks, and what is invisible, from 0xEF on.
    fn full_width(&mut self, at: usize, marks: (u8, u8)) {
        match marks {
            (0xbc, last) => {
                self.signs |= WIDE[usize::from(last & 0x3f)];
                match last {
                    0x88 => self.open.round = at as u32 + 1,
                    0x89 => self.open.round = 0,
                    0x9a => self.colons += 1,
                    _ => {}
                }
            }
            (0x80..=0x83, _) | (0xb8, 0x80..=0x8f) | (0xbb, 0xbf) | (0xbf, 0xb9..=0xbc) => self.signs |= Signs::SUSPECT,
            _ => {}
        }
    }
}

/// Where marks stand that are not closed in their row: the place behind their first byte, or zero.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Open {
    /// （
    pub round: u32,
    /// 《
    pub angle: u32,
}

impl Open {
    /// Whether one of them stands at `at` or behind it.
    #[inline]
    pub(super) fn since(self, at: usize) -> bool {
        self.round.max(self.angle) as usize > at
    }
}

/// A run of blanks.
#[derive(Default)]
struct Blanks {
    chars: usize,
    columns: usize,
    tabs: usize,
}

impl<'t> Scan<'t> {
    /// A scan of what stands in `range` of `text`.
    pub(super) fn of(text: &'t str, range: Range<usize>) -> Self {
        Self { bytes: &text.as_bytes()[..range.end], at: range.start, suspect: false }
    }

    /// The row up to the next line feed or form feed, unless it is empty; the scan then stands on that. `gap` is told
    /// where blanks stand inside it.
    #[inline]
    pub(super) fn row(&mut self, mut gap: impl FnMut(Range<usize>)) -> Option<Row> {
        let tabbed = self.bytes.get(self.at) == Some(&b'\t');
        let margin = self.blanks();
        let start = self.at;
        let (mut words, mut inside) = (Words::default(), Blanks::default());
        let end = loop {
            let from = self.at;
            self.words(&mut words);
            let end = self.at;
            words.bytes += end - from;
            let ends = |byte: Option<&u8>| matches!(byte, None | Some(b'\n' | b'\x0c'));
            let blanks = if ends(self.bytes.get(end)) { Blanks::default() } else { self.blanks() };
            if ends(self.bytes.get(self.at)) {
                break end;
            }
            gap(end..self.at);
            inside.columns += blanks.columns;
            inside.chars += blanks.chars;
            words.signs |= if blanks.tabs > 0 { Signs::BLANK | Signs::TAB } else { Signs::BLANK };
        };
        if words.colons > 1 {
            words.signs |= Signs::COLONS;
        }
        self.suspect |= words.signs.intersects(Signs::SUSPECT);
        let columns = |count: usize| count.min(usize::from(u16::MAX)) as u16;
        let indent = margin.columns + if tabbed { 3 * margin.tabs } else { 0 };
        let layout = Layout { indent: columns(indent), width: columns(words.columns() + inside.columns), ..Layout::default() };
        let (solid, blanks) = (words.solid() as u32, inside.chars as u32);
        let row = Row { range: start..end, layout, signs: words.signs, solid, blanks, open: words.open, ..Row::default() };
        (start < end).then_some(row)
    }

    /// Steps over all up to the next blank or the end of the row.
    fn words(&mut self, words: &mut Words) {
        let (bytes, mut at, mut read) = (self.bytes, self.at, std::mem::take(words));
        loop {
            // Chinese characters, whose first bytes are 0xE4 to 0xEB, three at a time
            while let Some(eight) = bytes.get(at..at + 9).and_then(|nine| nine.first_chunk())
                && ((u64::from_le_bytes(*eight) & 0xff_0000_ff00_00ff) + 0x1c_0000_1c00_001c) & 0xf8_0000_f800_00f8 == 0
            {
                at += 9;
            }
            while matches!(bytes.get(at), Some(0xe4..=0xeb)) {
                at += 3;
            }
            let Some(byte) = bytes.get(at) else { break };
            at += match *byte {
                b @ ..0x80 => {
                    let sign = ASCII[usize::from(b)];
                    if sign.intersects(Signs::EDGE) {
                        break;
                    }
                    // & \ and < begin something only before letters and few signs
                    let begins = |next: Option<&u8>| matches!(next, Some(b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!' | b'#'));
                    let plain = matches!(b, b'&' | b'\\' | b'<') && !begins(bytes.get(at + 1));
                    read.signs |= if plain { Signs::empty() } else { sign };
                    read.colons += usize::from(b == b':');
                    read.one += 1;
                    1
                }
                0xef => {
                    read.full_width(at, (bytes[at + 1], bytes[at + 2]));
                    3
                }
                0xe3 if bytes[at + 1] == 0x80 => {
                    match bytes[at + 2] {
                        0x80 => break,
                        0x82 => read.signs |= Signs::STOP,
                        0x8a => {
                            read.signs |= Signs::QUOTE;
                            read.open.angle = at as u32 + 1;
                        }
                        0x8b => read.open.angle = 0,
                        _ => {}
                    }
                    3
                }
                0xe1 | 0xe2 => {
                    if blank_len(bytes, at) > 0 {
                        break;
                    }
                    match (bytes[at], bytes[at + 1], bytes[at + 2]) {
                        (0xe2, 0x80, 0x93 | 0x94) => read.signs |= Signs::DASH,
                        (0xe2, 0x80, 0x8b..=0x8f | 0xa8..=0xae) | (0xe2, 0x81, 0xa0..) | (0xe1, 0xa0, 0x8e) => read.signs |= Signs::SUSPECT,
                        _ => {}
                    }
                    3
                }
                0xc2 if bytes[at + 1] == 0xa0 => break,
                0xee if bytes[at + 1..at + 3] == [0x97, 0xa5] => {
                    read.signs |= Signs::SUSPECT;
                    3
                }
                b @ 0xc2..=0xdf => {
                    match (b, bytes[at + 1]) {
                        (0xc2, ..0xa0 | 0xad) => read.signs |= Signs::SUSPECT,
                        // »
                        (0xc2, 0xbb) => read.signs |= Signs::ARROW,
                        _ => {}
                    }
                    read.two += 1;
                    2
                }
                0xf0.. => {
                    read.four += 1;
                    4
                }
                _ => 3,
            };
        }
        (self.at, *words) = (at, read);
    }

    /// Steps over blanks.
    fn blanks(&mut self) -> Blanks {
        let mut blanks = Blanks::default();
        loop {
            let len = match self.bytes[self.at..] {
                [b'\t', ..] => {
                    blanks.tabs += 1;
                    1
                }
                [b'\r', ref next @ ..] => {
                    // a line end of its own
                    self.suspect |= next.first() != Some(&b'\n');
                    1
                }
                _ => blank_len(self.bytes, self.at),
            };
            if len == 0 {
                return blanks;
            }
            blanks.chars += 1;
            blanks.columns += if len == 3 { 2 } else { 1 };
            self.at += len;
        }
    }
}

impl Marks {
    /// What stands in `line`, which has no blanks at its ends.
    pub(crate) fn of(line: &str) -> Self {
        Row::trimmed(line, 0..line.len()).map(|row| row.marks()).unwrap_or_default()
    }
}

/// How many bytes the blank at `at` has, see [`is_blank`](super::chars::is_blank); none where no blank stands.
#[inline(always)]
fn blank_len(bytes: &[u8], at: usize) -> usize {
    match bytes[at..] {
        [b' ' | b'\t' | b'\r', ..] => 1,
        [0xe3, 0x80, 0x80, ..] | [0xe2, 0x80, 0x80..=0x8a | 0xaf, ..] | [0xe2, 0x81, 0x9f, ..] | [0xe1, 0x9a, 0x80, ..] => 3,
        [0xc2, 0xa0, ..] => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::chars::is_blank, *};

    fn rows(text: &str) -> Vec<Row> {
        let mut scan = Scan::of(text, 0..text.len());
        let mut rows = Vec::new();
        while scan.at < text.len() {
            rows.extend(scan.row(|_| {}));
            scan.at += 1;
        }
        rows
    }

    #[test]
    fn blanks_are_those_of_their_class() {
        for c in (0..=0x1_ffff).filter_map(char::from_u32) {
            let text = String::from(c);
            assert_eq!(blank_len(text.as_bytes(), 0) > 0, is_blank(c), "{c:?}");
        }
    }

    #[test]
    fn rows_and_their_signs() {
        let text = "\u{3000}\u{3000}一、要求：（见《办法》，3份 \r\n\n\t甲\t乙:é—\x0c“丙。”";
        let found: Vec<(&str, u16, u16, u32)> =
            rows(text).into_iter().map(|row| (&text[row.range], row.layout.indent, row.layout.width, row.solid)).collect();
        assert_eq!(found, [("一、要求：（见《办法》，3份", 4, 27, 14), ("甲\t乙:é—", 4, 9, 5), ("“丙。”", 0, 8, 4)]);
        let rows = rows(text);
        assert!(
            rows[0].signs.intersects(Signs::COMMA) && rows[0].signs.intersects(Signs::FIGURE) && !rows[0].signs.intersects(Signs::STOP)
        );
        assert!(rows[0].open.round > 0 && rows[0].open.angle == 0);
        assert!(rows[1].signs.intersects(Signs::TAB) && rows[1].signs.intersects(Signs::DASH) && !rows[1].signs.intersects(Signs::COLONS));
        assert!(rows[2].signs.intersects(Signs::STOP));
    }

    #[test]
    fn what_may_be_no_text_is_seen() {
        let suspect = |text: &str| {
            let mut scan = Scan::of(text, 0..text.len());
            scan.row(|_| {});
            scan.suspect
        };
        for c in (0..=0x1_ffff).filter_map(char::from_u32).filter(|c| *c != '\n') {
            let text = format!("甲{c}乙");
            assert!(suspect(&text) || super::super::noise::find(&text, 0).is_empty(), "{c:?}");
        }
        assert!(suspect("甲\r") && !suspect("甲\r\n") && !suspect("“各县（市、区）”——①：100％"));
    }
}
