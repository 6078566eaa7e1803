//! What stands around an amount and says what it is for: the words that lead a list in, the project's name, headings.

use std::{cell::OnceCell, ops::Range};

use super::noun;
use crate::{
    lexicon::short,
    pattern::is_han,
    phrase::numeral::is_figure,
    reading::{Block, Cues, Place},
    span::Span,
};

/// What the blocks before say for the ones that follow.
#[derive(Debug, Default)]
pub(super) struct Context<'r> {
    /// The last paragraph that leads a list in.
    lead_in: Option<LeadIn<'r>>,
    /// What stands under the last heading 项目名称.
    project: Option<Span>,
    /// The headings over the block, with their sections.
    headings: Vec<Heading<'r>>,
    /// Whether the block before was the heading 项目名称.
    names_project: bool,
    /// The last line that may be a cell of a table of which a page left one cell a line, where but amounts came behind it.
    cell: Option<Span>,
}

/// A heading and what it is over.
#[derive(Debug)]
struct Heading<'r> {
    words: &'r str,
    span: Span,
    section: Option<&'r str>,
}

/// A paragraph that leads a list in.
#[derive(Debug)]
struct LeadIn<'r> {
    text: &'r str,
    block: &'r Block,
    /// The noun of money in it, once somebody has asked.
    noun: OnceCell<Option<Span>>,
}

impl<'r> Context<'r> {
    /// Takes in a block that has been read.
    pub(super) fn pass(&mut self, text: &'r str, block: &'r Block) {
        if std::mem::take(&mut self.names_project) && block.place != Place::Heading {
            self.project = Some(block.span.slice(0..without_stop(text).len()));
        }
        self.pass_cell(text, block);
        let colon = block.cues.intersects(Cues::ANNOUNCING);
        if colon && let Some(name) = text.strip_prefix("项目名称").and_then(|rest| rest.strip_prefix(['：', ':'])) {
            let start = text.len() - name.len();
            let end = start + without_code(without_stop(name)).len();
            self.project = Some(block.span.slice(start..end));
        }
        if block.place == Place::Heading {
            self.pass_heading(without_stop(text), block);
        } else if colon && text.trim_end().ends_with(['：', ':']) {
            self.lead_in = Some(LeadIn { text, block, noun: OnceCell::new() });
        }
    }

    fn pass_cell(&mut self, text: &str, block: &Block) {
        const LONGEST: usize = 16;
        let words = text.trim_matches(BARS);
        let named = || words.chars().all(|c| is_han(c) || c == '（' || c == '）') && !noun::is_generic(words);
        let short = || (2..=LONGEST).contains(&words.chars().count());
        if !matches!(block.place, Place::Lead | Place::Paragraph | Place::Row) {
            self.cell = None;
        } else if is_amounts(text) {
            // the cell before it names these amounts, too
        } else {
            let start = text.len() - text.trim_start_matches(BARS).len();
            self.cell = (short() && named()).then(|| block.span.slice(start..start + words.len()));
        }
    }

    /// The cell before a line of nothing but amounts: 报名费 | / 100元 |.
    pub(super) fn cell(&self, text: &str) -> Option<Span> {
        self.cell.filter(|_| is_amounts(text))
    }

    fn pass_heading(&mut self, words: &'r str, block: &'r Block) {
        let section = block.section.as_deref();
        self.names_project = words == "项目名称";
        let lead = verb_before_standard(words);
        let (words, span) = (&words[lead..], block.span.slice(lead..words.len()));
        self.headings.retain(|heading| within(section, heading.section));
        self.headings.push(Heading { words, span, section });
    }

    /// The noun of money in the lead-in that covers a block in `section`.
    pub(super) fn lead_in(&self, section: Option<&str>) -> Option<Span> {
        let LeadIn { text, block, noun } = self.lead_in.as_ref().filter(|it| within(section, it.block.section.as_deref()))?;
        *noun.get_or_init(|| noun_in(text).map(|range| block.span.slice(range)))
    }

    /// The project, or the nearest heading over a block in `section`.
    pub(super) fn title(&self, section: Option<&str>) -> Option<Span> {
        // 建议办理情况, 资金安排; 市级扶贫资金800万元 is an item
        let vague = |words: &str| {
            EMPTY.contains(&words)
                || noun::is_generic(words) && !noun::is_money(words)
                || words.ends_with('元')
                || is_state(words)
                || is_of_terms(words)
        };
        let says = |words: &str| !vague(words) && !short::ends_with(words, &["资金来源", "资金筹措", "投资估算", "投资概算"]);
        let over = |heading: &&Heading<'_>| within(section, heading.section) && says(heading.words.trim());
        // 项目费用, under which prices stand
        let costs =
            self.headings.last().filter(|heading| over(heading) && noun::is_money(heading.words.trim())).map(|heading| heading.span);
        costs.or(self.project).or_else(|| self.headings.iter().rev().find(over).map(|heading| heading.span))
    }
}

/// What parts the cells of a table on a page.
const BARS: [char; 4] = ['|', ' ', '\t', '\u{3000}'];

/// Whether a line holds nothing but amounts, or the bars between cells.
fn is_amounts(text: &str) -> bool {
    const LONGEST: usize = 40;
    text.len() <= LONGEST && text.chars().all(|c| is_figure(c) || BARS.contains(&c) || ".,，/￥¥元万亿人民币".contains(c))
}

/// `text` without what closes a line.
fn without_stop(text: &str) -> &str {
    text.trim_end_matches(['。', '：', ':', '；', ';', ' '])
}

/// The name of a project without the bracket that holds its code.
fn without_code(name: &str) -> &str {
    let open = name.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']));
    open.filter(|at| name[*at..].contains("代码") || name[*at..].contains("编码")).map_or(name, |at| name[..at].trim_end())
}

/// The length of the verb at the head of a heading that names a standard: 提高农村低保标准.
fn verb_before_standard(words: &str) -> usize {
    let standard = words.ends_with("标准").then(|| short::behind(words, &["提高", "调整", "落实", "明确", "完善", "规范"])).flatten();
    standard.filter(|standard| standard.chars().count() > 3).map_or(0, |standard| words.len() - standard.len())
}

/// Whether a heading names several terms of what is given, and not what that is: 名额与金额, 补助对象和标准.
fn is_of_terms(words: &str) -> bool {
    let term =
        |part: &str| noun::is_generic(part) || short::ends_with(part, &["名额", "数量", "对象", "范围", "条件", "方式", "额度", "标准"]);
    words.contains(['和', '与', '及', '、']) && words.split(['和', '与', '及', '、']).all(term)
}

/// Whether a heading only says that something is told: 基本情况及评价, 建议办理情况.
fn is_state(words: &str) -> bool {
    words.starts_with("基本情况") || words.strip_suffix("情况").is_some_and(|of| !noun::is_money(of))
}

/// Headings that say of no amount what it is for.
const EMPTY: [&str; 16] = [
    "有关要求",
    "工作要求",
    "有关事项",
    "其他事项",
    "其他",
    "保障措施",
    "组织保障",
    "组织领导",
    "工作安排",
    "总体要求",
    "附则",
    "基本情况",
    "主要内容",
    "法律责任",
    "罚则",
    "具体要求",
];

/// Whether `section` is `of` or lies in it.
fn within(section: Option<&str>, of: Option<&str>) -> bool {
    match (section, of) {
        (Some(section), Some(of)) => section.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')),
        (_, None) => true,
        (None, Some(_)) => false,
    }
}

/// The noun of money in the last clauses of a lead-in.
fn noun_in(text: &str) -> Option<Range<usize>> {
    let mut at = text.trim_end_matches(['：', ':', ' ']).len();
    for _ in 0..4 {
        let clause = noun::clause_before(text, 0, at);
        // 现将补助资金下达给你们
        let given = ["下达", "下拨", "拨付", "分配"].iter().filter_map(|verb| text[clause.clone()].rfind(verb)).max();
        let end = given.filter(|at| text[clause.clone()].starts_with("现将") && *at > 0).map_or(clause.end, |at| clause.start + at);
        let noun = noun::trimmed(text, clause.start..end);
        if noun::is_money(&text[noun.clone()]) && !noun::is_generic(&text[noun.clone()]) && !is_of_terms(&text[noun.clone()]) {
            return Some(noun);
        }
        at = text[..clause.start].trim_end_matches(['，', '。', '；', ',', ' ']).len();
        if at == 0 {
            break;
        }
    }
    None
}
