//! Places in laws: `第五条`, `第一百二十条之一`, `第五条第二款第（三）项`, `第十三、十四条`, `第五条至第八条`.
//!
//! 条 are numbered through the whole law, one put in later has 之一; under it are 款, 项 and 目. A 款 or 项 that follows an
//! article in a list (第五条第一款、第三款) belongs to the same article. Not read: 第三条河, 第五条件, 第三章.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map_opt, opt},
    multi::{many_m_n, separated_list1},
    sequence::{delimited, preceded, terminated},
};

use super::{Parsed, interval, numeral};
use crate::span::Found;

/// An article of a law and the place in it.
///
/// ```
/// use gongwen::phrase::article::Article;
/// let (rest, article) = Article::parse("第五条第二款第（三）项规定").unwrap();
/// assert_eq!((article.number, article.paragraph, &article.items[..], rest), (5, Some(2), &[3][..], "规定"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// 第五条.
    pub number: u32,
    /// 之一.
    pub insertion: Option<u32>,
    /// 第二款.
    pub paragraph: Option<u32>,
    /// 第（三）项; several where a list names them.
    pub items: Vec<u32>,
    /// 第1目.
    pub point: Option<u32>,
}

impl Article {
    /// Reads an article at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with one.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let (rest, (number, insertion)) = number(i)?;
        let (rest, (paragraph, items, point)) = within(rest)?;
        Ok((rest, Self { number, insertion, paragraph, items, point }))
    }
}

/// All articles in `text`.
///
/// ```
/// use gongwen::phrase::article::find;
/// let found = find("违反第五条第一款、第三款和第十三、十四条规定的");
/// let places: Vec<_> = found.iter().map(|f| (f.value.number, f.value.paragraph)).collect();
/// assert_eq!(places, [(5, Some(1)), (5, Some(3)), (13, None), (14, None)]);
/// ```
pub fn find(text: &str) -> Vec<Found<Article>> {
    let mut found: Vec<Found<Article>> = Vec::new();
    for (at, _) in text.match_indices('第') {
        let from = found.last().map_or(0, |last| last.range.end);
        if at >= from {
            let last = found.last().filter(|last| joined(&text[last.range.end..at]));
            let next = list(text, at).or_else(|| last.and_then(|last| Some(vec![same_article(text, at, &last.value)?])));
            found.extend(next.into_iter().flatten());
        }
    }
    found
}

/// Whether what stands between two articles makes them one list.
pub(crate) fn joined(between: &str) -> bool {
    between == "，" || interval::joins(between)
}

/// The articles that begin at `at`: one, or the members of 第十三、十四条.
fn list(text: &str, at: usize) -> Option<Vec<Found<Article>>> {
    let (rest, (heads, article)) = (heads, Article::tail).parse(text[at..].strip_prefix('第')?).ok()?;
    let mut start = at;
    let mut members = Vec::with_capacity(heads.len() + 1);
    for (number, left) in heads {
        let end = text.len() - left;
        members.push(Found { value: Article { number, ..Article::default() }, range: start..end });
        start = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    members.push(Found { value: article, range: start..text.len() - rest.len() });
    Some(members)
}

/// The members before the last, each with how much text is left behind it: 第十三、 before 十四条.
fn heads(i: &str) -> Parsed<'_, Vec<(u32, usize)>> {
    let (mut rest, mut heads) = (i, Vec::new());
    while let Ok((after, n)) = ordinal(rest) {
        let Ok((next, _)) = one_of::<_, _, ()>("、，至到-—－～和").parse(after) else { break };
        heads.push((n, after.len()));
        rest = next;
    }
    Ok((rest, heads))
}

impl Article {
    /// 五条第二款, its 第 taken off.
    fn tail(i: &str) -> Parsed<'_, Self> {
        let (rest, (number, insertion)) = numbered(i)?;
        let (rest, (paragraph, items, point)) = within(rest)?;
        Ok((rest, Self { number, insertion, paragraph, items, point }))
    }
}

/// 第三款 or 第（二）项 behind an article of which it is another place.
fn same_article(text: &str, at: usize, last: &Article) -> Option<Found<Article>> {
    let (rest, (paragraph, items, point)) = within(&text[at..]).ok()?;
    let value = Article { paragraph: paragraph.or(last.paragraph), items, point, ..last.clone() };
    let range = at..text.len() - rest.len();
    (!range.is_empty()).then_some(Found { value, range })
}

/// 第一百二十条之一
fn number(i: &str) -> Parsed<'_, (u32, Option<u32>)> {
    preceded(tag("第"), numbered).parse(i)
}

fn numbered(i: &str) -> Parsed<'_, (u32, Option<u32>)> {
    let (rest, (number, insertion)) = (terminated(ordinal, tag("条")), opt(preceded(tag("之"), ordinal))).parse(i)?;
    if rest.starts_with(OTHER) { Err(nom::Err::Error(())) } else { Ok((rest, (number, insertion))) }
}

/// What follows 条 where it counts something else: 条件, 线, 路, 河.
const OTHER: [char; 15] = ['件', '战', '线', '路', '街', '河', '渠', '沟', '巷', '船', '鱼', '腿', '生', '道', '龙'];

type Places = (Option<u32>, Vec<u32>, Option<u32>);

/// 第二款第（三）、（四）项第1目: any of them.
fn within(i: &str) -> Parsed<'_, Places> {
    (opt(numbered_by("款")), opt(items), opt(numbered_by("目")))
        .map(|(paragraph, items, point)| (paragraph, items.unwrap_or_default(), point))
        .parse(i)
}

fn numbered_by<'a>(word: &'static str) -> impl Parser<&'a str, Output = u32, Error = ()> {
    delimited(tag("第"), alt((ordinal, bracketed)), tag(word))
}

/// 第（三）项, 第三项, 第（三）、（四）项, 第（三）（四）项
fn items(i: &str) -> Parsed<'_, Vec<u32>> {
    let one = alt((bracketed, ordinal));
    let more = separated_list1(many_m_n(0, 1, one_of("、，和至")), bracketed);
    delimited(tag("第"), alt((terminated(more, tag("项")), terminated(one.map(|n| vec![n]), tag("项")))), tag("")).parse(i)
}

fn bracketed(i: &str) -> Parsed<'_, u32> {
    delimited(one_of("（("), ordinal, one_of("）)")).parse(i)
}

fn ordinal(i: &str) -> Parsed<'_, u32> {
    map_opt(alt((numeral::figures, numeral::words)), |n| u32::try_from(n).ok().filter(|n| (1..10_000).contains(n))).parse(i)
}
