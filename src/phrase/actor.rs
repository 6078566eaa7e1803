//! Those who can be told to act: organs, people, groups, and places that act as one.
//!
//! `各定点医药机构`, `纳税人`, `各县（市、区）`, `你局`, `有条件的地方`. A thing (`检测报告`, `抽查率`) is no actor, and a bare
//! place (`海川市`) is one only by its verb, which this grammar does not see.

use std::{ops::Range, sync::LazyLock};

use super::{agency, level, trimmed};
pub(crate) use crate::lexicon::may_end_name as may_end;
use crate::lexicon::{NameEnd, Prefixes, Suffixes, name_end, short};

/// Whether `name` is one of those with a bracket that act under their bare name.
fn is_bracketed(name: &str) -> bool {
    matches!(name, "市（州）" | "市(州)")
}

/// How a name begins that picks some out of many, or you and us.
static PICKS: LazyLock<Prefixes> = LazyLock::new(|| {
    Prefixes::new([
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
    ])
});

/// Words that end as people do and name no one: 本人 stays, 个性化 … go.
static QUALITIES: LazyLock<Suffixes> = LazyLock::new(|| {
    Suffixes::new(["为人", "动员", "双主体", "第一责任", "令人", "或者", "再者", "记者会", "方方", "地方", "对方", "多方", "全方", "官方"])
});

/// A name, and how it ends.
#[derive(Clone, Copy)]
pub(crate) struct Name<'t> {
    /// Without white space at its ends.
    name: &'t str,
    /// Without a bracket at its end.
    core: &'t str,
    end: NameEnd,
}

impl<'t> Name<'t> {
    /// Looks at the end of `name`.
    #[inline]
    pub(crate) fn of(name: &'t str) -> Self {
        let name = trimmed(name);
        let core = agency::without_bracket(name);
        Self { name, core, end: name_end(core) }
    }

    /// Whether it ends as places do that act as one.
    pub(crate) const fn is_place(self) -> bool {
        self.end.place > 0
    }

    /// Whether its end is that of one who acts.
    #[inline]
    pub(crate) fn ends_like_actor(self) -> bool {
        // most names end in no word of our lists
        (!self.end.is_none() || self.core.len() < self.name.len()) && self.is_known()
    }

    /// Whether a word of our lists, or what stands before a bracket, makes it one.
    fn is_known(self) -> bool {
        let Self { name, core, end } = self;
        let several = || core.chars().nth(1).is_some();
        let of_people = || end.people_are_named() || several();
        (self.ends_like_organ() && several())
            || (end.people > 0 && of_people() && !is_quality(core))
            || (end.place > 0 && (PICKS.of(core).is_some() || core[..core.len() - usize::from(end.place)].ends_with('的')))
            || (!core.is_empty() && end.is_bare(core.len()))
            || is_bracketed(name)
    }

    /// Whether it ends as names of organs do.
    fn ends_like_organ(self) -> bool {
        let Self { name, core, end } = self;
        // behind the bracket at its end a name may have another, or a blank
        if end.organ > 0 { end.is_organ(core.len()) } else { core.len() < name.len() && agency::ends_like_organ(core) }
    }

    /// Whether it is not too long, each of its brackets closes in it, and it holds no sign that ends what it is part of.
    pub(crate) fn is_whole(self) -> bool {
        const LONGEST: usize = 80;
        let (bytes, mut at) = (self.name.as_bytes(), 0);
        let (mut length, mut open, mut close) = (0, 0, 0);
        while let Some(lead) = bytes.get(at) {
            length += 1;
            // no such sign begins as Chinese characters do
            if matches!(lead, 0xe4..=0xe9) {
                at += 3;
                continue;
            }
            let Some(c) = self.name[at..].chars().next() else { break };
            match c {
                '：' | ':' | '《' | '。' => return false,
                '（' | '(' | '“' => open += 1,
                '）' | ')' | '”' => close += 1,
                _ => {}
            }
            at += c.len_utf8();
        }
        length <= LONGEST && open == close
    }
}

/// Whether `name` may be somebody who acts.
///
/// ```
/// use gongwen::phrase::actor::is_actor;
/// assert!(is_actor("各县（市、区）医保局") && is_actor("纳税人") && is_actor("各乡镇") && is_actor("你省"));
/// assert!(!is_actor("项目抽查率") && !is_actor("全社会") && !is_actor("海川市"));
/// ```
pub fn is_actor(name: &str) -> bool {
    let name = Name::of(name);
    name.ends_like_actor() && name.is_whole()
}

/// Whether `name` is an actor beyond doubt, without a modal word behind it: one sign alone (人, 员, 户) may end other words.
pub(crate) fn is_plain(name: &str) -> bool {
    let actor = Name::of(name);
    let Name { name, core, end } = actor;
    let picks = || short::begins_with(core, &["全体", "所有", "有条件", "有关", "相关", "其他"]);
    actor.ends_like_actor()
        && actor.is_whole()
        && (core.starts_with(['各', '你', '我', '本', '每'])
            || picks()
            || core.ends_with("各级")
            || is_bracketed(name)
            || actor.ends_like_organ()
            || core.ends_with(['方', '者'])
            || end.people_are_named())
}

/// Whether `names` are places and nothing else (云岭县、青浦岭镇): they act where the words around them say so, as 由 before or
/// 应当 behind them.
pub(crate) fn is_place(names: &str) -> bool {
    let place = |name: &str| (2..=9).contains(&name.chars().count()) && name_end(name).place > 0;
    !names.contains(['的', '由', '按', '在', '对', '向']) && names.split('、').all(|name| place(agency::core(name)))
}

fn is_quality(core: &str) -> bool {
    QUALITIES.of(core).is_some() && !short::ends_with(core, &["各地方", "运动员"])
}

/// Words that name one of several above the others.
pub(crate) const ABOVE_OTHERS: [&str; 2] = ["特别是", "尤其是"];

/// Cuts coordinated actors into units: at ， and 、 where each is a unit of its own; `住建、国土部门` and `省、市人民政府` share
/// their head word and stay one. What names one of several above the others (特别是) is no part of it.
pub fn split_units(names: &str) -> Vec<Range<usize>> {
    // one name has no byte of a comma
    if !names.bytes().any(|byte| matches!(byte, b',' | b';' | 0xe3 | 0xef)) {
        let whole = 0..names.len();
        return if names.trim().is_empty() { Vec::new() } else { vec![whole] };
    }
    let mut units = Vec::new();
    let (mut start, mut depth) = (0, 0usize);
    let places = names.contains('、') && is_place(names);
    for (at, c) in names.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '（' | '(' | '《' | '“' => depth += 1,
            '）' | ')' | '》' | '”' => depth = depth.saturating_sub(1),
            '，' | ',' | '、' | '；' | ';'
                if depth == 0 && (places || is_actor(&names[start..at])) && !(c == '、' && shares(&names[start..at], &names[end..])) =>
            {
                units.push(start..at);
                start = end;
            }
            _ => {}
        }
    }
    units.push(start..names.len());
    for unit in &mut units {
        let name = names[unit.clone()].trim_start();
        let above = ABOVE_OTHERS.iter().find(|word| name.starts_with(**word)).map_or(0, |word| word.len());
        unit.start = unit.end - names[unit.clone()].trim_start().len() + above;
    }
    units.retain(|unit| !names[unit.clone()].trim().is_empty());
    units
}

/// Whether the last of `names` shares its noun with the `rest` of the list.
fn shares(names: &str, rest: &str) -> bool {
    level::shares(names.rsplit('、').next().unwrap_or(names), rest)
}
