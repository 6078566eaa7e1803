//! Who is named behind a mark: those who are asked (请), the agent (由).

use std::ops::Range;

use super::{Agent, OPENING_WORDS, SUBJECT, Said, Segment, Voice, compound, is_modal, name::holds_predicate, opens_predicate, picks, trim};
use crate::{
    lexicon::{Mark, Tag, Word, short},
    pattern::head,
    phrase::{actor, trimmed, when::When},
    span::Found,
};

/// Words that say of those who are asked what they have, take part in or have not done yet: 请承担任务的单位….
const DESCRIBES: [&str; 14] = ["参加", "参与", "承担", "符合", "获得", "荣获", "取得", "受", "受到", "具备", "具有", "有", "未", "尚未"];

/// Whether `verb` says of somebody what he has, takes part in or has not done yet.
pub(super) fn describes(verb: &str) -> bool {
    DESCRIBES.contains(&verb)
}

impl Segment {
    /// 请各县（市、区）于…: from 请 to the next word that cannot belong to a name.
    pub(super) fn asked(&self, said: Said<'_>, times: &[Found<When>]) -> Option<Agent> {
        let own = self.words(said);
        let ask = if self.first()? == Tag::Ask { self.head } else { self.asked_then(said)? };
        let next = own.get(ask + 1)?;
        // 请参加会议的人员…: what they do describes those who are asked
        if self.tags.has_of() && describes(next.of(said.text)) {
            let described = |name: &Agent| said.text[name.range.clone()].contains('的');
            // 请承担任务的单位，按时报送: what they are asked for stands behind the comma
            let followed = |name: &Agent| name.range.end < self.range.end || said.text[self.range.end..].starts_with(['，', ',']);
            let name = self.name_from(said, ask + 1, Voice::Asked).filter(described);
            return name.or_else(|| self.described_from(said, ask + 1)).filter(followed);
        }
        if matches!(next.tag, Tag::Adverb | Tag::State) || is_modal(next.tag) {
            return None;
        }
        if next.tag == Tag::Verb && next.mark != Mark::Compound {
            return None;
        }
        // 请于5月4日前报送我局, 请报送我局 ask nobody by name
        let name = self.name_from(said, ask + 1, Voice::Asked).filter(|name| name.range.end < self.range.end || !opens_predicate(next.tag));
        let picked = || self.picked_from(said, ask + 1, times).map(|range| Agent { range, voice: Voice::Asked });
        name.filter(|_| next.tag != Tag::Preposition).or_else(picked)
    }

    /// Where 请 stands behind what says when: 施工期间│请各用户….
    fn asked_then(&self, said: Said<'_>) -> Option<usize> {
        if !self.tags.has(Tag::Ask) {
            return None;
        }
        let when = |word: &Word| short::ends_with(&said.text[self.range.start..word.start()], &["期间", "时", "后", "前"]);
        let own = self.words(said).iter().enumerate().skip(self.head + 1);
        own.filter(|(_, word)| word.of(said.text) == "请").find(|(_, word)| when(word)).map(|(at, _)| at)
    }

    /// Those who are asked where a time stands behind them, or a word that no list has: 请各部门12月15日前完成, 请各单位精心组织.
    fn picked_from(&self, said: Said<'_>, from: usize, times: &[Found<When>]) -> Option<Range<usize>> {
        let start = self.words(said).get(from)?.start();
        let timed = || {
            let time = times.iter().map(|time| &time.range).find(|time| time.start > start)?;
            Some(trim(said.text, start..time.start)).filter(|name| actor::is_plain(&said.text[name.clone()]))
        };
        if picks(&said.text[start..]) { timed().or_else(|| self.plain_from(said, from)) } else { None }
    }

    /// 由市财政局负责: the agent, wherever 由 stands.
    pub(super) fn by(&self, said: Said<'_>) -> Option<Agent> {
        let (text, own) = (said.text, self.words(said));
        if !self.tags.has_by() {
            return None;
        }
        let by = (self.head..own.len()).find(|i| {
            let word = &own[*i];
            word.mark == Mark::By && (word.tag == Tag::Preposition || is_modal(word.tag))
        })?;
        // 不得由临时人员承办: whom it is banned to binds others; 以出差为由: what is said
        if by > self.head && (own[by - 1].tag == Tag::MustNot || own[by - 1].of(text) == "为") {
            return None;
        }
        // 成立由县长任组长的领导小组: who is described
        let describes = |name: &Agent| text[name.range.clone()].contains("长的") || text[name.range.clone()].contains("组成的");
        self.name_from(said, by + 1, Voice::Agent).filter(|name| !describes(name))
    }

    /// The name that begins with word `from` and ends before a word that opens a predicate.
    fn name_from(&self, said: Said<'_>, from: usize, voice: Voice) -> Option<Agent> {
        let (text, own) = (said.text, self.words(said));
        let start = own.get(from)?.start();
        let ends = (from + 1..=own.len()).take_while(|i| own.get(*i).is_none_or(|w| w.start() < start + SUBJECT));
        for i in ends {
            let end = own.get(i).map_or(self.range.end, |w| w.start());
            let opens = own.get(i).is_none_or(|w| opens_predicate(w.tag) && !compound::heads_name(text, own, i))
                // 请经我局推荐的单位…
                && !(voice == Voice::Asked && self.has_of_behind(said, i));
            let name = &text[start..end];
            // 由云川县承办, 请云川县报送
            let place = || (voice == Voice::Agent || voice == Voice::Asked && i < own.len()) && actor::is_place(trimmed(name));
            if opens && (actor::is_actor(name) || place()) {
                // 由市水务局综合上报国务院: who gets it is no part of the name
                let goes_on = voice == Voice::Agent && holds_predicate(text, &own[from..i], end);
                let short = goes_on.then(|| self.plain_from(said, from)).flatten();
                return Some(Agent { range: short.unwrap_or_else(|| trim(text, start..end)), voice });
            }
        }
        // 由经治医师改完: the verb may be in no list
        (voice == Voice::Agent).then(|| self.plain_from(said, from)).flatten().map(|range| Agent { range, voice })
    }

    /// The name behind 的 of those whom words from `from` on describe, whatever verb follows: 请受表彰的单位再立新功.
    fn described_from(&self, said: Said<'_>, from: usize) -> Option<Agent> {
        let own = self.words(said);
        let of = own.iter().skip(from).position(|word| word.mark == Mark::Of)? + from;
        let name = self.plain_from(said, of + 1)?;
        Some(Agent { range: own[from].start()..name.end, voice: Voice::Asked })
    }

    /// The longest name beyond doubt that begins with word `from` and ends before a verb, or within what no list has.
    fn plain_from(&self, said: Said<'_>, from: usize) -> Option<Range<usize>> {
        let (text, own) = (said.text, self.words(said));
        let start = own.get(from)?.start();
        let inside = own[from..].iter().take_while(|w| !opens_predicate(w.tag) || w.mark == Mark::Compound);
        let end = inside.flat_map(Word::ends).take(OPENING_WORDS).filter(|end| actor::is_plain(&text[start..*end])).last()?;
        Some(trim(text, start..end))
    }

    /// Those who act, without those whom they meet: 各单位│与市水务局联系; 请与李明远联系 names nobody.
    pub(super) fn without_met(&self, text: &str, agent: Agent) -> Option<Agent> {
        const MEETS: [&str; 6] = ["联系", "联络", "对接", "衔接", "沟通", "协商"];
        let Some(with) = text[agent.range.clone()].find('与') else { return Some(agent) };
        let verb = head(&text[agent.range.end..self.range.end], "及时联系".chars().count());
        if agent.voice == Voice::Agent || !short::holds(verb, &MEETS) {
            return Some(agent);
        }
        let range = trim(text, agent.range.start..agent.range.start + with);
        actor::is_actor(&text[range.clone()]).then_some(Agent { range, ..agent })
    }

    /// Whether 请 stands in it behind what it is about, and asks nobody by name: 未尽事宜请与县水利局联系.
    pub(crate) fn asks_inside(&self, said: Said<'_>) -> bool {
        let asks = |w: &Word| w.of(said.text) == "请" && !said.text[..w.start()].ends_with(['宴', '邀', '聘', '延']);
        self.agent.is_none() && self.tags.has(Tag::Ask) && self.words(said).iter().skip(self.head + 1).any(asks)
    }
}
