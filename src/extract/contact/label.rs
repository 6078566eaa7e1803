//! The labels of fields: what stands before a value of any kind (`联系电话：`, `（邮箱`), what an address follows (`邮寄至`), and
//! the desk between 联系人： and the name.

use crate::{
    lexicon::{Characters, Sieve, joined, picked, short},
    pattern::{head, is_han, tail},
    phrase::{numeral::is_figure, person::DESKS},
};

/// Words before the noun of a label, as many as there are. A blank stands for any number of blanks, here and below.
const LEADS: &[&str] = joined!(
    picked!(contact_labels: purpose),
    &["联 系", "办公室", "办公", "报警", "支持", "固定", "移动", "电子", "通讯", "通信", "邮寄", "收件", "单位", "及", "/", "受理",],
);

/// The nouns of labels.
#[rustfmt::skip]
const NOUNS: [&str; 21] = [
    "电 话", "手 机", "手 机号", "手 机号码", "传 真", "邮 箱", "邮件", "热线", "地 址", "地点", "邮 编", "邮政编码", "网址", "联系方式", "号码", "座机",
    "Tel", "TEL", "Email", "E-mail", "QQ",
];

/// Where the label begins that ends right before `at`. Behind its noun may stand 号码 and, in brackets or not, what the line is
/// besides: 电话（微信同号）.
pub(super) fn start(text: &str, at: usize) -> usize {
    const REACH: usize = 20;
    const LONGEST: usize = 5;
    let before = tail(&text[..at], REACH);
    let mut label = before.trim_end_matches(is_joint);
    label = label.strip_suffix(['）', ')']).unwrap_or(label);
    let mut start = None;
    for _ in 0..=LONGEST {
        start = start.into_iter().chain(labelled(label.strip_suffix(['（', '(']).unwrap_or(label))).min();
        let Some(shorter) = label.strip_suffix(is_shared) else { break };
        label = shorter;
    }
    start.map_or(at, |start| at - before.len() + start)
}

/// Where the label begins whose noun, with 号码 or without, ends `words`.
fn labelled(words: &str) -> Option<usize> {
    const NUMBERS: [&str; 2] = ["号", "号码"];
    static LAST: Characters = Characters::last_of(joined!(&NOUNS, &NUMBERS));
    if !words.ends_with(|c| LAST.may_have(c)) {
        return None;
    }
    let nouns = [""].iter().chain(&NUMBERS).filter_map(|number| words.strip_suffix(number));
    let before = nouns.flat_map(|words| NOUNS.iter().filter_map(|noun| before(words, noun)));
    before.map(|words| behind_leads(words).len()).min()
}

/// `words` without the words before the noun of a label that end them.
fn behind_leads(words: &str) -> &str {
    LEADS.iter().find_map(|lead| before(words, lead)).map_or(words, behind_leads)
}

/// What joins a label to its value.
fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, '：' | ':' | '为' | '是')
}

/// Characters of what a line is besides: 兼传真, /传真, 微信同号.
fn is_shared(c: char) -> bool {
    matches!(c, '兼' | '/' | '传' | '真' | '微' | '信' | '同' | '号')
}

/// `text` before `word`, with which it ends.
fn before<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    if text.as_bytes().last() != word.as_bytes().last() {
        return None;
    }
    let mut rest = text;
    for c in word.chars().rev() {
        rest = if c == ' ' { rest.trim_end() } else { rest.strip_suffix(c)? };
    }
    Some(rest)
}

/// `text` behind `word`, in which a blank stands for any number of blanks.
fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for c in word.chars() {
        rest = if c == ' ' { rest.trim_start() } else { rest.strip_prefix(c)? };
    }
    Some(rest)
}

/// A label that an address may follow.
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it says that an address follows (地址：), and not only that something is sent there (寄至).
    pub(super) named: bool,
}

/// The labels in a text that only addresses and names behind desks have.
#[derive(Default)]
pub(super) struct Labels {
    /// Those of addresses: 地址：…, 举报信箱：…, 邮寄至….
    pub(super) places: Vec<Place>,
    /// Where names may begin behind a label and a desk: 联系人：法规一处 李明远.
    pub(super) desks: Vec<usize>,
}

/// How they begin: 地 and 联 may have blanks behind them.
static HEADS: Sieve = Sieve::of_signs("地联", "报咨办受收信来邮请寄送经", "名送询公理件箱函信寄至到往办");

impl Labels {
    /// Those in `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut labels = Self::default();
        let mut next = 0;
        while let Some(start) = HEADS.next(text, next) {
            let rest = &text[start..];
            next = start + rest.chars().next().map_or(1, char::len_utf8);
            if labels.places.last().is_none_or(|last| last.end <= start) {
                labels.places.extend(place(text, start));
            }
            if rest.starts_with(['联', '经']) && labels.desks.last().is_none_or(|end| *end <= start) {
                labels.desks.extend(behind_desk(rest).map(|rest| text.len() - rest.len()));
            }
        }
        labels
    }
}

/// The label of an address that begins at `start`.
fn place(text: &str, start: usize) -> Option<Place> {
    let words = &text[start..];
    let named = !words.starts_with(['信', '来', '邮', '请', '寄', '送']);
    let rest = if named { address(words).or_else(|| handed(words)) } else { sent(words) }?;
    Some(Place { start, end: text.len() - rest.len(), named })
}

/// Behind 地址：, 办公地点为.
fn address(words: &str) -> Option<&str> {
    const NOUNS: [&str; 7] = ["报名地点", "报送地点", "咨询地点", "办公地点", "受理地点", "联系地点", "收件地点"];
    let rest = if words.starts_with('地') { behind(words, "地 址") } else { short::behind(words, &NOUNS) }?;
    let value = rest.trim_start_matches(is_joint);
    (value.len() < rest.len()).then_some(value)
}

/// Behind 报送 before a room: 报送综合楼212室.
fn handed(words: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let rest = words.strip_prefix("报送")?.trim_start_matches(['至', '到']);
    let near = head(rest, LONGEST);
    let room = &near[..near.find(['，', '。', '；', '、', '（', ',', '(', '\n'])?];
    let number = room.strip_suffix('室').or_else(|| room.strip_suffix("房间"))?;
    number.ends_with(is_figure).then_some(rest)
}

/// Behind 信箱：, 邮寄至.
fn sent(words: &str) -> Option<&str> {
    let letters = ["信箱", "信函", "来信", "来函", "邮寄", "请寄"].iter().find_map(|word| words.strip_prefix(word));
    letters.and_then(|rest| rest.strip_prefix(['：', ':'])).or_else(|| {
        let rest = ["邮寄", "寄送", "寄", "送"].iter().find_map(|verb| words.strip_prefix(verb))?.strip_prefix(['至', '到', '往'])?;
        let rest = rest.strip_prefix(['：', ':']).unwrap_or(rest);
        // 邮寄至“海川市人民路68号”
        Some(rest.strip_prefix('“').unwrap_or(rest))
    })
}

/// Behind 联系人：, the desk at the head and blanks.
fn behind_desk(words: &str) -> Option<&str> {
    const LABELS: [&str; 4] = ["联 系 人", "联络人", "联络员", "经办人"];
    const LONGEST: usize = 20;
    let rest = LABELS.iter().find_map(|label| behind(words, label))?;
    let rest = rest.trim_start().strip_prefix(['：', ':'])?.trim_start();
    let inside = |c: char| is_han(c) || matches!(c, '（' | '）' | '(' | ')');
    let name = rest.char_indices().take_while(|(_, c)| inside(*c)).map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    let ends: Vec<usize> = name.skip(1).collect();
    let desk = |end: &usize| DESKS.iter().find_map(|desk| rest[*end..].strip_prefix(desk));
    ends.iter().rev().find_map(desk).map(|rest| rest.trim_start_matches([' ', '\u{3000}']))
}
