//! The bottom of 主体 (GB/T 9704-2012, 7.3.5, 7.3.6): signature, date, notes, contact lines.

use std::ops::Range;

use super::{
    Role, Tail, annexes,
    colophon::{disclosed, disclosure},
    contact::is_contact,
    head::is_caption,
    line::Lines,
    step::spaced,
};
use crate::{
    lexicon::{GENRES, picked, short},
    phrase::{agency, date, level},
    source::Signs,
    span::Span,
};

/// Whether a line is a note in brackets, which may hold others, and nothing else.
fn is_bracketed(line: &str) -> bool {
    let mut depth = 0;
    line.starts_with(['（', '('])
        && line.ends_with(['）', ')'])
        && line.char_indices().all(|(at, c)| {
            match c {
                '（' | '(' => depth += 1,
                '）' | ')' => depth -= 1,
                _ => {}
            }
            (1..=2).contains(&depth) || (depth == 0 && at + c.len_utf8() == line.len())
        })
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
    let bottom = annexes::read(lines, range.start..top, tail).unwrap_or(top);
    contacts(lines, range.start..bottom);
    below(lines, day + 1..range.end, tail);
}

/// Reads the list of attachments and the contact lines at the end of an enclosure (`range`), which belong to the letter.
pub(super) fn enclosure(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    let listed = tail.attachments.is_empty() && range.clone().rev().take(30).any(|i| lines.is_open(i) && annexes::is_note(lines.str(i)));
    let end = if listed { annexes::read(lines, range.clone(), tail).unwrap_or(range.end) } else { range.end };
    contacts(lines, end..range.end);
    contacts(lines, range.start..end);
}

/// Reads what a part that is no letter has of its own: to whom it was addressed, who made it and when. None of it is the
/// letter's, and none of it is text.
pub(super) fn own(lines: &mut Lines<'_>, range: Range<usize>) {
    let open: Vec<usize> = range.clone().filter(|i| lines.is_open(*i)).take(3).collect();
    for i in open {
        let line = lines.str(i);
        let dated = || lines.facts(i).chars < 80 && !date::find(line).is_empty();
        let role = match line {
            _ if is_bracketed(line) && (dated() || is_caption(lines, i)) => Role::Note,
            _ if lines.is_number(i) => Role::DocNumber,
            _ if lines.is_address(i) => Role::Recipients,
            // who made what another organ issues: 市教育局、市财政局
            _ if lines.facts(i).is_bare() && lines.facts(i).label.is_none() && are_organs(line) => Role::Signature,
            _ => break,
        };
        lines.set(i, role);
    }
    let Some(day) = range.clone().rev().find(|i| lines.is_open(*i)).filter(|i| lines.is_day(*i)) else { return };
    let above = |day: usize, lines: &Lines<'_>| (range.start..day).rev().find(|i| lines.is_open(*i));
    let mut organ = above(day, lines).filter(|i| !names(lines, *i).is_empty());
    if organ.is_some() {
        lines.set(day, Role::Date);
    }
    while let Some(i) = organ {
        lines.set(i, Role::Signature);
        organ = above(i, lines).filter(|i| !names(lines, *i).is_empty() && lines.facts(*i).label.is_none());
    }
}

/// Whether `line` names organs and nothing else.
fn are_organs(line: &str) -> bool {
    agency::split_list(line).iter().all(|range| agency::is_organ(&line[range.clone()]))
}

/// The line of the letter's date: the first line that is a day and nothing else and has text above it.
fn day(lines: &Lines<'_>, range: Range<usize>) -> Option<usize> {
    let (mut text, mut dated) = (false, false);
    for i in range {
        if lines.is_open(i) && text && (lines.is_day(i) || is_signed_in_figures(lines, i)) && !dated {
            return Some(i);
        }
        text |= lines.is_open(i) && (!lines.facts(i).is_bare() || lines.facts(i).chars > 20);
        // 二、时间, and the day of the event below
        dated = lines.is_open(i) && lines.facts(i).label.is_some() && lines.str(i).ends_with("时间");
    }
    None
}

/// Whether line `i` is the day of the organ above it, in eight figures: 20240321.
fn is_signed_in_figures(lines: &Lines<'_>, i: usize) -> bool {
    let facts = lines.facts(i);
    let figures = facts.chars == 8 && facts.first == '2' && date::in_figures(lines.str(i)).is_some();
    figures && (0..i).rev().find(|above| lines.is_open(*above)).is_some_and(|above| !names(lines, above).is_empty())
}

/// The organs above the date; gives the first line of the signature.
fn signatures(lines: &mut Lines<'_>, above: Range<usize>, tail: &mut Tail) -> usize {
    let above_day = above.end;
    let mut top = above.end;
    for i in above.rev() {
        if !lines.is_open(i) {
            continue;
        }
        let facts = *lines.facts(i);
        let apart = facts.has(Signs::BLANK) || facts.has_colon();
        if let Some(name) = if apart { post_and_name(lines.str(i)) } else { None } {
            tail.signatories.insert(0, lines.span(i).slice(name));
            lines.set(i, Role::Signature);
            top = i;
            continue;
        }
        // (海川市教育局代章): who sealed it for a body that has no seal
        if top == above_day && is_bracketed(lines.str(i)) && without_seal(lines.str(i)).is_empty() {
            lines.set(i, Role::Note);
            continue;
        }
        // 附件 and its title may look like an organ (…登记表单位); a label never signs
        if facts.label.is_some() || annexes::is_note(lines.str(i)) {
            break;
        }
        let mut names = names(lines, i);
        if names.is_empty() {
            break;
        }
        top = i;
        if let [name] = &mut names[..]
            && let Some(head) = head_of_name(lines, i)
        {
            *name = head.cover(*name);
            top = i - 1;
        }
        tail.signatures.splice(0..0, names);
        (top..=i).for_each(|i| lines.set(i, Role::Signature));
        if top < i {
            break;
        }
    }
    top
}

/// The line above, where line `i` is but the end of the name that begins there: 海川市平安建设工作 / 领导小组办公室.
fn head_of_name(lines: &Lines<'_>, i: usize) -> Option<Span> {
    const ENDS: [&str; 6] = ["领导小组", "委员会", "指挥部", "联席会议", "人民政府", "有限公司"];
    const LONGEST: u32 = 24;
    let above = i.checked_sub(1).filter(|above| lines.is_open(*above))?;
    let facts = lines.facts(above);
    let bare = facts.is_bare() && facts.label.is_none() && facts.chars <= LONGEST && !facts.has(Signs::BLANK);
    let (head, end) = (lines.str(above), lines.str(i));
    // …疫情 / 防控应急保障组办公室: bodies made for a purpose are called by all of it, behind their place
    let purpose = || short::ends_with(end, &["组办公室", "工作专班", "领导小组", "指挥部"]);
    let named = || facts.chars > 8 && head.contains(level::is_sign);
    let torn = short::begins_with(end, &ENDS) || purpose() && (end.starts_with('的') || named());
    (bare && torn && !agency::is_organ(head)).then(|| lines.span(above))
}

/// The name in `省长 李明远`: orders are signed by the head of the organ (GB/T 9704-2012, 10.2).
fn post_and_name(line: &str) -> Option<Range<usize>> {
    const POSTS: &[&str] = picked!(posts: heads);
    // several organs: each head with the name of his own
    let word = line.split_whitespace().next()?;
    let organ = |post: &&&str| word.strip_suffix(**post).is_some_and(agency::is_organ);
    // 市 长 李明远
    let post = POSTS.iter().find_map(|post| spaced(line, post));
    let rest = post.or_else(|| POSTS.iter().find(organ).map(|_| &line[word.len()..]))?;
    let name = rest.trim_start_matches([' ', '\u{3000}', '：', ':']);
    let signs = name.chars().filter(|c| !c.is_whitespace()).count();
    (name.len() < rest.len()
        && (2..=4).contains(&signs)
        && name.chars().all(|c| c.is_whitespace() || ('\u{4e00}'..'\u{a000}').contains(&c)))
    .then_some(line.len() - name.len()..line.len())
}

/// `organ` without the word that stands for its seal: 海川市教育局（盖章）.
fn without_seal(organ: &str) -> &str {
    let open = organ.strip_suffix(['）', ')']).and_then(|inner| Some((inner, inner.rfind(['（', '('])?)));
    open.filter(|(inner, at)| inner[*at..].ends_with('章')).map_or(organ, |(inner, at)| inner[..at].trim_end())
}

/// The organs on line `i`, where it holds nothing else but that they make known: 海川市公安局发布.
fn names(lines: &Lines<'_>, i: usize) -> Vec<Span> {
    const MADE_KNOWN: [&str; 3] = ["发布", "公布", "宣"];
    let whole = lines.str(i);
    let organ = MADE_KNOWN.iter().find_map(|word| whole.strip_suffix(word)).filter(|rest| agency::is_organ(rest));
    let line = without_seal(organ.unwrap_or(whole).trim_end());
    let span = lines.span(i).slice(0..line.len());
    if !lines.facts(i).has(Signs::BLANK) {
        let listed = if line.contains('、') && !lines.facts(i).has(Signs::STOP) { agency::split_list(line) } else { Vec::new() };
        // 海川集团党委、工会、团委 share their head
        let whole = |name: &Range<usize>| line[name.clone()].chars().count() >= 4;
        let organs = match listed.len() {
            2.. if listed.iter().all(whole) => listed,
            _ if agency::ends_like_organ(line) => agency::side_by_side(line),
            _ => return Vec::new(),
        };
        let known = organs.iter().all(|organ| agency::is_organ(&line[organ.clone()]));
        return if known { organs.into_iter().map(|organ| span.slice(organ)).collect() } else { Vec::new() };
    }
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

/// Contact lines right above the end of the letter.
fn contacts(lines: &mut Lines<'_>, range: Range<usize>) {
    for i in range.rev() {
        if !lines.is_open(i) {
            continue;
        }
        if !is_contact(lines, i) || lines.facts(i).label.is_some() {
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
        if is_contact(lines, i) {
            lines.set(i, Role::Contact);
        } else if lines.facts(i).chars < 80 && is_bracketed(line) {
            tail.note.get_or_insert(lines.span(i));
            if !disclosure(lines, i, tail) {
                lines.set(i, Role::Note);
            }
        } else if annexes::is_note(line) && !listed {
            listed = true;
            annexes::read(lines, range.clone(), tail);
        }
    }
}

/// A letter without date: a list of attachments, contacts and a signature may stand there all the same.
fn unsigned(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    below_unsigned(lines, range.clone(), tail);
    let signs = |i: &usize| lines.facts(*i).label.is_none() && *i > range.start && GENRES.of(lines.str(*i)).is_none();
    let organ = |i: &usize| signs(i) && agency::is_organ(lines.str(*i));
    let mut open = range.clone().rev().filter(|i| lines.is_open(*i));
    // the last line; above what a page adds, that behind the closing formula
    let last = open.next().filter(|i| signs(i) && !names(lines, *i).is_empty());
    let closed = |i: &usize| organ(i) && (range.start..*i).rev().find(|j| lines.is_open(*j)).is_some_and(|j| is_closing(lines.str(j)));
    let signed = last.or_else(|| open.take(BELOW).find(closed));
    let first = signed.map(|i| first_of_joint(lines, range.start..i));
    if let Some((first, last)) = first.zip(signed) {
        for i in (first..=last).filter(|i| lines.is_open(*i)).collect::<Vec<_>>() {
            tail.signatures.extend(names(lines, i));
            lines.set(i, Role::Signature);
        }
    }
    let noted = range.clone().rev().take(30).find(|i| lines.is_open(*i) && annexes::is_titled_note(lines.str(*i)));
    if noted.is_some() || last.is_some() || annexes::ends_in_list(lines, range.clone()) {
        annexes::read(lines, range.start..first.filter(|_| last.is_some()).unwrap_or(range.end), tail);
    }
    contacts(lines, range);
}

/// The first line of a signature without a day that ends below `above`: joint issuers stand under the last sentence, one below
/// another. A longer run of organs is a list of them.
fn first_of_joint(lines: &Lines<'_>, above: Range<usize>) -> usize {
    const MOST: usize = 6;
    let (end, mut first) = (above.end, above.end);
    for i in above.rev().filter(|i| lines.is_open(*i)).take(MOST) {
        if lines.facts(i).has(Signs::STOP) {
            return first;
        }
        if lines.facts(i).label.is_some() || !agency::is_organ(lines.str(i)) {
            break;
        }
        first = i;
    }
    end
}

/// So many lines a page may add below the signature.
const BELOW: usize = 6;

/// 特此通告, 此复: what stands above a signature.
fn is_closing(line: &str) -> bool {
    let words = line.trim_end_matches(['。', '！']);
    words.chars().count() <= 8 && (words.starts_with("特此") || words.starts_with('此') && words.len() == "此复".len())
}

fn below_unsigned(lines: &mut Lines<'_>, range: Range<usize>, tail: &mut Tail) {
    for i in range.rev().take(4) {
        let line = lines.str(i);
        if !lines.is_open(i) || lines.facts(i).chars >= 24 || !is_bracketed(line) {
            continue;
        }
        if disclosed(line).is_some() || annexes::is_note_of_copies(line) {
            tail.note.get_or_insert(lines.span(i));
            if !disclosure(lines, i, tail) {
                lines.set(i, Role::Note);
            }
        }
    }
}
