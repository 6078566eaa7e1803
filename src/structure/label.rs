//! Section labels at the head of a paragraph: 第一章, 第三条, 一、, （一）, 1., （1）, 1）, ①, 项目1, 步骤一.
//!
//! GB/T 9704-2012, 7.3.3 names four levels (一、 （一） 1. （1）); 编 章 节 条 are those of laws; the others are
//! common in practice. A label here is only a *shape*: whether it opens a section is decided by its place in
//! the numbering (`outline`), since `二、三季度` and `3.5亿元` look alike. Items within a
//! paragraph (一是…二是…) are no labels.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while},
    character::complete::{anychar, char, one_of},
    combinator::{opt, verify},
    sequence::{delimited, preceded},
};

use crate::phrase::{Parsed, numeral};

/// The shape of a label, in the order of the levels that they usually have. 层次序数的样式，按通常的层次排列。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// 第一编.
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
    match i.chars().next() {
        Some('第') => closed(statute, i),
        Some('（' | '(') => closed(bracketed, i),
        Some('①'..='⑳' | '⑴'..='⒇' | '⒈'..='⒛' | '㈠'..='㈩') => closed(enclosed, i),
        Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '—') => chinese(i),
        Some(c) if numeral::figure(c).is_some() => half_bracketed(i).or_else(|_| arabic(i)).or_else(|_| decimal(i)),
        _ => named(i),
    }
}

/// A label that closes itself, and the mark that is written behind it all the same.
fn closed<'i>(label: impl Fn(&'i str) -> Parsed<'i, Label<'i>>, i: &'i str) -> Parsed<'i, Label<'i>> {
    let (rest, label) = label(i)?;
    mark0(rest).map(|(rest, ())| (rest, label))
}

fn ordinal(i: &str) -> Parsed<'_, u32> {
    let (rest, n) = alt((numeral::figures, numeral::words)).parse(i)?;
    u32::try_from(n).ok().filter(|n| (1..2000).contains(n)).map(|n| (rest, n)).ok_or(nom::Err::Error(()))
}

fn chinese_ordinal(i: &str) -> Parsed<'_, u32> {
    verify(ordinal, |_| i.chars().next().is_some_and(|c| numeral::figure(c).is_none())).parse(i)
}

fn arabic_ordinal(i: &str) -> Parsed<'_, u32> {
    verify(numeral::figures, |n| (1..1000).contains(n)).map(|n| n as u32).parse(i)
}

fn mark0(i: &str) -> Parsed<'_, ()> {
    let (rest, _) = preceded(blanks, opt(one_of("、.．，,：:"))).parse(i)?;
    blanks.map(|_| ()).parse(rest)
}

fn blanks(i: &str) -> Parsed<'_, &str> {
    take_while(char::is_whitespace).parse(i)
}

/// 第一章, 第三条, 第一百二十条之一, 第一部分. A comma behind it means running text (第五条，…).
fn statute(i: &str) -> Parsed<'_, Label<'_>> {
    let unit = alt((
        tag("编").map(|_| Style::Book),
        tag("部分").map(|_| Style::Division),
        tag("章").map(|_| Style::Chapter),
        tag("节").map(|_| Style::SubChapter),
        tag("条").map(|_| Style::Article),
    ));
    let (rest, (_, ordinal, style)) = (char('第'), ordinal, unit).parse(i)?;
    let (rest, _) = opt(preceded(tag("之"), numeral::words)).parse(rest)?;
    if rest.starts_with(['第', '、', '和', '至', '的', '规', '，', '款', '或', '及', '—']) || rest.starts_with("中的") {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Label { text: &i[..i.len() - rest.len()], style, ordinal }))
}

/// （一） or （1）.
fn bracketed(i: &str) -> Parsed<'_, Label<'_>> {
    let (rest, (style, ordinal)) = delimited(
        one_of("（("),
        alt((
            arabic_ordinal.map(|n| (Style::ArabicBracketed, n)),
            verify(chinese_ordinal, |n| *n < 200).map(|n| (Style::ChineseBracketed, n)),
        )),
        one_of("）)"),
    )
    .parse(i)?;
    Ok((rest, Label { text: &i[..i.len() - rest.len()], style, ordinal }))
}

/// ①, and the signs that hold a whole label in one character: ㈠ is （一）, ⑴ is （1）, ⒈ is 1.
fn enclosed(i: &str) -> Parsed<'_, Label<'_>> {
    let (rest, sign) = anychar.parse(i)?;
    let (style, first) = match sign {
        '①'..='⑳' => (Style::Circled, '①'),
        '⑴'..='⒇' => (Style::ArabicBracketed, '⑴'),
        '⒈'..='⒛' => (Style::Arabic, '⒈'),
        _ => (Style::ChineseBracketed, '㈠'),
    };
    Ok((rest, Label { text: &i[..sign.len_utf8()], style, ordinal: sign as u32 - first as u32 + 1 }))
}

/// 1. 1． 1、 and not 1.5 or 2022.3; a bare figure is no label.
fn arabic(i: &str) -> Parsed<'_, Label<'_>> {
    let (rest, n) = arabic_ordinal(i)?;
    let text = &i[..i.len() - rest.len()];
    let (rest, mark) = preceded(blanks, one_of(".．、")).parse(rest)?;
    if mark != '、' && rest.chars().next().is_some_and(|c| numeral::figure(c).is_some()) && !year_follows(rest) {
        return Err(nom::Err::Error(()));
    }
    let (rest, _) = blanks(rest)?;
    Ok((rest, Label { text, style: Style::Arabic, ordinal: n }))
}

/// 2.1 or 2.1.3 before a word; not 3.5亿元, 2022.3.21 or 1.5倍.
fn decimal(i: &str) -> Parsed<'_, Label<'_>> {
    let step = |i| preceded(one_of(".．"), verify(numeral::figures, |n| (1..100).contains(n))).parse(i);
    let (rest, _) = verify(numeral::figures, |n| (1..100).contains(n)).parse(i)?;
    let (mut rest, mut last) = step(rest)?;
    while let Ok((after, n)) = step(rest) {
        (rest, last) = (after, n);
    }
    let text = &i[..i.len() - rest.len()];
    let (rest, gap) = blanks(rest)?;
    let unit = "万亿元个倍年月日%％点级度米公吨亩千百折/-—~～至";
    if gap.is_empty() && rest.starts_with(|c: char| unit.contains(c)) || rest.is_empty() {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Label { text, style: Style::Decimal, ordinal: last as u32 }))
}

/// `1.2023年…`: a year right behind the mark is text and no decimal place.
fn year_follows(i: &str) -> bool {
    numeral::figures(i).is_ok_and(|(rest, year)| (1900..2200).contains(&year) && rest.starts_with('年'))
}

/// 1） or 1).
fn half_bracketed(i: &str) -> Parsed<'_, Label<'_>> {
    let (rest, ordinal) = arabic_ordinal(i)?;
    let text = &i[..i.len() - rest.len()];
    let (rest, ()) = preceded(one_of("）)"), mark0).parse(rest)?;
    Ok((rest, Label { text, style: Style::ArabicHalfBracketed, ordinal }))
}

/// 一、 or 一. ; a dash is what scanners make of 一 before 、.
fn chinese(i: &str) -> Parsed<'_, Label<'_>> {
    if let Some(rest) = i.strip_prefix("—、") {
        return Ok((rest.trim_start(), Label { text: "—", style: Style::Chinese, ordinal: 1 }));
    }
    let (rest, n) = verify(chinese_ordinal, |n| *n < 200).parse(i)?;
    let text = &i[..i.len() - rest.len()];
    let (rest, _) = preceded(blanks, one_of("、.．")).parse(rest)?;
    let (rest, _) = blanks(rest)?;
    Ok((rest, Label { text, style: Style::Chinese, ordinal: n }))
}

/// 项目1. 步骤一： and their like: a noun that numbers pieces of a text, its number and a mark or nothing behind.
fn named(i: &str) -> Parsed<'_, Label<'_>> {
    let noun = alt((tag("项目"), tag("步骤"), tag("任务"), tag("专栏"), tag("阶段")));
    let (rest, (_, _, n)) = (noun, blanks, verify(ordinal, |n| *n < 200)).parse(i)?;
    let text = &i[..i.len() - rest.len()];
    let (rest, closed) = preceded(blanks, opt(one_of(".．、：:"))).parse(rest)?;
    if closed.is_none() && !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return Err(nom::Err::Error(()));
    }
    if closed.is_some() && rest.chars().next().is_some_and(|c| numeral::figure(c).is_some()) {
        return Err(nom::Err::Error(()));
    }
    let (rest, _) = blanks(rest)?;
    Ok((rest, Label { text, style: Style::Named, ordinal: n }))
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
            ("3）建立", ArabicHalfBracketed, 3, "3", "建立"),
            ("①上年度", Circled, 1, "①", "上年度"),
            ("㈡办理", ChineseBracketed, 2, "㈡", "办理"),
            ("项目1.", Named, 1, "项目1", ""),
            ("步骤二：提交", Named, 2, "步骤二", "提交"),
            ("2.1 项目概况", Decimal, 1, "2.1", "项目概况"),
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
            for (unit, style) in [("编", Book), ("部分", Division), ("章", Chapter), ("节", SubChapter), ("条", Article)] {
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
