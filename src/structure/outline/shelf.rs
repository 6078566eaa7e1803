//! What is kept of the lists of a document while its outline is read: something for each kind of list, and numbers.

/// Some of the numbers that labels may have, all of which are under 2000.
pub(super) struct Ordinals([u64; Self::WORDS]);

impl Ordinals {
    const WORDS: usize = 2048 / 64;

    fn place(ordinal: u32) -> (usize, u64) {
        (ordinal as usize / 64 % Self::WORDS, 1 << (ordinal % 64))
    }

    /// Puts `ordinal` in.
    pub(super) fn put(&mut self, ordinal: u32) {
        let (word, bit) = Self::place(ordinal);
        self.0[word] |= bit;
    }

    /// Takes `ordinal` out; says whether it was in.
    pub(super) fn take(&mut self, ordinal: u32) -> bool {
        let (word, bit) = Self::place(ordinal);
        let had = self.0[word] & bit != 0;
        self.0[word] &= !bit;
        had
    }
}

impl Default for Ordinals {
    fn default() -> Self {
        Self([0; Self::WORDS])
    }
}

/// Something for each of the few kinds of lists that a document has.
pub(super) struct Shelf<K, T>(Vec<(K, T)>);

impl<K, T> Default for Shelf<K, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Copy + PartialEq, T: Default> Shelf<K, T> {
    /// What is known of `key`.
    pub(super) fn get(&self, key: K) -> Option<&T> {
        self.0.iter().find(|(own, _)| *own == key).map(|(_, value)| value)
    }

    /// The place of `key`.
    pub(super) fn of(&mut self, key: K) -> &mut T {
        let at = self.0.iter().position(|(own, _)| *own == key).unwrap_or_else(|| {
            self.0.push((key, T::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }

    /// All of them.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut (K, T)> {
        self.0.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_found() {
        let mut shelf: Shelf<u8, Ordinals> = Shelf::default();
        [1, 64, 1999, 2000].into_iter().for_each(|n| shelf.of(7).put(n));
        assert!(shelf.get(8).is_none());
        assert!(shelf.of(7).take(1999) && !shelf.of(7).take(1999) && shelf.of(7).take(2000) && !shelf.of(7).take(0));
        assert_eq!(shelf.iter_mut().map(|(key, _)| *key).collect::<Vec<_>>(), [7]);
    }
}
