//! Characters that are no text: zero-width and control characters, soft hyphens, byte-order marks inside,
//! white space written as an HTML entity, as the escape of a programming language (`\n`) or in a private character; and the line ends that
//! are no line feeds.
//!
//! Other entities (`&amp;`, `&lt;`) stay as they are, since no character may be put in for another.

use std::ops::Range;

use memchr::memchr;

use super::chars::is_blank;
use crate::pattern::is_han;

/// What is done at a place of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// Not read.
    Drop(Range<usize>),
    /// Not read, though it may hold words: the code or a comment of a page.
    Hide(Range<usize>),
    /// Not read; a line ends here.
    Break(Range<usize>),
}

impl Edit {
    /// The place.
    pub(super) fn range(&self) -> Range<usize> {
        match self {
            Self::Drop(range) | Self::Hide(range) | Self::Break(range) => range.clone(),
        }
    }
}

/// All that is no text in `source` from `at` on, in order.
pub(super) fn find(source: &str, mut at: usize) -> Vec<Edit> {
    let bytes = source.as_bytes();
    let mut edits = Vec::new();
    while let Some(byte) = bytes.get(at) {
        let edit = match byte {
            // a Chinese character
            0xe4..=0xe9 => {
                at += 3;
                continue;
            }
            b'&' => entities(source, at),
            0xee if source[at..].starts_with(GBK_BLANK) => entities(source, at),
            b'\\' => escape(source, at),
            b if SUSPECT[usize::from(*b)] => character(source, at),
            _ => None,
        };
        let Some(edit) = edit else {
            at += 1;
            continue;
        };
        at = edit.range().end;
        edits.push(edit);
    }
    edits
}

/// The bytes that a character of this kind may begin with. 0xEF begins full-width punctuation too, and 0xE2
/// the quotation marks; the rest is rare.
static SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = (b < 0x20 && b != b'\n' as usize && b != b'\t' as usize && b != 0x0c)
            || matches!(b, 0x26 | 0x5c | 0x7f | 0xc2 | 0xe1 | 0xe2 | 0xee | 0xef);
        b += 1;
    }
    table
};

fn character(source: &str, at: usize) -> Option<Edit> {
    let bytes = source.as_bytes();
    // ，：（ and their kind, “ ” —: the common case, decided by two bytes
    if matches!(bytes[at..], [0xef, 0xbc | 0xbd, ..] | [0xe2, 0x94..=0xbf, ..]) {
        return None;
    }
    let c = source[at..].chars().next()?;
    let range = at..at + c.len_utf8();
    match c {
        '\r' if bytes.get(at + 1) == Some(&b'\n') => None,
        '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Edit::Break(range)),
        _ if is_invisible(c) => Some(Edit::Drop(range)),
        _ => None,
    }
}

/// Characters that no reader sees, or only as a bullet of a font for symbols (U+F000 to U+F0FF).
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{f000}'..='\u{f0ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}')
}

/// A run of blank entities. One of them stood for a blank inside a line; several parted columns or
/// paragraphs, unless they spaced out a word (`组&nbsp;&nbsp;长`).
fn entities(source: &str, start: usize) -> Option<Edit> {
    let (mut end, mut count) = (start, 0);
    while let Some(len) = blank_entity(&source[end..]) {
        end += len;
        count += 1;
        end += source[end..].len() - source[end..].trim_start_matches(is_blank).len();
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (mut before, mut behind) = (source[..start].chars().rev(), source[end..].chars());
    let (left, right) = (before.next(), behind.next());
    let single_left = left.is_some_and(is_han) && !letter(before.next());
    let single_right = right.is_some_and(is_han) && matches!(behind.next(), Some('：' | ':'));
    let spaced_out = (single_left && letter(right)) || (single_right && letter(left));
    let edge = [left, right].iter().any(|c| c.is_none_or(|c| c == '\n'));
    match count {
        0 => None,
        1 => Some(Edit::Drop(start..end)),
        _ if spaced_out || edge => Some(Edit::Drop(start..end)),
        _ => Some(Edit::Break(start..end)),
    }
}

/// A run of `\n`, `\r`, `\t`, `\u3000`, `\xa0` written out, where no letter stands around it that would make it part
/// of a path.
fn escape(source: &str, start: usize) -> Option<Edit> {
    let (mut end, mut line_end) = (start, false);
    while let Some(body) = source[end..].strip_prefix('\\') {
        let Some(code) = ["n", "r", "t", "u3000", "xa0"].into_iter().find(|code| body.starts_with(code)) else { break };
        line_end |= matches!(code, "n" | "r");
        end += 1 + code.len();
    }
    let bound = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '\\');
    let path = bound(source[..start].chars().next_back()) || bound(source[end..].chars().next());
    match end > start && !path {
        true if line_end => Some(Edit::Break(start..end)),
        true => Some(Edit::Drop(start..end)),
        false => None,
    }
}

/// The full-width blank of GBK (0xA3A0) as decoders of GB 18030 have it, which know no other character for it.
const GBK_BLANK: char = '\u{e5e5}';

/// The length of an entity for white space or a zero-width character at the head of `text`.
fn blank_entity(text: &str) -> Option<usize> {
    if text.starts_with(GBK_BLANK) {
        return Some(GBK_BLANK.len_utf8());
    }
    // an entity written out twice, &amp;nbsp;, is one
    let body = text.strip_prefix("&amp;").or(text.strip_prefix('&'))?;
    let name = &body[..memchr(b';', &body.as_bytes()[..body.len().min(10)])?];
    let blank = match name.strip_prefix('#') {
        Some(code) => {
            let value = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => code.parse(),
            };
            value.ok().and_then(char::from_u32).is_some_and(|c| is_blank(c) || is_invisible(c))
        }
        None => matches!(name, "nbsp" | "ensp" | "emsp" | "thinsp" | "zwnj" | "zwj" | "shy" | "lrm" | "rlm" | "Tab"),
    };
    blank.then(|| text.len() - body.len() + name.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with all edits made.
    fn read(source: &str) -> String {
        let (mut out, mut at) = (String::new(), 0);
        for edit in find(source, 0) {
            out.push_str(&source[at..edit.range().start]);
            out.push_str(if matches!(edit, Edit::Break(_)) { "\n" } else { "" });
            at = edit.range().end;
        }
        out + &source[at..]
    }

    #[test]
    fn what_no_reader_sees_is_dropped() {
        assert_eq!(read("\u{200b}海川\u{feff}市\u{ad}教\0育\u{7f}局"), "海川市教育局");
        let clean = "“各县（市、区）”——①：100％\t、\r\n\u{c}";
        assert_eq!(read(clean), clean);
    }

    #[test]
    fn line_ends_of_all_kinds() {
        assert_eq!(read("一\r二\u{b}三\u{2028}四\u{2029}五\u{85}六\r\n"), "一\n二\n三\n四\n五\n六\r\n");
    }

    #[test]
    fn blanks_of_gbk_in_private_characters() {
        assert_eq!(
            read("\u{e5e5}\u{e5e5}一、加强领导，组\u{e5e5}长到位。\u{e5e5}\u{e5e5}二、落实责任"),
            "一、加强领导，组长到位。\n二、落实责任"
        );
    }

    #[test]
    fn escapes_written_out() {
        assert_eq!(read("通知如下：\\r\\n\\u3000\\u3000一、加强领导\\n"), "通知如下：\n一、加强领导\n");
        for text in ["综合政务\\\\政务督查", "c:\\new\\text", "\\alpha"] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn blank_entities() {
        assert_eq!(read("第&nbsp;3&#160;条&#x3000;规定"), "第3条规定");
        assert_eq!(read("特此批复。&nbsp;&nbsp; &emsp;云岭县人民政府"), "特此批复。\n云岭县人民政府");
        assert_eq!(read("组&nbsp;&nbsp;长：李明远"), "组长：李明远");
        assert_eq!(read("甲&amp;nbsp;乙"), "甲乙");
        assert_eq!(read("&lt;办法&gt;&amp;&;&#x4e00;&nbsp"), "&lt;办法&gt;&amp;&;&#x4e00;&nbsp");
    }
}
