//! Notes that assign: （责任单位：A、B，配合单位：C）, （牵头单位：A；完成时限：6月底）, （A、B按职责分工负责）, and headings that are
//! an organ's name.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::Role;
use crate::phrase::actor;

/// A label of a note, and the role of those behind it.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(牵头(?:单位|部门|处室|科室|领导|责任单位)?|(?:主要|第一)?责任(?:单位|部门|处室|科室|人|领导|主体)|配合(?:单位|部门|处室|科室)?|参与(?:单位|部门)|协办(?:单位|部门)|承办(?:单位|部门)|主办(?:单位|部门)|落实单位|实施单位|分管领导|完成时限|完成时间|时限要求|时间节点|时限)\s*[:：]")
        .expect("a constant pattern")
});

/// How a note ends that has no label.
const VERBS: [(&str, Role); 8] = [
    ("按职责分工负责", Role::Responsible),
    ("按照职责分工负责", Role::Responsible),
    ("分工负责", Role::Responsible),
    ("共同负责", Role::Responsible),
    ("牵头负责", Role::Lead),
    ("牵头", Role::Lead),
    ("负责", Role::Responsible),
    ("配合", Role::Support),
];

/// A note and what it assigns; ranges count in the text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// With its brackets.
    pub(super) range: Range<usize>,
    /// Who, and in which role.
    pub(super) actors: Vec<(Range<usize>, Role)>,
}

/// The notes of a paragraph: in brackets, or the whole of it.
pub(super) fn notes(text: &str) -> Vec<Note> {
    if let Some(note) = LABEL.find(text).filter(|found| found.start() == 0).and_then(|_| labelled(text, 0..text.len())) {
        return vec![note];
    }
    brackets(text).filter_map(|range| labelled(text, range.clone()).or_else(|| assigned(text, range))).collect()
}

/// Top-level brackets of a paragraph.
fn brackets(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut depth = 0usize;
    let mut start = 0;
    text.char_indices().filter_map(move |(at, c)| match c {
        '（' | '(' | '【' => {
            if depth == 0 {
                start = at;
            }
            depth += 1;
            None
        }
        '）' | ')' | '】' if depth > 0 => {
            depth -= 1;
            (depth == 0).then_some(start..at + c.len_utf8())
        }
        _ => None,
    })
}

/// 责任单位：A、B；配合单位：C.
fn labelled(text: &str, range: Range<usize>) -> Option<Note> {
    let words = &text[range.clone()];
    let labels: Vec<_> = LABEL.captures_iter(words).filter_map(|c| Some((c.get(0)?.range(), c.get(1)?.as_str()))).collect();
    let first = labels.first()?;
    if first.0.start > 12 {
        return None;
    }
    let mut actors = Vec::new();
    for (n, (label, name)) in labels.iter().enumerate() {
        let end = labels.get(n + 1).map_or(words.len(), |(next, _)| next.start);
        if name.contains("时") {
            continue;
        }
        let role = role_of(name);
        actors.extend(units(text, range.start + label.end..range.start + end).map(|unit| (unit, role)));
    }
    Some(Note { range, actors })
}

fn role_of(label: &str) -> Role {
    match label {
        l if l.starts_with("牵头") || l.starts_with("主办") => Role::Lead,
        l if l.starts_with("配合") || l.starts_with("参与") || l.starts_with("协办") => Role::Support,
        _ => Role::Responsible,
    }
}

/// （市财政局、市审计局负责）, （发展改革委会同有关部门负责）.
fn assigned(text: &str, range: Range<usize>) -> Option<Note> {
    let inner = text[range.clone()].trim_start_matches(['（', '(', '【']).trim_end_matches(['）', ')', '】']);
    let (verb, role) = VERBS.iter().find(|(verb, _)| inner.ends_with(verb))?;
    let names = inner[..inner.len() - verb.len()].trim_end_matches(['按', '等']);
    let start = inner.as_ptr() as usize - text.as_ptr() as usize;
    if names.is_empty() || names.contains(['。', '：']) || !actor::is_actor(names.rsplit(['、', '，']).next().unwrap_or(names)) {
        return None;
    }
    let actors = match names.split_once("会同") {
        Some((lead, with)) => units(text, start..start + lead.len())
            .map(|u| (u, *role))
            .chain(units(text, start + names.len() - with.len()..start + names.len()).map(|u| (u, *role)))
            .collect(),
        None => units(text, start..start + names.len()).map(|unit| (unit, *role)).collect(),
    };
    Some(Note { range, actors })
}

/// The units named in `range`, without marks at their ends.
fn units(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let words = &text[range.clone()];
    actor::split_units(words).into_iter().filter_map(move |unit| {
        let name = words[unit.clone()]
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '；' | ';' | '，' | ',' | '）' | ')' | '】' | '、'));
        let start = range.start + unit.start + words[unit].find(name)?;
        (!name.is_empty()).then_some(start..start + name.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Role)> {
        notes(text).into_iter().flat_map(|note| note.actors).map(|(range, role)| (&text[range], role)).collect()
    }

    #[test]
    fn notes_assign() {
        use Role::*;
        assert_eq!(
            read("加强监管。（责任单位：县财政局、县审计局，各乡镇人民政府）"),
            [("县财政局", Responsible), ("县审计局", Responsible), ("各乡镇人民政府", Responsible)]
        );
        assert_eq!(
            read("加强监管（牵头单位：市教育局；配合单位：市财政局；完成时限：6月底）。"),
            [("市教育局", Lead), ("市财政局", Support)]
        );
        assert_eq!(read("予以支持。（商务厅会同有关部门负责）"), [("商务厅", Responsible), ("有关部门", Responsible)]);
        assert_eq!(read("责任单位：市水利局"), [("市水利局", Responsible)]);
        assert!(read("（以下简称领导小组）负责").is_empty());
    }
}
