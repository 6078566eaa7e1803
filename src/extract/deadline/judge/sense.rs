//! What the words around a time say of it: the features that [`FEATURES`](super::FEATURES) weigh.

use super::Mention;
use crate::phrase::{
    period::{Edge, Period, Unit},
    when::{Kind, Point, Value},
};

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
        ends_with(self.before, &["期为", "期限为", "年限为", "期：", "期限：", "年限：", "期:", "期限:"])
    }

    /// Whether it is a length that something may take of each cycle.
    pub(super) fn is_share_of_cycle(&self) -> bool {
        let cycle = ["每日", "每天", "每周", "每月", "每年", "每季", "每学"].iter().any(|word| self.before.contains(word));
        cycle && !self.words.ends_with('内') && self.found.value.event().is_none()
    }

    /// Whether it is what goes by the name of a holiday, whose days nobody says: 国庆期间.
    pub(super) fn is_holiday(&self) -> bool {
        self.words.ends_with("期间") && self.period().is_some_and(|period| matches!(period.unit, Unit::Festival(_)))
    }

    /// Whether it opens a note in brackets that names who is responsible.
    pub(super) fn is_in_note(&self) -> bool {
        let words = self.rest.split(['）', ')']).next().unwrap_or_default();
        self.before.ends_with(['（', '(']) && ["单位：", "单位:", "牵头", "负责"].iter().any(|word| words.contains(word))
    }

    /// Whether what follows names a report, or what one is about.
    pub(super) fn is_of_report(&self) -> bool {
        const MODIFIERS: [&str; 18] = [
            "的", "工作", "完成", "任务", "执行", "进展", "落实", "整改", "实施", "运行", "履职", "推进", "考核", "目标", "全年", "财务",
            "教学", "安全",
        ];
        const NOUNS: [&str; 22] = [
            "情况", "总结", "小结", "报告", "报表", "数据", "进展", "计划", "要点", "预算", "决算", "资金", "指标", "得分", "分值", "评价",
            "台账", "信息", "重点", "收支", "汇报", "通报",
        ];
        let mut words = self.after;
        while let Some(rest) = MODIFIERS.iter().find_map(|word| words.strip_prefix(word)) {
            words = rest;
        }
        // 上半年和下半年情况, 上半年、全年总结
        let words = words.strip_prefix(['和', '、', '及']).map_or(words, |rest| {
            rest.trim_start_matches(['上', '下', '半', '全', '年', '度', '本', '月', '季', '第', '一', '二', '三', '四'])
        });
        // 完成重点项目投资 is done, 工作重点 is reported
        let works = ["重点项目", "重点工程", "重点任务", "重点企业"].iter().any(|word| words.starts_with(word));
        self.kind != Kind::From && !works && NOUNS.iter().any(|noun| words.starts_with(noun))
    }

    /// Whether it is the time that another replaces.
    pub(super) fn is_given_up(&self) -> bool {
        let moved =
            ["调整", "变更", "改为", "改至", "推迟", "提前至", "延长", "延期", "延至"].iter().any(|word| self.after.starts_with(word));
        (moved && ends_with(self.before, &["由", "从", "原定于", "原定"])) || ends_with(self.before, &["原定于", "原定"])
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
        const PLANS: [&str; 30] = [
            "开工",
            "要",
            "应",
            "须",
            "力争",
            "争取",
            "确保",
            "计划",
            "将",
            "完成",
            "实现",
            "达到",
            "推进",
            "启动",
            "建成",
            "不少于",
            "不低于",
            "全面",
            "全部",
            "基本",
            "建立",
            "形成",
            "新增",
            "新建",
            "改造",
            "全覆盖",
            "培育",
            "创建",
            "竣工",
            "投入使用",
        ];
        let heads = self.before.is_empty()
            || self.before.ends_with(['：', ':'])
            || ends_with(self.before, &["力争", "争取", "确保", "计划", "预计", "其中"]);
        let comma = self.after.is_empty() && matches!(self.stop, Some('，' | ','));
        let planned = PLANS.iter().any(|word| self.rest.contains(word)) && !self.rest.contains('了');
        let verb = PLANS.iter().any(|word| self.after.starts_with(word));
        heads && ((comma && (planned || self.is_ahead)) || verb)
    }

    /// Whether a word before it sets a time.
    pub(super) fn is_scheduled(&self) -> bool {
        const WORDS: [&str; 31] = [
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
        ];
        ends_with(self.before, &WORDS) || ends_with(self.before, &["时间：", "时间:", "日期：", "日期:"])
    }

    /// Whether something takes effect with it.
    pub(in crate::extract::deadline) fn takes_effect(&self) -> bool {
        const WORDS: [&str; 9] = ["施行", "实施", "执行", "生效", "试行", "开始施行", "开始实施", "正式", "起"];
        let said = WORDS.iter().any(|word| self.after.starts_with(word)) && !self.is_attributive();
        let counted = self.days.start.is_some() && ["计算", "算起"].iter().any(|word| self.after.starts_with(word));
        said || counted || self.found.value.event().is_some_and(|event| event.issue)
    }

    /// Whether what it begins holds from then on: a beginning at the head of the sentence, not a year back, and a rule behind it.
    pub(super) fn goes_on(&self) -> bool {
        const RULES: [&str; 14] =
            ["执行", "实行", "不再", "取消", "提高到", "调整为", "停止", "免征", "免收", "纳入", "暂停", "恢复", "统一", "全面推行"];
        let told = self.rest.contains('了') || self.rest.contains('已');
        self.is_recent && self.before.is_empty() && !told && RULES.iter().any(|word| self.rest.contains(word))
    }

    /// Whether it describes a noun: 的 follows, or a verb with 的, or a state that is reached by then.
    pub(super) fn is_attributive(&self) -> bool {
        const ACTS: [&str; 14] =
            ["印发", "发布", "公布", "出台", "颁布", "修订", "修正", "通过", "批准", "施行", "实施", "执行", "召开", "下发"];
        const STATES: [&str; 32] = [
            "入学",
            "签订",
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
            "新",
            "购置",
            "缴纳",
            "在职",
            "退休",
            "出生",
            "录用",
            "核准",
            "立项",
            "受理",
            "参保",
            "就读",
            "发生",
            "产生",
        ];
        let act = |verb: &&str| self.after.strip_prefix(*verb).is_some_and(|rest| rest.starts_with('的'));
        let state = |verb: &&str| self.after.starts_with(*verb) && self.after.contains('的');
        self.after.starts_with('的') || self.after.starts_with("出生") || ACTS.iter().any(act) || STATES.iter().any(state)
    }

    /// Whether what follows makes it part of a name.
    pub(super) fn is_part_of_name(&self) -> bool {
        const NAMES: [&str; 20] = [
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
        ];
        // 上半年申报截止时间为6月20日
        let of_limit = ["截止时间", "截止日期"].iter().any(|word| self.after.contains(word));
        (of_limit || NAMES.iter().any(|name| self.after.starts_with(name))) && !ends_with(self.before, &["于", "在"])
    }

    /// Whether the clause, or the next where it stands alone, gives figures of what was.
    pub(super) fn is_statistic(&self) -> bool {
        const FIGURES: [&str; 15] = [
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
        ];
        let next = self.rest.trim_start_matches(['，', ',', ' ']).split(['，', '；', ',', ';']).next().unwrap_or_default();
        let words = if self.after.is_empty() { next } else { self.after };
        FIGURES.iter().any(|word| words.contains(word))
    }

    /// Whether it says since or until when somebody is or has something: 2016年8月31日前出生的. It lends its year to nothing.
    pub(in crate::extract::deadline) fn is_of_person(&self) -> bool {
        ["出生", "取得", "获得", "毕业", "参加工作", "入职", "在职", "退休"].iter().any(|word| self.after.starts_with(word))
            && self.past != Some(false)
    }

    /// Whether it tells since when something has been: 2020年1月1日以来. It lends its year to nothing, either.
    pub(in crate::extract::deadline) fn tells_since(&self) -> bool {
        ends_with(self.words, &["以来", "至今"])
    }

    /// Whether it is only a measure for something else: 较2020年底, 以2021年为基期.
    pub(super) fn is_compared(&self) -> bool {
        // 按照3月底前完成50%的要求: what is to be done by then
        let ruled = ends_with(self.before, &["根据", "按照", "依据", "参照", "对照"]) && !self.words.ends_with('前');
        let compared = ruled || ends_with(self.before, &["较", "比", "与", "同", "以"]);
        compared && !ends_with(self.before, &["可以", "予以", "得以", "加以", "足以", "合同", "共同", "会同", "协同"])
    }

    /// Whether it dates a document that is cited: 《…》（海政发〔2015〕8号）自2015年6月1日起施行.
    pub(super) fn is_of_citation(&self) -> bool {
        let words = self.before.trim_end_matches(['（', '(']);
        let words = words.strip_suffix(['）', ')']).map_or(words, |inside| inside.rfind(['（', '(']).map_or(words, |at| &inside[..at]));
        words.ends_with('》') && (self.past != Some(false) || words.len() < self.before.len())
    }

    /// Whether the clause tells what has been: 已, 了 behind the verb, 都, 一直.
    pub(super) fn is_told(&self) -> bool {
        let opens = |word: &&str| self.after.starts_with(*word);
        // 截至3月底已完成80%
        let counted =
            self.kind == Kind::By && self.words.starts_with('截') && ["已", "共", "累计", "全市", "全县", "全省"].iter().any(opens);
        let next = self.told_next();
        let done = [self.after, next].iter().any(|words| words.contains('了') && !words.contains("为了") && !words.contains("除了"));
        let past =
            done || ["都", "已", "曾", "一直", "均已"].iter().any(opens) || [self.after, next].iter().any(|words| words.contains("连续"));
        // 已获取文件的供应商应当在…前: what is done tells who must act
        let before = ["应当", "必须", "应", "须", "请"]
            .iter()
            .filter_map(|word| self.before.rfind(word))
            .max()
            .map_or(self.before, |at| &self.before[at..]);
        // 5月底前完成了换届
        let finished = self.kind == Kind::By && self.after.contains('了') && !self.after.contains("为了") && !self.after.contains("除了");
        counted
            || finished
            || before.contains('已')
            || before.contains('曾')
            || (past && !matches!(self.kind, Kind::By | Kind::From | Kind::Relative))
    }

    /// Whether the sentence tells somebody to do something, or plans.
    pub(super) fn is_directed(&self) -> bool {
        const WORDS: [&str; 15] =
            ["要求", "要在", "要于", "应当", "应于", "须", "请", "确保", "力争", "将于", "计划", "拟", "定于", "务必", "必须"];
        WORDS.iter().any(|word| self.before.contains(word) || self.after.contains(word))
    }

    /// The clause behind the comma, where a time that began before the document stands alone before that.
    fn told_next(&self) -> &str {
        let alone = self.after.is_empty() && matches!(self.stop, Some('，' | ',')) && self.is_dated() && !self.is_ahead;
        let rest = self.rest.trim_start_matches(['，', ',', ' ']);
        if alone { rest.split(['，', '；', ',', ';']).next().unwrap_or_default() } else { "" }
    }

    /// Whether it says what somebody has done or been.
    pub(super) fn is_eligibility(&self) -> bool {
        const WORDS: [&str; 13] =
            ["到访过", "受过", "受到", "曾", "有过", "发生过", "记录的", "旅居", "没有", "未发生", "未受", "违法违规", "再次违"];
        // 一年内累计3次违规的, but not 一个年度内累计救助不超过5万元
        let counted = ["两次", "二次", "累计"].iter().any(|word| self.after.contains(word)) && self.after.ends_with('的');
        let counted = counted || (self.after.contains("次以上") && self.after.contains('违'));
        counted
            || WORDS.iter().any(|word| self.after.contains(word))
            || (self.after.starts_with(['无', '未']) && self.found.value.event().is_none())
    }

    /// Whether the clause is but the description of a noun: …的做法, …的100种.
    pub(super) fn is_described(&self) -> bool {
        let counted = self.after.match_indices('的').any(|(at, of)| self.after[at + of.len()..].starts_with(|c: char| c.is_ascii_digit()));
        let named = ["的做法", "的惯例", "的模式"].iter().any(|word| self.after.ends_with(word));
        named || (self.kind == Kind::Relative && counted) || ends_with(self.before, &["打破", "改变", "废除", "取消"])
    }

    /// Whether it is a term of a sum.
    pub(super) fn is_term_of_formula(&self) -> bool {
        const SIGNS: [char; 8] = ['=', '＝', '+', '＋', '÷', '×', '*', '∑'];
        self.before.contains(SIGNS) || self.after.contains(SIGNS)
    }
}

/// Whether `words` end with one of `endings`.
pub(super) fn ends_with(words: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| words.ends_with(ending))
}
