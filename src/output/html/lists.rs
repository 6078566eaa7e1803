//! What was found, as lists beside the text.

use std::{
    collections::{HashMap, HashSet},
    fmt::Display,
};

use rust_decimal::Decimal;

use super::{Page, marks::header};
use crate::{
    Record, Severity,
    extract::{Id, budget::Budget, deadline::Deadline, task::Role},
    output::view::{View, actors, heading, list, quotes, sections, task_name, words},
};

/// Writes all lists that have something in them.
pub(super) fn write(page: &mut Page, view: &View<'_>) {
    page.raw("<h1>").text(view.title()).raw("</h1>\n<p class=\"file\">").text(view.name()).raw("</p>\n");
    elements(page, view);
    tasks(page, view);
    timeline(page, view);
    budgets(page, view);
    contacts(page, view);
    references(page, view);
    diagnostics(page, view);
    outline(page, view);
}

/// A list under a heading with the number of its entries.
fn group(page: &mut Page, view: &View<'_>, kind: &str, (zh, en): (&str, &str), count: usize, fill: impl FnOnce(&mut Page)) {
    if count == 0 {
        return;
    }
    page.put(format_args!(
        "<details class=\"group {kind}\" data-kind=\"{kind}\" open><summary>{} <i>{count}</i></summary>\n",
        view.lang.say(zh, en)
    ));
    fill(page);
    page.raw("</details>\n");
}

/// An entry that leads to its place in the text.
fn item(page: &mut Page, id: impl Display, fill: impl FnOnce(&mut Page)) {
    page.raw("<li><button class=\"item\" data-id=\"").text(&id.to_string()).raw("\">");
    fill(page);
    page.raw("</button>");
}

fn span(page: &mut Page, class: &str, words: &str) {
    if !words.is_empty() {
        page.put(format_args!("<span class=\"{class}\">")).text(words).raw("</span>");
    }
}

fn elements(page: &mut Page, view: &View<'_>) {
    let facts = facts(view.record);
    let shown: Vec<_> = facts.iter().filter(|(.., fact)| !fact.is_empty()).collect();
    group(page, view, "header", ("要素", "Header"), shown.len(), |page| {
        page.raw("<ul>\n");
        for (id, zh, en, fact) in shown {
            item(page, id, |page| {
                span(page, "name", view.lang.say(zh, en));
                span(page, "what", fact);
            });
            page.raw("</li>\n");
        }
        page.raw("</ul>\n");
    });
}

/// Id, names and words of the header's elements; the ids are those of the marks.
fn facts(record: &Record) -> Vec<(&'static str, &'static str, &'static str, String)> {
    let it = &record.header;
    let attachments = it.attachments.iter().map(|it| it.quote.text.as_str());
    let all = [
        ("标题", "Title", words(it.title.as_ref()).to_owned()),
        ("发文字号", "Number", words(it.doc_number.as_ref().map(|it| &it.quote)).to_owned()),
        ("发文机关", "From", quotes(&it.issuers)),
        ("主送机关", "To", quotes(&it.recipients)),
        ("签发人", "Signed off by", quotes(&it.signatories)),
        ("成文日期", "Date", words(it.date.as_ref().map(|it| &it.quote)).to_owned()),
        ("附件", "Attachments", list(attachments)),
        ("公开方式", "Disclosure", it.disclosure.as_ref().map_or_else(String::new, |it| it.text.clone())),
        ("抄送机关", "Copies to", quotes(&it.cc)),
        ("印发机关", "Printed by", words(it.printer.as_ref()).to_owned()),
        ("印发日期", "Printed on", words(it.print_date.as_ref().map(|it| &it.quote)).to_owned()),
    ];
    header(record).into_iter().zip(all).map(|((id, _), (zh, en, fact))| (id, zh, en, fact)).collect()
}

fn tasks(page: &mut Page, view: &View<'_>) {
    group(page, view, "task", ("任务", "Tasks"), view.record.tasks.len(), |page| {
        page.raw("<ol>\n");
        for task in &view.record.tasks {
            item(page, task.id, |page| {
                let who = [Role::Lead, Role::Responsible, Role::Support].map(|role| actors(task, role));
                span(page, "who", &list(who.iter().map(String::as_str).filter(|who| !who.is_empty())));
                span(page, "what", &task.quote.text);
                span(
                    page,
                    "when",
                    &view.due(task).map_or_else(|| list(view.deadlines(task).map(|it| it.quote.text.as_str())), |due| due.to_string()),
                );
                span(page, "where", view.section(task.section.as_deref()));
            });
            page.raw("</li>\n");
        }
        page.raw("</ol>\n");
    });
}

/// Deadlines by date; those without one at the end, in the order of the text.
fn timeline(page: &mut Page, view: &View<'_>) {
    let mut deadlines: Vec<&Deadline> = view.record.deadlines.iter().collect();
    let date = |it: &Deadline| it.end.or(it.start);
    deadlines.sort_by_key(|it| (date(it).is_none(), date(it)));
    group(page, view, "deadline", ("时间线", "Time line"), deadlines.len(), |page| {
        page.raw("<ol class=\"line\">\n");
        for deadline in deadlines {
            item(page, deadline.id, |page| {
                span(page, "when", &when(deadline));
                span(page, "name", view.lang.name(&deadline.kind));
                span(page, "what", &deadline.quote.text);
                let bound: Vec<_> = view.tasks(deadline).map(task_name).collect();
                span(page, "where", &list(bound.iter().map(|it| &**it)));
            });
            page.raw("</li>\n");
        }
        page.raw("</ol>\n");
    });
}

fn when(deadline: &Deadline) -> String {
    match (deadline.start, deadline.end) {
        (Some(start), Some(end)) if start != end => format!("{start} – {end}"),
        (Some(start), None) => format!("{start} –"),
        (_, Some(end)) => end.to_string(),
        // what recurs, or waits for an event, is best said in the document's own words
        (None, None) => String::new(),
    }
}

/// Money as a tree: totals with their parts under them.
fn budgets(page: &mut Page, view: &View<'_>) {
    let all = &view.record.budgets;
    let known: HashSet<Id> = all.iter().map(|it| it.id).collect();
    let mut tree: Tree<'_> = HashMap::new();
    for budget in all {
        tree.entry(budget.parent.filter(|parent| known.contains(parent))).or_default().push(budget);
    }
    group(page, view, "budget", ("经费", "Money"), all.len(), |page| branch(page, view, &tree, None, 0));
}

/// Amounts by the total that they are part of.
type Tree<'r> = HashMap<Option<Id>, Vec<&'r Budget>>;

/// Deeper than any real budget; a circle of parents ends here.
const DEEPEST: usize = 12;

fn branch(page: &mut Page, view: &View<'_>, tree: &Tree<'_>, whole: Option<Id>, depth: usize) {
    page.raw("<ul class=\"tree\">\n");
    for budget in tree.get(&whole).into_iter().flatten() {
        let parts = tree.get(&Some(budget.id)).filter(|_| depth < DEEPEST).map_or(&[][..], Vec::as_slice);
        item(page, budget.id, |page| {
            span(page, "what", budget.item.as_ref().map_or(budget.quote.text.as_str(), |it| &it.text));
            span(page, "amount", &format!("{} {}", grouped(&budget.amount.value.to_string()), budget.amount.currency));
            span(page, "name", view.lang.name(&budget.role));
            check(page, view, budget);
            sum(page, view, parts);
        });
        if !parts.is_empty() {
            branch(page, view, tree, Some(budget.id), depth + 1);
        }
        page.raw("</li>\n");
    }
    page.raw("</ul>\n");
}

fn check(page: &mut Page, view: &View<'_>, budget: &Budget) {
    match &budget.check {
        Some(it) if it.ok => span(page, "ok", view.lang.say("✓ 相符", "✓ adds up")),
        Some(it) => span(page, "bad", &format!("✗ {} {}", view.lang.say("应为", "should be"), grouped(&it.computed.to_string()))),
        None => {}
    }
}

fn sum(page: &mut Page, view: &View<'_>, parts: &[&Budget]) {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it.amount.value)).filter(|_| !parts.is_empty());
    if let Some(sum) = sum {
        span(page, "where", &format!("{} {}", view.lang.say("分项合计", "parts"), grouped(&sum.normalize().to_string())));
    }
}

/// `1,234,567.8`
fn grouped(value: &str) -> String {
    let (whole, rest) = value.split_at(value.find('.').unwrap_or(value.len()));
    let mut grouped = String::new();
    for (n, figure) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) && whole.as_bytes()[n - 1].is_ascii_digit() {
            grouped.push(',');
        }
        grouped.push(figure);
    }
    grouped + rest
}

fn contacts(page: &mut Page, view: &View<'_>) {
    group(page, view, "contact", ("联系方式", "Contacts"), view.record.contacts.len(), |page| {
        page.raw("<ul>\n");
        for it in &view.record.contacts {
            item(page, it.id, |page| {
                span(page, "who", words(it.name.as_ref()));
                span(page, "name", words(it.organization.as_ref()));
                it.phones.iter().for_each(|phone| span(page, "phone", &phone.quote.text));
                it.emails.iter().for_each(|email| span(page, "phone", &email.text));
                [&it.address, &it.postcode, &it.url, &it.purpose].into_iter().for_each(|it| span(page, "where", words(it.as_ref())));
            });
            page.raw("</li>\n");
        }
        page.raw("</ul>\n");
    });
}

fn references(page: &mut Page, view: &View<'_>) {
    group(page, view, "reference", ("引用文件", "References"), view.record.references.len(), |page| {
        page.raw("<ul>\n");
        for it in &view.record.references {
            item(page, it.id, |page| {
                span(page, "what", words(it.title.as_ref()));
                span(page, "name", words(it.doc_number.as_ref().map(|it| &it.quote)));
                span(page, "where", &quotes(&it.articles));
            });
            page.raw("</li>\n");
        }
        page.raw("</ul>\n");
    });
}

fn diagnostics(page: &mut Page, view: &View<'_>) {
    group(page, view, "diagnostic", ("诊断", "Diagnostics"), view.record.diagnostics.len(), |page| {
        page.raw("<ul>\n");
        for (n, it) in view.record.diagnostics.iter().enumerate() {
            item(page, format_args!("x{}", n + 1), |page| {
                span(page, if it.severity == Severity::Info { "name" } else { "bad" }, view.lang.name(&it.severity));
                span(page, "what", &it.message);
                span(page, "where", &format!("{} {} · {}", view.lang.say("行", "line"), view.line(it.span), it.code));
            });
            page.raw("</li>\n");
        }
        page.raw("</ul>\n");
    });
}

fn outline(page: &mut Page, view: &View<'_>) {
    let all: Vec<_> = view.record.parts.iter().flat_map(sections).collect();
    group(page, view, "outline", ("提纲", "Outline"), all.len(), |page| {
        page.raw("<ul class=\"outline\">\n");
        for (depth, section) in all {
            page.put(format_args!("<li class=\"d{}\">", depth.min(6))).text(heading(section).trim_end()).raw("</li>\n");
        }
        page.raw("</ul>\n");
    });
}
