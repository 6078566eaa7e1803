//! Words that several layers ask for: each stands once, on a line of its own, and behind it the marks by which it is asked for.
//! The compiler picks those of a mark, so that a layer has the list that it would else write down itself; what a mark means
//! is said at the head of its file.

/// A list whose lines are a word and its marks.
#[derive(Clone, Copy)]
pub(crate) struct Tagged(&'static str);

/// Words that lead to what an act rests on.
pub(crate) const BASES: Tagged = Tagged(include_str!("bases.txt"));
/// How names of organs end.
pub(crate) const ORGANS: Tagged = Tagged(include_str!("organ_suffixes.txt"));
/// What a page says of a document and of itself.
pub(crate) const PAGE_LABELS: Tagged = Tagged(include_str!("page_labels.txt"));
/// Verbs that hand something over.
pub(crate) const SENDS: Tagged = Tagged(include_str!("sends.txt"));
/// What is said before a number to call, an address or a name.
pub(crate) const CONTACT_LABELS: Tagged = Tagged(include_str!("contact_labels.txt"));
/// Kinds of documents, with which their titles end.
pub(crate) const GENRES: Tagged = Tagged(include_str!("genres.txt"));

/// The words of a [`Tagged`] list that have one of some marks, in its order; no mark may be without words.
macro_rules! picked {
    ($list:expr, $($mark:literal)|+) => {{
        const WORDS: [&str; $list.count(&[$($mark),+])] = $list.pick(&[$($mark),+]);
        &WORDS
    }};
}

/// Some lists as one.
macro_rules! joined {
    ($($list:expr),+ $(,)?) => {{
        const WORDS: [&str; 0 $(+ $list.len())+] = $crate::lexicon::tagged::join(&[$($list),+]);
        &WORDS
    }};
}

pub(crate) use {joined, picked};

impl Tagged {
    /// How many words have one of `marks`.
    pub(crate) const fn count(self, marks: &[&str]) -> usize {
        let (mut count, mut line, mut used) = (0, self.line(0), 0u32);
        while let Some(known) = line {
            let had = self.marks(known, marks);
            count += (had != 0) as usize;
            used |= had;
            line = self.line(known.end);
        }
        assert!(used.count_ones() as usize == marks.len(), "a mark that no word has");
        count
    }

    /// Those, of which there are `N`.
    pub(crate) const fn pick<const N: usize>(self, marks: &[&str]) -> [&'static str; N] {
        let (mut words, mut n, mut line) = ([""; N], 0, self.line(0));
        while let Some(known) = line {
            if self.marks(known, marks) != 0 {
                words[n] = self.0.split_at(known.word).0.split_at(known.start).1;
                n += 1;
            }
            line = self.line(known.end);
        }
        words
    }

    /// The next line behind byte `at` that has a word.
    const fn line(self, mut at: usize) -> Option<Line> {
        let text = self.0.as_bytes();
        while at < text.len() {
            let end = stretch(text, at, b"\n");
            if text[at] != b'#' && end > at {
                return Some(Line { start: at, word: stretch(text, at, b" \n"), end });
            }
            at = end + 1;
        }
        None
    }

    /// Which of `marks` stand in `line`, a bit each.
    const fn marks(self, line: Line, marks: &[&str]) -> u32 {
        let text = self.0.as_bytes();
        let (mut at, mut had) = (line.word + 1, 0);
        while at < line.end {
            let end = stretch(text, at, b" \n");
            let mut n = 0;
            while n < marks.len() {
                had |= (is(text, at, end, marks[n].as_bytes()) as u32) << n;
                n += 1;
            }
            at = end + 1;
        }
        had
    }
}

/// A line of a list: where it begins, where its word ends, and where it does.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    word: usize,
    end: usize,
}

/// Where one of `stops` or the text ends what begins at byte `at`.
const fn stretch(text: &[u8], mut at: usize, stops: &[u8]) -> usize {
    while at < text.len() && text[at] != stops[0] && text[at] != stops[stops.len() - 1] {
        at += 1;
    }
    at
}

/// Whether `mark` stands from byte `at` to `end`.
const fn is(text: &[u8], at: usize, end: usize, mark: &[u8]) -> bool {
    let mut n = 0;
    while n < mark.len() && at + n < end && text[at + n] == mark[n] {
        n += 1;
    }
    n == mark.len() && at + n == end
}

/// `lists`, which have `N` words together, as one.
pub(crate) const fn join<const N: usize>(lists: &[&[&'static str]]) -> [&'static str; N] {
    let (mut words, mut n, mut list) = ([""; N], 0, 0);
    while list < lists.len() {
        let mut own = 0;
        while own < lists[list].len() {
            words[n] = lists[list][own];
            (n, own) = (n + 1, own + 1);
        }
        list += 1;
    }
    words
}

/// The bytes of the longest of `words`.
pub(crate) const fn longest(words: &[&str]) -> usize {
    let (mut longest, mut n) = (0, 0);
    while n < words.len() {
        if words[n].len() > longest {
            longest = words[n].len();
        }
        n += 1;
    }
    longest
}

/// `words` by the characters with which they begin.
pub(crate) const fn by_first<const N: usize>(mut words: [&'static str; N]) -> [&'static str; N] {
    let mut n = 1;
    while n < N {
        let mut at = n;
        while at > 0 && first(words[at]) < first(words[at - 1]) {
            (words[at - 1], words[at]) = (words[at], words[at - 1]);
            at -= 1;
        }
        n += 1;
    }
    words
}

/// The first character of `word`, a Chinese one, as a number.
const fn first(word: &str) -> u32 {
    match word.as_bytes() {
        [a @ 0xe0..=0xef, b, c, ..] => u32::from_be_bytes([0, *a, *b, *c]),
        _ => panic!("a Chinese character"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_marks_behind_them() {
        const LIST: Tagged = Tagged("# 甲: a comment\n通知 title letter\n\n办法 title law\n函 letter\n");
        assert_eq!(picked!(LIST, "title"), &["通知", "办法"]);
        assert_eq!(picked!(LIST, "law" | "letter"), &["通知", "办法", "函"]);
        assert_eq!(joined!(picked!(LIST, "law"), &["令"]), &["办法", "令"]);
    }

    #[test]
    fn each_word_stands_once() {
        for list in [BASES, CONTACT_LABELS, GENRES, ORGANS, PAGE_LABELS, SENDS] {
            let mut words: Vec<&str> = Vec::new();
            for line in list.0.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let mut parts = line.split(' ');
                let word = parts.next().unwrap();
                assert!(!words.contains(&word) && parts.all(|mark| !mark.is_empty() && mark.is_ascii()), "{line}");
                words.push(word);
            }
        }
    }
}
