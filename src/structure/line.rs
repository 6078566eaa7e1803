//! Lines while their roles are being found, and what a line looks like.
//!
//! Lines are never joined here: a title over three lines stays three lines that the head joins.

use std::{cell::Cell, ops::Range};

use super::{Line, Role, facts::Facts, head::without_bracket, pieces, step::is_colon};
use crate::{
    lexicon::{Characters, joined, picked, short},
    phrase::{agency, date, doc_number::DocNumber},
    source::{Signs, Text},
    span::Span,
};

/// The lines of a document while their roles are being found.
pub(super) struct Lines<'t> {
    /// The text they stand in.
    pub(super) text: &'t Text,
    /// In order; `Body` until something else is known.
    pub(super) all: Vec<Line>,
    /// The words of each.
    words: Vec<&'t str>,
    /// What the signs of each tell.
    facts: Vec<Facts>,
    /// Which of them are document numbers: dear to say, and asked of the same few lines again and again.
    numbers: Vec<Cell<Option<bool>>>,
}

impl<'t> Lines<'t> {
    /// Cuts the reading into lines.
    pub(super) fn new(text: &'t Text) -> Self {
        let most = text.layouts().len();
        let mut lines = Self {
            text,
            all: Vec::with_capacity(most),
            words: Vec::with_capacity(most),
            facts: Vec::with_capacity(most),
            numbers: Vec::new(),
        };
        pieces::cut(text, |span, facts| {
            lines.all.push(Line { span, role: Role::Body });
            lines.words.push(text.slice(span));
            lines.facts.push(facts);
        });
        lines.numbers = vec![Cell::new(None); lines.len()];
        lines
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The words of line `index`.
    #[inline]
    pub(super) fn str(&self, index: usize) -> &'t str {
        self.words[index]
    }

    /// Where line `index` stands.
    #[inline]
    pub(super) fn span(&self, index: usize) -> Span {
        self.all[index].span
    }

    /// What the signs of line `index` tell.
    #[inline]
    pub(super) fn facts(&self, index: usize) -> &Facts {
        &self.facts[index]
    }

    /// Whether line `index` is a day and nothing else.
    #[inline]
    pub(super) fn is_day(&self, index: usize) -> bool {
        let facts = self.facts(index);
        may_begin_day(facts.first) && may_end_day(facts.last) && is_day(self.str(index))
    }

    /// Whether line `index` is a document number and nothing else.
    pub(super) fn is_number(&self, index: usize) -> bool {
        let facts = self.facts(index);
        let text = facts.has(Signs::COMMA | Signs::STOP | Signs::SEMICOLON | Signs::QUOTE | Signs::BANG) || !may_end_number(facts.last);
        let number = &self.numbers[index];
        let read = || {
            let is = is_number(self.str(index));
            number.set(Some(is));
            is
        };
        !text && number.get().unwrap_or_else(read)
    }

    /// Whether line `index` names those to whom the document goes: organs and a colon.
    pub(super) fn is_address(&self, index: usize) -> bool {
        self.facts(index).ends_with_colon() && is_address(self.str(index))
    }

    /// Whether line `index` still waits for a role.
    #[inline]
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
        range.for_each(|i| self.join(i, &mut joined));
        joined
    }

    /// Writes the words of line `index` behind `words`, without blanks.
    pub(super) fn join(&self, index: usize, words: &mut String) {
        match self.facts(index).has(Signs::BLANK) {
            true => words.extend(self.str(index).split(char::is_whitespace)),
            false => words.push_str(self.str(index)),
        }
    }
}

/// `text` without blanks and quotation marks, in which copies of one title differ.
pub(super) fn fold(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    fold_into(text, &mut words);
    words
}

/// Writes [`fold`] of `text` behind `words`.
pub(super) fn fold_into(text: &str, words: &mut String) {
    let (mut from, mut at) = (0, 0);
    while let Some(first) = text.as_bytes().get(at) {
        // a Chinese character
        if matches!(first, 0xe4..=0xe9) {
            at += 3;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let (before, plain) = (at, plain(c));
        at += c.len_utf8();
        if plain != Some(c) {
            words.push_str(&text[from..before]);
            words.extend(plain);
            from = at;
        }
    }
    words.push_str(&text[from..]);
}

/// The characters of [`fold`].
pub(super) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter_map(plain)
}

/// What stands for `c` in [`fold`], if anything does.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{4e00}'..='\u{9fff}' => Some(c),
        '〈' | '<' => Some('《'),
        '〉' | '>' => Some('》'),
        '“' | '”' | '"' | '＂' | '（' | '）' | '(' | ')' => None,
        c => (!c.is_whitespace()).then_some(c),
    }
}

/// Whether a day, or the bracket around it, may begin with `first`: its year is one from 1900 to 2199.
const fn may_begin_day(first: char) -> bool {
    matches!(first, '1' | '2' | '１' | '２' | '一' | '壹' | '二' | '贰' | '貳' | '两' | '兩' | '（' | '）' | '(' | ')')
}

/// Whether a day, or the bracket around it, may end with `last`.
const fn may_end_day(last: char) -> bool {
    matches!(last, '日' | '号' | '0'..='9' | '０'..='９' | '（' | '）' | '(' | ')')
}

/// Whether a document number, the brackets around it or the order that it names may end with `last`.
const fn may_end_number(last: char) -> bool {
    matches!(last, '号' | '令' | '告' | '）' | ')') || last.is_whitespace()
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
    let Some(names) = line.strip_suffix(is_colon) else { return false };
    let marked = |c: char| matches!(c, '。' | '《' | '：' | ':' | '！');
    let last = names.rsplit(['，', '、', ',', '；']).next().unwrap_or(names);
    names.len() < 400 * 4 && is_addressee(last) && (2..400).contains(&names.chars().count()) && !names.contains(marked)
}

/// Those to whom the document goes, where `line`, which stands right under the title, lists them, though its last name
/// tells nothing (科技部、江北生产建设兵团：), or without the colon that GB/T 9704-2012, 7.3.2 asks for.
pub(super) fn address_list(line: &str, facts: &Facts) -> Option<Vec<Range<usize>>> {
    let names = line.trim_end_matches(is_colon);
    if names.len() >= 1200
        || facts.has(Signs::STOP | Signs::QUOTE | Signs::BANG | Signs::SEMICOLON)
        || facts.has_colon() && names.contains(is_colon)
    {
        return None;
    }
    let closed = names.len() < line.len();
    let parts = agency::split_list(names);
    let short = || parts.iter().all(|part| names[part.clone()].chars().count() <= 30);
    if parts.len() <= usize::from(closed) || !short() {
        return None;
    }
    let organs = parts.iter().filter(|part| is_addressee(&names[(*part).clone()])).count();
    let all = organs == parts.len() && (parts.len() > 1 || names.starts_with('各'));
    (all || closed && organs * 2 >= parts.len()).then_some(parts)
}

/// Whether `name` ends as those do to whom documents are addressed: organs, members, people.
pub(super) fn is_addressee(name: &str) -> bool {
    const PEOPLE: &[&str] = joined!(
        picked!(posts: addressed),
        &[
            "代表",
            "职工",
            "教工",
            "员工",
            "教师",
            "业主",
            "住户",
            "读者",
            "用户",
            "客户",
            "旅客",
            "朋友",
            "市民",
            "居民",
            "群众",
            "纳税人",
            "家长",
            "同学",
            "考生",
            "学生",
            "经营者",
            "商户",
            "师生",
            "会员",
            "人员",
            "各县",
            "各区",
            "负责人",
            "班主任",
            "辅导员",
            "支部",
            "年级",
            "毕业班",
            "学区"
        ]
    );
    // 主办单位：, 填报单位： are fields
    const PARTS: [&str; 30] = [
        "主办", "承办", "协办", "建设", "填报", "责任", "牵头", "配合", "实施", "采购", "招标", "申报", "统计", "用人", "发文", "报送",
        "编制", "指导", "联系", "项目", "推荐", "工作", "所在", "主管", "受理", "解读", "发布", "公开", "咨询", "监督",
    ];
    const BODIES: [&str; 4] = ["单位", "部门", "机关", "机构"];
    // brackets may stand behind them
    static LAST: Characters = Characters::last_of(joined!(&BODIES, &["）", ")", "〉", "》"]));
    let field = || {
        if !name.ends_with(|c| LAST.may_have(c)) {
            return false;
        }
        let words = without_bracket(name.rsplit(char::is_whitespace).next().unwrap_or(name));
        let part = short::before(words, &BODIES);
        // 单位（盖章）： is one of a form
        part.is_some_and(|part| PARTS.contains(&part) || (part.is_empty() && name.ends_with(['）', ')'])))
    };
    const TELLS: [&str; 11] = ["如下", "通知", "公告", "决定", "事项", "要求", "附件", "联系人", "时间", "地点", "电话"];
    let places = || {
        name.starts_with('各')
            && name.ends_with(['市', '县', '区', '镇', '乡', '村', '州', '盟', '旗', '省', '系', '班', '队', '厂', '矿', '）', ')'])
    };
    let people = || name.ends_with('们') && !name.ends_with("同志们") || short::ends_with(name, PEOPLE);
    let named = agency::ends_like_organ(name) || people() || places();
    named && !short::ends_with(name, &TELLS) && !field()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let text = Text::read(text.to_owned());
        Lines::new(&text).words.into_iter().map(str::to_owned).collect()
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
        let listed = |line: &str| address_list(line, &Facts::of(line)).is_some();
        assert!(is_day("2022年3月21日") && is_day("二〇二二年三月二十一日") && is_day("2022-03-21"));
        assert!(!is_day("2022年3月21日前") && !is_day("2022年"));
        assert!(is_number("海医保〔2022〕10号") && is_number("（皖开放办〔2022〕6号）") && is_number("第12号"));
        assert!(!is_number("根据海医保〔2022〕10号文件"));
        assert!(is_address("各县（区）教育局，各有关单位：") && is_address("王小明委员："));
        assert!(!is_address("现将有关事项通知如下：") && !is_address("联系人：") && !is_address("填报单位（盖章）："));
        assert!(listed("省科技厅、海川市人民政府、江北生产建设兵团：") && listed("各县（区）教育局，市直各学校"));
        assert!(!listed("海川市教育局") && !listed("现将有关事项通知如下：") && !listed("组长：李明远"));
    }
}
