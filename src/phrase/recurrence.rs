//! A time that comes again: `每年12月15日前`, `每年的9月至次年2月`, `每月1日至25日`, `每季度首月10日前`, `每周五17:00前`,
//! `每两个月`, `一季度一次`.
//!
//! The value is a rule of RFC 5545 (3.3.10) where that can say it. It cannot say how often within a cycle (每周2次) nor a
//! stretch over unlike months (每年3月1日至5月15日): these are read without a rule. Not read: rates (每人每年), programmes
//! (每周一学, 每日一题), 每次, 每届.

use std::fmt;

use jiff::civil::Weekday;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map_opt, not, opt, peek, success, value, verify},
    multi::separated_list1,
    sequence::{delimited, preceded, terminated},
};

use super::{
    Parsed,
    clock::{self, Clock},
    date::{blanks, day, small},
    duration, keyword, numeral,
    period::{self, Context, Edge, Period, Unit, to},
    side::{self, Side},
    weekday,
};

/// A time that comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// The rule, where RFC 5545 can say it.
    pub rule: Option<Rule>,
    /// On which side of the recurring time something lies, where the text says so.
    pub bound: Option<Side>,
}

/// A recurrence rule of RFC 5545.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// FREQ.
    pub frequency: Frequency,
    /// INTERVAL.
    pub interval: u32,
    /// BYMONTH.
    pub months: Vec<i8>,
    /// BYMONTHDAY.
    pub days: Vec<i8>,
    /// BYDAY.
    pub weekdays: Vec<Weekday>,
    /// BYHOUR and BYMINUTE.
    pub clock: Option<Clock>,
    /// BYSETPOS.
    pub position: Option<i8>,
}

/// FREQ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Frequency {
    Yearly,
    Monthly,
    Weekly,
    Daily,
    Hourly,
    Minutely,
}

/// What comes round.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cycle {
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

const WORKDAYS: [Weekday; 5] = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

impl Rule {
    fn every(interval: u32, frequency: Frequency) -> Self {
        Self { frequency, interval, months: vec![], days: vec![], weekdays: vec![], clock: None, position: None }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = match self.frequency {
            Frequency::Yearly => "YEARLY",
            Frequency::Monthly => "MONTHLY",
            Frequency::Weekly => "WEEKLY",
            Frequency::Daily => "DAILY",
            Frequency::Hourly => "HOURLY",
            Frequency::Minutely => "MINUTELY",
        };
        write!(f, "FREQ={frequency}")?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        list(f, "BYMONTH", &self.months)?;
        list(f, "BYMONTHDAY", &self.days)?;
        list(f, "BYDAY", &self.weekdays.iter().map(|day| weekday::code(*day)).collect::<Vec<_>>())?;
        if let Some(clock) = self.clock {
            write!(f, ";BYHOUR={};BYMINUTE={}", clock.hour, clock.minute)?;
        }
        if let Some(position) = self.position {
            write!(f, ";BYSETPOS={position}")?;
        }
        Ok(())
    }
}

/// One list of a rule, left out where it is empty.
fn list<T: ToString>(f: &mut fmt::Formatter<'_>, name: &str, items: &[T]) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    write!(f, ";{name}={}", items.iter().map(T::to_string).collect::<Vec<_>>().join(","))
}

/// A recurrence at the head of `i`.
///
/// ```
/// use gongwen::phrase::recurrence;
/// let (_, found) = recurrence::parse("每季度首月10日前").unwrap();
/// assert_eq!(found.rule.unwrap().to_string(), "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10");
/// ```
pub fn parse(i: &str) -> Parsed<'_, Recurrence> {
    alt((each, so_often, peak_hours)).parse(i)
}

/// `每…`.
fn each(i: &str) -> Parsed<'_, Recurrence> {
    let (rest, (interval, cycle)) =
        alt((preceded(tag("每"), every), preceded(tag("各"), value((1, Cycle::Quarter), tag("季度"))))).parse(i)?;
    let (rest, _) = opt((tag("的"), not(one_of("时候")))).parse(rest)?;
    let plain = || plain(interval, cycle);
    let (rest, (rule, bound)) = match cycle {
        Cycle::Year if interval == 1 => alt((in_year, success((plain(), None)))).parse(rest)?,
        Cycle::Quarter if interval == 1 => alt((in_quarter, success((plain(), None)))).parse(rest)?,
        Cycle::Month if interval == 1 => alt((in_month, success((plain(), None)))).parse(rest)?,
        Cycle::Week => alt((in_week, success((plain(), None)))).parse(rest)?,
        Cycle::Day | Cycle::Workday => {
            alt((in_day, success((None, None)))).map(|(clock, bound)| (plain().map(|rule| Rule { clock, ..rule }), bound)).parse(rest)?
        }
        _ => (rest, (plain(), None)),
    };
    let (rest, bound) = match bound {
        Some(bound) => (rest, Some(bound)),
        None => opt(side::behind).parse(rest)?,
    };
    let (rest, times) = opt(times).parse(rest)?;
    not(alt((slogan, rate))).parse(rest)?;
    Ok((rest, Recurrence { rule: rule.filter(|_| times.is_none_or(|n| n == 1)), bound }))
}

/// `一学` after 每周: the name of a programme, or a slogan.
fn slogan(i: &str) -> Parsed<'_, ()> {
    let counted = one_of("次期轮般定并旦起年月季周度直律批份篇个场名项条人日天");
    value((), (tag("一"), not(counted), verify(nom::character::complete::anychar, |c| is_han(*c)))).parse(i)
}

/// `400元` after 每月, or another 每: the time only counts a rate.
fn rate(i: &str) -> Parsed<'_, ()> {
    let money = (opt(tag("人民币")), numeral::decimal, opt(tag("余")), tag("元"));
    alt((value((), money), value((), (tag("每"), not(tag("次")))))).parse(i)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// `两个月`, `季度`, `隔三年`: how many of which cycle.
fn every(i: &str) -> Parsed<'_, (u32, Cycle)> {
    let count = terminated(verify(numeral::integer, |n| (1..1000).contains(n)), blanks);
    let number = preceded((opt(tag("隔")), blanks), opt(count));
    (number, cycle).map(|(n, cycle)| (n.map_or(1, |n| n as u32), cycle)).parse(i)
}

fn cycle(i: &str) -> Parsed<'_, Cycle> {
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
fn plain(n: u32, cycle: Cycle) -> Option<Rule> {
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

type Within = (Option<Rule>, Option<Side>);

/// `12月15日前`, `9月至次年2月`, `底前`, `6月30日和12月31日前`.
fn in_year(i: &str) -> Parsed<'_, Within> {
    let separator = (blanks, keyword(&[("、", ()), ("和", ()), ("及", ()), ("与", ()), ("或", ())]), blanks);
    let (rest, spans) = separated_list1(separator, (span_of_year, opt(side::behind))).parse(i)?;
    let bound = spans.iter().find_map(|(_, bound)| *bound);
    let days = spans.iter().map(|((first, last), _)| parts(first, last.as_ref(), bound)).collect::<Option<Vec<_>>>();
    Ok((rest, (days.and_then(joined), bound)))
}

/// A period of a year, or a range of two.
fn span_of_year(i: &str) -> Parsed<'_, (Period, Option<Period>)> {
    let point = |i| terminated(alt((period::part_of_year, period::edge_of_year)), opt(weekday::remark)).parse(i);
    (point, opt(preceded(to, alt((period::parse, period::in_same_month))))).parse(i)
}

/// BYMONTH and BYMONTHDAY of a stretch of the year, where they can say it.
fn parts(first: &Period, last: Option<&Period>, bound: Option<Side>) -> Option<(Vec<i8>, Vec<i8>)> {
    // two years without a leap day
    let context = Context { this_year: Some(2021), year: Some(2021), ..Context::default() };
    let from = first.days(&context)?;
    let until = match last {
        Some(last) => last.days(&Context { month: Some(from.last.month()), ..context })?.last,
        None => from.last,
    };
    let month = from.first.month();
    let single = last.is_none();
    if single && first.edge == Edge::End || bound == Some(Side::Until) && single && !matches!(first.unit, Unit::Days(..)) {
        let day = if until == until.last_of_month() { -1 } else { until.day() };
        return Some((vec![until.month()], vec![day]));
    }
    if from.first.day() == 1 && until == until.last_of_month() && first.edge == Edge::Whole {
        let count = (i16::from(until.month()) - i16::from(month)).rem_euclid(12) as i8;
        let mut months: Vec<i8> = (0..=count).map(|n| (month - 1 + n) % 12 + 1).collect();
        months.sort_unstable();
        return Some((months, vec![]));
    }
    let open = single && matches!(first.unit, Unit::Tens(_, _, 3));
    (month == until.month()).then(|| (vec![month], (from.first.day()..=if open { 31 } else { until.day() }).collect()))
}

/// One rule for several stretches: they must share their days or their month.
fn joined(stretches: Vec<(Vec<i8>, Vec<i8>)>) -> Option<Rule> {
    let (mut months, mut days) = stretches.first()?.clone();
    for (m, d) in &stretches[1..] {
        let last_days = [&days, d].iter().all(|days| matches!(days[..], [28 | 30 | 31] | [-1]));
        if *d == days {
            months.extend(m);
        } else if *m == months {
            days.extend(d);
        } else if last_days {
            // 6月30日和12月31日: both the last of their months
            months.extend(m);
            days = vec![-1];
        } else {
            return None;
        }
    }
    Some(Rule { months, days, ..Rule::every(1, Frequency::Yearly) })
}

/// `首月10日前`, `末`, `第二个月`, `结束后10日内`.
fn in_quarter(i: &str) -> Parsed<'_, Within> {
    alt((
        (month_of_quarter, opt(in_month)).map(|(n, within)| {
            let months = (0..4).map(|q| 3 * q + n).collect();
            match within {
                Some((rule, bound)) => (rule.map(|rule| quarterly(months, rule)), bound),
                None => (Some(Rule { months, ..Rule::every(1, Frequency::Yearly) }), None),
            }
        }),
        preceded(opt(alt((tag("季"), tag("季度")))), period::edge).map(|edge| {
            let (months, days) = if edge == Edge::End { (vec![3, 6, 9, 12], vec![-1]) } else { (vec![1, 4, 7, 10], (1..=10).collect()) };
            (Some(Rule { months, days, ..Rule::every(1, Frequency::Yearly) }), None)
        }),
        after_end.map(|rule| (Some(quarterly(vec![1, 4, 7, 10], rule)), Some(Side::Within))),
    ))
    .parse(i)
}

/// The rule of a month, in these months only.
fn quarterly(months: Vec<i8>, rule: Rule) -> Rule {
    // BYSETPOS counts within a period of FREQ
    let frequency = if rule.position.is_some() { Frequency::Monthly } else { Frequency::Yearly };
    Rule { months, frequency, ..rule }
}

/// `首月`, `第二个月`, `最后一个月`.
fn month_of_quarter(i: &str) -> Parsed<'_, i8> {
    let name = keyword(&[
        ("首个月", 1),
        ("首月", 1),
        ("第一个月", 1),
        ("第1个月", 1),
        ("次月", 2),
        ("第二个月", 2),
        ("第2个月", 2),
        ("第三个月", 3),
        ("第3个月", 3),
        ("最后一个月", 3),
        ("最后1个月", 3),
        ("末月", 3),
        ("尾月", 3),
    ]);
    delimited(opt(tag("的")), name, opt(tag("的"))).parse(i)
}

/// `1日至25日`, `5日、15日前`, `底前`, `上旬`, `第一个工作日`, `结束后5个工作日内`.
fn in_month(i: &str) -> Parsed<'_, Within> {
    let monthly = || Rule::every(1, Frequency::Monthly);
    alt((
        days_of_month.map(|days| (Some(Rule { days, ..monthly() }), None)),
        period::tens.map(|(a, b)| (Some(Rule { days: (10 * a - 9..=if b == 3 { 31 } else { 10 * b }).collect(), ..monthly() }), None)),
        preceded(opt(tag("月")), period::edge).map(|edge| {
            let days = if edge == Edge::End { vec![-1] } else { (1..=10).collect() };
            (Some(Rule { days, ..monthly() }), None)
        }),
        nth_day.map(|(position, weekdays)| (Some(Rule { weekdays, position: Some(position), ..monthly() }), None)),
        after_end.map(|rule| (Some(rule), Some(Side::Within))),
    ))
    .parse(i)
}

/// `1日至25日`, `1—25日`, `5日、15日、25日`, `20日至月底`.
fn days_of_month(i: &str) -> Parsed<'_, Vec<i8>> {
    let number = |i| verify(small, |n| (1..=31).contains(n)).parse(i);
    let unit = |i| opt(one_of::<&str, _, ()>("日号")).parse(i);
    let last = alt((day, value(31, (opt(tag("月")), one_of("底末")))));
    let range = map_opt((number, unit, to, last), |(a, _, _, b)| (a < b).then(|| (a..=b).collect()));
    let separator = (blanks, one_of("、和及与或"), blanks);
    alt((range, separated_list1(separator, terminated(day, opt(weekday::remark))))).parse(i)
}

/// `第一个工作日`, `最后一个工作日`, `前5个工作日`, `第二个周五`.
fn nth_day(i: &str) -> Parsed<'_, (i8, Vec<Weekday>)> {
    let nth = alt((
        preceded(tag("第"), verify(small, |n| (1..=23).contains(n))),
        value(1, tag("首")),
        preceded(tag("前"), verify(small, |n| (1..=23).contains(n))),
        preceded(tag("最后"), verify(small, |n| (1..=23).contains(n))).map(|n| -n),
    ));
    let which = alt((value(WORKDAYS.to_vec(), tag("工作日")), weekday::parse.map(|day| vec![day])));
    preceded(opt(tag("的")), (terminated(nth, (blanks, opt(tag("个")))), which)).parse(i)
}

/// `结束后10日内`: a day of the next cycle.
fn after_end(i: &str) -> Parsed<'_, Rule> {
    let end =
        keyword(&[("结束之日起", ()), ("结束之后", ()), ("结束后", ()), ("终了后", ()), ("终了之日起", ()), ("度结束后", ()), ("后", ())]);
    let within = terminated(preceded(end, duration::parse), opt(keyword(&[("之内", ()), ("以内", ()), ("内", ())])));
    map_opt(within, |length| {
        let days = i8::try_from(length.days).ok().filter(|n| (1..=28).contains(n))?;
        let rule = Rule::every(1, Frequency::Monthly);
        Some(match length.workdays {
            true => Rule { weekdays: WORKDAYS.to_vec(), position: Some(days), ..rule },
            false => Rule { days: vec![days], ..rule },
        })
    })
    .parse(i)
}

/// `五17:00前`, `一、三、五`, `一至周五`, `末`.
fn in_week(i: &str) -> Parsed<'_, Within> {
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

fn weekday_range(i: &str) -> Parsed<'_, Vec<Weekday>> {
    let ends = (weekday::name, to, opt(weekday::week), weekday::name);
    map_opt(ends, |(a, _, _, b)| {
        let (a, b) = (a.to_monday_zero_offset(), b.to_monday_zero_offset());
        (a < b).then(|| (a..=b).filter_map(|n| Weekday::from_monday_zero_offset(n).ok()).collect())
    })
    .parse(i)
}

/// `17:00前`, `下班前`, `上午9:00-11:30`: the moment, where there is only one.
fn in_day(i: &str) -> Parsed<'_, (Option<Clock>, Option<Side>)> {
    alt((
        preceded(blanks, hours).map(|_| (None, None)),
        preceded(blanks, (clock::parse, opt(side::behind))).map(|(clock, bound)| (Some(clock), bound)),
        value((None, Some(Side::Until)), (opt(clock::half), keyword(&[("下班前", ()), ("下班之前", ()), ("上班前", ())]))),
        value((None, None), clock::half),
    ))
    .parse(i)
}

/// `7:00—9:00/17:30—19:30`.
pub(super) fn hours(i: &str) -> Parsed<'_, (Clock, Clock)> {
    let range = |i| (clock::parse, preceded(to, clock::parse)).parse(i);
    let separator = (blanks, one_of("/、，,；和"), blanks);
    separated_list1(separator, range).map(|ranges: Vec<(Clock, Clock)>| (ranges[0].0, ranges[ranges.len() - 1].1)).parse(i)
}

/// `一次`, `不少于2次`: how often in a cycle.
fn times(i: &str) -> Parsed<'_, u64> {
    let least = opt(keyword(&[("至少", ()), ("不少于", ()), ("不低于", ()), ("原则上", ()), ("各", ())]));
    let count = verify(numeral::integer, |n| (1..1000).contains(n));
    preceded((least, blanks), terminated(count, (blanks, one_of("次期轮")))).parse(i)
}

/// `一季度一次`, `1周2次`, `半年一次`.
fn so_often(i: &str) -> Parsed<'_, Recurrence> {
    let half = value((1, Cycle::HalfYear), tag("半年"));
    let number = terminated(verify(numeral::integer, |n| (1..100).contains(n)), blanks);
    let counted = (number, cycle).map(|(n, cycle)| (n as u32, cycle));
    (alt((half, counted)), times)
        .map(|((interval, cycle), n)| Recurrence { rule: plain(interval, cycle).filter(|_| n == 1), bound: None })
        .parse(i)
}

/// `高峰时段（7:00—9:00/17:30—19:30）`: hours of every day.
fn peak_hours(i: &str) -> Parsed<'_, Recurrence> {
    let name =
        (opt(keyword(&[("早晚", ()), ("早", ()), ("晚", ())])), tag("高峰"), opt(keyword(&[("时段", ()), ("时间", ()), ("期", ())])));
    let bracket = delimited(one_of("（("), hours, one_of("）)"));
    (name, bracket).map(|_| Recurrence { rule: Some(Rule::every(1, Frequency::Daily)), bound: None }).parse(i)
}
