//! Cutting a clause into words of our list.
//!
//! Where one word of the list holds all that overlap it (务必 of 务 and 必), it is the way with the fewest words, and
//! there is nothing to weigh. Only where words cross (主要 and 要求 in 主要求) jieba is asked which way is best.

use std::{ops::Range, sync::LazyLock};

use jieba_rs::Jieba;

use super::{
    Tag, Word,
    filed::{Filed, first},
    words,
};

/// Our words, filed for a look at each character.
struct Vocabulary {
    /// Words of two characters and more by the first two, with their codes; longest first.
    long: Filed<(u32, u32, Tag), 4096>,
    /// Words of one, with its code.
    short: Filed<(u32, Tag), 1024>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut entries: Vec<_> = tagged().map(|(word, tag)| (word, Tag::of(tag))).collect();
    entries.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let (mut long, mut short) = (Vec::new(), Vec::new());
    for (word, tag) in entries {
        match (han(word.as_bytes(), 0), han(word.as_bytes(), HAN)) {
            (Some(one), Some(two)) => long.push((word, (one, two, tag))),
            (Some(one), None) => short.push((word, (one, tag))),
            _ => {}
        }
    }
    Vocabulary { long: Filed::new(long, first_two), short: Filed::new(short, first) }
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

/// The bytes of a Chinese character in UTF-8.
const HAN: usize = 3;

/// The code of the Chinese character at byte `at`; our words have no other characters.
fn han(text: &[u8], at: usize) -> Option<u32> {
    let sign = text.get(at..at + HAN)?;
    let code = u32::from(sign[0] & 0x0f) << 12 | u32::from(sign[1] & 0x3f) << 6 | u32::from(sign[2] & 0x3f);
    matches!(sign[0], 0xe4..=0xe9).then_some(code)
}

/// The number of the two characters with which `word` begins.
fn first_two(word: &str) -> u32 {
    let code = |at| han(word.as_bytes(), at).unwrap_or_default();
    pair(code(0), code(HAN))
}

/// Any number that two pairs of characters seldom share.
const fn pair(first: u32, second: u32) -> u32 {
    first.wrapping_mul(61).wrapping_add(second)
}

impl Vocabulary {
    /// The longest word that begins at byte `at`: its length and tag.
    fn longest(&self, text: &[u8], at: usize) -> Option<(usize, Tag)> {
        let one = han(text, at)?;
        if let Some(two) = han(text, at + HAN) {
            for (word, (first, second, tag)) in self.long.under(pair(one, two)) {
                let rest = || text[at + 2 * HAN..].starts_with(&word.as_bytes()[2 * HAN..]);
                if (*first, *second) == (one, two) && (word.len() == 2 * HAN || rest()) {
                    return Some((word.len(), *tag));
                }
            }
        }
        self.short.under(one).iter().find(|(_, (first, _))| *first == one).map(|(word, (_, tag))| (word.len(), *tag))
    }

    /// Where the words end that overlap the one from `at` to `end`, directly or through others; and whether they cross.
    fn overlapping(&self, text: &[u8], mut at: usize, mut end: usize) -> (usize, bool) {
        let mut cross = false;
        loop {
            at += HAN;
            if at >= end {
                return (end, cross);
            }
            if let Some((length, _)) = self.longest(text, at).filter(|(length, _)| at + length > end) {
                (end, cross) = (at + length, true);
            }
        }
    }
}

/// Cuts `text` into words; what is no word of the list falls into single signs, but letters and figures stay together.
pub(crate) fn cut(text: &str) -> Vec<Word> {
    let (vocabulary, bytes) = (&*VOCABULARY, text.as_bytes());
    let mut cut = Vec::with_capacity(text.len() / HAN + 1);
    let mut at = 0;
    while at < bytes.len() {
        let Some((length, tag)) = vocabulary.longest(bytes, at) else {
            let end = at + sign(&bytes[at..]);
            cut.push(Word { range: at..end, tag: Tag::Other });
            at = end;
            continue;
        };
        match vocabulary.overlapping(bytes, at, at + length) {
            (end, true) => {
                cut.extend(weigh(text, at..end));
                at = end;
            }
            (end, false) => {
                cut.push(Word { range: at..end, tag });
                at = end;
            }
        }
    }
    cut
}

/// The length of the sign with which `text` begins; letters and figures are one.
fn sign(text: &[u8]) -> usize {
    match text[0] {
        0xe0..=0xef => 3,
        0..=0x7f => text.iter().take_while(|b| b.is_ascii_alphanumeric()).count().max(1),
        0xf0.. => 4,
        _ => 2,
    }
}

/// The best way to cut words that cross.
fn weigh(text: &str, range: Range<usize>) -> impl Iterator<Item = Word> + '_ {
    JIEBA.cut(&text[range.clone()], false).into_iter().map(move |token| {
        let whole = VOCABULARY.longest(token.word.as_bytes(), 0).filter(|(length, _)| *length == token.word.len());
        let word = range.start + token.byte_start..range.start + token.byte_end;
        Word { range: word, tag: whole.map_or(Tag::Other, |(_, tag)| tag) }
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
