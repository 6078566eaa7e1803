//! What the words behind an amount say it is for: `20万元的技能提升贷款`, `3亿元的扩建工程`, `5万元，用于校舍维修`.

use std::{ops::Range, sync::LazyLock};

use super::{
    noun,
    words::{BUILDS, FOR, GIVES, NOUNS, WORKS},
};
use crate::{
    lexicon::{Prefixes, short},
    phrase::bound,
};

/// Characters behind an amount that are looked at.
const REACH: usize = 60;

static NOUN: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(NOUNS.iter().copied()));

/// The noun of money right behind the amount that ends at `at`, or what is given at the amount's rate
/// (按每人12元的标准安排补助资金), where it says more than that money is given.
pub(super) fn money(text: &str, at: usize) -> Option<Range<usize>> {
    right_behind(text, at).or_else(|| given(text, at)).filter(|range| !only_gives(&text[range.clone()]))
}

/// Whether a noun says only that money is given: 一次性奖励, 补助资金.
fn only_gives(noun: &str) -> bool {
    const OTHER: [&str; 14] = ["再", "各", "分别", "可", "另", "资金", "经费", "专项", "财政", "定额", "费用", "奖金", "以奖代补", "的"];
    let mut rest = noun;
    while let Some(word) = short::beginnings(rest, GIVES).chain(short::beginnings(rest, &OTHER)).next() {
        rest = &rest[word.len()..];
    }
    rest.is_empty()
}

/// The noun of money behind the amount, whatever it says.
pub(super) fn bare(text: &str, at: usize) -> Option<Range<usize>> {
    right_behind(text, at).or_else(|| given(text, at))
}

/// Whether the amount is given: 20万元一次性奖励, 按每亩200元给予补贴.
pub(super) fn gift(text: &str, at: usize) -> bool {
    bare(text, at).is_some_and(|range| noun::gives(&text[range]))
}

/// The text behind `at`, as far as it is looked at.
fn near(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.char_indices().nth(REACH).map_or(rest.len(), |(end, _)| end)]
}

/// `rest` behind the words that bind the amount and 的.
fn past_bound(rest: &str) -> (&str, bool) {
    let bound = bound::after(rest).map_or(0, |(_, end)| end);
    let past = &rest[bound..];
    past.strip_prefix('的').map_or((past, false), |past| (past, true))
}

/// `rest` behind what else is said of what the amount is of: 30万元、期限不超过3年的贷款, 5万元（含）的贷款.
fn past_term(rest: &str) -> &str {
    let term = rest.strip_prefix('、').filter(|term| ["期限", "贷款期限", "最长"].iter().any(|w| term.starts_with(w)));
    let end = term.and_then(|term| term.find(['，', '。', '；']));
    term.and_then(|term| term[..end.unwrap_or(term.len())].find('的').map(|of| &term[of + "的".len()..])).unwrap_or(rest)
}

/// The noun of money at the head of the text behind `at`.
fn right_behind(text: &str, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    /// Words that say what is done with the amount, and no noun phrase.
    const NO_NOUN: [&str; 12] = ["计算", "缴纳", "交纳", "定额", "标准", "以", "用于", "据实", "由", "进行", "支付", "下达"];
    let (rest, _) = past_bound(near(text, at));
    let rest = past_term(rest);
    let start = at + (near(text, at).len() - rest.len());
    let length = rest
        .find(|c: char| c.is_ascii_digit() || !(c.is_alphanumeric() || matches!(c, '（' | '）' | '“' | '”' | '"')))
        .unwrap_or(rest.len());
    let run = &rest[..length.min(rest.char_indices().nth(LONGEST).map_or(rest.len(), |(end, _)| end))];
    if short::begins_with(run, &NO_NOUN) {
        return None;
    }
    let verbs = short::beginnings(run, GIVES).filter(|verb| *verb != "一次性");
    let lead = verbs.chain(short::beginnings(run, &["作为", "用作"])).map(str::len).max();
    let next = |from: usize| NOUN.find_iter(&run[from..]).next().map(|noun| from + noun.start);
    let lead = lead.filter(|lead| next(*lead).is_some()).unwrap_or(0);
    let mut end = next(lead)?;
    // 奖励资金: one noun behind another
    while let Some(noun) = NOUN.of(&run[end..]) {
        end += noun.len();
    }
    (run[lead..end].chars().count() >= 2).then(|| start + lead..start + end)
}

/// What is given at the end of the clause: 按每亩200元的标准给予补贴.
fn given(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = near(text, at);
    let clause = &rest[..rest.find(['，', '。', '；', '：', '\n', '（', ',', ';']).unwrap_or(rest.len())];
    let start = noun::behind_giving(clause).filter(|from| *from < clause.len())?;
    noun::is_money(&clause[start..]).then(|| at + start..at + clause.len())
}

/// Works whose cost the amount is: 投资3亿元的污水处理厂扩建工程. A limit says which works, not what they cost.
pub(super) fn works(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = near(text, at);
    let (past, joined) = past_bound(rest);
    let start = at + (rest.len() - past.len());
    if !joined || bound::after(rest).is_some() {
        return None;
    }
    let run = &past[..past.find(|c: char| "，。；：、\n（,;".contains(c)).unwrap_or(past.len())];
    let end = WORKS.iter().filter_map(|works| run.find(works).map(|from| from + works.len())).min()?;
    (!noun::is_generic(&run[..end])).then(|| start..start + end)
}

/// What the amount is spent on: 校舍维修 in 安排5万元，用于校舍维修; 建设…的项目 in 投资4亿元，建设…的项目.
pub(super) fn purpose(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = near(text, at);
    let rest = &rest[..rest.find(['。', '；', '\n']).unwrap_or(rest.len())];
    let joint = rest.strip_prefix(['，', ',']).unwrap_or(rest);
    let builds = || short::begins_with(joint, BUILDS).then_some(joint);
    let purpose =
        FOR.iter().filter_map(|w| rest.find(w).map(|from| &rest[from + w.len()..])).max_by_key(|rest| rest.len()).or_else(builds)?;
    let start = at + (rest.len() - purpose.len());
    let end = start + purpose.find(['，', '、', '）', ')', '（', '(']).unwrap_or(purpose.len());
    (end > start).then_some(start..end)
}
