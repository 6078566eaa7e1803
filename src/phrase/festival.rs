//! Named days from which times are told: `“五一”`, `国庆节`, `元旦`, `春节`.
//!
//! Days of the lunar calendar and 清明 come from a table (`almanac`). A name is read only where a word of time follows
//! (前, 后, 期间, 当天), so that “五一”劳动奖章 or “十一”黄金周活动方案 is none.

mod almanac;

use jiff::civil::Date;
use nom::{Parser, combinator::peek, sequence::terminated};

use super::{Parsed, head, keyword, none};

/// A named day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Festival {
    /// A day of the solar calendar: month and day.
    Fixed(i8, i8),
    /// A day that moves.
    Movable(Movable),
}

/// Days of the lunar calendar, and 清明.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movable {
    /// 除夕.
    Eve,
    /// 春节.
    Spring,
    /// 元宵节.
    Lantern,
    /// 清明节.
    Qingming,
    /// 端午节.
    DragonBoat,
    /// 中秋节.
    MidAutumn,
    /// 重阳节.
    DoubleNinth,
}

impl Festival {
    /// Its day in `year`; days that move are known from 1949 to 2100.
    ///
    /// ```
    /// use gongwen::phrase::festival::{Festival, Movable};
    /// assert_eq!(Festival::Movable(Movable::Spring).day(2024), Some(jiff::civil::date(2024, 2, 10)));
    /// ```
    pub fn day(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Movable(festival) => almanac::day(festival, year),
        }
    }
}

/// A named day at the head of `i`, before a word of time.
///
/// ```
/// use gongwen::phrase::festival;
/// let (rest, festival) = festival::parse("中秋节前").unwrap();
/// assert_eq!((rest, festival.day(2022)), ("前", Some(jiff::civil::date(2022, 9, 10))));
/// assert!(festival::parse("“五一”劳动奖章").is_err());
/// ```
///
/// # Errors
/// Where `i` does not begin with one.
pub fn parse(i: &str) -> Parsed<'_, Festival> {
    match head(i) {
        '元' | '春' | '除' | '清' | '“' | '五' | '国' | '劳' | '六' | '教' | '端' | '中' | '重' => {
            terminated(name, peek(word_of_time)).parse(i)
        }
        _ => none(),
    }
}

/// The name alone.
pub(super) fn name(i: &str) -> Parsed<'_, Festival> {
    use Festival::Fixed;
    const SPRING: Festival = Festival::Movable(Movable::Spring);
    const QINGMING: Festival = Festival::Movable(Movable::Qingming);
    const DRAGON_BOAT: Festival = Festival::Movable(Movable::DragonBoat);
    const MID_AUTUMN: Festival = Festival::Movable(Movable::MidAutumn);
    keyword(&[
        ("元旦春节", SPRING),
        ("元旦、春节", SPRING),
        ("元旦节", Fixed(1, 1)),
        ("元旦", Fixed(1, 1)),
        ("春节", SPRING),
        ("除夕", Festival::Movable(Movable::Eve)),
        ("元宵节", Festival::Movable(Movable::Lantern)),
        ("清明节", QINGMING),
        ("清明", QINGMING),
        ("“五一”国际劳动节", Fixed(5, 1)),
        ("“五一”劳动节", Fixed(5, 1)),
        ("“五一”节", Fixed(5, 1)),
        ("“五一”", Fixed(5, 1)),
        ("五一劳动节", Fixed(5, 1)),
        ("五一", Fixed(5, 1)),
        ("国际劳动节", Fixed(5, 1)),
        ("劳动节", Fixed(5, 1)),
        ("“三八”", Fixed(3, 8)),
        ("“六一”", Fixed(6, 1)),
        ("六一儿童节", Fixed(6, 1)),
        ("“七一”", Fixed(7, 1)),
        ("“八一”", Fixed(8, 1)),
        ("教师节", Fixed(9, 10)),
        ("端午节", DRAGON_BOAT),
        ("端午", DRAGON_BOAT),
        ("中秋节", MID_AUTUMN),
        ("中秋", MID_AUTUMN),
        ("重阳节", Festival::Movable(Movable::DoubleNinth)),
        ("“十一”国庆节", Fixed(10, 1)),
        ("“十一”", Fixed(10, 1)),
        ("国庆节", Fixed(10, 1)),
        ("国庆", Fixed(10, 1)),
    ])(i)
}

/// What makes a festival a time.
fn word_of_time(i: &str) -> Parsed<'_, ()> {
    keyword(&[
        ("前", ()),
        ("之前", ()),
        ("以前", ()),
        ("后", ()),
        ("之后", ()),
        ("以后", ()),
        ("期间", ()),
        ("当天", ()),
        ("当日", ()),
        ("起", ()),
    ])(i)
}
