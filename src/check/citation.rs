//! Citations: brackets and form of document numbers, one number for two documents, a law under two names.
//!
//! GB/T 9704-2012, 7.2.5: the year stands in six-cornered brackets, the serial number has neither 第 nor leading zeros.
//! The numbers of orders, announcements and courts have forms of their own and are left alone.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use regex::{Captures, Regex};

use super::{Findings, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    extract::reference::Reference,
    pattern::pattern,
    phrase::{
        doc_number,
        title::{self, key},
    },
    span::Span,
};

/// 海政发[2024]5号
static BRACKET: Rule = Rule {
    code: "number-bracket",
    severity: Severity::Warning,
    zh: "发文字号“{0}”的年份应用六角括号“〔〕”括入（共{1}处）。",
    en: "The year in “{0}” should stand in six-cornered brackets 〔〕 ({1} in all).",
    basis: "GB/T 9704-2012, 7.2.5",
};
/// 海政发〔2024〕第05号
static FORM: Rule = Rule {
    code: "number-form",
    severity: Severity::Warning,
    zh: "发文字号“{0}”{1}。",
    en: "The document number “{0}” {2}.",
    basis: "GB/T 9704-2012, 7.2.5",
};
/// One number, two titles.
static CONFLICT: Rule = Rule {
    code: "number-conflict",
    severity: Severity::Error,
    zh: "同一文号“{0}”用于两份文件：《{1}》和《{2}》。",
    en: "One number, “{0}”, is given to two documents: 《{1}》 and 《{2}》.",
    basis: "the document contradicts itself",
};
/// 《中华人民共和国招标投标法》 and 《招标投标法》
static NAMES: Rule = Rule {
    code: "law-names",
    severity: Severity::Info,
    zh: "同一部法律前后名称不一：《{0}》和《{1}》，又未注明简称。",
    en: "One law goes by two names, 《{0}》 and 《{1}》, and no short form was defined.",
    basis: "party and government usage: full name first, short form as defined",
};

/// One title, two numbers.
static NUMBERS: Rule = Rule {
    code: "title-numbers",
    severity: Severity::Info,
    zh: "《{0}》前后有两个文号：“{1}”和“{2}”。",
    en: "《{0}》 is cited with two numbers, “{1}” and “{2}”.",
    basis: "a title and a number name one document, unless a notice of that name is given each year",
};

pub(super) static RULES: &[&Rule] = &[&BRACKET, &FORM, &CONFLICT, &NUMBERS, &NAMES];

/// A document number with whatever brackets.
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"([\p{Han}]{2,12})\s?([〔\[［【〖（(﹝])\s?([0-9]{2,4})\s?[〕\]］】〗）)﹞]\s?(第)?\s?([0-9]{1,5})\s?号"));

/// Bytes in which the document's own number stands.
const HEAD: u32 = 600;
/// 海政发〔2024〕12 and nothing else on the line.
static UNENDED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*[\p{Han}]{2,10}([〔\[［【][0-9]{4}[〕\]］】]\s?[0-9]{1,5})\s*$"));

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut brackets = Vec::new();
    for line in &subject.reading.document.lines {
        let text = subject.reading.document.text.slice(line.span);
        let head = line.span.start < HEAD;
        if let Some(open) = head.then(|| UNENDED.captures(text)).flatten().and_then(|found| found.get(1)) {
            let place = line.span.slice(open.start()..text.trim_end().len());
            findings.report(&FORM, place, &[], [&subject.words(place), "的发文顺序号后应加“号”字", "lacks 号 behind its serial number"]);
        }
        // few lines have the sign that a number ends with, and the pattern is dear
        if !text.contains("号") {
            continue;
        }
        for found in NUMBER.captures_iter(text) {
            let Some(written) = Written::of(text, &found) else { continue };
            let place = line.span.slice(written.range.clone());
            brackets.extend(written.is_misbracketed().then_some(place));
            form(subject, place, &written, findings);
        }
    }
    if let [first, rest @ ..] = &brackets[..] {
        findings.report(&BRACKET, *first, rest, [&subject.words(*first), &brackets.len().to_string()]);
    }
    conflicts(subject, findings);
    numbers(subject, findings);
    names(subject, findings);
}

/// A document number as it is written.
struct Written<'t> {
    code: &'t str,
    open: &'t str,
    year: &'t str,
    ordinal: bool,
    serial: &'t str,
    /// From its bracket to 号.
    range: Range<usize>,
}

impl<'t> Written<'t> {
    /// The number that was found, unless its kind has a form of its own or it is that of a house.
    fn of(text: &'t str, found: &Captures<'t>) -> Option<Self> {
        let group = |n| found.get(n).map_or("", |group| group.as_str());
        let range = found.get(2)?.start()..found.get(0)?.end();
        let own_form = ["令", "公告", "通告", "字", "告", "第", "决定", "案"].iter().any(|word| group(1).ends_with(word));
        let written = Self { code: group(1), open: group(2), year: group(3), ordinal: found.get(4).is_some(), serial: group(5), range };
        (!own_form && !is_house(&text[written.range.end..])).then_some(written)
    }

    /// Whether its year stands in other brackets. Round ones may hold something else where no code stands before them.
    fn is_misbracketed(&self) -> bool {
        let coded = self.code.ends_with(['发', '函', '办', '通', '规', '复', '文']);
        match self.open {
            "〔" | "﹝" => false,
            "（" | "(" => coded && self.year.len() == 4,
            _ => self.year.len() == 4,
        }
    }
}

/// 12号楼
fn is_house(rest: &str) -> bool {
    rest.starts_with(['楼', '院', '室', '线', '门', '房', '店'])
}

/// What is wrong with the year and the serial number.
fn form(subject: &Subject<'_>, place: Span, written: &Written<'_>, findings: &mut Findings<'_>) {
    let (zh, en) = match () {
        () if written.year.len() != 4 => ("的年份应标全称", "does not give its year in full"),
        () if written.ordinal => ("的发文顺序号不加“第”字", "has a 第 before its serial number"),
        () if written.serial.starts_with('0') => {
            ("的发文顺序号不编虚位（即 1 不编为 01）", "has zeros before its serial number; 1 is not written 01")
        }
        () => return,
    };
    findings.report(&FORM, place, &[], [&subject.words(place), zh, en]);
}

/// The same number behind two titles, neither of which holds the other.
fn conflicts(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut known: HashMap<&str, &Reference> = HashMap::new();
    for reference in &subject.record.references {
        let (Some(number), Some(title)) = (&reference.doc_number, &reference.title) else { continue };
        let bracketed = number.quote.text.contains('〔');
        let first = known.entry(&number.quote.text).or_insert(reference);
        let Some(other) = &first.title else { continue };
        let (a, b) = (key(&title.text), key(&other.text));
        if bracketed && !a.contains(&b) && !b.contains(&a) {
            let related = vec![other.span, first.doc_number.as_ref().map_or(other.span, |number| number.quote.span)];
            findings.report_at(&CONFLICT, number.quote.span, related, [&number.quote.text, &other.text, &title.text]);
        }
    }
}

/// Bytes behind a title in which its number stands.
const BEHIND: usize = 90;

/// The same title with another number behind it.
fn numbers(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let text = subject.reading.document.text.as_str();
    let mut known: HashMap<String, (String, Span)> = HashMap::new();
    for found in title::find(text) {
        let rest = &text[found.range.end..];
        let stop = rest.find(['）', ')', '，', '。', '\n']).filter(|stop| *stop < BEHIND && rest.starts_with(['（', '('])).unwrap_or(0);
        let Some(number) = doc_number::find(&rest[..stop]).into_iter().next().filter(|it| it.value.text.contains('〔')) else { continue };
        let place = Span::new(found.range.end + number.range.start, found.range.end + number.range.end);
        let (first, other) = known.entry(key(&found.value.text)).or_insert_with(|| (number.value.text.clone(), place));
        if *first != number.value.text {
            findings.report(&NUMBERS, place, &[*other], [&found.value.text, first, &number.value.text]);
        }
    }
}

const STATE: &str = "中华人民共和国";

/// A law of the state that is named with and without 中华人民共和国.
fn names(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let text = subject.reading.document.text.as_str();
    let mut full: HashMap<String, Span> = HashMap::new();
    let mut short: Vec<(String, Span)> = Vec::new();
    for found in title::find(text) {
        let span = Span::new(found.range.start, found.range.end);
        match found.value.text.strip_prefix(STATE) {
            Some(bare) if bare.ends_with('法') => drop(full.entry(bare.to_owned()).or_insert(span)),
            Some(_) => {}
            None if found.value.text.ends_with('法') => short.push((found.value.text, span)),
            None => {}
        }
    }
    let aliases: Vec<String> =
        subject.record.references.iter().filter_map(|it| it.alias.as_ref()).map(|alias| alias.text.clone()).collect();
    short.retain(|(name, _)| full.contains_key(name) && !aliases.contains(name));
    short.dedup_by(|a, b| a.0 == b.0);
    for (name, span) in short.into_iter().filter(|(_, span)| !text[..span.start as usize].ends_with("简称")).take(5) {
        if let Some(first) = full.remove(&name) {
            findings.report(&NAMES, span, &[first], [&format!("{STATE}{name}"), &name]);
        }
    }
}
