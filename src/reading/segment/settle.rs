//! Words that do one thing in some places and another in others: 将, 望 and 需要.

use std::sync::LazyLock;

use super::opens_predicate;
use crate::{
    lexicon::{Mark, Suffixes, Tag, Word, picked, short},
    phrase::{level, numeral::is_figure, receiver},
};

/// 将 before a verb tells what will be done; before a noun it is the case word for what is acted on (将材料报送…), and so it is
/// where that verb is one (将总结报市水务局): where another disposes of what it names, or hands it to somebody, where a time stands
/// right behind it (将总结于5月1日前…), and behind what binds already (请于5月1日前将总结报我局).
pub(super) fn jiang(text: &str, words: &mut [Word]) {
    // from the end: whether one disposes of something behind the next word, and from the next word on
    let (mut beyond, mut behind) = (false, false);
    // the word before 将 that tells whether anything binds, and whether it does: the same for many
    let mut last = (usize::MAX, false);
    for i in (0..words.len()).rev() {
        let word = words[i].of(text);
        if words[i].tag == Tag::Will && word == "将" {
            let next = words.get(i + 1).map(|next| next.tag);
            let named = || beyond || is_dated(text, &words[i + 2..]) || is_handed(text, &words[i + 2..]);
            let noun = !next.is_some_and(opens_predicate) || (matches!(next, Some(Tag::Verb | Tag::Will)) && named());
            if noun || is_bound(&words[..i], &mut last) {
                words[i].set(Tag::Preposition);
                // 将预计数报市水务局
                words[i + 1..].iter_mut().take(1).filter(|word| word.tag == Tag::Will).for_each(|word| word.set(Tag::Noun));
            }
        }
        let disposed = || DISPOSES.holds(word) || tells(word) && i > 0 && is_finding(words[i - 1].of(text));
        let here = words[i].tag != Tag::Conjunction && (behind || disposed());
        (beyond, behind) = (behind, here);
    }
}

/// Whether the words behind a verb begin with a time: 于5月1日前.
fn is_dated(text: &str, behind: &[Word]) -> bool {
    let [at, time, ..] = behind else { return false };
    matches!(at.of(text), "于" | "在") && time.of(text).starts_with(is_figure)
}

/// Whether what a verb names is handed to somebody in the words behind it (情况报市水务局), and not when it is done
/// (情况后报市水务局) or with something else (并报市水务局).
fn is_handed(text: &str, behind: &[Word]) -> bool {
    /// What is named so has no longer name, in words.
    const REACH: usize = 24;
    let run = behind.iter().take(REACH).take_while(|word| word.tag != Tag::Conjunction).filter(|word| word.is_several());
    let mut ends = run.flat_map(|word| {
        let own = word.of(text);
        own.match_indices(['报', '送', '交']).filter(|(at, _)| !own[..*at].ends_with('后')).map(|(at, verb)| word.start() + at + verb.len())
    });
    ends.any(|end| receiver::behind(text, end).is_some())
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
static DISPOSES: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(*picked!(sends: disposes)));

/// Whether `verb` tells others what 将 sets before it, where that is something found out.
fn tells(verb: &str) -> bool {
    matches!(verb, "公示" | "公布" | "公开" | "通报" | "告知" | "上传")
}

/// Whether `noun` ends as what is found out does.
fn is_finding(noun: &str) -> bool {
    short::ends_with(noun, &["情况", "结果", "名单", "意见", "信息", "数据", "材料"])
}

/// 望 begins names of places (望江县, 望海路), which ask for nothing: 望各县认真执行 does.
pub(super) fn wang(text: &str, words: &mut [Word]) {
    let name = |rest: &str| rest.chars().skip(1).take(2).any(|c| level::is_sign(c) || "村路街江河湖山".contains(c));
    let picks = |rest: &str| rest.starts_with(['各', '你', '全', '有', '广', '贵']);
    for word in words.iter_mut().filter(|word| word.tag == Tag::Ask && word.of(text) == "望") {
        let rest = &text[word.end()..];
        if name(rest) && !picks(rest) {
            word.set(Tag::Other);
        }
    }
}

/// 需要 at the end of a ground is what is needed and binds nobody: 根据防汛需要，由县水利局….
pub(super) fn xuyao(text: &str, words: &mut [Word]) {
    let grounds = words.iter().any(|word| word.tag == Tag::Preposition);
    if let Some(last) = words.last_mut().filter(|last| grounds && last.tag == Tag::Must && last.of(text) == "需要") {
        last.set(Tag::Noun);
    }
}
