//! The documents and laws cited.
//!
//! A title in 《》 counts where it is that of a law, a standard or an official document (`genre`) and not the
//! document's own or its enclosure's (`own`). What stands behind it (number, 以下简称) is read by `follow`. A document
//! may be cited by its number alone. Not counted: titles inside a title, forms, newspapers, books.

mod alias;
mod book;
mod follow;
mod genre;
mod number;
mod own;

use serde::{Deserialize, Serialize};

use super::{
    Id,
    header::{Header, Number},
};
use crate::{
    lexicon::{picked, short},
    phrase::{
        doc_number::DocNumber,
        title::{self, Title},
    },
    reading::{Block, Cues, Place, Quote, Reading},
    span::{Found, Origin},
};
use book::Book;
use follow::Follow;
use own::Own;

/// A document or law that is cited, once however often it is named. 引用的文件或法律；多次提及只列一条。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reference {
    /// `r1`, `r2`, … 编号。
    pub id: Id,
    /// The title without 《》. 名称，不含书名号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Quote>,
    /// The document number, canonical. 发文字号，规范形式。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_number: Option<Number>,
    /// Who issued it, where the text says so. 发文机关（原文写明的）。
    pub issuers: Vec<Quote>,
    /// A law (a regulation, a standard) or a document. 类别：法律法规标准，或一般文件。
    pub kind: Kind,
    /// The articles cited. 所引条款。
    pub articles: Vec<Quote>,
    /// As 以下简称 defines it. 以下简称。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<Quote>,
    /// Every place that names it, aliases included. 提及它的全部位置，含简称。
    pub mentions: Vec<Origin>,
}

/// What is cited. 引用的类别。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReferenceKind"))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A law, regulation or standard. 法律、法规、规章或标准。
    Law,
    /// A document. 文件。
    Document,
}

/// Finds the references in a document that has `header`.
pub(super) fn extract(reading: &Reading<'_>, header: &Header) -> Vec<Reference> {
    let mut own = Own::of(reading, header);
    let mut book = Book::default();
    // 附件说明, signature, contact and colophon cite nothing
    let cues = Cues::TITLE | Cues::NUMBER | Cues::CAPITAL;
    for block in reading.blocks.iter().filter(|b| b.place != Place::Tail && b.cues.intersects(cues)) {
        read_block(reading, block, &mut own, &mut book);
    }
    book.mark_aliases(reading);
    book.into_references(reading)
}

/// A title with what stands behind it.
struct Cited {
    found: Found<Title>,
    /// The words of the title, without the number that may stand with them in its marks.
    words: std::ops::Range<usize>,
    follow: Follow,
    /// Index of its number.
    number: Option<usize>,
}

/// The titles of `text`, but for short forms that are being defined: the one in 以下简称《条例》 is no mention of its own.
fn titles(text: &str, cues: Cues, numbers: &[Found<DocNumber>]) -> Vec<Cited> {
    let mut titles: Vec<Cited> = Vec::new();
    let mut defined = 0;
    let found = if cues.intersects(Cues::TITLE) { title::find(text) } else { Vec::new() };
    for mut found in found {
        if found.range.start < defined {
            continue;
        }
        let words = number::before_own(text, &mut found, numbers);
        let follow = Follow::read(text, found.range.end, numbers);
        defined = follow.end.max(follow.alias.as_ref().map_or(0, |alias| alias.end));
        titles.push(Cited { number: follow.number, found, words, follow });
        share_bracket(text, &mut titles);
    }
    titles
}

/// Deals out the numbers of one bracket to the titles before it: 《…》《…》（海财〔2020〕1号、2号）.
fn share_bracket(text: &str, titles: &mut [Cited]) {
    let Some((first, count)) = titles.last().and_then(|last| Some((last.number?, last.follow.numbers))) else { return };
    let joined = |pair: &[Cited]| matches!(&text[pair[0].follow.end..pair[1].found.range.start], "" | "、" | "和" | "及" | "与");
    let bare = |pair: &&[Cited]| pair[0].number.is_none() && joined(pair);
    let run = 1 + titles.windows(2).rev().take_while(bare).count();
    if count > 1 && run == count {
        titles.iter_mut().rev().zip((first..first + count).rev()).for_each(|(title, number)| title.number = Some(number));
    }
}

/// Whether the words before a title make it the rule for an act: 依据, 按照, 符合.
fn governs(before: &str) -> bool {
    short::ends_with(before, picked!(bases: ground | rule | model | duty | test | by))
}

/// Enters what one block cites.
fn read_block(reading: &Reading<'_>, block: &Block, own: &mut Own, book: &mut Book) {
    let text = reading.text(block);
    let numbers = number::find(text, block);
    let mut taken = vec![false; numbers.len()];
    let grounds = number::grounds(text, &numbers);
    for Cited { found, words, follow, number } in titles(text, block.cues, &numbers) {
        let within = number::within(&numbers, &found.range);
        let inside = |number: &Found<DocNumber>| number::is_whole(&found, number) || number.range.start >= words.end;
        let whole = within.clone().find(|n| inside(&numbers[*n]));
        within.for_each(|n| taken[n] = true);
        let before = || follow::number_before(text, found.range.start, &numbers);
        let number = whole.or_else(|| number.or_else(before).filter(|n| !taken[*n]));
        number.into_iter().for_each(|n| taken[n] = true);
        let key = title::key(&found.value.text);
        if own.holds(text, &key, &found, &follow, number.map(|n| &numbers[n].value)) {
            own.note_alias(follow.alias.as_ref().map(|alias| &text[alias.clone()]));
            continue;
        }
        let place = |range: std::ops::Range<usize>| block.span.slice(range);
        let numbered = number.map(|n| (&numbers[n].value, place(grounds[n].clone())));
        let alias = follow.alias.clone().map(|alias| (&text[alias.clone()], place(alias)));
        if book.mention(&key, place(found.range.clone()), numbered, alias, follow.articles.iter().cloned().map(place)) {
            continue;
        }
        if genre::is_cited(&found.value.text, number.is_some(), governs(&text[..found.range.start])) {
            let number = number.map(|n| (&numbers[n].value, grounds[n].clone()));
            book.enter(reading, block.span, (&found, words, &key), number, &follow);
        } else if let Some(n) = number.filter(|n| numbers[*n].range.end <= found.range.start) {
            // 江公交决字〔2021〕第8号《行政处罚决定书》: the number cites by itself
            taken[n] = false;
        }
    }
    if block.place != Place::Head {
        let free = numbers.into_iter().zip(grounds).zip(taken).filter(|((number, _), taken)| !taken && !own.is_number(&number.value));
        free.for_each(|((number, ground), _)| book.enter_number(block.span, number, ground));
    }
}
