//! Words filed under one of their characters, so that a text is compared with few of them at each place: most
//! characters begin (or end) no word of a list at all, and most others one or two.

/// Words under the low bits of a character; those of one drawer keep their order.
pub(super) struct Filed<T> {
    /// Where each drawer begins in `words`, and where the last ends.
    drawers: Box<[u16; DRAWERS + 1]>,
    words: Vec<(&'static str, T)>,
}

const DRAWERS: usize = 1024;

/// The drawer of `c`.
const fn drawer(c: char) -> usize {
    c as usize % DRAWERS
}

impl<T: Copy> Filed<T> {
    /// Files `words` by the character that `key` takes of each; an empty word is none.
    pub(super) fn new(mut words: Vec<(&'static str, T)>, key: fn(&str) -> Option<char>) -> Self {
        let drawer_of = |word: &str| key(word).map_or(DRAWERS, drawer);
        words.retain(|(word, _)| !word.is_empty());
        words.sort_by_key(|(word, _)| drawer_of(word));
        let mut drawers = Box::new([0; DRAWERS + 1]);
        words.iter().for_each(|(word, _)| drawers[drawer_of(word) + 1] += 1);
        (1..=DRAWERS).for_each(|n| drawers[n] += drawers[n - 1]);
        Self { drawers, words }
    }

    /// The words that may have `c` where they are filed by it.
    pub(super) fn under(&self, c: char) -> &[(&'static str, T)] {
        let n = drawer(c);
        let (from, to) = (self.drawers[n] as usize, self.drawers[n + 1] as usize);
        &self.words[from..to]
    }
}
