//! What the document knows of dates at the place that is being read.
//!
//! A year that is not written is that of the nearest earlier full date in the same sentence or section, else of
//! the document. A date of history lends its year to its own sentence only: 2021年6月通过检查。请于5月4日前 means this year.

use jiff::{ToSpan, civil::Date};

use super::{Base, judge::Mention};
use crate::{
    phrase::{
        duration::Duration,
        period::{Period, Unit},
        when::{self, Kind, Moment, Point, Resolved, Value, When},
        year::Year,
    },
    reading::{Block, Place, Reading},
    span::Span,
};

/// The dates known so far.
#[derive(Debug)]
pub(super) struct Calendar {
    document: Option<Date>,
    /// The year of which the title speaks, failing that the year of the document's number.
    year: Option<i16>,
    /// The year in which the page was published.
    published: Option<i16>,
    /// The section or part that is being read, and the nearest full date in it.
    section: (usize, Option<String>),
    in_section: Option<Date>,
    /// The nearest full date in the sentence, and where that began.
    in_sentence: Option<(usize, Date)>,
    /// Where the sentence begins in which something was last said to come again.
    cycle: Option<usize>,
    /// Whether the row that is being read stands under a head with 完成时限.
    pub(super) limits: bool,
    /// The first day of what was last said to take effect, and what of it the document supplied.
    effect: Option<(Date, Vec<&'static str>)>,
}

impl Calendar {
    /// Before the first block.
    pub(super) fn new(reading: &Reading<'_>, base: &Base) -> Self {
        let titles = [reading.document.head.title, reading.document.page.title];
        let year = titles.into_iter().flatten().find_map(|title| title_year(reading, title)).or(base.year);
        Self {
            document: base.document.or(base.as_of),
            year,
            published: base.published,
            section: (0, None),
            in_section: None,
            in_sentence: None,
            cycle: None,
            limits: false,
            effect: None,
        }
    }

    /// Goes on to `block`.
    pub(super) fn enter(&mut self, block: &Block, text: &str) {
        (self.in_sentence, self.cycle, self.effect) = (None, None, None);
        let heads_limits = || block.times.is_empty() && ["时限", "完成时间", "截止"].iter().any(|word| text.contains(word));
        self.limits = block.place == Place::Row && (self.limits || heads_limits());
        if self.section != (block.part, block.section.clone()) {
            self.section = (block.part, block.section.clone());
            self.in_section = None;
        }
    }

    /// What a time in the sentence that begins at `sentence` is resolved with.
    pub(super) fn base(&self, sentence: usize) -> when::Base {
        let near = self.in_sentence.filter(|(at, _)| *at == sentence).map(|(_, day)| day);
        when::Base { nearest: near.or(self.in_section).or(self.coming_year()), document: self.document, year: self.year.or(self.published) }
    }

    /// The year of which the title speaks, where the document was issued before it (2022年工作要点, issued in December 2021).
    fn coming_year(&self) -> Option<Date> {
        let year = self.year.filter(|year| self.document.is_some_and(|document| document.year() < *year))?;
        Date::new(year, 1, 1).ok()
    }

    /// Whether `day` is the document's own.
    pub(super) fn is_day_of_document(&self, day: Date) -> bool {
        self.document == Some(day)
    }

    /// Whether a period that ends on `last` lies before the document; none where that cannot be told.
    pub(super) fn is_past(&self, last: Date) -> Option<bool> {
        match (self.document, self.year) {
            (Some(document), _) => Some(last < document),
            (None, Some(year)) => Some(last.year() < year),
            (None, None) => None,
        }
    }

    /// Whether `day` lies behind the document's.
    pub(super) fn is_ahead(&self, day: Date) -> bool {
        self.document.is_some_and(|document| day > document)
    }

    /// Whether a time of 次年 belongs to a cycle: 每年11月考核，次年1月31日前公布.
    pub(super) fn comes_again(&self, sentence: usize, when: &When) -> bool {
        let next = |point: &Point| matches!(point.period, Some(Period { year: Some(Year::FromThen(_)), .. }));
        self.cycle == Some(sentence)
            && match &when.value {
                Value::Point(point) => next(point),
                Value::Range(first, _) => next(first),
                _ => false,
            }
    }

    /// Remembers what a time says for those behind it.
    pub(super) fn pass(&mut self, mention: &Mention<'_>) {
        if mention.kind == Kind::Recurring {
            self.cycle = Some(mention.sentence);
        }
        let Some(day) = mention.days.end.or(mention.days.start).map(|moment| moment.date) else { return };
        if says_year(&mention.found.value.value) {
            self.in_sentence = Some((mention.sentence, day));
            if self.is_past(day) != Some(true) {
                self.in_section = Some(day);
            }
        }
        let exact = mention.found.value.event().is_some() || is_day(&mention.found.value.value);
        if mention.kind == Kind::From && exact {
            self.effect = mention.days.start.map(|start| (start.date, mention.days.inferred.clone()));
        }
    }

    /// The end of a length that begins when what was last said takes effect: 自2022年1月1日起施行，有效期5年.
    pub(super) fn lasting(&self, length: Duration) -> Option<Resolved> {
        let (start, inferred) = self.effect.clone()?;
        let last = length.after(start)?.checked_sub(1.days()).ok()?;
        Some(Resolved { start: None, end: Some(Moment { date: last, clock: None }), inferred })
    }
}

/// The year that a title names.
fn title_year(reading: &Reading<'_>, title: Span) -> Option<i16> {
    let words = reading.document.text.slice(title);
    when::find(words).iter().find_map(|found| match found.value.value {
        Value::Point(Point { period: Some(period), .. }) => match period.year {
            Some(Year::Written(year)) => Some(year),
            _ => None,
        },
        _ => None,
    })
}

/// Whether a time says its year and at least a month of it.
fn says_year(value: &Value) -> bool {
    let full =
        |point: &Point| point.period.is_some_and(|period| period.has_year() && !matches!(period.unit, Unit::Plan(_) | Unit::Years(..)));
    match value {
        Value::Point(point) => full(point),
        Value::Range(first, last) => full(first) || full(last),
        _ => false,
    }
}

fn is_day(value: &Value) -> bool {
    matches!(value, Value::Point(Point { period: Some(period), .. }) if period.is_day())
}
