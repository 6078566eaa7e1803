//! Words that several layers ask for: each stands once, on a line of its own, and behind it the marks by which it is asked for.
//! The compiler picks those of a mark, so that a layer has the list that it would else write down itself. It is asked for some
//! seventy of them: marks are bits, since to compare their names took it a tenth of the time in which it builds all.

/// The marks of a list, a bit each; one that no list is asked by is a constant that nobody uses, of which the compiler warns.
macro_rules! marks {
    ($($(#[$meaning:meta])* $mark:ident,)+) => {
        #[allow(non_camel_case_types, reason = "marks are written as in the list")]
        enum Number { $($mark),+ }
        $(
            $(#[$meaning])*
            #[allow(non_upper_case_globals, reason = "marks are written as in the list")]
            pub(crate) const $mark: u32 = 1 << Number::$mark as u32;
        )+
    };
}

/// The words of a list, each with its marks behind it.
macro_rules! words {
    ($($word:literal $($mark:ident)*;)+) => {
        pub(crate) const WORDS: &[(&str, u32)] = &[$(($word, 0 $(| $mark)*)),+];
    };
}

pub(crate) mod acts;
pub(crate) mod bases;
pub(crate) mod bindings;
pub(crate) mod changes;
pub(crate) mod contact_labels;
pub(crate) mod genres;
pub(crate) mod organs;
pub(crate) mod page_labels;
pub(crate) mod posts;
pub(crate) mod sends;
pub(crate) mod shares;
pub(crate) mod sums;

/// The words of a list that have one of some marks, in its order: `picked!(genres: law | document)`.
macro_rules! picked {
    ($list:ident: $($mark:ident)|+) => {{
        use $crate::lexicon::tagged::{self, $list};
        const MARKS: u32 = $($list::$mark)|+;
        const WORDS: [&str; tagged::count($list::WORDS, MARKS)] = tagged::pick($list::WORDS, MARKS);
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

/// How many `words` have one of `marks`.
pub(crate) const fn count(words: &[(&str, u32)], marks: u32) -> usize {
    let (mut count, mut n) = (0, 0);
    while n < words.len() {
        count += (words[n].1 & marks != 0) as usize;
        n += 1;
    }
    count
}

/// Those, of which there are `N`.
pub(crate) const fn pick<const N: usize>(words: &[(&'static str, u32)], marks: u32) -> [&'static str; N] {
    let (mut picked, mut had, mut n) = ([""; N], 0, 0);
    while n < words.len() {
        if words[n].1 & marks != 0 {
            picked[had] = words[n].0;
            had += 1;
        }
        n += 1;
    }
    picked
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

    const LIST: &[(&str, u32)] = &[("通知", 0b001), ("办法", 0b110), ("函", 0b010), ("信", 0)];

    #[test]
    fn words_have_the_marks_behind_them() {
        assert_eq!(pick::<{ count(LIST, 0b001) }>(LIST, 0b001), ["通知"]);
        assert_eq!(pick::<{ count(LIST, 0b101) }>(LIST, 0b101), ["通知", "办法"]);
        assert!(picked!(genres: law).contains(&"办法") && !picked!(genres: law).contains(&"通知"));
        assert_eq!(joined!(picked!(contact_labels: fax), &["令"]).last(), Some(&"令"));
    }

    #[test]
    fn each_word_stands_once() {
        let lists = [
            acts::WORDS,
            bases::WORDS,
            changes::WORDS,
            contact_labels::WORDS,
            genres::WORDS,
            organs::WORDS,
            page_labels::WORDS,
            posts::WORDS,
            sends::WORDS,
            sums::WORDS,
        ];
        for list in lists {
            let mut words: Vec<&str> = list.iter().map(|(word, _)| *word).collect();
            words.sort_unstable();
            assert!(words.iter().all(|word| word.trim() == *word && !word.is_empty()));
            assert_eq!(words.windows(2).find(|pair| pair[0] == pair[1]), None);
        }
    }
}
