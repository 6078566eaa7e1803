//! What is the document's own: its title, what it encloses, its attachments, its number. A title in 《》 that names one
//! of them cites nothing.

mod titles;

use std::{collections::HashSet, sync::LazyLock};

use super::follow::Follow;
use crate::{
    extract::header::Header,
    lexicon::{Characters, Lists, Prefixes, joined, picked, short},
    pattern::{head, tail},
    phrase::{
        doc_number::DocNumber,
        numeral::is_figure,
        title::{self, Title, key},
    },
    reading::Reading,
    span::Found,
    structure::PartKind,
};
use titles::Titles;

/// The document's own titles, short forms and numbers.
#[derive(Debug, Default)]
pub(super) struct Own {
    titles: Titles,
    aliases: HashSet<String>,
    numbers: Vec<String>,
    /// Whether nothing that it encloses follows.
    alone: bool,
}

impl Own {
    /// Of `reading`'s document.
    pub(super) fn of(reading: &Reading<'_>, header: &Header) -> Self {
        let document = reading.document;
        let text = |span| document.text.slice(span);
        let heads = [document.head.title, document.page.title].into_iter().flatten();
        let parts = document.parts.iter().filter_map(|part| part.title);
        let attachments = document.tail.attachments.iter().map(|(_, span)| *span);
        let mut titles: Vec<String> = heads.clone().chain(parts).chain(attachments).map(|span| key(text(span))).collect();
        titles.extend(heads.filter_map(|span| enclosed(text(span))));
        let alone = document.parts.iter().all(|part| part.kind == PartKind::Letter) && document.tail.attachments.is_empty();
        // what is passed on and does not follow is cited, though the title name it
        if alone {
            let cited: Vec<String> = titles.iter().filter_map(|title| Some(title.split_once("转发")?.1.to_owned())).collect();
            titles.retain(|title| !title.contains("转发") && !cited.contains(title));
        }
        titles.retain(|title| !title.is_empty());
        // the header's number is that of the head; failing that, the page's
        let page = document.page.doc_number.filter(|_| document.head.doc_number.is_some());
        let page = page.and_then(|span| DocNumber::line(&text(span).replace('\n', ""))).map(|found| found.value.text);
        let numbers = header.doc_number.iter().map(|number| number.quote.text.to_string()).chain(page).collect();
        Self { titles: Titles::of(&titles), aliases: HashSet::new(), numbers, alone }
    }

    /// Whether `number` is the document's own.
    pub(super) fn is_number(&self, number: &DocNumber) -> bool {
        self.numbers.contains(&number.text)
    }

    /// Remembers a short form of something of its own.
    pub(super) fn note_alias(&mut self, alias: Option<&str>) {
        self.aliases.extend(alias.map(key));
    }

    /// Whether the title found in `text` is of its own. With a number that is not its own it is that of an earlier document, and
    /// so with any number where the document goes by it: that of a higher office often has the same title. `key` is that of
    /// the title.
    pub(super) fn holds(&self, text: &str, key: &str, found: &Found<Title>, follow: &Follow, number: Option<&DocNumber>) -> bool {
        let goes_by = || short::begins_with(sentence_before(&text[..found.range.start]), BASES);
        let other = number.is_some_and(|number| !self.is_number(number)) && (!self.numbers.is_empty() || goes_by());
        self.aliases.contains(key)
            || (!other && self.titles.name(key))
            || follow.attached
            || is_attachment(&text[..found.range.start])
            || is_asked_for(&text[..found.range.start], follow)
            || is_issued(text, found, follow)
                && !(self.alone && number.is_some_and(|number| !self.is_number(number)) && forwards(text, follow))
    }
}

/// The title that the document's title says it issues: 关于印发《…》的通知, 印发…方案的通知.
fn enclosed(title: &str) -> Option<String> {
    let verb = ISSUED.find_iter(title).next()?;
    let object = title[verb.end..].trim_start_matches("实施");
    let inner = match title::find(object).into_iter().next().filter(|inner| inner.range.start == 0) {
        Some(inner) => inner.value.text,
        None => object.rsplit_once('的').map_or(object, |(inner, _)| inner).to_owned(),
    };
    Some(key(&inner))
}

/// Verbs that put a document into force.
const ISSUE: &[&str] = picked!(acts: issues | forwards);

static ISSUED: LazyLock<Prefixes> = LazyLock::new(|| Prefixes::new(ISSUE.iter().copied()));

/// 附件1：《…》
fn is_attachment(before: &str) -> bool {
    let before = before.trim_end_matches(['：', ':', ' ', '.', '．', '-']).trim_end_matches(is_figure);
    before.ends_with("附件") || before.ends_with("附")
}

/// 填写《…》, 制定《…》: what is yet to be written, where no number shows that it has been.
fn is_asked_for(before: &str, follow: &Follow) -> bool {
    const VERBS: [&str; 19] = [
        "填写", "填报", "提交", "报送", "递交", "签订", "签署", "出具", "制定", "编制", "拟定", "制订", "提供", "下载", "完善", "起草",
        "草拟", "健全", "建立",
    ];
    follow.number.is_none() && follow.alias.is_none() && short::ends_with(before, &VERBS)
}

/// Whether the sentence issues what it names: 现将《…》印发给你们; 《…》已经…同意，现予公布; 我局制定了《…》，现印发….
fn is_issued(text: &str, found: &Found<Title>, follow: &Follow) -> bool {
    /// 《…》已经市政府同意.
    const PASSED: [&str; 3] = ["已", "业经", "经"];
    static FIRST: Characters = Characters::first_of(&PASSED);
    let (before, after) = (&text[..found.range.start], &text[follow.end.max(found.range.end)..]);
    if !after.starts_with(|c| FIRST.may_have(c)) && !may_be_put(before) {
        return false;
    }
    let (before, after) = (sentence_before(before), head(after, REACH));
    let end = after.find(['。', '\n']).unwrap_or(after.len());
    // …已经市政府同意。现印发给你们
    let next = after[end..].trim_start_matches(['。', '\n', ' ', '\u{3000}']);
    let reach = if next.starts_with('现') { next.find('。').map_or(after.len(), |at| after.len() - next.len() + at) } else { end };
    let after = &after[..reach];
    let put = short::ends_with(before, &["将", "将修订后的", "将修订的", "将新修订的"]);
    let passed = short::begins_with(after, &PASSED);
    let made = short::ends_with(before.trim_end_matches('了'), MADE);
    let basis = short::ends_with(before, BASES);
    (put || passed || made) && !basis && SAYS.held_by(after).has(ISSUES) && (is_now(after) || is_now(before))
}

/// Whether the sentence passes on what another organ has issued: 现将《…》（…号）转发给你们.
fn forwards(text: &str, follow: &Follow) -> bool {
    let after = head(&text[follow.end..], REACH);
    after[..after.find(['，', '。', '；', ',', '\n']).unwrap_or(after.len())].contains("转发")
}

/// Words before what a document goes by.
const BASES: &[&str] = picked!(bases: ground | rule);

/// Verbs by which a document comes about.
const MADE: &[&str] = joined!(picked!(acts: makes), &["形成", "完善", "提出"]);

/// Whether what stands before a title may end in 将 or one of [`MADE`].
fn may_be_put(before: &str) -> bool {
    const LAST: Characters = Characters::last_of(MADE);
    let before = before.trim_end().trim_end_matches('了');
    before.ends_with(|c| matches!(c, '将' | '的') || LAST.may_have(c))
}

/// Words of a sentence that issues something: that it is done now, and what is done.
static SAYS: LazyLock<Lists> = LazyLock::new(|| Lists::new([&["现将", "现予", "一并印发", "予以印发"][..], joined!(ISSUE, &["征求"])]));
const NOW: usize = 0;
const ISSUES: usize = 1;

/// Whether `text` says that it is done now: 现将, 现印发, 现公布.
fn is_now(text: &str) -> bool {
    SAYS.hits(text).iter().any(|hit| hit.list() == NOW || text[..hit.range().start].ends_with('现'))
}

/// Characters of a sentence that are looked at on either side of a title.
const REACH: usize = 160;

/// The words before a title in the same sentence.
fn sentence_before(text: &str) -> &str {
    let text = tail(text, REACH + 1);
    let start = text.rfind(['。', '\n', '；']).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    text[start..].trim()
}
