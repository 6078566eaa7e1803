//! Full dates: every day of 150 years in each notation, and what is no date.

use gongwen::phrase::{date, numeral};
use jiff::civil;

fn find(text: &str) -> Vec<(String, std::ops::Range<usize>)> {
    date::find(text).into_iter().map(|found| (found.value.to_string(), found.range)).collect()
}

#[test]
fn cases() {
    crate::check("date", include_str!("date.cases"), find);
}

/// Each digit of `n` in words.
fn digits(n: i16, zero: char) -> String {
    n.to_string()
        .chars()
        .map(|c| if c == '0' { zero } else { "一二三四五六七八九".chars().nth(c as usize - '1' as usize).unwrap() })
        .collect()
}

fn words(n: i8) -> String {
    numeral::to_words(u32::try_from(n).unwrap()).unwrap()
}

fn full_width(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 - 0x30 + 0xff10).unwrap() } else { c }).collect()
}

#[test]
fn every_day_in_every_notation() {
    let mut day = civil::date(1949, 1, 1);
    let mut count = 0;
    while day <= civil::date(2100, 12, 31) {
        let (y, m, d) = (day.year(), day.month(), day.day());
        let figures = format!("{y}年{m}月{d}日");
        for text in [
            full_width(&figures),
            figures,
            format!("{}年{}月{}日", digits(y, '〇'), words(m), words(d)),
            format!("{}年{}月{}日", digits(y, '○'), words(m), words(d)),
            format!("{y}.{m}.{d}"),
            format!("{y}-{m:02}-{d:02}"),
            format!("{y}/{m}/{d}"),
        ] {
            assert_eq!(date::parse(&text), Ok(("", day)), "{text}");
            let inside = format!("海川市教育局（{text}）印发");
            let found = date::find(&inside);
            assert_eq!(found.len(), 1, "{inside}");
            assert_eq!((found[0].value, &inside[found[0].range.clone()]), (day, &text[..]));
        }
        count += 1;
        day = day.tomorrow().unwrap();
    }
    assert_eq!(count, 55_517);
}
