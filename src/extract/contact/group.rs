//! Which fields belong together. Fields are read in order; a contact is closed where the next field begins another:
//! a second name after a number, a number on a line of its own after a number, a sentence that ends.

use std::sync::LazyLock;

use super::super::Id;
use super::{
    Contact, Phone,
    field::{Field, Kind},
    halves,
    organ::{before, behind_name, behind_number, in_line_above},
};
use crate::{
    lexicon::{Lists, joined, picked, short},
    order,
    phrase::{agency, phone},
    reading::{Quote, Reading},
    span::Span,
};

/// What contacts are for, those first that decide where a label has several.
static PURPOSES: LazyLock<Lists> = LazyLock::new(|| Lists::of_one(picked!(contact_labels: purpose)));

/// Those of complaints.
const COMPLAINTS: &[&str] = picked!(contact_labels: complaint);

/// A field with its place in the reading.
#[derive(Clone, Copy, Debug)]
struct Item {
    kind: Kind,
    span: Span,
    /// Where its label begins.
    start: u32,
    line: usize,
    behind: bool,
}

/// Fields that belong together, and which kinds there are among them.
#[derive(Debug, Default)]
struct Group {
    items: Vec<Item>,
    named: bool,
    numbered: bool,
    mailed: bool,
    located: bool,
}

/// The contacts whose fields are `fields`, each with the number of its line.
pub(super) fn contacts(reading: &Reading<'_>, fields: &[(usize, Field)]) -> Vec<Contact> {
    let mut items: Vec<Item> = fields.iter().map(|(line, field)| item(reading, *line, field)).collect();
    // two desks side by side are read one after the other
    let halves = halves::find(reading);
    order::by(&mut items, |item| halves.order(item.line, (item.span.start - reading.blocks[item.line].span.start) as usize));
    let mut groups: Vec<Group> = Vec::new();
    for (n, item) in items.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if group.takes(reading, item, items.get(n + 1)) => group.push(*item),
            _ => {
                let mut group = Group::default();
                group.push(*item);
                groups.push(group);
            }
        }
    }
    let mut records: Vec<Contact> = groups.iter().flat_map(|group| group.contacts(reading)).collect();
    // names and numbers of one group may interlock: the order of the list is that of the document
    order::by(&mut records, |contact| (contact.quote.span.start as usize, 0));
    records
}

fn item(reading: &Reading<'_>, line: usize, field: &Field) -> Item {
    let block = reading.blocks[line].span;
    Item { kind: field.kind, span: block.slice(field.range.clone()), start: block.start + field.start as u32, line, behind: field.behind }
}

impl Item {
    fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Phone(_))
    }
}

impl Group {
    fn push(&mut self, item: Item) {
        match item.kind {
            Kind::Name => self.named = true,
            Kind::Phone(_) => self.numbered = true,
            Kind::Email => self.mailed = true,
            Kind::Address => self.located = true,
            Kind::Postcode | Kind::Url => {}
        }
        self.items.push(item);
    }

    /// Whether `item` belongs to this group; `next` is the field behind it.
    fn takes(&self, reading: &Reading<'_>, item: &Item, next: Option<&Item>) -> bool {
        let Some(last) = self.items.last() else { return true };
        if item.span.start < last.span.start {
            return false;
        }
        let between = reading.document.text.slice(Span { start: last.span.end, end: item.start.max(last.span.end) });
        if !self.reaches(reading, last, item, between) {
            return false;
        }
        let reachable = self.numbered || self.mailed;
        match item.kind {
            Kind::Name if item.behind => !self.named,
            // 电话：…，联系人：李明远、欧阳静
            Kind::Name if last.kind == Kind::Name && matches!(between, "、" | "，" | "和" | " " | "\u{3000}") => true,
            // 电话：…，联系人：李明远: the name comes last, unless a number of its own follows
            Kind::Name if reachable && !self.named => self.ends_with_name(last, item, next),
            Kind::Name => !reachable,
            Kind::Phone(_) => self.takes_number(reading, last, item),
            Kind::Email => !self.mailed || last.kind == Kind::Email,
            Kind::Address => !self.located && !self.is_of_another(reading, last, item),
            Kind::Postcode | Kind::Url => true,
        }
    }

    /// Whether the name `item` is that of the number `last` before it on its line, or on the line above: no number of its own follows.
    fn ends_with_name(&self, last: &Item, item: &Item, next: Option<&Item>) -> bool {
        let labelled = item.start < item.span.start && last.is_number() && item.line == last.line + 1;
        let reach = if labelled { 2 } else { 0 };
        (labelled || item.line == last.line) && !next.is_some_and(|next| next.is_number() && next.line <= item.line + reach)
    }

    /// Whether the address on a line of its own is the organ's and not that of the line for complaints above it.
    fn is_of_another(&self, reading: &Reading<'_>, last: &Item, item: &Item) -> bool {
        let complaint = |item: &Item| {
            let label = reading.document.text.slice(Span { start: item.start, end: item.span.start });
            item.is_number() && (label.is_empty() || short::holds(label, COMPLAINTS))
        };
        let labelled = self.items.first().is_some_and(|first| first.start < first.span.start);
        let address = reading.document.text.slice(item.span);
        // 来信地址：
        let before = &reading.document.text.as_str()[..item.start as usize];
        let for_letters = short::ends_with(before, joined!(COMPLAINTS, &["来信", "来函", "信访"]));
        item.line != last.line && labelled && !for_letters && self.items.iter().all(complaint) && !address.contains(['纪', '监', '督'])
    }

    /// Whether the text between two fields lets them be of one contact.
    fn reaches(&self, reading: &Reading<'_>, last: &Item, item: &Item, between: &str) -> bool {
        /// Characters of one sentence between two fields.
        const NEAR: usize = 24;
        /// Characters of a line that gives a contact and nothing else.
        const SHORT: usize = 90;
        if last.line == item.line {
            let ended = between.contains('。') && (self.numbered || self.mailed);
            // the cells between a name and its number may be long
            let near = if between.contains('\t') { 3 * NEAR } else { NEAR };
            return !ended && between.chars().take(near + 1).count() <= near;
        }
        // 受理时间：工作日8:30—12:00 may stand between number and address
        let hours = |line: &&str| line.contains("时间") && line.contains(['：', ':']);
        let length = || between.split('\n').filter(|line| !hours(line)).map(|line| line.chars().take(NEAR + 1).count() + 1).sum::<usize>();
        let short = |n: usize| reading.text(&reading.blocks[n]).chars().take(SHORT + 1).count() <= SHORT;
        let follows = (last.line + 1..=last.line + 2).contains(&item.line);
        follows && short(item.line) && short(last.line) && length() <= NEAR + 1
    }

    /// A number goes with the group unless it is another desk's: on a line of its own, or called something else.
    fn takes_number(&self, reading: &Reading<'_>, last: &Item, item: &Item) -> bool {
        if !self.numbered {
            return true;
        }
        let label = reading.document.text.slice(Span { start: item.start, end: item.span.start });
        let fax = item.kind == Kind::Phone(phone::Kind::Fax);
        let other = short::holds(label, picked!(contact_labels: purpose));
        // another desk is named between: …；县纪委 0750-3380216
        let between = reading.document.text.slice(Span { start: last.span.end, end: item.start.max(last.span.end) });
        // or on this line: 监督部门：县水利局，电话：…
        let named = item.line != last.line && between.rsplit('\n').next().is_some_and(|line| line.contains(['：', ':']));
        let other = other || named;
        let desk = between.contains(['；', ';', '\t']) && between.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        // or in brackets behind the last number: 3380216（人事科）、3380217（教育科）
        let desk = desk || last.is_number() && behind_number(reading, last.span).is_some();
        // or whoever sits there: 3380216（方老师），3380217
        let desk = desk || last.kind == Kind::Name && last.behind && label.is_empty();
        // or before this one: ，云岭县教育局0750-3380411
        let desk = desk || agency::is_organ(between.trim_start_matches(['，', '、', ',', ' ', '\u{3000}', '和']));
        let same_line = item.line == last.line && (label.is_empty() || !other) && !desk;
        same_line || (fax && behind_number(reading, last.span).is_none()) || !other && self.named && !label.is_empty()
    }

    /// The contacts that the group gives: one, or one for each name where there are as many numbers.
    fn contacts(&self, reading: &Reading<'_>) -> Vec<Contact> {
        let of = |test: &dyn Fn(&Item) -> bool| self.items.iter().copied().filter(|i| test(i)).collect::<Vec<_>>();
        let names = of(&|i| i.kind == Kind::Name);
        let is_called = |item: &Item| item.is_number() && item.kind != Kind::Phone(phone::Kind::Fax);
        let numbers = of(&is_called);
        let desk = self.items.first().map_or(0, |item| item.start);
        let rest = of(&|i| i.kind != Kind::Name && !is_called(i));
        if !(self.numbered || self.mailed || self.located) {
            return Vec::new();
        }
        if names.len() < 2 || numbers.is_empty() || numbers.len() % names.len() != 0 {
            return vec![contact(reading, &names, &self.items, desk)];
        }
        let each = numbers.len() / names.len();
        let mut contacts: Vec<Contact> = names
            .iter()
            .zip(numbers.chunks(each))
            .map(|(name, numbers)| {
                let items: Vec<Item> = std::iter::once(*name).chain(numbers.iter().copied()).collect();
                contact(reading, &[*name], &items, desk)
            })
            .collect();
        if rest.iter().any(|i| matches!(i.kind, Kind::Email | Kind::Address | Kind::Phone(_))) {
            contacts.push(contact(reading, &[], &rest, desk));
        }
        contacts
    }
}

/// One contact of `items`; several names with one number are given as they stand together. `desk` is where the group
/// begins, before which its organ may be named.
fn contact(reading: &Reading<'_>, names: &[Item], items: &[Item], desk: u32) -> Contact {
    let quotes = |kind: Kind| items.iter().filter(move |i| i.kind == kind).map(|i| reading.quote(i.span));
    let first = items.iter().map(|i| i.start).min().unwrap_or(0);
    let last = items.iter().map(|i| i.span.end).max().unwrap_or(first);
    // 李明远、王强 stand together; behind another label stands another person
    let together = |a: &Span, b: &Span| !reading.document.text.slice(Span { start: a.end, end: b.start }).contains(['：', ':']);
    let name = names.iter().map(|i| i.span).reduce(|a, b| if together(&a, &b) { a.cover(b) } else { b });
    let phones = items.iter().filter_map(|i| match i.kind {
        Kind::Phone(kind) => {
            let quote = reading.quote(i.span);
            let masked = quote.text.contains(['*', '＊', '×', 'x', 'X']);
            Some(Phone { quote, kind: kind.into(), masked })
        }
        _ => None,
    });
    let label = |item: &Item| Span { start: item.start, end: item.span.start };
    Contact {
        id: Id::new(crate::Kind::Contacts, 0),
        quote: reading.quote(Span { start: first, end: last }),
        name: name.map(|span| reading.quote(span)),
        role: names
            .iter()
            .find(|item| name.is_some_and(|name| name.start == item.span.start))
            .map(label)
            .and_then(|span| word(reading, span)),
        organization: only_number(items)
            .and_then(|number| behind_number(reading, number))
            // 3380216（人事科方老师）
            .or_else(|| name.filter(|_| names.iter().all(|name| name.behind)).and_then(|name| before(reading, name.start)))
            .or_else(|| before(reading, first))
            .or_else(|| name.and_then(|name| behind_name(reading, name)))
            .or_else(|| before(reading, desk))
            .or_else(|| in_line_above(reading, desk)),
        phones: phones.collect(),
        emails: quotes(Kind::Email).collect(),
        address: quotes(Kind::Address).next(),
        postcode: quotes(Kind::Postcode).next(),
        url: quotes(Kind::Url).next(),
        purpose: items.iter().find(|i| i.is_number()).map(label).and_then(|span| purpose(reading, span)),
    }
}

/// The number of a contact that has no name and no other.
fn only_number(items: &[Item]) -> Option<Span> {
    let mut numbers = items.iter().filter(|item| item.is_number());
    let first = numbers.next().filter(|_| items.iter().all(|item| item.kind != Kind::Name))?;
    numbers.next().is_none().then_some(first.span)
}

/// What a label says, without its colon.
fn word(reading: &Reading<'_>, label: Span) -> Option<Quote> {
    let text = reading.document.text.slice(label);
    let word = text.trim_end_matches(['：', ':', ' ', '\u{3000}', '为', '是']);
    (!word.is_empty()).then(|| reading.quote(label.slice(0..word.len())))
}

/// 监督 of 监督电话：.
fn purpose(reading: &Reading<'_>, label: Span) -> Option<Quote> {
    let hits = PURPOSES.hits(reading.document.text.slice(label));
    hits.iter().min_by_key(|hit| hit.list()).map(|hit| reading.quote(label.slice(hit.range().clone())))
}
