//! Words filed under a character or two of theirs, so that a text is compared with few of them at each place: most
//! characters begin (or end) no word of a list at all, and most others one or two.

/// Words in `N` drawers, each under the number that is made of its characters; those of one drawer keep their order.
pub(super) struct Filed<T, const N: usize> {
    /// Where each drawer begins and ends in `words`.
    drawers: Box<[(u16, u16); N]>,
    words: Vec<(&'static str, T)>,
}

impl<T: Copy, const N: usize> Filed<T, N> {
    /// Files `words` by the number that `key` makes of each.
    pub(super) fn new(mut words: Vec<(&'static str, T)>, key: fn(&str) -> u32) -> Self {
        let drawer = |word: &str| key(word) as usize % N;
        words.sort_by_key(|(word, _)| drawer(word));
        let mut drawers = Box::new([(0, 0); N]);
        let mut end = 0;
        for same in words.chunk_by(|(a, _), (b, _)| drawer(a) == drawer(b)) {
            let start = end;
            end += same.len() as u16;
            drawers[drawer(same[0].0)] = (start, end);
        }
        Self { drawers, words }
    }

    /// The words that may have the number `key`.
    pub(super) fn under(&self, key: u32) -> &[(&'static str, T)] {
        let (from, to) = self.drawers[key as usize % N];
        if from == to { &[] } else { &self.words[usize::from(from)..usize::from(to)] }
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
