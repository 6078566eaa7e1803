//! Contacts that cannot be reached: a name without a number, a number too short or too long, a malformed address.
//!
//! Only what a label announces (电话：, 邮箱：) is held to a form. Masked numbers (138****1234), internal ones of four figures
//! and those of services (12345) are left alone.

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    pattern::pattern,
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

/// A label and the figures behind it.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:电话|手机|热线|座机)(?:号码)?(?:[（(][\p{Han}]{2,4}[）)])?\s?[：:]\s?((?:[（(][0-9０-９]{3,4}[）)])?[0-9０-９](?:\s?[-－—–]\s?[0-9０-９]|[0-9０-９])*)",
    )
});
/// A label and the signs behind it.
static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:邮箱|电子邮件|[Ee]-?mail)(?:地址)?\s?[：:]?\s?([A-Za-z0-9@＠#._\-．，,。]{5,60})"));

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    for line in &document.lines {
        let text = document.text.slice(line.span);
        for number in NUMBER.captures_iter(text).filter_map(|found| found.get(1)) {
            phone(text, line.span, number, findings);
        }
        for address in ADDRESS.captures_iter(text).filter_map(|found| found.get(1)) {
            self::address(line.span, address, findings);
        }
    }
    numberless(subject, findings);
}

fn phone(text: &str, line: Span, number: regex::Match<'_>, findings: &mut Findings<'_>) {
    let rest = text[number.end()..].trim_start();
    let goes_on = rest.starts_with(|c: char| "*＊xX×/、（(转".contains(c) || c.is_ascii_digit() || c.is_ascii_alphabetic());
    // 010-12345678-802: an extension
    let number_alone = number.as_str().splitn(3, ['-', '－', '—', '–']).take(2).collect::<Vec<_>>();
    let figures: Vec<u32> = number_alone.concat().chars().filter_map(numeral::figure).collect();
    if !goes_on && !is_length(&figures) {
        let words = number.as_str().trim_end_matches(['-', '－', '—', '–']);
        findings.report(&PHONE, line.slice(number.start()..number.start() + words.len()), &[], [words, &figures.len().to_string()]);
    }
}

/// Whether a number may have so many figures.
fn is_length(figures: &[u32]) -> bool {
    match (figures.first(), figures.get(1), figures.len()) {
        // 010, 02x and a number of 8; four figures and one of 7 or 8
        (Some(0), Some(1 | 2), n) => (10..=11).contains(&n) || n > 14,
        (Some(0), _, n) => (11..=12).contains(&n) || n > 14,
        (Some(1), Some(3..=9), n) => n == 11 || n <= 8 || n > 20,
        (Some(4 | 8), Some(0), n) => n == 10 || n <= 8 || n > 14,
        (_, _, n) => n != 9,
    }
}

fn address(line: Span, found: regex::Match<'_>, findings: &mut Findings<'_>) {
    let words = found.as_str().trim_end_matches(['，', ',', '。', '.']);
    let sign = words.contains(['@', '＠']);
    let web = words.starts_with("www.") || words.starts_with("http");
    let domain = words.contains('.') && words.chars().any(|c| c.is_ascii_alphabetic());
    // 邮箱：a@b.cn，电话 stops at the comma; a@163，com does not
    let whole = email::find(words).iter().any(|it| it.range.start == 0);
    if !web && !whole && (sign || domain) {
        findings.report(&EMAIL, line.slice(found.start()..found.start() + words.len()), &[], [words]);
    }
}

/// 联系人：李明远
static PERSON: LazyLock<Regex> = LazyLock::new(|| pattern(r"联\s*系\s*人\s*[：:]\s*(\p{Han}(?:\s?\p{Han}){1,3})(?:[，。；、）\s]|$)"));

/// Lines on either side of a contact in which its number may stand.
const NEAR: usize = 4;

/// Contact persons without any number near them.
fn numberless(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    for (n, line) in document.lines.iter().enumerate().filter(|(_, line)| line.role != Role::Row) {
        let Some(name) = PERSON.captures(document.text.slice(line.span)).and_then(|found| found.get(1)) else { continue };
        let around = &document.lines[n.saturating_sub(NEAR)..(n + NEAR + 1).min(document.lines.len())];
        let reached =
            around.iter().filter(|it| !matches!(it.role, Role::Date | Role::DocNumber)).any(|it| reaches(document.text.slice(it.span)));
        if !reached {
            findings.report(&NUMBERLESS, line.span.slice(name.range()), &[], [name.as_str()]);
        }
    }
}

/// Whether a line holds a number or an address: four figures in a row that are no year, a mask, @.
fn reaches(text: &str) -> bool {
    static REACH: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"[0-9０-９*＊×xX]{5}|[0-9０-９]{3,4}[-－—–][0-9０-９]{3}|[0-9]{4}(?:[^年0-9]|$)|[@＠]"));
    REACH.is_match(text)
}
