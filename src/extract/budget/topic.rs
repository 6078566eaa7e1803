//! What the clauses before the one with the amount are about: `科普画册2500册，每册12元`, `对新建的示范社，每家补助5万元`.

use std::ops::Range;

use super::{
    noun,
    site::{Earlier, Said, Site},
    words::{ADVERBS, BASES, BUILDS, TOWARD, WORKS},
};
use crate::phrase::numeral::is_figure;
use crate::{lexicon::short, pattern::head, span::Span};

/// What an earlier clause names by a noun of money or counts, the nearest first.
pub(super) fn thing(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    let mut clauses = own(site).filter(|clause| !is_condition(&text[clause.range.clone()]));
    clauses.find_map(|clause| money_or_things(text, clause.range))
}

/// Those whom something is given, or in which case: what the sentence begins with, or the amount's own clause.
pub(super) fn case(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    let said = |clause: &Earlier| past_joint(&text[clause.range.clone()]);
    let toward = own(site).filter(|clause| is_toward(said(clause))).find_map(|clause| object(text, clause.range));
    // 每成功上市一家企业，给予…奖励10万元
    let each = own(site).map(|clause| clause.range).find(|range| noun::is_act_for_each(&text[range.clone()]));
    if each.is_some() {
        return each;
    }
    let chain = || own(site).any(|clause| is_condition(said(&clause))).then(|| subject(site)).flatten();
    // 组织旅游包机的，按每人20元给予奖励
    let stated = || own(site).filter(|clause| said(clause).ends_with('的')).find_map(|clause| object(text, clause.range));
    toward.or_else(chain).or_else(stated)
}

/// What the sentence begins with, where it tells nobody to do something: 规模以下转规模以上企业，一次性奖励10万元.
pub(super) fn subject(site: &Site<'_, '_>) -> Option<Range<usize>> {
    const TELLS: [&str; 9] = ["将", "应", "要", "请", "须", "至少", "组织", "负责", "决定"];
    let text = site.text();
    // what stands before a colon leads in all behind it
    let mut led_in = false;
    let clauses = own(site).take_while(|clause| {
        let within = !led_in;
        led_in = text[..clause.range.start].ends_with(['：', ':']);
        within
    });
    let clauses = clauses.filter(|clause| !short::holds(&text[clause.range.clone()], &TELLS));
    clauses.filter_map(|clause| object(text, clause.range)).last()
}

/// What the last amount given in the sentence was for.
pub(super) fn same(site: &Site<'_, '_>, items: &[Option<Span>]) -> Option<Span> {
    let given = |clause: &Earlier| clause.amount.filter(|_| !is_condition(&site.text()[clause.range.clone()]));
    site.earlier().find_map(|clause| given(&clause)).and_then(|amount| items[amount])
}

/// The clauses before the amount's own up to the one that gives another amount.
fn own<'a>(site: &'a Site<'_, '_>) -> impl Iterator<Item = Earlier> + 'a {
    let text = site.text();
    site.earlier().take_while(move |clause| clause.amount.is_none() || is_condition(&text[clause.range.clone()]))
}

/// Those whom the amount's own clause is about: 对新建的示范社奖励5万元, 在海外挂牌的给予10万元.
pub(super) fn near(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let (text, clause) = (site.text(), site.clause.clone());
    let end = noun::past_head_verb(&text[clause.clone()]).map_or(site.noun.end, |at| clause.start + at).max(clause.start);
    // 新注册商标的每个│奖励
    let end = text[clause.start..end].rfind("的每").map_or(end, |at| clause.start + at + "的".len());
    let before = clause.start..end;
    is_condition(&text[before.clone()]).then(|| object(text, before)).flatten()
}

/// Whether the clause says in which case something is given: it ends in 的 or 的企业, or begins with 对, 凡.
fn is_condition(clause: &str) -> bool {
    let clause = past_joint(clause);
    let ends = || clause.rfind('的').is_some_and(|at| noun::is_party(&clause[at + "的".len()..]));
    clause.ends_with('的') || is_toward(clause) || ends()
}

/// Whether the clause begins with 对 or another word before those for whom something is done.
fn is_toward(clause: &str) -> bool {
    short::begins_with(clause, TOWARD)
}

/// `clause` behind the word that joins it to the one before.
fn past_joint(clause: &str) -> &str {
    short::behind(clause, &["并", "同时", "另", "其中", "决定", "再"]).unwrap_or(clause)
}

/// Those whom a clause is about: without 对 before and 的 behind.
fn object(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let clause = past_joint(&text[range.clone()]);
    let range = range.end - clause.len()..range.end;
    if short::begins_with(clause, BASES) && !clause.ends_with('的') {
        return None;
    }
    // 授予…“纳税大户”称号: the honour says what for
    if let Some(open) = clause.starts_with("授予").then(|| clause.rfind('“')).flatten() {
        let end = clause[open..].find('”').map(|at| open + at + "”".len())?;
        return Some(range.start + open..range.start + end);
    }
    let lead = short::beginnings(clause, TOWARD).map(str::len).max().unwrap_or(0);
    let inner = &clause[lead..];
    let inner = &inner[..noun::verb_of_giving(inner).unwrap_or(inner.len())];
    let without = |words| short::before(words, ADVERBS).unwrap_or(words);
    let inner = without(noun::before_honours(without(inner))).trim_end_matches('的');
    let start = range.start + lead;
    noun::core(text, start..start + inner.len())
        .filter(|range| !noun::is_generic(&text[range.clone()]) && !noun::is_time(&text[range.clone()]))
}

/// A noun of money in a clause, or things that it counts.
fn money_or_things(text: &str, clause: Range<usize>) -> Option<Range<usize>> {
    if short::begins_with(&text[clause.clone()], BASES) || text[clause.clone()].starts_with('占') {
        return None;
    }
    let noun = noun::trimmed(text, clause.clone());
    let words = &text[noun.clone()];
    let measured = short::ends_with(words, &["面积", "长度", "规模", "里程", "总量", "比例"]);
    let counted = noun.end < clause.end && words.chars().count() > 2 && !measured;
    let standard = words.strip_suffix("标准").is_some_and(|of| of.chars().count() > 1) && !words.starts_with("符合");
    let says = standard || noun::is_award(words) || !noun::is_weak(words) && (noun::is_money(words) || counted);
    (!noun::is_generic(words) && says).then_some(noun)
}

/// The label before the colon that the amount's clause follows, where it is a noun of money: 住宿费：每人每天200元.
pub(super) fn label(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    let head = text[..site.clause.start].strip_suffix(['：', ':'])?;
    let clause = noun::clause_before(text, site.from.min(head.len()), head.len());
    // 采购预算：第一包120万元
    // 其中一等：奖金4000元
    let place = noun::trimmed(text, clause.clone());
    if noun::is_generic(site.words()) && matches!(&text[place.clone()], "一等" | "二等" | "三等" | "特等" | "四等" | "优秀") {
        return Some(place);
    }
    let plain = || Some(noun::trimmed(text, clause.clone())).filter(|noun| noun::is_ordinal(site.words()) && !noun.is_empty());
    money_or_things(text, clause.clone()).or_else(plain)
}

/// The first cell with words of a row of a table, where the amount's own cell says nothing.
pub(super) fn row(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    if !site.noun.is_empty() {
        return None;
    }
    let line = site.sums.line(site.at);
    // no amount stands before this one in its cell
    let before = line.max(site.from.min(site.at));
    let own = text[before..site.at].rfind('\t').map(|at| before + at)?;
    let mut start = line;
    let cells = text[line..own].split('\t').map(|cell| {
        let range = start..start + cell.len();
        start = range.end + 1;
        range
    });
    let words = |cell: &Range<usize>| text[cell.clone()].chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).count() > 1;
    cells.filter(words).map(|cell| noun::trimmed(text, cell)).find(|cell| !cell.is_empty())
}

/// The label that begins the line, whatever it says, where the amount is all that it labels: 项目预算金额：85万元.
pub(super) fn field(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    let start = site.sums.line(site.at);
    let label = text[start..site.at].trim_end().strip_suffix(['：', ':'])?;
    let name = label.trim_start_matches(|c: char| is_figure(c) || matches!(c, '.' | '、' | ' ' | '\u{3000}' | '（' | '）'));
    let whole = (2..=16).contains(&name.chars().count()) && !name.contains(['，', '。', '；', '、', '计', ',', ';']);
    whole.then(|| start + label.len() - name.len()..start + label.len())
}

/// What the clause right before names, for each measure of which the amount is: 灌木林地、疏林地，每平方米9元.
pub(super) fn priced(site: &Site<'_, '_>) -> Option<Range<usize>> {
    const LONGEST: usize = 40;
    let text = site.text();
    let bare = site.found().value.per.is_some() && site.noun.is_empty();
    let clause = site.earlier().next().filter(|clause| bare && clause.amount.is_none())?;
    if short::begins_with(&text[clause.range.clone()], BASES) {
        return None;
    }
    let noun = noun::trimmed(text, clause.range);
    let words = &text[noun.clone()];
    let names = !noun::is_generic(words) && !noun::is_weak(words) && !words.contains(['应', '将', '由']);
    (names && words.chars().count() <= LONGEST).then_some(noun)
}

/// The label that begins the paragraph, before whatever is said of what it names: 国家奖学金：奖励…学生，每人每年8000元.
pub(super) fn lead(site: &Site<'_, '_>) -> Option<Range<usize>> {
    const LONGEST: usize = 16;
    // what comes later in the paragraph is of what came before
    if site.n > 0 {
        return None;
    }
    let text = site.text();
    let start = site.sums.line(site.at);
    let line = head(&text[start..site.at], LONGEST + 1);
    let end = start + line.find(['：', ':'])?;
    let label = noun::trimmed(text, start..end);
    let words = &text[label.clone()];
    let plain = !words.contains(['，', ',', '。', '、', '；', ';', '（', '(']) && words.chars().count() > 2;
    let says = short::ends_with(words, &["金", "费", "补贴", "补助", "奖励", "津贴", "资助", "保险", "工程", "项目"]);
    // （1）设施蔬菜大棚：连片新建50亩以上，每亩补贴
    let vague = || ["标准", "办法", "方式", "条件", "对象", "范围", "内容", "要求", "如下", "规定", "措施", "原则"];
    let says = says || site.gives() && !short::ends_with(words, &vague());
    (plain && says && end < site.clause.start && !noun::is_generic(words)).then_some(label)
}

/// The noun of money before the bracket that opens before the amount: 配套费（中心城区每平方米60元.
pub(super) fn bracket(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    let head = text[site.from..site.clause.start].strip_suffix(['（', '(']).filter(|_| !site.said().starts_with("其中"))?;
    let noun = noun::trimmed(text, noun::clause_before(text, site.from, site.from + head.len()));
    let words = &text[noun.clone()];
    // 西沟水库（投资965万元）
    let built = || site.says(Said::Cost) && noun::is_generic(site.words()) && !noun::is_weak(words);
    // 东江镇（550万元）
    let alone = || site.clause.is_empty() && site.behind().closes() && !noun::is_weak(words);
    (!noun::is_generic(words) && (noun::is_money(words) || built() || alone())).then_some(noun)
}

/// What the amount before was for, in whose bracket another price stands: 配套费（一类区域每平方米60元，二类区域每平方米30元）.
pub(super) fn same_bracket(site: &Site<'_, '_>, items: &[Option<Span>]) -> Option<Span> {
    let (last, block) = (site.n.checked_sub(1)?, site.sums.span);
    let item = items[last].filter(|item| block.start <= item.start && item.end <= block.end)?;
    let inside = site.text().get((item.end - block.start) as usize..site.at)?.strip_prefix(['（', '('])?;
    let rate = |n: usize| site.sums.money[n].value.per.as_ref();
    (rate(last).is_some() && rate(last) == rate(site.n) && !inside.contains(['）', ')', '。'])).then_some(item)
}

/// Works that an earlier clause names, for an investment: 提质改造工程，总投资3亿元; 建设农村公路120公里，总投资1亿元.
pub(super) fn built(site: &Site<'_, '_>) -> Option<Range<usize>> {
    let text = site.text();
    if !site.says(Said::Cost) {
        return None;
    }
    let mut clauses = site.earlier().take_while(|clause| clause.amount.is_none());
    clauses.find_map(|clause| {
        let noun = noun::trimmed(text, clause.range.clone());
        // 第一部分为产业扶贫项目
        let noun = noun.start + if text[noun.clone()].starts_with('为') { "为".len() } else { 0 }..noun.end;
        let words = &text[noun.clone()];
        let buys = short::begins_with(&text[clause.range.clone()], BUILDS);
        let works = short::ends_with(words, WORKS) || buys && (noun.end < clause.range.end || noun::is_generic(site.words()));
        (works && !noun::is_generic(words)).then_some(noun)
    })
}

/// What the price was for that this is the product of: 单价2.5元，共计2.5万元.
pub(super) fn product(site: &Site<'_, '_>, items: &[Option<Span>]) -> Option<Span> {
    let price = site.earlier().find_map(|clause| clause.amount)?;
    let text = site.text();
    let clause = noun::clause_before(text, 0, site.sums.money[price].range.start);
    let priced = site.sums.money[price].value.per.is_some() || text[clause].contains("单价");
    items[price].filter(|_| priced)
}
