//! Titles in book-title marks.

use gongwen::phrase::title::{Title, find};

#[test]
fn titles() {
    let count = super::check("title", include_str!("title.cases"), |text| {
        find(&text.replace("\\n", "\n")).into_iter().map(|f| (f.value.text, f.range)).collect()
    });
    assert!(count >= 85, "only {count} cases");
}

#[test]
fn several() {
    let titles = |text: &str| find(text).into_iter().map(|f| f.value.text).collect::<Vec<_>>();
    assert_eq!(titles("《甲法》《乙办法》（试行）、《丙》"), ["甲法", "乙办法", "丙"]);
    assert_eq!(titles("《甲《乙》丙》《丁》"), ["甲《乙》丙", "丁"]);
    assert_eq!(titles(&"《".repeat(2000)), [""; 0]);
}

#[test]
fn at_the_head() {
    assert!(Title::parse("依据《甲法》").is_err());
    assert!(Title::parse("").is_err());
}
