//! `rules.cases`: `= code` opens a block of texts that must raise that code once and no other warning or error, `!` one
//! of texts that must raise none. A text is the body of a letter, `⏎` a line end in it; the place in ⟦ ⟧ is the one reported.
//! A line that begins with `%` is a whole document.

use gongwen::{Diagnostic, Lang, Severity};

use crate::extraction;

/// A letter that is right, around a body.
fn letter(body: &str) -> String {
    format!("海教发〔2024〕12号\n海川市教育局关于做好春季工作的通知\n各县（区）教育局：\n{body}\n海川市教育局\n2024年4月1日\n")
}

#[test]
fn rules() {
    let (mut expected, mut failures, mut count) = (None, Vec::new(), 0);
    for (number, line) in include_str!("rules.cases").lines().enumerate() {
        match line.trim_end() {
            "" => continue,
            "!" => expected = None,
            line if line.starts_with('#') => continue,
            line if line.starts_with("= ") => expected = line.strip_prefix("= "),
            line => {
                count += 1;
                failures.extend(
                    failure(line, expected)
                        .map(|found| format!("rules.cases:{}: {line}\n  expected {expected:?}, found {found}", number + 1)),
                );
            }
        }
    }
    assert!(count > 100, "the cases were not read");
    assert!(failures.is_empty(), "{} of {count} cases fail\n{}", failures.len(), failures.join("\n"));
}

/// What is found instead of what is expected.
fn failure(line: &str, expected: Option<&str>) -> Option<String> {
    let text = line.replace('⏎', "\n");
    let text = text.strip_prefix('%').map_or_else(|| letter(&text), str::to_owned);
    let plain = text.replace(['⟦', '⟧'], "");
    let marked = text.split_once('⟦').and_then(|(_, rest)| Some(rest.split_once('⟧')?.0));
    let record = extraction(plain.as_bytes(), "case", Lang::Zh).record;
    let of_interest = |it: &&Diagnostic| it.severity < Severity::Info || Some(&*it.code) == expected;
    let found: Vec<&Diagnostic> = record.diagnostics.iter().filter(of_interest).collect();
    let right = match (expected, &found[..]) {
        (None, []) => true,
        (Some(code), [one]) => one.code == code && marked.is_none_or(|marked| &plain[one.span.range()] == marked),
        _ => false,
    };
    let told = |it: &&Diagnostic| format!("{} at “{}”: {}", it.code, &plain[it.span.range()], it.message);
    (!right).then(|| found.iter().map(told).collect::<Vec<_>>().join("; "))
}
