//! Fields of a page's data block: a label at the head of a line, and where its value ends.

use crate::{
    pattern::is_han,
    structure::step::{colon, is_colon, maybe, run, spaced},
};

/// Labels whose characters may be set apart.
const SPACED: [&str; 12] = ["索引号", "分类", "标题", "名称", "文号", "日期", "主题词", "关键词", "有效性", "时效", "来源", "稿源"];
/// All other labels.
const LABELS: [&str; 54] = [
    "信息索引号",
    "主题分类",
    "组配分类",
    "信息分类",
    "公文种类",
    "体裁分类",
    "服务对象",
    "发文机关",
    "发文机构",
    "发文单位",
    "发布机构",
    "发布单位",
    "公开主体",
    "成文日期",
    "生成日期",
    "发文日期",
    "成文时间",
    "发文时间",
    "发文字号",
    "发布日期",
    "发布时间",
    "公开日期",
    "公开时间",
    "发稿时间",
    "效力状态",
    "公开方式",
    "公开形式",
    "公开范围",
    "公开时限",
    "公开程序",
    "公开责任部门",
    "统一编号",
    "登记号",
    "规范性文件编号",
    "信息来源",
    "废止日期",
    "施行日期",
    "生效日期",
    "内容概述",
    "法规标题",
    "法规名称",
    "法规类别",
    "颁布单位",
    "颁布机关",
    "颁布日期",
    "颁布时间",
    "公布机关",
    "公布日期",
    "公布时间",
    "制定机关",
    "发布部门",
    "发布机关",
    "实施日期",
    "实施时间",
];
/// What a law is said to be, which the labels 时效 and 效力 do not end.
const OF_LAWS: [&str; 4] = ["效力属性", "效力级别", "效力层级", "时效性"];

/// The label at the head of `line`, without blanks, and where its value begins.
pub(super) fn label(line: &str) -> Option<(&'static str, usize)> {
    let inner = maybe(line, |c| matches!(c, '【' | '['));
    let first = inner.chars().next()?;
    let may_begin = matches!(
        first,
        '索' | '信'
            | '主'
            | '组'
            | '公'
            | '体'
            | '服'
            | '分'
            | '发'
            | '成'
            | '生'
            | '标'
            | '名'
            | '文'
            | '日'
            | '关'
            | '有'
            | '时'
            | '效'
            | '统'
            | '登'
            | '规'
            | '来'
            | '稿'
            | '废'
            | '施'
            | '内'
            | '法'
            | '颁'
            | '制'
            | '实'
    );
    if !may_begin {
        return None;
    }
    let apart = SPACED.iter().map(|name| (name, spaced(inner, name)));
    let whole = LABELS.iter().chain(&OF_LAWS).map(|name| (name, inner.strip_prefix(name)));
    let value = |(name, rest): (&&'static str, Option<&str>)| Some((*name, line.len() - behind(rest?)?.len()));
    apart.chain(whole).find_map(value)
}

/// What stands behind the mark that closes a label: a bracket, a colon, blanks, the end of the line.
fn behind(rest: &str) -> Option<&str> {
    if let Some(rest) = rest.strip_prefix('】') {
        return Some(maybe(rest.trim_start(), is_colon).trim_start());
    }
    let rest = rest.strip_prefix(']').unwrap_or(rest);
    let next = rest.trim_start();
    match colon(next) {
        Some(value) => Some(value.trim_start()),
        None => (next.is_empty() || next.len() < rest.len()).then_some(next),
    }
}

/// Where the value ends that begins `rest`: at the next label behind blanks.
pub(super) fn field_end(rest: &str) -> usize {
    let words = rest.match_indices(char::is_whitespace).map(|(at, blank)| at + blank.len());
    words.filter(|at| rest[*at..].starts_with(|c: char| !c.is_whitespace())).find(|at| is_next(&rest[*at..])).unwrap_or(rest.len())
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
        assert_eq!(field_end("甲 乙　文号：丙"), "甲 乙　".len());
    }
}
