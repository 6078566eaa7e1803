//! The diagnostics as compilers print theirs: `file:line:column: severity[code]: sentence`, and below it the line with a
//! caret under the place. Lines and columns count from one, columns in characters that a person sees.
//!
//! A paragraph of an official document is a line of hundreds of characters, so of each line only the
//! neighbourhood is shown.

use std::{cell::LazyCell, ops::Range};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use unicode_segmentation::UnicodeSegmentation;

use super::{Format, Settings, columns::Columns, view::View};
use crate::{Diagnostic, Extraction, Origin, Severity};

/// Diagnostics with source lines.
pub struct Check;

impl Format for Check {
    fn name(&self) -> &'static str {
        "check"
    }

    fn about(&self) -> &'static str {
        "Only what the document gets wrong, as compilers print it; what --check prints"
    }

    fn extension(&self) -> &'static str {
        "check"
    }

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        let view = View::new(&extraction, settings);
        let source = extraction.document.text.source();
        let columns = LazyCell::new(|| Columns::seen(source));
        let renderer = if settings.colour { Renderer::styled() } else { Renderer::plain() };
        extraction.record.diagnostics.iter().map(|it| told(&view, source, &columns, &renderer, it)).collect()
    }
}

/// The headline of a diagnostic and its snippets.
fn told(view: &View<'_>, source: &str, columns: &Columns<'_>, renderer: &Renderer, it: &Diagnostic) -> String {
    let Diagnostic { code, severity, message, span, .. } = it;
    let (line, column) = (view.line(*span), columns.at(span.start));
    let places = windows(view, source, it);
    let snippets = places.iter().map(|window| window.snippet(view)).collect::<Vec<_>>();
    let drawn = renderer.render(&[Group::with_level(level(*severity)).elements(snippets)]);
    let severity = severity.name();
    format!("{}:{line}:{column}: {severity}[{code}]: {message}\n{drawn}\n", view.name())
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

/// Characters shown on either side of a place, and of a place itself.
const AROUND: usize = 24;
const LONGEST: usize = 32;
/// Related places that are shown.
const MOST: usize = 6;

/// The neighbourhood of a place within its line, and what is marked in it.
struct Window {
    /// As much of the source as is shown.
    range: Range<usize>,
    shown: String,
    /// Bytes of the mark that stands for what is left out before.
    left: usize,
    marks: Vec<(Range<usize>, AnnotationKind)>,
}

/// The windows of all places: one that another window shows is marked there.
fn windows(view: &View<'_>, source: &str, it: &Diagnostic) -> Vec<Window> {
    let mut windows = vec![Window::around(view.line_range(it.span), source, it.span)];
    windows[0].mark(it.span, AnnotationKind::Primary);
    for place in it.related.iter().filter(|place| **place != it.span).take(MOST) {
        let holds = |window: &&mut Window| window.range.start <= place.range().start && place.range().end <= window.range.end;
        match windows.iter_mut().find(holds) {
            Some(window) => window.mark(*place, AnnotationKind::Context),
            None => {
                let mut window = Window::around(view.line_range(*place), source, *place);
                window.mark(*place, AnnotationKind::Context);
                windows.push(window);
            }
        }
    }
    windows
}

/// The first `count` characters.
fn head(text: &str, count: usize) -> &str {
    text.grapheme_indices(true).nth(count).map_or(text, |(at, _)| &text[..at])
}

/// The last `count` characters.
fn tail(text: &str, count: usize) -> &str {
    text.grapheme_indices(true).nth_back(count - 1).map_or(text, |(at, _)| &text[at..])
}

impl Window {
    /// The place's first line, as much of it as a terminal shows.
    fn around(line: Range<usize>, source: &str, place: Origin) -> Self {
        let Range { start, end } = place.range();
        let before = tail(&source[line.start..start], AROUND);
        // the line from the place on, and no more of it than tells what is shown and whether it goes on
        let rest = head(&source[start..line.end.max(start)], LONGEST + AROUND + 1);
        let rest = &rest[..rest.find('\r').unwrap_or(rest.len())];
        let inside = head(&rest[..rest.len().min(end - start)], LONGEST);
        let after = head(&rest[inside.len()..], AROUND);
        let range = start - before.len()..start + inside.len() + after.len();
        let left = if line.start < range.start { "…" } else { "" };
        let right = if range.end < start + rest.len() { "…" } else { "" };
        Self { shown: format!("{left}{}{right}", &source[range.clone()]), range, left: left.len(), marks: Vec::new() }
    }

    /// Marks a place, so much of it as is shown.
    fn mark(&mut self, place: Origin, kind: AnnotationKind) {
        let Range { start, end } = place.range();
        let from = start - self.range.start + self.left;
        let longest = end.min(self.range.end) - start;
        let length = head(&self.shown[from..from + longest], LONGEST).len();
        self.marks.push((from..from + length, kind));
    }

    fn snippet(&self, view: &View<'_>) -> Snippet<'_, Annotation<'_>> {
        let at = Origin { start: self.range.start as u32, end: self.range.end as u32 };
        let marks = self.marks.iter().map(|(range, kind)| kind.span(range.clone()));
        Snippet::source(&self.shown).line_start(view.line(at)).annotations(marks)
    }
}
