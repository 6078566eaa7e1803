//! `extract`, run as a process: what it prints, what it says on stderr, and its exit statuses.

#![cfg(feature = "cli")]

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use assert_cmd::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

const NOTICE: &str =
    "海川市教育局关于报送工作总结的通知\n\n各县（区）教育局：\n请于2024年5月4日前将工作总结报送我局。\n\n海川市教育局\n2024年4月1日\n";

/// A directory with documents of every kind that the tests need, and the program in it.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(TempDir::new().unwrap());
        place.file("a.txt", NOTICE);
        place.file("b.txt", NOTICE.replace("海川", "临湖"));
        place.file("empty.txt", "");
        place.file("blank.txt", " \n\u{3000}\n");
        place.file("scan.pdf", b"%PDF-1.7\n\x00\x01");
        place.file("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest");
        place.file("photo.jpg", b"\xFF\xD8\xFF\xE0rest");
        place
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    /// All files below, by name.
    fn files(&self) -> Vec<String> {
        let walk = ignore::WalkBuilder::new(self.0.path()).standard_filters(false).sort_by_file_name(Ord::cmp).build();
        let names = walk.map(|entry| entry.unwrap().path().strip_prefix(self.0.path()).unwrap().display().to_string());
        names.filter(|name| self.0.path().join(name).is_file()).collect()
    }

    /// Waits until something stands in a file whose name begins so.
    fn wait_for(&self, prefix: &str) {
        let begun = |name: &String| name.starts_with(prefix) && fs::metadata(self.0.path().join(name)).is_ok_and(|file| file.len() > 0);
        let began = std::time::Instant::now();
        while !self.files().iter().any(begun) {
            assert!(began.elapsed().as_secs() < 30, "nothing was written");
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }

    fn extract(&self, args: &[&str]) -> Said {
        self.extract_from(args, "")
    }

    fn extract_from(&self, args: &[&str], stdin: &str) -> Said {
        let mut command = assert_cmd::Command::from_std(self.command());
        Said::of(command.args(args).write_stdin(stdin).output().unwrap())
    }

    fn command(&self) -> Command {
        let mut command = Command::cargo_bin("extract").unwrap();
        command.current_dir(self.0.path()).env_remove("RUST_BACKTRACE");
        command
    }
}

/// What the program said, and its exit status.
struct Said {
    out: String,
    err: String,
    status: i32,
}

impl Said {
    fn of(output: std::process::Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { out: text(output.stdout), err: text(output.stderr), status: output.status.code().unwrap() }
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}\n{}", self.out, self.err))
    }

    /// The names of the documents in JSON Lines.
    fn names(&self) -> Vec<String> {
        let records = self.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        records.map(|record| record["source"]["name"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn one_file_gives_one_record() {
    let said = Place::new().extract(&["--format", "json", "a.txt"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let record = said.json();
    assert_eq!(record["source"]["name"], "a.txt");
    assert_eq!(record["header"]["date"]["date"], "2024-04-01");
    assert!(said.out.ends_with("}\n"));
}

#[test]
fn standard_input_is_read_where_asked_for_and_where_nothing_is_named() {
    let place = Place::new();
    for args in [&["-"][..], &[]] {
        let record = place.extract_from(args, NOTICE).json();
        assert_eq!(record["source"]["name"], "<stdin>");
        assert_eq!(record["header"]["title"]["text"], "海川市教育局关于报送工作总结的通知");
    }
}

#[test]
fn several_files_give_a_list_in_their_order() {
    let place = Place::new();
    let said = place.extract_from(&["b.txt", "-", "a.txt"], NOTICE);
    let names: Vec<_> = said.json().as_array().unwrap().iter().map(|record| record["source"]["name"].to_string()).collect();
    assert_eq!(names, [r#""b.txt""#, r#""<stdin>""#, r#""a.txt""#]);
}

#[test]
fn what_cannot_be_read_is_named_in_one_line_and_the_others_are_done() {
    let said = Place::new().extract(&[
        "-f",
        "jsonl",
        "a.txt",
        "missing.txt",
        "empty.txt",
        "blank.txt",
        "scan.pdf",
        "old.doc",
        "photo.jpg",
        "b.txt",
    ]);
    assert_eq!(said.names(), ["a.txt", "b.txt"]);
    assert_eq!(said.status, 1);
    insta::assert_snapshot!(said.err, @r"
    extract: missing.txt: no such file or directory; check the name
    extract: empty.txt: the input holds no text; if it was made from a scan, recognise its text (OCR) first
    extract: blank.txt: the input holds no text; if it was made from a scan, recognise its text (OCR) first
    extract: scan.pdf: the input is not text but a PDF file; pdftotext -layout FILE makes text of it; a scan needs OCR
    extract: old.doc: the input is not text but an old office file (doc, xls, wps); soffice --convert-to txt:Text FILE makes text of it
    extract: photo.jpg: the input is not text but a JPEG picture; recognise its text (OCR) first
    ");
}

#[test]
fn where_nothing_can_be_read_nothing_is_printed() {
    for args in [&["empty.txt"][..], &["missing.txt", "empty.txt"], &["-f", "jsonl", "missing.txt"]] {
        let said = Place::new().extract(args);
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{args:?}");
    }
}

#[cfg(unix)]
#[test]
#[allow(clippy::print_stdout, reason = "a test that cannot be run says so")]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let path = place.0.path().join("a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    let said = place.extract(&["a.txt", "b.txt"]);
    assert_eq!(said.status, 1);
    insta::assert_snapshot!(said.err, @"extract: a.txt: permission denied; check who may read or write it");
}

#[test]
fn a_name_with_a_line_end_stays_one_line() {
    let said = Place::new().extract(&["no\nsuch\u{1b}[31m.txt"]);
    insta::assert_snapshot!(said.err, @"extract: no�such�[31m.txt: no such file or directory; check the name");
}

#[test]
fn a_directory_gives_its_texts_and_those_below_by_name() {
    let place = Place::new();
    place.file("d/2.txt", NOTICE);
    place.file("d/10.md", NOTICE);
    place.file("d/sub/1.txt", NOTICE);
    place.file("d/.hidden.txt", NOTICE);
    place.file("d/picture.jpg", b"\xFF\xD8\xFF");
    let said = place.extract(&["-f", "jsonl", "d"]);
    assert_eq!(said.names(), ["d/10.md", "d/2.txt", "d/sub/1.txt"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_eq!(place.extract(&["-f", "jsonl", "d", "--ignore", "sub/", "--ignore", "*.md"]).names(), ["d/2.txt"]);
    place.file("d/.ignore", "2.txt\n");
    assert_eq!(place.extract(&["-f", "jsonl", "d"]).names(), ["d/10.md", "d/sub/1.txt"]);
}

#[test]
fn a_directory_of_one_text_still_gives_a_list() {
    let place = Place::new();
    place.file("d/1.txt", NOTICE);
    assert_eq!(place.extract(&["d"]).json().as_array().unwrap().len(), 1);
}

#[test]
fn a_directory_without_texts_is_named() {
    let place = Place::new();
    place.file("pictures/photo.jpg", b"\xFF\xD8\xFF");
    let said = place.extract(&["pictures", "a.txt"]);
    assert_eq!(said.status, 1);
    insta::assert_snapshot!(said.err, @"extract: pictures: no text files in this directory; looked for .txt, .md, .html, .htm and .docx");
}

#[test]
fn a_list_names_documents() {
    let place = Place::new();
    place.file("list", "b.txt\r\n\n  a.txt  \nmissing.txt\n");
    let said = place.extract(&["-f", "jsonl", "@list", "@nolist"]);
    assert_eq!(said.names(), ["b.txt", "a.txt"]);
    insta::assert_snapshot!(said.err, @r"
    extract: missing.txt: no such file or directory; check the name
    extract: nolist: no such file or directory; check the name
    ");
}

#[test]
fn a_list_may_begin_with_a_mark() {
    let place = Place::new();
    place.file("list", "\u{feff}b.txt\r\na.txt\r\n");
    assert_eq!(place.extract(&["-f", "jsonl", "@list"]).names(), ["b.txt", "a.txt"]);
}

#[test]
fn a_wrong_command_line_has_status_2_and_prints_nothing() {
    let wrong = [
        &["--format", "xml", "a.txt"][..],
        &["--only", "tasks,duties", "a.txt"],
        &["--as-of", "2024-02-30", "a.txt"],
        &["--holidays", "a.txt", "a.txt"],
        &["--encoding", "klingon", "a.txt"],
        &["--offsets", "word", "a.txt"],
        &["--frmat", "json", "a.txt"],
        &["--schema", "a.txt"],
        &["--alarm", "soon", "a.txt"],
        &["--table", "budgets", "a.txt"],
        &["--alarm", "3d", "-f", "csv", "a.txt"],
        &["-f", "csv", "--table", "budgets", "--only", "tasks", "a.txt"],
        &["--ignore", "{a", "."],
    ];
    let said = wrong.map(|args| {
        let said = Place::new().extract(args);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{args:?}");
        said.err.lines().next().unwrap().to_owned()
    });
    insta::assert_snapshot!(said.join("\n"), @r#"
    error: invalid value 'xml' for '--format <FORMAT>'
    error: invalid value 'duties' for '--only <KIND,…>'
    error: invalid value '2024-02-30' for '--as-of <DATE>': not a day of the calendar; write it as 2024-04-01
    error: invalid value 'a.txt' for '--holidays <FILE>': line 1: write a day or two (2022-04-03..2022-04-05), then off or work
    error: invalid value 'klingon' for '--encoding <NAME>': no encoding is called "klingon"; try utf-8, gb18030, gbk, big5 or utf-16le
    error: invalid value 'word' for '--offsets <UNIT>'
    error: unexpected argument '--frmat' found
    error: the argument '--schema' cannot be used with one or more of the other specified arguments
    error: invalid value 'soon' for '--alarm <TIME>': write days, hours or minutes, as 3d, 12h or 30m
    error: --table has a say only with --format csv
    error: --alarm has a say only with --format ics
    error: --only tasks leaves a table of budgets empty
    error: --ignore: error parsing glob '!{a': unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)
    "#);
}

#[test]
fn only_some_kinds_keep_what_they_refer_to() {
    let place = Place::new();
    let whole = place.extract(&["a.txt"]).json();
    let kinds = ["tasks", "deadlines", "budgets", "contacts", "references", "tables"];
    for only in kinds {
        let record = place.extract(&["--only", only, "a.txt"]).json();
        assert_eq!(record[only], whole[only], "--only {only}");
        assert_eq!(record["header"], whole["header"]);
        for other in kinds.iter().filter(|kind| !["tasks", "deadlines", only].contains(kind)) {
            assert_eq!(record[other], Value::Array(vec![]), "{other} with --only {only}");
        }
        let ids: Vec<_> = ["tasks", "deadlines"].iter().flat_map(|kind| record[kind].as_array().unwrap()).map(|r| &r["id"]).collect();
        for task in record["tasks"].as_array().unwrap() {
            assert!(task["deadlines"].as_array().unwrap().iter().all(|id| ids.contains(&id)), "{task}");
        }
        for deadline in record["deadlines"].as_array().unwrap() {
            assert!(deadline["tasks"].as_array().unwrap().iter().all(|id| ids.contains(&id)), "{deadline}");
        }
    }
    let both = place.extract(&["--only", "budgets,contacts", "a.txt"]);
    assert_eq!(both.status, 0);
    let table = |args: &[&str]| place.extract(&[&["-f", "csv", "a.txt"], args].concat()).out;
    assert_eq!(table(&["--only", "budgets"]), table(&["--table", "budgets"]));
}

#[test]
fn offsets_count_what_is_asked_for() {
    let place = Place::new();
    for (unit, end) in [("byte", 51), ("char", 17), ("utf16", 17)] {
        let record = place.extract(&["--offsets", unit, "a.txt"]).json();
        assert_eq!(record["source"]["offset_unit"], unit);
        assert_eq!(record["header"]["title"]["span"], serde_json::json!([0, end]));
    }
}

#[test]
fn spans_lead_into_the_text_that_is_printed_as_text() {
    let place = Place::new();
    let (gbk, _, _) = encoding_rs::GBK.encode(NOTICE);
    place.file("gbk.txt", gbk);
    place.file("bom.txt", format!("\u{feff}{NOTICE}"));
    for name in ["gbk.txt", "bom.txt"] {
        let text = place.extract(&["-f", "text", name]).out;
        let record = |unit: &str| place.extract(&["--offsets", unit, name]).json()["tasks"][0].clone();
        let ends = |task: &Value| [0, 1].map(|end| task["span"][end].as_u64().unwrap() as usize);
        let (task, [start, end]) = (record("byte"), ends(&record("byte")));
        assert_eq!(text[start..end], *task["text"].as_str().unwrap(), "{name}");
        let [first, last] = ends(&record("char"));
        assert_eq!(text.chars().skip(first).take(last - first).collect::<String>(), text[start..end], "{name}");
        let units: Vec<u16> = text.encode_utf16().collect();
        let [first, last] = ends(&record("utf16"));
        assert_eq!(String::from_utf16(&units[first..last]).unwrap(), text[start..end], "{name}");
    }
}

#[test]
fn the_reference_date_dates_what_the_document_does_not() {
    let place = Place::new();
    place.file("undated.txt", NOTICE.replace("2024年5月4日前", "本月底前").replace("2024年4月1日\n", ""));
    place.file("dated.txt", NOTICE.replace("2024年5月4日前", "本月底前"));
    let end = |args: &[&str]| place.extract(args).json()["deadlines"][0]["end"].clone();
    assert_eq!(end(&["undated.txt"]), Value::Null);
    assert_eq!(end(&["--as-of", "2024-02-10", "undated.txt"]), "2024-02-29");
    assert_eq!(end(&["--as-of", "2024-02-10", "dated.txt"]), "2024-04-30", "the document's own date comes first");
}

#[test]
fn working_days_are_counted_over_the_holidays_of_a_file() {
    let place = Place::new();
    place.file("notice.txt", NOTICE.replace("请于2024年5月4日前", "请自本通知印发之日起5个工作日内"));
    place.file("holidays", "# 清明节\n2024-04-04..2024-04-06 off\n2024-04-07 work\n");
    let end = |args: &[&str]| place.extract(args).json()["deadlines"][0]["end"].clone();
    assert_eq!(end(&["notice.txt"]), "2024-04-08");
    assert_eq!(end(&["--holidays", "holidays", "notice.txt"]), "2024-04-09");
}

#[test]
fn the_encoding_can_be_given() {
    let place = Place::new();
    for (label, name) in [("gbk", "GBK"), ("gb2312", "GBK"), ("utf-8", "UTF-8")] {
        let record = place.extract(&["--encoding", label, "a.txt"]).json();
        assert_eq!(record["source"]["encoding"], name, "{label}");
    }
}

#[test]
fn the_same_call_gives_the_same_bytes_on_any_number_of_threads() {
    let corpus = Path::new("corpus").canonicalize().unwrap();
    let place = Place::new();
    let run = |jobs: &str| {
        let mut command = place.command();
        let output = command.args(["-f", "jsonl", "--jobs", jobs]).arg(&corpus).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    assert!(run("1") == run("4"), "the order or content of the output depends on the threads");
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_ends_the_work_quietly() {
    let corpus = Path::new("corpus").canonicalize().unwrap();
    for args in [&["-f", "jsonl"][..], &["--schema"], &["--generate", "man"]] {
        let place = Place::new();
        let mut command = place.command();
        command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
        if args[0] == "-f" {
            command.arg(&corpus);
        }
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr), (Some(0), vec![]), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Place::new().command().arg("a.txt").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr), @"extract: standard output: no space left on the device; nothing was written");
}

#[test]
fn an_output_file_is_written_whole_or_not_at_all() {
    let place = Place::new();
    place.file("out.json", "what stood there");
    let said = place.extract(&["-o", "out.json", "missing.txt", "empty.txt"]);
    assert_eq!((said.status, said.out.as_str(), place.read("out.json").as_str()), (1, "", "what stood there"));
    let said = place.extract(&["-f", "jsonl", "-o", "out.json", "a.txt", "missing.txt", "b.txt"]);
    assert_eq!((said.status, said.out.as_str(), place.read("out.json").lines().count()), (1, "", 2));
    let said = place.extract(&["-o", "no/such/out.json", "a.txt"]);
    insta::assert_snapshot!(said.err, @"extract: no/such: no such file or directory; check the name");
    assert!(!place.files().iter().any(|name| name.contains(".extract-")), "{:?}", place.files());
}

#[test]
fn a_directory_of_outputs_holds_one_file_a_document() {
    let place = Place::new();
    place.file("d/1.txt", NOTICE);
    place.file("d/sub/2.txt", NOTICE);
    place.file("e/1.txt", NOTICE);
    let said = place.extract(&["-o", "out/", "d", "a.txt", "e"]);
    assert_eq!(said.status, 1);
    insta::assert_snapshot!(said.err, @"extract: out/1.json: another document was already written there; rename one of them");
    assert_eq!(
        place.files().into_iter().filter(|name| name.starts_with("out/")).collect::<Vec<_>>(),
        ["out/1.json", "out/a.json", "out/sub/2.json"]
    );
    let record: Value = serde_json::from_str(&place.read("out/sub/2.json")).unwrap();
    assert_eq!(record["source"]["name"], "d/sub/2.txt");
}

#[test]
fn no_input_is_overwritten() {
    let place = Place::new();
    for name in ["d/notice.md", "d/page.html", "d/record.json", "d/list", "d/sub/notice.txt"] {
        place.file(name, NOTICE);
    }
    place.file("d/list", "a.txt");
    let before = place.files();
    for args in [
        &["-o", "a.txt", "a.txt"][..],
        &["-o", "a.txt", "b.txt", "./a.txt"],
        &["-f", "text", "-o", ".", "a.txt"],
        &["-f", "md", "-o", "d", "d/notice.md"],
        &["-f", "md", "-o", "d/", "a.txt", "d/notice.md"],
        &["-f", "md", "-o", "d", "d"],
        &["-f", "html", "-o", "d/sub/..", "d"],
        &["-f", "text", "-o", "d", "d"],
        &["-f", "md", "-o", "d", "d/notice.md", "-j", "1"],
        &["-f", "md", "-o", "d", "d/sub/notice.txt", "d/notice.md"],
        &["-o", "d", "d/record.json"],
        &["-o", "d/list", "@d/list"],
    ] {
        let said = place.extract(args);
        assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (1, "", 1), "{args:?}: {}", said.err);
        assert!(said.err.contains("is both input and output"), "{}", said.err);
        let lost = before.iter().find(|name| name.starts_with("d/") && *name != "d/list" && place.read(name) != NOTICE);
        assert_eq!((place.files(), place.read("a.txt").as_str(), lost), (before.clone(), NOTICE, None), "{args:?}");
    }
}

#[test]
fn a_summary_tells_what_was_done() {
    let said = Place::new().extract(&["--summary", "-f", "jsonl", "a.txt", "empty.txt", "b.txt"]);
    let line = said.err.lines().last().unwrap();
    assert!(line.starts_with("extract: 2 documents, ") && line.contains(" tasks, 1 failures, ") && line.ends_with(" MB/s"), "{line}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_neither_half_a_line_nor_half_a_file() {
    let place = Place::new();
    let list: String = std::iter::repeat_n("a.txt\n", 200_000).collect();
    place.file("list", list);
    for (output, begun) in [(&[][..], "stdout"), (&["-o", "out.jsonl"], ".extract-")] {
        let stdout = fs::File::create(place.0.path().join("stdout")).unwrap();
        let mut child = place.command().args(["-f", "jsonl", "@list"]).args(output).stdout(stdout).spawn().unwrap();
        place.wait_for(begun);
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130));
        let printed = place.read("stdout");
        assert!(printed.is_empty() || printed.ends_with("}\n"));
        assert!(!place.files().iter().any(|name| name.contains(".extract-") || name == "out.jsonl"), "{:?}", place.files());
    }
}

#[test]
fn version_names_the_version_of_the_record() {
    let said = Place::new().extract(&["--version"]);
    assert_eq!(said.out, format!("extract {} (record version {})\n", env!("CARGO_PKG_VERSION"), gongwen::Record::VERSION));
}

#[test]
fn help_is_short_and_long() {
    let (short, long) = (Place::new().extract(&["-h"]), Place::new().extract(&["--help"]));
    assert_eq!((short.status, long.status), (0, 0));
    assert!(short.out.lines().count() < 60, "the short help is a screen");
    for words in ["公文", "Usage: extract", "Examples:", "--format", "--only"] {
        assert!(short.out.contains(words), "{words}");
        assert!(long.out.contains(words), "{words}");
    }
    for words in ["任务", "时限", "经费", "联系人", "Exit status:"] {
        assert!(long.out.contains(words), "{words}");
    }
}

#[test]
fn colours_obey_no_color() {
    let said = |name: &str| {
        Said::of(Place::new().command().args(["--only", "duties"]).env_remove("NO_COLOR").env(name, "1").output().unwrap()).err
    };
    assert!(said("CLICOLOR_FORCE").contains('\u{1b}'));
    assert!(!said("NO_COLOR").contains('\u{1b}'));
}

#[test]
fn schema_prints_the_file_of_the_repository() {
    let said = Place::new().extract(&["--schema"]);
    assert!(said.out == fs::read_to_string("schemas/record.schema.json").unwrap(), "see tests/schema.rs");
}

#[test]
fn man_page_and_completions_know_every_option() {
    for what in ["man", "bash", "zsh", "fish", "powershell"] {
        let said = Place::new().extract(&["--generate", what]);
        let text = said.out.replace("\\-", "-");
        for option in ["format", "only", "as-of", "holidays", "encoding", "offsets", "schema", "output", "jobs"] {
            assert!(text.contains(option), "{option} in {what}");
        }
    }
}
