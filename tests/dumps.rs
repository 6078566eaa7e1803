//! One document, many dumps: every document of the corpus as other ways of taking text out of pages, Word files and PDF leave it.
//! What is read must be the same values, whatever stands between them.
//!
//! Not every dump tells as much as its document (a sheet without empty lines hides where a title ends), so of each kind of dump a
//! share of the values must survive; `--nocapture` shows the table.

#![allow(clippy::print_stdout, reason = "shows the table")]

use std::{collections::BTreeMap, fs};

use gongwen::{Options, Record};
use ignore::Walk;

/// A way in which a text may be dumped.
struct Dump {
    name: &'static str,
    /// Of a hundred values so many are read as in the document.
    share: usize,
    make: fn(&str) -> String,
}

const DUMPS: &[Dump] = &[
    Dump { name: "line ends of DOS", share: 100, make: |text| text.replace('\n', "\r\n") },
    Dump { name: "an empty line between paragraphs", share: 99, make: |text| lines(text).join("\n\n") },
    Dump { name: "no indents", share: 99, make: |text| lines(text).join("\n") },
    Dump { name: "indents of no-break blanks", share: 99, make: |text| indented(text, "\u{a0}\u{a0}\u{a0}\u{a0}") },
    Dump { name: "indents of tabs", share: 99, make: |text| indented(text, "\t") },
    Dump { name: "indents in private characters", share: 99, make: |text| indented(text, "\u{e5e5}\u{e5e5}") },
    Dump { name: "a node a line", share: 97, make: |text| nodes(text, "\n") },
    Dump { name: "a node a line, parted by empty lines", share: 97, make: |text| nodes(text, "\n\n") },
    Dump { name: "figures of full width", share: 98, make: |text| text.chars().map(wide).collect() },
    Dump { name: "blanks around figures", share: 99, make: |text| beside_figures(text, " ") },
    Dump { name: "marks of half width", share: 99, make: |text| text.chars().map(narrow).collect() },
    Dump { name: "zero-width blanks", share: 99, make: |text| text.replace('，', "，\u{200b}") },
];

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(|line| line.trim_matches([' ', '\u{3000}'])).filter(|line| !line.is_empty()).collect()
}

/// `text` with `indent` where lines begin with blanks.
fn indented(text: &str, indent: &str) -> String {
    let line = |line: &str| match line.trim_start_matches([' ', '\u{3000}']) {
        rest if rest.len() < line.len() && !rest.is_empty() => format!("{indent}{rest}\n"),
        _ => format!("{line}\n"),
    };
    text.split('\n').map(line).collect()
}

/// `text` with `between` wherever figures or letters stand beside others: as nodes of a page made by Word come out.
fn nodes(text: &str, between: &str) -> String {
    beside_figures(text, "\n").lines().map(|line| format!("{line}{between}")).collect()
}

/// `text` with `between` where a figure or letter stands beside another sign.
fn beside_figures(text: &str, between: &str) -> String {
    let (mut out, mut last) = (String::with_capacity(2 * text.len()), '\n');
    let plain = |c: char| !c.is_ascii();
    for c in text.chars() {
        if last.is_ascii_alphanumeric() && plain(c) || plain(last) && c.is_ascii_alphanumeric() {
            out.push_str(between);
        }
        out.push(c);
        last = c;
    }
    out
}

fn wide(c: char) -> char {
    if c.is_ascii_digit() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c }
}

fn narrow(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '：' => ':',
        '；' => ';',
        c => c,
    }
}

/// The values of a record, each with how often it stands there; blanks and widths do not count.
fn values(record: &Record) -> BTreeMap<String, usize> {
    let header = &record.header;
    let mut said = Vec::new();
    let mut say = |kind: &str, text: &str| {
        let folded = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}' && *c != '\u{e5e5}').map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            c => narrow(c),
        });
        said.push(format!("{kind} {}", folded.collect::<String>()));
    };
    header.doc_number.iter().for_each(|number| say("number", &number.quote.text));
    header.title.iter().for_each(|title| say("title", &title.text));
    header.recipients.iter().for_each(|to| say("to", &to.text));
    header.issuers.iter().for_each(|by| say("by", &by.text));
    header.date.iter().filter_map(|day| day.date).for_each(|day| say("date", &day.to_string()));
    record.tasks.iter().for_each(|task| say("task", &task.quote.text));
    record.deadlines.iter().for_each(|time| say("time", &time.quote.text));
    record.budgets.iter().for_each(|budget| say("money", &budget.amount.value.to_string()));
    record.contacts.iter().flat_map(|contact| &contact.phones).for_each(|phone| say("phone", &phone.quote.text));
    let mut values = BTreeMap::new();
    said.into_iter().for_each(|value| *values.entry(value).or_default() += 1);
    values
}

fn read(text: &str) -> BTreeMap<String, usize> {
    values(&gongwen::read(text, &Options::default()).expect("a text can be read"))
}

#[test]
fn values_survive_the_dump() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let paths = Walk::new(root).flatten().map(ignore::DirEntry::into_path).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let texts: Vec<String> = paths.filter_map(|path| fs::read_to_string(path).ok()).collect();
    let own: Vec<_> = texts.iter().map(|text| read(text)).collect();
    let mut poor = Vec::new();
    for Dump { name, share, make } in DUMPS {
        let (mut all, mut kept) = (0, 0);
        for (text, own) in texts.iter().zip(&own) {
            let dumped = read(&make(text));
            all += own.values().sum::<usize>();
            kept += own.iter().map(|(value, count)| dumped.get(value).map_or(0, |found| *found.min(count))).sum::<usize>();
        }
        println!("{:>6.1} %  {name}", 100.0 * kept as f64 / all as f64);
        if kept * 100 < all * share {
            poor.push(format!("{name}: {kept} of {all}"));
        }
    }
    assert!(poor.is_empty(), "{poor:#?}");
}
