//! Labels behind which persons are named: 联系人：, 负 责 人 姓名, 填报人及电话：.

use crate::lexicon::{Sieve, joined, picked, short};

/// Labels whose signs may be set apart.
const SPACED: &[&str] = picked!(contact_labels: name_apart);

/// The others.
const PLAIN: &[&str] = picked!(contact_labels: name | name_acts);

/// How labels begin; of those whose signs may be set apart only the first sign is known.
static HEADS: Sieve = Sieve::new(joined!(PLAIN, &["联", "经", "负"]));

/// The most signs of what a label asks for beside the name: 及电话.
const BESIDE: usize = 8;

/// Where the labels of `text` end, with the colon and the blanks behind them.
pub(super) fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(start) = HEADS.next(text, at) {
            let rest = &text[start..];
            match behind_label(rest) {
                Some(behind) => {
                    at = text.len() - behind.len();
                    return Some(at);
                }
                None => at = start + rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        None
    })
}

/// What stands behind a label at the head of `text`.
fn behind_label(text: &str) -> Option<&str> {
    let plain = || short::behind(text, PLAIN);
    let rest = SPACED.iter().find_map(|label| behind_spaced(text, label)).or_else(plain)?;
    let rest = rest.strip_prefix('员').unwrap_or(rest);
    let rest = rest.strip_prefix("姓名").unwrap_or(rest);
    let rest = rest.strip_prefix('及').map_or(rest, behind_beside).trim_start();
    Some(rest.strip_prefix(['：', ':', '为', '是']).unwrap_or(rest).trim_start())
}

/// What stands behind the signs of `label`, which may have blanks between them.
fn behind_spaced<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let mut signs = label.chars();
    let first = text.strip_prefix(signs.next()?)?;
    signs.try_fold(first, |rest, sign| rest.trim_start().strip_prefix(sign))
}

/// `text` without its first signs, as many as may stand before the colon of a label.
fn behind_beside(text: &str) -> &str {
    let end = text.char_indices().enumerate().find(|(n, (_, c))| *n == BESIDE || matches!(c, '：' | ':' | '，' | '。' | '\n'));
    &text[end.map_or(text.len(), |(_, (at, _))| at)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_end_where_names_begin() {
        for (text, behind) in [
            ("联系人：甲", &["甲"][..]),
            ("请 联 系 人 ： 甲", &["甲"]),
            ("联络人员姓名甲，经办 人是乙", &["甲，经办 人是乙", "乙"]),
            ("负责人及联系电话（手机）：甲", &["甲"]),
            ("负责人及一二三四五六七八甲", &["甲"]),
            ("联系负责人", &[""]),
            ("填报人\n甲；信息员 为 乙", &["甲；信息员 为 乙", "乙"]),
            ("联系方式、经费", &[]),
        ] {
            assert_eq!(ends(text).map(|at| &text[at..]).collect::<Vec<_>>(), behind, "{text}");
        }
    }
}
