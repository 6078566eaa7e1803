//! How lines begin that announce attachments or stand above one: 附件：, 附件1：, 附件 1.

use crate::structure::step::{colon, is_colon, is_figure, is_numeral, maybe, run};

/// A figure or numeral of an attachment's number.
const fn is_number(c: char) -> bool {
    is_figure(c) || is_numeral(c)
}

/// The length of 附件： or 附件1：, with which the list of attachments or a line of it begins.
pub(in crate::structure) fn note(line: &str) -> Option<usize> {
    let rest = match line.chars().next()? {
        '附' => line,
        point @ ('-' | '*' | '·') => line[point.len_utf8()..].trim_start(),
        _ => return None,
    };
    let rest = rest.strip_prefix('附')?.trim_start();
    let (_, rest) = run(maybe(rest, |c| c == '件').trim_start(), 3, is_number);
    Some(line.len() - colon(rest.trim_start())?.trim_start().len())
}

/// The length of 附件 and its number without a colon, as some write it: 附件1 统计表, 附件 1.统计表 2.名单.
pub(super) fn plain(line: &str) -> Option<usize> {
    let rest = line.strip_prefix('附')?.trim_start().strip_prefix('件')?.trim_start();
    let (_, behind) = number(rest, 2);
    let rest = if behind.len() < rest.len() { maybe(behind.trim_start(), |c| matches!(c, '.' | '．' | '、')).trim_start() } else { rest };
    Some(line.len() - rest.len())
}

/// Where 附件2： begins amid `line`, and with it another item.
pub(super) fn inner(line: &str) -> impl Iterator<Item = usize> + '_ {
    let begins = |text: &str| {
        let (count, rest) = run(text.trim_start().strip_prefix('件')?.trim_start(), 2, is_number);
        (count > 0 && rest.trim_start().starts_with(is_colon)).then_some(())
    };
    line.match_indices('附').filter(move |(at, sign)| begins(&line[at + sign.len()..]).is_some()).map(|(at, _)| at)
}

/// Whether `line` is 附件 alone, with the list or the attachment below it.
pub(in crate::structure) fn is_bare(line: &str) -> bool {
    let word = line.strip_prefix('附').map(|rest| maybe(rest.trim_start(), |c| c == '件').trim_start());
    word.is_some_and(|rest| maybe(rest, is_colon).trim_start().is_empty())
}

/// Where the title begins behind 附件1, 附件：, 附表2 above an attachment, or `line` ends.
pub(in crate::structure) fn above(line: &str) -> Option<usize> {
    let rest = maybe(line, |c| matches!(c, '（' | '(' | '【' | '['));
    let rest = rest.strip_prefix('附')?.trim_start().strip_prefix(['件', '表', '录'])?.trim_start();
    let rest = maybe(rest, is_dash).trim_start();
    let (figures, behind) = number(rest, 3);
    let rest = if figures { second(behind).unwrap_or(behind) } else { behind }.trim_start();
    let rest = maybe(rest, |c| matches!(c, '）' | ')' | '】' | ']')).trim_start();
    let rest = maybe(rest, |c| is_colon(c) || matches!(c, '.' | '．' | '、')).trim_start();
    (!rest.contains('\n')).then_some(line.len() - rest.len())
}

/// A number at the head of `text`, of two figures or so many `numerals` at most: whether it is in figures, and what stands
/// behind it.
fn number(text: &str, numerals: usize) -> (bool, &str) {
    match run(text, 2, is_figure) {
        (0, _) => (false, run(text, numerals, is_numeral).1),
        (_, behind) => (true, behind),
    }
}

/// `text` behind the second part of a number: 附件1-2.
fn second(text: &str) -> Option<&str> {
    let (count, rest) = run(text.strip_prefix(is_dash)?, 2, is_figure);
    (count > 0).then_some(rest)
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_attachments() {
        let behind = |line: &'static str, length: Option<usize>| length.map(|at| &line[at..]);
        for (line, read) in
            [("附件：甲", Some("甲")), ("- 附 件 12 ：甲", Some("甲")), ("附十：", Some("")), ("附件1234：", None), ("件：", None)]
        {
            assert_eq!(behind(line, note(line)), read, "{line}");
        }
        for (line, read) in
            [("附件1 统计表", Some("统计表")), ("附 件 十二、甲", Some("甲")), ("附件 1.甲 2.乙", Some("甲 2.乙")), ("附：", None)]
        {
            assert_eq!(behind(line, plain(line)), read, "{line}");
        }
        for (line, read) in [
            ("附件1-2：甲", Some("甲")),
            ("（附表 三）", Some("")),
            ("【附录】 甲", Some("甲")),
            ("附件一百", Some("百")),
            ("附件\n甲", Some("甲")),
            ("附件甲\n乙", None),
            ("附注", None),
        ] {
            assert_eq!(behind(line, above(line)), read, "{line}");
        }
        assert_eq!(inner("见附件1：甲附件 2：乙附件三").collect::<Vec<_>>(), [3, 16]);
        assert!(is_bare("附　件：") && is_bare("附") && !is_bare("附件1") && !is_bare("件"));
    }
}
