//! Shares in per cent; `points` where 百分点.

use gongwen::phrase::percent::{Percent, find};

#[test]
fn shares() {
    let show = |p: Percent| format!("{}{}", p.value, if p.points { " points" } else { "" });
    let count =
        super::check("percent", include_str!("percent.cases"), |text| find(text).into_iter().map(|f| (show(f.value), f.range)).collect());
    assert!(count >= 40, "only {count} cases");
}

#[test]
fn at_the_head() {
    assert!(Percent::parse("达95%").is_err());
    assert!(Percent::parse("百分之").is_err());
}
