//! Eight times the text may take no more than sixteen times the time, on nasty inputs too.
//!
//! A text is read eight times and then eight copies of it at once, which should take as long: two runs of equal
//! length on the same busy machine. A ratio counts only where it stays too high however often it is taken.

use std::{collections::BTreeSet, time::Instant};

use gongwen::source::{Text, decode};

/// The smaller text's size in bytes. Small enough for a debug build, large enough to be measured.
const SMALL: usize = if cfg!(debug_assertions) { 15_000 } else { 150_000 };

/// Whether `run` takes less than twice as long for eight copies of a text at once as for one after another.
fn is_linear(unit: &[u8], run: impl Fn(&[u8])) -> bool {
    is_linear_from(SMALL, unit, run)
}

/// The same, from texts of `size` bytes.
fn is_linear_from(size: usize, unit: &[u8], run: impl Fn(&[u8])) -> bool {
    let small = unit.repeat(size / unit.len() + 1);
    is_linear_in(&small[..], &small.repeat(8), run)
}

/// The same, of two inputs, the second of which is eight times as long.
fn is_linear_in<T: ?Sized>(small: &T, large: &T, run: impl Fn(&T)) -> bool {
    let seconds = |run: &dyn Fn()| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    };
    let ratio = || seconds(&|| run(large)) / seconds(&|| (0..8).for_each(|_| run(small)));
    // a busy machine makes it three at times, but not three times
    let mut hopeless = 0;
    for _ in 0..12 {
        match ratio() {
            ..=2.0 => return true,
            3.0.. => hopeless += 1,
            _ => {}
        }
        if hopeless == 3 {
            break;
        }
    }
    false
}

/// Whether a byte of a long text costs at most 1.3 times what it costs in texts of 10 KB.
fn is_flat(unit: &str, run: impl Fn(&[u8])) -> bool {
    let times = if cfg!(debug_assertions) { 12 } else { 1_000 };
    let copy = |n: usize| unit.replace('。', &format!("，编号{n}。"));
    let short = (0..10_000 / unit.len() + 1).map(copy).collect::<String>();
    let long = (0..times * (10_000 / unit.len() + 1)).map(copy).collect::<String>();
    let per_byte = |run: &dyn Fn(), bytes: usize| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64() / bytes as f64
    };
    let ratio = || {
        per_byte(&|| run(long.as_bytes()), long.len()) / per_byte(&|| (0..times).for_each(|_| run(short.as_bytes())), times * short.len())
    };
    (0..6).any(|_| ratio() <= 1.3)
}

fn read(text: &[u8]) -> Text {
    Text::read(String::from_utf8_lossy(text).into_owned())
}

const LETTER: &str = "各县（市、区）教育局，各直属学校：\n　　为加强校园安全管理，现将2022 年 3 月工作安排通知如下，请认真贯彻执行。\n　　一、加强领导\n　　（一）各单位要落实责任，于3月28日前报送方案。（责任单位：市教育局）\n- 1 -\n海川市教育局\n2022年3月21日\n";

/// What a repair may go back and forth over.
const NASTY: &[(&str, &str)] = &[
    ("a letter", LETTER),
    ("one line", "各单位要加强组织领导，落实工作责任。"),
    ("opening brackets", "（"),
    ("closing brackets", "）"),
    ("brackets and blanks", "） （ "),
    ("titles", "《 "),
    ("quotes", "“"),
    ("labels on one line", "一、（一）1.（1）①第一条"),
    ("labels line by line", "一、\n（一）\n1.\n（1）\n①\n第一条\n"),
    ("labels after sentences", "。一、甲。（一）乙。1.丙"),
    ("only blanks", " "),
    ("only wide blanks", "　"),
    ("only line ends", "\n"),
    ("only form feeds", "\u{c}"),
    ("only carriage returns", "\r"),
    ("one line again and again", "各单位要加强组织领导，落实工作责任\n"),
    ("two lines again and again", "甲乙丙丁\n戊己庚辛，\n"),
    ("characters apart", "甲 "),
    ("figures apart", "1 "),
    ("words and wide blanks", "海川市教育局　　"),
    ("sentences and blanks", "按时完成任务。 "),
    ("colons and blanks", "时间： "),
    ("page numbers", "- 1 -\n"),
    ("bare numbers", "1\n2\n3\n"),
    ("nodes", "请于\n2022\n年\n3\n月\n5\n日前报送\n"),
    ("nodes and labels", "1\n．查房屋\n第\n"),
    ("points and brackets", "加强领导．）"),
    ("blanks of GBK", "甲\u{e5e5}"),
    ("dates", "2022年3月5日"),
    ("signatures", "海川市教育局2022年3月5日"),
    ("years", "年"),
    ("entities", "&nbsp;"),
    ("ampersands", "&"),
    ("tags", "<p>"),
    ("tags left open", "<p "),
    ("comments left open", "<!--"),
    ("scripts left open", "<script>"),
    ("marks of Markdown", "**"),
    ("table rows", "| 甲 | 乙 |\n"),
    ("tabs", "甲\t"),
    ("zero-width blanks", "\u{200b}"),
    ("full lines", "各单位要加强组织领导落实工作责任按时完成各项任务确保，取得实效不得\n"),
    ("scripts closed by others", "<script></p>"),
    ("styles left open", "<style>甲。"),
    ("labels of all styles", "第一条 甲\n一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n"),
    ("labels that alternate", "一、甲。1.乙。"),
    ("nested titles", "《〈"),
    ("persons run together", "组 长：李 明 市长"),
    ("attachments run together", "。附件1"),
    ("lists of attachments", "。附件：1.表2.单"),
    ("chapters by figures", "1 总则\n1.1 目的\n"),
    ("fields on one line", "标题：甲 来源：乙 "),
    ("organs and dates", "海川市教育局 2022年3月5日 "),
    ("torn lines", "各单位要加强组织领导。落实工作责任，按时完成各项任务，取得实效的\n\n的人民群众。\n"),
];

#[test]
fn reading_is_linear() {
    let slow = NASTY.iter().filter(|(_, unit)| !is_linear(unit.as_bytes(), |text| drop(read(text))));
    let slow: Vec<&str> = slow.map(|(name, _)| *name).collect();
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}

#[test]
fn decoding_is_linear() {
    let (gb, ..) = encoding_rs::GB18030.encode(LETTER);
    let units: [&[u8]; 4] = [LETTER.as_bytes(), &gb, b"\xff", b"\xb8\xf7\xff "];
    for unit in units {
        let run = |bytes: &[u8]| drop(decode(bytes, Some("gb18030")).and(decode(bytes, None)));
        assert!(is_linear(unit, run), "more than linear: {unit:?}");
    }
}

/// The origins of all lines, one after another, as a record asks for them.
#[test]
fn the_way_back_is_linear() {
    let origins = |text: &[u8]| {
        let text = read(text);
        assert!(text.lines().map(|line| text.origin(line)).is_sorted());
    };
    assert!(is_linear(LETTER.as_bytes(), origins));
}

/// What a grammar waits for, without what would end it.
const BEGUN: &[(&str, &str)] = &[
    ("opening titles", "《"),
    ("nested titles", "《关于"),
    ("commas", "，"),
    ("one word without end", "办"),
    ("figures", "1"),
    ("figures with commas", "1,"),
    ("Chinese figures", "一百二十万零"),
    ("years", "2024年"),
    ("what will be done", "将"),
    ("who is told", "请向"),
    ("adverbs", "应均"),
    ("counts", "完成1个"),
    ("verbs of names", "应建设"),
    ("what is sent", "请报送"),
    ("days", "5月4日至"),
    ("money", "3.5万元、"),
    ("units without figures", "万元"),
    ("prices that multiply", "3份×10元×"),
    ("telephones", "0999-3380216、"),
    ("half a telephone", "0999-"),
    ("half an address", "a@a."),
    ("document numbers", "海政发〔2024〕"),
    ("organs", "海川市人民政府办公室"),
    ("organs in a row", "市财政局、"),
    ("agents without a verb", "由市财政局牵头，"),
    ("notes that never close", "（责任单位：市财政局"),
    ("duties without a stop", "要于4月底前完成，"),
    ("labels on lines", "一、\n"),
    ("labels that fall", "（九）通知\n"),
    ("articles", "第一条\n"),
    ("rows", "序号\t名称\t金额\n"),
    ("attachments", "附件：1. 通知\n"),
    ("marks of attachments", "附件1\n"),
    ("marks and titles", "附件1\n统计表\n"),
    ("bare lists of attachments", "附件：\n"),
    ("what is issued", "现予公布《甲办法》\n甲办法\n"),
    ("signatures", "海川市财政局\n2024年4月1日\n"),
    ("blanks", "\u{3000} \n"),
];

/// A letter with `body`.
fn written(body: &str) -> String {
    format!("海川市财政局关于开展检查的通知\n各县（区）财政局：\n{body}\n海川市财政局\n2024年4月1日\n")
}

/// A letter with `text` as its body, read.
fn letter(text: &[u8]) {
    assert!(gongwen::read(&written(&String::from_utf8_lossy(text)), &gongwen::Options::default()).is_ok());
}

#[test]
fn the_whole_record_is_linear() {
    let slow = NASTY.iter().chain(BEGUN).filter(|(_, unit)| !is_linear_from(SMALL / 4, unit.as_bytes(), letter));
    let slow: Vec<&str> = slow.map(|(name, _)| *name).collect();
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}

/// Plain words in a line that never ends: a look back from each to the head of the line, or ahead to the next stop, is
/// cheap, and shows only where there are thousands of them.
const PLAIN: &[&str] = &[
    "2024年5月1日前",
    "2022年",
    "自8月起",
    "2021年以来",
    "5月10日前全面复工",
    "暂停开放超过三十日的",
    "17时至19时，",
    "同时，",
    "安排18.6万元报送市水务局。",
    "2023年县级先行安排28万元。",
    "5万元”，",
    "地址：",
    "联系人",
    "0999-3380216。",
    "0999-3380216；",
    "0999-3380216（工作日8:30—12:00，",
    "将总结报市水务局、市林业局、",
    "收入100万元，其中",
    "各县、市、区教育局，",
];

#[test]
fn a_line_that_never_ends_is_linear() {
    let slow: Vec<&&str> = PLAIN.iter().filter(|unit| !is_linear_from(SMALL, unit.as_bytes(), letter)).collect();
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}

/// What a rule or a format may hold against all else of its kind in its line or in the document, by the number of the copy:
/// that is cheap, too, and shows only where there are thousands.
const MANY: &[fn(usize) -> String] = &[
    |_| "请于2023年5月4日前报送，".to_owned(),
    |_| "请于2024年2月30日前报送。".to_owned(),
    |_| "以下三项：一是甲，".to_owned(),
    |_| "以下三项：一是甲，以下两点：第一，乙，".to_owned(),
    |n| format!("项目\t金额（元）\n甲\t{n}\n乙\t20\n合计\t{}\n请按照执行。\n", n + 21),
    |n| format!("附件{n}\n云岭县第{n}批工程建设管理办法\n按照《海川市第{n}批工程建设管理细则》执行。\n"),
    |n| format!("附件{n}\n云岭县第{n}批工程建设管理办法\n二、甲\n三、乙\n"),
    |n| format!("安排{n}万元，其中甲20万元、乙15万元。"),
    |_| "市财政局于2024年5月4日前报送总结。".to_owned(),
    |_| "5月10日前全面复工".to_owned(),
    |_| "于每年农历二月三十日、".to_owned(),
    |_| "5月4日\t5万元\t".to_owned(),
    |_| "O".to_owned(),
];

#[test]
fn rules_and_formats_are_linear() {
    const FORMATS: [&str; 7] = ["check", "sarif", "html", "csv", "md", "ics", "json"];
    let size = SMALL.max(30_000);
    let read = |text: &String| {
        let decoded = decode(text.as_bytes(), None).expect("a letter is text");
        gongwen::Extraction::of(decoded, &gongwen::Options::default())
    };
    let mut slow = Vec::new();
    for copy in MANY {
        let each = size / copy(1).len() + 1;
        let [small, large] = [each, 8 * each].map(|copies| written(&(1..=copies).map(copy).collect::<String>()));
        if !is_linear_in(&small, &large, |text| drop(read(text))) {
            slow.push((copy(1), "the record"));
        }
        let (small, large) = (read(&small), read(&large));
        for format in FORMATS.into_iter().filter_map(gongwen::output::format) {
            let write = |it: &gongwen::Extraction| {
                let written = format.write(it.clone(), &gongwen::output::Settings::default(), &mut std::io::sink());
                written.expect("a sink takes everything");
            };
            if !is_linear_in(&small, &large, write) {
                slow.push((copy(1), format.name()));
            }
        }
    }
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}

/// The fields that a page puts above a document, with as many blanks between two of them as a dump may have.
#[test]
fn blanks_between_fields_are_linear() {
    let page = |blanks: &[u8]| {
        let blanks = String::from_utf8_lossy(blanks);
        let text = format!("标题：海川市财政局关于开展检查的通知\n来源：云岭县{blanks}青浦岭镇 文号：海财〔2024〕5号\n请认真开展检查。\n");
        assert!(gongwen::read(&text, &gongwen::Options::default()).is_ok());
    };
    let slow: Vec<&str> = [" ", "\u{3000}", "| ", "1 "].into_iter().filter(|unit| !is_linear_from(SMALL, unit.as_bytes(), page)).collect();
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}

/// Every clause and every sentence of the corpus, again and again on one line.
///
/// ```sh
/// cargo test --release --test growth -- --ignored
/// ```
#[test]
#[ignore = "takes minutes, and means something in a release build only"]
fn no_clause_is_more_than_linear() {
    const SMALLEST: usize = 12_000;
    let mut clauses = BTreeSet::new();
    for file in ignore::Walk::new("corpus").flatten().filter(|file| file.path().extension().is_some_and(|it| it == "txt")) {
        let text = std::fs::read(file.path()).expect("the corpus can be read");
        for line in String::from_utf8_lossy(&text).lines() {
            for marks in [&['，', '、', '；', '：', '。'][..], &['。']] {
                clauses.extend(line.split_inclusive(marks).map(str::to_owned));
            }
        }
    }
    let slow: Vec<&String> = clauses.iter().filter(|clause| !is_linear_from(SMALLEST, clause.as_bytes(), letter)).collect();
    assert!(clauses.len() > 5_000 && slow.is_empty(), "more than linear: {slow:?}");
}

/// Inputs of a size that no document has: in all bytes, in a release build.
const LARGE: &[(&str, &str, usize)] = &[
    ("a line of 50 MB", "各单位要加强组织领导，落实工作责任。", 50_000_000),
    ("a line of 50 MB without a stop", "各单位要加强组织领导落实工作责任", 50_000_000),
    ("a million labels", "一、\n", 7_000_000),
    ("a million labels that alternate", "一、甲\n1.乙\n", 8_000_000),
    ("a million opening brackets", "（", 3_000_000),
    ("a million nested titles", "《", 3_000_000),
];

#[test]
fn large_inputs_are_linear() {
    let parse = |text: &[u8]| drop(gongwen::Document::parse(read(text)));
    let slow = LARGE.iter().filter(|(_, unit, size)| {
        let size = if cfg!(debug_assertions) { size / 100 } else { *size };
        !is_linear_from(size / 8, unit.as_bytes(), parse)
    });
    let slow: Vec<&str> = slow.map(|(name, _, _)| *name).collect();
    assert!(slow.is_empty(), "more than linear: {slow:?}");
}

/// Real prose, each copy with other figures, so that none is taken for a doubling.
#[test]
fn documents_over_and_over_are_linear() {
    for document in [
        include_str!("../corpus/notice/signed-enclosing-plan.txt"),
        include_str!("../corpus/plan/hard-wrapped-pages.txt"),
        include_str!("../corpus/regulation/promulgated-by-order.txt"),
        include_str!("../corpus/budget/project-texts-adding-up.txt"),
    ] {
        let copies: String = (0..4).map(|n| document.replace('。', &format!("，编号{n}。"))).collect();
        let read = |text: &[u8]| drop(gongwen::read_bytes(text, &gongwen::Options::default()));
        assert!(is_linear_from(1, copies.as_bytes(), read), "more than linear: {}", document.lines().next().unwrap_or_default());
    }
}

#[test]
fn a_byte_of_a_long_document_costs_no_more() {
    for document in
        [include_str!("../corpus/notice/signed-enclosing-plan.txt"), include_str!("../corpus/regulation/promulgated-by-order.txt")]
    {
        let read = |text: &[u8]| drop(gongwen::read_bytes(text, &gongwen::Options::default()));
        assert!(is_flat(document, read), "a byte costs more in a longer text: {}", document.lines().next().unwrap_or_default());
    }
}
