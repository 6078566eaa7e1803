//! What stands between two commas: its openers, who acts in it, and where its predicate begins.
//!
//! The subject of a clause is the noun phrase before its modal word or verb, if that phrase names somebody who
//! can act ([`actor`]). `由` marks an agent, `请` one who is asked. Things as subjects
//! (`抽查率不得低于…`) give no agent. Pronouns (其) are not resolved.

mod compound;
mod name;
mod settle;

use std::ops::Range;

use name::{begins, binds, first_unit, holds_predicate, names_another};

use crate::{
    lexicon::{Mark, Tag, Tags, Word, name_end},
    pattern::{head, is_han},
    phrase::{actor, trimmed, when::When},
    span::Found,
};

/// How a segment names the one who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The grammatical subject.
    Subject,
    /// The agent after 由.
    Agent,
    /// The object of 请.
    Asked,
}

/// Who acts in a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agent {
    /// The whole noun phrase, coordinated units together.
    pub(crate) range: Range<usize>,
    /// How it is named.
    pub(crate) voice: Voice,
}

/// A paragraph and its words.
#[derive(Clone, Copy)]
pub(crate) struct Said<'t> {
    pub(crate) text: &'t str,
    pub(crate) words: &'t [Word],
}

/// What stands between two commas.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    /// Where it stands in the text.
    pub(crate) range: Range<usize>,
    /// Which of the words are its own.
    words: Range<usize>,
    /// The first of its words behind openers: conjunctions, enumerators, a time at the head.
    pub(crate) head: usize,
    /// Who acts.
    pub(crate) agent: Option<Agent>,
    /// The word with which the predicate begins: a modal, or else a verb or 将.
    pub(crate) predicate: Option<usize>,
    /// What the head and that word do.
    first: Option<Tag>,
    mood: Option<Tag>,
    /// What its words do: most questions are answered by a look at this, word by word only where it allows for them.
    tags: Tags,
}

/// The tags of modal words.
const MODAL: Tags = Tags::new(&[Tag::Must, Tag::MustNot, Tag::May, Tag::Will]);
/// The tags of words that cannot stand inside a name.
const OPENS: Tags =
    Tags::new(&[Tag::Must, Tag::MustNot, Tag::May, Tag::Will, Tag::Verb, Tag::State, Tag::Preposition, Tag::Adverb, Tag::Ask]);
/// The tags of words with which a predicate begins, or what stands before it.
const PREDICATES: Tags = Tags::new(&[Tag::Must, Tag::MustNot, Tag::May, Tag::Will, Tag::Verb, Tag::State, Tag::Adverb, Tag::Ask]);
/// The tags of words before which somebody may be named in any case.
const BINDS: Tags = Tags::new(&[Tag::Must, Tag::MustNot, Tag::May, Tag::Will, Tag::Ask]);
/// The tags of words with which a predicate begins that has no modal word.
const TELLS: Tags = Tags::new(&[Tag::Verb, Tag::State]);

/// Words that say of those who are asked what they have, take part in or have not done yet: 请承担任务的单位….
const DESCRIBES: [&str; 11] = ["参加", "参与", "承担", "符合", "获得", "取得", "具备", "具有", "有", "未", "尚未"];

/// The most pieces of words that are tried as a name before a verb that no list has.
const OPENING_WORDS: usize = 16;
/// The longest unit, in signs, whose name begins with a verb.
const LONGEST_COMPOUND: usize = 12;
/// The longest noun phrase that is tried as subject, in bytes.
const SUBJECT: usize = 240;

impl Segment {
    /// Reads the segment that stands at `range` of `text`; `times` are the time expressions of the text, in order. Its words
    /// are the next of `words`, those that stand before it left out.
    pub(crate) fn read(text: &str, words: &mut [Word], next: &mut usize, range: Range<usize>, times: &[Found<When>]) -> Self {
        let from = *next + words[*next..].iter().take_while(|word| word.start() < range.start).count();
        let (mut to, mut tags) = (from, Tags::default());
        for word in words[from..].iter().take_while(|word| word.start() < range.end) {
            tags = tags.and(word.tags());
            to += 1;
        }
        *next = to;
        let times = near(times, &range);
        let own = &mut words[from..to];
        if tags.has(Tag::Will) {
            settle::jiang(text, own);
            tags = Tags::of(own);
        }
        if tags.has(Tag::Ask) {
            settle::wang(text, own);
        }
        let head = skip_openers(text, own, times);
        let first = own.get(head).map(|word| word.tag);
        let mut segment = Self { range, words: from..to, head, agent: None, predicate: None, first, mood: None, tags };
        let said = Said { text, words };
        let agent = segment.asked(said, times).or_else(|| segment.subject(said, times)).or_else(|| segment.by(said));
        segment.agent = agent.and_then(|agent| segment.without_met(text, agent));
        segment.predicate = segment.find_predicate(said);
        segment.mood = segment.predicate.map(|at| segment.words(said)[at].tag);
        segment
    }

    /// Its words.
    #[inline(always)]
    pub(crate) fn words<'t>(&self, said: Said<'t>) -> &'t [Word] {
        &said.words[self.words.clone()]
    }

    /// The words of the segment behind its openers.
    pub(crate) fn body<'t>(&self, said: Said<'t>) -> &'t str {
        self.words(said).get(self.head).map_or("", |w| &said.text[w.start()..self.range.end])
    }

    /// The tag of the word with which the segment begins, openers aside.
    pub(crate) const fn first(&self) -> Option<Tag> {
        self.first
    }

    /// Whether a modal word stands in it, openers aside.
    pub(crate) fn has_modal(&self, said: Said<'_>) -> bool {
        self.tags.meets(MODAL) && self.words(said)[self.head..].iter().any(|w| is_modal(w.tag))
    }

    /// The tag of the predicate's first word.
    pub(crate) const fn mood(&self) -> Option<Tag> {
        self.mood
    }

    /// 请各县（市、区）于…: from 请 to the next word that cannot belong to a name.
    fn asked(&self, said: Said<'_>, times: &[Found<When>]) -> Option<Agent> {
        let own = self.words(said);
        let ask = (self.first()? == Tag::Ask).then_some(self.head)?;
        let next = own.get(ask + 1)?;
        // 请参加会议的人员…: what they do describes those who are asked
        if self.tags.has_of() && DESCRIBES.contains(&next.of(said.text)) {
            let name = self.name_from(said, ask + 1, Voice::Asked);
            return name.filter(|name| said.text[name.range.clone()].contains('的') && name.range.end < self.range.end);
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
    fn by(&self, said: Said<'_>) -> Option<Agent> {
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
            let opens = own.get(i).is_none_or(|w| opens_predicate(w.tag) && !compound::heads_name(text, own, i));
            let name = &text[start..end];
            if opens && (actor::is_actor(name) || (voice == Voice::Agent && actor::is_place(trimmed(name)))) {
                // 由市水务局综合上报国务院: who gets it is no part of the name
                let goes_on = voice == Voice::Agent && holds_predicate(text, &own[from..i], end);
                let short = goes_on.then(|| self.plain_from(said, from)).flatten();
                return Some(Agent { range: short.unwrap_or_else(|| trim(text, start..end)), voice });
            }
        }
        // 由经治医师改完: the verb may be in no list
        (voice == Voice::Agent).then(|| self.plain_from(said, from)).flatten().map(|range| Agent { range, voice })
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
    fn without_met(&self, text: &str, agent: Agent) -> Option<Agent> {
        const MEETS: [&str; 6] = ["联系", "联络", "对接", "衔接", "沟通", "协商"];
        let Some(with) = text[agent.range.clone()].find('与') else { return Some(agent) };
        let verb = head(&text[agent.range.end..self.range.end], "及时联系".chars().count());
        if agent.voice == Voice::Agent || !MEETS.iter().any(|meets| verb.contains(meets)) {
            return Some(agent);
        }
        let range = trim(text, agent.range.start..agent.range.start + with);
        actor::is_actor(&text[range.clone()]).then_some(Agent { range, ..agent })
    }

    /// The noun phrase before the modal word; failing that, before a verb.
    fn subject(&self, said: Said<'_>, times: &[Found<When>]) -> Option<Agent> {
        let (text, own) = (said.text, self.words(said));
        let start = own.get(self.head)?.start();
        // 并与企业合作: who is worked with
        if own[..self.head].last().is_some_and(|w| matches!(w.of(text), "与" | "和" | "同" | "及" | "以及")) {
            return None;
        }
        if !self.tags.meets(OPENS) {
            return self.named_before_time(said, times);
        }
        let near = match self.range.end - start {
            ..=SUBJECT => own.len(),
            _ => own.partition_point(|w| w.start() < start + SUBJECT),
        };
        let mut modal = self.next_of(said, MODAL, self.head + 1..near);
        // 有需要的学校: a modal word that describes binds nobody
        while let Some(at) = modal.filter(|at| self.has_of_behind(said, *at)) {
            modal = self.next_of(said, MODAL, at + 1..near);
        }
        // the first 的: most names are asked for it
        let of = own[self.head..near].iter().filter(|_| self.tags.has_of()).find(|w| w.mark == Mark::Of).map(|w| w.start());
        let owned = of.is_some_and(|of| begins(&text[start..], '在') || actor::may_end(&text[start..of]));
        let verbs = modal.unwrap_or(near);
        let verb = |from| self.next_of(said, OPENS, from..verbs);
        let (mut at, mut tells) = (modal.or_else(|| verb(self.head + 1)), modal.is_none());
        while let Some(word) = at {
            let before = if self.tells_more(said, &own[word], of) { None } else { self.named_before(said, word, (of, owned), times) };
            if before.is_some() {
                return before;
            }
            at = verb(if tells { word + 1 } else { self.head + 1 });
            if !tells && at.is_none() {
                return None;
            }
            tells = true;
        }
        self.named_before_time(said, times)
    }

    /// Whether `word` only goes on with a predicate with which the segment begins (加强部门联动和协同): nothing that begins so names
    /// anybody but before a word that binds, or in what stands before 的, of which the first is at `of`.
    #[inline(always)]
    fn tells_more(&self, said: Said<'_>, word: &Word, of: Option<usize>) -> bool {
        let first = &self.words(said)[self.head];
        PREDICATES.has(first.tag)
            && first.mark != Mark::Compound
            && !BINDS.has(word.tag)
            && of.is_none_or(|of| of >= word.start())
            && !binds(said.text, word)
            && !begins(&said.text[first.start()..], '在')
    }

    /// The first of the words `within` that has one of `tags`.
    #[inline]
    fn next_of(&self, said: Said<'_>, tags: Tags, within: Range<usize>) -> Option<usize> {
        let from = within.start;
        let words = self.words(said).get(within).filter(|_| self.tags.meets(tags))?;
        words.iter().position(|w| tags.has(w.tag)).map(|n| from + n)
    }

    /// 司法所5日内审完: whoever stands right before a time, whatever verb follows it.
    fn named_before_time(&self, said: Said<'_>, times: &[Found<When>]) -> Option<Agent> {
        if times.is_empty() {
            return None;
        }
        let (text, own) = (said.text, self.words(said));
        let start = own.get(self.head)?.start();
        let time = times.iter().map(|time| &time.range).find(|time| time.start > start && time.end <= self.range.end)?;
        let name = trim(text, start..time.start);
        let plain = || actor::is_plain(&text[name.clone()]);
        (self.first().is_some_and(|tag| !opens_predicate(tag)) && plain() && !self.holds_case_word(said, &text[name.clone()]))
            .then_some(Agent { range: name, voice: Voice::Subject })
    }

    /// The longest name with which the segment begins, whatever verb stands behind it: 经营者 in 经营者赠送物品的，应当….
    pub(crate) fn opening_name(&self, said: Said<'_>) -> Option<Agent> {
        let (text, own) = (said.text, self.words(said));
        let start = own.get(self.head)?.start();
        let inside = own[self.head..].iter().take_while(|w| !opens_predicate(w.tag)).flat_map(Word::ends).take(OPENING_WORDS);
        let end = inside.filter(|end| actor::is_plain(&text[start..*end])).last()?;
        Some(Agent { range: trim(text, start..end), voice: Voice::Subject })
    }

    /// The actor that all the words up to word `at` name; `of` is where the first 的 stands, `owned` whether somebody may be
    /// named before it.
    #[inline(always)]
    fn named_before(&self, said: Said<'_>, at: usize, (of, owned): (Option<usize>, bool), times: &[Found<When>]) -> Option<Agent> {
        let own = self.words(said);
        let mut end = own[self.before_adverbs(said, at)].start();
        // 县政府办公室每月调度: a time stands between subject and verb
        if let Some(time) = times.iter().map(|time| &time.range).find(|time| time.end == end) {
            let before = own.partition_point(|w| w.end() <= time.start);
            let adverbs = self.before_adverbs(said, before);
            end = if adverbs < before { own[adverbs].start() } else { time.start };
        }
        // 公安、城管等要…: the list goes on, who is named acts
        let listed = own[..at].last().is_some_and(|w| w.end() == end && w.of(said.text) == "等")
            && said.text[own[self.head].start()..end].contains('、');
        if listed {
            end -= "等".len();
        }
        // most noun phrases are no actor, and hold no name of one whose thing they are
        let may_name = of.is_some_and(|of| of < end && owned) || actor::may_end(&said.text[..end]);
        (may_name && own[self.head].start() < end).then(|| self.actor_in(said, at, end, of)).flatten()
    }

    /// The actor that the words up to byte `end` name, behind which word `at` tells what he does.
    fn actor_in(&self, said: Said<'_>, at: usize, end: usize, of: Option<usize>) -> Option<Agent> {
        let (text, own) = (said.text, self.words(said));
        let (start, word) = (own[self.head].start(), &own[at]);
        let whole = trim(text, start..end);
        let mut words = &text[whole.clone()];
        if begins(words, '在') {
            words = name::behind_setting(words);
        }
        // 要求各校要…: who is told
        if begins(words, '要') {
            words = words.strip_prefix("要求").unwrap_or(words);
        }
        let name = whole.end - words.len()..whole.end;
        let ending = actor::Name::of(words);
        let acts = ending.ends_like_actor();
        let of = match of {
            Some(of) if of < name.start => words.find('的').map(|at| name.start + at),
            of => of.filter(|of| *of < name.end),
        };
        if !acts && !ending.is_place() && of.is_none() {
            return None;
        }
        // 项目单位提出的问题: what he does describes something else
        let describes = word.tag == Tag::Verb && self.has_of_behind(said, at);
        // X由Y负责: X is acted on; 报名所提交的…: 所 belongs to the verb
        let passive = || {
            self.by_behind(said, word)
                || (word.tag == Tag::Verb && words.ends_with('所') && usize::from(name_end(words).organ) == "所".len())
        };
        if describes || passive() || compound::heads_name(text, own, at) {
            return None;
        }
        // 参会人员请于…: who is asked may stand before 请, too
        let modal = is_modal(word.tag) || word.tag == Tag::Ask;
        let picked = name::behind_event(text, name.clone());
        let name = if picks(&text[picked.clone()]) { picked } else { name };
        let whole = name.start == whole.start;
        // a place is told or asked to act, or it is a place
        let told = || whole && (binds(text, word) || word.tag == Tag::Ask) && actor::is_place(words) && word.start() == name.end;
        let known = (acts && ending.is_whole() && (!whole || self.may_be_subject(said, words, of.is_some(), modal))) || told();
        let name = if known { name::behind_event(text, name) } else { name::possessor(text, name, of?, modal)? };
        Some(Agent { range: name, voice: Voice::Subject })
    }

    /// Whether 由 is `word`, or the modal `word` stands before it (须由).
    fn by_behind(&self, said: Said<'_>, word: &Word) -> bool {
        let rest = &said.text[word.start()..self.range.end];
        let own = word.of(said.text);
        word.mark == Mark::By || (is_modal(word.tag) && begins(rest[own.len()..].trim_start(), '由'))
    }

    /// Whether `name`, with which the segment begins, can be a subject and is no predicate of its own
    /// (`组织各部门召开…`, `对违规单位…`); it is `relative` if it holds 的.
    fn may_be_subject(&self, said: Said<'_>, name: &str, relative: bool, modal: bool) -> bool {
        let (text, own) = (said.text, self.words(said));
        // 报县政府办公室备案 names who receives
        let agrees = begins(name, '同') && name.starts_with("同意");
        let receives = begins(name, '报') && !["报社", "报名", "报考", "报告"].iter().any(|word| name.starts_with(word));
        if begins(name, '《') || begins(name, '“') || receives || agrees || self.holds_case_word(said, name) {
            return false;
        }
        let first = &own[self.head];
        let word = first.of(text);
        let picks = || ["各", "有关", "相关", "所属", "辖区"].iter().any(|p| name[word.len().min(name.len())..].contains(p));
        match first.tag {
            // 联合采购办公室
            Tag::Preposition if word == "联合" => own.get(self.head + 1).is_some_and(|w| w.tag == Tag::Verb),
            Tag::Preposition => relative && modal && matches!(word, "经" | "因" | "以" | "被" | "从" | "在"),
            Tag::Verb if modal && relative => true,
            Tag::Verb => compound::heads_name(text, own, self.head) && first_unit(name).chars().count() <= LONGEST_COMPOUND && !picks(),
            Tag::Adverb | Tag::State | Tag::Ask => relative && modal,
            Tag::Must | Tag::MustNot | Tag::May | Tag::Will => false,
            // 过往车辆服从现场人员: who is acted on
            _ => modal || actor::is_plain(name) && !self.acts_on(said, name),
        }
    }

    /// Whether somebody is acted on in `name`: a verb stands before the end of it, and there another is named.
    fn acts_on(&self, said: Said<'_>, name: &str) -> bool {
        let (text, own) = (said.text, self.words(said));
        let end = own[self.head].start() + name.len();
        let inside = own[self.head + 1..].iter().take_while(|w| w.end() < end);
        let mut verbs = inside.filter(|w| w.tag == Tag::Verb && w.mark != Mark::Compound);
        let levelled = || name.starts_with(['市', '县', '省', '区', '镇', '乡', '州']);
        verbs.any(|w| names_another(&text[w.end()..end]) && !levelled())
    }

    /// Whether a case word, or 请, stands inside `name` and no relative clause closes behind it: 指标由办公室, 数据经部门.
    fn holds_case_word(&self, said: Said<'_>, name: &str) -> bool {
        let (text, own) = (said.text, self.words(said));
        let start = own[self.head].start();
        let inside = own[self.head + 1..].iter().take_while(|w| w.end() <= start + name.len());
        let parts = |w: &Word| w.of(text) == "由" || !text[w.end()..start + name.len()].contains('的');
        // 报名问题请与招生办联系: who is asked for is named behind
        inside.filter(|w| matches!(w.tag, Tag::Preposition | Tag::Ask)).any(parts)
    }

    /// The first modal word behind the agent, or else its first verb, or the case word that sets before a verb what that acts on:
    /// 将节水总结报市水务局.
    fn find_predicate(&self, said: Said<'_>) -> Option<usize> {
        let own = self.words(said);
        let behind = self.agent.as_ref().filter(|agent| agent.voice != Voice::Agent).map(|agent| agent.range.end);
        let from = behind.map_or(self.head, |behind| own.partition_point(|w| w.start() < behind).max(self.head));
        let words = from..own.len();
        let mut modal = self.next_of(said, MODAL, words.clone());
        let mut from = from;
        while let Some(at) = modal.filter(|at| self.describes(said, *at)) {
            from = at + 2;
            modal = self.next_of(said, MODAL, from..own.len());
        }
        let words = from..own.len();
        let disposal = || own.get(words.clone())?.iter().position(|word| is_disposal(said.text, word)).map(|n| from + n);
        let verb = || self.next_of(said, TELLS, words.clone()).into_iter().chain(disposal()).min();
        modal.or_else(verb)
    }

    /// Whether the modal word `at` only describes, with its verb, what it is said of: 应明确的其他事项, 拟提供的清单; so does 拟 where
    /// another binds those who are described (拟申报项目的单位应当…).
    fn describes(&self, said: Said<'_>, at: usize) -> bool {
        let own = self.words(said);
        if !self.tags.has_of() {
            return false;
        }
        let verb = own.get(at + 1).is_some_and(|word| word.tag == Tag::Verb);
        let intends = || own[at].of(said.text) == "拟" && at == self.head;
        let of = || own[at..].iter().position(|word| word.mark == Mark::Of).map(|n| at + n);
        verb && (self.has_of_behind(said, at + 1) || intends() && of().is_some_and(|of| self.next_of(said, MODAL, of..own.len()).is_some()))
    }

    /// Whether 的 stands right behind word `at`.
    fn has_of_behind(&self, said: Said<'_>, at: usize) -> bool {
        self.words(said).get(at + 1).is_some_and(|w| w.mark == Mark::Of)
    }

    /// The first of the adverbs that stand right before word `at`, as in 各单位均要, or else that word.
    #[inline(always)]
    fn before_adverbs(&self, said: Said<'_>, at: usize) -> usize {
        let (text, own) = (said.text, self.words(said));
        let mut first = at;
        for word in own[..at].iter().rev() {
            // 各单位如有问题
            if word.tag != Tag::Adverb && !is_blank(text, word) && !matches!(word.of(text), "如" | "若" | "如果") {
                break;
            }
            first -= 1;
        }
        first
    }
}

/// Whether `name` begins as names of many do.
fn picks(name: &str) -> bool {
    ["各", "全体", "有关", "相关", "广大", "所有"].iter().any(|pick| name.starts_with(pick))
}

/// Those of the `times` that touch `range`.
#[inline]
fn near<'t>(times: &'t [Found<When>], range: &Range<usize>) -> &'t [Found<When>] {
    if times.is_empty() {
        return times;
    }
    let first = times.partition_point(|time| time.range.end <= range.start);
    &times[first..first + times[first..].partition_point(|time| time.range.start <= range.end)]
}

/// Whether a word with `tag` cannot stand inside a name.
fn opens_predicate(tag: Tag) -> bool {
    OPENS.has(tag)
}

/// The words of some segments that follow one another, and the commas between them.
pub(crate) fn stretch<'t>(segments: &[Segment], said: Said<'t>) -> &'t [Word] {
    match segments {
        [first, .., last] => &said.words[first.words.start..last.words.end],
        [only] => only.words(said),
        [] => &[],
    }
}

/// Whether `tag` is that of a modal word.
pub(crate) fn is_modal(tag: Tag) -> bool {
    MODAL.has(tag)
}

/// Whether `word` sets before its verb what that acts on: 将, 把.
pub(crate) fn is_disposal(text: &str, word: &Word) -> bool {
    word.tag == Tag::Preposition && matches!(word.of(text), "将" | "把")
}

/// `range` without blanks at its ends.
#[inline]
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    // no Chinese character is one, and most ranges begin and end with them
    let bytes = text.as_bytes();
    if range.len() > 2 && matches!((bytes[range.start], bytes[range.end - 3]), (0xe4..=0xe9, 0xe4..=0xe9)) {
        return range;
    }
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

/// Whether a word is white space.
#[inline(always)]
fn is_blank(text: &str, word: &Word) -> bool {
    // most words are of Chinese characters
    word.mark == Mark::Foreign && word.of(text).starts_with(char::is_whitespace)
}

/// The first word behind a label that only says that a time follows: 截止时间：│7月15日前请…, 初赛阶段：│….
fn behind_label(text: &str, words: &[Word]) -> usize {
    const LONGEST: usize = 8;
    let Some(start) = words.first().map(Word::start) else { return 0 };
    let label = text[start..].char_indices().take(LONGEST + 1).find(|(_, c)| !is_han(*c));
    let Some((at, colon)) = label.filter(|(at, c)| *at > 0 && matches!(c, '：' | ':')) else { return 0 };
    if !["时间", "日期", "期限", "时限", "阶段"].iter().any(|end| text[start..start + at].ends_with(end)) {
        return 0;
    }
    let behind = start + at + colon.len_utf8();
    words.iter().take(LONGEST + 2).position(|word| word.start() >= behind).unwrap_or(0)
}

/// The first word behind a label, conjunctions, enumerators and a time at the head.
fn skip_openers(text: &str, words: &[Word], times: &[Found<When>]) -> usize {
    let (mut i, mut times) = (behind_label(text, words), times);
    while let Some(word) = words.get(i) {
        while let [Found { range: time, .. }, more @ ..] = times
            && time.end <= word.start()
        {
            times = more;
        }
        let next = times.first().map(|time| &time.range);
        if let Some(time) = next.filter(|time| time.start <= word.start()) {
            i += words[i..].iter().take_while(|w| w.start() < time.end).count();
            continue;
        }
        let own = || word.of(text);
        let opener = word.tag == Tag::Conjunction || is_blank(text, word) || word.tag == Tag::Adverb && own() == "原则上";
        // 于, 在 before a time belong to it
        let lead = || next.is_some_and(|time| time.start == word.end()) && matches!(own(), "于" | "在" | "自" | "从" | "至" | "到");
        if !opener && !lead() {
            break;
        }
        i += 1;
    }
    i
}
