//! 甲、乙、丙等二人: more named than are said to be.
//!
//! Fewer is what 等 is for. Only names parted by 、 count, back to the first piece that holds another word.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    pattern::pattern,
    phrase::numeral,
};

/// 李明远、王静、欧阳静等2人
static NAMES: Rule = Rule {
    code: "count-names",
    severity: Severity::Error,
    zh: "文中称“{0}”，前面列出{1}个。",
    en: "The text says “{0}” and names {1}.",
    basis: "the document contradicts itself",
};

pub(super) static RULES: &[&Rule] = &[&NAMES];

static CLAIM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"等([0-9]{1,2}|[一二三四五六七八九十两]{1,3})(?:名同志|位同志|人|名|位|个部门|部门|个单位|单位|家单位|家企业|个县|个区|个乡镇|个镇)",
    )
});

/// Characters before a claim in which its names stand.
const REACH: usize = 200;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for block in subject.reading.blocks.iter().filter(|block| block.is_body()) {
        let text = subject.reading.text(block);
        if !text.contains("等") {
            continue;
        }
        for found in CLAIM.captures_iter(text) {
            let (Some(whole), Some(number)) = (found.get(0), found.get(1)) else { continue };
            let said = match number.as_str() {
                "两" => Some(2),
                words => numeral::integer(words).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, n)| n as usize),
            };
            let named = named(&text[..whole.start()]);
            if said.is_some_and(|said| named > said) {
                findings.report(&NAMES, block.span.slice(whole.range()), &[], [whole.as_str(), &named.to_string()]);
            }
        }
    }
}

/// Words that stand before a list, and between things that are no list.
const PARTICLES: &str = "的和与及或以对在将把为由向从等至";

/// How many names stand at the end of `before`: of the first piece what stands behind its last particle.
fn named(before: &str) -> usize {
    let from = before.char_indices().nth_back(REACH).map_or(0, |(at, _)| at);
    let list = before[from..].rsplit(['。', '，', '；', '：', '\n', '“', '（', '(']).next().unwrap_or_default();
    let mut count = 0;
    for piece in list.rsplit('、') {
        let name = piece.rsplit(|c| PARTICLES.contains(c)).next().unwrap_or_default();
        count += usize::from((1..=10).contains(&name.chars().count()));
        if name.len() < piece.len() || name.chars().count() > 10 {
            break;
        }
    }
    count
}
