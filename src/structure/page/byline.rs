//! The line that a page puts under a title: 来源：云岭县人民政府　发布时间：2024-03-21 09:30　浏览：15.
//!
//! One such field may be the document's (作者：, 时间：); two of them, or one behind a day, are the page's.

use std::ops::Range;

use crate::{
    lexicon::{Characters, picked, tagged::longest},
    pattern::is_han,
    structure::{
        facts::Facts,
        step::{is_colon, is_figure},
    },
};

/// The fields.
const FIELDS: &[&str] = picked!(page_labels: line);
static FIRST: Characters = Characters::first_of(FIELDS);

/// The name by which what stands behind a field is kept, if it is.
fn name(field: &str) -> &'static str {
    match field {
        _ if picked!(page_labels: day | time).contains(&field) => "发布日期",
        _ if picked!(page_labels: source).contains(&field) => "来源",
        _ => "",
    }
}

/// The bytes of the longest of them, and of a blank.
const LONGEST_FIELD: usize = longest(FIELDS) + '\u{3000}'.len_utf8();

/// A longer line is text, in characters.
const LONGEST: u32 = 160;

/// Whether a line may be one, by its first sign and its length.
pub(super) fn may_be(facts: &Facts) -> bool {
    // a day, or a bracket around the first word
    let begins = || matches!(facts.first, '1' | '2' | '【' | '[' | '（' | '(') || FIRST.may_have(facts.first);
    facts.has_colon() && facts.chars <= LONGEST && begins()
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
    }
    Some((fields, stamped))
}

/// The length and name of the field that `words` are, or with which they end where a value may run on to it.
fn word(words: &str, glued: bool) -> Option<(usize, &'static str)> {
    /// What stands before it is then a name and no noun that goes with it: 报名时间.
    const NAME: usize = 3;
    let is = |word: &&&str| {
        // most differ in the last byte
        let rest = if words.as_bytes().last() == word.as_bytes().last() { words.strip_suffix(**word) } else { None };
        rest.is_some_and(|rest| rest.is_empty() || glued && rest.chars().count() >= NAME)
    };
    FIELDS.iter().filter(is).max_by_key(|word| word.len()).map(|word| (word.len(), name(word)))
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

/// 2024-03-21 09:30 or 2024-03-21, as machines write it (ISO 8601).
fn is_clock(words: &str) -> bool {
    let (day, clock) = words.trim().split_once(' ').unwrap_or((words.trim(), ""));
    let of = |words: &str, sign: char| words.contains(sign) && words.chars().all(|c| is_figure(c) || c == sign);
    of(day, '-') && (clock.is_empty() || of(clock.trim(), ':'))
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
        for word in FIELDS {
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
            ("日期：2024-03-21", &[("发布日期", "2024-03-21")]),
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
