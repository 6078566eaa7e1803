//! Verbs inside names of those who do it: 建设 in 建设单位 and in 住房城乡建设主管部门, 考试 in 市教育考试院.
//!
//! Such a verb is followed by a word for bodies or people (单位, 组, 员), perhaps after more such verbs (检验检测机构). Fields of
//! administration (教育, 卫生) may be followed by any name of a body: 教育行政主管部门. Other verbs before such a name act
//! on it: 配合执法部门, 委托第三方机构.

use std::sync::LazyLock;

use crate::lexicon::{Mark, Prefixes, Suffixes, Tag, Word, joined, picked};

/// How names go on behind such a verb.
const BODIES: &[&str] = joined!(picked!(organs: work), &["人员", "队伍", "团队", "方", "者", "员", "人", "义务人", "户"]);

/// They, as beginnings and as ends.
static BEGIN: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(BODIES.iter().copied()));
static END: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(BODIES.iter().copied()));

/// Verbs that name a field of administration or business, or what somebody applies for.
const FIELDS: [&str; 60] = [
    "教育", "卫生", "建设", "规划", "审计", "统计", "应急", "宣传", "保障", "服务", "管理", "监管", "执法", "信访", "试点", "防控", "养护",
    "救助", "科研", "考试", "编制", "招商", "投资", "运输", "施工", "设计", "监理", "检测", "生产", "经营", "采购", "招标", "评审", "检验",
    "检疫", "供应", "供货", "销售", "运营", "运维", "养殖", "种植", "申请", "申报", "登记", "纳税", "缴费", "征收", "征管", "鉴定", "仲裁",
    "认证", "评估", "监测", "贷款", "借款", "参保", "报名", "应聘", "招聘",
];

static FIELD: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(FIELDS));

/// The most words of a name behind its verb.
const FIELD_WORDS: usize = 8;

/// Whether word `at` is a verb inside a name that goes on behind it.
pub(super) fn heads_name(text: &str, words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if word.tag != Tag::Verb || word.mark != Mark::Compound {
        return false;
    }
    let behind = &words[at + 1..];
    let Some(next) = behind.iter().take(FIELD_WORDS).find(|w| w.mark != Mark::Compound) else { return false };
    is_body(text, next) || (FIELD.holds(word.of(text)) && names_body(text, behind, word.end()))
}

/// Whether a word is one for bodies, or begins one that falls into several words.
fn is_body(text: &str, word: &Word) -> bool {
    let body = BEGIN.of(&text[word.start()..]);
    body.is_some_and(|body| body.len() == word.first_of(text).len() || body.chars().nth(1).is_some())
}

/// Whether the words behind a field end in a body before anything else is said.
fn names_body(text: &str, behind: &[Word], from: usize) -> bool {
    let joins = |w: &&Word| matches!(w.tag, Tag::Noun | Tag::Other) || w.mark == Mark::Compound;
    behind.iter().take_while(joins).flat_map(Word::ends).take(FIELD_WORDS).any(|end| END.of(&text[from..end]).is_some())
}
