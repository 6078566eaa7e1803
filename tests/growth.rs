//! Eight times the text may take no more than sixteen times the time, on nasty inputs too.
//!
//! A text is read eight times and then eight copies of it at once, which should take as long: two runs of equal
//! length on the same busy machine. A ratio counts only where it stays too high however often it is taken.

use std::time::Instant;

use gongwen::source::{Text, decode};

/// The smaller text's size in bytes. Small enough for a debug build, large enough to be measured.
const SMALL: usize = if cfg!(debug_assertions) { 15_000 } else { 150_000 };

/// Whether `run` takes less than twice as long for eight copies of a text at once as for one after another.
fn is_linear(unit: &[u8], run: impl Fn(&[u8])) -> bool {
    let small = unit.repeat(SMALL / unit.len() + 1);
    let large = small.repeat(8);
    let seconds = |run: &dyn Fn()| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    };
    let is_double = || seconds(&|| run(&large)) > 2.0 * seconds(&|| (0..8).for_each(|_| run(&small)));
    (0..12).any(|_| !is_double())
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
