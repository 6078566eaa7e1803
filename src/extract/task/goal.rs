//! What a task must reach, and where its result goes.

use std::{ops::Range, sync::LazyLock};

use super::{Relation, SubmitTo, Target};
use crate::{
    lexicon::Lists,
    phrase::{agency, bound, email, quantity},
    reading::Reading,
    span::Span,
};

/// Verbs that send a result somewhere, longest first: 报 alone would read 报告 amiss.
const SENDS: [&str; 23] = [
    "报送至",
    "报送到",
    "发送至",
    "发送到",
    "反馈至",
    "提交至",
    "提交到",
    "上报至",
    "投递到",
    "投递至",
    "报送",
    "报至",
    "上报",
    "提交",
    "反馈",
    "送至",
    "寄至",
    "送交",
    "送达",
    "报告",
    "报",
    "送",
    "交",
];

static SENT: LazyLock<Lists> = LazyLock::new(|| Lists::of_one(&SENDS));

/// The measurable goals in the clause at `place`.
pub(super) fn targets(reading: &Reading<'_>, place: Span) -> Vec<Target> {
    let text = reading.document.text.slice(place);
    let found =
        quantity::find(text).into_iter().filter(|f| f.value.relation != bound::Relation::Eq || is_goal(text, f.range.start, &f.value.unit));
    found
        .map(|f| Target {
            quote: reading.quote(place.slice(f.range)),
            relation: relation(f.value.relation),
            value: f.value.value.normalize().to_string(),
            unit: f.value.unit,
        })
        .collect()
}

/// Whether a bare number is a goal: 达到95%, 参与率100%.
fn is_goal(text: &str, at: usize, unit: &str) -> bool {
    ["达到", "达", "完成", "实现", "增长", "提高", "降低"].iter().any(|verb| text[..at].ends_with(verb))
        || (unit == "%" && text[..at].ends_with(['率', '例', '重']))
}

const fn relation(relation: bound::Relation) -> Relation {
    match relation {
        bound::Relation::Ge => Relation::Ge,
        bound::Relation::Le => Relation::Le,
        bound::Relation::Eq => Relation::Eq,
        bound::Relation::Gt => Relation::Gt,
        bound::Relation::Lt => Relation::Lt,
    }
}

/// The receiver of what the clause at `place` hands over.
pub(super) fn submit_to(reading: &Reading<'_>, place: Span) -> Option<SubmitTo> {
    let text = reading.document.text.slice(place);
    let sent = |verb: &&str| text.match_indices(verb).find_map(|(at, verb)| receiver(text, at + verb.len()));
    let receiver = SENT.held_by(text).of(&SENDS).find_map(sent)?;
    let channel = email::find(text).into_iter().next().map(|f| reading.quote(place.slice(f.range)));
    Some(SubmitTo { quote: reading.quote(place.slice(receiver)), channel })
}

/// The organ or mailbox named right behind a verb that sends.
fn receiver(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = &text[from..];
    let end = rest.find(['，', '。', '；', '（', '(', '：', ':', '、', '\n']).unwrap_or(rest.len());
    let name = rest[..end].trim();
    let known =
        (2..=40).contains(&name.chars().count()) && (agency::ends_like_organ(name) || name.ends_with('股') || name.ends_with("邮箱"));
    let start = from + rest.find(name)?;
    known.then_some(start..start + name.len())
}
