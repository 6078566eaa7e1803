//! The part of a week or day that comes again: `五17:00前`, `一至周五`, `上午9:00-11:30`.

use jiff::civil::Weekday;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map_opt, not, opt, peek, value, verify},
    multi::separated_list1,
    sequence::preceded,
};

use super::{
    Within,
    rule::{Frequency, Rule},
};
use crate::pattern::is_han;
use crate::phrase::{
    Parsed,
    clock::{self, Clock},
    date::{blanks, is_blank},
    head, keyword, none,
    period::to,
    side::{self, Side},
    weekday,
};

/// `五17:00前`, `一、三、五`, `一至周五`, `末`.
pub(super) fn in_week(i: &str) -> Parsed<'_, Within> {
    if !matches!(head(i), '一' | '二' | '三' | '四' | '五' | '六' | '日' | '天' | '末') {
        return none();
    }
    let weekdays = alt((weekday_range, weekday_list, value(vec![Weekday::Saturday, Weekday::Sunday], tag("末"))));
    let (rest, (weekdays, hour)) = (weekdays, opt(in_day)).parse(i)?;
    if weekdays == [Weekday::Monday] && hour.is_none() {
        monday_ends(rest)?;
    }
    let (clock, bound) = hour.unwrap_or_default();
    Ok((rest, (Some(Rule { weekdays, clock, ..Rule::every(1, Frequency::Weekly) }), bound)))
}

/// 每周一 is a day only where no verb makes it “one … a week” (每周一学).
fn monday_ends(rest: &str) -> Parsed<'_, ()> {
    let goes_on =
        verify(nom::character::complete::anychar, |c| is_han(*c) && !"前之以至到和及上下晚早中的召开报将由各请向定为".contains(*c));
    peek(not(goes_on)).parse(rest)
}

fn weekday_list(i: &str) -> Parsed<'_, Vec<Weekday>> {
    let separator = (one_of("、和及"), opt(weekday::week));
    separated_list1(separator, weekday::name).parse(i)
}

/// `一至周五` behind 周.
pub(super) fn weekday_range(i: &str) -> Parsed<'_, Vec<Weekday>> {
    let ends = (weekday::name, to, opt(weekday::week), weekday::name);
    map_opt(ends, |(a, _, _, b)| {
        let (a, b) = (a.to_monday_zero_offset(), b.to_monday_zero_offset());
        (a < b).then(|| (a..=b).filter_map(|n| Weekday::from_monday_zero_offset(n).ok()).collect())
    })
    .parse(i)
}

/// `17:00前`, `下班前`, `上午9:00-11:30`: the moment, where there is only one.
pub(super) fn in_day(i: &str) -> Parsed<'_, (Option<Clock>, Option<Side>)> {
    if !is_blank(head(i)) && !clock::begins(head(i)) {
        return none();
    }
    alt((
        preceded(blanks, hours).map(|_| (None, None)),
        preceded(blanks, (clock::parse, opt(side::behind))).map(|(clock, bound)| (Some(clock), bound)),
        value((None, Some(Side::Until)), (opt(clock::half), keyword(&[("下班前", ()), ("下班之前", ()), ("上班前", ())]))),
        value((None, None), clock::half),
    ))
    .parse(i)
}

/// `7:30—9:00/17:00—18:30`.
pub(in crate::phrase) fn hours(i: &str) -> Parsed<'_, (Clock, Clock)> {
    let range =
        |i| (clock::parse, preceded((to, opt(clock::next_day)), clock::parse)).map(|(first, last)| (first, last.ending(first))).parse(i);
    let separator = (blanks, one_of("/、，,；和"), blanks);
    separated_list1(separator, range).map(|ranges: Vec<(Clock, Clock)>| (ranges[0].0, ranges[ranges.len() - 1].1)).parse(i)
}
