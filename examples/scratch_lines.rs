//! scratch
#![allow(clippy::print_stdout)]
use gongwen::{Options, read};
fn main() {
    let mut args = std::env::args().skip(1);
    let mode = args.next().unwrap();
    let text = std::fs::read_to_string(args.next().unwrap()).unwrap();
    for line in text.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            println!("{line}");
            continue;
        }
        let body = line.replace("|", "\n");
        let date = if mode.contains('n') { "" } else { "2022年3月25日" };
        let doc = format!(
            "海川市教育局关于开展2022年春季校园安全检查的通知\n\n海教发〔2022〕15号\n\n各县（市、区）教育局：\n\n现将有关事项通知如下：\n\n一、有关要求\n\n{body}\n\n海川市教育局\n{date}\n"
        );
        let r = read(&doc, &Options::default()).unwrap();
        println!("{line}");
        if mode.contains('d') {
            for d in &r.deadlines {
                println!(
                    "    {:?} {}..{} {} {:?} {:?} [{}]",
                    d.kind,
                    d.start.as_deref().unwrap_or("-"),
                    d.end.as_deref().unwrap_or("-"),
                    d.rrule.as_deref().unwrap_or(""),
                    d.inferred,
                    d.anchor.as_ref().map(|a| format!("{} {} {}", a.duration, a.workdays, a.event.as_ref().map_or("", |e| &e.text))),
                    d.quote.text
                );
            }
        }
        if mode.contains('r') {
            for x in &r.references {
                let j = |v: &Vec<gongwen::reading::Quote>| v.iter().map(|q| q.text.clone()).collect::<Vec<_>>().join("/");
                println!(
                    "    《{}》 #{} @{} art={} alias={} x{} {:?}",
                    x.title.as_ref().map_or("", |t| &t.text),
                    x.doc_number.as_ref().map_or("", |t| &t.quote.text),
                    j(&x.issuers),
                    j(&x.articles),
                    x.alias.as_ref().map_or("", |t| &t.text),
                    x.mentions.len(),
                    x.kind
                );
            }
        }
    }
}
