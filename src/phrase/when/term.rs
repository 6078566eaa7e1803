//! What makes a length a term: the noun before it (有效期5年), a cap (不得超过60日), the noun behind it (六个月过渡期), an act
//! that lasts (连续3年给予补助, 暂停资格6个月), what is forbidden so long (3年不得申报).
//!
//! What somebody must have behind him is none: 从事本专业工作不少于3年, 近三年内.

use std::sync::LazyLock;

use crate::{
    lexicon::{
        Suffixes,
        short::{begins_with, ends_with, holds},
    },
    pattern::head,
    phrase::duration::Duration,
};

/// Words that may stand between the noun and its length.
static MODIFIERS: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(MODIFYING));
const MODIFYING: [&str; 31] = [
    "按",
    "为",
    "是",
    "：",
    ":",
    "共",
    "约",
    "可",
    "超过",
    "不超过",
    "不得超过",
    "不能超过",
    "不应超过",
    "不少于",
    "不得少于",
    "不低于",
    "不得低于",
    "至少",
    "最长",
    "最短",
    "最多",
    "最低",
    "一般",
    "原则上",
    "累计",
    "应",
    "应当",
    "暂定",
    "暂",
    "达",
    "满",
];

/// Modifiers that bound a length.
const CAPS: [&str; 13] =
    ["不超过", "不得超过", "不能超过", "不应超过", "不少于", "不得少于", "不低于", "不得低于", "至少", "最长", "最短", "最多", "最低"];

/// Nouns and verbs that a length says the term of.
static NOUNS: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(TIMED));
const TIMED: [&str; 70] = [
    "服务年限",
    "使用年限",
    "质保年限",
    "保存年限",
    "有效期",
    "期限",
    "为期",
    "时限",
    "周期",
    "工期",
    "时长",
    "任期",
    "聘期",
    "公示",
    "公告",
    "延长",
    "延长至",
    "延期",
    "延期至",
    "顺延",
    "顺延至",
    "缩短至",
    "缩短为",
    "缩短到",
    "压缩至",
    "压缩到",
    "压缩为",
    "压减至",
    "压减到",
    "放宽至",
    "放宽到",
    "减至",
    "留存",
    "保存",
    "保管",
    "存档",
    "试行",
    "试用期",
    "公示时间",
    "限时",
    "持续",
    "历时",
    "利用",
    "力争用",
    "争取用",
    "质保",
    "保修",
    "隔离",
    "医学观察",
    "健康监测",
    "停课",
    "休假",
    "假",
    "挂职",
    "驻村",
    "支教",
    "轮岗",
    "跟班学习",
    "期间",
    "时效",
    "过渡",
    "延续",
    "续期",
    "宽限",
    "缓缴",
    "缓征",
    "试运行",
    "试点",
    "试营业",
    "见习",
];

/// Words that end in 期 and name no term.
const NO_TERMS: [&str; 8] = ["学期", "前期", "日期", "长期", "近期", "同期", "定期", "分期"];

/// What a length behind it is the past of: no term, however capped.
const PASTS: [&str; 22] = [
    "工作", "从事", "任职", "任教", "任", "经验", "经历", "资历", "缴费", "参保", "居住", "从业", "执业", "毕业", "工龄", "年龄", "学龄",
    "教龄", "连续", "距离", "成立", "注册",
];

/// Whether a clause begins behind `before`: 10个工作日后公布, but not 改革开放40年后.
pub(super) fn opens_clause(before: &str) -> bool {
    before.is_empty() || before.ends_with(['，', '。', '；', '于', '在', '\n', ',', ';'])
}

/// Whether the length is counted backwards: 近三年内, 过去五年内.
pub(super) fn looks_back(before: &str) -> bool {
    ends_with(before, &["近", "最近", "过去", "以往", "此前", "前", "第", "上"])
}

/// Whether the words around a length make it a term.
pub(super) fn is_term(before: &str, rest: &str, length: Duration) -> bool {
    // nobody tells history in working days, and a length alone in brackets is that of what it stands by
    let alone = || stands_alone(before, rest) && length.years == 0 && length.hours == 0 && length.minutes == 0;
    if (length.workdays && !is_told(before, rest)) || alone() {
        return true;
    }
    // 参保年限可缩短至5年: what somebody must have behind him
    if before.ends_with('至') && clause(before).contains("年限") {
        return false;
    }
    let (words, modified) = unmodified(before);
    is_noun(words, modified)
        || serves(before, rest)
        || (ends_with(before, &CAPS) && is_duty(words, rest))
        || lasts(before, rest)
        || forbids(before, rest)
}

/// Whether a length is told of what `words` name: 有效期, 公示时间.
fn is_noun(words: &str, modified: bool) -> bool {
    const WORKED: [&str; 6] = ["工作年限", "工作时间", "任职时间", "从业时间", "在职时间", "服役时间"];
    let measured = (words.ends_with("时间") || (modified && words.ends_with("年限"))) && !ends_with(words, &WORKED);
    measured || (words.ends_with('期') && !ends_with(words, &NO_TERMS)) || NOUNS.of(words).is_some()
}

/// 须在本单位服务满5年
fn serves(before: &str, rest: &str) -> bool {
    before.ends_with("服务满") && !rest.starts_with('的') && holds(clause(before), &["须", "应", "承诺"])
}

/// Whether the length only says what was or is gone beyond, or how many days a period has: 超过15个工作日未报到的,
/// 由15个工作日压缩至7个工作日, 4月6日至12日，共5个工作日.
fn is_told(before: &str, rest: &str) -> bool {
    let capped = ends_with(before, &["不超过", "不得超过", "不能超过", "不应超过"]);
    let beyond = !capped && ends_with(before, &["超过", "逾期", "满", "近", "连续", "超", "共", "共计", "合计"]);
    let former = ends_with(before, &["由", "从", "原"]) && !rest.starts_with('内');
    // another time stands right before the bracket, or before 共
    beyond || former || matches!(before, "（" | "(" | "，" | "," | "") && !rest.starts_with('内')
}

/// Whether the length stands alone in brackets, and not behind a date: 公示（7天）.
fn stands_alone(before: &str, rest: &str) -> bool {
    before.strip_suffix(['（', '(']).is_some_and(|words| !words.is_empty()) && rest.starts_with(['）', ')'])
}

/// `before` without the words that may stand between a noun and its length, and whether there were any.
fn unmodified(before: &str) -> (&str, bool) {
    let mut words = before;
    while let Some(word) = MODIFIERS.of(words) {
        words = &words[..words.len() - word.len()];
    }
    (words, words.len() < before.len())
}

/// Whether a capped length is what must be kept: not what somebody has behind him, nor what describes a noun.
fn is_duty(words: &str, rest: &str) -> bool {
    !rest.starts_with(['的', '以', '（', '(']) && !rest.starts_with("工作") && !ends_with(words, &PASTS)
}

/// Whether something is given or done so long: 连续3年给予补助, 给予最长3年补贴, 分三年拨付, 用三年左右完成.
fn lasts(before: &str, rest: &str) -> bool {
    const GIFTS: [&str; 15] =
        ["，每年", ",每年", "每年", "给予", "享受", "按", "补助", "补贴", "予以", "免", "的租金", "的补贴", "的房租", "贴息", "奖励"];
    const ACTS: [&str; 14] =
        ["左右,", "拨付", "实施", "完成", "兑现", "到位", "支付", "落实", "推进", "发放", "建成", "左右完成", "左右，", "左右实现"];
    const GIVES: [&str; 11] = ["补贴", "补助", "资助", "支持", "奖补", "免租", "免征", "免收", "减免", "减半", "免费"];
    let given = || ends_with(before, &["连续", "给予", "给予最长", "享受", "享受最长", "最长"]) && begins_with(rest, &GIFTS);
    let done = || ends_with(before, &["分", "用", "经过", "通过"]) && begins_with(rest, &ACTS);
    let gives = || ends_here(rest, &['，', '。', '；', '、', '）', ',', ';', ')']) && ends_with(before, &GIVES);
    let acts = || before.ends_with("连续") && begins_with(rest, &["开展", "组织", "进行"]) && !rest.contains('了');
    acts() || given() || done() || gives()
}

/// Whether nothing stands behind a length but a mark.
fn ends_here(rest: &str, marks: &[char]) -> bool {
    rest.is_empty() || rest.starts_with(marks)
}

/// Whether something is forbidden or suspended so long: 3年不得申报, 暂停投标资格6个月.
fn forbids(before: &str, rest: &str) -> bool {
    const PENAL: [&str; 11] = ["暂停", "停止", "停业", "停产", "禁止", "取消", "限制", "吊扣", "暂扣", "冻结", "封存"];
    if begins_with(rest, &["不得", "不予", "禁止"]) {
        return true;
    }
    if !ends_here(rest, &['，', '。', '；', '、', ',', ';']) {
        return false;
    }
    let clause = clause(before);
    !clause.ends_with("累计") && holds(clause, &PENAL)
}

/// Whether the words behind a length name the term that it is: 六个月过渡期, 2年的质保期, 3个月的脱产培训.
pub(super) fn names_term(rest: &str) -> bool {
    const NOUNS: [&str; 14] = [
        "过渡期",
        "宽限期",
        "缓冲期",
        "整改期",
        "公示期",
        "试用期",
        "试运行",
        "保护期",
        "观察期",
        "服务期",
        "质保期",
        "考察期",
        "有效期",
        "免税期",
    ];
    const ACTS: [&str; 9] = ["见习", "培训", "实习", "轮训", "集训", "公示", "整治", "过渡", "跟岗"];
    // 三年有效期满后: only its end is spoken of
    let over = |rest: &str| NOUNS.iter().any(|noun| rest.strip_prefix(noun).is_some_and(|rest| rest.starts_with(['满', '届', '结'])));
    let Some(of) = rest.strip_prefix('的') else { return begins_with(rest, &NOUNS) && !over(rest) };
    let near = head(of, 8).split(['，', '。', '；', '、', ',', ';']).next().unwrap_or_default();
    let act = holds(near, &ACTS) && !near.contains(['经', '历']);
    act || begins_with(of, &NOUNS)
}

/// The end of `before` that stands in the same clause; no more than a few words of it.
fn clause(before: &str) -> &str {
    const NEAR: usize = 40;
    let stops = |c: char| matches!(c, '，' | '。' | '；' | '\n' | ',' | ';');
    let start = before.char_indices().rev().take(NEAR).take_while(|(_, c)| !stops(*c)).last();
    start.map_or("", |(at, _)| &before[at..])
}
