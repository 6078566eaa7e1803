//! What is left of the markup that a text came in: HTML tags and comments, Markdown's marks.
//!
//! Only names of HTML count as tags, since older texts write `<办法>` for 《办法》 and figures `>=95%`. Marks of
//! Markdown are read at the head of a line (`# `, `- `, `> `) and in pairs (`**`); rulers are dropped. The `|`
//! between the cells of a table stays: it is all that tells the cells apart.

use memchr::{memchr, memmem};

use super::{chars::is_blank, draft::Draft, noise::Edit};

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

/// Elements whose content is no text.
const HIDDEN: [&str; 2] = ["script", "style"];

/// All HTML tags and comments of `source`, in order.
pub(super) fn tags(source: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(start) = memchr(b'<', &source.as_bytes()[at..]).map(|n| at + n) {
        let edit = tag(source, start);
        at = edit.as_ref().map_or(start + 1, |edit| edit.range().end);
        edits.extend(edit);
    }
    edits
}

fn tag(source: &str, start: usize) -> Option<Edit> {
    let body = &source[start + 1..];
    if let Some(comment) = body.strip_prefix("!--") {
        let close = memmem::find(&comment.as_bytes()[..comment.len().min(4096)], b"-->")?;
        return Some(Edit::Drop(start..start + 4 + close + 3));
    }
    let name = body.strip_prefix('/').unwrap_or(body);
    let name = &name[..name.bytes().take(12).position(|b| !b.is_ascii_alphanumeric() && b != b':')?];
    let known = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    if !known(&BLOCKS) && !known(&INLINE) && !known(&HIDDEN) {
        return None;
    }
    // a tag holds no other: the next < ends the search, which keeps it linear
    let close = body.bytes().position(|b| b == b'>' || b == b'<').filter(|n| body.as_bytes()[*n] == b'>')?;
    let mut end = start + 1 + close + 1;
    if known(&HIDDEN) && !body.starts_with('/') {
        end = hidden_end(source, end, name).unwrap_or(end);
    }
    Some(if known(&BLOCKS) { Edit::Break(start..end) } else { Edit::Drop(start..end) })
}

/// Where the content of a hidden element ends. Short of its closing tag nothing is hidden.
fn hidden_end(source: &str, from: usize, name: &str) -> Option<usize> {
    const LONGEST: usize = 1 << 16;
    let mut window = source.len().min(from + LONGEST);
    while !source.is_char_boundary(window) {
        window -= 1;
    }
    memmem::find_iter(&source.as_bytes()[from..window], b"</")
        .map(|n| from + n)
        .find(|at| source.as_bytes()[at + 2..].get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes())))
}

/// Takes the marks of Markdown out of `draft`.
pub(super) fn markdown(draft: &mut Draft<'_>) {
    let text = draft.text;
    draft.rows.retain(|row| !is_ruler(&text[row.range.clone()]));
    for index in 0..draft.rows.len() {
        let row = draft.row(index);
        let mark = head_mark(row);
        draft.rows[index].range.start += mark;
        if memmem::find(&row.as_bytes()[mark..], b"**").is_some() {
            bold(draft, index);
        }
    }
}

/// `---`, `***`, `===`, `|---|---|`: lines that draw a line.
fn is_ruler(row: &str) -> bool {
    row.len() >= 3
        && matches!(row.as_bytes()[0], b'-' | b'*' | b'=' | b'_' | b'|' | b':')
        && row.bytes().all(|b| matches!(b, b'-' | b'*' | b'=' | b'_' | b'|' | b':' | b' '))
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

/// Cuts `**` out, where it stands in pairs.
fn bold(draft: &mut Draft<'_>, index: usize) {
    let range = draft.rows[index].range.clone();
    let marks: Vec<_> = memmem::find_iter(draft.text[range.clone()].as_bytes(), b"**").map(|n| range.start + n).collect();
    for pair in marks.chunks_exact(2) {
        draft.cuts.extend(pair.iter().map(|at| *at..at + 2));
    }
}
