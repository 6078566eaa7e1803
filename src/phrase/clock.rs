//! A time of day: `9:00`, `上午9时30分`, `下午3点半`, `24时`, `17：30：00`.
//!
//! Words of the half day turn a twelve-hour figure: 下午3点 is 15:00, 下午13:30 stays. 24:00 is the end of its
//! day (ISO 8601-1:2019/Amd 1), so that a deadline stays on the day that names it. Not read: a bare number, a
//! ratio (1：3: minutes have two figures), vague times (早些时候).

use std::{fmt, str::FromStr};

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{not, opt, peek, value, verify},
    sequence::{delimited, preceded, terminated},
};

use super::{
    Parsed,
    date::{blanks, small},
    head, keyword, none,
    numeral::{begins_number, few_figures, figure},
    sign,
};
use crate::error::Malformed;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// 0 to 24.
    pub hour: i8,
    /// 0 to 59; 0 at 24.
    pub minute: i8,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl FromStr for Clock {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let part = |part: &str| part.parse().ok().filter(|_| part.len() == 2);
        let clock = text.split_once(':').and_then(|(hour, minute)| Some(Self { hour: part(hour)?, minute: part(minute)? }));
        let is_time = |clock: &Self| matches!((clock.hour, clock.minute), (0..=23, 0..=59) | (24, 0));
        clock.filter(is_time).ok_or_else(|| Malformed::new("time of day", text))
    }
}

impl Clock {
    /// This time as the end of a range that begins with `first`: 下午2:00-6:00 ends at 18:00.
    pub(super) fn ending(self, first: Self) -> Self {
        let same_half = self < first && first.hour >= 12 && self.hour < 12;
        if same_half { Self { hour: self.hour + 12, ..self } } else { self }
    }
}

/// The half of the day in which an hour is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// 上午.
    Morning,
    /// 中午: 12 or just after.
    Noon,
    /// 下午.
    Afternoon,
    /// 晚上, the twelfth hour of which ends the day.
    Night,
}

/// A time of day at the head of `i`.
///
/// ```
/// use gongwen::phrase::clock;
/// assert_eq!(clock::parse("下午3点半前").unwrap().1.to_string(), "15:30");
/// assert_eq!(clock::parse("24时").unwrap().1.to_string(), "24:00");
/// assert!(clock::parse("1：3").is_err());
/// ```
pub fn parse(i: &str) -> Parsed<'_, Clock> {
    let (rest, half) = terminated(opt(half), blanks).parse(i)?;
    let (behind, hour) = verify(small, |h| (0..=24).contains(h)).parse(rest)?;
    let (rest, minute) = match head(behind) {
        ':' | '：' => digital(behind),
        '时' | '点' => spoken(behind),
        _ => none(),
    }?;
    let rest = zone(rest).map_or(rest, |(rest, _)| rest);
    turned(half, hour, minute).map(|clock| (rest, clock)).ok_or(nom::Err::Error(()))
}

/// `（北京时间）` between an hour and the word that bounds it.
fn zone(i: &str) -> Parsed<'_, &str> {
    if !matches!(head(i), '（' | '(') {
        return none();
    }
    terminated(delimited(one_of("（("), tag("北京时间"), one_of("）)")), peek(one_of("前止之以"))).parse(i)
}

/// Whether a time of day may begin with `c`; says yes too often, never no.
pub(super) fn begins(c: char) -> bool {
    begins_number(c) || begins_half(c)
}

/// Whether the word of a half day may begin with `c`.
const fn begins_half(c: char) -> bool {
    matches!(c, '凌' | '清' | '早' | '上' | '中' | '下' | '傍' | '晚')
}

/// `次日`: the day after the one on which a range began.
pub(super) fn next_day(i: &str) -> Parsed<'_, ()> {
    keyword(&[("次日", ()), ("翌日", ()), ("第二天", ())])(i)
}

/// `上午`.
pub(super) fn half(i: &str) -> Parsed<'_, Half> {
    if !begins_half(head(i)) {
        return none();
    }
    keyword(&[
        ("凌晨", Half::Morning),
        ("清晨", Half::Morning),
        ("早上", Half::Morning),
        ("早晨", Half::Morning),
        ("上午", Half::Morning),
        ("中午", Half::Noon),
        ("下午", Half::Afternoon),
        ("傍晚", Half::Afternoon),
        ("晚上", Half::Night),
        ("晚间", Half::Night),
        ("早", Half::Morning),
        ("晚", Half::Night),
    ])(i)
}

/// The clock that `hour` and `minute` mean in `half`.
fn turned(half: Option<Half>, hour: i8, minute: i8) -> Option<Clock> {
    let later = match half {
        Some(Half::Afternoon) => hour < 12,
        Some(Half::Night) => hour < 12 || (hour == 12 && minute == 0),
        Some(Half::Noon) => hour < 3,
        _ => false,
    };
    let hour = if later { hour + 12 } else { hour };
    (hour < 24 || (hour == 24 && minute == 0)).then_some(Clock { hour, minute })
}

/// `:00` behind the hour, `：30：00`: the minutes.
fn digital(i: &str) -> Parsed<'_, i8> {
    let colon = || sign(|c| matches!(c, ':' | '：'));
    // 14:30时 says it twice
    let hour = terminated(tag("时"), not(one_of("间期段代差点以")));
    // 8:30点前, 8:30分开始
    let said = opt(alt((hour, terminated(alt((tag("点"), tag("分"))), not(one_of("钟之别为类组击位名评"))))));
    terminated(preceded(colon(), two_figures), (opt(preceded(colon(), two_figures)), said)).parse(i)
}

/// `30` after a colon.
fn two_figures(i: &str) -> Parsed<'_, i8> {
    match few_figures(i, 3) {
        (minute @ 0..60, 2, rest) => Ok((rest, minute as i8)),
        _ => none(),
    }
}

/// `时30分` behind the hour, `点半`, `点整`, `时`: the minutes.
fn spoken(i: &str) -> Parsed<'_, i8> {
    let oclock = terminated(one_of("时点"), not(one_of("间期段代差点以")));
    let quarters = keyword(&[("整", 0), ("钟", 0), ("半", 30), ("一刻", 15), ("三刻", 45)]);
    let seconds = opt((small, tag("秒")));
    let minutes = terminated(verify(small, |m| (0..60).contains(m)), alt((value((), (blanks, tag("分"), seconds)), not_figure_nor_unit)));
    preceded((oclock, blanks), opt(alt((quarters, minutes)))).map(Option::unwrap_or_default).parse(i)
}

/// After minutes without 分 nothing may follow that counts or names something else.
fn not_figure_nor_unit(i: &str) -> Parsed<'_, ()> {
    not(verify(nom::character::complete::anychar, |c| {
        figure(*c).is_some() || matches!(c, '个' | '名' | '人' | '项' | '年' | '月' | '日' | '%' | '律' | '同' | '并')
    }))
    .parse(i)
}
