//! What comes round: `年`, `季度`, `两个月`, `半年`, `工作日`.

use nom::{
    Parser,
    character::complete::one_of,
    combinator::{not, opt, verify},
    sequence::{preceded, terminated},
};

use super::rule::{Frequency, Rule, WORKDAYS};
use crate::phrase::{Parsed, date::blanks, head, keyword, numeral, sign};

/// What comes round.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cycle {
    Year,
    HalfYear,
    Quarter,
    Month,
    HalfMonth,
    Tens,
    Week,
    Day,
    Workday,
    Hour,
    Minute,
    /// 学期: comes round, but not by the calendar.
    Term,
}

/// `两个月`, `季度`, `隔三年`: how many of which cycle.
pub(super) fn every(i: &str) -> Parsed<'_, (u32, Cycle)> {
    let count = terminated(verify(numeral::integer, |n| (1..1000).contains(n)), blanks);
    let number = preceded((opt(sign(|c| matches!(c, '隔' | '满' | '逢'))), blanks), opt(count));
    if is_cycle(head(i)) {
        return cycle(i).map(|(rest, cycle)| (rest, (1, cycle)));
    }
    (number, cycle).map(|(n, cycle)| (n.map_or(1, |n| n as u32), cycle)).parse(i)
}

/// Whether `c` begins the word of a cycle, and no number.
const fn is_cycle(c: char) -> bool {
    matches!(c, '年' | '学' | '季' | '月' | '周' | '日' | '天' | '工')
}

pub(super) fn cycle(i: &str) -> Parsed<'_, Cycle> {
    let cycle = keyword(&[
        ("个自然年度", Cycle::Year),
        ("个纳税年度", Cycle::Year),
        ("学年度", Cycle::Year),
        ("个学年", Cycle::Year),
        ("学年", Cycle::Year),
        ("年度", Cycle::Year),
        ("年", Cycle::Year),
        ("半年度", Cycle::HalfYear),
        ("半年", Cycle::HalfYear),
        ("个季度", Cycle::Quarter),
        ("季度", Cycle::Quarter),
        ("季", Cycle::Quarter),
        ("半个月", Cycle::HalfMonth),
        ("半月", Cycle::HalfMonth),
        ("个月份", Cycle::Month),
        ("个月", Cycle::Month),
        ("月份", Cycle::Month),
        ("月度", Cycle::Month),
        ("月", Cycle::Month),
        ("旬", Cycle::Tens),
        ("个星期", Cycle::Week),
        ("星期", Cycle::Week),
        ("周", Cycle::Week),
        ("个工作日", Cycle::Workday),
        ("工作日", Cycle::Workday),
        ("天", Cycle::Day),
        ("日", Cycle::Day),
        ("个小时", Cycle::Hour),
        ("小时", Cycle::Hour),
        ("分钟", Cycle::Minute),
        ("个学期", Cycle::Term),
        ("学期", Cycle::Term),
    ]);
    terminated(cycle, not(one_of("级期龄薪均租票长增"))).parse(i)
}

/// The rule of a cycle without more.
pub(super) fn plain(n: u32, cycle: Cycle) -> Option<Rule> {
    Some(match cycle {
        Cycle::Year => Rule::every(n, Frequency::Yearly),
        Cycle::HalfYear => Rule::every(6 * n, Frequency::Monthly),
        Cycle::Quarter => Rule::every(3 * n, Frequency::Monthly),
        Cycle::Month => Rule::every(n, Frequency::Monthly),
        Cycle::HalfMonth => Rule { days: vec![15, -1], ..Rule::every(1, Frequency::Monthly) },
        Cycle::Tens => Rule { days: vec![10, 20, -1], ..Rule::every(1, Frequency::Monthly) },
        Cycle::Week => Rule::every(n, Frequency::Weekly),
        Cycle::Day => Rule::every(n, Frequency::Daily),
        Cycle::Workday if n == 1 => Rule { weekdays: WORKDAYS.to_vec(), ..Rule::every(1, Frequency::Weekly) },
        Cycle::Hour => Rule::every(n, Frequency::Hourly),
        Cycle::Minute => Rule::every(n, Frequency::Minutely),
        Cycle::Workday | Cycle::Term => return None,
    })
}
