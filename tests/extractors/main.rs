//! The extractors on small documents of our own: what they find, as one line a record.

mod budget;
mod contact;
mod deadline;
mod header;
mod reference;
mod task;

/// Reads a notice that has `body` as its text.
pub fn read(body: &str) -> gongwen::Record {
    let document =
        format!("海川市教育局关于开展检查的通知\n各县（区）教育局：\n现就有关事项通知如下。\n{body}\n海川市教育局\n2024年4月1日\n");
    gongwen::read(&document, &gongwen::Options::default()).expect("the text of a test can be read")
}

/// Compares what was found in many texts and shows every difference.
pub fn compare(cases: &[(&str, &[&str])], show: impl Fn(&gongwen::Record) -> Vec<String>) {
    let differences = cases.iter().filter_map(|(body, expected)| {
        let found = show(&read(body));
        (found != *expected).then(|| format!("{body}\n  expected {expected:?}\n  found    {found:?}"))
    });
    let differences: Vec<_> = differences.collect();
    assert!(differences.is_empty(), "{} of {} differ\n{}", differences.len(), cases.len(), differences.join("\n"));
}

/// Holds extractors to the texts of a file: parted by empty lines, what is expected in lines that begin with `= `, remarks in
/// lines that begin with `# `. `show` reads a text and tells what was found; there are `least` texts or more.
pub fn hold(cases: &str, least: usize, show: impl Fn(&str) -> Vec<String>) {
    let blocks: Vec<&str> = cases.split("\n\n").filter(|block| !block.trim().is_empty()).collect();
    let differences = blocks.iter().filter_map(|block| {
        let lines = || block.lines().filter(|line| !line.starts_with("# "));
        let body = lines().filter(|line| !line.starts_with("= ")).collect::<Vec<_>>().join("\n");
        let expected: Vec<&str> = lines().filter_map(|line| line.strip_prefix("= ")).collect();
        let found = show(&body);
        (found != expected).then(|| format!("{body}\n  expected {expected:?}\n  found    {found:?}"))
    });
    let differences: Vec<_> = differences.collect();
    assert!(differences.is_empty(), "{} of {} differ\n{}", differences.len(), blocks.len(), differences.join("\n"));
    assert!(blocks.len() >= least, "{} texts", blocks.len());
}
