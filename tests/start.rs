//! What a process makes once, before its first document: word lists, tables and patterns. A tool that is started for each
//! document makes them each time, so they must cost no more than some pages of reading.

use std::{
    env,
    hint::black_box,
    io::{self, Write},
    process::Command,
    time::{Duration, Instant},
};

use gongwen::Options;

/// A first document may take as long as so many like it.
const MOST: f64 = 12.0;

/// So many processes are asked, of which the best counts: one alone may have been disturbed.
const PROCESSES: usize = 7;

/// A document of ten kilobytes, of all that is read.
fn document() -> String {
    let documents = [
        include_str!("../corpus/notice/signed-enclosing-plan.txt"),
        include_str!("../corpus/budget/project-texts-adding-up.txt"),
        include_str!("../corpus/regulation/promulgated-by-order.txt"),
    ];
    documents
        .iter()
        .cycle()
        .flat_map(|document| document.lines())
        .scan(0, |length, line| {
            *length += line.len() + 1;
            (*length <= 10_000).then_some(line)
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn read(text: &str) -> Duration {
    let start = Instant::now();
    black_box(gongwen::read(text, &Options::default()).expect("it is text"));
    start.elapsed()
}

#[test]
fn a_first_document_waits_for_little() {
    const CHILD: &str = "GONGWEN_FIRST_DOCUMENT";
    if env::var_os(CHILD).is_some() {
        let text = document();
        let first = read(&text);
        let again = (0..20).map(|_| read(&text)).min().expect("twenty");
        let ratio = first.as_secs_f64() / again.as_secs_f64();
        writeln!(io::stdout(), "ratio={ratio}").expect("the process that asked listens");
        return;
    }
    let ratio = || {
        let this = env::current_exe().expect("this test has a file");
        let child = Command::new(this).args(["--nocapture", "--test-threads", "1"]).env(CHILD, "1").output().expect("it runs again");
        let said = String::from_utf8_lossy(&child.stdout).into_owned();
        let ratio = said.split_once("ratio=").and_then(|(_, rest)| rest.split_whitespace().next()?.parse::<f64>().ok());
        ratio.unwrap_or_else(|| panic!("the other process says {said}"))
    };
    let best = (0..PROCESSES).map(|_| ratio()).fold(f64::INFINITY, f64::min);
    assert!(best <= MOST, "a first document takes as long as {best:.1} others");
}
