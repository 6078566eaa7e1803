//! Lists of persons that were run together: `组 长：李 明 副县长副 组 长：王 静 县教育局局长成 员：…`.
//!
//! Such a list has two posts of a group with their colons at least (组长：, 成员：). A line begins before each of
//! them, and before each name that is set off by a blank and stands right behind the post of the one before.
//! Names without posts (成员：甲 乙 丙) stay on their line; so does a list that has its line ends.

use std::ops::Range;

use memchr::memchr2_iter;

use super::{
    chars::{is_blank, tail},
    draft::{Draft, Fate, Row},
    flat,
};
use crate::{
    lexicon::{Characters, joined, picked, short},
    order,
    pattern::is_han,
    source::Signs,
};

/// A line of fewer columns names one or two persons.
const SHORTEST: u16 = 60;

/// The posts of a group; of two that end alike the longer stands first.
const POSTS: &[&str] = picked!(posts: group);

/// How the posts end that persons hold.
const ENDINGS: &[&str] = joined!(picked!(posts: heads | leads | deputy | held), &["长", "员"]);

/// Splits the rows of `draft` that hold such lists.
pub(super) fn split(draft: &mut Draft<'_>) {
    if !draft.rows.iter().any(may_hold) {
        return;
    }
    let mut rows = Vec::with_capacity(draft.rows.len());
    let mut count = 0;
    for row in std::mem::take(&mut draft.rows) {
        let breaks = if may_hold(&row) { breaks(&draft.text[row.range.clone()]) } else { Vec::new() };
        count += breaks.len();
        flat::pieces(draft.text, row, &breaks, &mut rows);
    }
    draft.rows = rows;
    if count > 0 {
        draft.note(&super::runon::RUN_ON, vec![count.to_string()], 0..draft.text.len());
    }
}

/// Two posts have two colons, which few rows have.
fn may_hold(row: &Row) -> bool {
    row.fate == Fate::Begins && row.layout.width >= SHORTEST && row.signs.intersects(Signs::COLONS)
}

/// Where the lines of `text` begin, as empty ranges.
fn breaks(text: &str) -> Vec<Range<usize>> {
    lists(text).into_iter().flat_map(|list| list.starts).map(|at| at..at).collect()
}

/// A list of persons.
#[derive(Debug)]
pub(super) struct List {
    /// Where it stands.
    pub range: Range<usize>,
    /// Where its lines begin, and the one behind it.
    pub starts: Vec<usize>,
}

/// The lists in `text`: no sentence ends between two posts of one.
pub(super) fn lists(text: &str) -> Vec<List> {
    let mut groups: Vec<Vec<Range<usize>>> = Vec::new();
    // a colon is one byte, or three of which the last is rarer than the first
    let bytes = text.as_bytes();
    let colons =
        memchr2_iter(b':', 0x9a, bytes).map(|at| at + 1).filter(|end| bytes[end - 1] == b':' || bytes[..*end].ends_with("：".as_bytes()));
    let posts = colons.filter_map(|end| Some(post(text[..end].strip_suffix(['：', ':'])?)?..end));
    for post in posts.filter(|post| is_free(&text[..post.start])) {
        let near = groups.last_mut().filter(|group| group.last().is_some_and(|last| !text[last.end..post.start].contains('。')));
        match near {
            Some(group) => group.push(post),
            None => groups.push(vec![post]),
        }
    }
    groups.into_iter().filter(|posts| posts.len() > 1).map(|posts| list(text, &posts)).collect()
}

/// Where the post begins at which `text` ends: 常务副组长, 副 组 长, 办公室主任.
fn post(text: &str) -> Option<usize> {
    const LAST: Characters = Characters::last_of(POSTS);
    text.trim_end().chars().next_back().filter(|c| LAST.may_have(*c))?;
    let rest = POSTS.iter().find_map(|post| without(text, post))?;
    let rest = without(rest, "副").unwrap_or(rest).trim_end();
    let rest = ["第一", "常务", "执行", "名誉"].iter().find_map(|rank| rest.strip_suffix(rank)).unwrap_or(rest);
    let rest = ["办公室", "专班"].iter().find_map(|body| rest.strip_suffix(body)).unwrap_or(rest);
    Some(text.len() - text[rest.len()..].trim_start().len())
}

/// What stands before `word` at the end of `text`; blanks may stand between its characters and behind it.
fn without<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    word.chars().rev().try_fold(text, |text, c| text.trim_end().strip_suffix(c))
}

/// The list with these posts.
fn list(text: &str, posts: &[Range<usize>]) -> List {
    let (first, last) = (&posts[0], &posts[posts.len() - 1]);
    let end = end(text, last.end);
    let mut starts: Vec<usize> = posts.iter().map(|post| post.start).collect();
    starts.extend(names(&text[..end], first.end));
    starts.extend((end < text.len()).then_some(end));
    order::by(&mut starts, |it| (*it, 0));
    starts.dedup();
    starts.retain(|at| !text[..*at].trim_end_matches(is_blank).is_empty());
    List { range: first.start..end, starts }
}

/// Whether a list may go on behind `before`: not in the middle of a phrase (…的组长：, 、成员：).
fn is_free(before: &str) -> bool {
    let appointed = before.ends_with('任') && !before.ends_with("主任");
    !appointed && !before.ends_with(['的', '、', '，', '和', '及', '组', '由', '为', '“', '（', '('])
}

/// The places behind `from` where a name follows a post: `…局长王 静 县…`.
fn names(text: &str, from: usize) -> Vec<usize> {
    const LAST: Characters = Characters::last_of(ENDINGS);
    // the last character that is no blank before each place
    let mut last = ' ';
    let starts = text[from..].char_indices().filter_map(|(at, c)| {
        let before = if is_blank(c) { last } else { std::mem::replace(&mut last, c) };
        LAST.may_have(before).then_some(from + at)
    });
    starts.filter(|at| is_set_off(&text[*at..]) && is_post(text[..*at].trim_end_matches(is_blank)) && is_name(&text[*at..])).collect()
}

/// Whether `text` ends with a post.
fn is_post(text: &str) -> bool {
    short::ends_with(text, ENDINGS)
}

/// Whether `text` begins with a name and a blank: 李 明 , 欧阳静 .
fn is_name(text: &str) -> bool {
    let parted = text.chars().nth(1).is_some_and(is_blank);
    parted || crate::phrase::person::Person::parse(text).is_ok_and(|(rest, _)| rest.starts_with(is_blank))
}

/// Whether `text` begins with as many characters as a name has and a blank: one and one, two or three.
fn is_set_off(text: &str) -> bool {
    let mut chars = text.chars();
    let han = chars.by_ref().take(4).position(|c| !is_han(c));
    let blank = han.and_then(|han| text.chars().nth(han)).is_some_and(is_blank);
    match han {
        Some(1) if blank => chars.next().is_some_and(is_han) && chars.next().is_some_and(is_blank),
        Some(2 | 3) => blank,
        _ => false,
    }
}

/// Where the list ends whose last post stands before `from`: behind the last post of a person before running text.
fn end(text: &str, from: usize) -> usize {
    let Some(stop) = text[from..].find(['，', '。', '；']).map(|at| from + at) else { return text.len() };
    let near = tail(&text[from..stop], 240);
    let ends = ENDINGS.iter().filter_map(|ending| near.rfind(ending).map(|at| stop - near.len() + at + ending.len()));
    ends.max().unwrap_or(stop + '，'.len_utf8()).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        Draft::repaired(text, split)
    }

    #[test]
    fn persons_run_together_are_parted() {
        let text = "一、组成人员组 长：李 明 副市长常务副组长：王静远 市政府副秘书长副 组 长：欧阳静 市水利局主任成 员：陈 立 市财政局副局长周文海 市林业局副局长 郑 云 市水务集团总经理根据工作需要，有关县区负责人为成员，依职责开展工作。";
        assert_eq!(
            read(text),
            [
                "一、组成人员",
                "组 长：李 明 副市长",
                "常务副组长：王静远 市政府副秘书长",
                "副 组 长：欧阳静 市水利局主任",
                "成 员：陈 立 市财政局副局长",
                "周文海 市林业局副局长",
                "郑 云 市水务集团总经理",
                "根据工作需要，有关县区负责人为成员，依职责开展工作。",
            ]
        );
    }

    #[test]
    fn sentences_and_names_alone_stay() {
        for text in [
            "领导小组由市长任组长，成员：市教育局、市财政局、市水利局、市交通局主要负责同志，办公室设在市教育局。",
            "成员：陈立 周文海 郑云 李明远 欧阳静 王静远 何文 许海川 曹云 邓立 彭海 曾静",
        ] {
            assert_eq!(read(text), [text]);
        }
    }
}
