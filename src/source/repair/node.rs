//! Text nodes of a page, each on a row of its own: `请于` / `2024` / `年` / `10` / `月底前报送`.
//!
//! Who takes the text out of a page node by node gets a line end wherever the markup changes. In pages made by Word it does
//! so around all that is not Chinese: in such a text no figure stands beside a Chinese character, many rows hold a figure
//! alone, and many of these lean on the rows around them (年 behind, 第 before). Then the rows around a figure are one line,
//! but where a label, a date or a field begins.

use std::ops::Range;

use super::{
    chars::{hangs, head, is_ended, is_figure, is_opening},
    draft::Draft,
    opening::{is_date, is_field, is_salutation, is_title_end, label},
    runon::is_organ,
};
use crate::{lexicon::short, pattern::is_han, source::Signs};

/// The longest row that is a node of figures and letters, in bytes: an address of the web.
const LONGEST: usize = 80;
/// So many nodes lean on what stands around them in the shortest text that is torn.
const FEWEST: usize = 3;
/// So many bytes of blanks are wide.
const WIDE: usize = 4;
/// A row of fewer bytes may be a cell.
const CELL: usize = 24;

/// What a figure leans on that stands behind it, and before.
const UNITS: [char; 26] = [
    '年', '月', '日', '号', '时', '分', '元', '万', '亿', '个', '名', '项', '条', '家', '人', '期', '届', '周', '天', '小', '度', '级',
    '次', '％', '%', '岁',
];
const LEADS: [char; 22] =
    ['第', '于', '至', '到', '自', '从', '在', '为', '约', '达', '过', '前', '共', '年', '月', '日', '时', '件', '—', '－', '-', '～'];

/// Marks that go on with a figure.
const JOINTS: [char; 12] = ['．', '.', '·', '—', '－', '-', '～', '~', '/', '／', '+', ')'];

/// The line ends of `draft` that stand inside its lines; none where its text is not torn into nodes.
pub(super) fn ends(draft: &Draft<'_>) -> Vec<Range<usize>> {
    let is_node = |n: usize| {
        let row = &draft.rows[n];
        row.range.len() == (row.solid + row.blanks) as usize
            && row.range.len() <= LONGEST
            && draft.row(n).contains(|c: char| c.is_ascii_alphanumeric())
    };
    let nodes: Vec<usize> = (0..draft.rows.len()).filter(|n| is_node(*n)).collect();
    let Some(apart) = torn(draft, &nodes) else { return Vec::new() };
    let near = |n: &usize| draft.rows.get(*n).is_some_and(|row| row.layout.blanks <= apart);
    let mut ends = Vec::with_capacity(2 * nodes.len());
    for node in nodes {
        let before = node.checked_sub(1).filter(|before| near(&node) && !parts_before(draft, *before, node));
        let behind = Some(node + 1).filter(|next| near(next) && !parts_behind(draft, node, *next));
        // wide blanks before a line end part what they stand between
        let between = |left: usize, right: usize| {
            let (from, to) = (draft.rows[left].range.end, draft.rows[right].range.start);
            let blanks = draft.text[from..to].find(['\r', '\n', '\x0c']).unwrap_or(0);
            if blanks >= WIDE { from + blanks..to } else { from..to }
        };
        ends.extend(before.map(|before| between(before, node)));
        ends.extend(behind.map(|behind| between(node, behind)));
    }
    ends.dedup();
    ends
}

/// How many empty lines stand between the nodes of a line, where the text is torn into `nodes`: many of them lean on the rows
/// around them, and hardly a figure stands beside a Chinese character elsewhere.
fn torn(draft: &Draft<'_>, nodes: &[usize]) -> Option<u16> {
    let leans = |n: &&usize| {
        let (before, behind) = (draft.before(**n), draft.behind(**n));
        behind.starts_with(UNITS) || behind.starts_with(hangs) || before.ends_with(LEADS) || before.ends_with(is_opening)
    };
    let leaning = nodes.iter().filter(leans).count();
    if leaning < FEWEST || leaning * 5 < nodes.len() {
        return None;
    }
    let mixed = |row: &str| {
        let mut last = '\0';
        row.chars().any(|c| {
            let before = std::mem::replace(&mut last, c);
            is_figure(c) && is_han(before) || is_figure(before) && is_han(c)
        })
    };
    let figured = (0..draft.rows.len()).filter(|n| draft.rows[*n].signs.intersects(Signs::FIGURE));
    if figured.filter(|n| mixed(draft.row(*n))).take(leaning).count() * 8 >= leaning {
        return None;
    }
    nodes.iter().filter(leans).map(|n| draft.rows[*n].layout.blanks).min()
}

/// Whether `node` begins a line.
fn parts_before(draft: &Draft<'_>, before: usize, node: usize) -> bool {
    let (left, figure) = (draft.row(before), draft.row(node));
    // two numbers, one below the other
    if left.is_ascii() {
        return true;
    }
    let behind = draft.behind(node);
    // ２． 2021年度清单: a label and its text
    if label(left).is_some_and(|label| label.len == left.len()) {
        return false;
    }
    if left.ends_with(LEADS) && !left.ends_with("附件") || left.ends_with(is_opening) || left.ends_with(['，', '、']) {
        return false;
    }
    // 1 ．加强领导, 2 、完善制度: a label
    let labels = figure.len() <= 2 && behind.starts_with(['．', '、', '.', '）']) && !left.ends_with("附件");
    let colon = left.ends_with(['：', ':']);
    labels || is_ended(left) && !colon || is_salutation(left) || begins_date(draft, node)
}

/// Whether a date that fills its line begins with `node`: 2024 年 10 月 5 日.
fn begins_date(draft: &Draft<'_>, node: usize) -> bool {
    let day = node..draft.rows.len().min(node + 6);
    let written: String = day.map(|n| draft.row(n)).take_while(|row| row.len() <= CELL).collect();
    is_date(&written)
}

/// Whether `next` begins a line behind `node`.
fn parts_behind(draft: &Draft<'_>, node: usize, next: usize) -> bool {
    let right = draft.row(next);
    if right.is_ascii() {
        return true;
    }
    if right.starts_with(UNITS) || right.starts_with(hangs) || right.starts_with(JOINTS) {
        return false;
    }
    let cell = || right.len() < CELL && !right.contains(['，', '。', '；', '：']) && node > 0 && draft.before(node).len() < CELL;
    label(right).is_some()
        || is_field(right)
        || is_organ(right)
        || is_salutation(head(right, 240))
        || is_title_end(right)
        || cell()
        || short::begins_with(right, &["附件", "抄送", "联系"])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` without the line ends inside its lines.
    fn read(text: &str) -> String {
        let mut joined = text.to_owned();
        ends(&Draft::new(text)).into_iter().rev().for_each(|end| joined.replace_range(end, ""));
        joined
    }

    #[test]
    fn nodes_are_one_line() {
        let text = "海教发〔\n2024\n〕\n8\n号\n各县教育局：\n请各县教育局于\n2024\n年\n10\n月\n5\n日前报送\n3\n份报表。\n一、内容\n1\n．查房屋。\n2\n．查食堂。\n电话：\n0999-3380216\n传真：\n0999-3380217\n0999-3380218\n海川市教育局\n2024\n年\n9\n月\n1\n日\n附件：\n1\n．报表\n";
        let lines = "海教发〔2024〕8号\n各县教育局：\n请各县教育局于2024年10月5日前报送3份报表。\n一、内容\n1．查房屋。\n2．查食堂。\n电话：0999-3380216\n传真：0999-3380217\n0999-3380218\n海川市教育局\n2024年9月1日\n附件：\n1．报表\n";
        assert_eq!(read(text), lines);
        // so they are with an empty line between any two, as markup set out in lines leaves them
        assert_eq!(read(&text.replace('\n', "\n\n")).replace("\n\n", "\n"), lines);
        // they are left alone once they are
        assert_eq!(read(lines), lines);
    }

    #[test]
    fn cells_of_a_table_stay() {
        let text = "序号\n1\n年度总结\n2\n月度报告\n3\n日常检查\n合计\n12\n其中2024年\n7\n";
        assert_eq!(read(text), text);
    }
}
