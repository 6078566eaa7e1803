//! The words that make a number a limit: 不超过, 不低于, 以上, 以内, 最高, ≥.
//!
//! 民法典 第一千二百五十九条: 以上, 以下, 以内 include the number; 不满, 超过, 以外 exclude it. The words stand before the
//! number (不得超过5万元), behind it (5万元以下) or on both sides (最高不超过5万元以内).

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lexicon::Suffixes;

/// How a value must stand to the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// At least: 不低于, 以上.
    Ge,
    /// At most: 不超过, 以下, 以内.
    Le,
    /// Exactly, or no word says otherwise.
    #[default]
    Eq,
    /// More than: 超过, 以外.
    Gt,
    /// Less than: 不满, 低于.
    Lt,
}

/// Words that exceed; denied (不超过) they cap.
const OVER: [&str; 8] = ["超过", "高于", "大于", "多于", "突破", "超出", "逾", "超"];

/// Words that fall short; denied (不低于) they are a floor.
const UNDER: [&str; 5] = ["低于", "少于", "小于", "短于", "低"];

/// Words that deny.
const NOT: [&str; 10] = ["不", "不得", "不能", "不应", "不可", "不宜", "不会", "未", "没有", "不准"];

/// Words that bind by themselves.
const WORDS: [(&str, Relation); 33] = [
    ("最高", Relation::Le),
    ("最多", Relation::Le),
    ("至多", Relation::Le),
    ("最大", Relation::Le),
    ("最长", Relation::Le),
    ("上限", Relation::Le),
    ("限额", Relation::Le),
    ("封顶线", Relation::Le),
    ("控制在", Relation::Le),
    ("≤", Relation::Le),
    ("<=", Relation::Le),
    ("＜=", Relation::Le),
    ("最低", Relation::Ge),
    ("最少", Relation::Ge),
    ("至少", Relation::Ge),
    ("最小", Relation::Ge),
    ("起码", Relation::Ge),
    ("下限", Relation::Ge),
    ("≥", Relation::Ge),
    (">=", Relation::Ge),
    ("＞=", Relation::Ge),
    ("不足", Relation::Lt),
    ("不满", Relation::Lt),
    ("未满", Relation::Lt),
    ("不到", Relation::Lt),
    ("未达到", Relation::Lt),
    ("未达", Relation::Lt),
    ("达不到", Relation::Lt),
    ("<", Relation::Lt),
    ("＜", Relation::Lt),
    ("满", Relation::Ge),
    (">", Relation::Gt),
    ("＞", Relation::Gt),
];

/// What may stand between such a word and the number: 最高可达5万元, 不超过人民币5万元.
const FILLERS: [&str; 21] = [
    "收费",
    "赔付",
    "报销",
    "奖励",
    "补助",
    "补贴",
    "资助",
    "给予",
    "支持",
    "人民币",
    "可达到",
    "可达",
    "达到",
    "不超",
    "为",
    "达",
    "可",
    "是",
    "到",
    "：",
    ":",
];

/// The relation that the words at the end of `text` put on a number behind it, and where they begin.
///
/// ```
/// use gongwen::phrase::bound::{Relation, before};
/// assert_eq!(before("单个项目最高不得超过"), Some((Relation::Le, "单个项目".len())));
/// assert_eq!(before("累计超过"), Some((Relation::Gt, "累计".len())));
/// assert_eq!(before("安排资金"), None);
/// ```
pub fn before(text: &str) -> Option<(Relation, usize)> {
    let mut end = filled(text.trim_end());
    let mut found = None;
    // 最高 不得超过: the word next to the number decides, those before it are taken along
    while let Some((relation, start)) = word_at_end(&text[..end]) {
        found = Some((found.map_or(relation, |(first, _)| first), start));
        end = start;
    }
    found
}

/// The end of `text` without the words that may stand between a bound and its number.
fn filled(text: &str) -> usize {
    if word_at_end(text).is_some() {
        return text.len();
    }
    FILLS.of(text).map_or(text.len(), |filler| filled(text[..text.len() - filler.len()].trim_end()))
}

fn word_at_end(text: &str) -> Option<(Relation, usize)> {
    let word = BINDS.of(text)?;
    let start = text.len() - word.len();
    if let Some((_, relation)) = WORDS.iter().find(|(own, _)| *own == word) {
        return Some((*relation, start));
    }
    let (plain, denied) = if OVER.contains(&word) { (Relation::Gt, Relation::Le) } else { (Relation::Lt, Relation::Ge) };
    match DENIES.of(&text[..start]) {
        Some(not) => Some((denied, start - not.len())),
        // 降低, 最低: no bound by itself
        None if matches!(word, "低" | "超") => None,
        None => Some((plain, start)),
    }
}

/// [`WORDS`], [`OVER`] and [`UNDER`] at the end of a text, of which the longest decides.
static BINDS: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(WORDS.iter().map(|(word, _)| *word).chain(OVER).chain(UNDER)));
/// [`NOT`] and [`FILLERS`] there.
static DENIES: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(NOT));
static FILLS: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(FILLERS));

/// The relation that the words at the head of `text` put on a number before it, and where they end.
///
/// ```
/// use gongwen::phrase::bound::{Relation, after};
/// assert_eq!(after("及以上的企业"), Some((Relation::Ge, "及以上".len())));
/// assert_eq!(after("（不含）以下"), Some((Relation::Lt, "（不含）以下".len())));
/// ```
pub fn after(text: &str) -> Option<(Relation, usize)> {
    let (exclusive, rest) = inclusion(text);
    let rest = rest.strip_prefix(['及', '或', '（', '(']).unwrap_or(rest);
    if !rest.starts_with(['以', '之', '限', '为', '封', '起']) {
        return None;
    }
    let (relation, word) = AFTER.iter().find(|(_, word)| rest.starts_with(word))?;
    // 起 of a start: 起步价, 起诉
    if *word == "起" && rest[word.len()..].starts_with(|c| !"，。；、）)的".contains(c)) {
        return None;
    }
    let end = text.len() - rest.len() + word.len();
    let exclusive = exclusive || text[end..].starts_with("（不含") || text[end..].starts_with("(不含");
    Some((if exclusive { strict(*relation) } else { *relation }, end))
}

/// Words behind a number, longest first.
const AFTER: [(Relation, &str); 12] = [
    (Relation::Ge, "以上"),
    (Relation::Ge, "之上"),
    (Relation::Le, "以下"),
    (Relation::Le, "以内"),
    (Relation::Le, "之内"),
    (Relation::Le, "限额内"),
    (Relation::Le, "为上限"),
    (Relation::Le, "封顶"),
    (Relation::Le, "为限"),
    (Relation::Gt, "以外"),
    (Relation::Ge, "为下限"),
    (Relation::Ge, "起"),
];

/// （含） or （不含） at the head: whether it excludes, and the rest.
fn inclusion(text: &str) -> (bool, &str) {
    if !text.starts_with(['（', '(']) {
        return (false, text);
    }
    for (word, exclusive) in [("含", false), ("不含", true), ("含本数", false), ("不含本数", true)] {
        for (open, close) in [("（", "）"), ("(", ")")] {
            let rest = text.strip_prefix(open).and_then(|t| t.strip_prefix(word)).and_then(|t| t.strip_prefix(close));
            if let Some(rest) = rest {
                return (exclusive, rest);
            }
        }
    }
    (false, text)
}

fn strict(relation: Relation) -> Relation {
    match relation {
        Relation::Ge => Relation::Gt,
        Relation::Le => Relation::Lt,
        other => other,
    }
}
