//! What the words behind an amount say it is for: `20万元的技能提升贷款`, `3亿元的扩建工程`, `5万元，用于校舍维修`.

use std::{ops::Range, sync::LazyLock};

use super::{
    noun,
    words::{BUILDS, FOR, GIVES, NOUNS, WORKS},
};
use crate::{
    lexicon::{Prefixes, short},
    pattern::head,
    phrase::{bound, numeral::is_figure},
};

/// Characters behind an amount that are looked at.
const REACH: usize = 60;

static NOUN: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(NOUNS.iter().copied()));
/// [`WORKS`] anywhere: where one holds another, both end alike.
static WORK: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(WORKS.iter().copied()));
/// [`FOR`] anywhere: where one holds another, both end alike.
static SPENT: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(FOR.iter().copied()));
/// Words that say what is done with the amount, and no noun phrase.
static NO_NOUN: LazyLock<Prefixes> = LazyLock::new(|| {
    Prefixes::new([
        "计算",
        "缴纳",
        "交纳",
        "定额",
        "标准",
        "以",
        "用于",
        "据实",
        "由",
        "进行",
        "支付",
        "下达",
        "全部",
        "全额",
        "转入",
        "提高",
        "调整",
        "上调",
        "降至",
        "尚未",
        "专项用于",
        "主要用于",
        "统筹用于",
    ])
});
/// Verbs behind which it may begin.
static LEAD: LazyLock<Prefixes> =
    LazyLock::new(|| Prefixes::new(GIVES.iter().copied().filter(|verb| *verb != "一次性").chain(["作为", "用作"])));

/// What stands behind an amount, looked at once for all who ask.
pub(super) struct Behind<'t> {
    text: &'t str,
    /// Where the amount ends.
    at: usize,
    /// The text behind it, as far as it is looked at.
    near: &'t str,
    /// What is left of it behind the words that bind the amount and 的.
    past: &'t str,
    /// Whether such words, and whether 的 stands there.
    bound: bool,
    joined: bool,
    /// The noun of money in it, whatever it says.
    noun: Option<Range<usize>>,
}

impl<'t> Behind<'t> {
    /// What stands behind the amount that ends at `at`.
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        // 20万元 以下罚款
        let blanks = text[at..].len() - text[at..].trim_start_matches(' ').len();
        let at = if blanks > 0 && text[at + blanks..].starts_with(['以', '及', '的']) { at + blanks } else { at };
        let near = near(text, at);
        let bound = bound::after(near).map_or(0, |(_, end)| end);
        // 30万元以下不等罚款
        let bound = bound + if near[bound..].starts_with("不等") { "不等".len() } else { 0 };
        let (past, joined) = near[bound..].strip_prefix('的').map_or((&near[bound..], false), |past| (past, true));
        let mut behind = Self { text, at, near, past, bound: bound > 0, joined, noun: None };
        behind.noun = behind.right_behind().or_else(|| behind.given());
        behind
    }

    /// The noun of money, whatever it says.
    pub(super) fn bare(&self) -> Option<Range<usize>> {
        self.noun.clone()
    }

    /// The noun of money right behind the amount, or what is given at the amount's rate (按每人12元的标准安排补助资金), where it
    /// says more than that money is given.
    pub(super) fn money(&self) -> Option<Range<usize>> {
        self.bare().filter(|range| !only_gives(&self.text[range.clone()]))
    }

    /// Whether nothing but the bracket's end stands behind the amount.
    pub(super) fn closes(&self) -> bool {
        !self.bound && self.near.starts_with(['）', ')'])
    }

    /// Whether the amount is given: 20万元一次性奖励, 按每亩200元给予补贴.
    pub(super) fn is_gift(&self) -> bool {
        self.noun.as_ref().is_some_and(|range| noun::gives(&self.text[range.clone()]))
    }

    /// Where `rest`, an end of what is near, begins.
    fn start(&self, rest: &str) -> usize {
        self.at + self.near.len() - rest.len()
    }

    /// The noun of money at the head.
    fn right_behind(&self) -> Option<Range<usize>> {
        const LONGEST: usize = 16;
        let rest = past_term(self.past);
        let inside = |c: char| {
            matches!(c, '\u{4e00}'..='\u{9fff}' | '（' | '）' | '“' | '”' | '"')
                || !matches!(c, '0'..='9' | '，' | '。' | '、' | '；') && c.is_alphanumeric()
        };
        let run = head(rest, LONGEST);
        let run = &run[..run.find(|c| !inside(c)).unwrap_or(run.len())];
        // （每人3500元）给予补助: the bracket is over, and with it what is said of the amount
        if NO_NOUN.of(run).is_some() || run.starts_with(['）', ')']) {
            return None;
        }
        let lead = LEAD.of(run).map(str::len);
        let next = |from: usize| NOUN.find_iter(&run[from..]).next().map(|noun| from + noun.start);
        let lead = lead.filter(|lead| next(*lead).is_some()).unwrap_or(0);
        let mut end = next(lead)?;
        // 奖励资金: one noun behind another
        while let Some(noun) = NOUN.of(&run[end..]) {
            end += noun.len();
        }
        // 3900元（含个人缴纳的保险）
        if run.starts_with(['（', '(']) && run.find(['）', ')']).is_none_or(|close| end <= close) {
            return None;
        }
        let start = self.start(rest);
        // 300元/处隐患标准进行奖励
        (run[lead..end].chars().count() >= 2 && !run[lead..end].contains("标准")).then(|| start + lead..start + end)
    }

    /// What is given at the end of the clause: 按每亩200元的标准给予补贴.
    fn given(&self) -> Option<Range<usize>> {
        let clause = &self.near[..self.near.find(['，', '。', '；', '：', '\n', '（', ',', ';']).unwrap_or(self.near.len())];
        // 按每人260元标准增加运转经费补助
        let rated = clause.strip_prefix('的').unwrap_or(clause).strip_prefix("标准");
        let more = rated.and_then(|rest| short::behind(rest, &["增加", "核拨", "预拨", "拨付", "安排"]));
        if let Some(noun) = more.filter(|noun| noun::is_money(noun) && !noun::is_generic(noun)) {
            return Some(self.at + clause.len() - noun.len()..self.at + clause.len());
        }
        let start = noun::behind_giving(clause).filter(|from| *from < clause.len())?;
        // 每增加2亿元给予开发商8万元奖励: another amount is given
        let other = clause[start..].contains(is_figure);
        (!other && noun::is_money(&clause[start..])).then(|| self.at + start..self.at + clause.len())
    }

    /// Works whose cost the amount is: 投资3亿元的污水处理厂扩建工程. A limit says which works, not what they cost.
    pub(super) fn works(&self) -> Option<Range<usize>> {
        if !self.joined || self.bound {
            return None;
        }
        let end = self.past.find(['，', '。', '；', '：', '、', '\n', '（', ',', ';']).unwrap_or(self.past.len());
        let run = &self.past[..end];
        let works = WORK.find_iter(run).next()?;
        let start = self.start(self.past);
        (!noun::is_generic(&run[..works.end])).then(|| start..start + works.end)
    }
}

/// Whether a noun says only that money is given: 一次性奖励, 补助资金.
fn only_gives(noun: &str) -> bool {
    const OTHER: [&str; 14] = ["再", "各", "分别", "可", "另", "资金", "经费", "专项", "财政", "定额", "费用", "奖金", "以奖代补", "的"];
    let mut rest = noun;
    while let Some(more) = short::behind(rest, GIVES).or_else(|| short::behind(rest, &OTHER)) {
        rest = more;
    }
    rest.is_empty()
}

/// The text behind `at`, as far as it is looked at.
fn near(text: &str, at: usize) -> &str {
    head(&text[at..], REACH)
}

/// `rest` behind what else is said of what the amount is of: 30万元、期限不超过3年的贷款, 5万元（含）的贷款.
fn past_term(rest: &str) -> &str {
    let term = rest.strip_prefix('、').filter(|term| short::begins_with(term, &["期限", "贷款期限", "最长"]));
    let end = term.and_then(|term| term.find(['，', '。', '；', ',', ';']));
    term.and_then(|term| term[..end.unwrap_or(term.len())].find('的').map(|of| &term[of + "的".len()..])).unwrap_or(rest)
}

/// What the amount is spent on: 校舍维修 in 安排5万元，用于校舍维修; 建设…的项目 in 投资4亿元，建设…的项目.
pub(super) fn purpose(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = near(text, at);
    let rest = &rest[..rest.find(['。', '；', ';', '\n']).unwrap_or(rest.len())];
    // （合计3万元）详见附表 ends what is said of the amount; （3万元）用于校舍维修 does not
    if rest.strip_prefix(['）', ')']).is_some_and(|rest| !short::begins_with(rest, FOR)) {
        return None;
    }
    let joint = rest.strip_prefix(['，', ',']).unwrap_or(rest);
    let clause = &joint[..joint.find(['，', ',', '、', '）', ')', '（', '(']).unwrap_or(joint.len())];
    // 投资428万元，完成防洪整治工程
    let completes = || clause.strip_prefix("完成").filter(|works| short::ends_with(works, WORKS)).map(|_| &joint["完成".len()..]);
    // 总投资3亿元，建设资金来源为…: what is told next of the works
    const DATA: [&str; 9] = ["资金", "工期", "期", "年限", "周期", "单位", "地点", "规模", "内容"];
    let told = || short::behind(joint, BUILDS).is_some_and(|rest| short::begins_with(rest, &DATA));
    let builds = || (short::begins_with(joint, BUILDS) && !told()).then_some(joint).or_else(completes);
    let purpose = SPENT.find_iter(rest).next().map(|word| &rest[word.end..]).or_else(builds)?;
    let start = at + (rest.len() - purpose.len());
    let end = start + purpose.find(['，', ',', '、', '）', ')', '（', '(']).unwrap_or(purpose.len());
    (end > start).then_some(start..end)
}
