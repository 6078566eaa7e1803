//! How names end of those who may act: five lists, and one look for all of them.

use std::sync::LazyLock;

use super::{
    filed::{Filed, Look, Side},
    tagged::organs,
    words,
};

/// What the end of a name says of it: the length in bytes of the longest word of each list with which it ends, 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameEnd {
    /// How names of organs and groups end.
    pub(crate) organ: u8,
    /// Words that end as organs do and are none.
    pub(crate) other: u8,
    /// How names of people and groups that can be told to act end, beside organs.
    pub(crate) people: u8,
    /// How places end that act as one, where the name says each, you or we.
    pub(crate) place: u8,
    /// Names of places and bodies that act under them alone.
    bare: u8,
}

#[derive(Clone, Copy)]
enum List {
    Organ,
    Other,
    People,
    Place,
    Bare,
}

/// Words with which names end; each says of a name what it and the shorter ones say with which it ends itself.
static ENDS: LazyLock<Filed<NameEnd, 512>> = LazyLock::new(|| {
    let lists = [
        (List::Other, include_str!("not_organs.txt")),
        (List::People, include_str!("actor_suffixes.txt")),
        (List::Place, include_str!("place_actors.txt")),
        (List::Bare, include_str!("bare_actors.txt")),
    ];
    let organs = organs::WORDS.iter().map(|(word, _)| (*word, List::Organ));
    let others = lists.into_iter().flat_map(|(list, text)| words(text).map(move |word| (word, list)));
    Filed::<_, 512>::new(organs.chain(others), Side::End).with_inner(|end: &mut NameEnd, word| {
        let longest = match word.value {
            List::Organ => &mut end.organ,
            List::Other => &mut end.other,
            List::People => &mut end.people,
            List::Place => &mut end.place,
            List::Bare => &mut end.bare,
        };
        *longest = (*longest).max(word.length as u8);
    })
});

/// Looks at the end of `name`.
#[inline]
pub(crate) fn name_end(name: &str) -> NameEnd {
    let look = Look::last(name.as_bytes());
    ENDS.under(look).iter().find(|word| word.ends(name.as_bytes(), look)).map_or_else(NameEnd::default, |word| word.value)
}

/// Whether names may end with a word with which `text` ends. Says yes too often, never no.
#[inline]
pub(crate) fn may_end_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    match *bytes {
        [.., last @ 0xe4..=0xe9, a, b] => ENDS.may_be_outermost([last, a, b]) && !ENDS.under(Look::last(bytes)).is_empty(),
        _ => true,
    }
}

impl NameEnd {
    /// Whether no list has a word for it.
    pub(crate) const fn is_none(self) -> bool {
        self.organ | self.other | self.people | self.place | self.bare == 0
    }

    /// Whether people are named by more than one sign (纳税人): a single one (人) may end other words.
    pub(crate) const fn people_are_named(self) -> bool {
        self.people as usize > "人".len()
    }

    /// Whether a name of `length` bytes that ends so is nothing but a bare one.
    pub(crate) const fn is_bare(self, length: usize) -> bool {
        self.bare as usize == length
    }

    /// Whether a name of `length` bytes that ends so is that of an organ.
    pub(crate) const fn is_organ(self, length: usize) -> bool {
        self.organ > 0 && (self.other == 0 || (self.other <= self.organ && self.other as usize != length))
    }
}
