//! A stretch of the calendar as the text names it, complete or not: `2022年`, `2022年底`, `今年上半年`, `第三季度`,
//! `4月份`, `3月中下旬`, `月底`, `1—6月`, `8月1日`, `3月21-25日`, `2022.3.21`, `本周五`, `“十四五”期间`, `“五一”`.
//!
//! What the text leaves out stays out here; [`Period::days`] fills it in from a [`Context`]. A 旬 has its days
//! from the calendar (1-10, 11-20, 21 to the end), 底 and 末 are the last day, 月初 is the first ten days and 年初 the first
//! month. Ranges with two ends (8月1日至15日) are [`when`](super::when)'s.

mod days;

use jiff::civil::Weekday;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map_opt, not, opt, peek, value, verify},
    sequence::{delimited, preceded, terminated},
};

use super::{
    Parsed,
    date::{self, blanks, four_figures, is_blank, small},
    festival::{self, Festival},
    head, keyword,
    month::{self, Month},
    none,
    numeral::{begins_number, few_figures, figure},
    plan::{self, Plan},
    quarter::{self, Quarters},
    side::{self, Side},
    sign, unless, weekday,
    year::{self, Year},
};

pub use days::{Context, Days};

/// A stretch of the calendar with what the text says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The year, where one is said.
    pub year: Option<Year>,
    /// What is named in it.
    pub unit: Unit,
    /// Which side of it.
    pub edge: Edge,
}

/// What a period names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// The whole year.
    Year,
    /// 2020—2022年.
    Years(i16, i16),
    /// 2022.4—2023.3: year and month of both ends.
    MonthsOfYears((i16, i8), (i16, i8)),
    /// 上半年 1, 下半年 2.
    Half(i8),
    /// 第三季度.
    Quarters(Quarters),
    /// From a month to a month.
    Months(Month, Month),
    /// 旬 of a month, 1 to 3, from the first to the last.
    Tens(Month, i8, i8),
    /// Days of a month, from the first to the last.
    Days(Month, i8, i8),
    /// 即日: the day of the document.
    Today,
    /// 次日: the day after the last one said.
    NextDay,
    /// A week counted from the present one, or a day in it.
    Week(i8, Option<Weekday>),
    /// A named day.
    Festival(Festival),
    /// Years of a five-year plan.
    Plan(Plan),
}

/// Which side of a period is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edge {
    /// All of it.
    #[default]
    Whole,
    /// 初.
    Start,
    /// 底, 末.
    End,
}

impl Period {
    /// A period without a year of its own.
    const fn of(unit: Unit) -> Self {
        Self { year: None, unit, edge: Edge::Whole }
    }

    /// Whether it is one day or a part of a day's length.
    pub fn is_day(&self) -> bool {
        match self.unit {
            Unit::Days(_, first, last) => first == last,
            Unit::Week(_, day) => day.is_some(),
            Unit::Festival(_) | Unit::Today | Unit::NextDay => true,
            _ => false,
        }
    }

    /// Whether its year is given in full, so that nothing need be supplied.
    pub fn has_year(&self) -> bool {
        matches!(self.year, Some(Year::Written(_))) || matches!(self.unit, Unit::Years(..) | Unit::Plan(_) | Unit::MonthsOfYears(..))
    }

    /// The month that it lies in, as the text gives it.
    pub fn month(&self) -> Option<Month> {
        match self.unit {
            Unit::Months(month, _) | Unit::Tens(month, ..) | Unit::Days(month, ..) => Some(month),
            _ => None,
        }
    }

    /// Whether it is but the edge of what was last spoken of: 年底, 月底.
    pub fn is_bare_edge(&self) -> bool {
        let unsaid = matches!(self.unit, Unit::Year | Unit::Months(Month::Unsaid, _) | Unit::Quarters(Quarters::Unsaid));
        unsaid && self.year.is_none() && self.edge != Edge::Whole
    }

    /// The month that it says, where it says one by number.
    pub fn written_month(&self) -> Option<i8> {
        match self.unit {
            Unit::Months(_, Month::Written(month)) | Unit::Tens(Month::Written(month), ..) | Unit::Days(Month::Written(month), ..) => {
                Some(month)
            }
            _ => None,
        }
    }
}

/// A period at the head of `i`.
///
/// ```
/// use gongwen::phrase::period::{self, Context};
/// let (rest, period) = period::parse("3月中下旬召开").unwrap();
/// let days = period.days(&Context { year: Some(2022), ..Context::default() }).unwrap();
/// assert_eq!((rest, days.first.to_string(), days.last.to_string()), ("召开", "2022-03-11".to_owned(), "2022-03-31".to_owned()));
/// assert!(days.year_supplied);
/// ```
///
/// # Errors
/// Where `i` does not begin with one.
pub fn parse(i: &str) -> Parsed<'_, Period> {
    // what it begins with says which grammars can read it
    match head(i) {
        '“' | '"' | '「' | '＂' => alt((whole_plan, part_of_year)).parse(i),
        '今' | '明' | '来' | '去' | '同' | '后' => with_year(i),
        '本' | '下' | '上' | '当' | '次' | '翌' | '这' => alt((with_year, part_of_year, this_week)).parse(i),
        c if figure(c).is_some() => {
            let (number, count, rest) = few_figures(i, 5);
            match (count, head(rest)) {
                (4, '年') => match year::in_figures(number, rest) {
                    Some((rest, year)) => in_year(rest, year),
                    None => none(),
                },
                (2, '年') => with_year(i),
                (4, c) if is_blank(c) => alt((years, with_year)).parse(i),
                (4, '.' | '．') => alt((numeric, numeric_months)).parse(i),
                (4, _) => alt((numeric, years)).parse(i),
                (1 | 2, _) => part_of_year(i),
                _ => none(),
            }
        }
        c if begins_number(c) => alt((whole_plan, with_year, part_of_year)).parse(i),
        _ => part_of_year(i),
    }
}

/// A five-year plan as a time.
fn whole_plan(i: &str) -> Parsed<'_, Period> {
    plan::parse.map(|plan| Period { edge: if plan.end { Edge::End } else { Edge::Whole }, ..Period::of(Unit::Plan(plan)) }).parse(i)
}

/// `15日` where the month was said before.
pub(super) fn bare_day(i: &str) -> Parsed<'_, Period> {
    days(i).map(|(rest, (first, last))| (rest, Period::of(Unit::Days(Month::Unsaid, first, last))))
}

/// The end of a range that leaves out the month: `15日`, `月底`, `下旬`.
pub(super) fn in_same_month(i: &str) -> Parsed<'_, Period> {
    alt((
        bare_day,
        tens.map(|(a, b)| Period::of(Unit::Tens(Month::Unsaid, a, b))),
        bare_edge,
        edge.map(|edge| Period { edge, ..Period::of(Unit::Months(Month::Unsaid, Month::Unsaid)) }),
    ))
    .parse(i)
}

/// `月底`, `年末`, `季度末`: the edge of what was last spoken of; `年内`, `月内` all of it.
pub(super) fn bare_edge(i: &str) -> Parsed<'_, Period> {
    let unit = keyword(&[
        ("年", Unit::Year),
        ("月", Unit::Months(Month::Unsaid, Month::Unsaid)),
        ("季度", Unit::Quarters(Quarters::Unsaid)),
        ("季", Unit::Quarters(Quarters::Unsaid)),
    ]);
    let side = alt((edge, value(Edge::Whole, peek((sign(|c| c == '内'), unless(|c| c == '涝'))))));
    (unit, side).map(|(unit, edge)| Period { edge, ..Period::of(unit) }).parse(i)
}

/// `2022.3.21`.
fn numeric(i: &str) -> Parsed<'_, Period> {
    let (rest, day) = date::separated(i)?;
    // 2022.3.21日
    let rest = rest.strip_prefix('日').unwrap_or(rest);
    let unit = Unit::Days(Month::Written(day.1), day.2, day.2);
    Ok((rest, Period { year: Some(Year::Written(day.0)), unit, edge: Edge::Whole }))
}

/// `2022.4—2022.12`, `2022.04-2023.03`: months only where both ends say their year.
fn numeric_months(i: &str) -> Parsed<'_, Period> {
    let month = |i| (four_figures, preceded(one_of(".．"), verify(small, |n| (1..=12).contains(n)))).parse(i);
    let (rest, (first, _, last)) = (month, to, month).parse(i)?;
    let (rest, _) = not(one_of(".．-－/月日万元%")).parse(rest)?;
    let in_order = first < last && first.0 >= 1949;
    if in_order { Ok((rest, Period::of(Unit::MonthsOfYears(first, last)))) } else { Err(nom::Err::Error(())) }
}

/// `2020—2022年`, `2020年—2022年` is two periods.
fn years(i: &str) -> Parsed<'_, Period> {
    let (rest, (first, _, last)) = (four_figures, to, four_figures).parse(i)?;
    let (rest, _) = (blanks, tag("年"), opt(tag("度")), not(tag("学"))).parse(rest)?;
    if first < last { Ok((rest, Period::of(Unit::Years(first, last)))) } else { Err(nom::Err::Error(())) }
}

/// `2022年3月21日`, `今年上半年`, `2022年底`, `2022年“五一”`, `2022年`.
fn with_year(i: &str) -> Parsed<'_, Period> {
    let (rest, year) = year::parse(i)?;
    in_year(rest, year)
}

/// The part of `year` that `i`, which stands behind it, names.
fn in_year(rest: &str, year: Year) -> Parsed<'_, Period> {
    let (within, _) = blanks(rest.strip_prefix('的').unwrap_or(rest))?;
    let part = match head(within) {
        '年' | '底' | '末' | '初' => edge_of_year(within),
        _ => part_of_year(within),
    };
    let (rest, part) = part.unwrap_or((rest, Period::of(Unit::Year)));
    Ok((rest, Period { year: Some(year), ..part }))
}

/// `底`, `年底`, `年` before 内, after a year.
pub(super) fn edge_of_year(i: &str) -> Parsed<'_, Period> {
    let side = alt((preceded(opt(sign(|c| c == '年')), edge), value(Edge::Whole, (sign(|c| c == '年'), peek(sign(|c| c == '内'))))));
    side.map(|edge| Period { edge, ..Period::of(Unit::Year) }).parse(i)
}

/// What is named without a year.
pub(super) fn part_of_year(i: &str) -> Parsed<'_, Period> {
    match head(i) {
        '上' | '下' => alt((half, quarters, in_month)).parse(i),
        '本' => alt((quarters, in_month)).parse(i),
        '当' | '次' | '翌' => in_month(i),
        '第' | '前' | '首' => quarters(i),
        '元' => alt((in_month, festival)).parse(i),
        c if begins_number(c) || is_blank(c) => numbered(i),
        _ => festival(i),
    }
}

/// What begins with a number: the sign behind it says what it counts.
fn numbered(i: &str) -> Parsed<'_, Period> {
    let (rest, number) = small(i)?;
    match head(rest) {
        '月' if (1..=12).contains(&number) => within_month(blanks(&rest['月'.len_utf8()..])?.0, Month::Written(number)),
        '季' => quarters(i),
        '一' => festival(i),
        c if joins(c) || matches!(c, '、' | '和') => alt((quarters, several_months)).parse(i),
        _ => none(),
    }
}

/// `“五一”`.
fn festival(i: &str) -> Parsed<'_, Period> {
    festival::parse.map(|day| Period::of(Unit::Festival(day))).parse(i)
}

/// `上半年`.
fn half(i: &str) -> Parsed<'_, Period> {
    let half = keyword(&[("上半年", 1), ("下半年", 2)]);
    (terminated(half, opt(tag("度"))), opt(edge))
        .map(|(n, edge)| Period { edge: edge.unwrap_or_default(), ..Period::of(Unit::Half(n)) })
        .parse(i)
}

/// `第三季度末`.
fn quarters(i: &str) -> Parsed<'_, Period> {
    (quarter::parse, opt(edge))
        .map(|(quarters, edge)| Period { edge: edge.unwrap_or_default(), ..Period::of(Unit::Quarters(quarters)) })
        .parse(i)
}

/// `1—6月`, `3、4月份`.
fn several_months(i: &str) -> Parsed<'_, Period> {
    let number = |i| verify(small, |n| (1..=12).contains(n)).parse(i);
    let joint = alt((to.map(|_| false), consecutive.map(|_| true)));
    let list = terminated((number, joint, number), (tag("月"), opt(tag("份"))));
    map_opt((list, opt(edge)), |((first, joined, last), edge)| {
        let unit = Unit::Months(Month::Written(first), Month::Written(last));
        (first < last && (!joined || last == first + 1)).then(|| Period { edge: edge.unwrap_or_default(), ..Period::of(unit) })
    })
    .parse(i)
}

/// `3月21日`, `3月中旬`, `3月底`, `3月份`.
fn in_month(i: &str) -> Parsed<'_, Period> {
    let (rest, month) = month::parse(i)?;
    within_month(rest, month)
}

/// The part of `month` that `i`, which stands behind it, names.
fn within_month(i: &str, month: Month) -> Parsed<'_, Period> {
    let rest = i.strip_prefix('份').map_or(i, |rest| rest.strip_prefix('的').unwrap_or(rest));
    let part = match head(rest) {
        '上' | '中' | '下' => tens(rest).map(|(rest, (a, b))| (rest, (Unit::Tens(month, a, b), Edge::Whole))),
        '月' | '底' | '末' | '初' => {
            preceded(opt(sign(|c| c == '月')), edge).map(|edge| (Unit::Months(month, month), edge)).parse(rest)
        }
        _ => days(rest).map(|(rest, (a, b))| (rest, (Unit::Days(month, a, b), Edge::Whole))),
    };
    let (rest, (unit, edge)) = part.unwrap_or((rest, (Unit::Months(month, month), Edge::Whole)));
    Ok((rest, Period { edge, ..Period::of(unit) }))
}

/// `中下旬`.
pub(super) fn tens(i: &str) -> Parsed<'_, (i8, i8)> {
    keyword(&[
        ("上旬", (1, 1)),
        ("中旬", (2, 2)),
        ("下旬", (3, 3)),
        ("上中旬", (1, 2)),
        ("上、中旬", (1, 2)),
        ("中上旬", (1, 2)),
        ("中下旬", (2, 3)),
        ("中、下旬", (2, 3)),
    ])(i)
}

/// `21日`, `21-25日`, `21、22日`, `21、22、23日`, `21日（星期六）、22日（星期日）`; 日 may be left out before 前.
fn days(i: &str) -> Parsed<'_, (i8, i8)> {
    let (rest, a) = verify(small, |n| (1..=31).contains(n)).parse(i)?;
    match head(rest) {
        '日' | '号' => Ok(more_days(&rest['日'.len_utf8()..], a)).map(|(rest, b)| (rest, (a, b))),
        '、' | '和' => {
            let (mut rest, mut last) = (rest, a);
            // no unit stands but behind the last
            while let Ok((behind, day)) = preceded(consecutive, small).parse(rest)
                && day == last + 1
                && matches!(head(behind), '、' | '和')
            {
                (rest, last) = (behind, day);
            }
            let (rest, b) = verify(preceded(consecutive, date::day), |b| *b == last + 1).parse(rest)?;
            Ok(more_days(rest, b)).map(|(rest, b)| (rest, (a, b)))
        }
        '前' | '之' | '以' => verify(peek(side::behind), |side| *side == Side::Until).map(|_| (a, a)).parse(rest),
        c if joins(c) => verify(preceded(to, date::day), |b| a < *b).map(|b| (a, b)).parse(rest),
        _ => none(),
    }
}

/// The last of the days that follow one another behind `last`: `、22日（星期日）、23日`.
fn more_days(i: &str, last: i8) -> (&str, i8) {
    let (mut rest, mut last) = (i, last);
    while matches!(head(rest), '、' | '和' | '（' | '(' | ' ') {
        let behind = weekday::remark(rest).map_or(rest, |(rest, _)| rest);
        match preceded(consecutive, date::day).parse(behind) {
            Ok((behind, day)) if day == last + 1 => (rest, last) = (behind, day),
            _ => return (rest, last),
        }
        rest = weekday::remark(rest).map_or(rest, |(rest, _)| rest);
    }
    (rest, last)
}

/// `本周五`, `下周`.
fn this_week(i: &str) -> Parsed<'_, Period> {
    let weeks = keyword(&[("本", 0), ("这", 0), ("下", 1), ("上", -1)]);
    terminated((terminated(weeks, weekday::week), opt(weekday::name)), not(one_of("期年末边围")))
        .map(|(weeks, day)| Period::of(Unit::Week(weeks, day)))
        .parse(i)
}

/// `底`, `末`, `初`, where it ends the word.
pub(super) fn edge(i: &str) -> Parsed<'_, Edge> {
    let (rest, sign) = sign(|c| matches!(c, '底' | '末' | '初')).parse(i)?;
    let (edge, compounds) = match sign {
        '底' => (Edge::End, "线数层部价册图"),
        '末' => (Edge::End, "端梢尾级"),
        _ => (Edge::Start, "步审中级次评稿选筛定核心衷赛验诊"),
    };
    if rest.starts_with(|c| compounds.contains(c)) { none() } else { Ok((rest, edge)) }
}

/// Whether `c` may stand between the two ends of a range.
pub(super) const fn joins(c: char) -> bool {
    matches!(c, '至' | '到' | '—' | '―' | '─' | '－' | '-' | '–' | '~' | '～' | '〜')
}

/// What stands between the two ends of a range.
pub(super) fn to(i: &str) -> Parsed<'_, ()> {
    let mark = keyword(&[
        ("至", ()),
        ("到", ()),
        ("———", ()),
        ("——", ()),
        ("――", ()),
        ("―", ()),
        ("──", ()),
        ("—", ()),
        ("－", ()),
        ("---", ()),
        ("--", ()),
        ("-", ()),
        ("–", ()),
        ("─", ()),
        ("~", ()),
        ("～", ()),
        ("〜", ()),
    ]);
    let (rest, ()) = blanks(i)?;
    if joins(head(rest)) { terminated(mark, blanks).parse(rest) } else { none() }
}

/// What stands between neighbours in a list.
pub(super) fn consecutive(i: &str) -> Parsed<'_, ()> {
    delimited(blanks, value((), sign(|c| matches!(c, '、' | '和'))), blanks).parse(i)
}
