//! Elements of head and tail that a dump ran on to their neighbours: the number behind the title, the text behind the
//! address, the list of attachments, organ and day behind the last sentence.
//!
//! Labels that were run on to the text before them are read by [`glued`](super::glued).

use std::ops::Range;

use super::{
    facts::Facts,
    head::{is_title, without_marks},
    line::{is_address, is_addressee},
    step::{ANNEX, BRACKET, COPIES, NUMBER, YEAR, first_colon, is_colon, is_figure},
};
use crate::{
    lexicon::{GENRES, joined, picked, short},
    order,
    phrase::{
        agency, date,
        doc_number::{self, DocNumber},
        level,
    },
    source::Signs,
};

/// Whether a document number may have been run on to a title in `line`, or something to a number: no sentence ends before
/// some 号, and a title right before the number or the line goes on behind it.
pub(super) fn may_hold_number(line: &str, facts: &Facts) -> bool {
    const LONGEST: usize = 140;
    let may_end = |number: usize| {
        let before = &line[..number];
        let start = before.rfind(['，', '《', '》']).unwrap_or(0).max(number.saturating_sub(LONGEST + '号'.len_utf8()));
        let near = before.char_indices().rev().take_while(|(at, _)| *at >= start).map(|(at, c)| at + c.len_utf8());
        // 10、12号 is two numbers
        let begins = start == 0 && (number + '号'.len_utf8() < line.len() || before.contains('、'));
        begins || near.into_iter().any(|at| GENRES.of(before[..at].trim_end()).is_some())
    };
    let mut numbers = NUMBER.places(line).peekable();
    if numbers.peek().is_none() {
        return false;
    }
    let told = facts.has(Signs::STOP | Signs::SEMICOLON | Signs::COLON);
    let text = if told { line.find(ends_text).unwrap_or(line.len()) } else { line.len() };
    numbers.take_while(|number| *number < text).any(may_end)
}

/// What stands in no title and in no number.
const fn ends_text(c: char) -> bool {
    matches!(c, '。' | '；' | '：')
}

/// Whether a list of attachments, or a day that ends a line of its own, may stand in `line`.
pub(super) fn may_hold_tail(line: &str, facts: &Facts) -> bool {
    let ends_day = |at: usize| line[..at].trim_end().ends_with(|c: char| matches!(c, '日' | '号') || is_figure(c));
    let listed = facts.has_colon() && facts.has(Signs::STOP | Signs::BANG) && ANNEX.stands(line);
    listed
        || ends_day(line.len())
        // no day is without figures or a year
        || (facts.has(Signs::FIGURE) || YEAR.stands(line))
            && (facts.has(Signs::BRACKET) && (BRACKET.places(line).any(ends_day) || memchr::memchr_iter(b'(', line.as_bytes()).any(ends_day))
                || ANNEX.places(line).any(ends_day)
                || COPIES.places(line).any(ends_day))
}

/// `…的通知（海政发〔2021〕5号）` and `…的通知海政发〔2021〕5号各县…`: before and behind a number that stands right behind a title.
pub(super) fn number_behind_title(line: &str) -> Vec<usize> {
    // a field of a page's data is no title
    if line.starts_with(['【', '[']) || !NUMBER.stands(line) {
        return Vec::new();
    }
    // 文号：海川市教育局公告2021年第5号
    if first_colon(line).is_some_and(|colon| line[..colon].trim_end().ends_with('号')) {
        return Vec::new();
    }
    let title = &line[..line.find(ends_text).unwrap_or(line.len())];
    let Some(found) = doc_number::find(title).into_iter().next() else { return bracketed(line) };
    // 海川市民政局公告2023年第8号（关于…的公告）
    let behind = &line[found.range.end..];
    let announced = || found.value.agency.ends_with(['告', '令']) && without_marks(behind).len() < behind.len();
    if found.range.start == 0 && announced() {
        return vec![found.range.end];
    }
    let brackets = line[..found.range.start].ends_with(['（', '(']) && line[found.range.end..].starts_with(['）', ')']);
    let (start, end) = match brackets {
        true => (
            line[..found.range.start].rfind(['（', '(']).unwrap_or_default(),
            found.range.end + line[found.range.end..].chars().next().map_or(0, char::len_utf8),
        ),
        false => (code_start(line, &found.range).unwrap_or(found.range.start), found.range.end),
    };
    match start {
        0 if end < line.len() => vec![end],
        // the number within the marks of what is cited
        start if line[..start].rfind('《') > line[..start].rfind('》') => Vec::new(),
        // （2022年10月9日海川市民政局公告第31号公布） is one line
        start if start > 0 && line[..start].matches('（').count() > line[..start].matches('）').count() => Vec::new(),
        start if start > 0 && GENRES.of(line[..start].trim_end()).is_some() => vec![start, end],
        start if line[..start].ends_with('》') => dated(line).map_or_else(Vec::new, |title| vec![title, start, end]),
        start => day_behind_title(&line[..start]).map_or_else(Vec::new, |day| vec![day, start, end]),
    }
}

/// Where the day begins that a page put between a title and its number: `…的通知2024-03-21海政发〔2024〕5号`.
fn day_behind_title(before: &str) -> Option<usize> {
    let day = date::find(before).pop().filter(|day| before[day.range.end..].trim().is_empty())?;
    GENRES.of(before[..day.range.start].trim_end()).map(|_| day.range.start)
}

/// Where the title begins behind the day of a list: `2024.3.21《…的通知》海政发〔2024〕5号`.
fn dated(line: &str) -> Option<usize> {
    date::parse(line).ok().map(|(rest, _)| rest).filter(|rest| rest.starts_with('《')).map(|rest| line.len() - rest.len())
}

/// `…的通告（2021年第41号）`: before a number without a code in brackets behind the title.
fn bracketed(line: &str) -> Vec<usize> {
    let open = if line.ends_with(['）', ')']) { line.rfind(['（', '(']) } else { None };
    let titled = |at: &usize| GENRES.of(line[..*at].trim_end()).is_some() && DocNumber::line(&line[*at..]).is_some();
    open.filter(titled).into_iter().collect()
}

/// Where the organ's code begins that was run on to the title: behind the word for a kind of document.
fn code_start(line: &str, number: &Range<usize>) -> Option<usize> {
    const BEFORE_CODES: &[&str] = joined!(picked!(genres: code | glued), &["的函"]);
    let code = &line[number.clone()];
    let bracket = code.find(['〔', '[', '（', '(', '【', '［']).unwrap_or(code.len());
    // 的函海政函〔2021〕5号: the word may stand half before the number that was found
    let ends = |at: usize| short::ends_with(&line[..number.start + at], BEFORE_CODES);
    code.char_indices().map(|(at, _)| at).take_while(|at| *at < bracket).find(|at| ends(*at)).map(|at| number.start + at)
}

/// `各县（区）教育局：根据…`: behind the colon of an address to which the text was run on, and behind the title to which that
/// was run on itself.
pub(super) fn around_recipients(line: &str) -> Vec<usize> {
    let Some(colon) = first_colon(line) else { return Vec::new() };
    let end = colon + line[colon..].chars().next().map_or(0, char::len_utf8);
    let title = title_before_recipients(&line[..end]);
    // 市教育局：0000-1234567 tells whom to call
    let number = line[end..].trim_start().starts_with(is_figure);
    // 市教育局：海川市招生办法 is a headline
    let headline = || is_title(line[end..].trim());
    let text = end < line.len() && !number && !headline() && (title.is_some() || is_address(&line[..end]));
    title.into_iter().chain(text.then_some(end)).collect()
}

/// Where the title ends to which an address was run on: `关于开展检查的通知各县（区）教育局：`.
fn title_before_recipients(address: &str) -> Option<usize> {
    /// No genre has more characters.
    const LONGEST: usize = 4;
    if !address.contains("关于") {
        return None;
    }
    let end = |of: usize| {
        let words = &address[of + '的'.len_utf8()..];
        let ends = words.char_indices().map(|(at, _)| at).skip(1).take(LONGEST);
        ends.filter(|at| GENRES.holds(&words[..*at])).last().map(|at| address.len() - words.len() + at)
    };
    // 根据…关于…的通知要求，各单位： is a sentence
    let named = |names: &str| agency::split_list(names).first().is_some_and(|first| is_addressee(&names[first.clone()]));
    let parts = |at: &usize| is_address(&address[*at..]) && named(address[*at..].trim_end_matches(is_colon)) && is_title(&address[..*at]);
    address.match_indices('的').rev().filter_map(|(of, _)| end(of)).find(parts)
}

/// `…执行。海川市教育局2021年3月1日（此件公开发布）`: the organ, the day and the note become lines, and so does the list of
/// attachments that was run on to the sentence before.
pub(super) fn tail(line: &str) -> Vec<usize> {
    let mut places = list(line);
    places.extend(signed(line));
    order::by(&mut places, |it| (*it, 0));
    places.dedup();
    places
}

/// `海川市教育局2021年3月1日`: the day behind an organ that signs on a line of its own.
pub(super) fn signature(line: &str) -> Vec<usize> {
    let short = line.len() < 150 && line.ends_with('日');
    let day = if short { date::find(line).pop().filter(|day| day.range.end == line.len()) } else { None };
    let organ = |at: &usize| !line[..*at].ends_with(char::is_whitespace) && agency::is_organ(&line[..*at]);
    day.map(|day| day.range.start).filter(organ).into_iter().collect()
}

/// Where 附件：… or 附：… begins that was run on to the end of a sentence: `…专款专用。附：资金分配表`.
fn list(line: &str) -> Vec<usize> {
    if !ANNEX.stands(line) {
        return Vec::new();
    }
    let marks = ["附件：", "附件:", "附：", "附:"];
    let behind = |at: &usize| line[..*at].ends_with(['。', '！']) && !line[*at..].contains('。');
    marks.iter().filter_map(|mark| line.rfind(mark)).filter(behind).min().into_iter().collect()
}

/// Where organ and day begin that were run on to the list of attachments: `附件：资金分配表海川市财政局`. The organ is the
/// document's `issuer`, or one with its place behind a word that ends titles.
pub(super) fn signature_behind_list<'i>(line: &str, issuer: impl Fn() -> Option<&'i str>) -> Vec<usize> {
    let day = date::find(line).pop().filter(|day| !goes_on(&line[day.range.end..])).map(|day| day.range);
    let end = line[..day.as_ref().map_or(line.len(), |day| day.start)].trim_end().len();
    let list = &line[..end];
    if !line.starts_with('附') {
        return Vec::new();
    }
    let mut places: Vec<usize> = day.into_iter().flat_map(|day| [day.start, day.end]).filter(|at| *at < line.len()).collect();
    let mut end = list.len();
    while let Some(at) = organ_behind(&list[..end], &issuer) {
        places.push(at);
        end = list[..at].trim_end().len();
    }
    order::by(&mut places, |it| (*it, 0));
    places
}

/// Where the organ begins that was run on to the end of `list`.
fn organ_behind<'i>(list: &str, issuer: impl Fn() -> Option<&'i str>) -> Option<usize> {
    const NEAR: usize = 120;
    if !agency::ends_like_organ(list) {
        return None;
    }
    let placed = |at: &usize| level::begins_with_place(&list[*at..]) && agency::is_organ(&list[*at..]);
    let near = |at: &usize| list.len() - at <= NEAR && !list[*at..].starts_with(char::is_whitespace);
    let parted = |at: &usize| list[..*at].ends_with(char::is_whitespace) || GENRES.of(&list[..*at]).is_some();
    // joint issuers stand side by side in the title
    let known = issuer().into_iter().flat_map(str::split_whitespace).find_map(|organ| list.strip_suffix(organ)).map(str::len);
    known.or_else(|| list.char_indices().map(|(at, _)| at).rfind(|at| near(at) && parted(at) && placed(at)))
}

/// The organ that the head of a document names: before 关于 in its title, or before 文件 in its mark.
pub(super) fn issuer<'t>(mut head: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let named = |line: &'t str| line.find("关于").map(|at| &line[..at]).or_else(|| line.strip_suffix("文件"));
    head.find_map(|line| named(line).map(str::trim).filter(|organ| agency::is_organ(organ)))
}

/// The organ that signs behind a sentence, or alone, and its day.
fn signed(line: &str) -> Vec<usize> {
    for day in date::find(line).into_iter().rev() {
        let before = &line[..day.range.start];
        let Some(organ) = behind_last_stop(before) else { continue };
        let sentence = organ > 0 && before[organ..].trim().chars().count() > 2;
        let alone = organ == 0 && day.range.end == line.len();
        if day.range.start == 0 && day.range.end < line.len() && !goes_on(&line[day.range.end..]) {
            return vec![day.range.end];
        }
        if (sentence || alone) && agency::is_organ(before[organ..].trim()) && !goes_on(&line[day.range.end..]) {
            return [organ, day.range.start, day.range.end].into_iter().filter(|at| *at < line.len()).collect();
        }
    }
    Vec::new()
}

/// Where the sentence ends behind which an organ may sign at the end of `before`; looked for no farther back than
/// an organ and the blanks around it are long, since this is asked at every day.
fn behind_last_stop(before: &str) -> Option<usize> {
    const NEAR: usize = 400;
    let near = (before.len().saturating_sub(NEAR)..).find(|at| before.is_char_boundary(*at)).unwrap_or_default();
    match before[near..].rfind(['。', '！', '）']) {
        Some(at) => Some(near + at + '。'.len_utf8()),
        None => (near == 0).then_some(0),
    }
}

/// Whether a sentence goes on behind a day.
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    // 12月31日（星期六）至1月2日: no note
    let noted = || rest.strip_prefix(['（', '(']).is_some_and(|inner| !inner.starts_with(['星', '周', '礼']));
    !(rest.is_empty() || rest == "。" || noted() || rest.starts_with("附件") || rest.starts_with("抄送"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(line: &str, places: Vec<usize>) -> Vec<&str> {
        let ends = places.iter().copied().chain([line.len()]);
        let all = std::iter::once(0).chain(places.iter().copied()).zip(ends).map(|(start, end)| line[start..end].trim());
        all.filter(|piece| !piece.is_empty()).collect()
    }

    #[test]
    fn lists_and_signatures_are_cut_off() {
        for (line, expected) in [
            ("请专款专用。附：资金明细表", &["请专款专用。", "附：资金明细表"][..]),
            ("海川市财政局2023年5月6日", &["海川市财政局", "2023年5月6日"]),
            ("见附件：1.名单", &["见附件：1.名单"]),
        ] {
            assert_eq!(pieces(line, tail(line)), expected);
        }
        for (line, expected) in [
            ("附：资金明细表海川市财政局", &["附：资金明细表", "海川市财政局"][..]),
            ("附：资金明细表 海川市财政局2023年5月6日", &["附：资金明细表", "海川市财政局", "2023年5月6日"]),
            (
                "附：资金安排情况　海川市财政局2023年5月6日（此件公开发布）",
                &["附：资金安排情况", "海川市财政局", "2023年5月6日", "（此件公开发布）"],
            ),
            ("附：资金明细表海川市财政局 云岭县教育局", &["附：资金明细表", "海川市财政局", "云岭县教育局"]),
            ("附：资金明细表海川市教育局云岭县财政局2023年5月6日", &["附：资金明细表", "海川市教育局", "云岭县财政局", "2023年5月6日"]),
            ("附：资金安排情况云岭县财政局", &["附：资金安排情况", "云岭县财政局"]),
            ("附：登记单位", &["附：登记单位"]),
        ] {
            assert_eq!(pieces(line, signature_behind_list(line, || Some("云岭县财政局"))), expected);
        }
    }
}
