//! A day of the week: `星期三`, `周三`, `礼拜天`, and the brackets in which a date names its own: `（星期三）`,
//! `(周六、周日)`.

use jiff::civil::Weekday;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{opt, recognize},
    multi::many_m_n,
    sequence::{delimited, preceded},
};

use super::{Parsed, keyword};

/// `星期三`.
///
/// ```
/// use gongwen::phrase::weekday;
/// assert_eq!(weekday::parse("周五前"), Ok(("前", jiff::civil::Weekday::Friday)));
/// ```
pub fn parse(i: &str) -> Parsed<'_, Weekday> {
    preceded(week, name).parse(i)
}

/// `星期`.
pub(super) fn week(i: &str) -> Parsed<'_, &str> {
    alt((tag("星期"), tag("礼拜"), tag("周"))).parse(i)
}

/// The day's name after 星期.
pub(super) fn name(i: &str) -> Parsed<'_, Weekday> {
    keyword(&[
        ("一", Weekday::Monday),
        ("二", Weekday::Tuesday),
        ("三", Weekday::Wednesday),
        ("四", Weekday::Thursday),
        ("五", Weekday::Friday),
        ("六", Weekday::Saturday),
        ("日", Weekday::Sunday),
        ("天", Weekday::Sunday),
    ])(i)
}

/// The day that `name` is: 三 of 星期三.
pub fn of_name(name: &str) -> Option<Weekday> {
    self::name(name).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, day)| day)
}

/// What a date says of itself in brackets: `（星期三）`, `（周六、周日）`, `（本周五）`, `（含）`, `（含当日）`, `（农历除夕、周二）`.
pub(super) fn remark(i: &str) -> Parsed<'_, &str> {
    let several = (opt(one_of("本下")), parse, opt((one_of("、,，至-—和"), opt(week), name)));
    let inclusive = (tag("含"), opt(alt((tag("当日"), tag("当天"), tag("本数"), tag("该日")))));
    let one = alt((recognize(several), recognize(inclusive), lunar));
    let all = (one, many_m_n(0, 2, preceded(one_of("、，,"), alt((lunar, recognize(parse))))));
    recognize(delimited(one_of("（("), all, one_of("）)"))).parse(i)
}

/// The day in the traditional calendar: `农历除夕`, `正月初七`.
fn lunar(i: &str) -> Parsed<'_, &str> {
    const NUMBERS: &str = "一二三四五六七八九十";
    let day = (one_of("正二三四五六七八九十冬腊"), tag("月"), one_of("初十廿二三"), opt(one_of(NUMBERS)));
    recognize((opt(tag("农历")), alt((tag("除夕"), tag("春节"), recognize(day))))).parse(i)
}

/// The name of `day` in RFC 5545.
pub const fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
