//! The identity of the document: the elements of GB/T 9704-2012.

mod attachments;
mod issuers;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    lexicon::GENRES,
    phrase::{date, doc_number::DocNumber},
    reading::{Quote, Reading},
    span::{Found, Span},
    structure::{Document, PartKind, without_bracket},
};

/// The elements of head and tail, and what a web page adds. 版头、主体首尾和版记的各要素，以及网页所附信息。
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Header {
    /// The mark at the head of the page. 发文机关标志（红头）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuing_mark: Option<Quote>,
    /// The number of this copy. 份号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_number: Option<Quote>,
    /// Secrecy and its term. 密级和保密期限。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<Quote>,
    /// Urgency. 紧急程度。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Quote>,
    /// The document number. 发文字号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_number: Option<Number>,
    /// Who signed it off. 签发人。
    pub signatories: Vec<Quote>,
    /// The title of the document itself. 标题（转发、印发的，为本通知的标题）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Quote>,
    /// The kind of document, as its title ends. 文种。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<Quote>,
    /// To whom it is addressed, one organ each. 主送机关，每个机关一条。
    pub recipients: Vec<Quote>,
    /// Who signs; failing that, as title, mark or page data name them. 发文机关：以署名为准，无署名的依标题、标志或网页信息。
    pub issuers: Vec<Quote>,
    /// The day it was written. 成文日期。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// The list of attachments. 附件说明。
    pub attachments: Vec<Attachment>,
    /// The note under the date. 附注。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Quote>,
    /// How far it is public. 公开方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<Disclosure>,
    /// Who gets a copy, one organ each. 抄送机关，每个机关一条。
    pub cc: Vec<Quote>,
    /// Who printed it. 印发机关。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printer: Option<Quote>,
    /// The day it was printed. 印发日期。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub print_date: Option<Day>,
    /// What a web page adds around the document. 网页在文件之外附加的信息。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Page>,
}

/// A document number; `text` is canonical (〔〕, no blanks) and need not be literal. 发文字号；text 为规范形式，不一定与原文逐字相同。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Number {
    /// The number in canonical form, with its place. 规范形式及位置。
    #[serde(flatten)]
    pub quote: Quote,
    /// The agency's code. 机关代字。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The year. 年份。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// The serial number. 序号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<u32>,
}

/// A day as written and as ISO 8601 date. 日期：原文写法和 ISO 8601 日期。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Day {
    /// As written. 原文写法。
    #[serde(flatten)]
    pub quote: Quote,
    /// `YYYY-MM-DD`; absent where there is no such day. ISO 8601 日期；历法中无此日的不给出。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub date: Option<Date>,
}

/// A line of the list of attachments. 附件说明中的一项。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attachment {
    /// Its number. 附件顺序号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    /// Its title. 附件名称。
    #[serde(flatten)]
    pub quote: Quote,
    /// The id of the part that holds its body, where it is present. 附件正文所在部分的 id（正文随文的）。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
}

/// How far the document is public. 公开方式。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Disclosure {
    /// One of 主动公开, 依申请公开, 不予公开. 主动公开、依申请公开或不予公开。
    pub text: String,
    /// The words that say so, as （此件公开发布）. 据以判断的原文。
    pub basis: Quote,
}

/// What a web page adds around the document. 网页在文件之外附加的信息。
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page {
    /// The index number. 索引号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_number: Option<Quote>,
    /// Who put it on the web. 发布机构。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Quote>,
    /// The day it was put on the web (`YYYY-MM-DD`). 发布日期。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub published: Option<Date>,
    /// Where the page has it from. 信息来源。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Quote>,
    /// The subject class. 主题分类。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Quote>,
    /// The path to the page. 当前位置（导航路径）。
    pub breadcrumbs: Vec<Quote>,
}

/// Reads the header.
pub(super) fn extract(reading: &Reading<'_>) -> Header {
    let Document { head, tail, page, .. } = reading.document;
    let quote = |span: Option<Span>| span.map(|span| reading.quote(span));
    let quotes = |spans: &[Span]| spans.iter().map(|span| reading.quote(*span)).collect::<Vec<_>>();
    // an order without a title of its own goes by that of what it publishes
    let enclosed = || reading.document.parts.iter().find(|part| part.kind == PartKind::Enclosure).and_then(|part| part.title);
    let title = head.title.or(page.title).or_else(enclosed);
    Header {
        issuing_mark: quote(head.issuing_mark),
        copy_number: quote(head.copy_number),
        secrecy: quote(head.secrecy),
        urgency: quote(head.urgency),
        doc_number: head.doc_number.or(page.doc_number).and_then(|span| number(reading, span)),
        signatories: quotes(if head.signatories.is_empty() { &tail.signatories } else { &head.signatories }),
        title: quote(title),
        genre: title.and_then(|span| genre(reading, span)).map(|span| reading.quote(span)),
        recipients: quotes(&head.recipients),
        issuers: issuers::find(reading, title).iter().map(|span| reading.quote(*span)).collect(),
        date: tail.date.or(head.date).or(page.written).and_then(|span| day(reading, span)),
        attachments: attachments::find(reading),
        note: quote(tail.note),
        disclosure: tail.disclosure.or(page.disclosure).and_then(|span| disclosure(reading, span)),
        cc: quotes(&tail.cc),
        printer: quote(tail.printer),
        print_date: tail.print_date.and_then(|span| day(reading, span)),
        page: page_data(reading),
    }
}

/// The document number under `span`, canonical.
pub(super) fn number(reading: &Reading<'_>, span: Span) -> Option<Number> {
    let words = reading.document.text.slice(span);
    // the number of an order may stand on two lines: 海川市人民政府令, 第12号
    let joined = words.replace('\n', "");
    let Some(found) = DocNumber::line(&joined) else {
        // the mark above it may be that of two organs
        return words.rfind('\n').and_then(|end| number(reading, span.slice(end + 1..words.len())));
    };
    let DocNumber { text, agency, year, serial } = found.value;
    let place = reading.place(if joined.len() < words.len() { span } else { span.slice(found.range) });
    let agency = (!agency.is_empty()).then_some(agency);
    Some(Number { quote: Quote { text: text.into(), span: place }, agency, year, serial })
}

/// 文种: the last word of the title. 复函 is a 函, and 令 a 命令 only in name.
fn genre(reading: &Reading<'_>, title: Span) -> Option<Span> {
    let words = reading.document.text.slice(title);
    let core = without_bracket(words);
    // a title may go on in the next line within the word, and its last word may be set wide: 批 复
    let whole: String = core.split_whitespace().collect();
    let genre = GENRES.of(&whole).unwrap_or_else(|| last_two(&whole));
    let genre = genre.strip_prefix("复").filter(|rest| *rest == "函").unwrap_or(genre);
    let last = genre.chars().count().checked_sub(1)?;
    let (start, _) = core.char_indices().rev().filter(|(_, c)| !c.is_whitespace()).nth(last)?;
    Some(title.slice(start..core.len()))
}

/// The last two signs: most Chinese nouns have two.
fn last_two(words: &str) -> &str {
    words.char_indices().nth_back(1).map_or(words, |(at, _)| &words[at..])
}

fn day(reading: &Reading<'_>, span: Span) -> Option<Day> {
    let words = reading.document.text.slice(span);
    let figures = || date::in_figures(words).map(|value| Found { value, range: 0..words.len() });
    let found = date::find(words).into_iter().next().or_else(figures)?;
    Some(Day { quote: reading.quote(span.slice(found.range)), date: Some(found.value) })
}

fn disclosure(reading: &Reading<'_>, span: Span) -> Option<Disclosure> {
    let basis = reading.quote(span);
    let text = match basis.text.as_str() {
        words if words.contains("依申请") => "依申请公开",
        words if words.contains("不予") || words.contains("不公开") || words.contains("免予") => "不予公开",
        words if words.contains("公开") => "主动公开",
        _ => return None,
    };
    Some(Disclosure { text: text.to_owned(), basis })
}

fn page_data(reading: &Reading<'_>) -> Option<Page> {
    let page = &reading.document.page;
    let quote = |span: Option<Span>| span.map(|span| reading.quote(span));
    let data = Page {
        index_number: quote(page.index_number),
        publisher: quote(page.publisher),
        published: page.published.and_then(|span| day(reading, span)).and_then(|day| day.date),
        source: quote(page.source),
        topic: quote(page.topic),
        breadcrumbs: page.breadcrumbs.iter().map(|span| reading.quote(*span)).collect(),
    };
    (data != Page::default()).then_some(data)
}
