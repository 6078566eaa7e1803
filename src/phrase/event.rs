//! An event from which a time is counted: `自印发之日起`, `收到通知后`, `会议结束后`, `面试开始前`.
//!
//! The words of an event are open; its ends are not. `ahead` reads from 自 to 之日起; `behind` goes back from a
//! length (5个工作日内) over 后, 起 or 前 to the word that opens the event.

use std::ops::Range;

use crate::lexicon::{Characters, joined, picked, short};

/// An event from which a time is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its words, counted from the start of the text that was searched: `印发之日`, `收到通知`.
    pub range: Range<usize>,
    /// Whether it is the issuing of the very document that speaks (本通知印发之日): its date is the document's.
    pub issue: bool,
    /// Whether the time lies before it (复试开始前2天).
    pub before: bool,
}

/// No event is longer than this many characters.
const LONGEST: usize = 40;

/// Characters that no event goes across.
fn stops(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '\n' | '\t' | ',' | ';' | ':' | '!' | '?')
}

/// `印发之日起` at `at`, after 自: the event, and where its 起 ends. A bare 起 ends an event only before a
/// length or a word of taking effect.
pub(super) fn ahead(text: &str, at: usize) -> Option<(Event, usize)> {
    let rest = &text[at..];
    for (n, (offset, c)) in rest.char_indices().enumerate() {
        if n > LONGEST || stops(c) {
            return None;
        }
        if n == 0 || !matches!(c, '之' | '次' | '当' | '时' | '起') {
            continue;
        }
        let Some((inside, length)) = ending(&rest[offset..]) else { continue };
        let range = at..at + offset + inside;
        let issue = is_issue(&text[range.clone()]);
        return Some((Event { range, issue, before: false }, at + offset + length));
    }
    None
}

/// The words that end an event after 自: how much of them belongs to the event, and how long they are.
fn ending(tail: &str) -> Option<(usize, usize)> {
    const ENDINGS: [(&str, &str); 14] = [
        ("之日", "起"),
        ("之日", "始"),
        ("之日", "开始"),
        ("之日", "后"),
        ("之次日", "起"),
        ("次日", "起"),
        ("次月", "起"),
        ("当日", "起"),
        ("当天", "起"),
        ("当月", "起"),
        ("之时", "起"),
        ("之日", ""),
        ("时", "起"),
        ("", "起"),
    ];
    let (inside, outside) = ENDINGS.iter().find(|(a, b)| tail.strip_prefix(a).is_some_and(|tail| tail.starts_with(b)))?;
    let length = inside.len() + outside.len();
    (!inside.is_empty() || takes_effect(&tail[length..])).then_some((inside.len(), length))
}

/// Whether what follows a bare 起 is a length or a word of taking effect.
fn takes_effect(rest: &str) -> bool {
    const WORDS: &[&str] = joined!(picked!(acts: effect), &["计算", "算", "，", "正式"]);
    let counted = super::duration::parse(rest).is_ok();
    counted || short::begins_with(rest, WORDS)
}

/// The event that ends where a length begins, at `at`; nothing before `from` belongs to it.
pub(super) fn behind(text: &str, from: usize, at: usize) -> Option<Event> {
    const ENDINGS: [(&str, bool); 9] = [
        ("之日起", false),
        ("之后", false),
        ("以后", false),
        ("之日后", false),
        ("后的", false),
        ("后", false),
        ("起", false),
        ("之前", true),
        ("前", true),
    ];
    // 学前三年, 目前两项
    const NO_ENDINGS: [&str; 10] = ["学前", "目前", "此前", "日前", "从前", "生前", "当前", "先前", "面前", "事前"];
    let before = &text[from..at];
    if !before.ends_with(['起', '后', '的', '前']) || short::ends_with(before, &NO_ENDINGS) {
        return None;
    }
    let (ending, is_before) = ENDINGS.into_iter().find(|(ending, _)| before.ends_with(ending))?;
    let kept = if ending.starts_with("之日") { "之日".len() } else { 0 };
    let end = at - ending.len() + kept;
    window(text, from, end).map(|range| Event { issue: is_issue(&text[range.clone()]), range, before: is_before })
}

/// The event that ends at `at`, where one of the words that name what comes to pass stands: 会议召开│3日前,
/// 开考│30分钟后; `before` says which.
pub(super) fn at_word(text: &str, from: usize, at: usize, before: bool) -> Option<Event> {
    const WORDS: [&str; 20] = [
        "召开",
        "举行",
        "举办",
        "开始",
        "届满",
        "期满",
        "到期",
        "开标",
        "开工",
        "施工",
        "实施",
        "生效",
        "开庭",
        "开幕",
        "开考",
        "开会",
        "截止",
        "截止时间",
        "截止日期",
        "截止日",
    ];
    let named = short::ends_with(&text[from..at], &WORDS);
    named.then(|| window(text, from, at)).flatten().map(|range| Event { range, issue: false, before })
}

/// Where an event that ends at `end` begins: after the last mark, or after the last word that opens it.
fn window(text: &str, from: usize, end: usize) -> Option<Range<usize>> {
    // the receipt of something opens an event whoever receives it
    const RECEIPTS: [&str; 9] = ["接报", "知道或者应当知道", "知道或应当知道", "收到", "接到", "接获", "领取", "取得", "签订"];
    static FIRST: Characters = Characters::first_of(&RECEIPTS);
    let stops = |c: char| stops(c) || c.is_ascii_whitespace();
    let start = text[from..end].char_indices().rev().take(LONGEST).take_while(|(_, c)| !stops(*c)).last();
    let start = start.map_or(end, |(at, _)| from + at);
    let words = &text[start..end];
    // 合同签订后: the word names what was done to the contract, and opens nothing
    let object = words.strip_suffix("之日").unwrap_or(words);
    let opens = |word: &&str| *word == "接报" || !object.ends_with(*word);
    let mut receipts = words.rmatch_indices(|c| FIRST.may_have(c)).map(|(at, _)| at);
    let receipt = receipts.find(|at| short::beginnings(&words[*at..], &RECEIPTS).any(|word| opens(&word)));
    let begin = start + receipt.unwrap_or_else(|| opened(words));
    // 其后五年, 此前两年: no event, only a pointer to one
    (begin < end && !["其", "此", "之", "今", "最", "目", "以", "事", "提"].contains(&&text[begin..end])).then_some(begin..end)
}

/// Where the last word ends that opens an event in `words`, and is not the end of another word: 申请, 响应, 许可.
fn opened(words: &str) -> usize {
    const OPENERS: &[&str] = joined!(
        picked!(bindings: binds),
        &["需", "将", "请", "自", "从", "在", "于", "并", "且", "由", "或", "可", "的", "（", "(", "“", "即", "、"],
        &["期限为", "时限为", "时间为", "期为"],
    );
    const COMPOUNDS: [&str; 34] = [
        "申请", "邀请", "聘请", "提请", "报请", "响应", "供应", "对应", "适应", "反应", "相应", "理由", "自由", "各自", "亲自", "服从",
        "存在", "现在", "合并", "兼并", "许可", "认可", "必需", "所需", "急需", "目的", "基于", "鉴于", "关于", "对于", "至于", "低于",
        "高于", "属于",
    ];
    const HEADS: [&str; 16] =
        ["应急", "应用", "应届", "应聘", "应对", "请求", "请示", "自然", "自主", "自行", "自愿", "从业", "从事", "可行", "并购", "并网"];
    static LAST: Characters = Characters::last_of(&OPENERS);
    let compound = |before: &str, word: &str| {
        let behind = &words[before.len() - word.len()..];
        short::endings(before, &COMPOUNDS).any(|compound| compound.ends_with(word))
            || short::beginnings(behind, &HEADS).any(|head| head.starts_with(word))
    };
    let opens = |before: &&str| short::endings(before, &OPENERS).any(|word| !compound(before, word));
    words.rmatch_indices(|c| LAST.may_have(c)).map(|(at, c)| &words[..at + c.len()]).find(opens).map_or(0, str::len)
}

/// Whether the words name the issuing of the document that speaks: 印发之日, （本文件）公布之日, 下文之日.
fn is_issue(words: &str) -> bool {
    const ACTS: &[&str] = picked!(acts: issues | dated);
    const KINDS: [&str; 12] =
        ["本通知", "本公告", "本通告", "本办法", "本意见", "本规定", "本方案", "本细则", "本决定", "本规则", "本文", "本文件"];
    let words = words.strip_suffix("之日").or_else(|| words.strip_suffix("当日")).unwrap_or(words);
    if KINDS.contains(&words) {
        return true;
    }
    // 自发布施行之日起
    let words = short::before(words, picked!(acts: effect)).filter(|words| short::ends_with(words, ACTS)).unwrap_or(words);
    let Some(subject) = short::before(words, ACTS) else { return false };
    let subject = subject.trim_start_matches(['（', '(']);
    // 公告发布之日 in an announcement is its own; 招标公告发布之日 is another's
    let plain = matches!(subject, "" | "文件" | "通知" | "公告" | "通告" | "意见" | "方案" | "办法");
    plain || ((subject.starts_with('本') || subject.starts_with("文件")) && subject.chars().count() <= 12)
}
