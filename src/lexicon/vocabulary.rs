//! Cutting a paragraph into words of our list, in one pass that finds the words of other lists, too.
//!
//! Where one word of the list holds all that overlap it (务必 of 务 and 必), it is the way with the fewest words, and
//! there is nothing to weigh. Only where words cross (主要 and 要求 in 主要求) jieba is asked which there are, and the best
//! way is looked for.

use std::{iter::Peekable, ops::Range, sync::LazyLock};

use jieba_rs::Jieba;

use super::{
    COMPOUNDS, Hit, Known, Mark, Sieve, Tag, Word,
    lists::numbered,
    pairs::{Here, Pairs},
    words,
};

/// What is known of a word of no list: of Chinese characters, and of other signs.
const OTHERS: Known = Known::new(u16::MAX, Tag::Other, Mark::None);
const FOREIGN: Known = Known::new(u16::MAX, Tag::Other, Mark::Foreign);

impl Known {
    const fn new(number: u16, tag: Tag, mark: Mark) -> Self {
        Self { number, tag, mark }
    }
}

/// What a word that is looked for stands for.
#[derive(Clone, Copy)]
enum Value {
    /// One of our list.
    Ours(Known),
    /// One of the list with this number.
    Listed(u8),
}

impl Value {
    /// Puts a word of a list that stands at byte `at` to the `hits`.
    #[inline]
    fn hit(&self, at: usize, length: usize, hits: &mut Vec<Hit>) {
        if let Self::Listed(list) = self {
            hits.push(Hit::new(*list, at, at + length));
        }
    }
}

/// Four times as many places as we have words, and more; and as many for those of a single character.
const PLACES: usize = 1 << 14;
const SINGLE: usize = 1 << 12;

/// Our words, and those of other lists that are looked for in the same pass.
#[derive(Clone)]
pub(crate) struct Vocabulary(Pairs<Value, PLACES, SINGLE>);

/// Our words alone.
static OURS: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mark = |word: &str| match word {
        _ if COMPOUNDS.holds(word) => Mark::Compound,
        _ if word.ends_with('由') => Mark::By,
        _ => Mark::None,
    };
    let known = |(number, (word, tag))| (word, Known::new(number, Tag::of(tag), mark(word)));
    let all = (0..).zip(tagged()).map(known).chain([("的", Known::new(u16::MAX, Tag::Other, Mark::Of))]);
    Vocabulary(Pairs::new(all.map(|(word, known)| (word, Value::Ours(known)))))
});

impl Vocabulary {
    /// Our words and `lists`, numbered as they come, of which no word may begin with a letter or figure.
    pub(crate) fn with<'l>(lists: impl IntoIterator<Item = &'l [&'static str]>) -> Self {
        let mut all = OURS.clone();
        numbered(lists).into_iter().for_each(|(word, list)| all.0.file(word, Value::Listed(list)));
        all
    }

    /// What is known of our word at the head of `text` that is as long as that, if one is.
    fn known(&self, text: &[u8]) -> Option<Known> {
        let mut known = None;
        self.0.standing(Here::before(text), |word, length| match word {
            Value::Ours(ours) if length == text.len() => known = Some(*ours),
            _ => {}
        });
        known
    }
}

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

/// Signs without which no word binds, forbids or asks.
static BINDING: Sieve = Sieve::of_signs("要应须需宜勿限望希请", "务方只才不严禁建号", "必可能得准许再予禁止议召");

/// Whether words that bind, forbid or ask may be among those of `text`; says yes too often, never no.
pub(crate) fn may_bind(text: &str) -> bool {
    BINDING.next(text, 0).is_some()
}

/// The number of `word` among ours.
pub(crate) fn number(word: &[u8]) -> Option<u16> {
    OURS.known(word).map(|known| known.number)
}

/// Paragraphs cut into words, one behind the other. Of what is no word of ours Chinese characters stay together as far as they
/// go, and so do letters and figures; other signs stand alone.
#[derive(Default)]
pub(crate) struct Cut {
    /// Their words.
    pub(crate) words: Vec<Word>,
    /// The words of other lists that stand in them.
    pub(crate) hits: Vec<Hit>,
}

/// The bytes of a Chinese character.
const HAN: usize = 3;

/// The words of `text`.
pub(crate) fn cut(text: &str) -> Vec<Word> {
    let mut cut = Cut::default();
    cut.add(text, &OURS, [], &mut |_| {});
    cut.words
}

impl Cut {
    /// Forgets all of them.
    pub(crate) fn clear(&mut self) {
        self.words.clear();
        self.hits.clear();
    }

    /// Cuts `text` into the words of `vocabulary`. What is no word of ours is cut at the `borders`, too, which are given in order;
    /// to `mark` is shown where characters stand that are no Chinese ones, no letters and no figures.
    pub(crate) fn add(
        &mut self,
        text: &str,
        vocabulary: &Vocabulary,
        borders: impl IntoIterator<Item = usize>,
        mark: &mut dyn FnMut(usize),
    ) {
        let Self { words, hits } = self;
        // most words have two characters
        words.reserve(text.len() / (2 * HAN) + 1);
        let mut row = Row { text, words, end: 0, crossed: false, borders: borders.into_iter().peekable() };
        let mut rest = text.as_bytes();
        while let Some(lead) = rest.first() {
            if !matches!(lead, 0xe4..=0xe9) {
                let at = text.len() - rest.len();
                let length = sign(rest);
                if !lead.is_ascii_alphanumeric() {
                    mark(at);
                    vocabulary.0.standing_alone(Here::before(rest), |word, length| word.hit(at, length, hits));
                }
                row.put(FOREIGN, at, at + length);
                rest = &rest[length..];
                continue;
            }
            let here = Here::before_chinese(rest);
            let behind = &rest[HAN..];
            if vocabulary.0.is_silent(here) {
                rest = behind;
                continue;
            }
            let at = text.len() - rest.len();
            rest = behind;
            let mut longest = None;
            vocabulary.0.standing(here, |word, length| match word {
                Value::Ours(known) => longest = longest.or(Some((*known, at + length))),
                listed => listed.hit(at, length, hits),
            });
            match longest {
                Some((known, end)) if at >= row.end => row.put(known, at, end),
                Some((_, end)) if end > row.end => (row.end, row.crossed) = (end, true),
                _ => {}
            }
        }
        row.close(text.len());
    }
}

/// A paragraph that is cut.
struct Row<'r, B: Iterator> {
    text: &'r str,
    words: &'r mut Vec<Word>,
    /// Where the last word ends, behind which stands what is of none, and whether another one crosses it.
    end: usize,
    crossed: bool,
    borders: Peekable<B>,
}

impl<B: Iterator<Item = usize>> Row<'_, B> {
    /// Puts the word from byte `start` to `end` behind the last.
    #[inline(always)]
    fn put(&mut self, known: Known, start: usize, end: usize) {
        self.close(start);
        self.words.push(Word::new(start, end, known));
        self.end = end;
    }

    /// Puts the Chinese characters of no word before byte `at` behind the last, if there are any.
    #[inline(always)]
    fn close(&mut self, at: usize) {
        if self.crossed {
            weigh(self.text, self.end, self.words);
            self.crossed = false;
        }
        if self.end == at {
            return;
        }
        while let Some(border) = self.borders.next_if(|border| *border < at) {
            if border > self.end {
                self.words.push(Word::new(self.end, border, OTHERS));
                self.end = border;
            }
        }
        self.words.push(Word::new(self.end, at, OTHERS));
    }
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
    let Some(start) = cut.pop().map(|word| word.start()) else { return };
    let crossing = &text[start..end];
    cut.extend(best(crossing).map(|range| {
        let known = OURS.known(crossing[range.clone()].as_bytes()).unwrap_or(OTHERS);
        Word::new(start + range.start, start + range.end, known)
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

    #[test]
    fn no_word_that_binds_lacks_the_signs() {
        for (word, _) in tagged().filter(|(_, tag)| matches!(*tag, "must" | "must_not" | "ask")) {
            assert!(may_bind(word), "{word}");
        }
        assert!(!may_bind("加强组织领导"));
    }

    /// What jieba makes of a text, without guesses.
    fn by_jieba(text: &str) -> Vec<(&str, Tag)> {
        JIEBA.tag(text, false).into_iter().map(|t| (&text[t.byte_start..t.byte_end], Tag::of(t.tag))).collect()
    }

    fn by_us(text: &str) -> Vec<(&str, Tag)> {
        cut(text).iter().flat_map(|w| w.ends().scan(w.start(), |at, end| Some((&text[std::mem::replace(at, end)..end], w.tag)))).collect()
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

    #[test]
    fn words_of_lists_are_found_wherever_they_stand() {
        let text = "按照要求开展3×2元/个、办";
        let (mut cut, mut marks) = (Cut::default(), Vec::new());
        let lists = Vocabulary::with([&["要求", "×", "元/", "办"][..], &["按照要求开展"]]);
        cut.add(text, &lists, [], &mut |at| marks.extend(text[at..].chars().next()));
        let found: Vec<_> = cut.hits.iter().map(|hit| (hit.list(), &text[hit.range()])).collect();
        assert_eq!(found, [(1, "按照要求开展"), (0, "要求"), (0, "×"), (0, "元/"), (0, "办")]);
        assert_eq!(marks, ['×', '/', '、']);
    }

    #[test]
    fn words_have_numbers() {
        for (n, (word, _)) in (0..).zip(tagged()) {
            assert_eq!(number(word.as_bytes()), Some(n), "{word} stands once");
        }
        assert_eq!((number(b""), number("没有的词".as_bytes())), (None, None));
    }
}
