//! Which signs stand in a line. Repairs and the structure of a document ask the same kinds of questions of rows and lines
//! (has it a sentence, a figure, a colon?), and one look answers them all: [`Marks`] go with the line, from layer to layer.

use bitflags::bitflags;

bitflags! {
    /// Kinds of signs, of which a line may hold some.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Signs: u32 {
        /// ，
        const COMMA = 1;
        /// 。
        const STOP = 1 << 1;
        /// ；
        const SEMICOLON = 1 << 2;
        /// ：
        const COLON = 1 << 3;
        /// A colon of half the width.
        const HALF_COLON = 1 << 4;
        /// More than one colon.
        const COLONS = 1 << 5;
        /// `,`
        const HALF_COMMA = 1 << 6;
        /// A tab.
        const TAB = 1 << 7;
        /// `*`
        const STAR = 1 << 8;
        /// A figure of either width.
        const FIGURE = 1 << 9;
        /// A dash of any length.
        const DASH = 1 << 10;
        /// Blanks inside, of any kind.
        const BLANK = 1 << 11;
        /// ！
        const BANG = 1 << 12;
        /// 《
        const QUOTE = 1 << 13;
        /// （ and its half-width twin.
        const BRACKET = 1 << 14;
        /// A full stop of half the width, as names of files and addresses have it.
        const DOT = 1 << 15;
        /// A Latin letter.
        const LETTER = 1 << 16;
        /// > and its kin, between the steps of breadcrumbs.
        const ARROW = 1 << 17;
        /// What may begin something that is no text: an invisible character, an entity, an escape, a tag.
        const SUSPECT = 1 << 18;
        /// No text, but the end of a row or a blank.
        const EDGE = 1 << 19;
        /// What may be a mark of Markdown.
        const MARKUP = 1 << 20;
        /// The marks at which sentences and their parts end.
        const SENTENCE = Self::COMMA.bits() | Self::STOP.bits() | Self::SEMICOLON.bits();
    }
}

/// What each ASCII character is a sign of.
pub(super) static ASCII: [Signs; 128] = {
    let mut table = [Signs::empty(); 128];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b'\n' | b'\x0c' | b' ' | b'\t' | b'\r' => Signs::EDGE,
            0..=0x1f | 0x7f | b'&' | b'\\' | b'<' => Signs::SUSPECT,
            b'0'..=b'9' => Signs::FIGURE,
            b'a'..=b'z' | b'A'..=b'Z' => Signs::LETTER,
            b':' => Signs::HALF_COLON,
            b',' => Signs::HALF_COMMA,
            b'*' => Signs::STAR.union(Signs::MARKUP),
            b'-' => Signs::DASH.union(Signs::MARKUP),
            b'#' | b'=' | b'_' | b'|' => Signs::MARKUP,
            b'(' => Signs::BRACKET,
            b'.' => Signs::DOT,
            b'>' => Signs::ARROW.union(Signs::MARKUP),
            _ => Signs::empty(),
        };
        b += 1;
    }
    table
};

/// What each full-width sign from U+FF00 on is, by its last byte.
pub(super) static WIDE: [Signs; 64] = {
    let mut table = [Signs::empty(); 64];
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
            _ => Signs::empty(),
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
