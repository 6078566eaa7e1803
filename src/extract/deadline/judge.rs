//! Whether a time binds or schedules something, or only tells, compares or describes.
//!
//! Each feature of the words around a time speaks for or against; what is left is their sum. The weights say how strong a
//! feature is in the language, not how often it occurs in some collection: 4 decides against anything but its equal, 2 is
//! enough alone, 1 tips a balance.

mod kind;
mod sense;
mod words;

use super::calendar::Calendar;
use crate::{
    phrase::{
        period::Period,
        trimmed,
        when::{Kind, Point, Resolved, Value, When},
    },
    span::Found,
};
use kind::labelled;
use words::{Begin, Begins, End, Ends, Holds};

/// A time with the words around it.
pub(super) struct Mention<'t> {
    /// The time.
    pub(super) found: &'t Found<When>,
    /// How it binds, by its own words and the label before it.
    pub(super) kind: Kind,
    /// What it means here.
    pub(super) days: Resolved,
    /// The part of a cycle that it names, where it comes again because what it hangs on does.
    pub(super) cycle: Option<(Period, Option<Period>)>,
    /// Where its sentence begins.
    pub(super) sentence: usize,
    /// Its own words.
    words: &'t str,
    /// What stands before it in its clause.
    before: &'t str,
    /// The lists with a word of which that ends, and those of which it holds one.
    ends: Ends,
    before_holds: Holds,
    /// What stands behind it in its clause, the lists with a word of which that begins, and those of which it holds one.
    after: &'t str,
    begins: Begins,
    after_holds: Holds,
    /// The sign that ends its clause.
    stop: Option<char>,
    /// What follows its clause in the sentence.
    rest: &'t str,
    /// Whether it stands in a row of a schedule.
    scheduled: bool,
    /// Whether it opens the paragraph under a heading that says that a time is set.
    heads_set: bool,
    /// Whether its sentence says that something comes again.
    in_cycle: bool,
    /// Whether it stands under a heading that looks back.
    looks_back: bool,
    /// Whether it begins after the document.
    is_ahead: bool,
    /// Whether it is a beginning in the year before the document, as far as that can be told.
    is_recent: bool,
    /// Whether it is the very day of the document.
    is_day_of_document: bool,
    /// Whether its last day lies before the document; none where that cannot be told.
    past: Option<bool>,
}

/// A feature: its weight, and whether a mention has it.
type Feature = (i8, fn(&Mention<'_>) -> bool);

const fn all_below_zero(features: &[Feature]) -> bool {
    let mut n = 0;
    while n < features.len() && features[n].0 < 0 {
        n += 1;
    }
    n == features.len()
}

/// What speaks for a deadline.
const FOR: [Feature; 26] = [
    // under 二、活动时间
    (6, |m| m.heads_set && m.is_dated()),
    // 每周一上午，即4月4日、11日
    (2, |m| m.in_cycle && m.past.is_none() && m.kind == Kind::On),
    // 2022年6月1日 施行, at the head of a regulation
    (6, |m| m.is_line_of_effect()),
    // 决赛（6月18日）：各队现场展示: the time of what a label names
    (2, |m| m.past.is_none() && m.is_dated() && m.is_of_label()),
    // 6月18日下午：东城区、西城区；: a calendar, and no history
    (2, |m| m.past.is_none() && m.is_dated() && m.after.starts_with(['：', ':'])),
    // 4月5日放假, 2月28日报到, 7月15日截稿: a calendar of days off and on, of what opens and closes
    (2, |m| m.is_dated() && m.past != Some(true) && !m.is_bare_year() && (m.is_day_off() || m.opens_or_closes())),
    // 前, 截至, 到2025年: a limit is set for somebody
    (2, |m| m.kind == Kind::By),
    // a row of a schedule: what is over by now was set, too
    (6, |m| m.scheduled && m.is_dated() && m.past == Some(true)),
    // 自发布之日起至11月30日
    (6, |m| m.kind == Kind::During && m.found.value.event().is_some_and(|event| event.issue)),
    // 截止日期为2024年6月30日, though that be over: nothing but a limit is called so
    (4, |m| m.kind == Kind::By && m.found.value.kind != Kind::By && m.past == Some(true)),
    // 请于3月10日前报送 in April: an order, though it be a slip
    (4, |m| m.kind == Kind::By && m.past == Some(true) && m.before.starts_with('请')),
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
    // 各系于6月1日将名单报教务处, 公布结果：6月15日, where nothing tells what is over: history says its year, and labels none
    (2, |m| m.past.is_none() && m.kind == Kind::On && m.days.inferred.year && m.is_disposed_then()),
    (2, |m| m.past.is_none() && m.is_dated() && m.is_all_of_label()),
    // 自6月10日起, without a year: history is told with its year
    (2, |m| m.past.is_none() && m.kind == Kind::From && m.days.inferred.year),
    // 自2021年10月1日起执行新标准 in November: what began not long before the document goes on
    (6, |m| m.kind == Kind::From && m.past != Some(false) && m.goes_on()),
    // 自2022年1月1日起施行, 自印发之日起
    (6, |m| m.kind == Kind::From && m.takes_effect()),
    // 2025年，全市力争…: a year at the head of a plan sets the time for what follows
    (4, |m| (m.is_bare_year() || m.is_plan()) && m.heads_plan()),
    // 余款将于2023年拨付
    (4, |m| m.is_bare_year() && m.past != Some(true) && m.is_announced()),
    // 政策期限为2016年至2018年
    (4, |m| m.is_bare_year() && m.is_span_of_validity()),
    // （3月底完成，牵头单位：…）: a note under a directive sets its time even where that is over
    (4, |m| m.is_in_note()),
    // 2022年内, 今年内: a year with its bounds is a time
    (4, |m| m.is_bare_year() && m.words.ends_with('内')),
];

/// What speaks against one.
const AGAINST: [Feature; 31] = [
    // 现将10月份排查情况通报如下, 现将2020年至2021年补助资金下达给你们: what is announced is called so
    (-6, |m| m.kind == Kind::During && m.is_of_announced()),
    // 研究对策，部署下半年工作: what a meeting is about
    (-4, |m| m.kind == Kind::During && m.is_of_agenda()),
    // 从现在做起: a saying
    (-4, |m| m.kind == Kind::From && m.words.ends_with("做起")),
    // 每日按3%加处罚款: what delay costs
    (-4, |m| m.kind == Kind::Recurring && m.is_penal()),
    // 2021年末，基金余额3亿元
    (-4, |m| m.kind == Kind::By && m.words.ends_with('末') && m.is_balance()),
    // 发布时间：2022-05-12 15:29:00, 时间：2022-05-12　来源：…: a page's own day
    (-8, |m| m.kind == Kind::On && m.is_of_page()),
    // 6月至8月是主汛期
    (-3, |m| m.is_dated() && m.begins.with(Begin::Is)),
    // 报送上半年和下半年情况, 第一季度完成情况: what a report is about
    (-6, |m| m.is_dated() && m.is_of_report()),
    // 国庆期间
    (-6, |m| m.is_holiday()),
    // 会议时间由4月2日调整为4月6日
    (-6, |m| m.is_given_up()),
    // 17:30前, where no day is said, or 当天 before it says it
    (-4, |m| m.has_no_day() && (m.days.end.is_none() || m.kind != Kind::By || m.ends.with(End::SameDay))),
    // 2022年度预算, 2021—2023年规划: a year only names something
    (-4, |m| m.is_bare_year()),
    // history: what is over binds nobody
    (-4, |m| m.past == Some(true)),
    // 自2021年以来
    (-6, |m| m.tells_since()),
    // 自合同签订之日起: an event of which nobody knows the day
    (-4, |m| m.kind == Kind::From && m.days.start.is_none()),
    // 较2020年底增长, 以2021年为基期
    (-4, |m| m.kind != Kind::Relative && m.is_compared()),
    // 2021年12月31日前取得学位的, 2018年5月1日起施行的《…》: the time describes a noun
    (-4, |m| m.is_attributive() && (m.kind != Kind::Relative || m.words.ends_with('内'))),
    // 2022年应届毕业生, 5月申报期: part of a name
    (-4, |m| m.kind == Kind::During && m.is_part_of_name()),
    // 一季度，预计增长9%
    (-4, |m| m.is_dated() && (!m.is_ahead || m.days.inferred.year) && m.is_statistic()),
    // 截至2月底，完成率为35%
    (-4, |m| m.kind == Kind::By && m.words.starts_with('截') && (m.is_statistic() || m.is_progress())),
    // 《…办法》（2015年5月1日起施行）: the time of a cited document
    (-8, |m| m.is_of_citation()),
    // 待年底核算后
    (-4, |m| m.ends.with(End::Awaited)),
    // 已于3月完成, 每年都有, 连续四年组织了
    (-4, |m| m.is_told()),
    // 为做好2024年下半年…工作: what the work is about
    (-4, |m| m.kind == Kind::During && m.is_of_purpose()),
    // 2024年3月22日世界水日的主题: part of the name of a day
    (-4, |m| m.kind == Kind::On && m.names_day()),
    // under 一、2021年工作回顾
    (-4, |m| m.looks_back && !m.is_directed() && (m.is_dated() || m.kind == Kind::By)),
    // 每日工作不得超过8小时: how much of a cycle, which the cycle says
    (-4, |m| m.kind == Kind::Relative && m.is_share_of_cycle()),
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
    pub(super) fn new(text: &'t str, found: &'t Found<When>, calendar: &Calendar<'_>) -> Self {
        let (sentence, clause) = begin(&text[..found.range.start]);
        let (rest, end) = end(&text[found.range.end..]);
        let (before, after) = (&text[clause..found.range.start], trimmed(&rest[..end.map_or(rest.len(), |(at, _)| at)]));
        let cycle = calendar.comes_again(sentence, &found.value);
        let kind = if cycle.is_some() { Kind::Recurring } else { labelled(before, after, &found.value, calendar.limits) };
        let base = calendar.base(sentence);
        let whole = match kind {
            Kind::Recurring => Resolved::default(),
            kind if kind == found.value.kind => found.value.extent(&base),
            kind => When { kind, value: found.value.value.clone() }.extent(&base),
        };
        let (first, last) = (whole.start.map(|start| start.date), whole.end.map(|end| end.date));
        let before = trimmed(before);
        Self {
            found,
            kind,
            cycle,
            days: whole.side(kind),
            sentence,
            words: &text[found.range.clone()],
            before,
            ends: Ends::of(before),
            before_holds: Holds::of(before),
            after,
            begins: Begins::of(after),
            after_holds: Holds::of(after),
            stop: end.map(|(_, c)| c),
            rest,
            scheduled: calendar.scheduled,
            heads_set: found.range.start == 0 && calendar.is_set(),
            in_cycle: calendar.in_cycle(sentence),
            looks_back: calendar.looks_back(),
            is_ahead: first.is_some_and(|first| calendar.is_ahead(first)),
            is_recent: kind == Kind::From && first.is_some_and(|first| calendar.is_recent(first)),
            is_day_of_document: last.is_some_and(|last| calendar.is_day_of_document(last)),
            past: last.and_then(|last| calendar.is_past(last, text[found.range.clone()].starts_with('截'))),
        }
    }

    /// Whether it is a deadline.
    pub(super) fn binds(&self) -> bool {
        const ENOUGH: i8 = 2;
        let mut sum: i8 = FOR.iter().filter(|(_, holds)| holds(self)).map(|(weight, _)| weight).sum();
        // what speaks against it only takes away, so that what is not enough by now is never enough
        const { assert!(all_below_zero(&AGAINST), "a weight against a deadline is below zero") };
        let mut against = AGAINST.iter();
        while sum >= ENOUGH
            && let Some((weight, holds)) = against.next()
        {
            sum += if holds(self) { *weight } else { 0 };
        }
        sum >= ENOUGH
    }
}

/// No clause is longer than this many characters: a text without marks is judged by what stands near.
const NEAR: usize = 200;

/// Where the sentence and the clause begin that go on to the end of `text`; a comma in brackets that are closed ends no clause.
fn begin(text: &str) -> (usize, usize) {
    let (mut rest, mut clause, mut depth) = (text.as_bytes(), None, 0u8);
    for _ in 0..NEAR {
        match rest {
            [.., 0xef, 0xbc, 0x89] | [.., b')'] => depth = depth.saturating_add(1),
            [.., 0xef, 0xbc, 0x88] | [.., b'('] => depth = depth.saturating_sub(1),
            _ => {}
        }
        let (before, stop) = match rest {
            // most are Chinese characters
            [before @ .., 0xe4..=0xe9, _, _] => {
                rest = before;
                continue;
            }
            [before @ .., a @ 0xe0..=0xef, b, c] => (before, stop(&[*a, *b, *c])),
            [before @ .., letter @ 0..0x80] => (before, stop(&[*letter])),
            [before @ .., 0xf0..=0xff, _, _, _] | [before @ .., _, _] => (before, None),
            _ => break,
        };
        if let Some(stop) = stop {
            let comma = matches!(stop, '，' | ',');
            if !comma || depth == 0 {
                clause.get_or_insert(rest.len());
            }
            if !comma {
                break;
            }
        }
        rest = before;
    }
    (rest.len(), clause.unwrap_or(rest.len()))
}

/// The rest of the sentence at the head of `text`, and where in it, and with which sign, the clause ends.
fn end(text: &str) -> (&str, Option<(usize, char)>) {
    let (mut rest, mut clause) = (text.as_bytes(), None);
    for _ in 0..NEAR {
        let (behind, stop) = match rest {
            [0xe4..=0xe9, _, _, behind @ ..] => {
                rest = behind;
                continue;
            }
            [0xe0..=0xef, _, _, behind @ ..] | [0..0x80, behind @ ..] => (behind, stop(rest)),
            [0xf0..=0xff, _, _, _, behind @ ..] | [_, _, behind @ ..] => (behind, None),
            _ => break,
        };
        if let Some(stop) = stop {
            clause.get_or_insert((text.len() - rest.len(), stop));
            if matches!(stop, '。' | '！' | '？' | '\n') {
                break;
            }
        }
        rest = behind;
    }
    (&text[..text.len() - rest.len()], clause)
}

/// The sign at the head of `text`, if it ends a clause.
const fn stop(text: &[u8]) -> Option<char> {
    match text {
        [0xef, 0xbc, 0x8c, ..] => Some('，'),
        [0xef, 0xbc, 0x9b, ..] => Some('；'),
        [0xef, 0xbc, 0x81, ..] => Some('！'),
        [0xef, 0xbc, 0x9f, ..] => Some('？'),
        [0xe3, 0x80, 0x82, ..] => Some('。'),
        [b',', ..] => Some(','),
        [b';', ..] => Some(';'),
        [b'\n', ..] => Some('\n'),
        _ => None,
    }
}
