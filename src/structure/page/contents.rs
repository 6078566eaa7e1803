//! Tables of contents: lines that lead from a heading to its page, and lists of headings that the text says again.
//!
//! Without dots and numbers a heading in the table looks like the heading itself: only a list under 目录 whose first line
//! comes again below is one.

use super::{Lines, Role, fold};
use crate::lexicon::short;
use crate::phrase::numeral::is_figure;

/// So many headings a table without page numbers may have.
const MOST: usize = 150;
/// A longer line is no heading, in characters.
const LONGEST: u32 = 40;

/// Says that tables of contents are furniture.
pub(super) fn mark(lines: &mut Lines<'_>) {
    for i in 0..lines.len() {
        let headed = is_head(lines, i);
        if is_entry(lines, i) || (headed && i + 1 < lines.len() && is_entry(lines, i + 1)) {
            lines.set(i, Role::Furniture);
        } else if headed && let Some(end) = end(lines, i) {
            (i..end).for_each(|j| lines.set(j, Role::Furniture));
        }
    }
}

/// Whether line `i` leads from a heading to its page: 第一章 发展基础 ………… 1.
fn is_entry(lines: &Lines<'_>, i: usize) -> bool {
    let last = lines.facts(i).last;
    (last.is_ascii_digit() || is_dash(last)) && lines.span(i).len() < 300 && leads_to_page(lines.str(i))
}

/// Whether `line` ends with the number of a page and dots before it.
fn leads_to_page(line: &str) -> bool {
    let number = line.strip_suffix(is_dash).unwrap_or(line).trim_end();
    let before = number.trim_end_matches(is_figure);
    let words = before.trim_end();
    let words = words.strip_suffix(is_dash).unwrap_or(words);
    let dots = &words[words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '·' | '…')).len()..];
    (1..=3).contains(&(number.len() - before.len())) && short::holds(dots, &["……", "......", "······"])
}

/// What stands around the number of a page: - 1 -.
const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—')
}

/// Whether line `i` is 目　录.
fn is_head(lines: &Lines<'_>, i: usize) -> bool {
    lines.facts(i).first == '目' && lines.span(i).len() < 30 && matches!(fold(lines.str(i)).as_str(), "目录" | "目次")
}

/// Where the first heading of the table under line `i` comes again.
fn end(lines: &Lines<'_>, i: usize) -> Option<usize> {
    let first = fold(lines.str((i + 1 < lines.len()).then_some(i + 1)?));
    let heading = |j: &usize| lines.facts(*j).is_bare() && lines.facts(*j).chars <= LONGEST;
    let below = (i + 1..lines.len()).take(MOST).take_while(heading);
    below.skip(1).find(|j| fold(lines.str(*j)) == first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Text;

    #[test]
    fn headings_that_come_again_are_a_table() {
        let kept = |text: &str| {
            let text = Text::read(text.to_owned());
            let mut lines = Lines::new(&text);
            mark(&mut lines);
            (0..lines.len()).filter(|i| lines.is_open(*i)).count()
        };
        let text = "第一章　总则\n第一条　为规范管理，制定本办法。\n第二章　附则\n第二条　本办法自公布之日起施行。\n";
        assert_eq!(kept(&format!("目　录\n第一章　总则\n第二章　附则\n{text}")), 4);
        assert_eq!(kept(&format!("目　录\n第一章　总则……1\n第二章　附则……3\n{text}")), 4);
        assert_eq!(kept(&format!("收费目录\n{text}")), 5);
    }
}
