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

/// The number of the character at byte `at` of `text`, and its length: what `chars` gives, in fewer steps for the
/// characters of three bytes that Chinese text is made of.
#[inline]
pub(super) fn sign_at(text: &str, at: usize) -> Option<(u32, usize)> {
    match *text.as_bytes().get(at..)? {
        [lead @ 0xe0..=0xef, second, third, ..] => {
            Some((u32::from(lead & 0x0f) << 12 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f), 3))
        }
        [letter @ 0..0x80, ..] => Some((u32::from(letter), 1)),
        _ => text[at..].chars().next().map(|c| (c.into(), c.len_utf8())),
    }
}
