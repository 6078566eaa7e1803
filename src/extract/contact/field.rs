//! The fields of contacts in one block: names, numbers, e-mail and postal addresses, each with the label before it.

use std::ops::Range;

use super::label::{self, Labels};
use crate::{
    lexicon::{picked, short},
    order,
    pattern::{head, is_han, tail},
    phrase::{
        address::Address,
        agency, email, numeral,
        numeral::is_figure,
        person::{self, Person},
        phone, postcode, url,
    },
    reading::{Block, Cues, Place, Reading},
    span::Found,
};

/// One field; ranges are of the block's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) kind: Kind,
    /// The value.
    pub(super) range: Range<usize>,
    /// Where its label begins, or the value where it has none.
    pub(super) start: usize,
    /// Whether it is a name behind its number: 3380216（李明远）.
    pub(super) behind: bool,
}

/// What a field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Phone(phone::Kind),
    Email,
    Address,
    Postcode,
    Url,
}

/// The fields in the `n`th block, in order.
pub(super) fn find(reading: &Reading<'_>, n: usize) -> Vec<Field> {
    let block = &reading.blocks[n];
    let text = reading.text(block);
    let mut fields = Vec::new();
    if block.place != Place::Head && may_hold(text, reading.cues.within(Cues::CONTACT, block.span)) {
        let labels = Labels::of(text);
        fields = values(text, labels.places);
        names(text, &labels.desks, &mut fields);
    } else if n.checked_sub(1).is_some_and(|last| asks_for_name(reading, &reading.blocks[last])) {
        fields.extend(person::list(text, 0).into_iter().map(|found| Field::name(found.range, false)));
    }
    fields
}

/// Whether a block ends with 联系人：, so that the name stands in the next.
fn asks_for_name(reading: &Reading<'_>, block: &Block) -> bool {
    block.cues.intersects(Cues::CONTACT) && reading.text(block).trim_end().ends_with("联系人：")
}

/// Takes in fields that stand where there is none yet.
pub(super) fn add(fields: &mut Vec<Field>, more: Vec<Field>) {
    if more.is_empty() {
        return;
    }
    for field in more {
        let free = fields.iter().all(|known| known.range.end <= field.range.start || field.range.end <= known.range.start);
        if free {
            fields.push(field);
        }
    }
    order::by(fields, |field| (field.range.start, 0));
}

impl Field {
    pub(super) fn name(range: Range<usize>, behind: bool) -> Self {
        Self { kind: Kind::Name, start: range.start, range, behind }
    }
}

/// Whether anything of a contact may stand in `text`, whose signs of one are at `places`: a label, a sign, or figures to call.
fn may_hold(text: &str, mut places: impl Iterator<Item = usize>) -> bool {
    places.any(|at| match text.get(at..).and_then(|here| here.chars().next()) {
        Some(c) if numeral::figure(c).is_none() => {
            let rest = &text[at + c.len_utf8()..];
            match c {
                '联' => rest.trim_start().starts_with('系'),
                '电' => rest.trim_start().starts_with('话'),
                '地' => rest.trim_start().starts_with('址'),
                '热' => rest.starts_with('线'),
                '传' => rest.starts_with('真'),
                '拨' => rest.starts_with('打'),
                _ => true,
            }
        }
        // of a row of figures the last byte
        _ => may_call(text, at + 1),
    })
}

/// Whether the figures that end at `end` may be a number to call: seven, an area code before a dash, a service line.
fn may_call(text: &str, end: usize) -> bool {
    let start = text[..end].trim_end_matches(|c| numeral::figure(c).is_some()).len();
    let (figures, rest) = (&text[start..end], &text[end..]);
    let count = figures.chars().count();
    let mut services = ["400", "800"].iter().flat_map(|code| figures.match_indices(code));
    count >= PHONE
        || count > 2 && rest.starts_with(['-', '—', '－']) && is_area(&text[..end])
        || services.any(|(at, code)| is_service(&text[start + at + code.len()..]))
}

/// The fewest figures of a number without an area code.
const PHONE: usize = 7;

/// Whether what follows 400 or 800 are its figures.
fn is_service(rest: &str) -> bool {
    let figures = rest.trim_start_matches(['-', '－', ' ']);
    rest.len() - figures.len() <= '－'.len_utf8() && figures.len() >= 3 && figures.bytes().take(3).all(|b| b.is_ascii_digit())
}

/// Whether `text` ends as area codes do: 010, 0750.
fn is_area(text: &str) -> bool {
    let figures = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    [3, 4].iter().any(|length| *length <= figures && text[text.len() - length..].starts_with('0'))
}

/// Numbers and addresses; of two that overlap the one that begins first.
fn values(text: &str, places: Vec<label::Place>) -> Vec<Field> {
    let mut found: Vec<(Kind, Range<usize>)> = Vec::new();
    found.extend(email::find(text).into_iter().map(|f| (Kind::Email, f.range)));
    found.extend(addresses(text, places).into_iter().map(|range| (Kind::Address, range)));
    found.extend(url::find(text).into_iter().map(|f| (Kind::Url, f.range)));
    found.extend(postcode::find(text).into_iter().map(|f| (Kind::Postcode, f.range)));
    // “姓名+1390000XXXX”, 如13800138000 show how a thing is to be written
    let quoted = |at: usize| tail(&text[..at], 40).rfind('“') > tail(&text[..at], 40).rfind('”');
    let example = |at: usize| text[..at].trim_end_matches(['：', ':']).ends_with(['如', '例']);
    let called = |f: &Found<phone::Phone>| {
        let named = f.value.kind != phone::Kind::Hotline || f.value.number.len() > 6 || is_called(text, &f.range);
        named && !(f.value.masked && quoted(f.range.start)) && !example(f.range.start)
    };
    found.extend(phone::find(text).into_iter().filter(called).map(|f| (Kind::Phone(f.value.kind), f.range)));
    order::by(&mut found, |(_, range)| (range.start, 0));
    let mut end = 0;
    found.retain(|(_, range)| {
        range.start >= end && {
            end = range.end;
            true
        }
    });
    found.into_iter().map(|(kind, range)| Field { kind, start: label::start(text, range.start), range, behind: false }).collect()
}

/// Whether a service line is given to be called, not just talked about (“12345”热线平台).
fn is_called(text: &str, range: &Range<usize>) -> bool {
    const BEFORE: &[&str] = picked!(contact_labels: service);
    const TALK: [&str; 8] = ["平台", "服务水平", "工单", "建设", "办理", "整合", "运行", "管理"];
    let before = tail(&text[..range.start], 12);
    let clause = before.rsplit(['，', '。', '；', '\n']).next().unwrap_or(before);
    let after = head(&text[range.end..], 10);
    short::holds(clause, BEFORE) && !short::holds(after, &TALK)
}

/// The addresses behind their labels.
fn addresses(text: &str, places: Vec<label::Place>) -> Vec<Range<usize>> {
    let works = |before: &str| short::ends_with(before, &["建设", "项目", "工程", "拟建", "施工", "交货", "宗地"]);
    let labels = places.into_iter().filter(|label| {
        let before = &text[..label.start];
        !before.ends_with(['网', '件', '箱']) && !works(before)
    });
    let found = labels.filter_map(|label| {
        let (rest, address) = Address::parse(&text[label.end..]).ok()?;
        let end = text.len() - rest.len();
        let known = label.named || address.text.contains(['路', '街', '号', '楼', '室']) || address.text.contains("信箱");
        known.then(|| {
            let range = end - address.text.len()..end;
            let inner = in_bracket(&address.text).or_else(|| behind_organ(&address.text));
            inner.map_or(range.clone(), |inner| range.start + inner.start..range.start + inner.end)
        })
    });
    found.collect()
}

/// The address in brackets behind the organ that is there: 市科学技术局（人民路68号.
fn in_bracket(address: &str) -> Option<Range<usize>> {
    let open = address.find(['（', '('])?;
    let start = open + address[open..].chars().next().map_or(1, char::len_utf8);
    let end = address.strip_suffix(['）', ')']).map_or(address.len(), str::len);
    let inner = address.get(start..end)?;
    // 县商务局（地址：人民路68号）
    let inner = inner.strip_prefix("地址").map_or(inner, |inner| inner.trim_start_matches(['：', ':', ' ']));
    let start = end - inner.len();
    // 人才市场一楼大厅（中山路18号） is a place
    let organ = agency::is_organ(&address[..open]) && !address[..open].contains(['楼', '层']);
    (organ && inner.contains(['路', '街', '道', '巷']) && inner.contains('号')).then_some(start..end)
}

/// The address behind the desk that is there: 市防汛办公室：行政中心3号楼212室.
fn behind_organ(address: &str) -> Option<Range<usize>> {
    let (organ, place) = address.split_once(['：', ':'])?;
    let place = place.trim_start();
    (agency::is_organ(organ) && place.contains(is_figure)).then(|| address.len() - place.len()..address.len())
}

/// Whether a line says that numbers follow below it: 联系电话：, 业务咨询电话及邮箱.
pub(super) fn asks_for_numbers(line: &str) -> bool {
    const LONGEST: usize = 20;
    let words = line.trim().trim_end_matches(['：', ':']);
    let labelled = short::ends_with(words, picked!(contact_labels: phone | mail | reach));
    labelled && words.chars().take(LONGEST + 1).count() <= LONGEST
}

/// The numbers of a line that says nothing else but whose they are, under one that gives a contact: 市财政局 李明远 3380217,
/// 市财政局：3380217、3380218. Where numbers are `asked` for, other words may say whose they are, or none.
pub(super) fn listed(text: &str, asked: bool) -> Vec<Field> {
    const LONGEST: usize = 40;
    let words = text.trim_end();
    let mut numbers = Vec::new();
    let mut end = words.len();
    while let Some(number) = local_number(&words[..end]) {
        let start = number.start;
        numbers.push(Field { kind: Kind::Phone(phone::Kind::Landline), start, range: number, behind: false });
        match words[..start].trim_end().strip_suffix('、') {
            Some(rest) => end = rest.len(),
            None => break,
        }
    }
    let Some(start) = numbers.last().map(|first| first.start) else { return Vec::new() };
    let before = &words[..start];
    let plain = |c: char| is_han(c) || matches!(c, ' ' | '\u{3000}' | '、' | '，' | '：' | ':');
    if before.len() > 3 * LONGEST || !before.chars().all(plain) {
        return Vec::new();
    }
    let mut fields = before_number(text, 0, start);
    // 填表日期：20240321, 开户账号：12345678, 规划人口：1200000
    let other = |desk: &str| desk.ends_with(['期', '号', '码', '口', '数', '证', '间', '额', '量', '积']);
    let called = |desk: &str| asked && !desk.is_empty() && !other(desk) || agency::is_organ(desk);
    let desk = before.trim_end().strip_suffix(['：', ':']).is_some_and(called) || asked && before.is_empty();
    if fields.is_empty() && !desk {
        return Vec::new();
    }
    fields.extend(numbers.into_iter().rev());
    fields
}

/// The number without an area code with which `words` end.
fn local_number(words: &str) -> Option<Range<usize>> {
    let start = words.trim_end_matches(is_figure).len();
    (PHONE..=PHONE + 1).contains(&words[start..].chars().count()).then_some(start..words.len())
}

/// Names behind labels, and right before a number.
fn names(text: &str, desks: &[usize], fields: &mut Vec<Field>) {
    let labelled = person::find(text).into_iter().map(|found| {
        let before = tail(&text[..found.range.start], 12);
        let label = before
            .rfind(['联', '负', '经', '收', '承', '填', '责', '咨', '解'])
            .filter(|_| before.trim_end().ends_with(['：', ':', '人', '员', ' ', '为']));
        let start = label.map_or(found.range.start, |at| found.range.start - before.len() + at);
        Field { start, ..Field::name(found.range, false) }
    });
    let mut labelled: Vec<Field> = labelled.collect();
    labelled.extend(desks.iter().flat_map(|at| person::list(text, *at)).map(|found| Field::name(found.range, false)));
    order::by(&mut labelled, |f| (f.range.start, 0));
    labelled.dedup_by(|b, a| b.range.start < a.range.end);
    let mut others = Vec::new();
    let (mut from, mut known) = (0, 0);
    for field in fields.iter() {
        while let Some(name) = labelled.get(known).filter(|name| name.range.start < field.start) {
            (from, known) = (from.max(name.range.end), known + 1);
        }
        if matches!(field.kind, Kind::Phone(_)) && from <= field.start {
            others.extend(before_number(text, from, field.start));
            others.extend(behind_number(text, field));
        }
        // 发送至教务处李明远老师（邮箱：…）
        if field.kind == Kind::Email && from <= field.start {
            let titled = |name: &Field| person::ends_with_title(&text[name.range.clone()]);
            others.extend(before_number(text, from, field.start).into_iter().filter(titled));
        }
        from = field.range.end;
    }
    fields.extend(labelled.into_iter().chain(others));
    order::by(fields, |f| (f.range.start, 0));
}

/// The name in brackets right behind a number: 3380216（李明远）, 3380216（人事科李老师）; or those with which the line ends.
fn behind_number(text: &str, field: &Field) -> Vec<Field> {
    let at = field.range.end;
    let Some(inner) = text[at..].strip_prefix(['（', '(']) else { return at_line_end(text, field) };
    /// Characters of a bracket.
    const REACH: usize = 20;
    let start = text.len() - inner.len();
    let Some(end) = head(inner, REACH).find(['）', ')']).map(|end| start + end) else { return Vec::new() };
    let whole = Person::parse(inner).is_ok_and(|(rest, _)| text.len() - rest.len() == end);
    if whole {
        return vec![Field::name(start..end, true)];
    }
    last_word(text, start, end).into_iter().map(|name| Field::name(name.range, true)).collect()
}

/// The teachers at the end of the line behind a number, 3380216 李老师, or whoever its label says to follow: 联系电话及联系人：3380216
/// 李明远、王强.
fn at_line_end(text: &str, number: &Field) -> Vec<Field> {
    /// Characters of blanks and names.
    const REACH: usize = 40;
    let at = number.range.end;
    let near = head(&text[at..], REACH);
    let Some(end) = near.find(['\n', '。']).or_else(|| (at + near.len() == text.len()).then_some(near.len())) else { return Vec::new() };
    let names = near[..end].trim_matches([' ', '\u{3000}']);
    let start = at + near.len() - near.trim_start_matches([' ', '\u{3000}']).len();
    if start == at || names.is_empty() {
        return Vec::new();
    }
    let promised = tail(&text[..number.range.start], 12).contains("及联系人");
    let people = person::list(text, start);
    let known = |name: &Found<Person>| promised || text[name.range.clone()].ends_with("老师");
    if people.last().is_none_or(|last| last.range.end != start + names.len()) || !people.iter().all(known) {
        return Vec::new();
    }
    people.into_iter().enumerate().map(|(n, name)| Field::name(name.range, n == 0)).collect()
}

/// The names that end right before the number (or its label) at `at`: 李明远、王强 0750-3380216.
fn before_number(text: &str, from: usize, at: usize) -> Vec<Field> {
    let before = text[from..at].trim_end_matches([' ', '\u{3000}', '：', ':', '（', '(', '，', ',', '\t', '；', '-', '—']);
    let before = before.strip_suffix("联系").unwrap_or(before);
    let before = without_desk(before);
    let marks = ['，', '。', '；', '：', ':', '\n', '\t', '（', '(', '）', ')', ';', ','];
    let start = before.rfind(marks).map_or(0, |p| p + before[p..].chars().next().map_or(1, char::len_utf8));
    let list = before[start..].trim_start_matches(['、', '和', ' ', '\u{3000}']);
    let (start, end) = (from + before.len() - list.len(), from + before.len());
    let whole = |names: &Vec<Found<Person>>| names.last().is_some_and(|last| last.range.end == end);
    let names = Some(person::list(text, start)).filter(whole).unwrap_or_else(|| last_word(text, start, end));
    names.into_iter().map(|found| Field::name(found.range, false)).collect()
}

/// 凌霜（市水利局） without the desk in brackets.
fn without_desk(words: &str) -> &str {
    let open = words.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']).map(|at| (at, inner)));
    let desk = open.filter(|(at, inner)| agency::is_organ(inner[*at..].trim_start_matches(['（', '('])));
    desk.map_or(words, |(at, _)| &words[..at])
}

/// The name that ends `start..end` behind a blank, an organ or a post: 海川市教育局 李明远, 办公室主任李明远, 教务处李明远老师.
fn last_word(text: &str, start: usize, end: usize) -> Vec<Found<Person>> {
    /// Signs of a name with its title.
    const LONGEST: usize = 6;
    let heads = text[start..end].char_indices().rev().map(|(at, _)| start + at).take(LONGEST).skip(1);
    let begins = |at: &usize| {
        let before = &text[start..*at];
        before.ends_with([' ', '\u{3000}', '\t']) || agency::ends_like_organ(before) || person::ends_with_title(before)
    };
    let names = heads.filter(begins).filter_map(|at| {
        let (rest, value) = Person::parse(&text[at..end]).ok()?;
        rest.is_empty().then_some(Found { value, range: at..end })
    });
    names.last().into_iter().collect()
}
