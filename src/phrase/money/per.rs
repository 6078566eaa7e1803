//! What an amount is paid for each of: 每份10元, 10元/份, 每人每年640元, 500元/人·天, 5元每平方米.

use crate::phrase::measure::measure;

/// What stands between one measure and the next: /人·天, /生•年.
pub(crate) const JOINTS: [char; 7] = ['/', '／', '·', '•', '每', '∕', '.'];

/// The measures behind an amount (`/份`, `/人·天`, `每平方米`) and where they end.
pub(super) fn after(text: &str) -> Option<(String, usize)> {
    let rest = text.trim_start();
    let mut rest = rest.strip_prefix(['/', '／', '每', '∕'])?;
    let mut measures = Vec::new();
    while let Some(length) = measure(rest).or_else(|| unknown(rest, &measures)) {
        measures.push(&rest[..length]);
        rest = &rest[length..];
        let Some(next) = rest.strip_prefix(JOINTS) else { break };
        rest = next;
    }
    (!measures.is_empty()).then(|| (measures.join("·"), text.len() - rest.len()))
}

/// A word that is no known measure, right behind the stroke: one character of it.
fn unknown(text: &str, before: &[&str]) -> Option<usize> {
    let c = text.chars().next().filter(|c| c.is_alphabetic())?;
    before.is_empty().then_some(c.len_utf8())
}

/// The measures of the 每… that end `text`, a few words (补助, 定额) between them and the amount, and where they begin.
pub(super) fn before(text: &str) -> Option<(String, usize)> {
    /// Characters between a measure and what follows: 每个子女 每月.
    const GAP: usize = 6;
    let mut measures = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.rfind('每') {
        let piece = &rest[at + "每".len()..];
        let length = measure(piece).filter(|length| near(&piece[*length..], GAP));
        let Some(length) = length else { break };
        measures.insert(0, &piece[..length]);
        rest = &rest[..at];
    }
    (!measures.is_empty()).then(|| (measures.join("·"), rest.len()))
}

/// Whether `gap` is a few words of one clause.
fn near(gap: &str, longest: usize) -> bool {
    gap.chars().count() <= longest && !gap.contains(['，', '。', '；', '、', '：', '\n', '元', ',', ';', ':'])
}
