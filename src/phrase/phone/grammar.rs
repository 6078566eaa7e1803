//! The shapes of numbers in the Chinese numbering plan: area codes (010, 02x, 0xxx) with seven or eight figures,
//! mobiles (1 and ten figures, the second 3 to 9), 400 and 800 lines, service numbers (110, 12345, 95xxx, 96xxx).

use crate::lexicon::short;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case, take_while_m_n},
    character::complete::{one_of, satisfy},
    combinator::{map_opt, not, opt, peek, recognize, verify},
    sequence::{delimited, preceded, terminated},
};

use super::{Kind, Phone};
use crate::phrase::{Parsed, head, none, numeral::figure};

/// Where the number begins whose figures begin at `run`: before an opening bracket.
pub(super) fn start(text: &str, from: usize, run: usize) -> usize {
    let before = &text[from..run];
    let bracket = before.strip_suffix(['（', '(', '〔', '[', '［']).unwrap_or(before);
    from + bracket.len()
}

/// A number known by its shape.
pub(super) fn phone(i: &str) -> Parsed<'_, Phone> {
    match head(i) {
        '1' | '１' => mobile(i),
        '4' | '４' => toll_free(i),
        // years and days, mostly; behind a 0, 8 or bracket may stand the code of a country
        '2' | '3' | '5'..='7' | '9' => none(),
        _ => alt((mobile, landline, toll_free)).parse(i),
    }
}

/// A row of `min` to `max` figures, as half-width ones.
fn figures<'a>(min: usize, max: usize) -> impl Fn(&'a str) -> Parsed<'a, String> {
    move |i| row(i, min, max)
}

fn row(i: &str, min: usize, max: usize) -> Parsed<'_, String> {
    terminated(take_while_m_n(min, max, is_figure), not(satisfy(is_figure)))
        .map(|s: &str| s.chars().filter_map(figure).filter_map(|d| char::from_digit(d, 10)).collect())
        .parse(i)
}

fn is_figure(c: char) -> bool {
    figure(c).is_some()
}

pub(super) fn is_mask(c: char) -> bool {
    matches!(c, '*' | '＊' | 'x' | 'X' | '×')
}

/// A masked number with half-width figures and `*`.
fn unified(s: &str) -> String {
    s.chars().map(|c| if is_mask(c) { '*' } else { figure(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c) }).collect()
}

/// A dash of any width, with blanks around it, or blanks alone.
fn dash(i: &str) -> Parsed<'_, &str> {
    let rest = i.trim_start_matches(is_blank);
    let rest = rest.strip_prefix(is_dash).unwrap_or(rest);
    let rest = rest.strip_prefix(['-', '—', '－', '–', '―']).unwrap_or(rest);
    let rest = rest.trim_start_matches(is_blank);
    Ok((rest, &i[..i.len() - rest.len()]))
}

const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '－' | '–' | '―' | '‐' | '﹣' | '−' | '─' | 'ー')
}

/// A dash that is there.
fn some_dash(i: &str) -> Parsed<'_, &str> {
    verify(dash, |d: &str| !d.is_empty()).parse(i)
}

/// +86, 86-, 0086
fn country(i: &str) -> Parsed<'_, ()> {
    if !(i.starts_with("86") || i.starts_with("0086") || i.strip_prefix(['（', '(']).unwrap_or(i).starts_with(['+', '＋'])) {
        return none();
    }
    let plus = (opt(alt((tag("（"), tag("(")))), one_of("+＋"), tag("86"), opt(one_of("）)")), dash).map(|_| ());
    let plain = (alt((tag("0086"), tag("86"))), some_dash).map(|_| ());
    alt((plus, plain)).parse(i)
}

/// 13800138000, 138-0013-8000, 138****8000
fn mobile(i: &str) -> Parsed<'_, Phone> {
    let (rest, _) = opt(country).parse(i)?;
    if !rest.starts_with(['1', '１']) {
        return none();
    }
    alt((masked_mobile, plain_mobile)).parse(rest)
}

fn plain_mobile(i: &str) -> Parsed<'_, Phone> {
    let whole = figures(11, 11);
    let parts = (figures(3, 3), some_dash, figures(4, 4), some_dash, figures(4, 4)).map(|(a, _, b, _, c)| a + &b + &c);
    let number = verify(alt((whole, parts)), |n: &str| n.starts_with('1') && n[1..].starts_with(|c| ('3'..='9').contains(&c)));
    number.map(|number| Phone { kind: Kind::Mobile, number, extension: None, masked: false }).parse(i)
}

/// 138****8000: eleven places.
fn masked_mobile(i: &str) -> Parsed<'_, Phone> {
    let head = verify(take_while_m_n(3, 7, is_figure), |s: &str| s.starts_with('1'));
    let mask = take_while_m_n(3, 8, is_mask);
    let number = verify(recognize((head, mask, take_while_m_n(0, 4, is_figure))), |s: &str| s.chars().count() == 11);
    number.map(|s: &str| Phone { kind: Kind::Mobile, number: unified(s), extension: None, masked: true }).parse(i)
}

/// 0750-3380216, （0750）3380216, 07503380216, +86-750-3380216
fn landline(i: &str) -> Parsed<'_, Phone> {
    let (rest, _) = opt(terminated(opt(one_of("（(")), peek(country))).parse(i)?;
    let (rest, foreign) = opt(country).parse(rest)?;
    // an area code begins with 0, and without it only behind that of the country
    if foreign.is_none() && !rest.starts_with(['0', '０', '（', '(', '〔', '[', '［']) {
        return none();
    }
    let bracketed = terminated(delimited(one_of("（(〔[［"), area, one_of("）)〕]］")), dash);
    let dashed = terminated(area, some_dash);
    let split = (alt((bracketed, dashed)), alt((masked_subscriber, subscriber)), opt(extension));
    let abroad = (short_area(foreign.is_some()), subscriber, opt(extension));
    let (rest, (area, (number, masked), extension)) = alt((split, abroad)).parse(rest).or_else(|_| joined(rest))?;
    Ok((rest, Phone { kind: Kind::Landline, number: format!("{area}-{number}"), extension, masked }))
}

/// 010, 02x, 03xx to 09xx
fn area(i: &str) -> Parsed<'_, String> {
    verify(figures(3, 4), |code: &str| is_area(code)).parse(i)
}

/// Whether there may be such an area code.
fn is_area(code: &str) -> bool {
    let long = code.len() == 4 && code.starts_with('0') && code[1..].starts_with(|c| ('3'..='9').contains(&c));
    long || code.len() == 3 && is_short(code)
}

/// The codes of three figures: 010 and 020 to 029.
fn is_short(code: &str) -> bool {
    code.starts_with("010") || code.starts_with("02")
}

/// 750 of +86-750-3380216.
fn short_area<'a>(foreign: bool) -> impl Parser<&'a str, Output = String, Error = ()> {
    terminated(verify(figures(2, 3), move |code: &str| foreign && !code.starts_with('0')), some_dash).map(|code| format!("0{code}"))
}

/// Seven or eight figures, or a service number behind an area code. No number begins with 1, but what stands for one in
/// an example does (010-12345678, 0999-1234567).
fn subscriber(i: &str) -> Parsed<'_, (String, bool)> {
    let long = verify(alt((figures(7, 8), in_two)), |n: &str| !n.starts_with('0'));
    let short = verify(figures(5, 6), |n: &str| n.starts_with("12") || n.starts_with('9'));
    alt((long, short)).map(|n| (n, false)).parse(i)
}

/// 3320 1180
fn in_two(i: &str) -> Parsed<'_, String> {
    (figures(3, 4), one_of(" -"), figures(4, 4)).map(|(head, _, tail)| head + &tail).parse(i)
}

/// 338****
fn masked_subscriber(i: &str) -> Parsed<'_, (String, bool)> {
    let parts = recognize((take_while_m_n(2, 5, is_figure), take_while_m_n(2, 6, is_mask), take_while_m_n(0, 4, is_figure)));
    verify(parts, |s: &str| (7..=8).contains(&s.chars().count())).map(|s: &str| (unified(s), true)).parse(i)
}

/// 07503380216: the area code is three figures where it is 010 or 02x, else four.
fn joined(i: &str) -> Parsed<'_, (String, (String, bool), Option<String>)> {
    let split = |n: String| {
        let at = if is_short(&n) { 3 } else { 4 };
        let subscriber = n[at..].to_owned();
        let fits = is_area(&n[..at]) && (7..=8).contains(&subscriber.len()) && !subscriber.starts_with(['0', '1']);
        fits.then(|| (n[..at].to_owned(), (subscriber, false)))
    };
    (map_opt(figures(10, 12), split), opt(extension)).map(|((area, number), extension)| (area, number, extension)).parse(i)
}

/// 转8012, -8012, 分机8012
fn extension(i: &str) -> Parsed<'_, String> {
    if !i.starts_with(|c| is_blank(c) || is_dash(c) || matches!(c, '转' | '分' | 'e' | 'E')) {
        return none();
    }
    let words = alt((
        recognize((dash, tag("转"), opt(alt((tag("分机号"), tag("分机")))), opt(one_of("：: ")))),
        recognize((dash, alt((tag("分机号"), tag("分机"))), opt(one_of("：:")))),
        recognize((dash, tag_no_case("ext"), opt(tag(".")), dash)),
    ));
    let spoken = preceded(words, figures(1, 6));
    let dashed = preceded(verify(dash, |d: &str| !d.trim().is_empty()), terminated(figures(1, 5), not(dashed_more)));
    alt((spoken, dashed)).parse(i)
}

/// A dash and more figures: no extension but another thing.
fn dashed_more(i: &str) -> Parsed<'_, char> {
    preceded(one_of("-—－–"), satisfy(is_figure)).parse(i)
}

/// 400-123-4567, 4001234567, 800 123 4567
fn toll_free(i: &str) -> Parsed<'_, Phone> {
    if !i.starts_with(['4', '8', '４', '８']) {
        return none();
    }
    let head = verify(figures(3, 3), |n: &str| n == "400" || n == "800");
    let tail = alt((
        figures(7, 7),
        (figures(3, 4), some_dash, figures(3, 4)).map(|(a, _, b)| a + &b),
        (figures(1, 2), some_dash, figures(5, 6)).map(|(a, _, b)| a + &b),
    ));
    let parts = (terminated(head, some_dash), verify(tail, |t: &str| t.len() == 7));
    let whole = map_opt(figures(10, 10), |n: String| {
        (n.starts_with("400") || n.starts_with("800")).then(|| (n[..3].to_owned(), n[3..].to_owned()))
    });
    // 4008-123456
    let uneven = (figures(4, 4), some_dash, figures(6, 6)).map(|(a, _, b)| a + &b);
    let uneven = map_opt(uneven, |n: String| n.starts_with("400").then(|| (n[..3].to_owned(), n[3..].to_owned())));
    (alt((parts, whole, uneven)), opt(extension))
        .map(|((head, tail), extension)| Phone { kind: Kind::Hotline, number: format!("{head}-{tail}"), extension, masked: false })
        .parse(i)
}

/// A number without area code: seven or eight figures, an extension.
pub(super) fn local(i: &str) -> Parsed<'_, (String, Option<String>)> {
    (verify(alt((figures(7, 8), in_two)), |n: &str| !n.starts_with(['0', '1', '9'])), opt(extension)).parse(i)
}

/// 110, 12345, 95598, 96333
pub(super) fn service(i: &str) -> Parsed<'_, String> {
    let three = verify(figures(3, 3), |n: &str| matches!(n, "110" | "119" | "120" | "122"));
    let more = verify(figures(5, 6), |n: &str| short::begins_with(n, &["12", "95", "96", "100", "111", "116", "118"]));
    alt((three, more)).parse(i)
}
