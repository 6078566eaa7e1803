//! Measure words: 个, 份, 人次, 平方米, 千瓦时, ㎡.

use std::sync::LazyLock;

use crate::lexicon::{Prefixes, Suffixes};

/// Measures of persons and things that are listed one by one: 共29人, （3个）.
pub(crate) const LISTED: [&str; 13] = ["人", "名", "个", "家", "项", "件", "户", "所", "条", "位", "辆", "台", "种"];

/// Words of four, three, two characters, then of one: a longer one is tried first.
const LONG: [&str; 88] = [
    "标准立方米",
    "万千瓦时",
    "万标准箱",
    "平方公里",
    "立方米",
    "平方米",
    "千瓦时",
    "工作日",
    "百分点",
    "自然村",
    "行政村",
    "建制村",
    "标准箱",
    "兆瓦时",
    "吉瓦时",
    "kWh",
    "MWh",
    "km²",
    "㎡",
    "m²",
    "m³",
    "kg",
    "km",
    "kW",
    "MW",
    "GW",
    "cm",
    "mm",
    "ml",
    "mL",
    "人次",
    "人天",
    "人年",
    "人月",
    "车次",
    "架次",
    "户次",
    "台次",
    "件次",
    "场次",
    "班次",
    "航次",
    "列次",
    "公里",
    "千米",
    "厘米",
    "毫米",
    "公斤",
    "千克",
    "毫克",
    "公吨",
    "公顷",
    "平米",
    "平方",
    "千瓦",
    "兆瓦",
    "吉瓦",
    "毫升",
    "课时",
    "学时",
    "学期",
    "学年",
    "学分",
    "小时",
    "分钟",
    "季度",
    "个月",
    "星期",
    "年度",
    "社区",
    "街道",
    "乡镇",
    "床日",
    "张床",
    "门店",
    "楼层",
    "单元",
    "标箱",
    "标段",
    "航班",
    "款次",
    "字节",
    "平台",
    "机组",
    "床位",
    "座位",
    "车位",
    "学位",
];

/// Measure words of one character.
const SHORT: &str = "个人份件册盒套台辆户亩吨斤克升米里度天日月年季周时次期场班生床张页本部篇条项宗起例案家所校村镇乡县区市省车座栋幢间层株棵头只羽尾匹箱袋瓶桶\
包支枝根块片组队批单票笔股点处名位对双门届岁类种级届轮例艘架列根滴束段站口眼孔盏幅枚颗粒副顶把艘线代字秒倍成分档科";

/// The length of the measure word at the head of `i`.
///
/// ```
/// use gongwen::phrase::measure::measure;
/// assert_eq!(measure("平方米计"), Some("平方米".len()));
/// assert_eq!(measure("册，"), Some("册".len()));
/// assert_eq!(measure("，"), None);
/// ```
pub fn measure(i: &str) -> Option<usize> {
    MEASURES.of(i).map(str::len)
}

/// Whether a measure word ends `text`.
pub(crate) fn ends_with_measure(text: &str) -> bool {
    ENDS.of(text).is_some()
}

static MEASURES: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(words()));
static ENDS: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(words()));

fn words() -> impl Iterator<Item = &'static str> {
    LONG.into_iter().chain(SHORT.char_indices().map(|(at, c)| &SHORT[at..at + c.len_utf8()]))
}
