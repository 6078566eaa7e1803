//! Hard wraps: paragraphs broken into lines at a fixed column, or torn at the end of a page.
//!
//! Whether a text is wrapped is judged region by region, from the distribution of the lines' right edges:
//! many lines that end just below one column and beyond which none goes, most of them in the middle of a
//! sentence. Only then is a full line joined to the next one, and never to a label, a field, a date, or a line
//! indented like a paragraph's first. Elsewhere a line is joined to the next only where it visibly breaks off.

use std::{cell::LazyCell, ops::Range};

use super::{
    day,
    draft::{Draft, Fate},
    fact::{Fact, facts, head},
    tear,
};
use crate::order;

/// A line of more columns is a whole paragraph.
const WIDEST: usize = 240;
/// No page is set narrower.
const NARROWEST: usize = 24;
/// A line that breaks off this close to the column is full: justified setting gives or takes some columns.
const SLACK: usize = 6;

/// A full line may stand this far out.
const OVER: usize = 2;

/// Joins the rows of `draft` that are one paragraph.
pub(super) fn join(draft: &mut Draft<'_>) {
    let facts = facts(draft);
    let mut settings = Vec::new();
    let mut from = 0;
    while from < facts.len() {
        let end = facts[from..].iter().position(|f| f.edge > WIDEST).map_or(facts.len(), |n| from + n + 1);
        settings.push((from..end, Setting::of(&facts[from..end])));
        from = end;
    }
    let main = settings.iter().filter_map(|(_, setting)| *setting).max_by_key(|setting| setting.full);
    for (region, setting) in settings {
        let setting = setting.or_else(|| main.filter(|main| main.suits(&facts[region.clone()])));
        for (this, next) in pairs(&facts[region.start..facts.len().min(region.end + 1)]) {
            let far = next.page || setting.map_or(next.blanks > 0, |s| next.blanks > s.blanks);
            let torn = || tear::is_torn(draft, this, next, far) || day::is_torn(draft, this.index, next.index);
            let joined = setting.is_some_and(|s| s.continues(draft, this, next)) || torn();
            if joined && !tear::says_again(draft.row(this.index), draft.row(next.index)) {
                attach(draft, this, next, far);
            }
        }
    }
}

/// How a region was typeset.
#[derive(Clone, Copy)]
struct Setting {
    /// The column at which lines were broken.
    column: usize,
    /// How many lines were broken there.
    full: usize,
    /// Where paragraphs are indented: they begin at this column or beyond, other lines before it.
    indent: Option<usize>,
    /// The empty lines between two lines of a paragraph.
    blanks: u16,
    /// Whether more than these stand between paragraphs.
    parted: bool,
    /// Whether a full line at whose end a sentence ends is rather inside a paragraph than its last.
    dense: bool,
}

impl Setting {
    /// The setting of a region, if it is wrapped.
    fn of(region: &[Fact]) -> Option<Self> {
        let Some(column) = column(region) else { return Self::parted(region) };
        let mut going: Vec<&Fact> = pairs(region).filter(|(a, b)| is_open(a, b) && a.edge + SLACK >= column).map(|(_, b)| b).collect();
        let most = |part: usize, whole: usize| part * 2 > whole;
        let middle = going.len() / 2;
        let margin = going.select_nth_unstable_by_key(middle, |f| f.indent).1.indent;
        let blanks = going.select_nth_unstable_by_key(middle, |f| f.blanks).1.blanks;
        let starts = pairs(region).filter(|(a, b)| a.ended && a.edge + SLACK < column && !b.page);
        let starts = Starts::of(starts.map(|(_, b)| b), margin, blanks);
        let jutting = going.iter().filter(|f| f.indent >= margin + 2).count();
        let indent = (most(starts.indented, starts.prose) && jutting * 4 <= going.len()).then_some(margin + 2);
        let parted = most(starts.parted, starts.all);
        // one line in 25 ends with a sentence; of the last lines of paragraphs one in column / 3 is full
        let dense = going.len() * column > 75 * (starts.all - starts.labelled);
        Some(Self { column, full: going.len(), indent, blanks, parted, dense })
    }

    /// The setting of a region with too few full lines to tell, where empty lines or indents part its paragraphs: two
    /// lines without are one paragraph, if the first is as long as any.
    fn parted(region: &[Fact]) -> Option<Self> {
        let titles = |(a, b): &(&Fact, &Fact)| a.title || b.addresses;
        let open = || pairs(region).filter(|pair| is_open(pair.0, pair.1) && !titles(pair) && (pair.0.prose || pair.1.prose));
        // most regions hold no line that breaks off
        open().next()?;
        let column = region.iter().map(|f| f.edge).filter(|edge| *edge <= WIDEST).max().filter(|column| *column >= NARROWEST)?;
        let margin = region.iter().map(|f| f.indent).min()?;
        let starts = Starts::of(pairs(region).filter(|(a, b)| !is_open(a, b)).map(|(_, b)| b), margin, 0);
        let apart = |count: usize, whole: usize| count >= 3 && (whole - count) * 3 <= count;
        let full = |(a, _): &(&Fact, &Fact)| a.edge + SLACK >= column;
        let all = |close: &dyn Fn(&Fact) -> bool| {
            let mut pairs = open().filter(|(_, b)| close(b)).peekable();
            pairs.peek().is_some() && pairs.all(|pair| full(&pair))
        };
        let setting = Self { column, full: 0, indent: None, blanks: 0, parted: true, dense: false };
        let flush = |f: &Fact| f.blanks == 0 && f.indent < margin + 2;
        // in a letter of two paragraphs, all of them are indented, and nothing else breaks off
        let short = || starts.indented == starts.prose && open().filter(|(_, b)| flush(b)).all(|(a, _)| a.indent >= margin + 2);
        if apart(starts.indented, starts.prose) || short() {
            return all(&flush).then_some(Self { indent: Some(margin + 2), parted: false, ..setting });
        }
        (apart(starts.parted, starts.all) && all(&|f| f.blanks == 0)).then_some(setting)
    }

    /// Whether a region that shows no setting of its own may have this one.
    fn suits(&self, region: &[Fact]) -> bool {
        region.iter().all(|f| f.edge <= self.column + OVER || f.edge > WIDEST)
    }

    /// Whether `next` goes on with the paragraph of `this`.
    fn continues(&self, draft: &Draft<'_>, this: &Fact, next: &Fact) -> bool {
        let exact = || this.edge + this.hanging + head(draft.row(next.index)) > self.column;
        let full = this.edge + SLACK >= self.column || exact();
        let titled = this.title && (next.addresses || self.indent.is_none() && !self.parted);
        // the title of what is enclosed, behind the last sentence before it
        let titled = titled || this.ended && next.title && !next.prose;
        // flush left where paragraphs are indented, a telephone goes on with the sentence
        let opens = next.opens && !(next.inner && self.indent.is_some_and(|indent| next.indent < indent));
        if !full || this.table || this.closed || this.ended && this.addresses || titled || opens || this.edge > self.column + OVER {
            return false;
        }
        if self.indent.is_some_and(|indent| next.indent >= indent) {
            return false;
        }
        // few lines may not tell whether paragraphs are indented; a step behind the end of a sentence does
        if this.ended && next.indent >= this.indent + 2 {
            return false;
        }
        if next.blanks > self.blanks && !next.page {
            return !this.ended && this.prose;
        }
        !this.ended || self.indent.is_some() || (!next.page && (self.parted || self.dense && exact()))
    }
}

/// How many lines begin paragraphs, and how they are set.
#[derive(Default)]
struct Starts {
    all: usize,
    /// Behind more empty lines than stand inside paragraphs.
    parted: usize,
    labelled: usize,
    /// Those of running text: titles, marks and signatures are set elsewhere than paragraphs.
    prose: usize,
    /// Of these, those that are indented.
    indented: usize,
}

impl Starts {
    fn of<'f>(lines: impl Iterator<Item = &'f Fact>, margin: usize, blanks: u16) -> Self {
        lines.fold(Self::default(), |starts, line| Self {
            all: starts.all + 1,
            parted: starts.parted + usize::from(line.blanks > blanks),
            labelled: starts.labelled + usize::from(line.opens),
            prose: starts.prose + usize::from(line.prose),
            indented: starts.indented + usize::from(line.prose && line.indent >= margin + 2),
        })
    }
}

fn pairs(region: &[Fact]) -> impl Iterator<Item = (&Fact, &Fact)> {
    region.iter().zip(region.iter().skip(1))
}

/// Whether `this` breaks off and `next` may go on with it.
fn is_open(this: &Fact, next: &Fact) -> bool {
    !this.ended && !this.table && !next.opens
}

/// The column at which the lines of a region were broken, if they were.
fn column(region: &[Fact]) -> Option<usize> {
    // where lines end of which the next may go on with it, and those of other kinds
    let open = ends(region, is_open);
    // slogans and names may be of one length, but they hold no sentences
    let stops = region.iter().filter(|f| f.stops).count();
    if open.len() < 2 || stops == 0 {
        return None;
    }
    let all = ends(region, |_, _| true);
    let text = LazyCell::new(|| ends(region, |this, next| is_open(this, next) && (this.prose || next.prose)));
    let ended = LazyCell::new(|| ends(region, |this, _| this.ended));
    let broken = LazyCell::new(|| ends(region, |this, next| is_open(this, next) && this.prose));
    let full = |column: usize| within(&open, column - SLACK..column + 1);
    let is_column = |column: &usize| {
        let (near, full) = (column - SLACK..column + 1, full(*column));
        (2..=6 * stops).contains(&full)
            && full >= 4 * within(&all, (column + OVER + 1).min(WIDEST + 1)..WIDEST + 1)
            && within(&text, near.clone()) * 2 >= full
            && full > within(&ended, near)
            && full >= 2 * within(&broken, column / 2..column - SLACK)
    };
    let columns = open.chunk_by(PartialEq::eq).map(|same| same[0]).filter(|column| (NARROWEST..=WIDEST).contains(column));
    columns.filter(is_column).max_by_key(|column| full(*column))
}

/// The columns at which lines of a kind end, in order; rows of tables are no lines.
fn ends(region: &[Fact], of: impl Fn(&Fact, &Fact) -> bool) -> Vec<usize> {
    let lines = pairs(region).filter(|(this, next)| !this.table && of(this, next));
    let mut ends: Vec<usize> = lines.map(|(this, _)| this.edge).collect();
    order::by(&mut ends, |it| (*it, 0));
    ends
}

/// How many of the `ends` lie in these columns.
fn within(ends: &[usize], columns: Range<usize>) -> usize {
    let before = |column: usize| ends.partition_point(|end| *end < column);
    before(columns.end) - before(columns.start)
}

/// Makes `next` go on with the line of `this`.
fn attach(draft: &mut Draft<'_>, this: &Fact, next: &Fact, far: bool) {
    draft.rows[next.index].fate = Fate::Continues;
    tear::mend(draft, this, next, far);
    // a name in 《 may go on beyond this row
    if !draft.row(next.index).contains(['《', '》']) {
        draft.rows[next.index].open.angle = draft.rows[this.index].open.angle;
    }
    let (left, right) = (draft.row(this.index), draft.row(next.index));
    if let Some(at) = tear::hyphen(left, right) {
        let place = draft.rows[this.index].range.start + at;
        draft.cuts.push(place..place + 1);
        draft.note(&tear::HYPHEN, Vec::new(), place..place + 1);
        return;
    }
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if letter(left.chars().next_back()) && letter(right.chars().next()) {
        // the blank between two words, where there was one at the line's end
        let end = draft.rows[this.index].range.end;
        if draft.text[end..].starts_with(' ') {
            draft.rows[this.index].take_blank();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        Draft::repaired(text, join)
    }

    #[test]
    fn lines_broken_at_a_column_are_joined() {
        let text = "海川市教育局关于进一步加强春季学期校园安全管理的通知\n\
            各县（市、区）教育局：\n\
            为进一步加强校园安全管理，落实安全责任，经研究，现\n\
            就有关事项通知如下，请结合实际，认真贯彻执行。\n\
            一、加强组织领导\n\
            各单位要成立工作专班，明确责任人，制定实施方案，于\n\
            2024年5月4日前报送市教育局。要定期开展检查，发现问\n\
            题及时整改，重大问题及时报告。\n\
            （一）各学校要落实安全责任，建立健全安全管理制度，\n\
            加强值班值守。\n\
            海川市教育局\n\
            2024年4月1日\n";
        assert_eq!(
            read(text),
            [
                "海川市教育局关于进一步加强春季学期校园安全管理的通知",
                "各县（市、区）教育局：",
                "为进一步加强校园安全管理，落实安全责任，经研究，现就有关事项通知如下，请结合实际，认真贯彻执行。",
                "一、加强组织领导",
                "各单位要成立工作专班，明确责任人，制定实施方案，于2024年5月4日前报送市教育局。要定期开展检查，发现问题及时整改，重大问题及时报告。",
                "（一）各学校要落实安全责任，建立健全安全管理制度，加强值班值守。",
                "海川市教育局",
                "2024年4月1日",
            ]
        );
    }

    #[test]
    fn an_indented_line_begins_a_paragraph() {
        let text = "　　各单位要成立工作专班，明确责任人，制定实施方案。\n\
\u{3000}\u{3000}要定期开展检查，发现问题及时整改，重大问题及时报\n告市教育局，不得迟报漏报。\n\
\u{3000}\u{3000}各学校要落实责任，建立健全安全管理制度，加强值班\n值守，确保安全。\n";
        assert_eq!(read(text).len(), 3);
    }

    #[test]
    fn lines_that_are_paragraphs_stay_apart() {
        for text in [
            // whole paragraphs, a blank line between each two
            "各单位要成立工作专班，明确责任人。\n\n要定期开展检查，发现问题及时整改。\n\n（一）加强领导，落实责任\n\n各学校要落实安全责任，建立制度。\n",
            // slogans of one length
            "加强安全管理，建设平安校园，促进健康成长\n落实安全责任，守护师生平安，构建和谐校园\n".repeat(3).as_str(),
            // names of one length
            "海川市云岭县青浦岭镇中心小学校李明远\n海川市云岭县青浦岭镇中心小学校欧阳静\n".repeat(4).as_str(),
            "序号\t项目\t要求\n1\t养护\t各单位要落实责任，加强\n2\t巡查\t各单位要落实责任，按时\n",
        ] {
            assert_eq!(read(text).len(), text.lines().filter(|line| !line.is_empty()).count(), "{text}");
        }
    }

    #[test]
    fn a_word_parted_at_a_hyphen_is_joined() {
        let text = "应当按照国家标准采购安装照明设备，优先选用合 light-\ning 标准的产品，不得采购国家明令淘汰的产品，违\n者依法依规追究责任，并报云岭县人民政府教育局备\n案。\n";
        assert!(read(text)[0].contains("lighting"), "{:?}", read(text));
    }

    #[test]
    fn a_word_keeps_the_blank_that_stood_at_its_end() {
        let text = "应当按照国家标准采购安装照明设备，优先选用 LED \nlighting 等节能产品，不得采购国家明令淘汰的产\n品，违者依法依规追究责任，并报云岭县人民政府备\n案。\n";
        assert!(read(text)[0].contains("LED lighting"), "{:?}", read(text));
    }
}
