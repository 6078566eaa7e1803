//! Sentences: cut at 。；！？ outside brackets, quotation marks and 《》; and their parts between commas.

use std::ops::Range;

use crate::{
    pattern::{is_han, tail},
    phrase::{numeral::is_numeral, trimmed},
};

/// The signs that cut a text and stand in no bracket, found once for all who ask.
pub(crate) struct Punctuation<'t> {
    text: &'t str,
    signs: Vec<(usize, char)>,
}

impl<'t> Punctuation<'t> {
    /// The signs of `text`. A bracket that never closes protects nothing behind it.
    pub(crate) fn of(text: &'t str) -> Self {
        Self::among(text, marks(text).collect())
    }

    /// The signs among the [`marks`] of `text`.
    pub(crate) fn among(text: &'t str, marks: Vec<(usize, char)>) -> Self {
        let (mut signs, mut kept) = (marks, 0);
        // the brackets that are open, and how many signs stood before each
        let mut open: Vec<(u8, usize)> = Vec::new();
        for n in 0..signs.len() {
            let sign = signs[n];
            match bracket(sign.1) {
                Some((kind, true)) => open.push((kind, kept)),
                // an opening mark of another kind that never closed is passed over
                Some((kind, false)) => {
                    if let Some(n) = open.iter().rev().take(8).position(|(opened, _)| *opened == kind) {
                        let keep = open.len() - 1 - n;
                        kept = open[keep].1;
                        open.truncate(keep);
                    }
                }
                None if is_square(sign.1) => {}
                None => {
                    signs[kept] = sign;
                    kept += 1;
                }
            }
        }
        signs.truncate(kept);
        Self { text, signs }
    }

    /// The room that they took.
    pub(crate) fn into_room(self) -> Vec<(usize, char)> {
        self.signs
    }

    /// They and their places, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, char)> + '_ {
        self.signs.iter().copied()
    }

    /// Those in `range`.
    pub(crate) fn within(&self, range: Range<usize>) -> impl Iterator<Item = (usize, char)> + '_ {
        let first = self.signs.partition_point(|(at, _)| *at < range.start);
        self.signs[first..].iter().copied().take_while(move |(at, _)| *at < range.end)
    }

    /// The sentences and the sign that ends each (none at the end of the text).
    pub(crate) fn sentences(&self) -> impl Iterator<Item = (Range<usize>, Option<char>)> + '_ {
        let (mut next, mut start) = (0, Some(0));
        std::iter::from_fn(move || {
            loop {
                let from = start?;
                let (end, sign) =
                    self.next_of(&mut next, self.text.len(), |c| matches!(c, '。' | '；' | '！' | '？' | ';' | '\n' | '.' | '．'));
                start = sign.map(|c| end + c.len_utf8());
                if let Some(words) = sentence(self.text, from..end) {
                    return Some((words, sign));
                }
            }
        })
    }

    /// The parts of a sentence between commas.
    pub(crate) fn commas(&self, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut next = self.signs.partition_point(|(at, _)| *at < sentence.start);
        let mut start = Some(sentence.start);
        std::iter::from_fn(move || {
            let from = start?;
            let (end, sign) = self.next_of(&mut next, sentence.end, |c| matches!(c, '，' | ','));
            start = sign.map(|c| end + c.len_utf8());
            Some(from..end)
        })
    }

    /// The next sign before `end` that `cuts`, from the sign `next` on; where there is none, the end itself.
    #[inline]
    fn next_of(&self, next: &mut usize, end: usize, cuts: impl Fn(char) -> bool) -> (usize, Option<char>) {
        while let Some((at, c)) = self.signs.get(*next).filter(|(at, _)| *at < end) {
            *next += 1;
            if cuts(*c) {
                return (*at, Some(*c));
            }
        }
        (end, None)
    }
}

/// What is said at `range`, where anything is.
fn sentence(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    // a closing mark that stands behind the end of a sentence belongs to it
    let idle = |c: char| c.is_whitespace() || matches!(c, '”' | '’' | '）' | ')' | '，' | ',');
    let words = &text[range.clone()];
    // no Chinese character is one
    let rest = if matches!(words.as_bytes(), [0xe4..=0xe9, ..]) { words } else { words.trim_start_matches(idle) };
    let (start, words) = (range.end - rest.len(), trimmed(rest));
    (!words.is_empty()).then(|| start..start + words.len())
}

/// The brackets of `text`, square ones too, and the signs that may cut it.
pub(crate) fn marks(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let (place, first) = (at, *text.as_bytes().get(at)?);
            // no mark begins as Chinese characters do
            if matches!(first, 0xe4..=0xe9) {
                at += 3;
                continue;
            }
            at += match first {
                0..0x80 => 1,
                0x80..0xe0 => 2,
                0xe0..0xf0 => 3,
                _ => 4,
            };
            if let Some(mark) = mark(text, place) {
                return Some(mark);
            }
        }
    })
}

/// The mark that stands at byte `at` of `text`, if one does.
#[inline]
pub(crate) fn mark(text: &str, at: usize) -> Option<(usize, char)> {
    let c = match text.as_bytes()[at..] {
        [b';', ..] if ends_entity(&text[..at]) => return None,
        [b'.', ..] => return is_stop(text, at..at + 1).then_some((at, '.')),
        [0xef, 0xbc, 0x8e, ..] => return is_stop(text, at..at + '．'.len_utf8()).then_some((at, '．')),
        [c @ (b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'\n'), ..] => return Some((at, char::from(c))),
        // 、 is none, and the sign that most texts have most of
        [0xe3, 0x80, 0x81, ..] => return None,
        [0xe2 | 0xe3, 0x80, _, ..] | [0xef, 0xbc, _, ..] => text[at..].chars().next()?,
        _ => return None,
    };
    let is_mark = matches!(c, '，' | '。' | '；' | '！' | '？' | '：') || bracket(c).is_some() || is_square(c);
    is_mark.then_some((at, c))
}

/// Whether the point at `range` ends a sentence, as the last one of the paragraph does: 加强领导．各县要上报．
fn is_stop(text: &str, range: Range<usize>) -> bool {
    /// The most signs of a note.
    const NOTE: usize = 120;
    let closes = |before: &str| before.ends_with(|c| is_han(c) && !is_numeral(c) || matches!(c, '”' | '）' | ')' | '》'));
    let goes_on = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '．');
    let last = |text: &str| text.trim_end().strip_suffix(['.', '．']).is_some_and(closes);
    // a note in brackets may stand behind the last
    let near = tail(text, NOTE);
    let before_note = || near.trim_end().strip_suffix(['）', ')'])?.rsplit_once(['（', '(']).map(|(before, _)| before);
    closes(&text[..range.start]) && !text[range.end..].starts_with(goes_on) && (last(near) || before_note().is_some_and(last))
}

/// Whether `before` ends in the name of an HTML entity, which a semicolon closes and cuts nothing: &ldquo;.
fn ends_entity(before: &str) -> bool {
    const LONGEST: usize = 8;
    let name = before.bytes().rev().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    name > 1 && before[..before.len() - name].ends_with('&')
}

/// Whether `c` is a bracket of notes that parts no sentences.
const fn is_square(c: char) -> bool {
    matches!(c, '[' | ']' | '［' | '］')
}

/// The kind of a bracket, half and full width being one, and whether it opens.
const fn bracket(c: char) -> Option<(u8, bool)> {
    Some(match c {
        '（' | '(' => (0, true),
        '）' | ')' => (0, false),
        '《' => (1, true),
        '》' => (1, false),
        '“' => (2, true),
        '”' => (2, false),
        '〈' => (3, true),
        '〉' => (3, false),
        '【' => (4, true),
        '】' => (4, false),
        '〔' => (5, true),
        '〕' => (5, false),
        '「' => (6, true),
        '」' => (6, false),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_end_sentences_of_a_paragraph_that_ends_with_one() {
        let count = |text: &str| Punctuation::of(text).sentences().count();
        assert_eq!(count("加强领导．各县（市）要上报3.5万元的清单．市局抽查．"), 3);
        assert_eq!(count("完善机制.各县要上报.一.自查."), 3);
        assert_eq!(count("完善机制．各县要上报．（责任单位：市财政局）"), 3);
        assert_eq!(count("推选阿依.古丽为代表。"), 1);
    }

    #[test]
    fn brackets_protect() {
        let text = "落实“管行业必须管安全。管业务必须管安全”要求（见附件；下同），抓好落实；各县（市、区）要报告。完";
        let cut: Vec<_> = Punctuation::of(text).sentences().map(|(r, _)| &text[r]).collect();
        assert_eq!(cut, ["落实“管行业必须管安全。管业务必须管安全”要求（见附件；下同），抓好落实", "各县（市、区）要报告", "完"]);
        let text = "一（二，三），四";
        assert_eq!(Punctuation::of(text).commas(0..text.len()).count(), 2);
        assert_eq!(Punctuation::of("（未闭合。后文。").sentences().count(), 2);
        assert_eq!(Punctuation::of("推行&ldquo;一网通办&rdquo;改革;抓好R&D;落实").sentences().count(), 3);
    }
}
