//! Amounts of money: `4.37万元`, `1亿2000万元`, `12元5角`, `人民币伍万元整`, `￥3,500.00`, `15—20万元`, `2分钱`, `500万美元`.
//!
//! The range of a find is the amount alone; what the words around it say (不超过, 以上, 约, 每份) is in the value. An
//! interval is two amounts (`15—20万元` is 150,000 at least and 200,000 at most). Values are exact decimals.
//!
//! Not read: vague amounts (数十万元, 上百万元), 元 that is no money (元旦, 三元区, 多元, 二元), points (5分), a bare 万
//! without currency (3000万).

mod amount;
mod currency;
pub(crate) mod per;

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    Parsed,
    bound::{self, Relation},
    interval, numeral,
};
use crate::{lexicon::short, pattern::tail, span::Found};
use amount::{Amount, amount, is_minus, prefixed};
pub use currency::Currency;

/// An amount of money.
///
/// ```
/// use gongwen::phrase::money::{Currency, Money};
/// let (rest, money) = Money::parse("4.37万元，").unwrap();
/// assert_eq!((money.amount.to_string().as_str(), money.currency, rest), ("43700", Currency::CNY, "，"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// In whole units of the currency, without trailing zeros.
    pub amount: Decimal,
    /// Its currency.
    pub currency: Currency,
    /// Whether it is a limit: `Le` in 不超过5万元, `Ge` in 5万元以上.
    pub relation: Relation,
    /// Whether it is said to be about so much: 约, 余, 左右.
    pub approximate: bool,
    /// What it is paid for each of, joined by `·`: `份` in 每份10元 and 10元/份, `人·年` in 每人每年640元.
    pub per: Option<String>,
}

impl Money {
    /// Reads an amount at the head of `i`, with the words behind it that bind it left in the rest.
    ///
    /// # Errors
    /// Where `i` does not begin with an amount.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let (rest, amount) = amount(i)?;
        let mut money = Self::new(amount.value, amount.currency);
        money.approximate = amount.vague;
        money.note_after(rest);
        Ok((rest, money))
    }

    fn new(amount: Decimal, currency: Currency) -> Self {
        Self { amount: amount.normalize(), currency, relation: Relation::Eq, approximate: false, per: None }
    }

    /// Takes in what the words behind the amount say.
    fn note_after(&mut self, rest: &str) {
        let (per, rest) = per::after(rest).map_or((None, rest), |(per, end)| (Some(per), &rest[end..]));
        self.per = per.or(self.per.take());
        self.approximate |= short::begins_with(rest, &["左右", "上下", "许"]);
        let mut rest = rest;
        while let Some(more) = rest.strip_prefix("左右") {
            rest = more;
        }
        if let Some((relation, _)) = bound::after(rest.trim_start_matches(' ')) {
            self.relation = relation;
        }
    }

    /// Takes in what the words before the amount say.
    fn note_before(&mut self, text: &str) {
        let about = short::before(text, &["大约", "约为", "约", "将近", "接近", "近"]);
        self.approximate |= about.is_some();
        let text = self.note_bound(about.unwrap_or(text));
        if let Some((per, start)) = per::before(text) {
            self.per.get_or_insert(per);
            self.note_bound(&text[..start]);
        }
    }

    /// Takes in the bound that ends `text`, and gives the text before it.
    fn note_bound<'t>(&mut self, text: &'t str) -> &'t str {
        let Some((relation, start)) = bound::before(text) else { return text };
        if self.relation == Relation::Eq {
            self.relation = relation;
        }
        &text[..start]
    }

    /// Takes over from the member of a list before it what is said once for all.
    fn share(&mut self, last: &Self) {
        if self.relation == Relation::Eq {
            self.relation = last.relation;
        }
        self.per = self.per.take().or_else(|| last.per.clone());
    }
}

/// All amounts of money in `text`.
///
/// ```
/// use gongwen::phrase::{bound::Relation, money::find};
/// let found = find("每份10.00元，共需15—20万元，最高不超过25万元");
/// let amounts: Vec<_> = found.iter().map(|f| (f.value.amount.to_string(), f.value.relation)).collect();
/// let expected = [("10", Relation::Eq), ("150000", Relation::Ge), ("200000", Relation::Le), ("250000", Relation::Le)];
/// assert_eq!(amounts, expected.map(|(amount, relation)| (amount.to_owned(), relation)));
/// assert_eq!(found[0].value.per.as_deref(), Some("份"));
/// ```
pub fn find(text: &str) -> Vec<Found<Money>> {
    find_at(text, text.char_indices().map(|(at, _)| at))
}

/// All amounts of money in `text`, where names and signs of currencies stand at some of the `places`.
pub(crate) fn find_at(text: &str, places: impl Iterator<Item = usize>) -> Vec<Found<Money>> {
    let mut found: Vec<Found<Money>> = Vec::new();
    for anchor in currency::find_at(text, places) {
        let from = found.last().map_or(0, |last| last.range.end);
        if anchor.start < from {
            continue;
        }
        let Some((amount, range)) = backwards(text, from, anchor.start).or_else(|| forwards(text, anchor)) else { continue };
        push_low_ends(&mut found, text, from, &amount, &range);
        let mut money = Money::new(amount.value, amount.currency);
        money.approximate = amount.vague;
        money.note_after(&text[range.end..]);
        found.push(Found { value: money, range });
    }
    note_contexts(&mut found, text);
    found
}

/// Names and signs of currencies, of which every amount has one.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    currency::UNITS.iter().map(|u| u.name).chain(currency::PREFIXES.iter().map(|p| p.0))
}

/// The amount whose unit stands at `at`: its number is looked for backwards.
fn backwards(text: &str, from: usize, at: usize) -> Option<(Amount, Range<usize>)> {
    let end = number_end(text, from, at);
    let run = interval::run_start(text, from, end);
    // 李四人民币: the digit is of the word before it
    let of_word = text[at..].starts_with("人民币") && numeral::digit_alone(&text[run..at]) && text[..run].ends_with(char::is_alphabetic);
    // 数十万元, but 预算数60999万元
    let vague = text[..run].ends_with(['数', '几']) && !text[run..].starts_with(|c: char| c.is_ascii_digit());
    if run == end || of_word || vague || text[..run].ends_with(['第', '兆']) {
        return None;
    }
    // where the whole run is no amount (2021，500元), the part behind its last separator may be one
    let separators = text[run..end].char_indices().filter(|(_, c)| matches!(c, ',' | '，')).map(|(at, c)| run + at + c.len_utf8());
    std::iter::once(run).chain(separators).find_map(|start| {
        let start = signed(text, from, spaced(text, from, start));
        let (rest, amount) = amount(&text[start..]).ok()?;
        let end = text.len() - rest.len();
        (end > at).then_some((amount, start..end))
    })
}

/// Where the number ends that stands before the unit at `at`: before blanks, 余, its place words, an opening bracket.
fn number_end(text: &str, from: usize, at: usize) -> usize {
    let scale = ['十', '百', '千', '万', '亿', '萬', '億'];
    let head = text[from..at].trim_end().trim_end_matches(scale).trim_end();
    let head = head.strip_suffix(['余', '多', '来', '（', '(']).map_or(head, str::trim_end);
    let unvague = head.len();
    if head.ends_with(numeral::is_numeral) { from + unvague } else { from + text[from..at].trim_end().len() }
}

/// Where a number begins whose thousands are set apart by blanks: 2 000 元.
fn spaced(text: &str, from: usize, start: usize) -> usize {
    let figure = |c: char| c.is_ascii_digit();
    let three = text[start..].bytes().take_while(u8::is_ascii_digit).count() == 3;
    let Some(before) = text[from..start].strip_suffix(' ').filter(|_| three) else { return start };
    let head = before.trim_end_matches(figure);
    match before.len() - head.len() {
        3 if head.ends_with(' ') => spaced(text, from, from + head.len()),
        1..=3 if !head.ends_with(|c: char| c == ' ' || c == '.' || c.is_ascii_alphanumeric()) => from + head.len(),
        _ => start,
    }
}

/// `start`, or the sign before it: 负5万元, （-5万元.
fn signed(text: &str, from: usize, start: usize) -> usize {
    let before = &text[from..start];
    let Some(sign) = before.chars().next_back().filter(|c| is_minus(*c)) else { return start };
    let joins =
        before[..before.len() - sign.len_utf8()].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '）' | '%' | '-' | '－'));
    // 0.2元-1元
    let joins = joins || from > 0 && before.len() == sign.len_utf8();
    if sign == '负' || !joins { start - sign.len_utf8() } else { start }
}

/// The amount that a sign or name begins: ￥3,500.00, 人民币5万元.
fn forwards(text: &str, anchor: Range<usize>) -> Option<(Amount, Range<usize>)> {
    let (rest, amount) = prefixed(&text[anchor.start..]).ok()?;
    Some((amount, anchor.start..text.len() - rest.len()))
}

/// Before `15—20万元` its low end, before `分别给予10、20、30万元` the others.
fn push_low_ends(found: &mut Vec<Found<Money>>, text: &str, from: usize, amount: &Amount, range: &Range<usize>) {
    let (mut at, begin) = (range.start, found.len());
    let listed = is_listed(&text[from..at]);
    let joints: &[char] = if listed { &['、', '和', '及'] } else { &interval::JOINTS };
    while let Some((value, place)) = interval::before(text, from, at, joints) {
        let value = interval::share_scale(value, &text[place.clone()], &text[range.start..]);
        let mut low = Money::new(value, amount.currency);
        low.relation = if listed { Relation::Eq } else { Relation::Ge };
        at = place.start;
        found.insert(begin, Found { value: low, range: place });
        if !listed {
            break;
        }
    }
}

/// Whether the numbers at the end of `text` are a list whose unit stands behind its last: 分别给予10、20、, 每人2000、3000、, 5万、.
/// Small numbers alone may count something else (第1、2、).
fn is_listed(text: &str) -> bool {
    const SMALL: usize = 3;
    /// Characters of a clause.
    const REACH: usize = 200;
    let Some(head) = text.strip_suffix(['、', '和', '及']) else { return false };
    let near = tail(text, REACH);
    let clause = near.rsplit(['，', '。', '；', '\n', ',', ';']).next().unwrap_or(near);
    let last = head[interval::run_start(head, 0, head.len())..].trim_start_matches(|c| numeral::figure(c).is_none());
    let large = last.ends_with(['万', '亿']) || last.chars().take_while(|c| numeral::figure(*c).is_some()).count() >= SMALL;
    clause.contains("分别") || text.ends_with('、') && large
}

/// Takes in the words before each amount; members of one list share them, ends of one interval bound each other.
fn note_contexts(found: &mut [Found<Money>], text: &str) {
    for k in 0..found.len() {
        let (done, rest) = found.split_at_mut(k);
        let this = &mut rest[0];
        let Some(last) = done.last_mut() else {
            this.value.note_before(context(text, 0, this.range.start));
            continue;
        };
        let between = &text[last.range.end..this.range.start];
        if between.chars().count() == 1 && between.starts_with(interval::JOINTS) {
            this.value.relation = Relation::Le;
            last.value.relation = Relation::Ge;
        } else if matches!(between, "、" | "和" | "或" | "及") {
            this.value.share(&last.value);
        }
        this.value.note_before(context(text, last.range.end, this.range.start));
    }
}

/// The words right before an amount, to the last punctuation.
fn context(text: &str, from: usize, at: usize) -> &str {
    let text = &text[from..at];
    let is_mark = |c| matches!(c, '，' | '。' | '；' | '、' | '\n' | ',' | ';');
    let start = text.rfind(is_mark).map_or(0, |p| p + text[p..].chars().next().map_or(0, char::len_utf8));
    &text[start..]
}
