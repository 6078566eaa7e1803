//! The bodies of a document: the letter, what it encloses, its attachments.
//!
//! A letter that issues another document (印发, 转发, 发布, 公布) names it in its title; the enclosure begins
//! where that name stands as a title of its own, or where a title follows the letter's date. An attachment
//! begins at a line 附件 with or without number (GB/T 9704-2012, 7.3.7) that has a body behind it, or where a title that the
//! list of attachments announced stands again below the letter's date.

use std::ops::Range;

use super::{
    Page, PartKind, Role,
    annexes::{
        mark::{above, is_bare, note},
        without_extension,
    },
    head::without_bracket,
    label::{Style, label},
    line::{Lines, fold, fold_into},
};
use crate::{
    lexicon::{GENRES, picked, short},
    phrase::agency,
    source::Signs,
    span::Span,
};

/// A part before its sections are read: its kind, its title, its lines.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) kind: PartKind,
    pub(super) title: Option<Span>,
    pub(super) lines: Range<usize>,
}

/// What a title does with a document that it issues, 关于印发《…》的通知, and how such titles end.
pub(super) const VERBS: &[&str] = picked!(acts: issues | forwards);
const ISSUE: [&str; 5] = ["的通知", "的通告", "的公告", "的函", "的决定"];
/// How titles go on behind the name of a draft on which they ask for opinions: 关于《…》公开征求意见的公告.
const ASK: [&str; 4] = ["公开征求", "征求", "向社会公开征求", "征询"];

/// An issuer who stands before the name of what is issued has fewer signs.
const ISSUER: usize = 16;
/// A name of so few signs may be the end of another.
const SHORT: usize = 6;
/// How many lines a title of an enclosure or attachment may take.
const TITLE_LINES: usize = 4;

/// Cuts the lines from `start` into bodies; where the document has no title of its own, that of its `page` names what it issues.
pub(super) fn split(lines: &mut Lines<'_>, start: usize, title: Option<Span>, page: &Page) -> Vec<Body> {
    let mut names: Vec<String> = title.or(page.title).and_then(|span| issued(lines.text.slice(span))).into_iter().collect();
    let first = (start..lines.len()).filter(|i| lines.is_open(*i)).take(3);
    if names.is_empty() {
        names = first.map(|i| decreed(lines, i)).find(|names| !names.is_empty()).unwrap_or_default();
    }
    names.extend(title.into_iter().filter(|span| lines.text.slice(*span).contains("修改")).flat_map(|_| republished(lines, start)));
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let mut bodies = vec![Body { kind: PartKind::Letter, title: title.or(page.title), lines: start..start }];
    let mut dated = false;
    let mut noted: Vec<String> = Vec::new();
    let mut i = start;
    while i < lines.len() {
        let letter = bodies.iter().all(|body| body.kind == PartKind::Letter);
        if lines.is_open(i) {
            if let Some((range, kind)) = opening(lines, i, &names, letter, dated).or_else(|| announced(lines, i, dated, &mut noted)) {
                bodies.push(open(lines, i, range, kind));
                i = bodies.last().map_or(i + 1, |b| b.lines.start);
                continue;
            }
            dated |= lines.is_day(i);
            if letter {
                take_note(lines, i, &mut noted);
            }
        }
        let last = bodies.len() - 1;
        bodies[last].lines.end = i + 1;
        i += 1;
    }
    bodies
}

/// The names of what a title issues, blanks and brackets aside.
fn issued(title: &str) -> Option<String> {
    let title = fold(title);
    if let Some((_, rest)) = title.split_once("关于")
        && title.contains("意见的")
        && let Some(draft) = rest.strip_prefix('《').and_then(|inner| inner.split_once('》'))
        && short::begins_with(draft.1, &ASK)
    {
        return Some(draft.0.to_owned());
    }
    // 关于公开征求《…》（草案）意见的公告
    if let Some((name, behind)) = title.split_once("征求《").and_then(|(_, rest)| rest.rsplit_once('》'))
        && let Some(draft) = behind.find("意见的").map(|at| &behind[..at])
        && (draft.is_empty() || draft.ends_with(['稿', '案']))
    {
        return Some(format!("{name}{draft}"));
    }
    let (at, verb) = VERBS.iter().filter_map(|verb| title.find(verb).map(|at| (at, verb))).min()?;
    let rest = &title[at + verb.len()..];
    Some(in_marks(rest).unwrap_or_else(|| &rest[..end_of_issued(rest)]).to_owned()).filter(|name| !name.is_empty())
}

/// What stands in the marks 《》 with which `rest` begins, if what issues it ends behind them.
fn in_marks(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix('《')?;
    let ends = |behind: &str| behind.is_empty() || short::begins_with(behind, &ISSUE);
    inner
        .rmatch_indices('》')
        .map(|(at, mark)| (at, &inner[at + mark.len()..]))
        .find(|(at, behind)| *at > 0 && ends(behind))
        .map(|(at, _)| &inner[..at])
}

/// Where the name ends with which `rest` begins.
fn end_of_issued(rest: &str) -> usize {
    ISSUE.iter().filter_map(|word| rest.find(word)).filter(|at| *at > 0).min().unwrap_or(rest.len())
}

/// The names of what a letter's first sentences issue: 《…》已经…通过，现予公布.
fn decreed(lines: &Lines<'_>, i: usize) -> Vec<String> {
    let line = lines.str(i);
    // 现印发, 现予公布, 印发给
    let now = |at: usize, verb: &str| short::ends_with(&line[..at], &["现", "现予", "予以"]) || line[at + verb.len()..].starts_with('给');
    let says = |verb: &&str| line.match_indices(*verb).any(|(at, verb)| now(at, verb));
    let issues = lines.facts(i).has(Signs::QUOTE) && VERBS.iter().any(says);
    if issues { quoted(line) } else { Vec::new() }
}

/// The names of what a decision amends and prints anew: 《…》《…》根据本决定作相应修改，重新公布.
fn republished(lines: &Lines<'_>, start: usize) -> Vec<String> {
    let says = |i: &usize| lines.is_open(*i) && lines.str(*i).contains("重新公布");
    (start..lines.len()).find(says).map(|i| quoted(lines.str(i))).unwrap_or_default()
}

/// The titles in 《》, those inside others aside.
fn quoted(line: &str) -> Vec<String> {
    /// Each name is held against each line below, and no decision amends more at once.
    const MOST: usize = 20;
    let (mut names, mut depth, mut from) = (Vec::new(), 0u32, 0);
    for (at, c) in line.char_indices() {
        match c {
            '《' => {
                depth += 1;
                from = if depth == 1 { at + c.len_utf8() } else { from };
            }
            '》' if depth == 1 && names.len() < MOST => {
                names.push(line[from..at].to_owned());
                depth = 0;
            }
            '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    names
}

/// Whether a part opens at line `i`: the lines of its title, and its kind.
fn opening(lines: &Lines<'_>, i: usize, issued: &[String], letter: bool, dated: bool) -> Option<(Range<usize>, PartKind)> {
    let (line, facts) = (lines.str(i), lines.facts(i));
    let above_date = letter && !dated;
    if let Some(title) = if may_mark(facts.first) { above(line) } else { None } {
        return attachment(lines, i, &line[title..], above_date);
    }
    if !above_date && facts.first == '附' && is_bare(line) {
        return attachment(lines, i, "", false);
    }
    if !facts.is_bare() || facts.label.is_some() {
        return None;
    }
    if letter && dated && issued.is_empty() {
        return another(lines, i).map(|range| (range, PartKind::Letter));
    }
    // one letter may issue several documents
    if !(letter || issued.len() > 1) {
        return None;
    }
    let named = issued.iter().find_map(|name| lines_that_name(lines, i, name));
    let range = named.or_else(|| (letter && dated && !issued.is_empty()).then(|| titled(lines, i)).flatten())?;
    Some((range, PartKind::Enclosure))
}

/// Whether the mark above an attachment, or the bracket around it, may begin with `first`.
const fn may_mark(first: char) -> bool {
    matches!(first, '附' | '（' | '(' | '【' | '[')
}

/// Adds to `noted` what line `i` of the list of attachments announces, blanks and brackets aside.
fn take_note(lines: &Lines<'_>, i: usize, noted: &mut Vec<String>) {
    /// Each is held against each line below.
    const MOST: usize = 20;
    let (line, facts) = (lines.str(i), lines.facts(i));
    let numbered = |text: &str| label(text).ok().filter(|(_, l)| l.style == Style::Arabic).map(|(rest, _)| line.len() - rest.len());
    let goes_on = || (!noted.is_empty() && facts.is_bare() && facts.label.is_some()).then(|| numbered(line)).flatten();
    let Some(title) = note(line).map(|head| numbered(&line[head..]).unwrap_or(head)).or_else(goes_on) else { return };
    let name = fold(without_extension(line[title..].trim_end_matches(['；', '。', '，'])));
    if noted.len() < MOST && name.chars().count() > SHORT {
        noted.push(name);
    }
}

/// The attachment that opens at line `i` with the title under which the list announced it: 附：…名单, and below the letter's date
/// the title again.
fn announced(lines: &Lines<'_>, i: usize, dated: bool, noted: &mut Vec<String>) -> Option<(Range<usize>, PartKind)> {
    if !dated || noted.is_empty() || !lines.facts(i).is_bare() {
        return None;
    }
    let name = fold(lines.str(i));
    let at = noted.iter().position(|title| *title == name)?;
    // below the last of them there is text; links of a page stand one below another
    let link = |line: usize| noted.contains(&fold(lines.str(line)));
    let above = (0..i).rev().find(|above| lines.is_open(*above));
    let body = next_open(lines, i + 1).is_some_and(|next| !link(next)) && !above.is_some_and(link);
    body.then(|| {
        noted.swap_remove(at);
        (i..i + 1, PartKind::Attachment)
    })
}

/// The title at `i` of another document, which has its own number or address right below.
fn another(lines: &Lines<'_>, i: usize) -> Option<Range<usize>> {
    let title = titled(lines, i).filter(|range| lines.joined(range.clone()).contains("关于"))?;
    let below = next_open(lines, title.end)?;
    (lines.is_number(below) || lines.is_address(below)).then_some(title)
}

/// The lines from `i` that say the name of what is issued.
fn lines_that_name(lines: &Lines<'_>, i: usize, name: &str) -> Option<Range<usize>> {
    let most = name.chars().count() + ISSUER;
    let (mut words, mut first) = (String::new(), 0);
    for j in i..lines.len().min(i + TITLE_LINES) {
        if !lines.is_open(j) || !lines.facts(j).is_bare() {
            return None;
        }
        fold_into(lines.str(j), &mut words);
        if words.chars().count() >= most {
            return None;
        }
        // an issuer may stand before the name, but no line of the letter's tail
        first = if j == i { words.len() } else { first };
        if words == name || words.ends_with(name) && (j == i || name.contains(&words[..first])) {
            return Some(i..j + 1);
        }
        // 转发市教育局海川市…方案的通知: who made it stands before its name
        let made = name.strip_suffix(&words[..]).filter(|_| words.chars().count() > SHORT);
        if made.is_some_and(agency::ends_like_organ) && GENRES.of(without_bracket(lines.str(j))).is_some() {
            return Some(i..j + 1);
        }
        // the letter says 若干措施, the enclosure 的若干措施, or the year is left out
        if near(&words, name) && GENRES.of(without_bracket(lines.str(j))).is_some() {
            return Some(i..j + 1);
        }
    }
    None
}

/// Whether two titles differ by no more than a few signs.
fn near(a: &str, b: &str) -> bool {
    const FEW: usize = 3;
    // no sign has more than four bytes
    if a.len().abs_diff(b.len()) > FEW * 4 {
        return false;
    }
    let (short, long) = if a.chars().count() < b.chars().count() { (a, b) } else { (b, a) };
    let (fewer, more) = (short.chars().count(), long.chars().count());
    let mut rest = long.chars();
    more - fewer <= FEW && fewer > 5 && short.chars().all(|c| rest.any(|r| r == c))
}

/// A title that stands at `i` after the letter's date: bare lines up to the name of a kind of document.
fn titled(lines: &Lines<'_>, i: usize) -> Option<Range<usize>> {
    let facts = lines.facts(i);
    if facts.has_colon() || matches!(facts.first, '（' | '(') || lines.is_day(i) || lines.is_number(i) || agency::is_organ(lines.str(i)) {
        return None;
    }
    let end = (i..lines.len().min(i + TITLE_LINES))
        .take_while(|j| lines.is_open(*j) && lines.facts(*j).is_bare() && lines.facts(*j).label.is_none());
    let last = end.filter(|j| GENRES.of(without_bracket(lines.str(*j))).is_some()).last()?;
    Some(i..last + 1)
}

/// Whether line `i`, which says 附件, opens an attachment. A list of attachments above the signature does not.
fn attachment(lines: &Lines<'_>, i: usize, title: &str, above_date: bool) -> Option<(Range<usize>, PartKind)> {
    if without_extension(title).len() < title.trim_end().len() {
        return None; // the link to a file
    }
    let title = title.trim();
    // 附件：1. …: the first line of a list
    if label(title).is_ok_and(|(_, l)| l.ordinal == 1 && matches!(l.style, Style::Arabic | Style::Chinese)) {
        return None;
    }
    if next_open(lines, i + 1).is_none() || title.ends_with(['；', '。', '，']) || title.contains('。') {
        return None;
    }
    if title.is_empty() && announces(lines, i) {
        return None;
    }
    // above the date, a mark with a title is a line of the list; a bare one may be, too
    if above_date && (!title.is_empty() || lists(lines, i) || signed_below(lines, i)) {
        return None;
    }
    if !title.is_empty() && (lists(lines, i) || next_is_mark(lines, i)) {
        return None;
    }
    let start = next_open(lines, i + 1)?;
    let range = if title.is_empty() { heading(lines, start) } else { i..i + 1 };
    Some((range, PartKind::Attachment))
}

/// Whether the next lines list titles: 1. …, 2. …
fn lists(lines: &Lines<'_>, i: usize) -> bool {
    next_open(lines, i + 1).is_some_and(|j| {
        let second = next_open(lines, j + 1)
            .is_some_and(|k| lines.facts(k).label.is_some_and(|l| l.ordinal == 2) || lines.is_day(k) || agency::is_organ(lines.str(k)));
        let titled = |text: usize| GENRES.of(without_bracket(without_extension(&lines.str(j)[text..]))).is_some();
        lines.facts(j).label.is_some_and(|l| l.ordinal <= 2 && titled(l.text())) && second
    })
}

/// Whether the list of attachments goes on with another one, or the attachment itself follows with its mark.
fn next_is_mark(lines: &Lines<'_>, i: usize) -> bool {
    let next = (i + 1..lines.len())
        .filter(|j| lines.is_open(*j))
        .take(2)
        .take_while(|j| lines.facts(*j).is_bare() || lines.facts(*j).ends_with_colon());
    next.into_iter().any(|j| above(lines.str(j)).is_some())
}

/// Whether only titles stand between line `i` and the next mark, of which one follows there again: a list and no body.
fn announces(lines: &Lines<'_>, i: usize) -> bool {
    const LISTED: usize = 15;
    let mut titles: Vec<String> = Vec::new();
    for j in (i + 1..lines.len()).filter(|j| lines.is_open(*j)).take(LISTED) {
        let (line, facts) = (lines.str(j), lines.facts(j));
        if let Some(own) = above(line).map(|title| &line[title..]) {
            let next = next_open(lines, j + 1).map_or("", |k| lines.str(k));
            return [own, next].iter().any(|title| titles.contains(&fold(title)));
        }
        if !facts.is_bare() {
            return false;
        }
        titles.push(fold(&line[facts.label.map_or(0, |label| label.text())..]));
    }
    false
}

/// Whether a signature and its day follow within the next lines.
fn signed_below(lines: &Lines<'_>, i: usize) -> bool {
    (i + 1..lines.len()).filter(|j| lines.is_open(*j)).take(6).any(|j| lines.is_day(j))
}

fn is_row(lines: &Lines<'_>, i: usize) -> bool {
    lines.all[i].role == Role::Row
}

fn next_open(lines: &Lines<'_>, from: usize) -> Option<usize> {
    (from..lines.len()).find(|j| lines.is_open(*j) || is_row(lines, *j))
}

/// Lets the titles of attachments run as far as the list of attachments says.
pub(super) fn settle_titles(lines: &mut Lines<'_>, bodies: &mut [Body], announced: &[Span]) {
    if announced.is_empty() || bodies.iter().all(|body| body.kind != PartKind::Attachment) {
        return;
    }
    let names: Vec<String> = announced.iter().map(|span| fold(lines.text.slice(*span))).collect();
    for body in bodies.iter_mut().filter(|b| b.kind == PartKind::Attachment) {
        let Some(title) = body.title else { continue };
        let mut words = fold(lines.text.slice(title));
        let more = body.lines.clone().take(2).take_while(|j| lines.is_open(*j) && lines.facts(*j).is_bare());
        let last = more.filter(|j| {
            fold_into(lines.str(*j), &mut words);
            names.iter().any(|name| *name == words || near(name, &words))
        });
        if let Some(last) = last.last() {
            body.title = Some(title.cover(lines.span(last)));
            (body.lines.start..=last).for_each(|j| lines.set(j, Role::Title));
            body.lines.start = last + 1;
        }
    }
}

/// The lines of the title at the head of an attachment; empty where it begins with its text.
fn heading(lines: &Lines<'_>, start: usize) -> Range<usize> {
    let may = |j: usize| {
        let facts = lines.facts(j);
        lines.is_open(j) && facts.is_bare() && facts.label.is_none() && facts.chars < 60 && !matches!(facts.first, '（' | '(')
    };
    let stop = (start..lines.len().min(start + TITLE_LINES)).find(|j| !may(*j)).unwrap_or(lines.len().min(start + TITLE_LINES));
    if stop == start {
        return start..start;
    }
    let end = (start..stop).rev().find(|j| GENRES.of(without_bracket(lines.str(*j))).is_some()).map_or(start + 1, |j| j + 1);
    start..end
}

/// Opens a part whose title stands on lines `title`; lines above it are its mark.
fn open(lines: &mut Lines<'_>, from: usize, title: Range<usize>, kind: PartKind) -> Body {
    (from..title.start).filter(|j| lines.is_open(*j)).collect::<Vec<_>>().into_iter().for_each(|j| lines.set(j, Role::AttachmentMark));
    let words = (!title.is_empty()).then(|| lines.span(title.start).cover(lines.span(title.end - 1))).map(|span| {
        match above(lines.text.slice(span)) {
            // 附件1：title on one line
            Some(title) if kind == PartKind::Attachment => span.slice(title..span.len()),
            _ => span,
        }
    });
    title.clone().for_each(|j| lines.set(j, Role::Title));
    let start = title.end.max(from + 1);
    Body { kind, title: words, lines: start..start }
}
