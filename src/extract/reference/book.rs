//! The citations of a document, one entry each, however often it is named.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use super::super::Id;
use super::{Reference, alias, follow::Follow, genre};
use crate::{
    extract::header::Number,
    lexicon::{Lists, joined, picked},
    phrase::{
        agency, date,
        doc_number::DocNumber,
        title::{Title, key},
    },
    reading::{Quote, Reading},
    span::{Found, Span},
};

/// One cited document; places are of the reading.
#[derive(Debug, Default)]
struct Entry {
    title: Option<Span>,
    number: Option<(DocNumber, Span)>,
    issuers: Vec<Span>,
    articles: Vec<Span>,
    alias: Option<Span>,
    mentions: Vec<Span>,
}

/// All that is cited, in the order in which it is first named.
#[derive(Debug, Default)]
pub(super) struct Book {
    entries: Vec<Entry>,
    /// Entries by title and short form.
    names: HashMap<String, usize>,
    /// Entries by document number.
    numbers: HashMap<String, usize>,
}

/// The [`key`] of a title for looking it up: 中华人民共和国 before a law's name may be left out.
fn name(key: &str) -> &str {
    key.strip_prefix("中华人民共和国").unwrap_or(key)
}

impl Book {
    /// Notes another mention of what goes by the title of `title_key`, and its number and short form where none was known; says whether
    /// something does.
    /// Another number means another document of the same title.
    pub(super) fn mention(
        &mut self,
        title_key: &str,
        place: Span,
        number: Option<(&DocNumber, Span)>,
        alias: Option<(&str, Span)>,
        articles: impl Iterator<Item = Span>,
    ) -> bool {
        let Some(&at) = self.names.get(name(title_key)) else { return false };
        let entry = &mut self.entries[at];
        match (&entry.number, number) {
            (Some((known, _)), Some((number, _))) if known.text != number.text => return false,
            (None, Some((number, place))) => {
                self.numbers.entry(number.text.clone()).or_insert(at);
                entry.number = Some((number.clone(), place));
            }
            _ => {}
        }
        if let Some((alias, place)) = alias.filter(|_| entry.alias.is_none()) {
            self.names.entry(name(&key(alias)).to_owned()).or_insert(at);
            entry.alias = Some(place);
        }
        entry.mentions.push(place);
        entry.articles.extend(articles);
        true
    }

    /// Enters a title, which comes with its key, and the number that belongs to it. `block` is the place of the text in which it was found.
    pub(super) fn enter(
        &mut self,
        reading: &Reading<'_>,
        block: Span,
        (found, words, title_key): (&Found<Title>, Range<usize>, &str),
        number: Option<(&DocNumber, Range<usize>)>,
        follow: &Follow,
    ) {
        let text = reading.document.text.slice(block);
        let place = |range: &Range<usize>| block.slice(range.clone());
        let span = place(&found.range);
        let issuers = issuers_before(text, found.range.start).iter().map(place).collect::<Vec<_>>();
        let alias = follow.alias.as_ref().map(|alias| key(&text[alias.clone()]));
        for key in std::iter::once(title_key).chain(alias.as_deref()) {
            self.names.entry(name(key).to_owned()).or_insert(self.entries.len());
        }
        if let Some((number, _)) = &number {
            self.numbers.entry(number.text.clone()).or_insert(self.entries.len());
        }
        self.entries.push(Entry {
            title: Some(place(&words)),
            number: number.map(|(number, ground)| (number.clone(), place(&ground))),
            issuers: if issuers.is_empty() { self.shared_issuers(reading, span) } else { issuers },
            articles: follow.articles.iter().map(place).collect(),
            alias: follow.alias.as_ref().map(place),
            mentions: vec![span],
        });
    }

    /// The issuers of the entry right before, where only 、 stands between: one organ, several titles.
    fn shared_issuers(&self, reading: &Reading<'_>, span: Span) -> Vec<Span> {
        let Some(last) = self.entries.last().filter(|last| last.number.is_none()) else { return Vec::new() };
        let end = last.mentions.first().map_or(span.end, |m| m.end);
        let joined = end <= span.start && matches!(reading.document.text.slice(Span { start: end, end: span.start }), "" | "、");
        if joined { last.issuers.clone() } else { Vec::new() }
    }

    /// Enters a document cited by its number alone, which is read off `ground`.
    pub(super) fn enter_number(&mut self, block: Span, number: Found<DocNumber>, ground: Range<usize>) {
        let place = block.slice(number.range);
        let ground = block.slice(ground);
        let at = *self.numbers.entry(number.value.text.clone()).or_insert(self.entries.len());
        match self.entries.get_mut(at) {
            Some(entry) => entry.mentions.push(place),
            None => self.entries.push(Entry { number: Some((number.value, ground)), mentions: vec![place], ..Entry::default() }),
        }
    }

    /// Notes the places where a short form stands without 《》: 义务教育法 after 以下简称义务教育法.
    pub(super) fn mark_aliases(&mut self, reading: &Reading<'_>) {
        let text = reading.document.text.as_str();
        let aliases: Vec<_> = self.entries.iter().map(|entry| entry.alias.map(|alias| alias.range())).collect();
        for (entry, places) in self.entries.iter_mut().zip(alias::places(text, &aliases)) {
            let length = entry.alias.map_or(0, |alias| alias.len());
            let places = places.into_iter().filter(|at| !in_title(&text[..*at])).map(|at| Span::new(at, at + length));
            entry.mentions = merged(std::mem::take(&mut entry.mentions), places);
        }
    }

    /// The records.
    pub(super) fn into_references(self, reading: &Reading<'_>) -> Vec<Reference> {
        self.entries.into_iter().enumerate().map(|(n, entry)| entry.into_reference(reading, n + 1)).collect()
    }
}

/// Whether `before` ends within 《》: 教育法 in 《职业教育法》 is another law. A title that begins there is the short form itself.
fn in_title(before: &str) -> bool {
    const REACH: usize = 60;
    let mut near = before.char_indices().rev().take(REACH);
    near.find(|(_, c)| matches!(c, '《' | '》' | '\n')).is_some_and(|(at, c)| c == '《' && !before[at + c.len_utf8()..].is_empty())
}

/// `known` and those of `places` that lie in none of it, both in order.
fn merged(known: Vec<Span>, places: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut mentions = Vec::with_capacity(known.len());
    let mut known = known.into_iter().peekable();
    for place in places {
        while let Some(mention) = known.next_if(|mention| mention.start <= place.start) {
            mentions.push(mention);
        }
        if !mentions.last().is_some_and(|last| last.contains(place)) {
            mentions.push(place);
        }
    }
    mentions.extend(known);
    mentions
}

impl Entry {
    fn into_reference(self, reading: &Reading<'_>, n: usize) -> Reference {
        let quotes = |spans: &[Span]| spans.iter().map(|span| reading.quote(*span)).collect();
        let title: Option<Quote> = self.title.map(|span| reading.quote(span));
        Reference {
            id: Id::new(crate::Kind::References, n as u32),
            kind: match (&title, &self.number) {
                (_, Some((number, _))) if super::number::is_standard(number) => super::Kind::Law,
                (Some(title), _) => genre::kind(&title.text),
                (None, _) => super::Kind::Document,
            },
            title,
            doc_number: self.number.map(|(number, place)| record(reading, number, place)),
            issuers: quotes(&self.issuers),
            articles: quotes(&self.articles),
            alias: self.alias.map(|span| reading.quote(span)),
            mentions: self.mentions.iter().map(|span| reading.document.text.origin(*span)).collect(),
        }
    }
}

fn record(reading: &Reading<'_>, number: DocNumber, place: Span) -> Number {
    let DocNumber { text, agency, year, serial } = number;
    let agency = (!agency.is_empty()).then_some(agency);
    Number { quote: Quote { text: text.into(), span: reading.place(place) }, agency, year, serial }
}

/// Words on which a title rests, behind which its issuers are named.
const BASIS: &[&str] = picked!(bases: ground | rule | model | duty | test | about);

static BASES: LazyLock<Lists> = LazyLock::new(|| Lists::of_one(BASIS));

/// What its issuers did with it, between them and its title: 市教育局联合市财政局制定印发的《…》.
const ISSUED: &[&str] = joined!(picked!(acts: issues | makes), &["联合", "文件"]);

/// The organs named right before a title: 省教育厅、省财政厅《…》.
fn issuers_before(text: &str, at: usize) -> Vec<Range<usize>> {
    let before = text[..at].trim_end_matches(['的', ' ']);
    let before = ISSUED.iter().fold(before, |t, w| t.strip_suffix(w).unwrap_or(t));
    let start = before
        .rfind(['，', '。', '；', '：', '》', '）', ')', '\n', '（', '“', ','])
        .map_or(0, |p| p + before[p..].chars().next().map_or(1, char::len_utf8));
    let basis = BASES.held_by(&before[start..]).of(BASIS).filter_map(|w| before[start..].rfind(w).map(|p| p + w.len())).max();
    let start = start + basis.unwrap_or(0);
    let near = before[start..].char_indices().rev().nth(80).map_or(0, |(at, _)| at);
    let list = before[start + near..].trim_start_matches(['和', '及', '与', '、', '由']);
    // 2014年6月30日市人民政府发布的《…》
    let list = date::parse(list).map_or(list, |(rest, _)| rest);
    let start = before.len() - list.len();
    if !agency::ends_like_organ(list) {
        return Vec::new();
    }
    agency::split_list(list)
        .into_iter()
        .map(|r| start + r.start..start + r.end)
        .filter(|r| agency::ends_like_organ(&text[r.clone()]) && !text[r.clone()].starts_with(['你', '我', '本', '贵']))
        .collect()
}
