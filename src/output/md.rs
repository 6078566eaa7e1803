//! Markdown (GitHub's dialect) for a chat or a report: who must do what by when, money, contacts, outline.

use std::fmt::Write;

use super::{
    Format, Settings,
    view::{View, actors, day, heading, list, quotes, sections, words},
};
use crate::{Extraction, extract::task::Role};

/// Markdown.
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "md"
    }

    fn about(&self) -> &'static str {
        "Markdown: tables of tasks, money and contacts, and the outline, for a chat or a report"
    }

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        let view = View::new(&extraction, settings);
        let mut page = format!("# {}\n", escape(view.title()));
        [header, tasks, deadlines, budgets, contacts, references, outline, diagnostics]
            .iter()
            .for_each(|chapter| chapter(&view, &mut page));
        page
    }

    fn between(&self, _: &Settings) -> &'static str {
        "\n---\n\n"
    }
}

fn header(view: &View<'_>, page: &mut String) {
    let header = &view.record.header;
    let facts = [
        (view.lang.say("发文字号", "Number"), words(header.doc_number.as_ref().map(|it| &it.quote)).to_owned()),
        (view.lang.say("发文机关", "From"), quotes(&header.issuers)),
        (view.lang.say("主送机关", "To"), quotes(&header.recipients)),
        (view.lang.say("成文日期", "Date"), header.date.as_ref().and_then(|it| it.date).map_or_else(String::new, |it| it.to_string())),
    ];
    let mut facts = facts.iter().filter(|(_, fact)| !fact.is_empty()).peekable();
    if facts.peek().is_some() {
        page.push('\n');
    }
    facts.for_each(|(name, fact)| line(page, format_args!("- **{name}** {}", escape(fact))));
}

fn tasks(view: &View<'_>, page: &mut String) {
    let rows = view.record.tasks.iter().map(|it| {
        let who = list(
            [Role::Lead, Role::Responsible, Role::Support]
                .map(|role| actors(it, role))
                .iter()
                .map(String::as_str)
                .filter(|who| !who.is_empty()),
        );
        let when = view.due(it).map_or_else(|| list(view.deadlines(it).map(|it| it.quote.text.as_str())), |due| due.to_string());
        vec![it.id.to_string(), who, it.quote.text.to_string(), when, view.section(it.section.as_deref()).to_owned()]
    });
    let columns = [("编号", "Id"), ("谁", "Who"), ("做什么", "What"), ("何时", "By when"), ("章节", "Section")];
    table(view, page, ("任务", "Tasks"), &columns, rows);
}

fn deadlines(view: &View<'_>, page: &mut String) {
    let rows = view
        .record
        .deadlines
        .iter()
        .map(|it| vec![it.id.to_string(), it.quote.text.to_string(), view.lang.name(&it.kind).to_owned(), day(it.start), day(it.end)]);
    let columns = [("编号", "Id"), ("原文", "Text"), ("类别", "Kind"), ("开始", "Start"), ("截止", "End")];
    table(view, page, ("时限", "Deadlines"), &columns, rows);
}

fn budgets(view: &View<'_>, page: &mut String) {
    let rows = view.record.budgets.iter().map(|it| {
        let amount = format!("{} {}", it.amount.value, it.amount.currency);
        let check = it.check.as_ref().map_or("", |it| if it.ok { "✓" } else { "✗" }).to_owned();
        vec![
            it.id.to_string(),
            words(it.item.as_ref()).to_owned(),
            it.quote.text.to_string(),
            amount,
            view.lang.name(&it.role).to_owned(),
            check,
        ]
    });
    let columns = [("编号", "Id"), ("用途", "Item"), ("原文", "Text"), ("金额", "Amount"), ("类别", "Role"), ("验算", "Check")];
    table(view, page, ("经费", "Money"), &columns, rows);
}

fn contacts(view: &View<'_>, page: &mut String) {
    let rows = view.record.contacts.iter().map(|it| {
        let phones = list(it.phones.iter().map(|it| it.quote.text.as_str()));
        let of = |it: &Option<_>| words(it.as_ref()).to_owned();
        vec![of(&it.name), of(&it.organization), phones, quotes(&it.emails), of(&it.address), of(&it.purpose)]
    });
    let columns =
        [("姓名", "Name"), ("单位", "Organization"), ("电话", "Phone"), ("邮箱", "E-mail"), ("地址", "Address"), ("事由", "Purpose")];
    table(view, page, ("联系方式", "Contacts"), &columns, rows);
}

fn references(view: &View<'_>, page: &mut String) {
    let rows = view.record.references.iter().map(|it| {
        let number = words(it.doc_number.as_ref().map(|it| &it.quote)).to_owned();
        vec![it.id.to_string(), words(it.title.as_ref()).to_owned(), number, view.lang.name(&it.kind).to_owned()]
    });
    let columns = [("编号", "Id"), ("名称", "Title"), ("发文字号", "Number"), ("类别", "Kind")];
    table(view, page, ("引用文件", "References"), &columns, rows);
}

fn outline(view: &View<'_>, page: &mut String) {
    if view.record.parts.iter().all(|part| part.sections.is_empty()) {
        return;
    }
    chapter(view, page, ("提纲", "Outline"));
    let several = view.record.parts.len() > 1;
    for part in &view.record.parts {
        if several {
            line(page, format_args!("- **{}**", escape(part.title.as_ref().map_or(part.id.as_str(), |it| &it.text))));
        }
        for (depth, section) in sections(part) {
            let indent = 2 * (depth + usize::from(several));
            line(page, format_args!("{:indent$}- {}", "", escape(heading(section).trim_end())));
        }
    }
}

fn diagnostics(view: &View<'_>, page: &mut String) {
    if view.record.diagnostics.is_empty() {
        return;
    }
    chapter(view, page, ("诊断", "Diagnostics"));
    for it in &view.record.diagnostics {
        line(
            page,
            format_args!(
                "- **{}** {} ({} {})",
                view.lang.name(&it.severity),
                escape(&it.message),
                view.lang.say("行", "line"),
                view.line(it.span)
            ),
        );
    }
}

fn chapter(view: &View<'_>, page: &mut String, (zh, en): (&str, &str)) {
    line(page, format_args!("\n## {}\n", view.lang.say(zh, en)));
}

/// A table; without rows nothing at all.
fn table(view: &View<'_>, page: &mut String, title: (&str, &str), columns: &[(&str, &str)], rows: impl Iterator<Item = Vec<String>>) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return;
    }
    chapter(view, page, title);
    let heads: Vec<_> = columns.iter().map(|(zh, en)| view.lang.say(zh, en)).collect();
    line(page, format_args!("| {} |", heads.join(" | ")));
    line(page, format_args!("|{}", " --- |".repeat(heads.len())));
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| escape(cell)).collect();
        line(page, format_args!("| {} |", cells.join(" | ")));
    }
}

fn line(page: &mut String, words: std::fmt::Arguments<'_>) {
    page.write_fmt(words).expect("writing to memory does not fail");
    page.push('\n');
}

/// Words of a document are words in Markdown, too, on one line: no links, no emphasis, no HTML, no new cells.
fn escape(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => safe.extend(['\\', c]),
            '<' => safe.push_str("&lt;"),
            '&' => safe.push_str("&amp;"),
            '\n' | '\r' | '\t' => safe.push(' '),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}
