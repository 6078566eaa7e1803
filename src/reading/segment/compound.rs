//! Verbs inside names of those who do it: 建设 in 建设单位 and in 住房城乡建设主管部门, 考试 in 市教育考试院.
//!
//! Such a verb is followed by a word for bodies or people (单位, 组, 员), perhaps after more such verbs (检验检测机构). Fields of
//! administration (教育, 卫生) may be followed by any name of a body: 教育行政主管部门. Other verbs before such a name act
//! on it: 配合执法部门, 委托第三方机构.

use crate::lexicon::{COMPOUNDS, Tag, Word};

/// How names go on behind such a verb.
const BODIES: [&str; 29] = [
    "部门",
    "单位",
    "机构",
    "机关",
    "人员",
    "小组",
    "办公室",
    "委员会",
    "中心",
    "队伍",
    "组",
    "局",
    "方",
    "站",
    "大队",
    "支队",
    "院",
    "所",
    "处",
    "科",
    "厅",
    "公司",
    "企业",
    "者",
    "员",
    "人",
    "义务人",
    "户",
    "厂",
];

/// Verbs that name a field of administration or business, or what somebody applies for.
const FIELDS: [&str; 59] = [
    "教育", "卫生", "建设", "规划", "审计", "统计", "应急", "宣传", "保障", "服务", "管理", "监管", "执法", "信访", "试点", "防控", "养护",
    "救助", "科研", "考试", "编制", "招商", "投资", "运输", "施工", "设计", "监理", "检测", "生产", "经营", "采购", "招标", "评审", "检验",
    "检疫", "供应", "供货", "销售", "运营", "运维", "养殖", "种植", "申请", "申报", "登记", "纳税", "缴费", "征收", "征管", "鉴定", "仲裁",
    "认证", "评估", "监测", "贷款", "借款", "参保", "报名", "应聘",
];

/// The most words of a name behind its verb.
const FIELD_WORDS: usize = 8;

/// Whether `word` is a verb inside a name that goes on behind it.
pub(super) fn heads_name(text: &str, words: &[Word], word: &Word) -> bool {
    let own = |w: &Word| &text[w.range.clone()];
    if word.tag != Tag::Verb || !COMPOUNDS.holds(own(word)) {
        return false;
    }
    let behind = || words[words.partition_point(|w| w.range.start <= word.range.start)..].iter();
    let Some(next) = behind().take(FIELD_WORDS).find(|w| !COMPOUNDS.holds(own(w))) else { return false };
    let body =
        |w: &Word| BODIES.iter().any(|body| own(w) == *body || (body.chars().count() > 1 && text[w.range.start..].starts_with(body)));
    body(next) || (FIELDS.contains(&own(word)) && names_body(text, behind(), word.range.end))
}

/// Whether the words behind a field end in a body before anything else is said.
fn names_body<'w>(text: &str, behind: impl Iterator<Item = &'w Word>, from: usize) -> bool {
    let joins = |w: &&Word| matches!(w.tag, Tag::Noun | Tag::Other) || COMPOUNDS.holds(&text[w.range.clone()]);
    behind.take_while(joins).take(FIELD_WORDS).any(|w| BODIES.iter().any(|body| text[from..w.range.end].ends_with(body)))
}
