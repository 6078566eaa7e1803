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

#[test]
fn a_document_takes_so_many_times_its_length() {
    let paragraph = "　　（一）各县（市、区）教育局要加强组织领导，落实安全责任，于5月4日前将总结报送市教育局，不得迟报、漏报；学校应当每月检查一次。\n";
    let text: String = (1..20_000).map(|n| paragraph.replace("总结", &format!("第{n}号总结"))).collect();
    let before = most();
    let record = gongwen::read(&text, &Options::default()).expect("it is text");
    let (taken, length) = (most() - before, text.len());
    assert!(record.tasks.len() > 10_000, "{} tasks", record.tasks.len());
    // a task and a deadline a hundred bytes: the record itself is most of it
    assert!(taken <= 8 * length + CONSTANT, "{:.1} times the {length} bytes", taken as f64 / length as f64);
}
