//! What is left of the markup that a text came in: HTML tags and comments, Markdown's marks.
//!
//! Only names of HTML count as tags, since older texts write `<办法>` for 《办法》 and figures `>=95%`. Marks of
//! Markdown are read at the head of a line (`# `, `- `, `> `) and in pairs (`**`); rulers are dropped. The `|`
//! between the cells of a table stays: it is all that tells the cells apart.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memmem};

use super::{
    chars::is_blank,
    draft::{Draft, Row},
    noise::Edit,
};
use crate::pattern::is_han;
use crate::source::Signs;

/// Elements that begin a line of their own.
const BLOCKS: [&str; 30] = [
    "p",
    "br",
    "div",
    "tr",
    "td",
    "th",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "tbody",
    "thead",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "html",
    "body",
    "head",
    "title",
    "section",
    "article",
    "center",
    "blockquote",
];

/// Elements inside a line.
const INLINE: [&str; 22] = [
    "span",
    "a",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "font",
    "img",
    "o:p",
    "st1:chsdate",
    "sup",
    "sub",
    "input",
    "label",
    "colgroup",
    "col",
    "meta",
    "link",
    "small",
    "big",
    "s",
];

/// Elements whose content is no text, and how they end.
const HIDDEN: [(&str, [&[u8]; 2]); 2] = [("script", [b"</script", b"</SCRIPT"]), ("style", [b"</style", b"</STYLE"])];

/// All HTML tags and comments of `source` from `at` on, in order.
pub(super) fn tags(source: &str, mut at: usize) -> Vec<Edit> {
    let closing = HIDDEN.map(|(_, ends)| ends.map(Next::of));
    let mut tags = Tags { source, comment: Next::of(b"-->"), closing };
    let mut edits = Vec::new();
    while let Some(start) = memchr(b'<', &source.as_bytes()[at..]).map(|n| at + n) {
        let edit = tags.tag(start);
        at = edit.as_ref().map_or(start + 1, |edit| edit.range().end);
        edits.extend(edit);
    }
    edits
}

/// A search for tags, left to right.
struct Tags<'t> {
    source: &'t str,
    comment: Next,
    closing: [[Next; 2]; 2],
}

impl Tags<'_> {
    /// Where the code ends that begins at `start` in an element: before its closing tag. What never closes is no code, nor
    /// is Chinese text that a broken page put there.
    fn code(&mut self, element: usize, start: usize) -> Option<usize> {
        let ends = self.closing[element].iter_mut().filter_map(|next| next.after(self.source, start));
        ends.min().filter(|end| !is_prose(&self.source[start..*end]))
    }

    /// The tag or comment that begins at `start`.
    fn tag(&mut self, start: usize) -> Option<Edit> {
        let body = &self.source[start + 1..];
        if body.starts_with("!--") {
            return self.comment.after(self.source, start + 4).map(|at| Edit::Hide(start..at + 3));
        }
        if body.get(..8).is_some_and(|name| name.eq_ignore_ascii_case("!doctype")) {
            let close = body.bytes().position(|b| b == b'>' || b == b'<').filter(|n| body.as_bytes()[*n] == b'>')?;
            return Some(Edit::Break(start..start + 1 + close + 1));
        }
        let name = body.strip_prefix('/').unwrap_or(body);
        let name = &name[..name.bytes().take(12).position(|b| !b.is_ascii_alphanumeric() && b != b':')?];
        let known = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(name));
        let block = known(&BLOCKS);
        let hidden = HIDDEN.iter().position(|(hidden, _)| hidden.eq_ignore_ascii_case(name));
        if !block && hidden.is_none() && !known(&INLINE) {
            return None;
        }
        // a tag holds no other: the next < ends the search, which keeps it linear
        let close = body.bytes().position(|b| b == b'>' || b == b'<').filter(|n| body.as_bytes()[*n] == b'>')?;
        let end = start + 1 + close + 1;
        let code = hidden.filter(|_| !body.starts_with('/')).and_then(|element| self.code(element, end));
        if let Some(code) = code {
            return Some(Edit::Hide(start..code));
        }
        Some(if block { Edit::Break(start..end) } else { Edit::Drop(start..end) })
    }
}

/// Whether `text` is Chinese running text rather than code that holds some.
fn is_prose(text: &str) -> bool {
    let (han, all) = text.chars().filter(|c| !c.is_whitespace()).fold((0, 0), |(han, all), c| (han + usize::from(is_han(c)), all + 1));
    han * 2 > all && text.contains(['。', '，'])
}

/// The next place of some bytes, found once for all who ask from before it.
struct Next {
    needle: &'static [u8],
    found: Option<usize>,
}

impl Next {
    const fn of(needle: &'static [u8]) -> Self {
        Self { needle, found: Some(0) }
    }

    fn after(&mut self, source: &str, at: usize) -> Option<usize> {
        if self.found.is_some_and(|found| found < at) {
            self.found = memmem::find(&source.as_bytes()[at..], self.needle).map(|n| at + n);
        }
        self.found
    }
}

/// Takes the marks of Markdown out of `draft`.
pub(super) fn markdown(draft: &mut Draft<'_>) {
    let text = draft.text;
    if !draft.rows.iter().any(may_be_marked) {
        return;
    }
    draft.rows.retain(|row| !may_be_marked(row) || !is_ruler(&text[row.range.clone()]));
    for row in draft.rows.iter_mut().filter(|row| may_be_marked(row)) {
        if let Some(inner) = without_bar(&text[row.range.clone()]) {
            row.narrow(text, row.range.start + inner.start..row.range.start + inner.end);
        }
        let mark = head_mark(&text[row.range.clone()]);
        if mark > 0 {
            row.narrow(text, row.range.start + mark..row.range.end);
        }
        if !row.signs.intersects(Signs::STAR) {
            continue;
        }
        let inner = &text[row.range.clone()];
        if memmem::find(inner.as_bytes(), b"**").is_some() {
            bold(inner, |mark| draft.cuts.push(row.range.start + mark.start..row.range.start + mark.end));
        } else if is_emphasized(inner) {
            row.narrow(text, row.range.start + 1..row.range.end - 1);
        }
    }
}

/// Whether marks may stand in `row`.
const fn may_be_marked(row: &Row) -> bool {
    row.signs.intersects(Signs::MARKUP)
}

/// `---`, `***`, `===`, `|---|---|`: lines that draw a line; `|`: what is left of a table without cells.
fn is_ruler(row: &str) -> bool {
    row == "|"
        || row.len() >= 3
            && matches!(row.as_bytes()[0], b'-' | b'*' | b'=' | b'_' | b'|' | b':')
            && row.bytes().all(|b| matches!(b, b'-' | b'*' | b'=' | b'_' | b'|' | b':' | b' '))
}

/// What stands beside the one `|` at an edge of `row`, which a table without cells left there.
fn without_bar(row: &str) -> Option<Range<usize>> {
    let edge = row.ends_with('|') || row.starts_with('|');
    // | of one cell |, and no row of a table
    let bars = 1 + usize::from(row.ends_with('|') && row.starts_with('|'));
    if !edge || memchr_iter(b'|', row.as_bytes()).nth(bars).is_some() {
        return None;
    }
    let inner = row.trim_matches(|c| c == '|' || is_blank(c));
    let start = inner.as_ptr() as usize - row.as_ptr() as usize;
    (!inner.is_empty()).then(|| start..start + inner.len())
}

/// The length of `# `, `- `, `* `, `> ` at the head of a line; a page number (`- 3 -`) is none.
fn head_mark(row: &str) -> usize {
    let (mark, limit) = match row.as_bytes()[0] {
        b'#' => (b'#', 6),
        b @ (b'-' | b'*' | b'>') => (b, 1),
        _ => return 0,
    };
    let run = row.bytes().take_while(|b| *b == mark).count();
    let blanks = row[run..].len() - row[run..].trim_start_matches(is_blank).len();
    let numbered = mark == b'-' && row.ends_with('-');
    if run > limit || blanks == 0 || run + blanks == row.len() || numbered { 0 } else { run + blanks }
}

/// `*海川市教育局*`: a row in one pair of stars.
fn is_emphasized(row: &str) -> bool {
    let inner = row.strip_prefix('*').and_then(|row| row.strip_suffix('*'));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains('*') && !inner.starts_with(is_blank) && !inner.ends_with(is_blank))
}

/// Cuts `**` out, where it stands in pairs. Longer rows of stars mask figures (138****1234), and those that can close
/// nothing mask names (《关于**县项目的请示》和《**县项目报告》).
fn bold(row: &str, cut: impl FnMut(Range<usize>)) {
    let bytes = row.as_bytes();
    let mark = |at: &usize| bytes.get(at + 2) != Some(&b'*') && (*at == 0 || bytes[at - 1] != b'*');
    let marks: Vec<_> = memmem::find_iter(bytes, b"**").filter(mark).collect();
    // right-flanking, as CommonMark has it (0.31, 6.2)
    let closes = |at: usize| {
        let (before, after) = (row[..at].chars().next_back(), row[at + 2..].chars().next());
        let parts = |c: Option<char>| c.is_none_or(|c| is_blank(c) || !c.is_alphanumeric());
        !before.is_none_or(is_blank) && (!parts(before) || parts(after))
    };
    marks.chunks_exact(2).filter(|pair| closes(pair[1])).flatten().map(|at| *at..at + 2).for_each(cut);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn untagged(source: &str) -> String {
        let (mut out, mut at) = (String::new(), 0);
        for edit in tags(source, 0) {
            out.push_str(&source[at..edit.range().start]);
            out.push_str(if matches!(edit, Edit::Break(_)) { "\n" } else { "" });
            at = edit.range().end;
        }
        out + &source[at..]
    }

    fn unmarked(text: &str) -> String {
        let mut draft = Draft::new(text);
        markdown(&mut draft);
        draft.write().0
    }

    #[test]
    fn tags_and_comments_are_dropped() {
        assert_eq!(untagged("<p style=\"a\">一、<b>要求</b></P><br/>二"), "\n一、要求\n\n二");
        assert_eq!(untagged("甲<!-- 注\n释 -->乙<script>var a = '<p>';</script>丙<STYLE>p{}</style>"), "甲乙丙");
    }

    #[test]
    fn code_is_left_out_and_text_is_not() {
        for (source, read) in [
            ("甲<script>var a = \"</p>，关闭\";</script>乙", "甲乙"),
            ("<!DOCTYPE html>甲", "\n甲"),
            ("甲<style>乙，丙。</p>丁", "甲乙，丙。\n丁"),
            ("甲<script>各单位要落实责任，按时报送。</script>乙", "甲各单位要落实责任，按时报送。乙"),
        ] {
            assert_eq!(untagged(source), read);
        }
    }

    #[test]
    fn other_angle_brackets_stay() {
        for text in ["印发<海川市养护办法>的通知", "参保率>=95%且<100%", "a < b > c", "<p", "<!-- 未完", "<", "<https://a.cn>"]
        {
            assert_eq!(untagged(text), text);
        }
    }

    #[test]
    fn marks_of_markdown_are_dropped() {
        assert_eq!(
            unmarked("# 方案\n*海川市教育局*\n---\n- 附件：1. 表\n**一、要求**\n> 引文\n| 甲 | 乙 |\n|---|:-:|\n"),
            "方案\n海川市教育局\n附件：1. 表\n一、要求\n引文\n| 甲 | 乙 |\n"
        );
        for text in ["关于**县项目的请示》和《**县报告\n", "- 1 -\n", "-5℃\n", "#5楼\n", "2**10\n", "电话：138****1234\n", "——\n"]
        {
            assert_eq!(unmarked(text), text);
        }
    }
}
