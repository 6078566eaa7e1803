//! What an amount is for: the shortest noun phrase that says so.
//!
//! Several phrases offer themselves, each on a [`Ground`] of its own. Which grounds are asked, and in which order, depends
//! on what is said of the amount: the four lists below are the whole judgement. A ground that says nothing definite
//! (资金, 项目, 补助) is passed over, and the next one asked.

use super::{
    Sums, behind,
    context::Context,
    noun, share,
    site::{self, Said, Site},
    topic,
};
use crate::{
    lexicon::{joined, picked, short},
    pattern::is_han,
    phrase::{actor, agency, bound::Relation},
    span::Span,
};

/// On what a phrase rests that says what an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ground {
    /// A noun of money right before the amount: 宣传资料印刷费5万元, 注册资本（实收）800万元.
    Money,
    /// A noun of money before the bracket that holds the amount: 配套费（中心城区每平方米60元）.
    Bracket,
    /// A noun of money right behind: 20万元的技能提升贷款, 按每人12元的标准安排补助资金.
    Behind,
    /// Works right behind: 投资3亿元的污水处理厂扩建工程.
    Works,
    /// Whatever else the words right before name: 一等奖5000元, 80周岁以上老人每月100元.
    Words,
    /// Such words that stand before the verb of giving and are neither who gives nor who receives: 重大项目每项资助50万元.
    Named,
    /// What the row of a table is about: the first cell with words, where the amount's own has none.
    Row,
    /// The line before, where a page left one cell a line: 报名费 / 100元.
    Cell,
    /// The label before the colon: 住宿费：每人每天200元.
    Label,
    /// The label that begins the line and has nothing but the amount behind it: 项目预算金额：85万元.
    Field,
    /// The limit before this one, where a tier has no words of its own: 费用2000元以下的部分自付；2000元至5万元的部分….
    Tier,
    /// What it is spent on: 20万元，用于校舍维修; 投资4亿元，建设….
    Purpose,
    /// Those whom the amount's own clause is about: 对低保对象按每人每年120元资助.
    Near,
    /// A noun of money in an earlier clause of the sentence, or things that it counts: 科普画册2500册，每册12元.
    Thing,
    /// What the clause right before names, for a price: 灌木林地、疏林地，每平方米9元.
    Priced,
    /// A standard, the words right before: 个人缴费标准为每人每年380元.
    Standard,
    /// Those to whom it is given, or in which case: 对新建的示范社，每家补助5万元.
    Case,
    /// What the sentence begins with: 规模以下转规模以上企业，一次性奖励10万元.
    Subject,
    /// What the amount before in the sentence was for: 最高10万元，最低200元.
    Same,
    /// Works that an earlier clause of the sentence names: 提质改造工程，总投资3亿元.
    Built,
    /// What the price of the same sentence was for, where this is the product.
    Product,
    /// The amount before, wherever it stands.
    Last,
    /// The label that begins the paragraph: 国家奖学金：奖励…学生，每人每年8000元.
    Lead,
    /// The words that lead a list in.
    LeadIn,
    /// The project that the text is about, or the nearest heading.
    Heading,
    /// A noun of money that says no more, before the amount or behind it: 投资额5000万元以上, 2000元罚款.
    Bare,
    /// Any words before the amount.
    Any,
}

use Ground::{
    Any, Bare, Behind, Bracket, Built, Case, Cell, Field, Heading, Label, Last, Lead, LeadIn, Money, Named, Near, Priced, Product, Purpose,
    Row, Same, Standard, Subject, Thing, Tier, Words, Works,
};

/// An amount of which nothing more is said.
const PLAIN: &[Ground] = &[
    Money, Bracket, Behind, Works, Words, Row, Cell, Label, Purpose, Near, Thing, Standard, Priced, Built, Same, Field, Lead, LeadIn, Case,
    Heading, Bare, Last, Any,
];

/// An amount that is given as 奖励 or 补助: the words right before it may be who gives or receives it.
const GIFT: &[Ground] = &[
    Money, Bracket, Behind, Works, Row, Near, Thing, Standard, Case, Named, Lead, LeadIn, Subject, Same, Words, Label, Purpose, Bare,
    Field, Heading, Last, Any,
];

/// A limit that something must keep: the noun beside it says what must, however little that is.
const LIMIT: &[Ground] = &[
    Money, Bracket, Behind, Bare, Words, Row, Label, Purpose, Near, Thing, Standard, Priced, Same, Tier, Field, Lead, LeadIn, Case,
    Heading, Last, Any,
];

/// A sum: of what the text as a whole is about, not of the item named last.
const SUM: &[Ground] = &[Money, Bracket, Behind, Works, Purpose, Product, Built, Heading, LeadIn, Last, Bare, Any];

/// What the `n`th amount of the block is for. `items` has what those before it are for.
pub(super) fn item(sums: &Sums<'_>, n: usize, items: &[Option<Span>], context: &Context<'_>) -> Option<Span> {
    let site = Site::new(sums, n);
    if let Some((first, count)) = site.shares() {
        let whole = if first == n { whole(&site, items, context) } else { whole(&Site::new(sums, first), &items[..first], context) };
        let listed = || share::counted(&Site::new(sums, first), n - first, count);
        return whole.map(|whole| share::member(sums, whole, n - first, count).or_else(listed).unwrap_or(whole));
    }
    // 培训费10.8万元（200人×3天×180元
    let factor = || sums.text[..sums.money[n].range.start].trim_end().ends_with('×');
    if site.joins() || site.compares() || site::says_again(sums, n) || site::succeeds(sums, n) || factor() {
        return items.last().copied().flatten();
    }
    whole(&site, items, context)
}

/// The phrase that says what an amount is for, or what those are for that begin with it: 一、二等奖 before 分别奖励3000元、2000元.
fn whole(site: &Site<'_, '_>, items: &[Option<Span>], context: &Context<'_>) -> Option<Span> {
    let first = order(site).iter().find_map(|ground| phrase(site, *ground, items, context))?;
    // 对防范…、制止…作出贡献的，给予1万元奖励: of a gift, what is as long as a sentence says less than the noun beside the amount
    let beside = || phrase(site, Bare, items, context).filter(|_| site.gives());
    Some(first).filter(|first| !is_long(site, *first)).or_else(beside).or(Some(first))
}

/// Whether a phrase has more words than a table of amounts would have room for; figures do not count.
fn is_long(site: &Site<'_, '_>, phrase: Span) -> bool {
    const LONGEST: usize = 24;
    let block = site.sums.span;
    let within = (phrase.start.checked_sub(block.start)).filter(|_| phrase.end <= block.end).map(|start| start as usize);
    within.is_some_and(|start| {
        site.text()[start..start + (phrase.end - phrase.start) as usize].chars().filter(|c| is_han(*c)).count() > LONGEST
    })
}

/// Which grounds are asked, in order.
fn order(site: &Site<'_, '_>) -> &'static [Ground] {
    let limit = site.found().value.relation != Relation::Eq;
    let given = site.gives();
    if site.says(Said::Total) || site.adds_up() {
        SUM
    } else if limit && (!given || noun::is_money(site.words()) && !is_basis(site)) {
        LIMIT
    } else if given {
        GIFT
    } else {
        PLAIN
    }
}

/// The phrase that `ground` offers.
fn phrase(site: &Site<'_, '_>, ground: Ground, items: &[Option<Span>], context: &Context<'_>) -> Option<Span> {
    let (text, section) = (site.text(), site.sums.section);
    let range = match ground {
        Money => money(site),
        Bracket => return topic::bracket(site).map(|range| site.sums.span.slice(range)).or_else(|| topic::same_bracket(site, items)),
        Behind => site.behind().money(),
        Works => site.behind().works(),
        Words => words(site),
        Row => topic::row(site),
        Cell => return context.cell(text),
        Label => topic::label(site),
        Field => topic::field(site),
        Tier => return items.last().copied().flatten().filter(|_| site.is_tier()),
        // 用于云岭县300万元 is the next amount's
        Purpose => {
            let within = |range: &std::ops::Range<usize>| {
                site.sums.money.iter().skip(site.n + 1).take(8).any(|next| range.contains(&next.range.start))
            };
            behind::purpose(text, site.found().range.end).filter(|range| !within(range))
        }
        Built => topic::built(site),
        Bare => Some(site.noun.clone())
            .filter(|_| noun::is_money(site.words()) && !is_basis(site) && !pays(site))
            .or_else(|| site.behind().bare()),
        Any => {
            let words = site.words();
            let says = noun::is_money(words) || !noun::is_generic(words) || words.ends_with("财政") || words.ends_with("标准");
            Some(site.noun.clone()).filter(|_| site.words().chars().count() > 1 && says)
        }
        Named => words(site).filter(|range| noun::is_given_to(text, site.clause.clone(), range)),
        Near => topic::near(site),
        Thing => topic::thing(site),
        Standard => Some(site.noun.clone()).filter(|_| site.words().ends_with("标准") && !noun::is_generic(site.words())),
        Case => topic::case(site),
        Subject => topic::subject(site),
        Same => return topic::same(site, items),
        Priced => topic::priced(site),
        Product => return topic::product(site, items),
        Lead => topic::lead(site),
        LeadIn => return context.lead_in(section.map(AsRef::as_ref)),
        Heading => return context.title(section.map(AsRef::as_ref)),
        // a sum of several is for none of them
        Last => return items.last().copied().flatten().filter(|last| !adds_others(site, items, *last)),
    };
    range.map(|range| site.sums.span.slice(range))
}

/// Whether the amount says that it adds up those before, which are not all for the same.
fn adds_others(site: &Site<'_, '_>, items: &[Option<Span>], last: Span) -> bool {
    let said = site.said().trim();
    let sum = said == "共" || short::begins_with(said, picked!(sums: sum));
    sum && items.len() > 1 && items[items.len() - 2] != Some(last)
}

/// A noun of money right before the amount that says what for; before a bare one the persons and things that it is for.
fn money(site: &Site<'_, '_>) -> Option<std::ops::Range<usize>> {
    let (text, words) = (site.text(), site.words());
    if is_basis(site) || pays(site) {
        return None;
    }
    // 海川市建设有限公司出资500万元: who pays is not what for
    if words.strip_suffix("出资").is_some_and(agency::is_organ) {
        return Some(site.noun.end - "出资".len()..site.noun.end);
    }
    // 你公司将注册资本由…增至…: what is changed
    if let Some((_, changed)) = words.rsplit_once('将').filter(|(_, changed)| noun::is_money(changed) && !noun::is_generic(changed)) {
        return Some(site.noun.end - changed.len()..site.noun.end);
    }
    if noun::is_bare(words) {
        let counted = noun::with_counted(text, site.from, site.noun.clone());
        if counted.start < site.noun.start {
            return Some(noun::trimmed(text, counted).start..site.noun.end);
        }
    }
    (noun::is_money(words) && !noun::is_generic(words)).then(|| site.noun.clone())
}

/// What the words right before the amount name, where they are more than particles.
fn words(site: &Site<'_, '_>) -> Option<std::ops::Range<usize>> {
    let words = site.words();
    (!noun::is_generic(words) && !noun::is_weak(words) && !is_basis(site) && !pays(site)).then(|| site.noun.clone())
}

/// Whether the words before the amount are who pays or out of what, and what for stands behind: 市政府应当安排5万元用于文物保护,
/// 我市每年预算安排5万元用于文物保护.
fn pays(site: &Site<'_, '_>) -> bool {
    let words = site.words();
    let spends = || short::begins_with(&site.text()[site.noun.end..site.at], &["安排", "投入", "出资", "拨出", "筹集"]);
    let payer = || spends() && actor::is_actor(short::before(words, joined!(picked!(bindings: binds | wants), &["将"])).unwrap_or(words));
    let source = short::ends_with(words, &["列支", "每年预算", "财政预算", "年度预算", "部门预算", "财政计划", "投资计划"]);
    // 恳请市政府拨款35万元
    let asked = short::begins_with(words, picked!(bindings: asks));
    asked || (source || payer()) && behind::purpose(site.text(), site.found().range.end).is_some()
}

/// Whether the clause before the amount says by what it is measured: 按购车价格给予3000元.
fn is_basis(site: &Site<'_, '_>) -> bool {
    let said = site.said().trim_start_matches(['并', '再', '另']);
    short::begins_with(said, picked!(bases: ground | rule | model | by))
}
