//! The lists of words that features ask of what stands around a time: asked once for all lists, before any feature is.

use std::sync::LazyLock;

use crate::lexicon::{Endings, Held, Lists};

/// The lists that what stands before a time may end with.
#[derive(Clone, Copy)]
pub(super) enum End {
    /// 定于, 时间：.
    Scheduled,
    /// 期限为.
    Validity,
    /// 由 in 由4月2日调整为4月6日.
    Former,
    /// 原定于.
    Original,
    /// 当天 before an hour.
    SameDay,
    /// 较2020年底.
    Compared,
    /// 可以, 合同: ends like a word that compares, and is none.
    NotCompared,
    /// 按照.
    Ruled,
    /// 待年底核算后.
    Awaited,
    /// 于, 在.
    At,
    /// 改变每年考核一次的做法.
    GivenUp,
    /// 力争 before a year that heads a plan.
    Planned,
}

static ENDS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new([
        &[
            "定于",
            "拟于",
            "将于",
            "请于",
            "须于",
            "应于",
            "需于",
            "计划于",
            "计划在",
            "预计在",
            "预计于",
            "力争",
            "时间",
            "时间为",
            "时间是",
            "定在",
            "安排在",
            "安排于",
            "期为",
            "期限为",
            "年限为",
            "日期为",
            "调整为",
            "调整至",
            "改为",
            "推迟至",
            "推迟到",
            "延长至",
            "延期至",
            "预计",
            "期限：",
            "时间：",
            "时间:",
            "日期：",
            "日期:",
        ][..],
        &["期为", "期限为", "年限为", "期：", "期限：", "年限：", "期:", "期限:"],
        &["由", "从"],
        &["原定于", "原定"],
        &["当天", "当日"],
        &["较", "比", "与", "同", "以"],
        &["可以", "予以", "得以", "加以", "足以", "合同", "共同", "会同", "协同"],
        &["根据", "按照", "依据", "参照", "对照"],
        &["待", "经"],
        &["于", "在"],
        &["打破", "改变", "废除", "取消"],
        &["：", ":", "力争", "争取", "确保", "计划", "预计", "其中"],
    ])
});

/// The lists of which what stands before or behind a time may hold a word.
#[derive(Clone, Copy)]
pub(super) enum Word {
    /// 了, 为了, 除了.
    Done,
    InOrder,
    Besides,
    /// 已, 曾.
    Had,
    /// 连续.
    OnEnd,
    /// 的.
    Of,
    /// 每周.
    Cycle,
    /// 同比.
    Figure,
    /// 确保.
    Directed,
    /// 受过.
    Eligible,
    /// 两次, 累计.
    Twice,
    /// 次以上.
    Times,
    /// 违.
    Breach,
    /// 截止时间.
    Limit,
    /// =, ÷.
    Sign,
}

static WORDS: LazyLock<Lists> = LazyLock::new(|| {
    Lists::new([
        &["了"][..],
        &["为了"],
        &["除了"],
        &["已", "曾"],
        &["连续"],
        &["的"],
        &["每日", "每天", "每周", "每月", "每年", "每季", "每学"],
        &[
            "同比",
            "环比",
            "比上年",
            "较上年",
            "预计增长",
            "完成率为",
            "增速",
            "累计完成",
            "累计实现",
            "共发生",
            "共受理",
            "共查处",
            "共检查",
            "共排查",
            "共接",
        ],
        &["要求", "要在", "要于", "应当", "应于", "须", "请", "确保", "力争", "将于", "计划", "拟", "定于", "务必", "必须"],
        &["到访过", "受过", "受到", "曾", "有过", "发生过", "记录的", "旅居", "没有", "未发生", "未受", "违法违规", "再次违"],
        &["两次", "二次", "累计"],
        &["次以上"],
        &["违"],
        &["截止时间", "截止日期"],
        &["=", "＝", "+", "＋", "÷", "×", "*", "∑"],
    ])
});

/// The lists with a word of which `before` ends.
#[derive(Clone, Copy, Default)]
pub(super) struct Ends(Held);

impl Ends {
    pub(super) fn of(before: &str) -> Self {
        Self(ENDS.held_by(before))
    }

    pub(super) const fn with(self, list: End) -> bool {
        self.0.has(list as usize)
    }
}

/// The lists of which some words hold one.
#[derive(Clone, Copy, Default)]
pub(super) struct Holds(Held);

impl Holds {
    pub(super) fn of(words: &str) -> Self {
        Self(if words.is_empty() { Held::default() } else { WORDS.held_by(words) })
    }

    pub(super) const fn a(self, list: Word) -> bool {
        self.0.has(list as usize)
    }

    /// Whether something is told to be done: 了 that is not that of 为了.
    pub(super) const fn done(self) -> bool {
        self.a(Word::Done) && !self.a(Word::InOrder) && !self.a(Word::Besides)
    }
}
