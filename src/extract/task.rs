//! Who must do what.

mod action;
mod actor;
mod feature;
mod goal;
mod lead;
mod note;
mod place;
mod sign;
mod size;
mod weigh;

use std::{ops::Range, sync::Arc};

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Id, link::Elsewhere};
use crate::{
    lexicon::Cut,
    phrase::when::When,
    reading::{
        self, Block, Quote, Reading,
        clause::{Clause, Paragraph},
        segment::{Said, Segment, is_modal},
        sentence,
    },
    span::{Found, Span},
    structure::{self, Document, Section, label},
};
use lead::{Leads, Led};
use note::Note;
use place::Places;
use sign::{Signs, VOCABULARY};
use weigh::Scale;

pub use crate::phrase::bound::Relation;

/// A sentence or clause that directs somebody to do, or not to do, something definite. 任务：要求某方做或不做某事的一句或一分句。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Task {
    /// `t1`, `t2`, … 编号。
    pub id: Id,
    /// The sentence or clause. 该句原文。
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of its section. 所在层次的 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Arc<str>>,
    /// Who must act. 责任主体。
    pub actors: Vec<Actor>,
    /// What is to be done: the predicate without actor and time. 要做的事：去掉主体和时间的谓语。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Quote>,
    /// How it binds. 约束力。
    pub modality: Modality,
    /// The ids of the deadlines that bind it. 约束它的时限的 id。
    pub deadlines: Vec<Id>,
    /// The event that it waits for or must precede, where no date is known. 前提：须待其后或赶在其前的事件（无确定日期的）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Quote>,
    /// Its measurable goals. 可量化的目标。
    pub targets: Vec<Target>,
    /// Where a deliverable goes. 成果报送给谁。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submit_to: Option<Box<SubmitTo>>,
}

/// Somebody who must act. 责任主体。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// As written. 原文写法。
    #[serde(flatten)]
    pub quote: Quote,
    /// Lead, support, or simply responsible. 牵头、配合，或一般责任。
    pub role: Role,
    /// How the document says it. 文件如何表明由其负责。
    pub basis: Basis,
}

/// An actor's share in the work. 责任主体的分工。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "ActorRole")]
pub enum Role {
    /// A responsible unit, or the plain subject. 责任单位或句子主语。
    Responsible,
    /// In the lead. 牵头。
    Lead,
    /// In support. 配合、参与。
    Support,
}

/// How the document says who must act. 责任主体的依据。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The sentence's subject, the object of 请, the agent after 由. 句中写明：主语、“请”的对象或“由”之后的主体。
    Explicit,
    /// A note that covers the sentence. 责任单位、牵头单位等括注。
    Annotation,
    /// An enclosing section, or the recipients. 由上级层次或主送机关推得。
    Inherited,
}

/// How a task binds. 任务的约束力。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// An order: 必须, 须, 应当, 要, 请, a bare command. 必须做。
    Must,
    /// A ban: 不得, 严禁, 禁止. 不得做。
    MustNot,
    /// An advice: 宜, 原则上, 鼓励. 宜做、鼓励做。
    Should,
    /// A permission: 可, 可以, 有权. 可以做。
    May,
    /// What the issuer itself will do (将, 拟, 计划). 发文机关自己将做。
    Plan,
}

/// A measurable goal. 可量化的目标。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Target {
    /// As written. 原文写法。
    #[serde(flatten)]
    pub quote: Quote,
    /// How the result must stand to the value. 结果与数值的关系。
    pub relation: Relation,
    /// An exact decimal. 数值，精确的十进制数。
    #[serde(with = "rust_decimal::serde::str")]
    #[schemars(with = "String")]
    pub value: Decimal,
    /// What is counted: 个, %, 人. 单位。
    pub unit: String,
}

/// Where a deliverable goes. 成果报送给谁。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubmitTo {
    /// The receiver. 接收方。
    #[serde(flatten)]
    pub quote: Quote,
    /// An e-mail or postal address, where one is named. 报送途径：写明的电子邮箱或地址。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Quote>,
}

/// A clause that may be a task, with the evidence for and against it.
struct Candidate<'d> {
    /// Its place in the paragraph.
    range: Range<usize>,
    /// The paragraph's place in the reading.
    base: Span,
    text: &'d str,
    clause: Clause,
    block: &'d Block,
    /// The words and signs of its paragraph, of those that were cut.
    words: Range<usize>,
    hits: Range<usize>,
    /// The notes that cover it; ranges count in the paragraph that holds each.
    notes: Vec<(Span, Note)>,
    /// Who acts in the lead-in of the list that it stands in.
    led_by: Option<Span>,
    /// The innermost heading above it.
    heading: Option<Span>,
    evidence: Scale<'d>,
}

impl Candidate<'_> {
    /// Its place in the reading.
    fn place(&self) -> Span {
        self.base.slice(self.range.clone())
    }

    fn is_in_section_of(&self, block: &Block) -> bool {
        self.block.section == block.section && self.block.part == block.part
    }
}

/// What a candidate was read from.
#[derive(Clone, Copy)]
struct Source<'s> {
    here: Said<'s>,
    /// The segments of its clause.
    segments: &'s [Segment],
    /// The signs of its paragraph.
    signs: Signs<'s>,
}

/// The paragraphs of a section: their words and evidence, and those of all that were read before, would take many times the
/// room of the text.
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
            let source =
                Source { here, segments: candidate.clause.segments(segments), signs: Signs::of(&cut.hits[candidate.hits.clone()]) };
            take(candidate, source);
        }
        candidates.clear();
        segments.clear();
        cut.clear();
    }
}

/// Finds the tasks, and where else deadlines that bind them may stand.
pub(super) fn extract(reading: &Reading<'_>) -> (Vec<Task>, Vec<Elsewhere>) {
    let (mut tasks, mut places) = (Vec::new(), Vec::new());
    candidates(reading, false, |candidate, source| {
        if candidate.evidence.odds() > 0.0 {
            let elsewhere = elsewhere(candidate).map(|span| Elsewhere { task: tasks.len(), place: reading.place(span) });
            places.extend(elsewhere);
            tasks.push(task(reading, candidate, source));
        }
    });
    (tasks, places)
}

/// Why each clause counts as a task or does not: for maintainers, and for the program that learns the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The clause.
    pub quote: Quote,
    /// The log-odds that it is a task; above zero it is one.
    pub score: f64,
    /// The evidence: what was looked at, what was found, and what it weighs.
    pub evidence: Vec<(String, f64)>,
}

/// Explains every clause of `document`.
pub fn explain(document: &Document) -> Vec<Explanation> {
    let reading = Reading::new(document);
    let explain = |c: &Candidate<'_>| Explanation {
        quote: reading.quote(c.place()),
        score: c.evidence.odds(),
        evidence: c.evidence.reasons().collect(),
    };
    let mut explanations = Vec::new();
    candidates(&reading, true, |c, _| explanations.push(explain(c)));
    explanations
}

/// The clauses of the document's bodies, given away section by section. Only `with_reasons` the names of the evidence are kept.
fn candidates<'d>(reading: &'d Reading<'_>, with_reasons: bool, mut give: impl FnMut(&Candidate<'d>, Source<'_>)) {
    let mut read = Paragraphs::default();
    let mut leads = Leads::default();
    let mut places = Places::new(reading.document);
    let (mut marks, mut clauses): (Vec<(usize, char)>, Vec<Clause>) = Default::default();
    let mut heading = Paragraphs::default();
    for block in &reading.blocks {
        let text = reading.text(block);
        let led = leads.pass(block, text);
        if !block.is_body() || block.place == reading::Place::Row {
            continue;
        }
        let place = places.of(block);
        if !may_hold_tasks(reading, block, places.section(), &mut heading) {
            continue;
        }
        if read.candidates.last().is_some_and(|last| !last.is_in_section_of(block)) {
            read.give(&mut give);
        }
        let Paragraphs { cut, segments, candidates } = &mut read;
        let (words, hits) = (cut.words.len(), cut.hits.len());
        marks.clear();
        let borders = block.times.iter().flat_map(|time| [time.range.start, time.range.end]);
        cut.add(text, &VOCABULARY, borders, &mut |at| {
            if let Some(mark) = sentence::mark(text, at) {
                marks.push(mark);
            }
        });
        let (words, hits) = (words..cut.words.len(), hits..cut.hits.len());
        let signs = Signs::of(&cut.hits[hits.clone()]);
        let notes: Vec<Note> = note::notes(text, &marks, signs);
        if note::is_all(text, &notes) {
            notes.iter().for_each(|note| cover_section(candidates, block, note));
            continue;
        }
        let spoken = feature::of_block(signs);
        let mut evidence_of_place = Scale::new(with_reasons);
        place.weigh(&mut evidence_of_place);
        let brackets: Vec<Range<usize>> = notes.iter().map(|note| note.range.clone()).collect();
        let of_text = sentence::Punctuation::among(text, std::mem::take(&mut marks));
        let own = &mut cut.words[words.clone()];
        Paragraph { text, signs: &of_text, times: &block.times, words: own, segments }.clauses(&brackets, &mut clauses);
        marks = of_text.into_room();
        for clause in clauses.drain(..) {
            let range = strip_enumerator(text, clause.range.clone(), &block.times);
            // a note behind a full stop is no sentence
            if range.is_empty() || notes.iter().any(|note| note.range.start <= range.start && range.end <= note.range.end) {
                continue;
            }
            let mut evidence = evidence_of_place.clone();
            let here = Said { text, words: &cut.words[words.clone()] };
            let source = Source { here, segments: clause.segments(segments), signs };
            feature::weigh(text, &clause, source, &place, &block.times, &mut evidence);
            spoken.clone().chain(led.as_ref().and_then(Led::evidence)).for_each(|piece| evidence.add(piece));
            let covering: Vec<(Span, Note)> =
                notes.iter().find(|note| note.range.end > range.start).map(|note| (block.span, note.clone())).into_iter().collect();
            if covering.iter().any(|(_, note)| !note.actors.is_empty()) {
                evidence.add(feature::NOTED);
            }
            leads.name(block, clause.agent.as_ref().map(|agent| block.span.slice(agent.range.clone())));
            let led_by = led.and_then(|led| led.agent);
            candidates.push(Candidate {
                heading: place.heading(),
                range,
                base: block.span,
                text,
                clause,
                block,
                words: words.clone(),
                hits: hits.clone(),
                notes: covering,
                led_by,
                evidence,
            });
        }
    }
    read.give(give);
}

/// A note on a line of its own covers its section.
fn cover_section<'d>(found: &mut [Candidate<'d>], block: &'d Block, note: &Note) {
    for candidate in found.iter_mut().rev().take_while(|c| c.is_in_section_of(block)) {
        candidate.notes.push((block.span, note.clone()));
        if !note.actors.is_empty() {
            candidate.evidence.add(feature::NOTED);
        }
    }
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
    runs_in && (!heading.times.is_empty() || text.contains(|c: char| c.is_ascii_digit()) || acts(text, scratch))
}

/// Whether a clause says who acts, or binds; `scratch` is room for its words.
fn acts(text: &str, scratch: &mut Paragraphs<'_>) -> bool {
    let Paragraphs { cut, segments, .. } = scratch;
    cut.clear();
    segments.clear();
    let mut marks = Vec::new();
    cut.add(text, &VOCABULARY, [], &mut |at| {
        if let Some(mark) = sentence::mark(text, at) {
            marks.push(mark);
        }
    });
    let (signs, mut clauses) = (sentence::Punctuation::among(text, marks), Vec::new());
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

fn task(reading: &Reading<'_>, candidate: &Candidate<'_>, source: Source<'_>) -> Task {
    let Candidate { base, text, ref clause, block, ref notes, .. } = *candidate;
    let signs = &source.signs.of_task(clause.range.clone());
    let place = candidate.place();
    let own: Vec<Range<usize>> = notes.iter().filter(|(span, _)| *span == base).map(|(_, note)| note.range.clone()).collect();
    Task {
        id: Id::new(super::Kind::Tasks, 0),
        quote: reading.quote(place),
        section: block.section.clone(),
        actors: actor::actors(reading, candidate, source.segments),
        action: action::action(clause, source, &block.times, &own).map(|range| reading.quote(base.slice(range))),
        modality: action::modality(source, signs),
        deadlines: Vec::new(),
        condition: action::condition(text, source.segments, block).map(|range| reading.quote(base.slice(range))),
        targets: goal::targets(reading, place),
        submit_to: goal::submit_to(reading, base, &candidate.range, signs).map(Box::new),
    }
}

/// Where deadlines that bind the task may stand, if none does in its own words.
fn elsewhere(candidate: &Candidate<'_>) -> impl Iterator<Item = Span> {
    let Candidate { base, ref clause, ref notes, .. } = *candidate;
    let governing = clause.governing.iter().map(move |range| base.slice(range.clone()));
    governing.chain(notes.iter().map(|(span, note)| span.slice(note.range.clone())))
}
