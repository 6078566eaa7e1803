//! Time grows with the text and not with its square, on documents and on texts that are nothing but the words
//! that begin a grammar.
//!
//! Quadratic work passes every other test: they are short. Here eight times the text must take less than sixteen
//! times the time. Machines are busy, so a text fails only where it does so in every one of [`TRIALS`].

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use gongwen::Options;

/// How long a text is, in bytes, before it is made eight times as long.
const BASE: usize = 4_000;
const TIMES: usize = 8;
const LIMIT: f64 = 16.0;
const TRIALS: usize = 6;

/// What is repeated to make a text. The lines are what a grammar waits for, without what would end it.
const NASTY: [(&str, &str); 34] = [
    ("opening brackets", "（"),
    ("opening titles", "《"),
    ("nested titles", "《关于"),
    ("quotation marks", "“"),
    ("closing brackets", "）"),
    ("commas", "，"),
    ("one word without end", "办"),
    ("figures", "1"),
    ("figures with blanks", "1 "),
    ("figures with commas", "1,"),
    ("Chinese figures", "一百二十万零"),
    ("years", "2024年"),
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
    ("labels on one line", "一、"),
    ("labels on lines", "一、\n"),
    ("labels that fall", "（九）通知\n"),
    ("articles", "第一条\n"),
    ("rows", "序号\t名称\t金额\n"),
    ("attachments", "附件：1. 通知\n"),
    ("signatures", "海川市财政局\n2024年4月1日\n"),
    ("page numbers", "— 1 —\n"),
    ("blanks", "\u{3000} \n"),
];

fn time(text: &str) -> Duration {
    let start = Instant::now();
    // a text of blanks is refused, which takes its time too
    let _ = gongwen::read(text, &Options::default());
    start.elapsed()
}

/// `unit` over and over, `len` bytes long or a little longer; a head and a tail make it a document.
fn document(unit: &str, len: usize) -> String {
    let body = unit.repeat(len / unit.len() + 1);
    format!("海川市财政局关于开展检查的通知\n各县（区）财政局：\n{body}\n海川市财政局\n2024年4月1日\n")
}

/// `text` over and over, each time with other figures, so that no copy is taken for a doubling.
fn long(text: &str, len: usize) -> String {
    let mut out = String::new();
    for n in 0.. {
        if out.len() >= len {
            break;
        }
        out.push_str(&text.replace('。', &format!("，编号{n}。")));
    }
    out
}

/// The least growth of several trials, that of the first where it is small enough.
fn growth(short: &str, long: &str) -> f64 {
    let size = long.len() as f64 / short.len() as f64;
    let mut least = f64::MAX;
    for _ in 0..TRIALS {
        // by how much longer the long text is, not by how much it was meant to be
        least = least.min(time(long).as_secs_f64() / time(short).as_secs_f64() / size * TIMES as f64);
        if least < LIMIT {
            break;
        }
    }
    least
}

#[test]
fn eight_times_the_text_takes_less_than_sixteen_times_the_time() {
    time(&document("通知。", BASE)); // word lists are loaded once
    let mut slow = Vec::new();
    for (name, unit) in NASTY {
        let growth = growth(&document(unit, BASE), &document(unit, BASE * TIMES));
        if growth >= LIMIT {
            slow.push(format!("{name}: {growth:.0} times"));
        }
    }
    for name in
        ["notice/signed-enclosing-plan", "plan/hard-wrapped-pages", "regulation/promulgated-by-order", "budget/project-texts-adding-up"]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("corpus/{name}.txt"));
        let text = fs::read_to_string(path).expect("a document of the corpus");
        let growth = growth(&long(&text, BASE), &long(&text, BASE * TIMES));
        if growth >= LIMIT {
            slow.push(format!("{name} over and over: {growth:.0} times"));
        }
    }
    assert!(slow.is_empty(), "{TIMES} times the text takes\n{}", slow.join("\n"));
}
