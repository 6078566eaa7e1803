//! Fields of a page's data block: a label at the head of a line, and where its value ends.

use crate::{
    lexicon::{Characters, picked, tagged::by_first},
    pattern::is_han,
    structure::step::{colon, is_colon, maybe, run, spaced},
};

/// The labels, by their first characters.
const LABELS: [&str; picked!(page_labels: block).len()] = by_first(*picked!(page_labels: block));
static FIRST: Characters = Characters::first_of(&LABELS);

/// The labels that begin with `first`.
fn labels(first: char) -> &'static [&'static str] {
    let behind = &LABELS[LABELS.partition_point(|label| label.chars().next() < Some(first))..];
    &behind[..behind.iter().take_while(|label| label.starts_with(first)).count()]
}

/// Whether a label, or the mark before it, may begin with `first`.
pub(super) const fn may_begin(first: char) -> bool {
    is_mark(first) || FIRST.may_have(first)
}

/// A bracket around a label, or the point of a list of fields.
const fn is_mark(c: char) -> bool {
    matches!(c, '【' | '[' | '•' | '·' | '∙' | '●' | '▪')
}

/// The label at the head of `line`, without blanks, and where its value begins.
pub(super) fn label(line: &str) -> Option<(&'static str, usize)> {
    // ∙【制定机关】: a point, and a bracket
    let inner = maybe(maybe(line, is_mark), is_mark).trim_start();
    let value = |label: &&'static str| {
        // its characters may be set apart
        Some((*label, line.len() - behind(spaced(inner, label)?)?.len()))
    };
    // without a bracket it is the size of the type: 字号：大 中 小
    let known = |label: &&&'static str| **label != "字号" || inner.len() < line.len();
    labels(inner.chars().next()?).iter().filter(known).find_map(value)
}

/// What stands behind the mark that closes a label: a bracket, a colon, blanks, the end of the line.
fn behind(rest: &str) -> Option<&str> {
    if let Some(rest) = rest.strip_prefix('】') {
        return Some(maybe(rest.trim_start(), is_colon).trim_start());
    }
    let rest = rest.strip_prefix(']').unwrap_or(rest);
    let next = rest.trim_start();
    // 文号 | 海政发〔2024〕5号 |: the cells of a table
    if let Some(value) = next.strip_prefix('|') {
        return Some(value.trim_start());
    }
    match colon(next) {
        Some(value) => Some(value.trim_start_matches(|c: char| c.is_whitespace() || c == '|')),
        None => (next.is_empty() || next.len() < rest.len()).then_some(next),
    }
}

/// Where the value ends that begins `rest`: at the next label, behind blanks or, where it is a known one, behind a figure.
pub(super) fn field_end(rest: &str) -> usize {
    // 成文日期: | 发布日期: | 2024-04-09: the cell is empty
    if is_known(rest) || label(rest).is_some_and(|(name, value)| name.len() >= "公开形式".len() && rest[..value].contains(is_colon)) {
        return 0;
    }
    // the character before, and the last one that is no blank
    let (mut last, mut solid) = ('\0', '\0');
    let next = rest.char_indices().find(|(at, c)| {
        let before = std::mem::replace(&mut last, *c);
        if c.is_whitespace() {
            return false;
        }
        let (blank, barred) = (before.is_whitespace(), std::mem::replace(&mut solid, *c) == '|');
        let long = || label(&rest[*at..]).is_some_and(|(name, _)| barred || name == "有效性" || name.len() >= "公开形式".len());
        blank && is_next(&rest[*at..]) || (blank || before.is_ascii_digit()) && is_known(&rest[*at..]) || (blank || barred) && long()
    });
    next.map_or(rest.len(), |(at, _)| at)
}

/// `value` without the bars of a table and what parts it from the next one.
pub(super) fn trimmed(value: &str) -> &str {
    value.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '|' | ',' | '，'))
}

/// Whether a known label follows in `rest`.
pub(super) fn holds_next(rest: &str) -> bool {
    let end = field_end(rest);
    end < rest.len() && is_known(&rest[end..])
}

/// Whether `text` begins with a known label and its colon.
fn is_known(text: &str) -> bool {
    label(text).is_some_and(|(_, value)| text[..value].trim_end().ends_with(is_colon))
}

/// Whether `line` is a field of some other name, as they stand amid a data block: 所属区域：江北, 编辑人：李明远.
pub(super) fn is_other(line: &str) -> bool {
    let (count, rest) = run(maybe(line, is_mark).trim_start(), 6, is_han);
    count >= 2 && colon(rest.trim_start()).is_some_and(|value| !value.is_empty())
}

/// Whether `text` begins as a label that follows another field on its line: with its colon.
fn is_next(text: &str) -> bool {
    let (count, rest) = run(maybe(text, |c| matches!(c, '【' | '[')), 7, is_han);
    (2..=6).contains(&count) && maybe(rest, |c| matches!(c, '】' | ']')).trim_start().starts_with(is_colon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_closed() {
        for (line, read) in [
            ("索 引 号：A1", Some(("索引号", "A1"))),
            ("【标题】 甲", Some(("标题", "甲"))),
            ("[来源]：乙", Some(("来源", "乙"))),
            ("时效性　有效", Some(("时效性", "有效"))),
            ("发布日期", Some(("发布日期", ""))),
            ("发布日期2024", None),
            ("发布", None),
            ("", None),
        ] {
            assert_eq!(label(line).map(|(name, at)| (name, &line[at..])), read, "{line}");
        }
        assert_eq!(label("• 文号: 甲").map(|(name, _)| name), Some("文号"));
        assert_eq!(field_end("甲 乙　文号：丙"), "甲 乙　".len());
        assert_eq!(field_end("2024-03-21文号：丙"), "2024-03-21".len());
        assert_eq!(field_end("云岭县文号：丙"), "云岭县文号：丙".len());
        assert_eq!(field_end("文号：丙"), 0);
        assert_eq!((label("文号 | 甲 | 有效性 | 乙"), field_end("甲 | 有效性 | 乙")), (Some(("文号", "文号 | ".len())), "甲 | ".len()));
        assert_eq!(trimmed("甲 | "), "甲");
        assert_eq!((field_end("甲 公开形式 乙"), field_end("甲 发 文 日 期: 乙"), field_end("甲 名称 乙")), (4, 4, "甲 名称 乙".len()));
        assert!(is_other("所属区域：江北") && !is_other("各县：") && !is_other("有关事项通知如下内容：甲"));
    }
}
