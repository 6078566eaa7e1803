//! The words before and behind a time that say on which side of it something lies: `到…`, `截至…`, `自…起`, `…前`,
//! `…之内`, `…以来`.
//!
//! One-character words are read only where they end the word: not in 前期, 前后, 内容, 起草, 后续.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{not, opt, value},
    sequence::terminated,
};

use super::{Parsed, date::small, head, keyword, none, sign, unless};

/// On which side of a time something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// 前, 截至, 不迟于, 止.
    Until,
    /// 内, 期间.
    Within,
    /// 起, 开始.
    From,
    /// 后, 以来.
    After,
}

/// What makes the time that follows a last moment: `截至`, `不迟于`, `到`.
pub(super) fn until(i: &str) -> Parsed<'_, ()> {
    keyword(&[
        ("截止到", ()),
        ("截止至", ()),
        ("截止于", ()),
        ("截至到", ()),
        ("截至", ()),
        ("截止", ()),
        ("不得迟于", ()),
        ("不得晚于", ()),
        ("不迟于", ()),
        ("不晚于", ()),
        ("最迟不得超过", ()),
        ("最迟不超过", ()),
        ("最迟不晚于", ()),
        ("最迟于", ()),
        ("最晚于", ()),
        ("最迟在", ()),
        ("最晚在", ()),
        ("最迟", ()),
        ("最晚", ()),
        ("至迟于", ()),
        ("至迟", ()),
        ("到", ()),
        ("至", ()),
    ])(i)
}

/// What stands behind a time.
///
/// ```
/// use gongwen::phrase::side::{self, Side};
/// assert_eq!(side::behind("之前完成"), Ok(("完成", Side::Until)));
/// assert_eq!(side::behind("起施行"), Ok(("施行", Side::From)));
/// assert!(side::behind("前期工作").is_err());
/// ```
///
/// # Errors
/// Where `i` does not begin with such a word.
pub fn behind(i: &str) -> Parsed<'_, Side> {
    match head(i) {
        '之' | '以' | '伊' => alt((before, within, from, after)).parse(i),
        '前' | '为' | '止' => before(i),
        '内' | '期' | '时' => within(i),
        '起' | '开' => from(i),
        '后' | '至' => after(i),
        _ => none(),
    }
}

/// `前`, `之前`, `以前`, `止`.
fn before(i: &str) -> Parsed<'_, Side> {
    let long = keyword(&[("之前", ()), ("以前", ()), ("为止", ()), ("前夕", ())]);
    let short = value((), (sign(|c| c == '前'), unless(|c| matches!(c, '后' | '期' | '往' | '来' | '述')), not(counted)));
    let stop = value((), (sign(|c| c == '止'), unless(|c| matches!(c, '损' | '步' | '血' | '痛' | '咳' | '境'))));
    value(Side::Until, alt((long, short, stop))).parse(i)
}

/// `三年` after 前: the first three years, not before.
fn counted(i: &str) -> Parsed<'_, ()> {
    value((), (small, opt(tag("个")), one_of("年月周天季工小"))).parse(i)
}

/// `内`, `之内`, `期间`.
fn within(i: &str) -> Parsed<'_, Side> {
    let long = keyword(&[("之内", ()), ("以内", ()), ("期间内", ()), ("期间", ()), ("时间内", ())]);
    value(Side::Within, alt((long, inside))).parse(i)
}

/// `内` where it ends the word.
pub(super) fn inside(i: &str) -> Parsed<'_, ()> {
    value((), (tag("内"), not(one_of("容部外地需设控蒙涝河陆资存")))).parse(i)
}

/// `起`, `开始`.
pub(super) fn from(i: &str) -> Parsed<'_, Side> {
    let long = keyword(&[("开始", ()), ("起始", ()), ("之日起", ()), ("伊始", ())]);
    let short = value((), (tag("起"), not(one_of("草点诉到步来因码源义飞至降伏"))));
    value(Side::From, alt((terminated(long, not(one_of("至到"))), short))).parse(i)
}

/// `以来`, `后`.
fn after(i: &str) -> Parsed<'_, Side> {
    let long = keyword(&[("以来", ()), ("以后", ()), ("之后", ()), ("至今", ())]);
    let short = value((), (tag("后"), not(one_of("续期备勤台面方半两三四五"))));
    value(Side::After, alt((long, short))).parse(i)
}

/// `当天`, `当日`: the time itself, said again.
pub(super) fn itself(i: &str) -> Parsed<'_, ()> {
    keyword(&[("当天", ()), ("当日", ()), ("全天", ())])(i)
}
