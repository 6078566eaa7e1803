//! Items in running text: 一是…三是…, （1）…（3）…, ①…③….
//!
//! A list is believed where its first item is number one; a number counts as an item only behind a stop or at the
//! beginning, so that 第二是 and （3） of a cross-reference are none.

use super::{
    Findings, Subject,
    cue::Cues,
    run::{blank, is_figure, is_numeral, run},
};
use crate::{
    diagnostic::{Rule, Severity},
    phrase::numeral,
    reading::{Block, Place},
};

/// 一是…三是…
static ITEMS: Rule = Rule {
    code: "numbering-items",
    severity: Severity::Warning,
    zh: "文中列举的序号不连续：“{0}”之后是“{1}”。",
    en: "The items in the sentence do not run on: “{1}” follows “{0}”.",
    basis: "the numbers of a list run on",
};

pub(super) static RULES: &[&Rule] = &[&ITEMS];

/// An item: which kind of label, its number, its place.
type Item = (usize, u32, std::ops::Range<usize>);

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (block, text) in subject.blocks_with(Cues::FIRST).filter(|(block, _)| block.place != Place::Row) {
        let mut last: [Option<Item>; 3] = [const { None }; 3];
        for item in all(text) {
            let open = &mut last[item.0];
            let between = |elder: &Item| &text[elder.2.end..item.2.start];
            if let Some(elder) = open.as_ref().filter(|elder| is_slip(elder, &item) && !is_written(between(elder), item.1 - 1)) {
                tell(text, block, elder, &item, findings);
            }
            // a list that does not begin with one is none
            if open.is_some() || item.1 == 1 {
                *open = Some(item);
            }
        }
    }
}

/// The items of `text`: each at its beginning or right behind a stop.
fn all(text: &str) -> impl Iterator<Item = Item> + '_ {
    let stops = |c| !matches!(c, '\u{4e00}'..='\u{9fff}') && matches!(c, '：' | ':' | '；' | ';' | '。' | '，' | ',');
    let starts = std::iter::once(0).chain(text.match_indices(stops).map(|(at, stop)| at + stop.len()));
    starts.filter_map(|at| item(text, at))
}

/// The item that begins at a place of `text`, or behind a blank there: 一是, ①, （1）.
fn item(text: &str, at: usize) -> Option<Item> {
    let i = blank(&text[at..]);
    let start = text.len() - i.len();
    let (words, rest) = run(i, 2, is_numeral);
    if rest.starts_with('是') {
        let (_, number) = numeral::words(words).ok().filter(|(rest, _)| rest.is_empty())?;
        return Some((0, number as u32, start..start + words.len()));
    }
    let first = i.chars().next()?;
    if matches!(first, '①'..='⑩') {
        return Some((1, first as u32 - '①' as u32 + 1, start..start + first.len_utf8()));
    }
    let (figures, rest) = run(i.strip_prefix(['（', '('])?, 2, is_figure);
    let start = start + first.len_utf8();
    let number = figures.parse().ok().filter(|_| rest.starts_with(['）', ')']))?;
    Some((2, number, start..start + figures.len()))
}

/// Whether `next` neither follows nor begins anew.
fn is_slip(elder: &Item, next: &Item) -> bool {
    next.1 != 1 && (next.1 == elder.1 || (elder.1 + 2..elder.1 + 4).contains(&next.1))
}

/// Whether the number that is missing stands between in another shape: 二负责….
fn is_written(between: &str, number: u32) -> bool {
    let words = numeral::to_words(number).unwrap_or_default();
    between.split(['：', '；', '。', '，', ';', '、', ' ']).any(|piece| piece.starts_with(&words) || piece.starts_with(&number.to_string()))
}

fn tell(text: &str, block: &Block, elder: &Item, next: &Item, findings: &mut Findings<'_>) {
    let words = |item: &Item| text[item.2.clone()].to_owned();
    findings.report(&ITEMS, block.span.slice(next.2.clone()), &[block.span.slice(elder.2.clone())], [&words(elder), &words(next)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_at_the_beginning_or_behind_a_stop() {
        for (text, items) in [
            ("一是甲；二是乙，十一是丙", &[(0, 1, "一"), (0, 2, "二"), (0, 11, "十一")][..]),
            ("：①甲。 ②乙；⑩丙", &[(1, 1, "①"), (1, 2, "②"), (1, 10, "⑩")]),
            ("（1）甲；（02）乙,(3)丙:（4)丁", &[(2, 1, "1"), (2, 2, "02"), (2, 3, "3"), (2, 4, "4")]),
            ("，一是：(1)", &[(0, 1, "一"), (2, 1, "1")]),
            ("　一是甲", &[(0, 1, "一")]),
            ("，  一是甲", &[]),
            ("第一是甲，是乙", &[]),
            ("二十一是甲", &[]),
            ("一二是甲，二、是乙", &[]),
            ("见①，⑪", &[]),
            ("（123）（）（一）", &[]),
            ("；（1", &[]),
            ("", &[]),
        ] {
            let found: Vec<_> = all(text).map(|(kind, number, range)| (kind, number, &text[range])).collect();
            assert_eq!(found, items, "{text}");
        }
    }
}
