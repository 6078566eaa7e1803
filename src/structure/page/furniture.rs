//! Furniture of a web page: breadcrumbs, buttons, counters, and other lines that no document has.
//!
//! The first sign of a line, brackets aside, tells of nearly every line that it is none.

use crate::{
    lexicon::{Characters, joined, picked, short},
    pattern::is_han,
    source::Signs,
    structure::{
        facts::Facts,
        step::{is_colon, maybe, spaced, word},
    },
};

/// What a page counts or lets choose: a colon follows.
const FIELDS: &[&str] = joined!(picked!(page_labels: reader | editor), &["分享到", "分享", "背景色"]);
static FIRST: Characters = Characters::first_of(FIELDS);
/// Buttons whose words may be set apart.
const SPACED: [&str; 5] = ["打印", "关闭", "返回", "收藏", "分享"];
/// All other buttons.
const BUTTONS: [&str; 24] = [
    "语音播报",
    "语言播报",
    "大",
    "中",
    "小",
    "下载",
    "繁体",
    "无障碍",
    "我要纠错",
    "纠错",
    "打印本页",
    "关闭窗口",
    "返回顶部",
    "打印页面",
    "关闭页面",
    "相关链接",
    "相关附件",
    "附件下载",
    "政策解读",
    "相关解读",
    "相关文档",
    "上一篇",
    "下一篇",
    "回到顶部",
];

/// Whether a line near the top is but the name of the page's column.
pub(super) fn is_column(line: &str, facts: &Facts) -> bool {
    const COLUMNS: [&str; 18] = [
        "通知公告",
        "公告通知",
        "公示公告",
        "公告公示",
        "通告公告",
        "通知公示",
        "政府信息公开",
        "政府信息公开专栏",
        "政务公开",
        "信息公开",
        "政策文件",
        "政策法规",
        "政策解读",
        "规范性文件",
        "行政规范性文件",
        "部门文件",
        "本局文件",
        "法规库",
    ];
    matches!(facts.first, '通' | '公' | '政' | '信' | '规' | '行' | '部' | '本' | '法') && COLUMNS.contains(&line)
}

/// Whether a line that follows the data of a page says what the page is about: 简介：….
pub(super) fn is_summary(line: &str) -> bool {
    word(line, &["简介", "导读", "摘要", "导语"]).is_some_and(|rest| rest.starts_with(is_colon))
}

/// Whether a line is furniture by how it begins, or by the arrows in it.
pub(super) fn is_furniture(line: &str, facts: &Facts) -> bool {
    let (first, inner) = match facts.first {
        open @ ('【' | '[' | '（' | '(') => {
            let inner = line[open.len_utf8()..].trim_start();
            (inner.chars().next().unwrap_or(' '), inner)
        }
        first => (first, line),
    };
    begins(line, first, inner) || facts.has(Signs::ARROW) && is_trail(line)
}

/// Whether `line` begins as furniture does; `inner` is what stands behind its bracket, and begins with `first`.
fn begins(line: &str, first: char, inner: &str) -> bool {
    match first {
        '当' | '您' | '所' | '现' => is_position(line),
        '首' => is_home(line),
        '>' | '＞' | '»' => inner.len() == line.len(),
        'h' => word(line, &["https://", "http://"])
            .is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || is_han(c))),
        '原' => line.strip_prefix("原文链接").is_some_and(|rest| rest.starts_with(is_colon)),
        '头' => line == "头条号",
        // headings of the pages of law databases
        '文' => line == "文章属性",
        '正' => line == "正文",
        '微' => line == "微信公众号",
        // （未经授权禁止转载）, behind which buttons may stand
        '未' => inner.len() < line.len() && inner.starts_with("未经授权") && inner.contains("转载"),
        '朗' => line == "朗读",
        '法' => line.starts_with("【法宝引证码】"),
        '<' => line.strip_prefix("<!--").is_some_and(|rest| rest.ends_with("-->")),
        '打' | '关' | '返' | '收' | '分' | '语' | '大' | '中' | '小' | '下' | '繁' | '无' | '我' | '纠' | '相' | '附' | '政' | '上'
        | '回' => is_button(inner) || is_field(line) || are_buttons(line) || line == "无",
        _ => FIRST.may_have(first) && is_field(line),
    }
}

/// 当前位置：…
fn is_position(line: &str) -> bool {
    const HERE: [&str; 8] = ["当前", "您的", "您所在的", "您所在", "您", "所在", "现在的", "现在"];
    let rest = |here: &str| line[here.len()..].strip_prefix("位置");
    short::beginnings(line, &HERE).filter_map(rest).any(|rest| rest.starts_with(is_colon))
}

/// 首页, alone or as the first step of breadcrumbs.
fn is_home(line: &str) -> bool {
    spaced(line, "首页").is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with(is_arrow))
}

/// 浏览次数：3
fn is_field(line: &str) -> bool {
    let line = maybe(line, |c| matches!(c, '【' | '['));
    short::beginnings(line, FIELDS).any(|field| line[field.len()..].starts_with(is_colon))
}

/// 【打印】, 下一篇：…
fn is_button(inner: &str) -> bool {
    let ends = |rest: &str| {
        let rest = maybe(rest.trim_start(), |c| matches!(c, '】' | ']' | '）' | ')'));
        rest.is_empty() || rest.starts_with(is_colon)
    };
    SPACED.iter().filter_map(|button| spaced(inner, button)).any(ends)
        || short::beginnings(inner, &BUTTONS).any(|button| ends(&inner[button.len()..]))
}

/// 大 中 小, [打印][关闭]: two buttons or more.
fn are_buttons(line: &str) -> bool {
    let button = |rest: &str| {
        let inner = maybe(rest, |c| matches!(c, '【' | '[')).trim_start();
        word(inner, &["大", "中", "小", "打印", "关闭", "收藏", "分享"])
            .map(|rest| maybe(rest.trim_start(), |c| matches!(c, '】' | ']')).trim_start().len())
    };
    let (mut count, mut rest) = (0, line);
    while let Some(left) = button(rest) {
        (count, rest) = (count + 1, &rest[rest.len() - left..]);
    }
    count > 1 && rest.is_empty()
}

/// 政务 > 公开 > 文件: an arrow between blanks, and another one.
fn is_trail(line: &str) -> bool {
    let Some(last) = line.rfind(is_arrow) else { return false };
    let between =
        |(at, arrow): (usize, &str)| line[..at].ends_with(char::is_whitespace) && line[at + arrow.len()..].starts_with(char::is_whitespace);
    line[..last].match_indices(is_arrow).any(between)
}

/// What stands between the steps of breadcrumbs.
pub(super) const fn is_arrow(c: char) -> bool {
    matches!(c, '>' | '＞' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_first_sign() {
        let is = |line: &str| is_furniture(line, &Facts::of(line));
        for line in [
            "当前位置：首页 > 公告",
            "您的位置：首页",
            "所在位置：",
            "现在位置：首页",
            "首 页",
            "> 公开",
            "政务 > 公开 > 文件",
            "[字体：大 中 小]",
            "浏览次数：3",
            "阅读量：3",
            "访问量：3",
            "点击率：3",
            "责任编辑：李明远",
            "编辑：李明远",
            "分享到：",
            "视力保护色：",
            "背景色：",
            "【打印】",
            "（关闭）",
            "返回",
            "收藏",
            "语音播报",
            "大",
            "【 下载 】",
            "繁体",
            "无障碍",
            "我要纠错",
            "纠错",
            "相关链接",
            "附件下载",
            "政策解读",
            "上一篇：无",
            "回到顶部",
            "大 中 小",
            "[打印][关闭]",
            "【法宝引证码】CLI.1",
            "原文链接：a",
            "https://a.cn",
            "头条号",
            "微信公众号",
            "朗读",
            "<!--a-->",
            "无",
        ] {
            assert!(is(line), "{line}");
        }
        for line in ["各县（市、区）教育局：", "海川市教育局", "中小学", "关于", "分工", "无论", "政务 >公开 > 文件", ""]
        {
            assert!(!is(line), "{line}");
        }
    }
}
