//! Which fields belong together. Fields are read in order; a contact is closed where the next field begins another:
//! a second name after a number, a number on a line of its own after a number, a sentence that ends.

use super::{
    Contact, Phone,
    field::{Field, Kind, Line, tail},
};
use crate::{
    phrase::{agency, phone},
    reading::{Quote, Reading},
    span::Span,
};

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

/// The contacts in `lines`.
pub(super) fn contacts(reading: &Reading<'_>, lines: &[Line<'_>]) -> Vec<Contact> {
    let items: Vec<Item> =
        lines.iter().enumerate().flat_map(|(n, line)| line.fields.iter().map(move |field| item(line, n, field))).collect();
    let mut groups: Vec<Group> = Vec::new();
    for (n, item) in items.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if group.takes(reading, lines, item, items.get(n + 1)) => group.push(*item),
            _ => {
                let mut group = Group::default();
                group.push(*item);
                groups.push(group);
            }
        }
    }
    let mut records: Vec<Contact> = groups.iter().flat_map(|group| group.contacts(reading)).collect();
    // names and numbers of one group may interlock: the order of the list is that of the document
    records.sort_by_key(|contact| contact.quote.span.start);
    records.into_iter().enumerate().map(|(n, contact)| Contact { id: format!("c{}", n + 1), ..contact }).collect()
}

fn item(line: &Line<'_>, n: usize, field: &Field) -> Item {
    Item {
        kind: field.kind,
        span: line.span.slice(field.range.clone()),
        start: line.span.start + field.start as u32,
        line: n,
        behind: field.behind,
    }
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
    fn takes(&self, reading: &Reading<'_>, lines: &[Line<'_>], item: &Item, next: Option<&Item>) -> bool {
        let Some(last) = self.items.last() else { return true };
        let between = reading.document.text.slice(Span { start: last.span.end, end: item.start.max(last.span.end) });
        if !self.reaches(lines, last, item, between) {
            return false;
        }
        let reachable = self.numbered || self.mailed;
        match item.kind {
            Kind::Name if item.behind => !self.named,
            // 电话：…，联系人：李明远: the name comes last, unless a number of its own follows
            Kind::Name if reachable && !self.named => !next.is_some_and(|n| n.is_number() && n.line == item.line) && item.line == last.line,
            Kind::Name => !reachable,
            Kind::Phone(_) => self.takes_number(reading, last, item),
            Kind::Email => !self.mailed || last.kind == Kind::Email,
            Kind::Address => !self.located,
            Kind::Postcode | Kind::Url => true,
        }
    }

    /// Whether the text between two fields lets them be of one contact.
    fn reaches(&self, lines: &[Line<'_>], last: &Item, item: &Item, between: &str) -> bool {
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
        let short = |n: usize| lines[n].text.chars().take(SHORT + 1).count() <= SHORT;
        item.line <= last.line + 2 && short(item.line) && short(last.line) && between.chars().take(NEAR + 1).count() <= NEAR
    }

    /// A number goes with the group unless it is another desk's: on a line of its own, or called something else.
    fn takes_number(&self, reading: &Reading<'_>, last: &Item, item: &Item) -> bool {
        if !self.numbered {
            return true;
        }
        let label = reading.document.text.slice(Span { start: item.start, end: item.span.start });
        let fax = item.kind == Kind::Phone(phone::Kind::Fax);
        let other = ["监督", "举报", "投诉", "技术", "咨询", "报名", "服务", "值班"].iter().any(|w| label.contains(w));
        // another desk is named between: …；县纪委 0750-3380216
        let between = reading.document.text.slice(Span { start: last.span.end, end: item.start.max(last.span.end) });
        // or on this line: 监督部门：县水利局，电话：…
        let named = item.line != last.line && between.rsplit('\n').next().is_some_and(|line| line.contains(['：', ':']));
        let other = other || named;
        let desk = between.contains(['；', ';', '\t']) && between.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        let same_line = item.line == last.line && (label.is_empty() || !other) && !desk;
        same_line || fax || !other && self.named && !label.is_empty()
    }

    /// The contacts that the group gives: one, or one for each name where there are as many numbers.
    fn contacts(&self, reading: &Reading<'_>) -> Vec<Contact> {
        let of = |test: &dyn Fn(&Item) -> bool| self.items.iter().copied().filter(|i| test(i)).collect::<Vec<_>>();
        let names = of(&|i| i.kind == Kind::Name);
        let numbers = of(&|item: &Item| item.is_number() && item.kind != Kind::Phone(phone::Kind::Fax));
        let desk = self.items.first().map_or(0, |item| item.start);
        let rest = of(&|i| i.kind != Kind::Name && !numbers.iter().any(|number| number.span == i.span));
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
    let name = names.iter().map(|i| i.span).reduce(Span::cover);
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
        id: String::new(),
        quote: reading.quote(Span { start: first, end: last }),
        name: name.map(|span| reading.quote(span)),
        role: names.first().map(label).and_then(|span| word(reading, span)),
        organization: organization(reading, first)
            .or_else(|| name.and_then(|name| bracketed(reading, name)))
            .or_else(|| organization(reading, desk))
            .or_else(|| labelled(reading, desk)),
        phones: phones.collect(),
        emails: quotes(Kind::Email).collect(),
        address: quotes(Kind::Address).next(),
        postcode: quotes(Kind::Postcode).next(),
        url: quotes(Kind::Url).next(),
        purpose: items.iter().find(|i| i.is_number()).map(label).and_then(|span| purpose(reading, span)),
    }
}

/// What a label says, without its colon.
fn word(reading: &Reading<'_>, label: Span) -> Option<Quote> {
    let text = reading.document.text.slice(label);
    let word = text.trim_end_matches(['：', ':', ' ', '\u{3000}', '为', '是']);
    (!word.is_empty()).then(|| reading.quote(label.slice(0..word.len())))
}

/// 监督 of 监督电话：.
fn purpose(reading: &Reading<'_>, label: Span) -> Option<Quote> {
    const WORDS: [&str; 10] = ["监督", "举报", "投诉", "咨询", "报名", "技术支持", "技术", "服务", "值班", "业务"];
    let text = reading.document.text.slice(label);
    WORDS.iter().find_map(|w| text.find(w).map(|at| reading.quote(label.slice(at..at + w.len()))))
}

/// The organ named right before a contact: 市教育局联系人：….
fn organization(reading: &Reading<'_>, at: u32) -> Option<Quote> {
    const MARKS: [char; 8] = ['：', ':', '（', '(', '，', ' ', '\u{3000}', '\t'];
    /// Words that lead to an organ in a sentence: 报市教育局, 设在办公室.
    const LEADS: [&str; 11] = ["报送", "报", "将", "请", "于", "在", "向", "由", "并", "到", "至"];
    let before = reading.document.text.as_str()[..at as usize].trim_end_matches(MARKS);
    let words = tail(before, 30);
    let mark = words.rfind(['，', '。', '；', '：', '\n', '（', '）', '、', '\t', ' ', '\u{3000}']);
    let name = mark.map_or(words, |p| &words[p + words[p..].chars().next().map_or(1, char::len_utf8)..]);
    let lead = LEADS.iter().filter_map(|w| name.rfind(w).map(|at| at + w.len())).max().unwrap_or(0);
    let name = &name[lead..];
    let span = Span::new(before.len() - name.len(), before.len());
    (agency::is_organ(name) && !name.contains(|c: char| c.is_ascii_digit())).then(|| reading.quote(span))
}

/// The organ in brackets right behind a name: 凌霜（市水利局）.
fn bracketed(reading: &Reading<'_>, name: Span) -> Option<Quote> {
    let rest = &reading.document.text.as_str()[name.end as usize..];
    let inner = rest.strip_prefix(['（', '('])?;
    let desk = &inner[..inner.find(['）', ')', '\n'])?];
    let start = name.end as usize + rest.len() - inner.len();
    agency::is_organ(desk).then(|| reading.quote(Span::new(start, start + desk.len())))
}

/// The organ that the line above names for those below it: 受理单位：, 名　称：, or its name alone.
fn labelled(reading: &Reading<'_>, at: u32) -> Option<Quote> {
    let before = reading.document.text.as_str()[..at as usize].strip_suffix('\n')?.trim_end();
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let Some((label, organ)) = line.split_once(['：', ':']) else {
        // 市教育局基础教育科 on a line of its own
        let organ = line.trim();
        let alone = agency::is_organ(organ) && organ.chars().count() <= 20;
        return alone.then(|| reading.quote(Span::new(before.len() - organ.len(), before.len())));
    };
    let organ = organ.trim();
    let word: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    let labels = ["单位", "机关", "部门", "科室", "名称", "采购人", "招标人", "代理机构"];
    let known =
        labels.iter().any(|w| word.ends_with(w)) && word.chars().count() <= 8 && (agency::is_organ(organ) || organ.ends_with(['股', '司']));
    known.then(|| reading.quote(Span::new(before.len() - organ.len(), before.len())))
}
