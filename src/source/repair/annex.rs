//! Attachments in a document without line ends: `…执行。附件：1.评分表2.清单海川市教育局2023年8月20日附件1评分表一、…`.
//!
//! The list of attachments ends where the organ signs; its titles tell where the bodies' titles end. A body without
//! a listed title is believed only where its first label follows after a few words.

use std::ops::Range;

use super::{
    chars::{head, is_figure, is_numeral},
    opening::label,
    runon::is_organ,
};
use crate::pattern::is_han;
use crate::phrase::level;

/// What is known of the attachments of a text.
#[derive(Debug, Default)]
pub(super) struct Annexes {
    /// Where the list stands, which holds no labels; without the signature behind it.
    pub list: Option<Range<usize>>,
    /// Where lines begin: the list, the bodies, their titles, their texts.
    pub starts: Vec<usize>,
}

/// The longest title, in bytes.
const TITLE: usize = 180;
/// The longest list, in bytes.
const LIST: usize = 1500;

/// Finds the attachments of `text`; `date` gives the date that stands behind a place.
pub(super) fn find(text: &str, dates: &[Range<usize>]) -> Annexes {
    let mut found = Annexes::default();
    let marks = text.match_indices("附件").map(|(at, mark)| (at, at + mark.len()));
    let marks: Vec<(usize, usize)> = marks.filter(|(at, _)| begins(text, *at, dates)).collect();
    if let Some((at, _)) = marks.iter().find(|(_, end)| text[*end..].starts_with(['：', ':'])) {
        let end = list_end(text, *at, dates);
        found.starts.extend([*at, end]);
        found.list = Some(*at..end);
    }
    let list = found.list.clone().unwrap_or_default();
    let titles = titles(&text[list.clone()]);
    for (at, end) in marks.into_iter().filter(|(at, _)| *at >= list.end) {
        let number = text[end..].chars().take(3).take_while(|c| is_figure(*c) || is_numeral(*c)).map(char::len_utf8).sum::<usize>();
        let start = end + number;
        let listed = titles.iter().filter(|title| text[start..].starts_with(**title)).map(|title| title.len()).max();
        if let Some(len) = listed.or_else(|| before_label(&text[start..])) {
            found.starts.extend([at, start, start + len]);
        }
    }
    found
}

/// Whether 附件 at `at` may begin a line: behind the end of a sentence, a bracket, a date or a blank.
fn begins(text: &str, at: usize, dates: &[Range<usize>]) -> bool {
    let dated = dates.binary_search_by_key(&at, |date| date.end).is_ok();
    dated || text[..at].ends_with(['。', '；', '！', '）', ')', ' ', '\u{3000}', '\n'])
}

/// Where the list that begins at `at` ends: before the organ and the date that sign, else at the end of the sentence.
fn list_end(text: &str, at: usize, dates: &[Range<usize>]) -> usize {
    let next = dates.partition_point(|date| date.start < at);
    let date = dates.get(next).map(|date| date.start).filter(|start| start - at < LIST);
    let stop = text[at..].find(['。', '；', '（']).map(|len| at + len);
    let end = date.into_iter().chain(stop).min().unwrap_or(text.len().min(at + head(&text[at..], LIST).len()));
    match date {
        Some(date) if date == end => date - signature(text, &text[at..date]),
        _ => end,
    }
}

/// How long the organ is that signs at the end of `list`: the one that the title names, else one behind a word that
/// ends titles.
fn signature(text: &str, list: &str) -> usize {
    const ENDINGS: [char; 24] = [
        '表', '单', '册', '图', '书', '案', '录', '则', '法', '函', '知', '见', '划', '点', '准', '度', '排', '料', '本', '明', '引', '南',
        '纲', '告',
    ];
    let named = head(text, TITLE).split("关于").next().filter(|organ| list.ends_with(organ) && is_organ(organ)).map(str::len);
    let splits = list.char_indices().filter(|(_, c)| ENDINGS.contains(c)).map(|(at, c)| at + c.len_utf8());
    named
        .or_else(|| splits.map(|at| &list[at..]).rfind(|organ| is_organ(organ) && level::begins_with_place(organ)).map(str::len))
        .unwrap_or(0)
}

/// The titles of a list: behind 附件： and behind each number.
fn titles(list: &str) -> Vec<&str> {
    let items = list.trim_start_matches("附件").trim_start_matches(['：', ':']);
    let titles = items.split(|c: char| is_figure(c) || c == '\n').map(|item| item.trim_start_matches(['.', '．', '、']).trim());
    titles.filter(|title| title.chars().count() > 2).collect()
}

/// The length of a title at the head of `text` that the first label of its body follows.
fn before_label(text: &str) -> Option<usize> {
    let near = head(text, TITLE);
    let at = near.char_indices().map(|(at, _)| at).skip(1).find(|at| label(&text[*at..]).is_some())?;
    let title = &near[..at];
    let first = label(&text[at..]).is_some_and(|label| label.ordinal == 1);
    let plain = title.starts_with(|c| is_han(c) || c == '《') && !title.contains(['，', '。', '；', '：']);
    (first && plain && title.chars().count() > 2).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_bodies() {
        let text = "海川市教育局关于检查的通知。附件：1.评分表2.整改清单海川市教育局2023年8月20日附件1评分表一、食堂。附件2整改清单为做好整改，制定本清单。附件2所列问题，请整改。";
        let at = text.find("2023").unwrap_or_default();
        let date = at..at + "2023年8月20日".len();
        let found = find(text, std::slice::from_ref(&date));
        assert_eq!(found.list.map(|list| &text[list]), Some("附件：1.评分表2.整改清单"));
        let mut pieces: Vec<&str> = found.starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
        pieces.retain(|piece| !piece.is_empty());
        assert_eq!(pieces, ["附件：1.评分表2.整改清单", "海川市教育局2023年8月20日", "附件1", "评分表", "一、食堂。", "附件2", "整改清单"]);
    }
}
