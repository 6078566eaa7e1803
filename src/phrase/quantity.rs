//! Numbers of things: `5000份`, `不少于1个`, `1—2个`, `95%以上`, `≥95.00%`, `650万吨/年`.
//!
//! What bounds the number is in the value; the range is that of number and unit. An interval is two quantities. Not
//! read: money, dates and lengths of time, ordinals (第三次), 一 in words where nothing bounds it (一个, 一批, 一次性), slogans
//! in quotation marks (“四个意识”).

use std::ops::Range;

use rust_decimal::Decimal;

use super::{
    Parsed,
    bound::{self, Relation},
    head, interval,
    measure::measure,
    none, numeral,
    percent::Percent,
};
use crate::{lexicon::short, span::Found};

/// A number of things.
///
/// ```
/// use gongwen::phrase::{bound::Relation, quantity::Quantity};
/// let (rest, quantity) = Quantity::parse("5000.0份，每份").unwrap();
/// assert_eq!((quantity.value.to_string().as_str(), quantity.unit.as_str(), rest), ("5000", "份", "，每份"));
/// assert_eq!(Quantity::parse("95%以上").unwrap().1.relation, Relation::Ge);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Without trailing zeros.
    pub value: Decimal,
    /// What is counted: `个`, `%`, `吨/年`.
    pub unit: String,
    /// How a result must stand to the value.
    pub relation: Relation,
    /// 约, 余, 左右.
    pub approximate: bool,
}

impl Quantity {
    /// Reads a quantity at the head of `i`; words behind it that bind it are left in the rest.
    ///
    /// # Errors
    /// Where `i` does not begin with one.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let figures = i.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = i.split_at(i[figures..].find(|c| !may_be_in_number(c)).map_or(i.len(), |end| figures + end));
        let behind = behind.trim_start_matches(' ');
        let counted = || if may_be_counted(number, behind) { counted(i, number) } else { none() };
        let (rest, mut quantity) = if may_be_unit_of_share(behind) { share(i).or_else(|_| counted()) } else { counted() }?;
        if let Some((relation, _)) = bound::after(rest) {
            quantity.relation = relation;
        }
        quantity.approximate |= rest.starts_with("左右");
        Ok((rest, quantity))
    }

    fn new(value: Decimal, unit: &str) -> Self {
        Self { value: value.normalize(), unit: unit.to_owned(), relation: Relation::Eq, approximate: false }
    }
}

/// Whether `c` may stand in a number in whatever words, with its sign.
fn may_be_in_number(c: char) -> bool {
    numeral::is_numeral(c) || matches!(c, '廿' | '卅' | '.' | '．' | ',' | '，' | '点' | '點' | '负' | '-' | '－')
}

/// Whether what stands `behind` a number may say what is counted: a measure, 余 or 多 before one, the end of 千瓦. 点, which
/// may stand in a number, is a measure too.
fn may_be_counted(number: &str, behind: &str) -> bool {
    matches!(head(behind), '余' | '多' | '瓦') || unit(behind).is_some() || number.contains(['点', '點'])
}

/// Whether what stands `behind` a number may say that it is a share, or the number may be one in words.
fn may_be_unit_of_share(behind: &str) -> bool {
    match head(behind) {
        '%' | '％' | '﹪' | '‰' => true,
        '个' | '個' | '百' | '分' => short::begins_with(behind, &["个百分", "個百分", "百分", "分之", "分点", "分點"]),
        _ => false,
    }
}

fn share(i: &str) -> Parsed<'_, Quantity> {
    let (rest, percent) = Percent::parse(i)?;
    Ok((rest, Quantity::new(percent.value, if percent.points { "个百分点" } else { "%" })))
}

/// A number and its measure word; a rate has a second (吨/年). `number` is what may be the number.
fn counted<'i>(i: &'i str, number: &str) -> Parsed<'i, Quantity> {
    let (rest, number) = unscaled(i, number).map_or_else(|| numeral::decimal(i), Ok)?;
    let (rest, number, vague) = match rest.strip_prefix(['余', '多']) {
        Some(more) => {
            let (more, exponent) = numeral::scale(more).ok_or(nom::Err::Error(()))?;
            (more, numeral::scaled(number, exponent).ok_or(nom::Err::Error(()))?, true)
        }
        None => (rest, number, false),
    };
    let rest = rest.trim_start_matches(' ');
    let length = unit(rest).ok_or(nom::Err::Error(()))?;
    let quantity = Quantity { approximate: vague, ..Quantity::new(number, &rest[..length]) };
    Ok((&rest[length..], quantity))
}

/// A number whose unit begins with a place word: 35千瓦, 15亿千瓦时.
fn unscaled<'i>(i: &'i str, number: &str) -> Option<(&'i str, Decimal)> {
    let at = number.find('千').filter(|at| *at < LONGEST && short::begins_with(&i[*at..], &["千瓦", "千米", "千克"]))?;
    let number = numeral::decimal(&i[..at]).ok().filter(|(rest, _)| rest.is_empty());
    number.map(|(_, number)| (&i[at..], number))
}

/// Bytes of a number before its unit.
const LONGEST: usize = 40;

/// The length of the unit at the head of `i`; a length of time or a calendar word is none.
fn unit(i: &str) -> Option<usize> {
    // 年度, 月, 日, 天, 周, 时, 小时, 星期, 工作日: no measure that begins so is of anything but time
    if matches!(head(i), '年' | '月' | '日' | '天' | '周' | '时' | '小' | '星' | '工') {
        return None;
    }
    let length = measure(i)?;
    let of_time = match &i[..length] {
        "季度" | "分钟" | "学年" => true,
        // 三分之二 is a fraction
        word if word.starts_with('分') => i.starts_with("分之"),
        word if word.starts_with('个') => short::begins_with(i, &["个月", "个工作日", "个小时"]),
        _ => false,
    };
    if of_time {
        return None;
    }
    let rate = i[length..].strip_prefix('/').and_then(|rest| Some(1 + measure(rest)?));
    Some(length + rate.unwrap_or(0))
}

/// Words with which a number may begin, beside figures: 百 and 千 of 百分之, 千分之.
pub(crate) const HEADS: [&str; 15] = ["一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "廿", "卅", "百", "千"];

/// Whether a number may begin with `c`.
const fn is_head(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿' | '卅' | '百' | '千')
}

/// All quantities in `text`.
///
/// ```
/// use gongwen::phrase::{bound::Relation, quantity::find};
/// let found = find("每县不少于1个，覆盖率达到95%以上");
/// let read: Vec<_> = found.iter().map(|f| (f.value.relation, f.value.value.to_string(), f.value.unit.as_str())).collect();
/// assert_eq!(read, [(Relation::Ge, "1".to_owned(), "个"), (Relation::Ge, "95".to_owned(), "%")]);
/// ```
pub fn find(text: &str) -> Vec<Found<Quantity>> {
    find_at(text, text.char_indices().filter(|(_, c)| is_head(*c)).map(|(at, _)| at))
}

/// All quantities in `text`, where `heads` are the places of [`HEADS`] and of the first of each row of figures.
pub(crate) fn find_at(text: &str, mut heads: impl Iterator<Item = usize>) -> Vec<Found<Quantity>> {
    let mut found: Vec<Found<Quantity>> = Vec::new();
    let mut from = 0;
    // a row of figures may begin before what is still to be read
    while let Some(start) = if is_head(head(&text[from..])) { Some(from) } else { heads.find(|head| *head >= from) } {
        let Ok((rest, mut quantity)) = Quantity::parse(&text[start..]) else {
            from = start + number_length(&text[start..]);
            continue;
        };
        let range = start..text.len() - rest.len();
        note_before(&mut quantity, &text[from..range.start]);
        if !is_quantity(text, &range, &quantity) {
            from = range.end;
            continue;
        }
        bind_interval(&mut found, text, &mut quantity, &range);
        from = range.end;
        found.push(Found { value: quantity, range });
    }
    found
}

/// Makes the ends of an interval (20—30%, 20%—30%) bound each other.
fn bind_interval(found: &mut Vec<Found<Quantity>>, text: &str, last: &mut Quantity, range: &Range<usize>) {
    let from = found.last().map_or(0, |last| last.range.end);
    let between = &text[from..range.start];
    if let Some(low) = found.last_mut().filter(|_| between.chars().count() == 1 && between.starts_with(interval::JOINTS)) {
        (low.value.relation, last.relation) = (Relation::Ge, Relation::Le);
    } else if let Some((value, place)) = interval::before(text, from, range.start, &interval::JOINTS) {
        let value = interval::share_scale(value, &text[place.clone()], &text[range.start..]);
        let low = Quantity { relation: Relation::Ge, ..Quantity::new(value, &last.unit) };
        last.relation = Relation::Le;
        found.push(Found { value: low, range: place });
    }
}

/// How long the row of number characters is at the head of `i`.
fn number_length(i: &str) -> usize {
    let figures = i.bytes().take_while(u8::is_ascii_digit).count();
    i[figures..].find(|c| !(numeral::is_numeral(c) || matches!(c, '.' | ','))).map_or(i.len(), |end| figures + end).max(head(i).len_utf8())
}

/// Takes in what the words before the number say.
fn note_before(quantity: &mut Quantity, text: &str) {
    let about = short::before(text, &["大约", "约", "近"]);
    quantity.approximate |= about.is_some();
    if quantity.relation == Relation::Eq {
        quantity.relation = bound::before(about.unwrap_or(text)).map_or(Relation::Eq, |(relation, _)| relation);
    }
}

/// Whether what was read counts something here.
fn is_quantity(text: &str, range: &Range<usize>, quantity: &Quantity) -> bool {
    let before = &text[..range.start];
    let ordinal = before.ends_with(['第', '数', '几', '“', '"', '.', '－', '-', '〔']) && !before.ends_with(">-");
    let interval_end = before.ends_with(interval::JOINTS);
    let one = text[range.clone()].starts_with('一') && quantity.value == Decimal::ONE && quantity.relation == Relation::Eq;
    let glued = before.ends_with(|c: char| c.is_ascii_alphanumeric());
    !glued && !one && (!ordinal || interval_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_whatever_words_may_be_a_share() {
        for text in ["廿%", "卅五 ％", "1,234.5‰", "-３．５%", "百分之 九十五", "千分之三", "负1.5百分点", "两个百分点"]
        {
            assert!(may_be_unit_of_share(text.trim_start_matches(may_be_in_number).trim_start()) && share(text).is_ok(), "{text}");
        }
        assert!(!may_be_unit_of_share("份") && !may_be_unit_of_share("名"));
    }
}
