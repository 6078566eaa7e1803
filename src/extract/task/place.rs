//! Where in the document a clause stands: the genre of its body, its section's headings, lead or item.

use std::sync::LazyLock;

use super::weigh::{Evidence, Scale, evidence, names};
use crate::{
    lexicon::{GENRES, Held, Lists, joined, picked, short},
    reading::{self, Block},
    span::Span,
    structure::{Document, Section, label::Style, without_bracket},
};

/// What headings say of the text under them: name and words.
const HEADINGS: [(&str, &[&str]); 12] = [
    ("purpose", &["指导思想", "目的", "意义", "背景", "总则", "总体要求", "总体思路"]),
    ("basis", &["依据", "立项", "概况", "概述", "现状", "简介", "基本情况", "工作成效", "回顾"]),
    ("effect", &["成效", "效益", "效果", "预期"]),
    ("principle", &["原则"]),
    ("scope", &["范围", "对象", "条件", "资格", "适用", "标准", "分类", "定位"]),
    ("goal", &["目标", "指标"]),
    ("definition", &["定义", "术语", "含义"]),
    ("annex", &["附则", "其他", "其它"]),
    ("work", &["任务", "措施", "内容", "重点", "工作", "安排", "要求", "步骤", "程序", "流程", "方法", "方式", "事项", "实施"]),
    ("duty", &["职责", "分工", "保障", "组织", "领导", "责任", "监督", "管理", "考核"]),
    ("people", joined!(ATTENDANTS, &["组成人员", "参会范围", "参加范围", "成员单位"])),
    ("money", &["资金", "经费", "预算", "费用", "补助", "奖励", "价格"]),
];

/// How headings end under which stands who comes.
const ATTENDANTS: &[&str] = &["参会人员", "参加人员", "参训人员", "参会对象", "参加对象", "培训对象"];

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::new(HEADINGS.map(|(_, words)| words)));
static UNDER: [Evidence<'static>; HEADINGS.len()] = Evidence::each("under", names(&HEADINGS));
static WITHIN: [Evidence<'static>; HEADINGS.len()] = Evidence::each("within", names(&HEADINGS));
static PARAGRAPHS: [Evidence<'static>; 4] = Evidence::each("paragraphs", ["0", "1", "2", "3"]);

/// How documents bind: rules by 应当 and 不得, plans by bare verbs, letters by asking.
pub(super) const BINDINGS: [&str; 4] = ["rules", "plans", "leads", "others"];

/// Kinds of document that speak alike.
const GENRE_CLASSES: [(&str, &[&str]); 9] = [
    ("plan", picked!(genres: like_plan)),
    ("rules", picked!(genres: like_rules)),
    ("notice", picked!(genres: like_notice)),
    ("opinion", picked!(genres: like_opinion)),
    ("letter", picked!(genres: like_letter)),
    ("public", picked!(genres: like_public)),
    ("circular", picked!(genres: like_circular)),
    ("budget", picked!(genres: like_budget)),
    ("list", picked!(genres: like_list)),
];

/// Where a clause stands.
#[derive(Debug)]
pub(super) struct Place {
    genre: &'static str,
    block: reading::Place,
    /// Whether it is the first or last paragraph of its part's lead.
    edge: bool,
    above: Above,
}

/// What stands above a clause.
#[derive(Clone, Copy, Debug, Default)]
struct Above {
    /// What its own heading says, and what those above that say.
    under: Held,
    within: Held,
    /// Whether it stands in an article of a statute.
    article: bool,
    /// How many paragraphs and rows its section has of its own.
    paragraphs: usize,
    /// The innermost heading above it, or its own.
    heading: Option<Span>,
    /// Whether that says that who comes is named.
    attendants: bool,
}

/// The places of blocks that are passed in order: what neighbours share is looked at once.
pub(super) struct Places<'d> {
    document: &'d Document,
    /// A part and the class of its genre.
    genre: Option<(usize, &'static str)>,
    /// The id of the last block's section, and the sections on the way to it, outermost first, with what their headings say.
    section: Option<&'d str>,
    path: Vec<(&'d Section, Option<Held>)>,
    above: Above,
}

impl<'d> Places<'d> {
    /// Those of a document.
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document, genre: None, section: None, path: Vec::new(), above: Above::default() }
    }

    /// The place of `block`.
    pub(super) fn of(&mut self, block: &'d Block) -> Place {
        let Document { text, parts, head, .. } = self.document;
        let part = &parts[block.part];
        let genre = match self.genre {
            Some((known, genre)) if known == block.part => genre,
            _ => genre(part.title.or(head.title).map_or("", |span| text.slice(span))),
        };
        self.genre = Some((block.part, genre));
        // the blocks of a section share its id
        if self.section.map(str::as_ptr) != block.section.as_deref().map(str::as_ptr) {
            self.section = block.section.as_deref();
            self.go(&part.sections);
            self.above = self.above();
        }
        Place { genre, block: block.place, edge: part.sections.is_empty(), above: self.above }
    }

    /// What the sections on the way say.
    fn above(&self) -> Above {
        let heading = self.path.iter().rev().find_map(|(section, _)| section.heading);
        let mut headings = self.path.iter().rev().filter_map(|(_, says)| *says);
        Above {
            under: headings.next().unwrap_or_default(),
            within: headings.fold(Held::default(), Held::or),
            article: self.path.iter().any(|(section, _)| section.style == Style::Article),
            paragraphs: self.path.last().map_or(0, |(section, _)| section.blocks.len()),
            heading,
            attendants: heading.is_some_and(|span| short::ends_with(self.document.text.slice(span), ATTENDANTS)),
        }
    }

    /// Goes from the section of the last block to that with the id of the next (`p1.2.3`), in the `tree` of its part.
    fn go(&mut self, mut tree: &'d [Section]) {
        let mut depth = 0;
        for step in self.section.unwrap_or_default().as_bytes().split(|sign| *sign == b'.').skip(1) {
            let number = step.iter().fold(0, |number, figure| number * 10 + usize::from(figure - b'0'));
            let Some(section) = tree.get(number.wrapping_sub(1)) else { break };
            if !self.path.get(depth).is_some_and(|(known, _)| std::ptr::eq(*known, section)) {
                self.path.truncate(depth);
                self.path.push((section, section.heading.map(|span| LISTS.held_by(self.document.text.slice(span)))));
            }
            depth += 1;
            tree = &section.sections;
        }
        self.path.truncate(depth);
    }

    /// The section of the last block.
    pub(super) fn section(&self) -> Option<&'d Section> {
        self.path.last().map(|(section, _)| *section)
    }
}

impl Place {
    /// Which of the [`BINDINGS`] documents of this kind have.
    pub(super) fn binding(&self) -> usize {
        match self.genre {
            _ if self.above.article => 0,
            "rules" => 0,
            "plan" | "opinion" | "budget" => 1,
            "notice" if self.block == reading::Place::Lead => 2,
            "notice" => 1,
            _ => 3,
        }
    }

    /// The innermost heading above it, or its own.
    pub(super) const fn heading(&self) -> Option<Span> {
        self.above.heading
    }

    /// Whether its heading says that it names who comes: 参会人员.
    pub(super) const fn names_attendants(&self) -> bool {
        self.above.attendants
    }

    /// Weighs the place.
    pub(super) fn weigh(&self, scale: &mut Scale<'_>) {
        let Above { under, within, article, paragraphs, .. } = self.above;
        scale.add(match self.block {
            reading::Place::Lead if self.edge => evidence!("place", "plain"),
            reading::Place::Lead => evidence!("place", "lead"),
            reading::Place::Heading => evidence!("place", "heading"),
            _ => evidence!("place", "item"),
        });
        if article {
            scale.add(evidence!("place", "article"));
        }
        scale.add(&PARAGRAPHS[paragraphs.min(PARAGRAPHS.len() - 1)]);
        if under.or(within) == Held::default() {
            return;
        }
        for n in 0..HEADINGS.len() {
            if under.has(n) {
                scale.add(&UNDER[n]);
            }
            if within.has(n) {
                scale.add(&WITHIN[n]);
            }
        }
    }
}

/// The class of the kind of document that a title names.
fn genre(title: &str) -> &'static str {
    let Some(word) = GENRES.of(without_bracket(title)) else { return "other" };
    GENRE_CLASSES.iter().find(|(_, words)| words.iter().any(|w| word.ends_with(w))).map_or("other", |(name, _)| name)
}
