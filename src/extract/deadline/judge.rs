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
    /// What follows its clause in the sentence.
    rest: &'t str,
    /// Whether it stands under a heading that looks back.
    looks_back: bool,
    /// Whether it begins after the document.
    is_ahead: bool,
    /// Whether it is the very day of the document.
    is_day_of_document: bool,
    /// Whether its last day lies before the document; none where that cannot be told.
    past: Option<bool>,
}

/// A feature: its weight, and whether a mention has it.
type Feature = (i8, fn(&Mention<'_>) -> bool);

/// What speaks for and against.
const FEATURES: [Feature; 26] = [
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
    // 4月1日至15日 where no date of the document tells what is over: schedules have two ends, history has one
    (2, |m| m.past.is_none() && matches!(m.found.value.value, Value::Range(Point { period: Some(_), .. }, _))),
    // 自6月10日起, without a year: history is told with its year
    (2, |m| m.past.is_none() && m.kind == Kind::From && m.days.inferred.contains(&"year")),
    // 6月至8月是主汛期
    (-3, |m| m.is_dated() && m.after.starts_with('是')),
    // 自2022年1月1日起施行, 自印发之日起
    (6, |m| m.kind == Kind::From && m.takes_effect()),
    // 2025年，全市力争…: a year at the head of a plan sets the time for what follows
    (4, |m| m.is_bare_year() && m.heads_plan()),
    // 17:30前, where no day is said
    (-4, |m| m.has_no_day()),
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
    (-4, |m| m.is_compared()),
    // 2021年12月31日前取得学位的, 2018年5月1日起施行的《…》: the time describes a noun
    (-4, |m| m.is_attributive()),
    // 《…办法》（2015年5月1日起施行）: the time of a cited document
    (-8, |m| m.is_of_citation()),
    // 待年底核算后
    (-4, |m| ends_with(m.before, &["待", "经"])),
    // 已于3月完成, 每年都有, 连续四年组织了
    (-4, |m| m.is_told()),
    // under 一、2021年工作回顾, where no date of the document tells what is over
    (-4, |m| m.looks_back && (m.is_dated() || m.words.starts_with('截'))),
    // 14天内到访过, 3年内受过处罚: what somebody must be, or must not have done
    (-4, |m| m.kind == Kind::Relative && m.is_eligibility()),
    // 改变每年考核一次的做法, 5年内降幅较大的100种商品
    (-4, |m| matches!(m.kind, Kind::Recurring | Kind::Relative) && m.is_described()),
    // 考评分值=（上半年分值+下半年分值）÷2
    (-4, |m| m.is_term_of_formula()),
    // 2022年3月21日 in a document of that day only dates it
    (-4, |m| m.kind == Kind::On && m.is_day_of_document),
];

impl<'t> Mention<'t> {
    /// The time `found` in `text`, a block of the document.
    pub(super) fn new(text: &'t str, found: &'t Found<When>, calendar: &Calendar) -> Self {
        let (ahead, behind) = (&text[..found.range.start], near(&text[found.range.end..]));
        let sentence = begin(ahead, |c| matches!(c, '。' | '；' | '！' | '？' | ';' | '\n'));
        let before = &ahead[begin(ahead, is_stop)..];
        let end = behind.find(is_stop);
        let kind =
            if calendar.comes_again(sentence, &found.value) { Kind::Recurring } else { labelled(before, &found.value, calendar.limits) };
        let base = calendar.base(sentence);
        let (days, whole) = match kind {
            Kind::Recurring => Default::default(),
            _ => {
                let when = When { kind, value: found.value.value.clone() };
                (when.resolve(&base), when.extent(&base))
            }
        };
        Self {
            found,
            kind,
            days,
            sentence,
            words: &text[found.range.clone()],
            before: before.trim(),
            after: behind[..end.unwrap_or(behind.len())].trim(),
            stop: end.and_then(|at| behind[at..].chars().next()),
            rest: &behind[..behind.find(['。', '！', '？', '\n']).unwrap_or(behind.len())],
            looks_back: calendar.looks_back(),
            is_ahead: whole.start.is_some_and(|start| calendar.is_ahead(start.date)),
            is_day_of_document: whole.end.is_some_and(|end| calendar.is_day_of_document(end.date)),
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

    /// Its period, where it is but one.
    fn period(&self) -> Option<Period> {
        match self.found.value.value {
            Value::Point(Point { period, .. }) => period,
            _ => None,
        }
    }

    /// Whether it is but a time of day.
    fn has_no_day(&self) -> bool {
        matches!(self.found.value.value, Value::Point(Point { period: None, .. }) | Value::Range(Point { period: None, .. }, _))
    }

    /// Whether it stands at the head of a clause and a plan follows, or what follows cannot be but a plan.
    fn heads_plan(&self) -> bool {
        const PLANS: [&str; 16] =
            ["要", "应", "须", "力争", "争取", "确保", "计划", "将", "完成", "实现", "达到", "推进", "启动", "建成", "不少于", "不低于"];
        let heads = self.before.is_empty()
            || self.before.ends_with(['：', ':'])
            || ends_with(self.before, &["力争", "争取", "确保", "计划", "预计"]);
        let comma = self.after.is_empty() && matches!(self.stop, Some('，' | ','));
        let planned = PLANS.iter().any(|word| self.rest.contains(word)) && !self.rest.contains('了');
        let verb = PLANS.iter().any(|word| self.after.starts_with(word));
        heads && ((comma && (planned || self.is_ahead)) || verb)
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

    /// Whether it describes a noun: 的 follows, or a verb with 的, or a state that is reached by then.
    fn is_attributive(&self) -> bool {
        const ACTS: [&str; 14] =
            ["印发", "发布", "公布", "出台", "颁布", "修订", "修正", "通过", "批准", "施行", "实施", "执行", "召开", "下发"];
        const STATES: [&str; 16] = [
            "取得",
            "获得",
            "毕业",
            "成立",
            "注册",
            "登记",
            "入职",
            "参加工作",
            "建成",
            "竣工",
            "开工",
            "投产",
            "已",
            "未",
            "尚未",
            "在册",
        ];
        let act = |verb: &&str| self.after.strip_prefix(*verb).is_some_and(|rest| rest.starts_with('的'));
        let state = |verb: &&str| self.after.starts_with(*verb) && self.after.contains('的');
        self.after.starts_with('的') || self.after.starts_with("出生") || ACTS.iter().any(act) || STATES.iter().any(state)
    }

    /// Whether it is only a measure for something else: 较2020年底, 以2021年为基期.
    fn is_compared(&self) -> bool {
        let compared = ends_with(self.before, &["较", "比", "与", "同", "以", "根据", "按照", "依据", "参照", "对照"]);
        compared && !ends_with(self.before, &["可以", "予以", "得以", "加以", "足以"])
    }

    /// Whether it dates a document that is cited: 《…》（海政发〔2015〕8号）自2015年6月1日起施行.
    fn is_of_citation(&self) -> bool {
        let words = self.before.trim_end_matches(['（', '(']);
        let words = words.strip_suffix(['）', ')']).map_or(words, |inside| inside.rfind(['（', '(']).map_or(words, |at| &inside[..at]));
        words.ends_with('》') && (self.past != Some(false) || words.len() < self.before.len())
    }

    /// Whether the clause tells what has been: 已, 了 behind the verb, 都, 一直.
    fn is_told(&self) -> bool {
        let opens = |word: &&str| self.after.starts_with(*word);
        let done = self.after.contains('了') && !self.after.contains("为了");
        let past = done || ["都", "已", "曾", "一直", "均已"].iter().any(opens) || self.after.contains("连续");
        self.before.contains('已') || self.before.contains('曾') || (past && !matches!(self.kind, Kind::By | Kind::From | Kind::Relative))
    }

    /// Whether it says what somebody has done or been.
    fn is_eligibility(&self) -> bool {
        const WORDS: [&str; 16] = [
            "到访过",
            "受过",
            "受到",
            "曾",
            "有过",
            "发生过",
            "记录的",
            "旅居",
            "没有",
            "未发生",
            "未受",
            "违法违规",
            "再次违",
            "两次",
            "二次",
            "累计",
        ];
        WORDS.iter().any(|word| self.after.contains(word))
    }

    /// Whether the clause is but the description of a noun: …的做法, …的100种.
    fn is_described(&self) -> bool {
        let counted = self.after.match_indices('的').any(|(at, of)| self.after[at + of.len()..].starts_with(|c: char| c.is_ascii_digit()));
        let named = ["的做法", "的惯例", "的模式"].iter().any(|word| self.after.ends_with(word));
        named || (self.kind == Kind::Relative && counted) || ends_with(self.before, &["打破", "改变", "废除", "取消"])
    }

    /// Whether it is a term of a sum.
    fn is_term_of_formula(&self) -> bool {
        const SIGNS: [char; 8] = ['=', '＝', '+', '＋', '÷', '×', '*', '∑'];
        self.before.contains(SIGNS) || self.after.contains(SIGNS)
    }
}

/// Whether `words` end with one of `endings`.
fn ends_with(words: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| words.ends_with(ending))
}

/// No clause is longer than this many characters: a text without marks is judged by what stands near.
const NEAR: usize = 200;

/// Where the stretch at the end of `text` begins that holds no `stop`.
fn begin(text: &str, stop: fn(char) -> bool) -> usize {
    text.char_indices().rev().take(NEAR).take_while(|(_, c)| !stop(*c)).last().map_or(text.len(), |(at, _)| at)
}

/// The beginning of `text`.
fn near(text: &str) -> &str {
    text.char_indices().nth(NEAR).map_or(text, |(at, _)| &text[..at])
}

/// Whether `c` ends a clause.
fn is_stop(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '！' | '？' | ',' | ';' | '\n')
}

/// The kind of a time, where a label before it, or above its column, makes a day a limit: 报名截止时间为：2021年11月28日.
fn labelled(before: &str, when: &When, limits: bool) -> Kind {
    const LABELS: [&str; 9] = ["截止时间", "截止日期", "截止日", "完成时限", "办结时限", "报送时限", "整改时限", "时限", "完成时间"];
    let label = before.trim_end_matches(['：', ':', '为', '是', '（', '(', ' ']);
    match (when.kind, &when.value) {
        (Kind::On | Kind::During, Value::Point(_)) if limits || ends_with(label, &LABELS) => Kind::By,
        (kind, _) => kind,
    }
}
