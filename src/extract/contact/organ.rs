//! The organ or desk of a contact: named before it, above it, or in brackets behind its name or number.

use std::sync::LazyLock;

use super::halves;
use crate::{
    lexicon::{Prefixes, joined, picked, short},
    pattern::{head, tail},
    phrase::{agency, numeral::is_figure},
    reading::{Quote, Reading},
    span::Span,
};

/// Words that lead to an organ in a sentence: 报市教育局, 设在办公室, 请联系人事科.
const LEADS_TO: &[&str] = joined!(picked!(sends: sends), &["将", "请", "于", "在", "向", "由", "并", "到", "至", "联系", "咨询"]);
static LEADS: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(LEADS_TO.iter().copied()));

/// The desk in brackets right behind a number: 3380216（人事科）.
pub(super) fn behind_number(reading: &Reading<'_>, number: Span) -> Option<Quote> {
    /// Characters of a bracket.
    const REACH: usize = 64;
    let rest = &reading.document.text.as_str()[number.end as usize..];
    let inner = rest.strip_prefix(['（', '('])?;
    let near = head(inner, REACH);
    let desk = &near[..near.find(['）', ')', '\n'])?];
    let named = agency::is_organ(desk) || (2..=14).contains(&desk.chars().count()) && short::ends_with(desk, picked!(organs: desk));
    let start = number.end as usize + rest.len() - inner.len();
    named.then(|| reading.quote(Span::new(start, start + desk.len())))
}

/// The organ named right before a contact: 市教育局联系人：….
pub(super) fn before(reading: &Reading<'_>, at: u32) -> Option<Quote> {
    const MARKS: [char; 12] = ['；', ';', '：', ':', '（', '(', '，', ',', ' ', '\u{3000}', '\t', '|'];
    let before = reading.document.text.as_str()[..at as usize].trim_end_matches(MARKS);
    let words = tail(before, 30);
    let mark = words.rfind(|c| MARKS.contains(&c) || matches!(c, '。' | '、' | '\n' | '）' | ')'));
    let name = mark.map_or(words, |p| &words[p + words[p..].chars().next().map_or(1, char::len_utf8)..]);
    let name = without_mark(name);
    let lead = LEADS.find_iter(name).last().map_or(0, |lead| lead.end);
    let name = &name[lead..];
    let span = Span::new(before.len() - name.len(), before.len());
    (agency::is_organ(name) && !name.contains(is_figure)).then(|| reading.quote(span))
}

/// The organ in brackets right behind a name: 凌霜（市水利局）.
pub(super) fn behind_name(reading: &Reading<'_>, name: Span) -> Option<Quote> {
    let rest = &reading.document.text.as_str()[name.end as usize..];
    let inner = rest.strip_prefix(['（', '('])?;
    let desk = &inner[..inner.find(['）', ')', '\n'])?];
    let start = name.end as usize + rest.len() - inner.len();
    agency::is_organ(desk).then(|| reading.quote(Span::new(start, start + desk.len())))
}

/// The organ that the line above names for those below it: 受理单位：, 名　称：, or its name alone. Of two columns
/// (采购人：海川市教育局　　采购代理机构：…) each has its own.
pub(super) fn in_line_above(reading: &Reading<'_>, at: u32) -> Option<Quote> {
    /// Characters of a line that names an organ, and of what stands before a contact under it.
    const REACH: usize = 160;
    let text = reading.document.text.as_str();
    let before = tail(&text[..at as usize], REACH);
    let own = at as usize - before.len() + before.rfind('\n')?;
    let above = text[..own].trim_end();
    let near = tail(above, REACH);
    let start = match near.rfind('\n') {
        Some(end) => above.len() - near.len() + end + 1,
        None if near.len() == above.len() => 0,
        None => return None,
    };
    let half = halves::over(&above[start..], &text[own + 1..at as usize]);
    let line = &above[start..][half.clone()];
    // 市教育局基础教育科 on a line of its own
    let (label, organ) = line.split_once(['：', ':']).map_or((None, without_mark(line)), |(label, organ)| (Some(label), organ));
    let known = match label {
        Some(label) => labels_organ(label) && (agency::is_organ(organ) || organ.trim().ends_with(['股', '司'])),
        None => agency::is_organ(organ) && organ.trim().chars().count() <= 20,
    };
    let end = start + half.start + line.trim_end().len();
    known.then(|| reading.quote(Span::new(end - organ.trim().len(), end)))
}

/// What stands behind a list mark: 1.海川市教育局.
fn without_mark(words: &str) -> &str {
    let rest = words.trim_start().trim_start_matches(is_figure);
    rest.trim_start_matches(['.', '．', '、', ')', '）'])
}

/// Whether a label says that an organ follows.
fn labels_organ(label: &str) -> bool {
    const LABELS: [&str; 8] = ["单位", "机关", "部门", "科室", "名称", "采购人", "招标人", "代理机构"];
    let word: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    short::ends_with(&word, &LABELS) && word.chars().count() <= 8
}
