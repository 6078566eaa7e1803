//! What a web page adds around the document: a data block (索引号, 发布日期, …), breadcrumbs, counters, buttons.
//!
//! The data block of government pages follows 《政府信息公开条例》 practice: a label and its value, on one line or
//! two. The labels are also words of documents (标题, 来源), so they count only above the document, or where a
//! page says so; the page's publishing date is never the document's date.

mod contents;
mod foot;

use std::sync::LazyLock;

use super::{
    Page, Role,
    line::{Lines, fold, regex},
};
use crate::{
    lexicon::{Lists, Prefixes},
    pattern::Looked,
    span::Span,
};

/// A line that only a page has, wherever it stands.
static FURNITURE: Looked = regex!(
    may_be_furniture,
    concat!(
        r"^(?:(?:当前|您(?:的|所在的?)?|所在|现在的?)位置[:：].*|首\s*页(?:\s*[>＞»].*)?|[>＞»].*|.*\s[>＞»]\s.*[>＞»].*",
        r"|[【\[]?(?:字体|字号|浏览次数|浏览量|阅读次数|阅读量|访问量|访问次数|点击数|点击率|点击次数|责任编辑|编辑|分享到?|视力保护色|背景色)[:：].*",
        r"|[【\[（(]?\s*(?:打\s*印|关\s*闭|返\s*回|收\s*藏|分\s*享|语音播报|语言播报|大|中|小|下载|繁体|无障碍|我要纠错|纠错|打印本页|关闭窗口|返回顶部|打印页面|关闭页面|相关链接|相关附件|附件下载|政策解读|相关解读|相关文档|上一篇|下一篇|回到顶部)\s*[】\]）)]?(?:[:：].*)?",
        r"|(?:[【\[]?\s*(?:大|中|小|打印|关闭|收藏|分享)\s*[】\]]?\s*){2,}",
        r"|.*扫一扫.*|【法宝引证码】.*|原文链接[:：].*|https?://\S+|.*(?:版权所有|ICP备|网站标识码|公网安备).*|头条号|微信公众号|<!--.*-->|无)$"
    )
);

/// The words with which furniture begins, brackets aside; 大, 中 and 小 are buttons where no other word follows.
static FIRST: LazyLock<Prefixes> = LazyLock::new(|| {
    Prefixes::new([
        "当前位置",
        "您",
        "所在位置",
        "现在",
        "首",
        "字体",
        "字号",
        "浏览",
        "阅读",
        "访问",
        "点击",
        "责任编辑",
        "编辑",
        "分",
        "视力",
        "背景色",
        "打",
        "关",
        "返",
        "收",
        "语音",
        "语言",
        "大",
        "中",
        "小",
        "下载",
        "下一篇",
        "繁体",
        "无",
        "我要纠错",
        "纠错",
        "相关",
        "附件下载",
        "政策解读",
        "上一篇",
        "回到顶部",
        "法宝引证码",
        "原文链接",
        "头条号",
        "微信公众号",
        "http",
        "<!--",
        ">",
        "＞",
        "»",
    ])
});
/// What makes a line furniture wherever it stands in it.
static ANYWHERE: LazyLock<Lists> =
    LazyLock::new(|| Lists::new([&[">", "＞", "»", "扫一扫", "版权所有", "ICP备", "网站标识码", "公网安备"][..]]));

/// Whether a line may be [`FURNITURE`], by its first word or by a word in it: few lines are, and all are asked.
fn may_be_furniture(line: &str) -> bool {
    let head = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '【' | '[' | '（' | '('));
    let begins = FIRST.of(head).is_some_and(|word| {
        let next = head[word.len()..].chars().next();
        // 中小学, 关于, 分工, 无论 are text
        word.chars().count() > 1
            || !word.starts_with(['大', '中', '小', '打', '关', '返', '收', '分', '无', '首'])
            || next.is_none_or(|c| c.is_whitespace() || "大中小打印关闭返回收藏分享障碍页：:】]）)".contains(c))
    });
    begins || ANYWHERE.held_by(line).has(0)
}

/// The name of the site above everything: 海川市人民政府门户网站.
static SITE: Looked = regex!(|line| line.ends_with(['网', '站']), r"^[\p{Han}·—-]{2,24}(?:门户网站|官方网站|政府网站?|政务网|公众信息网)$");
/// How far down it may stand.
const SITE_LINES: usize = 4;

/// The name of a file that a page links to; a line that announces an attachment is no link.
static FILE: Looked = regex!(
    may_be_file,
    r"(?i)^[^：:。；]{1,120}\.(?:pdf|docx?|xlsx?|wps|et|ofd|rar|zip|jpg|png)\s*(?:[（(]\d+[)）])?(?:\.(?:pdf|docx?|xlsx?))?$"
);

/// Whether a line holds the extension of a file's name and no sign that a name has not.
fn may_be_file(line: &str) -> bool {
    const ENDINGS: [&str; 10] = ["pdf", "doc", "xls", "wps", "et", "ofd", "rar", "zip", "jpg", "png"];
    let ending = |rest: &str| ENDINGS.iter().any(|it| rest.get(..it.len()).is_some_and(|head| head.eq_ignore_ascii_case(it)));
    line.match_indices('.').any(|(at, _)| ending(&line[at + 1..])) && !line.contains(['：', ':', '。', '；'])
}

/// Whether a line begins as a label does: the first two signs of each.
fn may_be_label(line: &str) -> bool {
    const LABELS: [&str; 36] = [
        "索引", "信息", "主题", "组配", "公文", "体裁", "服务", "分类", "发文", "发布", "公开", "成文", "生成", "标题", "名称", "文号",
        "发稿", "日期", "关键", "有效", "时效", "效力", "统一", "登记", "规范", "来源", "稿源", "废止", "施行", "生效", "内容", "法规",
        "颁布", "公布", "制定", "实施",
    ];
    let mut signs = line.trim_start_matches(['【', '[']).chars().filter(|c| !c.is_whitespace());
    let (first, second) = (signs.next(), signs.next());
    LABELS.iter().any(|label| label.chars().map(Some).eq([first, second]))
}

/// A label of the data block at the head of a line, blanks inside it allowed.
static LABEL: Looked = regex!(
    may_be_label,
    concat!(
        r"^[【\[]?(索\s*引\s*号|信息索引号|主题分类|组配分类|信息分类|公文种类|体裁分类|服务对象|分\s*类|发文机关|发文机构|发文单位|发布机构|发布单位|公开主体|成文日期|生成日期|发文日期|成文时间|发文时间",
        r"|标\s*题|名\s*称|发文字号|文\s*号|发布日期|发布时间|公开日期|公开时间|发稿时间|日\s*期|主\s*题\s*词|关\s*键\s*词|有\s*效\s*性|时\s*效|效力状态|公开方式|公开形式|公开范围|公开时限|公开程序|公开责任部门|统一编号|登记号|规范性文件编号|信息来源|来\s*源|稿\s*源|废止日期|施行日期|生效日期|内容概述",
        r"|法规标题|法规名称|法规类别|颁布单位|颁布机关|颁布日期|颁布时间|公布机关|公布日期|公布时间|制定机关|发布部门|发布机关|实施日期|实施时间|效力属性|效力级别|效力层级|时效性)",
        r"(?:】\s*[:：]?\s*|\]?\s*(?:[:：]\s*|\s+|$))"
    )
);

/// A label that may follow another field on its line: with its colon.
static NEXT: Looked = regex!(|field| field.contains(['：', ':']), r"^[【\[]?\p{Han}{2,6}[】\]]?\s*[:：]");

/// Finds what the page adds, says so on the lines, and keeps its data.
pub(super) fn read(lines: &mut Lines<'_>) -> Page {
    let mut page = Page::default();
    furniture(lines, &mut page);
    contents::mark(lines);
    foot::mark(lines);
    let top = top(lines);
    data(lines, 0..top, &mut page);
    page
}

fn furniture(lines: &mut Lines<'_>, page: &mut Page) {
    for i in 0..lines.len() {
        let line = lines.str(i);
        let site = i < SITE_LINES && line.len() < 100 && SITE.is_match(line);
        if site {
            lines.set(i, Role::Furniture);
        } else if line.len() < 600 && FURNITURE.is_match(line) || (is_link(line) && !follows_attachment(lines, i)) {
            if line.contains(['>', '＞', '»']) {
                page.breadcrumbs.extend(crumbs(line, lines.span(i)));
            }
            lines.set(i, Role::Furniture);
        }
    }
}

/// Whether a line is but the name of a file.
pub(super) fn is_file(line: &str) -> bool {
    line.len() < 400 && line.contains('.') && FILE.is_match(line)
}

fn is_link(line: &str) -> bool {
    line.len() < 400
        && (is_file(line) || line.contains("http") && line.matches("http").count() > 1)
        && !line.starts_with("附件：")
        && !line.starts_with("附件:")
}

/// Whether line `i` goes on with a list of attachments (`附件：1.…docx`, `2.…docx`).
fn follows_attachment(lines: &Lines<'_>, i: usize) -> bool {
    lines.str(i).starts_with(|c: char| c.is_ascii_digit())
        && (0..i)
            .rev()
            .take(12)
            .find(|j| !lines.str(*j).starts_with(|c: char| c.is_ascii_digit()))
            .is_some_and(|j| lines.is_open(j) && lines.str(j).starts_with("附件"))
}

/// The steps of a breadcrumb line.
fn crumbs(line: &str, span: Span) -> Vec<Span> {
    let mut steps = Vec::new();
    let mut start = line.find(['：', ':']).map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8));
    for (at, c) in
        line.char_indices().chain([(line.len(), '>')]).filter(|(at, c)| *at >= start && matches!(c, '>' | '＞' | '»')).collect::<Vec<_>>()
    {
        let step = line[start..at].trim();
        if !step.is_empty() {
            let from = start + (line[start..at].len() - line[start..at].trim_start().len());
            steps.push(span.slice(from..from + step.len()));
        }
        start = (at + c.len_utf8()).min(line.len());
    }
    steps
}

/// How many lines at the top may belong to a data block: two labels or a page's own one must stand there.
fn top(lines: &Lines<'_>) -> usize {
    let found: Vec<usize> = (0..lines.len().min(80)).filter(|i| lines.is_open(*i) && label(lines.str(*i)).is_some()).collect();
    let own = ["索引号", "发布时间", "发布日期", "信息来源", "组配分类", "主题分类"];
    let sure = found.iter().any(|i| label(lines.str(*i)).is_some_and(|(name, _)| own.contains(&name.as_str())));
    if sure || found.len() > 2 { found.last().map_or(0, |i| i + 1) } else { 0 }
}

/// The label at the head of `line`, without blanks, and where its value begins.
fn label(line: &str) -> Option<(String, usize)> {
    let found = LABEL.captures(line)?;
    Some((found[1].chars().filter(|c| !c.is_whitespace()).collect(), found[0].len()))
}

fn data(lines: &mut Lines<'_>, range: std::ops::Range<usize>, page: &mut Page) {
    let mut i = range.start;
    while i < range.end {
        let Some((name, at)) = lines.is_open(i).then(|| label(lines.str(i))).flatten() else {
            i += 1;
            continue;
        };
        lines.set(i, Role::PageData);
        let line = lines.str(i);
        let first = at + field_end(&line[at..]);
        more(line, lines.span(i), first, page);
        let mut value = lines.span(i).slice(at..at + line[at..first].trim_end().len());
        // the value may stand on the next line, unless that is a label again
        if value.is_empty() && first == line.len() && i + 1 < lines.len() && is_value(lines, i + 1, page) {
            i += 1;
            lines.set(i, Role::PageData);
            value = lines.span(i);
        }
        if !value.is_empty() {
            keep(page, &name, value);
        }
        i += 1;
    }
}

/// Where the value ends that begins `rest`: at the next label behind blanks.
fn field_end(rest: &str) -> usize {
    let words = rest.match_indices(char::is_whitespace).map(|(at, blank)| at + blank.len());
    words.filter(|at| rest[*at..].starts_with(|c: char| !c.is_whitespace())).find(|at| NEXT.is_match(&rest[*at..])).unwrap_or(rest.len())
}

/// Keeps the further fields on a line that begins with one.
fn more(line: &str, span: Span, from: usize, page: &mut Page) {
    let mut from = from;
    while from < line.len() {
        let Some((name, at)) = label(&line[from..]) else { return };
        let start = from + at;
        let end = start + field_end(&line[start..]);
        let value = line[start..end].trim_end();
        if !value.is_empty() {
            keep(page, &name, span.slice(start..start + value.len()));
        }
        from = end;
    }
}

/// Whether line `i` may be the value of the label above: no label itself, and not where the document begins.
fn is_value(lines: &Lines<'_>, i: usize, page: &Page) -> bool {
    let line = lines.str(i);
    let title = page.title.is_some_and(|span| fold(lines.text.slice(span)).starts_with(&fold(line)));
    lines.is_open(i) && label(line).is_none() && !title && line.chars().count() < 120
}

fn keep(page: &mut Page, name: &str, value: Span) {
    let slot = match name {
        "索引号" | "信息索引号" => &mut page.index_number,
        "发文机关" | "发文机构" | "发文单位" | "发布机构" | "发布单位" | "公开主体" | "颁布单位" | "颁布机关" | "公布机关" | "制定机关"
        | "发布部门" | "发布机关" => &mut page.publisher,
        "成文日期" | "生成日期" | "发文日期" | "成文时间" | "发文时间" | "颁布日期" | "颁布时间" | "公布日期" | "公布时间" => {
            &mut page.written
        }
        "发布日期" | "发布时间" | "公开日期" | "公开时间" | "发稿时间" => &mut page.published,
        "标题" | "名称" | "法规标题" | "法规名称" => &mut page.title,
        "发文字号" | "文号" => &mut page.doc_number,
        "主题分类" | "组配分类" | "信息分类" | "公文种类" | "分类" => &mut page.topic,
        "公开方式" | "公开形式" => &mut page.disclosure,
        "信息来源" | "来源" | "稿源" => &mut page.source,
        _ => return,
    };
    slot.get_or_insert(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_first_sign_or_a_word() {
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
            "手机扫一扫",
            "【法宝引证码】CLI.1",
            "原文链接：a",
            "https://a.cn",
            "江ICP备0号",
            "头条号",
            "微信公众号",
            "<!--a-->",
            "无",
        ] {
            assert!(FURNITURE.is_match(line), "{line}");
        }
        assert!(!may_be_furniture("各县（市、区）教育局：") && !may_be_furniture("海川市教育局"));
    }
}
