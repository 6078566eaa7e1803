//! Days: those that do not exist, weekdays that do not fit, zeros before a figure of the document's date.
//!
//! A year that is not written is that of the document; where the weekday fits in the year before or after, that year may
//! be meant and nothing is said.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use regex::{Captures, Regex};

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    phrase::weekday,
    span::Span,
};

/// 2月30日
static IMPOSSIBLE: Rule = Rule {
    code: "date-impossible",
    severity: Severity::Error,
    zh: "历法中没有“{0}”这一天。",
    en: "There is no such day as “{0}”.",
    basis: "the Gregorian calendar",
};
/// 2024年5月4日（星期五）
static WEEKDAY: Rule = Rule {
    code: "date-weekday",
    severity: Severity::Error,
    zh: "“{0}”是{1}，不是{2}。",
    en: "“{0}” is a {3} and not a {4}.",
    basis: "the Gregorian calendar",
};
/// 2024年05月04日
static ZERO: Rule = Rule {
    code: "date-zero",
    severity: Severity::Warning,
    zh: "日期“{0}”的月、日不编虚位（即 1 不编为 01）。",
    en: "The date “{0}” has zeros before its figures; 1 is not written 01.",
    basis: "GB/T 9704-2012, 7.3.5.4",
};

pub(super) static RULES: &[&Rule] = &[&IMPOSSIBLE, &WEEKDAY, &ZERO];

/// A day with or without its year, and the bracket with its weekday.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日(?:\s?[（(](?:星期|礼拜|周)([一二三四五六日天])[）)]|\s?(?:星期|礼拜)([一二三四五六日天]))?")
        .expect("a valid pattern")
});
/// A full day in figures.
static DOTTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"([12][0-9]{3})([.-])([0-9]{1,2})([.-])([0-9]{1,2})").expect("a valid pattern"));

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for line in &subject.reading.document.lines {
        let text = subject.reading.document.text.slice(line.span);
        DAY.captures_iter(text).for_each(|found| day(subject, text, line.span, &found, findings));
        DOTTED.captures_iter(text).for_each(|found| dotted(text, line.span, &found, findings));
    }
    let tail = &subject.reading.document.tail;
    for span in [tail.date, tail.print_date].into_iter().flatten() {
        let words = subject.words(span);
        if ["年0", "月0", "年０", "月０"].iter().any(|zero| words.contains(zero)) {
            findings.report(&ZERO, span, &[], [&words]);
        }
    }
}

fn number<T: std::str::FromStr>(found: &Captures<'_>, group: usize) -> Option<T> {
    found.get(group)?.as_str().parse().ok()
}

/// Checks a day as it is spelled.
fn day(subject: &Subject<'_>, text: &str, line: Span, found: &Captures<'_>, findings: &mut Findings<'_>) {
    let (Some(whole), Some(month), Some(day)) = (found.get(0), number::<i8>(found, 2), number::<i8>(found, 3)) else { return };
    let goes_on = text[..whole.start()].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '－' | '—' | '~' | '～' | '/'));
    let year = number::<i16>(found, 1);
    let stop = text[whole.start()..].find('日').map_or(whole.end(), |at| whole.start() + at + "日".len());
    let place = line.slice(whole.start()..stop);
    if goes_on {
        return;
    }
    // a year that is not known may be a leap year
    if Date::new(year.unwrap_or(2024), month, day).is_err() {
        findings.report(&IMPOSSIBLE, place, &[], [&text[whole.start()..stop]]);
        return;
    }
    let said = found.get(4).or(found.get(5)).map(|name| name.as_str());
    let Some(said) = said.and_then(weekday::named) else { return };
    let years = match year {
        Some(year) => [year; 3],
        None => match subject.year() {
            Some(year) => [year, year - 1, year + 1],
            None => return,
        },
    };
    let fits = |year: &i16| Date::new(*year, month, day).is_ok_and(|day| day.weekday() == said);
    if !years.iter().any(fits)
        && let Ok(date) = Date::new(years[0], month, day)
    {
        let place = line.slice(whole.range());
        findings.report(
            &WEEKDAY,
            place,
            &[],
            [&text[whole.start()..stop], name(date.weekday()), name(said), english(date.weekday()), english(said)],
        );
    }
}

/// Checks a day as 2024.2.30.
fn dotted(text: &str, line: Span, found: &Captures<'_>, findings: &mut Findings<'_>) {
    let (Some(whole), Some(year), Some(month), Some(day)) =
        (found.get(0), number(found, 1), number::<i8>(found, 3), number::<i8>(found, 5))
    else {
        return;
    };
    let more = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/' | '—' | '－');
    let alone = !text[..whole.start()].ends_with(more)
        && !text[whole.end()..].starts_with(more)
        && found.get(2).map(|m| m.as_str()) == found.get(4).map(|m| m.as_str());
    // a month over 12 may be a version or a telephone number
    if alone && (1..=12).contains(&month) && (1..=31).contains(&day) && Date::new(year, month, day).is_err() {
        findings.report(&IMPOSSIBLE, line.slice(whole.range()), &[], [whole.as_str()]);
    }
}

fn name(day: Weekday) -> &'static str {
    ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"][day.to_monday_zero_offset() as usize]
}

fn english(day: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day.to_monday_zero_offset() as usize]
}
