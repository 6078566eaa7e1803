//! Addresses with road and number in running text, and behind a label.

use gongwen::phrase::address::{Address, find};

#[test]
fn addresses() {
    let count =
        super::check("address", include_str!("address.cases"), |text| find(text).into_iter().map(|f| (f.value.text, f.range)).collect());
    assert!(count >= 25, "only {count} cases");
}

#[test]
fn behind_a_label() {
    for (text, address) in [
        ("海川市人民路68号综合楼三楼302室，邮编524000", "海川市人民路68号综合楼三楼302室"),
        ("海川市人民路68号综合楼三楼302室 邮编524000", "海川市人民路68号综合楼三楼302室"),
        ("海川市人民路68号（邮政编码：524000）", "海川市人民路68号"),
        ("海川市人民路68号联系人：李明远", "海川市人民路68号"),
        ("海川市人民路68号　　联系电话：0750-3380216", "海川市人民路68号"),
        ("云岭县青浦岭镇政府大院党政办", "云岭县青浦岭镇政府大院党政办"),
        ("海川市政务服务中心（人民路68号）2楼", "海川市政务服务中心（人民路68号）2楼"),
        ("海川市教育局人事科", "海川市教育局人事科"),
        ("海川市人民路68号；", "海川市人民路68号"),
    ] {
        assert_eq!(Address::parse(text).map(|(_, a)| a.text), Ok(address.to_owned()), "{text}");
    }
    for text in ["", "，海川市", "见附件", "www.example.com", "（略）"] {
        assert!(Address::parse(text).is_err(), "{text}");
    }
}
