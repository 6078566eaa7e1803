//! Noun phrases around amounts: what is left of a clause when list marks, verbs, bounds and numbers are taken off.

use std::ops::Range;

use crate::phrase::{bound, measure::measure};

/// How nouns of money end.
const NOUNS: &[&str] = &[
    "资金", "经费", "费用", "费", "款", "金", "补助", "补贴", "奖励", "奖补", "津贴", "工资", "薪酬", "待遇", "收入", "支出", "投资",
    "资本", "资产", "产值", "税", "税额", "纳税", "额", "额度", "价", "价格", "造价", "成本", "利息", "贷款", "预算", "罚款", "保费",
    "保险", "利润", "资助", "救助", "报酬", "出资", "债券", "债务", "缺口", "损失", "开支", "价款", "负担", "加价", "借款", "定额", "红利",
    "股本", "存款", "支付", "缴费",
];

/// Words that say that there is money, not what for.
const GENERIC: &[&str] = &[
    "本项目",
    "该项目",
    "项目",
    "工程",
    "计划",
    "安排",
    "资金",
    "总投资",
    "投资",
    "投入",
    "预算",
    "经费",
    "共计",
    "合计",
    "小计",
    "总计",
    "共需",
    "共",
    "需要",
    "需",
    "金额",
    "总额",
    "总",
    "额度",
    "费用",
    "标准",
    "补助",
    "奖励",
    "扣除",
    "扣减",
    "资助",
    "补贴",
    "为",
    "约",
    "其中",
    "年度",
    "全年",
    "每年",
    "估算",
    "概算",
    "财政",
    "累计",
    "预计",
    "拟",
    "按照",
    "按",
    "定额",
    "的",
    "该",
    "本",
    "其",
    "计",
    "在",
    "即",
    "折合",
    "人民币",
    "数额",
    "缴纳",
    "限额",
    "部分",
    "达",
    "收取",
    "单价",
    "分别",
    "已",
    "完成",
    "实际",
    "支付",
    "下达",
    "拨付",
    "落实",
    "筹集",
    "到位",
    "列支",
    "给予",
    "可",
    "并",
    "处",
    "罚款",
    "和",
    "或",
    "一次性",
    "最高",
    "再",
    "予以",
    "不",
    "万",
    "由",
    "从",
    "增至",
    "至",
    "提高",
    "到",
    "调整",
    "降至",
    "降低",
    "增加",
    "减少",
    "节约",
    "核定",
    "额外",
    "另",
    "也",
    "均",
    "都",
    "将",
    "且",
    "发放",
    "得",
    "收",
    "取",
    "支",
];

/// Verbs and particles that may stand between a noun phrase and its amount.
const LINKS: &[&str] = &[
    "按照",
    "按",
    "为",
    "约",
    "达到",
    "达",
    "共计",
    "共需",
    "合计",
    "小计",
    "总计",
    "总共",
    "共",
    "计",
    "需要",
    "需",
    "分别",
    "都在",
    "均在",
    "在",
    "累计",
    "给予",
    "安排",
    "投入",
    "不得",
    "即",
    "折合",
    "可",
    "应",
    "由",
    "从",
    "增至",
    "提高到",
    "提高至",
    "调整为",
    "降至",
    "核定为",
    "是",
    "：",
    ":",
    "有",
    "应有",
    "最高可",
    "再",
    "将",
    "于",
    "以",
];

/// Verbs after which the noun phrase begins.
const VERBS: &[&str] = &[
    "其中",
    "安排",
    "聘请",
    "印制",
    "购买",
    "采购",
    "购置",
    "承诺",
    "用于",
    "给予",
    "投入",
    "新增",
    "列支",
    "筹集",
    "争取",
    "下达",
    "拨付",
    "核定",
    "确保",
    "完成",
    "实现",
    "要求",
    "包括",
    "含有",
    "具有",
    "缴纳",
    "收取",
    "支付",
    "预计",
    "应当",
    "申请",
    "发生的",
    "同意你公司将",
    "以上或",
    "以下或",
    "且",
    "或者",
];

/// Words at the head of a list member or clause.
const HEADS: &[&str] = &[
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "其中", "同时", "另外", "另", "并", "且", "其", "该",
    "对", "按照", "按", "以及", "和", "还", "主要", "拟", "可", "将", "须", "应", "再", "明确", "的", "及", "、", "对于", "凡", "由", "在",
];

/// The clause before `at`, from the last mark outside brackets; not reaching back over `from`.
pub(super) fn clause_before(text: &str, from: usize, at: usize) -> Range<usize> {
    let mut depth = 0usize;
    for (p, c) in text[from..at].char_indices().rev() {
        match c {
            '）' | ')' | '》' | '〉' => depth += 1,
            '（' | '(' | '《' | '〈' if depth > 0 => depth -= 1,
            '，' | '。' | '；' | '：' | ',' | ';' | '\n' | '！' | '？' | '（' | '(' | '\t' if depth == 0 => {
                return from + p + c.len_utf8()..at;
            }
            _ => {}
        }
    }
    from..at
}

/// `range` without what is no noun phrase at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let end = range.start + cut_tail(&text[range.clone()]);
    let start = range.start + cut_head(&text[range.start..end]);
    start..end.max(start)
}

/// Where the noun phrase ends: before bounds, 每份, links, long brackets, quantities.
fn cut_tail(clause: &str) -> usize {
    let mut rest = clause.trim_end_matches([' ', '\u{3000}', '“', '"']);
    loop {
        let shorter = bound::before(rest)
            .map(|(_, start)| start)
            .or_else(|| measured(rest))
            .or_else(|| counted(rest))
            .or_else(|| long_bracket(rest))
            .or_else(|| LINKS.iter().find_map(|w| rest.strip_suffix(w).map(str::len)));
        match shorter {
            Some(length) if length < rest.len() => rest = rest[..length].trim_end(),
            _ => return rest.len(),
        }
    }
}

/// Before a 每 with nothing but measures behind it: 每人每年, 每份.
fn measured(text: &str) -> Option<usize> {
    let at = text.rfind('每')?;
    let rest = &text[at + "每".len()..];
    let length = measure(rest)?;
    let rest = &rest[length..];
    (rest.is_empty() || LINKS.contains(&rest) || matches!(rest, "加价" | "补助" | "定额" | "补贴")).then_some(at)
}

/// Before a quantity at the end: 印刷费5000份.
fn counted(text: &str) -> Option<usize> {
    let unit = text.char_indices().rev().take(3).map(|(at, _)| at).find(|at| measure(&text[*at..]) == Some(text.len() - at))?;
    let number = text[..unit].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '万'));
    (number.len() < unit).then_some(number.len())
}

/// Before a bracket of more than a few characters: （指医保目录范围内的自付部分）.
fn long_bracket(text: &str) -> Option<usize> {
    const SHORT: usize = 8;
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    (inner[open..].chars().count() > SHORT && open > 0).then_some(open)
}

/// Where the noun phrase begins: behind list marks, verbs, and the 的 before a noun of money.
fn cut_head(clause: &str) -> usize {
    let mut start = 0;
    while let Some(length) = HEADS.iter().find(|w| clause[start..].starts_with(**w)).map(|w| w.len()) {
        start += length;
    }
    let rest = clause.len();
    let verb =
        VERBS.iter().filter_map(|w| clause.rfind(w).map(|at| at + w.len())).filter(|at| clause[*at..rest].chars().count() >= 2).max();
    start = start.max(verb.unwrap_or(0));
    let tail = clause[start..].rfind('的').map(|at| start + at + "的".len()).filter(|at| specific(&clause[*at..]));
    let after = clause[start..].rfind("后年").map(|at| start + at + "后".len());
    start.max(tail.unwrap_or(0)).max(after.unwrap_or(0))
}

/// Whether a phrase behind 的 says enough by itself: 住房租金支出, not 相关支出.
fn specific(phrase: &str) -> bool {
    const ENOUGH: usize = 4;
    const VAGUE: [&str; 6] = ["相关", "有关", "各项", "全部", "部分", "其他"];
    phrase.chars().count() >= ENOUGH && is_money(phrase) && !VAGUE.iter().any(|w| phrase.starts_with(w)) && !is_generic(phrase)
}

/// Whether `phrase` ends with a noun of money.
pub(super) fn is_money(phrase: &str) -> bool {
    let phrase = phrase.trim_end_matches(['）', ')', '”', '"']);
    let phrase = phrase.rfind(['（', '(', '〈']).map_or(phrase, |open| &phrase[..open]);
    NOUNS.iter().any(|noun| phrase.ends_with(noun))
}

/// Whether nothing of `phrase` says what the money is for.
pub(super) fn is_generic(phrase: &str) -> bool {
    let mut rest = phrase.trim();
    while let Some(shorter) = GENERIC.iter().filter_map(|word| rest.strip_prefix(word)).min_by_key(|rest| rest.len()) {
        rest = shorter.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '.' | ' '));
    }
    rest.chars().filter(|c| c.is_alphabetic()).count() < 2
}

/// The noun of money at the head of `text`, behind 以上 and 的: 15万元的创业担保贷款.
pub(super) fn noun_after(text: &str) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    let bound = bound::after(text).map_or(0, |(_, end)| end);
    let rest = text[bound..].strip_prefix('的').unwrap_or(&text[bound..]);
    let start = text.len() - rest.len();
    let run = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '（' | '）' | '“' | '”' | '"'))).unwrap_or(rest.len());
    let run = &rest[..run.min(rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at))];
    let ends = NOUNS.iter().filter_map(|noun| run.find(noun).map(|at| at + noun.len()));
    let end = ends.min()?;
    let end =
        NOUNS.iter().filter(|noun| run[..].len() > end && run[end..].starts_with(**noun)).map(|noun| end + noun.len()).max().unwrap_or(end);
    let phrase = &run[..end];
    let verb =
        ["计算", "缴纳", "交纳", "定额扣除", "标准", "以", "用于", "据实", "由", "进行", "支付"].iter().any(|w| phrase.starts_with(w));
    (!verb && phrase.chars().count() >= 2).then(|| start..start + end)
}
