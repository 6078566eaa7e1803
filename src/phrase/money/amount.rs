//! The grammar of one amount: sign or name before it, number, unit, 角 and 分, 整.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while, take_while_m_n},
    character::complete::{anychar, one_of, satisfy},
    combinator::{map_opt, not, opt, peek, recognize, verify},
    multi::many1_count,
    sequence::{delimited, preceded, terminated},
};
use rust_decimal::Decimal;

use super::currency;
use crate::{
    lexicon::short,
    phrase::{Parsed, head, none, numeral},
};

/// A number with its currency.
pub(super) struct Amount {
    /// In whole units.
    pub(super) value: Decimal,
    /// ISO 4217.
    pub(super) currency: currency::Currency,
    /// 3000余万元.
    pub(super) vague: bool,
}

/// An amount, the words around it left aside.
pub(super) fn amount(i: &str) -> Parsed<'_, Amount> {
    // no sign or name of a currency begins like a number
    if i.starts_with(|c| numeral::is_numeral(c) || is_minus(c)) { suffixed(i) } else { alt((prefixed, suffixed)).parse(i) }
}

/// 人民币5万元, ￥3,500.00, 美元500万: the sign says the currency, and a unit may follow.
pub(super) fn prefixed(i: &str) -> Parsed<'_, Amount> {
    let (rest, code) = currency::by_sign(i).ok_or(nom::Err::Error(()))?;
    let rest = rest.trim_start_matches([' ', '\u{a0}', '：', ':']);
    let (bare, (value, vague)) = count(rest)?;
    let (rest, value) = match suffixed(rest) {
        Ok((rest, amount)) => (rest, amount.value),
        Err(_) => (bare, value),
    };
    Ok((rest, Amount { value, currency: code, vague }))
}

/// 5万元, 12元5角, 2分钱, 15.00（万元）.
fn suffixed(i: &str) -> Parsed<'_, Amount> {
    let (rest, ((value, vague), _, (value_unit, exponent))) = (count, blanks, alt((unit, bracketed_unit))).parse(i)?;
    let spoken = rest.len() + value_unit.name.len() + 3 == i.len() && i.starts_with(|c| numeral::digit(c).is_some());
    if value_unit.name == "元" && !is_money(rest, spoken) || value_unit.name == "角" && !is_jiao(i, rest) {
        return Err(nom::Err::Error(()));
    }
    let value = numeral::scaled(value, exponent).ok_or(nom::Err::Error(()))?;
    let (rest, value) = match minor(rest) {
        _ if value_unit.parts > 1 => (rest, value / Decimal::from(value_unit.parts)),
        Ok((rest, minor)) => (rest, value + minor),
        Err(_) => (rest, value),
    };
    Ok((whole(rest).unwrap_or(rest), Amount { value, currency: value_unit.code, vague }))
}

/// A number with its place words, and whether it is only about so much (3000余万, 十多万).
fn count(i: &str) -> Parsed<'_, (Decimal, bool)> {
    let unsigned = i.strip_prefix(is_minus).filter(|rest| rest.starts_with(numeral::is_numeral));
    let (i, negative) = (unsigned.unwrap_or(i), unsigned.is_some());
    let (rest, value) = blank_thousands(i).or_else(|_| numeral::decimal(i))?;
    let (rest, value, vague) = match rest.trim_start().strip_prefix(['余', '多', '来']) {
        Some(more) => {
            let (more, exponent) = numeral::scale(more.trim_start()).ok_or(nom::Err::Error(()))?;
            (more, numeral::scaled(value, exponent).ok_or(nom::Err::Error(()))?, true)
        }
        // 15 万元: a blank between figure and place word
        None => match rest.strip_prefix(' ').and_then(numeral::scale) {
            Some((more, exponent)) if exponent >= 4 => (more, numeral::scaled(value, exponent).ok_or(nom::Err::Error(()))?, false),
            _ => (rest, value, false),
        },
    };
    Ok((rest, (if negative { -value } else { value }, vague)))
}

/// 2 000, 1 234 567.50
fn blank_thousands(i: &str) -> Parsed<'_, Decimal> {
    let figure = |c: char| c.is_ascii_digit();
    if !i.trim_start_matches(figure).starts_with([' ', '\u{a0}', '\u{202f}']) {
        return none();
    }
    let group = delimited(one_of(" \u{a0}\u{202f}"), take_while_m_n(3, 3, figure), peek(not(satisfy(figure))));
    let whole = recognize((take_while_m_n(1, 3, figure), many1_count(group)));
    let fraction = opt(preceded(tag("."), verify(take_while(figure), |f: &str| !f.is_empty())));
    map_opt((whole, fraction), |(whole, fraction): (&str, Option<&str>)| {
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        format!("{whole}.{}", fraction.unwrap_or("0")).parse().ok()
    })
    .parse(i)
}

fn blanks(i: &str) -> Parsed<'_, &str> {
    take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{3000}')).parse(i)
}

/// The name of a currency.
fn unit(i: &str) -> Parsed<'_, (&'static currency::Unit, u32)> {
    currency::by_name(i).map(|(rest, unit)| (rest, (unit, 0))).ok_or(nom::Err::Error(()))
}

/// （万元） behind a number, as in tables and sums.
fn bracketed_unit(i: &str) -> Parsed<'_, (&'static currency::Unit, u32)> {
    let inside = (numeral_scale, unit).map(|(exponent, (unit, _))| (unit, exponent));
    delimited(one_of("（("), inside, one_of("）)")).parse(i)
}

fn numeral_scale(i: &str) -> Parsed<'_, u32> {
    numeral::scale(i).ok_or(nom::Err::Error(()))
}

/// Whether 元 before `rest` is money: not 元旦, 元素; after one digit in words (`spoken`) not 三元区, 二元结构 either.
fn is_money(rest: &str, spoken: bool) -> bool {
    let other = match head(rest) {
        '旦' | '月' | '素' | '宵' | '件' | '首' | '年' | '谋' | '老' | '朝' => true,
        '器' | '宇' if short::begins_with(rest, &["器件", "宇宙"]) => true,
        c => {
            let goes_on = numeral::is_numeral(c) || "钱人的以左及至到每整正起和或给".contains(c);
            spoken && matches!(c, '\u{4e00}'..='\u{9fff}') && !goes_on
        }
    };
    !other
}

/// 5角 is money, 五角 of a building and 长三角 are not.
fn is_jiao(i: &str, rest: &str) -> bool {
    i.starts_with(|c| numeral::figure(c).is_some())
        && !rest.starts_with(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}') && numeral::digit(c).is_none())
}

/// Whether `c` is the sign of a negative number.
pub(super) const fn is_minus(c: char) -> bool {
    matches!(c, '负' | '-' | '－')
}

/// 5角, 5角3分, 三毛 behind whole 元.
fn minor(i: &str) -> Parsed<'_, Decimal> {
    if !i.starts_with(|c| numeral::figure(c).or_else(|| numeral::digit(c)).is_some()) {
        return none();
    }
    let digit = map_opt(anychar, |c| numeral::figure(c).or_else(|| numeral::digit(c)));
    let digit_fen = map_opt(anychar, |c| numeral::figure(c).or_else(|| numeral::digit(c)));
    let zero = opt(tag("零"));
    let fen = terminated(preceded(zero, digit_fen), tag("分"));
    let jiao = terminated(digit, one_of("角毛"));
    verify((opt(jiao), opt(fen)), |(jiao, fen)| jiao.or(*fen).is_some())
        .map(|(jiao, fen)| Decimal::new(i64::from(jiao.unwrap_or(0) * 10 + fen.unwrap_or(0)), 2))
        .parse(i)
}

/// What stands behind the 整 or 正 that closes an amount: 伍万元整, not 5万元整体.
fn whole(i: &str) -> Option<&str> {
    i.strip_prefix(['整', '正']).filter(|rest| !rest.starts_with(|c| matches!(c, '\u{4e00}'..='\u{9fff}')))
}
