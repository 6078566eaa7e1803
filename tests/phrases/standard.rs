//! Numbers of standards: `text · code · number · year`.

use gongwen::phrase::standard::{Standard, find};

fn show(standard: &Standard) -> String {
    let serial = standard.serial.map_or("–".to_owned(), |n| n.to_string());
    let year = standard.year.map_or("–".to_owned(), |y| y.to_string());
    format!("{} · {} · {serial} · {year}", standard.text, standard.code)
}

#[test]
fn standards() {
    let count = super::check("standard", include_str!("standard.cases"), |text| {
        find(text).into_iter().map(|f| (show(&f.value), f.range)).collect()
    });
    assert!(count >= 50, "only {count} cases");
}

#[test]
fn several() {
    let texts = |text: &str| find(text).into_iter().map(|f| f.value.text).collect::<Vec<_>>();
    assert_eq!(texts("GB 3095-2012、GB3838-2002和DB45/T 1-2020"), ["GB 3095—2012", "GB 3838—2002", "DB45/T 1—2020"]);
    assert!(Standard::parse("按GB 3095-2012").is_err());
    assert!(Standard::parse("").is_err());
}
