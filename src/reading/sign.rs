//! Which signs stand in a block, found in one pass for all who look for a value: a block without the name of a currency
//! holds no amount, one without 号 no document number. Most blocks hold none, and are then not read for it at all.
//!
//! A sign may stand where there is no value; it is never missing where there is one.

use std::sync::LazyLock;

use crate::{lexicon::Sieve, phrase::money};

/// The signs of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signs(u8);

impl Signs {
    pub(crate) const NONE: Self = Self(0);
    /// The name or sign of a currency.
    pub(crate) const MONEY: Self = Self(1);
    /// 号, with which document numbers end.
    pub(crate) const NUMBER: Self = Self(1 << 1);
    /// A capital letter, with which numbers of standards begin.
    pub(crate) const CAPITAL: Self = Self(1 << 2);
    /// 《.
    pub(crate) const TITLE: Self = Self(1 << 3);
    /// A label, a sign or figures that may say whom to call.
    pub(crate) const CONTACT: Self = Self(1 << 4);
    /// 二是 or another second number of a series within a paragraph.
    pub(crate) const SERIES: Self = Self(1 << 5);
    /// 单位, which may name the unit of a table's figures.
    pub(crate) const UNIT: Self = Self(1 << 6);
    /// Blanks that may part columns.
    pub(crate) const WIDE: Self = Self(1 << 7);

    /// The signs of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let (bytes, words) = (text.as_bytes(), &*WORDS);
        let (mut signs, mut at) = (Self::NONE, 0);
        while let Some((place, (drawer, width))) = SIEVE.next(text, at).and_then(|place| Some((place, first(bytes, place)?))) {
            at = place;
            match words.drawers[drawer] {
                0 => at += width,
                FIGURE => at = figures(bytes, at, &mut signs),
                word => {
                    words.standing(&text[at..], word, &mut signs);
                    at += width;
                }
            }
        }
        signs
    }

    /// Whether one of `others` is among them.
    pub(crate) const fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These and those.
    pub(crate) const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// The words that are signs.
fn words() -> impl Iterator<Item = (&'static str, Signs)> {
    const CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ";
    let money = money::names().map(|name| (name, Signs::MONEY));
    let capitals = CAPITALS.split("").filter(|letter| !letter.is_empty()).map(|letter| (letter, Signs::CAPITAL));
    let called = ["邮", "@", "＠", "联系", "电话", "地址", "热线", "传真", "拨打"].map(|word| (word, Signs::CONTACT));
    let series = ["二是", "②", "第二，"].map(|word| (word, Signs::SERIES));
    let wide = ["\u{3000}\u{3000}", "   ", "\t"].map(|blanks| (blanks, Signs::WIDE));
    let others = [("号", Signs::NUMBER), ("《", Signs::TITLE), ("单位", Signs::UNIT)];
    money.chain(capitals).chain(called).chain(series).chain(wide).chain(others)
}

/// Where [`words`] may begin, parted ones too, and figures.
static SIEVE: Sieve = money::SIEVE.and(&Sieve::of_signs(
    "号《@＠邮②\t0123456789０１２３４５６７８９ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    "联电地热传拨二第单 \u{3000}",
    "系话址线真打是二位 \u{3000}\t\n\r\u{b}\u{c}\u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\
     \u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}",
));

/// A word that is a sign.
struct Word {
    letters: &'static str,
    sign: Signs,
    /// The next word in its drawer.
    next: u8,
}

/// The words, in drawers by their first character. A drawer holds the number of its first word, counted from one.
struct Words {
    drawers: Box<[u8; DRAWERS]>,
    all: Vec<Word>,
}

/// As many as there are pairs of the bytes that go on a character.
const DRAWERS: usize = 1 << 12;

/// What drawers of figures hold, which are no words.
const FIGURE: u8 = u8::MAX;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut filed = Words { drawers: Box::new([0; DRAWERS]), all: Vec::new() };
    for (letters, sign) in words() {
        filed.file(letters, sign);
    }
    for figure in "0123456789０１２３４５６７８９".split("") {
        first(figure.as_bytes(), 0).into_iter().for_each(|(drawer, _)| filed.drawers[drawer] = FIGURE);
    }
    filed
});

impl Words {
    fn file(&mut self, letters: &'static str, sign: Signs) {
        let Some((drawer, _)) = first(letters.as_bytes(), 0) else { return };
        let next = self.drawers[drawer];
        self.all.push(Word { letters, sign, next });
        self.drawers[drawer] = self.all.len() as u8;
    }

    /// Adds to `signs` the words of the drawer that begins with `word` with which `text` begins.
    fn standing(&self, text: &str, mut word: u8, signs: &mut Signs) {
        while let Some(Word { letters, sign, next }) = self.all.get(usize::from(word).wrapping_sub(1)) {
            if text.starts_with(letters) || *sign == Signs::CONTACT && is_parted(text, letters) {
                *signs = signs.and(*sign);
            }
            word = *next;
        }
    }
}

/// Whether `text` may begin with a label of two characters set apart by blanks: 电　话.
fn is_parted(text: &str, label: &str) -> bool {
    let mut characters = label.chars();
    let first = characters.next().filter(|_| characters.next().is_some());
    first.and_then(|first| text.strip_prefix(first)).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// The drawer of the character at byte `at`, and how many bytes it has.
fn first(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let drawer = |a: u8, b: u8| usize::from(a & 0x3f) << 6 | usize::from(b & 0x3f);
    match *bytes.get(at..)? {
        [0xe0..=0xef, second, third, ..] => Some((drawer(second, third), 3)),
        [letter @ 0..0x80, ..] => Some((usize::from(letter), 1)),
        [lead @ 0xc0..0xe0, second, ..] => Some((drawer(lead, second), 2)),
        [_, ..] => Some((0, 4)),
        [] => None,
    }
}

/// Where the figures end that begin at `at`, or a character that is in their drawer: seven of them may be a number to call,
/// and so may an area code before a dash, and 400.
fn figures(bytes: &[u8], at: usize, signs: &mut Signs) -> usize {
    const PHONE: usize = 7;
    const AREA: usize = 3;
    let (mut count, mut end) = (0, at);
    loop {
        end += match bytes[end..] {
            [b'0'..=b'9', ..] => 1,
            [0xef, 0xbc, 0x90..=0x99, ..] => 3,
            _ => break,
        };
        count += 1;
    }
    let dash = || ["-", "—", "－"].iter().any(|dash| bytes[end..].starts_with(dash.as_bytes()));
    let service = || bytes[at..end].windows(AREA).any(|code| matches!(code, b"400" | b"800"));
    if count >= PHONE || count >= AREA && (dash() || service()) {
        *signs = signs.and(Signs::CONTACT);
    }
    end.max(at + first(bytes, at).map_or(1, |(_, width)| width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        for (word, sign) in words() {
            assert!(Signs::of(&format!("一{word}0")).has(sign), "{word}");
        }
        assert_eq!(Signs::of("按照要求做好工作，2022年完成。"), Signs::NONE);
    }

    #[test]
    fn whom_to_call_is_told_by_labels_and_figures() {
        for text in ["电 话", "地　址", "3380216", "０７５０－３３８", "0750-338", "400 123", "10800", "拨打"] {
            assert!(Signs::of(text).has(Signs::CONTACT), "{text}");
        }
        for text in ["电、话", "338021", "2022年", "12-34", "各地、各部门"] {
            assert!(!Signs::of(text).has(Signs::CONTACT), "{text}");
        }
    }
}
