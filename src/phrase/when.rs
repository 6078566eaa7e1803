//! A time expression as the language says it, from its first to its last word: `2022年5月4日前`, `3月中下旬`,
//! `自2022年1月1日起`, `到“十四五”末`, `8月1日至15日`, `每月底前`, `自印发之日起30日内`, `4月20日（星期三）上午9:00-11:30`.
//!
//! The words that bound a time belong to it (前, 起, 截至, 到, 自), 于 and 在 do not. What the text leaves out (the year of
//! 4月25日) is left out here, and filled in by [`When::resolve`] from what the document says. Days that do not exist (2月30日)
//! are read and have no date. Lengths are read only where a word makes them a term (内, 有效期, 收到通知后). Not read:
//! numbers of documents, versions, addresses, ratios, amounts; look-backs (近三年内); vague times (近期, 适时); names of
//! plans and programmes (三年行动计划, 每周一学).

mod inferred;
mod length;
mod list;
mod opening;
mod resolve;
mod scan;
mod term;

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::{char, one_of},
    combinator::{not, opt, peek, recognize, value, verify},
    sequence::{delimited, preceded, terminated},
};
use serde::{Deserialize, Serialize};

use super::{
    Parsed,
    clock::{self, Clock},
    date::{self, blanks, is_blank, small_figures},
    duration::{self, Duration},
    event::Event,
    head, keyword,
    month::Month,
    none,
    numeral::few_figures,
    period::{self, Edge, Period, Unit, to},
    recurrence::{self, Recurrence},
    side::{self, Side},
    sign, unless, weekday,
    year::Year,
};

pub(crate) use opening::OPENINGS;
pub(crate) use scan::find_among;
pub use {
    inferred::Inferred,
    resolve::{Base, Moment, Resolved},
    scan::find,
};

/// How a time binds. 时限的类别。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DeadlineKind"))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// By a day: …前, 截至, 不迟于. 在此之前。
    By,
    /// On a day or at a moment. 在某日或某时。
    On,
    /// During a period. 在某期间。
    During,
    /// From a day on: 自…起. 自某日起。
    From,
    /// Again and again: 每月, 每周. 定期重复。
    Recurring,
    /// So long after an event: 印发之日起30日内. 自某事件起若干时间。
    Relative,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// How it binds, by its own words.
    pub kind: Kind,
    /// What it names.
    pub value: Value,
}

/// What a time expression names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A day, a moment, a period.
    Point(Point),
    /// From one to another.
    Range(Point, Point),
    /// What comes again.
    Recurrence(Recurrence),
    /// A length, counted from an event where one is named.
    Length(Duration, Option<Event>),
    /// 自印发之日起.
    Event(Event),
    /// A length counted from a day: 自2022年4月1日起30日内.
    Term(Point, Duration),
    /// From an event to a time: 自印发之日起至2022年12月31日.
    Since(Event, Point),
}

/// A period with a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The period; none where only a time of day is said.
    pub period: Option<Period>,
    /// The time of day.
    pub clock: Option<Clock>,
}

impl When {
    /// The recurrence rule (RFC 5545, 3.3.10), where it recurs and the rule can say how.
    pub fn rrule(&self) -> Option<String> {
        match &self.value {
            Value::Recurrence(Recurrence { rule: Some(rule), .. }) => Some(rule.to_string()),
            _ => None,
        }
    }

    /// The length, where it is one.
    pub fn duration(&self) -> Option<Duration> {
        match self.value {
            Value::Length(duration, _) | Value::Term(_, duration) => Some(duration),
            _ => None,
        }
    }

    /// The event from which it is counted.
    pub fn event(&self) -> Option<&Event> {
        match &self.value {
            Value::Length(_, event) => event.as_ref(),
            Value::Event(event) | Value::Since(event, _) => Some(event),
            _ => None,
        }
    }
}

/// A time with its bounds, at the head of `i`: `2022年5月4日前`, `8月1日至15日`.
fn bounded(i: &str) -> Parsed<'_, When> {
    let (rest, (first, last)) = span(i)?;
    // 春节后3月份开始: the festival only introduces the time
    let (rest, (first, last)) = match (first.period, last) {
        (Some(Period { unit: Unit::Festival(_), .. }), None) => preceded(char('后'), span).parse(rest).unwrap_or((rest, (first, last))),
        _ => (rest, (first, last)),
    };
    let (rest, bound) = opt(preceded(blanks, side::behind)).parse(rest)?;
    if let (None, Some(Side::From)) = (last, bound)
        && let Ok((rest, last)) = years_from(rest, first)
    {
        return Ok((rest, when(first, Some(last), None, false)));
    }
    Ok((rest, when(first, last, bound, false)))
}

/// `5年内` behind `2012年起`: the last of so many years.
fn years_from(i: &str, first: Point) -> Parsed<'_, Point> {
    let Some(Period { year: Some(Year::Written(year)), unit: Unit::Year, edge: Edge::Whole }) = first.period else { return none() };
    let (rest, length) = terminated(duration::parse, length::limit).parse(i)?;
    let whole = length == Duration { years: length.years, ..Duration::default() };
    let years = i16::try_from(length.years).ok().filter(|years| whole && (1..=50).contains(years));
    let Some(last) = years.map(|years| year + years - 1) else { return none() };
    Ok((rest, Point { period: Some(Period { year: Some(Year::Written(last)), unit: Unit::Year, edge: Edge::Whole }), clock: None }))
}

/// `截至2022年5月4日`, `到2025年底`.
fn until(i: &str) -> Parsed<'_, When> {
    let edge = period::bare_edge.map(|period| Point { period: Some(period), clock: None });
    let (rest, point) = preceded((side::until, opt(one_of("于在")), blanks), alt((point, day_in_month, edge))).parse(i)?;
    let (rest, bound) = opt(preceded(blanks, side::behind)).parse(rest)?;
    match bound {
        Some(Side::From | Side::After) => Err(nom::Err::Error(())),
        _ => Ok((rest, when(point, None, Some(Side::Until), true))),
    }
}

/// `至2022年12月31日止` behind the event that begins a period.
fn last_day(i: &str) -> Parsed<'_, Point> {
    let edge = period::bare_edge.map(|period| Point { period: Some(period), clock: None });
    delimited((opt(one_of("，,")), to), alt((point, edge)), opt(verify(side::behind, |side| *side == Side::Until))).parse(i)
}

/// `自2022年1月1日起`, `从3月至5月`, `自即日起`.
fn since(i: &str) -> Parsed<'_, When> {
    let (rest, (first, last)) = preceded((one_of("自从"), blanks), span).parse(i)?;
    let (rest, bound) = opt(preceded(blanks, side::behind)).parse(rest)?;
    if let (None, Some(Side::From)) = (last, bound)
        && let Ok((rest, length)) = terminated(preceded(opt(tag("的")), duration::parse), length::limit).parse(rest)
    {
        return Ok((rest, When { kind: Kind::Relative, value: Value::Term(first, length) }));
    }
    match (last, bound) {
        (None, Some(Side::From | Side::After)) => Ok((rest, when(first, None, Some(Side::From), true))),
        (Some(_), _) => Ok((rest, when(first, last, bound, true))),
        // 自2022年1月1日施行, 自4月6日起至工程完工止
        (None, None) => {
            let until_event = value((), (tag("起"), peek(one_of("至到"))));
            value(when(first, None, Some(Side::From), true), alt((until_event, peek(takes_effect)))).parse(rest)
        }
        _ => Err(nom::Err::Error(())),
    }
}

/// A word of taking effect.
fn takes_effect(i: &str) -> Parsed<'_, ()> {
    keyword(&[("施行", ()), ("实施", ()), ("执行", ()), ("生效", ()), ("试行", ()), ("正式", ())])(i)
}

/// What the bounds make of a time.
fn when(first: Point, last: Option<Point>, bound: Option<Side>, led: bool) -> When {
    let kind = match (last, bound) {
        // 9:00-11:30 of one day is a moment of the calendar
        (Some(Point { period: None, .. }), _) if first.period.is_some() => Kind::On,
        (Some(_), _) => Kind::During,
        (None, Some(Side::Until)) => Kind::By,
        (None, Some(Side::From | Side::After)) => Kind::From,
        (None, Some(Side::Within)) => Kind::During,
        (None, None) if first.is_moment() => Kind::On,
        // 年底完成 says by when
        (None, None) if !led && first.period.is_some_and(|period| period.edge == Edge::End) => Kind::By,
        (None, None) => Kind::During,
    };
    When { kind, value: last.map_or(Value::Point(first), |last| Value::Range(first, last)) }
}

impl Point {
    /// Whether it is a day or less.
    fn is_moment(&self) -> bool {
        self.period.is_none_or(|period| period.is_day())
    }
}

/// One time, or two with 至 between.
fn span(i: &str) -> Parsed<'_, (Point, Option<Point>)> {
    open_span(i).or_else(|_| whole_span(i)).or_else(|_| short_span(i))
}

/// `7月30—8月1日`, `2024年7月30至2024年8月1日`: the beginning leaves out its 日.
fn open_span(i: &str) -> Parsed<'_, (Point, Option<Point>)> {
    let month = verify(small_figures, |n| (1..=12).contains(n));
    let day = verify(small_figures, |n| (1..=31).contains(n));
    let (rest, (year, month, _, day)) = (opt(date::year), month, char('月'), day).parse(i)?;
    if !period::joins(head(rest)) {
        return none();
    }
    let first = Period { year: year.map(Year::Written), unit: Unit::Days(Month::Written(month), day, day), edge: Edge::Whole };
    let last = verify(point, |last: &Point| last.period.is_some_and(|last| last.is_day() && last.written_month().is_some()));
    preceded(to, last).map(|last| (Point { period: Some(first), clock: None }, Some(last))).parse(rest)
}

/// A span whose beginning says its month.
fn whole_span(i: &str) -> Parsed<'_, (Point, Option<Point>)> {
    let (rest, first) = point(i)?;
    let goes_on = |c| period::joins(c) || is_blank(c) || matches!(c, '起' | '开' | '，' | ',');
    if !goes_on(head(rest)) {
        return terminated(|i| Ok((i, (first, None))), ends_alone(first)).parse(rest);
    }
    let parted = Parted::by(&i[..i.len() - rest.len()]);
    let from = alt((tag("起施行"), tag("起执行"), tag("起实施"), tag("起"), tag("开始")));
    let joint = (opt(from), opt(one_of("，,")), to);
    match preceded(joint, |i| end(i, first, parted)).parse(rest) {
        Ok((rest, last)) => Ok((rest, (first, Some(last)))),
        Err(_) => terminated(|i| Ok((i, (first, None))), ends_alone(first)).parse(rest),
    }
}

/// `15日至20日`, `15—20日`, `6日8：00—2022年6月15日17:30`: the beginning leaves out its month.
fn short_span(i: &str) -> Parsed<'_, (Point, Option<Point>)> {
    let (rest, first) = day_in_month(i)?;
    if !first.is_moment() {
        return Ok((rest, (first, None)));
    }
    let with_day = verify(|i| end(i, first, None), |last: &Point| last.period.is_some());
    preceded((opt(tag("起")), to), with_day).map(|last| (first, Some(last))).parse(rest)
}

/// What may not follow a time that stands alone: 2021年版, 次年 without more.
fn ends_alone<'i>(point: Point) -> impl Fn(&'i str) -> Parsed<'i, ()> {
    move |i| {
        let Some(period) = point.period else { return Ok((i, ())) };
        let anaphoric = matches!(period.year, Some(Year::FromThen(_)));
        match period {
            Period { unit: Unit::Year, edge: Edge::Whole, .. } if anaphoric => Err(nom::Err::Error(())),
            Period { unit: Unit::Months(Month::FromThen(_) | Month::FromNow(-1), _), edge: Edge::Whole, .. } => Err(nom::Err::Error(())),
            Period { unit: Unit::Year, edge: Edge::Whole, .. } => {
                (unless(|c| matches!(c, '版' | '级' | '款' | '龄' | '份' | '薪' | '均')), not(serial)).map(|_| ()).parse(i)
            }
            Period { unit: Unit::Months(..), edge: Edge::Whole, .. } => {
                unless(|c| matches!(c, '饼' | '球' | '薪' | '租' | '票' | '均' | '嫂'))(i)
            }
            _ => Ok((i, ())),
        }
    }
}

/// `223号`, `第5号` after a year: the number of a document.
fn serial(i: &str) -> Parsed<'_, ()> {
    let (rest, _) = (blanks, opt(sign(|c| c == '第'))).parse(i)?;
    match few_figures(rest, 5) {
        (_, 1.., rest) => value((), (blanks, sign(|c| c == '号'))).parse(rest),
        _ => none(),
    }
}

/// A period with what it says of its day: `4月20日（星期三）上午9:00`, `11月22日（星期一）下班`, `即日`.
fn point(i: &str) -> Parsed<'_, Point> {
    let (rest, period) = if matches!(head(i), '即' | '现') { today(i) } else { period::parse(i) }?;
    let (rest, period) = dated(rest, period).unwrap_or((rest, period));
    if period.is_day() { of_day(period).parse(rest) } else { Ok((rest, Point { period: Some(period), clock: None })) }
}

/// `（4月1日）` behind 本周五: the day that is meant.
fn dated(i: &str, period: Period) -> Option<(&str, Period)> {
    let day = delimited(sign(|c| matches!(c, '（' | '(')), verify(period::parse, Period::is_day), sign(|c| matches!(c, '）' | ')')));
    let named = matches!(period.unit, Unit::Week(_, Some(_)) | Unit::Festival(_));
    if named { { day }.parse(i).ok() } else { None }
}

/// `25日` where the month was said before.
fn day_in_month(i: &str) -> Parsed<'_, Point> {
    let (rest, period) = period::bare_day(i)?;
    of_day(period).parse(rest)
}

/// `即日`, `现在`: the day of the document.
fn today(i: &str) -> Parsed<'_, Period> {
    let words = alt((tag("即日"), tag("现在")));
    value(Period { year: None, unit: Unit::Today, edge: Edge::Whole }, words).parse(i)
}

/// What may follow a day: its weekday in brackets, a time of day.
fn of_day<'i>(period: Period) -> impl Fn(&'i str) -> Parsed<'i, Point> {
    move |i| {
        // most days are followed by nothing of the kind
        if goes_on(head(blanks(i)?.0)) { said_of_day(period).parse(i) } else { Ok((i, Point { period: Some(period), clock: None })) }
    }
}

/// Whether what follows a day may belong to it; says yes too often, never no.
fn goes_on(c: char) -> bool {
    matches!(c, '（' | '(' | '星' | '礼' | '周' | '当' | '全' | 'T' | '的') || clock::begins(c)
}

/// The weekday and the hour behind a day.
fn said_of_day<'i>(period: Period) -> impl Parser<&'i str, Output = Point, Error = ()> {
    let remark = (opt(side::itself), opt(preceded(blanks, alt((weekday::remark, recognize(weekday::parse))))));
    // 4月29日的14:00
    let time = preceded((blanks, opt(one_of("T的"))), clock::parse);
    let vague = (opt(clock::half), opt(office_hours));
    (remark, alt((time.map(Some), vague.map(|_| None)))).map(move |(_, clock)| Point { period: Some(period), clock })
}

/// `下班` before 前.
fn office_hours(i: &str) -> Parsed<'_, &str> {
    terminated(alt((tag("下班"), tag("上班"))), peek(one_of("前之"))).parse(i)
}

/// The end of a range; what it leaves out is that of its beginning.
fn end(i: &str, first: Point, parted: Option<Parted>) -> Parsed<'_, Point> {
    let short = |i| match parted {
        Some(parted) => parted.end(i),
        None => none(),
    };
    let hour = |i| match first.clock {
        Some(first) => alt((next_day, clock::parse.map(|clock| Point { period: None, clock: Some(clock.ending(first)) }))).parse(i),
        None => Err(nom::Err::Error(())),
    };
    let same_month = |i| period::in_same_month(i).and_then(|(rest, period)| of_day(period).parse(rest));
    alt((short, point, same_month, hour)).parse(i)
}

/// `次日6:00` at the end of `22:00—次日6:00`.
fn next_day(i: &str) -> Parsed<'_, Point> {
    let period = Period { year: None, unit: Unit::NextDay, edge: Edge::Whole };
    preceded(clock::next_day, clock::parse).map(|clock| Point { period: Some(period), clock: Some(clock) }).parse(i)
}

/// The mark between the numbers of a date that says no 年, 月 and 日.
#[derive(Clone, Copy)]
enum Parted {
    Dots,
    Slashes,
}

impl Parted {
    /// The mark of the date `text`.
    fn by(text: &str) -> Option<Self> {
        match text {
            _ if text.contains(['.', '．']) => Some(Self::Dots),
            _ if text.contains(['/', '／']) => Some(Self::Slashes),
            _ => None,
        }
    }

    /// `4.1` at the end of `2022.3.21-4.1`, `25` at the end of `2022/3/21-25`.
    fn end(self, i: &str) -> Parsed<'_, Point> {
        let mark = |i| match self {
            Self::Dots => one_of(".．").parse(i),
            Self::Slashes => one_of("/／").parse(i),
        };
        let day = |i| verify(small_figures, |n| (1..=31).contains(n)).parse(i);
        let month = terminated(verify(small_figures, |n| (1..=12).contains(n)), mark);
        let (rest, (month, day)) = (opt(month), day).parse(i)?;
        let (rest, _) = not(alt((mark, one_of(":：年月日时点")))).parse(rest)?;
        let month = month.map_or(Month::Unsaid, Month::Written);
        Ok((rest, Point { period: Some(Period { year: None, unit: Unit::Days(month, day, day), edge: Edge::Whole }), clock: None }))
    }
}

/// A time of day without a day: `上午9:00`, `9:00-11:30`, `17:30前`.
fn time_of_day(i: &str) -> Parsed<'_, When> {
    let point = |clock| Point { period: None, clock: Some(clock) };
    let (rest, first) = clock::parse(i)?;
    if let (rest, ()) = blanks(rest)?
        && period::joins(head(rest))
        && let Ok((rest, (first, last))) = recurrence::hours(i)
    {
        return Ok((rest, when(point(first), Some(point(last)), None, false)));
    }
    match side::behind(rest) {
        Ok((rest, Side::Until)) => Ok((rest, when(point(first), None, Some(Side::Until), false))),
        _ if clock::half(i).is_ok() => Ok((rest, when(point(first), None, None, false))),
        _ => none(),
    }
}

/// `25日前` after 于.
fn day_alone(i: &str) -> Parsed<'_, When> {
    (day_in_month, side::behind).map(|(point, bound)| when(point, None, Some(bound), false)).parse(i)
}

/// `15日上午` where the month was said before.
fn day_with_half(i: &str) -> Parsed<'_, When> {
    let (rest, _) = period::bare_day(i)?;
    peek(clock::half).parse(rest)?;
    day_in_month.map(|point| when(point, None, None, false)).parse(i)
}

/// `月底前`, `年内`: the edge of what was last spoken of.
fn edge_alone(i: &str) -> Parsed<'_, When> {
    let (rest, period) = period::bare_edge(i)?;
    let (rest, bound) = opt(side::behind).parse(rest)?;
    Ok((rest, when(Point { period: Some(period), clock: None }, None, bound, false)))
}

/// `每月底前`.
fn recurring(i: &str) -> Parsed<'_, When> {
    recurrence::parse.map(|value| When { kind: Kind::Recurring, value: Value::Recurrence(value) }).parse(i)
}
