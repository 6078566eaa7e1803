//! E-mail addresses.

use gongwen::phrase::email::{Email, find};

#[test]
fn addresses() {
    let count =
        super::check("email", include_str!("email.cases"), |text| find(text).into_iter().map(|f| (f.value.address, f.range)).collect());
    assert!(count >= 25, "only {count} cases");
}

#[test]
fn at_the_head() {
    assert!(Email::parse("邮箱a@b.cn").is_err());
    assert_eq!(Email::parse("a@b.cn，").map(|(rest, e)| (rest, e.address)), Ok(("，", "a@b.cn".to_owned())));
}
