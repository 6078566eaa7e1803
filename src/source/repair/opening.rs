//! How a paragraph begins and what a line of its own looks like: labels, dates, fields. Repairs never join
//! such a line to the one before. What these lines are to the document is for
//! [`structure`](crate::structure) to say.
//!
//! Labels are read here before blanks are mended, and by structure afterwards and in more shapes; `structure::label` says where
//! the two differ and why.

use super::chars::{is_blank, is_closing, is_figure, is_numeral, past_blanks, solid};
use crate::{
    lexicon::{Characters, joined, picked, short},
    pattern::{head, is_han},
    phrase::{
        division::{Division, division},
        numeral::{self, figure, integer, shares_noun},
    },
};

/// The shape and number of a section label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Labels of one series have one shape.
    pub shape: Shape,
    /// Its number.
    pub ordinal: u32,
    /// Its bytes.
    pub len: usize,
}

/// The shapes of labels, see [`structure::label`](crate::structure::label).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    /// 第一编, 第一部分.
    Book,
    /// 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// 第一条.
    Article,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracketed,
    /// 1.
    Arabic,
    /// （1）
    ArabicBracketed,
    /// 1）
    ArabicHalfBracketed,
    /// ①
    Circled,
}

/// How many shapes there are.
pub(super) const SHAPES: usize = Shape::Circled as usize + 1;

/// The label at the head of `text`; blanks inside do not matter.
pub(super) fn label(text: &str) -> Option<Label> {
    let first = text.chars().next()?;
    match first {
        '第' => ordinal_word(text),
        '（' | '(' => bracketed(text),
        '①'..='⑳' => Some(Label { shape: Shape::Circled, ordinal: first as u32 - '①' as u32 + 1, len: first.len_utf8() }),
        _ if is_numeral(first) => {
            let (ordinal, rest) = number(text)?;
            let rest = past_blanks(rest).strip_prefix(['、', '．']).filter(|rest| !shares_noun(rest))?;
            Some(Label { shape: Shape::Chinese, ordinal, len: text.len() - rest.len() })
        }
        _ if is_figure(first) => arabic(text),
        _ => None,
    }
}

/// 第三条, 第 1 0 条, 第二章.
fn ordinal_word(text: &str) -> Option<Label> {
    let (ordinal, rest) = number(past_blanks(text.strip_prefix('第')?))?;
    let rest = past_blanks(rest);
    let (division, behind) = division(rest)?;
    let shape = match division {
        Division::Article => Shape::Article,
        Division::Chapter => Shape::Chapter,
        Division::Section => Shape::Section,
        Division::Book | Division::Part => Shape::Book,
    };
    Some(Label { shape, ordinal, len: text.len() - behind.len() })
}

/// （一）, (1).
fn bracketed(text: &str) -> Option<Label> {
    let inner = past_blanks(&text[text.chars().next()?.len_utf8()..]);
    let (ordinal, rest) = number(inner)?;
    let rest = past_blanks(rest).strip_prefix(['）', ')'])?;
    let shape = if inner.starts_with(is_figure) { Shape::ArabicBracketed } else { Shape::ChineseBracketed };
    Some(Label { shape, ordinal, len: text.len() - rest.len() })
}

/// 1. or 1、 or 1）, but no decimal and no date.
fn arabic(text: &str) -> Option<Label> {
    let (ordinal, rest) = number(text)?;
    let mark = rest.chars().next()?;
    let after = &rest[mark.len_utf8()..];
    let shape = match mark {
        '．' | '.' if !after.starts_with(is_figure) && !after.is_empty() => Shape::Arabic,
        '、' => Shape::Arabic,
        '）' | ')' => Shape::ArabicHalfBracketed,
        _ => return None,
    };
    Some(Label { shape, ordinal, len: text.len() - after.len() })
}

/// A number under 10,000 at the head of `text`, in figures or words, its digits perhaps parted by blanks.
fn number(text: &str) -> Option<(u32, &str)> {
    let mut chars = text.chars();
    let (first, second) = (chars.next()?, chars.next());
    // most numbers of labels have one character
    if !second.is_some_and(|c| is_figure(c) || is_numeral(c) || is_blank(c))
        && let Some(value) = figure(first).or_else(|| under_hundred(std::iter::once(first)))
    {
        return Some((value, &text[first.len_utf8()..]));
    }
    let figures = is_figure(first);
    if !figures && !is_numeral(first) {
        return None;
    }
    let len = if figures { run(text, is_figure) } else { run(text, is_numeral) };
    let digits = text[..len].chars().filter(|c| !is_blank(*c));
    let value = if figures {
        digits.filter_map(figure).fold(0, |value, digit| value * 10 + u64::from(digit))
    } else {
        match under_hundred(digits) {
            Some(value) => value.into(),
            None => integer(&solid(&text[..len])).ok().filter(|(rest, _)| rest.is_empty())?.1,
        }
    };
    (value < 10_000).then(|| (value as u32, &text[len..]))
}

/// The numbers that most labels have, in words: 三, 十, 十二, 二十, 二十三.
fn under_hundred(mut digits: impl Iterator<Item = char>) -> Option<u32> {
    let digit = |c| numeral::digit(c).filter(|digit| *digit > 0);
    match [digits.next(), digits.next(), digits.next(), digits.next()] {
        [Some('十'), None, ..] => Some(10),
        [Some('十'), Some(one), None, _] => Some(10 + digit(one)?),
        [Some(one), None, ..] => digit(one),
        [Some(ten), Some('十'), None, _] if ten != '一' => Some(10 * digit(ten)?),
        [Some(ten), Some('十'), Some(one), None] if ten != '一' => Some(10 * digit(ten)? + digit(one)?),
        _ => None,
    }
}

/// The length of at most twelve characters of a kind, single blanks between them allowed.
fn run(text: &str, kind: impl Fn(char) -> bool) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices().take(12) {
        match c {
            _ if kind(c) => end = at + c.len_utf8(),
            _ if is_blank(c) => {}
            _ => break,
        }
    }
    end
}

/// Words before a colon that make a line a field of its own.
const FIELDS: &[&str] = joined!(
    picked!(contact_labels: phone | fax | mail | place | post | reach),
    picked!(page_labels: apart),
    &[
        "抄送",
        "抄报",
        "主送",
        "签发人",
        "责任单位",
        "牵头单位",
        "配合单位",
        "责任部门",
        "牵头部门",
        "配合部门",
        "完成时限",
        "完成时间",
        "时间",
        "地点",
        "附件",
        "附",
        "备注",
        "公开属性",
    ],
);
static LAST: Characters = Characters::last_of(joined!(FIELDS, REACH));

/// Whether `text` is a field: a known word and a colon at its head, or 附件 and its number.
pub(super) fn is_field(text: &str) -> bool {
    const LONGEST: usize = 10;
    if text.starts_with('附') && is_attachment_mark(text) {
        return true;
    }
    let (bytes, mut at) = (text.as_bytes(), 0);
    for _ in 0..LONGEST {
        at += match bytes.get(at) {
            Some(0xe4..=0xe9) => 3,
            Some(b':') => break,
            Some(0xef) if bytes[at..].starts_with("：".as_bytes()) => break,
            Some(0..0x80) => 1,
            Some(0..0xe0) => 2,
            Some(0..0xf0) => 3,
            Some(_) => 4,
            None => return false,
        };
    }
    let (word, rest) = text.split_at(at);
    rest.starts_with(['：', ':']) && word.trim_end_matches(is_blank).ends_with(|c| LAST.may_have(c)) && is_field_word(&solid(word))
}

/// Words with which such words end.
const REACH: &[&str] = &["电话", "地址", "邮箱", "传真"];

/// Whether a line that begins with `word` and a colon is a field: also 监督电话, 来信地址.
fn is_field_word(word: &str) -> bool {
    let reach = short::ends_with(word, REACH);
    reach && word.chars().all(is_han) && word.chars().count() <= 6 || FIELDS.contains(&word)
}

/// Whether a field, see [`is_field`], may stand in a sentence as well: 地点：, 电话：
pub(super) fn is_inner(field: &str) -> bool {
    const WORDS: [&str; 9] = ["电话", "地址", "邮箱", "传真", "邮编", "时间", "地点", "联系人", "方式"];
    field.split(['：', ':']).next().is_some_and(|word| short::ends_with(word, &WORDS))
}

/// 附件, 附件1, 附件一 on a line of their own or before a colon.
fn is_attachment_mark(text: &str) -> bool {
    let head = solid(head(text, 10));
    let Some(rest) = head.strip_prefix("附件") else { return false };
    let rest = rest.trim_start_matches(|c| is_figure(c) || is_numeral(c));
    rest.starts_with(['：', ':']) || (rest.is_empty() && text.chars().count() <= 10)
}

/// Whether `text` is nothing but a date: `2022年3月21日`, `二〇二二年三月二十一日`, `2022-03-21`; 印发 may follow.
pub(super) fn is_date(text: &str) -> bool {
    let numeral = |c: char| is_figure(c) || is_numeral(c);
    if text.len() > 60 || !text.starts_with(numeral) || !text.ends_with(|c| matches!(c, '日' | '发') || numeral(c) || is_blank(c)) {
        return false;
    }
    let mut chars = text.chars().filter(|c| !is_blank(*c)).peekable();
    for part in 0..3 {
        if chars.next_if(|c| numeral(*c)).is_none() {
            return false;
        }
        while chars.next_if(|c| numeral(*c)).is_some() {}
        if part < 2 && chars.next_if(|c| matches!(c, '年' | '月' | '-' | '.' | '/')).is_none() {
            return false;
        }
    }
    while chars.next_if_eq(&'日').is_some() {}
    while chars.next_if_eq(&'印').is_some() {
        if chars.next() != Some('发') {
            return false;
        }
    }
    chars.next().is_none()
}

/// Whether `text` is a document number on a line of its own: 海教发〔2022〕10号.
pub(super) fn is_doc_number(text: &str) -> bool {
    text.len() <= 90
        && text.ends_with('号')
        && text.starts_with(is_han)
        && text.contains(['〔', '[', '［', '（', '('])
        && text.trim_end_matches('号').trim_end_matches(is_blank).ends_with(is_figure)
}

/// Whether `text` addresses organs or people: 各有关单位：
pub(super) fn is_salutation(text: &str) -> bool {
    let Some(addressed) = text.strip_suffix(['：', ':']).map(|text| text.trim_end_matches(is_blank)) else { return false };
    addressed.ends_with(|c| ends_addressee(c) || is_closing(c)) && !addressed.contains(['。', '；']) && !is_field(addressed)
}

/// Whether the name of an organ or of people may end with `c`.
const fn ends_addressee(c: char) -> bool {
    matches!(
        c,
        '位' | '府'
            | '局'
            | '委'
            | '会'
            | '门'
            | '处'
            | '厅'
            | '院'
            | '校'
            | '室'
            | '司'
            | '组'
            | '办'
            | '部'
            | '企'
            | '构'
            | '所'
            | '队'
            | '社'
            | '乡'
            | '镇'
            | '县'
            | '区'
            | '市'
            | '村'
            | '心'
            | '关'
            | '者'
            | '民'
            | '志'
            | '人'
    )
}

/// Whether `text` begins with a numbered word: 项目1. or 步骤二：
fn is_numbered(text: &str) -> bool {
    let word = ["项目", "步骤", "任务", "专栏", "案例"].into_iter().find_map(|word| text.strip_prefix(word));
    let numeral = |c: char| is_figure(c) || is_numeral(c);
    let rest = word.filter(|rest| rest.starts_with(numeral)).map(|rest| rest.trim_start_matches(numeral));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '．', '、', '：', ':']))
}

/// Whether a line that begins so never goes on with the line before.
pub(super) fn is_own_line(text: &str) -> bool {
    is_field(text) || is_date(text) || is_apart(text)
}

/// Whether `text` is a line of its own that is no field and no date.
pub(super) fn is_apart(text: &str) -> bool {
    match text.chars().next_back() {
        Some('号') if is_doc_number(text) => return true,
        Some('发') if is_imprint(text) => return true,
        _ => {}
    }
    match text.chars().next() {
        Some('项' | '步' | '任' | '专' | '案') => is_numbered(text),
        Some('等') => is_grade(text),
        _ => false,
    }
}

/// Whether `text` is the line of a telegram that its title follows: 等级：特急　海政电〔2024〕1号　机发3号
pub(super) fn is_grade(text: &str) -> bool {
    let grade = text.strip_prefix('等').and_then(|rest| past_blanks(rest).strip_prefix('级'));
    grade.is_some_and(|rest| past_blanks(rest).starts_with(['：', ':']))
}

/// Whether `text` says who printed and when: 海川市人民政府办公室　2022年3月21日印发
fn is_imprint(text: &str) -> bool {
    let day = text.strip_suffix("印发").filter(|rest| text.len() <= 180 && rest.trim_end_matches(is_blank).ends_with('日'));
    day.is_some_and(|rest| rest.contains('年') && rest.contains('月') && !rest.contains(['，', '。', '；', '《']))
}

/// Words that end a title.
pub(super) const TITLES: &[&str] = picked!(genres: line);

/// Whether `text` ends like a title and holds no sentence.
pub(super) fn is_title_end(text: &str) -> bool {
    static LAST: Characters = Characters::last_of(TITLES);
    // （试行）, （2022—2024年）
    let words = match text.chars().next_back() {
        Some('）' | ')') => text.rfind(['（', '(']).map_or(text, |at| &text[..at]),
        Some(c) if LAST.may_have(c) => text,
        _ => return false,
    };
    short::ends_with(words, TITLES) && !text.contains(['，', '。', '；', '：'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_all_shapes() {
        for (text, shape, ordinal) in [
            ("一、总体要求", Shape::Chinese, 1),
            ("十 二 、附则", Shape::Chinese, 12),
            ("（ 三 ）加强", Shape::ChineseBracketed, 3),
            ("(四)保障", Shape::ChineseBracketed, 4),
            ("1. 开展", Shape::Arabic, 1),
            ("１２．开展", Shape::Arabic, 12),
            ("3、开展", Shape::Arabic, 3),
            ("（5）开展", Shape::ArabicBracketed, 5),
            ("6）开展", Shape::ArabicHalfBracketed, 6),
            ("⑦开展", Shape::Circled, 7),
            ("第 1 0 条 本办法", Shape::Article, 10),
            ("第二十一条", Shape::Article, 21),
            ("第三章　附则", Shape::Chapter, 3),
            ("第一部分 概况", Shape::Book, 1),
        ] {
            let found = label(text).map(|l| (l.shape, l.ordinal));
            assert_eq!(found, Some((shape, ordinal)), "{text}");
        }
    }

    #[test]
    fn fields_are_known_by_their_last_character() {
        for word in FIELDS {
            assert!(word.ends_with(|c| LAST.may_have(c)) && is_field(&format!("{word}：")), "{word}");
        }
        assert!(is_field("监督电 话：") && is_field("附件1") && !is_field("工作要求：") && !is_field("附件材料"));
    }

    #[test]
    fn small_numbers_are_those_of_words() {
        let numerals: Vec<char> = "一二三四五六七八九十百〇零两O".chars().collect();
        let two: Vec<String> = numerals.iter().flat_map(|a| numerals.iter().map(move |b| format!("{a}{b}"))).collect();
        let three: Vec<String> = two.iter().flat_map(|a| numerals.iter().map(move |b| format!("{a}{b}"))).collect();
        for word in numerals.iter().map(char::to_string).chain(two).chain(three) {
            let value = integer(&word).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, value)| value);
            assert!(under_hundred(word.chars()).is_none_or(|small| Some(u64::from(small)) == value), "{word}");
        }
    }

    #[test]
    fn figures_that_are_no_labels() {
        for text in ["3.5亿元", "2022年", "一是加强", "第三季度", "（试行）", "2021.11.5", "十四五", "第二类", "1", ""]
        {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn salutations() {
        for text in ["各县（市、区）人民政府，市政府各部门：", "省气象局:", "各区（县）："] {
            assert!(is_salutation(text), "{text}");
        }
        for text in ["现将有关事项通知如下：", "各有关单位", "请认真执行。各单位："] {
            assert!(!is_salutation(text), "{text}");
        }
    }

    #[test]
    fn lines_of_their_own() {
        for text in
            ["联 系 人：李明远", "附件 1：", "附件2", "2024 年 5 月 6 日", "二〇二二年三月五日", "2022-03-21", "海教发〔2022〕 10 号"]
        {
            assert!(is_own_line(text), "{text}");
        }
        for text in ["工作任务：加强", "附件材料齐全", "2022年3月21日前报送", "根据海教发〔2022〕10号，", "2022年", "项目1个"]
        {
            assert!(!is_own_line(text), "{text}");
        }
    }
}
