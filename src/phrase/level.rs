//! Levels of administration, and the noun that several share: 各省、自治区、直辖市人民政府, 市、区两级政府, 县、乡人民政府.
//!
//! 各乡镇、县水务局 are two: what is shared stands behind the lowest level.

use crate::lexicon::short;

/// The levels, highest first; longer names of one stand before shorter.
const LEVELS: [&[&str]; 4] =
    [&["自治区", "直辖市", "省"], &["自治州", "市", "州", "盟"], &["自治县", "县", "区", "旗"], &["乡镇", "乡", "镇"]];

/// Whether `c` is the sign of a level, with which places are named that are governed: 海川市, 金水旗.
pub(crate) const fn is_sign(c: char) -> bool {
    matches!(c, '省' | '州' | '市' | '盟' | '县' | '区' | '旗' | '镇' | '乡')
}

/// Whether the name of an organ begins with its place, or is the state's: 海川市水务局, 国家税务总局.
pub(crate) fn begins_with_place(organ: &str) -> bool {
    organ.chars().take(6).any(|c| is_sign(c) || c == '国')
}

/// How what is shared begins, or all of it.
const SHARED: [&str; 6] = ["两级", "三级", "四级", "各级", "人民政府", "政府"];
/// How it may end else.
const ENDS: [&str; 7] = ["主管部门", "有关部门", "部门", "局", "厅", "委员会", "法院"];

/// Whether `name`, before the `rest` of a list parted by 、, is but a level, and shares the noun that stands behind the last
/// of the levels with which the rest begins.
pub(super) fn shares(name: &str, rest: &str) -> bool {
    let bare = name.trim_start().trim_start_matches(['各', '每', '全']);
    let Some((mut level, mut known, "")) = level(bare) else { return false };
    for piece in rest.split('、').take(LEVELS.len()) {
        let piece = &piece[..piece.find(['，', ',', '；', ';']).unwrap_or(piece.len())];
        match self::level(piece) {
            // no level has a noun of its own and stands beside itself: 各省、省财政厅
            Some((next, name, behind)) if next >= level && name != known => {
                if !behind.is_empty() {
                    let behind = without_bracket(behind);
                    return short::begins_with(behind, &SHARED) || is_noun(behind);
                }
                (level, known) = (next, name);
            }
            _ => return false,
        }
    }
    false
}

/// The level with which `text` begins, its name, and what stands behind that.
fn level(text: &str) -> Option<(usize, &str, &str)> {
    let named =
        |(n, names): (usize, &&[&'static str])| names.iter().find_map(|name| text.strip_prefix(name).map(|behind| (n, *name, behind)));
    // 市 begins no 自治州, and the like: the first that fits is the one
    LEVELS.iter().enumerate().find_map(named)
}

/// `behind` without the bracket with which it begins: 县（区）人民政府.
fn without_bracket(behind: &str) -> &str {
    let bracket = behind.starts_with(['（', '(']).then(|| behind.find(['）', ')'])).flatten();
    bracket.map_or(behind, |at| behind[at..].trim_start_matches(['）', ')']))
}

/// Whether what stands behind a level is the noun of an organ that every level has: 水务部门, and not 直各部门.
fn is_noun(behind: &str) -> bool {
    short::ends_with(behind, &ENDS) && !behind.starts_with(['直', '属', '级', '内', '辖', '各'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_share_the_noun_behind_the_last() {
        for (name, rest, expected) in [
            ("各省", "自治区、直辖市人民政府", true),
            ("自治区", "直辖市人民政府", true),
            ("市", "区两级政府", true),
            ("省", "市、县三级水务部门", true),
            ("各县", "乡人民政府", true),
            ("市", "县（区）人民政府，各部门", true),
            ("市", "县水务局", true),
            ("各乡镇", "县水务局", false),
            ("各县", "市直各部门", false),
            ("各县", "县直各部门", false),
            ("各省", "省财政厅", false),
            ("省", "市、县", false),
            ("各镇", "街道办事处", false),
            ("市水务局", "县人民政府", false),
        ] {
            assert_eq!(shares(name, rest), expected, "{name}、{rest}");
        }
    }
}
