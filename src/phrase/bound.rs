//! The words that make a number a limit: 不超过, 不低于, 以上, 以内, 最高, ≥.
//!
//! 民法典 第一千二百五十九条: 以上, 以下, 以内 include the number; 不满, 超过, 以外 exclude it. The words stand before the
//! number (不得超过5万元), behind it (5万元以下) or on both sides (最高不超过5万元以内).

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::head;
use crate::lexicon::Suffixes;

/// How a result must stand to a value. 结果与数值的关系。
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// At least. 不少于。
    Ge,
    /// At most. 不多于。
    Le,
    /// Exactly. 等于。
    #[default]
    Eq,
    /// More than. 多于。
    Gt,
    /// Less than. 少于。
    Lt,
}

/// What a word before a number does.
#[derive(Clone, Copy)]
enum Word {
    /// It binds by itself.
    Binds(Relation),
    /// It exceeds; denied (不超过) it caps.
    Over,
    /// It falls short; denied (不低于) it is a floor.
    Under,
    /// The same, where it is denied alone: 降低, 最低 are no bounds by themselves.
    Denied(Relation),
    /// It may stand between such a word and the number: 最高可达5万元, 不超过人民币5万元.
    Fills,
}

/// The words before a number. Of two that end alike the longer decides.
static WORDS: LazyLock<Suffixes<Word>> = LazyLock::new(|| {
    let all = [
        (Word::Binds(Relation::Le), "最高 最多 至多 最大 最长 上限 限额 封顶线 控制在 ≤ <= ＜="),
        (Word::Binds(Relation::Ge), "最低 最少 至少 最小 起码 下限 满 ≥ >= ＞="),
        (Word::Binds(Relation::Lt), "不足 不满 未满 不到 未达到 未达 达不到 < ＜"),
        (Word::Binds(Relation::Gt), "> ＞"),
        (Word::Over, "超过 高于 大于 多于 突破 超出 逾"),
        (Word::Denied(Relation::Le), "超"),
        (Word::Under, "低于 少于 小于 短于"),
        (Word::Denied(Relation::Ge), "低"),
        (Word::Fills, "收费 赔付 报销 奖励 补助 补贴 资助 给予 支持 人民币 可达到 可达 达到 为 达 可 是 到 ： :"),
    ];
    Suffixes::meaning(all.into_iter().flat_map(|(does, words)| words.split(' ').map(move |word| (word, does))))
});

/// Words that deny.
static NOT: LazyLock<Suffixes> =
    LazyLock::new(|| Suffixes::new(["不", "不得", "不能", "不应", "不可", "不宜", "不会", "未", "没有", "不准"]));

/// The relation that the words at the end of `text` put on a number behind it, and where they begin.
///
/// ```
/// use gongwen::phrase::bound::{Relation, before};
/// assert_eq!(before("单个项目最高不得超过"), Some((Relation::Le, "单个项目".len())));
/// assert_eq!(before("累计超过"), Some((Relation::Gt, "累计".len())));
/// assert_eq!(before("安排资金"), None);
/// ```
pub fn before(text: &str) -> Option<(Relation, usize)> {
    let mut found = bound_at_end(text.trim_end(), true)?;
    // 最高 不得超过: the word next to the number decides, those before it are taken along
    while let Some((_, start)) = bound_at_end(&text[..found.1], false) {
        found.1 = start;
    }
    Some(found)
}

/// The bound that ends `text`, and where it begins; where that `may_be_filled`, other words may stand behind it.
fn bound_at_end(mut text: &str, may_be_filled: bool) -> Option<(Relation, usize)> {
    loop {
        let (before, word) = WORDS.before(text)?;
        let denied = |relation| NOT.before(before).map(|(before, ())| (relation, before.len()));
        return match word {
            Word::Binds(relation) => Some((relation, before.len())),
            Word::Over => denied(Relation::Le).or(Some((Relation::Gt, before.len()))),
            Word::Under => denied(Relation::Ge).or(Some((Relation::Lt, before.len()))),
            Word::Denied(relation) => denied(relation),
            Word::Fills if may_be_filled => {
                text = before.trim_end();
                continue;
            }
            Word::Fills => None,
        };
    }
}

/// The relation that the words at the head of `text` put on a number before it, and where they end.
///
/// ```
/// use gongwen::phrase::bound::{Relation, after};
/// assert_eq!(after("及以上的企业"), Some((Relation::Ge, "及以上".len())));
/// assert_eq!(after("（不含）以下"), Some((Relation::Lt, "（不含）以下".len())));
/// ```
pub fn after(text: &str) -> Option<(Relation, usize)> {
    let bracket = matches!(head(text), '（' | '(');
    let (exclusive, rest) = if bracket { inclusion(text) } else { (false, text) };
    let rest = if matches!(head(rest), '及' | '或' | '（' | '(') { &rest[head(rest).len_utf8()..] } else { rest };
    if !matches!(head(rest), '以' | '之' | '限' | '为' | '封' | '起') {
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
