//! What was composed is what is read, however it is set, encoded or damaged.

use gongwen::{
    Document,
    source::{Text, decode},
    structure::Role,
};
use proptest::prelude::*;

use crate::{
    CORPUS_READ,
    compose::{Set, document, tree},
    leaves,
};

// --- typesetting ---------------------------------------------------------------------------------------

/// How a document is set.
#[derive(Clone, Copy, Debug)]
struct Setting {
    /// Where lines are broken; nowhere, if none.
    column: Option<usize>,
    /// Whether paragraphs are indented by two characters.
    indent: bool,
    /// Empty lines between two lines of a paragraph, and between paragraphs.
    blanks: (usize, usize),
    /// How many lines a page has.
    page: Option<usize>,
    /// What ends a line.
    line_end: &'static str,
}

fn setting() -> impl Strategy<Value = Setting> {
    let blanks = prop::sample::select(vec![(true, (0, 0)), (true, (0, 1)), (false, (0, 1)), (true, (1, 1)), (false, (1, 2))]);
    let column = prop::option::weighted(0.8, (26usize..45).prop_map(|half| 2 * half));
    let line_end = prop::sample::select(vec!["\n", "\r\n"]);
    (column, blanks, prop::option::of(15usize..30), line_end).prop_map(|(column, (indent, blanks), page, line_end)| Setting {
        column,
        indent,
        blanks,
        // where nothing but an empty line tells paragraphs apart, a sentence that ends with its page leaves them open
        page: page.filter(|_| indent && column.is_some()),
        line_end,
    })
}

fn width(c: char) -> usize {
    if c.is_ascii() { 1 } else { 2 }
}

/// `paragraph` broken at `column`; marks that may not begin a line hang over it.
fn broken(paragraph: &str, column: usize, indent: usize) -> Vec<String> {
    let (mut lines, mut line, mut at) = (Vec::new(), String::new(), indent);
    for c in paragraph.chars() {
        if at + width(c) > column && !"，。、；：）》”%".contains(c) && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            at = 0;
        }
        line.push(c);
        at += width(c);
    }
    lines.push(line);
    lines
}

fn set(elements: &[(String, Set)], setting: &Setting) -> String {
    let mut out = String::new();
    let (mut count, mut page) = (0, 0);
    for (words, kind) in elements {
        let indented = setting.indent && *kind == Set::Paragraph;
        let lines = match setting.column {
            Some(column) => broken(words, column, if indented { 4 } else { 0 }),
            None => vec![words.clone()],
        };
        for (n, line) in lines.iter().enumerate() {
            out += if n == 0 && indented { "　　" } else { "" };
            out += line;
            out += &setting.line_end.repeat(1 + setting.blanks.0);
            count += 1;
            if setting.page.is_some_and(|lines| count % lines == 0) {
                page += 1;
                out += &format!("{0}— {page} —{0}{0}", setting.line_end);
            }
        }
        out += &setting.line_end.repeat(setting.blanks.1 - setting.blanks.0);
    }
    out
}

/// The bytes of `text` in an encoding, by number.
fn encoded(text: &str, encoding: usize) -> Vec<u8> {
    let units = || text.encode_utf16();
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        2 => encoding_rs::GB18030.encode(text).0.into_owned(),
        3 => units().flat_map(u16::to_le_bytes).collect(),
        _ => [0xfe, 0xff].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect(),
    }
}

fn read(bytes: &[u8]) -> Result<Document, TestCaseError> {
    let decoded = decode(bytes, None).map_err(|e| TestCaseError::fail(e.to_string()))?;
    Ok(Document::parse(Text::read(decoded.text)))
}

// --- laws ----------------------------------------------------------------------------------------------

proptest! {
    #[test]
    fn what_is_written_is_read(composed in document(), setting in setting(), encoding in 0usize..5) {
        let text = set(&composed.lines(), &setting);
        let document = read(&encoded(&text, encoding))?;
        prop_assert_eq!(tree(&document), composed.tree(), "{:?}\n{}", setting, text);
        prop_assert_eq!(leaves::breaches(&document), Vec::<String>::new());
    }

    #[test]
    fn damage_loses_nothing(composed in document(), setting in setting(), encoding in 0usize..5, places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0usize..4), 1..12)) {
        let mut bytes = encoded(&set(&composed.lines(), &setting), encoding);
        for (place, byte, kind) in places {
            let at = place.index(bytes.len().max(1));
            match kind {
                _ if bytes.len() < 8 => {}
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => drop(bytes.drain(at..(at + usize::from(byte)).min(bytes.len()))),
            }
        }
        if let Ok(decoded) = decode(&bytes, None) {
            let document = Document::parse(Text::read(decoded.text));
            prop_assert_eq!(leaves::breaches(&document), Vec::<String>::new());
        }
    }
}

/// The lines of a document as elements to set: its words, without what a page adds and without tables.
fn elements(document: &Document) -> Vec<(String, Set)> {
    let kind = |role| if matches!(role, Role::Body | Role::Contact) { Set::Paragraph } else { Set::Line };
    let words = document.lines.iter().filter(|line| !matches!(line.role, Role::Row | Role::Furniture | Role::PageData));
    words.map(|line| (document.text.slice(line.span).to_owned(), kind(line.role))).collect()
}

/// Documents that no column is to be put on: a line of a form that is all blanks, which is no paragraph; a line on which
/// three organs sign, in whose names no typesetter breaks it.
const OTHERWISE: [&str; 2] = ["signed-enclosing-plan.txt", "joint-of-three-organs-many-desks.txt"];

/// Whether `elements` show at `column` that lines are broken: one breaks off inside a sentence. Where a sentence ends just
/// there each time, which takes a very short document, its next one may as well be a paragraph.
fn shows(elements: &[(String, Set)], column: usize) -> bool {
    let indent = |kind: &Set| if *kind == Set::Paragraph { 4 } else { 0 };
    let lines = elements.iter().map(|(words, kind)| broken(words, column, indent(kind)));
    let mut breaks = lines
        .flat_map(|mut lines| {
            lines.pop();
            lines
        })
        .peekable();
    breaks.peek().is_none() || breaks.any(|line| !line.ends_with(['。', '；', '：', '！']))
}

#[test]
fn our_documents_read_the_same_at_another_column() {
    let mut broken = Vec::new();
    let paragraphs = |name: &str| !OTHERWISE.iter().any(|other| name.ends_with(other));
    for sample in CORPUS_READ.iter().flatten().filter(|sample| paragraphs(&sample.name)) {
        let elements = elements(&sample.document);
        let at = |column| {
            let setting = Setting { column, indent: true, blanks: (0, 0), page: None, line_end: "\n" };
            tree(&Document::parse(Text::read(set(&elements, &setting))))
        };
        let whole = at(None);
        for column in [56, 64, 72].into_iter().filter(|column| shows(&elements, *column)) {
            let other = at(Some(column));
            if let Some((one, other)) = whole.lines().zip(other.lines()).find(|(one, other)| one != other) {
                broken.push(format!("{} at {column}:\n  {one}\n  {other}", sample.name));
            }
        }
    }
    assert!(broken.is_empty(), "{} of them\n{}", broken.len(), broken.join("\n"));
}
