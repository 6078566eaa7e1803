//! Numbers in figures and in words: `1,234.5`, `３００`, `一百二十三`, `二〇二二`, `伍万`, `1亿2000万`, `3.5万`, `一点五亿`.
//!
//! Place values are checked as they are read, so that `一二三百` or `3万5亿` never become a number: the grammar
//! stops where the next word no longer fits. Vague numbers (数十, 几百, 十余) are not read.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while1},
    character::complete::{one_of, satisfy},
    combinator::{map_opt, opt, recognize, verify},
    multi::many1_count,
    sequence::preceded,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::Parsed;

/// The value of a figure, half- or full-width.
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

/// The value of a place word under 万.
fn place(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
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

/// Figures without sign, separator or fraction: `2022`, `０３`. At most 18 of them.
pub fn figures(i: &str) -> Parsed<'_, u64> {
    map_opt(take_while1(|c| figure(c).is_some()), |s: &str| {
        (s.chars().count() <= 18).then(|| s.chars().filter_map(figure).fold(0, |n, d| n * 10 + u64::from(d)))
    })
    .parse(i)
}

/// Chinese digits one after another, at least two: `二〇二二` is 2022.
pub fn positional(i: &str) -> Parsed<'_, u64> {
    let digits = recognize(many1_count(satisfy(|c| digit(c).is_some())));
    map_opt(digits, |s: &str| {
        let n = s.chars().count();
        (2..=18).contains(&n).then(|| s.chars().filter_map(digit).fold(0, |n, d| n * 10 + u64::from(d)))
    })
    .parse(i)
}

/// A number in words with place values, without fraction: `一百二十三`, `十五`, `廿一`, `两千零八`, `三亿五千万`, `〇`.
pub fn words(i: &str) -> Parsed<'_, u64> {
    let mut rest = i;
    let (mut total, mut unit) = (0u64, u32::MAX);
    loop {
        let Some((value, after)) = below_ten_thousand(rest, total > 0) else { break };
        let exponents = after.chars().map_while(group).collect::<Vec<_>>();
        let exponent: u32 = exponents.iter().sum();
        let skip: usize = after.chars().take(exponents.len()).map(char::len_utf8).sum();
        // 三万五亿 and 一万万亿 are no numbers: each group must be smaller than the one before
        let Some(sum) = 10u64.checked_pow(exponent).and_then(|p| p.checked_mul(value)).and_then(|v| total.checked_add(v)) else { break };
        if exponent >= unit || exponents.len() > 2 {
            break;
        }
        (total, unit, rest) = (sum, exponent, &after[skip..]);
        if exponent == 0 {
            break;
        }
    }
    if rest.len() == i.len() { Err(nom::Err::Error(())) } else { Ok((rest, total)) }
}

/// A number of up to four places: its value and the rest. `inner` says that a bigger group stands before,
/// where 零 may fill a gap.
fn below_ten_thousand(i: &str, inner: bool) -> Option<(u64, &str)> {
    let mut chars = i.char_indices().peekable();
    let (mut total, mut last, mut end) = (0u64, 10_000u32, 0);
    let mut first = true;
    while let Some(&(at, c)) = chars.peek() {
        if let (true, Some(tens)) = (
            last > 10,
            match c {
                '廿' => Some(20),
                '卅' => Some(30),
                _ => None,
            },
        ) {
            (total, last, end) = (total + tens, 10, at + c.len_utf8());
            chars.next();
        } else if let (true, Some(p)) = (first && !inner, place(c).filter(|p| *p == 10)) {
            // 十五
            (total, last, end) = (u64::from(p), p, at + c.len_utf8());
            chars.next();
        } else if let Some(d) = digit(c) {
            chars.next();
            let unit = chars.peek().and_then(|&(_, c)| place(c));
            match unit {
                Some(p) if p < last && d > 0 => {
                    let (at, c) = chars.next()?;
                    (total, last, end) = (total + u64::from(d * p), p, at + c.len_utf8());
                }
                Some(_) => break,
                // 零 fills a gap and must be followed by something
                None if d == 0 && !(first && !inner) => {
                    if !chars.peek().is_some_and(|&(_, c)| digit(c).is_some_and(|d| d > 0)) {
                        break;
                    }
                }
                None if last > 1 => {
                    (total, last, end) = (total + u64::from(d), 1, at + c.len_utf8());
                    if first || last == 1 {
                        break;
                    }
                }
                None => break,
            }
        } else {
            break;
        }
        first = false;
    }
    (end > 0).then(|| (total, &i[end..]))
}

/// A whole number in figures or words; words one after another are read by place (二〇二二).
///
/// ```
/// use gongwen::phrase::numeral::integer;
/// assert_eq!(integer("一百二十三项"), Ok(("项", 123)));
/// assert_eq!(integer("二〇二二年"), Ok(("年", 2022)));
/// assert_eq!(integer("15日"), Ok(("日", 15)));
/// ```
pub fn integer(i: &str) -> Parsed<'_, u64> {
    alt((figures, verify(positional_or_words, |_| true))).parse(i)
}

fn positional_or_words(i: &str) -> Parsed<'_, u64> {
    match (positional(i), words(i)) {
        (Ok(p), Ok(w)) => Ok(if p.0.len() <= w.0.len() { p } else { w }),
        (p, w) => p.or(w),
    }
}

/// Figures with optional thousands separators and fraction: `1,234.56`, `０．５`, `5000.00`.
pub fn figures_with_fraction(i: &str) -> Parsed<'_, Decimal> {
    let fraction = preceded(one_of(".．"), take_while1(|c| figure(c).is_some()));
    map_opt((separated, opt(fraction)), |(whole, fraction)| {
        let text: String = match fraction {
            Some(f) => format!("{whole}.{}", f.chars().filter_map(figure).map(|d| d.to_string()).collect::<String>()),
            None => whole,
        };
        text.parse().ok()
    })
    .parse(i)
}

/// Whole figures; groups of three after a comma belong to the number (`1,234,567`, `1，234`).
fn separated(i: &str) -> Parsed<'_, String> {
    let (mut rest, first) = take_while1(|c| figure(c).is_some()).parse(i)?;
    let mut digits: String = first.chars().filter_map(figure).map(|d| d.to_string()).collect();
    if first.chars().count() <= 3 {
        while let Some((group, after)) = thousand(rest) {
            digits.push_str(&group);
            rest = after;
        }
    }
    if digits.len() > 24 { Err(nom::Err::Error(())) } else { Ok((rest, digits)) }
}

/// `,234` where no fourth figure follows.
fn thousand(i: &str) -> Option<(String, &str)> {
    let rest = i.strip_prefix([',', '，'])?;
    let group: String = rest.chars().map_while(figure).map(|d| d.to_string()).collect();
    let skip: usize = rest.chars().take(3).map(char::len_utf8).sum();
    (group.len() == 3).then(|| (group, &rest[skip..]))
}

/// An exact number in figures or words with place words behind: `3.26万`, `1亿2000万`, `3万5千`, `一点五亿`, `伍万`.
///
/// ```
/// use gongwen::phrase::numeral::decimal;
/// assert_eq!(decimal("1亿2000万元").unwrap().1.to_string(), "120000000");
/// assert_eq!(decimal("3.26万元").unwrap().1.normalize().to_string(), "32600");
/// ```
pub fn decimal(i: &str) -> Parsed<'_, Decimal> {
    alt((mixed, spoken)).parse(i)
}

/// Figures, each group with its place words: `1亿2000万`, `3万5千`, `8千`.
fn mixed(i: &str) -> Parsed<'_, Decimal> {
    let (mut rest, mut total, mut unit) = (i, Decimal::ZERO, u32::MAX);
    while let Ok((after, value)) = figures_with_fraction(rest) {
        let places = after.chars().map_while(|c| group(c).or_else(|| place(c).map(u32::ilog10))).collect::<Vec<_>>();
        let exponent: u32 = places.iter().sum();
        let skip: usize = after.chars().take(places.len()).map(char::len_utf8).sum();
        // 1亿2亿: not one number. The integer part must fit under the unit before.
        let fits = unit == u32::MAX || (exponent < unit && value < Decimal::from(10u64.pow((unit - exponent).min(18))));
        let sum = 10u64.checked_pow(exponent).and_then(|p| value.checked_mul(p.into())).and_then(|v| total.checked_add(v));
        let (true, Some(sum)) = (fits && places.len() <= 3, sum) else { break };
        (total, unit, rest) = (sum, exponent, &after[skip..]);
        if exponent == 0 {
            break;
        }
    }
    if rest.len() == i.len() { Err(nom::Err::Error(())) } else { Ok((rest, total)) }
}

/// Words with or without a fraction: `三百二十万`, `一点五亿`, `零点二五`.
fn spoken(i: &str) -> Parsed<'_, Decimal> {
    let fraction = preceded(tag("点"), recognize(many1_count(satisfy(|c| digit(c).is_some()))));
    let (rest, (whole, fraction)) = (words, opt(fraction)).parse(i)?;
    let Some(fraction) = fraction else { return Ok((rest, whole.into())) };
    let digits: String = fraction.chars().filter_map(digit).map(|d| d.to_string()).collect();
    let value: Decimal = format!("{whole}.{digits}").parse().map_err(|_| nom::Err::Error(()))?;
    let places = rest.chars().map_while(|c| group(c).or_else(|| place(c).map(u32::ilog10))).collect::<Vec<_>>();
    let skip: usize = rest.chars().take(places.len()).map(char::len_utf8).sum();
    let scale = 10u64.checked_pow(places.iter().sum()).ok_or(nom::Err::Error(()))?;
    Ok((&rest[skip..], value.checked_mul(scale.into()).ok_or(nom::Err::Error(()))?))
}

/// `n` in words as a document writes it: 10 is 十, 21 二十一, 105 一百零五. Under 10,000.
pub fn to_words(n: u32) -> Option<String> {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if n >= 10_000 {
        return None;
    }
    if n == 0 {
        return Some("零".to_owned());
    }
    let mut out = String::new();
    let mut gap = false;
    for (p, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let d = n / p % 10;
        if d == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        if !(d == 1 && p == 10 && out.is_empty()) {
            out.push(DIGITS[d.to_usize()?]);
        }
        out.push_str(word);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_round_trip_up_to_ten_thousand() {
        for n in 0..10_000 {
            let text = to_words(n).unwrap();
            assert_eq!(words(&text), Ok(("", u64::from(n))), "{text}");
        }
    }

    #[test]
    fn words_of_groups() {
        for (text, value) in [
            ("十万", 100_000),
            ("三亿五千万", 350_000_000),
            ("一万零五百", 10_500),
            ("两千零八", 2008),
            ("廿一", 21),
            ("伍万", 50_000),
            ("壹佰贰拾叁万肆仟伍佰陆拾柒", 1_234_567),
            ("十二", 12),
            ("一万亿", 1_000_000_000_000),
        ] {
            assert_eq!(words(text), Ok(("", value)), "{text}");
        }
    }

    #[test]
    fn words_stop_where_the_place_does_not_fit() {
        assert_eq!(words("三万五亿"), Ok(("五亿", 30_000)));
        assert_eq!(words("一二三百"), Ok(("二三百", 1)));
        assert_eq!(words("九零售"), Ok(("零售", 9)));
        assert!(words("万元").is_err());
    }

    #[test]
    fn decimals() {
        for (text, value, rest) in [
            ("1亿2000万元", "120000000", "元"),
            ("3万5千元", "35000", "元"),
            ("2亿3500万", "235000000", ""),
            ("一点五亿", "150000000", ""),
            ("1,234,567.80元", "1234567.8", "元"),
            ("３.５万", "35000", ""),
            ("3541.07万元2", "35410700", "元2"),
            ("三百二十万", "3200000", ""),
            ("12,34", "12", ",34"),
        ] {
            let (left, got) = decimal(text).unwrap();
            assert_eq!((got.normalize().to_string().as_str(), left), (value, rest), "{text}");
        }
    }
}
