//! The formats that people read and other programs open: what comes out is parsed back by a reader of that format.

mod calendar;
mod explain;
mod markdown;
mod page;
#[cfg(feature = "formats")]
mod table;

use gongwen::{
    Extraction, Kind, Options, Origin,
    extract::{
        Id,
        budget::{self, Amount, Budget, Check, CheckKind},
        contact::{Contact, Phone, PhoneKind},
        deadline::{self, Deadline, Inferred, Moment},
        part::Section,
        task::{Actor, Basis, Modality, Role, Task},
    },
    output::{self, Settings},
    phrase::{clock::Clock, money::Currency},
    reading::Quote,
    source,
};

const TEXT: &str = "云岭县水务局关于报送“节水,2024”材料的通知\n云水函〔2024〕7号\n各乡（镇）人民政府：\n一、时间安排\n请各乡（镇）于2024年5月4日17:00前报送材料;活动从6月1日到30日。每月25日前报送进度|情况。\n二、经费\n补助5万元。联系人：欧阳静，电话：0750-3380216。\n=HYPERLINK(\"x\")\n云岭县水务局\n2024年4月1日\n";

/// A document with one of everything, put together by hand: what the formats make of it must not hang on what
/// the extractors find.
fn sample() -> Extraction {
    let decoded = source::decode(TEXT.as_bytes(), None).unwrap();
    let mut it = Extraction::of(decoded, &Options { name: Some("dir/a,b.txt".to_owned()), ..Options::default() });
    let section = it.record.parts[0].sections.first().map(|section: &Section| section.id.clone());
    let record = &mut it.record;
    record.header.issuers = vec![quote("云岭县水务局")];
    record.deadlines = vec![
        deadline(1, "2024年5月4日17:00前", deadline::Kind::By, (None, Some("2024-05-04T17:00")), &[1]),
        deadline(2, "6月1日到30日", deadline::Kind::During, (Some("2024-06-01"), Some("2024-06-30")), &[]),
        Deadline {
            rrule: Some("FREQ=MONTHLY;BYMONTHDAY=25".into()),
            ..deadline(3, "每月25日前", deadline::Kind::Recurring, (None, None), &[2])
        },
    ];
    record.tasks = vec![
        task(1, "请各乡（镇）于2024年5月4日17:00前报送材料", "各乡（镇）", "报送材料", &[1], section.clone()),
        task(2, "每月25日前报送进度|情况", "", "报送进度|情况", &[3], section),
        task(3, "=HYPERLINK(\"x\")", "", "=HYPERLINK(\"x\")", &[], None),
    ];
    record.budgets = vec![Budget {
        id: Id::new(Kind::Budgets, 1),
        quote: quote("5万元"),
        section: None,
        amount: Amount { value: 50_000.into(), currency: Currency::CNY },
        item: Some(quote("补助")),
        role: budget::Role::Total,
        quantity: None,
        unit_price: None,
        parent: None,
        check: Some(Box::new(Check { kind: CheckKind::Sum, stated: 50_000.into(), computed: 60_000.into(), ok: false })),
    }];
    record.contacts = vec![Contact {
        id: Id::new(Kind::Contacts, 1),
        quote: quote("联系人：欧阳静，电话：0750-3380216"),
        name: Some(quote("欧阳静")),
        role: Some(quote("联系人")),
        organization: None,
        phones: vec![Phone { quote: quote("0750-3380216"), kind: PhoneKind::Landline, masked: false }],
        emails: vec![],
        address: None,
        postcode: None,
        url: None,
        purpose: None,
    }];
    it
}

fn quote(words: &str) -> Quote {
    let start = TEXT.find(words).unwrap() as u32;
    Quote { text: words.into(), span: Origin { start, end: start + words.len() as u32 } }
}

fn deadline(number: u32, words: &str, kind: deadline::Kind, (start, end): (Option<&str>, Option<&str>), tasks: &[u32]) -> Deadline {
    Deadline {
        id: Id::new(Kind::Deadlines, number),
        quote: quote(words),
        section: None,
        tasks: tasks.iter().map(|number| Id::new(Kind::Tasks, *number)).collect(),
        kind,
        start: start.map(moment),
        end: end.map(moment),
        inferred: Inferred::default(),
        rrule: None,
        anchor: None,
    }
}

/// A day or moment, as it prints.
fn moment(iso: &str) -> Moment {
    let (day, clock) = iso.split_once('T').map_or((iso, None), |(day, clock)| (day, Some(clock)));
    let clock = clock
        .and_then(|it| it.split_once(':'))
        .map(|(hour, minute)| Clock { hour: hour.parse().unwrap(), minute: minute.parse().unwrap() });
    Moment { date: day.parse().unwrap(), clock }
}

fn task(number: u32, words: &str, actor: &str, action: &str, deadlines: &[u32], section: Option<String>) -> Task {
    let actors = Some(actor).filter(|name| !name.is_empty());
    let own = quote(words).span.start + words.find(actor).unwrap() as u32;
    let place = Origin { start: own, end: own + actor.len() as u32 };
    let actors =
        actors.map(|name| Actor { quote: Quote { text: name.into(), span: place }, role: Role::Responsible, basis: Basis::Explicit });
    Task {
        id: Id::new(Kind::Tasks, number),
        quote: quote(words),
        section: section.map(Into::into),
        actors: actors.into_iter().collect(),
        action: Some(quote(action)),
        modality: Modality::Must,
        deadlines: deadlines.iter().map(|number| Id::new(Kind::Deadlines, *number)).collect(),
        condition: None,
        targets: vec![],
        submit_to: None,
    }
}

/// The whole output for one document.
fn written(format: &str, extraction: Extraction, settings: &Settings) -> String {
    let format = output::format(format).unwrap();
    format!("{}{}{}", format.open(settings), format.document(extraction, settings), format.close(settings))
}

#[test]
fn names_are_unlike_and_every_format_says_what_it_is_good_for() {
    let mut names: Vec<_> = output::FORMATS.iter().map(|format| format.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), output::FORMATS.len());
    assert!(output::FORMATS.iter().all(|format| !format.about().is_empty() && !format.about().ends_with('.')));
    assert!(output::format("xml").is_none());
}

#[test]
fn text_is_what_spans_point_into() {
    let extraction = sample();
    let span = extraction.record.tasks[0].quote.span;
    let text = written("text", extraction, &Settings::default());
    assert_eq!(&text[span.range()], "请各乡（镇）于2024年5月4日17:00前报送材料");
}
