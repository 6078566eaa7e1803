//! Which signs stand in a line. Repairs and the structure of a document ask the same kinds of questions of rows and lines
//! (has it a sentence, a figure, a colon?), and one look answers them all: [`Marks`] go with the line, from layer to layer.

use std::ops::{BitOr, BitOrAssign};

/// Kinds of signs, of which a line may hold some.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u32);

impl Signs {
    /// None.
    pub(super) const NONE: Self = Self(0);
    /// ，
    pub(crate) const COMMA: Self = Self(1);
    /// 。
    pub(crate) const STOP: Self = Self(1 << 1);
    /// ；
    pub(crate) const SEMICOLON: Self = Self(1 << 2);
    /// ：
    pub(crate) const COLON: Self = Self(1 << 3);
    /// A colon of half the width.
    pub(crate) const HALF_COLON: Self = Self(1 << 4);
    /// More than one colon.
    pub(super) const COLONS: Self = Self(1 << 5);
    /// `,`
    pub(super) const HALF_COMMA: Self = Self(1 << 6);
    /// A tab.
    pub(crate) const TAB: Self = Self(1 << 7);
    /// `*`
    pub(super) const STAR: Self = Self(1 << 8);
    /// A figure of either width.
    pub(crate) const FIGURE: Self = Self(1 << 9);
    /// A dash of any length.
    pub(super) const DASH: Self = Self(1 << 10);
    /// Blanks inside, of any kind.
    pub(crate) const BLANK: Self = Self(1 << 11);
    /// ！
    pub(crate) const BANG: Self = Self(1 << 12);
    /// 《
    pub(crate) const QUOTE: Self = Self(1 << 13);
    /// （ and its half-width twin.
    pub(crate) const BRACKET: Self = Self(1 << 14);
    /// A full stop of half the width, as names of files and addresses have it.
    pub(crate) const DOT: Self = Self(1 << 15);
    /// A Latin letter.
    pub(crate) const LETTER: Self = Self(1 << 16);
    /// > and its kin, between the steps of breadcrumbs.
    pub(crate) const ARROW: Self = Self(1 << 17);
    /// What may begin something that is no text: an invisible character, an entity, an escape, a tag.
    pub(super) const SUSPECT: Self = Self(1 << 18);
    /// No text, but the end of a row or a blank.
    pub(super) const EDGE: Self = Self(1 << 19);

    /// The marks at which sentences and their parts end.
    pub(super) const SENTENCE: Self = Self(Self::COMMA.0 | Self::STOP.0 | Self::SEMICOLON.0);

    /// Whether one of `signs` is among these.
    #[inline]
    pub(crate) const fn any(self, signs: Self) -> bool {
        self.0 & signs.0 != 0
    }
}

impl BitOr for Signs {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Signs {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// What each ASCII character is a sign of.
pub(super) static ASCII: [Signs; 128] = {
    let mut table = [Signs::NONE; 128];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b'\n' | b'\x0c' | b' ' | b'\t' | b'\r' => Signs::EDGE,
            0..=0x1f | 0x7f | b'&' | b'\\' | b'<' => Signs::SUSPECT,
            b'0'..=b'9' => Signs::FIGURE,
            b'a'..=b'z' | b'A'..=b'Z' => Signs::LETTER,
            b':' => Signs::HALF_COLON,
            b',' => Signs::HALF_COMMA,
            b'*' => Signs::STAR,
            b'-' => Signs::DASH,
            b'(' => Signs::BRACKET,
            b'.' => Signs::DOT,
            b'>' => Signs::ARROW,
            _ => Signs::NONE,
        };
        b += 1;
    }
    table
};

/// What each full-width sign from U+FF00 on is, by its last byte.
pub(super) static WIDE: [Signs; 64] = {
    let mut table = [Signs::NONE; 64];
    let mut n = 0;
    while n < 64 {
        table[n] = match n as u8 {
            0x01 => Signs::BANG,
            0x08 => Signs::BRACKET,
            0x0c => Signs::COMMA,
            0x0d => Signs::DASH,
            0x10..=0x19 => Signs::FIGURE,
            0x1a => Signs::COLON,
            0x1b => Signs::SEMICOLON,
            0x1e => Signs::ARROW,
            _ => Signs::NONE,
        };
        n += 1;
    }
    table
};

/// What one look at a line tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Which signs it holds.
    pub(crate) signs: Signs,
    /// How many characters it has.
    pub(crate) chars: u32,
    /// How many bytes these have.
    pub(crate) bytes: u32,
}
