//! With which characters words begin or end: a set that the compiler makes of the words, which a text is held against before
//! it is compared with them.

/// Some characters. Holds more than was put in, never less: those have the same place whose codes end in the same bits.
pub(crate) struct Characters([u64; 64]);

impl Characters {
    /// Those with which `words` begin.
    pub(crate) const fn first_of(words: &[&str]) -> Self {
        Self::of(words, true)
    }

    /// Those with which `words` end.
    pub(crate) const fn last_of(words: &[&str]) -> Self {
        Self::of(words, false)
    }

    const fn of(words: &[&str], first: bool) -> Self {
        let (mut all, mut n) = ([0; 64], 0);
        while n < words.len() {
            let code = code(words[n].as_bytes(), first);
            all[row(code)] |= bit(code);
            n += 1;
        }
        Self(all)
    }

    /// Whether `c` may be one of them.
    #[inline]
    pub(crate) const fn may_have(&self, c: char) -> bool {
        self.0[row(c as u32)] & bit(c as u32) != 0
    }
}

const fn row(code: u32) -> usize {
    (code >> 6) as usize & 0x3f
}

const fn bit(code: u32) -> u64 {
    1 << (code & 0x3f)
}

/// The code of the first (or last) character of `word`.
const fn code(word: &[u8], first: bool) -> u32 {
    match (first, word) {
        (true, [a @ 0xe0..=0xef, b, c, ..]) | (false, [.., a @ 0xe0..=0xef, b, c]) => {
            ((*a as u32 & 0xf) << 12) | ((*b as u32 & 0x3f) << 6) | (*c as u32 & 0x3f)
        }
        (true, [a @ 0..0x80, ..]) | (false, [.., a @ 0..0x80]) => *a as u32,
        _ => panic!("a Chinese character or a letter"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_there() {
        const WORDS: [&str; 4] = ["发布日期", "来源", "：", "Email"];
        let (first, last) = (Characters::first_of(&WORDS), Characters::last_of(&WORDS));
        assert!("发来：E".chars().all(|c| first.may_have(c)) && "期源：l".chars().all(|c| last.may_have(c)));
        assert!(!"期源l国".chars().any(|c| first.may_have(c)) && !"发来E国".chars().any(|c| last.may_have(c)));
    }
}
