//! Noun phrases around amounts: what is left of a clause when list marks, verbs, bounds and numbers are taken off.

use std::{ops::Range, sync::LazyLock};

use super::words::{GENERIC, HEADS, LINKS, NOUNS, VERBS};
use crate::{
    lexicon::{Lists, Prefixes, Suffixes},
    phrase::{bound, measure::measure},
};

/// [`NOUNS`] at the end of a phrase.
static NOUN: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(NOUNS.iter().copied()));
/// [`GENERIC`] at the head of a phrase.
static SAYS_MONEY: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(GENERIC.iter().copied()));
/// [`LINKS`] at its end.
static LINK: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(LINKS.iter().copied()));
/// [`VERBS`] anywhere.
static VERB: LazyLock<Lists> = LazyLock::new(|| Lists::of_one(VERBS));

/// The clause before `at`, from the last mark outside brackets; not reaching back over `from`.
pub(super) fn clause_before(text: &str, from: usize, at: usize) -> Range<usize> {
    let mut depth = 0usize;
    for (p, c) in text[from..at].char_indices().rev() {
        match c {
            '）' | ')' | '》' | '〉' => depth += 1,
            '（' | '(' | '《' | '〈' if depth > 0 => depth -= 1,
            // 预算金额：50万元, and the cell before the amount
            '：' | ':' | '\t' if text[from + p..at].trim_matches(['：', ':', '\t', ' ']).is_empty() => {}
            '，' | '。' | '；' | '：' | ',' | ';' | '\n' | '！' | '？' | '（' | '(' | '\t' if depth == 0 => {
                return from + p + c.len_utf8()..at;
            }
            _ => {}
        }
    }
    from..at
}

/// `range` without what is no noun phrase at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let end = range.start + cut_tail(&text[range.clone()]);
    let start = range.start + cut_head(&text[range.start..end]);
    start..end.max(start)
}

/// Where the noun phrase ends: before bounds, 每份, links, long brackets, quantities.
fn cut_tail(clause: &str) -> usize {
    let mut rest = clause.trim_end_matches([' ', '\u{3000}', '\t', '“', '"']);
    loop {
        let shorter = paid_from(rest)
            .or_else(|| bound::before(rest).map(|(_, start)| start))
            .or_else(|| measured(rest))
            .or_else(|| counted(rest))
            .or_else(|| long_bracket(rest))
            .or_else(|| LINK.of(rest).map(|link| rest.len() - link.len()));
        match shorter {
            Some(length) if length < rest.len() => rest = rest[..length].trim_end(),
            _ => return rest.len(),
        }
    }
}

/// Before the words that say who pays, from what and by what: 考务经费由市、县财政按…, 奖补资金按新建管网….
fn paid_from(text: &str) -> Option<usize> {
    let joints = text.char_indices().filter(|(at, c)| matches!(c, '由' | '从' | '按' | '在') && *at > 0);
    joints.map(|(at, _)| at).find(|at| is_money(&text[..*at]) && text[..*at].chars().count() > 2)
}

/// Before a 每 with nothing but measures behind it: 每人每年, 每份.
fn measured(text: &str) -> Option<usize> {
    let at = text.rfind('每')?;
    let rest = &text[at + "每".len()..];
    let length = measure(rest)?;
    let rest = &rest[length..];
    (rest.is_empty() || LINKS.contains(&rest) || matches!(rest, "加价" | "补助" | "定额" | "补贴")).then_some(at)
}

/// Before a quantity at the end: 印刷费5000份.
fn counted(text: &str) -> Option<usize> {
    let unit = text.char_indices().rev().take(3).map(|(at, _)| at).find(|at| measure(&text[*at..]) == Some(text.len() - at))?;
    let number = text[..unit].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '万'));
    (number.len() < unit).then_some(number.len())
}

/// Before a bracket of more than a few characters: （指节水器具目录以内的自备部分）.
fn long_bracket(text: &str) -> Option<usize> {
    const SHORT: usize = 8;
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    (inner[open..].chars().count() > SHORT && open > 0).then_some(open)
}

/// Where the noun phrase begins: behind list marks, verbs, and the 的 before a noun of money.
fn cut_head(clause: &str) -> usize {
    let mut start = 0;
    while let Some(length) =
        HEADS.iter().find(|w| clause[start..].starts_with(**w) && !clause[start..].starts_with("其他")).map(|w| w.len())
    {
        start += length;
    }
    let rest = clause.len();
    let verb = VERB
        .held_by(clause)
        .of(VERBS)
        .filter_map(|w| clause.rfind(w).map(|at| at + w.len()))
        .filter(|at| clause[*at..rest].chars().count() >= 2 && !is_generic(&clause[*at..]))
        .max();
    start = start.max(verb.unwrap_or(0));
    let tail = clause[start..].rfind('的').map(|at| start + at + "的".len()).filter(|at| specific(&clause[*at..]));
    let after = clause[start..].rfind("后年").map(|at| start + at + "后".len());
    start.max(tail.unwrap_or(0)).max(after.unwrap_or(0)).max(start + toward(&clause[start..]))
}

/// Behind the 对 that an organ does something to: 县财政局对返还金额.
fn toward(clause: &str) -> usize {
    let joints = clause.match_indices('对').map(|(at, word)| (at, at + word.len()));
    let free = |(at, end): &(usize, usize)| {
        !clause[..*at].ends_with(['应', '针', '面', '相', '核', '绝'])
            && !clause[*end..].starts_with(['外', '口', '象', '策', '比', '照', '接', '应'])
    };
    joints.filter(free).map(|(_, end)| end).rfind(|end| is_money(&clause[*end..]) && !is_generic(&clause[*end..])).unwrap_or(0)
}

/// Whether a phrase behind 的 says enough by itself: 校舍租金支出, not 相关支出.
fn specific(phrase: &str) -> bool {
    const ENOUGH: usize = 4;
    const VAGUE: [&str; 6] = ["相关", "有关", "各项", "全部", "部分", "其他"];
    phrase.chars().count() >= ENOUGH && is_money(phrase) && !VAGUE.iter().any(|w| phrase.starts_with(w)) && !is_generic(phrase)
}

/// Whether `phrase` is a noun of money and nothing else: 待遇, 费用.
pub(super) fn is_bare(phrase: &str) -> bool {
    NOUNS.contains(&phrase)
}

/// The clauses of persons or things right before `noun`, for which a bare noun of money stands: 甲岗位1人，乙岗位2人，待遇.
pub(super) fn with_counted(text: &str, from: usize, noun: Range<usize>) -> Range<usize> {
    let mut start = noun.start;
    while let Some(head) = text[from..start].strip_suffix(['，', '、', ',']) {
        let clause = clause_before(text, from, from + head.len());
        if clause.is_empty() || counted(&text[clause.clone()]).is_none() {
            break;
        }
        start = clause.start;
    }
    start..noun.end
}

/// Whether `phrase` ends with a noun of money.
pub(super) fn is_money(phrase: &str) -> bool {
    let phrase = phrase.trim_end_matches(['）', ')', '”', '"']);
    let phrase = phrase.rfind(['（', '(', '〈']).map_or(phrase, |open| &phrase[..open]);
    NOUN.of(phrase).is_some()
}

/// Whether nothing of `phrase` says what the money is for.
pub(super) fn is_generic(phrase: &str) -> bool {
    let mut rest = phrase.trim();
    while let Some(word) = SAYS_MONEY.of(rest) {
        rest = rest[word.len()..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '.' | ' '));
    }
    rest.chars().filter(|c| c.is_alphabetic()).count() < 2
}

/// A phrase that may be a clause about something else: it begins with a preposition, or with 每.
pub(super) fn is_weak(words: &str) -> bool {
    const STARTS: [&str; 18] =
        ["比", "较", "同比", "上年", "每", "在", "由", "对", "从", "自", "经", "如", "若", "按", "为", "向", "以", "与"];
    const ENDS: [&str; 12] = ["时", "后", "前", "的", "当年", "期间", "的年度", "情况", "城市", "标准", "可", "这"];
    words.chars().count() < 2
        || STARTS.iter().any(|w| words.starts_with(w))
        || ENDS.iter().any(|w| words.ends_with(w))
        || begins_with_verb(words)
}

/// A clause that gives money rather than names what for.
fn begins_with_verb(words: &str) -> bool {
    const VERBS: [&str; 12] = ["给予", "奖励", "享受", "申请", "发放", "提供", "处", "获得", "设立", "分摊", "可申请", "符合"];
    VERBS.iter().any(|w| words.starts_with(w) || words.ends_with(w))
}
