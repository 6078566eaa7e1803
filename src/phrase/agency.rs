//! Organs (机关) by the grammar of their names: place or level + function + suffix.
//!
//! `各县（市、区）人民政府`, `市医疗保障局`, `海川市财政局`, `镇直有关单位`. What is *not* known here: whether an organ exists.

use std::ops::Range;

use super::{level, trimmed};
use crate::{lexicon::name_end, pattern::head};

/// Whether `name` ends as names of organs do; a bracket at its end, as in `局（办公室）`, is looked through.
pub fn ends_like_organ(name: &str) -> bool {
    let core = core(name);
    name_end(core).is_organ(core.len())
}

/// Whether the whole of `name` may be one organ's name: not too long, without marks that no name holds.
///
/// ```
/// use gongwen::phrase::agency::is_organ;
/// assert!(is_organ("海川市医疗保障局"));
/// assert!(is_organ("国务院"));
/// assert!(!is_organ("请认真贯彻执行"));
/// assert!(!is_organ("各单位，各部门"));
/// ```
pub fn is_organ(name: &str) -> bool {
    const MARKS: [char; 14] = ['，', '。', '；', '：', '！', '？', ',', ';', ':', '《', '》', '“', '"', '\t'];
    let name = trimmed(name);
    ends_like_organ(name) && (2..=40).contains(&name.chars().count()) && !name.contains(MARKS)
}

/// `name` without a bracket at its end.
#[inline]
pub(super) fn core(name: &str) -> &str {
    without_bracket(trimmed(name))
}

/// [`core`] of a name without white space at its ends.
#[inline]
pub(super) fn without_bracket(name: &str) -> &str {
    match *name.as_bytes() {
        [.., b')'] | [.., 0xef, 0xbc, 0x89] => name.rfind(['（', '(']).map_or(name, |at| &name[..at]),
        _ => name,
    }
}

/// Cuts a list of organs (主送, 抄送) into its organs: at ，and ； always, at 、 where what stands before is an
/// organ of its own (`各科室、中心`, but not `各市、县人民政府`), never inside brackets.
pub fn split_list(list: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0usize);
    for (at, c) in list.char_indices() {
        match c {
            '（' | '(' | '〔' | '《' => depth += 1,
            '）' | ')' | '〕' | '》' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            // a line end parts organs only where one is complete: the list may be wrapped inside a name
            '\n' if !ends_like_organ(&list[start..at]) => {}
            '，' | ',' | '；' | ';' | '。' | '\n' => {
                parts.push(start..at);
                start = at + c.len_utf8();
            }
            '、' if is_whole(&list[start..at], &list[at + c.len_utf8()..]) => {
                parts.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..list.len());
    parts.into_iter().map(|part| trim(list, part)).filter(|part| !part.is_empty()).collect()
}

/// Cuts organs that stand side by side with nothing between them, each beginning with words of the one before it, as the
/// name of their place: `海川市教育局海川市财政局`. One organ is given whole.
pub(crate) fn side_by_side(names: &str) -> Vec<Range<usize>> {
    /// No place has a shorter name with its kind.
    const PLACE: usize = "海川市".len();
    let mut organs = Vec::new();
    let mut start = 0;
    for at in names.char_indices().map(|(at, _)| at).skip(2 * PLACE / 3) {
        let (before, rest) = (&names[start..at], &names[at..]);
        let placed = || rest.get(..PLACE).is_some_and(|place| before.contains(place));
        if ends_like_organ(before) && placed() && ends_like_organ(rest) {
            organs.push(start..at);
            start = at;
        }
    }
    organs.push(start..names.len());
    organs
}

/// Whether `name` is one of its own before the next one of a list: an organ, or 各行政村 before 各部门 or 机关各部门.
fn is_whole(name: &str, rest: &str) -> bool {
    let next = rest.split(['、', '，', ',', '；']).next().unwrap_or(rest);
    let places = || name.trim_start().starts_with('各') && !name.ends_with(['省', '市']) && next.contains('各');
    // 各乡（镇）、办事处, but not 各乡、镇人民政府
    let towns = || core(name).starts_with('各') && core(name).ends_with(['乡', '镇']) && !next.starts_with(level::is_sign);
    (ends_like_organ(name) || places() || towns() && ends_like_organ(next)) && !shares_head(name, rest)
}

/// Whether `name` and the next one of a list share what they are: the next is but a noun, and what it is of stands before
/// (市直有关部门、单位; 市政府各委、办、局), or `name` is a place and the noun stands behind the next (高新区、新区管委会).
fn shares_head(name: &str, rest: &str) -> bool {
    let next = next(rest).trim();
    matches!(next, "单位" | "部门" | "机构" | "企业" | "处室" | "科室")
        || next.chars().count() == 1
        || name.ends_with('区') && has_noun(rest)
}

/// Whether the next name is a place with the noun of its organ behind it, or places and then such a one.
fn has_noun(rest: &str) -> bool {
    /// More places in a row are no list of addressees, and a name no organ's.
    const MOST: usize = 12;
    const LONGEST: usize = 40;
    let mut rest = rest;
    for passed in 0..MOST {
        let name = next(head(rest, LONGEST));
        let Some(at) = name.rfind(['区', '县']).filter(|at| *at > 0) else {
            // 高新区、东湖区、松湾管委会
            return passed > 0 && name.ends_with("管委会");
        };
        // 省直管县（市）教育局
        let behind = &name[at + '区'.len_utf8()..];
        let noun = behind.strip_prefix(['（', '(']).and_then(|inner| inner.split_once(['）', ')'])).map_or(behind, |(_, noun)| noun);
        match rest[name.len()..].strip_prefix('、') {
            Some(behind) if noun.is_empty() => rest = behind,
            // 海川县委办公室 is of one place
            _ => return !noun.is_empty() && !noun.starts_with('委') && !noun.starts_with("医院") && ends_like_organ(noun),
        }
    }
    false
}

/// The name with which the rest of a list begins.
fn next(rest: &str) -> &str {
    &rest[..rest.find(['、', '，', ',', '；', ';', '。', '\n', '：', ':']).unwrap_or(rest.len())]
}

/// `part` without white space at its ends.
fn trim(list: &str, part: Range<usize>) -> Range<usize> {
    let text = &list[part.clone()];
    let start = part.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organs_side_by_side() {
        for (names, expected) in [
            ("海川市教育局海川市财政局", &["海川市教育局", "海川市财政局"][..]),
            ("中共海川学院委员会办公室海川学院校长办公室", &["中共海川学院委员会办公室", "海川学院校长办公室"]),
            ("海川市人民政府办公室", &["海川市人民政府办公室"]),
            ("海川市海川中学", &["海川市海川中学"]),
        ] {
            assert_eq!(side_by_side(names).into_iter().map(|organ| &names[organ]).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn lists_are_cut_where_organs_end() {
        for (list, organs) in [
            ("各科室、中心", &["各科室", "中心"][..]),
            ("各市、县人民政府，省政府各部门、各直属机构", &["各市、县人民政府", "省政府各部门", "各直属机构"]),
            ("东屏市、临湖市、海川市教育局", &["东屏市、临湖市、海川市教育局"]),
            ("各县（市、区）医保局，开发区社会事务局，全市定点医药机构", &["各县（市、区）医保局", "开发区社会事务局", "全市定点医药机构"]),
            ("市直有关部门、单位，市政府各委、办、局", &["市直有关部门、单位", "市政府各委、办、局"]),
            ("驻县区直、市直各有关单位", &["驻县区直、市直各有关单位"]),
            ("高新区、新区、海川开发区管委会，各园区、市直各单位", &["高新区、新区、海川开发区管委会", "各园区", "市直各单位"]),
            ("各省辖市、海川示范区、省直管县（市）水利局，各高等学校", &["各省辖市、海川示范区、省直管县（市）水利局", "各高等学校"]),
            ("高等院校、科研院所", &["高等院校", "科研院所"]),
            ("海川开发区、东湖区、松湾管委会，区直各单位", &["海川开发区、东湖区、松湾管委会", "区直各单位"]),
            ("各乡（镇）、办事处，县直各单位", &["各乡（镇）", "办事处", "县直各单位"]),
            ("各行政村、各有关单位", &["各行政村", "各有关单位"]),
        ] {
            assert_eq!(split_list(list).into_iter().map(|r| &list[r]).collect::<Vec<_>>(), organs);
        }
    }
}
