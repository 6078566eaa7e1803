//! Names of persons: `李明远`, `欧阳静`, `李　明` and `李 明 远` (set apart to align), `阿不都·热合曼`; with a title `李明远主任`; by surname
//! and title alone `王主任`, `苏老师`, `何经理`.
//!
//! A Chinese name is a surname (see `surname`) and one or two characters. Nothing in the text marks its end but what
//! follows: punctuation, a figure, a title, a word like 电话. Such a grammar reads a name where one is expected (behind
//! 联系人：), and is not meant to find names in running text: [`find`] only looks behind labels.
//!
//! Not read: organs and desks (办公室), words that begin like a surname (安排, 高度).

mod label;
mod surname;
mod words;

use std::sync::LazyLock;

use super::{Parsed, date::is_blank};
use crate::{
    lexicon::{Prefixes, Suffixes},
    pattern::is_han,
    phrase::numeral::is_figure,
    span::Found,
};
pub(crate) use words::DESKS;
use words::{FOLLOWERS, TITLES, is_desk, is_word};

/// [`TITLES`] at the head of a text, and at its end; where one begins another the longer one decides.
static TITLE: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(TITLES.iter().copied()));
static TITLE_END: LazyLock<Suffixes> = LazyLock::new(|| Suffixes::new(TITLES.iter().copied()));
/// What may follow a name without a mark between.
static FOLLOWER: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(TITLES.iter().chain(FOLLOWERS).copied()));

/// A person as a document names one.
///
/// ```
/// use gongwen::phrase::person::Person;
/// let (rest, person) = Person::parse("李明远主任，电话").unwrap();
/// assert_eq!((person.name.as_str(), person.title.as_deref(), rest), ("李明远", Some("主任"), "，电话"));
/// assert_eq!(Person::parse("何经理）").unwrap().1.name, "何经理");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name without blanks; with the title where only surname and title are given (`何经理`).
    pub name: String,
    /// 主任 of 李明远主任.
    pub title: Option<String>,
}

impl Person {
    /// Reads a name at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with a name that ends where a name may end.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        let chinese = || surname::length(i).and_then(|surname| titled(i, surname).or_else(|| chinese(i, surname)));
        let name = minority(i).or_else(chinese).ok_or(nom::Err::Error(()))?;
        let title = TITLE.of(&i[name..]).filter(|title| !i[..name].ends_with(title));
        let end = name + title.map_or(0, |t| t.len());
        let compact = i[..name].chars().filter(|c| !is_blank(*c)).collect();
        Ok((&i[end..], Self { name: compact, title: title.map(str::to_owned) }))
    }
}

/// 王主任, 苏老师: surname and title.
fn titled(i: &str, surname: usize) -> Option<usize> {
    TITLE.of(&i[surname..]).map(|title| surname + title.len())
}

/// 李明远, 李 明, 欧阳静: all Han characters there are, or as many of two as leave something that may follow a name.
fn chinese(i: &str, surname: usize) -> Option<usize> {
    let mut ends = i[surname..].char_indices().take_while(|(_, c)| is_han(*c)).map(|(at, c)| surname + at + c.len_utf8());
    let end = match (ends.next(), ends.next(), ends.next()) {
        (None, ..) => return spaced(i, surname),
        (Some(one), Some(two), Some(_)) => [two, one].into_iter().find(|end| follows(&i[*end..])),
        (one, two, _) => two.or(one),
    };
    end.filter(|end| !is_word(&i[..*end]))
}

/// 李　明: one character behind blanks, and then no more Han.
fn spaced(i: &str, surname: usize) -> Option<usize> {
    let rest = &i[surname..];
    let blanks = rest.chars().take_while(|c| is_blank(*c)).count();
    let inner = rest.trim_start_matches(is_blank);
    let given = inner.chars().next().filter(|c| is_han(*c))?;
    let behind = &inner[given.len_utf8()..];
    let alone = !behind.starts_with(is_han) || follows(behind);
    let end = i.len() - inner.len() + given.len_utf8();
    ((1..=3).contains(&blanks) && alone).then(|| end + third(behind, blanks))
}

/// The length of the last sign of a name of which each sign is set apart alike: 明 远 of 李 明 远.
fn third(behind: &str, blanks: usize) -> usize {
    let inner = behind.trim_start_matches(is_blank);
    let apart = behind[..behind.len() - inner.len()].chars().count() == blanks;
    let last = inner.chars().next().filter(|c| apart && is_han(*c));
    let end = last.map_or(0, char::len_utf8);
    if inner[end..].starts_with(is_han) { 0 } else { last.map_or(0, |_| behind.len() - inner.len() + end) }
}

/// Whether a name may end before `rest`.
fn follows(rest: &str) -> bool {
    let another = rest.strip_prefix(['和', '与', '及']).is_some_and(|rest| surname::length(rest).is_some());
    another || FOLLOWER.of(rest).is_some()
}

/// 阿不都·热合曼: Han on both sides of a dot.
fn minority(i: &str) -> Option<usize> {
    let first = han(i);
    if !(1..=8).contains(&i[..first].chars().count()) {
        return None;
    }
    let mut end = first;
    for _ in 0..3 {
        let Some(dot) = i[end..].chars().next().filter(|c| ['·', '•', '・', '．'].contains(c)) else { break };
        let piece = &i[end + dot.len_utf8()..];
        let given = han(piece);
        let title = TITLE_END.of(&piece[..given]).map_or(given, |title| given - title.len());
        if given == 0 {
            break;
        }
        end += dot.len_utf8() + title;
        if title < given {
            break;
        }
    }
    (end > first).then_some(end)
}

/// The length in bytes of the Han signs with which `i` begins, of so many as a name may have.
fn han(i: &str) -> usize {
    const LONGEST: usize = 12;
    i.chars().take(LONGEST).take_while(|c| is_han(*c)).map(char::len_utf8).sum()
}

/// The persons that labels in `text` name (联系人：李明远、欧阳静). Behind a label any two to four characters that stand
/// alone are a name, though the surname be unknown.
///
/// ```
/// use gongwen::phrase::person::find;
/// let found = find("联系人：李明远、欧阳静，电话0750-3380216");
/// assert_eq!(found.iter().map(|f| f.value.name.as_str()).collect::<Vec<_>>(), ["李明远", "欧阳静"]);
/// ```
pub fn find(text: &str) -> Vec<Found<Person>> {
    label::ends(text).flat_map(|at| names(text, at, |i| Person::parse(i).or_else(|_| unknown(i)))).collect()
}

/// Whether `text` ends with a post or form of address: 办公室主任, 科长.
///
/// ```
/// assert!(gongwen::phrase::person::ends_with_title("市教育局副局长"));
/// assert!(!gongwen::phrase::person::ends_with_title("市教育局"));
/// ```
pub fn ends_with_title(text: &str) -> bool {
    TITLE_END.of(text).is_some()
}

/// The names at `at`, parted by 、 or blanks.
pub fn list(text: &str, at: usize) -> Vec<Found<Person>> {
    names(text, at, Person::parse)
}

fn names<'t>(text: &'t str, at: usize, one: impl Fn(&'t str) -> Parsed<'t, Person>) -> Vec<Found<Person>> {
    let mut found = Vec::new();
    let mut start = at;
    while let Ok((rest, value)) = one(&text[start..]) {
        let end = text.len() - rest.len();
        found.push(Found { value, range: start..end });
        let next = text.len() - rest.trim_start_matches(['、', '，', ',', '/', '和', '及', '与', ' ', '\u{3000}', '；']).len();
        if next == end {
            break;
        }
        start = next;
    }
    found
}

/// A name by its place alone: two to four Han characters up to a mark, no common word, no organ.
fn unknown(i: &str) -> Parsed<'_, Person> {
    const LONGEST: usize = 4;
    let length: usize = i.chars().take_while(|c| is_han(*c)).take(LONGEST + 1).map(char::len_utf8).sum();
    let (name, rest) = i.split_at(length);
    let marked = rest.is_empty() || rest.starts_with(|c: char| "，。；、（(：,; 　\n".contains(c) || is_figure(c));
    let named = (2..=LONGEST).contains(&name.chars().count()) && marked && !is_word(name) && !is_desk(name);
    if named { Ok((rest, Person { name: name.to_owned(), title: None })) } else { Err(nom::Err::Error(())) }
}
