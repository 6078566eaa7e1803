//! What speaks for or against a clause being a directive: its form, and its place in the document.
//!
//! Each piece of evidence is a short name, as `mood:must` or `under:principle`. The names mean the same in every
//! document; what each weighs is data ([`weigh`](super::weigh)). No feature looks at a document's own words.

use std::sync::LazyLock;

use super::{place::Place, size};
use crate::{
    lexicon::{Endings, Held, Hit, Lists, Tag},
    phrase::when::{Kind, When},
    reading::{
        clause::Clause,
        segment::{Segment, Voice, is_modal},
    },
    span::Found,
};

/// Words in a clause that tell of history, definitions, scores, penalties and the like: name and words.
const WORDS: [(&str, &[&str]); 29] = [
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
    ("deem", &["视为", "视同", "以…为准", "为准", "仅适用", "适用于"]),
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
    ("question", &["吗", "是否", "如何", "什么"]),
];

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::new(WORDS.map(|(_, words)| words)));

/// The lists that tell of a clause where they stand anywhere in its paragraph: who is reported or cited at its head speaks on.
const SPEAKERS: [&str; 3] = ["reported", "complaint", "cites"];

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

/// Verbs that say what comes out and not what is done.
const OUTCOMES: [&str; 14] =
    ["实现", "达到", "形成", "满足", "符合", "成为", "得到", "取得", "达成", "完成", "保持", "确保", "提升", "提高"];

/// A piece of evidence: what was looked at, and what was found there.
pub(super) type Feature<'t> = (&'static str, &'t str);

/// A note says who is responsible for the clause.
pub(super) const NOTED: Feature<'static> = ("noted", "who");

/// Collects the evidence of one clause; `known` are the words of the lists in its paragraph.
pub(super) fn features<'t>(text: &'t str, clause: &Clause, place: &Place, times: &[Found<When>], known: &[Hit]) -> Vec<Feature<'t>> {
    let words = &text[clause.range.clone()];
    let mut found: Vec<Feature<'t>> = place.features();
    known_words(text, clause, &mut found);
    let genre = place.binding();
    let mut add = |name, value| found.push((name, value));
    let agent = agent(clause);
    add("agent", agent);
    if let Some(agent) = &clause.agent {
        let behind = clause
            .segments
            .iter()
            .flat_map(|s| &s.words)
            .find(|w| w.range.start >= agent.range.end && !text[w.range.clone()].trim().is_empty());
        add("behind_agent", tag_name(behind.map(|w| w.tag)));
    }
    form(text, clause, genre, &mut add);
    for (name, _) in Held::within(known, &clause.range).of(&WORDS) {
        add("has", name);
    }
    if is_past(text, clause) {
        add("tense", "past");
    }
    for (name, _) in ENDINGS.held_by(words).of(&ENDS) {
        add("ends", name);
    }
    for time in times.iter().filter(|t| clause.range.start <= t.range.start && t.range.end <= clause.range.end) {
        add("time", kind_name(time.value.kind));
    }
    size::features(text, clause, &mut add);
    add(
        "stop",
        match clause.end {
            Some('。') => "full",
            Some('；' | ';') => "semicolon",
            Some(_) => "other",
            None => "none",
        },
    );
    found
}

/// Where the [`WORDS`] stand in a paragraph.
pub(super) fn known(text: &str) -> Vec<Hit> {
    LISTS.hits(text)
}

/// What a paragraph that holds the words `known` says of each of its clauses.
pub(super) fn of_block(known: &[Hit]) -> Vec<Feature<'static>> {
    let held = Held::within(known, &(0..usize::MAX));
    held.of(&WORDS).filter(|(name, _)| SPEAKERS.contains(name)).map(|(name, _)| ("block", *name)).collect()
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::By => "by",
        Kind::On => "on",
        Kind::During => "during",
        Kind::From => "from",
        Kind::Recurring => "recurring",
        Kind::Relative => "relative",
    }
}

/// Whether a verb tells what was done: 建立了, 已建成.
fn is_past(text: &str, clause: &Clause) -> bool {
    let done = |s: &Segment| {
        s.words.windows(2).any(|pair| {
            let words = |n: usize| &text[pair[n].range.clone()];
            (pair[0].tag == Tag::Verb && words(1) == "了")
                || (pair[1].tag == Tag::Verb && matches!(words(0), "已" | "已经" | "曾" | "共" | "均已"))
        })
    };
    clause.segments.iter().any(done) && !clause.segments.iter().filter_map(Segment::mood).any(is_modal)
}

/// The words of our list, each once.
fn known_words<'t>(text: &'t str, clause: &Clause, found: &mut Vec<Feature<'t>>) {
    let first = found.len();
    for word in clause.segments.iter().flat_map(|s| &s.words).filter(|w| w.tag != Tag::Other) {
        let word = &text[word.range.clone()];
        if !found[first..].iter().any(|(_, known)| *known == word) {
            found.push(("word", word));
        }
    }
}

fn agent(clause: &Clause) -> &'static str {
    match clause.agent.as_ref().map(|a| a.voice) {
        Some(Voice::Subject) => "subject",
        Some(Voice::Agent) => "by",
        Some(Voice::Asked) => "asked",
        None if clause.carried.is_some() => "carried",
        None => "none",
    }
}

/// The grammatical form: the moods of its segments, and how its main segment begins.
fn form(text: &str, clause: &Clause, genre: &'static str, add: &mut impl FnMut(&'static str, &'static str)) {
    let moods: Vec<Tag> = clause.segments.iter().filter_map(Segment::mood).collect();
    for (tag, name) in [(Tag::Must, "must"), (Tag::MustNot, "must_not"), (Tag::May, "may"), (Tag::Will, "will"), (Tag::State, "state")] {
        if moods.contains(&tag) {
            add("mood", name);
        }
    }
    if moods.is_empty() {
        add("form", "nominal");
    }
    if !moods.iter().any(|tag| is_modal(*tag)) {
        add("mood", "bare");
        add(if clause.agent.is_some() { "bare_with_agent" } else { "bare_without_agent" }, genre);
    } else if moods.contains(&Tag::May) {
        add("may_in", genre);
    } else {
        add("bound_in", genre);
    }
    let main = clause.segments.iter().find(|s| s.predicate.is_some() && s.first() != Some(Tag::Preposition)).or(clause.segments.last());
    if let Some(main) = main {
        add("first", tag_name(main.first()));
        add("verb", verb(text, main));
        if main.predicate == Some(main.head) {
            add("begins", "predicate");
        }
    }
    if let Some(first) = clause.segments.first() {
        add("opens", opener(text, first));
        add("open_end", open_end(text, first, clause.segments.len()));
    }
    let verbs = clause.segments.iter().filter(|s| s.predicate == Some(s.head)).count();
    add("heads", ["0", "1", "2", "3"][verbs.min(3)]);
    if clause.segments.iter().any(|s| s.first() == Some(Tag::Ask)) {
        add("mood", "ask");
    }
    if !clause.opens {
        add("cut", "inside");
    }
}

fn tag_name(tag: Option<Tag>) -> &'static str {
    match tag {
        Some(Tag::Verb) => "verb",
        Some(Tag::State) => "state",
        Some(Tag::Must | Tag::MustNot | Tag::May | Tag::Will) => "modal",
        Some(Tag::Ask) => "ask",
        Some(Tag::Preposition) => "preposition",
        Some(Tag::Adverb) => "adverb",
        Some(Tag::Conjunction) => "conjunction",
        Some(Tag::Noun) => "noun",
        Some(Tag::Other) => "other",
        None => "nothing",
    }
}

/// What kind of verb the main segment has.
fn verb(text: &str, segment: &Segment) -> &'static str {
    let verb = segment.words[segment.head..].iter().find(|w| matches!(w.tag, Tag::Verb | Tag::State));
    match verb {
        Some(w) if w.tag == Tag::State => "state",
        Some(w) if OUTCOMES.contains(&&text[w.range.clone()]) => "outcome",
        Some(_) => "action",
        None => "none",
    }
}

/// The class of the word with which the clause opens.
fn opener(text: &str, segment: &Segment) -> &'static str {
    match segment.words.get(segment.head).map(|w| &text[w.range.clone()]) {
        Some("为" | "为了") => "purpose",
        Some("根据" | "依据" | "按照" | "按" | "依照" | "经" | "鉴于" | "因" | "由于" | "遵照") => "ground",
        Some("对" | "对于" | "关于" | "针对" | "将" | "把") => "topic",
        Some("通过" | "以" | "采取" | "利用" | "依托" | "围绕" | "结合" | "运用") => "manner",
        Some("如" | "若" | "如果" | "凡" | "除" | "当" | "逾期") => "condition",
        Some("在") => "setting",
        Some("由") => "by",
        Some("各" | "每") => "each",
        _ => "plain",
    }
}

/// Whether the first of several segments is a condition.
fn open_end(text: &str, first: &Segment, segments: usize) -> &'static str {
    let words = text[first.range.clone()].trim_end();
    match words.chars().next_back() {
        Some('的') if segments > 1 => "de",
        Some('时' | '后' | '前') if segments > 1 => "time",
        _ => "no",
    }
}
