//! 版头 and the top of 主体 (GB/T 9704-2012, 7.2, 7.3.1, 7.3.2): copy number, secrecy, urgency, mark, number,
//! signatories, title, recipients.
//!
//! The order of the standard is only a hint: web dumps put the number under the title. So each line is known
//! by its looks, and the title is the run of bare lines that ends with the name of a kind of document.

mod mark;

use std::ops::Range;

use self::mark::{Mark, is_issue, is_masthead, mark, signatory, telegram};
use super::{
    Head, Page, Role,
    line::{self, Lines, fold, folded},
    step::{is_colon, is_figure},
};
use crate::{
    lexicon::GENRES,
    phrase::{agency, date, doc_number},
    source::Signs,
    span::Span,
};

/// How many lines a title may take.
const TITLE_LINES: usize = 8;
/// How far down the head may reach.
const HEAD_LINES: usize = 120;

/// Reads the head; gives it and the first line of the body.
pub(super) fn read(lines: &mut Lines<'_>, page: &Page) -> (Head, usize) {
    let mut head = Head::default();
    let title = title(lines, page);
    let below = title.as_ref().map_or(0, |t| t.end);
    above_title(lines, 0..title.as_ref().map_or(0, |t| t.start), &mut head);
    if let Some(range) = title {
        let last = lines.span(range.end - 1);
        let own = without_footnote(lines.str(range.end - 1)).len();
        head.title = Some(Span { start: lines.span(range.start).start, end: last.slice(0..own).end });
        range.for_each(|i| lines.set(i, Role::Title));
    }
    let body = below_title(lines, below, &mut head);
    (head, body)
}

/// The lines of the title.
fn title(lines: &Lines<'_>, page: &Page) -> Option<Range<usize>> {
    let end = lines.len().min(HEAD_LINES);
    let mut runs = runs(lines, end);
    let words: Vec<String> = runs.iter().map(|run| lines.joined(run.clone())).collect();
    let first = words.iter().position(|words| is_title(words))?;
    // a page prints the title above its furniture and once more above the text: the last one is the document's
    let given = page.title.map(|span| fold(lines.text.slice(span)));
    let same = |other: &String| *other == words[first] || given.as_ref().is_some_and(|given| folded(other).eq(given.chars()));
    let chosen = words.iter().rposition(same).unwrap_or(first).max(first);
    let chosen = chosen + usize::from(is_marked(lines, &runs[chosen..], &words[chosen..]));
    Some(once(lines, runs.swap_remove(chosen)))
}

/// Whether the first of `runs` is but the mark above a number and the second the title: 海川市民政局公告 / 2023年第8号 /
/// 海川市民政局关于….
fn is_marked(lines: &Lines<'_>, runs: &[Range<usize>], words: &[String]) -> bool {
    let ([mark, title, ..], [issuer, words, ..]) = (runs, words) else { return false };
    let numbered = title.start == mark.end + 1 && lines.is_number(mark.end);
    numbered && is_notice_mark(issuer) && words.contains("关于") && is_title(words)
}

/// 海川市民政局公告: an organ and how it makes known.
fn is_notice_mark(line: &str) -> bool {
    ["公告", "通告"].iter().filter_map(|kind| line.strip_suffix(kind)).any(agency::is_organ)
}

/// A title that stands in `run` twice, as the page's and as the document's: the second of the two.
fn once(lines: &Lines<'_>, run: Range<usize>) -> Range<usize> {
    let words = |range: Range<usize>| range.flat_map(|i| folded(lines.str(i)));
    let copy = |at: &usize| words(run.start..*at).eq(words(*at..run.end));
    (run.start + 1..run.end).find(copy).map_or(run.clone(), |at| at..run.end)
}

/// The runs of bare lines that may be titles, down to where the body must have begun.
fn runs(lines: &Lines<'_>, end: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let (mut i, mut known) = (0, 0);
    while i < end {
        if i >= known && !may_be_title(lines, i) {
            // a sentence above every title: the letter has none
            if lines.is_open(i) && begins_body(lines, i, !runs.is_empty()) {
                break;
            }
            i += 1;
            continue;
        }
        // up to where all lines are known to be such as this one
        known = known.max(i + 1);
        let other = |j: &usize| *j >= known && !may_be_title(lines, *j) || lines.str(*j) == lines.str(i);
        let stop = (i + 1..end).find(other).unwrap_or(end);
        known = known.max(stop);
        runs.push(best_run(lines, i..stop));
        i = runs.last().map_or(stop, |run| run.end.max(i + 1));
    }
    runs
}

/// Whether the body must have begun with line `i`; less tells it where what may be a title stands above.
fn begins_body(lines: &Lines<'_>, i: usize, titled: bool) -> bool {
    let facts = lines.facts(i);
    let long = facts.chars > 40;
    let sentence = facts.last == '。' && (long || facts.chars > 12 && facts.has(Signs::COMMA));
    sentence || titled && (long && !facts.is_bare() || lines.is_address(i))
}

/// The lines of `range` that make a title: from its head to the last line that ends as titles do, and not from
/// lines above that end as titles do not and are no part of it.
fn best_run(lines: &Lines<'_>, range: Range<usize>) -> Range<usize> {
    let stop = range.end.min(range.start + TITLE_LINES);
    let (mut words, mut end) = (String::new(), range.start + 1);
    for i in range.start..stop {
        lines.join(i, &mut words);
        end = if is_title(&words) { i + 1 } else { end };
    }
    // 关于… on a line of its own: what stands above it belongs to it only where it names who issues it
    let about = (range.start..end).find(|i| lines.str(*i).trim_start().starts_with("关于"));
    let start = match about {
        Some(about) => (range.start..about).rev().take_while(|i| may_issue(lines.str(*i)) || quotes(lines.str(*i))).last().unwrap_or(about),
        None => range.start,
    };
    start..end
}

/// Whether line `i` may be a line of a title.
fn may_be_title(lines: &Lines<'_>, i: usize) -> bool {
    let (line, facts) = (lines.str(i), lines.facts(i));
    lines.is_open(i)
        && facts.chars < 90
        && facts.is_bare()
        && facts.label.is_none()
        && !facts.has(Signs::TAB)
        && !(matches!(facts.first, '（' | '(') && is_caption(lines, i))
        && !line.starts_with("附件")
        && !(line.contains('签') && line.contains("签发人"))
        && !(facts.has_colon() && is_field(line))
        && mark(line).is_none()
        && telegram(line).is_none()
        && !is_masthead(line)
        && !lines.is_day(i)
        && !lines.is_number(i)
}

/// A word and its value, as stand above titles: 类别：A, 编号：12.
fn is_field(line: &str) -> bool {
    let Some((word, value)) = line.split_once(is_colon) else { return false };
    let (word, value) = (word.trim(), value.trim());
    (2..=6).contains(&word.chars().count()) && (1..=6).contains(&value.chars().count()) && GENRES.of(value).is_none()
}

/// Whether `words` end with the name of a kind of document; a bracket at the end (试行) is looked through.
fn is_title(words: &str) -> bool {
    GENRES.of(without_bracket(without_footnote(words))).is_some() && words.chars().count() > 3
}

/// Whether a line above 关于… names who issues: an organ, or the meeting that passes a resolution.
fn may_issue(line: &str) -> bool {
    agency::is_organ(line) || line.trim_end().ends_with("次会议")
}

/// Whether a title in 《 is open at the end of `line`: 海川市教育局转发《江北省教育厅.
fn quotes(line: &str) -> bool {
    line.rfind('《').is_some_and(|at| !line[at..].contains('》'))
}

/// `words` without the mark of a footnote at the end: …统计公报[1], …决算［注］.
fn without_footnote(words: &str) -> &str {
    let Some(open) = words.strip_suffix([']', '］']) else { return words };
    let mark = open.trim_end_matches(|c| is_figure(c) || c == '注');
    mark.strip_suffix(['[', '［']).filter(|rest| !rest.is_empty() && mark.len() < open.len()).unwrap_or(words)
}

/// `words` without brackets at the end: （试行）, （修订）, （2021年版）.
pub(crate) fn without_bracket(words: &str) -> &str {
    let mut words = words.trim_end();
    while let Some(open) = words.strip_suffix(['）', ')', '〉', '》']) {
        match open.rfind(['（', '(', '〈', '《']) {
            Some(at) if at > 0 => words = words[..at].trim_end(),
            _ => break,
        }
    }
    words
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
            .filter(|mark| line.starts_with(['第', '〔', '【', '[', '2', '1']) && lines.text.slice(*mark).ends_with(['令', '告']));
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
        head.issuing_mark = Some(head.issuing_mark.map_or(span, |mark| mark.cover(span)));
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

/// Number, date in brackets and recipients below the title; gives the first line of the body.
fn below_title(lines: &mut Lines<'_>, from: usize, head: &mut Head) -> usize {
    let mut i = from;
    while i < lines.len() && i < from + 12 && (!lines.is_open(i) || stands_below_title(lines, i, head)) {
        i += 1;
    }
    recipients(lines, i, head).unwrap_or(i)
}

/// Reads line `i` as an element that may stand below the title; false where the text begins.
fn stands_below_title(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    if lines.is_number(i) {
        number(lines, i, head);
        return true;
    }
    if caption(lines, i, head) || issued(lines, i, head) || signed(lines, i, head) || delivered(lines, i, head) {
        return true;
    }
    let line = lines.str(i);
    let role = match line {
        _ if lines.facts(i).chars < 40 && line.contains("签发人") => element(lines, i, head).unwrap_or(Role::Masthead),
        _ if is_issue(line) => Role::Masthead,
        _ if head.title.is_some_and(|title| folded(lines.text.slice(title)).eq(folded(line))) => Role::Title,
        _ => return false,
    };
    lines.set(i, role);
    true
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
    let dashed = said.ends_with('上') && (said.starts_with(['—', '－', '-', '─']) || said.len() < line.len());
    if let Some(day) = if dashed { date::find(line).into_iter().next() } else { None } {
        head.date.get_or_insert(span.slice(day.range));
        lines.set(i, Role::Note);
        return true;
    }
    let Some(organ) = head.date.and_then(|_| speaker(line)) else { return false };
    head.issuers = vec![span.slice(0..organ)];
    lines.set(i, Role::Signature);
    true
}

/// The length of the organ for which a person speaks: 云岭县人民政府县长　李明远.
fn speaker(line: &str) -> Option<usize> {
    const POSTS: [&str; 11] = ["县长", "市长", "省长", "区长", "州长", "局长", "厅长", "部长", "主任", "院长", "检察长"];
    let post = line.split_whitespace().next()?;
    let organ = POSTS.iter().find_map(|word| post.strip_suffix(word))?;
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

/// Keeps the number on line `i`.
fn number(lines: &mut Lines<'_>, i: usize, head: &mut Head) {
    head.doc_number.get_or_insert(lines.span(i));
    lines.set(i, Role::DocNumber);
}

/// 题注: the day, or when and by which number a regulation was passed and published; `（2021年3月5日海川市人民政府令第3号公布）`.
fn caption(lines: &mut Lines<'_>, i: usize, head: &mut Head) -> bool {
    let (line, span) = (lines.str(i), lines.span(i));
    if head.title.is_none() || !(lines.is_day(i) || is_caption(lines, i)) {
        return false;
    }
    // the day of publishing, not the day of effect behind it
    let published = PUBLISHED.iter().filter_map(|word| line.find(word)).min();
    let effect = line.contains("施行") || line.contains("实施");
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
const PUBLISHED: [&str; 3] = ["公布", "发布", "印发"];

/// Whether line `i` says when and how a regulation was passed, published or amended.
pub(super) fn is_caption(lines: &Lines<'_>, i: usize) -> bool {
    const DONE: [&str; 9] = ["公布", "发布", "通过", "印发", "施行", "实施", "修订", "修正", "批准"];
    let (line, chars) = (lines.str(i), lines.facts(i).chars);
    let words = line.trim_end_matches(['）', ')', '。']);
    let short = chars <= 120 || words.len() < line.len() && chars <= 400;
    let told = || line.contains("，现") || line.contains("现将");
    short && DONE.iter().any(|w| words.ends_with(w)) && !told() && !date::find(line).is_empty()
}

/// 主送机关 over one or more lines, up to the colon.
fn recipients(lines: &mut Lines<'_>, from: usize, head: &mut Head) -> Option<usize> {
    let open = from < lines.len() && lines.is_open(from);
    let listed = if open { line::address_list(lines.str(from), lines.facts(from)) } else { None };
    let end = match &listed {
        Some(_) => from,
        None => (from..lines.len().min(from + 6)).find(|i| lines.is_open(*i) && lines.is_address(*i))?,
    };
    if (from..end).map(|i| lines.facts(i)).any(|facts| facts.has(Signs::STOP) || facts.chars > 120 || facts.label.is_some()) {
        return None;
    }
    let all = lines.span(from).cover(lines.span(end));
    let names = listed.unwrap_or_else(|| agency::split_list(lines.text.slice(all).trim_end_matches(is_colon)));
    head.recipients = names.into_iter().map(|range| all.slice(range)).collect();
    (from..=end).for_each(|i| lines.set(i, Role::Recipients));
    Some(end + 1)
}
