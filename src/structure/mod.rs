//! Text to document: the elements of GB/T 9704-2012. Cannot fail: what fits nowhere is body text.

mod annexes;
mod body;
mod chapter;
mod colophon;
mod contact;
mod facts;
mod glued;
mod head;
pub mod label;
mod line;
mod outline;
mod page;
mod pieces;
mod runon;
mod step;
mod table;
mod tail;

use crate::{source::Text, span::Span};
pub(crate) use head::without_bracket;
use line::Lines;
pub(crate) use table::{cells, grid};

/// A document: its text, the elements of its head and tail, and its bodies.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text all spans point into.
    pub text: Text,
    /// What stands above the body: mark, number, title, recipients.
    pub head: Head,
    /// The letter, what it encloses, its attachments.
    pub parts: Vec<Part>,
    /// What stands below the letter's body: list of attachments, signature, date, notes.
    pub tail: Tail,
    /// What a web page adds around the document.
    pub page: Page,
    /// Each line of the reading and what it is; they tile the reading.
    pub lines: Vec<Line>,
}

/// A line of the reading and its role in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line without its line end.
    pub span: Span,
    /// What it is.
    pub role: Role,
}

/// What a line is in the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Text of a part: paragraphs, section labels, headings.
    #[default]
    Body,
    /// A row of a table.
    Row,
    /// Navigation, share buttons, counters of a web page.
    Furniture,
    /// A field of a page's data block.
    PageData,
    /// 份号, 密级, 紧急程度, 发文机关标志, 签发人.
    Masthead,
    /// 发文字号.
    DocNumber,
    /// 标题, of the letter or of another part.
    Title,
    /// 主送机关.
    Recipients,
    /// 附件说明.
    AttachmentNote,
    /// 附件 and its number above the body of an attachment.
    AttachmentMark,
    /// 发文机关署名.
    Signature,
    /// 成文日期.
    Date,
    /// 附注 and 公开方式; who was at a meeting.
    Note,
    /// Contact lines between body and signature or below it.
    Contact,
    /// 版记: 抄送机关, 印发机关 and 印发日期.
    Colophon,
}

/// 版头 and the top of 主体 (GB/T 9704-2012, 7.2 and 7.3).
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// 份号.
    pub copy_number: Option<Span>,
    /// 密级和保密期限.
    pub secrecy: Option<Span>,
    /// 紧急程度.
    pub urgency: Option<Span>,
    /// 发文机关标志.
    pub issuing_mark: Option<Span>,
    /// 发文字号.
    pub doc_number: Option<Span>,
    /// 签发人, one name each.
    pub signatories: Vec<Span>,
    /// 标题, over all its lines.
    pub title: Option<Span>,
    /// 主送机关, one organ each.
    pub recipients: Vec<Span>,
    /// Who signs under the title.
    pub issuers: Vec<Span>,
    /// The day in a 题注 under the title.
    pub date: Option<Span>,
}

/// The bottom of 主体, and 版记 (GB/T 9704-2012, 7.3 and 7.4).
#[derive(Clone, Debug, Default)]
pub struct Tail {
    /// 附件说明: number and title.
    pub attachments: Vec<(Option<u32>, Span)>,
    /// 发文机关署名.
    pub signatures: Vec<Span>,
    /// Who signs an order in person.
    pub signatories: Vec<Span>,
    /// 成文日期.
    pub date: Option<Span>,
    /// 附注, brackets included.
    pub note: Option<Span>,
    /// The words that say how far the document is public.
    pub disclosure: Option<Span>,
    /// 抄送机关, one organ each.
    pub cc: Vec<Span>,
    /// 印发机关.
    pub printer: Option<Span>,
    /// 印发日期.
    pub print_date: Option<Span>,
}

/// What a web page says about the document.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// 索引号.
    pub index_number: Option<Span>,
    /// 发文机关, 发布机构.
    pub publisher: Option<Span>,
    /// 发布日期.
    pub published: Option<Span>,
    /// 成文日期.
    pub written: Option<Span>,
    /// 信息来源.
    pub source: Option<Span>,
    /// 主题分类.
    pub topic: Option<Span>,
    /// 标题.
    pub title: Option<Span>,
    /// 文号, 发文字号.
    pub doc_number: Option<Span>,
    /// 公开方式.
    pub disclosure: Option<Span>,
    /// 当前位置.
    pub breadcrumbs: Vec<Span>,
}

/// What a part is to the document. 各部分在文件中的地位。
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// The document itself. 文件本体。
    Letter,
    /// A document that the letter issues. 所印发、转发的文件。
    Enclosure,
    /// An attachment. 附件。
    Attachment,
}

/// One body: title, text before the first label, sections.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is to the document.
    pub kind: PartKind,
    /// Its title, over all its lines.
    pub title: Option<Span>,
    /// From its first line to its last.
    pub span: Span,
    /// Paragraphs and rows before the first label.
    pub lead: Vec<Block>,
    /// The section tree.
    pub sections: Vec<Section>,
}

/// A labelled piece of text with all that stands under it.
#[derive(Clone, Debug)]
pub struct Section {
    /// The label without the mark that closes it: `一`, `（一）`, `第三条`.
    pub label: Span,
    /// What kind of label.
    pub style: label::Style,
    /// Its number.
    pub ordinal: u32,
    /// The heading, where there is one.
    pub heading: Option<Span>,
    /// Paragraphs and rows under it, before the first section inside.
    pub blocks: Vec<Block>,
    /// From its label to the end of its last section.
    pub span: Span,
    /// The sections inside.
    pub sections: Vec<Section>,
}

/// A paragraph or a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The text without the section's label and heading.
    pub span: Span,
    /// Whether it is a row of a table.
    pub row: bool,
}

impl Document {
    /// Reads the structure of `text`.
    ///
    /// ```
    /// use gongwen::{Document, source::Text};
    /// let text = "海川市教育局关于开展检查的通知\n各县（区）教育局：\n现就有关事项通知如下。\n一、检查内容\n（一）安全。\n海川市教育局\n2024年4月1日\n";
    /// let document = Document::parse(Text::read(text.to_owned()));
    /// assert_eq!(document.parts[0].sections[0].sections.len(), 1);
    /// assert_eq!(document.text.slice(document.tail.date.unwrap()), "2024年4月1日");
    /// ```
    pub fn parse(text: Text) -> Self {
        let mut lines = Lines::new(&text);
        let mut page = page::read(&mut lines);
        let (head, start) = head::read(&mut lines, &page);
        if head.title.is_none() && page.title.is_none() {
            page.title = annexes::copy(&lines);
        }
        let mut tail = Tail::default();
        let end = lines.len();
        colophon::read(&mut lines, start..end, &mut tail);
        table::mark(&mut lines);
        let mut bodies = body::split(&mut lines, start, head.title, &page);
        for (n, body) in bodies.iter().enumerate() {
            match body.kind {
                PartKind::Letter if n > 0 => {}
                PartKind::Letter => tail::letter(&mut lines, body.lines.clone(), &mut tail),
                PartKind::Enclosure if tail.date.is_none() => tail::letter(&mut lines, body.lines.clone(), &mut tail),
                PartKind::Enclosure => tail::enclosure(&mut lines, body.lines.clone(), &mut tail),
                PartKind::Attachment => {}
            }
            if n > 0 {
                tail::own(&mut lines, body.lines.clone());
            }
        }
        if tail.attachments.is_empty() && bodies.iter().all(|body| body.kind != PartKind::Attachment) {
            tail.attachments = annexes::downloads(&lines, head.title.or(page.title).map_or("", |span| text.slice(span)));
        }
        let announced: Vec<Span> = tail.attachments.iter().map(|(_, span)| *span).collect();
        body::settle_titles(&mut lines, &mut bodies, &announced);
        let parts = bodies.into_iter().map(|body| part(&lines, body)).collect();
        let lines = lines.all;
        Self { text, head, parts, tail, page, lines }
    }

    /// Where the text goes on with documents of their own: [`head`](Self::head) and [`tail`](Self::tail) are those of the first.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().skip(1).filter(|part| part.kind == PartKind::Letter)
    }
}

/// Reads the sections of a body.
fn part(lines: &Lines<'_>, body: body::Body) -> Part {
    let (lead, sections) = outline::read(lines, body.lines.clone());
    // a title that only the page says stands outside
    let among_data = |title: &Span| {
        let line = lines.all.partition_point(|line| line.span.end <= title.start);
        lines.all.get(line).is_some_and(|line| matches!(line.role, Role::Furniture | Role::PageData))
    };
    let first = body.title.filter(|title| !among_data(title)).or_else(|| (!body.lines.is_empty()).then(|| lines.span(body.lines.start)));
    let last = body.lines.clone().next_back().map(|i| lines.span(i));
    let span = first.into_iter().chain(last).reduce(Span::cover).unwrap_or_default();
    Part { kind: body.kind, title: body.title, span, lead, sections }
}
