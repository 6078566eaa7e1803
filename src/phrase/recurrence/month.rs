//! The part of a month or quarter that comes again: `1日至25日`, `首月10日前`, `第一个工作日`, `结束后10日内`.

use jiff::civil::Weekday;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map_opt, opt, value, verify},
    multi::separated_list1,
    sequence::{delimited, preceded, terminated},
};

use super::{
    Within,
    rule::{Frequency, Rule, WORKDAYS},
};
use crate::phrase::{
    Parsed,
    date::{blanks, day, is_blank, small},
    duration, head, keyword, none,
    numeral::begins_number,
    period::{self, Edge, to},
    side::Side,
    weekday,
};

/// `首月10日前`, `末`, `第二个月`, `结束后10日内`.
pub(super) fn in_quarter(i: &str) -> Parsed<'_, Within> {
    if !matches!(head(i), '的' | '首' | '第' | '次' | '最' | '末' | '尾' | '季' | '底' | '初') && !ends_cycle(head(i)) {
        return none();
    }
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
pub(super) fn in_month(i: &str) -> Parsed<'_, Within> {
    let monthly = || Rule::every(1, Frequency::Monthly);
    let tens = |(a, b)| (10 * a - 9..=if b == 3 { 31 } else { 10 * b }).collect();
    let edge = |edge| if edge == Edge::End { vec![-1] } else { (1..=10).collect() };
    let days = |days| (Some(Rule { days, ..monthly() }), None);
    match head(i) {
        c if is_blank(c) || begins_number(c) => days_of_month.map(days).parse(i),
        '上' | '中' | '下' => period::tens.map(tens).map(days).parse(i),
        '月' | '底' | '末' | '初' => preceded(opt(tag("月")), period::edge).map(edge).map(days).parse(i),
        '的' | '第' | '首' | '前' | '最' => {
            nth_day.map(|(position, weekdays)| (Some(Rule { weekdays, position: Some(position), ..monthly() }), None)).parse(i)
        }
        c if ends_cycle(c) => after_end.map(|rule| (Some(rule), Some(Side::Within))).parse(i),
        _ => none(),
    }
}

/// Whether the words with which a cycle ends may begin with `c`.
const fn ends_cycle(c: char) -> bool {
    matches!(c, '结' | '终' | '度' | '后')
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
    let end = keyword(&[
        ("结束之日起", ()),
        ("结束之后", ()),
        ("结束后", ()),
        ("终了后", ()),
        ("终了之日起", ()),
        ("度结束后", ()),
        ("终了", ()),
        ("后", ()),
    ]);
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
