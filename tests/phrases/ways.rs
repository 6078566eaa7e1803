//! How many ways of saying a value each file of cases holds at the least, and how many texts in which there is none.
//! A line counts once: the same line under two values would be a mistake of the file.

use std::collections::HashSet;

/// A file, its cases, and the least number of ways to say its values, and of what must not be read.
const FILES: [(&str, &str, usize, usize); 16] = [
    ("time", include_str!("time.cases"), 600, 150),
    ("date", include_str!("date.cases"), 20, 15),
    ("money", include_str!("money.cases"), 200, 39),
    ("phone", include_str!("phone.cases"), 100, 33),
    ("person", include_str!("person.cases"), 100, 20),
    ("email", include_str!("email.cases"), 102, 20),
    ("address", include_str!("address.cases"), 100, 25),
    ("postcode", include_str!("postcode.cases"), 100, 19),
    ("quantity", include_str!("quantity.cases"), 190, 45),
    ("percent", include_str!("percent.cases"), 100, 24),
    ("doc_number", include_str!("doc_number.cases"), 110, 25),
    ("title", include_str!("title.cases"), 100, 21),
    ("article", include_str!("article.cases"), 100, 33),
    ("standard", include_str!("standard.cases"), 40, 19),
    ("url", include_str!("url.cases"), 20, 9),
    ("peers/time", include_str!("peers/time.cases"), 58, 10),
];

/// The lines of a file that say a value, and those that say none.
fn count(cases: &str) -> (usize, usize) {
    let (mut says, mut ways, mut none) = (false, 0, 0);
    for line in cases.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line {
            "!" => says = false,
            _ if line.starts_with("= ") => says = true,
            _ if says => ways += 1,
            _ => none += 1,
        }
    }
    (ways, none)
}

#[test]
fn each_value_is_said_in_many_ways() {
    for (name, cases, ways, none) in FILES {
        let (has, refuses) = count(cases);
        assert!(has >= ways && refuses >= none, "{name}.cases: {has} ways of {ways}, {refuses} refused of {none}");
    }
}

#[test]
fn no_way_is_counted_twice() {
    for (name, cases, ..) in FILES {
        let mut lines = HashSet::new();
        let says = cases.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with(['#', '=', '!']));
        let twice: Vec<_> = says.filter(|line| !lines.insert(*line)).collect();
        assert!(twice.is_empty(), "{name}.cases says twice: {twice:?}");
    }
}
