//! Noun phrases around amounts: what is left of a clause when list marks, verbs, bounds and numbers are taken off.

use std::{ops::Range, sync::LazyLock};

use super::words::{ADVERBS, ATTAINED, GENERIC, GIVES, HEADS, LINKS, NOUNS, PARTIES, PAYERS, SPENDS, TOWARD, VERBS, WHOLE};
use crate::{
    lexicon::{Hit, Lists, Prefixes, Suffixes, short},
    pattern::signs,
    phrase::{
        bound,
        measure::{ends_with_measure, measure},
        numeral,
    },
};

/// [`NOUNS`] at the end of a phrase.
static NOUN: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(NOUNS.iter().copied()));
/// [`GENERIC`] at the head of a phrase.
static SAYS_MONEY: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(GENERIC.iter().copied()));
/// [`LINKS`] at its end.
static LINK: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(LINKS.iter().copied()));
/// [`HEADS`] at its head.
static HEAD: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(HEADS.iter().copied()));
/// [`ATTAINED`] at its head.
static ATTAIN: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(ATTAINED.iter().copied()));
/// [`WHOLE`] at its head.
static WHOLES: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(WHOLE.iter().copied()));
/// [`VERBS`] and [`SPENDS`] anywhere, and [`JOINTS`] behind them, each a list of its own.
static VERB: LazyLock<Lists> = LazyLock::new(|| Lists::new(VERBS.iter().chain(SPENDS).chain(&JOINTS).map(std::slice::from_ref)));
/// Words behind which a noun of money may begin.
const JOINTS: [&str; 2] = ["的", "后年"];
/// [`GIVES`] anywhere.
static PAY: LazyLock<Lists> = LazyLock::new(|| Lists::new(GIVES.iter().chain(&["按", "由"]).map(std::slice::from_ref)));
static GIVE: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(GIVES.iter().copied()));
/// [`GIVES`] at the end of a phrase.
static GIVEN: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(GIVES.iter().copied()));

/// The clause before `at`, from the last mark outside brackets; not reaching back over `from`.
pub(super) fn clause_before(text: &str, from: usize, at: usize) -> Range<usize> {
    let (mut depth, mut rest) = (0usize, &text[from..at]);
    loop {
        // most are Chinese characters
        while let [.., 0xe4..=0xe9, _, _] = rest.as_bytes() {
            rest = &rest[..rest.len() - 3];
        }
        let Some(c) = rest.chars().next_back() else { return from..at };
        let p = rest.len() - c.len_utf8();
        rest = &rest[..p];
        match c {
            '）' | ')' | '》' | '〉' => depth += 1,
            '（' | '(' | '《' | '〈' if depth > 0 => depth -= 1,
            // 预算金额：50万元, and the cell before the amount
            '：' | ':' | '\t' if text[from + p..at].trim_matches(['：', ':', '\t', ' ']).is_empty() => {}
            // of a ratio, an hour or a decimal, and no stop
            ':' | '.' if rest.ends_with(|c: char| c.is_ascii_alphanumeric()) && behind_is_digit(&text[from + p + 1..]) => {}
            '，' | '。' | '；' | '：' | ',' | ';' | ':' | '.' | '\n' | '！' | '？' | '（' | '(' | '\t' if depth == 0 => {
                return from + p + c.len_utf8()..at;
            }
            _ => {}
        }
    }
}

fn behind_is_digit(text: &str) -> bool {
    text.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit())
}

/// `range` without what is no noun phrase at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let end = range.start + cut_tail(&text[range.clone()]);
    let start = range.start + cut_head(&text[range.start..end]);
    let start = start + behind_bracket(&text[start..end.max(start)]);
    start..end.max(start)
}

/// The fewest characters that say by themselves what money is for.
const SAYS: usize = 3;

/// Where the noun begins behind a bracket: 项目（不含住宅）│固定资产投资, 普通高校（│本科. A word or two behind a bracket go on
/// with what stands before it.
fn behind_bracket(phrase: &str) -> usize {
    let (mut open, mut close) = (None, None);
    for sign in signs(phrase) {
        match sign.1 {
            '（' | '(' | '〔' => open = Some(sign),
            '）' | ')' | '〕' => close = Some(sign),
            _ => {}
        }
    }
    let behind = |(at, c): (usize, char)| at + c.len_utf8();
    match (open, close) {
        // a bracket that is still open lists what the amounts are for
        (Some(open), close) if close.is_none_or(|close| close.0 < open.0) => behind(open),
        // 100周岁以上（含）的高龄老人, 18周岁以上（含）、60周岁以下的居民
        (_, Some(close)) if phrase[behind(close)..].starts_with(['的', '、', '和', '及']) => 0,
        // 小（1）型水库 is one name
        (Some(open), Some(close)) if phrase[behind(open)..close.0].chars().count() < SAYS => 0,
        (Some(_), Some(close)) if phrase[behind(close)..].chars().filter(|c| !c.is_whitespace()).count() >= SAYS => behind(close),
        _ => 0,
    }
}

/// Where the noun phrase ends: before bounds, 每份, links, long brackets, quantities.
fn cut_tail(clause: &str) -> usize {
    let mut rest = clause.trim_end_matches([' ', '\u{3000}', '\t', '“', '"']);
    if rest.ends_with('”') && !rest.contains('“') {
        rest = rest.trim_end_matches('”');
    }
    if let Some(length) = paid_from(rest).or_else(|| raised(rest)) {
        rest = rest[..length].trim_end();
    }
    loop {
        let shorter = giving(rest)
            .or_else(|| bound::before(rest).map(|(_, start)| start).filter(|_| !names_limit(rest)))
            .or_else(|| measured(rest))
            .or_else(|| counted(rest))
            .or_else(|| long_bracket(rest))
            .or_else(|| LINK.of(rest).filter(|link| !(rest.ends_with("部分") && *link == "分")).map(|link| rest.len() - link.len()));
        match shorter {
            Some(length) if length < rest.len() => rest = rest[..length].trim_end(),
            _ => return rest.len(),
        }
    }
}

/// Whether the phrase is the name of a limit, and not a noun with a bound behind it: 年度救助限额.
fn names_limit(text: &str) -> bool {
    let text = text.trim_end_matches(['为', '是', '：', ':']);
    short::endings(text, &["限额", "上限", "下限", "封顶线"]).any(|word| word.len() < text.len())
}

/// Before a verb of giving at the end: 试点企业奖励, 每项分别奖励. 举报奖励, 财政补助 and 每月生活补贴 are nouns.
fn giving(text: &str) -> Option<usize> {
    let verb = GIVEN.of(text)?;
    let rest = &text[..text.len() - verb.len()];
    if rest.starts_with('单') {
        return None;
    }
    let verbal = rest.is_empty()
        || rest.starts_with('每')
        || rest.ends_with('的')
        || short::ends_with(rest, ADVERBS)
        || short::ends_with(rest, PARTIES)
        || short::begins_with(rest, TOWARD)
        || ends_with_each(rest);
    verbal.then_some(rest.len())
}

/// Whether 每 and a thing end the clause: 每个产品, 每人; not 每月生活.
fn ends_with_each(clause: &str) -> bool {
    const NEAR: usize = 6;
    clause.rfind('每').is_some_and(|at| is_each(&clause[at..]) && clause[at..].chars().count() <= NEAR + 1)
}

/// Whether the phrase is 每 and what it is for each of, and no time and nothing that is given.
fn is_each(phrase: &str) -> bool {
    let Some(each) = phrase.strip_prefix('每') else { return false };
    let timed = each.starts_with(['年', '月', '日', '天', '季', '学']) && measure(each) != Some(each.len());
    !timed && !gives(each)
}

/// Whether the clause is 每 and what is done to one thing: 每成功上市一家企业.
pub(super) fn is_act_for_each(clause: &str) -> bool {
    const LONGEST: usize = 24;
    let one = |each: &str| !each.starts_with(['年', '月', '日', '天', '人']) && each.contains('一');
    clause.strip_prefix('每').is_some_and(one) && !gives(clause) && clause.chars().count() <= LONGEST
}

/// Before the words that say who pays, from what and by what: 考务经费由市、县财政按…, 奖补资金按新建管网….
fn paid_from(text: &str) -> Option<usize> {
    let joints = text.char_indices().filter(|(at, c)| matches!(c, '由' | '从' | '按' | '在' | '以') && *at > 0);
    let says = |phrase: &str| (is_money(phrase) || phrase.ends_with("标准")) && phrase.chars().count() > 2;
    joints.map(|(at, _)| at).find(|at| says(&text[..*at]))
}

/// Before the words that say what a standard is raised to: 救助标准提高到人均收入….
fn raised(text: &str) -> Option<usize> {
    let mut ends = text.match_indices('准').map(|(at, last)| at + last.len());
    let end = ends.find(|end| text[..*end].ends_with("标准")).filter(|end| *end > "标准".len())?;
    let turn = text[end..].strip_prefix("统一").unwrap_or(&text[end..]);
    let turned =
        short::begins_with(turn, &["提高到", "提高至", "提高为", "调整到", "调整至", "调整为", "上调至", "上调为", "增加到", "增加至"]);
    turned.then_some(end)
}

/// Before a 每 with nothing but measures behind it: 每人每年, 每份.
fn measured(text: &str) -> Option<usize> {
    let at = text.rfind('每')?;
    let rest = &text[at + "每".len()..];
    let length = measure(rest).or_else(|| rest.chars().next().map(char::len_utf8))?;
    let rest = &rest[length..];
    (rest.is_empty() || LINKS.contains(&rest) || matches!(rest, "加价" | "补助" | "定额" | "补贴")).then_some(at)
}

/// Before a quantity at the end: 印刷费5000份, 农村公路120公里, 设备款60%.
fn counted(text: &str) -> Option<usize> {
    const LONGEST: usize = 4;
    // 第一阶梯180立方米以下
    let metered = |text: &str| short::ends_with(text, &["立方米", "千瓦时", "度", "公里", "小时"]);
    let side = short::before(text, &["以上", "以下", "以内"]);
    let text = side.filter(|text| metered(text)).unwrap_or(text);
    if !ends_with_measure(text) && !text.ends_with(['%', '％']) {
        return None;
    }
    let is_unit = |at: &usize| measure(&text[*at..]) == Some(text.len() - at) || matches!(&text[*at..], "%" | "％");
    let figures = |text: &str| text.trim_end_matches(|c: char| numeral::is_numeral(c) || matches!(c, '.' | ',' | ' ')).len();
    // 181—300立方米
    let number = |unit: usize| {
        let last = figures(&text[..unit]);
        let first = text[..last].strip_suffix(['—', '-', '～', '至']).map_or(last, figures);
        if first < last && last < unit { first } else { last }
    };
    let units = text.char_indices().rev().take(LONGEST).map(|(at, _)| at).filter(is_unit);
    let counts = |(unit, number): &(usize, usize)| number < unit && !text[..*number].ends_with('第');
    units.map(|unit| (unit, number(unit))).find(counts).map(|(_, number)| number)
}

/// Before a bracket of more than a few characters: （指节水器具目录以内的自备部分）.
fn long_bracket(text: &str) -> Option<usize> {
    const SHORT: usize = 8;
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    (inner[open..].chars().count() > SHORT && open > 0).then_some(open)
}

/// Where the noun phrase begins: behind list marks, years, verbs, and the 的 before a noun of money.
fn cut_head(clause: &str) -> usize {
    let mut start = clause.len() - clause.trim_start_matches([' ', '\u{3000}', '）', ')']).len();
    while let Some(length) = head_word(&clause[start..]) {
        start += length;
    }
    // 从预算稳定调节基金调入
    if clause[start..].strip_prefix('从').is_some_and(is_money) {
        start += "从".len();
    }
    // 货物采购, 政府采购: no verb
    let noun = |w: &str, at: usize| {
        match w {
            "采购" if short::ends_with(&clause[..at], &["货物", "政府", "物资", "设备", "服务", "工程", "集中", "药品"]) => {
                true
            }
            // 转移支付, 多支付工程款
            "支付" if short::ends_with(&clause[..at], &["转移", "多", "少", "未", "应"]) => true,
            // 公务用车购置费, 购置及运行费
            _ => clause[at + w.len()..].starts_with(['费', '款', '及', '和', '与', '量', '额', '价']),
        }
    };
    let (hits, verbs) = (VERB.hits(clause), VERBS.len() + SPENDS.len());
    let mut seen = 0u64;
    for hit in hits.iter().rev().filter(|hit| hit.list() < verbs) {
        let Range { start: at, end } = hit.range();
        // where a verb stands more than once, its last place decides
        let last = seen >> hit.list() & 1 == 0;
        seen |= 1 << hit.list();
        let says = |rest: &str| rest.chars().nth(1).is_some() && (hit.list() >= VERBS.len() || !is_generic(rest));
        if last && end > start && !noun(&clause[at..end], at) && says(&clause[end..]) {
            start = end;
        }
    }
    while let Some(length) = head_word(&clause[start..]) {
        start += length;
    }
    let last = |list: usize| hits.iter().rev().find(|hit| hit.list() == verbs + list).map(Hit::range).filter(|range| range.start >= start);
    let tail = last(0).map(|of| of.end).filter(|at| specific(&clause[*at..]));
    // 提出将补助标准
    let put = clause.ends_with("标准").then(|| clause.rfind('将')).flatten().map(|at| at + "将".len());
    let put = put.filter(|at| !is_generic(&clause[*at..])).unwrap_or(0);
    let after = last(1).map(|year| year.start + "后".len());
    start
        .max(put)
        .max(tail.unwrap_or(0))
        .max(after.unwrap_or(0))
        .max(start + toward(&clause[start..]))
        .max(start + places(&clause[start..]))
}

/// Behind a list of places, of which the last has its noun behind it: 东城区、西城区、云岭县│低保标准.
fn places(clause: &str) -> usize {
    const ENDS: [char; 5] = ['区', '县', '市', '镇', '乡'];
    let Some(comma) = clause.rfind('、') else { return 0 };
    let (listed, last) = (&clause[..comma], &clause[comma + "、".len()..]);
    let member = listed.rsplit('、').next().unwrap_or(listed);
    let place = |member: &str| member.ends_with(ENDS) && member.chars().count() > 2;
    let end = last.char_indices().skip(2).take(4).find(|(_, c)| ENDS.contains(c)).map(|(at, c)| at + c.len_utf8());
    let says = |noun: &str| noun.chars().count() >= SAYS && (noun.ends_with("标准") || is_money(noun));
    end.filter(|end| place(member) && says(&last[*end..])).map_or(0, |end| comma + "、".len() + end)
}

/// The length of a list mark, a particle, a year or 每年 at the head, before other words.
fn head_word(clause: &str) -> Option<usize> {
    const ENOUGH: usize = 2;
    let quoted = || clause.starts_with('“') && clause.contains('”');
    let gives = || GIVE.of(clause).map(str::len).filter(|length| !is_generic(&clause[*length..]));
    let year = || {
        let figures = clause.bytes().take_while(u8::is_ascii_digit).count();
        let rest = (figures == 4).then(|| clause[figures..].strip_prefix('年')).flatten()?;
        Some(clause.len() - rest.strip_prefix('度').unwrap_or(rest).len())
    };
    let each = || {
        let rest = clause.strip_prefix('每')?;
        let rest = &rest[measure(rest)?..];
        let timed = clause.starts_with("每年") || clause.starts_with("每月");
        (timed || rest.starts_with('每')).then_some(clause.len() - rest.len())
    };
    if let Some(word) = HEAD.of(clause).filter(|_| !quoted() && WHOLES.of(clause).is_none()) {
        return Some(word.len());
    }
    let length = match clause.chars().next()? {
        mark @ '①'..='⑳' => return Some(mark.len_utf8()),
        '（' | '(' => return ordinal(clause),
        '0'..='9' => year(),
        '每' => each(),
        _ => gives(),
    };
    length.filter(|length| clause[*length..].chars().count() >= ENOUGH)
}

/// The length of a mark in brackets that numbers a member of a list: （一）, (2).
fn ordinal(clause: &str) -> Option<usize> {
    let inner = clause.strip_prefix(['（', '('])?;
    let rest = inner.trim_start_matches(numeral::is_numeral);
    let closed = rest.strip_prefix(['）', ')']).filter(|_| rest.len() < inner.len())?;
    Some(clause.len() - closed.len())
}

/// Behind the 对 that an organ does something to: 县财政局对返还金额.
fn toward(clause: &str) -> usize {
    let joints = clause.match_indices('对').map(|(at, word)| (at, at + word.len()));
    let free = |(at, end): &(usize, usize)| {
        !clause[..*at].ends_with(['应', '针', '面', '相', '核', '绝'])
            && !clause[*end..].starts_with(['外', '口', '象', '策', '比', '照', '接', '应'])
    };
    // 市级财政对每个示范村
    let pays = |at: usize| short::ends_with(&clause[..at], PAYERS);
    let object = |(at, end): &(usize, usize)| (is_money(&clause[*end..]) || pays(*at)) && !is_generic(&clause[*end..]);
    let end = joints.filter(free).rfind(object).map_or(0, |(_, end)| end);
    let each = clause[end..].strip_prefix('每').filter(|_| end > 0).and_then(measure).map_or(0, |length| "每".len() + length);
    end + each
}

/// Whether a phrase behind 的 says enough by itself: 校舍租金支出, not 相关支出.
fn specific(phrase: &str) -> bool {
    const ENOUGH: usize = 4;
    const VAGUE: [&str; 6] = ["相关", "有关", "各项", "全部", "部分", "其他"];
    phrase.chars().count() >= ENOUGH && is_money(phrase) && !short::begins_with(phrase, &VAGUE) && !is_generic(phrase)
}

/// Whether `phrase` is a noun of money and nothing else: 待遇, 费用.
pub(super) fn is_bare(phrase: &str) -> bool {
    NOUN.holds(phrase)
}

/// The clauses of persons or things right before `noun`, for which a bare noun of money stands: 甲岗位1人，乙岗位2人，待遇.
pub(super) fn with_counted(text: &str, from: usize, noun: Range<usize>) -> Range<usize> {
    let mut start = noun.start;
    while let Some(head) = text[from..start].strip_suffix(['，', '、', ',']) {
        let clause = clause_before(text, from, from + head.len());
        let words = &text[clause.clone()];
        if words.is_empty() || is_time(words) || counted(words).is_none() {
            break;
        }
        start = clause.start;
    }
    start..noun.end
}

/// Whether `phrase` ends with a noun of money.
pub(super) fn is_money(phrase: &str) -> bool {
    let phrase = phrase.trim_end_matches(['”', '"']);
    let open = phrase.strip_suffix(['）', ')', '〉']).and_then(|inner| inner.rfind(['（', '(', '〈']));
    let phrase = &phrase[..open.unwrap_or(phrase.len())];
    NOUN.of(phrase).is_some()
}

/// Whether nothing of `phrase` says what the money is for.
pub(super) fn is_generic(phrase: &str) -> bool {
    /// Classes of a budget, which are called by nothing but such words.
    const CLASSES: [&str; 5] = ["项目支出", "其他支出", "其他收入", "支出", "收入"];
    let mut rest = phrase.trim();
    if CLASSES.contains(&rest) || rest.ends_with("财政补助标准") {
        return false;
    }
    let undated =
        |rest: &'_ str| rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '.' | ' ')).len();
    while let Some(word) = SAYS_MONEY.of(rest) {
        rest = &rest[word.len()..];
        // 年初预算数 is a word
        if SAYS_MONEY.of(rest).is_none() {
            rest = &rest[undated(rest)..];
        }
    }
    rest.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphabetic()).nth(1).is_none()
}

/// Whether the words at `range` of a clause that gives money stand before the verb and say more than who gives or gets it.
pub(super) fn is_given_to(text: &str, clause: Range<usize>, range: &Range<usize>) -> bool {
    let words = &text[range.clone()];
    let before = (words.starts_with('每') || !gives(&text[clause.start..range.start])) && !each(words);
    before && !PARTIES.contains(&words) && !short::ends_with(words, PAYERS)
}

/// Where the verb of giving stands in a clause; a noun that is written alike (租金补贴、一次性创业补贴) ends it or stands before 、.
pub(super) fn verb_of_giving(clause: &str) -> Option<usize> {
    let is_verb = |(at, verb): &(usize, &str)| {
        let noun = matches!(*verb, "补助" | "补贴" | "奖励" | "资助" | "奖补" | "一次性");
        !noun || *at > 0 && !clause[at + verb.len()..].starts_with(['、', '和', '及']) && at + verb.len() < clause.len()
    };
    GIVE.find_iter(clause).map(|range| (range.start, &clause[range])).find(is_verb).map(|(at, _)| at)
}

/// Whether a clause says that money is given: 一次性奖励, 每户补助.
pub(super) fn gives(clause: &str) -> bool {
    GIVE.find_iter(clause).next().is_some()
}

/// Where the first word of giving, 按 or 由 stands in a clause that is none with which the clause begins.
pub(super) fn past_head_verb(clause: &str) -> Option<usize> {
    let hits = PAY.hits(clause);
    let first = hits.iter().filter(|hit| hit.range().start == 0).fold(0u64, |first, hit| first | 1 << hit.list());
    hits.iter().find(|hit| hit.range().start > 0 && first >> hit.list() & 1 == 0).map(|hit| hit.range().start)
}

/// Where the first verb of giving in a clause ends.
pub(super) fn behind_giving(clause: &str) -> Option<usize> {
    GIVE.find_iter(clause).next().map(|verb| verb.end)
}

/// What tells those whom something is done for from others: 国家高新技术企业 of 首次认定的国家高新技术企业, 省级科技进步奖 of
/// 获得省级科技进步奖的单位.
pub(super) fn core(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 36;
    /// Characters of a head that tells by itself what it is.
    const ENOUGH: usize = 5;
    let whole = &text[range.clone()];
    let (relative, head) = whole.rfind('的').map_or((whole, whole), |at| (&whole[..at], &whole[at + "的".len()..]));
    // 首次认定的示范基地: the words before 的 say only that it was attained
    let merely = attained(relative, 0) == relative.len();
    let whole_needed = !merely && (is_party(head) || head.chars().count() < ENOUGH);
    let start = if whole_needed { 0 } else { whole.len() - head.len() };
    let attained = attained(&whole[start..], ENOUGH - 1);
    let end = if start == 0 && attained > 0 && PARTIES.contains(&head) { relative.len() } else { whole.len() };
    let core = range.start + start + attained..range.start + end.max(start + attained);
    (2..=LONGEST).contains(&text[core.clone()].chars().count()).then_some(core)
}

/// Whether `head` is a party or a part of something: 企业, 商贸企业, 部分.
pub(super) fn is_party(head: &str) -> bool {
    short::ends_with(head, PARTIES) && head.chars().count() <= 5
}

/// The length of the words at the head that say that something is attained, and when, but not what (首次, 被认定为), where `enough`
/// characters are left.
fn attained(text: &str, enough: usize) -> usize {
    let mut rest = text;
    let word = |rest: &str| ATTAIN.of(rest).map(str::len);
    while let Some(length) = word(rest) {
        let behind = &rest[length..];
        // 新认定, not 新建
        let bound = rest.starts_with('新') && length == "新".len() && word(behind).is_none();
        if bound || behind.chars().count() < enough {
            break;
        }
        rest = behind;
    }
    text.len() - rest.len()
}

/// A phrase that may be a clause about something else: it begins with a preposition, or with 每.
pub(super) fn is_weak(words: &str) -> bool {
    const STARTS: [&str; 18] =
        ["标准为每", "比", "较", "同比", "上年", "在", "由", "对", "从", "自", "经", "如", "若", "按", "为", "向", "以", "与"];
    const ENDS: [&str; 12] = ["时", "后", "前", "的", "当年", "期间", "的年度", "情况", "城市", "标准", "可", "这"];
    words.chars().count() < 2
        || is_time(words)
        || is_serial(words)
        || short::begins_with(words, &STARTS)
        || short::ends_with(words, &ENDS)
        || each(words)
        || is_ordinal(words)
        || begins_with_verb(words)
}

/// Whether the words say only when: 2022年5月1日起, 6月底前.
pub(super) fn is_time(words: &str) -> bool {
    let unit = |words: &str| words.ends_with(['年', '月', '日', '底', '初']);
    let begins = words.starts_with(|c| numeral::figure(c).is_some());
    begins && (unit(words) || ["起", "前", "以来", "后", "内"].iter().any(|side| words.strip_suffix(side).is_some_and(unit)))
}

/// Whether the words only count: 第一包, 第二档.
pub(super) fn is_ordinal(words: &str) -> bool {
    let rest = words.strip_prefix('第').map(|rest| rest.trim_start_matches(numeral::is_numeral));
    rest.is_some_and(|rest| rest.chars().count() < 2)
}

/// Whether the words begin with the serial of a document: 1号列支.
fn is_serial(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let tail = rest.strip_prefix('号').filter(|_| rest.len() < words.len());
    tail.is_some_and(|tail| tail.is_empty() || short::ends_with(tail, &["列支", "安排", "下达", "拨付"]))
}

/// Whether the phrase is an award: 一等奖, 优秀奖.
pub(super) fn is_award(phrase: &str) -> bool {
    phrase.ends_with('奖') && (2..=12).contains(&phrase.chars().count()) && !is_generic(phrase)
}

/// 每 with a measure and nothing more to tell: 每人, 每户.
fn each(words: &str) -> bool {
    let rest = words.strip_prefix('每').map(|rest| &rest[measure(rest).unwrap_or(0)..]);
    rest.is_some_and(|rest| rest.chars().count() < 2 || PARTIES.contains(&rest))
}

/// A clause that gives money rather than names what for.
fn begins_with_verb(words: &str) -> bool {
    const VERBS: [&str; 12] = ["给予", "奖励", "享受", "申请", "发放", "提供", "处", "获得", "设立", "分摊", "可申请", "符合"];
    short::begins_with(words, &VERBS) || short::ends_with(words, &VERBS)
}
