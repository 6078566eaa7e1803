//! Named days from which times are told: `“五一”`, `国庆节`, `元旦`, `春节`.
//!
//! Days of the lunar calendar and 清明 are known by name only: no rule short of an almanac gives their date, so
//! 春节前 is a time without a day. A name is read only where a word of time follows (前, 后, 期间, 当天), so that
//! “五一”劳动奖章 or “十一”黄金周活动方案 is none.

use nom::{Parser, combinator::peek, sequence::terminated};

use super::{Parsed, keyword};

/// A named day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Festival {
    /// A day of the solar calendar: month and day.
    Fixed(i8, i8),
    /// A day that moves.
    Movable,
}

/// A named day at the head of `i`, before a word of time.
pub(super) fn parse(i: &str) -> Parsed<'_, Festival> {
    terminated(name, peek(word_of_time)).parse(i)
}

/// The name alone.
pub(super) fn name(i: &str) -> Parsed<'_, Festival> {
    use Festival::{Fixed, Movable};
    keyword(&[
        ("元旦春节", Movable),
        ("元旦、春节", Movable),
        ("元旦节", Fixed(1, 1)),
        ("元旦", Fixed(1, 1)),
        ("春节", Movable),
        ("元宵节", Movable),
        ("清明节", Movable),
        ("清明", Movable),
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
        ("端午节", Movable),
        ("端午", Movable),
        ("中秋节", Movable),
        ("中秋", Movable),
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
