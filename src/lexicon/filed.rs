//! Words filed under a character or two of theirs, so that a text is compared with few of them at each place: most
//! characters begin (or end) no word of a list at all, and most others one or two.

/// Words in `N` drawers, each under the number that is made of its characters; those of one drawer keep their order.
pub(super) struct Filed<T, const N: usize> {
    /// Where each drawer begins in `words`; where the last ends.
    drawers: Box<[u16]>,
    words: Vec<(&'static str, T)>,
}

impl<T: Copy, const N: usize> Filed<T, N> {
    /// Files `words` by the number that `key` makes of each.
    pub(super) fn new(mut words: Vec<(&'static str, T)>, key: fn(&str) -> u32) -> Self {
        let drawer = |word: &str| key(word) as usize % N;
        words.sort_by_key(|(word, _)| drawer(word));
        let mut drawers = vec![0; N + 1].into_boxed_slice();
        words.iter().for_each(|(word, _)| drawers[drawer(word) + 1] += 1);
        (1..=N).for_each(|n| drawers[n] += drawers[n - 1]);
        Self { drawers, words }
    }

    /// The words that may have the number `key`.
    pub(super) fn under(&self, key: u32) -> &[(&'static str, T)] {
        let n = key as usize % N;
        let (from, to) = (self.drawers[n] as usize, self.drawers[n + 1] as usize);
        &self.words[from..to]
    }
}

/// The number of the character with which `word` begins.
pub(super) fn first(word: &str) -> u32 {
    word.chars().next().map_or(0, u32::from)
}

/// The number of the character with which `word` ends.
pub(super) fn last(word: &str) -> u32 {
    word.chars().next_back().map_or(0, u32::from)
}
