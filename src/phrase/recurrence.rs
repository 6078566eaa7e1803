//! A time that comes again: `每年12月15日前`, `每年的9月至次年2月`, `每月1日至25日`, `每季度首月10日前`, `每周五17:00前`,
//! `每两个月`, `一季度一次`.
//!
//! The value is a rule of RFC 5545 (3.3.10) where that can say it. It cannot say how often within a cycle (每周2次) nor a
//! stretch over unlike months (每年3月1日至5月15日): these are read without a rule. Not read: rates (每人每年), programmes
//! (每周一学, 每日一题), 每次, 每届.

mod cycle;
mod month;
mod rule;
mod week;
mod year;

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::one_of,
    combinator::{not, opt, peek, value, verify},
    sequence::{delimited, preceded, terminated},
};

use super::{
    Parsed,
    date::{blanks, is_blank},
    duration::Duration,
    head, keyword, none,
    numeral::{self, begins_number},
    period::Period,
    side::{self, Side},
    weekday,
};
use crate::pattern::is_han;
use cycle::{Cycle, every, plain};
pub use rule::{Frequency, Rule};
pub(super) use week::hours;

/// A time that comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// The rule, where RFC 5545 can say it.
    pub rule: Option<Box<Rule>>,
    /// On which side of the recurring time something lies, where the text says so.
    pub bound: Option<Side>,
}

/// A recurrence at the head of `i`.
///
/// ```
/// use gongwen::phrase::recurrence;
/// let (_, found) = recurrence::parse("每季度首月10日前").unwrap();
/// assert_eq!(found.rule.unwrap().to_string(), "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10");
/// ```
pub fn parse(i: &str) -> Parsed<'_, Recurrence> {
    match head(i) {
        '每' | '各' => each(i),
        '早' | '晚' | '高' => peak_hours(i),
        '周' | '星' => office_hours(i),
        _ => so_often(i),
    }
}

/// The rule of a time of `length` that begins when a cycle ends, and where the cycle stands in `event`: `年度终了`, `季度结束`.
/// None where the event is no end of a cycle.
pub(super) fn after_cycle(event: &str, length: Duration) -> Option<(usize, Option<Rule>)> {
    let words = event.strip_suffix("之日").unwrap_or(event);
    // 季后10日内
    let short = [("季", "季度终了"), ("月", "月份终了"), ("年", "年度终了")];
    let words = short.into_iter().find(|(short, _)| *short == words).map_or(words, |(_, long)| long);
    let words = ["终了", "结束"].iter().find_map(|end| words.strip_suffix(end))?;
    let (cycle, months) = [
        ("会计年度", vec![1]),
        ("纳税年度", vec![1]),
        ("年度", vec![1]),
        ("季度", vec![1, 4, 7, 10]),
        ("月度", vec![]),
        ("月份", vec![]),
        ("学期", vec![]),
        ("学年", vec![]),
    ]
    .into_iter()
    .find(|(cycle, _)| words.ends_with(cycle))?;
    let by_calendar = !cycle.starts_with('学');
    let frequency = if months.is_empty() { Frequency::Monthly } else { Frequency::Yearly };
    let days = i8::try_from(length.days).ok().filter(|n| (1..=28).contains(n) && length.months == 0 && !length.workdays);
    let month = i8::try_from(length.months).ok().filter(|n| (1..=12).contains(n) && length.days == 0 && months == [1]);
    let rule = match (days, month) {
        (Some(day), _) => Some(Rule { months, days: vec![day], ..Rule::every(1, frequency) }),
        (_, Some(month)) => Some(Rule { months: vec![month], days: vec![-1], ..Rule::every(1, frequency) }),
        _ => None,
    };
    // 每年度终了: the word that says so belongs to it
    let start = event.find(cycle).map_or(0, |_| words.len() - cycle.len());
    Some((start, rule.filter(|_| by_calendar)))
}

/// The rule of a time that comes again because what it hangs on does: `次年1月31日前` after 每年, `次月5日前` after 每月; it
/// reaches to `last` where it is a range. `limit` says whether it is a last day.
pub fn following(first: &Period, last: Option<&Period>, limit: bool) -> Option<Rule> {
    year::following(first, last, limit.then_some(Side::Until))
}

/// `每…`.
fn each(i: &str) -> Parsed<'_, Recurrence> {
    let (rest, (interval, cycle)) =
        alt((preceded(tag("每"), every), preceded(tag("各"), value((1, Cycle::Quarter), tag("季度"))))).parse(i)?;
    let bare = rest;
    let (rest, of) = opt((tag("的"), not(one_of("时候")))).parse(rest)?;
    let behind = rest.len();
    // 每年春季学期3月底前
    let term = (keyword(&[("春季", ()), ("秋季", ()), ("春", ()), ("秋", ())]), tag("学期"), opt(tag("的")));
    let (rest, _) = if matches!(head(rest), '春' | '秋') { opt((term, peek(year::in_year))).parse(rest)? } else { (rest, None) };
    let plain = || plain(interval, cycle);
    let part = match cycle {
        Cycle::Year if interval == 1 => year::in_year(rest).or_else(|_| year::at_end(rest)),
        Cycle::Quarter if interval == 1 => month::in_quarter(rest),
        Cycle::Month if interval == 1 => month::in_month(rest),
        Cycle::Week => week::in_week(rest),
        Cycle::Day | Cycle::Workday => week::in_day.map(|(clock, bound)| (plain().map(|rule| Rule { clock, ..rule }), bound)).parse(rest),
        _ => none(),
    };
    let (rest, (rule, bound)) = part.unwrap_or_else(|_| (rest, (plain(), None)));
    let (rest, bound) = match bound {
        Some(bound) => (rest, Some(bound)),
        None => opt(side::behind).parse(rest)?,
    };
    let (rest, times) = opt(times).parse(rest)?;
    match head(rest) {
        '一' => not(alt((slogan, rate))).parse(rest)?.1,
        c if begins_rate(c) => not(rate).parse(rest)?.1,
        _ => {}
    }
    // 每季度的进度: 的 leads to what comes again
    let rest = if of.is_some() && rest.len() == behind { bare } else { rest };
    Ok((rest, Recurrence { rule: rule.filter(|_| times.is_none_or(|n| n == 1)).map(Box::new), bound }))
}

/// `一学` after 每周: the name of a programme, or a slogan. 每月一调度 says how often.
fn slogan(i: &str) -> Parsed<'_, ()> {
    let counted = one_of("次期轮般定并旦起年月季周度直律批份篇个场名项条人日天");
    let act = preceded(opt(tag("一")), act);
    value((), (tag("一"), not(counted), not(act), verify(nom::character::complete::anychar, |c| is_han(*c)))).parse(i)
}

/// What offices do once in a cycle: `调度` in 每月一调度.
fn act(i: &str) -> Parsed<'_, ()> {
    keyword(&[
        ("调度", ()),
        ("通报", ()),
        ("考核", ()),
        ("报告", ()),
        ("督查", ()),
        ("督导", ()),
        ("检查", ()),
        ("抽查", ()),
        ("巡查", ()),
        ("研判", ()),
        ("会商", ()),
        ("例会", ()),
        ("汇报", ()),
        ("汇总", ()),
        ("总结", ()),
        ("小结", ()),
        ("分析", ()),
        ("评估", ()),
        ("评价", ()),
        ("评比", ()),
        ("排名", ()),
        ("点评", ()),
        ("公示", ()),
        ("公布", ()),
        ("更新", ()),
        ("统计", ()),
        ("反馈", ()),
        ("演练", ()),
        ("走访", ()),
        ("监测", ()),
        ("报送", ()),
        ("上报", ()),
        ("推进", ()),
    ])(i)
}

/// Whether what only counts a rate may begin with `c`; says yes too often, never no.
fn begins_rate(c: char) -> bool {
    matches!(c, '最' | '不' | '人' | '补' | '资' | '奖' | '按' | '每') || begins_number(c)
}

/// `300元` after 每月, or another 每: the time only counts a rate.
fn rate(i: &str) -> Parsed<'_, ()> {
    let cap = keyword(&[
        ("最高不超过", ()),
        ("不超过", ()),
        ("最高", ()),
        ("最多", ()),
        ("不低于", ()),
        ("不少于", ()),
        ("人均", ()),
        ("补助", ()),
        ("补贴", ()),
        ("资助", ()),
        ("奖励", ()),
    ]);
    let money = (opt(cap), opt(tag("人民币")), numeral::decimal, opt(tag("余")), tag("元"));
    let share = (tag("按"), opt(alt((tag("照"), tag("日")))), numeral::decimal, one_of("%％‰"));
    alt((value((), money), value((), share), value((), (tag("每"), not(tag("次")))))).parse(i)
}

/// A part of a cycle, as a rule where that can say it.
type Within = (Option<Rule>, Option<Side>);

/// `一次`, `不少于2次`: how often in a cycle.
fn times(i: &str) -> Parsed<'_, u64> {
    let first = head(i);
    if !(matches!(first, '至' | '不' | '原' | '各') || is_blank(first) || begins_number(first)) {
        return none();
    }
    let least = opt(keyword(&[("至少", ()), ("不少于", ()), ("不低于", ()), ("原则上", ()), ("各", ())]));
    let count = verify(numeral::integer, |n| (1..1000).contains(n));
    preceded((least, blanks), terminated(count, (blanks, one_of("次期轮")))).parse(i)
}

/// `一季度一次`, `1周2次`, `半年一次`.
fn so_often(i: &str) -> Parsed<'_, Recurrence> {
    let half = value((1, Cycle::HalfYear), tag("半年"));
    let number = terminated(verify(numeral::integer, |n| (1..100).contains(n)), blanks);
    let counted = (number, cycle::cycle).map(|(n, cycle)| (n as u32, cycle));
    let once = value(1, (tag("一"), act));
    (alt((half, counted)), alt((times, once)))
        .map(|((interval, cycle), n)| Recurrence { rule: plain(interval, cycle).filter(|_| n == 1).map(Box::new), bound: None })
        .parse(i)
}

/// `周一至周五（假日除外）9:00—11:30`: when an office is open.
fn office_hours(i: &str) -> Parsed<'_, Recurrence> {
    const REMARK: usize = 16;
    let except = delimited(one_of("（("), take_while_m_n(1, REMARK, |c| !matches!(c, '）' | ')' | '。')), one_of("）)"));
    let days = preceded(weekday::week, week::weekday_range);
    (days, opt(except), preceded((blanks, opt(one_of("：:，,")), blanks), hours))
        .map(|(weekdays, ..)| Recurrence { rule: Some(Box::new(Rule { weekdays, ..Rule::every(1, Frequency::Weekly) })), bound: None })
        .parse(i)
}

/// `高峰时段（7:30—9:00/17:00—18:30）`: hours of every day.
fn peak_hours(i: &str) -> Parsed<'_, Recurrence> {
    let name =
        (opt(keyword(&[("早晚", ()), ("早", ()), ("晚", ())])), tag("高峰"), opt(keyword(&[("时段", ()), ("时间", ()), ("期", ())])));
    let bracket = delimited(one_of("（("), hours, one_of("）)"));
    (name, bracket).map(|_| Recurrence { rule: Some(Box::new(Rule::every(1, Frequency::Daily))), bound: None }).parse(i)
}
