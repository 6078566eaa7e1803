//! Each phrase grammar against data: the expected value first, then all the ways to say it, then what must
//! not be read.
//!
//! A `.cases` file has blocks. `= value` opens a block; each line under it is a text in which the grammar must
//! find exactly one value, and that value. `!` opens a block of texts in which it must find nothing. Where
//! only a part of a line is the expression, the part stands in ⟦ ⟧, and the span is checked too. `#` comments.

mod address;
mod any_text;
mod article;
mod date;
mod doc_number;
mod email;
mod foreign;
mod money;
mod peers;
mod percent;
mod person;
mod phone;
mod postcode;
mod quantity;
mod standard;
mod time;
mod title;
mod url;
mod ways;
mod workday;

/// Checks every case of `cases`; `find` gives the values found in a text, as printed, with their byte ranges.
pub fn check(name: &str, cases: &str, find: impl Fn(&str) -> Vec<(String, std::ops::Range<usize>)>) -> usize {
    let mut expected: Option<&str> = None;
    let (mut failures, mut count) = (Vec::new(), 0);
    for (number, line) in cases.lines().enumerate() {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(value) = line.strip_prefix("= ") {
            expected = Some(value);
            continue;
        }
        if line == "!" {
            expected = None;
            continue;
        }
        count += 1;
        let text = line.replace(['⟦', '⟧'], "");
        let range = line.find('⟦').map(|start| start..line.find('⟧').expect("⟦ is closed by ⟧") - '⟦'.len_utf8());
        let found = find(&text);
        let ok = match (expected, &found[..]) {
            (None, []) => true,
            (Some(value), [(got, at)]) => got == value && range.is_none_or(|range| range == *at),
            _ => false,
        };
        if !ok {
            failures.push(format!("{name}.cases:{}: {line}\n  expected {expected:?}\n  found    {found:?}", number + 1));
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases fail\n{}", failures.len(), failures.join("\n"));
    assert!(count > 0, "{name}.cases is empty");
    count
}
