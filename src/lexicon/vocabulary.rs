//! Cutting a clause into words of our list.
//!
//! Where one word of the list holds all that overlap it (务必 of 务 and 必), it is the way with the fewest words, and
//! there is nothing to weigh. Only where words cross (主要 and 要求 in 主要求) jieba is asked which way is best.

use std::{ops::Range, sync::LazyLock};

use jieba_rs::Jieba;

use super::{
    COMPOUNDS, Tag, Word,
    filed::{Filed, Side, first_two, sign_at},
    words,
};

/// What our list says of a word: what it does, and whether it is a verb inside names of those who do it.
type Entry = (Tag, bool);

/// Our words, filed for a look at each character.
static VOCABULARY: LazyLock<Filed<Entry, 2048>> = LazyLock::new(|| {
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

/// The longest word of our list that stands at byte `at` of `text`, where the characters `first` and `next` stand.
#[inline]
fn longest(vocabulary: &Filed<Entry, 2048>, text: &[u8], at: usize, first: u32, next: u32) -> Option<(usize, Entry)> {
    let word = vocabulary.under(first, next).iter().find(|word| word.begins(text, at, first, next))?;
    Some((word.length, word.value))
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
    // the word that is read, and whether another one crosses it
    let (mut word, mut crossed) = (Word { range: range.start..range.start, tag: Tag::Other, compound: false }, false);
    let (mut at, mut here) = (range.start, sign_at(bytes, range.start));
    while here.1 > 0 {
        let next = sign_at(bytes, at + here.1);
        let found = longest(vocabulary, bytes, at, here.0, next.0);
        if at < word.range.end {
            if let Some((length, _)) = found.filter(|(length, _)| at + length > word.range.end) {
                (word.range.end, crossed) = (at + length, true);
            }
        } else {
            push(text, &word, crossed, &mut cut);
            let (length, (tag, compound)) = found.unwrap_or((here.1, (Tag::Other, false)));
            (word, crossed) = (Word { range: at..at + length, tag, compound }, false);
            if bytes[at].is_ascii_alphanumeric() {
                word.range.end = at + bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
                at = word.range.end;
                here = sign_at(bytes, at);
                continue;
            }
        }
        (at, here) = (at + here.1, next);
    }
    push(text, &word, crossed, &mut cut);
    cut
}

/// Gives away a word that is read to its end, or the best way to cut words that cross.
fn push(text: &str, word: &Word, crossed: bool, cut: &mut Vec<Word>) {
    if crossed {
        cut.extend(weigh(text, &word.range));
    } else if !word.range.is_empty() {
        cut.push(word.clone());
    }
}

/// The best way to cut words that cross.
fn weigh(text: &str, range: &Range<usize>) -> impl Iterator<Item = Word> {
    JIEBA.cut(&text[range.clone()], false).into_iter().map(|token| {
        let bytes = token.word.as_bytes();
        let ((first, _), (next, _)) = first_two(bytes, 0);
        let whole = longest(&VOCABULARY, bytes, 0, first, next).filter(|(length, _)| *length == bytes.len());
        let (tag, compound) = whole.map_or((Tag::Other, false), |(_, entry)| entry);
        Word { range: range.start + token.byte_start..range.start + token.byte_end, tag, compound }
    })
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
