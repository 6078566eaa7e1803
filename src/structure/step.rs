//! Steps through a line: what a line must begin with is read sign by sign, where a pattern would have to be compiled in
//! each process for the few lines that it is asked about. A step gives what stands behind it.

use std::sync::OnceLock;

use memchr::memmem::Finder;

pub(super) use crate::phrase::numeral::is_figure;

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
    signs.try_fold(rest, |rest, sign| past_blanks(rest).strip_prefix(sign))
}

/// `text` without the blanks at its head, which most texts have not: they begin with a Chinese character.
#[inline]
pub(super) fn past_blanks(text: &str) -> &str {
    if matches!(text.as_bytes(), [0xe4..=0xe9, ..]) { text } else { text.trim_start() }
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

/// A sign or word that is looked for in many lines.
pub(super) struct Sign(OnceLock<Finder<'static>>, &'static str);

impl Sign {
    /// The sign or word `sign`.
    pub(super) const fn of(sign: &'static str) -> Self {
        Self(OnceLock::new(), sign)
    }

    fn finder(&self) -> &Finder<'static> {
        self.0.get_or_init(|| Finder::new(self.1))
    }

    /// Where it stands in `text`, left to right.
    pub(super) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let (finder, mut from) = (self.finder(), 0);
        std::iter::from_fn(move || {
            let at = from + finder.find(&text.as_bytes()[from..])?;
            from = at + self.1.len();
            Some(at)
        })
    }

    /// Whether it stands in `text`.
    pub(super) fn stands(&self, text: &str) -> bool {
        self.finder().find(text.as_bytes()).is_some()
    }
}

pub(super) static NUMBER: Sign = Sign::of("号");
pub(super) static ANNEX: Sign = Sign::of("附");
pub(super) static YEAR: Sign = Sign::of("年");
pub(super) static BRACKET: Sign = Sign::of("（");
pub(super) static COPIES: Sign = Sign::of("抄送");
pub(super) static ONE: Sign = Sign::of("一");

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_gives_what_stands_behind() {
        assert_eq!((first_colon("（甲：乙:"), first_colon("甲:"), first_colon("甲，")), (Some(6), Some(3), None));
        assert_eq!((colon("：甲"), colon("甲"), maybe("：甲", is_colon), maybe("甲", is_colon)), (Some("甲"), None, "甲", "甲"));
        assert_eq!(ANNEX.places("附件、（附）").collect::<Vec<_>>(), [0, 12]);
        assert_eq!((run("123号", 2, is_figure), run("号", 2, is_figure)), ((2, "3号"), (0, "号")));
        assert_eq!((word("索引号", &["标题", "索引"]), word("", &["标题"])), (Some("号"), None));
        assert_eq!((spaced("索　引 号：", "索引号"), spaced(" 索引", "索引"), spaced("索", "索引")), (Some("："), None, None));
    }
}
