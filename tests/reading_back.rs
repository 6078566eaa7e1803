//! A record that was written as JSON is read back as it was.

use std::{fs, path::Path};

use gongwen::{
    Kind, Lang, OffsetUnit, Options, Origin, Record, extract::Id, extract::deadline::Moment, output, output::Settings,
    phrase::money::Currency, source,
};

#[test]
fn every_record_of_the_corpus_reads_back() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let texts = ignore::Walk::new(corpus).flatten().map(ignore::DirEntry::into_path);
    let mut count = 0;
    for path in texts.filter(|path| path.extension().is_some_and(|it| it == "txt")) {
        let bytes = fs::read(&path).expect("a file");
        let Ok(decoded) = source::decode(&bytes, None) else { continue };
        let extraction = gongwen::Extraction::of(decoded, &Options { name: Some(path.display().to_string()), ..Options::default() });
        let record = extraction.record.clone();
        let json = output::format("json").expect("a format").document(extraction, &Settings::default());
        assert_eq!(serde_json::from_str::<Record>(&json).expect("a record"), record, "{}", path.display());
        count += 1;
    }
    assert!(count > 60, "{count} documents");
}

#[test]
fn spans_count_in_the_text_that_is_given() {
    // a byte-order mark and the first bytes of a picture are text where text is what was given
    for head in ["\u{feff}", "GIF89a格式的图片"] {
        let text = format!("{head}关于开展检查的通知\n各县（区）教育局：\n请各县（区）教育局于2024年5月4日前报送名单。\n");
        let record = gongwen::read(&text, &Options::default()).expect("text");
        let quote = &record.tasks[0].quote;
        assert_eq!(&text[quote.span.range()], &*quote.text);
    }
}

#[test]
fn values_read_back() {
    for id in ["t1", "tb20", "d3", "r4294967295"] {
        assert_eq!(id.parse::<Id>().map(|id| id.to_string()), Ok(id.to_owned()));
    }
    for moment in ["2024-02-29", "2024-05-04T17:30", "2024-05-04T24:00"] {
        assert_eq!(moment.parse::<Moment>().map(|moment| moment.to_string()), Ok(moment.to_owned()));
    }
    assert_eq!(serde_json::from_str::<Origin>("[3,9]").expect("a place"), Origin { start: 3, end: 9 });
    for kind in Kind::ALL {
        assert_eq!(kind.key().parse(), Ok(kind));
    }
    assert_eq!(("utf16".parse(), "en".parse()), (Ok(OffsetUnit::Utf16), Ok(Lang::En)));
    assert_eq!("USD".parse::<Currency>().map(|currency| currency.to_string()), Ok("USD".to_owned()));
}

#[test]
fn what_no_record_says_is_refused() {
    for id in ["", "t", "1", "x1", "t-1", "t4294967296", "t1 "] {
        assert!(id.parse::<Id>().is_err(), "{id}");
    }
    for moment in ["2023-02-29", "2024-05-04T", "2024-05-04T7:30", "2024-05-04T24:30", "2024-05-04 17:30", "5月4日"] {
        assert!(moment.parse::<Moment>().is_err(), "{moment}");
    }
    assert!("task".parse::<Kind>().is_err() && "UTF-8".parse::<OffsetUnit>().is_err() && "de".parse::<Lang>().is_err());
    for currency in ["cny", "元", "CN", "CNYX"] {
        assert!(currency.parse::<Currency>().is_err(), "{currency}");
    }
    let record = gongwen::read("关于开展检查的通知\n", &Options::default()).expect("a text");
    let json = serde_json::to_string(&record).expect("JSON").replacen("\"version\":\"1\"", "\"version\":\"2\"", 1);
    let refused = serde_json::from_str::<Record>(&json).expect_err("another version");
    assert!(refused.to_string().contains("a record of version 2"), "{refused}");
}
