//! 附件说明, the list of attachments above the signature (GB/T 9704-2012, 7.3.4): numbers and titles.

pub(super) mod mark;

use std::ops::Range;

use self::mark::{inner, is_bare, note, plain};
use super::{
    Role, Tail,
    contact::is_contact,
    head::{is_title, without_bracket},
    label::{Style, label},
    line::Lines,
    page,
    step::{is_figure, is_numeral},
};
use crate::{
    lexicon::GENRES,
    phrase::{agency, title::key},
    span::Span,
};

/// Whether a line begins as the list or a line of it does: 附件：…, 附件1：….
pub(super) fn is_note(line: &str) -> bool {
    note(line).is_some()
}

/// Whether a line of the list goes on with a title.
pub(super) fn is_titled_note(line: &str) -> bool {
    note(line).is_some_and(|length| length < line.len())
}

/// Whether what stands last in `range` is 附件： on a line of its own and below it numbered titles, one a line.
pub(super) fn ends_in_list(lines: &Lines<'_>, range: Range<usize>) -> bool {
    const MOST: usize = 20;
    let item = |i: &usize| {
        let facts = lines.facts(*i);
        facts.label.is_some_and(|label| label.style == Style::Arabic) && facts.is_bare()
    };
    let mut items = 0;
    let mut open = range.rev().filter(|i| lines.is_open(*i)).take(MOST).skip_while(|i| {
        let listed = item(i);
        items += usize::from(listed);
        listed
    });
    let head = open.next();
    head.is_some_and(|i| items > 0 && is_note(lines.str(i)) && is_bare(lines.str(i)))
}

/// 附件说明: finds it in `range`; gives its first line.
pub(super) fn read(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) -> Option<usize> {
    let open = range.clone().rev().take(40).filter(|i| lines.is_open(*i));
    let marked = open.clone().find(|i| is_note(lines.str(*i)) || is_bare(lines.str(*i)));
    let last = marked.or_else(|| unmarked(lines, open))?;
    let is_head = |i: usize| is_note(lines.str(i)) || marked.is_none() && is_plain(lines, i);
    // 附件1：… 附件2：… on lines of their own
    let above = range.clone().take(last - range.start).rev().take_while(|i| !lines.is_open(*i) || is_head(*i));
    let first = above.filter(|i| lines.is_open(*i)).last().unwrap_or(last);
    for i in (first..range.end).filter(|i| lines.is_open(*i)).collect::<Vec<_>>() {
        if i > first && (is_contact(lines, i) || lines.is_day(i) || signs(lines, i) || is_note_of_copies(lines.str(i))) {
            break;
        }
        announce(lines, i, tail);
        lines.set(i, Role::AttachmentNote);
    }
    Some(first)
}

/// Whether `line` is the note (GB/T 9704-2012, 7.3.7) that says whom the document is for: （此件发至县团级）.
pub(super) fn is_note_of_copies(line: &str) -> bool {
    line.starts_with(['（', '(']) && line[line.chars().next().map_or(0, char::len_utf8)..].starts_with("此件")
}

/// Whether an organ signs on line `i`, below which a day stands of which figures were lost, or a note.
fn signs(lines: &Lines<'_>, i: usize) -> bool {
    let line = lines.str(i);
    let Some(next) = (i + 1..lines.len()).find(|j| lines.is_open(*j)) else { return false };
    let (below, facts) = (lines.str(next), lines.facts(next));
    let dated = facts.chars <= 12 && matches!(facts.first, '1' | '2' | '二') && below.contains('年');
    (dated || matches!(facts.first, '（' | '(')) && lines.facts(i).label.is_none() && agency::is_organ(line)
}

/// The last line of a list without colons: right above the signature, with nothing but titles below it. `open` are the
/// lines above the signature, from below.
fn unmarked(lines: &Lines<'_>, open: impl Iterator<Item = usize>) -> Option<usize> {
    const ITEMS: usize = 8;
    open.take(ITEMS).take_while(|i| lines.facts(*i).is_bare()).find(|i| is_plain(lines, *i))
}

/// Whether line `i` announces attachments without a colon: a title stands behind 附件 and its number.
fn is_plain(lines: &Lines<'_>, i: usize) -> bool {
    const LONGEST: u32 = 60;
    let (line, facts) = (lines.str(i), lines.facts(i));
    let title = || plain(line).map_or("", |length| &line[length..]);
    let named = |title: &str| GENRES.of(without_bracket(without_extension(title))).is_some();
    let says = |title: &str| title.len() > "附件".len() && !title.contains('，') && named(title);
    facts.is_bare() && facts.chars <= LONGEST && says(title())
}

/// Reads the titles on line `i` of the list.
fn announce(lines: &Lines<'_>, i: usize, tail: &mut Tail) {
    let (line, span) = (lines.str(i), lines.span(i));
    if is_bare(line) {
        return;
    }
    // below the name of a file another one begins
    let filed = || i > 0 && without_extension(lines.str(i - 1)).len() < lines.str(i - 1).len();
    if head(line) == 0 && item(line, 0).is_none() && !tail.attachments.is_empty() && filed() {
        tail.attachments.push((None, span.slice(0..without_extension(line).len())));
        return;
    }
    let inner = inner(line).filter(|at| *at > 0 && !line[..*at].ends_with(['见', '（', '(']));
    let starts: Vec<usize> = std::iter::once(0).chain(inner).collect();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(line.len());
        announce_one(&line[start..end], span.slice(start..end), tail);
    }
}

/// Reads the titles of `line`, which holds one 附件 at most.
fn announce_one(line: &str, span: Span, tail: &mut Tail) {
    let head = head(line);
    let numbered = figure(&line[..head]);
    let mut rest = head;
    let mut any = false;
    while let Some((ordinal, title, next)) = item(line, rest) {
        any = true;
        // a text that is cut off may end in a number without a title
        tail.attachments.extend((!title.is_empty()).then(|| (Some(ordinal), span.slice(title))));
        rest = next;
    }
    if any {
        return;
    }
    let title = without_extension(without_button(&line[head..]).trim_end_matches(['；', ';', '。', '，', ' ', '\u{3000}']));
    match tail.attachments.last_mut() {
        // the title runs on from the line above
        Some((_, last)) if head == 0 => *last = last.cover(span.slice(0..title.len())),
        _ if !title.trim().is_empty() => tail.attachments.push((numbered, span.slice(head..head + title.len()))),
        _ => {}
    }
}

/// `title` without the words of a page in the bracket at its end: 名单（点击下载）.
fn without_button(title: &str) -> &str {
    let open = title.trim_end().strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']));
    open.filter(|at| *at > 0 && title[*at..].contains("点击") || title.trim_end().trim_end_matches(['）', ')']).ends_with("下载"))
        .map_or(title, |at| &title[..at])
}

/// How long 附件 and its number are at the head of a line of the list; the number of a first item belongs to that.
fn head(line: &str) -> usize {
    if let Some(length) = note(line) {
        return length;
    }
    let word = plain(line).unwrap_or(0);
    let items = line.find('件').map_or(0, |at| at + '件'.len_utf8());
    let numbered = word > items && label(line[items..].trim_start()).is_ok_and(|(_, l)| l.style == Style::Arabic);
    if numbered { line.len() - line[items..].trim_start().len() } else { word }
}

/// `1. title` at `from`: its number, where the title stands, and where the next item begins.
fn item(line: &str, from: usize) -> Option<(u32, Range<usize>, usize)> {
    let (rest, found) = label(&line[from..]).ok().filter(|(_, l)| l.style >= Style::Chinese && l.style != Style::Decimal)?;
    let start = line.len() - rest.len();
    let next = next_item(line, start, found.style, found.ordinal + 1);
    let title = without_extension(line[start..next].trim_end_matches(['；', ';', '。', '，', ' ', '\u{3000}']));
    Some((found.ordinal, start..start + title.len(), next))
}

/// Where the item numbered `ordinal` begins behind `from`, or the end of the line.
fn next_item(line: &str, from: usize, style: Style, ordinal: u32) -> usize {
    let parted = |at: usize| line[..at].ends_with([' ', '\u{3000}', '；', ';', '。', '》', '）']) || GENRES.of(&line[..at]).is_some();
    let places = line[from..].char_indices().filter(|(_, c)| may_begin(*c, style)).map(|(at, _)| from + at);
    let next = |at: &usize| label(&line[*at..]).is_ok_and(|(_, l)| l.style == style && l.ordinal == ordinal);
    places.filter(|at| *at > from && parted(*at)).find(next).unwrap_or(line.len())
}

/// Whether a label of `style` may begin with `c`.
fn may_begin(c: char, style: Style) -> bool {
    match style {
        Style::ChineseBracketed => matches!(c, '（' | '(' | '㈠'..='㈩'),
        Style::Chinese => is_numeral(c),
        Style::ArabicBracketed => matches!(c, '（' | '(' | '⑴'..='⒇'),
        Style::Circled => matches!(c, '①'..='⑳'),
        _ => is_figure(c) || matches!(c, '⒈'..='⒛'),
    }
}

/// The files that a page offers as attachments below the document, where nothing else tells of them: number and title of
/// each. They are numbered, or stand under a word that says so (附件下载); any other file is a copy of the document.
pub(super) fn downloads(lines: &Lines<'_>, title: &str) -> Vec<(Option<u32>, Span)> {
    let around = |i: &usize| matches!(lines.all[*i].role, Role::Furniture | Role::PageData);
    let foot: Vec<usize> = (0..lines.len()).rev().take_while(around).collect();
    let (mut offered, mut found) = (false, Vec::new());
    for i in foot.into_iter().rev() {
        if page::is_file(lines, i) {
            found.extend(download(lines, i).filter(|(number, _)| offered || number.is_some()));
        } else {
            offered |= lines.str(i).contains("附件");
        }
    }
    if found.is_empty() {
        return found;
    }
    let own = key(title);
    found.retain(|(_, span)| {
        let name = key(lines.text.slice(*span));
        !matches!(name.as_str(), "" | "附件") && (own.is_empty() || !own.contains(&name) && !name.contains(&own))
    });
    found
}

/// The title of the document as the file has it that a page offers below: a copy of the document itself.
pub(super) fn copy(lines: &Lines<'_>) -> Option<Span> {
    const FOOT: usize = 12;
    let foot =
        (lines.len().saturating_sub(FOOT)..lines.len()).filter(|i| lines.all[*i].role == Role::Furniture && page::is_file(lines, *i));
    let mut titles = foot.filter_map(|i| download(lines, i)).filter(|(number, _)| number.is_none()).map(|(_, title)| title);
    titles.find(|title| {
        let words = lines.text.slice(*title);
        words.contains("关于") && is_title(words)
    })
}

/// Number and title of the file that line `i` names: 1.申报表.docx, 附件2申报表.docx.
fn download(lines: &Lines<'_>, i: usize) -> Option<(Option<u32>, Span)> {
    let (line, span) = (lines.str(i), lines.span(i));
    let head = head(line);
    let (start, number) = match label(&line[head..]) {
        Ok((rest, found)) if found.style == Style::Arabic => (line.len() - rest.len(), Some(found.ordinal)),
        _ => (head, figure(&line[..head])),
    };
    let name = without_extension(&line[start..]).len();
    (name > 0).then(|| (number, span.slice(start..start + name)))
}

/// The number in figures that `head` holds.
fn figure(head: &str) -> Option<u32> {
    head.chars().filter_map(crate::phrase::numeral::figure).reduce(|n, d| n * 10 + d)
}

/// A file's name without its extension.
pub(super) fn without_extension(name: &str) -> &str {
    let name = name.trim_end();
    match name.rfind('.') {
        Some(dot)
            if (2..=4).contains(&(name.len() - dot - 1))
                && name[dot + 1..].bytes().all(|b| b.is_ascii_alphanumeric())
                && name[dot + 1..].bytes().any(|b| b.is_ascii_alphabetic()) =>
        {
            &name[..dot]
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Text;

    fn titles(text: &str) -> Vec<(Option<u32>, String)> {
        let text = Text::read(text.to_owned());
        let mut lines = Lines::new(&text);
        let mut tail = Tail::default();
        let all = 0..lines.len();
        read(&mut lines, all, &mut tail);
        tail.attachments.iter().map(|(n, span)| (*n, text.slice(*span).to_owned())).collect()
    }

    #[test]
    fn titles_of_attachments() {
        for (text, expected) in [
            ("附件：1.统计表.docx 2.2023年名单\n", &[(Some(1), "统计表"), (Some(2), "2023年名单")][..]),
            ("附件 1.检查记录表 2.总结提纲\n", &[(Some(1), "检查记录表"), (Some(2), "总结提纲")]),
            ("附件1 检查记录表\n附件2 案件统计表\n", &[(Some(1), "检查记录表"), (Some(2), "案件统计表")]),
            ("附件1：实施方案　附件2：任务清单\n", &[(Some(1), "实施方案"), (Some(2), "任务清单")]),
            ("附件：（1）实施方案（2）任务清单\n", &[(Some(1), "实施方案"), (Some(2), "任务清单")]),
            ("附件：（一）实施方案；（二）任务清单\n", &[(Some(1), "实施方案"), (Some(2), "任务清单")]),
            ("附：资金分配表\n", &[(None, "资金分配表")]),
            ("附件：资金分配表（请点击下载）\n", &[(None, "资金分配表")]),
            ("附件：先进集体名单\n（此件发至县级）\n", &[(None, "先进集体名单")]),
            ("附件材料应当齐全\n", &[]),
        ] {
            let found = titles(text);
            let expected: Vec<(Option<u32>, String)> = expected.iter().map(|(n, title)| (*n, (*title).to_owned())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
