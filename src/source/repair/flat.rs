//! Paragraphs run together on one line, parted by nothing but blanks: a page saved without its line ends.
//!
//! Blanks part paragraphs where they follow the end of a sentence or stand before a label; if that happens in
//! a long line more than once, the wide blanks of the same line do too (titles, headings and signatures have
//! no mark at their end), and even single blanks where the line is most of the text and few of its blanks can
//! be anything else. A title that was broken into lines falls apart by this; to put it together again takes
//! more than typesetting, see [`structure`](crate::structure). Names and their offices, parted by wide blanks on a line of their own, stay as they
//! are: such lines are short and hold no sentences.

use std::ops::Range;

use super::{
    chars::{gaps, is_ended, is_han, tail},
    draft::{Draft, Row},
    opening::{is_date, is_field, label},
};
use crate::source::Layout;

/// A line of fewer columns holds one paragraph.
const SHORTEST: usize = 120;

/// Splits the rows of `draft` that hold several paragraphs.
pub(super) fn split(draft: &mut Draft<'_>) {
    let mut rows = Vec::with_capacity(draft.rows.len());
    let mut count = 0;
    for row in std::mem::take(&mut draft.rows) {
        let text = &draft.text[row.range.clone()];
        if !row.gaps || row.range.len() < SHORTEST || usize::from(row.layout.width) < SHORTEST {
            rows.push(row);
            continue;
        }
        let main = row.range.len() * 2 > draft.text.len();
        let plan = plan(text, main);
        draft.cuts.extend(plan.cuts.iter().map(|cut| cut.start + row.range.start..cut.end + row.range.start));
        count += plan.breaks.len();
        pieces(draft.text, row, &plan.breaks, &mut rows);
    }
    draft.rows = rows;
    if count > 0 {
        let message = format!("paragraphs run together on one line were parted at {count} places");
        draft.note("run-together", message, 0..draft.text.len());
    }
}

/// The pieces of `row` between `breaks`, which count from its start.
pub(super) fn pieces(text: &str, row: Row, breaks: &[Range<usize>], rows: &mut Vec<Row>) {
    let first = row.layout;
    let mut start = row.range.start;
    let ends = breaks.iter().map(|gap| row.range.start + gap.start..row.range.start + gap.end);
    for gap in ends.chain([row.range.end..row.range.end]) {
        if let Some(mut piece) = Row::trimmed(text, start..gap.start) {
            let begins = piece.range.start == row.range.start;
            piece.layout = match begins {
                true => Layout { width: piece.layout.width, ..first },
                false => Layout { split: true, ..piece.layout },
            };
            rows.push(piece);
        }
        start = gap.start;
    }
}

/// Where a line is split, and which wide blanks in it are mere line wraps.
#[derive(Default)]
struct Plan {
    breaks: Vec<Range<usize>>,
    cuts: Vec<Range<usize>>,
}

/// What stands around a gap.
struct Gap {
    range: Range<usize>,
    /// More than one blank.
    wide: bool,
    /// Behind 。！？；
    ended: bool,
    /// Behind ：
    colon: bool,
    /// Before a label, a date or a field.
    opens: bool,
    /// Beside a figure or letter.
    figure: bool,
}

fn plan(text: &str, main: bool) -> Plan {
    let gaps: Vec<Gap> = gaps(text).map(|range| look(text, range)).collect();
    let ends = gaps.iter().filter(|g| g.ended).count();
    let evidence = gaps.iter().filter(|g| g.ended || g.colon || g.opens).count();
    let flat = ends >= 1 && evidence >= 2;
    let free = gaps.iter().filter(|g| !g.figure).count();
    let narrow_ends = gaps.iter().filter(|g| !g.wide && g.ended).count();
    let nearly_all = flat && main && evidence * 3 >= free && narrow_ends * 2 >= ends;
    let wide_ends = gaps.iter().any(|g| g.wide && (g.ended || g.colon));
    let mut plan = Plan::default();
    let mut start = 0;
    for (n, gap) in gaps.iter().enumerate() {
        let left = &text[start..gap.range.start];
        let parts = match gap.wide {
            true => (flat && (wide_ends || main)) || (gap.opens && !gap.colon),
            false if nearly_all && !gap.figure => !gap.colon || sentence_follows(text, left, gap, gaps.get(n + 1)),
            false => flat && main && (gap.ended || gap.opens || (gap.colon && sentence_follows(text, left, gap, gaps.get(n + 1)))),
        };
        if !parts || is_bound(left, &text[gap.range.end..]) {
            continue;
        }
        if is_unfinished(left) {
            plan.cuts.push(gap.range.clone());
            continue;
        }
        plan.breaks.push(gap.range.clone());
        start = gap.range.end;
    }
    plan
}

fn look(text: &str, range: Range<usize>) -> Gap {
    let (left, right) = (&text[..range.start], &text[range.end..]);
    let colon = left.ends_with(['：', ':']);
    let ended = !colon && is_ended(left) && !left.ends_with(['.', '．']);
    let head = right.find(|c: char| c.is_whitespace()).map_or(right, |n| &right[..n]);
    let opens = label(right).is_some() || is_date(head) || is_field(right);
    let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let figure = !opens && (ascii(left.chars().next_back()) || ascii(right.chars().next()));
    Gap { wide: text[range.clone()].chars().nth(1).is_some(), ended, colon, opens, figure, range }
}

/// Whether what stands from a gap to the next one is a paragraph rather than the value of a field.
fn sentence_follows(text: &str, left: &str, gap: &Gap, next: Option<&Gap>) -> bool {
    let chunk = &text[gap.range.end..next.map_or(text.len(), |n| n.range.start)];
    gap.opens || (left.len() > 20 && !is_field(left) && chunk.contains(['，', '。', '；', '：']))
}

/// Whether a gap belongs to what stands around it: a label and its text (第一条　为), a word spaced out (总　　则).
fn is_bound(left: &str, right: &str) -> bool {
    if left.is_empty() {
        return true;
    }
    if left.len() < 40 && label(left).is_some_and(|l| l.len == left.len()) {
        return true;
    }
    let (mut before, mut after) = (left.chars().rev(), right.chars());
    let (last, next) = (before.next(), after.next());
    let han = |c: Option<char>| c.is_some_and(is_han);
    let single_left = han(last) && before.next().is_none_or(|c| !is_han(c) && c != '）');
    let single_right = han(next) && !han(after.next());
    // a title or a sentence has more than one character
    (single_left && single_right) || left.ends_with('“')
}

/// Whether a paragraph cannot end so: behind 、 or ，, or with a bracket open.
fn is_unfinished(left: &str) -> bool {
    let tail = tail(left, 150);
    let open = |opening: char, closing: char| tail.rfind(opening).is_some_and(|at| !tail[at..].contains(closing));
    tail.ends_with(['、', '，', '《', '（']) || ((open('《', '》') || open('（', '）')) && !is_ended(tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut draft = Draft::new(text);
        split(&mut draft);
        draft.write().0.lines().map(str::to_owned).collect()
    }

    #[test]
    fn pairs_of_wide_blanks_part_paragraphs() {
        let text = "各县（市、区）人民政府，市政府各部门：　　《海川市道路养护办法》已经市政府同意，现印发给你们，请认真执行。　　2021年11月5日   　　（此件公开发布）　　海川市道路养护　　办法　　第一章　总　　则　　第一条　　为加强养护，制定本办法。　　第二条　养护由甲、乙、　　丙负责。";
        assert_eq!(
            read(text),
            [
                "各县（市、区）人民政府，市政府各部门：",
                "《海川市道路养护办法》已经市政府同意，现印发给你们，请认真执行。",
                "2021年11月5日",
                "（此件公开发布）",
                "海川市道路养护",
                "办法",
                "第一章　总　　则",
                "第一条　　为加强养护，制定本办法。",
                "第二条　养护由甲、乙、丙负责。",
            ]
        );
    }

    #[test]
    fn single_blanks_part_paragraphs_of_a_page_on_one_line() {
        let text = "关于加快推进市属事业单位 养老保险清算的通知   各单位财务、人事部门： 为加快清算工作，现将有关事项通知如下： 一、请各单位做好核对，于2021年底前完成。 二、请各单位筹措资金，按时缴纳。   附件：清算情况统计表                    2021年11月18日     （联系人：欧阳静；联系电话：0000000）";
        assert_eq!(
            read(text),
            [
                "关于加快推进市属事业单位",
                "养老保险清算的通知",
                "各单位财务、人事部门：",
                "为加快清算工作，现将有关事项通知如下：",
                "一、请各单位做好核对，于2021年底前完成。",
                "二、请各单位筹措资金，按时缴纳。",
                "附件：清算情况统计表",
                "2021年11月18日",
                "（联系人：欧阳静；联系电话：0000000）",
            ]
        );
    }

    #[test]
    fn names_and_long_paragraphs_stay_whole() {
        for text in [
            "组　长：李　明　　云岭县副县长",
            "依据《医疗保障基金使用监督管理条例》 第五条 县级以上人民政府应当加强领导，建立健全监督管理机制，为医疗保障基金使用监督管理工作提供保障。根据第七十七条的规定，应当加强对用人单位和个人遵守法律、法规情况的监督检查。第七十八条　财政部门、审计机关按照各自职责实施监督。",
        ] {
            assert_eq!(read(text), [text]);
        }
    }
}
