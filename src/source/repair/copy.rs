//! A document, or its body, printed twice: a page that shows the text and holds it once more for the printer.
//!
//! Lines are compared without their blanks. A run of lines that repeats an earlier run, and stands right
//! behind it, is a copy if it is long enough to be no formula; it is not read. Lines in which the two differ
//! stay. So do templates that repeat from chapter to chapter, which differ at every turn.

use std::ops::Range;

use super::{
    chars::{is_ended, solid},
    draft::{Draft, Fate, Row},
};
use crate::diagnostic::{Rule, Severity};

/// Lines that come again.
pub(crate) static COPY: Rule = Rule {
    code: "copy",
    severity: Severity::Info,
    zh: "有{0}行与上文重复，只读一次。",
    en: "{0} lines repeat the text before them; they are read once.",
    basis: "The same text printed twice",
};

/// A copy has at least this many bytes: a salutation, a paragraph, a signature.
const SHORTEST: usize = 180;

/// At most this many lines may stand between a text and its copy, or differ at a time: the title again, a
/// file's name, a counter.
const BETWEEN: usize = 4;

/// A row whose second half repeats the first, parted by a blank, keeps only the first.
pub(super) fn halve(draft: &mut Draft<'_>) {
    for index in 0..draft.rows.len() {
        let row = &draft.rows[index];
        if row.range.len() < 2 * SHORTEST || !row.gaps() {
            continue;
        }
        let range = row.range.clone();
        let Some(gap) = middle(draft.text.as_bytes(), &range, draft.gaps.inside(&range)) else { continue };
        let place = gap.end..range.end;
        draft.rows[index].narrow(draft.text, range.start..gap.start);
        draft.note(&COPY, vec!["1".to_owned()], place);
    }
}

/// The gap of a row behind which that repeats the end of what stands before it. The row stands at `range` of `text`.
fn middle(text: &[u8], range: &Range<usize>, gaps: &[Range<usize>]) -> Option<Range<usize>> {
    const HEAD: usize = 24;
    const TRIES: usize = 4;
    let begins_again = |gap: &&Range<usize>| {
        let len = range.end - gap.end;
        let start = gap.start.checked_sub(len).filter(|start| *start >= range.start)?;
        (len >= SHORTEST && text[start..start + HEAD] == text[gap.end..gap.end + HEAD]).then_some(start)
    };
    let behind = gaps.iter().filter(|gap| (gap.end - range.start) * 2 >= range.len());
    let mut candidates = behind.filter_map(|gap| Some((begins_again(&gap)?, gap))).take(TRIES);
    candidates.find(|(start, gap)| text[*start..gap.start] == text[gap.end..range.end]).map(|(_, gap)| gap.clone())
}

/// Drops the copies from `draft`.
pub(super) fn drop(draft: &mut Draft<'_>) {
    let Some(lines) = lines(draft) else { return };
    for copy in copies(&lines) {
        let Some((first, last)) = copy.first().zip(copy.last()) else { continue };
        let place = draft.rows[first.rows.start].range.start..draft.rows[last.rows.end - 1].range.end;
        let count: usize = copy.iter().map(|run| run.rows.len()).sum();
        for row in copy.iter().flat_map(|run| run.rows.clone()) {
            draft.rows[row].fate = Fate::Dropped;
        }
        draft.note(&COPY, vec![count.to_string()], place);
    }
}

/// The rows of `draft`, unless hardly any two can be the same.
fn lines<'t>(draft: &Draft<'t>) -> Option<Vec<Line<'t>>> {
    // lines that are the same have as many characters, the same first and the same last
    let mut keys: Vec<u64> = draft.rows.iter().enumerate().map(|(n, row)| u64::from(key(draft.text, row)) << 32 | n as u64).collect();
    keys.sort_unstable();
    let twins = || keys.windows(2).filter(|pair| pair[0] >> 32 == pair[1] >> 32).flatten().map(|key| *key as u32 as usize);
    let most: usize = twins().map(|n| draft.rows[n].range.len()).sum();
    if most < SHORTEST {
        return None;
    }
    let hash = |n: usize| if draft.rows[n].gaps() { hash(solid(draft.row(n)).as_bytes()) } else { hash(draft.row(n).as_bytes()) };
    let mut hashes: Vec<(u64, usize)> = twins().map(|n| (hash(n), n)).collect();
    hashes.sort_unstable();
    let same = || hashes.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1);
    if same().flatten().map(|(_, n)| draft.rows[*n].range.len()).sum::<usize>() < SHORTEST {
        return None;
    }
    let line = |(first, row): (usize, &Row)| Line { text: &draft.text[row.range.clone()], hash: None, first };
    let mut lines: Vec<Line<'t>> = draft.rows.iter().enumerate().map(line).collect();
    for same in same() {
        for (hash, n) in same {
            (lines[*n].hash, lines[*n].first) = (Some(*hash), same[0].1);
        }
    }
    Some(lines)
}

/// What lines that are the same but for their blanks have in common, as a number.
fn key(text: &str, row: &Row) -> u32 {
    let Row { range, solid, .. } = row;
    let row = &text.as_bytes()[range.clone()];
    // of a Chinese character all bytes, of others one: enough, and nothing is decoded
    let bytes = |wide: &[u8]| u32::from(wide[0]) << 16 ^ u32::from(wide[1]) << 8 ^ u32::from(wide[2]);
    let first = if row[0] >= 0xe0 { bytes(&row[..3]) } else { row[0].into() };
    let last = if row.len() > 2 && row[row.len() - 3] >= 0xe0 { bytes(&row[row.len() - 3..]) } else { row[row.len() - 1].into() };
    solid << 20 ^ first << 8 ^ last
}

/// Lines that repeat earlier lines, one by one.
struct Run {
    /// The later lines.
    rows: Range<usize>,
    /// How many lines earlier they stood first.
    distance: usize,
}

/// The copies, each in runs of equal lines.
fn copies(lines: &[Line<'_>]) -> Vec<Vec<Run>> {
    let mut groups: Vec<Vec<Run>> = Vec::new();
    for run in runs(lines) {
        let group = groups.last_mut().filter(|group| {
            group.last().is_some_and(|last| run.rows.start - last.rows.end <= BETWEEN && run.distance.abs_diff(last.distance) <= BETWEEN)
        });
        match group {
            Some(group) => group.push(run),
            None => groups.push(vec![run]),
        }
    }
    groups.iter_mut().for_each(|group| keep_first(lines, group));
    groups.retain(|group| is_copy(lines, group));
    groups
}

/// Takes lines out of a copy's head that the copy itself repeats: who prints, where that is who signs above.
fn keep_first(lines: &[Line<'_>], group: &mut Vec<Run>) {
    while let [first, second, ..] = &group[..] {
        let again = |row: usize| lines.get(row + second.distance).is_some_and(|line| *line == lines[row]);
        if first.distance == second.distance || !first.rows.clone().all(again) {
            break;
        }
        group.remove(0);
    }
}

fn is_copy(lines: &[Line<'_>], group: &[Run]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let span = last.rows.end - first.rows.start;
    let same: usize = group.iter().map(|run| run.rows.len()).sum();
    let bytes: usize = group.iter().flat_map(|run| &lines[run.rows.clone()]).map(|line| line.text.len()).sum();
    let behind = span + BETWEEN >= first.distance;
    // a copy begins with a paragraph; lines alike in the middle of two are chance
    let before = first.rows.start.checked_sub(1).map_or("", |n| lines[n].text);
    let begins = is_ended(before) || !before.contains('，');
    behind && begins && bytes >= SHORTEST && same * 4 >= span * 3 && (same >= 3 || bytes >= 3 * SHORTEST)
}

/// The runs of lines that repeat earlier ones. A run never reaches into the lines that it repeats.
fn runs(lines: &[Line<'_>]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let earlier = lines[at].first;
        let len = (0..at - earlier).take_while(|n| at + n < lines.len() && lines[earlier + n] == lines[at + n]).count();
        if len > 0 {
            let free = runs.last().map_or(0, |run| run.rows.end);
            let back = (1..=earlier.min(at - free)).take_while(|n| lines[earlier - n] == lines[at - n]).count();
            // what stands before may have matched a still earlier line
            runs.push(Run { rows: at - back..at + len, distance: at - earlier });
        }
        at += len.max(1);
    }
    runs
}

/// A line, compared without its blanks.
struct Line<'t> {
    text: &'t str,
    /// What it has in common with those that are the same; nothing where there are none.
    hash: Option<u64>,
    /// The first of those that are the same.
    first: usize,
}

/// A quick hash, eight bytes at a time; lines of one hash are compared.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(FACTOR).rotate_left(29);
    let (words, rest) = bytes.as_chunks::<8>();
    let body = words.iter().fold(bytes.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    rest.iter().fold(body, |hash, byte| mix(hash, u64::from(*byte)))
}

impl PartialEq for Line<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.hash.is_some() && self.hash == other.hash && (self.text == other.text || solid(self.text) == solid(other.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "各区人民政府：\n为加强道路养护管理，经市政府同意，现将有关事项通知如下，请认真贯彻执行。\n一、加强领导，落实责任，按时完成各项任务。\n海川市人民政府\n2022年3月21日\n";

    fn read(text: &str) -> (String, usize) {
        let mut draft = Draft::new(text);
        drop(&mut draft);
        let (reading, _, _, findings) = draft.write();
        (reading, findings.len())
    }

    #[test]
    fn a_body_printed_twice_is_read_once() {
        let head = "海川市人民政府关于加强道路养护的通知\n海政发〔2022〕3号\n";
        assert_eq!(read(&format!("{head}{LETTER}\n \n{LETTER}")), (format!("{head}{LETTER}"), 1));
        assert_eq!(read(&format!("{head}{LETTER}{head}{LETTER}")), (format!("{head}{LETTER}"), 1));
    }

    #[test]
    fn who_prints_and_signs_is_no_copy() {
        let printed = format!("{LETTER}抄送：市委各部门。\n海川市人民政府\n2022年3月22日印发\n");
        assert_eq!(read(&format!("{printed}{printed}")), (printed, 1));
    }

    #[test]
    fn a_line_printed_twice_is_read_once() {
        let line = LETTER.replace('\n', "");
        let text = format!("关于养护的通知{line}　{line}");
        let mut draft = Draft::new(&text);
        halve(&mut draft);
        assert_eq!(draft.write().0, format!("关于养护的通知{line}\n"));
        let mut draft = Draft::new("各级各部门 各级各部门");
        halve(&mut draft);
        assert_eq!(draft.write().0, "各级各部门 各级各部门\n");
    }

    #[test]
    fn lines_in_which_the_copy_differs_stay() {
        let other = LETTER.replace("二", "2").replace("海川市人民政府\n", "  海川市 人民政府\n浏览次数：5\n");
        assert_eq!(read(&format!("{LETTER}{other}")), (format!("{LETTER}浏览次数：5\n"), 1));
    }

    #[test]
    fn formulas_and_templates_stay() {
        let project = |n: usize| {
            format!(
                "项目{n}\n一、立项依据\n按照上级要求设立第{n}个项目。\n二、实施单位\n海川市教育局\n三、项目内容\n加强管理，提高使用效益，做好各项保障工作。\n"
            )
        };
        let text: String = (1..5).map(project).collect();
        assert_eq!(read(&text), (text.clone(), 0));
        let table = "1\n教育局\n1\n2\n教育局\n1\n";
        assert_eq!(read(table), (table.to_owned(), 0));
    }
}
