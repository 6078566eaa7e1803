//! A length that the words around it make a term: `5个工作日内`, `有效期5年`, `收到通知后3日`, `提前3天`.
//!
//! Not read: a length without such a word (三年行动计划), look-backs (近三年内).

use super::{Kind, Value, When};
use crate::phrase::{
    Parsed,
    duration::{self, Duration},
    event::{self, Event},
    keyword, side,
};

/// The time that a length makes.
pub(super) fn relative(length: Duration, event: Option<Event>) -> When {
    When { kind: Kind::Relative, value: Value::Length(length, event) }
}

/// A length at `at` that a word behind (内), a word before (有效期) or an event makes a term.
pub(super) fn length(text: &str, from: usize, at: usize) -> Option<(usize, usize, When)> {
    let (rest, length) = duration::parse(&text[at..]).ok()?;
    let before = &text[from..at];
    let end = text.len() - rest.len();
    let limited = limit(rest).ok().map(|(rest, ())| text.len() - rest.len());
    if before.ends_with("提前") {
        return Some((at - "提前".len(), end, relative(length, None)));
    }
    let behind = after(rest).ok().map(|(rest, ())| text.len() - rest.len());
    if let Some(event) = event::behind(text, from, at) {
        return Some((event.range.start, limited.or(behind).unwrap_or(end), relative(length, Some(event))));
    }
    let side = if rest.starts_with('前') { Some((end + '前'.len_utf8(), true)) } else { behind.map(|end| (end, false)) };
    if let Some((end, before)) = side
        && let Some(event) = event::named(text, from, at, before)
    {
        return Some((event.range.start, end, relative(length, Some(event))));
    }
    if looks_back(before) {
        return None;
    }
    let later = || behind.filter(|end| opens_clause(before) && !text[*end..].starts_with(['的', '，']));
    let named = || (is_term(before) || names_term(rest)).then_some(end);
    limited.or_else(later).or_else(named).map(|end| (at, end, relative(length, None)))
}

/// Whether a clause begins behind `before`: 10个工作日后公布, but not 改革开放40年后.
fn opens_clause(before: &str) -> bool {
    before.is_empty() || before.ends_with(['，', '。', '；', '于', '在', '\n'])
}

/// Whether the words behind a length name the term that it is: 六个月过渡期, 2年的质保期.
fn names_term(rest: &str) -> bool {
    const NOUNS: [&str; 14] = [
        "过渡期",
        "宽限期",
        "缓冲期",
        "整改期",
        "公示期",
        "试用期",
        "试运行",
        "保护期",
        "观察期",
        "服务期",
        "质保期",
        "考察期",
        "有效期",
        "免税期",
    ];
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    NOUNS.iter().any(|noun| rest.starts_with(noun))
}

/// The word that makes the length before it a limit.
pub(super) fn limit(i: &str) -> Parsed<'_, ()> {
    use nom::{
        Parser,
        branch::alt,
        bytes::complete::tag,
        character::complete::one_of,
        combinator::{not, opt, value},
    };
    let long = keyword(&[("之内", ()), ("以内", ()), ("时间内", ()), ("期限内", ())]);
    let time = value((), (opt(tag("左右")), opt(tag("的")), tag("时间"), not(one_of("节点表段以"))));
    alt((long, side::inside, time)).parse(i)
}

/// `后` behind a length that an event begins: 30日后施行.
pub(super) fn after(i: &str) -> Parsed<'_, ()> {
    keyword(&[("之后", ()), ("以后", ()), ("后", ())])(i)
}

/// Whether the length is counted backwards: 近三年内, 过去五年内.
fn looks_back(before: &str) -> bool {
    ["近", "最近", "过去", "以往", "此前", "前", "第", "连续", "上"].iter().any(|word| before.ends_with(word))
}

/// Whether the words before a length make it a term: 有效期, 为期, 期限不超过, 延长.
fn is_term(before: &str) -> bool {
    const MODIFIERS: [&str; 24] = [
        "为",
        "是",
        "：",
        ":",
        "共",
        "约",
        "不超过",
        "不得超过",
        "不能超过",
        "不应超过",
        "不少于",
        "不得少于",
        "不低于",
        "不得低于",
        "至少",
        "最长",
        "最短",
        "最多",
        "一般",
        "原则上",
        "累计",
        "应",
        "应当",
        "暂定",
    ];
    const NOUNS: [&str; 19] = [
        "有效期",
        "期限",
        "为期",
        "时限",
        "周期",
        "工期",
        "时长",
        "任期",
        "聘期",
        "公示",
        "延长",
        "延期",
        "顺延",
        "留存",
        "保存",
        "保管",
        "试行",
        "试用期",
        "公示时间",
    ];
    const NO_TERMS: [&str; 8] = ["学期", "前期", "日期", "长期", "近期", "同期", "定期", "分期"];
    let mut words = before;
    let mut modified = false;
    let longest = ["最长", "最长不超过", "最长不得超过"].iter().any(|word| before.ends_with(word));
    while let Some(rest) = MODIFIERS.iter().filter_map(|word| words.strip_suffix(word)).min_by_key(|rest| rest.len()) {
        (words, modified) = (rest, true);
    }
    let noun =
        NOUNS.iter().any(|word| words.ends_with(word)) || (words.ends_with('期') && !NO_TERMS.iter().any(|word| words.ends_with(word)));
    noun || longest || (modified && (words.ends_with("时间") || words.ends_with("年限")))
}
