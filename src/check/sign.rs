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

/// The words of each sign.
const WORDS: [(&str, Sign); 31] = [
    ("：", Sign::Announcing),
    (":", Sign::Announcing),
    ("以下", Sign::Announcing),
    ("下列", Sign::Announcing),
    ("下面", Sign::Announcing),
    ("如下", Sign::Announcing),
    ("一是", Sign::First),
    ("①", Sign::First),
    ("1）", Sign::First),
    ("1)", Sign::First),
    ("等", Sign::AndOthers),
    ("其中", Sign::Among),
    ("%", Sign::Share),
    ("％", Sign::Share),
    ("﹪", Sign::Share),
    ("‰", Sign::Share),
    ("百分", Sign::Share),
    ("分之", Sign::Share),
    ("月", Sign::Month),
    (".", Sign::Dotted),
    ("-", Sign::Dotted),
    ("电话", Sign::Phone),
    ("手机", Sign::Phone),
    ("热线", Sign::Phone),
    ("座机", Sign::Phone),
    ("邮箱", Sign::Mail),
    ("电子邮件", Sign::Mail),
    ("mail", Sign::Mail),
    ("联", Sign::Contact),
    ("号", Sign::Number),
    ("附件", Sign::Attachment),
];

static SIEVE: Sieve = Sieve::new(&{
    let mut words = [""; WORDS.len()];
    let mut n = 0;
    while n < words.len() {
        words[n] = WORDS[n].0;
        n += 1;
    }
    words
});

/// Where the signs stand in a text.
pub(super) struct Signs([Vec<usize>; KINDS]);

impl Signs {
    /// The signs of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut places = [const { Vec::new() }; KINDS];
        let mut at = 0;
        while let Some(found) = SIEVE.next(text, at) {
            let i = &text[found..];
            let first = i.chars().next().map_or(1, char::len_utf8);
            at = found + first;
            // no word of one sign begins like that of another
            let sign =
                WORDS.iter().find(|(word, _)| i.as_bytes()[..first] == word.as_bytes()[..first.min(word.len())] && i.starts_with(word));
            if let Some((_, sign)) = sign.filter(|(_, sign)| *sign != Sign::Dotted || is_dotted(text.as_bytes(), found)) {
                places[*sign as usize].push(found);
            }
        }
        Self(places)
    }

    /// Where one of them stands.
    pub(super) fn places(&self, sign: Sign) -> &[usize] {
        &self.0[sign as usize]
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
    fn every_word_is_found_and_a_mark_between_figures() {
        for (word, sign) in WORDS.iter().filter(|(_, sign)| *sign != Sign::Dotted) {
            assert!(Signs::of(&format!("甲{word}")).places(*sign).contains(&3), "{word}");
        }
        for (text, places) in [("于2024.5.4", &[7][..]), ("2024-05-04", &[4]), ("1.2-3", &[]), ("024.5", &[]), ("2024.", &[])] {
            assert_eq!(Signs::of(text).places(Sign::Dotted), places, "{text}");
        }
    }
}
