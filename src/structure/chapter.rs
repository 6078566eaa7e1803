//! Chapters numbered by a bare figure, as plans for emergencies and standards have them: `1 总则` above `1.1 编制目的`.
//!
//! A figure without a mark is no label by itself. It is one where a decimal label that begins with it follows right
//! below, or where it counts on from such a chapter and a blank stands behind it.

use super::{label::Style, line::Lines, step::is_figure};
use crate::{pattern::is_han, phrase::numeral};

/// The longest heading of a chapter, in characters.
const HEADING: usize = 20;
/// So many lines below a chapter its first decimal label stands, if not right below.
const NEAR: usize = 3;

/// Finds such chapters, line after line.
#[derive(Default)]
pub(super) struct Chapters {
    /// The last one's number.
    last: u32,
}

impl Chapters {
    /// The number of the chapter that line `i` opens, and how many bytes its figure and the blanks behind it have.
    pub(super) fn read(&mut self, lines: &Lines<'_>, i: usize) -> Option<(u32, usize, usize)> {
        let (line, facts) = (lines.str(i), lines.facts(i));
        if !is_figure(facts.first) || !facts.is_bare() {
            return None;
        }
        let (rest, number) = numeral::figures(line).ok()?;
        let heading = rest.trim_start();
        let figure = line.len() - rest.len();
        let plain = heading.starts_with(is_han) && heading.chars().count() <= HEADING;
        let number = u32::try_from(number).ok().filter(|n| plain && (1..100).contains(n))?;
        let counts_on = number == self.last + 1 && self.last > 0 && heading.len() < rest.len();
        if !counts_on && !has_steps(lines, i, number) {
            return None;
        }
        self.last = number;
        Some((number, figure, line.len() - heading.len()))
    }
}

/// Whether `number.1` follows line `i`.
fn has_steps(lines: &Lines<'_>, i: usize, number: u32) -> bool {
    let below = (i + 1..lines.len()).filter(|j| lines.is_open(*j)).take(NEAR);
    let decimal = |j: &usize| lines.facts(*j).label.is_some_and(|l| l.style == Style::Decimal && l.ordinal == 1);
    below.filter(decimal).any(|j| {
        let first = lines.str(j).strip_prefix(&number.to_string()).and_then(|rest| rest.strip_prefix(['.', '．']));
        first.is_some_and(|rest| rest.starts_with(['1', '１']))
    })
}
