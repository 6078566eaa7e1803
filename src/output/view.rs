//! A record as people look at it: ids resolved, sections by their path, places by their line.

use std::{borrow::Cow, collections::HashMap};

use super::{Lang, Settings};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    Extraction, Origin, Record,
    extract::{
        Id,
        deadline::{Deadline, Moment},
        part::{Part, Section},
        task::{Role, Task},
    },
    reading::Quote,
    structure::label::Style,
};

/// A record with what people ask of it.
pub(super) struct View<'e> {
    pub(super) record: &'e Record,
    pub(super) lang: Lang,
    sections: HashMap<&'e str, String>,
    tasks: HashMap<Id, &'e Task>,
    deadlines: HashMap<Id, &'e Deadline>,
    #[cfg(feature = "formats")]
    counter: super::offsets::Counter<'e>,
    #[cfg(feature = "formats")]
    source: &'e str,
    /// Where the lines of the source begin.
    lines: Vec<u32>,
}

impl<'e> View<'e> {
    /// The record must still be counted in bytes.
    pub(super) fn new(extraction: &'e Extraction, settings: &Settings) -> Self {
        let record = &extraction.record;
        let source = extraction.document.text.source();
        let mut sections = HashMap::new();
        for (n, part) in record.parts.iter().enumerate() {
            let title = part.title.as_ref().filter(|_| n > 0).map_or_else(String::new, |title| title.text.to_string());
            part.sections.iter().for_each(|section| paths(section, &title, &mut sections));
        }
        let ends = memchr::memchr_iter(b'\n', source.as_bytes()).map(|at| at as u32 + 1);
        Self {
            record,
            lang: settings.lang,
            sections,
            tasks: record.tasks.iter().map(|it| (it.id, it)).collect(),
            deadlines: record.deadlines.iter().map(|it| (it.id, it)).collect(),
            #[cfg(feature = "formats")]
            counter: super::offsets::Counter::new(source, settings.offsets),
            #[cfg(feature = "formats")]
            source,
            lines: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// The document's title, failing that its file's name.
    pub(super) fn title(&self) -> &'e str {
        let title = self.record.header.title.as_ref().or_else(|| self.record.parts.first()?.title.as_ref());
        title.map_or_else(|| self.name(), |title| &title.text)
    }

    /// What the source is called.
    pub(super) fn name(&self) -> &'e str {
        self.record.source.name.as_deref().unwrap_or_default()
    }

    /// The path of a section: `二、保障措施 > （一）压实责任`.
    pub(super) fn section(&self, id: Option<&str>) -> &str {
        id.and_then(|id| self.sections.get(id)).map_or("", String::as_str)
    }

    /// The tasks of a deadline.
    pub(super) fn tasks<'v>(&'v self, deadline: &'v Deadline) -> impl Iterator<Item = &'e Task> + 'v {
        deadline.tasks.iter().filter_map(|id| self.tasks.get(id).copied())
    }

    /// The deadlines of a task.
    pub(super) fn deadlines<'v>(&'v self, task: &'v Task) -> impl Iterator<Item = &'e Deadline> + 'v {
        task.deadlines.iter().filter_map(|id| self.deadlines.get(id).copied())
    }

    /// The first day or moment at which the task is due.
    pub(super) fn due(&self, task: &Task) -> Option<Moment> {
        self.deadlines(task).filter_map(|it| it.end).min()
    }

    /// The bytes of the source's line in which a place begins, without its end.
    #[cfg(feature = "formats")]
    pub(super) fn line_range(&self, place: Origin) -> std::ops::Range<usize> {
        let line = self.line(place);
        let end = self.lines.get(line).map_or(self.source.len(), |next| *next as usize - 1);
        self.lines[line - 1] as usize..end
    }

    /// The number of the source's line, counted from one.
    pub(super) fn line(&self, place: Origin) -> usize {
        self.lines.partition_point(|start| *start <= place.start)
    }

    /// `start-end` in the unit asked for.
    #[cfg(feature = "formats")]
    pub(super) fn span(&self, place: Origin) -> String {
        format!("{}-{}", self.counter.count(place.start), self.counter.count(place.end))
    }
}

/// Who has this share in the task, joined by 、.
pub(super) fn actors(task: &Task, role: Role) -> String {
    list(task.actors.iter().filter(|it| it.role == role).map(|it| it.quote.text.as_str()))
}

/// The words of quotes, joined by 、.
pub(super) fn quotes(quotes: &[Quote]) -> String {
    list(quotes.iter().map(|it| it.text.as_str()))
}

/// Joins by 、.
pub(super) fn list<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join("、")
}

/// A day or moment, where it is known.
pub(super) fn day(moment: Option<Moment>) -> String {
    moment.map_or_else(String::new, |moment| moment.to_string())
}

/// The words of a quote that may be missing.
pub(super) fn words(quote: Option<&Quote>) -> &str {
    quote.map_or("", |it| &it.text)
}

fn paths<'r>(section: &'r Section, above: &str, paths: &mut HashMap<&'r str, String>) {
    let own = heading(section);
    let path = if above.is_empty() { own } else { format!("{above} > {own}") };
    section.sections.iter().for_each(|inner| self::paths(inner, &path, paths));
    paths.insert(&section.id, path);
}

/// Characters of a paragraph that stand for the heading of a section without one.
const GLIMPSE: usize = 16;

/// Characters of a task that name it beside one of its deadlines: more than documents need, and not a whole page, which
/// would be written anew for each of a thousand deadlines.
const NAMED: usize = 200;

/// What a task is called beside one of its deadlines.
pub(super) fn task_name(task: &Task) -> Cow<'_, str> {
    glimpse(task.action.as_ref().map_or(task.quote.text.as_str(), |it| &it.text), NAMED)
}

/// So many characters of a text, and … for what is left out.
fn glimpse(text: &str, most: usize) -> Cow<'_, str> {
    // what a person sees as one may be several characters
    match text.chars().nth(most).and_then(|_| text.grapheme_indices(true).nth(most)) {
        Some((at, _)) => format!("{}…", &text[..at]).into(),
        None => text.into(),
    }
}

/// Label and heading as they are written: `一、总体要求`, `（一）压实责任`; failing a heading the first words.
pub(super) fn heading(section: &Section) -> String {
    let label = format!("{}{}", section.label, mark(section.style));
    match (&section.heading, section.paragraphs.first()) {
        (Some(heading), _) => label + &heading.text,
        (None, Some(first)) => label + &glimpse(&first.quote.text, GLIMPSE),
        (None, None) => label,
    }
}

/// The mark that closes a label of this shape.
pub(super) fn mark(style: Style) -> &'static str {
    match style {
        Style::Chinese => "、",
        Style::Arabic => ".",
        Style::ChineseBracketed | Style::ArabicBracketed | Style::ArabicHalfBracketed | Style::Circled => "",
        _ => " ",
    }
}

/// All sections of a part in reading order, with their depth counted from zero.
pub(super) fn sections(part: &Part) -> Vec<(usize, &Section)> {
    fn walk<'r>(sections: &'r [Section], depth: usize, found: &mut Vec<(usize, &'r Section)>) {
        for section in sections {
            found.push((depth, section));
            walk(&section.sections, depth + 1, found);
        }
    }
    let mut found = Vec::new();
    walk(&part.sections, 0, &mut found);
    found
}
