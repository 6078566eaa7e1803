//! Attachments: announced and present must be the same (GB/T 9704-2012, 7.3.4 and 7.3.7).
//!
//! Dumps of web pages leave attachments out as files, so a document none of whose attachments is there says nothing
//! about them; where one is there, the others should be.

use super::{Findings, Subject, cue::Cues};
use crate::{
    diagnostic::{Rule, Severity},
    phrase::{
        numeral::{self, is_figure},
        title::key,
    },
    reading::Block,
    span::Span,
    structure::{Part, PartKind, Role},
};

/// Listed, and its body is missing.
static ABSENT: Rule = Rule {
    code: "attachment-absent",
    severity: Severity::Warning,
    zh: "附件说明列有附件{0}“{1}”，文后没有该附件。",
    en: "Attachment {0}, “{1}”, is announced, and its text is not there while others are.",
    basis: "GB/T 9704-2012, 7.3.4, 7.3.7",
};
/// There, and not listed.
static UNANNOUNCED: Rule = Rule {
    code: "attachment-unannounced",
    severity: Severity::Warning,
    zh: "文后有附件{0}，附件说明未列。",
    en: "Attachment {0} is there and the list of attachments does not announce it.",
    basis: "GB/T 9704-2012, 7.3.4",
};
/// Listed under another title.
static TITLE: Rule = Rule {
    code: "attachment-title",
    severity: Severity::Warning,
    zh: "附件{0}的标题“{1}”与附件说明“{2}”不一致。",
    en: "Attachment {0} is entitled “{1}” and announced as “{2}”.",
    basis: "GB/T 9704-2012, 7.3.7",
};
/// 附件：1.名单。
static MARK: Rule = Rule {
    code: "attachment-mark",
    severity: Severity::Info,
    zh: "附件名称后不加标点符号。",
    en: "No mark stands behind the name of an attachment.",
    basis: "GB/T 9704-2012, 7.3.4",
};
/// 见附件3
static REFERENCE: Rule = Rule {
    code: "attachment-reference",
    severity: Severity::Error,
    zh: "文中提到“附件{0}”，附件只有{1}个。",
    en: "The text refers to attachment {0}, and there are only {1}.",
    basis: "the document contradicts itself",
};

/// Listed, and no attachment is there at all.
static ELSEWHERE: Rule = Rule {
    code: "attachment-elsewhere",
    severity: Severity::Info,
    zh: "附件说明列有{0}个附件，文本中没有附件正文。",
    en: "{0} attachment(s) are announced, and none of them is in the text.",
    basis: "GB/T 9704-2012, 7.3.7; dumps of web pages leave attachments out",
};
/// 附件：1. 3.
static NUMBERING: Rule = Rule {
    code: "attachment-numbering",
    severity: Severity::Warning,
    zh: "附件顺序号不连续：“{0}”之后是“{1}”。",
    en: "The numbers of the attachments do not run on: {1} follows {0}.",
    basis: "GB/T 9704-2012, 7.3.4",
};

pub(super) static RULES: &[&Rule] = &[&ABSENT, &ELSEWHERE, &UNANNOUNCED, &TITLE, &MARK, &NUMBERING, &REFERENCE];

/// The number of the last attachment that is believed: what has three figures behind 附件 is a year, a page or a room.
const MOST: usize = 99;

/// An attachment whose text is there.
struct Body<'d> {
    part: &'d Part,
    number: Option<u32>,
    place: Span,
}

/// A line of the list of attachments.
struct Announced {
    number: Option<u32>,
    title: Span,
}

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    let announced: Vec<Announced> =
        document.tail.attachments.iter().map(|(number, title)| Announced { number: *number, title: *title }).collect();
    let bodies: Vec<Body<'_>> =
        document.parts.iter().filter(|part| part.kind == PartKind::Attachment).map(|part| body(subject, part)).collect();
    marks(subject, &announced, findings);
    numbering(&announced, findings);
    if let ([first, rest @ ..], []) = (&announced[..], &bodies[..]) {
        let rest: Vec<Span> = rest.iter().map(|item| item.title).collect();
        findings.report(&ELSEWHERE, first.title, &rest, [&announced.len().to_string()]);
    }
    unlisted(subject, &announced, &bodies, findings);
    references(subject, &announced, &bodies, findings);
    if let ([Announced { number: None, .. }], [Body { number: None, .. }]) = (&announced[..], &bodies[..]) {
        title(subject, &announced[0], &bodies[0], findings);
    }
    // without numbers on both sides nobody can tell which is which
    let numbered = bodies.iter().all(|body| body.number.is_some()) && announced.iter().all(|item| item.number.is_some());
    if numbered && !bodies.is_empty() && (1..=MOST).contains(&announced.len()) && bodies.len() <= MOST {
        compare(subject, &announced, &bodies, findings);
    }
}

/// Compares list and bodies, number by number.
fn compare(subject: &Subject<'_>, announced: &[Announced], bodies: &[Body<'_>], findings: &mut Findings<'_>) {
    for item in announced {
        match bodies.iter().find(|body| body.number == item.number) {
            Some(body) => title(subject, item, body, findings),
            None => absent(subject, item, bodies, findings),
        }
    }
    for body in bodies.iter().filter(|body| announced.iter().all(|item| item.number != body.number)) {
        let number = body.number.unwrap_or_default().to_string();
        let list: Vec<Span> = announced.iter().map(|item| item.title).collect();
        findings.report(&UNANNOUNCED, body.place, &list, [&number]);
    }
}

/// An announced attachment without a body, where others have theirs.
fn absent(subject: &Subject<'_>, item: &Announced, bodies: &[Body<'_>], findings: &mut Findings<'_>) {
    let present: Vec<Span> = bodies.iter().map(|body| body.place).collect();
    let number = item.number.unwrap_or_default().to_string();
    findings.report(&ABSENT, item.title, &present, [&number, &subject.words(item.title)]);
}

/// Attachments behind a signed letter that neither lists nor mentions any.
fn unlisted(subject: &Subject<'_>, announced: &[Announced], bodies: &[Body<'_>], findings: &mut Findings<'_>) {
    let (document, Some(first)) = (subject.reading.document, bodies.first()) else { return };
    let Some(date) = document.tail.date.filter(|date| announced.is_empty() && date.end <= first.place.start) else { return };
    let mentioned =
        document.text.as_str()[..date.start as usize].contains('附') || document.parts.iter().any(|part| part.kind == PartKind::Enclosure);
    if !mentioned && !document.tail.signatures.is_empty() {
        let number = first.number.map_or_else(String::new, |n| n.to_string());
        findings.report(&UNANNOUNCED, first.place, &[], [&number]);
    }
}

/// Numbers of the list that do not run on.
fn numbering(announced: &[Announced], findings: &mut Findings<'_>) {
    for pair in announced.windows(2) {
        let (Some(first), Some(next)) = (pair[0].number, pair[1].number) else { continue };
        if next != first + 1 {
            findings.report(&NUMBERING, pair[1].title, &[pair[0].title], [&first.to_string(), &next.to_string()]);
        }
    }
}

/// Compares the title of a body with that in the list.
fn title(subject: &Subject<'_>, item: &Announced, body: &Body<'_>, findings: &mut Findings<'_>) {
    let Some(own) = body.part.title else { return };
    let (said, written) = (key(&subject.words(item.title)), key(&subject.words(own)));
    let head: String = key(&subject.words(head(subject, body)));
    if said.is_empty() || written.is_empty() || head.contains(&said) || said.contains(&written) || !alike(&said, &written) {
        return;
    }
    let number = item.number.map_or_else(String::new, |n| n.to_string());
    findings.report(&TITLE, own, &[item.title], [&number, &subject.words(own), &subject.words(item.title)]);
}

/// The first lines of a body, through which a title may run.
fn head(subject: &Subject<'_>, body: &Body<'_>) -> Span {
    let lines = subject.reading.document.lines.iter().map(|line| line.span);
    lines.filter(|line| line.start >= body.place.start).take(5).reduce(Span::cover).unwrap_or(body.place)
}

/// Whether two titles are so near that one must be meant by the other: otherwise no title may have been read.
fn alike(a: &str, b: &str) -> bool {
    let (short, long) = if a.chars().count() < b.chars().count() { (a, b) } else { (b, a) };
    let shared = short.chars().filter(|c| long.contains(*c)).count();
    shared * 3 >= short.chars().count() * 2
}

/// The number above an attachment, and where it begins.
fn body<'d>(subject: &Subject<'d>, part: &'d Part) -> Body<'d> {
    let document = subject.reading.document;
    let first = document.lines.partition_point(|line| line.span.end < part.span.start);
    let mark =
        document.lines[..first].iter().rev().find(|line| line.role != Role::Furniture).filter(|line| line.role == Role::AttachmentMark);
    let own = document.lines.get(first).map(|line| Span { start: line.span.start, end: part.span.start.max(line.span.start) });
    let number = |span: Span| numbers(document.text.slice(span)).next().map(|(_, n)| n);
    let place = mark.map(|line| line.span).or(own).unwrap_or(part.span);
    Body {
        part,
        number: mark.map(|line| line.span).and_then(number).or_else(|| own.and_then(number)),
        place: place.cover(part.title.unwrap_or(place)),
    }
}

/// 附件1, 附件2: the numbers behind 附件 and where each 附件 stands.
fn numbers(text: &str) -> impl Iterator<Item = (usize, u32)> + '_ {
    text.match_indices("附件").filter_map(|(at, word)| {
        let rest = text[at + word.len()..].trim_start_matches(' ');
        let (behind, number) = numeral::figures(rest).or_else(|_| numeral::words(rest)).ok()?;
        // 附件三份, 附件一并报送
        let counted = behind.starts_with(['份', '个', '并', '式', '项', '类', '页', '张', '起', '同', '定', '般', '样', '致']);
        let part = behind.starts_with(['-', '—', '.', '．', '年', '页', '、']) && behind.chars().nth(1).is_some_and(is_figure);
        u32::try_from(number).ok().filter(|n| (1..=MOST as u32).contains(n) && !part && !counted).map(|n| (at, n))
    })
}

/// Marks behind the titles of the list.
fn marks(subject: &Subject<'_>, announced: &[Announced], findings: &mut Findings<'_>) {
    let text = subject.reading.document.text.as_str();
    for item in announced {
        let rest = text[item.title.end as usize..].chars().next().filter(|c| matches!(c, '。' | '；' | '，' | ';'));
        if let Some(sign) = rest {
            findings.report(&MARK, Span { start: item.title.end, end: item.title.end + sign.len_utf8() as u32 }, &[item.title], []);
        }
    }
}

/// Numbers in the text that no attachment has.
fn references(subject: &Subject<'_>, announced: &[Announced], bodies: &[Body<'_>], findings: &mut Findings<'_>) {
    let document = subject.reading.document;
    if announced.is_empty() || document.parts.iter().filter(|part| part.kind != PartKind::Attachment).count() > 1 {
        return;
    }
    // a page's links and an enclosure's own list count, too
    let outside = subject.lines_with(Cues::ATTACHMENT).filter(|(_, line, _)| !matches!(line.role, Role::Body | Role::Row));
    let listed = outside.flat_map(|(_, _, text)| numbers(text).map(|(_, n)| n));
    let items = announced.iter().filter_map(|item| item.number);
    let last = items.chain(bodies.iter().filter_map(|body| body.number)).chain(listed).max();
    let last = last.unwrap_or(0).max(announced.len() as u32);
    let list: Vec<Span> = announced.iter().map(|item| item.title).collect();
    let letters = |block: &Block| document.parts[block.part].kind == PartKind::Letter;
    for (block, text) in subject.blocks_with(Cues::ATTACHMENT).filter(|(block, _)| letters(block)) {
        for (at, number) in numbers(text).filter(|(_, number)| *number > last) {
            let place = block.span.slice(at..at + "附件".len());
            findings.report(&REFERENCE, place, &list, [&number.to_string(), &last.to_string()]);
        }
    }
}
