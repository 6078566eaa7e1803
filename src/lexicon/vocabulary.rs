//! Cutting a clause into words of our list.
//!
//! Where one word of the list holds all that overlap it (务必 of 务 and 必), it is the way with the fewest words, and
//! there is nothing to weigh. Only where words cross (主要 and 要求 in 主要求) jieba is asked which way is best.

use std::{ops::Range, sync::LazyLock};

use jieba_rs::Jieba;

use super::{
    COMPOUNDS, Mark, Tag, Word,
    filed::{Filed, Look, Side},
    words,
};

/// What our lists say of a word.
type Entry = (Tag, Mark);

type Vocabulary = Filed<Entry, 2048>;

/// Our words, filed for a look at each character.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mark = |word: &str| if COMPOUNDS.holds(word) { Mark::Compound } else { Mark::None };
    let entry = |(word, tag)| (word, (Tag::of(tag), mark(word)));
    Filed::new(tagged().map(entry).chain([("的", (Tag::Other, Mark::Of))]), Side::Beginning)
});

/// Our words for jieba. All have one frequency: of two ways to cut, the one with fewer words wins.
static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    const FREQUENCY: usize = 100;
    let mut jieba = Jieba::empty();
    for (word, tag) in tagged() {
        jieba.add_word(word, Some(FREQUENCY), Some(tag));
    }
    jieba
});

/// The words of the list, each with the name of its tag.
fn tagged() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut tag = "x";
    words(include_str!("words.txt")).flat_map(move |line| {
        let name = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        tag = name.unwrap_or(tag);
        let words = if name.is_some() { "" } else { line };
        words.split_ascii_whitespace().map(move |word| (word, tag))
    })
}

/// The longest word of our list with which `text` begins, of no more than `most` bytes: its length and what we know of it.
#[inline(always)]
fn longest(vocabulary: &Vocabulary, text: &[u8], most: usize) -> Option<(usize, Entry)> {
    let look = Look::chinese(text)?;
    let words = vocabulary.under(look);
    words.iter().find(|word| word.begins(text, look) && word.length <= most).map(|word| (word.length, word.value))
}

/// The bytes of a Chinese character.
const HAN: usize = 3;

/// Cuts `text` into words; what is no word of the list falls into single signs, but letters and figures stay together.
pub(crate) fn cut(text: &str) -> Vec<Word> {
    cut_part(text, 0..text.len())
}

/// Cuts what stands at `range` of `text`; the places of the words count in `text`.
pub(crate) fn cut_part(text: &str, range: Range<usize>) -> Vec<Word> {
    let mut cut = Vec::with_capacity(range.len() / HAN + 1);
    let vocabulary = &*VOCABULARY;
    // where the last word ends, and whether another one crosses it
    let (mut end, mut crossed) = (range.start, false);
    let mut rest = &text.as_bytes()[range.start..];
    let behind = text.len() - range.end;
    while rest.len() > behind {
        let at = text.len() - rest.len();
        let found = longest(vocabulary, rest, rest.len() - behind);
        if at < end {
            if let Some((length, _)) = found
                && at + length > end
            {
                (end, crossed) = (at + length, true);
            }
            rest = &rest[HAN..];
            continue;
        }
        if crossed {
            weigh(text, end, &mut cut);
            crossed = false;
        }
        if let Some((length, (tag, mark))) = found {
            end = at + length;
            cut.push(Word { range: at..end, tag, mark });
            rest = &rest[HAN..];
        } else {
            let length = sign(&rest[..rest.len() - behind]);
            end = at + length;
            cut.push(Word { range: at..end, tag: Tag::Other, mark: Mark::None });
            rest = &rest[length..];
        }
    }
    if crossed {
        weigh(text, end, &mut cut);
    }
    cut
}

/// The length of the sign with which `text` begins; letters and figures are one.
#[inline(always)]
fn sign(text: &[u8]) -> usize {
    match text[0] {
        0xe0..=0xef => HAN,
        0..=0x7f => text.iter().take_while(|b| b.is_ascii_alphanumeric()).count().max(1),
        0xf0.. => 4,
        _ => 2,
    }
}

/// Puts the best way to cut words that cross in the place of the last word, with which they begin; they reach to `end`.
#[inline(never)]
fn weigh(text: &str, end: usize, cut: &mut Vec<Word>) {
    let Some(start) = cut.pop().map(|word| word.range.start) else { return };
    cut.extend(JIEBA.cut(&text[start..end], false).into_iter().map(|token| {
        let bytes = token.word.as_bytes();
        let whole = longest(&VOCABULARY, bytes, bytes.len()).filter(|(length, _)| *length == bytes.len());
        let (tag, mark) = whole.map_or((Tag::Other, Mark::None), |(_, entry)| entry);
        Word { range: start + token.byte_start..start + token.byte_end, tag, mark }
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
