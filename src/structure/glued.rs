//! Dumps in which whole paragraphs were run together without a blank: where labels must have begun lines.
//!
//! Only a list that counts on from one is believed: 一、 … 二、 … , each behind the end of a sentence or a short
//! heading; （一） … （二） likewise; 附件 behind a sentence. In dumps with line ends this never applies.

use super::{
    facts::Facts,
    label::{Label, Style, label},
    step::{ANNEX, BRACKET, ONE, is_numeral},
};
use crate::{order, source::Signs};

/// The least length in bytes between two labels of the same list; shorter ones are enumerations in a sentence.
const APART: usize = 24;

/// No heading is so long, in bytes.
const HEADING: usize = 60;

/// Whether paragraphs with labels may stand amid `line`.
pub(super) fn may_hold_labels(line: &str) -> bool {
    ANNEX.stands(line) || begins_list(line, Style::Chinese) || begins_list(line, Style::ChineseBracketed)
}

/// Whether items may have been run on to `line`, a heading.
pub(super) fn may_hold_items(line: &str, facts: &Facts) -> bool {
    may_head_items(facts) && begins_list(line, Style::ChineseBracketed)
}

/// Whether a line may be a heading with brackets behind it.
pub(super) fn may_head_items(facts: &Facts) -> bool {
    facts.has(Signs::BRACKET) && facts.label.is_some_and(|label| label.style == Style::Chinese)
}

/// Whether a label of `style` whose number is one may stand in `line`: no list is believed without it.
fn begins_list(line: &str, style: Style) -> bool {
    let one = |at: usize| line[at..].starts_with('一');
    match style {
        Style::Chinese => ONE.places(line).any(|at| line[at + '一'.len_utf8()..].trim_start().starts_with('、')),
        _ => BRACKET.places(line).any(|at| one(at + '（'.len_utf8())) || memchr::memchr_iter(b'(', line.as_bytes()).any(|at| one(at + 1)),
    }
}

/// Where the paragraphs of `line` begin that open with a label.
pub(super) fn labels(line: &str) -> Vec<usize> {
    let mut places = attachments(line);
    for style in [Style::Chinese, Style::ChineseBracketed].into_iter().filter(|style| begins_list(line, *style)) {
        places.extend(list(line, style));
    }
    order::by(&mut places, |it| (*it, 0));
    places.dedup();
    places
}

/// Where the items begin that were run on to the heading above them: `二、监测工作（一）学校监测。…（二）医院监测。…`.
pub(super) fn items_behind_heading(line: &str) -> Vec<usize> {
    let Some(start) = label(line).ok().filter(|(_, l)| l.style == Style::Chinese).map(|(rest, _)| line.len() - rest.len()) else {
        return Vec::new();
    };
    let places = list(line, Style::ChineseBracketed);
    let heading = places.first().and_then(|first| line.get(start..*first)).filter(|words| (6..HEADING).contains(&words.len()));
    if heading.is_some_and(|words| !words.contains(['。', '；', '：', '“', '《', '由', '按'])) { places } else { Vec::new() }
}

/// The labels of `style` that count on from one, each list from its 一 to its last.
fn list(line: &str, style: Style) -> Vec<usize> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut next = 1;
    for (at, found) in candidates(line, style) {
        if found == 1 {
            lists.push(vec![at]);
            next = 2;
        } else if found == next && lists.last().and_then(|list| list.last()).is_some_and(|last| at - last > APART) {
            lists.last_mut().into_iter().for_each(|list| list.push(at));
            next += 1;
        }
    }
    lists.into_iter().filter(|list| list.len() > 1).flatten().collect()
}

/// Labels of `style` that stand behind the end of a sentence, a bracket or a heading: place and number.
fn candidates(line: &str, style: Style) -> impl Iterator<Item = (usize, u32)> + '_ {
    let begins = move |c: char| match style {
        Style::Chinese => is_numeral(c),
        _ => matches!(c, '（' | '('),
    };
    line.char_indices().filter(move |(at, c)| begins(*c) && (*at == 0 || stands_free(&line[..*at], style))).filter_map(move |(at, _)| {
        let (rest, found) = label(&line[at..]).ok()?;
        let shown = line[at..line.len() - rest.len()].contains(['、', '）', ')']);
        // 二、三季度各开展一次
        let quarters = rest.starts_with(['二', '三', '四']) && rest.get('二'.len_utf8()..).is_some_and(|rest| rest.starts_with("季度"));
        (found.style == style && shown && !quarters).then_some((at, found.ordinal))
    })
}

/// Whether a label may stand behind `before`: after a sentence; a bracketed one also right behind a heading.
fn stands_free(before: &str, style: Style) -> bool {
    before.ends_with(['。', '；', '：', '！', '）', '”', ' ', '　'])
        || (style == Style::ChineseBracketed && (6..HEADING).contains(&behind_last_stop(before)))
}

/// The length in bytes of what stands behind the last 。, 、 or ；: of so much as might be a heading, since this is
/// asked at every bracket of a line.
fn behind_last_stop(before: &str) -> usize {
    let length = |at: usize| before.len() - at;
    let tail = before.char_indices().rev().take_while(|(at, c)| length(*at) < HEADING + 4 && !['。', '、', '；'].contains(c));
    tail.last().map_or(0, |(at, _)| length(at))
}

/// 附件：1.… and 附件1 behind the end of a sentence or of a note.
fn attachments(line: &str) -> Vec<usize> {
    let listed = |at: usize| line[at + "附件".len()..].starts_with(['：', ':', '1', '１', ' ']);
    line.match_indices("附件").map(|(at, _)| at).filter(|at| *at > 0 && line[..*at].ends_with(['。', '）', '日']) && listed(*at)).collect()
}

/// Where the first article begins that was run on to the heading of its chapter: `第二章　巡查养护　　第九条　…`.
pub(super) fn article_behind_chapter(line: &str) -> Vec<usize> {
    let divides = |l: &Label<'_>| matches!(l.style, Style::Book | Style::Chapter | Style::SubChapter);
    let Some(rest) = label(line).ok().filter(|(_, l)| divides(l)).map(|(rest, _)| rest) else { return Vec::new() };
    let head: usize = rest.chars().take(HEADING / 3).map(char::len_utf8).sum();
    let opens = |at: &usize| label(&rest[*at..]).is_ok_and(|(text, l)| l.style == Style::Article && !text.is_empty());
    let title = |at: &usize| *at > 0 && !rest[..*at].contains(['，', '。', '；', '《', '“']);
    let at = rest[..head].match_indices('第').map(|(at, _)| at).filter(title).find(opens);
    at.map(|at| line.len() - rest.len() + at).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_count_on() {
        let line = "现将有关事项函复如下：一、主要职能研究拟订有关政策措施，协调解决重大问题。二、工作规则（一）会议制度。联席会议原则上每季度召开一次。（二）报告制度。各成员单位应按时报告工作情况。";
        let cut: Vec<_> = labels(line).into_iter().map(|at| line[at..].chars().take(5).collect::<String>()).collect();
        assert_eq!(cut, ["一、主要职", "二、工作规", "（一）会议", "（二）报告"]);
        let headed = "二、监测工作（一）学校监测。各学校要落实晨午检制度。（二）医院监测。";
        assert_eq!(items_behind_heading(headed).into_iter().map(|at| &headed[at..at + 9]).collect::<Vec<_>>(), ["（一）", "（二）"]);
        let inside = "二、学校监测。具备下列情形之一的：（一）发热的学生达到三人以上；（二）咳嗽的学生达到三人以上。";
        assert!(items_behind_heading(inside).is_empty());
        let chapter = "第三章　监督检查　　第八条　县级人民政府应当加强监督检查。";
        assert_eq!(article_behind_chapter(chapter).into_iter().map(|at| &chapter[at..at + 9]).collect::<Vec<_>>(), ["第八条"]);
        assert!(article_behind_chapter("第三章　监督检查").is_empty());
        assert!(labels("各单位要做到二、三季度不松劲，第一、第二项任务同步推进。").is_empty());
        assert!(labels("一、各校要落实责任，及时整改。二、三季度各开展一次抽查，情况报县政府。").is_empty());
    }
}
