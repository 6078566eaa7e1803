//! Labels of notes: 责任单位：, 牵头领导：, 完成时限：. Read backwards from their colon, since every label has
//! one and few texts do.

use std::ops::Range;

use crate::lexicon::{Characters, joined};

/// A label: from its first word to its colon, and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label<'t> {
    pub(super) range: Range<usize>,
    pub(super) words: &'t str,
}

/// What those named are to do; up to four stand one behind the other (牵头责任单位).
const DUTIES: [&str; 17] = [
    "牵头", "配合", "参与", "协办", "协同", "承办", "主办", "主要", "第一", "考核", "督办", "督导", "落实", "实施", "责任", "具体", "组织",
];
const MOST_DUTIES: usize = 4;
/// Who is named.
const NAMED: [&str; 9] = ["单位", "部门", "处室", "科室", "领导", "主体", "机构", "机关", "人"];
/// Labels by themselves.
const ALONE: [&str; 3] = ["分管领导", "牵头", "配合"];
/// Until when: what is to happen, the time, what it is called.
const DONE: [&str; 3] = ["完成", "办结", "落实"];
const TIMES: [&str; 3] = ["时限", "时间", "期限"];
const MARKS: [&str; 2] = ["要求", "节点"];

/// Whether a label may begin with `c`.
pub(super) const fn opens(c: char) -> bool {
    static FIRST: Characters = Characters::first_of(joined!(&DUTIES, &ALONE, &DONE, &TIMES));
    FIRST.may_have(c)
}

/// Whether the words of a label may end with `c`.
const fn closes(c: char) -> bool {
    static LAST: Characters = Characters::last_of(joined!(&NAMED, &ALONE, &TIMES, &MARKS));
    LAST.may_have(c)
}

/// The label that ends with the `colon` at its place in `text`.
pub(super) fn label(text: &str, (colon, sign): (usize, char)) -> Option<Label<'_>> {
    let words = text[..colon].trim_end();
    if !words.ends_with(closes) {
        return None;
    }
    let start = assigns(words).or_else(|| without_any(words, &ALONE).map(str::len)).or_else(|| limits(words))?;
    Some(Label { range: start..colon + sign.len_utf8(), words: &words[start..] })
}

/// Where the label begins that names somebody, if `words` end with one.
fn assigns(words: &str) -> Option<usize> {
    let mut rest = without_any(words, &NAMED)?;
    let named = rest.len();
    for _ in 0..MOST_DUTIES {
        let Some(shorter) = without_any(rest, &DUTIES) else { break };
        rest = shorter;
    }
    (rest.len() < named).then_some(rest.len())
}

/// Where the label of a time begins, if `words` end with one.
fn limits(words: &str) -> Option<usize> {
    let rest = without_any(without_any(words, &MARKS).unwrap_or(words), &TIMES)?;
    Some(without_any(rest, &DONE).unwrap_or(rest).len())
}

/// `text` without the word of `words` with which it ends.
fn without_any<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_suffix(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_back_from_their_colons() {
        for (text, expected) in [
            ("责任单位：市财政局；配合单位: 市审计局", &["责任单位", "配合单位"][..]),
            ("（牵头单位 ：市水务局，完成时限：6月底前）", &["牵头单位", "完成时限"]),
            ("主要责任人：李明远，第一责任人：王静", &["主要责任人", "第一责任人"]),
            ("牵头：市局；配合：县局；分管领导：欧阳静", &["牵头", "配合", "分管领导"]),
            ("落实时间节点：年底", &["落实时间节点"]),
            ("时间：5月4日", &["时间"]),
            ("报送单位：各县", &[]),
            ("人：", &[]),
            ("主要配合：市局", &["配合"]),
            ("主要组织实施责任单位：各县", &["主要组织实施责任单位"]),
        ] {
            let colons = text.char_indices().filter(|(_, c)| matches!(c, '：' | ':'));
            assert_eq!(colons.filter_map(|colon| label(text, colon)).map(|label| label.words).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
