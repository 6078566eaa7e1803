//! Headers of whole documents, as dumps have them: `key value`, lists parted by ` | `; and the parts, `kind title`.

use gongwen::{Record, extract::Header, reading::Quote};

/// What is told of a header, and the kinds and titles of the parts but the first.
fn show(text: &str) -> Vec<String> {
    let record = gongwen::read(text, &gongwen::Options::default()).expect("the text of a test can be read");
    let mut told = fields(&record.header);
    told.extend(parts(&record));
    told
}

fn fields(header: &Header) -> Vec<String> {
    let one = |quote: &Option<Quote>| quote.as_ref().map(|quote| quote.text.to_string());
    let all = |quotes: &[Quote]| quotes.iter().map(|quote| quote.text.as_str()).collect::<Vec<_>>().join(" | ");
    let list = |quotes: &[Quote]| Some(all(quotes)).filter(|words| !words.is_empty());
    let page = header.page.as_ref();
    let told = [
        ("number", header.doc_number.as_ref().map(|number| number.quote.text.to_string())),
        ("title", one(&header.title)),
        ("to", list(&header.recipients)),
        ("by", list(&header.issuers)),
        ("signed", list(&header.signatories)),
        ("date", header.date.as_ref().and_then(|day| day.date).map(|day| day.to_string())),
        ("note", one(&header.note)),
        ("index", page.and_then(|page| one(&page.index_number))),
        ("published", page.and_then(|page| page.published).map(|day| day.to_string())),
        ("source", page.and_then(|page| one(&page.source))),
    ];
    told.into_iter().filter_map(|(key, value)| Some(format!("{key} {}", value?))).collect()
}

fn parts(record: &Record) -> Vec<String> {
    let title = |part: &gongwen::extract::Part| part.title.as_ref().map_or_else(String::new, |quote| quote.text.to_string());
    record.parts.iter().skip(1).map(|part| format!("{} {}", format!("{:?}", part.kind).to_lowercase(), title(part))).collect()
}

#[test]
fn heads_of_dumps() {
    super::hold(include_str!("header.cases"), 19, show);
}
