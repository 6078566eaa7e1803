//! The signs that rules need: a rule looks at the few lines or blocks that have its sign, and most documents lack most signs.

pub(super) use crate::reading::Signs as Sign;
use crate::{reading::Places, span::Span};

/// The signs of each line.
pub(super) struct Lines(Vec<Sign>);

impl Lines {
    /// Those of `signs` that stand in `lines`, which are disjoint and in order.
    pub(super) fn of(signs: &Places, lines: impl Iterator<Item = Span>) -> Self {
        let mut rest = signs.all();
        let held = lines.map(|line| {
            let mut held = Sign::NONE;
            while let [(at, signs), more @ ..] = rest
                && *at < line.end
            {
                rest = more;
                held = if line.start <= *at { held.and(*signs) } else { held };
            }
            held
        });
        Self(held.collect())
    }

    /// The numbers of those in which `sign` stands.
    pub(super) fn with(&self, sign: Sign) -> impl Iterator<Item = usize> {
        debug_assert!(Sign::PLACED.has(sign), "the places of this sign are not kept");
        self.0.iter().enumerate().filter(move |(_, signs)| signs.has(sign)).map(|(n, _)| n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where `sign` stands in `text`.
    fn places(text: &str, sign: Sign) -> Vec<usize> {
        Places::of(text).within(sign, Span::new(0, text.len())).collect()
    }

    #[test]
    fn lines_hold_the_signs_that_begin_in_them() {
        let text = "5月4日\n电话：1；热线。6月";
        // the line end and ； stand in none
        let lines = [0..8, 9..18, 18..19, 22..31, 31..35, 35..35].map(|it| Span::new(it.start, it.end));
        let lines = Lines::of(&Places::of(text), lines.into_iter());
        for (sign, held) in [(Sign::MONTH, &[0, 4][..]), (Sign::PHONE, &[1, 3]), (Sign::ANNOUNCING, &[1]), (Sign::NUMBER, &[])] {
            assert_eq!(lines.with(sign).collect::<Vec<_>>(), held);
        }
    }

    #[test]
    fn a_mark_is_a_sign_between_four_figures_and_another() {
        for (text, marks) in [("于2024.5.4", &[7][..]), ("2024-05-04", &[4]), ("1.2-3", &[]), ("024.5", &[]), ("2024.", &[])] {
            assert_eq!(places(text, Sign::DOTTED), marks, "{text}");
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
                assert!(places(&format!("甲{word}"), sign).contains(&3), "{word}");
                let torn = format!("甲{}", &word[..word.len() - 1 - usize::from(!word.is_ascii()) * 2]);
                assert!(word.chars().count() == 1 || places(&torn, sign).is_empty());
            }
        }
    }
}
