//! Web addresses.

use gongwen::phrase::url::{Url, find};

#[test]
fn addresses() {
    let count = super::check("url", include_str!("url.cases"), |text| find(text).into_iter().map(|f| (f.value.address, f.range)).collect());
    assert!(count >= 25, "only {count} cases");
}

#[test]
fn at_the_head() {
    assert!(Url::parse("网址www.example.cn").is_err());
    assert!(Url::parse("").is_err());
}
