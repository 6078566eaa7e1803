//! What the words around a time say of it: the features that [`FOR`](super::FOR) and
//! [`AGAINST`](super::AGAINST) weigh.

use std::sync::LazyLock;

use super::{
    Mention,
    words::{ACTS, Begin, End, Holds, ISSUED, PLANS, Word},
};
use crate::{
    lexicon::{Prefixes, joined, picked, short},
    phrase::{
        actor,
        numeral::is_figure,
        period::{Edge, Period, Unit},
        when::{Kind, Point, Value},
    },
};

/// What may stand before the name of a report.
static MODIFIERS: LazyLock<Prefixes> = LazyLock::new(|| {
    Prefixes::new([
        "的", "工作", "完成", "任务", "执行", "进展", "落实", "整改", "实施", "运行", "履职", "推进", "考核", "目标", "全年", "财务",
        "教学", "安全",
    ])
});

/// Names of reports and of what they are about.
static REPORTED: LazyLock<Prefixes> = LazyLock::new(|| {
    Prefixes::new([
        "情况", "总结", "小结", "报告", "报表", "数据", "进展", "计划", "要点", "预算", "决算", "资金", "指标", "得分", "分值", "评价",
        "台账", "信息", "重点", "收支", "汇报", "通报",
    ])
});

/// What names in a note who is responsible.
static RESPONSIBLE: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(["单位：", "单位:", "牵头", "负责"]));

impl Mention<'_> {
    /// Whether it names days by the calendar.
    pub(super) fn is_dated(&self) -> bool {
        matches!(self.kind, Kind::On | Kind::During | Kind::From)
    }

    /// A period without more that is a year or years.
    pub(super) fn is_bare_year(&self) -> bool {
        let bare = |unit, edge| matches!(unit, Unit::Year | Unit::Years(..)) && edge == Edge::Whole;
        self.kind == Kind::During && self.period().is_some_and(|Period { unit, edge, .. }| bare(unit, edge))
    }

    /// A five-year plan as a time.
    pub(super) fn is_plan(&self) -> bool {
        self.kind == Kind::During && self.period().is_some_and(|period| matches!(period.unit, Unit::Plan(_)))
    }

    /// Whether the words before it say that it is how long something holds.
    pub(super) fn is_span_of_validity(&self) -> bool {
        // 税款所属期为…: of which time a tax is
        self.ends.with(End::Validity) && !self.before.ends_with("所属期为")
    }

    /// Whether it is a length that something may take of each cycle.
    pub(super) fn is_share_of_cycle(&self) -> bool {
        self.before_holds.a(Word::Cycle) && !self.words.ends_with('内') && self.found.value.event().is_none()
    }

    /// Whether it is what goes by the name of a holiday, whose days nobody says: 国庆期间.
    pub(super) fn is_holiday(&self) -> bool {
        self.words.ends_with("期间") && self.period().is_some_and(|period| matches!(period.unit, Unit::Festival(_)))
    }

    /// Whether it is the year of a holiday: 2009年春节.
    pub(in crate::extract::deadline) fn is_of_holiday(&self) -> bool {
        let holidays = ["春节", "元旦", "清明", "劳动节", "端午", "中秋", "国庆"];
        self.is_bare_year() && holidays.iter().any(|name| self.after.starts_with(name))
    }

    /// Whether it opens a note in brackets that names who is responsible.
    pub(super) fn is_in_note(&self) -> bool {
        let note = || &self.rest[..self.rest.find(['）', ')']).unwrap_or(self.rest.len())];
        self.before.ends_with(['（', '(']) && RESPONSIBLE.find_iter(note()).next().is_some()
    }

    /// Whether what follows names a report, or what one is about.
    pub(super) fn is_of_report(&self) -> bool {
        let mut words = self.after;
        while let Some(modifier) = MODIFIERS.of(words) {
            words = &words[modifier.len()..];
        }
        // 上半年和下半年情况, 上半年、全年总结
        let words = words.strip_prefix(['和', '、', '及']).map_or(words, |rest| {
            rest.trim_start_matches(['上', '下', '半', '全', '年', '度', '本', '月', '季', '第', '一', '二', '三', '四'])
        });
        // 完成重点项目投资 is done, 工作重点 is reported
        let works = || short::begins_with(words, &["重点项目", "重点工程", "重点任务", "重点企业"]);
        self.kind != Kind::From && REPORTED.of(words).is_some() && !works()
    }

    /// Whether a letter announces in the clause what is called by the time.
    pub(super) fn is_of_announced(&self) -> bool {
        let ends = short::ends_with(self.after, &["如下", "下达给你们", "印发给你们", "下发给你们"]);
        short::begins_with(self.before, &["现将", "现就"]) && ends || self.before == "现将" && self.after.contains("下达给你")
    }

    /// Whether it is the work of that time that is looked at or planned: 总结上半年工作, 部署下半年工作任务.
    pub(super) fn is_of_agenda(&self) -> bool {
        short::ends_with(self.before, &["部署", "总结", "回顾", "谋划", "研究"])
            && short::begins_with(self.after, &["工作", "重点", "任务"])
    }

    /// Whether it is the time that another replaces.
    pub(super) fn is_given_up(&self) -> bool {
        self.ends.with(End::Original) || (self.ends.with(End::Former) && self.begins.with(Begin::Moved))
    }

    /// Its period, where it is but one.
    pub(super) fn period(&self) -> Option<Period> {
        match self.found.value.value {
            Value::Point(Point { period, .. }) => period,
            _ => None,
        }
    }

    /// Whether it is but a time of day.
    pub(super) fn has_no_day(&self) -> bool {
        matches!(self.found.value.value, Value::Point(Point { period: None, .. }) | Value::Range(Point { period: None, .. }, _))
    }

    /// Whether it stands at the head of a clause and a plan follows, or what follows cannot be but a plan.
    pub(super) fn heads_plan(&self) -> bool {
        let heads = self.before.is_empty() || self.ends.with(End::Planned);
        let comma = self.after.is_empty() && matches!(self.stop, Some('，' | ','));
        let planned = || PLANS.iter().any(|word| self.rest.contains(word)) && !self.rest.contains('了');
        // 2022年应缴, 2022年应届
        let owed = short::begins_with(self.after, &["应缴", "应纳", "应交", "应付", "应收", "应届", "应急"]);
        // 基本公共服务: no adverb
        let basic = || short::begins_with(&self.after["基本".len()..], &["公共", "医疗", "养老", "药物", "建设", "生活", "农田"]);
        let owed = owed || self.after.starts_with("基本") && basic();
        heads && !owed && (self.begins.with(Begin::Plan) || (comma && (self.is_ahead || planned())))
    }

    /// Whether a word before it sets a time.
    pub(super) const fn is_scheduled(&self) -> bool {
        self.ends.with(End::Scheduled)
    }

    /// Whether something is handed over then: 各系于6月1日将名单报教务处.
    pub(super) fn is_disposed_then(&self) -> bool {
        self.ends.with(End::At) && self.after.starts_with('将')
    }

    /// Whether it is all that a label has behind it: 公布结果：6月15日.
    pub(super) fn is_all_of_label(&self) -> bool {
        self.before.ends_with(['：', ':']) && matches!(self.after, "" | "左右" | "前后") && !self.is_bare_year()
    }

    /// Whether it stands in brackets at the end of a label: 决赛（6月18日）：.
    pub(super) fn is_of_label(&self) -> bool {
        let closed = self.after.strip_prefix(['）', ')']).is_some_and(|rest| rest.starts_with(['：', ':']));
        closed && self.before.ends_with(['（', '('])
    }

    /// Whether it is said that something will be then.
    pub(super) fn is_announced(&self) -> bool {
        short::ends_with(self.before, &["将于", "拟于", "将在"])
    }

    /// Whether something takes effect with it.
    pub(in crate::extract::deadline) fn takes_effect(&self) -> bool {
        let said = self.begins.with(Begin::Effect) && !self.is_attributive();
        let counted = self.days.start.is_some() && self.begins.with(Begin::Counted);
        let today = self.kind == Kind::From && self.words.contains("即日");
        said || counted || today || self.found.value.event().is_some_and(|event| event.issue)
    }

    /// Whether it says how long somebody gets something: 5年内享受补贴.
    pub(in crate::extract::deadline) fn is_of_gift(&self) -> bool {
        short::begins_with(self.after, &["享受", "给予", "按", "免", "每年", "不得", "不予"])
    }

    /// Whether it and a word of taking effect are all that stands in the line.
    pub(super) fn is_line_of_effect(&self) -> bool {
        self.kind == Kind::On && self.before.is_empty() && picked!(acts: effect).contains(&self.after) && self.rest.trim() == self.after
    }

    /// Whether what it begins holds from then on: a beginning at the head of the sentence, not a year back, and a rule behind it.
    pub(super) fn goes_on(&self) -> bool {
        const RULES: [&str; 17] = [
            "标准",
            "执行",
            "实行",
            "不再",
            "取消",
            "提高到",
            "调整",
            "停止",
            "免征",
            "免收",
            "纳入",
            "暂停",
            "恢复",
            "统一",
            "全面推行",
            "全面提高",
            "适当提高",
        ];
        let told = || self.rest.contains(['了', '已']);
        // 市政府决定自…起提高…标准
        let decided = || self.ends.with(End::Decided);
        let rules = |word: &&str| self.rest.contains(*word);
        self.is_recent && !told() && (decided() || self.before.is_empty() && RULES.iter().any(rules))
    }

    /// Whether it describes a noun: 的 follows, or a verb with 的, or a state that is reached by then.
    pub(super) fn is_attributive(&self) -> bool {
        // 4月11日的上午
        let half = || short::begins_with(self.after, &["的上午", "的下午", "的晚上"]);
        let act = || self.begins.with(Begin::Act) && short::behind(self.after, ACTS).is_some_and(|rest| rest.starts_with('的'));
        let described = !half() && (self.begins.with(Begin::Of) || self.begins.with(Begin::State) || act());
        // 2024年6月11日前，户籍在云岭县的儿童
        let registered = || self.after.is_empty() && self.next().starts_with("户籍在");
        self.begins.with(Begin::Born) || (self.after_holds.a(Word::Of) && described) || registered()
    }

    /// Whether what follows makes it part of a name.
    pub(super) fn is_part_of_name(&self) -> bool {
        // 上半年申报截止时间为6月20日
        !self.ends.with(End::At) && (self.after_holds.a(Word::Limit) || self.begins.with(Begin::Name))
    }

    /// Whether the clause, or the next where it stands alone, gives figures of what was.
    pub(super) fn is_statistic(&self) -> bool {
        self.after_holds.a(Word::Figure) || (self.after.is_empty() && Holds::of(self.next()).a(Word::Figure))
    }

    /// Whether the clause tells a figure that is no goal: 年末全县户籍人口41.6万人.
    pub(super) fn is_balance(&self) -> bool {
        const STOCKS: [&str; 10] = ["余额", "人口", "失业率", "存量", "资产", "存款", "贷款", "拥有", "共有", "保有量"];
        const GOALS: [&str; 6] = ["控制", "以上", "以内", "以下", "不", "增"];
        let clause = if self.after.is_empty() { self.next() } else { self.after };
        let says = |words: &[&str]| words.iter().any(|word| clause.contains(word));
        says(&STOCKS) && !says(&GOALS) && !says(&PLANS)
    }

    /// Whether the sentence says how far something got: 截至4月底，东河水库完成投资4500万元，占批复投资的89%.
    pub(super) fn is_progress(&self) -> bool {
        self.rest.contains("完成投资") && self.rest.contains('占')
    }

    /// Whether it is by what cycle a penalty grows, or an income is counted.
    pub(super) fn is_penal(&self) -> bool {
        // 每月工资收入
        self.after_holds.a(Word::Penal) || self.after.starts_with("工资") || self.after.starts_with("收入")
    }

    /// Whether something opens or closes with it: 7月15日截稿; 10月18日24:00系统关闭; 7月31日，摘要接收截止.
    pub(super) fn opens_or_closes(&self) -> bool {
        const WORDS: [&str; 6] = ["截稿", "截止", "关闭", "开通", "开放", "结束"];
        short::ends_with(if self.after.is_empty() { self.next() } else { self.after }, &WORDS)
    }

    /// Whether a day off, or the first one behind it, is set by it: 4月5日放假; 1月26日、2月8日上班.
    pub(super) fn is_day_off(&self) -> bool {
        // 8月30日全县放假
        let whole = || self.after.strip_prefix('全').is_some_and(|rest| rest.chars().skip(1).take(2).eq("放假".chars()));
        self.begins.with(Begin::DayOff)
            || whole()
            || self.after.starts_with('、') && short::ends_with(self.after, &["放假", "上班", "补休", "上课"])
    }

    /// The clause behind the comma.
    fn next(&self) -> &str {
        self.rest.trim_start_matches(['，', ',', ' ']).split(['，', '；', ',', ';']).next().unwrap_or_default()
    }

    /// Whether it says since or until when somebody is or has something: 2016年8月31日前出生的. It lends its year to nothing.
    pub(in crate::extract::deadline) fn is_of_person(&self) -> bool {
        self.begins.with(Begin::Person) && self.past != Some(false)
    }

    /// Whether it tells since when something has been: 2020年1月1日以来. It lends its year to nothing, either.
    pub(in crate::extract::deadline) fn tells_since(&self) -> bool {
        short::ends_with(self.words, &["以来", "至今"])
    }

    /// Whether it is only a measure for something else: 较2020年底, 以2021年为基期.
    pub(super) fn is_compared(&self) -> bool {
        // 按照3月底前完成50%的要求: what is to be done by then
        let ruled = self.ends.with(End::Ruled) && !self.words.ends_with('前');
        (ruled || self.ends.with(End::Compared)) && !self.ends.with(End::NotCompared)
    }

    /// Whether it is the day on which a page shows the document: the label of such a day stands before it, or who reads it behind.
    pub(super) fn is_of_page(&self) -> bool {
        let label = self.before.trim_end_matches(['：', ':', ' ', '\u{3000}']);
        let published = picked!(page_labels: day).iter();
        let alone = |rest: &str| matches!(rest, "" | "系统") || rest.ends_with([' ', '\u{3000}', '\t', '：', ':', '|', ']', '】']);
        // 来源：市教育局　时间：2022年3月29日
        let sourced = || label.ends_with("时间") && label.contains("来源");
        // 2022-03-29 11:54:00
        let to_the_second = matches!(self.words.as_bytes(), [.., b':', _, _, b':', _, _]);
        // （2022年3月29日发布）
        let closed = || short::behind(self.after, ISSUED).is_some_and(|rest| rest.starts_with(['）', ')']));
        let is_caption = || matches!(self.before, "（" | "(") && self.begins.with(Begin::Issued) && closed();
        to_the_second
            || self.begins.with(Begin::Reader)
            || sourced()
            || is_caption()
            || label.len() < self.before.len() && { published }.any(|word| label.strip_suffix(word).is_some_and(alone))
    }

    /// Whether it dates a document that is cited: 《…》（海政发〔2015〕8号）自2015年6月1日起施行.
    pub(super) fn is_of_citation(&self) -> bool {
        if !matches!(self.before.chars().next_back(), Some('》' | '（' | '(' | '）' | ')' | '于')) {
            return false;
        }
        let inside = self.before.trim_end_matches(['（', '(']);
        // 本《通知》自印发之日起施行
        if inside.rfind('《').is_some_and(|at| inside[..at].ends_with('本')) {
            return false;
        }
        let words = inside.strip_suffix('于').unwrap_or(inside);
        let words = words.strip_suffix(['）', ')']).map_or(words, |inside| inside.rfind(['（', '(']).map_or(words, |at| &inside[..at]));
        words.ends_with('》') && (self.past != Some(false) || inside.len() < self.before.len())
    }

    /// Whether the clause tells what has been: 已, 了 behind the verb, 都, 一直.
    pub(super) fn is_told(&self) -> bool {
        // 截至3月底已完成80%
        let so_far = || self.after.is_empty() && (self.next().contains('已') || short::begins_with(self.next(), &["共", "累计"]));
        let counted = || self.kind == Kind::By && self.words.starts_with('截') && (self.begins.with(Begin::Reached) || so_far());
        // 5月底前完成了换届
        let finished = || self.kind == Kind::By && (self.after_holds.done() || short::begins_with(self.after, &["已", "均已", "就已"]));
        // 5月30日开工建设，目前已完成投资85万元
        let by_now = || matches!(self.kind, Kind::On | Kind::During) && !self.is_ahead && self.rest.contains("目前已");
        finished()
            || counted()
            || by_now()
            || self.is_had()
            || (!matches!(self.kind, Kind::By | Kind::From | Kind::Relative) && self.is_past())
    }

    /// Whether the clause only says what for, and the time is that of the work: 为做好2024年春季….
    pub(super) fn is_of_purpose(&self) -> bool {
        const HOW: [&str; 6] = ["进一步", "切实", "全面", "扎实", "认真", "有效"];
        let mut aim = self.before.strip_prefix('为').unwrap_or_default();
        while let Some(rest) = short::behind(aim, &HOW) {
            aim = rest;
        }
        short::begins_with(aim, &["了", "做好", "确保", "保障"]) && !self.is_scheduled() && !self.ends.with(End::At)
    }

    /// Whether it and what follows are the name of a day, of which something is told: 世界卫生日的主题.
    pub(super) fn names_day(&self) -> bool {
        const LONGEST: usize = 12;
        // 4月4日、11日的上午: another day
        let name = self.after.find('的').map(|of| &self.after[..of]).filter(|name| !name.starts_with(['、', '和', '至']));
        name.is_some_and(|name| name.ends_with(['日', '节']) && (3..=LONGEST).contains(&name.chars().count()))
    }

    /// Whether 已 or 曾 stands before it, of the act and not of who must do it: 已获取文件的供应商应当在…前.
    fn is_had(&self) -> bool {
        if !self.before_holds.a(Word::Had) {
            return false;
        }
        // 已缴费人员在…: what those have done who must do more
        let of_those = self.before.strip_suffix(['在', '于']).is_some_and(actor::is_actor);
        if of_those {
            return false;
        }
        let told = joined!(picked!(bindings: binds), &["请"]).iter().filter_map(|word| self.before.rfind(word)).max();
        self.before[told.unwrap_or(0)..].contains(['已', '曾'])
    }

    /// Whether what follows tells what was.
    fn is_past(&self) -> bool {
        let next = self.told_next();
        let words = if next.is_empty() { self.after_holds } else { Holds::of(next) };
        words.done() || words.a(Word::OnEnd) || self.begins.with(Begin::Told)
    }

    /// Whether the sentence tells somebody to do something, or plans.
    pub(super) fn is_directed(&self) -> bool {
        self.before_holds.a(Word::Directed) || self.after_holds.a(Word::Directed)
    }

    /// The clause behind the comma, where a time that began before the document stands alone before that.
    fn told_next(&self) -> &str {
        let alone = self.after.is_empty() && matches!(self.stop, Some('，' | ',')) && self.is_dated() && !self.is_ahead;
        if alone { self.next() } else { "" }
    }

    /// Whether it says what somebody has done or been.
    pub(super) fn is_eligibility(&self) -> bool {
        let words = self.after_holds;
        // 一年内累计3次违规的, but not 一个年度内累计救助不超过5万元
        let counted = words.a(Word::Twice) && self.after.ends_with('的');
        counted
            || words.a(Word::Times) && words.a(Word::Breach)
            || words.a(Word::Eligible)
            || self.found.value.event().is_none() && short::holds(self.after, &["接触史", "驻留史", "居住史"])
            || (self.begins.with(Begin::Without) && self.found.value.event().is_none())
    }

    /// Whether the clause is but the description of a noun: …的做法, …的100种.
    pub(super) fn is_described(&self) -> bool {
        let counted = self.after.match_indices('的').any(|(at, of)| self.after[at + of.len()..].starts_with(is_figure));
        let named = short::ends_with(self.after, &["的做法", "的惯例", "的模式"]);
        // 对每年引进的人才
        let of_those = self.kind == Kind::Recurring && self.before.ends_with('对') && self.after.contains('的');
        // 24小时内最高10元: what a price is for
        let priced = self.words.contains(['时', '钟']) && short::begins_with(self.after, &["最高", "免费", "收费", "停车免费"]);
        named
            || of_those
            || (self.kind == Kind::Relative && priced)
            // 近期（6个月内）照片: how old a thing is
            || (self.kind == Kind::Relative && self.after.contains('照') && self.before.trim_end_matches(['（', '(']).ends_with("近期"))
            // 视频时长不超过15分钟: how long a thing is
            || (self.kind == Kind::Relative && is_length(self.before))
            || (self.kind == Kind::Relative && counted)
            || self.ends.with(End::GivenUp)
    }

    /// Whether it is a term of a sum.
    pub(super) fn is_term_of_formula(&self) -> bool {
        self.before_holds.a(Word::Sign) || self.after_holds.a(Word::Sign)
    }
}

/// Whether the words before a length say that it is that of a thing: 时长, 时长不超过.
fn is_length(before: &str) -> bool {
    let limits = ["不超过", "不多于", "不少于", "不低于", "控制在", "一般为", "为"];
    let thing = limits.iter().find_map(|limit| before.strip_suffix(limit)).unwrap_or(before);
    short::ends_with(thing, &["时长", "总长", "片长"])
}
