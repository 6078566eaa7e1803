//! The section tree of one body.
//!
//! Levels differ between documents, so a label's depth comes from the numbering and not from a table: a style
//! that is open is continued, a new one opens below. A label counts only where its number follows its elder's,
//! runs on from the last of its style (（六） after （五） under the next heading), or begins at one; marks that
//! running text seldom begins with (一、 （三）) are trusted further than figures. A heading runs in (压实责任。各单位要…)
//! or stands alone; articles of a law have none.

mod shelf;

use self::shelf::{Ordinals, Shelf};
use super::{Block, Role, Section, chapter::Chapters, label::Style, line::Lines};
use crate::{
    lexicon::{Tag, Word, cut, joined, may_bind, picked, short},
    phrase::{agency, numeral::shares_noun},
    source::{Signs, Text},
    span::Span,
};

/// The longest run-in heading: 压实主体责任。各分局要…
const HEADING_CHARS: usize = 40;
/// The longest one of several clauses: a longer one is a sentence.
const CLAUSED_CHARS: usize = 30;
/// The longest heading that stands alone and ends with 。 all the same: （一）指导思想。
const STOPPED_CHARS: usize = 20;
/// The shortest phrase that has a subject and tells what it does.
const SUBJECT_CHARS: usize = 12;
/// The room in bytes that the marks and blanks behind a label take.
const LABEL_MARKS: u32 = 12;
/// How many numbers may be missing between two labels of one list.
const GAP: u32 = 3;

/// A label found at the head of a line.
#[derive(Clone, Copy, Debug)]
struct Mark {
    line: usize,
    label: Span,
    text: Span,
    style: Style,
    /// How many steps a decimal label has above its last: 2 for 1.2.1; else none.
    steps: usize,
    ordinal: u32,
    /// Whether a later label goes on with the next number.
    continues: bool,
}

/// What labels of one list have in common, in the order of the levels.
type Key = (Style, usize);

impl Mark {
    fn key(&self) -> Key {
        (self.style, self.steps)
    }
}

/// A section that is open, with what is known of it so far.
struct Open {
    mark: Mark,
    section: Section,
}

/// Reads the lines of one body: blocks before the first label, and the tree.
pub(super) fn read(lines: &Lines<'_>, range: std::ops::Range<usize>) -> (Vec<Block>, Vec<Section>) {
    let marks = marks(lines, range.clone());
    let mut tree = Tree::new(lines.text);
    let mut marks = marks.into_iter().peekable();
    for i in range {
        match marks.next_if(|mark| mark.line == i) {
            Some(mark) => tree.section(lines, mark),
            None if matches!(lines.all[i].role, Role::Body | Role::Row) => {
                tree.block(Block { span: lines.span(i), row: lines.all[i].role == Role::Row });
            }
            None => {}
        }
    }
    tree.finish()
}

/// The labels that may open sections.
fn marks(lines: &Lines<'_>, range: std::ops::Range<usize>) -> Vec<Mark> {
    let mut chapters = Chapters::default();
    let open = range.filter(|i| lines.is_open(*i));
    let mut marks = Vec::with_capacity(open.clone().filter(|i| lines.facts(*i).label.is_some()).count());
    marks.extend(open.filter_map(|i| mark(lines, i).or_else(|| chapter(lines, i, &mut chapters))));
    link(&mut marks);
    marks
}

/// The label at the head of line `i`.
fn mark(lines: &Lines<'_>, line: usize) -> Option<Mark> {
    let (words, span) = (lines.str(line), lines.span(line));
    let found = lines.facts(line).label?;
    if found.style == Style::Chinese && shares_noun(&words[found.text()..]) {
        return None;
    }
    let steps = if found.style == Style::Decimal { words[..found.end()].matches(['.', '．']).count() } else { 0 };
    let (label, text) = (span.slice(0..found.end()), span.slice(found.text()..words.len()));
    Some(Mark { line, label, text, style: found.style, steps, ordinal: found.ordinal, continues: false })
}

/// The bare figure at the head of line `i`, where it numbers a chapter.
fn chapter(lines: &Lines<'_>, line: usize, chapters: &mut Chapters) -> Option<Mark> {
    let span = lines.span(line);
    let (ordinal, figure, start) = chapters.read(lines, line)?;
    let (label, text) = (span.slice(0..figure), span.slice(start..span.len()));
    Some(Mark { line, label, text, style: Style::Arabic, steps: 0, ordinal, continues: false })
}

/// Says of each label whether a later one goes on with its number, before the numbering restarts.
fn link(marks: &mut [Mark]) {
    // from the end: the numbers of each list that no label above has gone on to yet
    let mut below: Shelf<Key, Ordinals> = Shelf::default();
    for mark in marks.iter_mut().rev() {
        let below = below.of(mark.key());
        mark.continues = below.take(mark.ordinal + 1);
        below.put(mark.ordinal);
    }
}

struct Tree<'t> {
    text: &'t Text,
    lead: Vec<Block>,
    roots: Vec<Section>,
    open: Vec<Open>,
    lists: Shelf<Key, List>,
}

/// What is known of the lists of one style.
#[derive(Default)]
struct List {
    /// The last number, for lists that run on through their parents.
    last: Option<u32>,
    /// The same through all parents: 1. 2. under （一）, 3. 4. under （二）.
    through: Option<u32>,
    /// The style under which it stood when it last opened.
    parent: Option<Key>,
}

impl<'t> Tree<'t> {
    fn new(text: &'t Text) -> Self {
        Self { text, lead: Vec::new(), roots: Vec::new(), open: Vec::new(), lists: Shelf::default() }
    }

    /// Opens a section at `mark`, or takes its line as text where the numbering speaks against it.
    fn section(&mut self, lines: &Lines<'_>, mark: Mark) {
        let Some(depth) = self.depth(&mark) else {
            self.block(Block { span: lines.span(mark.line), row: false });
            return;
        };
        while self.open.len() > depth {
            self.close();
        }
        let list = self.lists.of(mark.key());
        (list.last, list.through) = (Some(mark.ordinal), Some(mark.ordinal));
        list.parent = self.open.last().map(|parent| parent.mark.key()).or(list.parent);
        // a list of a lower level begins anew under each heading
        for (key, list) in self.lists.iter_mut() {
            if *key > mark.key() && !matches!(key.0, Style::Article | Style::ChineseBracketed) {
                list.last = None;
            }
        }
        let (heading, block) = head(lines, &mark);
        let section = Section {
            label: mark.label,
            style: mark.style,
            ordinal: mark.ordinal,
            heading,
            blocks: block.into_iter().map(|span| Block { span, row: false }).collect(),
            span: lines.span(mark.line),
            sections: Vec::new(),
        };
        self.open.push(Open { mark, section });
    }

    /// How many sections stay open above `mark`; `None` where it is no label.
    fn depth(&self, mark: &Mark) -> Option<usize> {
        if let Some(at) = self.open.iter().rposition(|open| open.mark.key() == mark.key()) {
            let elder = &self.open[at].mark;
            let follows = mark.ordinal > elder.ordinal && mark.ordinal <= elder.ordinal + GAP;
            let restarts = mark.ordinal == 1 || mark.ordinal == elder.ordinal;
            return (follows || (restarts && mark.style.is_strong()) || (restarts && self.sibling(at, mark)) || mark.style.is_strong())
                .then_some(at);
        }
        let begins = mark.ordinal == 1
            || mark.style.is_strong()
            || self.lists.get(mark.key()).is_some_and(|list| {
                list.last.is_some_and(|last| mark.ordinal > last && mark.ordinal <= last + GAP)
                    || list.through.is_some_and(|last| mark.ordinal == last + 1)
            });
        begins.then(|| self.below(mark))
    }

    /// Whether a weak label that restarts may stand beside the open one at `at`: only where that list is over.
    fn sibling(&self, at: usize, mark: &Mark) -> bool {
        mark.ordinal == 1 && !self.open[at].mark.continues
    }

    /// How many open sections a style that is not open lies below: lists of lower levels that are over are left.
    fn below(&self, mark: &Mark) -> usize {
        let mut depth = self.open.len();
        let parent = self.lists.get(mark.key()).and_then(|list| list.parent);
        while depth > 0 {
            let top = &self.open[depth - 1].mark;
            let leaves = Some(top.key()) != parent && top.key() > mark.key() && (!top.continues || mark.style.is_division());
            if !leaves {
                break;
            }
            depth -= 1;
        }
        depth
    }

    fn block(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(open) => {
                open.section.span = open.section.span.cover(block.span);
                open.section.blocks.push(block);
            }
            None => self.lead.push(block),
        }
    }

    fn close(&mut self) {
        let Some(Open { section, .. }) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => {
                parent.section.span = parent.section.span.cover(section.span);
                parent.section.sections.push(section);
            }
            None => self.roots.push(section),
        }
    }

    fn finish(mut self) -> (Vec<Block>, Vec<Section>) {
        while !self.open.is_empty() {
            self.close();
        }
        lift_headings(self.text, None, &mut self.roots);
        (self.lead, self.roots)
    }
}

/// Makes the first paragraph of a section its heading where it is but a short phrase with 。 and text stands beneath it.
/// Of the last section of a list that text may belong to what stands above the list, unless its elders have headings.
fn lift_headings(text: &Text, parent: Option<Style>, sections: &mut [Section]) {
    let last = sections.len().saturating_sub(1);
    let mut headed = last > 0;
    for (n, section) in sections.iter_mut().enumerate() {
        let beneath = !section.sections.is_empty() || (section.blocks.len() > 1 && (n < last || headed));
        if beneath && parent != Some(Style::Article) {
            lift_heading(text, section);
        }
        headed &= section.heading.is_some();
        lift_headings(text, Some(section.style), &mut section.sections);
    }
}

fn lift_heading(text: &Text, section: &mut Section) {
    let Some(first) = section.blocks.first().filter(|block| !block.row) else { return };
    let own = section.heading.is_none() && section.style != Style::Article && first.span.start < section.label.end + LABEL_MARKS;
    let Some(phrase) = text.slice(first.span).strip_suffix('。') else { return };
    let bare = || !phrase.contains(['。', '；', '！']) && !phrase.ends_with(['：', ':', '，', ',']);
    if own && phrase.chars().nth(STOPPED_CHARS).is_none() && bare() && !directs(phrase) {
        section.heading = Some(first.span.slice(0..phrase.len()));
        section.blocks.remove(0);
    }
}

/// Whether a phrase tells somebody what to do, in words that no heading needs.
fn directs(phrase: &str) -> bool {
    // 宜居宜业: 宜 alone says too little
    let says = |word: &Word| matches!(word.tag, Tag::Must | Tag::MustNot | Tag::Ask) && word.of(phrase) != "宜";
    let long = phrase.chars().nth(SUBJECT_CHARS - 1).is_some();
    if !long && !may_bind(phrase) {
        return false;
    }
    let words = cut(phrase);
    words.iter().any(says) || long && has_subject(phrase, &words)
}

/// Whether a phrase begins with an organ and what it does: 市财政局负责筹措资金; not 企业自查 or 落实部门责任.
fn has_subject(phrase: &str, words: &[Word]) -> bool {
    if words.first().is_some_and(|word| matches!(word.tag, Tag::Verb | Tag::Preposition)) {
        return false;
    }
    let verbs = words.iter().filter(|word| word.tag == Tag::Verb).map(Word::start);
    verbs.take_while(|at| *at < 90).any(|at| at > 0 && agency::is_organ(&phrase[..at]))
}

/// The heading behind a label, and the text behind the heading.
fn head(lines: &Lines<'_>, mark: &Mark) -> (Option<Span>, Option<Span>) {
    let (text, facts) = (lines.text.slice(mark.text), lines.facts(mark.line));
    if text.is_empty() {
        return (None, None);
    }
    if mark.style == Style::Article {
        return (None, Some(mark.text));
    }
    if let Some(stop) = if facts.has(Signs::STOP) { run_in(text) } else { None } {
        let rest = text[stop..].trim_start_matches(['。', '.']).trim_start();
        if !rest.is_empty() {
            return (Some(mark.text.slice(0..stop)), Some(mark.text.slice(text.len() - rest.len()..text.len())));
        }
    }
    // what the line lacks its text lacks, too
    let whole = facts.is_bare() && facts.last != '.' && text.chars().nth(HEADING_CHARS).is_none();
    if whole { (Some(mark.text), None) } else { (None, Some(mark.text)) }
}

/// Where a run-in heading ends: a short phrase up to the first 。 that is no sentence about who must do what, and that
/// has more behind it than a note in brackets.
fn run_in(text: &str) -> Option<usize> {
    let (stop, chars, commas) = first_stop(text)?;
    let longest = if commas > 0 { CLAUSED_CHARS } else { HEADING_CHARS };
    let short = stop > 0 && chars <= longest && commas <= 2;
    (short && !is_note(&text[stop + '。'.len_utf8()..]) && !directs(&text[..stop])).then_some(stop)
}

/// Where the first 。 stands in `text`, how many signs and commas before it; nothing where a heading would be too long or
/// some other sign stands before.
fn first_stop(text: &str) -> Option<(usize, usize, usize)> {
    let bytes = text.as_bytes();
    let (mut commas, mut at) = (0, 0);
    for n in 0..=HEADING_CHARS {
        at += match bytes.get(at)? {
            // Chinese characters
            0xe4..=0xe9 => 3,
            b':' => return None,
            first if first.is_ascii() => {
                commas += usize::from(*first == b',');
                1
            }
            _ => match text[at..].chars().next()? {
                '。' => return Some((at, n, commas)),
                '；' | '：' => return None,
                c => {
                    commas += usize::from(c == '，');
                    c.len_utf8()
                }
            },
        };
    }
    None
}

/// Whether `text` is one bracket that says who or when: （责任单位：市教育局）, （市教育局负责）.
fn is_note(text: &str) -> bool {
    let inner = text.trim().trim_end_matches('。').strip_suffix(['）', ')']).and_then(|t| t.strip_prefix(['（', '(']));
    const SAYS: &[&str] = joined!(picked!(shares: notes), &["完成"]);
    let says = |inner: &str| inner.contains(['：', ':']) || short::ends_with(inner, SAYS);
    inner.is_some_and(|inner| !inner.contains(['）', ')', '。']) && says(inner))
}
