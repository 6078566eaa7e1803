//! Those who can be told to act: organs, people, groups, and places that act as one.
//!
//! `各定点医药机构`, `纳税人`, `各县（市、区）`, `你局`, `有条件的地方`. A thing (`检测报告`, `抽查率`) is no actor, and a bare
//! place (`海川市`) is one only by its verb, which this grammar does not see.

use std::ops::Range;

use super::agency;
use crate::lexicon::{PEOPLE, PLACES};

/// Whether `name` is a place or a body that acts under its bare name.
fn is_bare(name: &str) -> bool {
    matches!(
        name,
        "国家"
            | "省"
            | "市"
            | "县"
            | "区"
            | "市（州）"
            | "市(州)"
            | "各地"
            | "各级"
            | "地方"
            | "双方"
            | "各方"
            | "学校"
            | "单位"
            | "我们"
    )
}

/// How a name begins that picks some out of many, or you and us.
const PICKS: [&str; 19] = [
    "各",
    "每",
    "你",
    "我",
    "本",
    "该",
    "全",
    "有条件",
    "试点",
    "相关",
    "有关",
    "被",
    "其他",
    "其它",
    "涉及",
    "所在",
    "属地",
    "这些",
    "上述",
];

/// Whether `name` may be somebody who acts.
///
/// ```
/// use gongwen::phrase::actor::is_actor;
/// assert!(is_actor("各县（市、区）医保局") && is_actor("纳税人") && is_actor("各乡镇") && is_actor("你省"));
/// assert!(!is_actor("项目抽查率") && !is_actor("全社会") && !is_actor("海川市"));
/// ```
pub fn is_actor(name: &str) -> bool {
    let name = name.trim();
    let core = agency::core(name);
    ends_like_actor(name, core) && name.chars().count() <= 80 && !name.contains(['：', ':', '《', '。']) && is_balanced(name)
}

/// Whether the end of `name`, or of its `core` without a bracket, is that of one who acts.
fn ends_like_actor(name: &str, core: &str) -> bool {
    let several = |word: &str| word.chars().nth(1).is_some();
    is_bare(name)
        || is_bare(core)
        || (several(core) && agency::ends_like_organ(core))
        || (PEOPLE.of(core).is_some_and(|suffix| several(suffix) || several(core)) && !is_quality(core))
        || PLACES
            .of(core)
            .is_some_and(|place| PICKS.iter().any(|p| core.starts_with(p)) || core[..core.len() - place.len()].ends_with('的'))
}

/// Whether `name` may be an actor or may hold the name of one whose thing it is; most noun phrases are neither, and all are asked.
pub(crate) fn may_name(name: &str) -> bool {
    let (name, core) = (name.trim(), agency::core(name.trim()));
    ends_like_actor(name, core) || name.contains('的') || PLACES.of(core).is_some()
}

/// Whether `name` is an actor beyond doubt, without a modal word behind it: one sign alone (人, 员, 户) may end other words.
pub(crate) fn is_plain(name: &str) -> bool {
    let core = agency::core(name.trim());
    let picks = ["全体", "所有", "有条件", "有关", "相关", "其他"];
    let picked = core.starts_with(['各', '你', '我', '本', '每']) || picks.iter().any(|pick| core.starts_with(pick));
    is_actor(name)
        && (picked
            || core.ends_with("各级")
            || (is_bare(name.trim()) && name.trim().ends_with(['）', ')']))
            || agency::ends_like_organ(core)
            || core.ends_with('方')
            || PEOPLE.of(core).is_some_and(|suffix| suffix.chars().count() > 1))
}

/// Whether `names` are places and nothing else (云岭县、青浦岭镇): they act where the words around them say so, as 由 before or
/// 应当 behind them.
pub(crate) fn is_place(names: &str) -> bool {
    let place = |name: &str| (2..=9).contains(&name.chars().count()) && PLACES.of(name).is_some();
    !names.contains('的') && names.split('、').all(|name| place(agency::core(name)))
}

/// Whether each bracket of `name` closes in it.
fn is_balanced(name: &str) -> bool {
    let count = |signs: [char; 2]| name.chars().filter(|c| signs.contains(c)).count();
    count(['（', '(']) == count(['）', ')'])
}

/// Words that end as people do and name no one: 本人 stays, 个性化 … go.
fn is_quality(core: &str) -> bool {
    ["为人", "动员", "双主体", "第一责任", "令人", "或者", "再者", "记者会", "方方", "地方", "对方", "多方", "全方", "官方"]
        .iter()
        .any(|w| core.ends_with(w))
        && !core.ends_with("各地方")
}

/// Cuts coordinated actors into units: at ， and 、 where each is a unit of its own; `住建、国土部门` shares its
/// head word and stays one.
pub fn split_units(names: &str) -> Vec<Range<usize>> {
    let mut units = Vec::new();
    let (mut start, mut depth) = (0, 0usize);
    let places = names.contains('、') && is_place(names);
    for (at, c) in names.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '（' | '(' | '《' | '“' => depth += 1,
            '）' | ')' | '》' | '”' => depth = depth.saturating_sub(1),
            '，' | ',' | '、' | '；' | ';' if depth == 0 && (places || is_actor(&names[start..at])) => {
                units.push(start..at);
                start = end;
            }
            _ => {}
        }
    }
    units.push(start..names.len());
    units.retain(|unit| !names[unit.clone()].trim().is_empty());
    units
}
