//! The signs that rules need, found in one pass over the whole text for all of them: a rule looks at the few lines or
//! blocks that have its sign, and most documents lack most signs.

use crate::{lexicon::Sieve, span::Span};

/// What some rule needs to have anything to look at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// ：, 以下: what announces a list.
    Announcing,
    /// 一是, ①, 1）: the first item of a list.
    First,
    /// 等.
    AndOthers,
    /// 其中.
    Among,
    /// %, 百分, 分之.
    Share,
    /// 月.
    Month,
    /// The first mark of 2024.5.4.
    Dotted,
    /// 电话.
    Phone,
    /// 邮箱.
    Mail,
    /// 联, with which 联系人 begins.
    Contact,
    /// 号.
    Number,
    /// 附件.
    Attachment,
}

const KINDS: usize = Sign::Attachment as usize + 1;

/// Where the words may begin that [`sign`] reads.
static WORDS: Sieve = Sieve::new(&[
    "：",
    ":",
    "以下",
    "下列",
    "下面",
    "如下",
    "一是",
    "①",
    "1）",
    "1)",
    "等",
    "其中",
    "%",
    "％",
    "﹪",
    "‰",
    "百分",
    "分之",
    "月",
    ".",
    "-",
    "电话",
    "手机",
    "热线",
    "座机",
    "邮箱",
    "电子邮件",
    "mail",
    "联",
    "号",
    "附件",
]);

/// The sign at the head of `i`.
fn sign(i: &str) -> Option<Sign> {
    let first = i.chars().next()?;
    let rest = &i[first.len_utf8()..];
    let one_of = |seconds: &[char], sign: Sign| rest.starts_with(seconds).then_some(sign);
    match first {
        '：' | ':' => Some(Sign::Announcing),
        '以' => one_of(&['下'], Sign::Announcing),
        '下' => one_of(&['列', '面'], Sign::Announcing),
        '如' => one_of(&['下'], Sign::Announcing),
        '一' => one_of(&['是'], Sign::First),
        '①' => Some(Sign::First),
        '1' => one_of(&['）', ')'], Sign::First),
        '等' => Some(Sign::AndOthers),
        '其' => one_of(&['中'], Sign::Among),
        '%' | '％' | '﹪' | '‰' => Some(Sign::Share),
        '百' => one_of(&['分'], Sign::Share),
        '分' => one_of(&['之'], Sign::Share),
        '月' => Some(Sign::Month),
        '.' | '-' => Some(Sign::Dotted),
        '电' if rest.starts_with("子邮件") => Some(Sign::Mail),
        '电' => one_of(&['话'], Sign::Phone),
        '手' | '座' => one_of(&['机'], Sign::Phone),
        '热' => one_of(&['线'], Sign::Phone),
        '邮' => one_of(&['箱'], Sign::Mail),
        'm' => rest.starts_with("ail").then_some(Sign::Mail),
        '联' => Some(Sign::Contact),
        '号' => Some(Sign::Number),
        '附' => one_of(&['件'], Sign::Attachment),
        _ => None,
    }
}

/// Where the signs stand in a text.
pub(super) struct Signs([Vec<usize>; KINDS]);

impl Signs {
    /// The signs of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut places = [const { Vec::new() }; KINDS];
        let mut at = 0;
        while let Some(found) = WORDS.next(text, at) {
            let i = &text[found..];
            at = found + i.chars().next().map_or(1, char::len_utf8);
            if let Some(sign) = sign(i).filter(|sign| *sign != Sign::Dotted || is_dotted(text.as_bytes(), found)) {
                places[sign as usize].push(found);
            }
        }
        Self(places)
    }

    /// Where one of them stands.
    pub(super) fn places(&self, sign: Sign) -> &[usize] {
        &self.0[sign as usize]
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
            while all.get(n).is_some_and(|it| place(it).end as usize <= *found) {
                n += 1;
            }
            let Some(span) = all.get(n).map(place) else { break };
            if span.start as usize <= *found && held.last() != Some(&n) {
                held.push(n);
            }
        }
        held
    }
}

/// Whether the mark at `at` stands between four figures and another: 2024.5.
fn is_dotted(text: &[u8], at: usize) -> bool {
    let year = at.checked_sub(4).is_some_and(|from| text[from..at].iter().all(u8::is_ascii_digit));
    year && text.get(at + 1).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_hold_the_signs_that_begin_in_them() {
        let text = "5月4日\n电话：1；热线。6月";
        // the line end and ； stand in none
        let places = [0..8, 9..18, 18..19, 22..31, 31..35, 35..35].map(|it| Span::new(it.start, it.end));
        for (sign, held) in [(Sign::Month, &[0, 4][..]), (Sign::Phone, &[1, 3]), (Sign::Announcing, &[1]), (Sign::Number, &[])] {
            assert_eq!(Signs::of(text).holding(sign, &places, |span| *span), held);
        }
    }

    #[test]
    fn a_mark_is_a_sign_between_four_figures_and_another() {
        for (text, places) in [("于2024.5.4", &[7][..]), ("2024-05-04", &[4]), ("1.2-3", &[]), ("024.5", &[]), ("2024.", &[])] {
            assert_eq!(Signs::of(text).places(Sign::Dotted), places, "{text}");
        }
    }

    #[test]
    fn signs_are_words() {
        for (sign, words) in [
            (Sign::Announcing, "： : 以下 下列 下面 如下"),
            (Sign::First, "一是 ① 1） 1)"),
            (Sign::AndOthers, "等"),
            (Sign::Among, "其中"),
            (Sign::Share, "% ％ ﹪ ‰ 百分 分之"),
            (Sign::Month, "月"),
            (Sign::Phone, "电话 手机 热线 座机"),
            (Sign::Mail, "邮箱 电子邮件 mail"),
            (Sign::Contact, "联"),
            (Sign::Number, "号"),
            (Sign::Attachment, "附件"),
        ] {
            for word in words.split(' ') {
                assert!(Signs::of(&format!("甲{word}")).places(sign).contains(&3), "{word}");
                assert!(
                    word.chars().count() == 1
                        || Signs::of(&format!("甲{}", &word[..word.len() - 1 - usize::from(!word.is_ascii()) * 2])).places(sign).is_empty()
                );
            }
        }
    }
}
