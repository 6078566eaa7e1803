//! Sentences: cut at 。；！？ outside brackets, quotation marks and 《》.

use std::ops::Range;

/// The sentences of `text` and the sign that ends each (none at the end of the text).
pub(crate) fn sentences(text: &str) -> Vec<(Range<usize>, Option<char>)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in outside(text).filter(|(_, c)| matches!(c, '。' | '；' | '！' | '？' | ';' | '\n')) {
        push(text, start..at, Some(c), &mut sentences);
        start = at + c.len_utf8();
    }
    push(text, start..text.len(), None, &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, end: Option<char>, sentences: &mut Vec<(Range<usize>, Option<char>)>) {
    let words = &text[range.clone()];
    // a closing mark that stands behind the end of a sentence belongs to it
    let trimmed = words.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '”' | '’' | '）' | ')' | '，' | ','));
    let start = range.end - trimmed.len();
    let len = trimmed.trim_end().len();
    if len > 0 {
        sentences.push((start..start + len, end));
    }
}

/// The parts of a sentence between commas outside brackets.
pub(crate) fn commas(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in outside(text).filter(|(_, c)| matches!(c, '，' | ',')) {
        parts.push(start..at);
        start = at + c.len_utf8();
    }
    parts.push(start..text.len());
    parts
}

/// The signs of `text` that stand in no bracket. A bracket that never closes protects nothing behind its paragraph.
pub(crate) fn outside(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let closes = closing(text);
    let mut until = 0;
    let mut next = 0;
    text.char_indices().filter(move |(at, _)| {
        while next < closes.len() && closes[next].0 < *at {
            next += 1;
        }
        if next < closes.len() && closes[next].0 == *at {
            until = until.max(closes[next].1);
        }
        *at >= until
    })
}

/// Where each opening bracket closes again, in order of the opening ones; those that do not close are left out.
fn closing(text: &str) -> Vec<(usize, usize)> {
    let mut open: Vec<(usize, u8)> = Vec::new();
    let mut pairs = Vec::new();
    for (at, c) in text.char_indices() {
        match bracket(c) {
            Some((kind, true)) => open.push((at, kind)),
            // an opening mark of another kind that never closed is passed over
            Some((kind, false)) => {
                if let Some(n) = open.iter().rev().take(8).position(|(_, opened)| *opened == kind) {
                    let keep = open.len() - 1 - n;
                    pairs.push((open[keep].0, at + c.len_utf8()));
                    open.truncate(keep);
                }
            }
            None => {}
        }
    }
    pairs.sort_unstable();
    pairs
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
    fn brackets_protect() {
        let text = "落实“管行业必须管安全。管业务必须管安全”要求（见附件；下同），抓好落实；各县（市、区）要报告。完";
        let cut: Vec<_> = sentences(text).into_iter().map(|(r, _)| &text[r]).collect();
        assert_eq!(cut, ["落实“管行业必须管安全。管业务必须管安全”要求（见附件；下同），抓好落实", "各县（市、区）要报告", "完"]);
        assert_eq!(commas("一（二，三），四").len(), 2);
        assert_eq!(sentences("（未闭合。后文。").len(), 2);
    }
}
