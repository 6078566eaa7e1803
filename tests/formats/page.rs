//! The page: that it is whole, that both sides lead to each other, and that a document cannot break out of it.
//! What a browser makes of it is in `tests/browser.rs`.

use std::collections::BTreeSet;

use gongwen::{
    Extraction, Options, Origin,
    output::{Lang, Settings},
    reading::Quote,
    source,
};
use scraper::{Html, Selector};

use crate::{sample, written};

fn page(extraction: Extraction) -> String {
    written("html", extraction, &Settings::default())
}

fn all<'p>(page: &'p Html, selector: &str) -> Vec<scraper::ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn it_is_whole_and_fetches_nothing() {
    let text = page(sample());
    let page = Html::parse_document(&text);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    assert!(all(&page, "link, img, script[src], iframe, a[href]").is_empty());
    assert!(!text.contains("http://") && !text.contains("https://") && !text.contains("url("));
}

#[test]
fn the_text_is_there_in_full() {
    let extraction = sample();
    let want = extraction.document.text.as_str().replace('\n', "");
    let text = page(extraction);
    let page = Html::parse_document(&text);
    let shown: String = all(&page, ".text p").iter().flat_map(|it| it.text()).collect();
    assert_eq!(shown, want);
}

#[test]
fn every_entry_leads_to_its_words_and_every_mark_to_its_entry() {
    let text = page(sample());
    let page = Html::parse_document(&text);
    let entries: BTreeSet<_> = all(&page, ".item").iter().map(|it| it.attr("data-id").unwrap()).collect();
    let marks: BTreeSet<_> = all(&page, "mark").iter().flat_map(|it| it.attr("data-ids").unwrap().split(' ')).collect();
    for id in ["t1", "t2", "t3", "d1", "d2", "d3", "b1", "c1", "h-title", "h-number", "h-date"] {
        assert!(entries.contains(id) && marks.contains(id), "{id}: {entries:?} {marks:?}");
    }
    assert!(marks.is_subset(&entries), "{marks:?} {entries:?}");
    let words = |id: &str| -> String {
        all(&page, "mark").iter().filter(|it| it.attr("data-ids").unwrap().split(' ').any(|it| it == id)).flat_map(|it| it.text()).collect()
    };
    assert_eq!(words("d1"), "2024年5月4日17:00前");
    assert_eq!(words("t1"), "请各乡（镇）于2024年5月4日17:00前报送材料");
    assert_eq!(words("c1"), "联系人：欧阳静，电话：0750-3380216");
}

#[test]
fn deadlines_stand_in_the_order_of_time() {
    let text = page(sample());
    let page = Html::parse_document(&text);
    let order: Vec<_> = all(&page, ".line .item").iter().map(|it| it.attr("data-id").unwrap()).collect();
    assert_eq!(order, ["d1", "d2", "d3"]);
}

#[test]
fn a_document_cannot_break_out() {
    let nasty = "关于<svg/onload=alert(1)>的通知\n\"><svg/onload='alert(2)'>：\n请于2024年5月4日前报送5<6&lt;\u{202e}。\n";
    let decoded = source::decode(nasty.as_bytes(), None).unwrap();
    let mut extraction = Extraction::of(decoded, &Options { name: Some("</title><script>3</script>".to_owned()), ..Options::default() });
    let title = Quote { text: "<script>alert(3)</script>' onclick='".into(), span: Origin { start: 0, end: 3 } };
    extraction.record.header.title = Some(title);
    let text = page(extraction);
    let page = Html::parse_document(&text);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    assert_eq!(all(&page, "script").len(), 1);
    assert!(all(&page, "svg, img, [onload], [onclick]").is_empty());
    assert!(all(&page, ".text").len() == 1 && !text.contains('\u{202e}'));
    let shown = |selector: &str, words: &str| all(&page, selector).iter().any(|it| it.text().collect::<String>().contains(words));
    assert!(shown(".text p", "关于<svg/onload=alert(1)>的通知"), "{text}");
    assert!(shown("h1", "<script>alert(3)</script>' onclick='"));
    assert!(shown(".file", "</title><script>3</script>"));
}

#[test]
fn headings_follow_the_language_and_the_documents_words_do_not() {
    let english = written("html", sample(), &Settings { lang: Lang::En, ..Settings::default() });
    assert!(english.contains("lang=\"en\"") && english.contains(">Time line <") && english.contains("云岭县水务局"));
    assert!(page(sample()).contains("lang=\"zh-CN\"") && page(sample()).contains(">时间线 <"));
}

#[test]
fn the_whole_text_is_shown_and_rows_are_tables() {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let walk = ignore::WalkBuilder::new("corpus").standard_filters(false).build().map(|entry| entry.unwrap().into_path());
    let mut cells = 0;
    for path in walk.filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        let decoded = source::decode(&std::fs::read(&path).unwrap(), None).unwrap();
        let extraction = Extraction::of(decoded, &Options::default());
        let reading = squeezed(extraction.document.text.as_str());
        let page = Html::parse_document(&page(extraction));
        let shown = squeezed(&all(&page, ".text").iter().flat_map(|it| it.text()).collect::<String>());
        // bars of Markdown part cells and are not shown
        assert_eq!(shown.replace('|', ""), reading.replace('|', ""), "{}", path.display());
        cells += all(&page, ".text td").len();
    }
    assert!(cells > 100, "only {cells} cells");
}
