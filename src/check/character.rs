//! Characters that are not those of the standard: traditional ones, and letters where figures are meant.
//!
//! Both are told because of what is not found for them: word lists are of standard characters, and `2O24年` is no year.

use memchr::{memchr_iter, memchr3_iter};

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    order,
    pattern::is_han,
    span::Span,
};

/// 關於開展檢查的通知
static TRADITIONAL: Rule = Rule {
    code: "script-traditional",
    severity: Severity::Warning,
    zh: "正文为繁体字（如“{0}”），词表只收规范汉字，任务等记录会有缺漏。",
    en: "The text is in traditional characters, as “{0}”; word lists are of standard ones, and tasks and other records will be missing.",
    basis: "国家通用语言文字法, 9: offices write standard characters",
};
/// 2O24年
static LETTER: Rule = Rule {
    code: "figure-letter",
    severity: Severity::Error,
    zh: "数字“{0}”中混有字母，似应为“{1}”，未能读出。",
    en: "There is a letter among the figures “{0}”, for which “{1}” may be meant; it could not be read.",
    basis: "GB/T 15835-2011, 4: figures are written with figures",
};

pub(super) static RULES: &[&Rule] = &[&TRADITIONAL, &LETTER];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let text = subject.reading.document.text.as_str();
    if let Some(places) = traditional(text) {
        let signs: String = places.iter().map(|place| &text[place.range()]).take(SHOWN).collect();
        findings.report(&TRADITIONAL, places[0], &[], [&signs]);
    }
    for place in letters(text) {
        let written = &text[place.range()];
        let meant = written.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
        findings.report(&LETTER, place, &[], [written, &meant]);
    }
}

/// Whether `c` is a traditional character of most official texts, and no standard one as well.
#[rustfmt::skip]
const fn is_traditional(c: char) -> bool {
    matches!(
        c,
        '發' | '會' | '國' | '關' | '應' | '對' | '務' | '將' | '請' | '學' | '區' | '縣' | '員' | '實' | '業' | '辦' | '機' | '構'
        | '經' | '與' | '為' | '這' | '個' | '來' | '時' | '過' | '還' | '進' | '開' | '設' | '計' | '劃' | '規' | '條' | '項' | '則'
        | '財' | '資' | '費' | '長' | '門' | '電' | '話' | '聯' | '繫' | '報' | '導' | '責' | '隊' | '鎮' | '黨'
    )
}

/// Characters at the beginning of a text of which one is traditional, if the text is.
const FIRST: usize = 60;
/// Characters at the beginning of a text that tell its script.
const HEAD: usize = 400;
/// How many of them must be traditional: a name may have one.
const LEAST: usize = 8;
/// One in so many.
const SHARE: usize = 30;
/// How many are shown.
const SHOWN: usize = 4;

/// The traditional characters at the beginning of a text that is written in them.
fn traditional(text: &str) -> Option<Vec<Span>> {
    let han = || text.char_indices().filter(|(_, c)| is_han(*c));
    if !han().take(FIRST).any(|(_, c)| is_traditional(c)) {
        return None;
    }
    let count = han().take(HEAD).count();
    let places: Vec<Span> = han().take(HEAD).filter(|(_, c)| is_traditional(*c)).map(|(at, c)| Span::new(at, at + c.len_utf8())).collect();
    (places.len() >= LEAST && places.len() * SHARE > count).then_some(places)
}

/// Figures with a letter among them that looks like one, before what is counted: 2O24年, l2日, 5OO万元.
fn letters(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let is_letter = |b: u8| matches!(b, b'O' | b'o' | b'l' | b'I');
    let is_part = |b: &u8| b.is_ascii_digit() || is_letter(*b);
    let mut signs: Vec<usize> = memchr3_iter(b'O', b'o', b'l', bytes).chain(memchr_iter(b'I', bytes)).collect();
    order::by(&mut signs, |sign| (*sign, 0));
    let (mut found, mut seen): (Vec<Span>, usize) = (Vec::new(), 0);
    for sign in signs {
        if sign < seen {
            continue;
        }
        let start = sign - bytes[..sign].iter().rev().take_while(|b| is_part(b)).count();
        let end = sign + bytes[sign..].iter().take_while(|b| is_part(b)).count();
        seen = end;
        let free = start == 0 || !(bytes[start - 1].is_ascii_alphanumeric() || matches!(bytes[start - 1], b'.' | b'-' | b'/' | b'@'));
        let figures = bytes[start..end].iter().filter(|b| b.is_ascii_digit()).count();
        if free && figures > 0 && text[end..].starts_with(COUNTED) {
            found.push(Span::new(start, end));
        }
    }
    found
}

/// What stands behind figures that count or date.
const COUNTED: [char; 16] = ['年', '月', '日', '号', '时', '万', '亿', '元', '%', '％', '人', '名', '家', '条', '项', '天'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_among_figures() {
        for (text, found) in [
            ("2O24年5月", &["2O24"][..]),
            ("于2024年1O月l2日前", &["1O", "l2"]),
            ("补助5OO万元、3l人", &["5OO", "3l"]),
            ("排放CO2的项目，每瓶5l，H2O个", &[]),
            ("见V2.0l号文件，型号AB-20l号", &[]),
            ("Ⅰ类、I级、IO月", &[]),
        ] {
            assert_eq!(letters(text).iter().map(|place| &text[place.range()]).collect::<Vec<_>>(), found, "{text}");
        }
    }

    #[test]
    fn a_script_is_told_by_many_characters() {
        let text = "關於開展學校安全檢查的通知，各縣（區）教育局：為保障師生安全，現將有關事項通知如下，請認真執行。";
        assert!(traditional(text).is_some_and(|places| &text[places[0].range()] == "關"));
        assert!(traditional("关于开展学校安全检查的通知，鄭國華、陳學經等同志参加，请各县（区）认真执行。").is_none());
    }
}
