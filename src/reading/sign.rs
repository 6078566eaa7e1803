//! Where signs stand in a text, found in one pass for all who look for something: a block without the name of a currency
//! holds no amount, one without 号 no document number, and a rule about shares looks at lines with %. Most blocks hold no
//! sign that somebody needs, and are then not read by him at all. Where a time may begin is noted by the way.
//!
//! A sign may stand where there is nothing to be found; it is never missing where there is.

use std::sync::LazyLock;

use crate::{
    lexicon::sieve::{self, PLACES},
    phrase::{money, when},
    span::Span,
};

/// Signs that stand in a block, or at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signs(u32);

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
    /// ：, 以下: what announces a list.
    pub(crate) const ANNOUNCING: Self = Self(1 << 8);
    /// 一是, ①, 1）: the first item of a list.
    pub(crate) const FIRST: Self = Self(1 << 9);
    /// 等.
    pub(crate) const AND_OTHERS: Self = Self(1 << 10);
    /// 其中.
    pub(crate) const AMONG: Self = Self(1 << 11);
    /// %, 百分, 分之.
    pub(crate) const SHARE: Self = Self(1 << 12);
    /// 月.
    pub(crate) const MONTH: Self = Self(1 << 13);
    /// The first mark of 2024.5.4.
    pub(crate) const DOTTED: Self = Self(1 << 14);
    /// 电话.
    pub(crate) const PHONE: Self = Self(1 << 15);
    /// 邮箱.
    pub(crate) const MAIL: Self = Self(1 << 16);
    /// 联, with which 联系人 begins.
    pub(crate) const PERSON: Self = Self(1 << 17);
    /// 附件.
    pub(crate) const ATTACHMENT: Self = Self(1 << 18);
    /// 简称.
    pub(crate) const SHORT: Self = Self(1 << 20);

    /// Where a time may begin.
    pub(crate) const TIME: Self = Self(1 << 19);

    /// Signs whose places somebody asks for. Of the others it is enough to know which blocks hold them.
    pub(crate) const PLACED: Self = Self::ANNOUNCING
        .and(Self::FIRST)
        .and(Self::AND_OTHERS)
        .and(Self::AMONG)
        .and(Self::SHARE)
        .and(Self::MONTH)
        .and(Self::DOTTED)
        .and(Self::PHONE)
        .and(Self::MAIL)
        .and(Self::PERSON)
        .and(Self::NUMBER)
        .and(Self::ATTACHMENT)
        .and(Self::TITLE)
        .and(Self::CONTACT)
        .and(Self::SERIES)
        .and(Self::SHORT);

    /// Whether one of `others` is among them.
    #[inline]
    pub(crate) const fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These and those.
    #[inline]
    pub(crate) const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// Where the signs of a text stand, in order; those of a row of figures at its last byte.
#[derive(Debug)]
pub(crate) struct Places(Vec<(u32, Signs)>);

impl Places {
    /// Those of `text`.
    pub(crate) fn of(text: &str) -> Self {
        const BYTES_A_SIGN: usize = 24;
        let (words, mut places, text) = (&*WORDS, Self(Vec::with_capacity(text.len() / BYTES_A_SIGN)), text.as_bytes());
        let mut rest = text;
        loop {
            rest = sieve::silent(rest, |place| words.drawers[place] == 0);
            if rest.is_empty() {
                break;
            }
            let (place, behind) = sieve::sign(rest);
            rest = match words.drawers[place] {
                0 => behind,
                FIGURE => figures(text, rest, behind, &mut places),
                word => {
                    let time = if when::OPENINGS.stands(rest) { Signs::TIME } else { Signs::NONE };
                    places.push(text.len() - rest.len(), words.standing(rest, word).and(time));
                    behind
                }
            };
        }
        places
    }

    fn push(&mut self, at: usize, signs: Signs) {
        if signs != Signs::NONE {
            self.0.push((at as u32, signs));
        }
    }

    /// Where `sign` stands in `span`, counted from its beginning.
    pub(crate) fn within(&self, sign: Signs, span: Span) -> impl Iterator<Item = usize> {
        debug_assert!(Signs::PLACED.has(sign), "the places of this sign are not kept");
        let inside = &self.0[self.0.partition_point(|(at, _)| *at < span.start)..];
        let inside = inside.iter().take_while(move |(at, _)| *at < span.end);
        inside.filter(move |(_, signs)| signs.has(sign)).map(move |(at, _)| (at - span.start) as usize)
    }

    /// Each place and what stands there.
    pub(crate) fn all(&self) -> &[(u32, Signs)] {
        &self.0
    }

    /// Only what somebody asks for, once blocks know what they hold.
    pub(super) fn asked_for(mut self) -> Self {
        self.0.retain(|(_, signs)| signs.has(Signs::PLACED));
        self.0.shrink_to_fit();
        self
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
    let checked = CHECKED.iter().flat_map(|(sign, words)| words.iter().map(|word| (*word, *sign)));
    money.chain(capitals).chain(called).chain(series).chain(wide).chain(others).chain(checked)
}

/// Words that rules look for.
const CHECKED: [(Signs, &[&str]); 11] = [
    (Signs::ANNOUNCING, &["：", ":", "以下", "下列", "下面", "如下"]),
    (Signs::FIRST, &["一是", "①"]),
    (Signs::AND_OTHERS, &["等"]),
    (Signs::AMONG, &["其中"]),
    (Signs::SHARE, &["%", "％", "﹪", "‰", "百分", "分之"]),
    (Signs::MONTH, &["月"]),
    (Signs::PHONE, &["电话", "手机", "热线", "座机"]),
    (Signs::MAIL, &["邮箱", "电子邮件", "mail"]),
    (Signs::PERSON, &["联"]),
    (Signs::ATTACHMENT, &["附件"]),
    (Signs::SHORT, &["简称"]),
];

/// A word that is a sign.
struct Word {
    letters: &'static [u8],
    sign: Signs,
    /// The next word in its drawer.
    next: u8,
}

/// The words, in drawers by their first character. A drawer holds the number of its first word, counted from one.
struct Words {
    drawers: Box<[u8; PLACES]>,
    all: Vec<Word>,
}

/// What drawers of figures hold, which are no words.
const FIGURE: u8 = u8::MAX;
/// What drawers hold of what only begins times.
const TIME: u8 = u8::MAX - 1;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut filed = Words { drawers: Box::new([0; PLACES]), all: Vec::new() };
    for (letters, sign) in words() {
        filed.file(letters, sign);
    }
    for figure in "0123456789０１２３４５６７８９".split("") {
        if !figure.is_empty() {
            let (drawer, _) = sieve::sign(figure.as_bytes());
            debug_assert!(matches!(filed.drawers[drawer], 0 | FIGURE), "{figure} and a word share a drawer");
            filed.drawers[drawer] = FIGURE;
        }
    }
    for (place, drawer) in filed.drawers.iter_mut().enumerate() {
        if *drawer == 0 && when::OPENINGS.begins(place) {
            *drawer = TIME;
        }
    }
    filed
});

impl Words {
    fn file(&mut self, letters: &'static str, sign: Signs) {
        let (drawer, _) = sieve::sign(letters.as_bytes());
        self.all.push(Word { letters: letters.as_bytes(), sign, next: self.drawers[drawer] });
        debug_assert!(self.all.len() < usize::from(TIME), "a drawer holds a number of one byte");
        self.drawers[drawer] = self.all.len() as u8;
    }

    /// The signs that the words are with which `text` begins, of those in a drawer from `word` on.
    fn standing(&self, text: &[u8], mut word: u8) -> Signs {
        let mut signs = Signs::NONE;
        while let Some(Word { letters, sign, next }) = self.all.get(usize::from(word).wrapping_sub(1)) {
            // words differ most in their last byte
            let may_stand = text.get(letters.len() - 1) == letters.last();
            if may_stand && text.starts_with(letters) || *sign == Signs::CONTACT && is_parted(text, letters) {
                signs = signs.and(*sign);
            }
            word = *next;
        }
        signs
    }
}

/// Whether `text` may begin with a label of two characters set apart by blanks: 电　话.
fn is_parted(text: &[u8], label: &[u8]) -> bool {
    const CHARACTER: usize = 3;
    // how blanks of any width begin, and some signs
    let blank = |rest: &[u8]| matches!(rest, [0..=0x20, ..] | [0xc2 | 0xe1 | 0xe2, ..] | [0xe3, 0x80, 0x80, ..]);
    text.get(CHARACTER..).is_some_and(blank) && label.len() > CHARACTER && text.starts_with(&label[..CHARACTER])
}

/// What stands behind the figures with which `here`, an end of `text`, begins; `behind` the first character, where it is none
/// but in their drawer. Seven figures may be a number to call, and so may an area code before a dash, and 400; four before a
/// mark and another are those of a year.
fn figures<'t>(text: &[u8], here: &'t [u8], behind: &'t [u8], places: &mut Places) -> &'t [u8] {
    const PHONE: usize = 7;
    const AREA: usize = 3;
    let (mut count, mut rest) = (0, here);
    while let [b'0'..=b'9', more @ ..] | [0xef, 0xbc, 0x90..=0x99, more @ ..] = rest {
        (count, rest) = (count + 1, more);
    }
    if count == 0 {
        return behind;
    }
    places.push(text.len() - here.len(), Signs::TIME);
    let (end, run) = (text.len() - rest.len(), &here[..here.len() - rest.len()]);
    let begins = |signs: &[&str]| signs.iter().any(|sign| rest.starts_with(sign.as_bytes()));
    let service = || run.windows(AREA).any(|code| matches!(code, b"400" | b"800"));
    if count >= PHONE || count >= AREA && (begins(&["-", "—", "－"]) || service()) {
        places.push(end - 1, Signs::CONTACT);
    }
    if run.last() == Some(&b'1') && begins(&["）", ")"]) {
        places.push(end - 1, Signs::FIRST);
    }
    if matches!(run, [.., b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9']) && matches!(rest, [b'.' | b'-', b'0'..=b'9', ..]) {
        places.push(end, Signs::DOTTED);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> Signs {
        Places::of(text).all().iter().fold(Signs::NONE, |all, (_, signs)| all.and(*signs))
    }

    #[test]
    fn every_word_is_found() {
        for (word, sign) in words() {
            let text = format!("一𠮷{word}0");
            assert!(Places::of(&text).all().iter().any(|(at, signs)| *at as usize == "一𠮷".len() && signs.has(sign)), "{word}");
        }
        assert_eq!(signs("按照要求做好工作，2022年完成。"), Signs::TIME);
    }

    #[test]
    fn whom_to_call_is_told_by_labels_and_figures() {
        for text in ["电 话", "地　址", "3380216", "０７５０－３３８", "0750-338", "400 123", "10800", "拨打"] {
            assert!(signs(text).has(Signs::CONTACT), "{text}");
        }
        for text in ["电、话", "338021", "2022年", "12-34", "各地、各部门"] {
            assert!(!signs(text).has(Signs::CONTACT), "{text}");
        }
    }
}
