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
    pattern::pattern,
    phrase::{numeral, weekday},
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
    pattern(
        r"(?:([0-9]{4}|[〇○零一二三四五六七八九]{4})年)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})月([0-9]{1,2}|[一二三四五六七八九十]{1,3})日(?:\s?[（(](?:星期|礼拜|周)([一二三四五六日天])[）)]|[，,]?\s?(?:星期|礼拜|周)([一二三四五六日天]))?",
    )
});
/// A full day in figures.
static DOTTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"([12][0-9]{3})([.-])([0-9]{1,2})([.-])([0-9]{1,2})"));

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for line in &subject.reading.document.lines {
        let text = subject.reading.document.text.slice(line.span);
        // a look for the sign that each needs, before its pattern
        if text.contains("月") {
            DAY.captures_iter(text).for_each(|found| day(subject, text, line.span, &found, findings));
        }
        if text.contains('.') || text.contains('-') {
            DOTTED.captures_iter(text).for_each(|found| dotted(text, line.span, &found, findings));
        }
    }
    let tail = &subject.reading.document.tail;
    for span in [tail.date, tail.print_date].into_iter().flatten() {
        let words = subject.words(span);
        if ["年0", "月0", "年０", "月０"].iter().any(|zero| words.contains(zero)) {
            findings.report(&ZERO, span, &[], [&words]);
        }
    }
}

/// The number in a group, in figures or words.
fn number(found: &Captures<'_>, group: usize) -> Option<i16> {
    let words = found.get(group)?.as_str();
    let read = numeral::figures(words).or_else(|_| if group == 1 { numeral::positional(words) } else { numeral::words(words) });
    read.ok().filter(|(rest, _)| rest.is_empty()).and_then(|(_, n)| i16::try_from(n).ok())
}

/// The day, where the calendar has it.
fn calendar(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Checks a day as it is spelled.
fn day(subject: &Subject<'_>, text: &str, line: Span, found: &Captures<'_>, findings: &mut Findings<'_>) {
    let (Some(whole), Some(month), Some(day)) = (found.get(0), number(found, 2), number(found, 3)) else { return };
    let goes_on = text[..whole.start()].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '－' | '—' | '~' | '～' | '/'));
    let year = number(found, 1);
    let stop = text[whole.start()..].find('日').map_or(whole.end(), |at| whole.start() + at + "日".len());
    let place = line.slice(whole.start()..stop);
    if goes_on {
        return;
    }
    // a year that is not known may be a leap year
    if calendar(year.unwrap_or(2024), month, day).is_none() {
        findings.report(&IMPOSSIBLE, place, &[], [&text[whole.start()..stop]]);
        return;
    }
    // 5月10日周五至周日
    let several = |name: &regex::Match<'_>| text[name.end()..].starts_with(['至', '、', '—', '-', '到', '和', '末', '期']);
    let said = found.get(4).or(found.get(5).filter(|name| !several(name))).map(|name| name.as_str());
    let Some(said) = said.and_then(weekday::named) else { return };
    let past = ["去年", "上年", "当年", "同年", "次年", "明年"].iter().any(|word| text[..whole.start()].ends_with(word));
    let years = if past { Vec::new() } else { year.map_or_else(|| years(subject, month, day), |year| vec![year]) };
    let dates: Vec<Date> = years.into_iter().filter_map(|year| calendar(year, month, day)).collect();
    if let Some(date) = dates.first().filter(|_| dates.iter().all(|date| date.weekday() != said)) {
        let place = line.slice(whole.start()..found.get(5).map_or(whole.end(), |name| name.end()));
        findings.report(
            &WEEKDAY,
            place,
            &[],
            [&text[whole.start()..stop], name(date.weekday()), name(said), english(date.weekday()), english(said)],
        );
    }
}

/// Days behind the document's own within which a day without a year is surely this one.
const NEAR: i32 = 120;

/// The years that may be meant: the one in which the day follows soon on the document's own, or else all three. In
/// December a notice speaks of the next year's holidays.
fn years(subject: &Subject<'_>, month: i16, day: i16) -> Vec<i16> {
    let Some(year) = subject.year() else { return Vec::new() };
    let all = vec![year, year - 1, year + 1];
    let Some(own) = subject.base.document else { return all };
    let near = |year: &i16| calendar(*year, month, day).is_some_and(|date| (0..=NEAR).contains(&(date - own).get_days()));
    all.iter().copied().find(near).map_or(all, |year| vec![year])
}

/// Checks a day as 2024.2.30.
fn dotted(text: &str, line: Span, found: &Captures<'_>, findings: &mut Findings<'_>) {
    let (Some(whole), Some(year), Some(month), Some(day)) = (found.get(0), number(found, 1), number(found, 3), number(found, 5)) else {
        return;
    };
    let more = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/' | '—' | '－');
    let alone = !text[..whole.start()].ends_with(more)
        && !text[whole.end()..].starts_with(more)
        && found.get(2).map(|m| m.as_str()) == found.get(4).map(|m| m.as_str());
    // a month over 12 may be a version or a telephone number
    if alone && (1..=12).contains(&month) && (1..=31).contains(&day) && calendar(year, month, day).is_none() {
        findings.report(&IMPOSSIBLE, line.slice(whole.range()), &[], [whole.as_str()]);
    }
}

fn name(day: Weekday) -> &'static str {
    ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"][day.to_monday_zero_offset() as usize]
}

fn english(day: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day.to_monday_zero_offset() as usize]
}
