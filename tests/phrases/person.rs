//! Names of persons behind labels; the title after a stroke.

use gongwen::phrase::person::{Person, find};

#[test]
fn persons() {
    let count = super::check("person", include_str!("person.cases"), |text| {
        let show = |p: &Person| p.title.as_ref().map_or(p.name.clone(), |title| format!("{} / {title}", p.name));
        find(text).into_iter().map(|f| (show(&f.value), f.range)).collect()
    });
    assert!(count >= 80, "only {count} cases");
}

#[test]
fn several() {
    let names = |text: &str| find(text).into_iter().map(|f| f.value.name).collect::<Vec<_>>();
    assert_eq!(names("联系人：李明远、欧阳静"), ["李明远", "欧阳静"]);
    assert_eq!(names("联系人：李明远 欧阳静"), ["李明远", "欧阳静"]);
    assert_eq!(names("联系人：李老师、陈老师，电话0750-3380216"), ["李老师", "陈老师"]);
    assert_eq!(names("联系人：李明远，王强；联系电话：3388016"), ["李明远", "王强"]);
    assert_eq!(names("联系人：李明远\n联系人：王强"), ["李明远", "王强"]);
}

#[test]
fn at_the_head() {
    assert_eq!(Person::parse("李明远0750-3380216").map(|(rest, p)| (rest, p.name)), Ok(("0750-3380216", "李明远".to_owned())));
    for text in ["", "，李明远", "办公室", "安全科", "一二", "A"] {
        assert!(Person::parse(text).is_err(), "{text}");
    }
}
