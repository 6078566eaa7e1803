//! Two desks side by side, a column each, as announcements set buyer and agent:
//!
//! ```text
//! 联系人：李明远　　　　　　联系人：欧阳静
//! 电　话：0750-3380216　　　电　话：0750-3380333
//! ```
//!
//! A line is such where both halves have the same label; one line alone is none.

use crate::lexicon::short;
use std::ops::Range;

use crate::reading::{Cues, Reading};

/// The lines that are cut in two, in order.
pub(super) struct Halves(Vec<Half>);

/// A line that is cut in two.
struct Half {
    line: usize,
    /// Where its second half begins.
    cut: usize,
    /// The first line of the run of such lines that it stands in.
    first: usize,
}

/// The lines that are two columns.
pub(super) fn find(reading: &Reading<'_>) -> Halves {
    let wide = reading.blocks.iter().enumerate().filter(|(_, block)| block.cues.intersects(Cues::WIDE));
    let mut halves: Vec<Half> = Vec::new();
    for (line, cut) in wide.filter_map(|(line, block)| Some((line, cut(reading.text(block))?))) {
        let first = halves.last().filter(|last| last.line + 1 == line).map_or(line, |last| last.first);
        halves.push(Half { line, cut, first });
    }
    // a line alone is not cut
    let alone: Vec<usize> = halves.chunk_by(|a, b| a.first == b.first).filter(|run| run.len() == 1).map(|run| run[0].line).collect();
    halves.retain(|half| alone.binary_search(&half.line).is_err());
    Halves(halves)
}

impl Halves {
    /// What to sort fields by: the run of lines, the column, the line.
    pub(super) fn order(&self, line: usize, at: usize) -> (usize, usize) {
        match self.0.binary_search_by_key(&line, |half| half.line) {
            Ok(n) => (self.0[n].first, usize::from(at >= self.0[n].cut)),
            Err(_) => (line, 0),
        }
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
    let second = short::holds(before, &WIDE);
    if second { line.len() - right.len()..line.len() } else { 0..line.len() - right.len() }
}
