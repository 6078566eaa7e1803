//! What the words around figures say about them: that they are a number to call, a fax, or no number at all.

use std::{ops::Range, sync::LazyLock};

use crate::{
    lexicon::{Prefixes, joined, picked, short},
    pattern::is_han,
    phrase::{agency, person::Person},
};

/// Words before the number of a fax machine.
static FAX: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(["传真", "传 真", "传　真", "FAX", "Fax", "fax"]));

/// Words before a local number.
const PHONE_WORDS: &[&str] = joined!(
    picked!(contact_labels: phone | fax | reach),
    &["咨询", "值班", "监督", "举报", "电 话", "电　话", "话：", "TEL", "Tel", "tel"],
);

/// Words before or behind a short service number.
const SERVICE_WORDS: &[&str] = joined!(picked!(contact_labels: service), &["平台"]);

/// Words behind figures that make them a number of things.
const UNITS: &str = "元万亿人份次个年月号户亩件家户吨米平公％%倍册名台";

/// Whether the figures in `range` are a number by themselves, not part of a longer row, a date, an address or an amount.
pub(super) fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let glued = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '＠' | '=' | '№'));
    let joined = |c: Option<char>| c.is_some_and(|c| matches!(c, '.' | '/' | '-' | '－' | '+'));
    let more = joined(after) && text[range.end..].chars().nth(1).is_some_and(|c| c.is_ascii_digit() && !text[range.end..].starts_with('/'));
    let less = joined(before) && text[..range.start].chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit() && before != Some('/'));
    let path = before == Some('/') && text[..range.start - 1].ends_with(|c: char| c.is_ascii_alphabetic());
    let counted = after.is_some_and(|c| UNITS.contains(c)) && !text[range.end..].starts_with("号码");
    !(glued(before) || glued(after) || more || less || path || counted)
}

/// Whether figures at the end of `before` go over into the number behind them, as in numbers of other countries: (877) 609-2233.
/// A time of day (8:30) and a date do not.
pub(super) fn continues(before: &str) -> bool {
    let head = before.trim_end_matches([' ', '(', ')', '（', '）', '-', '/', '.']);
    let figures = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let calendar = head[..head.len() - figures].ends_with([':', '：', '年', '月', '.', '-']);
    figures > 1 && head.len() < before.len() && !calendar
}

/// Whether a word before `at`, in the same sentence, names what follows as a number to call.
pub(super) fn names_phone(text: &str, at: usize) -> bool {
    /// Bytes of an organ and a name behind a label.
    const REACH: usize = 64;
    let before = window(text, at, 36);
    let labelled = || short::holds(window(text, at, REACH), &["联系方式：", "联系方式:", "联系人：", "联系人:"]);
    short::holds(before, PHONE_WORDS) || labelled()
}

/// Characters of a desk and who sits there.
const LONGEST_DESK: usize = 16;

/// Whether what stands between a number and figures behind it is but a name (3380216 李明远 3380217), a bracket that says whose the first is, or another desk's:
/// ；东城区教育局3380311.
pub(super) fn goes_on(between: &str) -> bool {
    let name = between.trim_matches([' ', '\u{3000}', '、', '，']);
    if name.len() < between.len() && matches!(Person::parse(name), Ok(("", _))) {
        return true;
    }
    // 3380216（人事科李老师），3380217
    let bracket = between.trim_end_matches([' ', '、', '，', ',', '；', ';']);
    let inner = bracket.strip_prefix(['（', '(']).and_then(|inner| inner.strip_suffix(['）', ')']));
    if bracket.len() < between.len() && inner.is_some_and(|inner| inner.chars().count() <= LONGEST_DESK && inner.chars().all(is_han)) {
        return true;
    }
    let desk = between.strip_prefix(['；', ';']).map(|desk| desk.trim_matches([' ', '\u{3000}', '：', ':']));
    let short = |desk: &str| (2..=LONGEST_DESK).contains(&desk.chars().count()) && desk.chars().all(is_han);
    desk.is_some_and(|desk| short(desk) && agency::ends_like_organ(desk))
}

/// Whether 传真 is the last of the words before the number in `range` that say what line it is, or stands in a bracket behind:
/// 电话：…，传真：…, 3380216（传真）.
pub(super) fn names_fax(text: &str, range: &Range<usize>) -> bool {
    let before = window(text, range.start, 36);
    is_called_fax(&text[range.end..])
        || FAX.find_iter(before).last().is_some_and(|fax| {
            let fax = fax.start;
            // 电话/传真, 电话（传真）: both
            let shared = before[..fax].trim_end_matches(['/', '（', '(', '、', '及', '兼', ' ', '／']).ends_with("电话");
            let behind = before[fax..].strip_prefix("传真电话").unwrap_or(&before[fax..]);
            let later = short::holds(behind, &["电话", "手机", "热线", "电　话"]);
            !shared && !later
        })
}

/// Whether `behind` a number stands in a bracket that it is a fax: 3380216（传真）.
pub(super) fn is_called_fax(behind: &str) -> bool {
    behind.strip_prefix(['（', '(']).is_some_and(|inner| inner.starts_with("传真"))
}

/// Whether the words around a short number in `range` make it a service line.
pub(super) fn names_service(text: &str, range: &Range<usize>) -> bool {
    let before = window(text, range.start, 30);
    let rest = &text[range.end..];
    let end = rest.char_indices().map(|(at, _)| at).find(|at| *at >= 30).unwrap_or(rest.len());
    let after = rest[..end].split(['，', '。', '；', '\n', '、', '）']).next().unwrap_or("");
    SERVICE_WORDS.iter().any(|w| before.contains(w) || after.contains(w))
}

/// At most `reach` bytes before `at`, to the last end of a sentence or line.
fn window(text: &str, at: usize, reach: usize) -> &str {
    let from = (at.saturating_sub(reach)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    let before = &text[from..at];
    let start = before.rfind(['。', '；', '\n']).map_or(0, |p| p + before[p..].chars().next().map_or(1, char::len_utf8));
    &before[start..]
}
