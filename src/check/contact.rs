//! Contacts that cannot be reached: a name without a number, a number too short or too long, a malformed address.
//!
//! Only what a label announces (电话：, 邮箱：) is held to a form. Masked numbers (138****1234), internal ones of four figures
//! and those of services (12345) are left alone.

use std::ops::Range;

use super::{
    Findings, Subject,
    cue::Cues,
    run::{blank, run},
};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::{Characters, joined, picked, short},
    pattern::is_han,
    phrase::{email, numeral},
    span::Span,
    structure::Role,
};

/// 联系人：李明远 and no number.
static NUMBERLESS: Rule = Rule {
    code: "contact-number",
    severity: Severity::Warning,
    zh: "联系人“{0}”没有电话或邮箱。",
    en: "No telephone number or address is given for {0}.",
    basis: "GB/T 9704-2012, 7.3.6; a contact is there to be reached",
};
/// 电话：0750-33802
static PHONE: Rule = Rule {
    code: "phone-length",
    severity: Severity::Warning,
    zh: "电话号码“{0}”有{1}位数字，位数不对。",
    en: "The telephone number “{0}” has {1} figures, which no number has.",
    basis: "GF 001-9904 (numbering plan): 7 or 8 figures, area code of 3 or 4, mobile 11",
};
/// 邮箱：office.example.gov.cn
static EMAIL: Rule = Rule {
    code: "email-form",
    severity: Severity::Warning,
    zh: "邮箱地址“{0}”不合格式。",
    en: "“{0}” is no e-mail address.",
    basis: "RFC 5321, 4.1.2",
};

pub(super) static RULES: &[&Rule] = &[&NUMBERLESS, &PHONE, &EMAIL];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (_, line, text) in subject.lines_with(Cues::PHONE) {
        let places = subject.reading.cues.within(Cues::PHONE, line.span);
        labelled(text, places, PHONES, number).for_each(|number| phone(text, line.span, number, findings));
    }
    for (_, line, text) in subject.lines_with(Cues::MAIL) {
        let places = text.char_indices().filter(|(_, c)| begins_address(*c)).map(|(at, _)| at);
        labelled(text, places, ADDRESSES, signs).for_each(|signs| address(text, line.span, signs, findings));
    }
    numberless(subject, findings);
}

/// Labels of a telephone number, which are the signs for it.
const PHONES: &[&str] = picked!(contact_labels: phone);
/// Labels of an e-mail address.
const ADDRESSES: &[&str] = joined!(picked!(contact_labels: mail), &["email", "e-mail"]);

/// What is read behind each of `labels` at the `places` of `text`, its place; the next label is looked for behind it.
fn labelled<'t>(
    text: &'t str,
    places: impl Iterator<Item = usize>,
    labels: &'t [&str],
    read: fn(&'t str) -> Option<(&'t str, &'t str)>,
) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    places.filter_map(move |at| {
        let (value, rest) = read(short::behind(&text[at..], labels).filter(|_| at >= end)?)?;
        end = text.len() - rest.len();
        Some(end - value.len()..end)
    })
}

/// Whether the label of an e-mail address may begin so.
const fn begins_address(c: char) -> bool {
    static FIRST: Characters = Characters::first_of(ADDRESSES);
    FIRST.may_have(c)
}

/// The number behind its label: 号码（办公）： 0750-3380211.
fn number(i: &str) -> Option<(&str, &str)> {
    let i = i.strip_prefix("号码").unwrap_or(i);
    let named = bracketed(i, is_han).filter(|(inner, _)| (2..=4).contains(&inner.chars().count()));
    let start = blank(blank(named.map_or(i, |(_, rest)| rest)).strip_prefix(['：', ':'])?);
    let coded = bracketed(start, is_figure).filter(|(inner, _)| (3..=4).contains(&inner.chars().count()));
    let mut rest = coded.map_or(start, |(_, rest)| rest).strip_prefix(is_figure)?;
    while let Some(next) = rest.strip_prefix(is_figure).or_else(|| hyphened(rest)) {
        rest = next;
    }
    Some(start.split_at(start.len() - rest.len()))
}

/// A hyphen that joins the next figure, and that figure.
fn hyphened(i: &str) -> Option<&str> {
    blank(blank(i).strip_prefix(is_hyphen)?).strip_prefix(is_figure)
}

/// What stands in the bracket at the head of `i`, all of a kind, and what stands behind the bracket.
fn bracketed(i: &str, of: fn(char) -> bool) -> Option<(&str, &str)> {
    let (inner, rest) = run(i.strip_prefix(['（', '('])?, 4, of);
    Some((inner, rest.strip_prefix(['）', ')'])?))
}

/// The signs behind the label of an address: 地址：office@example.cn.
fn signs(i: &str) -> Option<(&str, &str)> {
    let i = blank(i.strip_prefix("地址").unwrap_or(i));
    let start = blank(i.strip_prefix(['：', ':']).unwrap_or(i));
    let (signs, rest) = run(start, 60, |c| c.is_ascii_alphanumeric() || "@＠#._-．，,。".contains(c));
    (signs.chars().count() >= 5).then_some((signs, rest))
}

fn is_figure(c: char) -> bool {
    numeral::figure(c).is_some()
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '－' | '—' | '–')
}

fn phone(text: &str, line: Span, number: Range<usize>, findings: &mut Findings<'_>) {
    let rest = text[number.end..].trim_start();
    let goes_on = rest.starts_with(|c: char| "*＊xX×/、（(转".contains(c) || c.is_ascii_digit() || c.is_ascii_alphabetic());
    let Some(home) = at_home(&text[number.clone()]) else { return };
    let number = number.end - home.len()..number.end;
    // 010-12345678-802: an extension
    let number_alone = home.splitn(3, is_hyphen).take(2).flat_map(str::chars);
    let figures: Vec<u32> = number_alone.filter_map(numeral::figure).collect();
    if !goes_on && !is_length(&figures) {
        findings.report(&PHONE, line.slice(number.clone()), &[], [&text[number], &figures.len().to_string()]);
    }
}

/// The number without the prefix with which it is dialled from abroad, 0086; none where it is of another country, whose
/// numbers are as long as that country likes.
fn at_home(number: &str) -> Option<&str> {
    let Some(abroad) = number.strip_prefix("00") else { return Some(number) };
    abroad.strip_prefix("86").map(|rest| rest.trim_start_matches(|c: char| c.is_whitespace() || is_hyphen(c)))
}

/// Two numbers that a dump has run together are no slip of the office: a fixed line of 8 figures and one of 7 have more
/// than so many, and so have a mobile and a fixed line with its area code.
const FIXED_LINE: usize = 14;
const MOBILE: usize = 20;

/// Whether a number may have so many figures.
fn is_length(figures: &[u32]) -> bool {
    match (figures.first(), figures.get(1), figures.len()) {
        // 010, 02x and a number of 8; four figures and one of 7 or 8
        (Some(0), Some(1 | 2), n) => (10..=11).contains(&n) || n > FIXED_LINE,
        (Some(0), _, n) => (11..=12).contains(&n) || n > FIXED_LINE,
        (Some(1), Some(3..=9), n) => n == 11 || n <= 8 || n > MOBILE,
        (Some(4 | 8), Some(0), n) => n == 10 || n <= 8 || n > FIXED_LINE,
        (_, _, n) => n != 9,
    }
}

fn address(text: &str, line: Span, found: Range<usize>, findings: &mut Findings<'_>) {
    let words = text[found.clone()].trim_end_matches(['，', ',', '。', '.']);
    let sign = words.contains(['@', '＠']);
    let web = words.starts_with("www.") || words.starts_with("http");
    let domain = words.contains('.') && words.chars().any(|c| c.is_ascii_alphabetic());
    // 邮箱：a@b.cn，电话 stops at the comma; a@163，com does not
    let whole = email::find(words).iter().any(|it| it.range.start == 0);
    if !web && !whole && (sign || domain) {
        findings.report(&EMAIL, line.slice(found.start..found.start + words.len()), &[], [words]);
    }
}

/// Lines on either side of a contact in which its number may stand.
const NEAR: usize = 4;

/// Contact persons without any number near them.
fn numberless(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    for (n, line, text) in subject.lines_with(Cues::PERSON).filter(|(_, line, _)| line.role != Role::Row) {
        let Some(name) = person(text, subject.reading.cues.within(Cues::PERSON, line.span)) else { continue };
        let around = &document.lines[n.saturating_sub(NEAR)..(n + NEAR + 1).min(document.lines.len())];
        let reached =
            around.iter().filter(|it| !matches!(it.role, Role::Date | Role::DocNumber)).any(|it| reaches(document.text.slice(it.span)));
        if !reached {
            findings.report(&NUMBERLESS, line.span.slice(name.clone()), &[], [&text[name]]);
        }
    }
}

/// The first name behind 联系人： in `text`, where 联 stands at `places`.
fn person(text: &str, mut places: impl Iterator<Item = usize>) -> Option<Range<usize>> {
    places.find_map(|at| {
        let i = text[at..].strip_prefix('联')?.trim_start().strip_prefix('系')?;
        let i = i.trim_start().strip_prefix('人')?.trim_start().strip_prefix(['：', ':'])?.trim_start();
        let start = text.len() - i.len();
        Some(start..start + name(i)?)
    })
}

/// The bytes of the name at the head of `i`: two to four characters, blanks between them, and an end behind it.
fn name(i: &str) -> Option<usize> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || "，。；、）".contains(c));
    let (mut rest, mut found) = (i.strip_prefix(is_han)?, None);
    for _ in 0..3 {
        let Some(next) = blank(rest).strip_prefix(is_han) else { break };
        rest = next;
        found = Some(i.len() - rest.len()).filter(|_| ends(rest)).or(found);
    }
    found
}

/// Whether a line holds a number or an address: four figures in a row that are no year, a mask, @.
fn reaches(text: &str) -> bool {
    // how many figures and signs of a mask stand in a row; figures, of either width and half-width alone
    let (mut masked, mut figures, mut narrow) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        if matches!(c, '\u{4e00}'..='\u{9fff}') {
            if narrow > 3 && c != '年' {
                return true;
            }
            (masked, figures, narrow) = (0, 0, 0);
            continue;
        }
        let joined = figures > 2 && is_hyphen(c) && run(&text[at + c.len_utf8()..], 3, is_figure).0.chars().count() == 3;
        if joined || matches!(c, '@' | '＠') || (narrow > 3 && !c.is_ascii_digit()) {
            return true;
        }
        masked = if is_figure(c) || matches!(c, '*' | '＊' | '×' | 'x' | 'X') { masked + 1 } else { 0 };
        figures = if is_figure(c) { figures + 1 } else { 0 };
        narrow = if c.is_ascii_digit() { narrow + 1 } else { 0 };
        if masked > 4 {
            return true;
        }
    }
    narrow > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every place in a text.
    fn all(text: &str) -> impl Iterator<Item = usize> {
        text.char_indices().map(|(at, _)| at)
    }

    #[test]
    fn numbers_stand_behind_their_label() {
        for (text, numbers) in [
            ("联系电话：0750-3380211", &["0750-3380211"][..]),
            ("电话号码（办公）: 3380211 － 802，手机：13800001234", &["3380211 － 802", "13800001234"]),
            ("热线：（0750）3380211；座机:(010)8", &["（0750）3380211", "(010)8"]),
            ("电话：３３８０２１１转802", &["３３８０２１１"]),
            ("电话（手机）：12", &["12"]),
            ("电话：3380211-", &["3380211"]),
            ("电话：（0750） 3380211", &[]),
            ("电话（办）：3380211", &[]),
            ("电话3380211", &[]),
            ("电话：  3380211", &[]),
            ("电话：见附件", &[]),
            ("电话", &[]),
        ] {
            let found: Vec<_> = labelled(text, all(text), PHONES, number).map(|range| &text[range]).collect();
            assert_eq!(found, numbers, "{text}");
        }
    }

    #[test]
    fn addresses_stand_behind_their_label() {
        for (text, addresses) in [
            ("电子邮箱：office@example.cn", &["office@example.cn"][..]),
            ("电子邮件地址: a.b_c＠example．cn，电话", &["a.b_c＠example．cn，"]),
            ("E-mail office@example.cn email:x@y.cn", &["office@example.cn", "x@y.cn"]),
            ("邮箱：abcd", &[]),
            ("邮箱：：abcde", &[]),
            ("e--mail:abcde", &[]),
            ("邮箱", &[]),
        ] {
            let found: Vec<_> = labelled(text, all(text), ADDRESSES, signs).map(|range| &text[range]).collect();
            assert_eq!(found, addresses, "{text}");
        }
        let long = format!("邮箱：{}", "a".repeat(70));
        assert_eq!(labelled(&long, all(&long), ADDRESSES, signs).map(|range| range.len()).collect::<Vec<_>>(), [60]);
    }

    #[test]
    fn a_person_ends_where_a_name_may() {
        for (text, name) in [
            ("联系人：李明远", Some("李明远")),
            ("（联 系 人: 李 明，电话）", Some("李 明")),
            ("联系人：王静 电话另告", Some("王静")),
            ("联系人：王 小明 电话另告", Some("王 小明")),
            ("联系联系人：欧阳静雯。", Some("欧阳静雯")),
            ("联系人：各单位请报，联系人：王静）", Some("王静")),
            ("联系人：李", None),
            ("联系人：欧阳静雯雯", None),
            ("联系人：李明/王静", None),
            ("联系人李明", None),
            ("联系：李明", None),
            ("联", None),
        ] {
            assert_eq!(person(text, all(text)).map(|range| &text[range]), name, "{text}");
        }
    }

    #[test]
    fn a_contact_is_reached_by_figures_that_are_no_year() {
        for text in
            ["3380", "转8021", "138****", "０７５０-338", "012—345", "a@", "二〇＠", "2024年3380211", "2024.5", "×××××", "１２３－４５６"]
        {
            assert!(reaches(text), "{text}");
        }
        for text in ["", "2024年", "338", "12-345", "075-33", "１２３４", "１２３４月", "****", "联系人"] {
            assert!(!reaches(text), "{text}");
        }
    }
}
