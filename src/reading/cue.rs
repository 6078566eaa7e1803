//! Where cues stand in a text, found in one pass for all who look for something: a block without the name of a currency
//! holds no amount, one without 号 no document number, and a rule about shares looks at lines with %. Most blocks hold no
//! cue that somebody needs, and are then not read by him at all. Where a time may begin is noted by the way.
//!
//! A cue may stand where there is nothing to be found; it is never missing where there is.

use std::sync::LazyLock;

use bitflags::bitflags;

use crate::{
    lexicon::{
        joined, picked,
        sieve::{self, PLACES},
    },
    phrase::{money, quantity, when},
    span::Span,
};

bitflags! {
    /// Cues that stand in a block, or at one place.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) struct Cues: u32 {
        /// The name or sign of a currency.
        const MONEY = 1;
        /// 号, with which document numbers end.
        const NUMBER = 1 << 1;
        /// A capital letter, with which numbers of standards begin.
        const CAPITAL = 1 << 2;
        /// 《.
        const TITLE = 1 << 3;
        /// A label, a sign or figures that may say whom to call.
        const CONTACT = 1 << 4;
        /// 二是 or another second number of a series within a paragraph.
        const SERIES = 1 << 5;
        /// 单位：, which names the unit of a table's figures.
        const UNIT = 1 << 6;
        /// Blanks that may part columns.
        const WIDE = 1 << 7;
        /// ：, 以下: what announces a list.
        const ANNOUNCING = 1 << 8;
        /// 一是, ①, 1）: the first item of a list.
        const FIRST = 1 << 9;
        /// 等.
        const AND_OTHERS = 1 << 10;
        /// 其中.
        const AMONG = 1 << 11;
        /// %, 百分, 分之.
        const SHARE = 1 << 12;
        /// 月.
        const MONTH = 1 << 13;
        /// The first mark of 2024.5.4.
        const DOTTED = 1 << 14;
        /// 电话.
        const PHONE = 1 << 15;
        /// 邮箱.
        const MAIL = 1 << 16;
        /// 联, with which 联系人 begins.
        const PERSON = 1 << 17;
        /// 附件.
        const ATTACHMENT = 1 << 18;
        /// 简称.
        const SHORT = 1 << 20;
        /// Where a time may begin.
        const TIME = 1 << 19;
        /// Where a number of things may begin.
        const COUNT = 1 << 21;
        /// Cues whose places somebody asks for. Of the others it is enough to know which blocks hold them.
        const PLACED = Self::ANNOUNCING.bits()
            | Self::FIRST.bits()
            | Self::AND_OTHERS.bits()
            | Self::AMONG.bits()
            | Self::SHARE.bits()
            | Self::MONTH.bits()
            | Self::DOTTED.bits()
            | Self::PHONE.bits()
            | Self::MAIL.bits()
            | Self::PERSON.bits()
            | Self::NUMBER.bits()
            | Self::ATTACHMENT.bits()
            | Self::TITLE.bits()
            | Self::CONTACT.bits()
            | Self::SERIES.bits()
            | Self::SHORT.bits()
            | Self::COUNT.bits()
            | Self::MONEY.bits();
    }
}

/// Where the cues of a text stand, in order; those of a row of figures at its last byte.
#[derive(Debug)]
pub(crate) struct Places(Vec<(u32, Cues)>);

impl Places {
    /// Those of `text`.
    pub(crate) fn of(text: &str) -> Self {
        const BYTES_A_SIGN: usize = 24;
        let (words, mut places, text) = (&*WORDS, Self(Vec::with_capacity(text.len() / BYTES_A_SIGN)), text.as_bytes());
        let mut rest = text;
        loop {
            rest = sieve::silent(rest, |code| words.drawers[sieve::place(code)] == 0);
            if rest.is_empty() {
                break;
            }
            let (place, behind) = sieve::sign(rest);
            rest = match words.drawers[place] {
                0 => behind,
                FIGURE => figures(text, rest, behind, &mut places),
                word => {
                    let cues = if word == TIME { Cues::empty() } else { words.standing(rest, word) };
                    let time = if when::OPENINGS.stands(place, behind) { Cues::TIME } else { Cues::empty() };
                    places.push(text.len() - rest.len(), cues | time);
                    behind
                }
            };
        }
        places
    }

    fn push(&mut self, at: usize, cues: Cues) {
        if !cues.is_empty() {
            self.0.push((at as u32, cues));
        }
    }

    /// Where `cue` stands in `span`, counted from its beginning.
    pub(crate) fn within(&self, cue: Cues, span: Span) -> impl Iterator<Item = usize> {
        debug_assert!(Cues::PLACED.intersects(cue), "the places of this cue are not kept");
        let inside = &self.0[self.0.partition_point(|(at, _)| *at < span.start)..];
        let inside = inside.iter().take_while(move |(at, _)| *at < span.end);
        inside.filter(move |(_, cues)| cues.intersects(cue)).map(move |(at, _)| (at - span.start) as usize)
    }

    /// Each place and what stands there.
    pub(crate) fn all(&self) -> &[(u32, Cues)] {
        &self.0
    }

    /// Only what somebody asks for, once blocks know what they hold.
    pub(super) fn asked_for(mut self) -> Self {
        self.0.retain(|(_, cues)| cues.intersects(Cues::PLACED));
        self.0.shrink_to_fit();
        self
    }
}

/// The words that are cues.
fn words() -> impl Iterator<Item = (&'static str, Cues)> {
    const CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ";
    let money = money::names().map(|name| (name, Cues::MONEY));
    let capitals = CAPITALS.split("").filter(|letter| !letter.is_empty()).map(|letter| (letter, Cues::CAPITAL));
    let called = ["邮", "@", "＠", "联系", "电话", "地址", "热线", "传真", "拨打"].map(|word| (word, Cues::CONTACT));
    let series = ["二是", "②", "第二，"].map(|word| (word, Cues::SERIES));
    let wide = ["\u{3000}\u{3000}", "   ", "\t"].map(|blanks| (blanks, Cues::WIDE));
    let others = [("号", Cues::NUMBER), ("《", Cues::TITLE), ("单位：", Cues::UNIT), ("单位:", Cues::UNIT)];
    let counts = quantity::HEADS.map(|head| (head, Cues::COUNT));
    let checked = CHECKED.iter().flat_map(|(cue, words)| words.iter().map(|word| (*word, *cue)));
    money.chain(capitals).chain(called).chain(series).chain(wide).chain(others).chain(counts).chain(checked)
}

/// Words that rules look for.
const CHECKED: [(Cues, &[&str]); 11] = [
    (Cues::ANNOUNCING, &["：", ":", "以下", "下列", "下面", "如下"]),
    (Cues::FIRST, &["一是", "①"]),
    (Cues::AND_OTHERS, &["等"]),
    (Cues::AMONG, &["其中"]),
    (Cues::SHARE, &["%", "％", "﹪", "‰", "百分", "分之"]),
    (Cues::MONTH, &["月"]),
    (Cues::PHONE, picked!(contact_labels: phone)),
    (Cues::MAIL, joined!(picked!(contact_labels: mail), &["mail"])),
    (Cues::PERSON, &["联"]),
    (Cues::ATTACHMENT, &["附件"]),
    (Cues::SHORT, &["简称"]),
];

/// A word that is a cue.
struct Word {
    letters: &'static [u8],
    cue: Cues,
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
    for (letters, cue) in words() {
        filed.file(letters, cue);
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
    fn file(&mut self, letters: &'static str, cue: Cues) {
        let (drawer, _) = sieve::sign(letters.as_bytes());
        self.all.push(Word { letters: letters.as_bytes(), cue, next: self.drawers[drawer] });
        debug_assert!(self.all.len() < usize::from(TIME), "a drawer holds a number of one byte");
        self.drawers[drawer] = self.all.len() as u8;
    }

    /// The cues that the words are with which `text` begins, of those in a drawer from `word` on.
    fn standing(&self, text: &[u8], mut word: u8) -> Cues {
        let mut cues = Cues::empty();
        while let Some(Word { letters, cue, next }) = self.all.get(usize::from(word).wrapping_sub(1)) {
            // words differ most in their last byte
            let may_stand = text.get(letters.len() - 1) == letters.last();
            if may_stand && text.starts_with(letters) || *cue == Cues::CONTACT && is_parted(text, letters) {
                cues |= *cue;
            }
            word = *next;
        }
        cues
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
    places.push(text.len() - here.len(), Cues::TIME | Cues::COUNT);
    let (end, run) = (text.len() - rest.len(), &here[..here.len() - rest.len()]);
    let begins = |signs: &[&str]| signs.iter().any(|sign| rest.starts_with(sign.as_bytes()));
    let service = || run.windows(AREA).any(|code| matches!(code, b"400" | b"800"));
    if count >= PHONE || count >= AREA && (begins(&["-", "—", "－"]) || service()) {
        places.push(end - 1, Cues::CONTACT);
    }
    if run.last() == Some(&b'1') && begins(&["）", ")"]) {
        places.push(end - 1, Cues::FIRST);
    }
    if matches!(run, [.., b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9']) && matches!(rest, [b'.' | b'-', b'0'..=b'9', ..]) {
        places.push(end, Cues::DOTTED);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues(text: &str) -> Cues {
        Places::of(text).all().iter().fold(Cues::empty(), |all, (_, cues)| all | *cues)
    }

    #[test]
    fn every_word_is_found() {
        for (word, cue) in words() {
            let text = format!("一𠮷{word}0");
            assert!(Places::of(&text).all().iter().any(|(at, cues)| *at as usize == "一𠮷".len() && cues.intersects(cue)), "{word}");
        }
        assert_eq!(cues("按照要求做好工作，2022年完成。"), Cues::TIME | Cues::COUNT);
    }

    #[test]
    fn whom_to_call_is_told_by_labels_and_figures() {
        for text in ["电 话", "地　址", "3380216", "０７５０－３３８", "0750-338", "400 123", "10800", "拨打"] {
            assert!(cues(text).intersects(Cues::CONTACT), "{text}");
        }
        for text in ["电、话", "338021", "2022年", "12-34", "各地、各部门"] {
            assert!(!cues(text).intersects(Cues::CONTACT), "{text}");
        }
    }
}
