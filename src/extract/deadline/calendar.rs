//! What the document knows of dates at the place that is being read.
//!
//! A year that is not written is that of the nearest earlier full date in the same sentence or section, else of
//! the document. A date of history lends its year to its own sentence only: 2021年6月通过检查。请于5月4日前 means this year.

use std::sync::LazyLock;

use jiff::{ToSpan, civil::Date};

use super::{Base, judge::Mention};
use crate::{
    lexicon::{Lists, short},
    pattern::is_han,
    phrase::{
        date,
        duration::Duration,
        month::Month,
        period::{Edge, Period, Unit},
        recurrence::Rule,
        when::{self, Inferred, Kind, Moment, Point, Resolved, Value, When},
        workday::Workdays,
        year::Year,
    },
    reading::{Block, Place, Reading},
    span::Span,
};

/// Years of documents.
const YEARS: std::ops::Range<i16> = 1949..2100;

/// Lines at the head of a document that may tell its year.
const HEAD: usize = 40;

/// The dates known so far.
#[derive(Debug)]
pub(super) struct Calendar<'r> {
    /// Which days are worked.
    pub(super) workdays: &'r Workdays,
    document: Option<Date>,
    /// The year of which the title speaks, failing that the year of the document's number.
    year: Option<i16>,
    /// Whether the title is that of a report on that year: 2019年统计公报.
    reports: bool,
    /// The year in which the page was published, failing that the first that the document says in full; where no date tells,
    /// the only year of which it speaks.
    published: Option<i16>,
    /// The section or part that is being read, and the nearest full date in it.
    section: (usize, Option<&'r str>),
    in_section: Option<Date>,
    /// What the headings say under which it stands, from the outermost.
    headings: Vec<Heading<'r>>,
    /// The nearest full date in the sentence, and where that began.
    in_sentence: Option<(usize, Date)>,
    /// The day last spoken of in the block.
    day: Option<Date>,
    /// The one day of which the document gives the hour, as that of a meeting, until it gives that of a second.
    only_day: Option<Date>,
    many_days: bool,
    /// Where the sentence begins in which something was last said to come again.
    cycle: Option<usize>,
    /// Whether that was told by the months of a year: 每年9月底前.
    yearly: bool,
    /// Whether the row that is being read stands under a head with 完成时限.
    pub(super) limits: bool,
    /// Whether it stands under a head with 时间安排.
    pub(super) scheduled: bool,
    /// Whether the paragraph before was but the name of a time, and whether that of the one that is being read was.
    named: bool,
    under_name: bool,
    /// The first day of what was last said to take effect, and what of it the document supplied.
    effect: Option<(Date, Inferred)>,
    /// The length of the years for which the document plans, and their last day: 2022年起5年内.
    years: Option<(Duration, Date)>,
}

/// What a heading says of the time of all under it.
#[derive(Debug)]
struct Heading<'r> {
    section: &'r str,
    /// 二、2022年工作安排.
    year: Option<Date>,
    /// 二、活动时间: what stands beneath it sets a time.
    sets: bool,
    /// 一、工作回顾.
    looks_back: bool,
    /// 一、基本情况: looks back in a document that no date says is over.
    describes: bool,
}

/// What a heading says that looks back, tells how things are, looks ahead.
static HEADINGS: LazyLock<Lists> = LazyLock::new(|| {
    Lists::new([
        &["回顾", "工作总结", "主要成效", "取得的成", "工作成效", "主要做法", "发展现状", "工作完成情况", "主要成绩"][..],
        &["总结", "工作情况", "基本情况"],
        &["报送", "阶段"],
    ])
});

impl<'r> Heading<'r> {
    fn read(section: &'r str, block: &Block, text: &str) -> Self {
        let year = block.times.iter().find_map(|found| year_of(&found.value.value)).and_then(|year| Date::new(year, 1, 1).ok());
        // 报送总结, 总结提升阶段: a time to come
        let held = HEADINGS.held_by(text);
        let [back, state, ahead] = [0, 1, 2].map(|list| held.has(list));
        let sets = sets_time(text);
        Self { section, year, sets, looks_back: back && !ahead, describes: state && !ahead }
    }

    /// Whether `section` is the heading's own or lies in it.
    fn holds(&self, section: &str) -> bool {
        section.strip_prefix(self.section).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl<'r> Calendar<'r> {
    /// Before the first block.
    pub(super) fn new(reading: &Reading<'_>, base: &Base<'r>) -> Self {
        let titles = [reading.document.head.title, reading.document.page.title];
        let year =
            titles.into_iter().flatten().find_map(|title| title_year(reading, title)).or_else(|| announced_year(reading)).or(base.year);
        let report = |title: Span| short::holds(reading.document.text.slice(title), &["公报", "决算", "执行情况", "年度报告", "工作总结"]);
        Self {
            reports: titles.into_iter().flatten().any(report),
            document: base.document.or(base.as_of),
            year,
            // asked for only where no year is known
            published: base.published.or_else(|| if year.is_none() { first_year(reading) } else { None }).or_else(|| {
                let silent = year.is_none() && base.document.or(base.as_of).is_none();
                if silent { only_year(reading) } else { None }
            }),
            section: (0, None),
            in_section: None,
            headings: Vec::new(),
            in_sentence: None,
            day: None,
            only_day: None,
            many_days: false,
            workdays: base.workdays,
            cycle: None,
            yearly: false,
            limits: false,
            scheduled: false,
            named: false,
            under_name: false,
            effect: None,
            years: None,
        }
    }

    /// Goes past a block that says no time, and is neither a heading nor a row: it ends a table.
    pub(super) fn pass_by(&mut self, text: &str) {
        (self.limits, self.scheduled) = (false, false);
        self.named = sets_time(text);
    }

    /// Goes on to `block`.
    pub(super) fn enter(&mut self, block: &'r Block, text: &str) {
        (self.in_sentence, self.cycle, self.effect, self.day) = (None, None, None, None);
        self.under_name = std::mem::take(&mut self.named);
        let heads_limits = || block.times.is_empty() && short::holds(text, &["时限", "完成时间", "截止"]);
        self.limits = block.place == Place::Row && (self.limits || heads_limits());
        let schedules = || block.times.is_empty() && text.contains("时间安排");
        self.scheduled = block.place == Place::Row && (self.scheduled || schedules());
        let section = block.section.as_deref();
        if self.section != (block.part, section) {
            self.section = (block.part, section);
            self.in_section = None;
            self.headings.retain(|heading| heading.holds(section.unwrap_or_default()));
        }
        if block.place == Place::Heading {
            self.headings.push(Heading::read(section.unwrap_or_default(), block, text));
        }
    }

    /// What a time in the sentence that begins at `sentence` is resolved with.
    pub(super) fn base(&self, sentence: usize) -> when::Base<'r> {
        let near = self.in_sentence.filter(|(at, _)| *at == sentence).map(|(_, day)| day);
        when::Base {
            nearest: near.or(self.in_section).or(self.headed_year()),
            document: self.document,
            year: self.year.or(self.published),
            day: self.day.or(self.only_day),
            workdays: Some(self.workdays),
        }
    }

    /// The year that the nearest heading above names.
    fn headed_year(&self) -> Option<Date> {
        self.headings.iter().rev().find_map(|heading| heading.year)
    }

    /// Whether the heading right above says that times stand beneath it.
    pub(super) fn is_set(&self) -> bool {
        self.under_name || self.headings.last().is_some_and(|heading| heading.sets)
    }

    /// Whether the sentence that begins at `sentence` has said that something comes again.
    pub(super) fn in_cycle(&self, sentence: usize) -> bool {
        self.cycle == Some(sentence)
    }

    /// Whether a heading above looks back.
    pub(super) fn looks_back(&self) -> bool {
        self.headings.iter().any(|heading| heading.looks_back || heading.describes && self.document.is_none())
    }

    /// Whether `day` is the document's own.
    pub(super) fn is_day_of_document(&self, day: Date) -> bool {
        self.document == Some(day)
    }

    /// Whether a period that ends on `last` lies before the document; none where that cannot be told. `so_far` where it says how
    /// far something has got: 截至2021年底.
    pub(super) fn is_past(&self, last: Date, so_far: bool) -> Option<bool> {
        match (self.document, self.year) {
            (Some(document), _) => Some(last < document),
            // a page of 2021 on a project of 2022
            (None, Some(year)) if self.published.is_some_and(|published| published < year) => None,
            // the last months before a year of which the title speaks: its tenders and its calls
            (None, Some(year)) if last.year() + 1 == year && last.month() > 9 && !so_far => None,
            (None, Some(year)) => Some(last.year() < year || self.reports && last.year() == year),
            // 二、2022年工作安排
            (None, None) => self.headed_year().map(|year| last.year() < year.year()),
        }
    }

    /// Whether `day` lies in the year before the document, or nobody can tell.
    pub(super) fn is_recent(&self, day: Date) -> bool {
        let recent = |document| day < document && document < day.saturating_add(1.year());
        self.document.map_or_else(|| self.is_past(day, false).is_none(), recent)
    }

    /// Whether `day` lies behind the document's.
    pub(super) fn is_ahead(&self, day: Date) -> bool {
        self.document.is_some_and(|document| day > document)
    }

    /// The part of a cycle that a time names which hangs on one: 每年11月考核，次年1月31日前公布. 次月5日前 does where no
    /// month was said before.
    pub(super) fn comes_again(&self, sentence: usize, when: &When) -> Option<(Period, Option<Period>)> {
        let (period, last) = match when.value {
            Value::Point(point) => (point.period?, None),
            Value::Range(first, last) => (first.period?, Some(last.period?)),
            _ => return None,
        };
        let in_cycle = self.cycle == Some(sentence);
        let month_said = self.in_sentence.is_some_and(|(at, _)| at == sentence) || self.day.is_some();
        let next_month = matches!(period.month(), Some(Month::FromThen(_)));
        let next_year = matches!(period.year, Some(Year::FromThen(_)));
        // 每年9月底前完成认定，10月底前发放
        let next_part = self.yearly && period.year.is_none() && matches!(period.month(), Some(Month::Written(_)));
        ((in_cycle && (next_year || next_part || period.is_bare_edge()))
            || (next_month && period.year.is_none() && (in_cycle || !month_said)))
            .then_some((period, last))
    }

    /// Remembers what a time says for those behind it.
    pub(super) fn pass(&mut self, mention: &Mention<'_>) {
        if mention.kind == Kind::Recurring {
            self.cycle = Some(mention.sentence);
            // of what hangs on a cycle the next does, too: 每年3月底前、6月底前、9月底前
            self.yearly = mention.cycle.is_some() && self.yearly
                || matches!(&mention.found.value.value, Value::Recurrence(it) if it.rule.as_deref().is_some_and(Rule::is_of_year));
        }
        let Some(Moment { date: day, clock }) = mention.days.end.or(mention.days.start) else { return };
        if is_days(&mention.found.value.value) {
            self.day = Some(day);
        }
        if is_day(&mention.found.value.value) && matches!(mention.kind, Kind::On | Kind::By) {
            self.day = Some(day);
            if mention.kind == Kind::On && clock.is_some() && self.is_past(day, false) != Some(true) {
                self.many_days |= self.only_day.is_some_and(|known| known != day);
                self.only_day = Some(day).filter(|_| !self.many_days);
            }
        }
        if says_year(&mention.found.value.value) && !mention.is_of_person() && !mention.tells_since() {
            self.in_sentence = Some((mention.sentence, day));
            if self.is_past(day, false) != Some(true) {
                self.in_section = Some(day);
            }
        }
        // 2009年春节放假7天，1月25日至31日: where nothing else says a year
        if self.document.is_none() && self.year.is_none() && self.published.is_none() && mention.is_of_holiday() {
            self.published = year_of(&mention.found.value.value);
        }
        if let Value::Range(first, last) = &mention.found.value.value
            && let Some(years) = years_between(first, last)
        {
            self.years = Some((Duration { years, ..Duration::default() }, day));
        }
        let exact = mention.found.value.event().is_some() || is_day(&mention.found.value.value);
        if mention.kind == Kind::From && exact {
            self.effect = mention.days.start.map(|start| (start.date, mention.days.inferred));
        }
        // 自公布之日起30日后施行
        if mention.kind == Kind::Relative && mention.takes_effect() {
            self.effect = mention.days.end.map(|end| (end.date, Inferred::EVENT));
        }
    }

    /// The end of a length that begins when what was last said takes effect: 自2022年1月1日起施行，有效期5年.
    pub(super) fn lasting(&self, length: Duration, mention: &Mention<'_>) -> Option<Resolved> {
        let Some((start, inferred)) = self.effect else {
            // 5年内, where the document plans for five years
            let (_, last) = self.years.filter(|(years, _)| *years == length && !mention.is_of_gift())?;
            return Some(Resolved { start: None, end: Some(Moment { date: last, clock: None }), inferred: Inferred::EVENT });
        };
        let last = length.after(start, self.workdays).filter(|_| !length.workdays)?.checked_sub(1.days()).ok()?;
        Some(Resolved { start: None, end: Some(Moment { date: last, clock: None }), inferred })
    }
}

/// The year of the first full date, which may stand in a line that is no 成文日期 (as in 纪要).
fn first_year(reading: &Reading<'_>) -> Option<i16> {
    reading
        .document
        .lines
        .iter()
        .take(HEAD)
        .find_map(|line| date::find(reading.document.text.slice(line.span)).first().map(|day| day.value.year()))
}

/// The year of which all times of the document speak that say one.
fn only_year(reading: &Reading<'_>) -> Option<i16> {
    let mut only = None;
    let mut agrees = |year: i16| *only.get_or_insert(year) == year;
    for block in &reading.blocks {
        let text = reading.text(block);
        // 2003年以来 says nothing of the year of the document, and 《2022年工作总结》 does
        let own = block.times.iter().filter(|found| !short::ends_with(&text[found.range.clone()], &["以来", "至今"]));
        let said = own.filter_map(|found| year_of(&found.value.value));
        let titled = text.split('《').skip(1).filter_map(year_at_head);
        if !said.chain(titled).filter(|year| YEARS.contains(year)).all(&mut agrees) {
            return None;
        }
    }
    only
}

/// The year of which the lead announces something: 现将2022年放假安排通知如下.
fn announced_year(reading: &Reading<'_>) -> Option<i16> {
    const FIRST: usize = 12;
    let leads = reading.blocks.iter().filter(|block| block.is_body()).take(FIRST).map(|block| reading.text(block));
    let announced = |text: &str| year_at_head(&text[text.find("现将")? + "现将".len()..]);
    leads.filter_map(announced).find(|year| YEARS.contains(year))
}

/// The year with which `words` begin: 2022年.
fn year_at_head(words: &str) -> Option<i16> {
    words.get(..4).filter(|_| words[4..].starts_with('年'))?.parse().ok()
}

/// The year that a title names; 年 may be left out at its head: 2017春节放假安排.
fn title_year(reading: &Reading<'_>, title: Span) -> Option<i16> {
    let words = reading.document.text.slice(title);
    let bare = || words.get(..4).filter(|_| words[4..].starts_with(is_han)).and_then(|year| year.parse().ok());
    when::find(words).iter().find_map(|found| year_of(&found.value.value)).or_else(bare).filter(|year| YEARS.contains(year))
}

/// The year that a time says in full.
fn year_of(value: &Value) -> Option<i16> {
    match value {
        Value::Point(Point { period: Some(Period { year: Some(Year::Written(year)), .. }), .. }) => Some(*year),
        _ => None,
    }
}

/// Whether a time says its year and at least a month of it.
fn says_year(value: &Value) -> bool {
    let full = |point: &Point| {
        point.period.is_some_and(|period| period.has_year() && !matches!(period.unit, Unit::Plan(_) | Unit::Years(..) | Unit::Year))
    };
    match value {
        Value::Point(point) => full(point),
        Value::Range(first, last) => full(first) || full(last),
        _ => false,
    }
}

/// Whether a period of several days is named by its first and last: 2月18日至24日.
fn is_days(value: &Value) -> bool {
    let days = |point: &Point| matches!(point.period, Some(Period { unit: Unit::Days(..), .. }));
    match value {
        Value::Point(point) => days(point) && !is_day(value),
        Value::Range(first, last) => days(first) && days(last),
        _ => false,
    }
}

/// Whether a heading, or a line by itself, is but the name of a time: 二、活动时间, 截稿日期：.
fn sets_time(text: &str) -> bool {
    const LONGEST: usize = 16;
    let names = ["时间", "日期", "时间安排", "时间和地点", "时间及地点", "时间地点"];
    short::ends_with(text.trim_end_matches(['：', ':', '。', ' ']), &names) && text.chars().count() <= LONGEST
}

/// How many years lie between two that are written, both counted.
fn years_between(first: &Point, last: &Point) -> Option<u32> {
    let year = |point: &Point| match point.period {
        Some(Period { year: Some(Year::Written(year)), unit: Unit::Year, edge: Edge::Whole }) => Some(year),
        _ => None,
    };
    u32::try_from(year(last)? - year(first)? + 1).ok().filter(|years| *years > 1)
}

fn is_day(value: &Value) -> bool {
    matches!(value, Value::Point(Point { period: Some(period), .. }) if period.is_day())
}
