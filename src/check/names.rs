//! 甲、乙、丙等二人: more named than are said to be.
//!
//! Fewer is what 等 is for. Only names parted by 、 count, back to the first piece that holds another word.

use super::{
    Findings, Subject,
    cue::Cues,
    run::{is_numeral, number},
};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::short,
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

/// What ends a list of some.
const SIGN: &str = "等";

/// What is counted behind it.
const COUNTED: [&str; 15] =
    ["名同志", "位同志", "人", "名", "位", "个部门", "部门", "个单位", "单位", "家单位", "家企业", "个县", "个区", "个乡镇", "个镇"];

/// Characters before a claim in which its names stand.
const REACH: usize = 200;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (block, text) in subject.blocks_with(Cues::AND_OTHERS) {
        for sign in subject.reading.cues.within(Cues::AND_OTHERS, block.span) {
            let Some((number, rest)) = claimed(&text[sign + SIGN.len()..]) else { continue };
            let said = match number {
                "两" => Some(2),
                words => numeral::integer(words).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, n)| n as usize),
            };
            let named = names_at_end(&text[..sign]);
            if said.is_some_and(|said| named > said) {
                let claim = sign..text.len() - rest.len();
                findings.report(&NAMES, block.span.slice(claim.clone()), &[], [&text[claim], &named.to_string()]);
            }
        }
    }
}

/// The number at the head of `i` and what stands behind what it counts: 两个部门.
fn claimed(i: &str) -> Option<(&str, &str)> {
    let (number, rest) = number(i, 2, 3, |c| is_numeral(c) || c == '两')?;
    Some((number, short::behind(rest, &COUNTED)?))
}

/// Words that stand before a list, and between things that are no list.
const PARTICLES: &str = "的和与及或以对在将把为由向从等至";

/// How many names stand at the end of `before`: of the first piece what stands behind its last particle.
fn names_at_end(before: &str) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_counts_what_may_be_named() {
        for (i, claim) in [
            ("2人组成", Some(("2", "组成"))),
            ("十二名同志为", Some(("十二", "为"))),
            ("两位", Some(("两", ""))),
            ("12个乡镇", Some(("12", ""))),
            ("三部门联合", Some(("三", "联合"))),
            ("123人", None),
            ("二十三四人", None),
            ("2 人", None),
            ("2个", None),
            ("20余人", None),
            ("人", None),
            ("", None),
        ] {
            assert_eq!(claimed(i), claim, "{i}");
        }
    }
}
