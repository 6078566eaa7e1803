//! What a noun phrase that ends as names do says beside the name: the setting or event before it, what is owned behind it.

use std::ops::Range;

use crate::{
    lexicon::{Mark, Tag, Word, name_end, short},
    phrase::{actor, level},
};

/// A name that begins with 在, without the setting before it: 在宣传工作中│各股室.
pub(super) fn behind_setting(name: &str) -> &str {
    let ends = |(at, c): &(usize, char)| match c {
        '中' | '下' | '上' | '内' | '前' | '时' | '后' => true,
        '间' => name[..*at].ends_with('期'),
        _ => false,
    };
    let picks =
        |rest: &str| rest.starts_with(level::is_sign) || short::begins_with(rest, &["各", "有关", "相关", "全体", "本", "我", "你"]);
    let behind = name.char_indices().rev().find(ends).map(|(at, c)| &name[at + c.len_utf8()..]);
    behind.filter(|rest| picks(rest) && actor::is_plain(rest)).unwrap_or(name)
}

/// Whose thing it is that must be done or must be so: 各医院 in 各医院的显示屏; `of` is where the first 的 of the name stands.
pub(super) fn possessor(text: &str, name: Range<usize>, of: usize, bound: bool) -> Option<Range<usize>> {
    let owner = &text[name.start..of];
    let picked = || begins(owner, '各') || owner.contains("各县") || owner.contains("各镇") || owner.contains("各区");
    let owns = (bound && actor::is_place(owner)) || (actor::is_actor(owner) && picked());
    (owns && text[of..name.end].chars().nth(2).is_some()).then_some(name.start..of)
}

/// A name without the event before it: 宣传月期间各县医保局, 论证时建设单位, 放假前各部门.
pub(super) fn behind_event(text: &str, name: Range<usize>) -> Range<usize> {
    let words = &text[name.clone()];
    if !words.contains(['期', '时', '后', '前', '之']) {
        return name;
    }
    for (sign, event) in [('期', "期间"), ('时', "时"), ('后', "后"), ('前', "前"), ('之', "之日起")] {
        let Some((at, _)) = words.match_indices(sign).find(|(at, _)| words[*at..].starts_with(event)) else { continue };
        let rest = &words[at + event.len()..];
        let spoken = [
            "临时",
            "及时",
            "实时",
            "小时",
            "随时",
            "同时",
            "定时",
            "后勤",
            "前后",
            "售后",
            "先后",
            "时间",
            "时代",
            "博士后",
            "后续",
            "后备",
            "目前",
            "当前",
            "提前",
            "前期",
            "前往",
            "前台",
        ];
        let part = spoken.iter().any(|w| words.match_indices(w).any(|(from, w)| from <= at && at < from + w.len()));
        if at > 0 && !part && rest.chars().count() > 1 && actor::is_actor(rest) {
            return name.end - rest.len()..name.end;
        }
    }
    name
}

/// Whether some of the `words` of a name that ends at byte `end` tell what is done, and describe nobody.
pub(super) fn holds_predicate(text: &str, words: &[Word], end: usize) -> bool {
    let case =
        |w: &Word| w.tag == Tag::Preposition && matches!(w.of(text), "向" | "对" | "将" | "按" | "按照" | "根据" | "于" | "在" | "把");
    let tells = |w: &Word| case(w) || w.tag == Tag::Verb && w.mark != Mark::Compound;
    words.iter().any(|w| tells(w) && names_another(&text[w.end()..end]))
}

/// Whether what stands behind a verb in a name is a name of its own: not 委员会 in 权益保护委员会, and nobody described.
pub(super) fn names_another(rest: &str) -> bool {
    let first = rest.split('、').next().unwrap_or(rest);
    let end = name_end(first);
    // 工业和信息化部、财政部: 部 ends the name
    let own = first.len() > '部'.len_utf8() && usize::from(end.organ.max(end.people)) < first.len();
    own && actor::is_plain(rest) && !rest.contains('的')
}

/// Whether `name` begins as names of many do.
pub(super) fn picks(name: &str) -> bool {
    short::begins_with(name, &["各", "全体", "有关", "相关", "广大", "所有"])
}

/// The first of coordinated units.
pub(super) fn first_unit(name: &str) -> &str {
    name.split(['、', '和', '及', '或', '与']).next().unwrap_or(name)
}

/// `starts_with` for one character of three bytes, asked often.
#[inline(always)]
pub(super) const fn begins(text: &str, sign: char) -> bool {
    let bytes = [0xe0 | (sign as u32 >> 12) as u8, 0x80 | (sign as u32 >> 6 & 0x3f) as u8, 0x80 | (sign as u32 & 0x3f) as u8];
    matches!(*text.as_bytes(), [a, b, c, ..] if a == bytes[0] && b == bytes[1] && c == bytes[2])
}

/// Whether `word` binds the name before it, and does not only tell of it.
pub(super) fn binds(text: &str, word: &Word) -> bool {
    matches!(word.tag, Tag::Must | Tag::MustNot) || word.tag == Tag::Verb && matches!(word.of(text), "负责" | "牵头" | "承担")
}

/// `range` without blanks at its ends.
#[inline]
pub(super) fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    // no Chinese character is one, and most ranges begin and end with them
    let bytes = text.as_bytes();
    if range.len() > 2 && matches!((bytes[range.start], bytes[range.end - 3]), (0xe4..=0xe9, 0xe4..=0xe9)) {
        return range;
    }
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}
