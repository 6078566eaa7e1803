//! Each record in one line of words, its numbers left out.

use gongwen::{
    Origin, Record,
    extract::{
        budget::Budget,
        contact::Contact,
        deadline::Deadline,
        header::Header,
        reference::Reference,
        table::Table,
        task::{Basis, Role, Task},
    },
    reading::Quote,
};
use serde_json::Value;

/// A record, said in words.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
    /// What it was read from; it is said under the first.
    pub(crate) marks: Vec<Origin>,
    pub(crate) said: bool,
}

/// All records, kind by kind.
pub(crate) fn entries(record: &Record) -> Vec<Entry> {
    let mut entries = Vec::new();
    entries.extend(record.tasks.iter().map(|t| entry("task", &[t.quote.span], task(t, &record.deadlines))));
    entries.extend(record.deadlines.iter().map(|d| entry("deadline", &[d.quote.span], deadline(d))));
    entries.extend(record.budgets.iter().map(|b| entry("money", &[b.quote.span], budget(b, &record.budgets))));
    entries.extend(record.contacts.iter().map(|c| entry("contact", &[c.quote.span], contact(c))));
    entries.extend(record.references.iter().map(|r| entry("cites", &r.mentions, reference(r))));
    entries.extend(record.tables.iter().map(|t| entry("table", &[t.span], table(t))));
    entries
}

fn entry(kind: &'static str, marks: &[Origin], text: String) -> Entry {
    Entry { kind, text, marks: marks.to_vec(), said: false }
}

/// The elements of the header, one a line, in the order of the contract.
pub(crate) fn header(header: &Header) -> String {
    const ORDER: [&str; 18] = [
        "issuing_mark",
        "copy_number",
        "secrecy",
        "urgency",
        "doc_number",
        "signatories",
        "title",
        "genre",
        "recipients",
        "issuers",
        "date",
        "attachments",
        "note",
        "disclosure",
        "cc",
        "printer",
        "print_date",
        "page",
    ];
    let Ok(Value::Object(mut elements)) = serde_json::to_value(header) else { return String::new() };
    let mut lines = String::new();
    let known: Vec<_> = ORDER.iter().filter_map(|key| Some((key.to_string(), elements.remove(*key)?))).collect();
    for (key, value) in known.into_iter().chain(elements) {
        let words = words(&value);
        if !words.is_empty() {
            lines.push_str(&format!("{key:>15} : {words}\n"));
        }
    }
    lines
}

/// A value in words: its text, then what else is known of it; spans are left to the JSON.
fn words(value: &Value) -> String {
    match value {
        Value::Array(values) => values.iter().map(words).collect::<Vec<_>>().join(" | "),
        Value::Object(fields) => {
            let text = fields.get("text").map(words);
            let rest = fields.iter().filter(|(key, _)| !["text", "span"].contains(&key.as_str()));
            let rest = rest.map(|(key, value)| format!("{key} {}", words(value))).filter(|words| !words.ends_with(' '));
            text.into_iter().chain(rest).collect::<Vec<_>>().join(" · ")
        }
        Value::String(text) => text.replace('\n', "⏎"),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The serde name of a plain enum.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What there is to say, a word before each: `who 县教育局 · do 报送`.
#[derive(Default)]
struct Line(Vec<String>);

impl Line {
    fn say(mut self, what: &str, words: impl AsRef<str>) -> Self {
        let words = words.as_ref().trim();
        if !words.is_empty() {
            self.0.push(format!("{what} {words}").trim().to_owned());
        }
        self
    }

    fn quote(self, what: &str, quote: &Option<Quote>) -> Self {
        self.say(what, quote.as_ref().map_or("", |q| &q.text))
    }

    fn done(self) -> String {
        self.0.join(" · ")
    }
}

fn joined<T>(values: &[T], words: impl Fn(&T) -> String) -> String {
    values.iter().map(words).collect::<Vec<_>>().join(", ")
}

/// The actors of one basis: `县教育局 (lead), 县财政局`.
fn actors(task: &Task, basis: Basis) -> String {
    let named: Vec<_> = task.actors.iter().filter(|a| a.basis == basis).collect();
    joined(&named, |a| match a.role {
        Role::Responsible => a.quote.text.to_string(),
        role => format!("{} ({})", a.quote.text, name(role)),
    })
}

/// Where a long text begins and ends: it can be read above.
fn ends(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    match chars.len() {
        0..=24 => text.to_owned(),
        n => format!("{}…{}", chars[..12].iter().collect::<String>(), chars[n - 8..].iter().collect::<String>()),
    }
}

fn task(task: &Task, deadlines: &[Deadline]) -> String {
    let due = joined(&task.deadlines, |id| deadlines.iter().find(|d| d.id == *id).map_or(format!("{id}?"), |d| d.quote.text.to_string()));
    let goals = joined(&task.targets, |t| format!("{} = {} {} {}", t.quote.text, name(t.relation), t.value, t.unit));
    let to = task.submit_to.as_ref().map(|to| match &to.channel {
        Some(channel) => format!("{} ({})", to.quote.text, channel.text),
        None => to.quote.text.to_string(),
    });
    Line::default()
        .say("", name(task.modality))
        .say("who", actors(task, Basis::Explicit))
        .say("noted", actors(task, Basis::Annotation))
        .say("inherited", ends(&actors(task, Basis::Inherited)))
        .say("do", task.action.as_ref().map(|action| ends(&action.text)).unwrap_or_default())
        .say("due", due)
        .quote("once", &task.condition)
        .say("goal", goals)
        .say("to", to.unwrap_or_default())
        .done()
}

fn deadline(deadline: &Deadline) -> String {
    let dates = match (deadline.start.map(|it| it.to_string()), deadline.end.map(|it| it.to_string())) {
        (None, None) => String::new(),
        (start, end) if start == end => start.unwrap_or_default(),
        (start, end) => format!("{}…{}", start.unwrap_or_default(), end.unwrap_or_default()),
    };
    let anchor = deadline.anchor.as_ref();
    let duration = anchor.map(|a| format!("{}{}", a.duration, if a.duration.workdays { " in working days" } else { "" }));
    Line::default()
        .say(&name(deadline.kind), dates)
        .say("", if deadline.start.is_none() && deadline.end.is_none() { name(deadline.kind) } else { String::new() })
        .say("", duration.unwrap_or_default())
        .quote("after", &anchor.and_then(|a| a.event.clone()))
        .say("", deadline.rrule.as_deref().unwrap_or_default())
        .say("inferred", deadline.inferred.names().collect::<Vec<_>>().join(", "))
        .done()
}

fn budget(budget: &Budget, all: &[Budget]) -> String {
    let measure = |m: &gongwen::extract::budget::Measure| format!("{} {}", m.value, m.unit);
    let parent = budget.parent.as_ref().and_then(|id| all.iter().find(|b| b.id == *id));
    let check = budget.check.as_ref().map(|c| match c.ok {
        true => format!("{} is right", name(c.kind)),
        false => format!("{} IS WRONG: states {}, makes {}", name(c.kind), c.stated, c.computed),
    });
    Line::default()
        .say("", format!("{} {}", budget.amount.value, budget.amount.currency))
        .say("", name(budget.role))
        .quote("for", &budget.item)
        .say("quantity", budget.quantity.as_deref().map(measure).unwrap_or_default())
        .say("at", budget.unit_price.as_deref().map(measure).unwrap_or_default())
        .say("part of", parent.map(|b| b.quote.text.clone()).unwrap_or_default())
        .say("", check.unwrap_or_default())
        .done()
}

fn contact(contact: &Contact) -> String {
    Line::default()
        .quote("", &contact.name)
        .quote("as", &contact.role)
        .quote("of", &contact.organization)
        .say("", joined(&contact.phones, |p| format!("{} {}", name(p.kind), p.quote.text)))
        .say("mail", joined(&contact.emails, |e| e.text.to_string()))
        .quote("at", &contact.address)
        .quote("postcode", &contact.postcode)
        .quote("url", &contact.url)
        .quote("for", &contact.purpose)
        .done()
}

fn reference(reference: &Reference) -> String {
    let times = reference.mentions.len();
    Line::default()
        .say("", name(reference.kind))
        .quote("", &reference.title)
        .say("", reference.doc_number.as_ref().map_or("", |n| &n.quote.text))
        .say("by", joined(&reference.issuers, |i| i.text.to_string()))
        .say("articles", joined(&reference.articles, |a| a.text.to_string()))
        .quote("alias", &reference.alias)
        .say("", if times > 1 { format!("{times} times") } else { String::new() })
        .done()
}

fn table(table: &Table) -> String {
    Line::default().quote("", &table.caption).say("columns", table.columns.join(" | ")).say("", format!("{} rows", table.rows.len())).done()
}
