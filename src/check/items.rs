//! Items in running text: 一是…三是…, （1）…（3）…, ①…③….
//!
//! A list is believed where its first item is number one; a number counts as an item only behind a stop or at the
//! beginning, so that 第二是 and （3） of a cross-reference are none.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    pattern::pattern,
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

/// 一是 behind a stop, ①, （1）.
static LABEL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[：:；;。，,])\s?(?:([一二三四五六七八九十]{1,2})(是)|(?:([①②③④⑤⑥⑦⑧⑨⑩]))|[（(]([0-9]{1,2})[）)])"));

/// An item: which kind of label, its number, its place.
type Item = (usize, u32, std::ops::Range<usize>);

/// How the first item of a list may begin: a text without it holds none.
const FIRST: [&str; 6] = ["一是", "①", "（1", "(1", "（0", "(0"];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for block in subject.reading.blocks.iter().filter(|block| block.is_body() && block.place != Place::Row) {
        let text = subject.reading.text(block);
        if !FIRST.iter().any(|first| text.contains(first)) {
            continue;
        }
        let mut last: [Option<Item>; 3] = [const { None }; 3];
        for item in LABEL.captures_iter(text).filter_map(|found| item(&found)) {
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

fn item(found: &regex::Captures<'_>) -> Option<Item> {
    let (kind, label) = (1..5).filter(|group| *group != 2).enumerate().find_map(|(kind, group)| Some((kind, found.get(group)?)))?;
    let words = label.as_str();
    let number = match kind {
        0 => numeral::words(words).ok().filter(|(rest, _)| rest.is_empty())?.1 as u32,
        1 => words.chars().next()? as u32 - '①' as u32 + 1,
        _ => words.parse().ok()?,
    };
    Some((kind, number, label.range()))
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
