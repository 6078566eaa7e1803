//! Numbers of things: relation, `~` where approximate, number, unit.

use gongwen::phrase::{
    bound::Relation,
    quantity::{Quantity, find},
};

pub(crate) fn show(quantity: &Quantity) -> String {
    let relation = match quantity.relation {
        Relation::Ge => ">=",
        Relation::Le => "<=",
        Relation::Eq => "",
        Relation::Gt => ">",
        Relation::Lt => "<",
    };
    format!("{relation}{}{} {}", if quantity.approximate { "~" } else { "" }, quantity.value, quantity.unit)
}

#[test]
fn quantities() {
    let count = super::check("quantity", include_str!("quantity.cases"), |text| {
        find(text).into_iter().map(|f| (show(&f.value), f.range)).collect()
    });
    assert!(count >= 100, "only {count} cases");
}

#[test]
fn intervals() {
    for (text, expected) in [
        ("1—2个", [">=1 个", "<=2 个"]),
        ("1-2个", [">=1 个", "<=2 个"]),
        ("三至五家", [">=3 家", "<=5 家"]),
        ("20%—30%", [">=20 %", "<=30 %"]),
        ("20—30%", [">=20 %", "<=30 %"]),
        ("5—10万人次", [">=50000 人次", "<=100000 人次"]),
    ] {
        assert_eq!(find(text).iter().map(|f| show(&f.value)).collect::<Vec<_>>(), expected, "{text}");
    }
}
