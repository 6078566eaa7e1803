//! What stands between two commas: its openers, who acts in it, and where its predicate begins.
//!
//! The subject of a clause is the noun phrase before its modal word or verb, if that phrase names somebody who
//! can act ([`actor`]). `由` marks an agent, `请` one who is asked. Things as subjects
//! (`抽查率不得低于…`) give no agent. Pronouns (其) are not resolved.

mod compound;
mod marked;
mod name;
mod opener;
mod settle;

use std::ops::Range;

use name::{begins, binds, first_unit, names_another, picks, trim};
use opener::{near, skip_openers};

use crate::{
    lexicon::{Mark, Tag, Tags, Word, name_end, short},
    pattern::is_han,
    phrase::{actor, when::When},
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
        if tags.has(Tag::Must) && tags.has(Tag::Preposition) {
            settle::xuyao(text, own);
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
        let agent = agent.or_else(|| segment.owner(said, times));
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
    #[inline]
    fn tells_more(&self, said: Said<'_>, word: &Word, of: Option<usize>) -> bool {
        let first = &self.words(said)[self.head];
        PREDICATES.has(first.tag)
            && first.mark != Mark::Compound
            && !BINDS.has(word.tag)
            && of.is_none_or(|of| of >= word.start())
            && !binds(said.text, word)
            && !begins(&said.text[first.start()..], '在')
            && !self.tells_what_was_done(said)
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

    /// Whose thing must be there by a time, or is asked for: 各校│名册于4月15日前报送.
    fn owner(&self, said: Said<'_>, times: &[Found<When>]) -> Option<Agent> {
        let own = self.words(said);
        let first = own.get(self.head).filter(|word| begins(&said.text[word.start()..], '各'))?;
        let behind = own[self.head..].iter().find(|word| OPENS.has(word.tag))?;
        let timed = || times.iter().any(|time| time.range.start == behind.end());
        let bound = BINDS.has(behind.tag) && behind.tag != Tag::Will;
        let due = behind.tag == Tag::Preposition && timed();
        let name = self.opening_name(said).filter(|_| bound || due)?;
        // 各区域应当: where no time tells, the thing is a word of our list
        let whole = || own.iter().any(|word| word.start() == name.range.end && word.tag != Tag::Other);
        if !due && !whole() {
            return None;
        }
        // 各乡 (镇): the name goes on
        let thing = said.text[name.range.end..].starts_with(is_han);
        (thing && name.range.start == first.start() && name.range.end < behind.start()).then_some(name)
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
    #[inline]
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
        let modal = tells_somebody(word);
        let picked = Some(name.clone()).filter(|name| name.len() > "会前各".len()).map(|name| name::behind_event(text, name));
        let name = picked.filter(|picked| picks(&text[picked.clone()])).unwrap_or(name);
        let whole = name.start == whole.start;
        // a place is told or asked to act, or it is a place
        let told = || {
            whole
                && (binds(text, word) || word.tag == Tag::Ask)
                && actor::is_place(words)
                && own[self.before_adverbs(said, at)].start() == name.end
        };
        let known = (acts && ending.is_whole() && (!whole || self.may_be_subject(said, at, words, of.is_some()))) || told();
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
    fn may_be_subject(&self, said: Said<'_>, at: usize, name: &str, relative: bool) -> bool {
        let (text, own) = (said.text, self.words(said));
        let modal = tells_somebody(&own[at]);
        // 报县政府办公室备案 names who receives
        let agrees = begins(name, '同') && name.starts_with("同意");
        let receives = begins(name, '报') && !short::begins_with(name, &["报社", "报名", "报考", "报告"]);
        // 对应纳入政府采购的货物
        let toward = begins(name, '对') && name.starts_with("对应");
        if toward || begins(name, '《') || begins(name, '“') || receives || agrees || self.holds_case_word(said, name) {
            return false;
        }
        let first = &own[self.head];
        let word = first.of(text);
        let picks = || short::holds(&name[word.len().min(name.len())..], &["各", "有关", "相关", "所属", "辖区"]);
        match first.tag {
            // 联合采购办公室
            Tag::Preposition if word == "联合" => own.get(self.head + 1).is_some_and(|w| w.tag == Tag::Verb),
            Tag::Preposition => relative && modal && matches!(word, "经" | "因" | "以" | "被" | "从" | "在"),
            Tag::Verb if relative && (modal || marked::describes(word) && !gives(text, &own[at..])) => true,
            Tag::Verb => compound::heads_name(text, own, self.head) && first_unit(name).chars().count() <= LONGEST_COMPOUND && !picks(),
            // 已缴费人员, 未参保职工
            Tag::Adverb | Tag::State if self.tells_what_was_done(said) => true,
            Tag::Adverb | Tag::State | Tag::Ask => relative && modal,
            Tag::Must | Tag::MustNot | Tag::May | Tag::Will => false,
            // 过往车辆服从现场人员: who is acted on
            _ => modal || actor::is_plain(name) && !self.acts_on(said, name),
        }
    }

    /// Whether it begins with those who have or have not done something: 已缴费人员.
    fn tells_what_was_done(&self, said: Said<'_>) -> bool {
        let (own, next) = (self.words(said), self.head + 1);
        matches!(own[self.head].of(said.text), "已" | "未") && next < own.len() && compound::heads_name(said.text, own, next)
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

/// Whether `word` tells somebody what to do: a modal word, or 请, before which those who are asked may stand (参会人员请于…).
fn tells_somebody(word: &Word) -> bool {
    is_modal(word.tag) || word.tag == Tag::Ask
}

/// Whether something is given by the next of `words`, so that whoever stands before them gets it: 取得证书的人员│给予补贴.
fn gives(text: &str, words: &[Word]) -> bool {
    const REACH: usize = 16;
    words.iter().take(REACH).any(|word| matches!(word.of(text), "给予" | "予以" | "奖励" | "补助" | "补贴" | "表彰" | "表扬" | "优先"))
}

/// Whether `word` sets before its verb what that acts on: 将, 把.
pub(crate) fn is_disposal(text: &str, word: &Word) -> bool {
    word.tag == Tag::Preposition && matches!(word.of(text), "将" | "把")
}

/// Whether a word is white space.
#[inline(always)]
fn is_blank(text: &str, word: &Word) -> bool {
    // most words are of Chinese characters
    word.mark == Mark::Foreign && word.of(text).starts_with(char::is_whitespace)
}
