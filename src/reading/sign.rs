//! Which signs stand in a block, found in one pass for all who look for a value: a block without the name of a currency
//! holds no amount, one without 号 no document number. Most blocks hold none, and are then not read for it at all.
//!
//! A sign may stand where there is no value; it is never missing where there is one.

use std::sync::LazyLock;

use crate::phrase::money;

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
    /// 单位：, which names the unit of a table's figures.
    pub(crate) const UNIT: Self = Self(1 << 6);
    /// Blanks that may part columns.
    pub(crate) const WIDE: Self = Self(1 << 7);

    /// The signs of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let (words, mut signs, mut rest) = (&*WORDS, Self::NONE, text.as_bytes());
        loop {
            rest = &rest[words.silent(rest)..];
            let Some((drawer, behind)) = first(rest) else { break };
            rest = match words.drawers[drawer] {
                0 => behind,
                FIGURE => figures(rest, behind, &mut signs),
                word => {
                    words.standing(rest, word, &mut signs);
                    behind
                }
            };
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
    let others = [("号", Signs::NUMBER), ("《", Signs::TITLE), ("单位：", Signs::UNIT), ("单位:", Signs::UNIT)];
    money.chain(capitals).chain(called).chain(series).chain(wide).chain(others)
}

/// A word that is a sign.
struct Word {
    letters: &'static [u8],
    sign: Signs,
    /// The next word in its drawer.
    next: u8,
}

/// The words, in drawers by their first character. A drawer holds the number of its first word, counted from one.
struct Words {
    drawers: Box<[u8; DRAWERS]>,
    all: Vec<Word>,
}

/// As many as [`drawer`] gives.
const DRAWERS: usize = drawer(u8::MAX, u8::MAX) + 1;

/// What drawers of figures hold, which are no words.
const FIGURE: u8 = u8::MAX;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut filed = Words { drawers: Box::new([0; DRAWERS]), all: Vec::new() };
    for (letters, sign) in words() {
        filed.file(letters, sign);
    }
    for figure in "0123456789０１２３４５６７８９".split("") {
        first(figure.as_bytes()).into_iter().for_each(|(drawer, _)| filed.drawers[drawer] = FIGURE);
    }
    filed
});

impl Words {
    fn file(&mut self, letters: &'static str, sign: Signs) {
        let Some((drawer, _)) = first(letters.as_bytes()) else { return };
        self.all.push(Word { letters: letters.as_bytes(), sign, next: self.drawers[drawer] });
        self.drawers[drawer] = self.all.len() as u8;
    }

    /// How many bytes at the head of `text` are Chinese characters and stops that begin no word, as nearly all are.
    fn silent(&self, text: &[u8]) -> usize {
        let mut at = 0;
        while let Some([0xe3..=0xef, second, third]) = text.get(at..at + 3)
            && self.drawers[drawer(*second, *third)] == 0
        {
            at += 3;
        }
        at
    }

    /// Adds to `signs` the words with which `text` begins, of those in a drawer from `word` on.
    fn standing(&self, text: &[u8], mut word: u8, signs: &mut Signs) {
        while let Some(Word { letters, sign, next }) = self.all.get(usize::from(word).wrapping_sub(1)) {
            // words differ most in their last byte
            let may_stand = text.get(letters.len() - 1) == letters.last();
            if may_stand && text.starts_with(letters) || *sign == Signs::CONTACT && is_parted(text, letters) {
                *signs = signs.and(*sign);
            }
            word = *next;
        }
    }
}

/// Whether `text` may begin with a label of two characters set apart by blanks: 电　话.
fn is_parted(text: &[u8], label: &[u8]) -> bool {
    const CHARACTER: usize = 3;
    // how blanks of any width begin, and some signs
    let blank = |rest: &[u8]| matches!(rest, [0..=0x20, ..] | [0xc2 | 0xe1 | 0xe2, ..] | [0xe3, 0x80, 0x80, ..]);
    label.len() > CHARACTER && text.starts_with(&label[..CHARACTER]) && blank(&text[CHARACTER..])
}

/// The drawer of a character of which these two bytes tell most.
const fn drawer(a: u8, b: u8) -> usize {
    a as usize * 64 + b as usize
}

/// The drawer of the character with which `text` begins, and what stands behind it.
#[inline]
fn first(text: &[u8]) -> Option<(usize, &[u8])> {
    Some(match text {
        [0xe0..=0xef, second, third, behind @ ..] => (drawer(*second, *third), behind),
        [letter @ 0..0x80, behind @ ..] => (usize::from(*letter), behind),
        [lead @ 0xc0..0xe0, second, behind @ ..] => (drawer(*lead, *second), behind),
        // no sign has four bytes
        [_, _, _, _, behind @ ..] => (0, behind),
        _ => return None,
    })
}

/// What stands behind the figures with which `text` begins; `behind` the first character, where it is none but in their drawer.
/// Seven figures may be a number to call, and so may an area code before a dash, and 400.
fn figures<'t>(text: &'t [u8], behind: &'t [u8], signs: &mut Signs) -> &'t [u8] {
    const PHONE: usize = 7;
    const AREA: usize = 3;
    let (mut count, mut rest) = (0, text);
    while let [b'0'..=b'9', more @ ..] | [0xef, 0xbc, 0x90..=0x99, more @ ..] = rest {
        (count, rest) = (count + 1, more);
    }
    let dash = || ["-", "—", "－"].iter().any(|dash| rest.starts_with(dash.as_bytes()));
    let service = || text[..text.len() - rest.len()].windows(AREA).any(|code| matches!(code, b"400" | b"800"));
    if count >= PHONE || count >= AREA && (dash() || service()) {
        *signs = signs.and(Signs::CONTACT);
    }
    if count == 0 { behind } else { rest }
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
