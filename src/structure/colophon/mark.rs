//! How the lines of 版记 begin and end: 抄送：, 2022年3月21日印发, （共印120份）, 公开方式：; and 出席： under minutes.

use std::ops::Range;

use crate::lexicon::Characters;
use crate::structure::step::{colon, is_colon, is_figure, is_numeral, maybe, spaced, word};

/// Where the names begin behind 抄送：, 抄报：, or 分送： of minutes.
pub(super) fn copies(line: &str) -> Option<usize> {
    let rest = maybe(line, |c| matches!(c, '（' | '('));
    let rest = match rest.strip_prefix('抄') {
        Some(rest) => rest.trim_start().strip_prefix(['送', '报', '发']),
        None => spaced(rest, "分送"),
    }?
    .trim_start();
    let names = colon(word(rest, &["机关", "单位"]).unwrap_or(rest).trim_start())?;
    Some(line.len() - names.trim_start().len())
}

/// What lists who was at a meeting, and who was not.
const ATTENDANCE: [&str; 5] = ["出席", "请假", "列席", "缺席", "记录"];

/// Whether a line that [`is_attendance`] may begin with `c`.
pub(super) const fn may_attend(c: char) -> bool {
    static FIRST: Characters = Characters::first_of(&ATTENDANCE);
    FIRST.may_have(c)
}

/// Whether `line` is 出席：, 请假：, 列席： under minutes (GB/T 9704-2012, 10.3), or who took them down.
pub(super) fn is_attendance(line: &str) -> bool {
    let Some(rest) = ATTENDANCE.iter().find_map(|kind| spaced(line, kind)) else { return false };
    let rest = rest.strip_prefix('人').map_or(rest, |rest| maybe(rest, |c| c == '员'));
    rest.trim_start().starts_with(is_colon)
}

/// Whether `line` is （共印120份）.
pub(super) fn is_count(line: &str) -> bool {
    let inner = maybe(line, |c| matches!(c, '（' | '(')).trim_start();
    let Some(number) = inner.strip_prefix("共印").map(str::trim_start) else { return false };
    let behind = number.trim_start_matches(is_figure);
    let closed = |rest: &str| maybe(rest.trim_start(), |c| matches!(c, '）' | ')')).is_empty();
    behind.len() < number.len() && behind.trim_start().strip_prefix('份').is_some_and(closed)
}

/// Whether `line` begins with 公开方式： or its like.
pub(super) fn is_stated(line: &str) -> bool {
    const WHATS: [&str; 7] = ["方式", "属性", "形式", "类型", "类别", "选项", "范围"];
    let rest = line.strip_prefix("信息").unwrap_or(line).strip_prefix("公开").and_then(|rest| word(rest, &WHATS));
    rest.is_some_and(|rest| rest.trim_start().starts_with(is_colon))
}

/// 2022年3月21日印发 at the end of `line`: what stands before it, and the day.
pub(super) fn printed(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let end = ["印发", "印制", "印"].iter().find_map(|word| line.strip_suffix(word))?.trim_end();
    let number = |text: &'_ str| {
        let before = text.trim_end_matches(|c: char| is_figure(c) || is_numeral(c));
        (1..=3).contains(&text[before.len()..].chars().count()).then_some(before.len())
    };
    let month = end.strip_suffix('日')?;
    let month = end[..number(month)?].strip_suffix('月')?;
    let year = end[..number(month)?].strip_suffix('年')?;
    let start = year.char_indices().nth_back(3)?.0;
    let written = &year[start..];
    let is_year = written.chars().all(is_figure) || written.chars().all(may_be_digit);
    is_year.then(|| (0..line[..start].trim_end().len(), start..end.len()))
}

/// A Chinese digit of a year, or what stands for its zero.
const fn may_be_digit(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '〇' | '○' | '◯' | '零' | 'O' | '0' | 'Ｏ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_colophon() {
        for (line, names) in
            [("抄送：市财政局。", Some("市财政局。")), ("（分　送 单位: 甲）", Some("甲）")), ("抄 报机关：", Some("")), ("抄写：", None)]
        {
            assert_eq!(copies(line).map(|at| &line[at..]), names, "{line}");
        }
        for line in ["出席：李明远", "记 录人：王静", "列席人员：甲"] {
            assert!(is_attendance(line), "{line}");
        }
        assert!(!is_attendance("出席人数：3") && !is_attendance("请假制度"));
        assert!(is_count("（共印120份）") && is_count("共印 ３０ 份") && !is_count("共印份") && !is_count("共印3份。"));
        assert!(is_stated("公开方式：主动公开") && is_stated("信息公开选项 ：") && !is_stated("公开方式") && !is_stated("公开：是"));
    }

    #[test]
    fn who_printed_and_when() {
        for (line, read) in [
            ("海川市教育局　2022年3月21日印发", Some(("海川市教育局", "2022年3月21日"))),
            ("海川市教育局　２０２２年３月２１日印发", Some(("海川市教育局", "２０２２年３月２１日"))),
            ("二○二二年三月二十一日 印", Some(("", "二○二二年三月二十一日"))),
            ("2022年3月印发", None),
            ("二2年3月21日印发", None),
            ("印发", None),
        ] {
            assert_eq!(printed(line).map(|(before, day)| (&line[before], &line[day])), read, "{line}");
        }
    }
}
