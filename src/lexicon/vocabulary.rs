//! Cutting a clause into words of our list.
//!
//! Where one word of the list holds all that overlap it (务必 of 务 and 必), it is the way with the fewest words, and
//! there is nothing to weigh. Only where words cross (主要 and 要求 in 主要求) jieba is asked which way is best.

use std::{ops::Range, sync::LazyLock};

use jieba_rs::Jieba;

use super::{
    COMPOUNDS, Tag, Word,
    filed::{Filed, Pair, Side, first_two, sign_at},
    words,
};

/// What our list says of a word: what it does, and whether it is a verb inside names of those who do it.
type Entry = (Tag, bool);

type Vocabulary = Filed<Entry, 2048>;

/// Our words, filed for a look at each character.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let entry = |(word, tag)| (word, (Tag::of(tag), COMPOUNDS.holds(word)));
    Filed::new(tagged().map(entry), Side::Beginning)
});

/// Our words in jieba's dictionary format. All have one frequency: of two ways to cut, the one with fewer words wins.
static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let dictionary: String = tagged().map(|(word, tag)| format!("{word} 100 {tag}\n")).collect();
    Jieba::with_dict(&mut dictionary.as_bytes()).expect("the list has a word, a number and a tag in each line")
});

/// The words of the list, each with the name of its tag.
fn tagged() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut tag = "x";
    words(include_str!("words.txt")).flat_map(move |line| {
        let name = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        tag = name.unwrap_or(tag);
        let words = if name.is_some() { "" } else { line };
        words.split_whitespace().map(move |word| (word, tag))
    })
}

/// The longest word of our list at byte `at` of `text`, where `pair` stand.
#[inline(always)]
fn longest(vocabulary: &Vocabulary, text: &[u8], at: usize, pair: Pair) -> Option<(usize, Entry)> {
    vocabulary.under(pair).iter().find(|word| word.begins(text, at, pair)).map(|word| (word.length, word.value))
}

/// Cuts `text` into words; what is no word of the list falls into single signs, but letters and figures stay together.
pub(crate) fn cut(text: &str) -> Vec<Word> {
    cut_part(text, 0..text.len())
}

/// Cuts what stands at `range` of `text`; the places of the words count in `text`.
pub(crate) fn cut_part(text: &str, range: Range<usize>) -> Vec<Word> {
    // a Chinese character is three bytes
    let mut cut = Vec::with_capacity(range.len() / 3 + 1);
    let (vocabulary, bytes) = (&*VOCABULARY, &text.as_bytes()[..range.end]);
    // where the last word ends, whether another one crosses it, and whether it is of letters and figures
    let (mut end, mut crossed, mut letters) = (range.start, false, false);
    let (mut at, mut here) = (range.start, sign_at(bytes, range.start));
    while here.length > 0 {
        let next = sign_at(bytes, at + here.length);
        let found = longest(vocabulary, bytes, at, Pair { outer: here.code, next: next.code });
        if at < end {
            if let Some((length, _)) = found
                && at + length > end
            {
                (end, crossed) = (at + length, true);
            }
        } else {
            if crossed {
                weigh(text, end, &mut cut);
                crossed = false;
            }
            let letter = here.is_letter();
            let (length, (tag, compound)) = found.unwrap_or((here.length, (Tag::Other, false)));
            end = at + length;
            match cut.last_mut() {
                Some(Word { range, .. }) if letter && letters => range.end = end,
                _ => cut.push(Word { range: at..end, tag, compound }),
            }
            letters = letter;
        }
        (at, here) = (at + here.length, next);
    }
    if crossed {
        weigh(text, end, &mut cut);
    }
    cut
}

/// Puts the best way to cut words that cross in the place of the last word, with which they begin; they reach to `end`.
#[inline(never)]
fn weigh(text: &str, end: usize, cut: &mut Vec<Word>) {
    let Some(start) = cut.pop().map(|word| word.range.start) else { return };
    cut.extend(JIEBA.cut(&text[start..end], false).into_iter().map(|token| {
        let bytes = token.word.as_bytes();
        let whole = longest(&VOCABULARY, bytes, 0, first_two(bytes).0).filter(|(length, _)| *length == bytes.len());
        let (tag, compound) = whole.map_or((Tag::Other, false), |(_, entry)| entry);
        Word { range: start + token.byte_start..start + token.byte_end, tag, compound }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_of_chinese_characters() {
        assert!(tagged().all(|(word, _)| word.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))));
    }

    #[test]
    fn words_are_cut_as_jieba_cuts_them() {
        for text in [
            "各单位务必于4月底前将有关材料报送市教育局，不得迟报、漏报",
            "请各有关部门主要求实效，进一步加强组织领导并及时将情况上报",
            "由云岭县财政局牵头会同ABC12有关单位按照要求开展检查（另行通知），应当即时办理",
        ] {
            let whole = JIEBA.tag(text, false).into_iter().map(|t| (&text[t.byte_start..t.byte_end], Tag::of(t.tag)));
            assert_eq!(cut(text).into_iter().map(|w| (&text[w.range], w.tag)).collect::<Vec<_>>(), whole.collect::<Vec<_>>());
        }
    }
}
