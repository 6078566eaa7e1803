//! Periods and deadlines: an end before its start, a deadline before the document's own date, two days for one thing,
//! a year that nothing in the document gives.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use jiff::civil::Date;

use super::{Findings, Placed, Subject};
use crate::{
    diagnostic::{Rule, Severity},
    extract::deadline::{Deadline, Kind},
    lexicon::{Prefixes, picked, short},
    phrase::{
        month::Month,
        period::{Period, Unit},
        title::key,
        when::{Base, Moment, Value, When},
        year::Year,
    },
    reading::{Block, Place, sentence::Punctuation},
    span::{Found, Span},
};

/// 5月20日至5月10日
static REVERSED: Rule = Rule {
    code: "period-reversed",
    severity: Severity::Error,
    zh: "“{0}”的止期在起期之前。",
    en: "“{0}” ends before it begins.",
    basis: "the document contradicts itself",
};
/// By a day before that of the document.
static PAST: Rule = Rule {
    code: "deadline-past",
    severity: Severity::Error,
    zh: "时限“{0}”早于成文日期{1}。",
    en: "The deadline “{0}” lies before the document's own date, {1}.",
    basis: "the document contradicts itself",
};
/// The same words with two days.
static CONFLICT: Rule = Rule {
    code: "deadline-conflict",
    severity: Severity::Error,
    zh: "同一事项有两个时限：“{0}”和“{1}”。",
    en: "One thing has two deadlines: “{0}” and “{1}”.",
    basis: "the document contradicts itself",
};
/// Closed until the day on which it is open again.
static RESUMED: Rule = Rule {
    code: "period-overlap",
    severity: Severity::Error,
    zh: "“{0}”尚在停办期内，却写明{1}恢复。",
    en: "It is closed for “{0}” and yet said to resume on {1}.",
    basis: "the document contradicts itself",
};
/// 5月4日前 in a document without a date.
static GUESSED: Rule = Rule {
    code: "year-guessed",
    severity: Severity::Info,
    zh: "“{0}”未写年份，文件又无成文日期，年份只能推测（共{1}处）。",
    en: "“{0}” leaves its year out and the document has no date; the year can only be guessed ({1} in all).",
    basis: "GB/T 15835-2011, 5.1.4; GB/T 9704-2012, 7.3.5",
};

pub(super) static RULES: &[&Rule] = &[&REVERSED, &PAST, &CONFLICT, &RESUMED, &GUESSED];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for block in subject.reading.blocks.iter().filter(|block| !block.times.is_empty() && block.is_body()) {
        for time in &block.times {
            if is_reversed(&time.value) {
                let words = &subject.reading.text(block)[time.range.clone()];
                findings.report(&REVERSED, block.span.slice(time.range.clone()), &[], [words]);
            }
        }
    }
    resumed(subject, findings);
    past(subject, findings);
    conflicts(subject, findings);
    guessed(subject, findings);
}

/// Whether a range goes backwards: both ends in full, or two days of one month. 11月至3月 and 17:00至9:00 run over the turn.
fn is_reversed(when: &When) -> bool {
    let Value::Range(first, last) = &when.value else { return false };
    let (Some(begin), Some(end)) = (first.period, last.period) else { return false };
    let alike = std::mem::discriminant(&begin.unit) == std::mem::discriminant(&end.unit);
    match (begins(&begin), begins(&end)) {
        (Some(begin), Some(end)) => alike && end < begin,
        _ => match (days(&begin), days(&end)) {
            (Some((Month::Written(m), a)), Some((Month::Written(n), b))) if end.year.is_none() => m == n && b < a,
            (Some((Month::Written(_), a)), Some((Month::Unsaid, b))) if end.year.is_none() => b < a,
            _ => false,
        },
    }
}

/// The month and day that a period is.
fn days(period: &Period) -> Option<(Month, i8)> {
    match period.unit {
        Unit::Days(month, first, last) if first == last => Some((month, first)),
        _ => None,
    }
}

fn full(period: &Period) -> Option<Date> {
    let (Some(Year::Written(year)), Some((Month::Written(month), day))) = (period.year, days(period)) else { return None };
    Date::new(year, month, day).ok()
}

/// The first day of a day, month or year that is written in full.
fn begins(period: &Period) -> Option<Date> {
    let Some(Year::Written(year)) = period.year else { return None };
    match period.unit {
        Unit::Year => Date::new(year, 1, 1).ok(),
        Unit::Months(Month::Written(first), _) => Date::new(year, first, 1).ok(),
        _ => full(period),
    }
}

/// Deadlines, their day written in full, before the day of the signature: in a sentence that directs, and does not tell
/// what has been done.
fn past(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(signed) = subject.reading.document.tail.date else { return };
    let Some(date) = subject.record.header.date.as_ref().and_then(|day| day.date) else { return };
    let own = subject.part_of(signed);
    let base = Base { document: Some(date), ..subject.calendar() };
    let dated = subject.reading.blocks.iter().filter(|block| !block.times.is_empty() && Some(block.part) == own);
    for block in dated.filter(|block| block.is_body() && block.place != Place::Row) {
        // a year that is not written is that of the document, unless another was said in the paragraph
        let written = block
            .times
            .iter()
            .any(|time| matches!(&time.value.value, Value::Point(point) if point.period.is_some_and(|it| it.year.is_some())));
        let limit = |time: &&Found<When>| {
            let (Value::Point(point) | Value::Range(_, point)) = &time.value.value else { return false };
            let dated = point.period.is_some_and(|it| full(&it).is_some() || (!written && it.year.is_none() && days(&it).is_some()));
            matches!(time.value.kind, Kind::By | Kind::On | Kind::During)
                && dated
                && time.value.resolve(&base).end.is_some_and(|end| end.date < date)
        };
        let text = subject.reading.text(block);
        let mut sentence = Sentence::default();
        for time in block.times.iter().filter(limit) {
            let words = &text[time.range.clone()];
            if time.range.end > sentence.range.end {
                sentence = Sentence::around(text, &time.range);
            }
            if (words.ends_with('前') && sentence.directs(text, &time.range)) || schedules(text, &time.range) {
                findings.report(&PAST, block.span.slice(time.range.clone()), &[signed], [words, &date.to_string()]);
            }
        }
    }
}

/// Whether a time is one that is still to come: 定于, 将于, 拟于.
fn schedules(text: &str, time: &Range<usize>) -> bool {
    let before = text[..time.start].trim_end_matches(['于', '在']);
    let now = short::ends_with(before, &["现定", "定", "拟", "拟定", "将"]);
    now && !short::ends_with(before, &["原定", "原拟", "曾定", "规定", "确定", "决定", "指定"])
}

/// A sentence, and where in it the words stand that ask somebody or tell of the past: many times may stand in one.
#[derive(Default)]
struct Sentence {
    range: Range<usize>,
    /// Behind the first 请.
    asks: Option<usize>,
    /// Behind the first word that tells of the past, and before the last.
    tells: Option<(usize, usize)>,
}

impl Sentence {
    /// The sentence around a time.
    fn around(text: &str, time: &Range<usize>) -> Self {
        const STOPS: [char; 3] = ['。', '；', '\n'];
        let start = text[..time.start].char_indices().rev().find(|(_, c)| STOPS.contains(c)).map_or(0, |(at, c)| at + c.len_utf8());
        let range = start..text[time.end..].find(STOPS).map_or(text.len(), |at| time.end + at);
        let places = |word: &'static str| text[range.clone()].match_indices(word).map(move |(at, _)| start + at..start + at + word.len());
        let told = ["已", "曾", "了", "过", "的，", "以来"].into_iter().flat_map(places);
        let tells = told.fold(None, |tells: Option<(usize, usize)>, it| {
            Some(tells.map_or((it.end, it.start), |(first, last)| (first.min(it.end), last.max(it.start))))
        });
        Self { asks: places("请").next().map(|it| it.end), tells, range }
    }

    /// Whether it directs somebody to keep a time that stands in it, and tells nothing of the past.
    fn directs(&self, text: &str, time: &Range<usize>) -> bool {
        let before = text[self.range.start..time.start].trim_end_matches(['于', '在']);
        let after = &text[time.end..self.range.end];
        let asks = self.asks.is_some_and(|end| end <= time.start)
            || picked!(bindings: binds | wants | urges).iter().any(|word| before.ends_with(word) || after.starts_with(word));
        asks && !self.tells.is_some_and(|(first, last)| first <= time.start || time.end <= last)
    }
}

fn day(deadline: &Deadline) -> Option<Date> {
    deadline.end.map(|end| end.date)
}

/// The same clause with two deadlines.
fn conflicts(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let limits = subject.record.deadlines.iter().filter(|it| it.kind == Kind::By).filter_map(day);
    if limits.clone().zip(limits.skip(1)).all(|(day, next)| day == next) {
        return;
    }
    let mut known: HashMap<(usize, String), &Placed<'_, Deadline>> = HashMap::new();
    let mut deadlines = subject.deadlines.iter().peekable();
    for block in &subject.reading.blocks {
        if deadlines.peek().is_none() {
            break;
        }
        let mut cut = None;
        while let Some(deadline) = deadlines.next_if(|deadline| deadline.place.start < block.span.end) {
            if deadline.kind != Kind::By || deadline.place.start < block.span.start || deadline.place.end > block.span.end {
                continue;
            }
            let text = subject.reading.text(block);
            let cut = cut.get_or_insert_with(|| Cut::of(text));
            let Some(clause) = clause(text, block.span, cut, deadline) else { continue };
            let first = known.entry((block.part, clause)).or_insert(deadline);
            if let (Some(a), Some(b)) = (day(first), day(deadline))
                && a != b
            {
                findings.report_at(&CONFLICT, deadline.quote.span, vec![first.quote.span], [&first.quote.text, &deadline.quote.text]);
            }
        }
    }
}

/// Characters of a clause that says what is to be done.
const CLAUSE: usize = 10;
/// Bytes of a sentence that is looked into.
const SENTENCE: usize = 900;

/// The signs that cut a text, and its sentences.
struct Cut<'t> {
    signs: Punctuation<'t>,
    sentences: Vec<(Range<usize>, Option<char>)>,
}

impl<'t> Cut<'t> {
    fn of(text: &'t str) -> Self {
        let signs = Punctuation::of(text);
        Self { sentences: signs.sentences().collect(), signs }
    }
}

/// The clause of a deadline without it, where it is long enough to name one thing.
fn clause(text: &str, block: Span, Cut { signs, sentences }: &Cut<'_>, deadline: &Placed<'_, Deadline>) -> Option<String> {
    let (start, end) = ((deadline.place.start - block.start) as usize, (deadline.place.end - block.start) as usize);
    let sentence = &sentences.get(sentences.partition_point(|(range, _)| range.end < end))?.0;
    if sentence.start > start || sentence.len() > SENTENCE {
        return None;
    }
    let part = signs.commas(sentence.clone()).into_iter().find(|range| range.start <= start && end <= range.end)?;
    let (from, to) = (part.start, part.end);
    // a note in brackets says when, and not what
    let before = &text[sentence.start..start];
    if before.rfind(['（', '(', '）', ')']).is_some_and(|at| before[at..].starts_with(['（', '('])) {
        return None;
    }
    let rest = key(&text[from..start]) + &key(&text[end..to]);
    (rest.chars().count() >= CLAUSE).then_some(rest)
}

/// Characters behind a time in which its verb stands, and bytes between the two times.
const VERB: usize = 24;
const APART: u32 = 400;
/// Characters before a time in which its label stands.
const LEAD: usize = 10;

/// Words that say that something opens again, and that it is closed.
static OPENS: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(["恢复", "重新开", "重启", "正常开放", "正常办理", "正常受理"]));
static STOPS: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(["暂停", "停止", "停机", "停服", "关闭", "关停", "停办"]));

/// A time, its place, and the words right around it in its sentence.
#[derive(Clone, Copy)]
struct Told<'t> {
    when: &'t When,
    place: Span,
    words: &'t str,
}

/// 4月20日至22日暂停办理…，4月22日恢复: the period that was last said to be closed, and a day near it on which it opens.
fn resumed(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let base = subject.calendar();
    let mut closed: Option<Told<'_>> = None;
    for block in subject.reading.blocks.iter().filter(|block| !block.times.is_empty() && block.is_body()) {
        for (n, time) in block.times.iter().enumerate() {
            let place = block.span.slice(time.range.clone());
            let near = closed.filter(|closed| place.start.saturating_sub(closed.place.end) < APART);
            if near.is_none() && !matches!(time.value.value, Value::Range(..)) {
                closed = None;
                continue;
            }
            let told = told_of(subject, block, n, time);
            let says = |words: &Prefixes| words.find_iter(told.words).next().is_some();
            let opens = || told.when.kind != Kind::By && says(&OPENS);
            if let Some(closed) = near.filter(|closed| opens() && overlaps(closed.when.extent(&base).end, told.when.extent(&base).start)) {
                findings.report(&RESUMED, told.place, &[closed.place], [&subject.words(closed.place), &subject.words(told.place)]);
            }
            let stops = matches!(told.when.value, Value::Range(..)) && says(&STOPS);
            closed = if stops { Some(told) } else { near };
        }
    }
}

/// Whether what is closed until `last` cannot open on `first`. Of a day on which both happen the hours decide; where only
/// the close has one, it must lie in the evening.
fn overlaps(last: Option<Moment>, first: Option<Moment>) -> bool {
    const EVENING: i8 = 17;
    let (Some(last), Some(first)) = (last, first) else { return false };
    if first.date != last.date {
        return first.date < last.date;
    }
    match (last.clock, first.clock) {
        (None, None) => true,
        (Some(last), None) => last.hour >= EVENING,
        (Some(last), Some(first)) => first < last,
        (None, Some(_)) => false,
    }
}

fn told_of<'t>(subject: &Subject<'t>, block: &'t Block, n: usize, time: &'t Found<When>) -> Told<'t> {
    let text = subject.reading.text(block);
    let end = block.times.get(n + 1).map_or(text.len(), |next| next.range.start).max(time.range.end);
    let rest = &text[time.range.end..end];
    let rest = &rest[..rest.char_indices().nth(VERB).map_or(rest.len(), |(at, _)| at)];
    let behind = rest.find(['。', '；']).unwrap_or(rest.len());
    // 停机时间：4月20日至22日
    let lead = text[..time.range.start].char_indices().nth_back(LEAD).map_or(0, |(at, _)| at);
    let label = text[lead..time.range.start].rfind(['。', '；', '，']).map_or(lead, |at| lead + at);
    let label = if text[label..time.range.start].ends_with(['：', ':', '为']) { label } else { time.range.start };
    Told { when: &time.value, place: block.span.slice(time.range.clone()), words: &text[label..time.range.end + behind] }
}

/// Years that nothing but the print date, the page or another date gave.
fn guessed(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    if subject.base.document.is_some() || subject.base.as_of.is_some() {
        return;
    }
    let unsaid = |it: &Deadline| it.start.is_none() && it.end.is_none() && it.anchor.is_none() && it.kind != Kind::Recurring;
    let lacking = |it: &&Deadline| it.inferred.year || (unsaid(it) && it.quote.text.contains('月'));
    let guessed: Vec<&Deadline> = subject.record.deadlines.iter().filter(lacking).collect();
    if let [first, rest @ ..] = &guessed[..] {
        let related = rest.iter().map(|it| it.quote.span).collect();
        findings.report_at(&GUESSED, first.quote.span, related, [&first.quote.text, &guessed.len().to_string()]);
    }
}
