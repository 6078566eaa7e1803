//! Numbers in words with place values: `一百二十三`, `十五`, `廿一`, `两千零八`, `三亿五千万`, `壹佰贰拾叁万`.
//!
//! A number is groups of 万 and 亿, a group is terms (三百, 二十, 五), each of a lower place than the one before. A last
//! digit without place word is of the next lower place (一百五 is 150, 三万五 is 35000) unless 零 stands before it.

use super::{digit, group, place};
use crate::phrase::Parsed;

/// A digit and its place: 三百, 十, 廿, 五, 零五.
struct Term {
    digit: u32,
    place: u32,
    gap: bool,
}

/// Up to four places.
struct Group {
    value: u64,
    /// Whether it is one digit, without 零 before it.
    single: bool,
}

/// A whole number in words; `〇` alone is 0. Stops where the next word no longer fits.
///
/// ```
/// use gongwen::phrase::numeral::words;
/// assert_eq!(words("三亿五千万元"), Ok(("元", 350_000_000)));
/// assert_eq!(words("三万五亿"), Ok(("五亿", 30_000)));
/// ```
pub fn words(i: &str) -> Parsed<'_, u64> {
    let (mut total, mut unit, mut rest) = (0u64, None, i);
    while unit != Some(0) {
        let Some((group, after)) = group_of(rest, unit.is_some()) else { break };
        let (exponent, after) = group_words(after);
        let Some(sum) = join(total, unit, &group, exponent) else { break };
        (total, unit, rest) = (sum, Some(exponent), after);
    }
    if unit.is_none() { Err(nom::Err::Error(())) } else { Ok((rest, total)) }
}

/// What stands before, with `unit` the exponent of its last group word, and one more group; nothing where it does not fit.
fn join(total: u64, unit: Option<u32>, group: &Group, exponent: u32) -> Option<u64> {
    let term = |exponent| 10u64.checked_pow(exponent)?.checked_mul(group.value)?.checked_add(total);
    match unit {
        // 一万五千亿: the 亿 counts all that stands before it
        Some(4) if exponent == 8 && !group.single => total.checked_add(group.value)?.checked_mul(100_000_000),
        Some(unit) if exponent >= unit => None,
        Some(unit) if exponent == 0 && group.single => term(unit - 1),
        _ => term(exponent),
    }
}

/// The exponent of 万, 亿, 万亿, 万万 at the head of `i`, 0 where there is none.
fn group_words(i: &str) -> (u32, &str) {
    let (mut exponent, mut rest) = (0, i);
    for c in i.chars().take(2) {
        let Some(e) = group(c) else { break };
        (exponent, rest) = (exponent + e, &rest[c.len_utf8()..]);
    }
    (exponent, rest)
}

/// The terms of one group; `inner` says that a higher group stands before it, where 零 may fill a gap.
fn group_of(i: &str, inner: bool) -> Option<(Group, &str)> {
    let (first, mut rest) = term(i, !inner)?;
    let mut value = u64::from(first.digit) * 10u64.pow(first.place);
    let mut last = first.place;
    while let Some((next, after)) = term(rest, false).filter(|(next, _)| next.place < last) {
        // 一百五: the place below 百
        let place = if next.place == 0 && !next.gap { last - 1 } else { next.place };
        value += u64::from(next.digit) * 10u64.pow(place);
        (last, rest) = (next.place, after);
    }
    Some((Group { value, single: first.place == 0 && !first.gap }, rest))
}

/// One term. At the `head` of a number 十 stands without digit and 零 for itself; elsewhere 零 fills a gap.
fn term(i: &str, head: bool) -> Option<(Term, &str)> {
    let filled = if head { None } else { i.strip_prefix(['零', '〇', '○']) };
    let (gap, i) = (filled.is_some(), filled.unwrap_or(i));
    let c = i.chars().next()?;
    // no number in words begins with ASCII
    if c.is_ascii() {
        return None;
    }
    let rest = &i[c.len_utf8()..];
    let tens = match c {
        '十' | '拾' if head || gap => Some(1),
        '廿' => Some(2),
        '卅' => Some(3),
        _ => None,
    };
    if let Some(digit) = tens {
        return Some((Term { digit, place: 1, gap }, rest));
    }
    let digit = digit(c).filter(|d| *d > 0 || head)?;
    match rest.chars().next().and_then(|word| Some((place(word)?, word))) {
        Some((place, word)) if digit > 0 => Some((Term { digit, place, gap }, &rest[word.len_utf8()..])),
        Some(_) => None,
        None => Some((Term { digit, place: 0, gap }, rest)),
    }
}

/// `n` in words as a document writes it: 10 is 十, 21 二十一, 105 一百零五, 20010 二万零一十. Nothing at 100,000,000 and above.
pub fn to_words(n: u32) -> Option<String> {
    let (high, low) = (n / 10_000, n % 10_000);
    let mut out = String::new();
    match (high, low) {
        (10_000.., _) => return None,
        (0, 0) => out.push('零'),
        (0, low) => push_group(&mut out, low),
        (high, low) => {
            push_group(&mut out, high);
            out.push('万');
            if (1..1000).contains(&low) {
                out.push('零');
            }
            push_group(&mut out, low);
        }
    }
    Some(out)
}

/// Writes up to four places; 一十 is 十 at the head.
fn push_group(out: &mut String, n: u32) {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let (mut gap, mut begun) = (false, false);
    for (unit, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let d = n / unit % 10;
        if d == 0 {
            gap = begun;
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push('零');
        }
        if !(d == 1 && unit == 10 && out.is_empty()) {
            out.push(DIGITS[d as usize]);
        }
        out.push_str(word);
        begun = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether what is written of `n` is read back.
    fn round_trip(n: u32) {
        let text = to_words(n).unwrap();
        assert_eq!(words(&text), Ok(("", u64::from(n))), "{text}");
    }

    #[test]
    fn all_numbers_below_a_million_round_trip() {
        (0..1_000_000).for_each(round_trip);
        assert_eq!(to_words(100_000_000), None);
    }

    /// The rest, by sections. A number of 万 is written as its upper group, 万, a 零 where the lower group has less than
    /// four places, and the lower group. It is read group by group: `group_of` sees the upper one up to 万, which is no
    /// digit and ends it whatever stands behind; of the upper one nothing goes on to the lower but its value, which is
    /// added, and the exponent of 万. So the lower group reads alike behind every upper one and the other way round, and
    /// all pairs are right if every upper group is with one lower of each way to link (none, 零, no 零), and every lower
    /// group with one upper: 1, whose group has one place, as the round trip of all below a million shows.
    #[test]
    fn every_upper_group_round_trips_with_every_link() {
        for upper in 1..10_000 {
            [0, 5, 50, 500, 5000, 1, 10, 110, 1001, 9999].iter().for_each(|lower| round_trip(upper * 10_000 + lower));
        }
    }

    /// What the argument takes for granted, tried: gaps in all eight places against one another, with digits that are
    /// written otherwise (一十, 二 and 两).
    #[test]
    fn all_gaps_of_eight_places_round_trip() {
        const DIGITS: [u32; 4] = [0, 1, 2, 9];
        for n in 0..4u32.pow(8) {
            round_trip((0..8).fold(0, |sum, place| sum * 10 + DIGITS[(n >> (2 * place) & 3) as usize]));
        }
    }

    /// And a sample that no structure guides: every 997th number (a prime, so that all endings occur).
    #[test]
    fn every_997th_number_below_a_hundred_million_round_trips() {
        (0..100_000_000).step_by(997).for_each(round_trip);
    }

    /// Without the argument: one by one, on all processors.
    #[test]
    #[ignore = "all of them: half a minute on two processors, in a release build"]
    fn all_numbers_below_a_hundred_million_round_trip() {
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
        std::thread::scope(|scope| {
            for first in 0..threads as u32 {
                scope.spawn(move || (first..100_000_000).step_by(threads).for_each(round_trip));
            }
        });
    }

    #[test]
    fn groups() {
        for (text, value) in [
            ("〇", 0),
            ("十万", 100_000),
            ("三亿五千万", 350_000_000),
            ("一万零五百", 10_500),
            ("两千零八", 2008),
            ("廿一", 21),
            ("卅", 30),
            ("伍万", 50_000),
            ("壹佰贰拾叁万肆仟伍佰陆拾柒", 1_234_567),
            ("一万亿", 1_000_000_000_000),
            ("四万万", 400_000_000),
            ("一百五", 150),
            ("两千四百五", 2450),
            ("三万五", 35_000),
            ("一万五千亿", 1_500_000_000_000),
            ("五亿零六", 500_000_006),
            ("一百零十万三千", 1_103_000),
            ("四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二", 4_569_831_148_725_382),
        ] {
            assert_eq!(words(text), Ok(("", value)), "{text}");
        }
    }

    #[test]
    fn stops_where_the_place_does_not_fit() {
        for (text, value, rest) in [
            ("三万五亿", 30_000, "五亿"),
            ("一二三百", 1, "二三百"),
            ("九零售", 9, "零售"),
            ("三百五百", 300, "五百"),
            ("一百零", 100, "零"),
        ] {
            assert_eq!(words(text), Ok((rest, value)), "{text}");
        }
        for text in ["", "万元", "百", "千万", "零百"] {
            assert!(words(text).is_err(), "{text}");
        }
    }

    #[test]
    fn any_row_of_numeral_characters_is_read_without_panic() {
        const WORDS: [char; 14] = ['零', '〇', '一', '两', '五', '九', '十', '廿', '百', '千', '万', '亿', '万', '亿'];
        for n in 0..WORDS.len().pow(5) {
            let text: String = (0..5).map(|k| WORDS[n / WORDS.len().pow(k) % WORDS.len()]).collect();
            let _ = (words(&text), super::super::decimal(&text), super::super::integer(&text));
        }
        let long = "九千亿".repeat(1000);
        let _ = (words(&long), super::super::decimal(&long));
    }
}
