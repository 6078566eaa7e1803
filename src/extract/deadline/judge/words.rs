//! The lists of words that features ask of what stands around a time: asked once for all lists, before any feature is.

use std::sync::LazyLock;

use crate::lexicon::{Beginnings, Endings, Held, Lists, joined, picked};

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
    /// 市政府决定.
    Decided,
}

static ENDS: LazyLock<Endings> = LazyLock::new(|| {
    Endings::new([
        &[
            "定于",
            "暂定",
            "暂定于",
            "初定",
            "初定于",
            "拟于",
            "将于",
            "将在",
            "请于",
            "须于",
            "应于",
            "需于",
            "计划",
            "计划于",
            "计划在",
            "预计在",
            "预计于",
            "力争",
            "时间",
            "时间为",
            "时间是",
            "时间是：",
            "时间是:",
            "时间为：",
            "时间为:",
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
            "阶段（",
            "阶段(",
            "阶段：",
            "阶段:",
            "定为",
            "定为：",
            "定为:",
        ][..],
        &["时间为", "期为", "期限为", "年限为", "期：", "期限：", "年限：", "期:", "期限:"],
        &["由", "从"],
        &["原定于", "原定"],
        &["当天", "当日"],
        &["较", "比", "与", "同", "以", "距", "距离"],
        &["可以", "予以", "得以", "加以", "足以", "合同", "共同", "会同", "协同"],
        picked!(bases: ground | rule | model),
        &["待", "经"],
        &["于", "在"],
        &["打破", "改变", "废除", "取消"],
        &["：", ":", "力争", "争取", "确保", "计划", "预计", "其中"],
        &["决定", "同意", "批准", "确定", "明确", "规定"],
    ])
});

/// The lists that what stands behind a time may begin with.
#[derive(Clone, Copy)]
pub(super) enum Begin {
    /// 是.
    Is,
    /// 施行.
    Effect,
    /// 计算.
    Counted,
    /// 的.
    Of,
    /// 出生.
    Born,
    /// 印发, which 的 makes an attribute.
    Act,
    /// 取得 in 取得学位的: a state, where 的 follows.
    State,
    /// 应届.
    Name,
    /// 调整.
    Moved,
    /// 力争.
    Plan,
    /// 出生, 取得: what somebody is or has.
    Person,
    /// 都, 已.
    Told,
    /// 已, 共, 累计: behind 截至.
    Reached,
    /// 无, 未.
    Without,
    /// 来源：, 浏览次数：: behind the day of a page.
    Reader,
    /// 放假, 上班.
    DayOff,
    /// 公告, behind the day in brackets under a title.
    Issued,
}

static BEGINS: LazyLock<Beginnings> = LazyLock::new(|| {
    Beginnings::new([
        &["是"][..],
        joined!(picked!(acts: effect), &["开始施行", "开始实施", "正式", "起"]),
        &["计算", "算起"],
        &["的"],
        &["出生"],
        ACTS,
        joined!(
            PERSON,
            &[
                "入学", "签订", "成立", "注册", "登记", "建成", "竣工", "开工", "投产", "已", "未", "尚未", "在册", "新", "购置", "缴纳",
                "录用", "核准", "立项", "受理", "参保", "就读", "发生", "产生"
            ]
        ),
        &[
            "纳税申报",
            "各项",
            "税费",
            "差额",
            "工资",
            "保费",
            "税款",
            "电费",
            "应届",
            "毕业",
            "届",
            "级",
            "版",
            "申报期",
            "征期",
            "所属期",
            "普通高校",
            "高校毕业",
            "中考",
            "高考",
        ],
        &["调整", "变更", "改为", "改至", "推迟", "提前至", "延长", "延期", "延至"],
        &PLANS,
        PERSON,
        &["都", "已", "曾", "一直", "均已"],
        &["已", "共", "累计", "全市", "全县", "全省"],
        &["无", "未"],
        joined!(picked!(page_labels: reader), &["来源", "作者", "浏览", "点击", "阅读人数", "【字", "[字", "［字"]),
        &[
            "放假",
            "放寒假",
            "放暑假",
            "补休",
            "调休",
            "公休",
            "上班",
            "照常上班",
            "正常上班",
            "正常休息",
            "上课",
            "正式上课",
            "返校",
            "报到",
            "开学",
        ],
        ISSUED,
    ])
});

/// What somebody is or has.
const PERSON: &[&str] = &["出生", "取得", "获得", "毕业", "参加工作", "入职", "在职", "退休"];

/// What was done on a day with a document or at a meeting.
pub(super) const ACTS: &[&str] = joined!(picked!(acts: issues | makes | passes | effect), &["召开"]);

/// What an organ did on the day in brackets under its title.
pub(super) const ISSUED: &[&str] = joined!(picked!(acts: issues), &["公告"]);

/// Words of plans.
#[rustfmt::skip]
pub(super) const PLANS: [&str; 30] = [
    "开工", "要", "应", "须", "力争", "争取", "确保", "计划", "将", "完成", "实现", "达到", "推进", "启动", "建成", "不少于", "不低于", "全面",
    "全部", "基本", "建立", "形成", "新增", "新建", "改造", "全覆盖", "培育", "创建", "竣工", "投入使用",
];

/// The lists of which what stands before or behind a time may hold a word.
#[derive(Clone, Copy)]
pub(super) enum Word {
    /// 了, 为了 and 了解, 除了, 终了.
    Done,
    InOrder,
    Besides,
    AtEnd,
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
    /// 加收.
    Penal,
}

static WORDS: LazyLock<Lists> = LazyLock::new(|| {
    Lists::new([
        &["了"][..],
        &["为了", "了解"],
        &["除了"],
        &["终了"],
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
        &["=", "＝", "÷", "×", "∑"],
        &["加处", "加收", "滞纳金"],
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

/// The lists with a word of which `after` begins.
#[derive(Clone, Copy, Default)]
pub(super) struct Begins(Held);

impl Begins {
    pub(super) fn of(after: &str) -> Self {
        Self(BEGINS.held_by(after))
    }

    pub(super) const fn with(self, list: Begin) -> bool {
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
        self.a(Word::Done) && !self.a(Word::InOrder) && !self.a(Word::Besides) && !self.a(Word::AtEnd)
    }
}
