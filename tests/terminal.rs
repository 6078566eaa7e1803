//! `extract` at a terminal, and at long work: the bar, an interrupt, memory.
//!
//! The terminal is the pseudo-terminal of `script` (util-linux, on every Debian).

#![cfg(all(feature = "cli", target_os = "linux"))]

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

const NOTICE: &str = "海川市教育局关于报送工作总结的通知\n\n各县（区）教育局：\n请各县（区）教育局于2024年5月4日前将工作总结报送我局。\n\n海川市教育局\n2024年4月1日\n";

/// A directory with a document and lists that name it so many times.
fn place(lists: &[usize]) -> TempDir {
    let place = TempDir::new().unwrap();
    fs::write(place.path().join("a.txt"), NOTICE).unwrap();
    for length in lists {
        fs::write(place.path().join(format!("list{length}")), "a.txt\n".repeat(*length)).unwrap();
    }
    place
}

/// A terminal in which a shell runs `command`; what the terminal shows goes to the file `seen`.
fn terminal(place: &Path, command: &str) -> Command {
    let mut script = Command::new("script");
    let command = command.replace("extract", &format!("'{}'", cargo_bin("extract").display()));
    script.current_dir(place).args(["--quiet", "--flush", "--return", "--command", &command, "seen"]);
    script.env("TERM", "xterm").stdin(Stdio::null()).stdout(Stdio::null());
    script
}

/// What the terminal showed.
fn seen(place: &Path) -> String {
    String::from_utf8_lossy(&fs::read(place.join("seen")).unwrap_or_default()).into_owned()
}

#[test]
fn long_work_shows_a_bar_on_a_terminal_and_takes_it_away() {
    let place = place(&[10, 600]);
    let shown = |command: &str| {
        assert!(terminal(place.path(), command).status().unwrap().success(), "{command}: {}", seen(place.path()));
        seen(place.path())
    };
    let long = shown("extract -f jsonl @list600 > out");
    assert!(long.contains("/600"), "no bar: {long:?}");
    // the bar's line is emptied (EL, ECMA-48) before the shell has the terminal again
    let after = long.rsplit('█').next().unwrap();
    assert!(after.contains("\u{1b}[2K") && !after.rsplit("\u{1b}[2K").next().unwrap().contains("/600"), "{after:?}");
    assert_eq!(fs::read_to_string(place.path().join("out")).unwrap().lines().count(), 600);

    for quiet in ["extract -f jsonl @list10 > out", "extract -f jsonl @list600 2>err > out", "extract -f jsonl @list600"] {
        assert!(!shown(quiet).contains('█'), "{quiet}");
    }
}

#[test]
fn what_goes_wrong_is_said_above_the_bar() {
    let place = place(&[]);
    fs::write(place.path().join("list"), format!("{}missing.txt\n{}", "a.txt\n".repeat(1000), "a.txt\n".repeat(1000))).unwrap();
    let status = terminal(place.path(), "extract -f jsonl @list > out").status().unwrap();
    assert_eq!(status.code(), Some(1));
    let seen = seen(place.path());
    let line = seen.lines().find(|line| line.contains("missing.txt")).unwrap();
    let line = line.rsplit("\u{1b}[2K").next().unwrap().trim_start_matches(['\r', '\u{1b}']);
    assert_eq!(line.trim_end(), "extract: missing.txt: no such file or directory; check the name");
}

#[test]
fn an_interrupt_at_the_terminal_leaves_whole_lines_and_no_bar() {
    let place = place(&[200_000]);
    let mut child = terminal(place.path(), "sh -c 'echo $$ > pid; exec extract -f jsonl @list200000 > out'").spawn().unwrap();
    until(|| seen(place.path()).contains("/200000") && fs::metadata(place.path().join("out")).is_ok_and(|it| it.len() > 0));
    let id = fs::read_to_string(place.path().join("pid")).unwrap();
    assert!(Command::new("kill").args(["-INT", id.trim()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(fs::read_to_string(place.path().join("out")).unwrap().ends_with("}\n"));
    let seen = seen(place.path());
    assert!(!seen.rsplit("\u{1b}[2K").next().unwrap().contains("/200000"), "{:?}", &seen[seen.len().saturating_sub(300)..]);
}

fn until(done: impl Fn() -> bool) {
    let came = (0..600).any(|_| {
        sleep(Duration::from_millis(50));
        done()
    });
    assert!(came, "nothing happened");
}

#[test]
fn memory_holds_some_documents_however_many_there_are() {
    let place = place(&[]);
    // all of them in memory at once would be more than the difference that is allowed
    let long = NOTICE.replace("\n\n海川", &format!("\n{}\n海川", "请各县（区）教育局于2024年6月4日前将进展情况报送我局。\n".repeat(100)));
    fs::write(place.path().join("long.txt"), long).unwrap();
    let peak = |documents: usize| {
        fs::write(place.path().join("list"), "long.txt\n".repeat(documents)).unwrap();
        let mut command = Command::new(cargo_bin("extract"));
        command.current_dir(place.path()).args(["-f", "jsonl", "--jobs", "2", "@list"]).stdout(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut peak = 0;
        while child.try_wait().unwrap().is_none() {
            peak = kilobytes(child.id()).unwrap_or(peak);
            sleep(Duration::from_millis(5));
        }
        peak
    };
    let (few, many) = (peak(60), peak(480));
    assert!(few > 0 && many < few + few / 2, "{few} kB for 60 documents, {many} kB for 480");
}

/// The most memory that a process has had so far.
fn kilobytes(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}
