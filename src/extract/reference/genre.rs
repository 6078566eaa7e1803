//! Which titles are those of laws, standards and official documents: by their last word (文种), as titles have it.

use std::sync::LazyLock;

use super::Kind;
use crate::lexicon::{Endings, Suffixes, picked, short};

/// Last words of laws, regulations and standards.
const LAWS: &[&str] = picked!(genres: law);

/// Last words of official documents.
const DOCUMENTS: &[&str] = picked!(genres: document);

/// Last words of what a document asks for or quotes, and of print.
const OTHERS: &[&str] = &[
    "日报",
    "晚报",
    "时报",
    "周报",
    "早报",
    "可行性研究报告",
    "审计报告",
    "验收报告",
    "评估报告",
    "检测报告",
    "鉴定报告",
    "验资报告",
    "体检报告",
    "整改报告",
    "财务报告",
    "年度报告",
    "承诺函",
    "推荐函",
    "委托函",
    "邀请函",
    "询问函",
    "催告函",
    "投标函",
    "保函",
    "报价函",
    "自查报告",
    "监测报告",
    "检验报告",
    "述职报告",
    "总结报告",
    "调查报告",
    "个人信用报告",
    "论述摘编",
    "书法",
    "魔法",
    "方法论",
];

/// Words that say nothing of the matter: a title of nothing else (《实施意见》, 《管理办法》) is a short form.
const GENERIC: &[&str] = &[
    "实施",
    "管理",
    "暂行",
    "工作",
    "若干",
    "行动",
    "总体",
    "试点",
    "指导",
    "活动",
    "具体",
    "三年",
    "五年",
    "专项",
    "应急",
    "发展",
    "技术",
    "考核",
    "评选",
    "招标",
    "投标",
    "中标",
    "成交",
    "采购",
    "录用",
    "限期",
    "整改",
    "责令",
    "会议",
    "问题",
    "工作台账",
    "体检",
    "入学",
    "录取",
    "缴费",
    "交费",
    "报到",
    "询价",
    "工程量",
    "资格预审",
];

/// Whether `title` is one that counts. With a document number behind it (`numbered`) any title does that is no form,
/// and so does one that rules an act (`governs`: 依据《…》, 符合《…》).
pub(super) fn is_cited(title: &str, numbered: bool, governs: bool) -> bool {
    let core = core(title);
    let ends = ENDS.held_by(core);
    let governs = || governs && core.chars().nth(SHORTEST - 1).is_some();
    (numbered || (ends.has(0) || ends.has(1) || governs()) && !is_short_form(core)) && !ends.has(2) && !is_form(core)
}

/// [`LAWS`], [`DOCUMENTS`] and [`OTHERS`] at the end of a title.
static ENDS: LazyLock<Endings> = LazyLock::new(|| Endings::new([LAWS, DOCUMENTS, OTHERS]));
/// The first two of them.
static ENDING: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(LAWS.iter().chain(DOCUMENTS).copied()));

/// Characters of a title that is told by its place alone.
const SHORTEST: usize = 6;

/// A law, regulation or standard, or a document; a notice that issues a regulation is a document.
pub(super) fn kind(title: &str) -> Kind {
    let core = core(title);
    if ENDS.held_by(core).has(0) { Kind::Law } else { Kind::Document }
}

/// `title` without the brackets at its end: （试行）, （2021年版）.
fn core(title: &str) -> &str {
    let title = title.trim().trim_end_matches(['》', '〉', '”', '"', '>']);
    match title.strip_suffix(['）', ')']) {
        // 《…管理法)》: a bracket that nothing opens is a slip
        Some(inner) => core(inner.rfind(['（', '(']).map_or(inner, |open| &title[..open])),
        None => title,
    }
}

/// Forms to fill in, letters of commitment, certificates.
fn is_form(core: &str) -> bool {
    core.ends_with(['表', '书', '证', '卡', '图', '执', '同', '议'])
        && !short::ends_with(core, &["路线图", "白皮书"])
        && short::ends_with(core, &["表", "书", "证", "卡", "图", "回执", "合同", "协议"])
}

/// Whether nothing is left of `core` but words that say nothing of the matter.
fn is_short_form(core: &str) -> bool {
    // 《宪法》, 《刑法》, 《民法典》 are names
    if core.ends_with('法') && !core.ends_with("办法") && !core.ends_with("方法") {
        return core.chars().count() < 2;
    }
    let ending = ENDING.of(core).map_or(0, str::len);
    let mut rest = &core[..core.len() - ending];
    // 《招标投标法实施条例》: the law that it carries out is its matter
    if rest.trim_end_matches("实施").ends_with('法') && !rest.contains("办法") && !rest.contains("方法") {
        return false;
    }
    while let Some(before) = [GENERIC, LAWS, DOCUMENTS].into_iter().find_map(|list| short::before(rest, list)) {
        rest = before;
    }
    rest.is_empty() || rest == "本"
}
