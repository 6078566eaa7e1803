//! Lines that are but the name of a file or several addresses: what a page links to.

use crate::{
    source::Signs,
    structure::{facts::Facts, step::is_figure},
};

/// Whether a line is but the name of a file, to which a page links.
pub(super) fn is_file(line: &str, facts: &Facts) -> bool {
    let may_end = facts.last.is_ascii_alphabetic() || matches!(facts.last, '）' | ')');
    may_end && facts.has(Signs::DOT) && line.len() < 400 && is_name(line)
}

/// Whether a line is a link; one that announces an attachment is none.
pub(super) fn is_link(line: &str, facts: &Facts) -> bool {
    let addresses = || facts.has(Signs::LETTER) && line.matches("http").count() > 1;
    line.len() < 400 && (is_file(line, facts) || addresses()) && !line.starts_with("附件：") && !line.starts_with("附件:")
}

/// A name with its extension, behind which its number and a second extension may stand: 名单.xls, 名单.doc（2）.docx.
fn is_name(line: &str) -> bool {
    const SECOND: [&str; 5] = [".pdf", ".docx", ".doc", ".xlsx", ".xls"];
    ends(line) || SECOND.iter().filter_map(|extension| without(line, extension)).any(ends)
}

/// Whether `name` ends with its extension, or with that and the number of the copy.
fn ends(name: &str) -> bool {
    const FIRST: [&str; 12] = [".pdf", ".docx", ".doc", ".xlsx", ".xls", ".wps", ".et", ".ofd", ".rar", ".zip", ".jpg", ".png"];
    const LONGEST: usize = 120;
    let is = |name: &str| {
        let stem = FIRST.iter().find_map(|extension| without(name.trim_end(), extension));
        stem.is_some_and(|stem| (1..=LONGEST).contains(&stem.chars().count()) && !stem.contains(['：', ':', '。', '；']))
    };
    is(name) || without_number(name).is_some_and(is)
}

/// `name` without the `extension` at its end.
fn without<'n>(name: &'n str, extension: &str) -> Option<&'n str> {
    let at = name.len().checked_sub(extension.len())?;
    name.get(at..).filter(|end| end.eq_ignore_ascii_case(extension)).map(|_| &name[..at])
}

/// `name` without the number in brackets at its end.
fn without_number(name: &str) -> Option<&str> {
    let open = name.strip_suffix(['）', ')'])?;
    let before = open.trim_end_matches(is_figure);
    before.strip_suffix(['（', '(']).filter(|_| before.len() < open.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files() {
        for name in ["名单.xls", "1.申报表.DOCX", "表.doc（2）", "表.doc (12).docx", "图.jpg"] {
            assert!(is_file(name, &Facts::of(name)), "{name}");
        }
        for name in ["名单", ".xls", "附件：名单.xls", "名单.xls。", "名单.xml", "表.（2）"] {
            assert!(!is_file(name, &Facts::of(name)), "{name}");
        }
    }
}
