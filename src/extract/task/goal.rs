//! What a task must reach, and where its result goes.

use std::{ops::Range, sync::LazyLock};

use super::{Relation, SubmitTo, Target, sign::OfTask};
use crate::{
    lexicon::{Lists, picked, tagged},
    phrase::{
        agency, email,
        quantity::{self, Quantity},
    },
    reading::{Cues, Reading},
    span::{Found, Span},
};

/// Verbs that send a result somewhere, longest first: 报 alone would read 报告 amiss.
pub(super) const SENDS: &[&str] = picked!(tagged::SENDS, "sends" | "sign");

/// The measurable goals in the clause at `place`.
pub(super) fn targets(reading: &Reading<'_>, place: Span) -> Vec<Target> {
    let text = reading.document.text.slice(place);
    let goal = |f: Found<Quantity>| {
        let bound = match f.value.relation {
            Relation::Eq => {
                bound_before(text, f.range.start).or_else(|| is_goal(text, f.range.start, &f.value.unit).then_some(Relation::Eq))
            }
            other => Some(other),
        };
        Some(Target { relation: bound?, quote: reading.quote(place.slice(f.range)), value: f.value.value.normalize(), unit: f.value.unit })
    };
    quantity::find_at(text, reading.cues.within(Cues::COUNT, place)).into_iter().filter_map(goal).collect()
}

/// What an adverb before the verb makes of the number behind it: 至少上报案例1个.
fn bound_before(text: &str, at: usize) -> Option<Relation> {
    const REACH: usize = 30;
    let near = text[..at].char_indices().rev().nth(REACH).map_or(0, |(from, _)| from);
    let words = text[near..at].rsplit(['，', '；', '、', ',']).next()?;
    let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
    match () {
        () if says(&["至少", "最少", "不少于"]) => Some(Relation::Ge),
        () if says(&["至多", "最多", "不多于"]) => Some(Relation::Le),
        () => None,
    }
}

/// Whether a bare number is a goal: 达到95%, 参与率100%.
fn is_goal(text: &str, at: usize, unit: &str) -> bool {
    ["达到", "达", "完成", "实现", "增长", "提高", "降低"].iter().any(|verb| text[..at].ends_with(verb))
        || (unit == "%" && text[..at].ends_with(['率', '例', '重']))
}

/// The receiver of what the clause at `range` of the block at `base` hands over; `signs` are those of the clause.
pub(super) fn submit_to(reading: &Reading<'_>, base: Span, range: &Range<usize>, signs: &OfTask<'_>) -> Option<SubmitTo> {
    if !signs.send() {
        return None;
    }
    let text = &reading.document.text.slice(base)[..range.end];
    let mail = || email::find(&text[range.start..]).into_iter().next().map(|f| range.start + f.range.start..range.start + f.range.end);
    let mail = signs.has_mail().then(mail).flatten();
    let receiver = signs.sends(text).into_iter().find_map(|verb| receiver(text, verb.end));
    let receiver = receiver.or_else(|| signs.faces().find_map(|sign| faced(text, sign.end)));
    // 发送至anquan@…: the address is all that is known of who gets it
    let sent_by = |mail: &Range<usize>| {
        let before = text[range.start..mail.start].trim_end_matches(['：', ':']);
        SENDS.iter().any(|verb| before.ends_with(verb))
    };
    let receiver = receiver.or_else(|| mail.clone().filter(sent_by))?;
    let channel = mail.map(|mail| reading.quote(base.slice(mail)));
    Some(SubmitTo { quote: reading.quote(base.slice(receiver)), channel })
}

/// What is done with it there: 报市水利局│备案.
const THERE: [&str; 16] =
    ["备案", "审批", "审核", "审查", "审定", "审议", "批准", "核准", "核定", "汇总", "存档", "归档", "研究", "同意", "登记", "处理"];

static STOPS: LazyLock<Lists> = LazyLock::new(|| Lists::of_one(&THERE));

/// The organ or mailbox named right behind a verb that sends.
fn receiver(text: &str, from: usize) -> Option<Range<usize>> {
    let ends = |c: char| matches!(c, '，' | '。' | '；' | '（' | '(' | '：' | ':' | '、' | '\n') || c.is_ascii_alphanumeric();
    let rest = near(text, from, ends);
    let before = STOPS.held_by(rest).of(&THERE).filter_map(|verb| rest.find(verb)).filter(|at| *at > 0).min();
    let names = before.map(|at| &rest[..at]).into_iter().chain([rest]);
    names.map(str::trim).find(|name| is_receiver(name)).map(|name| {
        let start = from + (name.as_ptr() as usize - rest.as_ptr() as usize);
        start..start + name.len()
    })
}

/// The organ behind 向, which ends at `from`, and before a verb that sends: 向市教育局报告.
fn faced(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = near(text, from, |c| matches!(c, '，' | '。' | '；' | '、'));
    const VERBS: &[&str] = picked!(tagged::SENDS, "faces");
    let said = &rest[..VERBS.iter().filter_map(|verb| rest.find(verb)).min()?];
    let name = ["及时", "书面", "如实", "立即", "按时"].iter().find_map(|how| said.strip_suffix(how)).unwrap_or(said);
    is_receiver(name).then(|| from..from + name.len())
}

/// The most signs of a receiver's name.
const LONGEST: usize = 40;

/// The text behind `from` as far as a receiver and what is done there may reach, before a sign that `ends` it.
fn near(text: &str, from: usize, ends: impl Fn(char) -> bool) -> &str {
    let rest = &text[from..];
    let end = rest.char_indices().enumerate().find(|(n, (_, c))| *n == LONGEST * 2 || ends(*c));
    &rest[..end.map_or(rest.len(), |(_, (at, _))| at)]
}

fn is_receiver(name: &str) -> bool {
    (agency::ends_like_organ(name) || name.ends_with('股') || name.ends_with("邮箱")) && (2..=LONGEST).contains(&name.chars().count())
}
