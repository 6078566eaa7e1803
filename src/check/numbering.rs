//! Section numbers: gaps, repeats, restarts, levels out of order.
//!
//! GB/T 9704-2012, 7.3.3 gives the order of levels: 一、 （一） 1. （1）. Numbers that run on through their parents (（五） under
//! the next 一、) are a style of their own and no fault, and so is a level left out where the text is short. A number
//! counts as missing only where it stands nowhere between its neighbours.

use std::collections::{HashMap, HashSet};

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    span::Span,
    structure::{Part, Section, label::Style},
};

/// 一、 三、
static GAP: Rule = Rule {
    code: "numbering-gap",
    severity: Severity::Warning,
    zh: "序号不连续：“{0}”之后是“{1}”。",
    en: "The numbering has a gap: “{1}” follows “{0}”.",
    basis: "GB/T 9704-2012, 7.3.3",
};
/// 二、 二、
static REPEAT: Rule = Rule {
    code: "numbering-repeat",
    severity: Severity::Warning,
    zh: "序号“{0}”在同一层次出现两次。",
    en: "The number “{0}” stands twice on one level.",
    basis: "GB/T 9704-2012, 7.3.3",
};
/// 三、 一、
static RESTART: Rule = Rule {
    code: "numbering-restart",
    severity: Severity::Warning,
    zh: "序号倒退：“{0}”之后是“{1}”。",
    en: "The numbering goes back: “{1}” follows “{0}”.",
    basis: "GB/T 9704-2012, 7.3.3",
};
/// （一） with 一、 below it.
static ORDER: Rule = Rule {
    code: "numbering-order",
    severity: Severity::Warning,
    zh: "层次序数颠倒：“{0}”之下不应再用“{1}”。",
    en: "The levels are out of order: “{1}” stands below “{0}”.",
    basis: "GB/T 9704-2012, 7.3.3",
};
/// 一、 with 1. below it.
static SKIP: Rule = Rule {
    code: "numbering-skip",
    severity: Severity::Info,
    zh: "层次序数越级：“{0}”之下直接用“{1}”。",
    en: "A level is left out: “{1}” stands right below “{0}”.",
    basis: "GB/T 9704-2012, 7.3.3",
};

/// A letter that begins with 二、
static START: Rule = Rule {
    code: "numbering-start",
    severity: Severity::Warning,
    zh: "序号从“{0}”开始，前面缺序号。",
    en: "The numbering begins with “{0}”.",
    basis: "GB/T 9704-2012, 7.3.3",
};

pub(super) static RULES: &[&Rule] = &[&GAP, &START, &REPEAT, &RESTART, &ORDER, &SKIP];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut ones = HashMap::new();
    for part in &subject.reading.document.parts {
        let mut level = Level { subject, findings, seen: HashSet::new() };
        level.start(part, &mut ones);
        level.siblings(&part.sections);
        part.sections.iter().for_each(|section| level.below(section));
    }
}

/// The sections of one part.
struct Level<'c, 'r> {
    subject: &'c Subject<'c>,
    findings: &'c mut Findings<'r>,
    /// Pairs of styles that were reported.
    seen: HashSet<(Style, Style)>,
}

impl Level<'_, '_> {
    fn below(&mut self, section: &Section) {
        self.siblings(&section.sections);
        if let Some(child) = section.sections.first() {
            self.styles(section, child);
        }
        section.sections.iter().for_each(|child| self.below(child));
    }

    /// The first section of a part, where it is not number one and that stands nowhere before it; `ones` says where each
    /// number one that was asked for first ends.
    fn start(&mut self, part: &Part, ones: &mut HashMap<&'static str, usize>) {
        let Some(first) = part.sections.first().filter(|first| matches!(first.style, Style::Chinese | Style::ChineseBracketed)) else {
            return;
        };
        let text = &self.subject.reading.document.text;
        let one = if first.style == Style::Chinese { "一、" } else { "（一）" };
        let found = || text.as_str().find(one).map_or(usize::MAX, |at| at + one.len());
        let mut before = || *ones.entry(one).or_insert_with(found) <= first.label.start as usize;
        if first.ordinal > 1 && first.ordinal < 4 && part.sections.len() > 1 && !before() {
            self.findings.report(&START, first.label, &[], [text.slice(first.label)]);
        }
    }

    /// Each section and the next of its style beside it.
    fn siblings(&mut self, sections: &[Section]) {
        for pair in sections.windows(2) {
            let [elder, next] = pair else { continue };
            if elder.style == next.style && counts(elder.style) && !self.inserted(elder) && !self.inserted(next) {
                self.pair(elder, next);
            }
        }
    }

    fn pair(&mut self, elder: &Section, next: &Section) {
        let rule = match next.ordinal {
            n if n == elder.ordinal + 1 => return,
            n if n == elder.ordinal => &REPEAT,
            n if n > elder.ordinal && self.is_missing(elder, next) => &GAP,
            n if n > elder.ordinal => return,
            _ if self.goes_back(elder, next) => &RESTART,
            _ => return,
        };
        let text = &self.subject.reading.document.text;
        self.findings.report(rule, next.label, &[elder.label], [text.slice(elder.label), text.slice(next.label)]);
    }

    /// Whether a smaller number is a slip: 三、二、, or 一、 again. A list of a lower level may begin anew behind another
    /// sentence, and a table of contents stands before the chapters that it names.
    fn goes_back(&self, elder: &Section, next: &Section) -> bool {
        let text = &self.subject.reading.document.text;
        let introduced = text.slice(Span { start: elder.label.end, end: next.label.start }).trim_end().ends_with(['：', ':']);
        next.ordinal > 1 || (next.style == Style::Chinese && !introduced)
    }

    /// 第一百二十条之一 was put in later.
    fn inserted(&self, section: &Section) -> bool {
        self.subject.reading.document.text.slice(section.label).chars().any(|c| c == '之')
    }

    /// Whether none of the numbers between stands anywhere between the two.
    fn is_missing(&self, elder: &Section, next: &Section) -> bool {
        let text = &self.subject.reading.document.text;
        let between = text.slice(Span { start: elder.label.end, end: next.label.start });
        let (from, to) = (text.slice(elder.label), elder.ordinal);
        let number = |n: u32| crate::phrase::numeral::to_words(n).unwrap_or_default();
        let shapes = |n: u32| from.replace(&number(to), &number(n)).replace(&to.to_string(), &n.to_string());
        (elder.ordinal + 1..next.ordinal).all(|n| !between.contains(&shapes(n)))
    }

    /// The style of a section's children.
    fn styles(&mut self, parent: &Section, child: &Section) {
        let (Some(high), Some(low)) = (rank(parent.style), rank(child.style)) else { return };
        let rule = match low {
            low if low == high + 1 || low == high => return,
            low if low < high => &ORDER,
            _ => &SKIP,
        };
        if self.seen.insert((parent.style, child.style)) {
            let text = &self.subject.reading.document.text;
            self.findings.report(rule, child.label, &[parent.label], [text.slice(parent.label), text.slice(child.label)]);
        }
    }
}

/// Whether numbers of the style count on. Those of 项目1 and 2.1 say more than their last figure.
fn counts(style: Style) -> bool {
    !matches!(style, Style::Named | Style::Decimal)
}

/// The level that GB/T 9704-2012 gives a style.
fn rank(style: Style) -> Option<u8> {
    Some(match style {
        Style::Chinese => 1,
        Style::ChineseBracketed => 2,
        Style::Arabic => 3,
        Style::ArabicBracketed => 4,
        _ => return None,
    })
}
