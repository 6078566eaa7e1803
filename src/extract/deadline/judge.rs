//! Whether a time binds or schedules something, or only tells, compares or describes.
//!
//! Each feature of the words around a time speaks for or against; what is left is their sum. The weights say how strong a
//! feature is in the language, not how often it occurs in some collection: 4 decides against anything but its equal, 2 is
//! enough alone, 1 tips a balance.

use super::calendar::Calendar;
use crate::{
    phrase::{
        period::{Edge, Period, Unit},
        when::{Kind, Point, Resolved, Value, When},
    },
    reading::Place,
    span::Found,
};

/// A time with the words around it.
pub(super) struct Mention<'t> {
    /// The time.
    pub(super) found: &'t Found<When>,
    /// How it binds, by its own words and the label before it.
    pub(super) kind: Kind,
    /// What it means here.
    pub(super) days: Resolved,
    /// Where its sentence begins.
    pub(super) sentence: usize,
    /// Its own words.
    words: &'t str,
    /// What stands before it in its clause.
    before: &'t str,
    /// What stands behind it in its clause.
    after: &'t str,
    /// The sign that ends its clause.
    stop: Option<char>,
    /// What its block is.
    place: Place,
    /// Whether its last day lies before the document; none where that cannot be told.
    past: Option<bool>,
}

/// A feature: its weight, and whether a mention has it.
type Feature = (i8, fn(&Mention<'_>) -> bool);

/// What speaks for and against.
const FEATURES: [Feature; 20] = [
    // 前, 截至, 到2025年: a limit is set for somebody
    (2, |m| m.kind == Kind::By),
    // 每月, 每年12月15日前
    (2, |m| m.kind == Kind::Recurring),
    // 30日内, 有效期5年
    (2, |m| m.kind == Kind::Relative),
    // a day, a period, a beginning that is still to come
    (2, |m| m.is_dated() && m.past == Some(false)),
    // 定于4月20日, 报名时间：
    (2, |m| m.is_dated() && m.is_scheduled()),
    // 自2022年1月1日起施行, 自印发之日起
    (6, |m| m.kind == Kind::From && m.takes_effect()),
    // 2025年，全市…: a year at the head of its clause sets the time for what follows
    (3, |m| m.is_bare_year() && m.heads_clause()),
    // 2022年内, 今年内: a year with its bounds is a time
    (4, |m| m.is_bare_year() && m.words.ends_with('内')),
    // 2022年度预算, 2021—2023年规划: a year only names something
    (-4, |m| m.is_bare_year()),
    // history: what is over binds nobody
    (-4, |m| m.past == Some(true)),
    // 自2021年以来
    (-6, |m| ends_with(m.words, &["以来", "至今"])),
    // 自合同签订之日起: an event of which nobody knows the day
    (-4, |m| m.kind == Kind::From && m.days.start.is_none()),
    // 较2020年底增长, 以2021年为基期
    (-4, |m| ends_with(m.before, &["较", "比", "与", "同", "相比", "以", "根据", "按照", "依据", "参照", "对照"])),
    // 2021年12月31日前取得学位的, 2018年5月1日起施行的《…》: the time describes a noun
    (-4, |m| m.is_attributive()),
    // 待年底审核后
    (-4, |m| ends_with(m.before, &["待", "经"])),
    // 已于, 曾于
    (-4, |m| ends_with(m.before, &["已于", "曾于", "已在", "曾在", "已经于", "已", "曾"])),
    // 每年都有, 每月召开了
    (-3, |m| !matches!(m.kind, Kind::By | Kind::From) && m.is_told()),
    // 14天内到访过, 3年内受过处罚: what somebody must be, or must not have done
    (-4, |m| m.kind == Kind::Relative && m.is_eligibility()),
    // 打破每年评审一次的做法
    (-4, |m| m.kind == Kind::Recurring && m.is_described()),
    // 笔试成绩查询时间 in a row of figures: a table schedules only by explicit limits
    (-1, |m| m.place == Place::Row && m.is_dated() && m.is_month_or_more()),
];

impl<'t> Mention<'t> {
    /// The time `found` in `text`, a block of the document.
    pub(super) fn new(text: &'t str, found: &'t Found<When>, place: Place, calendar: &Calendar) -> Self {
        let (ahead, behind) = (&text[..found.range.start], &text[found.range.end..]);
        let sentence = ahead.rfind(['。', '；', '！', '？', ';', '\n']).map_or(0, |at| at + 1);
        let before = &ahead[ahead.rfind(is_stop).map_or(0, |at| at + ahead[at..].chars().next().map_or(0, char::len_utf8))..];
        let end = behind.find(is_stop);
        let kind = labelled(before, &found.value);
        let base = calendar.base(sentence);
        let days = When { kind, value: found.value.value.clone() }.resolve(&base);
        let whole = When { kind: Kind::During, value: found.value.value.clone() }.resolve(&base);
        Self {
            found,
            kind,
            days,
            sentence,
            words: &text[found.range.clone()],
            before: before.trim(),
            after: behind[..end.unwrap_or(behind.len())].trim(),
            stop: end.and_then(|at| behind[at..].chars().next()),
            place,
            past: whole.end.and_then(|end| calendar.is_past(end.date)),
        }
    }

    /// Whether it is a deadline.
    pub(super) fn binds(&self) -> bool {
        FEATURES.iter().filter(|(_, holds)| holds(self)).map(|(weight, _)| i32::from(*weight)).sum::<i32>() >= 2
    }

    /// Whether it names days by the calendar.
    fn is_dated(&self) -> bool {
        matches!(self.kind, Kind::On | Kind::During | Kind::From)
    }

    /// A period without more that is a year or years.
    fn is_bare_year(&self) -> bool {
        let bare = |unit, edge| matches!(unit, Unit::Year | Unit::Years(..)) && edge == Edge::Whole;
        self.kind == Kind::During && self.period().is_some_and(|Period { unit, edge, .. }| bare(unit, edge))
    }

    fn is_month_or_more(&self) -> bool {
        self.period().is_some_and(|period| !period.is_day())
    }

    /// Its period, where it is but one.
    fn period(&self) -> Option<Period> {
        match self.found.value.value {
            Value::Point(Point { period, .. }) => period,
            _ => None,
        }
    }

    /// Whether the clause begins with it, and it with a comma: it holds for the whole sentence.
    fn heads_clause(&self) -> bool {
        self.before.is_empty() && self.after.is_empty() && matches!(self.stop, Some('，' | ','))
    }

    /// Whether a word before it sets a time.
    fn is_scheduled(&self) -> bool {
        const WORDS: [&str; 17] = [
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
        ];
        ends_with(self.before, &WORDS) || ends_with(self.before, &["时间：", "时间:", "日期：", "日期:"])
    }

    /// Whether something takes effect with it.
    fn takes_effect(&self) -> bool {
        const WORDS: [&str; 9] = ["施行", "实施", "执行", "生效", "试行", "开始施行", "开始实施", "正式", "起"];
        let said = WORDS.iter().any(|word| self.after.starts_with(word)) && !self.is_attributive();
        said || self.found.value.event().is_some_and(|event| event.issue)
    }

    /// Whether it describes a noun: 的 follows, or a verb with 的.
    fn is_attributive(&self) -> bool {
        const VERBS: [&str; 18] = [
            "印发", "发布", "公布", "出台", "颁布", "修订", "修正", "通过", "批准", "成立", "施行", "实施", "执行", "召开", "取得", "出生",
            "毕业", "下发",
        ];
        let verbal = |verb: &&str| self.after.strip_prefix(*verb).is_some_and(|rest| rest.starts_with('的'));
        self.after.starts_with('的') || VERBS.iter().any(verbal) || self.after.starts_with("出生")
    }

    /// Whether the clause tells what has been: 了 behind the verb, 都, 一直.
    fn is_told(&self) -> bool {
        let words = self.after;
        self.before.contains('已')
            || self.before.ends_with('了')
            || ["都", "已", "曾", "一直", "均已"].iter().any(|word| words.starts_with(word))
            || words.contains("了") && !words.contains("为了")
    }

    /// Whether it says what somebody has done or been.
    fn is_eligibility(&self) -> bool {
        const WORDS: [&str; 12] =
            ["到访过", "受过", "受到", "曾", "有过", "发生过", "记录的", "旅居", "没有", "未发生", "未受", "违法违规"];
        WORDS.iter().any(|word| self.after.contains(word))
    }

    /// Whether the clause is but the description of a noun: …的做法.
    fn is_described(&self) -> bool {
        ends_with(self.before, &["打破", "改变", "废除", "取消"])
            || ["的做法", "的惯例", "的模式"].iter().any(|word| self.after.ends_with(word))
    }
}

/// Whether `words` end with one of `endings`.
fn ends_with(words: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| words.ends_with(ending))
}

/// Whether `c` ends a clause.
fn is_stop(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '！' | '？' | ',' | ';' | '\n')
}

/// The kind of a time, where a label before it makes a day a limit: 报名截止时间为：2021年11月28日.
fn labelled(before: &str, when: &When) -> Kind {
    const LABELS: [&str; 9] = ["截止时间", "截止日期", "截止日", "完成时限", "办结时限", "报送时限", "整改时限", "时限", "完成时间"];
    let label = before.trim_end_matches(['：', ':', '为', '是', '（', '(', ' ']);
    match (when.kind, &when.value) {
        (Kind::On | Kind::During, Value::Point(_)) if ends_with(label, &LABELS) => Kind::By,
        (kind, _) => kind,
    }
}
