//! Times: every way of saying them, what must not be read, the probes on which other readers were measured, and
//! a foreign suite.

use std::ops::Range;

use gongwen::phrase::when::{self, Base, Kind, When};
use jiff::civil;

/// The document that the cases stand in is of this day.
fn base() -> Base<'static> {
    Base { document: Some(civil::date(2022, 3, 21)), ..Base::default() }
}

/// A time in one line: kind, days, rule or length, and what was supplied.
fn show(when: &When, text: &str) -> String {
    let found = when.resolve(&base());
    let day = |moment: Option<when::Moment>| moment.map_or("?".to_owned(), |moment| moment.to_string());
    let (start, end) = (day(found.start), day(found.end));
    let mut line = match when.kind {
        Kind::By => format!("by {end}"),
        Kind::On if start == end => format!("on {start}"),
        Kind::On => format!("on {start}..{end}"),
        Kind::During => format!("during {start}..{end}"),
        Kind::From => format!("from {start}"),
        Kind::Recurring => format!("recurring {}", when.rrule().unwrap_or_else(|| "?".to_owned())),
        Kind::Relative => format!("relative {}", length(when)),
    };
    if let Some(event) = when.event() {
        line += if event.before { " before " } else { " after " };
        line += &text[event.range.clone()];
    }
    if when.kind == Kind::Relative && found.end.is_some() {
        line += &format!(" = {end}");
    }
    found.inferred.names().for_each(|name| line += &format!(" +{name}"));
    line
}

fn length(when: &When) -> String {
    let duration = when.duration().expect("a relative time has a length");
    if duration.workdays { format!("{duration} workdays") } else { duration.to_string() }
}

pub(crate) fn find(text: &str) -> Vec<(String, Range<usize>)> {
    when::find(text).into_iter().map(|found| (show(&found.value, text), found.range)).collect()
}

#[test]
fn cases() {
    let cases = include_str!("time.cases");
    let count = crate::check("time", cases, find);
    assert!(count >= 800, "{count} cases");
    for kind in ["recurring", "relative"] {
        let ways =
            |block: &str| block.lines().skip(1).take_while(|line| *line != "!").filter(|l| !l.is_empty() && !l.starts_with('#')).count();
        let count: usize = cases.split("\n= ").filter(|block| block.starts_with(kind)).map(ways).sum();
        assert!(count >= 100, "{count} ways to say what is {kind}");
    }
}

#[test]
fn places_are_in_order_and_disjoint() {
    let text = include_str!("time.cases");
    let found = when::find(text);
    assert!(found.len() > 300);
    assert!(found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
}

/// What the foreign suite reads otherwise, and why we do not: words that mark the inputs.
const DEPARTURES: [(&str, &[&str]); 10] = [
    ("the last year of a range belongs to it", &["二零一六年至", "到 2010 年"]),
    (
        "counted from the day of a conversation, not of a document",
        &["明天", "后天", "後天", "前天", "昨日", "最近", "下下", "上上", "这个星期", "下周末", "前1周", "上2个月", "后1年", "未来"],
    ),
    ("a weekday or a day alone dates nothing in a document", &["29日", "12号", "星期一", "礼拜日", "禮拜一", "週三"]),
    ("a look-back binds nobody", &["近三年", "近 三 年", "过去十年"]),
    (
        "the lunar calendar needs an almanac; its months are not those of the solar one",
        &["农历", "初一", "正月", "大年", "八月十五", "一月二十三"],
    ),
    ("years before 1900, and reigns", &["1789", "1357", "三六七", "789年", "神龙", "康熙", "雍正", "民国"]),
    ("decades and seasons are vague", &["年代", "夏天"]),
    ("a number alone is no year", &["2010 01 29", "2016到2018", "2016-2018", "2018 看起来"]),
    ("two figures are a year only before a month", &["07", "08年", "零八年", "05/05", "3-7-27", "12-11-10", "27-7-3"]),
    (
        "not written so in documents",
        &["13.5.2015", "3-7-2017", "12/1", "1/2/2020", "10/1/2018", "第一周", "去年本月", "与2009年", "之后2018年"],
    ),
];

/// Cases of Recognizers-Text, where they are at hand: they agree but for the departures, and each of those is real.
#[test]
#[allow(clippy::print_stdout)]
fn foreign_suite() {
    let Some(folder) = specs() else {
        println!("skipped: shared/specs is not here");
        return;
    };
    let files = ["DateParser.json", "DatePeriodParser.json"].map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    let cases: Vec<serde_json::Value> = files.iter().flat_map(|file| serde_json::from_str::<Vec<_>>(file).unwrap()).collect();
    let (mut agreed, mut failures, mut used) = (0, Vec::new(), std::collections::BTreeSet::<&str>::new());
    for case in &cases {
        let input = case["Input"].as_str().unwrap();
        let marks = DEPARTURES.iter().flat_map(|(_, marks)| *marks).filter(|mark| input.contains(**mark)).collect::<Vec<_>>();
        match (agrees(case), marks.is_empty()) {
            (true, _) => agreed += 1,
            (false, true) => failures.push(format!("{input}: {:?}", find(input))),
            (false, false) => used.extend(marks),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let idle = DEPARTURES.iter().flat_map(|(_, marks)| *marks).filter(|mark| !used.contains(*mark)).collect::<Vec<_>>();
    assert!(idle.is_empty(), "departures that no case needs: {idle:?}");
    assert!(agreed >= 40, "{agreed} of {} agree", cases.len());
}

/// Lengths of Recognizers-Text: what is read of each whole text. Theirs run on over units and words as speech does.
#[test]
fn foreign_lengths() {
    const DEPARTURES: [(&str, &[&str]); 2] = [
        ("documents do not add days to months, or weeks to hours", &["又", "天20", "多三个月", "星期3小时"]),
        ("the case is about speech, and the length does not stand at its head", &["哎", "嗨", "还剩"]),
    ];
    let Some(folder) = specs() else { return };
    let cases: Vec<serde_json::Value> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("DurationParser.json")).unwrap()).unwrap();
    for case in &cases {
        let (input, result) = (case["Input"].as_str().unwrap(), &case["Results"][0]);
        let departs = DEPARTURES.iter().flat_map(|(_, marks)| *marks).any(|mark| input.contains(mark));
        let ours = gongwen::phrase::duration::parse(input).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, length)| length.to_string());
        let agrees = ours.as_deref() == result["Value"]["Timex"].as_str() && result["Text"] == case["Input"];
        assert!(agrees != departs, "{input}: {ours:?}");
    }
}

/// Where the foreign cases are.
fn specs() -> Option<std::path::PathBuf> {
    let above = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    above.map(|folder| folder.join("shared/specs")).find(|folder| folder.is_dir())
}

/// Whether we find the case's times at its places with its days, read forward or backward. Its periods end before their last day.
fn agrees(case: &serde_json::Value) -> bool {
    let input = case["Input"].as_str().unwrap();
    let today = case["Context"]["ReferenceDateTime"].as_str().map(|day| day[..10].parse().unwrap());
    let found = when::find(input);
    let results = case["Results"].as_array().unwrap();
    let same = |result: &serde_json::Value, found: &gongwen::Found<When>| {
        let ours = found.value.resolve(&Base { document: today, ..Base::default() });
        let day = |moment: Option<when::Moment>| moment.map(|moment| moment.date);
        let (start, end) = (day(ours.start), day(ours.end));
        let text_agrees = input[found.range.clone()].replace('，', ",") == result["Text"].as_str().unwrap();
        text_agrees
            && ["FutureResolution", "PastResolution"].iter().any(|reading| {
                let value = &result["Value"][reading];
                let day = |key: &str| value[key].as_str().map(|day| day.parse::<civil::Date>().unwrap());
                match (day("date"), day("startDate"), day("endDate")) {
                    // their mark of a day that does not exist
                    (Some(day), ..) if day.year() == 1 => start.is_none(),
                    (Some(day), ..) => start == Some(day) && end == Some(day),
                    (_, Some(first), Some(last)) => start == Some(first) && (end == Some(last) || end == last.yesterday().ok()),
                    _ => false,
                }
            })
    };
    found.len() == results.len() && results.iter().zip(&found).all(|(result, found)| same(result, found))
}
