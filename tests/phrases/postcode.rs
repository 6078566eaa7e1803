//! Postal codes.

use gongwen::phrase::postcode::find;

#[test]
fn codes() {
    let count =
        super::check("postcode", include_str!("postcode.cases"), |text| find(text).into_iter().map(|f| (f.value.code, f.range)).collect());
    assert!(count >= 15, "only {count} cases");
}
