//! Clauses: sentences cut once more at the commas where the acting subject changes.
//!
//! `各医院需在4月25日前完成考试，│各县医保局组织检查，│市局将抽查，并通报情况` has three clauses: 并通报 has no subject of
//! its own. A comma behind a condition (…的，…时，), a purpose (为…，) or a topic (对…，) cuts nothing.

use std::{ops::Range, sync::LazyLock};

use super::{
    joint,
    segment::{Agent, Said, Segment, Voice, is_disposal, is_modal},
    sentence::Punctuation,
};
use crate::{
    lexicon::{Characters, Mark, Suffixes, Tag, Word, joined, picked, short},
    phrase::{actor, trimmed, when::When},
    span::Found,
};

/// A stretch with one acting subject.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// Where it stands in the text.
    pub(crate) range: Range<usize>,
    /// Which of all segments are its own.
    segments: Range<usize>,
    /// Who acts, as the clause itself says.
    pub(crate) agent: Option<Agent>,
    /// Who acts, where the head of the sentence or a colon lead says it for this clause, too.
    pub(crate) carried: Option<Range<usize>>,
    /// The time at the head of the sentence, which governs all its clauses.
    pub(crate) governing: Option<Range<usize>>,
    /// The sign that ends its sentence, a comma where the sentence is cut; none at the end of a paragraph.
    pub(crate) end: Option<char>,
    /// Whether it begins its sentence.
    pub(crate) opens: bool,
}

impl Clause {
    /// Its segments, of all that were read.
    pub(crate) fn segments<'s>(&self, segments: &'s [Segment]) -> &'s [Segment] {
        &segments[self.segments.clone()]
    }
}

/// A paragraph that is read clause by clause.
pub(crate) struct Paragraph<'p, 't> {
    pub(crate) text: &'t str,
    /// The signs that cut it.
    pub(crate) signs: &'p Punctuation<'t>,
    /// Its time expressions, in order.
    pub(crate) times: &'p [Found<When>],
    /// Its words.
    pub(crate) words: &'p mut [Word],
    /// Its segments, behind those of the paragraphs before it.
    pub(crate) segments: &'p mut Vec<Segment>,
}

impl Paragraph<'_, '_> {
    /// Puts its clauses in the place of other `clauses`; `notes` are the bracketed notes that stand for themselves behind a sentence.
    pub(crate) fn clauses(mut self, notes: &[Range<usize>], clauses: &mut Vec<Clause>) {
        clauses.clear();
        let mut governor: Option<Range<usize>> = None;
        let mut head_time: Option<Range<usize>> = None;
        let signs = self.signs;
        let lead = colon_lead(self.text, signs);
        let mut next = 0;
        for (range, end) in signs.sentences() {
            // 落实到位。（县水利局负责）加强…: the note is no word of the sentence behind it
            let note = notes.iter().find(|note| note.start == range.start && note.end < range.end).map_or(range.start, |note| note.end);
            let range = note..range.end;
            let first = clauses.len();
            let begin =
                lead.as_ref().filter(|(_, behind)| range.start < *behind && *behind < range.end).map_or(range.start, |(_, behind)| *behind);
            self.cut(begin..range.end, end, &mut next, clauses);
            head_time = head_time.or_else(|| self.time_at_head(clauses.get(first)?));
            for clause in &mut clauses[first..] {
                clause.governing = head_time.clone();
                clause.carried = clause
                    .agent
                    .is_none()
                    .then(|| governor.clone())
                    .flatten()
                    .or_else(|| lead.as_ref().filter(|(_, behind)| clause.range.start >= *behind).map(|(name, _)| name.clone()));
            }
            // a subject at the head of a sentence governs what follows ；
            governor = match end {
                Some('；' | ';') => clauses[first..]
                    .iter()
                    .find_map(|c| c.agent.as_ref())
                    .filter(|a| a.voice != Voice::Agent)
                    .map(|a| a.range.clone())
                    .or(governor),
                _ => None,
            };
            head_time = head_time.filter(|_| matches!(end, Some('；' | ';')));
        }
    }

    fn said(&self) -> Said<'_> {
        Said { text: self.text, words: self.words }
    }

    /// What stands before the first word of a clause behind its openers, where that is more than a conjunction.
    fn time_at_head(&self, clause: &Clause) -> Option<Range<usize>> {
        let first = clause.segments(self.segments).first()?;
        let end = first.words(self.said()).get(first.head).map_or(first.range.end, |w| w.start());
        (first.head > 0).then_some(first.range.start..end)
    }

    /// Cuts one sentence; `next` is the first word that no segment has had.
    fn cut(&mut self, sentence: Range<usize>, end: Option<char>, next: &mut usize, clauses: &mut Vec<Clause>) {
        let first = clauses.len();
        let mut from = self.segments.len();
        for range in self.signs.commas(sentence) {
            let segment = Segment::read(self.text, self.words, next, range, self.times);
            if let Some(at) = border(self.said(), &self.segments[from..], &segment) {
                self.finish(from..from + at, Some('，'), clauses);
                from += at;
            }
            self.segments.push(segment);
        }
        self.finish(from..self.segments.len(), end, clauses);
        if let Some(clause) = clauses.get_mut(first) {
            clause.opens = true;
        }
    }

    /// Makes a clause of some segments, if anything is said there.
    fn finish(&mut self, segments: Range<usize>, end: Option<char>, clauses: &mut Vec<Clause>) {
        let own = &self.segments[segments.clone()];
        let (Some(first), Some(last)) = (own.first(), own.last()) else { return };
        let words = &self.text[first.range.start..last.range.end];
        let said = trimmed(words);
        let start = if said.len() < words.len() { last.range.end - words.trim_start().len() } else { first.range.start };
        let range = start..start + said.len();
        if range.is_empty() {
            return;
        }
        let agent = agent(self.said(), own).or_else(|| self.behind_colon(&range));
        clauses.push(Clause { range, segments, agent, carried: None, governing: None, end, opens: false });
    }

    /// Who acts behind the colon of a lead-in that names nobody: 按以下渠道解决：市财政局核定标准.
    fn behind_colon(&mut self, clause: &Range<usize>) -> Option<Agent> {
        let (colon, sign) = self.signs.within(clause.clone()).find(|(_, c)| matches!(c, '：' | ':'))?;
        let behind = colon + sign.len_utf8()..clause.end;
        let first = self.signs.commas(behind).next().filter(|range| !self.text[range.clone()].starts_with(|c: char| c.is_ascii()))?;
        let mut next = self.words.partition_point(|word| word.start() < first.start);
        Segment::read(self.text, self.words, &mut next, first, &[]).agent
    }
}
/// `县财政局：落实…`: who is named before the colon, and where the text behind it begins.
fn colon_lead(text: &str, signs: &Punctuation<'_>) -> Option<(Range<usize>, usize)> {
    let (colon, sign) = signs.iter().find(|(_, c)| matches!(c, '：' | ':' | '。' | '.' | '．' | '，' | '；'))?;
    if !matches!(sign, '：' | ':') {
        return None;
    }
    let name = trimmed(&text[..colon]);
    let contact = || {
        const LABELS: &[&str] = joined!(picked!(contact_labels: name), &["联系人", "经办人", "收款人", "单位", "地点"]);
        short::ends_with(name, LABELS) && name.chars().count() < 8
    };
    let known = name.chars().count() <= 24 && (actor::is_actor(name) || is_post(name)) && !contact();
    let start = colon - text[..colon].trim_start().len();
    known.then(|| (start..start + name.len(), colon + sign.len_utf8()))
}

/// 党组书记、局长李明远: a post and a name.
fn is_post(name: &str) -> bool {
    const POSTS: &[&str] = picked!(posts: heads | leads);
    const LAST: Characters = Characters::last_of(POSTS);
    name.contains(|c| LAST.may_have(c))
        && POSTS.iter().any(|post| {
            name.find(post).is_some_and(|at| (2..=4).contains(&name[at + post.len()..].chars().filter(|c| !c.is_whitespace()).count()))
        })
}

/// Who acts in the segments: the first that names somebody; a noun phrase between commas before a modal word, too
/// (`因故不能到场的单位，应…`).
fn agent(here: Said<'_>, segments: &[Segment]) -> Option<Agent> {
    segments.iter().enumerate().find_map(|(n, segment)| {
        let next = segments.get(n + 1);
        let tag = next.filter(|next| next.agent.is_none()).and_then(Segment::first);
        // 有其他收入的单位，请仔细核对
        let asks = |tag: Tag| tag == Tag::Ask;
        // who stands in a condition (企业自行退出的，实行…) acts only where the next words bind him and nobody else
        let conditional = || {
            let another = next.is_some_and(|next| next.agent.is_some());
            let described = || here.text[segment.range.clone()].trim_end().ends_with('的');
            // 市局审核后，各县要…: what is done first
            let earlier = || here.text[segment.range.clone()].trim_end().ends_with('后') && !binds(segment);
            (another || tag.is_some_and(|tag| !is_modal(tag))) && described() || another && (is_supposed(here, segment) || earlier())
        };
        let topic = || {
            let verbal = segment.first() == Some(Tag::Verb);
            // 有条件的学校，在门口设置…
            let placed = || n == 0 && next.is_some_and(|next| next.agent.is_none() && next.body(here).starts_with('在'));
            let led =
                tag.is_some_and(|tag| is_modal(tag) || asks(tag) || (!verbal && (matches!(tag, Tag::Verb | Tag::Adverb) || placed())));
            (led && is_topic(here, segment)).then(|| {
                let start = segment.range.end - behind_every(segment.body(here)).len();
                Agent { range: start..segment.range.end, voice: Voice::Subject }
            })
        };
        let opening = || {
            let bound =
                || segments[n + 1..].iter().take(SEGMENTS).find(|s| s.first().is_some()).is_some_and(|s| s.agent.is_none() && binds(s));
            (segment.predicate.is_none() && bound()).then(|| segment.opening_name(here)).flatten()
        };
        // 我局起草了…，请反馈意见: who speaks asks others
        let speaks = |agent: &Agent| {
            let name = &here.text[agent.range.clone()];
            name.starts_with('我') && name.chars().count() <= 3 && asks_later(&segments[n + 1..])
        };
        let found = segment.agent.as_ref().filter(|agent| !conditional() && !speaks(agent)).cloned().or_else(topic).or_else(opening)?;
        Some(joint::with_others(here, segments, n, found))
    })
}

/// Whether one of the next segments begins with 请 and names nobody.
fn asks_later(next: &[Segment]) -> bool {
    next.iter().take(SEGMENTS).any(|segment| segment.first() == Some(Tag::Ask) && segment.agent.is_none())
}

/// Whether a segment is nothing but a name with a relative clause before it.
fn is_topic(here: Said<'_>, segment: &Segment) -> bool {
    let opener = segment.words(here).get(segment.head).map_or("", |w| w.of(here.text));
    let open = segment.first().is_none_or(|tag| tag == Tag::Preposition && !matches!(opener, "因" | "经" | "以" | "在" | "凡" | "凡是"));
    let body = segment.body(here);
    !open
        && !segment.words(here)[segment.head..].iter().any(|w| is_modal(w.tag))
        && !segment.words(here)[segment.head..].iter().skip(1).any(|w| w.tag == Tag::State)
        && !body.ends_with('的')
        && (body.contains('的') || body.ends_with('者'))
        && actor::is_actor(behind_every(body))
}

/// A name without the word that says that all who are called so are meant: 凡│进入校园的人员.
fn behind_every(name: &str) -> &str {
    ["凡是", "凡"].iter().find_map(|every| name.strip_prefix(every)).unwrap_or(name)
}

/// Whether a segment names who is bound by the next words, and does not begin with what is done to them: 不符合条件的人员，不得….
fn is_bound(here: Said<'_>, segment: &Segment) -> bool {
    segment.agent.is_none() && segment.first() != Some(Tag::Verb) && is_topic(here, segment)
}

/// Whether a thing is said to be dealt with: 数据在3日内录入, 老旧管道年内全部更新.
fn is_told(here: Said<'_>, segment: &Segment) -> bool {
    let case = segment.words(here)[segment.head..].iter().skip(1).position(|w| matches!(w.tag, Tag::Adverb | Tag::Preposition));
    let last = segment.words(here).last().is_some_and(|w| w.tag == Tag::Verb);
    last && case.is_some()
}

/// How far back a clause is looked at, in segments: no sentence has so many.
const SEGMENTS: usize = 48;

/// Where another acting subject begins that `next` brings: before `next`, or before the conditions and topics that lead
/// up to it (`各县要开展自查，│自查结束后，市局组织抽查`). None where it is still the old clause.
fn border(here: Said<'_>, current: &[Segment], next: &Segment) -> Option<usize> {
    // most segments bring nobody
    let asks = next.asks_inside(here);
    if current.is_empty() || (next.agent.is_none() && !binds(next) && !asks) {
        return None;
    }
    let near = current.len().saturating_sub(SEGMENTS);
    let topic = |segment: &Segment| next.agent.is_none() && is_bound(here, segment);
    // 5月10日前，│市局抽查: a time alone, but not 一周两次
    let time = |segment: &Segment| {
        segment.first().is_none() && here.text[segment.range.clone()].trim_end().ends_with(['前', '后', '起', '内', '日', '间', '底', '初'])
    };
    let leads_up = |segment: &Segment| time(segment) || is_open(here, segment) || joint::name(here, segment).is_some() || topic(segment);
    let at = current[near..].iter().rposition(|segment| !leads_up(segment)).map_or(near, |last| near + last + 1);
    let (said, opening) = (&current[near..at], &current[at..]);
    // who stands in a condition, or is told by one, acts where the next words bind him
    let named = |s: &Segment| s.agent.is_some() || topic(s) || joint::name(here, s).is_some();
    let brings = asks || next.agent.is_some() || opening.iter().any(named);
    if !brings
        || said.is_empty()
        || joins(here, said, opening.first().unwrap_or(next))
        || shares(here, said, next)
        || supplies(here, said, next)
        || is_handled(here, said, next)
    {
        return None;
    }
    let purpose = said.first().is_some_and(|s| is_purpose(here, s)) && !said[1..].iter().any(|s| s.agent.is_some() || binds(s));
    let complete = || said.iter().any(|segment| is_complete(here, segment)) || bans_all(here, opening.first().unwrap_or(next), next);
    (!purpose && !closes_topic(here, said) && complete()).then_some(at)
}

/// Whether nobody at all may do what `next` tells: 任何单位和个人不得…, with those who are named on from segment `first`. Such a
/// ban stands for itself, whatever was said of things before it.
fn bans_all(here: Said<'_>, first: &Segment, next: &Segment) -> bool {
    next.mood() == Some(Tag::MustNot) && here.text[first.range.clone()].trim_start().starts_with("任何")
}

/// Whether a segment goes on with what was said before, by its first word: 并, 也.
fn joins(here: Said<'_>, said: &[Segment], segment: &Segment) -> bool {
    let first = segment.words(here).iter().map(|w| w.of(here.text).trim()).find(|w| !w.is_empty()).unwrap_or("");
    first.starts_with(['并', '也', '亦', '且']) && !(first.ends_with('请') && said.iter().all(|s| s.agent.is_none()))
}

/// Whether `next` names somebody who has a share in what `said` tells: X牵头，Y配合; 组长由X担任.
fn shares(here: Said<'_>, said: &[Segment], next: &Segment) -> bool {
    let body = next.body(here);
    let helps = || short::ends_with(body, &["牵头", "参加", "配合", "参与", "协助", "共同负责", "协同"]) && !binds(next);
    let sets_up = || said.iter().any(|s| short::begins_with(s.body(here), &["成立", "设立", "组建"]));
    let told_by = || next.agent.as_ref().is_some_and(|agent| agent.voice == Voice::Agent) || sets_up();
    let describes = || short::holds(body, &["担任", "兼任", "设在", "负责解释", "组成", "自理"]);
    helps() || said.iter().any(|s| s.body(here).ends_with("牵头")) || (told_by() && describes())
}

/// Whether `next` names who acts in what `said` tells without saying who, or the one who acts there already:
/// 超出部分│由患者自付, 以整体授权为主，由实施机构授权.
fn supplies(here: Said<'_>, said: &[Segment], next: &Segment) -> bool {
    let Some(agent) = &next.agent else { return false };
    let named = |s: &Segment| s.agent.as_ref().map(|a| &here.text[a.range.clone()]);
    if said.iter().filter_map(named).next_back() == Some(&here.text[agent.range.clone()]) {
        return true;
    }
    // whoever is told by a bare verb, or by what is done with a thing, is another one
    let disposes = |s: &Segment| s.words(here).get(s.head).is_some_and(|word| is_disposal(here.text, word));
    let tells = said.iter().any(|s| s.agent.is_some() || binds(s) || s.first() == Some(Tag::Verb) || disposes(s));
    agent.voice == Voice::Agent && !tells
}

/// Whether `said` only names those with whom somebody named by 由 is to deal: 须进入库区的人员，由县水利局登记.
fn is_handled(here: Said<'_>, said: &[Segment], next: &Segment) -> bool {
    let Some((last, before)) = said.split_last() else { return false };
    let dealt_with = next.agent.as_ref().is_some_and(|agent| agent.voice == Voice::Agent);
    let led = last.first() == Some(Tag::Preposition);
    let names = !led && last.agent.is_none() && actor::is_actor(last.body(here));
    dealt_with && names && !before.iter().any(|segment| is_complete(here, segment))
}

/// Whether a segment begins a purpose, which runs on over commas: 为推广技术，打造平台，….
fn is_purpose(here: Said<'_>, segment: &Segment) -> bool {
    segment.words(here).get(segment.head).is_some_and(|w| matches!(w.of(here.text), "为" | "为了"))
}

fn binds(segment: &Segment) -> bool {
    segment.mood().is_some_and(is_modal)
}

/// Whether a topic that runs over commas ends here: 对A成效明显，B任务完成好的省份.
fn closes_topic(here: Said<'_>, current: &[Segment]) -> bool {
    let (Some(first), Some(last)) = (current.first(), current.last()) else { return false };
    let topic = short::begins_with(first.body(here), &["对", "对于", "凡", "凡是", "除"]);
    topic && last.body(here).rsplit_once('的').is_some_and(|(_, name)| actor::is_actor(name))
}

/// How conditions and settings end.
static OPEN: LazyLock<Suffixes> = LazyLock::new(|| {
    Suffixes::new(["的", "时", "后", "前", "之日", "情况下", "前提下", "基础上", "期间", "以来", "领导下", "原则", "精神", "同意"])
});

/// Whether a segment ends as conditions and settings do.
pub(crate) fn is_open(here: Said<'_>, segment: &Segment) -> bool {
    let words = here.text[segment.range.clone()].trim();
    // 未经批准，任何人不得…
    let unless = words.starts_with("未经") && !segment.has_modal(here);
    unless || OPEN.of(words).is_some() || is_setting(here, segment) || is_supposed(here, segment)
}

/// Whether a segment only supposes something of whom it names: 成员如有变动.
fn is_supposed(here: Said<'_>, segment: &Segment) -> bool {
    let at = segment.predicate.unwrap_or_default();
    at > segment.head && matches!(segment.words(here)[at - 1].of(here.text), "如" | "若" | "如果")
}

/// Whether a segment only gives purpose, ground, topic or manner.
fn is_setting(here: Said<'_>, segment: &Segment) -> bool {
    let disposes = || segment.words(here).get(segment.head).is_some_and(|word| is_disposal(here.text, word));
    if segment.first() != Some(Tag::Preposition) || segment.has_modal(here) || disposes() {
        return false;
    }
    let opener = segment.words(here)[segment.head].of(here.text);
    let ends = |list: &[&str]| {
        let words = here.text[segment.range.clone()].trim_end();
        list.iter().any(|w| words.ends_with(w))
    };
    const WHY: &[&str] = joined!(
        picked!(bases: ground),
        &["为", "为了", "因", "由于", "鉴于", "如", "若", "如果", "凡", "凡是", "除", "除了", "随着", "当"],
    );
    const BY: &[&str] = joined!(picked!(bases: rule | model | by), &["本着", "围绕", "结合"]);
    // whatever verbs they hold, these say why and when; the others only until a verb stands behind their object
    let setting = match opener {
        _ if WHY.contains(&opener) => true,
        _ if BY.contains(&opener) => {
            ends(&["要求", "规定", "精神", "部署", "原则", "安排", "标准", "程序", "分工", "意见", "目标", "思路", "职责", "实际"])
        }
        "在" => ends(&["中", "下", "上", "内", "里", "时", "间", "方面"]),
        _ => false,
    };
    setting || !has_verb_behind(here, segment) || is_described(here, segment)
}

/// Whether a topic ends in what a relative clause describes: 对存在不按标准检测等行为的│检测机构.
fn is_described(here: Said<'_>, segment: &Segment) -> bool {
    let Some(of) = here.text[segment.range.clone()].rfind('的').map(|at| segment.range.start + at) else { return false };
    let behind = &segment.words(here)[segment.words(here).partition_point(|w| w.start() <= of)..];
    let names = |w: &Word| matches!(w.tag, Tag::Noun | Tag::Other | Tag::Conjunction);
    // 投资项目, 招标单位: a verb within a name
    let compound = || {
        let part = |w: &Word| w.mark == Mark::Compound || names(w) && w.mark != Mark::Foreign;
        behind.last().is_some_and(|w| w.tag == Tag::Noun || names(w) && w.end() - w.start() == "项目".len()) && behind.iter().all(part)
    };
    !behind.is_empty() && (behind.iter().all(names) || compound())
}

/// Whether a verb stands behind the object of a preposition: 对…进行检查, 按规定开展检查.
fn has_verb_behind(here: Said<'_>, segment: &Segment) -> bool {
    segment.words(here)[segment.head..].iter().skip(2).any(|w| w.tag == Tag::Verb)
}

/// Whether a segment says what is done: a modal word, or a verb with a subject or at its head.
fn is_complete(here: Said<'_>, segment: &Segment) -> bool {
    if is_setting(here, segment) {
        return false;
    }
    match segment.mood() {
        Some(tag) if is_modal(tag) => true,
        Some(_) => {
            segment.agent.is_some()
                || (segment.predicate == Some(segment.head) && segment.first() != Some(Tag::State))
                || matches!(segment.first(), Some(Tag::Adverb | Tag::Preposition | Tag::Ask))
                || is_told(here, segment)
        }
        // 我局已将…拨付: an agent and what stands between him and a verb that no list has
        None => segment.agent.as_ref().is_some_and(|agent| {
            let behind = segment.words(here).iter().filter(|w| w.start() >= agent.range.end);
            behind.into_iter().any(|w| matches!(w.tag, Tag::Adverb | Tag::Preposition))
        }),
    }
}
