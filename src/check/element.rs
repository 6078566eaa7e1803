//! Elements that the form asks for: date, signature, recipients, and a 版记 that is whole.
//!
//! Only a letter that is whole is held to this: one with recipients or a signature, so that a plan published alone, a
//! regulation or a page of text is left in peace. 纪要, 公报, 命令 and the like have forms of their own (GB/T 9704-2012, 10).

use std::sync::LazyLock;

use regex::Regex;

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    phrase::agency,
    span::Span,
    structure::{PartKind, Role},
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

pub(super) static RULES: &[&Rule] = &[&DATE, &SIGNATURE, &RECIPIENTS, &REQUEST, &COPIES, &PRINTING];

/// Kinds that are addressed to somebody.
const ADDRESSED: [&str; 4] = ["请示", "批复", "函", "报告"];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let (head, tail) = (&document.head, &document.tail);
    let Some(title) = head.title else { return };
    let genre = subject.record.header.genre.as_ref().map_or("", |genre| genre.text.as_str());
    let last = |spans: &[Span]| spans.last().copied();
    if tail.date.is_none() && head.date.is_none() && !is_cut(subject) {
        if let (Some(signature), false) = (last(&tail.signatures), head.recipients.is_empty()) {
            findings.report(&DATE, signature, &[], []);
        }
    }
    if let Some(date) = tail.date.filter(|_| tail.signatures.is_empty() && tail.signatories.is_empty()) {
        let signs = ["通知", "请示", "报告", "批复", "函", "意见", "通报"].contains(&genre);
        let named = head.issuing_mark.is_some() || !subject.record.header.issuers.is_empty();
        if signs && !named && !head.recipients.is_empty() && stands_alone(subject, date) {
            findings.report(&SIGNATURE, date, &[], []);
        }
    }
    if head.recipients.is_empty()
        && ADDRESSED.contains(&genre)
        && tail.date.is_some()
        && !tail.signatures.is_empty()
        && !is_addressed(subject)
    {
        findings.report(&RECIPIENTS, title, &[], [genre]);
    }
    if genre == "请示" && head.recipients.len() > 1 {
        findings.report(&REQUEST, head.recipients[0], &head.recipients[1..], [&head.recipients.len().to_string()]);
    }
    colophon(subject, findings);
}

/// Whether the letter ends in the middle: its last line closes no sentence.
fn is_cut(subject: &Subject<'_>) -> bool {
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

/// 抄送：, with what may be an organ behind it.
static COPIED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^抄\s*[送报]\s*[:：]\s*[。.]?$").expect("a valid pattern"));
/// 海川市教育局办公室印发
static PRINTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[\p{Han}（）]{4,30}(?:局|厅|委|办公室|政府|部|处|秘书科)\s*印发$").expect("a valid pattern"));

fn colophon(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let text = |span| document.text.slice(span);
    for (n, line) in document.lines.iter().enumerate() {
        let words = text(line.span);
        if words.len() > 200 {
            continue;
        }
        let next = document.lines.get(n + 1).map_or("", |next| text(next.span));
        if COPIED.is_match(words) && !agency::is_organ(next.trim_end_matches('。')) && agency::split_list(next).len() < 2 {
            findings.report(&COPIES, line.span, &[], []);
        }
        if PRINTED.is_match(words) && document.tail.print_date.is_none() {
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
