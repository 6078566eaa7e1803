//! Lines above and around the title that are known by their words: 绝密★30年, 特急, 000012, 海川市教育局文件, 签发人：李明远, the
//! head of a telegram, 第6次.

use std::ops::Range;

use crate::{
    lexicon::{picked, short},
    pattern::is_han,
    phrase::{agency, numeral::is_figure},
    structure::step::{colon, is_numeral, maybe, run, spaced, word},
};

/// A mark at the top of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// 绝密★30年.
    Secrecy,
    /// 特急.
    Urgency,
    /// 000012.
    CopyNumber,
}

/// Degrees of urgency of a telegram.
const DEGREES: [&str; 4] = ["特提", "特急", "加急", "平急"];

/// The mark that `line` is.
pub(super) fn mark(line: &str) -> Option<Mark> {
    match line.chars().next()? {
        '绝' | '机' | '秘' => is_secrecy(line).then_some(Mark::Secrecy),
        '特' | '加' | '平' | '急' => (DEGREES.contains(&line) || line == "急件").then_some(Mark::Urgency),
        '份' | '№' | 'N' | '0'..='9' => is_copy_number(line).then_some(Mark::CopyNumber),
        _ => None,
    }
}

/// 绝密, 机密★1年.
fn is_secrecy(line: &str) -> bool {
    const TERM: usize = 6;
    let Some(rest) = word(line, &["绝密", "机密", "秘密"]) else { return false };
    let term = |term: &str| (1..=TERM).contains(&term.chars().count()) && !term.contains(char::is_whitespace);
    rest.is_empty() || rest.strip_prefix('★').is_some_and(term)
}

/// 000012, No.12, 份号：000012.
fn is_copy_number(line: &str) -> bool {
    let named = || line.strip_prefix("份号").and_then(colon);
    let rest = word(line, &["No.", "No", "№"]).or_else(named).unwrap_or(line).trim_start();
    // other figures may be what a page counts
    let alone = rest.len() == line.len();
    (3..=6).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit()) && (!alone || rest.starts_with('0') || rest.len() == 6)
}

/// 海川市教育局文件.
pub(super) fn is_masthead(line: &str) -> bool {
    let Some(issuers) = line.strip_suffix('件').and_then(|line| line.trim_end().strip_suffix('文')) else { return false };
    issuers.chars().all(|c| is_han(c) || matches!(c, '（' | '）') || c.is_whitespace()) && (3..=90).contains(&issuers.chars().count())
}

/// 签发人：李明远 王静: where that begins in `line`, and where the names stand.
pub(super) fn signatory(line: &str) -> Option<(usize, Range<usize>)> {
    let names = |at: usize| {
        let rest = line[at + '签'.len_utf8()..].trim_start();
        let rest = spaced(rest, "发人").or_else(|| Some(approver(rest.strip_prefix('批')?)))?;
        let names = colon(rest.trim_start())?.trim_start();
        let after = names.trim_start_matches(|c| is_han(c) || matches!(c, '·' | '、' | '，') || c.is_whitespace());
        let start = line.len() - names.len();
        names.starts_with(is_han).then(|| (at, start..line.len() - after.len()))
    };
    line.match_indices('签').find_map(|(at, _)| names(at))
}

/// `text` behind 盖章 or 人, if it begins so.
fn approver(text: &str) -> &str {
    word(text.trim_start(), &["盖章", "人"]).unwrap_or(text)
}

/// Whether `line` is one above the title of a telegram (发电, 签批盖章：李明远, 等级：特急·明电　海政电〔2024〕1号); and where it
/// tells the degree of urgency.
pub(super) fn telegram(line: &str) -> Option<Option<Range<usize>>> {
    match line.chars().next()? {
        '发' => spaced(line, "发电").filter(|rest| rest.is_empty() || rest.starts_with("单位")).map(|_| None),
        '签' => colon(approver(spaced(line, "签批")?).trim_start()).map(|_| None),
        '等' => {
            let degree = colon(spaced(line, "等级")?.trim_start())?.trim_start();
            let rest = word(degree, &DEGREES)?;
            Some(Some(line.len() - degree.len()..line.len() - rest.len()))
        }
        _ => None,
    }
}

/// 海川市民政局公告, 海川市人民政府令: an organ and how it makes known or orders; a number stands below.
pub(super) fn is_notice_mark(line: &str) -> bool {
    short::before(line, picked!(genres: notice)).is_some_and(agency::is_organ)
}

/// The number of minutes or of a bulletin's issue, which is no document number: 第6次, 〔2024〕第6次, （第12期）.
pub(super) fn is_issue(line: &str) -> bool {
    let rest = maybe(line, |c| matches!(c, '（' | '('));
    let rest = year(rest).unwrap_or(rest);
    let rest = rest.strip_prefix('总').map_or(rest, str::trim_start);
    let Some(number) = rest.strip_prefix('第').map(str::trim_start) else { return false };
    let behind = number.trim_start_matches(|c: char| is_figure(c) || is_numeral(c) || c == '百');
    let closed = |rest: &str| maybe(rest, |c| matches!(c, '）' | ')')).is_empty();
    behind.len() < number.len() && behind.trim_start().strip_prefix(['次', '期']).is_some_and(closed)
}

/// `text` behind the year with which it begins: 〔2024〕, 2024年.
fn year(text: &str) -> Option<&str> {
    let (figures, rest) = run(maybe(text, |c| matches!(c, '〔' | '[' | '［' | '（' | '(')), 4, is_figure);
    let rest = maybe(rest, |c| matches!(c, '〕' | ']' | '］' | '）' | ')')).trim_start();
    (figures == 4).then(|| maybe(rest, |c| c == '年').trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_head() {
        for (line, read) in [
            ("绝密★30年", Some(Mark::Secrecy)),
            ("机密", Some(Mark::Secrecy)),
            ("机密文件", None),
            ("特急", Some(Mark::Urgency)),
            ("特急通知", None),
            ("000012", Some(Mark::CopyNumber)),
            ("份号：000012", Some(Mark::CopyNumber)),
            ("No. 0012", Some(Mark::CopyNumber)),
            ("12", None),
        ] {
            assert_eq!(mark(line), read, "{line}");
        }
        assert!(is_masthead("海川市教育局文　件") && !is_masthead("海川市教育局：文件") && !is_masthead("文件"));
        let line = "海政发〔2024〕1号　签发人：李明远　王静";
        assert_eq!(signatory(line).map(|(at, names)| (&line[..at], &line[names])), Some(("海政发〔2024〕1号　", "李明远　王静")));
        assert_eq!((signatory("签批：李明远").is_some(), signatory("签收：李明远")), (true, None));
    }

    #[test]
    fn telegrams_and_issues() {
        let line = "等级：特急·明电　海政电〔2024〕1号";
        assert_eq!(telegram(line).flatten().map(|degree| &line[degree]), Some("特急"));
        assert_eq!((telegram("发　电"), telegram("签批盖章：李明远"), telegram("发电厂")), (Some(None), Some(None), None));
        for line in ["第6次", "〔2024〕第6次", "（第12期）", "2024年第三期", "（总第 120 期）"] {
            assert!(is_issue(line), "{line}");
        }
        for line in ["第6号", "第6次会议", "2024第", "第次", "24年第6次"] {
            assert!(!is_issue(line), "{line}");
        }
    }
}
