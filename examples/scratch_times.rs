//! scratch
#![allow(clippy::print_stdout)]
use gongwen::{Extraction, Options, phrase::when, source::decode};
fn main() {
    for file in std::env::args().skip(1) {
        let d = decode(&std::fs::read(&file).unwrap(), None).unwrap();
        let e = Extraction::of(d, &Options::default());
        let text = e.document.text.as_str();
        println!(
            "=== {file} date={:?} title={:?}",
            e.record.header.date.as_ref().and_then(|d| d.date),
            e.record.header.title.as_ref().map(|t| t.text.clone())
        );
        for f in when::find(text) {
            let o = e.document.text.origin(gongwen::Span::new(f.range.start, f.range.end));
            let hit = e.record.deadlines.iter().find(|d| d.quote.span.start <= o.start && o.end <= d.quote.span.end);
            let a = text[..f.range.start].char_indices().rev().take(28).last().map_or(0, |(i, _)| i);
            let b = text[f.range.end..].char_indices().nth(28).map_or(text.len(), |(i, _)| f.range.end + i);
            let m = match hit {
                Some(d) => {
                    format!("+ {:?} {}..{} {:?}", d.kind, d.start.as_deref().unwrap_or("-"), d.end.as_deref().unwrap_or("-"), d.inferred)
                }
                None => "-".into(),
            };
            println!(
                "{m}\t{}【{}】{}",
                text[a..f.range.start].replace('\n', "⏎"),
                &text[f.range.clone()].replace('\n', "⏎"),
                text[f.range.end..b].replace('\n', "⏎")
            );
        }
        for d in &e.record.deadlines {
            if d.inferred.contains(&"event") {
                println!("NAMED {:?} {:?} {:?} {}", d.kind, d.start, d.end, d.quote.text);
            }
        }
    }
}
