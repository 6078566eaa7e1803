//! How a time binds here: by its own words, and by the label before it.

use crate::{
    lexicon::short,
    phrase::{
        period::{Period, Unit},
        when::{Kind, Point, Value, When},
    },
};

/// How a time binds, where a label before it, or above its column, or a word behind it makes a day a limit:
/// 报名截止时间为：2021年11月28日, 4月15日截止. 推迟至4月6日召开 names a day and no limit.
pub(super) fn labelled(before: &str, after: &str, when: &When, limits: bool) -> Kind {
    let single = matches!(when.value, Value::Point(_));
    let ends = || {
        after.starts_with("截止")
            || after.starts_with("截至")
            || (after.starts_with('为') && short::holds(after, &["截止", "期限", "时限"]))
    };
    let limited = || limits || ends() || is_limit(before);
    match when.kind {
        Kind::On | Kind::During if single && !is_stretch(when) && limited() => Kind::By,
        Kind::By if single && is_moved(before, after) => Kind::On,
        kind => kind,
    }
}

/// Whether it is some months, and no one of them: 5—6月.
fn is_stretch(when: &When) -> bool {
    let Value::Point(Point { period: Some(Period { unit: Unit::Months(first, last), .. }), .. }) = &when.value else { return false };
    first != last
}

/// Whether `before` ends with the label of a limit; it may name other things beside (截止时间（开标时间）：).
fn is_limit(before: &str) -> bool {
    const LABELS: [&str; 9] = ["截止时间", "截止日期", "截止日", "完成时限", "办结时限", "报送时限", "整改时限", "时限", "完成时间"];
    let bare = before.trim_end_matches(['：', ':', '为', '是', '（', '(', ' ']);
    let labelled = bare.len() < before.len() && !bare.contains(['：', ':']);
    short::ends_with(bare, &LABELS) || (labelled && LABELS[..3].iter().any(|label| bare.contains(label)))
}

/// Whether something was put off to that day: 推迟│至4月6日召开.
fn is_moved(before: &str, after: &str) -> bool {
    let moved = short::ends_with(before, &["推迟", "提前", "改", "调整", "变更", "延期"]);
    moved && short::begins_with(after, &["召开", "举行", "举办", "进行", "开考", "开标", "开庭", "实施"])
}
