//! The words that names are told by, in rows, as lists of words are read.

use crate::lexicon::{joined, picked, short};

/// Titles and forms of address.
pub(super) const TITLES: &[&str] = picked!(posts: heads | leads | deputy | held | called);

/// Words that may follow a name without a mark between.
pub(super) const FOLLOWERS: &[&str] = joined!(
    picked!(contact_labels: phone | fax | mail | place | post | net),
    &["联系", "办公", "收", "等", "为", "任", "负责", "（", "的", "处", "邮政", "请", "同志"],
);

/// Words that look like names and are none.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "纪委", "纪检", "团委", "招办", "党办", "办公室", "高度", "安排", "安全", "何时", "方式", "方面", "方案", "时间", "万元", "全体", "全国", "全市", "全县",
    "于是", "关于", "任何", "任务", "单位", "党委", "党政", "党组", "党群", "和谐", "计划", "金融", "水利", "农业", "文化",
    "公安", "司法", "白天", "夜间", "全天", "工作日", "节假日", "高峰", "周末", "微信", "司机", "成都", "海关", "和田", "安徽", "江西", "江苏", "项目", "应急", "安监", "商务", "国土", "成员", "终身", "经办", "段落", "应当", "应该", "应于", "应在", "海外", "查询", "国内", "境外",
];

/// How desks and organs end, which stand where a name may.
pub(crate) const DESKS: &[&str] = joined!(picked!(organs: desk | body), &["校"]);

/// How words begin that stand where a name may: 见附件, 待定.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "见", "详", "同", "另", "待", "如", "请", "由", "各", "本", "暂", "无", "须", "应", "可", "及",
];

/// How what stands where a name may ends, besides desks.
const ENDS: &[&str] = joined!(
    picked!(contact_labels: phone | fax | mail | place | post | net),
    &["方式", "邮件", "系人", "络人", "办人", "责人", "表", "名单", "人员", "信息", "县", "市", "区", "镇", "乡"],
);

/// Whether `name` looks like a name and is none.
pub(super) fn is_word(name: &str) -> bool {
    let place = |name: &str| name.ends_with(['县', '区', '镇', '乡', '市', '楼', '馆']);
    WORDS.contains(&name) || name.chars().count() > 2 && (place(name) || short::ends_with(name, DESKS))
}

/// Whether `name` is a desk or another word that stands where a name may.
pub(super) fn is_desk(name: &str) -> bool {
    short::begins_with(name, OTHERS) || DESKS.iter().chain(ENDS).any(|w| name.ends_with(w))
}
