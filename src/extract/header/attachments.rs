//! 附件说明, and which body is whose: by title, since dumps leave bodies out and change their order; the rest in order.

use super::Attachment;
use crate::{phrase::title::key, reading::Reading, structure::PartKind};

/// 附件说明; failing that, the titles of the attachments that follow.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Attachment> {
    let parts = reading.document.parts.iter().enumerate();
    let bodies: Vec<_> = parts.filter(|(_, part)| part.kind == PartKind::Attachment).map(|(index, part)| (index, part.title)).collect();
    let id = |index: usize| Some(format!("p{}", index + 1));
    let listed = &reading.document.tail.attachments;
    if listed.is_empty() {
        let titled = bodies.into_iter().filter_map(|(index, title)| Some((index, title?)));
        return titled.map(|(index, title)| Attachment { ordinal: None, quote: reading.quote(title), part: id(index) }).collect();
    }
    let text = |span| key(reading.document.text.slice(span));
    let names: Vec<String> = listed.iter().map(|(_, span)| text(*span)).collect();
    let titles: Vec<String> = bodies.iter().map(|(_, title)| title.map(text).unwrap_or_default()).collect();
    let pairs = pair(&names, &titles);
    let item = |(n, (ordinal, span)): (usize, &(Option<u32>, _))| {
        let part = pairs[n].and_then(|body| id(bodies[body].0));
        Attachment { ordinal: *ordinal, quote: reading.quote(*span), part }
    };
    listed.iter().enumerate().map(item).collect()
}

/// Of each listed name, the number of the body whose title is its own. Bodies with other titles follow in order, where
/// there are no more of them than of names.
fn pair(names: &[String], titles: &[String]) -> Vec<Option<usize>> {
    /// More are paired in order: each name is held against each title.
    const MOST: usize = 99;
    let mut pairs: Vec<Option<usize>> = vec![None; names.len()];
    if titles.len() > names.len() {
        return pairs;
    }
    let mut free = vec![true; titles.len()];
    let degrees: [fn(&str, &str) -> bool; 3] =
        [|a, b| a == b, |a, b| a.ends_with(b) || b.ends_with(a), |a, b| a.contains(b) || b.contains(a)];
    for same in degrees.into_iter().filter(|_| names.len() <= MOST) {
        for (n, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let like = |m: &usize| free[*m] && !titles[*m].is_empty() && same(name, &titles[*m]);
            if let Some(m) = (0..titles.len()).find(like).filter(|_| pairs[n].is_none()) {
                (pairs[n], free[m]) = (Some(m), false);
            }
        }
    }
    let mut rest = (0..titles.len()).filter(|m| free[*m]);
    pairs.iter_mut().filter(|pair| pair.is_none()).for_each(|pair| *pair = rest.next());
    pairs
}

#[cfg(test)]
mod tests {
    use super::pair;

    #[test]
    fn bodies_are_found_by_their_titles() {
        for (names, titles, expected) in [
            (&["活动方案", "报名表", "评分细则"][..], &["海川市评分细则", "海川市活动方案"][..], &[Some(1), None, Some(0)][..]),
            (&["方案", "清单"], &["", ""], &[Some(0), Some(1)]),
            (&["方案", "清单"], &["清单"], &[None, Some(0)]),
            (&["方案"], &["甲", "乙"], &[None]),
        ] {
            let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
            assert_eq!(pair(&owned(names), &owned(titles)), expected);
        }
    }
}
