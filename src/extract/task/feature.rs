//! What speaks for or against a clause being a directive: its form, and its place in the document.
//!
//! Each piece of evidence is a short name, as `mood:must` or `under:principle`. The names mean the same in every
//! document; what each weighs is data ([`weigh`](super::weigh)). No feature looks at a document's own words.

use std::sync::LazyLock;

use super::{
    Source, pair,
    place::{BINDINGS, Place},
    sign::{self, Signs},
    size,
    weigh::{Evidence, Scale, Seen, evidence, names},
};
use crate::{
    lexicon::{Endings, Lists, Mark, Tag, Word, joined, picked, short},
    phrase::when::{Kind, When},
    reading::{
        clause::{Clause, is_open},
        segment::{Said, Segment, Voice, is_disposal, stretch},
    },
    span::Found,
};

/// Words in a clause that tell of history, definitions, scores, penalties and the like: name and words.
pub(super) const WORDS: [(&str, &[&str]); 30] = [
    ("done", &["了", "已经", "已于", "曾"]),
    ("lately", &["近年来", "以来", "去年", "目前", "当前", "现阶段", "截至"]),
    ("praise", &["显著", "成效", "取得", "成绩", "突出贡献", "积极贡献"]),
    ("define", &["是指", "系指", "所称", "指的是", "是本", "是由", "属于", "包括"]),
    ("score", &["得分", "扣分", "满分", "加分", "计分", "×", "分值", "基准分", "赋分"]),
    ("penalty", &["处以", "罚款", "处罚", "追究", "责令", "没收", "给予处分", "行政处分", "法律责任", "刑事责任"]),
    ("benefit", &["享受", "享有", "可申请", "给予一次性", "补助标准", "减免", "免征", "予以扣除", "扣除标准", "优先推荐"]),
    ("reward", &["奖励", "补贴", "补助", "奖补"]),
    ("complaint", &["投诉", "申诉", "我司", "贵公司", "申请人", "被申请人", "当事人"]),
    ("contact", &["联系电话", "联系人", "咨询电话", "地址：", "邮编", "邮箱：", "网址"]),
    ("enact", &["印发给你们", "现予公布", "予以公布", "现转发", "贯彻执行", "遵照执行", "认真组织实施", "贯彻落实"]),
    ("announce", &["现将", "通知如下", "公告如下", "函复如下", "批复如下", "公布如下", "如下"]),
    ("here", &["特此", "此复", "妥否", "请批示", "为盼"]),
    ("agree", &["同意", "原则同意", "经研究", "决定"]),
    ("spirit", &["习近平", "指导思想", "精神为指导", "为指导", "新发展理念", "党中央", "坚持以"]),
    ("support", &["鼓励", "支持", "引导"]),
    ("setup", &["成立", "设立", "设在", "下设", "组长由", "担任", "兼任"]),
    ("effect", &["具有重要意义", "奠定", "提供支撑", "提供有力", "有利于", "能够", "有效", "得到"]),
    ("duty", &["负责", "承担", "履行", "主管", "分管"]),
    ("effective", &["起施行", "起执行", "起实施", "有效期", "同时废止", "停止执行", "为准"]),
    ("explain", &["负责解释", "解释权"]),
    ("example", &["例如", "如：", "比如", "举例"]),
    ("reported", &["请求", "意见：", "认为", "提出了", "来函", "收悉"]),
    ("deem", &["视为", "视同", "为准", "仅适用", "适用于"]),
    (
        "cites",
        &[
            "第一条",
            "第二条",
            "第三条",
            "第四条",
            "第五条",
            "第六条",
            "第七条",
            "第八条",
            "第九条",
            "十条",
            "十一条",
            "条第",
            "款规定",
            "条规定",
        ],
    ),
    ("qualify", &["具备", "具有", "年满", "周岁", "学历", "资质", "资格条件", "信誉"]),
    ("amount", &["万元", "元/", "元，", "亿元", "安排资金", "小计", "合计"]),
    ("negated", &["无效", "不再享受", "不予受理", "放弃", "取消"]),
    ("made", &["制定本", "制订本", "编制本", "特制定", "特制订"]),
    ("question", &["吗", "是否", "如何", "什么"]),
];

static HAS: [Evidence<'static>; WORDS.len()] = Evidence::each("has", names(&WORDS));

/// The lists that tell of a clause where they stand anywhere in its paragraph: who is reported or cited at its head speaks on.
static SPEAKERS: [(usize, Evidence<'static>); 3] = [
    (list("complaint"), Evidence::of("block", "complaint")),
    (list("reported"), Evidence::of("block", "reported")),
    (list("cites"), Evidence::of("block", "cites")),
];

/// The number of the list `name` among the [`WORDS`].
pub(super) const fn list(name: &str) -> usize {
    let mut n = 0;
    while !WORDS[n].0.eq_ignore_ascii_case(name) {
        n += 1;
    }
    n
}

/// Words that tell what was done, beside a verb or in a word beside it.
pub(super) const DONE: [&str; 4] = ["了", "已", "曾", "共"];

/// How a clause ends.
const ENDS: [(&str, &[&str]); 10] = [
    ("de", &["的"]),
    ("colon", &["：", ":"]),
    ("case", &["情况", "情形", "之一"]),
    ("things", &["信息", "资料", "材料", "内容", "条件", "资格", "证明", "标准", "范围", "规定", "金额", "待遇", "等"]),
    ("work", &["工作", "活动", "任务"]),
    ("result", &["水平", "能力", "质量", "效率", "作用", "效果", "氛围", "格局", "体系", "机制", "制度", "目标"]),
    ("principle", &["原则", "为主", "为辅", "为重点", "相结合", "为目标", "为基础"]),
    ("ratio", &["%", "％", "以上", "以下", "以内", "元", "分"]),
    ("person", &["同志", "负责人", "人员", "单位", "部门", "企业", "机构"]),
    ("act", &["执行", "办理", "实施", "落实", "处理", "负责", "报告", "备案", "审批", "公布", "公示", "通报"]),
];

static ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::new(ENDS.map(|(_, words)| words)));
static ENDED: [Evidence<'static>; ENDS.len()] = Evidence::each("ends", names(&ENDS));

/// A note says who is responsible for the clause.
pub(super) const NOTED: &Evidence<'static> = evidence!("noted", "who");

/// Puts the evidence of one clause on `scale`, where that of its place lies.
pub(super) fn weigh<'t>(text: &'t str, clause: &Clause, source: Source<'_>, place: &Place, times: &[Found<When>], scale: &mut Scale<'t>) {
    let Source { segments, signs, .. } = source;
    let told = Told::by_words(text, clause, source, scale);
    scale.add(match clause.agent.as_ref().map(|a| a.voice) {
        Some(Voice::Subject) => evidence!("agent", "subject"),
        Some(Voice::Agent) => evidence!("agent", "by"),
        Some(Voice::Asked) => evidence!("agent", "asked"),
        None if clause.carried.is_some() => evidence!("agent", "carried"),
        None => evidence!("agent", "none"),
    });
    if clause.agent.is_some() {
        scale.add(&BEHIND_AGENT[class(told.behind_agent)]);
    }
    let moods = segments.iter().filter_map(Segment::mood).fold(0, |moods, tag| moods | bit(tag));
    form(clause, source, moods, place.binding(), scale);
    let held = signs.held(&clause.range);
    held.of(&HAS).for_each(|piece| scale.add(piece));
    if moods & MODAL == 0 && sign::may_be_done(held) && is_done(source) {
        scale.add(evidence!("tense", "past"));
    }
    ENDINGS.held_by(&text[clause.range.clone()]).of(&ENDED).for_each(|piece| scale.add(piece));
    let first = times.partition_point(|time| time.range.start < clause.range.start);
    let within = times[first..].iter().take_while(|time| time.range.start < clause.range.end);
    let mut timed = false;
    for time in within.filter(|time| time.range.end <= clause.range.end) {
        timed |= pair::is_set(time.value.kind);
        scale.add(kind(time.value.kind));
    }
    pair::weigh(clause, &pair::Known { held, moods, binding: place.binding(), timed }, scale);
    debug_assert_eq!(
        told.signs,
        text[clause.range.clone()].chars().filter(|c| !c.is_whitespace()).count(),
        "a clause is its words and commas"
    );
    size::weigh(clause, segments, &told, scale);
    scale.add(match clause.end {
        Some('。' | '.' | '．') => evidence!("stop", "full"),
        Some('；' | ';') => evidence!("stop", "semicolon"),
        Some('，') => evidence!("stop", "comma"),
        Some(_) => evidence!("stop", "other"),
        None => evidence!("stop", "none"),
    });
}

/// What a paragraph with these `signs` says of each of its clauses.
pub(super) fn of_block(signs: Signs<'_>) -> impl Iterator<Item = &'static Evidence<'static>> + Clone {
    let held = signs.held(&(0..usize::MAX));
    SPEAKERS.iter().filter(move |(list, _)| held.has(*list)).map(|(_, piece)| piece)
}

fn kind(kind: Kind) -> &'static Evidence<'static> {
    match kind {
        Kind::By => evidence!("time", "by"),
        Kind::On => evidence!("time", "on"),
        Kind::During => evidence!("time", "during"),
        Kind::From => evidence!("time", "from"),
        Kind::Recurring => evidence!("time", "recurring"),
        Kind::Relative => evidence!("time", "relative"),
    }
}

/// What the words of a clause tell together.
#[derive(Default)]
pub(super) struct Told {
    /// What they do.
    tags: u16,
    pub(super) verbs: usize,
    /// The signs that can be seen, commas among them.
    pub(super) signs: usize,
    pub(super) figures: usize,
    /// The last that is no blank.
    pub(super) last: Option<Tag>,
    /// The first behind the agent that is no blank.
    behind_agent: Option<Tag>,
}

impl Told {
    /// Whether one of the words is a modal one.
    pub(super) const fn is_bound(&self) -> bool {
        self.tags & MODAL != 0
    }

    /// Goes over the words of `clause`; those of our list are evidence by themselves.
    fn by_words<'t>(text: &'t str, clause: &Clause, Source { here, segments, .. }: Source<'_>, scale: &mut Scale<'t>) -> Self {
        let mut told = Self::default();
        let mut seen = Seen::default();
        let own = |word: &Word| &text.as_bytes()[word.start()..word.end()];
        let mut chinese = 0;
        for word in stretch(segments, here) {
            if word.mark == Mark::Foreign {
                told.count(own(word));
                continue;
            }
            chinese += word.end() - word.start();
            if word.tag == Tag::Other {
                continue;
            }
            told.tags |= bit(word.tag);
            told.verbs += usize::from(word.tag == Tag::Verb);
            scale.add_word(text, word, &mut seen);
        }
        told.signs += chinese / '字'.len_utf8();
        let seen = |word: &&Word| word.mark != Mark::Foreign || !is_blank(own(word));
        told.last = segments.iter().rev().find_map(|segment| segment.words(here).iter().rfind(seen)).map(|word| word.tag);
        told.behind_agent = clause.agent.as_ref().and_then(|agent| {
            let behind = &segments[segments.partition_point(|segment| segment.range.end <= agent.range.end)..];
            let first = behind.first()?.words(here);
            let end = agent.range.end;
            let rest = first[first.partition_point(|word| if word.is_several() { word.end() <= end } else { word.start() < end })..].iter();
            rest.chain(behind[1..].iter().flat_map(|segment| segment.words(here))).find(seen).map(|word| word.tag)
        });
        told
    }

    /// Counts what is no Chinese character: letters and figures, or another sign.
    #[inline]
    fn count(&mut self, own: &[u8]) {
        match own {
            letters @ [..0x80, ..] => {
                self.signs += letters.iter().filter(|letter| !is_blank(&[**letter])).count();
                self.figures += letters.iter().filter(|letter| letter.is_ascii_digit()).count();
            }
            sign => self.signs += usize::from(!is_blank(sign)),
        }
    }
}

/// Whether a verb tells what was done: 建立了, 已建成.
fn is_done(Source { here, segments, .. }: Source<'_>) -> bool {
    // 已缴费人员: what those have done who must do more
    let of_those = |end: usize| short::begins_with(&here.text[end..], &["人员", "单位", "企业", "者", "户"]);
    segments.iter().flat_map(|segment| segment.words(here).windows(2)).any(|pair| {
        let own = |n: usize| pair[n].of(here.text);
        (pair[0].tag == Tag::Verb && pair[1].tag == Tag::Other && own(1).starts_with('了'))
            || (pair[1].tag == Tag::Verb
                && (matches!(own(0), "已" | "已经" | "曾") && !of_those(pair[1].end())
                    || pair[0].tag == Tag::Other && own(0).ends_with('共')))
    })
}

/// Whether `word` is a sign that cannot be seen: `char::is_whitespace`, over its bytes.
const fn is_blank(word: &[u8]) -> bool {
    match word {
        [0xe4..=0xef, ..] => false,
        [b'\t'..=b'\r' | b' '] | [0xc2, 0x85 | 0xa0] => true,
        [0xe2, 0x80, third] => matches!(third, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf),
        [0xe1, 0x9a, 0x80] | [0xe2, 0x81, 0x9f] | [0xe3, 0x80, 0x80] => true,
        _ => false,
    }
}

/// `tag` in a set of tags.
pub(super) const fn bit(tag: Tag) -> u16 {
    1 << tag as u16
}

/// The modal tags.
pub(super) const MODAL: u16 = bit(Tag::Must) | bit(Tag::MustNot) | bit(Tag::May) | bit(Tag::Will);

/// The moods that speak for or against a clause.
static MOODS: [(Tag, Evidence<'static>); 5] = [
    (Tag::Must, Evidence::of("mood", "must")),
    (Tag::MustNot, Evidence::of("mood", "must_not")),
    (Tag::May, Evidence::of("mood", "may")),
    (Tag::Will, Evidence::of("mood", "will")),
    (Tag::State, Evidence::of("mood", "state")),
];

static BARE_WITH_AGENT: [Evidence<'static>; BINDINGS.len()] = Evidence::each("bare_with_agent", BINDINGS);
static BARE_WITHOUT_AGENT: [Evidence<'static>; BINDINGS.len()] = Evidence::each("bare_without_agent", BINDINGS);
static MAY_IN: [Evidence<'static>; BINDINGS.len()] = Evidence::each("may_in", BINDINGS);
static BOUND_IN: [Evidence<'static>; BINDINGS.len()] = Evidence::each("bound_in", BINDINGS);

/// The grammatical form: the `moods` of its segments, and how its main segment begins.
fn form(clause: &Clause, Source { here, segments, .. }: Source<'_>, moods: u16, binding: usize, scale: &mut Scale<'_>) {
    MOODS.iter().filter(|(tag, _)| moods & bit(*tag) != 0).for_each(|(_, piece)| scale.add(piece));
    if moods == 0 {
        scale.add(evidence!("form", "nominal"));
    }
    if moods & MODAL == 0 {
        scale.add(evidence!("mood", "bare"));
        scale.add(if clause.agent.is_some() { &BARE_WITH_AGENT[binding] } else { &BARE_WITHOUT_AGENT[binding] });
    } else if moods & bit(Tag::May) != 0 {
        scale.add(&MAY_IN[binding]);
    } else {
        scale.add(&BOUND_IN[binding]);
    }
    let main = segments.iter().find(|s| s.predicate.is_some() && s.first() != Some(Tag::Preposition)).or(segments.last());
    if let Some(main) = main {
        scale.add(&FIRST[class(main.first())]);
        scale.add(verb(here, main));
        if main.predicate == Some(main.head) {
            scale.add(evidence!("begins", "predicate"));
        }
    }
    if let Some(first) = segments.first() {
        scale.add(opener(here, first));
        scale.add(open_end(here.text, first, segments.len()));
    }
    let heads = segments.iter().filter(|s| s.predicate == Some(s.head)).count();
    scale.add(&HEADS[heads.min(HEADS.len() - 1)]);
    if segments.iter().any(|s| s.first() == Some(Tag::Ask)) {
        scale.add(evidence!("mood", "ask"));
    }
    if !clause.opens {
        scale.add(evidence!("cut", "inside"));
    }
    if segments.iter().all(|s| is_open(here, s)) {
        scale.add(evidence!("form", "open"));
    }
}

static HEADS: [Evidence<'static>; 4] = Evidence::each("heads", ["0", "1", "2", "3"]);

/// What words do, as far as evidence tells them apart.
const CLASSES: [&str; 10] = ["verb", "state", "modal", "ask", "preposition", "adverb", "conjunction", "noun", "other", "nothing"];
static FIRST: [Evidence<'static>; CLASSES.len()] = Evidence::each("first", CLASSES);
static BEHIND_AGENT: [Evidence<'static>; CLASSES.len()] = Evidence::each("behind_agent", CLASSES);

/// Which of the [`CLASSES`] a word with this tag belongs to, or no word at all.
const fn class(tag: Option<Tag>) -> usize {
    match tag {
        Some(Tag::Verb) => 0,
        Some(Tag::State) => 1,
        Some(Tag::Must | Tag::MustNot | Tag::May | Tag::Will) => 2,
        Some(Tag::Ask) => 3,
        Some(Tag::Preposition) => 4,
        Some(Tag::Adverb) => 5,
        Some(Tag::Conjunction) => 6,
        Some(Tag::Noun) => 7,
        Some(Tag::Other) => 8,
        None => 9,
    }
}

/// What kind of verb the main segment has.
fn verb(here: Said<'_>, segment: &Segment) -> &'static Evidence<'static> {
    let words = segment.words(here);
    let verb = words[segment.head..].iter().find(|w| matches!(w.tag, Tag::Verb | Tag::State));
    match verb {
        _ if segment.predicate.is_some_and(|at| is_disposal(here.text, &words[at])) => evidence!("verb", "disposal"),
        Some(w) if w.tag == Tag::State => evidence!("verb", "state"),
        Some(w) if OUTCOMES.of(w.of(here.text)).is_some() => evidence!("verb", "outcome"),
        Some(_) => evidence!("verb", "action"),
        None => evidence!("verb", "none"),
    }
}

/// Verbs that say what comes out and not what is done.
static OUTCOMES: LazyLock<Lists> = LazyLock::new(|| {
    Lists::of_one(&["实现", "达到", "形成", "满足", "符合", "成为", "得到", "取得", "达成", "完成", "保持", "确保", "提升", "提高"])
});

/// The words with which clauses open: name and words.
const OPENERS: [(&str, &[&str]); 8] = [
    ("purpose", &["为", "为了"]),
    ("ground", joined!(picked!(bases: ground | rule | by), &["经", "鉴于", "因", "由于"])),
    ("topic", &["对", "对于", "关于", "针对", "将", "把"]),
    ("manner", &["通过", "以", "采取", "利用", "依托", "围绕", "结合", "运用"]),
    ("condition", &["如", "若", "如果", "凡", "凡是", "除", "当", "逾期"]),
    ("setting", &["在"]),
    ("by", &["由"]),
    ("each", &["各", "每"]),
];
static OPENING: LazyLock<Lists> = LazyLock::new(|| Lists::new(OPENERS.map(|(_, words)| words)));
static OPENED: [Evidence<'static>; OPENERS.len()] = Evidence::each("opens", names(&OPENERS));

/// The class of the word with which the clause opens.
fn opener(here: Said<'_>, segment: &Segment) -> &'static Evidence<'static> {
    let list = segment.words(here).get(segment.head).and_then(|word| OPENING.of(word.first_of(here.text)));
    list.map_or(evidence!("opens", "plain"), |list| &OPENED[list])
}

/// Whether the first of several segments is a condition.
fn open_end(text: &str, first: &Segment, segments: usize) -> &'static Evidence<'static> {
    let last = if segments > 1 { text[first.range.clone()].trim_end().chars().next_back() } else { None };
    match last {
        Some('的') => evidence!("open_end", "de"),
        Some('时' | '后' | '前') => evidence!("open_end", "time"),
        _ => evidence!("open_end", "no"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_blank(c.encode_utf8(&mut [0; 4]).as_bytes()), c.is_whitespace(), "{c:?}");
        }
    }
}
