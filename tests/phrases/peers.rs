//! Expressions on which other readers of Chinese times, amounts, numbers and citations were measured, or of which their
//! users complain, each of which some of them gets wrong.

use gongwen::{
    Found,
    phrase::{article, doc_number, email, money, numeral, phone, quantity, title},
};

/// Checks a file against a grammar and the way it shows its values.
fn check<T>(name: &str, cases: &str, find: fn(&str) -> Vec<Found<T>>, show: fn(&T) -> String) -> usize {
    super::check(&format!("peers/{name}"), cases, |text| find(text).iter().map(|f| (show(&f.value), f.range.clone())).collect())
}

#[test]
fn where_other_readers_fail() {
    super::check("peers/time", include_str!("peers/time.cases"), super::time::find);
    check("money", include_str!("peers/money.cases"), money::find, super::money::show);
    check("phone", include_str!("peers/phone.cases"), phone::find, super::phone::show);
    check("email", include_str!("peers/email.cases"), email::find, |email| email.address.clone());
    check("number", include_str!("peers/number.cases"), quantity::find, super::quantity::show);
    check("article", include_str!("peers/article.cases"), article::find, super::article::show);
    check("doc_number", include_str!("peers/doc_number.cases"), doc_number::find, super::doc_number::show);
    check("title", include_str!("peers/title.cases"), title::find, |title| title.text.clone());
}

/// Several values in one text, of which others find the first, or one too many.
#[test]
fn where_other_readers_lose_one() {
    let amounts = |text| money::find(text).iter().map(|f| super::money::show(&f.value)).collect::<Vec<_>>();
    assert_eq!(amounts("5-10万元"), [">=50000 CNY", "<=100000 CNY"]);
    assert_eq!(amounts("200元以上500元以下"), [">=200 CNY", "<=500 CNY"]);
    let phones = |text| phone::find(text).iter().map(|f| super::phone::show(&f.value)).collect::<Vec<_>>();
    assert_eq!(phones("0750-3380216、3380214"), ["landline 0750-3380216", "landline 0750-3380214"]);
}

/// Numbers in words that others refuse, sum up or run together.
#[test]
fn where_other_readers_miscount() {
    for (text, value) in [
        ("二〇〇二", 2002),
        ("一万零三千", 13_000),
        ("两千零二十二", 2022),
        ("二百五", 250),
        ("一千二", 1200),
        ("壹拾伍", 15),
        ("两百零五万零三", 2_050_003),
    ] {
        assert_eq!(numeral::integer(text), Ok(("", value)), "{text}");
    }
    // a row of digits that has kept a pattern with backtracking busy for minutes
    assert!(numeral::integer(&"一二三四五六七二二三".repeat(10_000)).is_err());
}
