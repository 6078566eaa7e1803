//! The part of a year that comes again: `12月15日前`, `9月至次年2月`, `底前`, `6月30日和12月31日前`.

use nom::{
    Parser,
    branch::alt,
    combinator::opt,
    multi::separated_list1,
    sequence::{preceded, terminated},
};

use super::{
    Within,
    rule::{Frequency, Rule},
};
use crate::{
    order,
    phrase::{
        Parsed,
        date::blanks,
        keyword,
        month::Month,
        period::{self, Context, Edge, Period, Unit, to},
        side::{self, Side},
        weekday,
    },
};

/// `12月15日前`, `9月至次年2月`, `底前`, `6月30日和12月31日前`.
pub(super) fn in_year(i: &str) -> Parsed<'_, Within> {
    let separator = (blanks, keyword(&[("、", ()), ("和", ()), ("及", ()), ("与", ()), ("或", ())]), blanks);
    let (rest, spans) = separated_list1(separator, (span_of_year, opt(side::behind))).parse(i)?;
    let bound = spans.iter().find_map(|(_, bound)| *bound);
    let days = spans.iter().map(|((first, last), _)| parts(first, last.as_ref(), bound)).collect::<Option<Vec<_>>>();
    Ok((rest, (days.and_then(joined), bound)))
}

/// `年度终了`: the last day.
pub(super) fn at_end(i: &str) -> Parsed<'_, Within> {
    let rule = || Some(Rule { months: vec![12], days: vec![-1], ..Rule::every(1, Frequency::Yearly) });
    let end = keyword(&[("年度终了", ()), ("度终了", ()), ("终了", ()), ("年度结束", ()), ("年终", ())]);
    end.map(|()| (rule(), None)).parse(i)
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
    if from.first.day() == 1 && until == until.last_of_month() {
        let count = (i16::from(until.month()) - i16::from(month)).rem_euclid(12) as i8;
        let mut months: Vec<i8> = (0..=count).map(|n| (month - 1 + n) % 12 + 1).collect();
        order::by(&mut months, |month| (*month as usize, 0));
        return Some((months, vec![]));
    }
    let open = single && matches!(first.unit, Unit::Tens(_, _, 3));
    (month == until.month()).then(|| (vec![month], (from.first.day()..=if open { 31 } else { until.day() }).collect()))
}

/// The rule of a time that comes again because what it hangs on does: 次年1月31日前, 次月5日前 after 每月.
pub(super) fn following(period: &Period, last: Option<&Period>, bound: Option<Side>) -> Option<Rule> {
    let day_of_month = |days| Some(Rule { days, ..Rule::every(1, Frequency::Monthly) });
    match (period.unit, last) {
        (Unit::Days(Month::FromThen(_) | Month::Unsaid, first, last), None) => day_of_month((first..=last).collect()),
        (Unit::Months(Month::FromThen(_) | Month::Unsaid, _), None) if period.edge == Edge::End => day_of_month(vec![-1]),
        _ => joined(vec![parts(period, last, bound)?]),
    }
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
