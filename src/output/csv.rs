//! CSV for Excel and WPS: one kind of record a table, one record a row.
//!
//! UTF-8 with a byte-order mark, without which Excel reads the bytes in the system's own code page; lines end as
//! RFC 4180 has it. A cell that a spreadsheet would run as a formula is shown as text (it gets an apostrophe).

use rust_decimal::Decimal;

use super::{
    Format, Settings,
    view::{View, actors, day, list, quotes, words},
};
use crate::{
    Extraction, Kind, Origin,
    extract::{
        Id,
        budget::Budget,
        contact::Contact,
        deadline::Deadline,
        reference::Reference,
        table::Table,
        task::{Role, Task},
    },
};

/// Comma-separated values.
pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "A table for Excel or WPS: one task a row, or what --table names"
    }

    fn open(&self, settings: &Settings) -> String {
        let say = |(zh, en): (&'static str, &'static str)| settings.lang.say(zh, en).to_owned();
        format!("\u{FEFF}{}", rows([headings(settings.table).into_iter().map(say).collect()]))
    }

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        let view = View::new(&extraction, settings);
        let record = view.record;
        match settings.table {
            Kind::Tasks => table(&view, TASKS, &record.tasks),
            Kind::Deadlines => table(&view, DEADLINES, &record.deadlines),
            Kind::Budgets => table(&view, BUDGETS, &record.budgets),
            Kind::Contacts => table(&view, CONTACTS, &record.contacts),
            Kind::References => table(&view, REFERENCES, &record.references),
            Kind::Tables => rows(record.tables.iter().flat_map(|it| cells(&view, it))),
        }
    }
}

/// A column: its heading in Chinese and English, and what stands in it.
type Column<T> = (&'static str, &'static str, fn(&View<'_>, &T) -> String);

const TASKS: &[Column<Task>] = &[
    ("文件", "document", |view, _| view.name().to_owned()),
    ("编号", "id", |_, it| it.id.to_string()),
    ("责任单位", "responsible", |_, it| actors(it, Role::Responsible)),
    ("牵头单位", "lead", |_, it| actors(it, Role::Lead)),
    ("配合单位", "support", |_, it| actors(it, Role::Support)),
    ("任务", "task", |_, it| it.quote.text.to_string()),
    ("事项", "action", |_, it| words(it.action.as_ref()).to_owned()),
    ("要求", "modality", |view, it| view.lang.name(&it.modality).to_owned()),
    ("完成时限", "due", |view, it| day(view.due(it))),
    ("时限原文", "deadlines", |view, it| list(view.deadlines(it).map(|it| it.quote.text.as_str()))),
    ("前提", "condition", |_, it| words(it.condition.as_ref()).to_owned()),
    ("目标", "targets", |_, it| list(it.targets.iter().map(|it| it.quote.text.as_str()))),
    ("报送", "submit_to", |_, it| words(it.submit_to.as_ref().map(|it| &it.quote)).to_owned()),
    ("章节", "section", |view, it| view.section(it.section.as_deref()).to_owned()),
    ("原文行", "line", |view, it| view.line(it.quote.span).to_string()),
    ("原文位置", "span", |view, it| view.span(it.quote.span)),
];

const DEADLINES: &[Column<Deadline>] = &[
    ("文件", "document", |view, _| view.name().to_owned()),
    ("编号", "id", |_, it| it.id.to_string()),
    ("时限原文", "deadline", |_, it| it.quote.text.to_string()),
    ("类别", "kind", |view, it| view.lang.name(&it.kind).to_owned()),
    ("开始", "start", |_, it| day(it.start)),
    ("截止", "end", |_, it| day(it.end)),
    ("重复", "rrule", |_, it| it.rrule.as_deref().unwrap_or_default().to_owned()),
    ("起算", "anchor", |_, it| words(it.anchor.as_ref().and_then(|it| it.event.as_ref())).to_owned()),
    ("时长", "duration", |_, it| it.anchor.as_ref().map_or_else(String::new, |it| it.duration.to_string())),
    ("任务", "tasks", |_, it| it.tasks.iter().map(Id::to_string).collect::<Vec<_>>().join("、")),
    ("章节", "section", |view, it| view.section(it.section.as_deref()).to_owned()),
    ("原文行", "line", |view, it| view.line(it.quote.span).to_string()),
    ("原文位置", "span", |view, it| view.span(it.quote.span)),
];

const BUDGETS: &[Column<Budget>] = &[
    ("文件", "document", |view, _| view.name().to_owned()),
    ("编号", "id", |_, it| it.id.to_string()),
    ("用途", "item", |_, it| words(it.item.as_ref()).to_owned()),
    ("金额原文", "text", |_, it| it.quote.text.to_string()),
    ("金额", "amount", |_, it| it.amount.value.to_string()),
    ("币种", "currency", |_, it| it.amount.currency.to_string()),
    ("类别", "role", |view, it| view.lang.name(&it.role).to_owned()),
    ("数量", "quantity", |_, it| it.quantity.as_ref().map_or_else(String::new, |it| format!("{}{}", it.value, it.unit))),
    ("单价", "unit_price", |_, it| it.unit_price.as_ref().map_or_else(String::new, |it| format!("{}{}", it.value, it.unit))),
    ("所属合计", "parent", |_, it| it.parent.map_or_else(String::new, |id| id.to_string())),
    ("验算", "check", |view, it| it.check.as_ref().map_or_else(String::new, |it| check(view, it.ok, it.computed))),
    ("章节", "section", |view, it| view.section(it.section.as_deref()).to_owned()),
    ("原文行", "line", |view, it| view.line(it.quote.span).to_string()),
    ("原文位置", "span", |view, it| view.span(it.quote.span)),
];

const CONTACTS: &[Column<Contact>] = &[
    ("文件", "document", |view, _| view.name().to_owned()),
    ("编号", "id", |_, it| it.id.to_string()),
    ("姓名", "name", |_, it| words(it.name.as_ref()).to_owned()),
    ("称谓", "role", |_, it| words(it.role.as_ref()).to_owned()),
    ("单位", "organization", |_, it| words(it.organization.as_ref()).to_owned()),
    ("电话", "phones", |_, it| list(it.phones.iter().map(|it| it.quote.text.as_str()))),
    ("邮箱", "emails", |_, it| quotes(&it.emails)),
    ("地址", "address", |_, it| words(it.address.as_ref()).to_owned()),
    ("邮编", "postcode", |_, it| words(it.postcode.as_ref()).to_owned()),
    ("网址", "url", |_, it| words(it.url.as_ref()).to_owned()),
    ("事由", "purpose", |_, it| words(it.purpose.as_ref()).to_owned()),
    ("原文行", "line", |view, it| view.line(it.quote.span).to_string()),
    ("原文位置", "span", |view, it| view.span(it.quote.span)),
];

const REFERENCES: &[Column<Reference>] = &[
    ("文件", "document", |view, _| view.name().to_owned()),
    ("编号", "id", |_, it| it.id.to_string()),
    ("名称", "title", |_, it| words(it.title.as_ref()).to_owned()),
    ("发文字号", "doc_number", |_, it| words(it.doc_number.as_ref().map(|it| &it.quote)).to_owned()),
    ("发文机关", "issuers", |_, it| quotes(&it.issuers)),
    ("类别", "kind", |view, it| view.lang.name(&it.kind).to_owned()),
    ("条款", "articles", |_, it| quotes(&it.articles)),
    ("简称", "alias", |_, it| words(it.alias.as_ref()).to_owned()),
    ("提及次数", "mentions", |_, it| it.mentions.len().to_string()),
    ("原文行", "line", |view, it| first(it).map_or_else(String::new, |place| view.line(place).to_string())),
    ("原文位置", "span", |view, it| first(it).map_or_else(String::new, |place| view.span(place))),
];

/// Tables have columns of their own; these stand before them.
const TABLES: &[(&str, &str)] = &[("文件", "document"), ("编号", "id"), ("表题", "caption"), ("行", "row")];

fn headings(kind: Kind) -> Vec<(&'static str, &'static str)> {
    fn of<T>(columns: &[Column<T>]) -> Vec<(&'static str, &'static str)> {
        columns.iter().map(|(zh, en, _)| (*zh, *en)).collect()
    }
    match kind {
        Kind::Tasks => of(TASKS),
        Kind::Deadlines => of(DEADLINES),
        Kind::Budgets => of(BUDGETS),
        Kind::Contacts => of(CONTACTS),
        Kind::References => of(REFERENCES),
        Kind::Tables => TABLES.to_vec(),
    }
}

fn table<T>(view: &View<'_>, columns: &[Column<T>], records: &[T]) -> String {
    rows(records.iter().map(|record| columns.iter().map(|(.., cell)| cell(view, record)).collect()))
}

/// The head row of a table is its row 0.
fn cells<'v>(view: &'v View<'_>, table: &'v Table) -> impl Iterator<Item = Vec<String>> + 'v {
    let all = std::iter::once(&table.columns).filter(|head| !head.is_empty()).chain(&table.rows);
    let skipped = usize::from(table.columns.is_empty());
    all.enumerate().map(move |(n, cells)| {
        let own = [view.name().to_owned(), table.id.to_string(), words(table.caption.as_ref()).to_owned(), (n + skipped).to_string()];
        own.into_iter().chain(cells.iter().cloned()).collect()
    })
}

fn check(view: &View<'_>, ok: bool, computed: Decimal) -> String {
    if ok { view.lang.say("相符", "ok").to_owned() } else { format!("{}{computed}", view.lang.say("不符，应为", "not ok: ")) }
}

fn first(reference: &Reference) -> Option<Origin> {
    reference.mentions.first().copied()
}

fn rows(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = ::csv::WriterBuilder::new().flexible(true).terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| inert(cell))).expect("writing to memory does not fail");
    }
    let bytes = writer.into_inner().expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("cells are UTF-8 and CSV adds only ASCII")
}

/// Spreadsheets run cells that begin so; an apostrophe makes them text.
fn inert(cell: &str) -> String {
    let apostrophe = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("{apostrophe}{cell}")
}
