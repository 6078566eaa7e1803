//! Section labels: 第一章, 第三条, 一、, （一）, 1., （1）, ①, 项目1.

/// The shape of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// 第一编.
    Book,
    /// 第一部分.
    Division,
    /// 第一章.
    Chapter,
    /// 第一节.
    SubChapter,
    /// 第一条.
    Article,
    /// 项目1, 步骤一.
    Named,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracketed,
    /// 1.
    Arabic,
    /// （1）
    ArabicBracketed,
    /// 1）
    ArabicHalfBracketed,
    /// ①
    Circled,
}
