//! Several documents in one text: what is said once in the record is that of the first.

use super::{Findings, Subject};
use crate::diagnostic::{Rule, Severity};

/// A second title with a number or recipients of its own.
static SEVERAL: Rule = Rule {
    code: "several-documents",
    severity: Severity::Warning,
    zh: "“{0}”是另一份文件，首部、主送机关和成文日期只取自第一份。",
    en: "“{0}” is another document; header, recipients and date are only those of the first.",
    basis: "GB/T 9704-2012, 7.2, 7.3: each document has its own",
};

pub(super) static RULES: &[&Rule] = &[&SEVERAL];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for other in subject.reading.document.others() {
        let title = other.title.unwrap_or(other.span);
        findings.report(&SEVERAL, title, &[], [subject.reading.document.text.slice(title)]);
    }
}
