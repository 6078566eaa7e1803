//! Numbers in figures and in words: `1,234.5`, `３００`, `一百二十三`, `二〇二二`, `伍万`, `1亿2000万`, `3.5万`, `一点五亿`.
//!
//! Place values are checked as they are read, so that `一二三百` or `3万5亿` never become a number. Vague numbers
//! (数十, 几百, 十余) are not read.

mod words;

pub use words::{to_words, words};

use nom::{
    Parser,
    branch::alt,
    bytes::complete::take_while1,
    combinator::{map_opt, verify},
    sequence::terminated,
};
use rust_decimal::Decimal;

use super::{Parsed, none, unless};

/// The figure at the head of `text`, half- or full-width, and its length.
#[inline]
const fn figure_at(text: &[u8]) -> Option<(u32, usize)> {
    match *text {
        [figure @ b'0'..=b'9', ..] => Some(((figure - b'0') as u32, 1)),
        [0xef, 0xbc, figure @ 0x90..=0x99, ..] => Some(((figure - 0x90) as u32, 3)),
        _ => None,
    }
}

/// Whether a figure stands at the head of `i`.
#[inline]
pub(super) const fn starts_with_figure(i: &str) -> bool {
    figure_at(i.as_bytes()).is_some()
}

/// At most nine figures at the head of `i`: what they say, how many they are, and what stands behind them.
#[inline]
pub(super) fn few_figures(i: &str, most: usize) -> (u32, usize, &str) {
    let (mut value, mut count, mut at) = (0, 0, 0);
    while count < most
        && let Some((figure, length)) = figure_at(&i.as_bytes()[at..])
    {
        (value, count, at) = (value * 10 + figure, count + 1, at + length);
    }
    (value, count, &i[at..])
}

/// The run of figures at the head of `i`: its value, where it has at most nineteen, how many there are, and the rest.
#[inline]
fn run_of_figures(i: &str) -> (u64, usize, &str) {
    let (mut value, mut count, mut at) = (0u64, 0, 0);
    while let Some((figure, length)) = figure_at(&i.as_bytes()[at..]) {
        (value, count, at) = (value.wrapping_mul(10).wrapping_add(figure.into()), count + 1, at + length);
    }
    (value, count, &i[at..])
}

/// Whether `c` is a figure, half- or full-width.
#[inline]
pub const fn is_figure(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// The value of a figure, half- or full-width.
#[inline]
pub fn figure(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of a Chinese digit, plain or financial.
pub fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' | '０' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '貳' | '两' | '兩' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Whether `text` is one Chinese digit and no more.
pub(super) fn digit_alone(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| digit(c).is_some()) && chars.next().is_none()
}

/// Whether a number may begin with `c`: a figure, a digit, or tens in words.
#[inline]
pub(super) fn begins_number(c: char) -> bool {
    figure(c).is_some() || (!c.is_ascii() && (matches!(c, '十' | '拾' | '廿' | '卅') || digit(c).is_some()))
}

/// The exponent of a place word under 万.
fn place(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// The exponent of a group word.
fn group(c: char) -> Option<u32> {
    Some(match c {
        '万' | '萬' => 4,
        '亿' | '億' => 8,
        _ => return None,
    })
}

/// Whether `c` may stand in a number: a figure, a digit, a place word or a group word.
pub fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | '０'..='９' | '〇' | '○' | '零' | '一' | '壹' | '二' | '贰' | '貳' | '两' | '兩' | '三' | '叁' | '參' | '四' | '肆' | '五' | '伍'
            | '六' | '陆' | '陸' | '七' | '柒' | '八' | '捌' | '九' | '玖' | '十' | '拾' | '百' | '佰' | '千' | '仟' | '万' | '萬' | '亿' | '億'
    )
}

/// Whether `c` is a numeral as amounts are written out in: 壹, 拾.
pub(crate) fn is_capital(c: char) -> bool {
    const PLAIN: &str = "〇○零一二两兩三四五六七八九十百千万萬亿億";
    is_numeral(c) && figure(c).is_none() && !PLAIN.contains(c)
}

/// A number in words ends where no numeral follows: 一二三百 is not 一.
fn ends(rest: &str) -> bool {
    !rest.starts_with(|c| figure(c).is_none() && is_numeral(c))
}

/// Figures without sign, separator or fraction: `2022`, `０３`. At most 18 of them.
pub fn figures(i: &str) -> Parsed<'_, u64> {
    let (value, count, rest) = run_of_figures(i);
    if (1..=18).contains(&count) { Ok((rest, value)) } else { none() }
}

/// Chinese digits one after another, at least two: `二〇二二` is 2022. A place word behind them (二三十) spoils it,
/// and so does 零 as the second and last (九零售).
pub fn positional(i: &str) -> Parsed<'_, u64> {
    let count = i.chars().take_while(|c| digit(*c).is_some()).count();
    // one digit, the usual case, is none
    if count < 2 {
        return none();
    }
    let digits = verify(take_while1(|c| digit(c).is_some()), |s: &str| !(count == 2 && s.ends_with('零')));
    let number = map_opt(digits, |s: &str| read_digits(s, 2..=18, digit));
    terminated(number, unless(|c| place(c).or(group(c)).is_some())).parse(i)
}

/// The digits of `s` by place, where there are as many of them as `count` allows.
fn read_digits(s: &str, count: std::ops::RangeInclusive<usize>, value: fn(char) -> Option<u32>) -> Option<u64> {
    count.contains(&s.chars().count()).then(|| s.chars().filter_map(value).fold(0, |n, d| n * 10 + u64::from(d)))
}

/// A whole number in figures or words; digits in words one after another are read by place (二〇二二).
///
/// ```
/// use gongwen::phrase::numeral::integer;
/// assert_eq!(integer("一百二十三项"), Ok(("项", 123)));
/// assert_eq!(integer("二〇二二年"), Ok(("年", 2022)));
/// assert_eq!(integer("15日"), Ok(("日", 15)));
/// ```
pub fn integer(i: &str) -> Parsed<'_, u64> {
    if starts_with_figure(i) {
        return alt((figures, positional, words)).parse(i);
    }
    let (rest, value) = alt((positional, words)).parse(i)?;
    if ends(rest) { Ok((rest, value)) } else { none() }
}

/// Figures with optional thousands separators and fraction: `1,234.56`, `０．５`, `5000.00`. At most 24 of them.
pub fn figures_with_fraction(i: &str) -> Parsed<'_, Decimal> {
    let (whole, count, rest) = separated(i)?;
    let (fraction, places, rest) = match rest.strip_prefix(['.', '．']).map(run_of_figures) {
        Some((fraction, places @ 1.., rest)) => (fraction, places, rest),
        _ => (0, 0, rest),
    };
    let mantissa = match count + places {
        0..=19 => (whole * 10u64.pow(places as u32) + fraction).into(),
        20..=24 => i[..i.len() - rest.len()].chars().filter_map(figure).fold(0, |n: i128, d| n * 10 + i128::from(d)),
        _ => return none(),
    };
    Ok((rest, Decimal::from_i128_with_scale(mantissa, places as u32)))
}

/// The value of whole figures, how many there are, and what stands behind them; groups of three after a comma belong to the
/// number (`1,234,567`, `1，234`).
fn separated(i: &str) -> Result<(u64, usize, &str), nom::Err<()>> {
    let (mut value, mut count, mut rest) = run_of_figures(i);
    match count {
        0 => return Err(nom::Err::Error(())),
        1..=3 => {
            while let Some((more, behind)) = thousand(rest) {
                (value, count, rest) = (value.wrapping_mul(1000).wrapping_add(more), count + 3, behind);
            }
        }
        _ => {}
    }
    Ok((value, count, rest))
}

/// The value of `,234` where no fourth figure follows, and what stands behind it.
fn thousand(i: &str) -> Option<(u64, &str)> {
    let (value, count, rest) = run_of_figures(i.strip_prefix([',', '，'])?);
    (count == 3).then_some((value, rest))
}

/// An exact number in figures or words with place words behind: `4.37万`, `1亿2000万`, `3万5千`, `一点五亿`, `伍万`.
///
/// ```
/// use gongwen::phrase::numeral::decimal;
/// assert_eq!(decimal("1亿2000万元").unwrap().1.to_string(), "120000000");
/// assert_eq!(decimal("4.37万元").unwrap().1.normalize().to_string(), "43700");
/// ```
pub fn decimal(i: &str) -> Parsed<'_, Decimal> {
    // words may begin like a figure (０), but not the other way round
    let number = if starts_with_figure(i) { alt((mixed, spoken)).parse(i) } else { spoken(i) };
    match number {
        Ok((rest, value)) if !rest.starts_with(is_numeral) => Ok((rest, value)),
        _ => Err(nom::Err::Error(())),
    }
}

/// The exponent of the place words at the head: 万 is 4, 千万 7, 万亿 12. At most three words.
pub fn scale(i: &str) -> Option<(&str, u32)> {
    let (mut rest, mut exponent) = (i, 0);
    for _ in 0..3 {
        let Some(c) = rest.chars().next() else { break };
        let Some(e) = group(c).or_else(|| place(c)) else { break };
        (rest, exponent) = (&rest[c.len_utf8()..], exponent + e);
    }
    (exponent <= 18).then_some((rest, exponent))
}

/// `value` times ten to the `exponent`.
pub fn scaled(value: Decimal, exponent: u32) -> Option<Decimal> {
    value.checked_mul(10u64.checked_pow(exponent)?.into())
}

/// The power of ten of the last figure that an amount writes: -1 of 2.5元, 3 of 18.6万元, 4 of 20万元.
pub(crate) fn last_place(amount: &str) -> i32 {
    let in_number = |c| figure(c).or(digit(c)).is_some();
    let number = amount.trim_end_matches(|c| !in_number(c));
    let whole = number.trim_end_matches(in_number);
    let figures = if whole.ends_with(['.', '．', '点']) { number[whole.len()..].chars().count() } else { 0 };
    // 19余万元
    let unit = amount[number.len()..].trim_start_matches(['余', '多', '几']);
    let exponent = scale(unit).map_or(0, |(_, exponent)| exponent);
    i32::try_from(exponent).unwrap_or_default() - i32::try_from(figures).unwrap_or_default()
}

/// What rounding to a `place` may take or give: half of it.
pub(crate) fn rounding(place: i32) -> Decimal {
    match u32::try_from(place) {
        Ok(place) => scaled(Decimal::new(5, 1), place).unwrap_or_default(),
        Err(_) => Decimal::new(5, place.unsigned_abs().min(20) + 1),
    }
}

/// Figures, each group with its place words: `1亿2000万`, `3万5千`, `8千`. Each group fits under the unit of the one before;
/// a last figure without unit is of the next lower place (`3万5` is 35000), as in words.
fn mixed(i: &str) -> Parsed<'_, Decimal> {
    let (mut rest, mut total, mut unit) = (i, Decimal::ZERO, u32::MAX);
    while unit > 0 {
        let gap = rest.strip_prefix('零').filter(|_| unit < u32::MAX);
        let Ok((after, value)) = figures_with_fraction(gap.unwrap_or(rest)) else { break };
        let Some((after, exponent)) = scale(after) else { break };
        let first = unit == u32::MAX;
        let spoken = !first && gap.is_none() && exponent == 0 && value < Decimal::TEN && value.is_integer();
        let Some(term) = scaled(value, if spoken { unit - 1 } else { exponent }) else { break };
        let fits = first || (exponent < unit && scaled(Decimal::ONE, unit.min(18)).is_some_and(|limit| term < limit));
        let (true, Some(sum)) = (fits, total.checked_add(term)) else { break };
        (total, unit, rest) = (sum, exponent, after);
    }
    if unit == u32::MAX { Err(nom::Err::Error(())) } else { Ok((rest, total)) }
}

/// Words with or without a fraction: `三百二十万`, `一点五亿`, `零点二五`.
fn spoken(i: &str) -> Parsed<'_, Decimal> {
    let (rest, whole) = words(i)?;
    let fraction = rest.strip_prefix(['点', '點']).map(|rest| rest.split_at(rest.find(|c| digit(c).is_none()).unwrap_or(rest.len())));
    let Some((digits, rest)) = fraction.filter(|(digits, _)| !digits.is_empty()) else { return Ok((rest, whole.into())) };
    let value = map_opt_fraction(whole, digits);
    let scaled = scale(rest).and_then(|(rest, exponent)| Some((rest, scaled(value?, exponent)?)));
    scaled.ok_or(nom::Err::Error(()))
}

/// `whole` and the digits behind the point.
fn map_opt_fraction(whole: u64, digits: &str) -> Option<Decimal> {
    let fraction = read_digits(digits, 1..=18, digit)?;
    Decimal::from(whole).checked_add(Decimal::from_i128_with_scale(fraction.into(), digits.chars().count() as u32))
}

/// Whether `i`, which stands behind 二、, shows that two numbers share a noun and none is a label: 二、三季度, 一、二级.
pub fn shares_noun(i: &str) -> bool {
    let mut chars = i.chars();
    chars.next().is_some_and(|c| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'))
        && chars.next().is_some_and(|c| "季月年级类期批次、是线环产".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_have_a_value() {
        for c in (0..=0x1_1000).filter_map(char::from_u32) {
            assert_eq!(is_numeral(c), figure(c).or(digit(c)).or(place(c)).or(group(c)).is_some(), "{c:?}");
        }
    }

    #[test]
    fn amounts_are_rounded_to_their_last_figure() {
        for (amount, place, half) in [
            ("2.5元", -1, "0.05"),
            ("18.6万元", 3, "500"),
            ("20万元", 4, "5000"),
            ("1亿2000万元", 4, "5000"),
            ("1,200元", 0, "0.5"),
            ("１９余万元", 4, "5000"),
            ("十九万元", 4, "5000"),
        ] {
            assert_eq!((last_place(amount), rounding(place).normalize().to_string().as_str()), (place, half), "{amount}");
        }
    }

    #[test]
    fn whole_numbers() {
        for (text, value, rest) in [
            ("二〇二二年", 2022, "年"),
            ("二○一一", 2011, ""),
            ("十五日", 15, "日"),
            ("003", 3, ""),
            ("１２", 12, ""),
            ("一百零五个", 105, "个"),
        ] {
            assert_eq!(integer(text), Ok((rest, value)), "{text}");
        }
        for text in ["", "个", "九零售", "二三十", "一二三百", "五十千", "1234567890123456789"] {
            assert!(integer(text).is_err(), "{text}");
        }
    }

    #[test]
    fn decimals() {
        for (text, value, rest) in [
            ("1亿2000万元", "120000000", "元"),
            ("3万5千元", "35000", "元"),
            ("3万5元", "35000", "元"),
            ("3万零5元", "30005", "元"),
            ("2亿3500万", "235000000", ""),
            ("5亿1万4千6百", "500014600", ""),
            ("一点五亿", "150000000", ""),
            ("零点二五", "0.25", ""),
            ("1,234,567.80元", "1234567.8", "元"),
            ("1，234元", "1234", "元"),
            ("1,2345元", "1", ",2345元"),
            ("３.５万", "35000", ""),
            ("3541.07万元2", "35410700", "元2"),
            ("三百二十万", "3200000", ""),
            ("12,34", "12", ",34"),
            ("4.78万亿", "4780000000000", ""),
            ("3.", "3", "."),
        ] {
            let (left, got) = decimal(text).unwrap();
            assert_eq!((got.normalize().to_string().as_str(), left), (value, rest), "{text}");
        }
        for text in ["", "万", "元", "3万5亿", "三万五亿", "1234567890123456789012345元", "9亿亿亿亿"] {
            assert!(decimal(text).is_err(), "{text}");
        }
    }
}
