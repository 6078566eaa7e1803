//! Markdown: the page as a whole, and that a document's signs are not Markdown's.

use gongwen::output::{Lang, Settings};

use crate::{sample, written};

#[test]
fn the_page() {
    insta::assert_snapshot!(written("md", sample(), &Settings::default()));
}

#[test]
fn the_page_in_english() {
    let page = written("md", sample(), &Settings { lang: Lang::En, ..Settings::default() });
    assert!(page.contains("| Id | Who | What | By when | Section |"), "{page}");
}

#[test]
fn every_row_of_a_table_has_as_many_cells_as_its_head() {
    let page = written("md", sample(), &Settings::default());
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let lines: Vec<_> = page.lines().collect();
    let mut rows = 0;
    for pair in lines.windows(2).filter(|pair| pair.iter().all(|line| line.starts_with('|'))) {
        assert_eq!(bars(pair[0]), bars(pair[1]), "{}", pair[1]);
        rows += 1;
    }
    assert!(rows > 6);
}
