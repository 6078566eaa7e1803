//! The clauses of a document that may be tasks, each with the evidence for and against it.
//!
//! They are given away section by section: a note on a line of its own covers all its section, and the words and evidence of a
//! whole document would take many times the room of its text.

use std::ops::Range;

use super::{
    feature,
    lead::{Leads, Led},
    note::{self, Note},
    place::{Place, Places},
    sign::{Signs, VOCABULARY},
    weigh::{Evidence, Scale},
};
use crate::{
    lexicon::{Cut, Tag},
    phrase::{numeral::is_figure, when::When},
    reading::{
        self, Block, Reading,
        clause::{Clause, Paragraph},
        segment::{Said, Segment, Voice, is_modal},
        sentence::{self, Punctuation},
    },
    span::{Found, Span},
    structure::{self, Section, label},
};

/// A clause that may be a task, with the evidence for and against it.
pub(super) struct Candidate<'d> {
    /// Its place in the paragraph.
    pub(super) range: Range<usize>,
    /// The paragraph's place in the reading.
    pub(super) base: Span,
    pub(super) text: &'d str,
    pub(super) clause: Clause,
    pub(super) block: &'d Block,
    /// The words and signs of its paragraph, of those that were cut.
    words: Range<usize>,
    hits: Range<usize>,
    /// The notes that cover it; ranges count in the paragraph that holds each.
    pub(super) notes: Vec<(Span, Note)>,
    /// Who acts in the lead-in of the list that it stands in.
    pub(super) led_by: Option<Span>,
    /// The innermost heading above it.
    pub(super) heading: Option<Span>,
    pub(super) evidence: Scale<'d>,
}

impl Candidate<'_> {
    /// Its place in the reading.
    pub(super) fn place(&self) -> Span {
        self.base.slice(self.range.clone())
    }

    fn is_in_section_of(&self, block: &Block) -> bool {
        self.block.section == block.section && self.block.part == block.part
    }

    /// Takes in a note of `block` that covers it.
    fn cover(&mut self, block: &Block, note: &Note) {
        self.notes.push((block.span, note.clone()));
        if !note.actors.is_empty() {
            self.evidence.add(feature::NOTED);
        }
    }
}

/// What a candidate was read from.
#[derive(Clone, Copy)]
pub(super) struct Source<'s> {
    pub(super) here: Said<'s>,
    /// The segments of its clause.
    pub(super) segments: &'s [Segment],
    /// The signs of its paragraph.
    pub(super) signs: Signs<'s>,
}

/// The clauses of the document's bodies, given away section by section. Only `with_reasons` the names of the evidence are kept.
pub(super) fn candidates<'d>(reading: &'d Reading<'_>, with_reasons: bool, mut give: impl FnMut(&Candidate<'d>, Source<'_>)) {
    let mut section = Paragraphs::default();
    let mut leads = Leads::default();
    let mut places = Places::new(reading.document);
    let (mut room, mut heading) = (Room::default(), Paragraphs::default());
    for block in &reading.blocks {
        let text = reading.text(block);
        let led = leads.pass(block, text);
        if !block.is_body() || block.place == reading::Place::Row {
            continue;
        }
        let place = places.of(block);
        if may_hold_tasks(reading, block, places.section(), &mut heading) {
            if section.candidates.last().is_some_and(|last| !last.is_in_section_of(block)) {
                section.give(&mut give);
            }
            let mut evidence = Scale::new(with_reasons);
            place.weigh(&mut evidence);
            section.read(block, text, Above { place, evidence, led, leads: &mut leads }, &mut room);
        }
    }
    section.give(give);
}

/// What stands above a paragraph, and says something of all its clauses.
struct Above<'d, 'l> {
    place: Place,
    evidence: Scale<'d>,
    led: Option<Led>,
    leads: &'l mut Leads<'d>,
}

/// Room for the marks and clauses of a paragraph, kept for the next.
#[derive(Default)]
struct Room {
    marks: Vec<(usize, char)>,
    clauses: Vec<Clause>,
}

/// The paragraphs of a section.
#[derive(Default)]
struct Paragraphs<'d> {
    cut: Cut,
    segments: Vec<Segment>,
    candidates: Vec<Candidate<'d>>,
}

impl<'d> Paragraphs<'d> {
    /// Gives away the candidates, each with what it was read from, and forgets the rest.
    fn give(&mut self, mut take: impl FnMut(&Candidate<'d>, Source<'_>)) {
        let Self { cut, segments, candidates } = self;
        for candidate in &*candidates {
            let here = Said { text: candidate.text, words: &cut.words[candidate.words.clone()] };
            let signs = Signs::of(&cut.hits[candidate.hits.clone()]);
            take(candidate, Source { here, segments: candidate.clause.segments(segments), signs });
        }
        self.clear();
    }

    fn clear(&mut self) {
        self.candidates.clear();
        self.segments.clear();
        self.cut.clear();
    }

    /// Cuts `text` into words, and puts its marks into `marks`; gives where its words and hits lie among those of the section.
    fn cut(&mut self, text: &str, times: &[Found<When>], marks: &mut Vec<(usize, char)>) -> (Range<usize>, Range<usize>) {
        let (words, hits) = (self.cut.words.len(), self.cut.hits.len());
        let borders = times.iter().flat_map(|time| [time.range.start, time.range.end]);
        self.cut.add(text, &VOCABULARY, borders, &mut |at| marks.extend(sentence::mark(text, at)));
        (words..self.cut.words.len(), hits..self.cut.hits.len())
    }

    /// Reads a paragraph: its notes, and its clauses as candidates.
    fn read(&mut self, block: &'d Block, text: &'d str, above: Above<'d, '_>, Room { marks, clauses }: &mut Room) {
        marks.clear();
        let (words, hits) = self.cut(text, &block.times, marks);
        let Self { cut, segments, candidates } = self;
        let signs = Signs::of(&cut.hits[hits.clone()]);
        let notes: Vec<Note> = note::notes(text, marks, signs);
        if note::is_all(text, &notes) {
            notes.iter().for_each(|note| cover_section(candidates, block, note));
            return;
        }
        let brackets: Vec<Range<usize>> = notes.iter().map(|note| note.range.clone()).collect();
        let punctuation = Punctuation::among(text, std::mem::take(marks));
        let own = &mut cut.words[words.clone()];
        Paragraph { text, signs: &punctuation, times: &block.times, words: own, segments }.clauses(&brackets, clauses);
        *marks = punctuation.into_room();
        let spoken = feature::of_block(signs).chain(above.led.as_ref().and_then(Led::evidence)).collect();
        let Above { place, evidence, led, leads } = above;
        let led_by = led.and_then(|led| led.agent);
        let frame = Frame { block, text, place, words, hits, notes, spoken, evidence, led_by };
        let here = Said { text, words: &cut.words[frame.words.clone()] };
        for clause in clauses.drain(..) {
            let source = Source { here, segments: clause.segments(segments), signs };
            if let Some(candidate) = frame.candidate(clause, source) {
                leads.name(block, candidate.clause.agent.as_ref().map(|agent| block.span.slice(agent.range.clone())));
                candidates.push(candidate);
            }
        }
    }
}

/// What is known of a paragraph when its clauses are weighed.
struct Frame<'d> {
    block: &'d Block,
    text: &'d str,
    place: Place,
    words: Range<usize>,
    hits: Range<usize>,
    notes: Vec<Note>,
    /// Evidence of the words of the paragraph, and of the lead-in of its list.
    spoken: Vec<&'static Evidence<'static>>,
    /// Evidence of where it stands.
    evidence: Scale<'d>,
    led_by: Option<Span>,
}

impl<'d> Frame<'d> {
    /// The candidate that a clause is, which was read from `source`.
    fn candidate(&self, clause: Clause, source: Source<'_>) -> Option<Candidate<'d>> {
        let Self { block, text, place, .. } = self;
        let range = strip_enumerator(text, clause.range.clone(), &block.times);
        // a note behind a full stop is no sentence
        if range.is_empty() || self.notes.iter().any(|note| note.range.start <= range.start && range.end <= note.range.end) {
            return None;
        }
        if place.names_attendants() && is_bare(&clause, source, &block.times) {
            return None;
        }
        let mut evidence = self.evidence.clone();
        feature::weigh(text, &clause, source, place, &block.times, &mut evidence);
        self.spoken.iter().for_each(|piece| evidence.add(piece));
        let note = self.notes.iter().find(|note| note.range.end > range.start);
        let mut candidate = Candidate {
            heading: place.heading(),
            range,
            base: block.span,
            text,
            clause,
            block,
            words: self.words.clone(),
            hits: self.hits.clone(),
            notes: Vec::new(),
            led_by: self.led_by,
            evidence,
        };
        note.into_iter().for_each(|note| candidate.cover(block, note));
        Some(candidate)
    }
}

/// Whether a clause neither binds nor asks, and says no time: under 参会人员 it only names who comes.
fn is_bare(clause: &Clause, Source { segments, .. }: Source<'_>, times: &[Found<When>]) -> bool {
    let timed = times.iter().any(|time| clause.range.start <= time.range.start && time.range.end <= clause.range.end);
    let binds = |segment: &Segment| segment.mood().is_some_and(is_modal) || segment.first() == Some(Tag::Ask);
    let told = clause.agent.as_ref().is_some_and(|agent| agent.voice != Voice::Subject);
    // 落实措施: an order, wherever it stands
    let orders = segments.first().is_some_and(|first| first.predicate == Some(first.head));
    !timed && !told && !orders && !segments.iter().any(binds)
}

/// A note on a line of its own covers its section.
fn cover_section(candidates: &mut [Candidate<'_>], block: &Block, note: &Note) {
    candidates.iter_mut().rev().take_while(|c| c.is_in_section_of(block)).for_each(|candidate| candidate.cover(block, note));
}

/// Paragraphs and items; headings only where nothing but notes stands beneath them, or where they are a whole sentence.
fn may_hold_tasks(reading: &Reading<'_>, block: &Block, section: Option<&Section>, scratch: &mut Paragraphs<'_>) -> bool {
    match block.place {
        reading::Place::Lead | reading::Place::Paragraph => true,
        reading::Place::Heading => {
            let bare = |b: &structure::Block| note::is_bare(reading.document.text.slice(b.span));
            section.is_some_and(|s| s.sections.is_empty() && s.blocks.iter().all(bare)) || is_sentence(reading, block, scratch)
        }
        _ => false,
    }
}

/// Whether a heading that runs into its text says who must do what, or when or how much: 检查组由两名检查员组成。…
fn is_sentence(reading: &Reading<'_>, heading: &Block, scratch: &mut Paragraphs<'_>) -> bool {
    let text = reading.text(heading);
    let runs_in = reading.document.text.as_str()[heading.span.range().end..].starts_with('。');
    runs_in && (!heading.times.is_empty() || text.contains(is_figure) || acts(text, scratch))
}

/// Whether a clause says who acts, or binds; `scratch` is room for its words.
fn acts(text: &str, scratch: &mut Paragraphs<'_>) -> bool {
    let mut marks = Vec::new();
    scratch.clear();
    scratch.cut(text, &[], &mut marks);
    let (signs, mut clauses) = (Punctuation::among(text, marks), Vec::new());
    let Paragraphs { cut, segments, .. } = scratch;
    Paragraph { text, signs: &signs, times: &[], words: &mut cut.words, segments }.clauses(&[], &mut clauses);
    let binds = |segment: &Segment| segment.mood().is_some_and(is_modal);
    clauses.iter().any(|clause| clause.agent.is_some() || clause.segments(segments).iter().any(binds))
}

/// 一是, 二是, （1） before a clause are no words of it, unless a time begins so (二、三季度).
fn strip_enumerator(text: &str, range: Range<usize>, times: &[Found<When>]) -> Range<usize> {
    let numeral = |c| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let words = &text[range.clone()];
    // most clauses begin with a Chinese character with which no enumerator does
    let silent = |c| matches!(c, '\u{4e00}'..='\u{9fff}') && !numeral(c) && !matches!(c, '第' | '项' | '步' | '任' | '专' | '阶');
    if words.starts_with(silent) {
        debug_assert!(label::label(words).is_err(), "a label begins so");
        return range;
    }
    if times.binary_search_by_key(&range.start, |time| time.range.start).is_ok() {
        return range;
    }
    let item = words.strip_prefix(numeral);
    let rest = item.and_then(|rest| rest.strip_prefix('是')).unwrap_or(words);
    let rest = label::label(rest).map_or(rest, |(rest, _)| rest).trim_start_matches(['，', '、', ' ']);
    range.end - rest.len()..range.end
}
