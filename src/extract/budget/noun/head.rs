//! Where a noun phrase begins: behind list marks, years and verbs, behind the 的 before a noun of money, behind those for whom
//! an organ does something, and behind places.

use std::{ops::Range, sync::LazyLock};

use super::{GIVE, SAYS, is_generic, is_money};
use crate::{
    extract::budget::words::{HEADS, PAYERS, SPENDS, VERBS, WHOLE},
    lexicon::{Hit, Lists, Prefixes, short},
    phrase::{level, measure::measure, numeral},
};

/// [`HEADS`] at the head of a phrase.
static HEAD: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(HEADS.iter().copied()));
/// [`WHOLE`] at its head.
static WHOLES: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(WHOLE.iter().copied()));
/// [`VERBS`] and [`SPENDS`] anywhere, and [`JOINTS`] behind them, each a list of its own.
static VERB: LazyLock<Lists> = LazyLock::new(|| Lists::new(VERBS.iter().chain(SPENDS).chain(&JOINTS).map(std::slice::from_ref)));
/// Verbs of getting, behind which the noun phrase begins like behind those.
static GET: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(["收到", "接收", "募集", "共使用", "调拨"]));
/// Words behind which a noun of money may begin.
const JOINTS: [&str; 2] = ["的", "后年"];

/// Where the noun phrase begins: behind list marks, years, verbs, and the 的 before a noun of money.
pub(super) fn start(clause: &str) -> usize {
    let mut start = clause.len() - clause.trim_start_matches([' ', '\u{3000}', '）', ')']).len();
    while let Some(length) = head_word(&clause[start..]) {
        start += length;
    }
    // 从预算稳定调节基金调入
    if clause[start..].strip_prefix('从').is_some_and(is_money) {
        start += "从".len();
    }
    // 货物采购, 政府采购: no verb
    let noun = |w: &str, at: usize| {
        match w {
            "采购" if short::ends_with(&clause[..at], &["货物", "政府", "物资", "设备", "服务", "工程", "集中", "药品"]) => {
                true
            }
            // 转移支付, 多支付工程款
            "支付" if short::ends_with(&clause[..at], &["转移", "多", "少", "未", "应"]) => true,
            // 公务用车购置费, 购置及运行费
            _ => {
                let behind = &clause[at + w.len()..];
                behind.starts_with(['费', '款', '及', '和', '与', '量', '额', '价', '支']) || behind.starts_with("经费")
            }
        }
    };
    let (hits, verbs) = (VERB.hits(clause), VERBS.len() + SPENDS.len());
    let mut seen = 0u64;
    for hit in hits.iter().rev().filter(|hit| hit.list() < verbs) {
        let Range { start: at, end } = hit.range();
        // where a verb stands more than once, its last place decides
        let last = seen >> hit.list() & 1 == 0;
        seen |= 1 << hit.list();
        let says = |rest: &str| rest.chars().nth(1).is_some() && (hit.list() >= VERBS.len() || !is_generic(rest));
        if last && end > start && !noun(&clause[at..end], at) && says(&clause[end..]) {
            start = end;
        }
    }
    let got = GET.find_iter(clause).last().map(|verb| verb.end).filter(|end| *end > start && is_money(&clause[*end..]));
    start = got.filter(|end| !is_generic(&clause[*end..])).unwrap_or(start);
    while let Some(length) = head_word(&clause[start..]) {
        start += length;
    }
    let last = |list: usize| hits.iter().rev().find(|hit| hit.list() == verbs + list).map(Hit::range).filter(|range| range.start >= start);
    let tail = last(0).map(|of| of.end).filter(|at| specific(&clause[*at..]));
    // 提出将补助标准
    let put = clause.ends_with("标准").then(|| clause.rfind('将')).flatten().map(|at| at + "将".len());
    let put = put.filter(|at| !is_generic(&clause[*at..])).unwrap_or(0);
    let after = last(1).map(|year| year.start + "后".len());
    start
        .max(put)
        .max(tail.unwrap_or(0))
        .max(after.unwrap_or(0))
        .max(start + toward(&clause[start..]))
        .max(start + places(&clause[start..]))
}

/// Behind a list of places, of which the last has its noun behind it: 东城区、西城区、云岭县│低保标准.
fn places(clause: &str) -> usize {
    let Some(comma) = clause.rfind('、') else { return 0 };
    let (listed, last) = (&clause[..comma], &clause[comma + "、".len()..]);
    let member = listed.rsplit('、').next().unwrap_or(listed);
    let place = |member: &str| member.ends_with(level::is_sign) && member.chars().count() > 2;
    let end = last.char_indices().skip(2).take(4).find(|(_, c)| level::is_sign(*c)).map(|(at, c)| at + c.len_utf8());
    let says = |noun: &str| noun.chars().count() >= SAYS && (noun.ends_with("标准") || is_money(noun));
    end.filter(|end| place(member) && says(&last[*end..])).map_or(0, |end| comma + "、".len() + end)
}

/// The length of a list mark, a particle, a year or 每年 at the head, before other words.
fn head_word(clause: &str) -> Option<usize> {
    const ENOUGH: usize = 2;
    let quoted = || clause.starts_with('“') && clause.contains('”');
    // 加上级补助收入: 上级
    let whole = |word: &str| if word == "加上" && clause[word.len()..].starts_with('级') { "加".len() } else { word.len() };
    let gives = || GIVE.of(clause).map(str::len).filter(|length| !is_generic(&clause[*length..]));
    let year = || {
        let figures = clause.bytes().take_while(u8::is_ascii_digit).count();
        let rest = (figures == 4).then(|| clause[figures..].strip_prefix('年')).flatten()?;
        // 2020年—2021年
        let last = rest.strip_prefix(['—', '-', '－', '～', '至']).map(|rest| rest.trim_start_matches('—'));
        let last = last.filter(|last| last.bytes().take_while(u8::is_ascii_digit).count() == 4);
        let rest = last.and_then(|last| last[4..].strip_prefix('年')).unwrap_or(rest);
        Some(clause.len() - rest.strip_prefix('度').unwrap_or(rest).len())
    };
    let each = || {
        let rest = clause.strip_prefix('每')?;
        let rest = &rest[measure(rest)?..];
        let timed = clause.starts_with("每年") || clause.starts_with("每月");
        (timed || rest.starts_with('每')).then_some(clause.len() - rest.len())
    };
    if let Some(word) = HEAD.of(clause).filter(|_| !quoted() && WHOLES.of(clause).is_none()) {
        return Some(whole(word));
    }
    let length = match clause.chars().next()? {
        mark @ '①'..='⑳' => return Some(mark.len_utf8()),
        '（' | '(' => return ordinal(clause),
        '0'..='9' => year(),
        '每' => each(),
        '分' => by_years(clause),
        '你' | '我' => party(clause),
        _ => gives(),
    };
    length.filter(|length| clause[*length..].chars().count() >= ENOUGH)
}

/// The length of 你县, 我市, 你单位（校）: whose money it is says the letter as a whole.
fn party(clause: &str) -> Option<usize> {
    let named = clause.strip_prefix(['你', '我'])?;
    let ends = |c| level::is_sign(c) || matches!(c, '局' | '委' | '厅' | '校' | '院' | '园');
    let rest = named.strip_prefix("单位").or_else(|| named.strip_prefix(ends))?;
    let bracket = rest.strip_prefix(['（', '(']).and_then(|inner| inner.split_once(['）', ')']));
    let rest = bracket.map_or(rest, |(_, behind)| behind);
    // 我市政道路, 你校园, 你委托: the sign begins another word
    let cut = rest.starts_with(['政', '场', '园', '区', '块', '域', '级', '属', '内', '辖', '托', '派', '落']);
    (!is_generic(rest) && !cut).then_some(clause.len() - rest.len())
}

/// The length of 分三年.
fn by_years(clause: &str) -> Option<usize> {
    let inner = clause.strip_prefix('分')?;
    let rest = inner.trim_start_matches(numeral::is_numeral).strip_prefix(['年', '期'])?;
    inner.starts_with(numeral::is_numeral).then_some(clause.len() - rest.len())
}

/// The length of a mark in brackets that numbers a member of a list: （一）, (2).
fn ordinal(clause: &str) -> Option<usize> {
    let inner = clause.strip_prefix(['（', '('])?;
    let rest = inner.trim_start_matches(numeral::is_numeral);
    let closed = rest.strip_prefix(['）', ')']).filter(|_| rest.len() < inner.len())?;
    Some(clause.len() - closed.len())
}

/// Behind the 对 that an organ does something to: 县财政局对返还金额.
fn toward(clause: &str) -> usize {
    let joints = clause.match_indices('对').map(|(at, word)| (at, at + word.len()));
    let free = |(at, end): &(usize, usize)| {
        !clause[..*at].ends_with(['应', '针', '面', '相', '核', '绝'])
            && !clause[*end..].starts_with(['外', '口', '象', '策', '比', '照', '接', '应'])
    };
    // 市级财政对每个示范村
    let pays = |at: usize| short::ends_with(&clause[..at], PAYERS);
    let object = |(at, end): &(usize, usize)| (is_money(&clause[*end..]) || pays(*at)) && !is_generic(&clause[*end..]);
    let end = joints.filter(free).rfind(object).map_or(0, |(_, end)| end);
    let each = clause[end..].strip_prefix('每').filter(|_| end > 0).and_then(measure).map_or(0, |length| "每".len() + length);
    end + each
}

/// Whether a phrase behind 的 says enough by itself: 校舍租金支出, not 相关支出.
fn specific(phrase: &str) -> bool {
    const ENOUGH: usize = 4;
    const VAGUE: [&str; 6] = ["相关", "有关", "各项", "全部", "部分", "其他"];
    phrase.chars().count() >= ENOUGH && is_money(phrase) && !short::begins_with(phrase, &VAGUE) && !is_generic(phrase)
}
