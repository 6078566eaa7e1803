//! Days: those that do not exist, weekdays that do not fit, zeros before a figure of the document's date.
//!
//! A year that is not written is that of the document; where the weekday fits in the year before or after, that year may
//! be meant and nothing is said.

use std::ops::Range;

use jiff::civil::{Date, Weekday};
use memchr::memchr2_iter;

use super::{
    Findings, Subject,
    cue::Cues,
    run::{blank, is_figure, is_numeral, number, number_back, run, run_back},
};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::short,
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

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (_, line, text) in subject.lines_with(Cues::MONTH) {
        let signs = subject.reading.cues.within(Cues::MONTH, line.span);
        Day::all(text, signs).iter().for_each(|it| day(subject, text, line.span, it, findings));
    }
    for (_, line, text) in subject.lines_with(Cues::DOTTED) {
        Dotted::all(text).iter().for_each(|it| dotted(text, line.span, it, findings));
    }
    let tail = &subject.reading.document.tail;
    for span in [tail.date, tail.print_date].into_iter().flatten() {
        let words = subject.words(span);
        let mut marks = words.match_indices(['年', '月']);
        if marks.any(|(at, mark)| words[at + mark.len()..].starts_with(['0', '０'])) {
            findings.report(&ZERO, span, &[], [&words]);
        }
    }
}

/// The sign that a day cannot do without.
const MONTH: &str = "月";

/// A day as it is written, with or without its year and its weekday: 2024年5月4日（星期六）.
struct Day<'t> {
    year: Option<&'t str>,
    month: &'t str,
    day: &'t str,
    /// What stands behind 星期, and whether in brackets.
    weekday: Option<(&'t str, bool)>,
    /// Without its weekday, and with it.
    range: Range<usize>,
    end: usize,
}

impl<'t> Day<'t> {
    /// The days in `text`, whose 月 stand at `signs`.
    fn all(text: &'t str, signs: impl Iterator<Item = usize>) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for sign in signs {
            let from = all.last().map_or(0, |last| last.end);
            all.extend(Self::around(text, from, sign));
        }
        all
    }

    /// The day whose 月 stands at `sign`, its month and year read backwards and not beyond `from`.
    fn around(text: &'t str, from: usize, sign: usize) -> Option<Self> {
        // 5月底, 5月份: most months have no day
        let (day, rest) = number(&text[sign + MONTH.len()..], 2, 3, is_numeral)?;
        let rest = rest.strip_prefix('日')?;
        let (before, month) = number_back(&text[from..sign], 2, 3, is_numeral)?;
        let year = before.strip_suffix('年').and_then(year_back);
        let (weekday, behind) = weekday(rest).map_or((None, rest), |(name, bracketed, behind)| (Some((name, bracketed)), behind));
        let start = from + before.len() - year.map_or(0, |year| year.len() + "年".len());
        Some(Self { year, month, day, weekday, range: start..text.len() - rest.len(), end: text.len() - behind.len() })
    }
}

/// The year at the end of `before`: four figures or four digits in words.
fn year_back(before: &str) -> Option<&str> {
    let (_, year) = number_back(before, 4, 4, |c| matches!(c, '〇' | '○' | '零') || (is_numeral(c) && c != '十'))?;
    (year.chars().count() == 4).then_some(year)
}

/// The weekday at the head of `i`, in brackets or behind a comma: its name, whether in brackets, what stands behind.
fn weekday(i: &str) -> Option<(&str, bool, &str)> {
    let name = |i| {
        let (name, rest) = run(short::behind(i, &["星期", "礼拜", "周"])?, 1, |c| "一二三四五六日天".contains(c));
        (!name.is_empty()).then_some((name, rest))
    };
    let bracketed = blank(i).strip_prefix(['（', '(']).and_then(name);
    let closed = bracketed.and_then(|(name, rest)| Some((name, true, rest.strip_prefix(['）', ')'])?)));
    closed.or_else(|| name(blank(i.strip_prefix(['，', ',']).unwrap_or(i))).map(|(name, rest)| (name, false, rest)))
}

/// A full day in figures: 2024.5.4, 2024-05-04, its signs and its place.
struct Dotted<'t> {
    year: &'t str,
    month: &'t str,
    day: &'t str,
    signs: [&'t str; 2],
    range: Range<usize>,
}

impl<'t> Dotted<'t> {
    /// The days in `text`.
    fn all(text: &'t str) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for sign in memchr2_iter(b'.', b'-', text.as_bytes()) {
            let from = all.last().map_or(0, |last| last.range.end);
            all.extend(text.get(from..sign).and_then(|before| Self::around(before, from, &text[sign..])));
        }
        all
    }

    /// The day that ends `before`, which begins at `from`, with its year, and goes on with the first sign of `i`.
    fn around(before: &'t str, from: usize, i: &'t str) -> Option<Self> {
        let is_sign = |c| matches!(c, '.' | '-');
        let (rest, year) = run_back(before, 4, is_figure);
        let (first, i) = run(i, 1, is_sign);
        let (month, i) = run(i, 2, is_figure);
        let (second, i) = run(i, 1, is_sign);
        let (day, _) = run(i, 2, is_figure);
        let whole = year.len() == 4 && year.starts_with(['1', '2']) && ![month, second, day].contains(&"");
        let start = from + rest.len();
        let end = start + [year, first, month, second, day].map(str::len).iter().sum::<usize>();
        whole.then_some(Self { year, month, day, signs: [first, second], range: start..end })
    }
}

/// A number in figures or words; a year in words by its digits.
fn value(words: &str, is_year: bool) -> Option<i16> {
    let read = numeral::figures(words).or_else(|_| if is_year { numeral::positional(words) } else { numeral::words(words) });
    read.ok().filter(|(rest, _)| rest.is_empty()).and_then(|(_, n)| i16::try_from(n).ok())
}

/// The day, where the calendar has it.
fn calendar(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Checks a day as it is spelled.
fn day(subject: &Subject<'_>, text: &str, line: Span, found: &Day<'_>, findings: &mut Findings<'_>) {
    let (Some(month), Some(day)) = (value(found.month, false), value(found.day, false)) else { return };
    let (before, words) = (&text[..found.range.start], &text[found.range.clone()]);
    if before.ends_with(|c: char| is_figure(c) || matches!(c, '.' | '-' | '－' | '—' | '~' | '～' | '/')) {
        return;
    }
    if is_lunar(before) {
        return;
    }
    let year = found.year.and_then(|year| value(year, true));
    // a year that is not known may be a leap year
    if calendar(year.unwrap_or(2024), month, day).is_none() {
        findings.report(&IMPOSSIBLE, line.slice(found.range.clone()), &[], [words]);
        return;
    }
    // 5月10日周五至周日
    let several = text[found.end..].starts_with(['至', '、', '—', '-', '到', '和', '末', '期']);
    let Some(said) = found.weekday.filter(|(_, bracketed)| *bracketed || !several).and_then(|(name, _)| weekday::of_name(name)) else {
        return;
    };
    let past = short::ends_with(before, &["去年", "上年", "当年", "同年", "次年", "明年"]);
    let years = if past { Vec::new() } else { year.map_or_else(|| years(subject, month, day), |year| vec![year]) };
    let dates: Vec<Date> = years.into_iter().filter_map(|year| calendar(year, month, day)).collect();
    if let Some(date) = dates.first().filter(|_| dates.iter().all(|date| date.weekday() != said)) {
        let place = line.slice(found.range.start..found.end);
        findings.report(&WEEKDAY, place, &[], [words, name(date.weekday()), name(said), english(date.weekday()), english(said)]);
    }
}

/// Characters of a day, or of two that are parted by 至 or 、, that may stand between 农历 and another.
const LUNAR: usize = 16;

/// Whether the day behind `before` is one of the lunar calendar, whose months have thirty days or 29: 农历二月三十日,
/// 农历甲辰年二月三十日, 农历正月初一至二月三十日.
fn is_lunar(before: &str) -> bool {
    const DAYS: &str = "〇零廿卅正冬腊闰初年月日号至到、和—-：: 甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    let (before, _) = run_back(before, LUNAR, |c| is_numeral(c) || is_figure(c) || DAYS.contains(c));
    short::ends_with(before, &["农历", "阴历", "旧历", "夏历"])
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
fn dotted(text: &str, line: Span, found: &Dotted<'_>, findings: &mut Findings<'_>) {
    let values = (value(found.year, true), value(found.month, false), value(found.day, false));
    let (Some(year), Some(month), Some(day)) = values else { return };
    let more = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/' | '—' | '－');
    let (before, behind) = (&text[..found.range.start], &text[found.range.end..]);
    let alone = !before.ends_with(more) && !is_lunar(before) && !behind.starts_with(more) && found.signs[0] == found.signs[1];
    // a month over 12 may be a version or a telephone number
    if alone && (1..=12).contains(&month) && (1..=31).contains(&day) && calendar(year, month, day).is_none() {
        findings.report(&IMPOSSIBLE, line.slice(found.range.clone()), &[], [&text[found.range.clone()]]);
    }
}

fn name(day: Weekday) -> &'static str {
    ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"][day.to_monday_zero_offset() as usize]
}

fn english(day: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day.to_monday_zero_offset() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Day<'_>> {
        Day::all(text, text.match_indices(MONTH).map(|(at, _)| at))
    }

    #[test]
    fn days_are_read_both_ways_from_their_month() {
        for (text, days) in [
            ("于2024年5月4日召开", &[("2024年5月4日", Some("2024"), "5", "4")][..]),
            ("二〇二四年十二月三十一日", &[("二〇二四年十二月三十一日", Some("二〇二四"), "十二", "三十一")]),
            ("12024年05月04日", &[("2024年05月04日", Some("2024"), "05", "04")]),
            ("24年5月4日", &[("5月4日", None, "5", "4")]),
            ("二十四年5月4日", &[("5月4日", None, "5", "4")]),
            ("2024年112月3日", &[("12月3日", None, "12", "3")]),
            ("五月4日至六月5日", &[("五月4日", None, "五", "4"), ("六月5日", None, "六", "5")]),
            ("5月4日2024年6月5日", &[("5月4日", None, "5", "4"), ("2024年6月5日", Some("2024"), "6", "5")]),
            ("三1月4日", &[("1月4日", None, "1", "4")]),
            ("5月4号", &[]),
            ("5月 4日", &[]),
            ("5月123日", &[]),
            ("5月三十一二日", &[]),
            ("5月", &[]),
            ("月4日", &[]),
            ("", &[]),
        ] {
            let found: Vec<_> = all(text).into_iter().map(|it| (&text[it.range.clone()], it.year, it.month, it.day)).collect();
            assert_eq!(found, days, "{text}");
        }
    }

    #[test]
    fn a_weekday_stands_right_behind_its_day() {
        for (text, name) in [
            ("5月4日（星期六）", Some(("六", true, "5月4日（星期六）"))),
            ("5月4日 (周日)。", Some(("日", true, "5月4日 (周日)"))),
            ("5月4日，周六上午", Some(("六", false, "5月4日，周六"))),
            ("5月4日, 礼拜天", Some(("天", false, "5月4日, 礼拜天"))),
            ("5月4日星期六、日", Some(("六", false, "5月4日星期六"))),
            ("5月4日（周六", None),
            ("5月4日（周六、日）", None),
            ("5月4日  周六", None),
            ("5月4日 ，周六", None),
            ("5月4日周年", None),
            ("5月4日", None),
        ] {
            let found = all(text).pop().and_then(|it| it.weekday.map(|(name, bracketed)| (name, bracketed, &text[it.range.start..it.end])));
            assert_eq!(found, name, "{text}");
        }
    }

    #[test]
    fn days_in_figures_have_two_signs() {
        for (text, days) in [
            ("2024.5.4至2024-05-31", &["2024.5.4", "2024-05-31"][..]),
            ("2024.5-123", &["2024.5-12"]),
            ("12024.5.4", &["2024.5.4"]),
            ("2024.1.2024.1.5", &["2024.1.20"]),
            ("1999-12-31-5", &["1999-12-31"]),
            ("3024.5.4", &[]),
            ("024.5.4", &[]),
            ("2024.123.4", &[]),
            ("2024..4", &[]),
            ("2024.5.", &[]),
            ("2024.5", &[]),
            (".", &[]),
        ] {
            let found: Vec<_> = Dotted::all(text).into_iter().map(|it| &text[it.range]).collect();
            assert_eq!(found, days, "{text}");
        }
    }
    #[test]
    fn a_day_of_the_lunar_calendar_stands_behind_its_name() {
        for before in ["每年农历", "（阴历", "2024年农历", "农历甲辰年", "农历：闰", "旧历正月初一至", "农历2024年正月廿九、"]
        {
            assert!(is_lunar(before), "{before}");
        }
        for before in ["", "农", "农历春节，", "农历正月初一（", "农历除夕即2024年", "农历一二三四五六七八九十一二三四五六七"]
        {
            assert!(!is_lunar(before), "{before}");
        }
    }
}
