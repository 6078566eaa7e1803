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
    /// Words of two characters and more by the first two, longest first.
    long: Filed<Tag, 4096>,
    /// Words of one.
    short: Filed<Tag, 1024>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut entries: Vec<_> = tagged().map(|(word, tag)| (word, Tag::of(tag))).collect();
    entries.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let (short, long) = entries.into_iter().partition(|(word, _)| word.chars().nth(1).is_none());
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

/// The number of the two characters with which `word` begins.
fn first_two(word: &str) -> u32 {
    let mut chars = word.chars();
    pair(chars.next().unwrap_or_default(), chars.next().unwrap_or_default())
}

/// Any number that two pairs of characters seldom share.
const fn pair(first: char, second: char) -> u32 {
    (first as u32).wrapping_mul(61).wrapping_add(second as u32)
}

impl Vocabulary {
    /// The longest word with which `text` begins: its length and tag.
    fn longest(&self, text: &str) -> Option<(usize, Tag)> {
        let mut chars = text.chars();
        let (one, two) = (chars.next()?, chars.next().unwrap_or_default());
        let begins = |(word, tag): &(&'static str, Tag)| text.starts_with(word).then_some((word.len(), *tag));
        let long = self.long.under(pair(one, two)).iter().find_map(begins);
        long.or_else(|| self.short.under(one.into()).iter().find_map(begins))
    }

    /// Where the words end that overlap those with which `text` begins, directly or through others; and whether they cross.
    fn overlapping(&self, text: &str, length: usize) -> (usize, bool) {
        let (mut end, mut at, mut cross) = (length, 0, false);
        loop {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            if at >= end {
                return (end, cross);
            }
            if let Some((length, _)) = self.longest(&text[at..]).filter(|(length, _)| at + length > end) {
                (end, cross) = (at + length, true);
            }
        }
    }
}

/// Cuts `text` into words; what is no word of the list falls into single signs, but letters and figures stay together.
pub(crate) fn cut(text: &str) -> Vec<Word> {
    let mut cut = Vec::with_capacity(text.len() / 4 + 1);
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let rest = &text[at..];
        let Some((length, tag)) = VOCABULARY.longest(rest) else {
            let length = if sign.is_ascii_alphanumeric() { alphanumerics(rest) } else { sign.len_utf8() };
            cut.push(Word { range: at..at + length, tag: Tag::Other });
            at += length;
            continue;
        };
        match VOCABULARY.overlapping(rest, length) {
            (end, true) => cut.extend(weigh(text, at..at + end)),
            (end, false) => cut.push(Word { range: at..at + end, tag }),
        }
        at = cut.last().map_or(text.len(), |word| word.range.end);
    }
    cut
}

/// The length of the letters and figures with which `text` begins.
fn alphanumerics(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_alphanumeric).count()
}

/// The best way to cut words that cross.
fn weigh(text: &str, range: Range<usize>) -> impl Iterator<Item = Word> + '_ {
    JIEBA.cut(&text[range.clone()], false).into_iter().map(move |token| {
        let whole = VOCABULARY.longest(token.word).filter(|(length, _)| *length == token.word.len());
        let word = range.start + token.byte_start..range.start + token.byte_end;
        Word { range: word, tag: whole.map_or(Tag::Other, |(_, tag)| tag) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
