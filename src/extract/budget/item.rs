//! What an amount is for: the shortest noun phrase that says so.
//!
//! Several phrases offer themselves, each on a [`Ground`] of its own. Which grounds are asked, and in which order, depends
//! on what is said of the amount: the three lists below are the whole judgement. A ground that says nothing definite
//! (资金, 项目, 补助) is passed over, and the next one asked.

use super::{Sums, behind, context::Context, noun, site::Site, topic};
use crate::{phrase::bound::Relation, span::Span};

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
    /// The label before the colon: 住宿费：每人每天200元.
    Label,
    /// What it is spent on: 20万元，用于校舍维修; 投资4亿元，建设….
    Purpose,
    /// What an earlier clause of the sentence names: things that are counted, those for whom something is done, the case
    /// that is dealt with; or what an amount there was for.
    Topic,
    /// Works that an earlier clause of the sentence names: 提质改造工程，总投资3亿元.
    Built,
    /// What the price of the same sentence was for, where this is the product.
    Product,
    /// The amount before: 最高10万元，最低200元.
    Last,
    /// The words that lead a list in.
    LeadIn,
    /// The project that the text is about, or the nearest heading.
    Heading,
    /// A noun of money that says no more, before the amount or behind it: 投资额5000万元以上, 2000元罚款.
    Bare,
    /// Any words before the amount.
    Any,
}

use Ground::{Any, Bare, Behind, Bracket, Built, Heading, Label, Last, LeadIn, Money, Product, Purpose, Topic, Words, Works};

/// An amount of which nothing is said, or that is given.
const PLAIN: &[Ground] = &[Money, Bracket, Behind, Works, Words, Label, Purpose, Topic, LeadIn, Heading, Bare, Last, Any];

/// A limit that something must keep: the noun beside it says what must, however little that is.
const LIMIT: &[Ground] = &[Money, Bracket, Behind, Bare, Words, Label, Purpose, Topic, LeadIn, Heading, Last, Any];

/// A sum: of what the text as a whole is about, not of the item named last.
const SUM: &[Ground] = &[Money, Bracket, Behind, Works, Purpose, Product, Built, Heading, Last, Bare, Any];

/// What the `n`th amount of the block is for. `items` has what those before it are for.
pub(super) fn item(sums: &Sums<'_>, n: usize, items: &[Option<Span>], context: &Context) -> Option<Span> {
    let site = Site::new(sums, n);
    let last = items.last().copied().flatten();
    if site.joins() {
        return last;
    }
    order(&site).iter().find_map(|ground| phrase(&site, *ground, items, context))
}

/// Which grounds are asked, in order.
fn order(site: &Site<'_, '_>) -> &'static [Ground] {
    if is_total(site.said()) {
        SUM
    } else if site.found().value.relation != Relation::Eq {
        LIMIT
    } else {
        PLAIN
    }
}

/// The phrase that `ground` offers.
fn phrase(site: &Site<'_, '_>, ground: Ground, items: &[Option<Span>], context: &Context) -> Option<Span> {
    let (text, section) = (site.text(), site.sums.section);
    let range = match ground {
        Money => money(site),
        Bracket => topic::bracket(site),
        Behind => behind::money(text, site.end()),
        Works => behind::works(text, site.end()),
        Words => words(site),
        Label => topic::label(site),
        Purpose => behind::purpose(text, site.found().range.end),
        Built => topic::built(site),
        Bare => Some(site.noun.clone()).filter(|_| noun::is_money(site.words())).or_else(|| behind::bare(text, site.end())),
        Any => Some(site.noun.clone()).filter(|_| site.words().chars().count() > 1),
        Topic => return topic::topic(site, items),
        Product => return topic::product(site, items),
        LeadIn => return context.lead_in(section),
        Heading => return context.title(section),
        Last => return items.last().copied().flatten(),
    };
    range.map(|range| site.sums.span.slice(range))
}

/// A noun of money right before the amount that says what for; before a bare one the persons and things that it is for.
fn money(site: &Site<'_, '_>) -> Option<std::ops::Range<usize>> {
    let (text, words) = (site.text(), site.words());
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
    (!noun::is_generic(words) && !noun::is_weak(words)).then(|| site.noun.clone())
}

/// Whether the words say that this is the sum: 合计, 总投资, 项目安排资金.
fn is_total(clause: &str) -> bool {
    const WORDS: [&str; 10] = ["合计", "总计", "共计", "总投资", "总额", "总资金", "项目安排资金", "项目计划安排", "安排资金", "预算资金"];
    WORDS.iter().any(|w| clause.contains(w))
}
