//! Amounts of money: relation, `~` where approximate, amount, currency, `/` what it is paid for.

use gongwen::phrase::{
    bound::Relation,
    money::{Money, find},
};

pub(crate) fn show(money: &Money) -> String {
    let relation = match money.relation {
        Relation::Ge => ">=",
        Relation::Le => "<=",
        Relation::Eq => "",
        Relation::Gt => ">",
        Relation::Lt => "<",
    };
    let about = if money.approximate { "~" } else { "" };
    let per = money.per.as_ref().map_or(String::new(), |per| format!("/{per}"));
    format!("{relation}{about}{} {}{per}", money.amount, money.currency)
}

fn all(text: &str) -> Vec<String> {
    find(text).iter().map(|f| format!("{} ⟦{}⟧", show(&f.value), &text[f.range.clone()])).collect()
}

#[test]
fn amounts() {
    let count =
        super::check("money", include_str!("money.cases"), |text| find(text).into_iter().map(|f| (show(&f.value), f.range)).collect());
    assert!(count >= 150, "only {count} cases");
}

#[test]
fn intervals_are_two_amounts() {
    for (text, expected) in [
        ("15—20万元", [">=150000 CNY ⟦15⟧", "<=200000 CNY ⟦20万元⟧"]),
        ("100至200万元", [">=1000000 CNY ⟦100⟧", "<=2000000 CNY ⟦200万元⟧"]),
        ("5-10万元", [">=50000 CNY ⟦5⟧", "<=100000 CNY ⟦10万元⟧"]),
        ("5～10万元", [">=50000 CNY ⟦5⟧", "<=100000 CNY ⟦10万元⟧"]),
        ("5万到10万元", [">=50000 CNY ⟦5万⟧", "<=100000 CNY ⟦10万元⟧"]),
        ("五至十万元", [">=50000 CNY ⟦五⟧", "<=100000 CNY ⟦十万元⟧"]),
        ("8000至1万元", [">=8000 CNY ⟦8000⟧", "<=10000 CNY ⟦1万元⟧"]),
        ("50万—1亿元", [">=500000 CNY ⟦50万⟧", "<=100000000 CNY ⟦1亿元⟧"]),
        ("1000元至2000元", [">=1000 CNY ⟦1000元⟧", "<=2000 CNY ⟦2000元⟧"]),
        ("200元以上500元以下", [">=200 CNY ⟦200元⟧", "<=500 CNY ⟦500元⟧"]),
        ("处二千元以上二万元以下罚款", [">=2000 CNY ⟦二千元⟧", "<=20000 CNY ⟦二万元⟧"]),
        ("0.5—1.5亿美元", [">=50000000 USD ⟦0.5⟧", "<=150000000 USD ⟦1.5亿美元⟧"]),
        ("1，200－1，500元", [">=1200 CNY ⟦1，200⟧", "<=1500 CNY ⟦1，500元⟧"]),
    ] {
        assert_eq!(all(text), expected, "{text}");
    }
}

#[test]
fn members_of_a_list_share_unit_and_bound() {
    assert_eq!(all("分别给予10、20、30万元奖励"), ["100000 CNY ⟦10⟧", "200000 CNY ⟦20⟧", "300000 CNY ⟦30万元⟧"]);
    assert_eq!(all("分别不低于9000元、6000元、4000元"), [">=9000 CNY ⟦9000元⟧", ">=6000 CNY ⟦6000元⟧", ">=4000 CNY ⟦4000元⟧"]);
    assert_eq!(all("4人民币 5美元"), ["4 CNY ⟦4人民币⟧", "5 USD ⟦5美元⟧"]);
    assert_eq!(all("2500册，每册12.00元，小计3.00万元"), ["12 CNY/册 ⟦12.00元⟧", "30000 CNY ⟦3.00万元⟧"]);
    assert_eq!(all("一、2万元；2、3万元"), ["20000 CNY ⟦2万元⟧", "30000 CNY ⟦3万元⟧"]);
}

#[test]
fn at_the_head() {
    let (rest, money) = Money::parse("12元5角/份").unwrap();
    assert_eq!((show(&money).as_str(), rest), ("12.5 CNY/份", "/份"));
    assert!(Money::parse("共12元").is_err());
}
