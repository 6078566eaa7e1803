//! Elements that the form asks for: date, signature, recipients, and a 版记 that is whole.
//!
//! Only a letter that is whole is held to this: one with recipients or a signature, so that a plan published alone, a
//! regulation or a page of text is left in peace. 纪要, 公报, 命令 and the like have forms of their own (GB/T 9704-2012, 10).

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::picked,
    pattern::is_han,
    phrase::agency,
    span::Span,
    structure::{Line, PartKind, Role},
};

/// No 成文日期.
static DATE: Rule = Rule {
    code: "missing-date",
    severity: Severity::Warning,
    zh: "有主送机关和署名，缺成文日期。",
    en: "There are recipients and a signature, and no date.",
    basis: "党政机关公文处理工作条例第九条; GB/T 9704-2012, 7.3.5",
};
/// No 发文机关署名.
static SIGNATURE: Rule = Rule {
    code: "missing-signature",
    severity: Severity::Warning,
    zh: "成文日期之上缺发文机关署名，标志和标题也未写明发文机关。",
    en: "No organ signs above the date, and neither mark nor title names one.",
    basis: "党政机关公文处理工作条例第九条; GB/T 9704-2012, 7.3.5",
};
/// No 主送机关.
static RECIPIENTS: Rule = Rule {
    code: "missing-recipients",
    severity: Severity::Warning,
    zh: "“{0}”应当写明主送机关，文中没有。",
    en: "A 《{0}》 names its recipients, and this one does not.",
    basis: "党政机关公文处理工作条例第九条; GB/T 9704-2012, 7.3.2",
};
/// A 请示 to two organs.
static REQUEST: Rule = Rule {
    code: "request-recipients",
    severity: Severity::Warning,
    zh: "请示原则上只主送一个上级机关，文中有{0}个。",
    en: "A 请示 goes to one superior organ, and this one goes to {0}.",
    basis: "党政机关公文处理工作条例第十五条",
};
/// 抄送： and nothing.
static COPIES: Rule = Rule {
    code: "copies-incomplete",
    severity: Severity::Warning,
    zh: "“抄送”之后没有机关名称。",
    en: "No organ stands behind 抄送.",
    basis: "GB/T 9704-2012, 7.4.2",
};
/// 海川市教育局办公室印发, without a day.
static PRINTING: Rule = Rule {
    code: "printing-incomplete",
    severity: Severity::Warning,
    zh: "版记缺{0}。",
    en: "The colophon lacks {1}.",
    basis: "GB/T 9704-2012, 7.4.3",
};

/// Neither signature nor date, or a signature that only the title stands for.
static UNSIGNED: Rule = Rule {
    code: "unsigned",
    severity: Severity::Info,
    zh: "文本缺{0}，发文机关只见于标题或标志。",
    en: "The text lacks {1}; only title or mark names who issued it.",
    basis: "GB/T 9704-2012, 7.3.5; dumps of web pages leave it out",
};
/// A 通知 to nobody.
static UNADDRESSED: Rule = Rule {
    code: "unaddressed",
    severity: Severity::Info,
    zh: "“{0}”没有主送机关。",
    en: "This 《{0}》 names no recipients.",
    basis: "GB/T 9704-2012, 7.3.2",
};
/// 请示报告
static GENRE: Rule = Rule {
    code: "genre-mixed",
    severity: Severity::Warning,
    zh: "标题并用两个文种“{0}”。",
    en: "The title ends in two kinds of document, “{0}”.",
    basis: "党政机关公文处理工作条例第八条、第十五条",
};
/// Printed before it was signed.
static EARLY: Rule = Rule {
    code: "printing-early",
    severity: Severity::Error,
    zh: "印发日期{0}早于成文日期{1}。",
    en: "It was printed on {0}, before its date, {1}.",
    basis: "GB/T 9704-2012, 7.3.5, 7.4.3",
};
/// 〔2023〕 and a date of 2024.
static YEAR: Rule = Rule {
    code: "number-year",
    severity: Severity::Warning,
    zh: "发文字号的年份{0}与成文日期{1}不一致。",
    en: "The number is of {0} and the date is {1}.",
    basis: "GB/T 9704-2012, 7.2.5, 7.3.5",
};

pub(super) static RULES: &[&Rule] =
    &[&DATE, &SIGNATURE, &UNSIGNED, &RECIPIENTS, &UNADDRESSED, &REQUEST, &GENRE, &COPIES, &PRINTING, &EARLY, &YEAR];

/// Kinds that are addressed to somebody.
const ADDRESSED: &[&str] = picked!(genres: addressed);
/// Those, and others that are signed though their titles name who issues them.
const SIGNED: &[&str] = picked!(genres: signed);

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    dates(subject, findings);
    colophon(subject, findings);
    let Some(title) = document.head.title else { return };
    let genre = subject.record.header.genre.as_ref().map_or("", |genre| genre.text.as_str());
    signature(subject, title, genre, findings);
    recipients(subject, title, genre, findings);
    let words = subject.words(title);
    if let Some(mixed) = ["请示报告", "请示函", "报告请示"].iter().find(|mixed| words.ends_with(**mixed)) {
        findings.report(&GENRE, Span { start: title.end - mixed.len() as u32, ..title }, &[], [mixed]);
    }
}

/// Signature and date of a letter.
fn signature(subject: &Subject<'_>, title: Span, genre: &str, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let (head, tail) = (&document.head, &document.tail);
    let signs = SIGNED.contains(&genre) && !head.recipients.is_empty();
    let signed = !tail.signatures.is_empty() || !tail.signatories.is_empty();
    let named = head.issuing_mark.is_some() || !subject.record.header.issuers.is_empty();
    match (tail.date.or(head.date), signed) {
        (None, true) if !head.recipients.is_empty() && !encloses(subject) => {
            findings.report(&DATE, tail.signatures.last().copied().unwrap_or(title), &[], []);
        }
        (None, false) if signs && document.page.written.is_none() => {
            findings.report(&UNSIGNED, title, &[], ["署名和成文日期", "signature and date"]);
        }
        (Some(date), false) if signs && named => findings.report(&UNSIGNED, date, &[title], ["署名", "a signature"]),
        (Some(date), false) if signs && stands_alone(subject, date) => findings.report(&SIGNATURE, date, &[], []),
        _ => {}
    }
}

/// Whom a letter is for.
fn recipients(subject: &Subject<'_>, title: Span, genre: &str, findings: &mut Findings<'_>) {
    let (head, tail) = (&subject.reading.document.head, &subject.reading.document.tail);
    let whole = tail.date.is_some() && !tail.signatures.is_empty();
    match &head.recipients[..] {
        [] if whole && ADDRESSED.contains(&genre) && !is_addressed(subject) => findings.report(&RECIPIENTS, title, &[], [genre]),
        [] if whole && genre == "通知" && !is_addressed(subject) => findings.report(&UNADDRESSED, title, &[], [genre]),
        [first, rest @ ..] if genre == "请示" && !rest.is_empty() => {
            findings.report(&REQUEST, *first, rest, [&head.recipients.len().to_string()]);
        }
        _ => {}
    }
}

/// Dates that contradict each other: number and signature, signature and colophon.
fn dates(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let (document, header) = (subject.reading.document, &subject.record.header);
    let (Some(place), Some(date)) = (document.tail.date, header.date.as_ref().and_then(|day| day.date)) else { return };
    if let (Some(span), Some(printed)) = (document.tail.print_date, header.print_date.as_ref().and_then(|day| day.date))
        && printed < date
    {
        findings.report(&EARLY, span, &[place], [&printed.to_string(), &date.to_string()]);
    }
    let year = header.doc_number.as_ref().filter(|number| number.quote.text.contains('〔')).and_then(|number| number.year);
    if let (Some(span), Some(year)) = (document.head.doc_number, year)
        // numbered in December, signed in January
        && year != date.year() && !(year + 1 == date.year() && date.month() == 1)
    {
        findings.report(&YEAR, span, &[place], [&year.to_string(), &date.to_string()]);
    }
}

/// Whether the letter encloses a document, at whose end its date may stand.
fn encloses(subject: &Subject<'_>) -> bool {
    subject.reading.document.parts.iter().any(|part| part.kind == PartKind::Enclosure)
}

/// Whether the line above the date ends a sentence or a list: otherwise it may be a signature that was not read.
fn stands_alone(subject: &Subject<'_>, date: Span) -> bool {
    let document = subject.reading.document;
    let above = document.lines.iter().rev().filter(|line| line.span.end < date.start && line.role != Role::Furniture);
    above.take(1).all(|line| line.role == Role::AttachmentNote || document.text.slice(line.span).ends_with(['。', '！', '）']))
}

/// Whether a line near the head ends in a colon: recipients that were not read as such.
fn is_addressed(subject: &Subject<'_>) -> bool {
    let document = subject.reading.document;
    let below = document
        .lines
        .iter()
        .filter(|line| document.head.title.is_some_and(|title| line.span.start > title.start) && line.role != Role::Signature);
    below.take(6).any(|line| {
        let words = document.text.slice(line.span);
        words.ends_with(['：', ':']) || agency::is_organ(words) || words.contains("抄送") || words.contains("主送")
    })
}

/// Whether a line is 抄送： and nothing else; what may be an organ stands below it.
fn is_bare_copies(line: &str) -> bool {
    let colon = line.strip_prefix('抄').and_then(|rest| rest.trim_start().strip_prefix(['送', '报']));
    let rest = colon.and_then(|rest| rest.trim_start().strip_prefix(['：', ':']));
    rest.is_some_and(|rest| matches!(rest.trim_start(), "" | "。" | "."))
}

/// Whether a line is 海川市教育局办公室印发 and nothing else.
fn is_printer(line: &str) -> bool {
    let organ = line.strip_suffix("印发").map(str::trim_end);
    let named = organ.filter(|organ| agency::ends_like_organ(organ));
    named.is_some_and(|name| (5..=31).contains(&name.chars().count()) && name.chars().all(|c| is_han(c) || matches!(c, '（' | '）')))
}

/// Whether a line begins with 抄, or ends with 印发: told by its bytes, since all lines are asked.
const fn is_of_colophon(line: &[u8]) -> bool {
    matches!(line, [0xe6, 0x8a, 0x84, ..] | [.., 0xe5, 0x8d, 0xb0, 0xe5, 0x8f, 0x91])
}

fn colophon(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let text = |span| document.text.slice(span);
    let may_be = |line: &Line| line.span.len() <= 200 && is_of_colophon(text(line.span).as_bytes());
    for (n, line) in document.lines.iter().enumerate().filter(|(_, line)| may_be(line)) {
        let words = text(line.span);
        let next = || document.lines.get(n + 1).map_or("", |next| text(next.span));
        if is_bare_copies(words) && !agency::is_organ(next().trim_end_matches('。')) && agency::split_list(next()).len() < 2 {
            findings.report(&COPIES, line.span, &[], []);
        }
        if document.tail.print_date.is_none() && is_printer(words) {
            findings.report(&PRINTING, line.span, &[], ["印发日期", "the day of printing"]);
        }
    }
    if let Some(date) = document.tail.print_date.filter(|_| document.tail.printer.is_none()) {
        let line = document.lines.iter().find(|line| line.span.contains(date)).map_or(date, |line| line.span);
        let before = Span { end: date.start, ..line };
        if text(before).trim().is_empty() && document.head.issuing_mark.is_some() {
            findings.report(&PRINTING, date, &[], ["印发机关", "the organ that printed it"]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_bare_where_nothing_stands_behind_the_colon() {
        for line in ["抄送：", "抄报:", "抄 送 ： ", "抄送：。", "抄送：　."] {
            assert!(is_bare_copies(line), "{line}");
        }
        for line in ["", "抄", "抄送", " 抄送：", "抄写：", "抄送：。 ", "抄送：。。", "抄送：市教育局", "抄送：市教育局。"]
        {
            assert!(!is_bare_copies(line), "{line}");
        }
    }

    #[test]
    fn a_printer_is_an_organ_before_its_verb() {
        for line in ["海川市教育局办公室印发", "海川市教育局　印发", "海川市（县）教育局 印发", "云岭县人民政府印发", "海川市局秘书科印发"]
        {
            assert!(is_printer(line), "{line}");
        }
        let long = format!("{}局印发", "海".repeat(31));
        for line in [
            "",
            "印发",
            "教育局印发",
            "海川市教育局印发。",
            "海川市教育局 2024年印发",
            "由海川市教育局负责印发",
            &long,
            " 海川市教育局印发",
        ] {
            assert!(!is_printer(line), "{line}");
        }
    }
}
