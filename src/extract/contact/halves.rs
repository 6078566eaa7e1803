//! Two desks side by side, a column each, as announcements set buyer and agent:
//!
//! ```text
//! 联系人：李明远　　　　　　联系人：欧阳静
//! 电　话：0750-3380216　　　电　话：0750-3380333
//! ```
//!
//! A line is such where both halves have the same label; one line alone is none.

use std::ops::Range;

/// Where each line is cut in two, for lines that are.
pub(super) struct Halves {
    cuts: Vec<Option<usize>>,
    /// The first line of the run of such lines that a line stands in.
    firsts: Vec<usize>,
}

/// The lines of `texts` that are two columns.
pub(super) fn find(texts: &[&str]) -> Halves {
    let alike: Vec<Option<usize>> = texts.iter().map(|text| cut(text)).collect();
    let near = |n: usize| n.checked_sub(1).is_some_and(|last| alike[last].is_some()) || alike.get(n + 1).is_some_and(Option::is_some);
    let cuts: Vec<Option<usize>> = (0..texts.len()).map(|n| alike[n].filter(|_| near(n))).collect();
    let mut firsts: Vec<usize> = Vec::with_capacity(texts.len());
    for n in 0..texts.len() {
        let goes_on = n > 0 && cuts[n].is_some() && cuts[n - 1].is_some();
        firsts.push(if goes_on { firsts[n - 1] } else { n });
    }
    Halves { cuts, firsts }
}

impl Halves {
    /// What to sort fields by: the run of lines, the column, the line.
    pub(super) fn order(&self, line: usize, at: usize) -> (usize, bool, usize, usize) {
        (self.firsts[line], self.cuts[line].is_some_and(|cut| at >= cut), line, at)
    }
}

/// Where the second half of a line begins that has the same label as the first.
fn cut(line: &str) -> Option<usize> {
    let (left, right) = split(line)?;
    let label = |half: &str| {
        let (label, _) = half.split_once(['：', ':'])?;
        Some(label.chars().filter(|c| !c.is_whitespace()).collect::<String>())
    };
    let same = label(left).is_some_and(|name| (2..=8).contains(&name.chars().count()) && label(right) == Some(name));
    same.then(|| line.len() - right.len())
}

/// Blanks that part columns.
const WIDE: [&str; 3] = ["\u{3000}\u{3000}", "   ", "\t"];

/// The halves of a line on both sides of its first wide blank behind a label and its value.
fn split(line: &str) -> Option<(&str, &str)> {
    let value = line.find(['：', ':'])?;
    let blank = WIDE.iter().filter_map(|wide| line[value..].find(wide)).min().map(|at| value + at)?;
    let right = line[blank..].trim_start();
    (!right.is_empty()).then(|| (line[..blank].trim_start(), right))
}

/// The half of `line` that stands over a field before which the words `before` stand on its own line: all of it where it
/// is not two columns.
pub(super) fn over(line: &str, before: &str) -> Range<usize> {
    let Some((_, right)) = split(line).filter(|(_, right)| right.contains(['：', ':'])) else { return 0..line.len() };
    let second = WIDE.iter().any(|wide| before.contains(wide));
    if second { line.len() - right.len()..line.len() } else { 0..line.len() - right.len() }
}
