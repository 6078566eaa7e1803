//! Words that do one thing before some words and another before others: 将 and 望.

use std::sync::LazyLock;

use super::opens_predicate;
use crate::lexicon::{Mark, Suffixes, Tag, Word, picked, tagged::SENDS};

/// 将 before a verb tells what will be done; before a noun it is the case word for what is acted on (将材料报送…), and so it is
/// where another verb disposes of what the first one names (将自查报告报送…), and behind what binds already (请于5月1日前将总结报我局).
pub(super) fn jiang(text: &str, words: &mut [Word]) {
    // from the end: whether one disposes of something behind the next word, and from the next word on
    let (mut beyond, mut behind) = (false, false);
    // the word before 将 that tells whether anything binds, and whether it does: the same for many
    let mut last = (usize::MAX, false);
    for i in (0..words.len()).rev() {
        let word = words[i].of(text);
        if words[i].tag == Tag::Will && word == "将" {
            let next = words.get(i + 1).map(|next| next.tag);
            if !next.is_some_and(opens_predicate) || (next == Some(Tag::Verb) && beyond) || is_bound(&words[..i], &mut last) {
                words[i].set(Tag::Preposition);
            }
        }
        let here = words[i].tag != Tag::Conjunction && (DISPOSES.holds(word) || behind);
        (beyond, behind) = (behind, here);
    }
}

/// Whether one of the words `before` binds, and does so outside a relative clause (应当公开的信息将…): the last of them that
/// tells, which is looked for where it is not among them.
fn is_bound(before: &[Word], last: &mut (usize, bool)) -> bool {
    let tells = |word: &Word| matches!(word.tag, Tag::Must | Tag::MustNot | Tag::May | Tag::Ask) || word.mark == Mark::Of;
    if last.0 >= before.len() {
        *last = before.iter().rposition(tells).map_or((0, false), |at| (at, before[at].mark != Mark::Of));
    }
    last.1
}

/// Verbs that dispose of what 将 sets before them.
static DISPOSES: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(*picked!(SENDS, "disposes")));

/// 望 begins names of places (望江县, 望海路), which ask for nothing: 望各县认真执行 does.
pub(super) fn wang(text: &str, words: &mut [Word]) {
    let name = |rest: &str| rest.chars().skip(1).take(2).any(|c| "省市县区旗镇乡村路街江河湖山".contains(c));
    let picks = |rest: &str| rest.starts_with(['各', '你', '全', '有', '广', '贵']);
    for word in words.iter_mut().filter(|word| word.tag == Tag::Ask && word.of(text) == "望") {
        let rest = &text[word.end()..];
        if name(rest) && !picks(rest) {
            word.set(Tag::Other);
        }
    }
}
