//! What holds for every grammar and every text: places are in order, disjoint, on character boundaries; and nothing
//! panics.

use std::ops::Range;

use gongwen::phrase::{address, article, doc_number, email, money, percent, person, phone, postcode, quantity, title, url};
use proptest::prelude::*;

/// Pieces that the grammars react to, and some that they do not.
const PIECES: [&str; 96] = [
    "0",
    "1",
    "2",
    "7",
    "9",
    "15",
    "2022",
    "0750",
    "3380216",
    "13800138000",
    "12345",
    "400",
    "０",
    "９",
    "二",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "零",
    "〇",
    "元",
    "角",
    "分",
    "分钱",
    "整",
    "￥",
    "人民币",
    "美元",
    "%",
    "％",
    "‰",
    "百分之",
    "个百分点",
    "个",
    "份",
    "人",
    "年",
    "月",
    "号",
    "第",
    "条",
    "款",
    "项",
    "（",
    "）",
    "(",
    ")",
    "〔",
    "〕",
    "[",
    "]",
    "《",
    "》",
    "〈",
    "〉",
    "、",
    "，",
    "。",
    "：",
    "；",
    "-",
    "—",
    "－",
    "/",
    "至",
    "～",
    ".",
    ",",
    " ",
    "　",
    "\n",
    "@",
    "＠",
    "www.",
    "http://",
    "a",
    "b.cn",
    "·",
    "转",
    "余",
    "不超过",
    "不低于",
    "以上",
    "以下",
    "每",
    "约",
    "电话",
    "传真",
    "热线",
    "联系人：",
    "李明远",
    "王主任",
    "邮编：",
    "地址：海川市人民路",
];

/// Pieces more that come late in documents.
const MORE: [&str; 8] = ["令", "公告", "字", "发", "路", "楼", "*", "分别"];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(&PIECES[..]), 1 => prop::sample::select(&MORE[..])];
    let known = prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat());
    prop_oneof![6 => known, 1 => "\\PC{0,40}"]
}

/// The places that each grammar finds in `text`.
fn places(text: &str) -> Vec<(&'static str, Vec<Range<usize>>)> {
    fn ranges<T>(found: Vec<gongwen::Found<T>>) -> Vec<Range<usize>> {
        found.into_iter().map(|f| f.range).collect()
    }
    vec![
        ("address", ranges(address::find(text))),
        ("article", ranges(article::find(text))),
        ("doc_number", ranges(doc_number::find(text))),
        ("email", ranges(email::find(text))),
        ("money", ranges(money::find(text))),
        ("percent", ranges(percent::find(text))),
        ("person", ranges(person::find(text))),
        ("phone", ranges(phone::find(text))),
        ("postcode", ranges(postcode::find(text))),
        ("quantity", ranges(quantity::find(text))),
        ("title", ranges(title::find(text))),
        ("url", ranges(url::find(text))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_are_in_order_and_disjoint(text in text()) {
        for (kind, ranges) in places(&text) {
            let mut end = 0;
            for range in ranges {
                prop_assert!(end <= range.start && range.start < range.end, "{kind}: {range:?} after {end} in {text:?}");
                prop_assert!(text.get(range.clone()).is_some(), "{kind}: {range:?} cuts a character in {text:?}");
                end = range.end;
            }
        }
    }
}
