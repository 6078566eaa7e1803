//! The signs that rules need, filed by kind: a rule looks at the few lines or blocks that have its sign, and most documents
//! lack most signs.

pub(super) use crate::reading::Signs as Sign;
use crate::{reading::Places, span::Span};

/// What some rule needs to have anything to look at.
const NEEDED: Sign = Sign::ANNOUNCING
    .and(Sign::FIRST)
    .and(Sign::AND_OTHERS)
    .and(Sign::AMONG)
    .and(Sign::SHARE)
    .and(Sign::MONTH)
    .and(Sign::DOTTED)
    .and(Sign::PHONE)
    .and(Sign::MAIL)
    .and(Sign::PERSON)
    .and(Sign::NUMBER)
    .and(Sign::ATTACHMENT)
    .and(Sign::SHORT);

/// Where the signs stand in a text, by the number of the sign.
pub(super) struct Signs([Vec<usize>; Sign::COUNT]);

impl Signs {
    /// Those of `all` that rules need.
    pub(super) fn of(all: &Places) -> Self {
        let mut places = [const { Vec::new() }; Sign::COUNT];
        for (at, signs) in all.iter() {
            signs.of(NEEDED).numbers().for_each(|sign| places[sign].push(at as usize));
        }
        Self(places)
    }

    /// Where one of them stands.
    pub(super) fn places(&self, sign: Sign) -> &[usize] {
        sign.numbers().next().map_or(&[], |sign| &self.0[sign])
    }

    /// Where those in `span` stand, counted from its beginning.
    pub(super) fn within(&self, sign: Sign, span: Span) -> impl Iterator<Item = usize> + '_ {
        let (places, start) = (self.places(sign), span.start as usize);
        let inside = &places[places.partition_point(|at| *at < start)..];
        inside.iter().take_while(move |at| **at < span.end as usize).map(move |at| at - start)
    }

    /// Which of `all`, whose places are disjoint and in order, hold it.
    pub(super) fn holding<T>(&self, sign: Sign, all: &[T], place: fn(&T) -> Span) -> Vec<usize> {
        let (mut held, mut n) = (Vec::new(), 0);
        for found in self.places(sign) {
            n += match all.get(n) {
                Some(it) if place(it).end as usize <= *found => all[n..].partition_point(|it| place(it).end as usize <= *found),
                _ => 0,
            };
            let Some(span) = all.get(n).map(place) else { break };
            if span.start as usize <= *found && held.last() != Some(&n) {
                held.push(n);
            }
        }
        held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> Signs {
        Signs::of(&Places::of(text))
    }

    #[test]
    fn places_hold_the_signs_that_begin_in_them() {
        let text = "5月4日\n电话：1；热线。6月";
        // the line end and ； stand in none
        let places = [0..8, 9..18, 18..19, 22..31, 31..35, 35..35].map(|it| Span::new(it.start, it.end));
        for (sign, held) in [(Sign::MONTH, &[0, 4][..]), (Sign::PHONE, &[1, 3]), (Sign::ANNOUNCING, &[1]), (Sign::NUMBER, &[])] {
            assert_eq!(signs(text).holding(sign, &places, |span| *span), held);
        }
    }

    #[test]
    fn a_mark_is_a_sign_between_four_figures_and_another() {
        for (text, places) in [("于2024.5.4", &[7][..]), ("2024-05-04", &[4]), ("1.2-3", &[]), ("024.5", &[]), ("2024.", &[])] {
            assert_eq!(signs(text).places(Sign::DOTTED), places, "{text}");
        }
    }

    #[test]
    fn signs_are_words() {
        for (sign, words) in [
            (Sign::ANNOUNCING, "： : 以下 下列 下面 如下"),
            (Sign::FIRST, "一是 ① 1） 1)"),
            (Sign::AND_OTHERS, "等"),
            (Sign::AMONG, "其中"),
            (Sign::SHARE, "% ％ ﹪ ‰ 百分 分之"),
            (Sign::MONTH, "月"),
            (Sign::PHONE, "电话 手机 热线 座机"),
            (Sign::MAIL, "邮箱 电子邮件 mail"),
            (Sign::PERSON, "联"),
            (Sign::NUMBER, "号"),
            (Sign::ATTACHMENT, "附件"),
            (Sign::SHORT, "简称"),
        ] {
            for word in words.split(' ') {
                assert!(signs(&format!("甲{word}")).places(sign).contains(&3), "{word}");
                assert!(
                    word.chars().count() == 1
                        || signs(&format!("甲{}", &word[..word.len() - 1 - usize::from(!word.is_ascii()) * 2])).places(sign).is_empty()
                );
            }
        }
    }
}
