//! Cutting a clause into words of our list.
//!
//! Where one word of the list holds all that overlap it (务必 of 务 and 必), it is the way with the fewest words, and
//! there is nothing to weigh. Only where words cross (主要 and 要求 in 主要求) jieba is asked which there are, and the best
//! way is looked for.

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

/// Our words for jieba, a line each with how often it occurs, which is the same for all: of two ways to cut, the one with
/// fewer words wins.
static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let lines: String = tagged().flat_map(|(word, tag)| [word, " 100 ", tag, "\n"]).collect();
    Jieba::with_dict(&mut lines.as_bytes()).expect("a word, a number and a tag in each line")
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
    cut.extend(best(&text[start..end]).map(|range| {
        let bytes = text[start..end][range.clone()].as_bytes();
        let whole = longest(&VOCABULARY, bytes, bytes.len()).filter(|(length, _)| *length == bytes.len());
        let (tag, mark) = whole.map_or((Tag::Other, Mark::None), |(_, entry)| entry);
        Word { range: start + range.start..start + range.end, tag, mark }
    }));
}

/// The best way through all the words that jieba finds in `text`, which is of Chinese characters: for each character,
/// from the end, the word that leads on at the least cost, of those that cost the same the longest; where no word begins,
/// the character for itself. jieba goes the same way, but who asks it to has in the program half a megabyte of what it
/// guesses about words that are on no list.
fn best(text: &str) -> impl Iterator<Item = Range<usize>> {
    /// What a word costs, and a character of no word: as the logarithm of one in all our words to that of one in a hundred
    /// times as many, which is how often jieba takes each to occur.
    const COSTS: (usize, usize) = (13, 20);
    let signs = text.len() / HAN;
    // for each character what the way from there costs, and where its first word ends
    let mut ways = vec![(0, signs); signs + 1];
    let words = JIEBA.cut_all(text);
    let mut words = words.iter().rev().peekable();
    for n in (0..signs).rev() {
        let ends = std::iter::from_fn(|| words.next_if(|word| word.start == n)).map(|word| (COSTS.0 + ways[word.end].0, word.end));
        // the longest comes first
        ways[n] = ends.min_by_key(|(cost, _)| *cost).unwrap_or((COSTS.1 + ways[n + 1].0, n + 1));
    }
    let mut at = 0;
    std::iter::from_fn(move || {
        let word = at..ways[at].1;
        at = word.end;
        (!word.is_empty()).then(|| word.start * HAN..word.end * HAN)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_of_chinese_characters() {
        assert!(tagged().all(|(word, _)| word.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))));
        assert!(tagged().all(|(word, _)| !word.contains('的')), "的 has a mark of its own");
    }

    /// What jieba makes of a text, without guesses.
    fn by_jieba(text: &str) -> Vec<(&str, Tag)> {
        JIEBA.tag(text, false).into_iter().map(|t| (&text[t.byte_start..t.byte_end], Tag::of(t.tag))).collect()
    }

    fn by_us(text: &str) -> Vec<(&str, Tag)> {
        cut(text).into_iter().map(|w| (&text[w.range], w.tag)).collect()
    }

    #[test]
    fn words_are_cut_as_jieba_cuts_them() {
        for text in [
            "各单位务必于4月底前将有关材料报送市教育局，不得迟报、漏报",
            "请各有关部门主要求实效，进一步加强组织领导并及时将情况上报",
            "由云岭县财政局牵头会同ABC12有关单位按照要求开展检查（另行通知），应当即时办理",
        ] {
            assert_eq!(by_us(text), by_jieba(text));
        }
    }

    #[test]
    fn words_that_cross_are_cut_as_jieba_cuts_them() {
        let words: Vec<&str> = tagged().map(|(word, _)| word).collect();
        let mut crossed = 0;
        for word in &words {
            for next in words.iter().filter(|next| word.ends_with(&next[..HAN]) && next.len() > HAN) {
                // every third word once more, so that three cross
                let text = format!("{word}{}{}", &next[HAN..], if crossed % 3 == 0 { &word[HAN..] } else { "" });
                assert_eq!(by_us(&text), by_jieba(&text), "{text}");
                crossed += 1;
            }
        }
        assert!(crossed > 1000, "only {crossed} pairs of words cross");
    }
}
