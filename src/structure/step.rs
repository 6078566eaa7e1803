//! Steps through a line: what a line must begin with is read sign by sign, where a pattern would have to be compiled in
//! each process for the few lines that it is asked about. A step gives what stands behind it.

/// `text` behind one character of a kind, if it begins with one.
#[inline]
pub(super) fn maybe(text: &str, of: impl Fn(char) -> bool) -> &str {
    text.strip_prefix(of).unwrap_or(text)
}

/// `text` behind the characters of a kind with which it begins, and how many they are: at most so many.
#[inline]
pub(super) fn run(text: &str, most: usize, of: impl Fn(char) -> bool) -> (usize, &str) {
    let (mut count, mut rest) = (0, text);
    while count < most
        && let Some(next) = rest.strip_prefix(&of)
    {
        (count, rest) = (count + 1, next);
    }
    (count, rest)
}

/// `text` behind the first of `words` with which it begins.
#[inline]
pub(super) fn word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// `text` behind `word`, between whose characters blanks may stand.
#[inline]
pub(super) fn spaced<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut signs = word.chars();
    let rest = text.strip_prefix(signs.next()?)?;
    signs.try_fold(rest, |rest, sign| rest.trim_start().strip_prefix(sign))
}

/// `text` behind a colon of either width.
#[inline]
pub(super) fn colon(text: &str) -> Option<&str> {
    text.strip_prefix(is_colon)
}

/// Where the first colon of either width stands in `text`.
pub(super) fn first_colon(text: &str) -> Option<usize> {
    let full = "：".as_bytes();
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b':', full[0], bytes).find(|at| bytes[*at] == b':' || bytes[*at..].starts_with(full))
}

/// Where `sign`, which has three bytes, stands in `text`. Such signs differ most in their last byte.
pub(super) fn places<'t>(text: &'t str, sign: &'static str) -> impl Iterator<Item = usize> + 't {
    let (bytes, sign) = (text.as_bytes(), sign.as_bytes());
    memchr::memchr_iter(sign[2], bytes).filter(move |last| bytes[..=*last].ends_with(sign)).map(|last| last - 2)
}

/// A colon of either width.
#[inline]
pub(super) const fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

/// 一 to 十, with which things are numbered.
#[inline]
pub(super) const fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// A figure of either width.
#[inline]
pub(super) const fn is_figure(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_gives_what_stands_behind() {
        assert_eq!((first_colon("（甲：乙:"), first_colon("甲:"), first_colon("甲，")), (Some(6), Some(3), None));
        assert_eq!((colon("：甲"), colon("甲"), maybe("：甲", is_colon), maybe("甲", is_colon)), (Some("甲"), None, "甲", "甲"));
        assert_eq!(places("附件、（附）", "附").collect::<Vec<_>>(), [0, 12]);
        assert_eq!((run("123号", 2, is_figure), run("号", 2, is_figure)), ((2, "3号"), (0, "号")));
        assert_eq!((word("索引号", &["标题", "索引"]), word("", &["标题"])), (Some("号"), None));
        assert_eq!((spaced("索　引 号：", "索引号"), spaced(" 索引", "索引"), spaced("索", "索引")), (Some("："), None, None));
    }
}
