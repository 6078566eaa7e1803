//! The foot of a web page: who keeps the site, its licences, links to other governments.
//!
//! Lines that only a page has frame it; short lines between two of them belong to it, and so does a list of
//! provinces or towns above, to which pages link. What stands above that may be the end of the document.

use super::{Frame, Lines, Role};
use crate::structure::step::{is_colon, word};

/// Links at the foot of a page.
const FOOT: [&str; 14] = [
    "网站地图",
    "站点地图",
    "联系我们",
    "关于我们",
    "网站声明",
    "隐私声明",
    "免责声明",
    "友情链接",
    "主编信箱",
    "网站纠错",
    "政务微博",
    "政务微信",
    "微信公众号",
    "头条号",
];
/// Who keeps the site: 主办单位：….
const KEEPERS: [&str; 6] = ["主办", "承办", "技术支持", "运行维护", "网站维护", "建设维护"];

/// Whether a line that begins with `first` is of the foot.
fn is_foot(line: &str, first: char) -> bool {
    let linked = || FOOT.contains(&line);
    let keeps = || word(line, &KEEPERS).is_some_and(|rest| rest.strip_prefix("单位").unwrap_or(rest).trim_start().starts_with(is_colon));
    match first {
        '网' | '站' | '联' | '关' | '隐' | '免' | '友' | '主' | '政' | '微' | '头' => linked() || keeps(),
        '承' | '技' | '运' | '建' => keeps(),
        _ => false,
    }
}

/// A line of more characters is text.
const SHORT: u32 = 24;
/// So many lines without a sign of the page may stand between two that have one.
const BETWEEN: usize = 4;
/// So many names make a list of links.
const LINKS: usize = 8;

/// Says that the lines of the foot are furniture.
pub(super) fn mark(lines: &mut Lines<'_>, frame: &Frame) {
    let (mut start, mut sure, mut waiting) = (lines.len(), 0, 0);
    for i in (0..lines.len()).rev() {
        let facts = lines.facts(i);
        if facts.chars > 4 * SHORT || waiting > BETWEEN {
            break;
        }
        if is_foot(lines.str(i), facts.first) || frame.credited(lines, i) {
            (start, sure, waiting) = (i, sure + 1, 0);
        } else if lines.is_open(i) {
            waiting += 1;
        }
    }
    if sure > 1 {
        let links = links(lines, start);
        (links..lines.len()).for_each(|i| lines.set(i, Role::Furniture));
    }
}

/// Where the links to provinces and towns above `end` begin.
fn links(lines: &Lines<'_>, end: usize) -> usize {
    const PROVINCES: [&str; 6] = ["北京", "天津", "上海", "广东", "四川", "新疆"];
    let is_name = |i: &usize| {
        (2..=8).contains(&lines.facts(*i).chars)
            && lines.str(*i).chars().all(|c| c.is_whitespace() || matches!(c, '（' | '）' | '\u{4e00}'..='\u{9fff}'))
    };
    let start = (0..end).rev().take_while(is_name).last().unwrap_or(end);
    let provinces = (start..end).filter(|i| PROVINCES.contains(&lines.str(*i))).count();
    if end - start >= LINKS && provinces * 2 >= PROVINCES.len() { start } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Text;

    fn kept(text: &str) -> Vec<String> {
        let text = Text::read(text.to_owned());
        let mut lines = Lines::new(&text);
        let frame = Frame::of(text.as_str());
        mark(&mut lines, &frame);
        (0..lines.len()).filter(|i| lines.is_open(*i)).map(|i| lines.str(i).to_owned()).collect()
    }

    #[test]
    fn the_foot_is_no_text() {
        let links =
            "按地方查\n北京\n天津\n河北\n上海\n江苏\n广东\n四川\n海川\n网站地图\n联系我们\n扫码关注\n主办单位：海川市人民政府办公室\n";
        assert_eq!(kept(&format!("第三条　本办法自公布之日起施行。\n{links}")), ["第三条　本办法自公布之日起施行。"]);
    }

    #[test]
    fn the_end_of_a_document_stays() {
        let cells = "合计\n32.5\n海川市教育局\n2024年4月1日\n";
        assert_eq!(kept(&format!("{cells}版权所有：海川市人民政府\n江ICP备00000000号\n")).len(), 4);
        assert_eq!(kept("活动安排如下。\n主办单位：海川市教育局\n承办地点：云岭县\n").len(), 3, "one sign is none");
    }
}
