//! Blanks that typesetting put between the characters of one word: beside figures (`2024 年 6 月`), inside
//! labels (`第 三 章`, `（ 一 ）`), beside punctuation, and in words spaced out to fill a line (`总　　则`).
//!
//! A blank between two Chinese characters is kept elsewhere, since it parts names from offices and the halves
//! of a slogan; so is every blank in a row of a table.

use std::{borrow::Cow, ops::Range};

use super::{
    chars::{is_closing, is_figure, is_mark, is_numeral, is_opening},
    draft::{Draft, Fate, Row},
};
use crate::pattern::is_han;
use crate::source::Signs;

/// Cuts such blanks out of the rows of `draft`.
pub(super) fn close(draft: &mut Draft<'_>) {
    let text = draft.text;
    for row in draft.rows.iter().filter(|row| row.gaps() && row.fate != Fate::Dropped) {
        let mut gaps = Cow::Borrowed(draft.gaps.inside(&row.range));
        // the blank between two words, one of which ended a line
        if text[row.range.clone()].ends_with(' ') {
            gaps.to_mut().push(row.range.end - 1..row.range.end);
        }
        let words = Words { text, range: &row.range, gaps: &gaps, kind: Kind::of(text, row, &gaps) };
        let idle = (0..gaps.len()).filter(|n| !text[gaps[*n].clone()].contains('\t') && words.is_idle(*n));
        draft.cuts.extend(idle.map(|n| gaps[n].clone()));
    }
}

/// What a line is, as far as its blanks tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Running text: blanks mean nothing beside figures.
    Prose,
    /// No sentence: a title, a name and an office.
    Words,
    /// Cells parted by blanks.
    Cells,
    /// Every character stands apart.
    Spaced,
}

impl Kind {
    fn of(text: &str, row: &Row, gaps: &[Range<usize>]) -> Self {
        let chars = row.solid as usize;
        let wide = gaps.iter().filter(|g| is_wide(&text[(*g).clone()])).count();
        if gaps.len() >= 3 && (gaps.len() + 1) * 3 >= chars * 2 && wide * 2 <= gaps.len() {
            Self::Spaced
        } else if row.signs.intersects(Signs::SENTENCE) {
            Self::Prose
        } else if gaps.len() >= 3 && chars < 12 * (gaps.len() + 1) && wide * 2 > gaps.len() {
            Self::Cells
        } else {
            Self::Words
        }
    }
}

/// The words of a line between its gaps.
struct Words<'t> {
    text: &'t str,
    /// Where the line stands in the text.
    range: &'t Range<usize>,
    gaps: &'t [Range<usize>],
    kind: Kind,
}

impl Words<'_> {
    /// The word before gap `n`.
    fn before(&self, n: usize) -> &str {
        &self.text[n.checked_sub(1).map_or(self.range.start, |n| self.gaps[n].end)..self.gaps[n].start]
    }

    /// The word behind gap `n`.
    fn behind(&self, n: usize) -> &str {
        &self.text[self.gaps[n].end..self.gaps.get(n + 1).map_or(self.range.end, |g| g.start)]
    }

    /// Whether gap `n` means nothing.
    fn is_idle(&self, n: usize) -> bool {
        let (left, right) = (self.before(n), self.behind(n));
        let (Some(l), Some(r)) = (left.chars().next_back(), right.chars().next()) else { return false };
        let wide = is_wide(&self.text[self.gaps[n].clone()]);
        if self.is_inside_brackets(l, r) || is_in_date(left, right) || is_in_label(left, right) || is_in_number(left, right, l, r) {
            return true;
        }
        match self.kind {
            Kind::Cells => self.is_in_field(n),
            Kind::Spaced => !wide && (is_han(l) || is_han(r) || is_mark(l) || is_mark(r)),
            _ if is_stop(l) || is_stop(r) => !wide,
            Kind::Prose if is_mark(l) || is_mark(r) => !wide,
            Kind::Prose if self.is_in_amount(n) => true,
            _ if self.is_spaced_out(n) => true,
            _ if wide => false,
            Kind::Prose => self.is_beside_figure(n, left, right, l, r),
            // 2024-01-23 名称：… begins the next field
            Kind::Words => is_figure(l) && is_unit(r) && !right.contains(['：', ':']) && !left.contains('-'),
        }
    }

    fn is_inside_brackets(&self, l: char, r: char) -> bool {
        let (opens, closes) = (is_opening(l) || l == '(', is_closing(r) || r == ')');
        opens != closes
    }

    /// 推进 5 项, 附件 1: in running text a figure belongs to the words around it, unless it begins the line, or
    /// is a telephone number.
    fn is_beside_figure(&self, n: usize, left: &str, right: &str, l: char, r: char) -> bool {
        let figures = |word: &str| word.chars().take_while(|c| is_figure(*c) || matches!(c, '-' | '/')).count();
        match (is_figure(l), is_figure(r)) {
            (true, false) if is_han(r) => n > 0 || is_unit(r) || left.chars().any(|c| !is_figure(c)),
            (false, true) if is_han(l) => figures(right) < 7,
            _ => false,
        }
    }

    /// 补助1 5 . 6万元: figures set apart, from the word before them to the unit of money.
    fn is_in_amount(&self, n: usize) -> bool {
        const PIECES: usize = 8;
        let part = |c: char| is_figure(c) || matches!(c, '.' | '．');
        let narrow = |n: &usize| !is_wide(&self.text[self.gaps[*n].clone()]);
        if !self.before(n).ends_with(part) || !self.behind(n).starts_with(part) {
            return false;
        }
        let ahead = (n..self.gaps.len()).take(PIECES).take_while(narrow);
        let unit = ahead.filter_map(|n| self.behind(n).trim_start_matches(part).chars().next()).next();
        let back = (0..=n).rev().take(PIECES).take_while(narrow).map(|n| self.before(n));
        let mut words = back.map(|word| word.split_at(word.trim_end_matches(part).len())).filter(|(word, _)| !word.is_empty());
        let begins = words.next().is_some_and(|(word, figures)| word.ends_with(is_han) && figures.starts_with(is_figure));
        begins && matches!(unit, Some('万' | '亿' | '元'))
    }

    /// Word `m`, where word 0 begins the line.
    fn word(&self, m: usize) -> &str {
        if m == 0 { self.before(0) } else { self.behind(m - 1) }
    }

    /// 成　　员：, where the rest of the line are cells.
    fn is_in_field(&self, n: usize) -> bool {
        const LONGEST: usize = 6;
        let single = |m: &usize| is_single(self.word(*m)) && self.word(*m).starts_with(is_han);
        let singles = (0..self.gaps.len()).take(LONGEST).take_while(single).count();
        n < singles && is_field_end(self.word(singles))
    }

    /// 总　　则, 标　　题：, 养 护 办 法: a line, or the head of one up to a colon, whose characters stand apart.
    fn is_spaced_out(&self, n: usize) -> bool {
        const LONGEST: usize = 24;
        let single = |m: &usize| is_single(self.word(*m)) && self.word(*m).starts_with(is_han);
        let Some(first) = (0..=n).rev().take(LONGEST).take_while(single).last() else { return false };
        let begins = first == 0 || (first == 1 && is_chapter(self.word(0)));
        let mut rest = (n + 1..=self.gaps.len()).take(LONGEST);
        begins && rest.find(|m| !single(m)).is_none_or(|m| is_field_end(self.word(m)))
    }
}

/// 长： and its like: a character and a colon.
fn is_field_end(word: &str) -> bool {
    word.starts_with(is_han) && word.chars().nth(1).is_some_and(|c| matches!(c, '：' | ':'))
}

/// Whether a word has one character.
fn is_single(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// 第三章 and its like, before a spaced-out heading.
fn is_chapter(word: &str) -> bool {
    word.starts_with('第') && word.ends_with(['章', '节', '编'])
}

/// The marks that part what stands around them, so that a blank adds nothing; quotation marks do not.
fn is_stop(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

/// More than one blank, or one as wide as a character.
fn is_wide(gap: &str) -> bool {
    gap.chars().next().is_some_and(|blank| blank.len_utf8() < gap.len())
}

/// Words that follow a figure as its unit.
fn is_unit(c: char) -> bool {
    "年月日号时点分秒个项条款章节页份次人名户家件元万亿千百％%℃度米吨公平小天周岁倍种类届期级".contains(c)
}

/// 2024 年 6 月 8 日, 二〇二四 年 三 月; 上午 8 : 30.
fn is_in_date(left: &str, right: &str) -> bool {
    let numeral = |c: Option<char>| c.is_some_and(|c| is_figure(c) || is_numeral(c));
    let (mut before, mut after) = (left.chars().rev(), right.chars());
    let (l, r) = (before.next(), after.next());
    let unit = |c: Option<char>| matches!(c, Some('年' | '月' | '日'));
    if !unit(l) {
        return unit(r) && numeral(l);
    }
    // 2020年　2025年 are two cells
    let descends = |next| matches!((l, next), (Some('年'), Some('月')) | (Some('月'), Some('日')) | (_, None));
    numeral(r) && (numeral(before.next()) || is_single(left)) && descends(after.find(|c| !is_figure(*c) && !is_numeral(*c)))
}

/// 第 三 章, 第 1 0 条, 二 、, 海教发 〔2022〕 10 号
fn is_in_label(left: &str, right: &str) -> bool {
    let numeral = |c: Option<char>| c.is_some_and(|c| is_figure(c) || is_numeral(c));
    let (l, r) = (left.chars().next_back(), right.chars().next());
    let label_unit = |c: Option<char>| c.is_some_and(|c| "章节条款编篇届次批期页号项类部阶、".contains(c));
    let attachment = || matches!(left, "附件" | "附表" | "附录" | "附图") && r.is_some_and(is_figure);
    let doc_number = r == Some('〔') || (matches!(l, Some('〕' | '］' | ']' | '第')) && numeral(r));
    doc_number || (numeral(l) && label_unit(r)) || attachment()
}

/// 1 0 条, 3 . 5, 8 : 30, 2021 - 11 - 5, 100 %.
fn is_in_number(left: &str, right: &str, l: char, r: char) -> bool {
    let joint = |c: char| matches!(c, '.' | '．' | ':' | '：' | '/' | '%' | '％' | '‰' | '℃');
    let unit = || right.chars().find(|c| !is_figure(*c)).is_some_and(|c| "年月日条号章页".contains(c));
    (is_figure(l) && is_figure(r) && is_single(left) && (is_single(right) || unit()))
        || (is_figure(l) && joint(r) && !right[r.len_utf8()..].starts_with(is_han))
        || (joint(l) && is_figure(r) && left.chars().rev().nth(1).is_some_and(is_figure) && l != '.' && l != '．')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let mut draft = Draft::new(text);
        close(&mut draft);
        draft.write().0.trim_end().to_owned()
    }

    #[test]
    fn blanks_inside_figures_dates_and_labels_are_closed() {
        for (text, reading) in [
            ("请于 2024 年 6 月 8 日前报送，", "请于2024年6月8日前报送，"),
            ("2024 年 5 月 6 日", "2024年5月6日"),
            ("二〇二二 年 三 月 五 日", "二〇二二年三月五日"),
            ("第 1 0 条", "第10条"),
            ("第 三 章 保障措施", "第三章 保障措施"),
            ("二 、工作目标", "二、工作目标"),
            ("（ 一 ）加强领导", "（一）加强领导"),
            ("海教发〔 2022 〕 10 号", "海教发〔2022〕10号"),
            ("参与率达到 100 %，", "参与率达到100%，"),
            ("附件 1：", "附件1："),
            ("成立 2 个工作组，由 3 个单位负责。", "成立2个工作组，由3个单位负责。"),
            ("共 5 万元", "共 5万元"),
            ("安排补助1 5 . 6万元，其中设备费1 0万元。", "安排补助15.6万元，其中设备费10万元。"),
            ("第一章　总　　则", "第一章　总则"),
            ("附　　则", "附则"),
            ("标　　题：", "标题："),
            ("索 引 号：", "索引号："),
            ("各 县 （ 市 、 区 ） 要 在 2024 年 5 月 1 日 前 完 成 。", "各县（市、区）要在2024年5月1日前完成。"),
            ("农 村 公 路 养 护 方 案", "农村公路养护方案"),
            ("组　长：李明远", "组长：李明远"),
            ("成    员：李　明　　市教育局副局长", "成员：李　明　　市教育局副局长"),
            ("《 海川市养护办法 》已经同意，", "《海川市养护办法》已经同意，"),
        ] {
            assert_eq!(read(text), reading);
        }
    }

    #[test]
    fn blanks_that_mean_something_stay() {
        for text in [
            "1. 开展道路巡查，保障畅通",
            "守护校园安全 共建平安家园",
            "打好养护“攻坚战” 建好“四好路”",
            "组长：李 明　　云岭县副县长",
            "欧阳静 云岭县教育局局长",
            "1 道路巡查 次 5",
            "序号\t类 别\t单位\t数量",
            "联系人：李明远 13800000000，欧阳静 0000-1234567。",
            "科目   金额   备注   合计",
            "指标　　　2020年　　　2025年　　　属性",
            "填表日期： 年 月 日",
        ] {
            assert_eq!(read(text).replace("： ", "："), text.replace("： ", "："));
        }
    }
}
