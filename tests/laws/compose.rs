//! Documents composed at random from the grammar's own words, with the tree that a reader must find in them.

use std::fmt::Write as _;

use gongwen::{
    Document, Span,
    structure::{Role, Section},
};
use proptest::prelude::*;

/// A document, element by element.
#[derive(Clone, Debug)]
pub(crate) struct Composed {
    title: Vec<String>,
    number: Option<String>,
    recipients: Vec<&'static str>,
    lead: String,
    sections: Vec<Item>,
    attachments: Vec<&'static str>,
    issuers: Vec<&'static str>,
    date: String,
    note: bool,
    copies: Option<(Vec<&'static str>, String)>,
    bodies: bool,
    enclosure: Option<Vec<Item>>,
}

/// A labelled item: a heading with text beneath it, a heading that runs into its text, or text alone.
#[derive(Clone, Debug)]
struct Item {
    heading: Option<&'static str>,
    runs_in: bool,
    paragraphs: Vec<String>,
    items: Vec<Item>,
}

/// How an element may be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    /// Centred or flush, on a line of its own.
    Line,
    /// Indented and wrapped.
    Paragraph,
}

const ORGANS: [&str; 8] = [
    "海川市人民政府",
    "海川市教育局",
    "海川市财政局",
    "江北省水利厅",
    "云岭县人民政府办公室",
    "青浦岭镇人民政府",
    "海川市医疗保障局",
    "海川市住房和城乡建设局",
];
const RECIPIENTS: [&str; 7] =
    ["各县（市、区）人民政府", "市政府各部门", "各直属机构", "各有关单位", "各县（区）教育局", "市直各学校", "各镇人民政府"];
const MATTERS: [&str; 6] =
    ["加强农村公路养护", "做好夏季防暑", "推进政务公开", "开展食品安全检查", "规范专项资金管理", "保障农民工工资支付"];
const KINDS: [&str; 4] = ["的通知", "的意见", "的通报", "实施方案"];
const HEADINGS: [&str; 10] = [
    "总体要求",
    "主要任务",
    "工作目标",
    "保障措施",
    "进度安排",
    "加强组织领导",
    "严格监督管理",
    "压实主体责任",
    "强化经费保障",
    "完善工作机制",
];
const ATTACHMENTS: [&str; 5] = ["重点任务分工表", "2022年度工作情况统计表", "专项资金申报书", "联络员登记表", "检查评分细则"];
const CLAUSES: [&str; 14] = [
    "各县（市、区）要落实属地责任",
    "市财政局负责筹措资金",
    "按照《海川市农村公路养护办法》的要求认真组织实施",
    "于2024年5月4日前将总结报送市教育局",
    "确保资金足额到位",
    "定期开展监督检查",
    "对发现的问题及时整改",
    "完善“一站式”服务机制",
    "参与率不低于95%",
    "每个乡镇建立不少于2个示范点",
    "二、三季度各开展1次抽查",
    "安排补助资金3.5亿元",
    "相关情况报云岭县人民政府备案",
    "具体办法由市交通运输局（以下简称市交通局）另行制定",
];
const FIGURES: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

// --- composing -----------------------------------------------------------------------------------------

fn some(words: &'static [&'static str], least: usize, most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    proptest::sample::subsequence(words, least..=most)
}

fn one(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

fn sentence() -> impl Strategy<Value = String> {
    some(&CLAUSES, 2, 5).prop_map(|clauses| clauses.join("，") + "。")
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 1..4).prop_map(|sentences| sentences.concat())
}

fn leaf() -> impl Strategy<Value = Item> {
    let heading = prop::option::weighted(0.6, one(&HEADINGS));
    (heading, any::<bool>(), prop::collection::vec(paragraph(), 1..3)).prop_map(|(heading, runs_in, mut paragraphs)| {
        paragraphs.truncate(if heading.is_none() { 1 } else { 2 });
        if heading.is_none() {
            // a short first sentence without a duty would rightly pass for a heading
            paragraphs[0].insert_str(0, "各县（市、区）要落实属地责任，");
        }
        Item { heading, runs_in, paragraphs, items: Vec::new() }
    })
}

/// Items that hold `inner`, under a heading.
fn above(inner: impl Strategy<Value = Item> + 'static) -> impl Strategy<Value = Item> {
    let items = prop::collection::vec(inner, 2..4);
    (one(&HEADINGS), prop::option::weighted(0.3, paragraph()), items).prop_map(|(heading, paragraph, items)| Item {
        heading: Some(heading),
        runs_in: false,
        paragraphs: paragraph.into_iter().collect(),
        items,
    })
}

fn body() -> impl Strategy<Value = Vec<Item>> {
    let second = prop_oneof![3 => leaf(), 1 => above(leaf())];
    prop::collection::vec(prop_oneof![1 => leaf(), 2 => above(second)], 2..5)
}

fn date() -> impl Strategy<Value = String> {
    (2015u32..2025, 1u32..13, 1u32..29).prop_map(|(year, month, day)| format!("{year}年{month}月{day}日"))
}

/// A document.
pub(crate) fn document() -> impl Strategy<Value = Composed> {
    let title = (one(&ORGANS), one(&MATTERS), one(&KINDS), any::<bool>()).prop_map(|(organ, matter, kind, broken)| {
        let about = if kind.starts_with('的') { format!("关于{matter}{kind}") } else { format!("{matter}{kind}") };
        if broken { vec![organ.to_owned(), about] } else { vec![format!("{organ}{about}")] }
    });
    let number = prop::option::of((1u32..200).prop_map(|n| format!("海政发〔2022〕{n}号")));
    let copies = prop::option::weighted(0.3, (some(&ORGANS, 1, 3), date()));
    let tail = (some(&ATTACHMENTS, 0, 3), some(&ORGANS, 1, 2), date(), any::<bool>(), copies, any::<bool>());
    let enclosure = prop::option::weighted(0.3, body());
    (title, number, some(&RECIPIENTS, 1, 3), paragraph(), body(), tail, enclosure).prop_map(
        |(title, number, recipients, lead, sections, (attachments, issuers, date, note, copies, bodies), enclosure)| Composed {
            title,
            number,
            recipients,
            lead,
            sections,
            attachments,
            issuers,
            date,
            note,
            copies,
            bodies,
            enclosure,
        },
    )
}

const ENCLOSED: &str = "海川市重点工作督查办法";

impl Composed {
    /// Its elements, in order.
    pub(crate) fn lines(&self) -> Vec<(String, Set)> {
        let mut lines: Vec<(String, Set)> = Vec::new();
        let mut line = |text: String| lines.push((text, Set::Line));
        match &self.enclosure {
            Some(_) => line(format!("海川市人民政府关于印发《{ENCLOSED}》的通知")),
            None => self.title.iter().cloned().for_each(&mut line),
        }
        self.number.iter().cloned().for_each(&mut line);
        line(self.recipients.join("，") + "：");
        lines.push((self.lead.clone(), Set::Paragraph));
        items(&self.sections, 0, &mut lines);
        for (n, title) in self.attachments.iter().enumerate() {
            let number = if self.attachments.len() > 1 { format!("{}.", n + 1) } else { String::new() };
            lines.push((format!("{}{number}{title}", if n == 0 { "附件：" } else { "" }), Set::Line));
        }
        lines.extend(self.issuers.iter().map(|organ| ((*organ).to_owned(), Set::Line)));
        lines.push((self.date.clone(), Set::Line));
        lines.extend(self.note.then(|| ("（此件公开发布）".to_owned(), Set::Line)));
        if let Some(enclosed) = &self.enclosure {
            lines.push((ENCLOSED.to_owned(), Set::Line));
            items(enclosed, 0, &mut lines);
        }
        if self.bodies {
            for (n, title) in self.attachments.iter().enumerate() {
                let number = if self.attachments.len() > 1 { format!("{}", n + 1) } else { String::new() };
                lines.push((format!("附件{number}"), Set::Line));
                lines.push(((*title).to_owned(), Set::Line));
                lines.push((format!("本件所列各项由{}负责解释，自公布之日起施行。", ORGANS[n]), Set::Paragraph));
            }
        }
        if let Some((organs, date)) = &self.copies {
            lines.push((format!("抄送：{}。", organs.join("，")), Set::Line));
            lines.push((format!("{}{date}印发", ORGANS[4]), Set::Line));
        }
        lines
    }
}

fn label(depth: usize, n: usize) -> String {
    match depth {
        0 => format!("{}、", FIGURES[n]),
        1 => format!("（{}）", FIGURES[n]),
        _ => format!("{}．", n + 1),
    }
}

fn items(items: &[Item], depth: usize, lines: &mut Vec<(String, Set)>) {
    for (n, item) in items.iter().enumerate() {
        let mut paragraphs = item.paragraphs.iter().cloned();
        let first = match item.heading {
            Some(heading) if item.runs_in && item.items.is_empty() => format!("{heading}。{}", paragraphs.next().unwrap_or_default()),
            Some(heading) => heading.to_owned(),
            None => paragraphs.next().unwrap_or_default(),
        };
        lines.push((label(depth, n) + &first, Set::Paragraph));
        lines.extend(paragraphs.map(|paragraph| (paragraph, Set::Paragraph)));
        self::items(&item.items, depth + 1, lines);
    }
}

// --- what must be read ---------------------------------------------------------------------------------

impl Composed {
    /// The tree as [`tree`] prints it.
    pub(crate) fn tree(&self) -> String {
        let mut out = String::new();
        let title = match self.enclosure {
            Some(_) => format!("海川市人民政府关于印发《{ENCLOSED}》的通知"),
            None => self.title.concat(),
        };
        let listed: Vec<&str> = self.attachments.clone();
        let mut element = |name: &str, words: &[&str]| writeln!(out, "{name}: {}", words.join(" | ")).unwrap_or_default();
        element("title", &[&title]);
        element("number", &self.number.as_deref().into_iter().collect::<Vec<_>>());
        element("to", &self.recipients);
        element("attachments", &listed);
        element("from", &self.issuers);
        element("date", &[&self.date]);
        element("note", if self.note { &["（此件公开发布）"] } else { &[] });
        let (organs, printed) = self.copies.as_ref().map_or((&[][..], None), |(organs, date)| (&organs[..], Some(date.as_str())));
        element("copies", organs);
        element("printed", &printed.map(|date| vec![ORGANS[4], date]).unwrap_or_default());
        writeln!(out, "Letter {title}\n¶ {}", self.lead).unwrap_or_default();
        outline(&self.sections, 0, &mut out);
        if let Some(enclosed) = &self.enclosure {
            writeln!(out, "Enclosure {ENCLOSED}").unwrap_or_default();
            outline(enclosed, 0, &mut out);
        }
        for (n, title) in self.attachments.iter().enumerate().filter(|_| self.bodies) {
            writeln!(out, "Attachment {title}\n¶ 本件所列各项由{}负责解释，自公布之日起施行。", ORGANS[n]).unwrap_or_default();
        }
        out
    }
}

fn outline(items: &[Item], depth: usize, out: &mut String) {
    for (n, item) in items.iter().enumerate() {
        let label = label(depth, n);
        let label = label.trim_end_matches(['、', '．']);
        let indent = "  ".repeat(depth);
        writeln!(out, "{indent}§ {label} {}", item.heading.unwrap_or_default()).unwrap_or_default();
        item.paragraphs.iter().for_each(|paragraph| writeln!(out, "{indent}  ¶ {paragraph}").unwrap_or_default());
        outline(&item.items, depth + 1, out);
    }
}

/// A document's elements and tree, blanks aside.
pub(crate) fn tree(document: &Document) -> String {
    let mut out = String::new();
    let words = |span: Span| document.text.slice(span).split_whitespace().collect::<String>();
    let mut element = |name: &str, spans: Vec<Span>| {
        let values: Vec<String> = spans.into_iter().map(words).collect();
        writeln!(out, "{name}: {}", values.join(" | ")).unwrap_or_default();
    };
    let (head, tail) = (&document.head, &document.tail);
    element("title", head.title.into_iter().collect());
    element("number", head.doc_number.into_iter().collect());
    element("to", head.recipients.clone());
    element("attachments", tail.attachments.iter().map(|(_, title)| *title).collect());
    element("from", tail.signatures.clone());
    element("date", tail.date.into_iter().collect());
    element("note", tail.note.into_iter().collect());
    element("copies", tail.cc.clone());
    element("printed", tail.printer.into_iter().chain(tail.print_date).collect());
    for part in &document.parts {
        writeln!(out, "{:?} {}", part.kind, part.title.map(words).unwrap_or_default()).unwrap_or_default();
        part.lead.iter().for_each(|block| writeln!(out, "¶ {}", words(block.span)).unwrap_or_default());
        part.sections.iter().for_each(|section| branch(section, 0, &words, &mut out));
    }
    let lost = document.lines.iter().filter(|line| line.role == Role::Furniture).map(|line| words(line.span));
    lost.for_each(|line| writeln!(out, "furniture {line}").unwrap_or_default());
    out
}

fn branch(section: &Section, depth: usize, words: &impl Fn(Span) -> String, out: &mut String) {
    let indent = "  ".repeat(depth);
    let heading = section.heading.map(words).unwrap_or_default();
    writeln!(out, "{indent}§ {} {heading}", words(section.label)).unwrap_or_default();
    section.blocks.iter().for_each(|block| writeln!(out, "{indent}  ¶ {}", words(block.span)).unwrap_or_default());
    section.sections.iter().for_each(|child| branch(child, depth + 1, words, out));
}
