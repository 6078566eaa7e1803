//! Actors that a comma joins: 各县人民政府，市直各单位要…, 各部门，特别是市水务局，要….
//!
//! Between the commas before the last of them stands a name and nothing else.

use std::ops::Range;

use super::segment::{Agent, Said, Segment, Voice};
use crate::{
    lexicon::{Mark, Tag, Tags},
    phrase::{actor, numeral::is_figure},
};

/// What stands in no name: 建设 in 建设单位 aside.
const SAYS: Tags = Tags::new(&[Tag::Must, Tag::MustNot, Tag::May, Tag::Will, Tag::State, Tag::Preposition, Tag::Adverb]);

/// `agent`, who is named in segment `at`, with those who are named before and behind him.
pub(super) fn with_others(here: Said<'_>, segments: &[Segment], at: usize, mut agent: Agent) -> Agent {
    if agent.voice == Voice::Agent {
        return agent;
    }
    let before = segments[..at].iter().rev().map_while(|segment| name(here, segment));
    // what stands before the name leads up to it, as a condition does
    if begins(here, &segments[at], &agent)
        && let Some(first) = before.last()
    {
        agent.range.start = first.start;
    }
    let mut end = trimmed_end(here, &segments[at]);
    for segment in &segments[at + 1..] {
        if agent.range.end < end {
            break;
        }
        let next = segment.agent.as_ref().filter(|next| next.voice == Voice::Subject && begins(here, segment, next));
        let Some(next) = next.map(|next| next.range.clone()).or_else(|| name(here, segment)) else { break };
        agent.range.end = next.end;
        end = trimmed_end(here, segment);
    }
    agent
}

/// The name that a segment is, if it is nothing else; 请 may stand before it.
pub(super) fn name(here: Said<'_>, segment: &Segment) -> Option<Range<usize>> {
    let end = trimmed_end(here, segment);
    if let Some(agent) = &segment.agent {
        return (agent.voice != Voice::Agent && agent.range.end == end && begins(here, segment, agent)).then(|| agent.range.clone());
    }
    let words = segment.words(here);
    let own = words.get(segment.head..)?;
    let led = words[..segment.head].iter().all(|word| actor::ABOVE_OTHERS.contains(&word.of(here.text)));
    let says =
        || own.iter().any(|word| SAYS.has(word.tag) || word.mark == Mark::Of || word.tag == Tag::Verb && word.mark != Mark::Compound);
    let range = own.first()?.start()..end;
    // 2,117名居民: the comma of a figure
    let led = led && !here.text[range.clone()].starts_with(is_figure);
    (led && !range.is_empty() && actor::is_plain(&here.text[range.clone()]) && !says()).then_some(range)
}

/// Whether a segment begins with its `agent`, 请 and what joins him to others aside.
fn begins(here: Said<'_>, segment: &Segment, agent: &Agent) -> bool {
    let words = segment.words(here);
    let asks = usize::from(agent.voice == Voice::Asked);
    let led = words[..segment.head].iter().all(|word| actor::ABOVE_OTHERS.contains(&word.of(here.text)));
    led && words.get(segment.head + asks).is_some_and(|word| word.start() == agent.range.start)
}

/// Where a segment ends, white space aside.
fn trimmed_end(here: Said<'_>, segment: &Segment) -> usize {
    segment.range.start + here.text[segment.range.clone()].trim_end().len()
}
