//! Section labels at the head of a paragraph: 第一章, 第三条, 一、, （一）, 1., （1）, 1）, ①, 项目1, 步骤一.
//!
//! GB/T 9704-2012, 7.3.3 names four levels (一、 （一） 1. （1）); 编 章 节 条 are those of laws; the others are
//! common in practice. A label here is only a *shape*: whether it opens a section is decided by its place in
//! the numbering (`outline`), since `二、三季度` and `3.5亿元` look alike. Items within a
//! paragraph (一是…二是…) are no labels.
//!
//! Repairs have a grammar of their own for what a row begins with (`source::repair::opening`): they see the text before its
//! blanks are mended, so that digits may be set apart, and ask only whether a row may begin a paragraph. So they take no
//! label of several numbers (2.1), no noun and its number (项目1), no sign that holds a label (㈠), and look at nothing
//! behind it. What both read alike, the divisions of a law, is in `phrase::division`.

use super::step::{is_figure, maybe, past_blanks};
use crate::lexicon::short;
use crate::phrase::{
    Parsed,
    division::{Division, division},
    numeral,
};

/// The shape of a label, in the order of the levels that they usually have. 层次序数的样式，按通常的层次排列。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// 第一编, 第一篇.
    Book,
    /// 第一部分.
    Division,
    /// 第一章.
    Chapter,
    /// 第一节.
    SubChapter,
    /// 第一条, 第一百二十条之一.
    Article,
    /// 项目1, 步骤一.
    Named,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracketed,
    /// 1.
    Arabic,
    /// 2.1, 2.1.3
    Decimal,
    /// （1）
    ArabicBracketed,
    /// 1）
    ArabicHalfBracketed,
    /// ①
    Circled,
}

/// A label read from the head of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'i> {
    /// As written, without the mark that closes it.
    pub text: &'i str,
    /// Its shape.
    pub style: Style,
    /// Its number.
    pub ordinal: u32,
}

impl Style {
    /// Whether the label closes with a mark of its own, so that running text seldom begins like it.
    pub(super) const fn is_strong(self) -> bool {
        !matches!(self, Self::Arabic | Self::Decimal | Self::ArabicHalfBracketed | Self::Named)
    }

    /// Whether it is one of the levels of a law that stand above its articles, whose order is fixed.
    pub(super) const fn is_division(self) -> bool {
        matches!(self, Self::Book | Self::Chapter | Self::SubChapter)
    }
}

/// Reads a label at the head of `i`, with the mark and the blanks that follow it.
pub fn label(i: &str) -> Parsed<'_, Label<'_>> {
    let (label, rest) = read(i).ok_or(nom::Err::Error(()))?;
    Ok((rest, label))
}

/// A label and what stands behind it.
type Read<'i> = Option<(Label<'i>, &'i str)>;

/// Its first character tells which shape a label may have.
fn read(i: &str) -> Read<'_> {
    let first = i.chars().next()?;
    match first {
        '第' => closed(statute(i)?),
        '（' | '(' => closed(bracketed(i)?),
        '①'..='⑳' | '⑴'..='⒇' | '⒈'..='⒛' | '㈠'..='㈩' => closed(enclosed(i, first)),
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '—' => chinese(i),
        '0'..='9' | '０'..='９' => figures(i),
        '项' | '步' | '任' | '专' | '阶' => noun_and_number(i),
        _ => None,
    }
}

/// A label that closes itself, and the mark that is written behind it all the same.
fn closed<'i>((label, rest): (Label<'i>, &'i str)) -> Read<'i> {
    let rest = past_blanks(rest);
    let rest = maybe(rest, |c| matches!(c, '、' | '.' | '．' | '，' | ',' | '：' | ':'));
    Some((label, past_blanks(rest)))
}

/// What stands before `rest`, with which `i` ends.
fn before<'i>(i: &'i str, rest: &str) -> &'i str {
    &i[..i.len() - rest.len()]
}

const fn closes(c: char) -> bool {
    matches!(c, '）' | ')')
}

const fn is_point(c: char) -> bool {
    matches!(c, '.' | '．')
}

fn starts_with_figure(i: &str) -> bool {
    i.starts_with(is_figure)
}

/// A number in words or figures, and what stands behind it.
fn ordinal(i: &str) -> Option<(u32, &str)> {
    if let Some(found) = alone(i) {
        return Some(found);
    }
    let number = if starts_with_figure(i) { numeral::figures(i) } else { numeral::words(i) };
    let (rest, n) = number.ok()?;
    u32::try_from(n).ok().filter(|n| (1..2000).contains(n)).map(|n| (n, rest))
}

/// A numeral from 一 to 十 that no other follows, and what stands behind it: most labels in words have one.
fn alone(i: &str) -> Option<(u32, &str)> {
    let mut signs = i.chars();
    let value = match signs.next()? {
        '十' => 10,
        c => numeral::digit(c).filter(|digit| *digit > 0)?,
    };
    let rest = signs.as_str();
    (!rest.starts_with(numeral::is_numeral)).then_some((value, rest))
}

/// A number under 200, and what stands behind it.
fn small_ordinal(i: &str) -> Option<(u32, &str)> {
    ordinal(i).filter(|(n, _)| *n < 200)
}

/// 第一章, 第三条, 第一百二十条之一, 第一部分. A comma behind it means running text (第五条，…).
fn statute(i: &str) -> Option<(Label<'_>, &str)> {
    let (ordinal, rest) = ordinal(i.strip_prefix('第')?)?;
    let (division, rest) = division(rest)?;
    let style = match division {
        Division::Book => Style::Book,
        Division::Part => Style::Division,
        Division::Chapter => Style::Chapter,
        Division::Section => Style::SubChapter,
        Division::Article => Style::Article,
    };
    let rest = rest.strip_prefix('之').and_then(|inserted| Some(numeral::words(inserted).ok()?.0)).unwrap_or(rest);
    let runs_on = match rest.chars().next() {
        Some('第' | '、' | '和' | '至' | '的' | '规' | '，' | '款' | '或' | '及' | '—') => true,
        Some('中') => rest.starts_with("中的"),
        _ => false,
    };
    (!runs_on).then(|| (Label { text: before(i, rest), style, ordinal }, rest))
}

/// （一） or （1）.
fn bracketed(i: &str) -> Option<(Label<'_>, &str)> {
    let inner = i.strip_prefix(|c| matches!(c, '（' | '('))?;
    let in_figures = starts_with_figure(inner);
    let (ordinal, rest) = ordinal(inner)?;
    let (style, beyond) = if in_figures { (Style::ArabicBracketed, 1000) } else { (Style::ChineseBracketed, 200) };
    let rest = rest.strip_prefix(closes)?;
    (ordinal < beyond).then(|| (Label { text: before(i, rest), style, ordinal }, rest))
}

/// ①, and the signs that hold a whole label in one character: ㈠ is （一）, ⑴ is （1）, ⒈ is 1.
fn enclosed(i: &str, sign: char) -> (Label<'_>, &str) {
    let (style, first) = match sign {
        '①'..='⑳' => (Style::Circled, '①'),
        '⑴'..='⒇' => (Style::ArabicBracketed, '⑴'),
        '⒈'..='⒛' => (Style::Arabic, '⒈'),
        _ => (Style::ChineseBracketed, '㈠'),
    };
    let (text, rest) = i.split_at(sign.len_utf8());
    (Label { text, style, ordinal: sign as u32 - first as u32 + 1 }, rest)
}

/// The labels that begin with a figure.
fn figures(i: &str) -> Read<'_> {
    let (rest, n) = numeral::figures(i).ok().filter(|(_, n)| (1..1000).contains(n))?;
    let label = |style| Label { text: before(i, rest), style, ordinal: n as u32 };
    if let Some(rest) = rest.strip_prefix(closes) {
        return closed((label(Style::ArabicHalfBracketed), rest));
    }
    match arabic(rest) {
        Some(rest) => Some((label(Style::Arabic), rest)),
        None if n < 100 => decimal(i, rest),
        None => None,
    }
}

/// 1. 1． 1、 and not 1.5 or 2022.3: what stands behind the mark; a bare figure is no label.
fn arabic(behind: &str) -> Option<&str> {
    let behind = past_blanks(behind);
    if let Some(rest) = behind.strip_prefix('、') {
        return Some(past_blanks(rest));
    }
    let rest = behind.strip_prefix(is_point)?;
    (!starts_with_figure(rest) || time_follows(rest) || count_follows(rest)).then(|| past_blanks(rest))
}

/// 2.1 or 2.1.3 before a word; not 3.5亿元, 2022.3.21 or 1.5倍.
fn decimal<'i>(i: &'i str, behind: &'i str) -> Read<'i> {
    let step = |i: &'i str| numeral::figures(i.strip_prefix(is_point)?).ok().filter(|(_, n)| (1..100).contains(n));
    let (mut rest, mut last) = step(behind)?;
    while let Some((after, n)) = step(rest) {
        (rest, last) = (after, n);
    }
    let label = Label { text: before(i, rest), style: Style::Decimal, ordinal: last as u32 };
    let blank = rest.starts_with(char::is_whitespace);
    let rest = past_blanks(rest);
    // 7.1、供应商…, and not 2.1、3.5倍
    let closed = rest.strip_prefix('、').filter(|rest| !starts_with_figure(rest));
    let rest = closed.unwrap_or(rest);
    let word = !rest.is_empty() && (blank || !rest.starts_with(counts));
    word.then_some((label, rest))
}

/// Whether `c` may stand right behind an amount: 3.5亿元, 1.5倍.
#[rustfmt::skip]
const fn counts(c: char) -> bool {
    matches!(
        c,
        '万' | '亿' | '元' | '个' | '倍' | '年' | '月' | '日' | '%' | '％' | '点' | '级' | '度' | '米' | '公' | '吨'
        | '亩' | '千' | '百' | '折' | '/' | '-' | '—' | '~' | '～' | '至'
    )
}

/// `1.2023年…`, `1.5月10日前…`: a year or month right behind the mark is text and no decimal place. A day may be one: 6.15日前.
fn time_follows(i: &str) -> bool {
    numeral::figures(i).is_ok_and(|(rest, number)| match rest.chars().next() {
        Some('年') => (1900..2200).contains(&number),
        Some('月') => (1..=12).contains(&number),
        _ => false,
    })
}

/// `3.3家单位…`: so is a number of what is never halved; `2.1项目概况` begins with a noun.
fn count_follows(i: &str) -> bool {
    const NOUNS: [&str; 12] = ["项目", "名称", "名单", "名额", "场地", "场所", "所有", "所需", "所属", "家庭", "户籍", "户外"];
    let counts = |rest: &str| rest.starts_with(['家', '名', '所', '户', '项', '件', '场']) && !short::begins_with(rest, &NOUNS);
    numeral::figures(i).is_ok_and(|(rest, _)| counts(rest))
}

/// 一、 or 一. ; a dash is what scanners make of 一 before 、.
fn chinese(i: &str) -> Read<'_> {
    if let Some(rest) = i.strip_prefix('—') {
        let label = Label { text: "—", style: Style::Chinese, ordinal: 1 };
        return rest.strip_prefix('、').map(|rest| (label, past_blanks(rest)));
    }
    let (ordinal, rest) = small_ordinal(i)?;
    let text = before(i, rest);
    let rest = past_blanks(rest).strip_prefix(|c| c == '、' || is_point(c))?;
    Some((Label { text, style: Style::Chinese, ordinal }, past_blanks(rest)))
}

/// 项目1. 步骤一： and their like: a noun that numbers pieces of a text, its number and a mark or nothing behind.
fn noun_and_number(i: &str) -> Read<'_> {
    let noun = ["项目", "步骤", "任务", "专栏", "阶段"].iter().find_map(|noun| i.strip_prefix(noun))?;
    let (ordinal, rest) = small_ordinal(past_blanks(noun))?;
    let label = Label { text: before(i, rest), style: Style::Named, ordinal };
    let rest = past_blanks(rest);
    match rest.strip_prefix(['.', '．', '、', '：', ':']) {
        Some(rest) => (!starts_with_figure(rest)).then(|| (label, past_blanks(rest))),
        None => rest.is_empty().then_some((label, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Style, u32, &str, &str)> {
        label(text).ok().map(|(rest, l)| (l.style, l.ordinal, l.text, rest))
    }

    #[test]
    fn shapes() {
        use Style::*;
        for (text, style, ordinal, written, rest) in [
            ("第一章　总　则", Chapter, 1, "第一章", "总　则"),
            ("第十二条 本办法", Article, 12, "第十二条", "本办法"),
            ("第一百二十条之一 在", Article, 120, "第一百二十条之一", "在"),
            ("一、总体要求", Chinese, 1, "一", "总体要求"),
            ("十一、 其他", Chinese, 11, "十一", "其他"),
            ("（一）压实责任。", ChineseBracketed, 1, "（一）", "压实责任。"),
            ("(二十一) 加强", ChineseBracketed, 21, "(二十一)", "加强"),
            ("（1）、涉及", ArabicBracketed, 1, "（1）", "涉及"),
            ("1. 开展", Arabic, 1, "1", "开展"),
            ("１．清单", Arabic, 1, "１", "清单"),
            ("2、印制", Arabic, 2, "2", "印制"),
            ("1.2023年度", Arabic, 1, "1", "2023年度"),
            ("1.5月10日前，", Arabic, 1, "1", "5月10日前，"),
            ("3．12月底", Arabic, 3, "3", "12月底"),
            ("3.3家单位", Arabic, 3, "3", "3家单位"),
            ("3）建立", ArabicHalfBracketed, 3, "3", "建立"),
            ("①上年度", Circled, 1, "①", "上年度"),
            ("㈡办理", ChineseBracketed, 2, "㈡", "办理"),
            ("项目1.", Named, 1, "项目1", ""),
            ("步骤二：提交", Named, 2, "步骤二", "提交"),
            ("2.1 项目概况", Decimal, 1, "2.1", "项目概况"),
            ("2.1项目概况", Decimal, 1, "2.1", "项目概况"),
            ("2.1、项目概况", Decimal, 1, "2.1", "项目概况"),
            ("4.1.12请于", Decimal, 12, "4.1.12", "请于"),
            ("第一部分 概况", Division, 1, "第一部分", "概况"),
        ] {
            assert_eq!(read(text), Some((style, ordinal, written, rest)), "{text}");
        }
    }

    #[test]
    fn not_labels() {
        for text in
            ["3.5亿元", "2022.3.21", "2022年", "第五条第二款规定", "第三条、第四条", "十五日内", "项目实施单位", "（试行）", "", "第"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    /// Every number that each shape takes, in words and in figures, and none above.
    #[test]
    fn all_numbers_of_all_shapes() {
        use Style::*;
        let is = |text: String, style, n| {
            let written = text.strip_suffix(['、', '.', '．', '：']).unwrap_or(&text).trim_end_matches(['）', ')']);
            let closed = matches!(style, ChineseBracketed | ArabicBracketed);
            let written = if closed { text.trim_end_matches('、') } else { written };
            assert_eq!(read(&format!("{text}总")), Some((style, n, written, "总")), "{text}");
        };
        for n in 1..2000 {
            let words = numeral::to_words(n).expect("under 10,000");
            for (unit, style) in [("编", Book), ("篇", Book), ("部分", Division), ("章", Chapter), ("节", SubChapter), ("条", Article)]
            {
                is(format!("第{words}{unit}"), style, n);
                is(format!("第{n}{unit}"), style, n);
            }
            is(format!("第{words}条之一"), Article, n);
            is(format!("第一百二十条之{words}"), Article, 120);
        }
        for n in 1..1000 {
            for mark in ["、", ".", "．"] {
                is(format!("{n}{mark}"), Arabic, n);
            }
            for bracketed in [format!("（{n}）"), format!("({n})"), format!("（{n}）、")] {
                is(bracketed, ArabicBracketed, n);
            }
            is(format!("{n}）"), ArabicHalfBracketed, n);
        }
        for n in 1..200 {
            let words = numeral::to_words(n).expect("under 10,000");
            is(format!("{words}、"), Chinese, n);
            for bracketed in [format!("（{words}）"), format!("({words})"), format!("（{words}）、")] {
                is(bracketed, ChineseBracketed, n);
            }
            for noun in ["项目", "步骤", "任务", "专栏", "阶段"] {
                is(format!("{noun}{words}："), Named, n);
                is(format!("{noun}{n}："), Named, n);
            }
        }
        for (n, sign) in (1..).zip('①'..='⑳') {
            is(sign.to_string(), Circled, n);
        }
        for beyond in ["第二千条", "第2000条", "第零章", "1000.", "（1000）", "（二百）", "二百、", "项目二百：", "0.总"]
        {
            assert_eq!(read(beyond), None, "{beyond}");
        }
    }
}
