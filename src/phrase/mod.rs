//! What the language says in one breath: a numeral, a date, an amount of money, a document number.
//!
//! One file a kind of value: the type, the words that say it and the examples that show it. A grammar takes
//! `&str` and knows no document; what a value means *in a document* (is this date a deadline?) is judged by
//! [`extract`](crate::extract). Each kind can be used on its own:
//!
//! - `parse`, of its type or its module, is a [nom](https://docs.rs/nom) parser at the head of a text,
//! - `find` lists all places of a text where the kind occurs, left to right and disjoint.
//!
//! | kind | reads | begin with |
//! | --- | --- | --- |
//! | time as it is said, its bounds and gaps | 2022年5月4日前, 自印发之日起30日内 | [`when::find`], [`when::When::resolve`] |
//! | full date | 二〇二二年三月二十一日 | [`date::parse`], [`date::find`] |
//! | period, and its parts | 3月中下旬, 第三季度, “十四五”期间 | [`period::parse`], [`year::parse`], [`quarter::parse`], [`month::parse`], [`plan::parse`] |
//! | recurrence (RFC 5545) | 每季度首月10日前 | [`recurrence::parse`] |
//! | length (ISO 8601), working days | 5个工作日 | [`duration::parse`], [`workday::Workdays`] |
//! | time of day, weekday, festival | 下午3点半, 周五, 春节前 | [`clock::parse`], [`weekday::parse`], [`festival::parse`] |
//! | title, article, document number, standard | 《…》, 第五条第二款, 海政发〔2022〕10号, GB/T 9704—2012 | [`title::find`], [`article::find`], [`doc_number::find`], [`standard::find`] |
//! | amount, quantity, share, bound | 3.26万元, 不少于2个, 95%以上 | [`money::find`], [`quantity::find`], [`percent::find`], [`bound::before`] |
//! | person, telephone, e-mail, address | 欧阳静, 0700-1234567 | [`person::find`], [`phone::find`], [`email::find`], [`address::find`], [`postcode::find`], [`url::find`] |
//!
//! The grammars read the *repaired* text: no blanks inside numbers and dates. Figures and punctuation may be
//! half- or full-width.

pub mod actor;
pub mod address;
pub mod agency;
pub mod article;
pub mod bound;
pub mod clock;
pub mod date;
pub(crate) mod division;
pub mod doc_number;
pub mod duration;
pub mod email;
pub mod event;
pub mod festival;
pub mod interval;
pub(crate) mod level;
pub mod measure;
pub mod money;
pub mod month;
pub mod numeral;
pub mod percent;
pub mod period;
pub mod person;
pub mod phone;
pub mod plan;
pub mod postcode;
pub mod quantity;
pub mod quarter;
pub(crate) mod receiver;
pub mod recurrence;
pub mod side;
pub mod standard;
pub mod title;
pub mod url;
pub mod weekday;
pub mod when;
pub mod workday;
pub mod year;

use crate::lexicon::short;

/// What a grammar returns: the rest of the input and the value. The error says nothing on purpose: scanning
/// a text tries and fails at nearly every character, and building messages costs a quarter of the speed.
pub type Parsed<'i, T> = nom::IResult<&'i str, T, ()>;

/// The meaning of the first of `words` that the input begins with. Longer words stand before shorter ones.
fn keyword<'i, T: Copy>(words: &'static [(&'static str, T)]) -> impl Fn(&'i str) -> Parsed<'i, T> {
    move |i| {
        let said = words.iter().find(|(word, _)| short::begins(i, word));
        said.map(|(word, meaning)| (&i[word.len()..], *meaning)).ok_or(nom::Err::Error(()))
    }
}

/// The character at the head of `i`, or a line end where nothing is left.
#[inline]
fn head(i: &str) -> char {
    i.chars().next().unwrap_or('\n')
}

/// What a grammar gives that finds nothing.
const fn none<T>() -> Parsed<'static, T> {
    Err(nom::Err::Error(()))
}

/// A character that is one of a kind: [`one_of`](nom::character::complete::one_of) without a search.
#[inline]
fn sign<'i>(of: impl Fn(char) -> bool) -> impl Fn(&'i str) -> Parsed<'i, char> {
    move |i| match i.chars().next() {
        Some(c) if of(c) => Ok((&i[c.len_utf8()..], c)),
        _ => none(),
    }
}

/// Nothing, where a character of a kind follows, or the text ends, nothing is found.
#[inline]
fn unless<'i>(of: impl Fn(char) -> bool) -> impl Fn(&'i str) -> Parsed<'i, ()> {
    move |i| if i.chars().next().is_some_and(&of) { none() } else { Ok((i, ())) }
}

/// `trim`, which most texts have no need of: they begin and end with Chinese characters, known by their first byte.
#[inline]
pub(crate) fn trimmed(text: &str) -> &str {
    match *text.as_bytes() {
        [0xe4..=0xe9, .., 0xe4..=0xe9, _, _] | [0xe4..=0xe9, _, _] => text,
        _ => text.trim(),
    }
}
