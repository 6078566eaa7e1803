//! What a printed page adds at its edges: page numbers (GB/T 9704-2012, 7.5) and running heads.
//!
//! A figure between dashes or with 第…页 is a page number wherever it stands alone. A bare figure or `3/8` is
//! one only where it fits a sequence through the text at a page's distance, since tables hold such lines too.
//! A running head is a short line that comes again and again right beside the page numbers.

use std::{cell::LazyCell, collections::HashMap, ops::Range};

use super::{
    chars::{is_blank, is_figure, solid},
    draft::{Draft, Fate, Row},
    opening::{is_date, is_own_line, is_title_end, label},
    runon::is_organ,
};
use crate::source::Signs;
use crate::{
    diagnostic::{Rule, Severity},
    order,
};

/// What a page adds at its edges.
pub(crate) static PAGE_FURNITURE: Rule = Rule {
    code: "page-furniture",
    severity: Severity::Info,
    zh: "略去{0}处页码、{1}处页眉。",
    en: "{0} page numbers and {1} running heads were left out.",
    basis: "Page numbers (GB/T 9704-2012, 7.5) are no text",
};

/// The least that stands on a page between two bare numbers, in bytes.
const PAGE: usize = 600;

/// Drops page numbers and running heads from `draft` and marks the first line of each page.
pub(super) fn drop(draft: &mut Draft<'_>) {
    let numbers = numbers(draft);
    for &index in &numbers {
        draft.rows[index].fate = Fate::Dropped;
    }
    let heads = running_heads(draft, numbers.len());
    for &index in &heads {
        draft.rows[index].fate = Fate::Dropped;
    }
    let inline = inline_numbers(draft);
    mark_pages(draft, [&numbers[..], &heads].concat());
    let first = numbers.first().map(|first| draft.rows[*first].range.clone());
    if let Some(first) = first.or_else(|| inline.first().cloned()) {
        let words = vec![(numbers.len() + inline.len()).to_string(), heads.len().to_string()];
        draft.note(&PAGE_FURNITURE, words, first);
    }
    draft.cuts.extend(inline);
}

/// A row that may be a page number.
enum Number {
    /// It can be nothing else.
    Sure,
    /// A bare figure, or one with the number of pages.
    Maybe(u32),
}

/// The rows that are page numbers, in order.
fn numbers(draft: &Draft<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut last: HashMap<u32, usize> = HashMap::new();
    let table = LazyCell::new(|| (0..draft.rows.len()).any(|n| draft.row(n).starts_with("序号")));
    for (index, row) in draft.rows.iter().enumerate() {
        let start = row.range.start;
        match number(draft, row) {
            Some(Number::Sure) => found.push(index),
            Some(Number::Maybe(_)) if beside_break(draft, index) => found.push(index),
            Some(Number::Maybe(n)) if !*table || is_amid_text(draft, index) => {
                let before = n.checked_sub(1).and_then(|n| last.get(&n).copied());
                if let Some(before) = before.filter(|b| draft.rows[*b].range.end + PAGE <= start) {
                    found.extend([before, index]);
                }
                last.insert(n, index);
            }
            _ => {}
        }
    }
    order::by(&mut found, |it| (*it, 0));
    found.dedup();
    found
}

/// Whether running text stands right before or behind the row.
fn is_amid_text(draft: &Draft<'_>, index: usize) -> bool {
    let is_text = |n: usize| n < draft.rows.len() && draft.rows[n].layout.width >= 24 && draft.rows[n].signs.intersects(Signs::SENTENCE);
    (index > 0 && is_text(index - 1)) || is_text(index + 1)
}

/// Whether a form feed stands right before or behind the row.
fn beside_break(draft: &Draft<'_>, index: usize) -> bool {
    let row = &draft.rows[index];
    let before_break = match draft.rows.get(index + 1) {
        Some(next) => next.layout.page,
        None => draft.text[row.range.end..].contains('\u{c}'),
    };
    row.layout.page || before_break
}

/// The page number that `row` may be.
fn number(draft: &Draft<'_>, row: &Row) -> Option<Number> {
    if !row.signs.intersects(Signs::FIGURE) || row.range.len() > 48 {
        return None;
    }
    let text = &draft.text[row.range.clone()];
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '―' | '─' | '一' | '·' | '•' | '~' | '～');
    let begins = |c| is_figure(c) || is_dash(c) || matches!(c, '第' | '共' | 'P' | 'p');
    let ends = |c| is_figure(c) || is_dash(c) || c == '页';
    if !text.starts_with(begins) || !text.ends_with(ends) {
        return None;
    }
    let solid = solid(text);
    let inner = solid.trim_matches(is_dash);
    let dashed = solid.starts_with(is_dash) && solid.ends_with(is_dash);
    let all_figures = |text: &str| !text.is_empty() && text.chars().all(is_figure) && text.chars().count() <= 4;
    if dashed && all_figures(inner) || is_counted(&solid, all_figures) {
        return Some(Number::Sure);
    }
    let (page, total) = solid.split_once('/').map_or((&*solid, None), |(page, total)| (page, Some(total)));
    let bare = all_figures(page) && total.is_none_or(all_figures);
    bare.then(|| page.chars().filter_map(crate::phrase::numeral::figure).fold(0, |n, d| n * 10 + d)).map(Number::Maybe)
}

/// 第3页, 第3页共8页, 共8页第3页, 第3页/共8页, Page3of8.
fn is_counted(solid: &str, figures: impl Fn(&str) -> bool) -> bool {
    let page = |text: &str| text.strip_prefix('第').and_then(|t| t.strip_suffix('页')).is_some_and(&figures);
    let total = |text: &str| text.strip_prefix('共').and_then(|t| t.strip_suffix('页')).is_some_and(&figures);
    let pair = || {
        let (left, right) = solid.split_at(solid.find('页')? + '页'.len_utf8());
        let right = right.trim_start_matches(['，', ',', '/', '、', '|']);
        Some((page(left) && total(right)) || (total(left) && page(right)))
    };
    let english = || solid.strip_prefix("Page").or(solid.strip_prefix("page"))?.split_once("of").map(|(a, b)| figures(a) && figures(b));
    page(solid) || pair().unwrap_or(false) || english().unwrap_or(false)
}

/// Page numbers amid the text of a line: a figure between dashes, blanks on both sides.
fn inline_numbers(draft: &Draft<'_>) -> Vec<Range<usize>> {
    let may_hold = |row: &&Row| row.gaps() && row.signs.intersects(Signs::DASH) && row.fate == Fate::Begins && row.layout.width >= 40;
    draft.rows.iter().filter(may_hold).flat_map(|row| inline_in(draft.text, &row.range, draft.gaps.inside(&row.range))).collect()
}

/// The same of one line, which stands in `line` of `text`.
fn inline_in(text: &str, line: &Range<usize>, gaps: &[Range<usize>]) -> Vec<Range<usize>> {
    let inner = &text[line.clone()];
    if !inner.contains(" -") && !inner.contains("- ") && !inner.contains(['—', '－', '–']) {
        return Vec::new();
    }
    let edge = |n: usize| gaps.get(n).map_or(line.end..line.end, Clone::clone);
    let is_number = |range: &Range<usize>| {
        let beside = [text[line.start..range.start].chars().next_back(), text[range.end..line.end].chars().next()];
        is_dashed(text[range.clone()].trim_matches(is_blank)) && beside.iter().flatten().all(|c| !c.is_ascii_alphanumeric())
    };
    // from the gap before a number to the gap behind it: —3— or — 3 —
    let head = [0, 2].map(|n| line.start..edge(n).end);
    let inner = (0..gaps.len()).map(|n| [1, 3].map(|words| gaps[n].start..edge(n + words).end));
    std::iter::once(head).chain(inner).filter_map(|ranges| ranges.into_iter().find(is_number)).collect()
}

/// Whether `text` is a figure between two dashes: - 3 -, —12—.
fn is_dashed(text: &str) -> bool {
    let inner = text.strip_prefix(['-', '—', '－', '–']).and_then(|t| t.strip_suffix(['-', '—', '－', '–']));
    let number = inner.map(|inner| inner.trim_matches(is_blank));
    number.is_some_and(|n| (1..=3).contains(&n.chars().count()) && n.chars().all(is_figure))
}

/// Short rows that stand right beside page breaks again and again: three times, or at each of two.
fn running_heads(draft: &Draft<'_>, breaks: usize) -> Vec<usize> {
    // the title itself, of which later pages say the first line again
    let page = draft.rows.iter().position(|row| row.fate == Fate::Dropped).unwrap_or(draft.rows.len());
    let titles = |n: usize| n < page && draft.row(n).contains("关于");
    let beside = |n: usize| {
        let dropped = |n: usize| draft.rows.get(n).is_some_and(|row| row.fate == Fate::Dropped);
        let row = &draft.rows[n];
        let top = n == 0 && !is_title_end(draft.row(n)) && !draft.row(n).ends_with("文件") && !is_organ(draft.row(n));
        let edge = top || n > 0 && dropped(n - 1) || dropped(n + 1) || beside_break(draft, n);
        row.fate == Fate::Begins && row.layout.width <= 80 && edge && !titles(n)
    };
    // a text of one page has but two rows beside a break, the first and the last
    if draft.rows.len() > 2 && !draft.rows.iter().any(|row| row.fate == Fate::Dropped || row.layout.page) {
        let (first, last) = (draft.row(0), draft.row(draft.rows.len() - 1));
        if first != last {
            return Vec::new();
        }
    }
    let mut seen: HashMap<&str, Vec<usize>> = HashMap::new();
    let is_text = |n: usize| {
        let row = draft.row(n);
        let sentence = draft.rows[n].signs.intersects(Signs::SENTENCE | Signs::COLON);
        sentence || label(row).is_some() || is_own_line(row) || signs(draft, n)
    };
    for n in (0..draft.rows.len()).filter(|n| beside(*n) && !is_text(*n)) {
        seen.entry(draft.row(n)).or_default().push(n);
    }
    let often = breaks.clamp(2, 3);
    let mut heads: Vec<usize> = seen.into_values().filter(|rows| rows.len() >= often).flatten().collect();
    order::by(&mut heads, |it| (*it, 0));
    heads
}

/// Whether row `n` stands beside a day, as organs do that sign or print: these may be the same at the end of two pages.
fn signs(draft: &Draft<'_>, n: usize) -> bool {
    let is_day = |n: usize| is_date(draft.row(n));
    n + 1 < draft.rows.len() && is_day(n + 1) || n > 0 && is_day(n - 1) && draft.row(n - 1).ends_with("印发")
}

/// The first row behind page numbers and running heads begins a page.
fn mark_pages(draft: &mut Draft<'_>, mut furniture: Vec<usize>) {
    if furniture.is_empty() {
        return;
    }
    order::by(&mut furniture, |it| (*it, 0));
    let mut furniture = furniture.into_iter().peekable();
    let mut page = false;
    for (index, row) in draft.rows.iter_mut().enumerate() {
        if furniture.next_if_eq(&index).is_some() {
            page = true;
        } else if row.fate != Fate::Dropped {
            row.layout.page |= std::mem::take(&mut page);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let mut draft = Draft::new(text);
        drop(&mut draft);
        draft.write().0
    }

    #[test]
    fn page_numbers_of_all_kinds() {
        for number in ["- 1 -", "— 12 —", "－３－", "—4—", "第 3 页", "第3页 共8页", "共 8 页，第 3 页", "Page 3 of 8"]
        {
            assert_eq!(read(&format!("甲\n{number}\n乙\n")), "甲\n乙\n", "{number}");
        }
    }

    #[test]
    fn bare_figures_are_page_numbers_only_in_sequence() {
        let page = "各单位要加强领导，\n".repeat(30);
        assert_eq!(read(&format!("{page}1\n{page}2\n{page}3\n")), page.repeat(3));
        assert_eq!(read("甲\n1\u{c}乙\n2\u{c}"), "甲\n乙\n");
        for table in ["1\n教育局\n2\n财政局\n3\n", "2022\n", &format!("序号\n1\n{page}2\n{page}")] {
            assert_eq!(read(table), table);
        }
    }

    #[test]
    fn page_numbers_amid_a_line() {
        let text = "进一步完善农村公路养护管理体制机制，保障公路安全畅通";
        for number in [" — 2 — ", "　—12—　", " - 3 - "] {
            assert_eq!(read(&text.replace("机制", &format!("机{number}制"))), format!("{text}\n"));
        }
        assert_eq!(read(&format!("— 2 — {text} - 3 -")), format!("{text}\n"));
        for stays in [
            "电话：0000 - 123 - 4567，请各单位于工作时间拨打，有关事项可向市交通局咨询",
            "时间：2021 -11- 5，地点：海川市云岭县青浦岭镇人民政府三楼会议室，请准时",
        ] {
            assert_eq!(read(stays), format!("{stays}\n"));
        }
    }

    #[test]
    fn running_heads_stand_beside_page_numbers() {
        let text = "海川市人民政府公报\n一、甲\n- 1 -\n海川市人民政府公报\n二、乙\n- 2 -\n海川市人民政府公报\n三、丙\n- 3 -\n海川市人民政府公报\n四、丁\n";
        assert_eq!(read(text), "海川市人民政府公报\n一、甲\n二、乙\n三、丙\n四、丁\n");
        let (title, rest) = ("海川市人民政府关于加强农村\n", "公路养护的通知\n一、甲\n");
        assert_eq!(read(&format!("{title}{rest}- 1 -\n{title}二、乙\n- 2 -\n{title}三、丙\n")), format!("{title}{rest}二、乙\n三、丙\n"));
    }
}
