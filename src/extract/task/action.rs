//! What a task says is to be done, how it binds, and what it waits for.

use std::ops::Range;

use super::{Modality, Source, sign::OfTask};
use crate::{
    lexicon::{Tag, Word, short},
    phrase::{trimmed, when::When},
    reading::{
        Block,
        clause::{Clause, is_open},
        segment::{Segment, Voice, is_modal},
    },
    span::Found,
};

/// The predicate of `clause`: what stands behind its actor, or else behind its conditions, without mood and time at its
/// head. A ban keeps its 不得: without it the action would be the contrary.
pub(super) fn action(clause: &Clause, source: Source<'_>, times: &[Found<When>], notes: &[Range<usize>]) -> Option<Range<usize>> {
    let text = source.here.text;
    let end =
        notes.iter().find(|note| clause.range.start < note.start && note.end == clause.range.end).map_or(clause.range.end, |n| n.start);
    // most begin with a Chinese character
    let says = |at: &usize| {
        text.get(*at..end).is_some_and(|rest| matches!(rest.as_bytes(), [0xe5..=0xe9, ..]) || rest.chars().any(char::is_alphanumeric))
    };
    let behind_actor = clause.agent.as_ref().map(|agent| agent.range.end).filter(says);
    let mut at = behind_actor.or_else(|| head(source)).filter(says)?;
    // X的举报电话请于…: what is his is what the task is about
    if clause.agent.as_ref().is_some_and(|agent| agent.voice == Voice::Subject && agent.range.end == at) {
        at += text[at..end].len() - text[at..end].trim_start_matches('的').len();
    }
    while let Some(next) = behind_mood(source, at..end, times) {
        at = next;
    }
    says(&at).then_some(at..end)
}

/// Where the first segment begins that is neither condition nor ground nor says what is sent herewith (现将《办法》印发给你们，请…),
/// behind its openers.
fn head(Source { here, segments, .. }: Source<'_>) -> Option<usize> {
    let sends = |s: &Segment| s.words(here).get(s.head).is_some_and(|word| word.of(here.text) == "现将");
    let main = segments.iter().find(|s| !is_open(here, s) && !sends(s)).or(segments.last())?;
    main.words(here).get(main.head).map(Word::start)
}

/// Behind the mark, modal word, 请 or time with which `rest` begins; none where it begins with the predicate.
fn behind_mood(source: Source<'_>, rest: Range<usize>, times: &[Found<When>]) -> Option<usize> {
    let text = source.here.text;
    let words = &text[rest.clone()];
    let marks = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '：' | ':' | '、');
    // no Chinese character is one
    let trimmed = if matches!(words.as_bytes(), [0xe4..=0xe9, ..]) { words } else { words.trim_start_matches(marks) };
    let at = rest.end - trimmed.len();
    // 2024年的工作要尽早安排: a time with 的 behind it belongs to the noun
    let is_apart = |end: &usize| !text[*end..].starts_with('的');
    let time = |at: usize| times.binary_search_by_key(&at, |t| t.range.start).ok().map(|n| times[n].range.end).filter(is_apart);
    if let Some(end) = time(at).or_else(|| trimmed.starts_with(['于', '在']).then(|| time(at + '于'.len_utf8())).flatten()) {
        return Some(end);
    }
    let word = word_at(source, at);
    let mood = word.filter(|w| is_mood(w.tag, w.of(text)));
    let behind = |word: &Word| word.start() + mood_len(word.of(text));
    mood.map(behind).or_else(|| (at > rest.start).then_some(at))
}

/// How much of a modal word is mood: the preposition in 应在 and 可根据 belongs to what is to be done.
fn mood_len(word: &str) -> usize {
    const PREPOSITIONS: [char; 13] = ['于', '在', '按', '将', '把', '对', '向', '由', '根', '结', '通', '采', '作'];
    let first = word.chars().next().map_or(0, char::len_utf8);
    word[first..].find(PREPOSITIONS).map_or(word.len(), |at| first + at)
}

/// The word that begins at byte `at`.
fn word_at(Source { here, segments, .. }: Source<'_>, at: usize) -> Option<&Word> {
    let words = segments.get(segments.partition_point(|s| s.range.end <= at))?.words(here);
    words.binary_search_by_key(&at, Word::start).ok().map(|n| &words[n])
}

/// Whether a word says only how the predicate binds.
fn is_mood(tag: Tag, word: &str) -> bool {
    matches!(tag, Tag::Must | Tag::May | Tag::Will | Tag::Ask)
        || (tag == Tag::Adverb && ["均", "都", "也", "还", "则", "便", "一般"].contains(&word))
}

/// Words that only advise, where no modal word binds.
pub(super) const MILD: [&str; 7] = ["原则上", "鼓励", "支持", "建议", "希望", "宜", "力争"];

/// How a clause binds: by its first modal word outside conditions (因故不能参会的，须书面请假), or else by theirs. What is asked for
/// must be done, whatever is banned or allowed behind it (请按时参会，不得缺席), and what becomes of those who are late binds nobody.
pub(super) fn modality(Source { here, segments, .. }: Source<'_>, signs: &OfTask<'_>) -> Modality {
    let modal = |segment: &Segment| segment.mood().filter(|tag| is_modal(*tag));
    let binds = |segment: &&Segment| modal(segment).or_else(|| segment.first().filter(|tag| *tag == Tag::Ask)).is_some();
    let late = |segment: &Segment| short::begins_with(segment.body(here), &["逾期", "过期"]);
    let mut main = segments.iter().filter(binds).filter(|segment| !late(segment));
    let main = main.clone().find(|segment| !is_open(here, segment)).or_else(|| main.find(|segment| modal(segment).is_some()));
    match main.and_then(modal) {
        Some(Tag::MustNot) => Modality::MustNot,
        Some(Tag::May) => Modality::May,
        Some(Tag::Will) => Modality::Plan,
        None if signs.is_mild() => Modality::Should,
        _ => Modality::Must,
    }
}

/// Whether one of the `times`, which stand in order, lies in `range`.
fn holds_time(times: &[Found<When>], range: &Range<usize>) -> bool {
    times.get(times.partition_point(|time| time.range.end <= range.start)).is_some_and(|time| time.range.start < range.end)
}

/// A segment that names the event to wait for, where it holds no time.
pub(super) fn condition(text: &str, segments: &[Segment], block: &Block) -> Option<Range<usize>> {
    segments.iter().map(|s| s.range.clone()).find(|range| {
        let words = trimmed(&text[range.clone()]);
        words.ends_with(['后', '前', '日'])
            && (words.ends_with(['后', '前']) || words.ends_with("之日"))
            && !short::ends_with(words, &["今后", "此前", "当前", "目前", "先后", "前后"])
            && !holds_time(&block.times, range)
    })
}
