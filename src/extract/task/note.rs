//! Notes that assign: （责任单位：A、B，配合单位：C）, （牵头单位：A；完成时限：6月底）, （A、B按职责分工负责）, and headings that are
//! an organ's name.

mod label;

use std::ops::Range;

use super::{Role, sign::Signs};
use crate::{
    lexicon::{joined, picked, short},
    phrase::{actor, agency},
    reading::sentence::marks,
};
use label::{Label, label};

/// The brackets of notes.
const OPEN: [char; 6] = ['（', '(', '【', '〔', '［', '['];
const CLOSE: [char; 6] = ['）', ')', '】', '〕', '］', ']'];

/// The longest time before the first label of a note, in bytes.
const LEAD_IN: usize = 60;

/// With which a note ends that has no label: without one of these words nothing is assigned.
pub(super) const SHARES: &[&str] = picked!(shares: does | helps);

/// A note and what it assigns; ranges count in the text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// With its brackets.
    pub(super) range: Range<usize>,
    /// Who, and in which role.
    pub(super) actors: Vec<(Range<usize>, Role)>,
}

/// The notes of a paragraph with these [`marks`] and `signs`: in brackets, or the whole of it.
pub(super) fn notes(text: &str, marks: &[(usize, char)], signs: Signs<'_>) -> Vec<Note> {
    // without a label and a word that assigns there is none
    if !signs.may_assign() && !marks.iter().any(|(_, c)| is_colon(*c)) {
        return Vec::new();
    }
    let Marks { labels, brackets } = Marks::among(text, marks.iter().copied());
    if labels.first().is_some_and(|label| label.range.start == 0) {
        return labelled(text, 0..text.len(), &labels).into_iter().collect();
    }
    if let Some(note) = behind(text, &labels) {
        return vec![note];
    }
    let note = |range: Range<usize>| {
        labelled(text, range.clone(), &labels)
            .or_else(|| Some(range).filter(|range| signs.assign(range)).and_then(|range| assigned(text, range)))
    };
    brackets.into_iter().filter_map(note).collect()
}

/// Whether a paragraph is nothing but notes.
pub(super) fn is_all(text: &str, notes: &[Note]) -> bool {
    notes.first().is_some_and(|note| note.range == (0..text.len()) || is_only_brackets(text))
}

/// Whether a paragraph is nothing but brackets or notes.
pub(super) fn is_bare(text: &str) -> bool {
    // a label at its head makes the whole of it a note
    let colon = || marks(text).find(|(_, c)| is_colon(*c));
    let opens = text.starts_with(label::opens) && colon().and_then(|colon| label(text, colon)).is_some_and(|label| label.range.start == 0);
    opens || is_only_brackets(text)
}

/// Whether nothing stands outside brackets.
fn is_only_brackets(text: &str) -> bool {
    if !text.trim_start().starts_with(OPEN) {
        return false;
    }
    let mut at = 0;
    for range in Marks::among(text, marks(text)).brackets {
        if !text[at..range.start].trim().is_empty() {
            return false;
        }
        at = range.end;
    }
    at > 0 && text[at..].trim_matches(|c: char| c.is_whitespace() || c == '。').is_empty()
}

/// What a paragraph has that notes are told by; most have nothing.
struct Marks<'t> {
    labels: Vec<Label<'t>>,
    /// Top-level brackets.
    brackets: Vec<Range<usize>>,
}

impl<'t> Marks<'t> {
    fn among(text: &'t str, marks: impl Iterator<Item = (usize, char)>) -> Self {
        let (mut labels, mut brackets) = (Vec::new(), Vec::new());
        let (mut depth, mut start) = (0usize, 0);
        for (at, c) in marks {
            if is_colon(c) {
                labels.extend(label(text, (at, c)));
            } else if matches!(c, '（' | '(' | '【' | '〔' | '［' | '[') {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            } else if depth > 0 && matches!(c, '）' | ')' | '】' | '〕' | '］' | ']') {
                depth -= 1;
                if depth == 0 {
                    brackets.push(start..at + c.len_utf8());
                }
            }
        }
        Self { labels, brackets }
    }
}

const fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

/// The note that stands without brackets behind the last sentence: …接入平台。责任单位：市应急管理局、各县人民政府.
fn behind(text: &str, labels: &[Label<'_>]) -> Option<Note> {
    if !labels.iter().any(|label| label.words.ends_with("单位") || label.words.ends_with("部门")) {
        return None;
    }
    let start = labels.iter().map(|label| label.range.start).find(|at| text[..*at].trim_end().ends_with('。'))?;
    labelled(text, start..text.len(), labels).filter(|note| !text[note.range.clone()].trim_end_matches('。').contains('。'))
}

/// 责任单位：A、B；配合单位：C, by the `labels` of the whole text.
fn labelled(text: &str, range: Range<usize>, labels: &[Label<'_>]) -> Option<Note> {
    let first = labels.partition_point(|label| label.range.start < range.start);
    let own = &labels[first..labels.partition_point(|label| label.range.end <= range.end).max(first)];
    // before the first label stands at most a time: （6月底前完成，牵头单位：…）
    let before = text[range.start..own.first()?.range.start].trim_start_matches(OPEN);
    if !(before.is_empty() || (before.len() <= LEAD_IN && before.ends_with(['，', '；', ',', ';']))) {
        return None;
    }
    let mut actors = Vec::new();
    for (n, label) in own.iter().enumerate() {
        let end = own.get(n + 1).map_or(range.end, |next| next.range.start);
        if label.words.contains("时") || label.words.contains("期限") {
            continue;
        }
        let role = role_of(label.words);
        actors.extend(units(text, label.range.end..end).map(|unit| (unit, role)));
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

/// （市财政局、市审计局负责）, （县水务局会同有关部门负责）, （县商务局牵头，县财政局、各镇配合）.
fn assigned(text: &str, range: Range<usize>) -> Option<Note> {
    let inner = text[range.clone()].trim_start_matches(OPEN).trim_end_matches(|c: char| CLOSE.contains(&c) || c == '。');
    let first = inner.as_ptr() as usize - text.as_ptr() as usize;
    let (mut actors, mut from) = (Vec::new(), 0);
    for (at, sign) in inner.char_indices().filter(|(_, c)| matches!(c, '，' | '；' | ',' | ';')).chain([(inner.len(), '；')]) {
        let Some((names, role)) = names_and_role(&inner[from..at]) else {
            // names may be parted by commas, too; what stands behind a ； is done, and who is named may be told more (长期坚持)
            match sign {
                '；' | ';' if actors.is_empty() || actor::is_actor(&inner[from..at]) => return None,
                '；' | ';' => from = at + sign.len_utf8(),
                _ => {}
            }
            continue;
        };
        let start = first + from;
        actors.extend(shares(text, start..start + names.len(), role)?);
        from = at + sign.len_utf8();
    }
    (!actors.is_empty()).then_some(Note { range, actors })
}

/// The names in a piece of a note, and the role that the verbs behind them give: 市财政局 of 市财政局按照职责分工分别负责, 县商务局
/// of 县商务局负责牵头.
fn names_and_role(piece: &str) -> Option<(&str, Role)> {
    let verb = |piece: &str| short::endings(piece, SHARES).next();
    let last = verb(piece)?;
    let mut role = if picked!(shares: does).contains(&last) { Role::Responsible } else { Role::Support };
    let mut names = piece;
    while let Some(verb) = verb(names) {
        if verb == "牵头" {
            role = Role::Lead;
        }
        names = &names[..names.len() - verb.len()];
    }
    Some((without_manner(names).trim_end_matches(['按', '等']), role))
}

/// `names` without what tells how they share: 分别, 共同, 分工, 按照各自职责分工.
fn without_manner(names: &str) -> &str {
    const BY: &[&str] = joined!(picked!(bases: ground | rule | by), &["依"]);
    let without = |text, words| short::before(text, words).unwrap_or(text);
    let names = without(names, &["分别", "共同"]);
    let shared = without(without(names, &["分工"]), &["职责"]);
    if shared.len() == names.len() { names } else { without(without(shared, &["各自"]), BY) }
}

/// Those whom `range` names; 会同 joins two names.
fn shares(text: &str, range: Range<usize>, role: Role) -> Option<Vec<(Range<usize>, Role)>> {
    let by = text[range.clone()].starts_with('由').then_some('由').map_or(0, char::len_utf8);
    let range = range.start + by..range.end;
    let names = &text[range.clone()];
    let last = actor::split_units(names).pop().map_or(names, |last| &names[last]);
    if names.is_empty() || names.contains(['。', '：']) || !actor::is_actor(last) {
        return None;
    }
    let halves = match names.find("会同") {
        Some(at) => vec![range.start..range.start + at, range.start + at + "会同".len()..range.end],
        None => vec![range],
    };
    Some(halves.into_iter().flat_map(|half| units(text, half).collect::<Vec<_>>()).map(|unit| (unit, role)).collect())
}

/// The units named in `range`, without marks at their ends.
fn units(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let words = &text[range.clone()];
    let units = actor::split_units(words).into_iter().flat_map(move |unit| split_levels(&words[unit.clone()], unit.start));
    units.filter_map(move |unit| {
        let name = without_others(without_marks(&words[unit.clone()]));
        let start = range.start + unit.start + words[unit].find(name)?;
        (!name.is_empty()).then_some(start..start + name.len())
    })
}

/// A name without the marks at its ends: what closes the note goes, what closes a bracket of the name (各县（市、区）) stays.
fn without_marks(name: &str) -> &str {
    let marks = |c: char| c.is_whitespace() || matches!(c, '。' | '；' | ';' | '，' | ',' | '、');
    let mut name = name.trim_matches(marks);
    while let Some(shorter) = name.strip_suffix(CLOSE).filter(|_| name.matches(CLOSE).count() > name.matches(OPEN).count()) {
        name = shorter.trim_end_matches(marks);
    }
    name
}

/// An organ's name without the others that are hinted at: 县财政局│等有关部门. Of 网信、公安等部门 nothing would be left.
fn without_others(name: &str) -> &str {
    const OTHERS: [&str; 8] = ["等有关部门", "等相关部门", "等有关单位", "等相关单位", "等部门", "等单位", "等部门单位", "等"];
    let own = OTHERS.iter().find_map(|others| name.strip_suffix(others));
    own.filter(|own| agency::ends_like_organ(own)).unwrap_or(name)
}

/// Names that each begin with the level of their organ are units whatever they end with: 省贸促会、省版权局.
fn split_levels(names: &str, start: usize) -> Vec<Range<usize>> {
    const LEVELS: [&str; 12] = ["国家", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "自治区", "各"];
    let mut at = 0;
    // 各县（市、区）人民政府 is one
    let mut depth = 0usize;
    let marks = names.char_indices().filter(|(_, c)| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        *c == '、' && depth == 0
    });
    let pieces = marks.map(|(at, _)| at).chain([names.len()]).map(|end| {
        let piece = at..end;
        at = end + '、'.len_utf8();
        (&names[piece.clone()], start + piece.start..start + piece.end)
    });
    let pieces: Vec<(&str, Range<usize>)> = pieces.collect();
    let levelled = pieces.iter().all(|(piece, _)| piece.chars().count() > 2 && short::begins_with(piece, &LEVELS));
    if levelled { pieces.into_iter().map(|(_, range)| range).collect() } else { std::iter::once(start..start + names.len()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{extract::task::sign::VOCABULARY, lexicon::Cut};

    fn read(text: &str) -> Vec<(&str, Role)> {
        let mut cut = Cut::default();
        cut.add(text, &VOCABULARY, [], &mut |_| {});
        notes(text, &marks(text).collect::<Vec<_>>(), Signs::of(&cut.hits))
            .into_iter()
            .flat_map(|note| note.actors)
            .map(|(range, role)| (&text[range], role))
            .collect()
    }

    #[test]
    fn every_verb_gives_a_role() {
        use Role::{Lead, Responsible, Support};
        let lead = ["牵头", "牵头负责", "负责牵头"].map(|verb| (verb, Lead));
        let shared = ["按照职责分工分别负责", "依照各自职责分工落实", "根据职责负责", "依职责分工负责", "分工负责", "共同负责", "负责落实"];
        let support = ["配合", "协助", "参与", "按职责分工配合", "分别指导"].map(|verb| (verb, Support));
        for (verb, role) in lead.into_iter().chain(shared.map(|verb| (verb, Responsible))).chain(support) {
            assert_eq!(names_and_role(&format!("市局{verb}")), Some(("市局", role)), "{verb}");
        }
    }

    #[test]
    fn notes_assign() {
        use Role::*;
        assert_eq!(
            read("加强监管。（责任单位：县财政局、县审计局，各乡镇人民政府）"),
            [("县财政局", Responsible), ("县审计局", Responsible), ("各乡镇人民政府", Responsible)]
        );
        assert_eq!(
            read("年底前接入平台。责任单位：市应急管理局、各县人民政府"),
            [("市应急管理局", Responsible), ("各县人民政府", Responsible)]
        );
        assert_eq!(read("落实责任。责任单位：市林业局。各县要抓好落实。"), []);
        assert_eq!(
            read("加强监管。（责任单位：市林业局、各县（市、区）人民政府）"),
            [("市林业局", Responsible), ("各县（市、区）人民政府", Responsible)]
        );
        assert_eq!(
            read("加强监管（牵头单位：市教育局；配合单位：市财政局；完成时限：6月底）。"),
            [("市教育局", Lead), ("市财政局", Support)]
        );
        assert_eq!(
            read("（牵头单位：市林业局、各县（市、区）；配合单位：市财政局、各镇（街道））"),
            [("市林业局", Lead), ("各县（市、区）", Lead), ("市财政局", Support), ("各镇（街道）", Support)]
        );
        assert_eq!(read("配合单位：市财政局、各县（市、区）。"), [("市财政局", Support), ("各县（市、区）", Support)]);
        assert_eq!(read("（市财政局、各县（市、区）按职责分工负责）"), [("市财政局", Responsible), ("各县（市、区）", Responsible)]);
        assert_eq!(read("予以支持。（商务厅会同有关部门负责）"), [("商务厅", Responsible), ("有关部门", Responsible)]);
        assert_eq!(
            read("（县商务局牵头，县财政局、各镇人民政府配合）"),
            [("县商务局", Lead), ("县财政局", Support), ("各镇人民政府", Support)]
        );
        assert_eq!(read("（6月底前完成，牵头考核单位：县统计局）"), [("县统计局", Lead)]);
        assert_eq!(read("责任单位：市水利局"), [("市水利局", Responsible)]);
        assert!(read("（以下简称领导小组）负责").is_empty());
    }
}
