//! Where a noun phrase ends: before bounds, 每份, links, long brackets, quantities, and before the words that say who pays.

use std::sync::LazyLock;

use super::{GIVE, gives, is_money};
use crate::{
    extract::budget::words::{ADVERBS, GIVES, LINKS, PARTIES, THAN, TOWARD},
    lexicon::{Suffixes, short},
    phrase::{
        bound,
        measure::{ends_with_measure, measure},
        numeral,
    },
};

/// [`LINKS`] at the end of a phrase.
static LINK: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(LINKS.iter().copied()));
/// [`GIVES`] at its end.
static GIVEN: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(GIVES.iter().copied()));

/// Where the noun phrase ends: before bounds, 每份, links, long brackets, quantities.
pub(super) fn end(clause: &str) -> usize {
    let mut rest = clause.trim_end_matches([' ', '\u{3000}', '\t', '“', '"']);
    if rest.ends_with('”') && !rest.contains('“') {
        rest = rest.trim_end_matches('”');
    }
    if let Some(length) = paid_from(rest).or_else(|| raised(rest)).or_else(|| classed(rest)).or_else(|| compared(rest)) {
        rest = rest[..length].trim_end();
    }
    loop {
        let shorter = giving(rest)
            .or_else(|| given_to(rest))
            .or_else(|| payer(rest))
            .or_else(|| bound::before(rest).map(|(_, start)| start).filter(|_| !names_limit(rest)))
            .or_else(|| measured(rest))
            .or_else(|| counted(rest))
            .or_else(|| rest.strip_suffix('每').map(str::len))
            .or_else(|| long_bracket(rest))
            .or_else(|| LINK.of(rest).filter(|link| !is_of_word(rest, link)).map(|link| rest.len() - link.len()));
        match shorter {
            Some(length) if length < rest.len() => rest = rest[..length].trim_end(),
            _ => return rest.len(),
        }
    }
}

/// Whether the link with which `text` ends is but the end of a word: 部分, 建设.
fn is_of_word(text: &str, link: &str) -> bool {
    let words: &[&str] = match link {
        "分" => &["部分"],
        "过" => &["通过", "超过", "经过"],
        // 户均增收4000元
        "增收" => &["均增收", "农民增收", "农户增收"],
        "设" => &["建设", "铺设", "架设", "开设", "敷设", "增设"],
        _ => return false,
    };
    short::ends_with(text, words)
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
        || ends_with_each(rest)
        || !rest.ends_with(['年', '月', '%']) && counted(rest.trim_end()).is_some();
    verbal.then_some(rest.len())
}

/// Before a verb of giving with those who get it behind: 每新增一家企业│奖励该孵化器.
fn given_to(text: &str) -> Option<usize> {
    const LONGEST: usize = 8;
    let verb = GIVE.find_iter(text).last().filter(|verb| verb.start > 0)?;
    let given = &text[verb.end..];
    let named = || given.starts_with(['该', '其']) && given.chars().count() <= LONGEST;
    (PARTIES.contains(&given) || named()).then_some(verb.start)
}

/// Before the words that say who pays: 每新增一家企业│由县财政.
fn payer(text: &str) -> Option<usize> {
    let at = text.rfind('由').filter(|at| *at > 0)?;
    short::ends_with(&text[at..], &["财政", "财政局", "人民政府", "县政府", "市政府"]).then_some(at)
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

/// Before what it is compared with: 支出总量│较“十二五”期间增加, 财政收入│比上年增加.
fn compared(text: &str) -> Option<usize> {
    let joint = |(at, c): &(usize, char)| matches!(c, '较' | '比') && short::begins_with(&text[*at..], &THAN);
    let at = text.char_indices().find(joint).map(|(at, _)| at)?;
    let says = !text[..at].ends_with(['同', '环', '相', '占', '对']) && text[..at].chars().count() > 2;
    says.then_some(at)
}

/// Before the words that say into which classes a standard falls: 护理标准│分为三种档次.
fn classed(text: &str) -> Option<usize> {
    let of = |noun: &str| noun.chars().count() > 2 && (noun.ends_with("标准") || is_money(noun));
    text.find("分为").filter(|at| of(&text[..*at]))
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
pub(super) fn counted(text: &str) -> Option<usize> {
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

/// Before a bracket of more than a few characters: （指节水器具目录以内的自备部分）; or of a quantity: 优秀奖（5名）.
fn long_bracket(text: &str) -> Option<usize> {
    const SHORT: usize = 8;
    let inner = text.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let counts = || counted(inner[open..].trim_start_matches(['（', '('])) == Some(0);
    (open > 0 && (inner[open..].chars().count() > SHORT || counts())).then_some(open)
}
