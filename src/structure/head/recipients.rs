//! 主送机关 (GB/T 9704-2012, 7.3.2): to whom the document goes, over one or more lines, up to the colon.

use crate::{
    phrase::agency,
    source::Signs,
    structure::{
        Head, Role,
        line::{self, Lines},
        step::is_colon,
    },
};

/// So many lines below the title they may end.
const LINES: usize = 8;

/// Reads them where they stand at line `from` or soon below it; gives the first line of the body.
pub(super) fn read(lines: &mut Lines<'_>, from: usize, head: &mut Head) -> Option<usize> {
    let open = from < lines.len() && lines.is_open(from);
    let listed = if open { line::address_list(lines.str(from), lines.facts(from)) } else { None };
    let end = match &listed {
        Some(_) => from,
        None => (from..lines.len().min(from + LINES)).find(|i| lines.is_open(*i) && lines.is_address(*i))?,
    };
    let above = || (from..end).filter(|i| lines.is_open(*i));
    let listed_on = |i: usize| lines.facts(i).chars <= 120 || goes_on(lines, i);
    if !above().all(listed_on) || above().any(|i| lines.facts(i).has(Signs::STOP) || lines.facts(i).label.is_some()) {
        return None;
    }
    let start = (from..end).rev().filter(|i| lines.is_open(*i)).take_while(|i| goes_on(lines, *i)).last().unwrap_or(end);
    let all = lines.span(start).cover(lines.span(end));
    let names = listed.unwrap_or_else(|| agency::split_list(lines.text.slice(all).trim_end_matches(is_colon)));
    let bare = |name: std::ops::Range<usize>| name.end - without_regards(&lines.text.slice(all)[name.clone()]).len()..name.end;
    head.recipients = names.into_iter().map(|range| all.slice(bare(range))).collect();
    // what stands between them and the title is the page's, but for a number
    for i in (from..start).filter(|i| lines.is_open(*i)).collect::<Vec<_>>() {
        let number = lines.is_number(i);
        if number {
            head.doc_number.get_or_insert(lines.span(i));
        }
        lines.set(i, if number { Role::DocNumber } else { Role::Furniture });
    }
    (start..=end).for_each(|i| lines.set(i, Role::Recipients));
    Some(end + 1)
}

/// `name` without the word that honours whom it names: 尊敬的家长.
fn without_regards(name: &str) -> &str {
    const REGARDS: [&str; 3] = ["尊敬的", "敬爱的", "亲爱的"];
    REGARDS.iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name)
}

/// Whether line `i` may be one of a list of organs that the next line goes on with.
fn goes_on(lines: &Lines<'_>, i: usize) -> bool {
    let (line, facts) = (lines.str(i), lines.facts(i));
    let listed = facts.has(Signs::COMMA) || line.contains(['、', ',']) || facts.first == '各' || agency::is_organ(line);
    // a name set apart is who speaks
    let spoken = facts.has(Signs::BLANK) && !matches!(facts.last, '，' | '、' | ',');
    listed && !spoken && !facts.has_colon() && !super::is_title(line)
}
