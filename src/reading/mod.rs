//! What every extractor looks at: the document's blocks in reading order.

pub(crate) mod clause;
pub(crate) mod cue;
mod joint;
mod mention;
mod quote;
pub(crate) mod segment;
pub(crate) mod sentence;
pub(crate) mod series;

pub(crate) use cue::{Cues, Places};
pub use quote::Quote;

use std::sync::Arc;

use crate::{
    order,
    phrase::{doc_number::DocNumber, numeral, when::When},
    source::Text,
    span::{Found, Origin, Span},
    structure::{Document, Role, Section},
};

/// A document laid out flat.
#[derive(Debug)]
pub struct Reading<'d> {
    /// The document.
    pub document: &'d Document,
    /// Its blocks, in reading order; disjoint.
    pub blocks: Vec<Block>,
    /// Where the cues stand in its text whose places are asked for.
    pub(crate) cues: Places,
}

/// A stretch of text that is read as one: a heading, a paragraph, a row, a line of head or tail.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where it stands, without label.
    pub span: Span,
    /// What it is in the document.
    pub place: Place,
    /// Index into `document.parts`.
    pub part: usize,
    /// The id of the section that holds it: `p1.2.3`.
    pub section: Option<Arc<str>>,
    /// How many labelled sections hold it.
    pub depth: usize,
    /// The time expressions in it, counted from its start: none inside 《》 and document numbers.
    pub times: Vec<Found<When>>,
    /// The document numbers in it, where its times had to be told from them.
    pub(crate) numbers: Option<Vec<Found<DocNumber>>>,
    /// The cues in it, without which there is nothing to be found.
    pub(crate) cues: Cues,
}

/// What a block is in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A title or another element above the body.
    Head,
    /// A paragraph before the first label of a part.
    Lead,
    /// The heading of a section.
    Heading,
    /// A paragraph of a section.
    Paragraph,
    /// A row of a table.
    Row,
    /// A line below the body: contact, signature, notes, colophon.
    Tail,
}

impl Block {
    const fn new(span: Span, place: Place, part: usize) -> Self {
        Self { span, place, part, section: None, depth: 0, times: Vec::new(), numbers: None, cues: Cues::empty() }
    }

    /// Whether it is text of a body, and no line of head or tail.
    pub fn is_body(&self) -> bool {
        !matches!(self.place, Place::Head | Place::Tail)
    }
}

impl<'d> Reading<'d> {
    /// Lays `document` out.
    pub fn new(document: &'d Document) -> Self {
        let mut blocks = Vec::with_capacity(document.lines.len());
        for (index, part) in document.parts.iter().enumerate() {
            let place = |row| if row { Place::Row } else { Place::Lead };
            blocks.extend(part.lead.iter().map(|b| Block::new(b.span, place(b.row), index)));
            let id = part_id(index);
            for (n, section) in part.sections.iter().enumerate() {
                flatten(section, &mut id_under(&id, n), index, 1, &mut blocks);
            }
        }
        let lines = document.lines.iter().filter_map(|line| Some((line.span, place_of(line.role)?)));
        let last = |at: u32| document.parts.iter().rposition(|p| p.span.start <= at).unwrap_or(0);
        blocks.extend(lines.map(|(span, place)| Block::new(span, place, last(span.start))));
        order::by(&mut blocks, |b| (b.span.start as usize, b.span.end as usize));
        let cues = Places::of(document.text.as_str());
        hand_out(&document.text, &cues, &mut blocks);
        Self { document, blocks, cues: cues.asked_for() }
    }

    /// The text of a block.
    #[inline]
    pub fn text(&self, block: &Block) -> &'d str {
        self.document.text.slice(block.span)
    }

    /// The cues alone; all else is let go.
    pub(crate) fn into_cues(self) -> Places {
        self.cues
    }

    /// Where the words under `span` stand in the source.
    pub(crate) fn place(&self, span: Span) -> Origin {
        self.document.text.place(span)
    }

    /// What stands under `span`, with its place in the source.
    pub fn quote(&self, span: Span) -> Quote {
        Quote::new(&self.document.text, span)
    }
}

/// Gives each block the cues and times that stand in it.
fn hand_out(text: &Text, cues: &Places, blocks: &mut [Block]) {
    let (mut places, mut openings, mut times) = (cues.all(), Vec::new(), mention::Times::default());
    for block in blocks {
        let (words, start) = (text.slice(block.span), block.span.start);
        // a row of figures may begin before the block
        if words.starts_with(numeral::is_figure) {
            openings.push(0);
        }
        while let [(at, cues), rest @ ..] = places
            && *at < block.span.end
        {
            places = rest;
            if start <= *at {
                block.cues |= *cues;
                if cues.intersects(Cues::TIME) {
                    openings.push((at - start) as usize);
                }
            }
        }
        if !openings.is_empty() {
            times.read(words, &openings, block);
            openings.clear();
        }
    }
}

fn place_of(role: Role) -> Option<Place> {
    Some(match role {
        Role::Body | Role::Row | Role::Furniture | Role::PageData => return None,
        Role::Masthead | Role::DocNumber | Role::Title | Role::Recipients | Role::AttachmentMark => Place::Head,
        Role::AttachmentNote | Role::Signature | Role::Date | Role::Note | Role::Contact | Role::Colophon => Place::Tail,
    })
}

/// The id of the part at `index`: `p1`.
pub(crate) fn part_id(index: usize) -> String {
    let mut id = "p".to_owned();
    push_number(&mut id, index + 1);
    id
}

/// The id of the section at `index` in what has the id `parent`: `p1.2.3`.
pub(crate) fn id_under(parent: &str, index: usize) -> String {
    const LONGEST: usize = 4;
    let mut id = String::with_capacity(parent.len() + LONGEST);
    id.push_str(parent);
    push_under(&mut id, index);
    id
}

/// Makes the id of something that of the section at `index` in it.
fn push_under(id: &mut String, index: usize) {
    id.push('.');
    push_number(id, index + 1);
}

fn push_number(id: &mut String, number: usize) {
    if number > 9 {
        push_number(id, number / 10);
    }
    id.push(char::from(b'0' + (number % 10) as u8));
}

/// Lays `section` out, whose id is `id`.
fn flatten(section: &Section, id: &mut String, part: usize, depth: usize, blocks: &mut Vec<Block>) {
    let own: Arc<str> = id.as_str().into();
    let mut push = |span, place| blocks.push(Block { section: Some(own.clone()), depth, ..Block::new(span, place, part) });
    if let Some(heading) = section.heading {
        push(heading, Place::Heading);
    }
    for block in &section.blocks {
        push(block.span, if block.row { Place::Row } else { Place::Paragraph });
    }
    for (n, child) in section.sections.iter().enumerate() {
        push_under(id, n);
        flatten(child, id, part, depth + 1, blocks);
        id.truncate(own.len());
    }
}
