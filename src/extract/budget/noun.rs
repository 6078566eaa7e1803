//! Noun phrases around amounts: what is left of a clause when list marks, verbs, bounds and numbers are taken off, and what
//! such a phrase says.

mod head;
mod tail;

use std::{ops::Range, sync::LazyLock};

use super::words::{ATTAINED, GENERIC, GIVES, NOUNS, PARTIES, PAYERS};
use crate::{
    lexicon::{Lists, Prefixes, Suffixes, joined, picked, short},
    pattern::signs,
    phrase::{
        measure::measure,
        numeral::{self, is_figure},
    },
};

/// [`NOUNS`] at the end of a phrase.
static NOUN: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(NOUNS.iter().copied()));
/// [`GENERIC`] at the head of a phrase.
static SAYS_MONEY: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(GENERIC.iter().copied()));
/// [`ATTAINED`] at its head.
static ATTAIN: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(ATTAINED.iter().copied()));
/// [`GIVES`] anywhere.
static PAY: LazyLock<Lists> = LazyLock::new(|| Lists::new(GIVES.iter().chain(&["按", "由"]).map(std::slice::from_ref)));
static GIVE: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(GIVES.iter().copied()));

/// The clause before `at`, from the last mark outside brackets; not reaching back over `from`.
pub(super) fn clause_before(text: &str, from: usize, at: usize) -> Range<usize> {
    let (mut depth, mut rest) = (0usize, &text[from..at]);
    loop {
        // most are Chinese characters
        while let [.., 0xe4..=0xe9, _, _] = rest.as_bytes() {
            rest = &rest[..rest.len() - 3];
        }
        let Some(c) = rest.chars().next_back() else { return from..at };
        let p = rest.len() - c.len_utf8();
        rest = &rest[..p];
        match c {
            '）' | ')' | '》' | '〉' => depth += 1,
            '（' | '(' | '《' | '〈' if depth > 0 => depth -= 1,
            // 预算金额：50万元, and the cell before the amount
            '：' | ':' | '\t' if text[from + p..at].trim_matches(['：', ':', '\t', ' ']).is_empty() => {}
            // of a ratio, an hour or a decimal, and no stop
            ':' | '.' if rest.ends_with(|c: char| c.is_ascii_alphanumeric()) && behind_is_digit(&text[from + p + 1..]) => {}
            '，' | '。' | '；' | '：' | ',' | ';' | ':' | '.' | '\n' | '！' | '？' | '（' | '(' | '\t' if depth == 0 => {
                return from + p + c.len_utf8()..at;
            }
            _ => {}
        }
    }
}

fn behind_is_digit(text: &str) -> bool {
    text.trim_start_matches(' ').starts_with(is_figure)
}

/// `range` without what is no noun phrase at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let end = range.start + tail::end(&text[range.clone()]);
    let start = range.start + head::start(&text[range.start..end]);
    let bracket = behind_bracket(&text[start..end.max(start)]);
    // 视情况（另行规定）分三年奖励: the words behind a bracket begin like any others
    let more = if bracket > 0 { head::start(&text[start + bracket..end]) } else { 0 };
    let start = start + bracket + more;
    let start = start + behind_honours(&text[start..end.max(start)]);
    // 20万元安家费、每月│800元: what ends with the mark of a list is of the amount before
    if text[start..end.max(start)].strip_suffix('、').is_some_and(|member| !member.contains('、')) {
        return end..end;
    }
    start..end.max(start)
}

/// What is given with prize money.
const HONOURS: &[&str] = &["证书", "奖状", "奖杯", "奖牌", "奖品"];

/// Those who get something else and the money with it: 先进个人 of 先进个人颁发荣誉证书.
pub(super) fn before_honours(phrase: &str) -> &str {
    let verb = ["颁发", "授予", "发给"].iter().filter_map(|verb| phrase.find(verb)).min();
    verb.filter(|at| *at > 0 && short::ends_with(phrase, HONOURS)).map_or(phrase, |at| &phrase[..at])
}

/// Where the prize money stands behind what else a prize is made of: 颁发荣誉证书及│奖金, 奖杯+证书+│奖金.
fn behind_honours(phrase: &str) -> usize {
    let joined = phrase.strip_suffix("奖金").and_then(|rest| rest.strip_suffix(['和', '及', '、', '+', '＋', '与']));
    let honours = joined.is_some_and(|rest| short::ends_with(rest, HONOURS));
    if honours { phrase.len() - "奖金".len() } else { 0 }
}

/// The fewest characters that say by themselves what money is for.
const SAYS: usize = 3;

/// Where the noun begins behind a bracket: 项目（不含住宅）│固定资产投资, 普通高校（│本科. A word or two behind a bracket go on
/// with what stands before it.
fn behind_bracket(phrase: &str) -> usize {
    let (mut open, mut close) = (None, None);
    for sign in signs(phrase) {
        match sign.1 {
            '（' | '(' | '〔' => open = Some(sign),
            '）' | ')' | '〕' => close = Some(sign),
            _ => {}
        }
    }
    let behind = |(at, c): (usize, char)| at + c.len_utf8();
    match (open, close) {
        // a bracket that is still open lists what the amounts are for
        (Some(open), close) if close.is_none_or(|close| close.0 < open.0) => behind(open),
        // 100周岁以上（含）的高龄老人, 18周岁以上（含）、60周岁以下的居民
        (_, Some(close)) if phrase[behind(close)..].starts_with(['的', '、', '和', '及']) => 0,
        // 小（1）型水库 is one name
        (Some(open), Some(close)) if phrase[behind(open)..close.0].chars().count() < SAYS => 0,
        // 能力提升（人才培养）中央补助资金: behind the bracket stands only whose money it is
        (_, Some(close)) if is_source(&phrase[behind(close)..]) => 0,
        // a bracket that is closed only holds what was cut off: （不包括开发区，下同）│一般公共预算收入
        (_, Some(close)) if phrase[behind(close)..].chars().filter(|c| !c.is_whitespace()).count() >= SAYS => behind(close),
        _ => 0,
    }
}

/// Whether `words` say only of which budgets the money is: 中央和省级补助资金.
fn is_source(words: &str) -> bool {
    const LEVELS: [&str; 15] =
        ["中央", "国家", "省级", "市级", "县级", "区级", "自治区", "本级", "上级", "省", "市", "县", "和", "、", "及"];
    let mut rest = words.trim();
    while let Some(more) = short::behind(rest, &LEVELS) {
        rest = more;
    }
    rest.len() < words.trim().len() && is_generic(rest)
}

/// Whether the clause is 每 and what is done to one thing: 每成功上市一家企业.
pub(super) fn is_act_for_each(clause: &str) -> bool {
    const LONGEST: usize = 24;
    let one = |each: &str| !each.starts_with(['年', '月', '日', '天', '人']) && each.contains('一');
    clause.strip_prefix('每').is_some_and(one) && !gives(clause) && clause.chars().count() <= LONGEST
}

/// Whether `phrase` is a noun of money and nothing else: 待遇, 费用.
pub(super) fn is_bare(phrase: &str) -> bool {
    NOUN.holds(phrase)
}

/// Where the quantity begins with which `phrase` ends: 一等奖│2名.
pub(super) fn counted(phrase: &str) -> Option<usize> {
    tail::counted(phrase)
}

/// The clauses of persons or things right before `noun`, for which a bare noun of money stands: 甲岗位1人，乙岗位2人，待遇.
pub(super) fn with_counted(text: &str, from: usize, noun: Range<usize>) -> Range<usize> {
    let mut start = noun.start;
    while let Some(head) = text[from..start].strip_suffix(['，', '、', ',']) {
        let clause = clause_before(text, from, from + head.len());
        let words = &text[clause.clone()];
        if words.is_empty() || words.starts_with('的') || is_time(words) || tail::counted(words).is_none() {
            break;
        }
        start = clause.start;
    }
    start..noun.end
}

/// Whether `phrase` ends with a noun of money.
pub(super) fn is_money(phrase: &str) -> bool {
    let phrase = phrase.trim_end_matches(['”', '"']);
    let open = phrase.strip_suffix(['）', ')', '〉']).and_then(|inner| inner.rfind(['（', '(', '〈']));
    let phrase = &phrase[..open.unwrap_or(phrase.len())];
    NOUN.of(phrase).is_some()
}

/// Whether nothing of `phrase` says what the money is for.
pub(super) fn is_generic(phrase: &str) -> bool {
    /// Classes of a budget, which are called by nothing but such words.
    const CLASSES: [&str; 7] = ["项目支出", "其他支出", "其他收入", "支出", "收入", "收支预算", "收支总预算"];
    let mut rest = phrase.trim();
    rest = short::before(rest, &["（大写）", "（小写）", "(大写)", "(小写)"]).unwrap_or(rest);
    if CLASSES.contains(&rest.strip_prefix('总').unwrap_or(rest)) || SOURCES.contains(&rest) || rest.ends_with("财政补助标准") {
        return false;
    }
    let undated =
        |rest: &'_ str| rest.len() - rest.trim_start_matches(|c: char| is_figure(c) || matches!(c, '年' | '月' | '.' | ' ')).len();
    while let Some(word) = SAYS_MONEY.of(rest) {
        rest = &rest[word.len()..];
        // 年初预算数 is a word
        if SAYS_MONEY.of(rest).is_none() {
            rest = &rest[undated(rest)..];
        }
    }
    rest.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphabetic()).nth(1).is_none()
}

/// Whether the words at `range` of a clause that gives money stand before the verb and say more than who gives or gets it.
pub(super) fn is_given_to(text: &str, clause: Range<usize>, range: &Range<usize>) -> bool {
    let words = &text[range.clone()];
    let before = (words.starts_with('每') || !gives(&text[clause.start..range.start])) && !each(words);
    before && !PARTIES.contains(&words) && !short::ends_with(words, PAYERS)
}

/// Where the verb of giving stands in a clause; a noun that is written alike (租金补贴、一次性创业补贴) ends it or stands before 、.
pub(super) fn verb_of_giving(clause: &str) -> Option<usize> {
    let is_verb = |(at, verb): &(usize, &str)| {
        let noun = matches!(*verb, "补助" | "补贴" | "奖励" | "资助" | "奖补" | "一次性");
        // 《奖励办法》: a title
        let titled = clause[..*at].rfind('《').is_some_and(|open| !clause[open..*at].contains('》'));
        !noun || !titled && *at > 0 && !clause[at + verb.len()..].starts_with(['、', '和', '及']) && at + verb.len() < clause.len()
    };
    GIVE.find_iter(clause).map(|range| (range.start, &clause[range])).find(is_verb).map(|(at, _)| at)
}

/// Whether a clause says that money is given: 一次性奖励, 每户补助.
pub(super) fn gives(clause: &str) -> bool {
    GIVE.find_iter(clause).next().is_some()
}

/// Where the first word of giving, 按 or 由 stands in a clause that is none with which the clause begins.
pub(super) fn past_head_verb(clause: &str) -> Option<usize> {
    let hits = PAY.hits(clause);
    let first = hits.iter().filter(|hit| hit.range().start == 0).fold(0u64, |first, hit| first | 1 << hit.list());
    hits.iter().find(|hit| hit.range().start > 0 && first >> hit.list() & 1 == 0).map(|hit| hit.range().start)
}

/// Where the first verb of giving in a clause ends.
pub(super) fn behind_giving(clause: &str) -> Option<usize> {
    GIVE.find_iter(clause).next().map(|verb| verb.end)
}

/// What tells those whom something is done for from others: 国家高新技术企业 of 首次认定的国家高新技术企业, 省级科技进步奖 of
/// 获得省级科技进步奖的单位.
pub(super) fn core(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 60;
    /// Characters of a head that tells by itself what it is.
    const ENOUGH: usize = 5;
    let whole = &text[range.clone()];
    let (relative, head) = whole.rfind('的').map_or((whole, whole), |at| (&whole[..at], &whole[at + "的".len()..]));
    // 首次认定的示范基地: the words before 的 say only that it was attained
    let merely = attained(relative, 0) == relative.len();
    let whole_needed = !merely && (is_party(head) || head.chars().count() < ENOUGH);
    let start = if whole_needed { 0 } else { whole.len() - head.len() };
    let attained = attained(&whole[start..], ENOUGH - 1);
    let end = if start == 0 && attained > 0 && PARTIES.contains(&head) { relative.len() } else { whole.len() };
    let start = start + behind_tier(&whole[start..]);
    let core = range.start + start + attained..range.start + end.max(start + attained);
    (2..=LONGEST).contains(&text[core.clone()].chars().count()).then_some(core)
}

/// Where the things begin behind how many of them there must be: 新建20座以上（含20座）│日光温室.
fn behind_tier(phrase: &str) -> usize {
    let Some(at) = ["以上", "以下"].iter().filter_map(|bound| phrase.rfind(bound)).max() else { return 0 };
    if counted(&phrase[..at]).is_none() || phrase[..at].ends_with(['元', '岁', '年', '月']) {
        return 0;
    }
    let bracket = |rest: &str| {
        let inner = rest.strip_prefix(['（', '('])?;
        inner.find(['）', ')']).map(|close| rest.len() - inner.len() + close + inner[close..].chars().next().map_or(0, char::len_utf8))
    };
    let mut rest = &phrase[at + "以上".len()..];
    rest = &rest[bracket(rest).unwrap_or(0)..];
    if let Some(more) = rest.strip_prefix("不足").or_else(|| rest.strip_prefix("不满")) {
        let more = more.trim_start_matches(numeral::is_numeral);
        rest = &more[measure(more).unwrap_or(0)..];
        rest = &rest[bracket(rest).unwrap_or(0)..];
    }
    if rest.starts_with(['的', '且', '并', '和', '、', '，']) || rest.chars().count() < SAYS { 0 } else { phrase.len() - rest.len() }
}

/// Whether `head` is a party or a part of something: 企业, 商贸企业, 部分.
pub(super) fn is_party(head: &str) -> bool {
    let longest = if head.contains(['、', '或', '和']) { 12 } else { 5 };
    short::ends_with(head, PARTIES) && head.chars().count() <= longest
}

/// The length of the words at the head that say that something is attained, and when, but not what (首次, 被认定为), where `enough`
/// characters are left.
fn attained(text: &str, enough: usize) -> usize {
    let mut rest = text;
    let word = |rest: &str| ATTAIN.of(rest).map(str::len);
    while let Some(length) = word(rest) {
        let behind = &rest[length..];
        // 新认定, not 新建
        let bound = rest.starts_with('新') && length == "新".len() && word(behind).is_none();
        // 首次认定、重新认定的企业: a list of what is attained
        if behind.starts_with('、') {
            return 0;
        }
        if bound || behind.chars().count() < enough {
            break;
        }
        rest = behind;
    }
    text.len() - rest.len()
}

/// What an amount among others is called by, however little it says.
const SOURCES: [&str; 8] = ["其他", "其它", "其他费用", "其他资金", "自筹", "自筹资金", "上年结转", "上年结余"];

/// A phrase that may be a clause about something else: it begins with a preposition, or with 每.
pub(super) fn is_weak(words: &str) -> bool {
    const STARTS: &[&str] = joined!(
        &["标准为每", "比", "较", "同比", "上年", "在", "由", "对", "从", "经", "如", "若", "按", "为", "向", "以", "与"],
        picked!(bindings: asks),
    );
    const ENDS: [&str; 14] = ["下达", "下拨", "时", "后", "前", "的", "当年", "期间", "的年度", "情况", "城市", "标准", "可", "这"];
    if SOURCES.contains(&words) {
        return false;
    }
    words.chars().count() < 2
        || is_time(words)
        || is_serial(words)
        || short::begins_with(words, STARTS)
        || words.strip_prefix('自').is_some_and(is_beginning)
        || short::ends_with(words, &ENDS)
        || each(words)
        || is_ordinal(words)
        || begins_with_verb(words)
}

/// Whether the words behind 自 say from when on: 2024年1月起, 发布之日, 上年以来. Else it begins a noun: 自筹, 自来水.
fn is_beginning(words: &str) -> bool {
    let time = |c| numeral::figure(c).is_some() || matches!(c, '今' | '本' | '去' | '明' | '上' | '下' | '次');
    words.starts_with(time) || short::holds(words, &["起", "以来", "之日"])
}

/// Whether the words say only when: 2022年5月1日起, 6月底前.
pub(super) fn is_time(words: &str) -> bool {
    let unit = |words: &str| words.ends_with(['年', '月', '日', '底', '初']);
    let begins = words.starts_with(|c| numeral::figure(c).is_some());
    begins && (unit(words) || ["起", "前", "以来", "后", "内"].iter().any(|side| words.strip_suffix(side).is_some_and(unit)))
}

/// Whether the words only count: 第一包, 第二档.
pub(super) fn is_ordinal(words: &str) -> bool {
    let rest = words.strip_prefix('第').map(|rest| rest.trim_start_matches(numeral::is_numeral));
    rest.is_some_and(|rest| rest.chars().count() < 2)
}

/// Whether the words begin with the serial of a document: 1号列支.
fn is_serial(words: &str) -> bool {
    let rest = words.trim_start_matches(is_figure);
    let tail = rest.strip_prefix('号').filter(|_| rest.len() < words.len());
    tail.is_some_and(|tail| tail.is_empty() || short::ends_with(tail, &["列支", "安排", "下达", "拨付"]))
}

/// Whether the phrase is an award: 一等奖, 优秀奖, 冠军.
pub(super) fn is_award(phrase: &str) -> bool {
    let placed = short::ends_with(phrase, &["冠军", "亚军", "季军", "第一名", "第二名", "第三名"]);
    (phrase.ends_with('奖') || placed) && (2..=12).contains(&phrase.chars().count()) && !is_generic(phrase)
}

/// 每 with a measure and nothing more to tell: 每人, 每户.
fn each(words: &str) -> bool {
    let rest = words.strip_prefix('每').map(|rest| &rest[measure(rest).unwrap_or(0)..]);
    rest.is_some_and(|rest| rest.chars().count() < 2 || PARTIES.contains(&rest))
}

/// A clause that gives money rather than names what for.
fn begins_with_verb(words: &str) -> bool {
    const VERBS: [&str; 12] = ["给予", "奖励", "享受", "申请", "发放", "提供", "处", "获得", "设立", "分摊", "可申请", "符合"];
    short::begins_with(words, &VERBS) || short::ends_with(words, &VERBS)
}
