//! How much memory reading a document takes, by what Linux says of this process: a test of its own, since others that
//! run beside it would count.

#![cfg(target_os = "linux")]

use std::fs;

use gongwen::Options;

/// The most memory that this process has had, in bytes.
fn most() -> usize {
    let status = fs::read_to_string("/proc/self/status").expect("Linux says so");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("it says how much");
    let kilobytes: usize = line.trim().trim_end_matches("kB").trim().parse().expect("in kilobytes");
    kilobytes * 1024
}

/// So many bytes go for patterns and word lists, whatever the document.
const CONSTANT: usize = 20 << 20;

/// So many times its length a document may take that is as dense as the first: a record every hundred bytes or so, each with
/// words, places and ids of its own.
const MOST: usize = 8;

const DOCUMENTS: [&str; 3] = [
    include_str!("../corpus/notice/signed-enclosing-plan.txt"),
    include_str!("../corpus/regulation/promulgated-by-order.txt"),
    include_str!("../corpus/budget/project-texts-adding-up.txt"),
];

/// Documents of our own, copied with other figures until they are megabytes: as dense as real ones.
#[test]
fn a_document_takes_so_many_times_its_length() {
    // patterns and word lists, which are made once
    let before = most();
    for document in DOCUMENTS {
        let _ = gongwen::read(document, &Options::default());
    }
    let constant = most() - before;
    assert!(constant <= CONSTANT, "{constant} bytes before the first document");
    for document in DOCUMENTS {
        let text: String = (0..1_000_000 / document.len()).map(|n| document.replace('。', &format!("，编号{n}。"))).collect();
        let before = most();
        let record = gongwen::read(&text, &Options::default()).expect("it is text");
        let (taken, length) = (most() - before, text.len());
        assert!(record.parts.iter().any(|part| part.span.end as usize > length / 2), "it was read to its end");
        assert!(taken <= MOST * length, "{:.1} times the {length} bytes", taken as f64 / length as f64);
    }
}
