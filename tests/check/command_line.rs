//! `extract --check`: what it prints, its exit status, allow and deny.

use std::process::{Command, Output};

use crate::root;

fn extract(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_extract")).args(args).current_dir(root()).output().expect("the program was built for this test")
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

const WEEKDAY: &str = "corpus/check/date-weekday/shows.txt";
const ZERO: &str = "corpus/check/date-zero/shows.txt";
const SILENT: &str = "corpus/check/date-zero/silent.txt";

#[test]
fn an_error_is_printed_with_its_line_and_ends_in_status_1() {
    let output = extract(&["--check", WEEKDAY]);
    assert_eq!(output.status.code(), Some(1));
    let report = printed(&output);
    let mut lines = report.lines();
    assert_eq!(lines.next(), Some("corpus/check/date-weekday/shows.txt:8:5: error[date-weekday]: “2024年5月10日”是星期五，不是星期六。"));
    let line = lines.find(|line| line.starts_with("8 |")).expect("the source line");
    let caret = lines.next().expect("the line of the caret");
    assert!(line.contains("定于2024年5月10日（星期六）上午9时"), "{line}");
    // 定于 takes four columns of the screen, the date and its bracket twenty-three
    let before = line.split('定').next().expect("it stands there").chars().map(|c| if c > '\u{2e80}' { 2 } else { 1 }).sum::<usize>();
    assert_eq!(caret.chars().position(|c| c == '^'), Some(before + 4), "{report}");
    assert_eq!(caret.matches('^').count(), 23, "{report}");
}

#[test]
fn a_warning_or_nothing_is_no_failure() {
    assert_eq!(extract(&["--check", ZERO]).status.code(), Some(0));
    let silent = extract(&["--check", SILENT]);
    assert_eq!((silent.status.code(), printed(&silent).as_str()), (Some(0), ""));
    assert_eq!(extract(&[WEEKDAY]).status.code(), Some(0), "without --check a diagnostic is no failure");
}

#[test]
fn codes_are_allowed_and_denied() {
    assert_eq!(extract(&["--check", "--deny", "date-zero", ZERO]).status.code(), Some(1));
    assert_eq!(extract(&["--check", "--deny", "warnings", ZERO]).status.code(), Some(1));
    assert_eq!(extract(&["--check", "--deny", "warnings", "--allow", "date-zero", ZERO]).status.code(), Some(0));
    assert_eq!(printed(&extract(&["--check", "--allow", "date-weekday,date-zero", WEEKDAY])), "");
    assert_eq!(extract(&["--check", "--allow", "no-such-code", ZERO]).status.code(), Some(2));
}

#[test]
fn it_speaks_english_and_other_formats() {
    let report = printed(&extract(&["--check", "--lang", "en", WEEKDAY]));
    assert!(report.contains("error[date-weekday]: “2024年5月10日” is a Friday and not a Saturday."), "{report}");
    let sarif = extract(&["--check", "-f", "sarif", SILENT, WEEKDAY, SILENT, ZERO]);
    assert_eq!(sarif.status.code(), Some(1));
    let log: serde_json::Value = serde_json::from_slice(&sarif.stdout).expect("SARIF is JSON");
    let codes: Vec<_> = log["runs"][0]["results"].as_array().unwrap().iter().map(|it| it["ruleId"].as_str().unwrap()).collect();
    assert_eq!(codes, ["date-weekday", "date-zero"]);
}

#[test]
fn a_pipe_gets_no_colours() {
    assert!(!printed(&extract(&["--check", WEEKDAY])).contains('\u{1b}'));
}
