//! The line that a page puts under a title: 来源：云岭县人民政府　发布时间：2024-03-21 09:30　浏览：15.
//!
//! One such field may be the document's (作者：, 时间：); two of them, or one behind a day, are the page's.

use std::ops::Range;

use crate::{
    pattern::is_han,
    structure::{
        facts::Facts,
        step::{is_colon, is_figure},
    },
};

/// The fields: their words, and the name of those that are kept.
const FIELDS: [(&str, &str); 63] = [
    ("来源", "来源"),
    ("文章来源", "来源"),
    ("信息来源", "来源"),
    ("稿件来源", "来源"),
    ("内容来源", "来源"),
    ("新闻来源", "来源"),
    ("稿源", "来源"),
    ("发布时间", "发布日期"),
    ("发布日期", "发布日期"),
    ("发表时间", "发布日期"),
    ("发表日期", "发布日期"),
    ("发稿时间", "发布日期"),
    ("时间", "发布日期"),
    ("日期", "发布日期"),
    ("更新时间", "发布日期"),
    ("更新日期", "发布日期"),
    ("最后更新", "发布日期"),
    ("录入时间", "发布日期"),
    ("添加时间", "发布日期"),
    ("创建时间", "发布日期"),
    ("上传时间", "发布日期"),
    ("作者", ""),
    ("发布人", ""),
    ("发布者", ""),
    ("发布单位", ""),
    ("发布机构", ""),
    ("信息员", ""),
    ("编辑", ""),
    ("编辑人", ""),
    ("责任编辑", ""),
    ("责编", ""),
    ("审核", ""),
    ("审核人", ""),
    ("录入", ""),
    ("录入者", ""),
    ("供稿", ""),
    ("上传人", ""),
    ("浏览", ""),
    ("浏览量", ""),
    ("浏览数", ""),
    ("浏览次数", ""),
    ("阅读", ""),
    ("阅读数", ""),
    ("阅读量", ""),
    ("阅读次数", ""),
    ("点击", ""),
    ("点击数", ""),
    ("点击量", ""),
    ("点击率", ""),
    ("点击次数", ""),
    ("访问量", ""),
    ("访问次数", ""),
    ("人气", ""),
    ("本文作者", ""),
    ("下载次数", ""),
    ("发布", ""),
    ("栏目", ""),
    ("分类", ""),
    ("标签", ""),
    ("字号", ""),
    ("字体", ""),
    ("字体大小", ""),
    ("视力保护色", ""),
];

/// The bytes of the longest of them, and of a blank.
const LONGEST_FIELD: usize = 18;

/// A longer line is text, in characters.
const LONGEST: u32 = 160;

/// Whether a line may be one, by its first sign and its length.
#[rustfmt::skip]
pub(super) fn may_be(facts: &Facts) -> bool {
    facts.has_colon() && facts.chars <= LONGEST && matches!(
        facts.first,
        '来' | '文' | '信' | '稿' | '新' | '内' | '发' | '时' | '日' | '更' | '录' | '添' | '创' | '上' | '作' | '编' | '责' | '最'
        | '本' | '下' | '审' | '供' | '浏' | '阅' | '点' | '访' | '人' | '字' | '视' | '分' | '栏' | '标'
        // a day, or a bracket around the first word
        | '1' | '2' | '【' | '[' | '（' | '('
    )
}

/// Whether `line` is one; hands over the fields that are kept, by name, and where their values stand. Near the top of the
/// page the time alone is one, and near its end the source.
pub(super) fn read(line: &str, top: bool, end: bool, mut keep: impl FnMut(&'static str, Range<usize>)) -> bool {
    let Some((fields, stamped)) = fields(line) else { return false };
    if fields.is_empty() && top {
        let stamp = before_column(line);
        if is_stamp(stamp) {
            keep("发布日期", 0..stamp.len());
            return true;
        }
    }
    let timed = || fields.len() == 1 && fields[0].name == "发布日期" && is_clock(&line[fields[0].value..]);
    let credited = top && timed() || end && fields.first().is_some_and(|field| field.name == "来源");
    if fields.len() + usize::from(stamped) < 2 && !credited {
        return false;
    }
    if let Some(first) = fields.first().filter(|_| stamped) {
        keep("发布日期", 0..line[..first.word.start].trim_end().len());
    }
    for (n, field) in fields.iter().enumerate().filter(|(_, field)| !field.name.is_empty()) {
        let end = fields.get(n + 1).map_or(line.len(), |next| next.word.start);
        // the bracket around the next field or a button stays behind
        let value = line[field.value..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '【' | '[' | '|')).trim_start();
        let start = value.as_ptr() as usize - line.as_ptr() as usize;
        if !value.is_empty() {
            keep(field.name, start..start + value.len());
        }
    }
    true
}

/// A field of the line.
struct Field {
    name: &'static str,
    /// Where its words stand.
    word: Range<usize>,
    /// Where its value begins.
    value: usize,
}

/// The fields of `line`, and whether a day stands before them; nothing where some other field stands there.
fn fields(line: &str) -> Option<(Vec<Field>, bool)> {
    const MOST: usize = 12;
    let mut fields: Vec<Field> = Vec::new();
    let mut stamped = false;
    for (colon, sign) in line.match_indices(is_colon) {
        let before = line[..colon].trim_end();
        // 09:30, and the second half of ://
        if before.ends_with(is_figure) || line[colon + sign.len()..].starts_with('/') {
            continue;
        }
        let start = before.char_indices().rev().take_while(|(_, c)| is_han(*c)).last().map_or(before.len(), |(at, _)| at);
        let from = fields.last().map_or(0, |last| last.value);
        // most lines begin with other words
        if from == 0 && (before.len() - start > LONGEST_FIELD || start > 0 && line.starts_with(is_han)) {
            return None;
        }
        let (word, name) =
            word(&before[start.max(from).min(before.len())..], !before[..start].ends_with(char::is_whitespace) && start > 0)?;
        let word = before.len() - word..before.len();
        if fields.is_empty() {
            let above = line[..word.start].trim_matches(|c: char| c.is_whitespace() || matches!(c, '【' | '[' | '（' | '('));
            stamped = is_stamp(above);
            if !stamped && !above.is_empty() {
                return None;
            }
        }
        fields.push(Field { name, word, value: colon + sign.len() });
        if fields.len() > MOST {
            return None;
        }
    }
    Some((fields, stamped))
}

/// The length and name of the field that `words` are, or with which they end where a value may run on to it.
fn word(words: &str, glued: bool) -> Option<(usize, &'static str)> {
    /// What stands before it is then a name and no noun that goes with it: 报名时间.
    const NAME: usize = 3;
    let is = |(word, _): &&(&str, &str)| {
        // most differ in the last byte
        let rest = if words.as_bytes().last() == word.as_bytes().last() { words.strip_suffix(word) } else { None };
        rest.is_some_and(|rest| rest.is_empty() || glued && rest.chars().count() >= NAME)
    };
    FIELDS.iter().filter(is).max_by_key(|(word, _)| word.len()).map(|(word, name)| (word.len(), *name))
}

/// 2024-03-21 09:30, 2024年3月21日.
fn is_stamp(words: &str) -> bool {
    let of = |c: char| is_figure(c) || c.is_whitespace() || matches!(c, '-' | '/' | '.' | ':' | '：' | '年' | '月' | '日' | '|');
    words.len() >= "2024-1-1".len() && words.starts_with(['1', '2']) && words.chars().all(of)
}

/// `line` without the column behind a time: 2024-03-21 09:30:15　　公告栏.
fn before_column(line: &str) -> &str {
    const LONGEST: usize = 8;
    let stamp = line.trim_end_matches(is_han);
    let column = line[stamp.len()..].chars().count();
    let apart = stamp.ends_with(char::is_whitespace) && stamp.trim_end().ends_with(is_figure);
    if apart && (2..=LONGEST).contains(&column) { stamp.trim_end() } else { line }
}

/// 2024-03-21 09:30, as machines write it.
fn is_clock(words: &str) -> bool {
    let Some((day, clock)) = words.trim().split_once(' ') else { return false };
    let of = |words: &str, sign: char| words.contains(sign) && words.chars().all(|c| c.is_ascii_digit() || c == sign);
    of(day, '-') && of(clock.trim(), ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(line: &str) -> Option<Vec<(&'static str, &str)>> {
        let mut found = Vec::new();
        let is = may_be(&Facts::of(line)) && read(line, true, false, |name, value| found.push((name, &line[value])));
        is.then_some(found)
    }

    #[test]
    fn each_field_may_begin_a_line() {
        for (word, _) in FIELDS {
            assert!(may_be(&Facts::of(&format!("{word}：甲"))) && word.len() <= LONGEST_FIELD, "{word}");
        }
    }

    #[test]
    fn fields_under_a_title() {
        for (line, fields) in [
            ("来源：云岭县人民政府　时间：2024-03-21 09:30　浏览：", &[("来源", "云岭县人民政府"), ("发布日期", "2024-03-21 09:30")][..]),
            ("发布日期:2024-03-21访问次数: 信息来源:县政府办", &[("发布日期", "2024-03-21"), ("来源", "县政府办")]),
            ("2024-03-21 09:30 来源:云岭日报", &[("发布日期", "2024-03-21 09:30"), ("来源", "云岭日报")]),
            ("作者:李明远 浏览量:15", &[]),
            ("时间:2024-03-21 09:30", &[("发布日期", "2024-03-21 09:30")]),
            ("2024-03-21 09:30:15", &[("发布日期", "2024-03-21 09:30:15")]),
            ("2024-03-21 09:30:15　　公告栏", &[("发布日期", "2024-03-21 09:30:15")]),
        ] {
            assert_eq!(kept(line).as_deref(), Some(fields), "{line}");
        }
        for line in [
            "时间：2024年3月21日",
            "时间：3月21日　地点：县政府",
            "作者：李明远",
            "来源：云岭县　报名时间：3月",
            "2024年3月21日：开工",
            "来源",
        ] {
            assert_eq!(kept(line), None, "{line}");
        }
    }
}
