//! Shares: those of one whole that do not make 100 %, and rates over 100 % that cannot be.
//!
//! A whole is believed where the sentence says 分别占 or 占比分别为, or where what is weighed is a score (成绩, 权重). Rounded
//! shares may miss 100 by half a unit of their last figure each. 完成率 and 增长率 may well be over 100.

use rust_decimal::Decimal;

use super::{Findings, Subject, cue::Cues};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::short,
    phrase::percent::{self, Percent},
    reading::sentence::Punctuation,
    span::{Found, Span},
};

/// 分别占40%、30%、20%
static SUM: Rule = Rule {
    code: "percent-sum",
    severity: Severity::Error,
    zh: "各部分所占比例相加为{0}%，不是100%。",
    en: "The shares make {0} % and not 100 %.",
    basis: "the document contradicts itself",
};
/// 覆盖率达到120%
static OVER: Rule = Rule {
    code: "percent-over",
    severity: Severity::Error,
    zh: "“{0}”不可能超过100%，文中为{1}%。",
    en: "{0} cannot be over 100 %, and the text says {1} %.",
    basis: "a share of a whole is at most the whole",
};

pub(super) static RULES: &[&Rule] = &[&SUM, &OVER];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (block, text) in subject.blocks_with(Cues::SHARE) {
        let found = percent::find(text);
        for share in found.iter().filter(|share| !share.value.points && share.value.value > Decimal::ONE_HUNDRED) {
            over(text, block.span, share, findings);
        }
        if found.len() > 1 {
            for (sentence, _) in Punctuation::of(text).sentences() {
                let first = found.partition_point(|share| share.range.start < sentence.start);
                let last = found.partition_point(|share| share.range.end <= sentence.end).max(first);
                let inside: Vec<_> = found[first..last].iter().collect();
                whole(&text[sentence.clone()], sentence.start, block.span, &inside, findings);
            }
        }
    }
}

/// Rates of which a part of a whole is measured.
const RATES: [&str; 22] = [
    "覆盖率",
    "合格率",
    "达标率",
    "及格率",
    "满意率",
    "满意度",
    "知晓率",
    "参与率",
    "抽查率",
    "办结率",
    "到位率",
    "整改率",
    "公开率",
    "处置率",
    "通过率",
    "出勤率",
    "巩固率",
    "及时率",
    "准确率",
    "接种率",
    "占比",
    "比重",
];

fn over(text: &str, block: Span, share: &Found<Percent>, findings: &mut Findings<'_>) {
    let before = text[..share.range.start]
        .trim_end_matches(|c: char| !c.is_whitespace() && "达到为均在须应至超过不低于≥、以上：要需力争确保努力实现".contains(c));
    if let Some(rate) = RATES.iter().find(|rate| before.ends_with(**rate)) {
        findings.report(&OVER, block.slice(share.range.clone()), &[], [rate, &share.value.value.to_string()]);
    }
}

/// Percents between which a sum that is not 100 is a slip: one further off is that of some shares only, or of two wholes.
const SLIP: [u32; 2] = [60, 160];

/// The shares of one whole in a sentence.
fn whole(sentence: &str, start: usize, block: Span, shares: &[&Found<Percent>], findings: &mut Findings<'_>) {
    let Some(own) = of_one_whole(sentence, start, shares) else { return };
    let sum = own.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share.value.value));
    let scale = own.iter().map(|share| share.value.value.scale()).max().unwrap_or(0);
    let grace = Decimal::new(5, scale + 1).checked_mul(Decimal::from(own.len())).filter(|_| own.len() > 2).unwrap_or(Decimal::ZERO);
    let near = |sum: Decimal| sum > Decimal::from(SLIP[0]) && sum < Decimal::from(SLIP[1]);
    let Some(sum) = sum.filter(|sum| near(*sum) && (*sum - Decimal::ONE_HUNDRED).abs() > grace) else { return };
    let places: Vec<Span> = own.iter().map(|share| block.slice(share.range.clone())).collect();
    findings.report(&SUM, places[0], &places[1..], [&sum.normalize().to_string()]);
}

/// The shares of which the sentence says that they are those of one whole.
fn of_one_whole<'f>(sentence: &str, start: usize, shares: &[&'f Found<Percent>]) -> Option<Vec<&'f Found<Percent>>> {
    let open = ["其余", "其他", "其它", "剩余", "余下", "以上", "以下", "不低于", "不超过", "不高于", "提高", "增长", "下降", "同比"];
    if shares.len() < 2 || shares.iter().any(|share| share.value.points) || open.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let said = ["分别占", "占比分别", "比例分别", "权重分别"].iter().filter_map(|word| sentence.find(word)).min();
    if let Some(at) = said {
        let own: Vec<_> = shares.iter().copied().filter(|share| share.range.start >= start + at).collect();
        return (own.len() > 1).then_some(own);
    }
    // 按50%、30%、20%的比例分担
    let borne = short::holds(sentence, &["分担", "分摊", "承担"]);
    let listed = |pair: &[&Found<Percent>]| {
        matches!(&sentence[pair[0].range.end - start..pair[1].range.start - start], "、" | "和" | "：" | ":" | "∶")
    };
    let last = shares.last().map_or("", |share| &sentence[share.range.end - start..]);
    if borne && shares.len() > 1 && shares.windows(2).all(listed) && last.starts_with("的比例") {
        return Some(shares.to_vec());
    }
    let scored = short::holds(sentence, &["成绩", "权重", "总分", "得分", "考核分"]);
    let weighed = |share: &&Found<Percent>| {
        sentence[..share.range.start - start]
            .trim_end_matches(['总', '成', '绩', '的', '分', '权', '重', '为', '比', '合', '综'])
            .ends_with('占')
    };
    (scored && shares.len() > 1 && shares.iter().all(weighed)).then(|| shares.to_vec())
}
