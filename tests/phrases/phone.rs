//! Telephone numbers: kind, number, extension; `masked` where it is.

use gongwen::phrase::phone::{Kind, Phone, find};

pub(crate) fn show(phone: &Phone) -> String {
    let kind = match phone.kind {
        Kind::Landline => "landline",
        Kind::Mobile => "mobile",
        Kind::Fax => "fax",
        Kind::Hotline => "hotline",
    };
    let extension = phone.extension.as_ref().map_or(String::new(), |e| format!(" x{e}"));
    format!("{kind} {}{extension}{}", phone.number, if phone.masked { " masked" } else { "" })
}

#[test]
fn numbers() {
    let count =
        super::check("phone", include_str!("phone.cases"), |text| find(text).into_iter().map(|f| (show(&f.value), f.range)).collect());
    assert!(count >= 100, "only {count} cases");
}

#[test]
fn several_numbers_share_an_area_code() {
    for (text, numbers) in [
        ("0775-2823456、2823457", ["landline 0775-2823456", "landline 0775-2823457"]),
        ("（0775）2823456，2823457", ["landline 0775-2823456", "landline 0775-2823457"]),
        ("0775-2823456/2823457", ["landline 0775-2823456", "landline 0775-2823457"]),
        ("0775-2823456 2823457", ["landline 0775-2823456", "landline 0775-2823457"]),
        ("027-68880001 027-68880002", ["landline 027-68880001", "landline 027-68880002"]),
        ("0775-2823456、13800138000", ["landline 0775-2823456", "mobile 13800138000"]),
        ("电话：2823456、2823457", ["landline 2823456", "landline 2823457"]),
        ("电话：0775-2823456；传真：0775-2823457", ["landline 0775-2823456", "fax 0775-2823457"]),
        ("电话：2823456，传真：2823457", ["landline 2823456", "fax 2823457"]),
        ("传真：0775-2823457，电话：0775-2823456", ["fax 0775-2823457", "landline 0775-2823456"]),
        ("电话：（0775）2823456、2823457（传真）", ["landline 0775-2823456", "fax 0775-2823457"]),
        ("监督电话：12345、12388", ["hotline 12345", "hotline 12388"]),
    ] {
        let found: Vec<_> = find(text).iter().map(|f| show(&f.value)).collect();
        assert_eq!(found, numbers, "{text}");
    }
}

#[test]
fn at_the_head() {
    assert!(Phone::parse("电话0775-2823456").is_err());
    assert_eq!(
        Phone::parse("13800138000（李）").map(|(rest, phone)| (rest, show(&phone))),
        Ok(("（李）", "mobile 13800138000".to_owned()))
    );
}
