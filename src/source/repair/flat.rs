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
    chars::{head, is_blank, is_ended, is_left_open, tail},
    draft::{Draft, Row},
    opening::{is_date, is_doc_number, is_field, is_salutation, is_title_end, label},
    roster,
    runon::is_organ,
};
use crate::source::Layout;
use crate::{
    diagnostic::{Rule, Severity},
    order,
    pattern::is_han,
};

/// Paragraphs on one line.
pub(crate) static RUN_TOGETHER: Rule = Rule {
    code: "run-together",
    severity: Severity::Info,
    zh: "若干段落并在一行，已在{0}处分开。",
    en: "Paragraphs run together on one line were parted at {0} places.",
    basis: "Blanks stand for line ends",
};

/// A line of fewer columns holds one paragraph.
const SHORTEST: usize = 120;

/// Splits the rows of `draft` that hold several paragraphs.
pub(super) fn split(draft: &mut Draft<'_>) {
    if !draft.rows.iter().any(may_hold) {
        return;
    }
    let mut rows = Vec::with_capacity(draft.rows.len());
    let mut count = 0;
    for row in std::mem::take(&mut draft.rows) {
        let text = &draft.text[row.range.clone()];
        if !may_hold(&row) {
            rows.push(row);
            continue;
        }
        let main = row.range.len() * 2 > draft.text.len();
        let gaps = draft.gaps.inside(&row.range).iter().map(|gap| gap.start - row.range.start..gap.end - row.range.start).collect();
        let plan = Line::of(text, gaps, main).plan();
        draft.cuts.extend(plan.cuts.iter().map(|cut| cut.start + row.range.start..cut.end + row.range.start));
        count += plan.breaks.len();
        pieces(draft.text, row, &plan.breaks, &mut rows);
    }
    draft.rows = rows;
    if count > 0 {
        draft.note(&RUN_TOGETHER, vec![count.to_string()], 0..draft.text.len());
    }
}

/// Whether several paragraphs may stand in `row`.
fn may_hold(row: &Row) -> bool {
    row.gaps() && row.range.len() >= SHORTEST && usize::from(row.layout.width) >= SHORTEST
}

/// The pieces of `row` between `breaks`, which count from its start.
pub(super) fn pieces(text: &str, row: Row, breaks: &[Range<usize>], rows: &mut Vec<Row>) {
    if breaks.is_empty() {
        rows.push(row);
        return;
    }
    let first = row.layout;
    let mut start = row.range.start;
    let ends = breaks.iter().map(|gap| row.range.start + gap.start..row.range.start + gap.end);
    for gap in ends.chain(std::iter::once(row.range.end..row.range.end)) {
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

/// What single blanks part in a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Single {
    /// Nothing.
    Words,
    /// Paragraphs, behind the end of a sentence or before a label.
    Sentences,
    /// Paragraphs, with few exceptions.
    Paragraphs,
}

/// A line and what its blanks part.
struct Line<'t> {
    text: &'t str,
    gaps: Vec<Gap>,
    /// Whether wide blanks part paragraphs.
    wide: bool,
    single: Single,
}

impl<'t> Line<'t> {
    /// Reads the signs. `main` says that the line is most of its text.
    fn of(text: &'t str, gaps: Vec<Range<usize>>, main: bool) -> Self {
        let next = |n: usize| gaps.get(n + 1).map_or(text.len(), |next| next.start);
        let gaps: Vec<Gap> = gaps.iter().enumerate().map(|(n, range)| look(text, range.clone(), next(n))).collect();
        let count = |sign: fn(&Gap) -> bool| gaps.iter().filter(|gap| sign(gap)).count();
        let ends = count(|g| g.ended);
        let signs = count(|g| g.ended || g.colon || g.opens);
        let flat = ends >= 1 && signs >= 2;
        let nearly_all = signs * 3 >= count(|g| !g.figure) && count(|g| !g.wide && g.ended) * 2 >= ends;
        let wide = flat && (main || count(|g| g.wide && (g.ended || g.colon)) > 0);
        let single = match flat && main {
            true if nearly_all => Single::Paragraphs,
            true => Single::Sentences,
            false => Single::Words,
        };
        Self { text, gaps, wide, single }
    }

    /// Whether gap `n` parts paragraphs; `left` is the text since the paragraph before.
    fn parts(&self, n: usize, left: &str) -> bool {
        let gap = &self.gaps[n];
        if gap.wide {
            return self.wide || (gap.opens && !gap.colon);
        }
        if self.single == Single::Words || is_quoting(left) || left.ends_with(['.', '．']) {
            return false;
        }
        match gap.colon {
            true => gap.opens || self.introduces(n, left),
            false => {
                gap.ended
                    || gap.opens
                    || self.is_between_elements(n, left)
                    || (self.single == Single::Paragraphs && self.is_between_lines(n, left))
            }
        }
    }

    /// Whether `left`, which ends with a colon, is a salutation or a sentence, and what follows is its own paragraph
    /// rather than the value of a field.
    fn introduces(&self, n: usize, left: &str) -> bool {
        let next = self.gaps.get(n + 1).map_or(self.text.len(), |next| next.range.start);
        let follows = &self.text[self.gaps[n].range.end..next];
        (is_salutation(left) || (left.len() > 20 && !is_field(left))) && follows.contains(['，', '。', '；', '：'])
    }

    /// Whether a single blank stands behind a title and before its salutation, behind a heading that is no slogan, around
    /// a document number, or before the organ that signs above a date.
    fn is_between_elements(&self, n: usize, left: &str) -> bool {
        let rest = &self.text[self.gaps[n].range.end..];
        let head = head(rest, 480);
        let addressed = || {
            head.find(['：', ':', '。']).is_some_and(|at| is_salutation(&head[..at + head[at..].chars().next().map_or(0, char::len_utf8)]))
        };
        let next = self.gaps.get(n + 1).filter(|next| next.opens).map(|next| &self.text[self.gaps[n].range.end..next.range.start]);
        let signed = || next.is_some_and(|organ| is_organ(organ) && is_date(word(&self.text[self.gaps[n + 1].range.end..])));
        let numbered = is_doc_number(word(rest)) || is_doc_number(left);
        numbered || (is_title_end(left) && addressed()) || (is_heading(left) && prose(rest)) || signed()
    }

    /// Whether a single blank stands between two lines without marks: not beside a figure, unless that follows a
    /// date or a heading, and not beside a quotation.
    fn is_between_lines(&self, n: usize, left: &str) -> bool {
        let gap = &self.gaps[n];
        let right = &self.text[gap.range.end..];
        let quotes = left.ends_with('”') || right.starts_with('“');
        // 2024 年 3 月 8 日: the date goes on
        let dated = || is_date(left) && !right.starts_with('日');
        if gap.figure { dated() || is_heading(left) } else { !quotes }
    }

    fn plan(&self) -> Plan {
        let mut plan = Plan::default();
        let lists = self.persons();
        let mut inside = lists.iter().map(|list| list.range.clone()).peekable();
        let mut start = 0;
        for (n, gap) in self.gaps.iter().enumerate() {
            // single blanks among persons part names from posts; where lines begin there, the list knows
            while inside.next_if(|list| list.end <= gap.range.start).is_some() {}
            if !gap.wide && inside.peek().is_some_and(|list| list.contains(&gap.range.start)) {
                start = gap.range.end;
                continue;
            }
            let left = &self.text[start..gap.range.start];
            if !self.parts(n, left) || is_bound(left, &self.text[gap.range.end..]) {
                continue;
            }
            if is_unfinished(left) {
                plan.cuts.push(gap.range.clone());
            } else {
                plan.breaks.push(gap.range.clone());
                start = gap.range.end;
            }
        }
        plan.breaks.extend(lists.iter().flat_map(|list| &list.starts).map(|at| *at..*at));
        order::by(&mut plan.breaks, |gap| (gap.start, gap.end));
        plan
    }

    /// The lists of persons in a line whose single blanks part paragraphs.
    fn persons(&self) -> Vec<roster::List> {
        if self.single == Single::Words { Vec::new() } else { roster::lists(self.text) }
    }
}

/// Looks around the gap at `range` of `text`; the next one stands at `next`.
fn look(text: &str, range: Range<usize>, next: usize) -> Gap {
    let (left, right) = (&text[..range.start], &text[range.end..]);
    let colon = left.ends_with(['：', ':']);
    let ended = !colon && is_ended(left) && !left.ends_with(['.', '．']);
    let wide = text[range.clone()].chars().nth(1).is_some();
    // 成文日期： 2024年3月8日: behind a colon a date is a value
    let dated = || !colon && (is_date(&text[range.end..next]) || wide && opens_with_date(right));
    let opens = label(right).is_some() || is_field(right) || dated();
    let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let figure = !opens && (ascii(left.chars().next_back()) || ascii(right.chars().next()));
    Gap { wide, ended, colon, opens, figure, range }
}

/// Whether a date stands before the next words of `text`, in which figures and signs may be parted: 2022 年 3 月 21 日.
fn opens_with_date(text: &str) -> bool {
    let end = head(text, 60).find('日').map(|at| at + "日".len());
    end.is_some_and(|end| is_date(&text[..end]) && text[end..].chars().next().is_none_or(is_blank))
}

/// The first word of `text`.
fn word(text: &str) -> &str {
    text.split(is_blank).next().unwrap_or(text)
}

/// Whether running text begins `text`: a comma or stop before the next blank.
fn prose(text: &str) -> bool {
    word(text).contains(['，', '。', '；'])
}

/// Whether a label and a few words are all that `text` is.
fn is_heading(text: &str) -> bool {
    text.len() < 100 && !text.contains(['，', '。', '；']) && label(text).is_some_and(|l| l.len < text.len())
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

/// Whether a quotation is open at the end of `left`: blanks inside a slogan part its halves.
fn is_quoting(left: &str) -> bool {
    let tail = tail(left, 90);
    is_left_open(tail, '“', '”') && !is_ended(tail)
}

/// Whether a paragraph cannot end so: behind 、 or ，, or with a bracket open.
fn is_unfinished(left: &str) -> bool {
    let tail = tail(left, 150);
    let open = || is_left_open(tail, '《', '》') || is_left_open(tail, '（', '）');
    tail.ends_with(['、', '，', '《', '（']) || open() && !is_ended(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        Draft::repaired(text, split)
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
        let text = "关于做好全市农村公路 春季养护工作的通知   各县（市、区）交通运输局： 为做好春季养护，现将有关事项通知如下： 一、请各单位摸清底数，于2024年4月底前完成。 二、请各单位筹措资金，及时开工。   附件：养护任务表                    2024 年 3 月 8 日     （联系人：欧阳静；联系电话：0000000）";
        assert_eq!(
            read(text),
            [
                "关于做好全市农村公路",
                "春季养护工作的通知",
                "各县（市、区）交通运输局：",
                "为做好春季养护，现将有关事项通知如下：",
                "一、请各单位摸清底数，于2024年4月底前完成。",
                "二、请各单位筹措资金，及时开工。",
                "附件：养护任务表",
                "2024 年 3 月 8 日",
                "（联系人：欧阳静；联系电话：0000000）",
            ]
        );
    }

    #[test]
    fn names_and_long_paragraphs_stay_whole() {
        for text in [
            "组　长：李　明　　云岭县副县长",
            "依据《海川市农村公路养护办法》 第五条 县级人民政府应当加强领导，建立健全养护机制，为养护工作提供资金保障。根据该办法第十七条，应当对养护单位遵守有关规定的情况进行监督检查，发现问题及时处理。第十八条　财政部门、审计机关按照各自职责实施监督，其他部门予以配合。",
        ] {
            assert_eq!(read(text), [text]);
        }
    }
}
