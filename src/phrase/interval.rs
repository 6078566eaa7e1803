//! The first half of an interval or list that leaves its unit to the last: `15—20万元`, `1至2个`, `10、20、30万元`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::numeral;

/// Signs and words between the ends of an interval.
pub const JOINTS: [char; 9] = ['—', '-', '－', '–', '～', '~', '至', '到', '∼'];

/// Whether what stands between two members of a list, or between the ends of an interval, joins them.
pub(crate) fn joins(between: &str) -> bool {
    matches!(between, "、" | "和" | "及" | "以及" | "或" | "或者") || between.strip_prefix(JOINTS) == Some("")
}

/// The number that ends right before `at`, behind which one of `joints` stands; its place reaches not back over `from`.
pub(super) fn before(text: &str, from: usize, at: usize, joints: &[char]) -> Option<(Decimal, Range<usize>)> {
    text[from..at].chars().next_back().filter(|c| *c == ' ' || joints.contains(c))?;
    let end = text[from..at].trim_end_matches(' ').trim_end_matches(|c| joints.contains(&c)).trim_end_matches(' ').len() + from;
    let joint = &text[end..at];
    // ―― is one dash, 至到 none
    if joint.trim().is_empty() || joint.trim().chars().count() > 2 {
        return None;
    }
    let start = run_start(text, from, end);
    let (rest, value) = numeral::decimal(&text[start..end]).ok()?;
    rest.is_empty().then_some((value, start..end))
}

/// Where the run of number characters begins that ends at `end`.
pub(super) fn run_start(text: &str, from: usize, end: usize) -> usize {
    const LONGEST: usize = 40;
    let mut start = end;
    for (at, c) in text[from..end].char_indices().rev().take(LONGEST) {
        let at = from + at;
        let separates = matches!(c, ',' | '，' | '.' | '．' | '点' | '點') && text[start..end].starts_with(numeral::is_numeral);
        if !(numeral::is_numeral(c) || separates) {
            break;
        }
        start = at;
    }
    start + text[start..end].find(|c| !matches!(c, ',' | '，' | '.' | '．' | '点' | '點')).unwrap_or(0)
}

/// The value of the first half where it leaves out the 万 or 亿 of the last (15—20万元 begins at 150,000), not where it
/// has its own (8万至1亿元) or could not be smaller (8000至1万元). `last` begins with the last number.
pub(super) fn share_scale(value: Decimal, first: &str, last: &str) -> Decimal {
    const GROUPS: [char; 4] = ['万', '亿', '萬', '億'];
    let number =
        &last[..last.find(|c| !(numeral::is_numeral(c) || matches!(c, '.' | '．' | ',' | '，' | '点' | '點'))).unwrap_or(last.len())];
    let coefficient = number.trim_end_matches(GROUPS);
    let smaller = numeral::decimal(coefficient).is_ok_and(|(rest, last)| rest.is_empty() && value < last);
    let shared = numeral::scale(&number[coefficient.len()..]).filter(|_| smaller && !first.ends_with(GROUPS));
    shared.and_then(|(_, exponent)| numeral::scaled(value, exponent)).unwrap_or(value)
}
