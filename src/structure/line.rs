//! Lines: the paragraphs of the reading, cut where a dump ran elements of the document together, and what a
//! line looks like.
//!
//! Lines are never joined here: a title over three lines stays three lines that the head joins.

use std::{cell::LazyCell, ops::Range};

use super::{Line, Role, glued, head::without_bracket, runon};
use crate::{
    phrase::{agency, date, doc_number::DocNumber},
    source::Text,
    span::Span,
};

/// A pattern behind the look that a line must pass.
macro_rules! regex {
    ($look:expr, $pattern:expr) => {
        crate::pattern::Looked::new($look, || crate::pattern::pattern($pattern))
    };
}
pub(super) use regex;

/// The lines of a document while their roles are being found.
pub(super) struct Lines<'t> {
    /// The text they stand in.
    pub(super) text: &'t Text,
    /// In order; `Body` until something else is known.
    pub(super) all: Vec<Line>,
}

impl<'t> Lines<'t> {
    /// Cuts the reading into lines.
    pub(super) fn new(text: &'t Text) -> Self {
        Self { text, all: lines(text) }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The words of line `index`.
    pub(super) fn str(&self, index: usize) -> &'t str {
        self.text.slice(self.all[index].span)
    }

    /// Where line `index` stands.
    pub(super) fn span(&self, index: usize) -> Span {
        self.all[index].span
    }

    /// Whether line `index` still waits for a role.
    pub(super) fn is_open(&self, index: usize) -> bool {
        self.all[index].role == Role::Body
    }

    /// Says what line `index` is.
    pub(super) fn set(&mut self, index: usize, role: Role) {
        self.all[index].role = role;
    }

    /// The words of lines `range` as one, without blanks.
    pub(super) fn joined(&self, range: Range<usize>) -> String {
        let mut joined = String::with_capacity(range.clone().map(|i| self.span(i).len()).sum());
        joined.extend(range.flat_map(|i| self.str(i).split(char::is_whitespace)));
        joined
    }
}

/// `text` without blanks and quotation marks, in which copies of one title differ.
pub(super) fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        '〈' | '<' => '《',
        '〉' | '>' => '》',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '"' | '＂' | '（' | '）' | '(' | ')')).map(plain).collect()
}

/// So many lines from the end elements of the tail may have been run together.
const TAIL_LINES: usize = 12;
/// So far down a document's head reaches.
const HEAD_LINES: usize = 16;

fn lines(text: &Text) -> Vec<Line> {
    let mut lines = Vec::new();
    let spans: Vec<Span> = text.lines().collect();
    let head = || spans.iter().take(HEAD_LINES).map(|span| text.slice(*span));
    let issuer = LazyCell::new(|| runon::issuer(head()));
    let mut addressed = false;
    for (index, &span) in spans.iter().enumerate() {
        let mut pieces = vec![span];
        if index < 8 {
            cut(text, &mut pieces, runon::number_behind_title);
        }
        if !addressed && index < HEAD_LINES {
            cut(text, &mut pieces, runon::behind_recipients);
            addressed = pieces.iter().any(|p| is_address(text.slice(*p)));
        }
        if span.len() > 600 {
            cut(text, &mut pieces, glued::labels);
        }
        if span.len() <= 600 {
            cut(text, &mut pieces, glued::items_behind_heading);
        }
        if text.slice(span).starts_with('第') {
            cut(text, &mut pieces, glued::article_behind_chapter);
        }
        let near_end = index + TAIL_LINES >= spans.len() || span.len() > 600;
        let tail = if near_end { runon::tail } else { runon::signature };
        pieces = pieces.into_iter().flat_map(|piece| cut_one(text, piece, tail)).collect();
        if pieces.last().is_some_and(|piece| text.slice(*piece).starts_with('附')) {
            cut(text, &mut pieces, |line| runon::signature_behind_list(line, *issuer));
        }
        lines.extend(pieces.into_iter().map(|p| text.trim(p)).filter(|p| !p.is_empty()).map(|span| Line { span, role: Role::Body }));
    }
    lines
}

/// The pieces of `piece` between the places that `places` names.
fn cut_one(text: &Text, piece: Span, places: fn(&str) -> Vec<usize>) -> Vec<Span> {
    let mut pieces = vec![piece];
    cut(text, &mut pieces, places);
    pieces
}

/// Cuts the last piece at the places that `places` names, counted from its start.
fn cut(text: &Text, pieces: &mut Vec<Span>, places: impl Fn(&str) -> Vec<usize>) {
    let Some(piece) = pieces.pop() else { return };
    let mut start = 0;
    for at in places(text.slice(piece)) {
        if at > start {
            pieces.push(piece.slice(start..at));
            start = at;
        }
    }
    pieces.push(piece.slice(start..piece.len()));
}

/// Whether `line` is a day and nothing else.
pub(super) fn is_day(line: &str) -> bool {
    let line = line.trim_matches(['（', '）', '(', ')', ' ']);
    line.len() < 60 && date::parse(line).is_ok_and(|(rest, _)| rest.is_empty())
}

/// Whether `line` is a document number and nothing else.
pub(super) fn is_number(line: &str) -> bool {
    line.len() < 120 && line.contains('号') && DocNumber::line(line).is_some()
}

/// Whether `line` names those to whom the document goes: organs and a colon.
pub(super) fn is_address(line: &str) -> bool {
    let Some(names) = line.strip_suffix(['：', ':']) else { return false };
    let count = names.chars().count();
    let last = names.rsplit(['，', '、', ',', '；']).next().unwrap_or(names);
    (2..400).contains(&count) && !names.contains(['。', '《', '：', ':', '！']) && is_addressee(last)
}

/// Whether `line`, which stands right under the title, lists those to whom the document goes, though its last name
/// tells nothing (科技部、江北生产建设兵团：), or without the colon that GB/T 9704-2012, 7.3.2 asks for.
pub(super) fn is_address_list(line: &str) -> bool {
    let names = line.trim_end_matches(['：', ':']);
    let closed = names.len() < line.len();
    let parts = agency::split_list(names);
    let organs = parts.iter().filter(|part| is_addressee(&names[(*part).clone()])).count();
    let short = parts.iter().all(|part| names[part.clone()].chars().count() <= 30);
    let plain = names.len() < 1200 && !names.contains(['。', '《', '：', ':', '！', '；']);
    let all = organs == parts.len() && (parts.len() > 1 || names.starts_with('各'));
    plain && short && parts.len() > usize::from(closed) && (all || closed && organs * 2 >= parts.len())
}

/// Whether `name` ends as those do to whom documents are addressed: organs, members, people.
fn is_addressee(name: &str) -> bool {
    const PEOPLE: [&str; 18] = [
        "同志",
        "委员",
        "代表",
        "先生",
        "女士",
        "职工",
        "市民",
        "居民",
        "群众",
        "纳税人",
        "家长",
        "同学",
        "考生",
        "师生",
        "会员",
        "人员",
        "各县",
        "各区",
    ];
    // 主办单位：, 填报单位： are fields
    const PARTS: [&str; 30] = [
        "主办", "承办", "协办", "建设", "填报", "责任", "牵头", "配合", "实施", "采购", "招标", "申报", "统计", "用人", "发文", "报送",
        "编制", "指导", "联系", "项目", "推荐", "工作", "所在", "主管", "受理", "解读", "发布", "公开", "咨询", "监督",
    ];
    let field = ["单位", "部门", "机关", "机构"]
        .iter()
        .find_map(|w| without_bracket(name).strip_suffix(w))
        // 单位（盖章）： is one of a form
        .is_some_and(|part| PARTS.contains(&part) || (part.is_empty() && name.ends_with(['）', ')'])));
    let tells = ["如下", "通知", "公告", "决定", "事项", "要求", "附件", "联系人", "时间", "地点", "电话"];
    if field || tells.iter().any(|t| name.ends_with(t)) {
        return false;
    }
    agency::ends_like_organ(name)
        || PEOPLE.iter().any(|p| name.ends_with(p))
        || (name.starts_with('各') && name.ends_with(['市', '县', '区', '镇', '乡', '州', '盟', '旗', '省', '）']))
}

/// Whether `line` has no end of sentence, as titles, headings and names have none.
pub(super) fn is_bare(line: &str) -> bool {
    !line.contains(['。', '；', '！']) && !line.ends_with(['：', ':', '，', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let text = Text::read(text.to_owned());
        lines(&text).into_iter().map(|l| text.slice(l.span).to_owned()).collect()
    }

    #[test]
    fn what_was_run_together_is_cut() {
        assert_eq!(
            split(
                "海川市人民政府关于设立新区的通知海政发〔2021〕89号各县（市）人民政府：为加快发展，现通知如下。海川市人民政府2021年3月1日（此件公开发布）"
            ),
            [
                "海川市人民政府关于设立新区的通知",
                "海政发〔2021〕89号",
                "各县（市）人民政府：",
                "为加快发展，现通知如下。",
                "海川市人民政府",
                "2021年3月1日",
                "（此件公开发布）"
            ]
        );
        assert_eq!(split("关于印发若干措施的通知（海政办发〔2021〕6号）"), ["关于印发若干措施的通知", "（海政办发〔2021〕6号）"]);
    }

    #[test]
    fn looks() {
        assert!(is_day("2022年3月21日") && is_day("二〇二二年三月二十一日") && is_day("2022-03-21"));
        assert!(!is_day("2022年3月21日前") && !is_day("2022年"));
        assert!(is_number("海医保〔2022〕10号") && is_number("（皖开放办〔2022〕6号）") && is_number("第12号"));
        assert!(!is_number("根据海医保〔2022〕10号文件"));
        assert!(is_address("各县（区）教育局，各有关单位：") && is_address("王小明委员："));
        assert!(!is_address("现将有关事项通知如下：") && !is_address("联系人：") && !is_address("填报单位（盖章）："));
        assert!(is_address_list("省科技厅、海川市人民政府、江北生产建设兵团：") && is_address_list("各县（区）教育局，市直各学校"));
        assert!(!is_address_list("海川市教育局") && !is_address_list("现将有关事项通知如下：") && !is_address_list("组长：李明远"));
    }
}
