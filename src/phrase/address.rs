//! Postal addresses, to the room: `江北省海川市人民路68号综合楼三楼302室`.
//!
//! Behind a label (地址：) an address reaches to the next punctuation or label ([`Address::parse`]); in running text
//! ([`find`]) it is known by a road and a house number. Not read by [`find`]: addresses without a number.

use crate::lexicon::short;
use std::{ops::Range, sync::LazyLock};

use memchr::memmem::Finder;

use super::{Parsed, level, numeral};
use crate::pattern::{head, is_han};
use crate::span::Found;

/// An address as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As written, without blanks at the ends.
    pub text: String,
}

/// Words of places and buildings, one of which an address has.
const PLACE: [char; 26] = [
    '省', '市', '区', '县', '旗', '镇', '乡', '村', '路', '街', '道', '巷', '号', '楼', '层', '室', '厦', '院', '栋', '幢', '座', '厅',
    '局', '园', '馆', '房',
];

/// Where the address at the head of `text` ends: before a stop, two blanks or the label of another field, brackets and
/// blanks before that included.
fn end(text: &str) -> Option<usize> {
    let mut rest = text;
    let mut closed = 0;
    loop {
        let signs = rest.trim_start_matches(is_sign);
        let gap = &rest[..rest.len() - signs.len()];
        let stop =
            gap.char_indices().find(|(at, c)| matches!(c, '\n' | '\t') || (is_blank(*c) && gap[at + c.len_utf8()..].starts_with(is_blank)));
        let before = text.len() - rest.len();
        if is_label(signs) {
            return Some(before);
        }
        if let Some((at, _)) = stop {
            return Some(before + at);
        }
        let c = signs.chars().next()?;
        let at = text.len() - signs.len();
        let unopened = matches!(c, '）' | ')') && !text[..at].contains(['（', '(']);
        if (unopened || matches!(c, '，' | '；' | '。' | ';' | ',' | '”')) && at >= closed {
            return Some(at);
        }
        if gap.ends_with(['（', '(']) {
            closed = at + bracketed(signs);
        }
        rest = &signs[c.len_utf8()..];
    }
}

/// How far the bracket that opens before `inner` reaches, where it closes soon: （人民路剧场四楼，小区北门）.
fn bracketed(inner: &str) -> usize {
    const LONGEST: usize = 40;
    let close = inner.char_indices().take(LONGEST).take_while(|(_, c)| *c != '\n').find(|(_, c)| matches!(c, '）' | ')'));
    let inside = close.map_or("", |(at, _)| &inner[..at]);
    let fields = inside.match_indices(['，', ',', '；', ';']).any(|(at, stop)| is_label(&inside[at + stop.len()..]));
    if fields { 0 } else { inside.len() }
}

/// Whether `c` may stand before a label.
fn is_sign(c: char) -> bool {
    c.is_whitespace() || matches!(c, '（' | '(')
}

const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

/// Whether the label of another field stands at the head of `i`; one blank may stand in some.
fn is_label(i: &str) -> bool {
    const WORDS: [&str; 13] =
        ["邮政编码", "咨询", "收件", "传真", "邮箱", "电子邮", "网址", "手机", "时间", "联络", "邮寄时", "经办", "联系"];
    let torn = |first, second| {
        let rest = i.strip_prefix(first)?;
        let rest: &str = rest;
        rest.strip_prefix(char::is_whitespace).unwrap_or(rest).strip_prefix(second)
    };
    match i.chars().next() {
        Some('邮') if torn('邮', '编').is_some() => true,
        Some('联') if torn('联', '系').is_some() => true,
        Some('电') if torn('电', '话').is_some() => true,
        Some('邮' | '联' | '电' | '咨' | '收' | '传' | '网' | '手' | '时' | '经') => short::begins_with(i, &WORDS),
        _ => false,
    }
}

impl Address {
    /// Reads the address that `i` begins with, as behind a label.
    ///
    /// ```
    /// use gongwen::phrase::address::Address;
    /// let (rest, address) = Address::parse("海川市人民路68号综合楼三楼302室（邮编：524000）").unwrap();
    /// assert_eq!((address.text.as_str(), rest), ("海川市人民路68号综合楼三楼302室", "（邮编：524000）"));
    /// ```
    ///
    /// # Errors
    /// Where `i` does not begin with what may be an address.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        const LONGEST: usize = 80;
        /// Where its end is looked for: behind it stand blanks, perhaps.
        const REACH: usize = 2 * LONGEST;
        let inner = i.trim_start();
        let near = head(inner, REACH);
        let text = near[..end(near).unwrap_or(near.len())].trim_end();
        let count = text.chars().take(LONGEST + 1).count();
        let start = text.starts_with(|c: char| c.is_alphanumeric());
        if start && (4..=LONGEST).contains(&count) && text.contains(PLACE) {
            Ok((&inner[text.len()..], Self { text: text.to_owned() }))
        } else {
            Err(nom::Err::Error(()))
        }
    }
}

static HAO: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("号"));

/// All addresses with road and number in `text`.
///
/// ```
/// use gongwen::phrase::address::find;
/// let found = find("我局位于海川市人民路68号政务中心三楼，欢迎来访");
/// assert_eq!(found[0].value.text, "海川市人民路68号政务中心三楼");
/// ```
pub fn find(text: &str) -> Vec<Found<Address>> {
    let mut found: Vec<Found<Address>> = Vec::new();
    for hao in HAO.find_iter(text.as_bytes()) {
        let from = found.last().map_or(0, |last| last.range.end);
        if hao < from {
            continue;
        }
        let end = hao + "号".len();
        if text[end..].starts_with(NO_HOUSE) {
            continue;
        }
        if let Some(start) = road(text, from, hao) {
            let range = start..end + building(&text[end..]);
            found.push(Found { value: Address { text: text[range.clone()].to_owned() }, range });
        }
    }
    found
}

/// What follows a number that is no house's: 人民路68号文, 12号杆.
const NO_HOUSE: [char; 4] = ['文', '令', '杆', '线'];

/// Where the address begins whose house number ends at `hao`: at the place that holds the road.
fn road(text: &str, from: usize, hao: usize) -> Option<usize> {
    const ROADS: [&str; 11] = ["交叉口", "路", "街", "大道", "巷", "弄", "胡同", "道", "里", "村", "环"];
    const NO_ROADS: [&str; 4] = ["线路", "电路", "管路", "思路"];
    let number = text[from..hao].trim_end_matches(|c| numeral::is_numeral(c) || matches!(c, '-' | '－' | '—'));
    let before = number.strip_suffix(['甲', '乙', '丙', '丁']).unwrap_or(number);
    // 解放北路二段
    let street = before.strip_suffix('段').map_or(before, |street| street.trim_end_matches(numeral::is_numeral));
    let is_road = short::ends_with(street, &ROADS) && !short::ends_with(street, &NO_ROADS);
    if from + number.len() == hao || !is_road {
        return None;
    }
    let run: Range<usize> = from..from + number.len();
    let start =
        text[run.clone()].char_indices().rev().take(30).take_while(|(_, c)| is_han(*c)).last().map_or(run.end, |(at, _)| run.start + at);
    let start = start + lead_in(&text[start..run.end]);
    (text[start..run.end].chars().count() >= 2).then_some(start)
}

/// The length of the words that lead to a place: 我局位于.
fn lead_in(text: &str) -> usize {
    const WORDS: [&str; 22] = [
        "迁至",
        "搬至",
        "迁往",
        "原址",
        "现址",
        "位于",
        "设在",
        "地址",
        "住所地",
        "住所",
        "住址",
        "地点",
        "送至",
        "寄至",
        "寄往",
        "邮寄",
        "送达",
        "前往",
        "报送",
        "所在地",
        "设于",
        "坐落",
    ];
    let goes = |at: usize| text[at..].contains(level::is_sign);
    let to = text.find('到').map(|at| at + "到".len()).filter(|at| goes(*at));
    let word = WORDS.iter().filter_map(|w| text.rfind(w).map(|at| at + w.len())).chain(to).max().unwrap_or(0);
    let rest = &text[word..];
    word + ["在", "至", "到", "为", "于", "是"].iter().find(|w| rest.starts_with(**w)).map_or(0, |w| w.len())
}

/// How far the building and room reach behind the house number.
fn building(rest: &str) -> usize {
    const ENDS: [char; 16] = ['楼', '层', '室', '栋', '幢', '座', '厦', '院', '厅', '房', '科', '股', '元', '门', '口', '心'];
    const LONGEST: usize = 30;
    let annex = annex(rest);
    let rest = &rest[annex..];
    let rest = &rest[..rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at)];
    let is_part = |c: char| (is_han(c) && c != '的') || c.is_ascii_alphanumeric() || matches!(c, '-' | '（' | '）' | '(' | ')');
    let run = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    let run = &run[..end(run).unwrap_or(run.len())];
    let end = run.rfind(ENDS).map_or(0, |at| at + run[at..].chars().next().map_or(0, char::len_utf8));
    let inside = if end > 0 && run[end..].starts_with('内') { "内".len() } else { 0 };
    annex + if end > 0 { end + inside } else { room(run) }
}

/// The length of `附1号` at the head.
fn annex(rest: &str) -> usize {
    let number = rest.strip_prefix('附').map(|rest| rest.trim_start_matches(numeral::is_numeral));
    let after = number.filter(|after| after.len() + "附".len() < rest.len()).and_then(|after| after.strip_prefix('号'));
    after.map_or(0, |after| rest.len() - after.len())
}

/// The length of a room or floor in figures alone: 302, 7F.
fn room(run: &str) -> usize {
    let figures = run.len() - run.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match (figures, &run[figures..]) {
        (3..=4, "") => figures,
        (1..=2, floor) if floor.starts_with('F') => figures + 1,
        _ => 0,
    }
}
