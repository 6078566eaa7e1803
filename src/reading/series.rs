//! How the items of a list within a paragraph are numbered: 一是…二是…, ①…②…, as far as there are numbers.

use crate::phrase::numeral::to_words;

/// The label of an item by its number, counted from one; none beyond the last that there is.
pub(crate) type Series = fn(u32) -> Option<String>;

/// 一是
pub(crate) fn said(n: u32) -> Option<String> {
    Some(to_words(n)? + "是")
}

/// 第一，
pub(crate) fn ordinal(n: u32) -> Option<String> {
    Some(format!("第{}，", to_words(n)?))
}

/// ①, of which Unicode has fifty in three places.
pub(crate) fn circled(n: u32) -> Option<String> {
    let sign = match n {
        1..=20 => '①' as u32 + n - 1,
        21..=35 => '㉑' as u32 + n - 21,
        36..=50 => '㊱' as u32 + n - 36,
        _ => return None,
    };
    char::from_u32(sign).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_go_as_far_as_there_are_numbers() {
        let labels = |of: Series| [1, 2, 12, 20, 21, 35, 36, 50, 51, 0].map(|n| of(n).unwrap_or_default());
        assert_eq!(labels(circled), ["①", "②", "⑫", "⑳", "㉑", "㉟", "㊱", "㊿", "", ""]);
        assert_eq!((said(11).as_deref(), ordinal(21).as_deref()), (Some("十一是"), Some("第二十一，")));
    }
}
