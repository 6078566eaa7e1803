//! Ends that were counted in working days of a year whose holidays nobody gave.

use super::{Findings, Subject};
use crate::diagnostic::{Rule, Severity};

/// 5个工作日内, counted with weekends off alone.
static UNKNOWN: Rule = Rule {
    code: "holidays-unknown",
    severity: Severity::Info,
    zh: "“{0}”按工作日推算，未提供{1}年的节假日安排，只扣除了周末。",
    en: "“{0}” was counted with weekends off alone; the holidays of {1} were not given.",
    basis: "全国年节及纪念日放假办法; the State Council sets the days each year",
};

pub(super) static RULES: &[&Rule] = &[&UNKNOWN];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let counted =
        subject.record.deadlines.iter().filter(|deadline| deadline.anchor.as_ref().is_some_and(|anchor| anchor.duration.workdays));
    for deadline in counted {
        let year = deadline.end.map(|end| end.date.year());
        if let Some(year) = year.filter(|year| !subject.base.workdays.knows(*year)) {
            findings.report_at(&UNKNOWN, deadline.quote.span, Vec::new(), [&deadline.quote.text, &year.to_string()]);
        }
    }
}
