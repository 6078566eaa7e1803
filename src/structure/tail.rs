//! The bottom of 主体 and 版记 (GB/T 9704-2012, 7.3.4 to 7.3.8, 7.4): list of attachments, signature, date,
//! notes, contact lines, copies sent, printer.

use std::ops::Range;

use super::{
    Role, Tail,
    head::is_caption,
    label::{Style, label},
    line::{self, Lines, regex},
};
use crate::{
    lexicon::GENRES,
    pattern::Looked,
    phrase::{agency, date},
    span::Span,
};

/// 附件：… and 附件1：…, the list of attachments or its first line.
static NOTE_HEAD: Looked =
    regex!(|line| line.starts_with(['附', '-', '*', '·']), r"^(?:[-*·]\s*)?附\s*件?\s*(?:[0-9０-９一二三四五六七八九十]{1,3})?\s*[:：]\s*");
/// A note in brackets, and nothing else.
static BRACKETED: Looked = regex!(
    |line| line.starts_with(['（', '(']) && line.ends_with(['）', ')']),
    r"^[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]$"
);
/// How far the document is public, as a note or a line of the colophon.
static DISCLOSURE: Looked = regex!(
    |line| line.contains("公开"),
    r"(?:公开(?:方式|属性|形式|类型|类别|选项|范围)?\s*[:：]?\s*)?(主动公开|依申请公开|不予公开|不公开|免予公开|此件(?:可)?公开发布|(?:此件)?公开发布|此件依申请公开|此件不予?公开|此件主动公开|此件删减后公开)"
);
/// 公开方式：主动公开, and nothing else.
static STATED: Looked = regex!(
    |line| line.starts_with("公开") || line.starts_with("信息公开"),
    r"^(?:信息)?公开(?:方式|属性|形式|类型|类别|选项|范围)\s*[:：]"
);
/// 抄送：, 抄报：, and 分送： of minutes.
static COPIES: Looked = regex!(|line| line.starts_with(['抄', '分']), r"^(?:抄\s*[送报发]|分\s*送)\s*(?:机关|单位)?\s*[:：]\s*");
/// 出席：, 请假：, 列席： under minutes (GB/T 9704-2012, 10.3), and who took them down.
static ATTENDANCE: Looked =
    regex!(|line| line.starts_with(['出', '请', '列', '缺', '记']), r"^(?:出\s*席|请\s*假|列\s*席|缺\s*席|记\s*录)(?:人员?)?\s*[:：]");
/// 2022年3月21日印发 at the end of a line, and what stands before it.
static PRINTED: Looked = regex!(
    |line| line.ends_with(['发', '制', '印']),
    r"^(.*?)\s*((?:[0-9]{4}|[一二三四五六七八九〇○零]{4})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日)\s*(?:印发|印制|印)$"
);
/// A line that tells whom to call.
static CONTACT: Looked = regex!(
    may_be_contact,
    r"^[（(]?(?:[\p{Han}]{0,8}(?:联系人|联系方式|联系电话|联\s*系\s*人|咨询电话|举报电话|监督电话|经办人|承办人|联系单位)|电\s*话|手\s*机|传\s*真|邮\s*箱|电子邮箱|电子邮件|E-?mail|邮\s*编|邮政编码|地\s*址|联系地址|通讯地址)(?:及[\p{Han}]{2,6})?\s*[:：]"
);

/// Whether words of [`CONTACT`] stand before the first colon of a line.
fn may_be_contact(line: &str) -> bool {
    let Some(colon) = line.find(['：', ':']) else { return false };
    let label = line[..colon].trim_start_matches(['（', '(']);
    label.starts_with(['电', '手', '传', '邮', 'E', 'e', '地', '联', '通'])
        || label.contains('系')
        || label.contains("电话")
        || label.contains("办人")
}

/// Reads 版记, which may stand at the end of the document or between the letter and its attachments.
pub(super) fn colophon(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    let open: Vec<usize> = range.filter(|i| lines.is_open(*i) && lines.str(*i).len() < 3000).collect();
    for (n, &i) in open.iter().enumerate() {
        let line = lines.str(i);
        if line.starts_with(['抄', '分']) && COPIES.is_match(line) {
            copies(lines, &open[n..], tail);
        } else if line.starts_with(['出', '请', '列', '缺', '记']) && ATTENDANCE.is_match(line) {
            lines.set(i, Role::Note);
        } else if lines.is_open(i) && line.ends_with(['发', '印', '制']) && PRINTED.is_match(line) {
            printer(lines, &open[..=n], tail);
        } else if lines.is_open(i) && line.contains("印发") && line.chars().count() < 80 && tail.print_date.is_none() {
            reversed(lines, i, tail);
        } else if line.contains("公开") && line.chars().count() < 24 && STATED.is_match(line) {
            disclosure(lines, i, tail);
        }
    }
}

/// 抄送：… over one or more lines, up to the one that ends with 。 or names who prints.
fn copies(lines: &mut Lines<'_>, open: &[usize], tail: &mut Tail) {
    let first = open[0];
    let at = COPIES.find(lines.str(first)).map_or(0, |found| found.end());
    let ends = |i: usize| lines.str(i).ends_with('。');
    let more = open[1..]
        .iter()
        .take_while(|i| !PRINTED.is_match(lines.str(**i)) && !next_is_print(lines, **i) && !lines.str(**i).starts_with("公开"));
    let mut last = first;
    for &i in more {
        if ends(last) {
            break;
        }
        last = i;
    }
    let own = lines.span(first).slice(at..lines.str(first).len());
    let all = if last > first { own.cover(lines.span(last)) } else { own };
    tail.cc = agency::split_list(lines.text.slice(all)).into_iter().map(|range| all.slice(range)).collect();
    (first..=last).filter(|i| lines.is_open(*i)).collect::<Vec<_>>().into_iter().for_each(|i| lines.set(i, Role::Colophon));
}

/// Whether line `i` names who prints, since the day stands on the next line.
fn next_is_print(lines: &Lines<'_>, i: usize) -> bool {
    i + 1 < lines.len() && PRINTED.captures(lines.str(i + 1)).is_some_and(|found| found[1].trim().is_empty())
}

/// 印发机关 and 印发日期, on one line or two, in either order.
fn printer(lines: &mut Lines<'_>, open: &[usize], tail: &mut Tail) {
    let i = open[open.len() - 1];
    let (line, span) = (lines.str(i), lines.span(i));
    let Some(found) = PRINTED.captures(line) else { return };
    let (Some(before), Some(day)) = (found.get(1), found.get(2)) else { return };
    if !before.as_str().trim().is_empty() && !agency::is_organ(before.as_str()) {
        return;
    }
    tail.print_date = Some(span.slice(day.range()));
    lines.set(i, Role::Colophon);
    if !before.as_str().trim().is_empty() {
        tail.printer = Some(span.slice(before.range()));
        return;
    }
    let organ = |j: &usize| lines.is_open(*j) && agency::is_organ(lines.str(*j));
    let above = open.iter().rev().nth(1).copied().filter(organ);
    // the day above the organ: then the organ ends the document, or its attachments follow
    let last = |j: &usize| (j + 1..lines.len()).find(|k| lines.is_open(*k)).is_none_or(|k| lines.str(k).starts_with('附'));
    let below = || (i + 1..lines.len()).find(|j| lines.is_open(*j)).filter(organ).filter(last);
    if let Some(j) = above.or_else(below) {
        tail.printer = Some(lines.span(j));
        lines.set(j, Role::Colophon);
    }
}

/// 2022年3月21日印发　海川市教育局办公室: the day before the organ, on one line.
fn reversed(lines: &mut Lines<'_>, i: usize, tail: &mut Tail) {
    let (line, span) = (lines.str(i), lines.span(i));
    let Some(at) = line.find("印发").map(|at| at + "印发".len()) else { return };
    let Some(day) = PRINTED.captures(&line[..at]).filter(|found| found[1].is_empty()).and_then(|found| found.get(2)) else { return };
    let organ = line[at..].trim_start_matches(['，', ',']).trim();
    if agency::is_organ(organ) {
        let start = line.len() - line[at..].trim_start_matches(['，', ',']).trim_start().len();
        tail.print_date = Some(span.slice(day.range()));
        tail.printer = Some(span.slice(start..start + organ.len()));
        lines.set(i, Role::Colophon);
    }
}

fn disclosure(lines: &mut Lines<'_>, i: usize, tail: &mut Tail) -> bool {
    let Some(found) = DISCLOSURE.captures(lines.str(i)).and_then(|found| found.get(1)) else { return false };
    tail.disclosure.get_or_insert(lines.span(i).slice(found.range()));
    lines.set(i, Role::Note);
    true
}

/// Reads what stands between the last sentence of the letter (`range`) and its end.
pub(super) fn letter(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    let Some(day) = day(lines, range.clone()) else {
        unsigned(lines, range, tail);
        return;
    };
    tail.date = Some(lines.span(day));
    lines.set(day, Role::Date);
    let top = signatures(lines, range.start..day, tail);
    let bottom = attachments(lines, range.start..top, tail).unwrap_or(top);
    contacts(lines, range.start..bottom);
    below(lines, day + 1..range.end, tail);
}

/// Reads the list of attachments and the contact lines at the end of an enclosure (`range`), which belong to the letter.
pub(super) fn enclosure(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    let listed = tail.attachments.is_empty() && range.clone().rev().take(30).any(|i| lines.is_open(i) && NOTE_HEAD.is_match(lines.str(i)));
    let end = if listed { attachments(lines, range.clone(), tail).unwrap_or(range.end) } else { range.end };
    contacts(lines, end..range.end);
    contacts(lines, range.start..end);
}

/// Reads what a part that is no letter has of its own: to whom it was addressed, who made it and when. None of it is the
/// letter's, and none of it is text.
pub(super) fn own(lines: &mut Lines<'_>, range: Range<usize>) {
    let open: Vec<usize> = range.clone().filter(|i| lines.is_open(*i)).take(3).collect();
    for i in open {
        let line = lines.str(i);
        let short = line.chars().count() < 80 && !date::find(line).is_empty();
        let caption = BRACKETED.is_match(line) && (short || is_caption(line));
        let role = match line {
            _ if caption => Role::Note,
            _ if line::is_number(line) => Role::DocNumber,
            _ if line::is_address(line) => Role::Recipients,
            _ => break,
        };
        lines.set(i, role);
    }
    let Some(day) = range.clone().rev().find(|i| lines.is_open(*i)).filter(|i| line::is_day(lines.str(*i))) else { return };
    let above = |day: usize, lines: &Lines<'_>| (range.start..day).rev().find(|i| lines.is_open(*i));
    let mut organ = above(day, lines).filter(|i| !names(lines, *i).is_empty());
    if organ.is_some() {
        lines.set(day, Role::Date);
    }
    while let Some(i) = organ {
        lines.set(i, Role::Signature);
        organ = above(i, lines).filter(|i| !names(lines, *i).is_empty() && label(lines.str(*i)).is_err());
    }
}

/// The line of the letter's date: the first line that is a day and nothing else and has text above it.
fn day(lines: &Lines<'_>, range: Range<usize>) -> Option<usize> {
    let mut text = false;
    for i in range {
        if lines.is_open(i) && text && line::is_day(lines.str(i)) {
            return Some(i);
        }
        text |= lines.is_open(i) && (!line::is_bare(lines.str(i)) || lines.str(i).chars().count() > 20);
    }
    None
}

/// The organs above the date; gives the first line of the signature.
fn signatures(lines: &mut Lines<'_>, above: Range<usize>, tail: &mut Tail) -> usize {
    let mut top = above.end;
    for i in above.rev() {
        if !lines.is_open(i) {
            continue;
        }
        if let Some(name) = post_and_name(lines.str(i)) {
            tail.signatories.push(lines.span(i).slice(name));
            lines.set(i, Role::Signature);
            top = i;
            continue;
        }
        let names = names(lines, i);
        // 附件 and its title may look like an organ (…登记表单位); a label never signs
        if names.is_empty() || label(lines.str(i)).is_ok() || NOTE_HEAD.is_match(lines.str(i)) {
            break;
        }
        tail.signatures.splice(0..0, names);
        lines.set(i, Role::Signature);
        top = i;
    }
    top
}

/// The name in `省长 李明远`: orders are signed by the head of the organ (GB/T 9704-2012, 10.2).
fn post_and_name(line: &str) -> Option<Range<usize>> {
    const POSTS: [&str; 17] = [
        "总理",
        "省长",
        "市长",
        "县长",
        "区长",
        "州长",
        "盟长",
        "旗长",
        "主席",
        "主任",
        "部长",
        "厅长",
        "局长",
        "署长",
        "行长",
        "院长",
        "检察长",
    ];
    let post = POSTS.iter().find(|post| line.starts_with(**post))?;
    let rest = &line[post.len()..];
    let name = rest.trim_start_matches([' ', '\u{3000}', '：', ':']);
    let signs = name.chars().filter(|c| !c.is_whitespace()).count();
    (name.len() < rest.len()
        && (2..=4).contains(&signs)
        && name.chars().all(|c| c.is_whitespace() || ('\u{4e00}'..'\u{a000}').contains(&c)))
    .then_some(line.len() - name.len()..line.len())
}

/// The organs on line `i`, where it holds nothing else.
fn names(lines: &Lines<'_>, i: usize) -> Vec<Span> {
    let (line, span) = (lines.str(i), lines.span(i));
    if agency::is_organ(line) && !line.contains(char::is_whitespace) {
        return vec![span];
    }
    let words: Vec<&str> = line.split(char::is_whitespace).filter(|w| !w.is_empty()).collect();
    if words.iter().all(|w| agency::is_organ(w)) {
        return words
            .into_iter()
            .map(|w| w.as_ptr() as usize - line.as_ptr() as usize)
            .zip(line.split_whitespace())
            .map(|(at, w)| span.slice(at..at + w.len()))
            .collect();
    }
    // blanks inside one name: 海川市 人民政府
    if agency::is_organ(&line.split_whitespace().collect::<String>()) { vec![span] } else { Vec::new() }
}

/// 附件说明: finds it in `range`; gives its first line.
fn attachments(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) -> Option<usize> {
    let first = range
        .clone()
        .rev()
        .take(40)
        .filter(|i| lines.is_open(*i))
        .find(|i| NOTE_HEAD.is_match(lines.str(*i)) || is_bare_note(lines.str(*i)))?;
    // 附件1：… 附件2：… on lines of their own
    let first = range
        .clone()
        .take(first - range.start)
        .rev()
        .take_while(|i| !lines.is_open(*i) || NOTE_HEAD.is_match(lines.str(*i)))
        .filter(|i| lines.is_open(*i))
        .last()
        .unwrap_or(first);
    for i in first..range.end {
        if !lines.is_open(i) {
            continue;
        }
        if i > first && (CONTACT.is_match(lines.str(i)) || line::is_day(lines.str(i))) {
            break;
        }
        announce(lines, i, tail);
        lines.set(i, Role::AttachmentNote);
    }
    Some(first)
}

/// 附件 alone on its line, with the list below it.
fn is_bare_note(line: &str) -> bool {
    let word: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(word.as_str(), "附件" | "附" | "附件：" | "附件:" | "附：")
}

/// Reads the titles on line `i` of the list.
fn announce(lines: &Lines<'_>, i: usize, tail: &mut Tail) {
    let (line, span) = (lines.str(i), lines.span(i));
    let head = NOTE_HEAD.find(line).map_or(0, |found| found.end());
    let numbered = line[..head].chars().filter_map(crate::phrase::numeral::figure).reduce(|n, d| n * 10 + d);
    if is_bare_note(line) {
        return;
    }
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
    let title = without_extension(&line[head..]);
    match tail.attachments.last_mut() {
        // the title runs on from the line above
        Some((_, last)) if head == 0 => *last = last.cover(span.slice(0..title.len())),
        _ if !title.trim().is_empty() => tail.attachments.push((numbered, span.slice(head..head + title.len()))),
        _ => {}
    }
}

/// `1. title` at `from`: its number, where the title stands, and where the next item begins.
fn item(line: &str, from: usize) -> Option<(u32, Range<usize>, usize)> {
    let (rest, found) = label(&line[from..])
        .ok()
        .filter(|(_, l)| matches!(l.style, Style::Arabic | Style::ArabicBracketed | Style::Chinese | Style::ArabicHalfBracketed))?;
    let start = line.len() - rest.len();
    let next = next_item(line, start, found.ordinal + 1);
    let title = without_extension(line[start..next].trim_end_matches(['；', ';', '。', '，', ' ', '\u{3000}']));
    Some((found.ordinal, start..start + title.len(), next))
}

/// Where the item numbered `ordinal` begins behind `from`, or the end of the line.
fn next_item(line: &str, from: usize, ordinal: u32) -> usize {
    line[from..]
        .char_indices()
        .filter(|(at, c)| {
            crate::phrase::numeral::figure(*c).is_some()
                && (line[..from + at].ends_with([' ', '\u{3000}', '；', ';', '。', '》', '）']) || GENRES.of(&line[..from + at]).is_some())
        })
        .map(|(at, _)| from + at)
        .find(|at| label(&line[*at..]).is_ok_and(|(_, l)| l.style == Style::Arabic && l.ordinal == ordinal))
        .unwrap_or(line.len())
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

/// Contact lines right above the end of the letter.
fn contacts(lines: &mut Lines<'_>, range: Range<usize>) {
    for i in range.rev() {
        if !lines.is_open(i) {
            continue;
        }
        if !CONTACT.is_match(lines.str(i)) || label(lines.str(i)).is_ok() {
            break;
        }
        lines.set(i, Role::Contact);
    }
}

/// Notes, contacts and a late list of attachments below the date.
fn below(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    let mut listed = !tail.attachments.is_empty();
    for i in range.clone() {
        if !lines.is_open(i) {
            continue;
        }
        let line = lines.str(i);
        if CONTACT.is_match(line) {
            lines.set(i, Role::Contact);
        } else if BRACKETED.is_match(line) && line.chars().count() < 80 {
            tail.note.get_or_insert(lines.span(i));
            if !disclosure(lines, i, tail) {
                lines.set(i, Role::Note);
            }
        } else if NOTE_HEAD.is_match(line) && !listed {
            listed = true;
            attachments(lines, range.clone(), tail);
        }
    }
}

/// A letter without date: a list of attachments, contacts and a signature may stand there all the same.
fn unsigned(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    below_unsigned(lines, range.clone(), tail);
    let noted = range.clone().rev().take(30).find(|i| lines.is_open(*i) && NOTE_HEAD.is_match(lines.str(*i)) && titled(lines.str(*i)));
    if noted.is_some() {
        attachments(lines, range.clone(), tail);
    }
    contacts(lines, range.clone());
    let last = range.clone().rev().find(|i| lines.is_open(*i));
    if let Some(i) = last.filter(|i| {
        agency::is_organ(lines.str(*i)) && label(lines.str(*i)).is_err() && *i > range.start && GENRES.of(lines.str(*i)).is_none()
    }) {
        tail.signatures.push(lines.span(i));
        lines.set(i, Role::Signature);
    }
}

fn below_unsigned(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    for i in range.rev().take(4) {
        let line = lines.str(i);
        if lines.is_open(i) && BRACKETED.is_match(line) && DISCLOSURE.is_match(line) && line.chars().count() < 24 {
            tail.note.get_or_insert(lines.span(i));
            disclosure(lines, i, tail);
        }
    }
}

/// Whether a line of the list goes on with a title.
fn titled(line: &str) -> bool {
    NOTE_HEAD.find(line).is_some_and(|found| found.end() < line.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Text;

    #[test]
    fn titles_of_attachments() {
        let text = Text::read("附件：1.统计表.docx 2.2023年名单\n".to_owned());
        let lines = Lines::new(&text);
        let mut tail = Tail::default();
        announce(&lines, 0, &mut tail);
        let titles: Vec<_> = tail.attachments.iter().map(|(n, span)| (*n, text.slice(*span))).collect();
        assert_eq!(titles, [(Some(1), "统计表"), (Some(2), "2023年名单")]);
    }
}
