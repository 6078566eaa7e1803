//! Citations: brackets and form of document numbers, one number for two documents, a law under two names.
//!
//! GB/T 9704-2012, 7.2.5: the year stands in six-cornered brackets, the serial number has neither 第 nor leading zeros.
//! The numbers of orders, announcements and courts have forms of their own and are left alone.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::{
    Findings, Subject,
    cue::Cues,
    run::{blank_back, is_figure, run_back},
};
use crate::{
    diagnostic::{Rule, Severity},
    extract::reference::Reference,
    lexicon::short,
    pattern::is_han,
    phrase::{doc_number, title::key},
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

/// Bytes in which the document's own number stands.
const HEAD: u32 = 600;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let text = &subject.reading.document.text;
    for line in subject.reading.document.lines.iter().take_while(|line| line.span.start < HEAD) {
        if let Some(place) = unended(text.slice(line.span)).map(|range| line.span.slice(range)) {
            findings.report(&FORM, place, &[], [&subject.words(place), "的发文顺序号后应加“号”字", "lacks 号 behind its serial number"]);
        }
    }
    let mut brackets = Vec::new();
    for (_, line, text) in subject.lines_with(Cues::NUMBER) {
        let signs = subject.reading.cues.within(Cues::NUMBER, line.span);
        for written in Written::all(text, signs).iter().filter(|written| !written.has_own_form() && !is_house(&text[written.range.end..])) {
            let place = line.span.slice(written.range.clone());
            brackets.extend(written.is_misbracketed().then_some(place));
            form(subject, place, written, findings);
        }
    }
    if let [first, rest @ ..] = &brackets[..] {
        findings.report(&BRACKET, *first, rest, [&subject.words(*first), &brackets.len().to_string()]);
    }
    conflicts(subject, findings);
    numbers(subject, findings);
    names(subject, findings);
}

/// 海政发〔2024〕12 and nothing else on the line: the number from its bracket on.
fn unended(line: &str) -> Option<Range<usize>> {
    const BRACKETS: ([char; 4], [char; 4]) = (['〔', '[', '［', '【'], ['〕', ']', '］', '】']);
    // most lines end with a Chinese character
    if let [.., 0xe4..=0xe9, _, _] = line.as_bytes() {
        return None;
    }
    let line = line.trim_end();
    let (before, serial) = run_back(line, 5, is_figure);
    if serial.is_empty() {
        return None;
    }
    let before = blank_back(before).strip_suffix(BRACKETS.1)?;
    let (before, year) = run_back(before, 4, is_figure);
    let code = before.strip_suffix(BRACKETS.0).filter(|_| year.len() == 4)?;
    let is_code = |code: &str| (2..=10).contains(&code.chars().count()) && code.chars().all(is_han);
    is_code(code.trim_start()).then_some(code.len()..line.len())
}

/// The sign with which document numbers end.
const SIGN: &str = "号";

/// A document number as it is written, with whatever brackets.
struct Written<'t> {
    code: &'t str,
    open: char,
    year: &'t str,
    ordinal: bool,
    serial: &'t str,
    /// From its bracket to 号.
    range: Range<usize>,
}

impl<'t> Written<'t> {
    /// The numbers in `text`, whose 号 stand at `signs`; the code of one begins behind the last.
    fn all(text: &'t str, signs: impl Iterator<Item = usize>) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for sign in signs {
            let from = all.last().map_or(0, |last| last.range.end);
            all.extend(Self::before(text, from, sign));
        }
        all
    }

    /// The number whose 号 stands at `sign`, read backwards and not beyond `from`.
    fn before(text: &'t str, from: usize, sign: usize) -> Option<Self> {
        let (before, serial) = run_back(blank_back(&text[from..sign]), 5, is_figure);
        if serial.is_empty() {
            return None;
        }
        let before = blank_back(before);
        let (before, ordinal) = before.strip_suffix('第').map_or((before, false), |before| (before, true));
        let before = blank_back(before).strip_suffix(['〕', ']', '］', '】', '〗', '）', ')', '﹞'])?;
        let (before, year) = run_back(blank_back(before), 4, is_figure);
        let before = blank_back(before);
        let open = before.chars().next_back().filter(|c| "〔[［【〖（(﹝".contains(*c) && year.len() > 1)?;
        let start = before.len() - open.len_utf8();
        let (_, code) = run_back(blank_back(&before[..start]), 12, is_han);
        let range = from + start..sign + SIGN.len();
        (code.chars().count() > 1).then_some(Self { code, open, year, ordinal, serial, range })
    }

    /// Whether its kind has a form of its own.
    fn has_own_form(&self) -> bool {
        short::ends_with(self.code, &["令", "公告", "通告", "字", "告", "第", "决定", "案"])
    }

    /// Whether its year stands in other brackets. Round ones may hold something else where no code stands before them.
    fn is_misbracketed(&self) -> bool {
        let coded = self.code.ends_with(['发', '函', '办', '通', '规', '复', '文']);
        match self.open {
            '〔' | '﹝' => false,
            '（' | '(' => coded && self.year.len() == 4,
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
        let first = *known.entry(&number.quote.text).or_insert(reference);
        let Some(other) = first.title.as_ref().filter(|other| bracketed && other.text != title.text) else { continue };
        let (a, b) = (key(&title.text), key(&other.text));
        if !a.contains(&b) && !b.contains(&a) {
            let related = vec![other.span, first.doc_number.as_ref().map_or(other.span, |number| number.quote.span)];
            findings.report_at(&CONFLICT, number.quote.span, related, [&number.quote.text, &other.text, &title.text]);
        }
    }
}

/// Bytes behind a title in which its number stands.
const BEHIND: usize = 90;

/// The bracket at the head of `rest`, open still.
fn bracket(rest: &str) -> Option<&str> {
    let ends = |c| matches!(c, '）' | ')' | '，' | '。' | '\n');
    let mut near = rest.char_indices().take_while(|(at, _)| *at < BEHIND);
    near.next().filter(|(_, c)| matches!(c, '（' | '('))?;
    near.find(|(_, c)| ends(*c)).map(|(stop, _)| &rest[..stop])
}

/// The same title with another number behind it.
fn numbers(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let text = subject.reading.document.text.as_str();
    let bracketed = subject.titles.iter().filter_map(|found| Some((found, bracket(&text[found.range.end..])?)));
    let cited: Vec<_> = bracketed.map(|(found, bracket)| (found, bracket, key(&found.value.text))).collect();
    if cited.len() < 2 {
        return;
    }
    let mut times: HashMap<&str, usize> = HashMap::new();
    cited.iter().for_each(|(_, _, key)| *times.entry(key).or_default() += 1);
    let mut known: HashMap<&str, (String, Span)> = HashMap::new();
    // one that is cited once has no second number
    for (found, bracket, key) in cited.iter().filter(|(_, _, key)| times[key.as_str()] > 1) {
        let Some(number) = doc_number::find(bracket).into_iter().next().filter(|it| it.value.text.contains('〔')) else { continue };
        let place = Span::new(found.range.end + number.range.start, found.range.end + number.range.end);
        let (first, other) = known.entry(key).or_insert_with(|| (number.value.text.clone(), place));
        if *first != number.value.text {
            findings.report(&NUMBERS, place, &[*other], [&found.value.text, first, &number.value.text]);
        }
    }
}

const STATE: &str = "中华人民共和国";
/// Laws of which it is told: one habit of writing, and no more is learned from a sixth.
const SHOWN: usize = 5;

/// A law of the state that is named with and without 中华人民共和国.
fn names(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let text = subject.reading.document.text.as_str();
    let mut full: HashMap<&str, Span> = HashMap::new();
    let mut short: Vec<(&str, Span)> = Vec::new();
    for found in subject.titles.iter().filter(|title| title.value.text.ends_with('法')) {
        let span = Span::new(found.range.start, found.range.end);
        match found.value.text.strip_prefix(STATE) {
            Some(bare) => drop(full.entry(bare).or_insert(span)),
            None => short.push((&found.value.text, span)),
        }
    }
    let aliases: HashSet<&str> = subject.record.references.iter().filter_map(|it| Some(&*it.alias.as_ref()?.text)).collect();
    short.retain(|(name, _)| full.contains_key(name) && !aliases.contains(name));
    short.dedup_by(|a, b| a.0 == b.0);
    for (name, span) in short.into_iter().filter(|(_, span)| !text[..span.start as usize].ends_with("简称")).take(SHOWN) {
        if let Some(first) = full.remove(name) {
            findings.report(&NAMES, span, &[first], [&format!("{STATE}{name}"), name]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_backwards_from_their_sign() {
        let all = |text: &'static str| Written::all(text, text.match_indices(SIGN).map(|(at, _)| at));
        let read = |text| all(text).iter().map(|it| (it.code, it.open, it.year, it.ordinal, it.serial)).collect::<Vec<_>>();
        for (text, numbers) in [
            ("据海政发[2024]5号", &[("据海政发", '[', "2024", false, "5")][..]),
            ("海政发 〔 24 〕 第 005 号文", &[("海政发", '〔', "24", true, "005")]),
            ("海政办（2024）12号、海民函【2023】7号", &[("海政办", '（', "2024", false, "12"), ("海民函", '【', "2023", false, "7")]),
            ("海政发〔2024〕5号海民函〔2024〕6号", &[("海政发", '〔', "2024", false, "5"), ("海民函", '〔', "2024", false, "6")]),
            ("一二三四五六七八九十甲乙丙丁发〔2024〕5号", &[("四五六七八九十甲乙丙丁发", '〔', "2024", false, "5")]),
            ("海政发〔2024〕  5号", &[("海政发", '〔', "2024", false, "5")]),
            ("海政发〔2024〕5号发〔2024〕6号", &[("海政发", '〔', "2024", false, "5")]),
            ("海政发〔2024〕第  5号", &[]),
            ("海政发〔2024〕123456号", &[]),
            ("海政发〔20245〕1号", &[]),
            ("海政发〔2〕1号", &[]),
            ("海政发2024〕1号", &[]),
            ("发〔2024〕1号", &[]),
            ("〔2024〕1号", &[]),
            ("海政发〔2024〕号", &[]),
            ("长江路12号", &[]),
            ("号", &[]),
        ] {
            assert_eq!(read(text), numbers, "{text}");
        }
        assert_eq!(all("见海政发[2024]5号").first().map(|it| it.range.clone()), Some(12..22));
    }

    #[test]
    fn a_number_without_its_sign_is_alone_on_its_line() {
        for (line, number) in [
            ("海政发〔2024〕12", Some("〔2024〕12")),
            ("　海政发[2024] 12 ", Some("[2024] 12")),
            ("海政发【2024〕00012", Some("【2024〕00012")),
            ("海政发〔2024〕12号", None),
            ("海政发（2024）12", None),
            ("发〔2024〕12", None),
            ("一二三四五六七八九十发〔2024〕12", None),
            ("见 海政发〔2024〕12", None),
            ("海政发〔24〕12", None),
            ("海政发〔2024〕123456", None),
            ("海政发〔2024〕", None),
            ("", None),
        ] {
            assert_eq!(unended(line).map(|range| &line[range]), number, "{line}");
        }
    }
}
