//! The cues that rules need: a rule looks at the few lines or blocks that have its cue, and most documents lack most cues.

pub(super) use crate::reading::Cues;
use crate::{reading::Places, span::Span};

/// The cues of each line.
pub(super) struct Lines(Vec<Cues>);

impl Lines {
    /// Those of `cues` that stand in `lines`, which are disjoint and in order.
    pub(super) fn of(cues: &Places, lines: impl Iterator<Item = Span>) -> Self {
        let mut rest = cues.all();
        let held = lines.map(|line| {
            let mut held = Cues::empty();
            while let [(at, cues), more @ ..] = rest
                && *at < line.end
            {
                rest = more;
                held = if line.start <= *at { held | *cues } else { held };
            }
            held
        });
        Self(held.collect())
    }

    /// The numbers of those in which `cue` stands.
    pub(super) fn with(&self, cue: Cues) -> impl Iterator<Item = usize> {
        debug_assert!(Cues::PLACED.intersects(cue), "the places of this cue are not kept");
        self.0.iter().enumerate().filter(move |(_, cues)| cues.intersects(cue)).map(|(n, _)| n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where `cue` stands in `text`.
    fn places(text: &str, cue: Cues) -> Vec<usize> {
        Places::of(text).within(cue, Span::new(0, text.len())).collect()
    }

    #[test]
    fn lines_hold_the_cues_that_begin_in_them() {
        let text = "5月4日\n电话：1；热线。6月";
        // the line end and ； stand in none
        let lines = [0..8, 9..18, 18..19, 22..31, 31..35, 35..35].map(|it| Span::new(it.start, it.end));
        let lines = Lines::of(&Places::of(text), lines.into_iter());
        for (cue, held) in [(Cues::MONTH, &[0, 4][..]), (Cues::PHONE, &[1, 3]), (Cues::ANNOUNCING, &[1]), (Cues::NUMBER, &[])] {
            assert_eq!(lines.with(cue).collect::<Vec<_>>(), held);
        }
    }

    #[test]
    fn a_mark_is_a_cue_between_four_figures_and_another() {
        for (text, marks) in [("于2024.5.4", &[7][..]), ("2024-05-04", &[4]), ("1.2-3", &[]), ("024.5", &[]), ("2024.", &[])] {
            assert_eq!(places(text, Cues::DOTTED), marks, "{text}");
        }
    }

    #[test]
    fn cues_are_words() {
        for (cue, words) in [
            (Cues::ANNOUNCING, "： : 以下 下列 下面 如下"),
            (Cues::FIRST, "一是 ① 1） 1)"),
            (Cues::AND_OTHERS, "等"),
            (Cues::AMONG, "其中"),
            (Cues::SHARE, "% ％ ﹪ ‰ 百分 分之"),
            (Cues::MONTH, "月"),
            (Cues::PHONE, "电话 手机 热线 座机"),
            (Cues::MAIL, "邮箱 电子邮件 mail"),
            (Cues::PERSON, "联"),
            (Cues::NUMBER, "号"),
            (Cues::ATTACHMENT, "附件"),
            (Cues::SHORT, "简称"),
        ] {
            for word in words.split(' ') {
                assert!(places(&format!("甲{word}"), cue).contains(&3), "{word}");
                let torn = format!("甲{}", &word[..word.len() - 1 - usize::from(!word.is_ascii()) * 2]);
                assert!(word.chars().count() == 1 || places(&torn, cue).is_empty());
            }
        }
    }
}
