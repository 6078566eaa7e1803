//! CSV, read back by the `csv` crate.

use gongwen::{
    Kind, OffsetUnit,
    output::{Lang, Settings},
};

use crate::{sample, written};

/// Head row and rows.
fn read(settings: &Settings) -> Vec<Vec<String>> {
    let text = written("csv", sample(), settings);
    let body = text.strip_prefix('\u{FEFF}').expect("a byte-order mark, for Excel");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(body.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn of(table: Kind) -> Vec<Vec<String>> {
    read(&Settings { table, ..Settings::default() })
}

#[test]
fn a_task_a_row_with_who_what_by_when_and_where() {
    let rows = of(Kind::Tasks);
    assert_eq!(rows.len(), 4);
    let cell = |row: usize, heading: &str| rows[row][rows[0].iter().position(|it| it == heading).unwrap()].as_str();
    assert_eq!(cell(1, "文件"), "dir/a,b.txt");
    assert_eq!(cell(1, "责任单位"), "各乡（镇）");
    assert_eq!(cell(1, "任务"), "请各乡（镇）于2024年5月4日17:00前报送材料");
    assert_eq!(cell(1, "完成时限"), "2024-05-04T17:00");
    assert_eq!(cell(1, "章节"), "一、时间安排");
    assert_eq!(cell(1, "原文行"), "5");
    assert_eq!(cell(2, "时限原文"), "每月25日前");
}

#[test]
fn places_count_as_asked_for() {
    let span = |offsets| read(&Settings { offsets, ..Settings::default() })[1].last().unwrap().clone();
    let (bytes, chars) = (span(OffsetUnit::Byte), span(OffsetUnit::Char));
    let text = &crate::TEXT;
    let start: usize = bytes.split('-').next().unwrap().parse().unwrap();
    assert!(text[start..].starts_with("请各乡（镇）于"));
    assert_eq!(chars.split('-').next().unwrap(), text[..start].chars().count().to_string());
}

#[test]
fn a_cell_that_would_run_as_a_formula_is_text() {
    assert_eq!(of(Kind::Tasks)[3][5], "'=HYPERLINK(\"x\")");
}

#[test]
fn every_kind_has_a_table_whose_rows_are_as_long_as_its_head() {
    for table in Kind::ALL {
        for lang in [Lang::Zh, Lang::En] {
            let rows = read(&Settings { table, lang, ..Settings::default() });
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{table:?}");
            assert_eq!(rows[0].iter().any(|it| !it.is_ascii()), lang == Lang::Zh, "{table:?}");
        }
    }
    assert_eq!(of(Kind::Contacts)[1][5], "0750-3380216");
    assert_eq!(of(Kind::Budgets)[1][10], "不符，应为60000");
    assert_eq!(of(Kind::Deadlines).len(), 4);
}

#[test]
fn lines_end_as_rfc_4180_has_it() {
    let text = written("csv", sample(), &Settings::default());
    assert!(text.lines().count() == text.matches("\r\n").count());
}
