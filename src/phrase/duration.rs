//! A measured length of time: `30日`, `5个工作日`, `三十日`, `2—3年`, `两年`, `一年半`, `24小时`, `一个纳税年度`.
//!
//! Of a range (2—3年) the longer length is the value. Lengths are read by [`when`](super::when) only where a
//! word before or behind makes them a term; this grammar alone would read 三年 in 三年行动计划.

mod iso;

pub use iso::{Unread, Written};

use jiff::{Span, ToSpan, civil::Date};
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map_opt, not, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    Parsed,
    date::blanks,
    head, keyword, none, numeral,
    period::{joins, to},
    unless,
    workday::Workdays,
};

/// A length in the units that the text counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "Written", try_from = "Written")]
pub struct Duration {
    /// 年.
    pub years: u32,
    /// 个月, 季度.
    pub months: u32,
    /// 周.
    pub weeks: u32,
    /// 日, 天, 工作日.
    pub days: u32,
    /// 小时.
    pub hours: u32,
    /// 分钟.
    pub minutes: u32,
    /// Whether only working days are counted.
    pub workdays: bool,
}

impl Duration {
    /// The last day of this length after `day`, which is not counted itself (民法典 第二百零一条); `workdays` says which
    /// days are worked. None for lengths that end within a day.
    pub fn after(&self, day: Date, workdays: &Workdays) -> Option<Date> {
        if self.workdays { workdays.after(day, self.days) } else { day.checked_add(self.span()?).ok() }
    }

    /// The day that lies this length before `day`.
    pub fn before(&self, day: Date, workdays: &Workdays) -> Option<Date> {
        if self.workdays { workdays.before(day, self.days) } else { day.checked_sub(self.span()?).ok() }
    }

    /// The length in days of the calendar.
    fn span(&self) -> Option<Span> {
        let [years, months, weeks, days] = [self.years, self.months, self.weeks, self.days].map(i64::from);
        let counts = self.hours == 0 && self.minutes == 0;
        (counts && years <= 200 && months <= 2400 && weeks <= 10_000 && days <= 73_000)
            .then(|| years.years().months(months).days(7 * weeks + days))
    }
}

/// What a length counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Workday,
    Hour,
    Minute,
}

impl Unit {
    fn times(self, n: u32) -> Duration {
        let none = Duration::default();
        match self {
            Self::Year => Duration { years: n, ..none },
            Self::Quarter => Duration { months: 3 * n, ..none },
            Self::Month => Duration { months: n, ..none },
            Self::Week => Duration { weeks: n, ..none },
            Self::Day => Duration { days: n, ..none },
            Self::Workday => Duration { days: n, workdays: true, ..none },
            Self::Hour => Duration { hours: n, ..none },
            Self::Minute => Duration { minutes: n, ..none },
        }
    }
}

/// A length at the head of `i`.
///
/// ```
/// use gongwen::phrase::duration;
/// assert_eq!(duration::parse("5个工作日内").unwrap().1.to_string(), "P5D");
/// assert_eq!(duration::parse("一年零六个月").unwrap().1.to_string(), "P1Y6M");
/// ```
pub fn parse(i: &str) -> Parsed<'_, Duration> {
    if head(i) == '半' {
        return half(i);
    }
    let (rest, n) = count(i)?;
    let behind = head(rest);
    if behind == '年'
        && let Ok(read) = years_and_months(i)
    {
        return Ok(read);
    }
    // 2—3年
    if joins(behind) {
        return range(i);
    }
    let (rest, unit) = unit(rest)?;
    // 3个月至6个月
    if joins(head(blanks(rest)?.0))
        && let Ok(read) = range(i)
    {
        return Ok(read);
    }
    Ok((rest, unit.times(n)))
}

/// `半年`, `半个月`, `半小时`.
fn half(i: &str) -> Parsed<'_, Duration> {
    let none = Duration::default();
    preceded(
        tag("半"),
        alt((
            value(Duration { months: 6, ..none }, terminated(tag("年"), not(one_of("度")))),
            value(Duration { days: 15, ..none }, alt((tag("个月"), tag("月")))),
            value(Duration { minutes: 30, ..none }, alt((tag("个小时"), tag("小时")))),
        )),
    )
    .parse(i)
}

/// `1年零6个月`, `一年半`, `2年6个月`.
fn years_and_months(i: &str) -> Parsed<'_, Duration> {
    let years = terminated(count, (tag("年"), opt(one_of("零又"))));
    let months = alt((terminated(count, tag("个月")), value(6, tag("半"))));
    (years, months).map(|(years, months)| Duration { years, months, ..Duration::default() }).parse(i)
}

/// `2—3年`, `三至五个工作日`.
fn range(i: &str) -> Parsed<'_, Duration> {
    let bounds = (count, opt(unit), to, count, unit);
    map_opt(bounds, |(low, first, _, high, unit)| (low < high && first.is_none_or(|first| first == unit)).then(|| unit.times(high)))
        .parse(i)
}

/// A count of one to four places.
fn count(i: &str) -> Parsed<'_, u32> {
    let small = verify(numeral::integer, |n| (1..10_000).contains(n));
    terminated(small, blanks).map(|n| n as u32).parse(i)
}

fn unit(i: &str) -> Parsed<'_, Unit> {
    let bare = keyword(&[
        ("星期", Unit::Week),
        ("工作日", Unit::Workday),
        ("日历天", Unit::Day),
        ("自然日", Unit::Day),
        ("小时", Unit::Hour),
        ("分钟", Unit::Minute),
        ("周年", Unit::Year),
        ("年", Unit::Year),
        ("周", Unit::Week),
        ("天", Unit::Day),
        ("日", Unit::Day),
    ]);
    let counted = keyword(&[
        ("个月", Unit::Month),
        ("个工作日", Unit::Workday),
        ("个小时", Unit::Hour),
        ("个季度", Unit::Quarter),
        ("个星期", Unit::Week),
        ("个自然年", Unit::Year),
        ("个学年", Unit::Year),
        ("个自然月", Unit::Month),
        ("个工作天", Unit::Workday),
        ("个自然日", Unit::Day),
        ("个日历日", Unit::Day),
        ("个日历天", Unit::Day),
    ]);
    let alone = || unless(|c| matches!(c, '级' | '代' | '度' | '岁' | '游'));
    match head(i) {
        '个' => alt((year_of_accounts, terminated(counted, alone()))).parse(i),
        '星' | '工' | '日' | '自' | '小' | '分' | '周' | '年' | '天' => terminated(bare, alone()).parse(i),
        _ => none(),
    }
}

/// `个年度`, `个纳税年度`, `个医疗救助年度`.
fn year_of_accounts(i: &str) -> Parsed<'_, Unit> {
    const LONGEST: usize = 4;
    let (rest, _) = tag("个").parse(i)?;
    let end = rest.char_indices().take(LONGEST + 1).map(|(at, _)| at).find(|at| rest[*at..].starts_with("年度"));
    let kind = end.filter(|at| rest[..*at].chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) && c != '月' && c != '季'));
    kind.map(|at| (&rest[at + "年度".len()..], Unit::Year)).ok_or(nom::Err::Error(()))
}
