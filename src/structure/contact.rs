//! Lines that tell whom to call: a field and its colon at their head.

use super::{
    line::Lines,
    step::{is_colon, maybe, run, spaced},
};
use crate::{
    lexicon::{Characters, picked},
    pattern::is_han,
};

/// Whether line `i` tells whom to call.
pub(super) fn is_contact(lines: &Lines<'_>, i: usize) -> bool {
    lines.facts(i).has_colon() && begins(lines.str(i))
}

/// Whether `line` begins with a field for a person, a telephone or a place, and perhaps a second one (联系人及电话：).
fn begins(line: &str) -> bool {
    let Some(colon) = line.find(is_colon) else { return false };
    let field = maybe(line[..colon].trim_end(), |c| matches!(c, '（' | '('));
    let second = |at: usize| {
        let (count, rest) = run(&field[at + '及'.len_utf8()..], 6, is_han);
        count > 1 && rest.is_empty()
    };
    names(field) || field.match_indices('及').any(|(at, _)| second(at) && names(&field[..at]))
}

/// Whether `field` is the name of such a field.
fn names(field: &str) -> bool {
    const FIELDS: &[&str] = picked!(contact_labels: phone | fax | mail | place | post);
    static LAST: Characters = Characters::last_of(FIELDS);
    const ENDS: [&str; 8] = ["联系方式", "联系电话", "咨询电话", "举报电话", "监督电话", "经办人", "承办人", "联系单位"];
    let Some(last) = field.chars().next_back() else { return false };
    let of = |whose: &str| whose.chars().count() <= 8 && whose.chars().all(is_han);
    let person = || field.strip_suffix('人')?.trim_end().strip_suffix('系')?.trim_end().strip_suffix('联');
    let whose = || ENDS.iter().filter_map(|end| field.strip_suffix(end)).chain(person()).any(of);
    matches!(last, '人' | '式' | '话' | '位') && whose() || LAST.may_have(last) && FIELDS.iter().any(|word| spaced(field, word) == Some(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_contacts() {
        for line in [
            "联系人：李明远",
            "（联 系 人：王静，电话：0700-1234567）",
            "办公室联系电话: 0700",
            "联系人及电话：甲",
            "电　话：0700",
            "E-mail：a",
            "地址及邮政编码：云岭县",
        ] {
            assert!(begins(line), "{line}");
        }
        for line in ["责任人：李明远", "请与联系人王静联系：", "联系人", "电话会议：", "联系人及其：", "传达：", "："]
        {
            assert!(!begins(line), "{line}");
        }
    }
}
