//! The record checks the document: slips that cost an office a second notice. One family of rules a file.
//!
//! A check looks at a reading and its record and reports breaches of its rules; it changes nothing. A false alarm
//! is worse than a miss: where the text allows a reading under which it is right, nothing is said. An error is a
//! contradiction inside the document, a warning a form that is missing or wrong, an info a habit of style.

mod alias;
mod attachment;
mod character;
mod citation;
mod closing;
mod contact;
mod cue;
mod date;
mod element;
mod items;
mod label;
mod list;
mod names;
mod numbering;
mod parts;
mod percent;
mod period;
mod run;
mod several;
mod sum;
mod table;
mod workday;

use std::ops::Deref;

use cue::Cues;
use jiff::civil::Date;

use crate::{
    diagnostic::{Finding, Rule},
    extract::{self, Budget, Deadline, Options, Record, deadline::Base},
    phrase::{
        title::{self, Title},
        when,
        workday::Workdays,
    },
    reading::{Block, Reading},
    source::{self, Words},
    span::{Found, Origin, Span},
    structure::Line,
};

/// What a check looks at.
struct Subject<'r> {
    reading: &'r Reading<'r>,
    record: &'r Record,
    /// What dates are counted from.
    base: Base<'r>,
    deadlines: Vec<Placed<'r, Deadline>>,
    budgets: Vec<Placed<'r, Budget>>,
    /// The cues of the lines.
    lines: cue::Lines,
    /// The titles that the text names, of which three families ask.
    titles: Vec<Found<Title>>,
}

impl<'r> Subject<'r> {
    /// The lines in which `cue` stands, each with its number and its words.
    fn lines_with(&self, cue: Cues) -> impl Iterator<Item = (usize, &'r Line, &'r str)> {
        let document = self.reading.document;
        self.lines.with(cue).map(move |n| (n, &document.lines[n], document.text.slice(document.lines[n].span)))
    }

    /// Where `cue` stands in the text.
    fn places(&self, cue: Cues) -> impl Iterator<Item = usize> {
        let reading = self.reading;
        let within = move |span: Span| reading.cues.within(cue, span).map(move |at| span.start as usize + at);
        self.lines_with(cue).flat_map(move |(_, line, _)| within(line.span))
    }

    /// The blocks of a body in which `cue` stands, with their words.
    fn blocks_with(&self, cue: Cues) -> impl Iterator<Item = (&'r Block, &'r str)> {
        let reading = self.reading;
        let held = reading.blocks.iter().filter(move |block| block.cues.intersects(cue) && block.is_body());
        held.map(|block| (block, reading.text(block)))
    }

    /// The words under `span`.
    fn words(&self, span: Span) -> Words {
        self.reading.quote(span).text
    }

    /// The year in which the document speaks.
    fn year(&self) -> Option<i16> {
        self.base.document.or(self.base.as_of).map(Date::year).or(self.base.year).or(self.base.published)
    }

    /// What a time is resolved with by itself.
    fn calendar(&self) -> when::Base<'_> {
        when::Base { document: self.base.document, year: self.year(), ..when::Base::default() }
    }

    /// The part in which a place lies.
    fn part_of(&self, place: Span) -> Option<usize> {
        self.reading.document.parts.partition_point(|part| part.span.start <= place.start).checked_sub(1)
    }
}

/// A record and where it stands in the reading.
struct Placed<'r, T> {
    record: &'r T,
    place: Span,
}

impl<'r, T> Placed<'r, T> {
    fn all(reading: &Reading<'_>, records: &'r [T], origin: fn(&T) -> Origin) -> Vec<Self> {
        let map = reading.document.text.map();
        records.iter().map(|record| Self { record, place: map.span(origin(record)) }).collect()
    }
}

impl<T> Deref for Placed<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.record
    }
}

/// The breaches found so far.
struct Findings<'r> {
    reading: &'r Reading<'r>,
    list: Vec<Finding>,
}

/// A family of rules, and what finds breaches of them.
type Family = (&'static [&'static Rule], fn(&Subject<'_>, &mut Findings<'_>));

/// All families, in the order of the table in `docs/diagnostics.md`.
const FAMILIES: [Family; 20] = [
    (list::RULES, list::check),
    (names::RULES, names::check),
    (parts::RULES, parts::check),
    (table::RULES, table::check),
    (sum::RULES, sum::check),
    (percent::RULES, percent::check),
    (numbering::RULES, numbering::check),
    (items::RULES, items::check),
    (label::RULES, label::check),
    (attachment::RULES, attachment::check),
    (date::RULES, date::check),
    (period::RULES, period::check),
    (closing::RULES, closing::check),
    (workday::RULES, workday::check),
    (alias::RULES, alias::check),
    (citation::RULES, citation::check),
    (several::RULES, several::check),
    (element::RULES, element::check),
    (contact::RULES, contact::check),
    (character::RULES, character::check),
];

/// Every rule, those of repairs last.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.into_iter().flat_map(|(rules, _)| rules.iter().copied()).chain(source::RULES)
}

/// The rule of that code.
///
/// ```
/// use gongwen::{Options, check};
///
/// let options = Options { deny: check::rule("date-impossible").into_iter().collect(), ..Options::default() };
/// assert_eq!(options.deny[0].basis, check::rule("date-impossible").unwrap().basis);
/// assert_eq!(check::rule("date-impssible"), None);
/// ```
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code)
}

/// Holds a document to every rule.
pub(crate) fn check(reading: &Reading<'_>, record: &Record, options: &Options) -> Vec<Finding> {
    let weekends = Workdays::default();
    let workdays = options.workdays.as_ref().unwrap_or(&weekends);
    let base = extract::base(&record.header, options, workdays);
    let lines = cue::Lines::of(&reading.cues, reading.document.lines.iter().map(|line| line.span));
    let deadlines = Placed::all(reading, &record.deadlines, |deadline| deadline.quote.span);
    let budgets = Placed::all(reading, &record.budgets, |budget| budget.quote.span);
    let mut subject = Subject { reading, record, base, deadlines, budgets, lines, titles: Vec::new() };
    subject.titles = title::find_at(reading.document.text.as_str(), subject.places(Cues::TITLE));
    let mut findings = Findings { reading, list: Vec::new() };
    FAMILIES.iter().for_each(|(_, check)| check(&subject, &mut findings));
    findings.list
}

impl Findings<'_> {
    /// Reports a breach at a place of the reading; `words` stand in the places of the rule's sentence.
    pub(crate) fn report<const N: usize>(&mut self, rule: &'static Rule, span: Span, related: &[Span], words: [&str; N]) {
        let origin = |span: &Span| self.reading.quote(*span).span;
        let (span, related) = (origin(&span), related.iter().map(origin).collect());
        self.report_at(rule, span, related, words);
    }

    /// Reports a breach at a place of the source.
    pub(crate) fn report_at<const N: usize>(&mut self, rule: &'static Rule, span: Origin, related: Vec<Origin>, words: [&str; N]) {
        let words = words.into_iter().map(str::to_owned).collect();
        self.list.push(Finding { related, ..Finding::new(rule, words, span) });
    }
}
