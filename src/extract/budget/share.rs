//! What is shared out between amounts in the order of a list: 一、二、三等奖分别奖励3000元、2000元、1000元.

use std::ops::Range;

use super::{Sums, noun, site::Site};
use crate::{lexicon::short, pattern::signs, span::Span};

/// What the `n`th of `count` amounts is for, where `whole` is a list of as many.
pub(super) fn member(sums: &Sums<'_>, whole: Span, n: usize, count: usize) -> Option<Span> {
    let start = whole.start.checked_sub(sums.span.start).filter(|_| whole.end <= sums.span.end)? as usize;
    let text = &sums.text[start..start + (whole.end - whole.start) as usize];
    let members = members(text, count)?;
    let Range { start, end } = members[n].clone();
    // 国家级、省级示范单位: what the last member ends with is of all
    let alone = members.iter().all(|range| is_whole(&text[range.clone()], &text[members[count - 1].clone()]));
    let start = start + if n == 0 { behind_verb(&text[start..end]) } else { 0 };
    // 一等奖│2名
    let end = if alone { start + end_alone(&text[start..end]) } else { text.len() };
    Some(whole.slice(start..end))
}

/// What the `n`th of `count` amounts is for, where the clauses before them count as many awards: 设一等奖1名，二等奖2名，奖金分别为.
pub(super) fn counted(site: &Site<'_, '_>, n: usize, count: usize) -> Option<Span> {
    let text = site.text();
    let award = |range: Range<usize>| {
        let noun = noun::trimmed(text, range);
        let start = noun.start + behind_verb(&text[noun.clone()]);
        noun::is_award(&text[start..noun.end]).then_some(start..noun.end)
    };
    let clauses: Vec<Range<usize>> = site.earlier().take(count + 1).map_while(|clause| award(clause.range)).collect();
    let place = (clauses.len() == count).then(|| clauses[count - 1 - n].clone())?;
    Some(site.sums.span.slice(place))
}

/// Where a member ends that stands for itself: 一等奖│2名, 行业标准│的企业.
fn end_alone(member: &str) -> usize {
    let of = member.rfind('的').filter(|at| *at > 0 && noun::is_party(&member[*at + '的'.len_utf8()..]));
    of.or_else(|| noun::counted(member).filter(|end| *end > 0)).unwrap_or(member.len())
}

/// The members of a list of `count`.
fn members(text: &str, count: usize) -> Option<Vec<Range<usize>>> {
    let (mut depth, mut start, mut members) = (0usize, 0, Vec::with_capacity(count));
    for (at, c) in signs(text) {
        match c {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                members.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    let last = &text[start..];
    let joint = || last.char_indices().skip(1).find(|(_, c)| matches!(c, '和' | '及' | '与' | '或'));
    if members.len() + 2 == count
        && let Some((at, c)) = joint()
    {
        members.push(start..start + at);
        start += at + c.len_utf8();
    }
    members.push(start..text.len());
    // 突破1亿元、5亿元: tiers, which only the whole explains
    let says = |member: &Range<usize>| !member.is_empty() && !text[member.clone()].contains('元');
    (members.len() == count && members.iter().all(says)).then_some(members)
}

/// Whether a member says by itself what it is, or ends as the last one does.
fn is_whole(member: &str, last: &str) -> bool {
    const ENOUGH: usize = 3;
    const CLASSES: [char; 6] = ['级', '等', '类', '档', '批', '区'];
    let ends_alike = member.chars().next_back() == last.chars().next_back();
    ends_alike && !last.ends_with(CLASSES) && member.chars().count() > 1 || member.chars().count() > ENOUGH && !member.ends_with(CLASSES)
}

/// Where the noun begins behind the verb by which it is attained or set up: 牵头制定并新获批│国际标准, 竞赛设│一等奖.
fn behind_verb(member: &str) -> usize {
    const ATTAINED: [&str; 11] = ["制定", "获批", "获得", "认定为", "评定为", "评为", "通过", "创建", "入选", "取得", "荣获"];
    let ends = ATTAINED.iter().filter_map(|verb| member.rfind(verb).map(|at| at + verb.len()));
    let set_up = member.rfind('设').map(|at| at + '设'.len_utf8());
    let set_up = set_up.filter(|end| member[*end..].starts_with(['一', '二', '三', '特', '优', '金', '银', '最']));
    ends.chain(set_up).max().filter(|end| !short::ends_with(member, &ATTAINED) && *end < member.len()).unwrap_or(0)
}
