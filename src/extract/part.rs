//! The document's bodies and their sections, as they are printed.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{
    reading::{
        Cues, Places, Quote, id_under, part_id,
        series::{self, Series},
    },
    source::Text,
    span::{Origin, Span},
    structure::{self, Document, PartKind, label::Style},
};

/// A body: the letter, what it encloses, an attachment. 一个正文：本体、所印发的文件或附件。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// `p1`, `p2`, … 编号。
    pub id: String,
    /// What it is to the document. 它是文件的哪一部分。
    pub kind: PartKind,
    /// Its title. 标题。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Quote>,
    /// From its first line to its last. 从首行到末行的位置。
    pub span: Origin,
    /// Paragraphs before the first section. 第一个层次序数之前的段落。
    pub lead: Vec<Paragraph>,
    /// Its sections. 各层次。
    pub sections: Vec<Section>,
}

/// A labelled piece of text with all that stands under it. 带层次序数的一段及其下全部内容。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// `p1.2.3`: the third section of the second of part one. 编号；p1.2.3 为第一部分第二项之下第三项。
    pub id: String,
    /// As written, without the mark that closes it: 一, （一）, 第三条. 层次序数原文，不含其后的点、顿号。
    pub label: String,
    /// The shape of the label. 层次序数的样式。
    pub style: Style,
    /// The label's number. 层次序数的数值。
    pub ordinal: u32,
    /// The heading; absent where the item is plain text. 小标题；只有正文的项没有。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<Quote>,
    /// Paragraphs before the first section inside. 下一级层次之前的段落。
    pub paragraphs: Vec<Paragraph>,
    /// From the label to the end of the last section inside. 从序数到其下末尾的位置。
    pub span: Origin,
    /// The sections inside. 下一级各层次。
    pub sections: Vec<Section>,
}

/// A paragraph. 段落。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paragraph {
    /// Its words. 段落文字。
    #[serde(flatten)]
    pub quote: Quote,
    /// Its enumerated items (一是…二是…; ①…②… in running text). 段内列举的各项。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Quote>,
}

/// Prints the parts of `document`, in whose text `cues` stand.
pub(crate) fn extract(document: &Document, cues: &Places) -> Vec<Part> {
    let series = cues.all().iter().filter(|(_, cues)| cues.intersects(Cues::SERIES)).map(|(at, _)| *at);
    let printer = Printer { text: &document.text, series: series.collect() };
    let mut parts: Vec<Part> = document.parts.iter().enumerate().map(|(index, part)| printer.part(index, part)).collect();
    // a page may name the document in its data alone
    if let Some(letter) = parts.first_mut().filter(|part| part.kind == PartKind::Letter && part.title.is_none()) {
        letter.title = document.page.title.map(|span| printer.quote(span));
    }
    parts
}

/// What all parts are printed with.
struct Printer<'d> {
    text: &'d Text,
    /// Where a second number of a series stands.
    series: Vec<u32>,
}

impl Printer<'_> {
    fn part(&self, index: usize, part: &structure::Part) -> Part {
        let id = part_id(index);
        Part {
            kind: part.kind,
            title: part.title.map(|span| self.quote(span)),
            span: self.text.place(part.span),
            lead: self.paragraphs(&part.lead),
            sections: self.sections(&id, &part.sections),
            id,
        }
    }

    fn sections(&self, parent: &str, sections: &[structure::Section]) -> Vec<Section> {
        let numbered = sections.iter().enumerate().map(|(n, section)| (id_under(parent, n), section));
        numbered
            .map(|(id, section)| Section {
                label: self.text.slice(section.label).to_owned(),
                style: section.style,
                ordinal: section.ordinal,
                heading: section.heading.map(|span| self.quote(span)),
                paragraphs: self.paragraphs(&section.blocks),
                span: self.text.place(section.span),
                sections: self.sections(&id, &section.sections),
                id,
            })
            .collect()
    }

    fn paragraphs(&self, blocks: &[structure::Block]) -> Vec<Paragraph> {
        let paragraph = |block: &structure::Block| {
            let second = self.series.get(self.series.partition_point(|at| *at < block.span.start));
            let listed = second.is_some_and(|at| *at < block.span.end);
            let items = if listed { items(self.text.slice(block.span)) } else { Vec::new() };
            let items = items.into_iter().map(|range| self.quote(block.span.slice(range))).collect();
            Paragraph { quote: self.quote(block.span), items }
        };
        blocks.iter().map(paragraph).collect()
    }

    fn quote(&self, span: Span) -> Quote {
        Quote::new(self.text, span)
    }
}

/// How items within a paragraph are numbered.
const SERIES: [Series; 3] = [series::said, series::circled, series::ordinal];

/// The enumerated items of a paragraph; a lone 一是 enumerates nothing.
fn items(text: &str) -> Vec<Range<usize>> {
    let starts = SERIES
        .into_iter()
        .filter(|label| label(2).is_some_and(|second| text.contains(&second)))
        .map(|label| starts(text, label))
        .find(|starts| starts.len() > 1)
        .unwrap_or_default();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..start + text[start..end].trim_end().len()).collect()
}

/// Where the numbers of a series stand, one behind the other.
fn starts(text: &str, label: Series) -> Vec<usize> {
    let (mut starts, mut from) = (Vec::new(), 0);
    for number in (1..).map_while(label) {
        let Some(at) = text[from..].find(&number) else { break };
        starts.push(from + at);
        from += at + number.len();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_count_from_the_first() {
        let text = "要做到：一是明确责任。二是落实经费；三是按时报送。";
        let found: Vec<&str> = items(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["一是明确责任。", "二是落实经费；", "三是按时报送。"]);
        assert!(items("这一是重要举措").is_empty());
        for label in SERIES {
            let text: String = (1..=12).filter_map(label).map(|label| label + "甲；").collect();
            let found: Vec<&str> = items(&text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, text.split_inclusive('；').collect::<Vec<_>>());
        }
    }
}
