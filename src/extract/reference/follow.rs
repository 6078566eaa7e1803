//! What stands behind a title: （国办发〔2021〕5号，以下简称《意见》）第五条.

use std::{ops::Range, sync::LazyLock};

use crate::{
    lexicon::Prefixes,
    pattern::head,
    phrase::{article, doc_number::DocNumber},
    span::Found,
};

/// What the words behind a title say of it. Ranges are of the text that was read.
#[derive(Debug, Default)]
pub(super) struct Follow {
    /// Index of its number.
    pub(super) number: Option<usize>,
    /// How many numbers stand there, one behind the other.
    pub(super) numbers: usize,
    /// The short form that it gets.
    pub(super) alias: Option<Range<usize>>,
    /// Whether it is marked as an attachment: （附件1）, （见附件）.
    pub(super) attached: bool,
    /// The articles cited.
    pub(super) articles: Vec<Range<usize>>,
    /// Where all this ends.
    pub(super) end: usize,
}

impl Follow {
    /// Reads what stands behind the title that ends at `at`.
    pub(super) fn read(text: &str, at: usize, numbers: &[Found<DocNumber>]) -> Self {
        let mut follow = Self { end: at, ..Self::default() };
        follow.number = number_at(text, at, numbers);
        if let Some(number) = follow.number {
            follow.end = numbers[number].range.end;
        }
        while let Some(bracket) = bracket(text, follow.end) {
            follow.take_bracket(text, bracket, numbers);
        }
        let rest = &text[follow.end..];
        if follow.alias.is_none()
            && let Some(inner) = rest.strip_prefix(['，', ','])
        {
            const REACH: usize = 40;
            let start = text.len() - inner.len();
            follow.alias = alias(text, start..start + head(inner, REACH).len());
        }
        follow.articles = articles(text, follow.end);
        follow
    }

    /// Takes in a bracket: number, 以下简称, 附件, or something else that belongs to the title.
    fn take_bracket(&mut self, text: &str, bracket: Range<usize>, numbers: &[Found<DocNumber>]) {
        let first = numbers.partition_point(|n| n.range.start < bracket.start);
        let inside = numbers[first..].iter().take_while(|n| n.range.end <= bracket.end).count();
        if inside > 0 && self.number.is_none() {
            (self.number, self.numbers) = (Some(first), inside);
        }
        self.alias = self.alias.take().or_else(|| alias_in(text, bracket.clone()));
        let inside = &text[bracket.clone()];
        self.attached |= inside.contains("附件") || inside.contains("附后") || inside.contains("附表");
        self.end = bracket.end + text[bracket.end..].chars().next().map_or(0, char::len_utf8);
    }
}

/// The number that stands right behind a title.
fn number_at(text: &str, at: usize, numbers: &[Found<DocNumber>]) -> Option<usize> {
    let next = numbers.partition_point(|n| n.range.start < at);
    numbers.get(next).filter(|n| text[at..n.range.start].trim().is_empty()).map(|_| next)
}

/// The number that stands right before a title: 国务院令第588号公布的《…》.
pub(super) fn number_before(text: &str, at: usize, numbers: &[Found<DocNumber>]) -> Option<usize> {
    let joins =
        |between: &str| matches!(between.trim(), "" | "公布的" | "发布的" | "印发的" | "颁布的" | "文件" | "文" | "文印发的" | "号文");
    let last = numbers.partition_point(|n| n.range.end <= at).checked_sub(1)?;
    joins(&text[numbers[last].range.end..at]).then_some(last)
}

/// The inside of the round bracket that opens at `at`.
fn bracket(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].trim_start_matches([' ', '\u{3000}']);
    let inner = rest.strip_prefix(['（', '('])?;
    let start = text.len() - inner.len();
    let mut depth = 1;
    let close = inner.char_indices().take(120).find(|(_, c)| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    Some(start..start + close.0)
}

/// The alias that a bracket defines, wherever in it.
fn alias_in(text: &str, bracket: Range<usize>) -> Option<Range<usize>> {
    let start = CALLED.find_iter(&text[bracket.clone()]).next().map(|word| word.start);
    start.and_then(|at| alias(text, bracket.start + at..bracket.end))
}

/// Words that define a short form; where one is the end of another the longer stands first.
const WORDS: [&str; 6] = ["以下简称", "以下统称", "以下称", "下简称", "下称", "简称"];

/// The alias at the head of `range`: 以下简称《条例》, 以下简称“义务教育法”, 以下简称条例.
static CALLED: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(WORDS));

fn alias(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let words = &text[range.clone()];
    let rest = &words[CALLED.of(words)?.len()..];
    let rest = rest.trim_start_matches(['为', '：', ':', ' ', '《', '“', '"', '〈', '‘']);
    let end = rest.find(['》', '”', '"', '〉', '’', '，', '。', '；', ',', '）', ')']).unwrap_or(rest.len());
    let start = range.end - rest.len();
    let name = rest[..end].trim_end();
    (!name.is_empty() && name.chars().count() <= 20).then(|| start..start + name.len())
}

/// The articles named right behind a title: 第五条、第六条.
fn articles(text: &str, at: usize) -> Vec<Range<usize>> {
    const REACH: usize = 90;
    let rest = text[at..].trim_start_matches(['的', ' ']);
    let start = text.len() - rest.len();
    if !rest.starts_with('第') {
        return Vec::new();
    }
    let mut articles: Vec<Range<usize>> = Vec::new();
    for found in article::find(head(rest, REACH)) {
        let last = articles.last().map_or(start, |last| last.end);
        let range = start + found.range.start..start + found.range.end;
        let between = &text[last..range.start];
        if !(matches!(between, "" | "规定") || article::joined(between)) {
            break;
        }
        articles.push(range);
    }
    articles
}
