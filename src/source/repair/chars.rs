//! The classes of characters that typesetting knows: blanks, Chinese characters, numerals, marks that end a
//! sentence or hang on the word before. What the characters *mean* is no matter here.

use std::borrow::Cow;

use memchr::memrchr_iter;

pub(super) use crate::phrase::numeral::is_figure;

/// White space inside a line, of any width; line ends are none.
#[inline]
pub(super) fn is_blank(c: char) -> bool {
    // nearly all others are Chinese characters, which one comparison tells
    c <= '\u{3000}'
        && matches!(c, ' ' | '\t' | '\r' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// A numeral in words; O is what typists take for the zero.
#[inline]
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '〇'
            | '零'
            | '○'
            | '◯'
            | 'O'
            | 'Ｏ'
            | '两'
            | '廿'
            | '卅'
    )
}

/// The marks of Chinese punctuation beside which a blank never means anything (GB/T 15834-2011).
#[inline]
pub(super) fn is_mark(c: char) -> bool {
    is_opening(c) || hangs(c)
}

/// Those of them that hang on the word before.
#[inline]
pub(super) fn hangs(c: char) -> bool {
    is_closing(c) || matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

/// The marks that open a pair.
#[inline]
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '（' | '《' | '〈' | '〔' | '【' | '「' | '『' | '“' | '‘' | '［' | '｛')
}

/// The marks that close a pair.
#[inline]
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '）' | '》' | '〉' | '〕' | '】' | '」' | '』' | '”' | '’' | '］' | '｝')
}

/// Whether `text` ends like a paragraph: with 。！？；： or the like, closing marks behind it included.
pub(super) fn is_ended(text: &str) -> bool {
    let last = text.trim_end_matches(|c| is_closing(c) || c == ')' || c == '"').chars().next_back();
    last.is_some_and(|c| matches!(c, '。' | '！' | '？' | '；' | '：' | '…' | '!' | '?' | ';' | ':' | '．'))
}

/// How many columns `text` takes: two for a Chinese character or mark, one for a letter.
pub(super) fn width(text: &str) -> usize {
    text.bytes().map(|b| usize::from(!(0x80..0xc0).contains(&b)) + usize::from(b >= 0xe0)).sum()
}

/// The last bytes of `text`, about `len` of them: what a rule may look back at without making the work quadratic.
pub(super) fn tail(text: &str, len: usize) -> &str {
    let mut from = text.len().saturating_sub(len);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// Whether a mark of this kind is open at the end of `text`: the last one, or the last that closes one, is one that opens.
pub(super) fn is_left_open(text: &str, opening: char, closing: char) -> bool {
    // both marks of a pair begin with the same byte, which stands in few other characters
    let lead = opening.encode_utf8(&mut [0; 4]).as_bytes()[0];
    let mut marks = memrchr_iter(lead, text.as_bytes()).filter_map(|at| text[at..].chars().next());
    marks.find(|c| *c == opening || *c == closing) == Some(opening)
}

/// The first bytes of `text`, about `len` of them.
pub(super) fn head(text: &str, len: usize) -> &str {
    let mut end = text.len().min(len);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// `text` without the blanks at its head.
#[inline]
pub(super) fn past_blanks(text: &str) -> &str {
    match text.as_bytes().first() {
        // the bytes that begin a blank
        Some(b' ' | b'\t' | b'\r' | 0xc2 | 0xe1..=0xe3) => text.trim_start_matches(is_blank),
        _ => text,
    }
}

/// `text` without its blanks.
pub(super) fn solid(text: &str) -> Cow<'_, str> {
    if text.contains(is_blank) { Cow::Owned(text.split(is_blank).collect()) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_paragraphs() {
        for text in ["办理。", "（以下简称办法）：", "“应报尽报。”", "如下:", "（二）报送；", "（可另附页。）"]
        {
            assert!(is_ended(text), "{text}");
        }
        for text in ["海川市教育局", "加强领导，", "方案（试行）", "“一网通办”"] {
            assert!(!is_ended(text), "{text}");
        }
    }

    #[test]
    fn a_chinese_character_has_two_columns() {
        assert_eq!(width("第3条，a“é”"), 2 + 1 + 2 + 2 + 1 + 2 + 1 + 2);
    }
}
