//! 版记 (GB/T 9704-2012, 7.4): to whom copies go, who printed and when; and how far the document is public.

mod mark;

use std::{ops::Range, sync::LazyLock};

use self::mark::{is_attendance, is_count, is_stated, may_attend, printed};
use super::{Role, Tail, facts::Facts, line::Lines, step::is_colon};
use crate::{
    lexicon::Prefixes,
    phrase::{agency, date},
};

/// How far the document is public, as a note or a line of the colophon says it.
static DISCLOSURE: LazyLock<Prefixes> = LazyLock::new(|| {
    Prefixes::new([
        "主动公开",
        "依申请公开",
        "不予公开",
        "不公开",
        "免予公开",
        "公开发布",
        "此件公开发布",
        "此件可公开发布",
        "此件依申请公开",
        "此件不予公开",
        "此件不公开",
        "此件主动公开",
        "此件删减后公开",
    ])
});

/// Where a line says how far the document is public.
pub(super) fn disclosed(line: &str) -> Option<Range<usize>> {
    DISCLOSURE.find_iter(line).next()
}

/// Reads 版记, which may stand at the end of the document or between the letter and its attachments.
pub(super) fn read(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    let mut open = Vec::with_capacity(range.len());
    open.extend(range.filter(|i| lines.is_open(*i) && lines.span(*i).len() < 3000));
    for (n, &i) in open.iter().enumerate() {
        let (line, facts) = (lines.str(i), *lines.facts(i));
        if !may_be_read(line, &facts) {
            continue;
        }
        // 印发 amid a short line: no other mark is looked for there
        let issued = || facts.chars < 80 && line.contains("印发");
        if let Some(names) = mark::copies(line) {
            copies(lines, &open[n..], names, tail);
        } else if is_attendance(line) {
            lines.set(i, Role::Note);
        } else if lines.is_open(i) && printed(line).is_some() {
            printer(lines, &open[..=n], tail);
        } else if lines.is_open(i) && tail.print_date.is_none() && issued() {
            reversed(lines, i, tail);
        } else if is_count(line) {
            lines.set(i, Role::Colophon);
        } else if is_formula(line, facts.chars) {
            lines.set(i, Role::Note);
        } else if facts.chars < 24 && is_stated(line) {
            disclosure(lines, i, tail);
        }
    }
}

/// Whether a line may be of 版记, by how it begins and ends: few are.
fn may_be_read(line: &str, facts: &Facts) -> bool {
    let begins = |c: char| matches!(c, '抄' | '分' | '共' | '此' | '主' | '公' | '信' | '（' | '(');
    let first = facts.first;
    matches!(facts.last, '发' | '制' | '印')
        || match first {
            '（' | '）' | '(' | ')' => line[first.len_utf8()..].trim_start().starts_with(begins),
            _ => begins(first) || line.chars().nth(4) == Some('年') || facts.has_colon() && may_attend(first),
        }
}

/// （此页无正文）, and the 主题词 that stood above 抄送 until 2012.
fn is_formula(line: &str, chars: u32) -> bool {
    let bracket = |c: char| matches!(c, '（' | '）' | '(' | ')');
    chars < 60 && (line.trim_matches(bracket) == "此页无正文" || line.starts_with("主题词") && line.contains(is_colon))
}

/// 抄送：… over one or more lines, up to the one that ends with 。 or names who prints; the names begin at byte `at`.
fn copies(lines: &mut Lines<'_>, open: &[usize], at: usize, tail: &mut Tail) {
    let first = open[0];
    let line = lines.str(first);
    let closing: &[char] = if line.starts_with(['（', '(']) { &['）', ')'] } else { &[] };
    let ends = |i: usize| lines.str(i).trim_end_matches(closing).ends_with('。') || lines.str(i).ends_with(closing);
    let goes_on = |line: &str| printed(line).is_none() && mark::copies(line).is_none() && !line.starts_with("公开") && !is_count(line);
    let more = open[1..].iter().take_while(|i| goes_on(lines.str(**i)) && !next_is_print(lines, **i));
    let mut last = first;
    for &i in more {
        if ends(last) {
            break;
        }
        last = i;
    }
    let end = imprint(lines, first, at, tail).unwrap_or(line.len());
    let own = lines.span(first).slice(at..end);
    let all = if last > first { own.cover(lines.span(last)) } else { own };
    let all = all.slice(0..lines.text.slice(all).trim_end_matches(closing).len());
    tail.cc.extend(agency::split_list(lines.text.slice(all)).into_iter().map(|range| all.slice(range)));
    (first..=last).filter(|i| lines.is_open(*i)).collect::<Vec<_>>().into_iter().for_each(|i| lines.set(i, Role::Colophon));
    unmarked(lines, open.iter().copied().filter(|i| *i > last), tail);
}

/// Who printed and when, at the end of line `i`, on which 抄送 and names stand up to `from`; gives where it begins.
fn imprint(lines: &Lines<'_>, i: usize, from: usize, tail: &mut Tail) -> Option<usize> {
    let (line, span) = (lines.str(i), lines.span(i));
    let parted = |c: char| c.is_whitespace() || c == '。';
    let day = date::find(line).pop().filter(|day| matches!(line[day.range.end..].trim(), "印发" | "印" | "印制"))?.range;
    let organ = line[from..day.start].trim_end();
    let start = from + organ.rfind(parted).map(|at| at + organ[at..].chars().next().map_or(0, char::len_utf8))?;
    let name = start..from + organ.len();
    agency::is_organ(&line[name.clone()]).then(|| {
        tail.printer = Some(span.slice(name));
        tail.print_date = Some(span.slice(day));
        start
    })
}

/// Who printed and when, where 印发 is left out: an organ right below 抄送, and its day, and nothing behind.
fn unmarked(lines: &mut Lines<'_>, below: impl Iterator<Item = usize>, tail: &mut Tail) {
    let below: Vec<usize> = below.filter(|i| lines.is_open(*i)).take(3).collect();
    let organ = |i: usize| agency::is_organ(lines.str(i));
    let ends = |n: usize| below.get(n).is_none_or(|i| lines.str(*i).starts_with('附'));
    let (printer, day) = match below[..] {
        [a, b, ..] if organ(a) && lines.is_day(b) && ends(2) => (a, Some(b)),
        [a, ..] if organ(a) && ends(1) => (a, None),
        _ => return,
    };
    tail.printer = Some(lines.span(printer));
    tail.print_date = day.map(|day| lines.span(day));
    [Some(printer), day].into_iter().flatten().for_each(|i| lines.set(i, Role::Colophon));
}

/// Whether line `i` names who prints, since the day stands on the next line.
fn next_is_print(lines: &Lines<'_>, i: usize) -> bool {
    i + 1 < lines.len() && printed(lines.str(i + 1)).is_some_and(|(before, _)| before.is_empty())
}

/// 印发机关 and 印发日期, on one line or two, in either order.
fn printer(lines: &mut Lines<'_>, open: &[usize], tail: &mut Tail) {
    let i = open[open.len() - 1];
    let (line, span) = (lines.str(i), lines.span(i));
    let Some((before, day)) = printed(line) else { return };
    if !before.is_empty() && !agency::is_organ(&line[before.clone()]) {
        return;
    }
    tail.print_date = Some(span.slice(day));
    lines.set(i, Role::Colophon);
    if !before.is_empty() {
        tail.printer = Some(span.slice(before));
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
    let Some((_, day)) = printed(&line[..at]).filter(|(before, _)| before.is_empty()) else { return };
    let organ = line[at..].trim_start_matches(['，', ',']).trim();
    if agency::is_organ(organ) {
        let start = line.len() - line[at..].trim_start_matches(['，', ',']).trim_start().len();
        tail.print_date = Some(span.slice(day));
        tail.printer = Some(span.slice(start..start + organ.len()));
        lines.set(i, Role::Colophon);
    }
}

/// Keeps what line `i` says of how far the document is public.
pub(super) fn disclosure(lines: &mut Lines<'_>, i: usize, tail: &mut Tail) -> bool {
    let Some(found) = disclosed(lines.str(i)) else { return false };
    tail.disclosure.get_or_insert(lines.span(i).slice(found));
    lines.set(i, Role::Note);
    true
}
