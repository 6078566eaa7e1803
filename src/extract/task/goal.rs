//! What a task must reach, and where its result goes.

use std::ops::Range;

use super::{Relation, SubmitTo, Target, sign::OfTask};
use crate::{
    lexicon::{joined, picked, short},
    pattern::{head, tail},
    phrase::{
        email,
        numeral::is_figure,
        quantity::{self, Quantity},
        receiver,
    },
    reading::{Cues, Reading},
    span::{Found, Span},
};

/// Verbs that send a result somewhere.
pub(super) const SENDS: &[&str] = picked!(sends: sends | sign);

/// What may stand between such a verb and who gets the result.
const TO: [char; 3] = ['至', '到', '给'];

/// The measurable goals in the clause at `place`.
pub(super) fn targets(reading: &Reading<'_>, place: Span) -> Vec<Target> {
    let text = reading.document.text.slice(place);
    let goal = |f: Found<Quantity>| {
        let bound = match f.value.relation {
            Relation::Eq => bound_before(text, f.range.start)
                .or_else(|| is_goal(text, f.range.start, f.range.end, &f.value.unit).then_some(Relation::Eq)),
            other => Some(other),
        };
        Some(Target { relation: bound?, quote: reading.quote(place.slice(f.range)), value: f.value.value.normalize(), unit: f.value.unit })
    };
    let counted = quantity::find_at(text, reading.cues.within(Cues::COUNT, place)).into_iter();
    let mut targets: Vec<_> = counted.filter(|f| !is_given(text, f)).filter_map(goal).collect();
    // most tasks have one, and room for four is made
    targets.shrink_to_fit();
    targets
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

/// Whether a number is no goal: it stands in a condition (超出10%以上的，…; 超过50人时，…), in a topic, or says how old somebody is.
fn is_given(text: &str, quantity: &Found<Quantity>) -> bool {
    /// No clause that is a condition goes on longer, in characters.
    const REACH: usize = 60;
    let behind = head(&text[quantity.range.end..], REACH);
    const MARKS: [char; 4] = ['，', ',', '；', '。'];
    let condition = || behind.split_once(MARKS).is_some_and(|(rest, _)| rest.trim_end().ends_with(['的', '时']));
    // 对占地超过20亩的项目: what is dealt with
    let topic = || {
        let before = tail(&text[..quantity.range.start], REACH);
        let opens = before.rsplit(MARKS).next().is_some_and(|segment| segment.trim_start().starts_with(['对', '凡']));
        opens && behind.split(MARKS).next().is_some_and(|rest| rest.contains('的'))
    };
    quantity.value.unit.ends_with('岁') || behind.starts_with(['岁', '周']) || condition() || topic()
}

/// Whether a bare number is a goal: 达到95%, 参与率100%, 下降16%, 建成公园20个.
fn is_goal(text: &str, at: usize, end: usize, unit: &str) -> bool {
    short::ends_with(&text[..at], joined!(picked!(changes: turns | grows), &["达到", "达", "完成", "实现"]))
        || (unit == "%" && text[..at].ends_with(['率', '例', '重']))
        || is_made(text, at, end, unit)
}

/// Whether so many are to be made: 新建水库3座, 完成投资60%. The verb stands before the number, between the same marks, and nothing
/// behind it; 已建成20座 tells what is there.
fn is_made(text: &str, at: usize, end: usize, unit: &str) -> bool {
    const MAKES: &[&str] = picked!(changes: builds | makes);
    const MARKS: [char; 8] = ['，', '、', '。', '；', ',', ';', '：', '和'];
    /// The most signs between verb and number.
    const REACH: usize = 24;
    let closes = text[end..].is_empty() || text[end..].starts_with(MARKS);
    let from = text[..at].char_indices().rev().take(REACH).take_while(|(_, c)| !MARKS.contains(c)).last().map_or(at, |(from, _)| from);
    let before = &text[from..at];
    let open = |c: char| is_figure(c) || matches!(c, '的' | '已' | '累' | '共');
    closes && !before.contains(open) && MAKES.iter().any(|verb| before.contains(verb) && (unit != "%" || *verb == "完成"))
}

/// The receiver of what the clause at `range` of the block at `base` hands over; `signs` are those of the clause.
pub(super) fn submit_to(reading: &Reading<'_>, base: Span, range: &Range<usize>, signs: &OfTask<'_>) -> Option<SubmitTo> {
    if !signs.send() {
        return None;
    }
    let text = &reading.document.text.slice(base)[..range.end];
    let mail = || email::find(&text[range.start..]).into_iter().next().map(|f| range.start + f.range.start..range.start + f.range.end);
    let mail = signs.has_mail().then(mail).flatten();
    // a copy goes to somebody else
    let copies = |verb: &Range<usize>| text[..verb.end].trim_end_matches(['送', '报', '告']).ends_with('抄');
    let handed = receiver_of(text, signs.sends().filter(|verb| !copies(verb)));
    let receiver = handed.or_else(|| receiver_of(text, signs.sends().filter(copies)));
    let receiver = receiver.or_else(|| signs.faces().find_map(|sign| receiver::faced(text, sign.end)));
    // 发送至anquan@…: the address is all that is known of who gets it
    let sent_by = |mail: &Range<usize>| {
        let before = text[range.start..mail.start].trim_end_matches(['：', ':']);
        [before, before.trim_end_matches(TO)].iter().any(|before| short::ends_with(before, SENDS))
    };
    let receiver = receiver.or_else(|| mail.clone().filter(sent_by))?;
    let channel = mail.map(|mail| reading.quote(base.slice(mail)));
    Some(SubmitTo { quote: reading.quote(base.slice(receiver)), channel })
}

/// The receiver behind the first of the `verbs` that has one: behind the last of those that stand in its name, which are no part of
/// it (评估报告报市水务局); of those that begin together the longest counts.
fn receiver_of(text: &str, verbs: impl Iterator<Item = Range<usize>>) -> Option<Range<usize>> {
    let (mut found, mut last): (Option<Range<usize>>, _) = (None, None);
    for verb in verbs {
        if found.as_ref().is_some_and(|name| name.end < verb.end) {
            break;
        }
        if last.replace(verb.start) != Some(verb.start) {
            found = receiver::behind(text, verb.end).or(found);
        }
    }
    found
}
