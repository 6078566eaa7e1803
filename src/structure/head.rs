//! 版头 and the top of 主体 (GB/T 9704-2012, 7.2, 7.3.1, 7.3.2): copy number, secrecy, urgency, mark, number,
//! signatories, title, recipients.
//!
//! The order of the standard is only a hint: web dumps put the number under the title. So each line is known
//! by its looks, and the title is the run of bare lines that ends with the name of a kind of document.

mod mark;
mod recipients;
mod title;

use std::ops::Range;

pub(crate) use self::title::without_bracket;
pub(super) use self::title::{is_title, without_marks};
use self::{
    mark::{Mark, is_issue, is_masthead, is_notice_mark, mark, signatory, telegram},
    title::{lead, number_behind, without_footnote},
};
use super::{
    Head, Page, Role,
    label::Style,
    line::{self, Lines, fold, folded},
};
use crate::{
    lexicon::{GENRES, picked, short},
    phrase::{agency, date, doc_number, numeral::is_figure},
    source::Signs,
    span::Span,
};

/// How far down the head may reach.
const HEAD_LINES: usize = 120;

/// Reads the head; gives it and the first line of the body.
pub(super) fn read(lines: &mut Lines<'_>, page: &Page) -> (Head, usize) {
    let mut head = Head::default();
    let title = title::find(lines, page);
    // a page may name the title above its data alone
    let data = || page.title.and_then(|_| (0..lines.len().min(HEAD_LINES)).rfind(|i| lines.all[*i].role == Role::PageData));
    let below = title.as_ref().map_or_else(|| data().map_or(0, |last| last + 1), |t| t.end);
    above_title(lines, 0..title.as_ref().map_or(below, |t| t.start), &mut head);
    if let Some(range) = title {
        let last = lines.span(range.end - 1);
        let own = without_footnote(lines.str(range.end - 1)).len();
        let words = Span { start: lines.span(range.start).start, end: last.slice(0..own).end };
        let marks = (words.len() - without_marks(lines.text.slice(words)).len()) / 2;
        let title = words.slice(marks..words.len() - marks);
        let said = lead(lines.text.slice(title));
        let (bare, number) = without_number(lines.text.slice(title));
        head.doc_number = head.doc_number.or(number.map(|number| title.slice(number)));
        head.title = Some(whole(lines, title.slice(said..bare.len()), page.title));
        range.for_each(|i| lines.set(i, Role::Title));
    }
    let body = below_title(lines, below, &mut head);
    (head, body)
}

/// The title as the page has it among its data, where what stands above the text is but its end: the field above it, which is
/// empty, took the first line (主题词： / 海川市教育局关于 / 表彰先进集体的决定).
fn whole(lines: &Lines<'_>, title: Span, given: Option<Span>) -> Span {
    let (end, issues) = (fold(lines.text.slice(title)), |head: &str| head.contains("关于"));
    let longer = |given: &Span| fold(lines.text.slice(*given)).strip_suffix(&end).is_some_and(issues);
    given.filter(longer).unwrap_or(title)
}

/// `title` without the number of the document in the bracket at its end, and where that stands.
pub(super) fn without_number(title: &str) -> (&str, Option<Range<usize>>) {
    let number = number_behind(title);
    let end = number.as_ref().map_or(title.len(), |number| title[..number.start].trim_end_matches(['（', '(']).len());
    (&title[..end], number)
}

fn above_title(lines: &mut Lines<'_>, range: Range<usize>, head: &mut Head) {
    for i in range {
        if lines.is_open(i) {
            let role = element(lines, i, head).unwrap_or(Role::Furniture);
            lines.set(i, role);
        }
    }
}

/// Reads line `i` as an element of the head other than title and recipients.
fn element(lines: &Lines<'_>, i: usize, head: &mut Head) -> Option<Role> {
    let (line, span) = (lines.str(i), lines.span(i));
    if let Some((at, names)) = signatory(line) {
        head.signatories.extend(words(line, names).into_iter().map(|range| span.slice(range)));
        let before = line[..at].trim();
        if line::is_number(before) {
            head.doc_number.get_or_insert(span.slice(0..before.len()));
        }
        return Some(Role::Masthead);
    }
    if lines.is_number(i) {
        // 海川市人民政府令 / 第12号: mark and number are one
        let organ = head
            .issuing_mark
            .filter(|mark| line.starts_with(['第', '〔', '【', '[', '2', '1']) && lines.text.slice(*mark).ends_with(['令', '告']))
            .filter(|mark| i > 0 && mark.end == lines.span(i - 1).end);
        head.doc_number.get_or_insert(organ.map_or(span, |mark| mark.cover(span)));
        return Some(Role::DocNumber);
    }
    if let Some(degree) = telegram(line) {
        head.urgency = head.urgency.or(degree.map(|degree| span.slice(degree)));
        let number = doc_number::find(line).into_iter().find(|number| line[number.range.clone()].contains('〔'));
        head.doc_number = head.doc_number.or(number.map(|number| span.slice(number.range)));
        return Some(Role::Masthead);
    }
    if let Some(mark) = mark(line) {
        let slot = match mark {
            Mark::Secrecy => &mut head.secrecy,
            Mark::Urgency => &mut head.urgency,
            Mark::CopyNumber => &mut head.copy_number,
        };
        slot.get_or_insert(span);
        return Some(Role::Masthead);
    }
    if is_issue(line) {
        return Some(Role::Masthead);
    }
    // organs of a joint document stand below 文件, too
    let follows = i > 0 && lines.all[i - 1].role == Role::Masthead && head.doc_number.is_none();
    if is_masthead(line) || is_notice_mark(line) || ((head.issuing_mark.is_none() || follows) && agency::is_organ(line)) {
        let above = head.issuing_mark.filter(|mark| i > 0 && mark.end == lines.span(i - 1).end);
        head.issuing_mark = Some(above.map_or(span, |mark| mark.cover(span)));
        return Some(Role::Masthead);
    }
    None
}

/// The words of `line[range]`, parted by blanks or commas; two single characters are one name set apart (郁　离).
fn words(line: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let part = &line[range.clone()];
    let mut words: Vec<Range<usize>> = Vec::new();
    for word in part.split([' ', '\u{3000}', '、', '，']).filter(|w| !w.is_empty()) {
        let start = word.as_ptr() as usize - part.as_ptr() as usize + range.start;
        let single = |range: &Range<usize>| line[range.clone()].chars().nth(1).is_none();
        let this = start..start + word.len();
        match words.last_mut().filter(|last| single(last) && single(&this) && line[last.end..start].chars().all(char::is_whitespace)) {
            Some(last) => last.end = this.end,
            None => words.push(this),
        }
    }
    words
}

/// 1996年12月13日，海川市财政局: the day and who issued, as collections of laws tell it under the title.
fn made(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    let (line, span) = (lines.str(i), lines.span(i));
    if lines.facts(i).chars > 60 || !matches!(lines.facts(i).first, '1' | '2' | '一' | '二') {
        return false;
    }
    let Some(day) = date::find(line).into_iter().next().filter(|day| day.range.start == 0) else { return false };
    let organ = line[day.range.end..].trim_start_matches([',', '，', ' ', '\u{3000}']);
    let parted = line.len() - organ.len() > day.range.end;
    let known = parted && agency::is_organ(organ);
    if known {
        head.date.get_or_insert(span.slice(day.range));
        head.issuers = vec![span.slice(line.len() - organ.len()..line.len())];
        lines.set(i, Role::Signature);
    }
    known
}

/// Number, date in brackets and recipients below the title; gives the first line of the body.
fn below_title(lines: &mut Lines<'_>, from: usize, head: &mut Head) -> usize {
    let mut i = from;
    while i < lines.len() && i < from + 12 && (!lines.is_open(i) || stands_below_title(lines, i, head)) {
        i += 1;
    }
    recipients::read(lines, i, head).unwrap_or(i)
}

/// Reads line `i` as an element that may stand below the title; false where the text begins.
fn stands_below_title(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    if lines.is_number(i) {
        let role = element(lines, i, head).unwrap_or(Role::DocNumber);
        lines.set(i, role);
        return true;
    }
    if caption(lines, i, head)
        || issued(lines, i, head)
        || signed(lines, i, head)
        || delivered(lines, i, head)
        || issuers_below_title(lines, i, head)
        || made(lines, i, head)
    {
        return true;
    }
    let line = lines.str(i);
    let role = match line {
        _ if lines.facts(i).chars < 40 && line.contains("签发人") => element(lines, i, head).unwrap_or(Role::Masthead),
        _ if is_issue(line) => Role::Masthead,
        _ if is_copy(lines, i, head) => Role::Title,
        _ if lines.facts(i).first == '[' && head.doc_number.is_none() => match bracketed(line) {
            Some(number) => {
                head.doc_number = Some(lines.span(i).slice(number));
                Role::DocNumber
            }
            None => return false,
        },
        _ if is_notice_mark(line) && i + 1 < lines.len() && lines.is_number(i + 1) => element(lines, i, head).unwrap_or(Role::Masthead),
        _ => return false,
    };
    lines.set(i, role);
    true
}

/// Where the number stands on a line of brackets, one for the number and one for the day of the page:
/// [海财〔2024〕5号] [2024-03-21].
fn bracketed(line: &str) -> Option<Range<usize>> {
    let found = doc_number::find(line).into_iter().next()?.range;
    let (before, behind) = (line[..found.start].trim(), line[found.end..].trim_start());
    let rest = behind.strip_prefix(']')?.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']'));
    (before == "[" && rest.chars().all(|c| is_figure(c) || matches!(c, '-' | '/' | '.'))).then_some(found)
}

/// Whether line `i` says the title again, or as much of it as a page had room for.
fn is_copy(lines: &Lines<'_>, i: usize, head: &Head) -> bool {
    const CUT: u32 = 12;
    let Some(title) = head.title.map(|title| lines.text.slice(title)).filter(|_| lines.facts(i).is_bare()) else { return false };
    let mut rest = folded(title);
    folded(without_marks(lines.str(i))).all(|c| rest.next() == Some(c)) && (rest.next().is_none() || lines.facts(i).chars >= CUT)
}

/// Organs alone under the title, as collections of laws name who issued: then number, day or recipients follow, or the page
/// named them above the title, too, or they are several and none is 各….
fn issuers_below_title(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    let line = lines.str(i);
    let next = (i + 1..lines.len()).find(|j| lines.is_open(*j));
    let opens = |j: usize| lines.facts(j).label.is_some_and(|label| label.style.is_division() || label.style == Style::Article);
    let follows = |j: usize| {
        lines.is_number(j) || lines.is_day(j) || lines.is_address(j) || is_caption(lines, j) || is_copy(lines, j, head) || opens(j)
    };
    let above = || (0..i).any(|j| lines.str(j) == line);
    let joint = || line.contains('、') && !line.contains('各') && !line.contains("有关") && !lines.facts(i).has_colon();
    let issues = head.issuers.is_empty() && !line.starts_with('各') && (next.is_some_and(follows) || joint() || above());
    let organs = if issues { agency::split_list(line) } else { Vec::new() };
    let known = !organs.is_empty() && organs.iter().all(|organ| agency::is_organ(&line[organ.clone()]));
    if known {
        let span = lines.span(i);
        head.issuers.extend(organs.into_iter().map(|organ| span.slice(organ)));
        lines.set(i, Role::Signature);
    }
    known
}

/// 公报 and their like are signed under the title: 海川市统计局　国家统计局海川调查队, and the day on the next line.
fn signed(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    let (line, span) = (lines.str(i), lines.span(i));
    let known = i + 1 < lines.len() && lines.is_day(i + 1) && line.split_whitespace().all(agency::is_organ);
    if known {
        head.issuers = words(line, 0..line.len()).into_iter().map(|range| span.slice(range)).collect();
        lines.set(i, Role::Signature);
    }
    known
}

/// A report under whose title stands when it was made, and by whom: ——2024年1月15日在…会议上, 云岭县人民政府县长　李明远.
fn delivered(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    let (line, span) = (lines.str(i), lines.span(i));
    let said = line.trim_matches(['（', '(', '）', ')']);
    let dash = said.starts_with(['—', '－', '-', '─']);
    let dashed = said.ends_with('上') && (dash || said.len() < line.len());
    // …在海川市第七届人民代表 / 大会第二次会议上
    let wrapped = dash && i + 1 < lines.len() && lines.str(i + 1).ends_with("会议上");
    if let Some(day) = if dashed || wrapped { date::find(line).into_iter().next() } else { None } {
        head.date.get_or_insert(span.slice(day.range));
        (i..=i + usize::from(!dashed)).for_each(|i| lines.set(i, Role::Note));
        return true;
    }
    let Some(organ) = head.date.and_then(|_| speaker(line)) else { return false };
    head.issuers = vec![span.slice(0..organ)];
    lines.set(i, Role::Signature);
    true
}

/// The length of the organ for which a person speaks: 云岭县人民政府县长　李明远.
fn speaker(line: &str) -> Option<usize> {
    let post = line.split_whitespace().next()?;
    let organ = short::before(post, picked!(posts: heads))?;
    let name = line[post.len()..].chars().filter(|c| !c.is_whitespace()).count();
    (agency::is_organ(organ) && (2..=4).contains(&name)).then_some(organ.len())
}

/// The line under the mark of minutes (GB/T 9704-2012, 10.3): the organ to the left, the day to the right; a dump may
/// run the title on to it.
fn issued(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    let (line, span, facts) = (lines.str(i), lines.span(i), lines.facts(i));
    if !facts.has(Signs::BLANK) || facts.chars >= 90 {
        return false;
    }
    let Some(day) = date::find(line).into_iter().next() else { return false };
    let (before, rest) = (&line[..day.range.start], &line[day.range.end..]);
    let whole = rest.trim().is_empty() || GENRES.of(rest.trim()).is_some();
    let known = before.ends_with(char::is_whitespace) && agency::is_organ(before) && whole;
    if known {
        head.date.get_or_insert(span.slice(day.range));
        head.issuers.push(span.slice(0..before.trim_end().len()));
        lines.set(i, Role::Masthead);
    }
    known
}

/// 题注: the day, or when and by which number a regulation was passed and published; `（2021年3月5日海川市人民政府令第3号公布）`.
fn caption(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    let (line, span) = (lines.str(i), lines.span(i));
    if head.title.is_none() || !(lines.is_day(i) || is_caption(lines, i)) {
        return false;
    }
    // the day of publishing, not the day of effect behind it
    let published = PUBLISHED.iter().filter_map(|word| line.find(word)).min();
    let effect = short::holds(line, picked!(acts: effect));
    let until = if effect { published.unwrap_or(0) } else { line.len() };
    let days = date::find(line);
    head.date = head.date.or(days.iter().rfind(|day| day.range.end <= until).map(|day| span.slice(day.range.clone())));
    if let Some(found) = doc_number::find(line).into_iter().next() {
        head.doc_number.get_or_insert(span.slice(found.range));
    }
    lines.set(i, Role::Note);
    true
}

/// Words by which a caption says that a regulation was made known.
const PUBLISHED: &[&str] = picked!(acts: issues);

/// Whether line `i` says when and how a regulation was passed, published or amended.
pub(super) fn is_caption(lines: &Lines<'_>, i: usize) -> bool {
    const DONE: &[&str] = picked!(acts: issues | passes | effect);
    let (line, chars) = (lines.str(i), lines.facts(i).chars);
    let words = line.trim_end_matches(['）', ')', '。']);
    let short = chars <= 120 || words.len() < line.len() && chars <= 400;
    let bracketed = || line.starts_with(['（', '(']) && line.ends_with(['）', ')']);
    let tells = || short::ends_with(words, DONE) || bracketed() && short::holds(line, PUBLISHED);
    let told = || short::holds(line, &["，现", ",现", "现将", "现予"]);
    short && tells() && !told() && !date::find(line).is_empty()
}
