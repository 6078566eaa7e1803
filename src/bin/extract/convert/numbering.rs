//! The numbers that Word counts itself: 一、（一）1. stand in no paragraph, only their recipe does.
//!
//! Read are recipes by paragraph and by style, with restarts by level. Bullets give nothing. Kinds of figures that
//! official documents do not have come out as arabic.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use super::docx::Local;

/// The recipes: list and level to how a number looks.
#[derive(Default)]
pub(super) struct Numbering {
    levels: HashMap<(String, usize), Level>,
    /// Which list and level a style brings along.
    styles: HashMap<String, (String, usize)>,
}

struct Level {
    /// `decimal`, `chineseCounting`, …
    figures: String,
    /// `（%1）`: where the number of each level goes.
    text: String,
    start: u32,
}

/// The levels that Word has.
const LEVELS: usize = 9;

impl Numbering {
    pub(super) fn read(numbering: Option<&Document<'_>>, styles: Option<&Document<'_>>) -> Self {
        let mut read = Self::default();
        if let Some(root) = numbering.map(Document::root_element) {
            let recipes: HashMap<_, _> = named(root, "abstractNum", "abstractNumId").collect();
            for (id, list) in named(root, "num", "numId") {
                let recipe = list.child("abstractNumId").and_then(|it| recipes.get(it.value("val")?));
                recipe.into_iter().for_each(|recipe| read.list(id, *recipe));
            }
        }
        for (id, style) in styles.into_iter().flat_map(|it| named(it.root_element(), "style", "styleId")) {
            let place = style.child("pPr").and_then(place);
            place.into_iter().for_each(|place| drop(read.styles.insert(id.to_owned(), place)));
        }
        read
    }

    fn list(&mut self, id: &str, recipe: Node<'_, '_>) {
        for (level, node) in named(recipe, "lvl", "ilvl") {
            let value = |name: &str| node.child(name).and_then(|it| it.value("val").map(str::to_owned));
            let start = value("start").and_then(|it| it.parse().ok()).unwrap_or(1);
            let look = Level { figures: value("numFmt").unwrap_or_default(), text: value("lvlText").unwrap_or_default(), start };
            if let Some(level) = level.parse().ok().filter(|level| *level < LEVELS) {
                self.levels.insert((id.to_owned(), level), look);
            }
        }
    }

    pub(super) fn counters(&self) -> Counters<'_> {
        Counters { numbering: self, counts: HashMap::new() }
    }
}

/// Children of that name by the attribute that names them.
fn named<'a>(parent: Node<'a, 'a>, name: &'static str, key: &'static str) -> impl Iterator<Item = (&'a str, Node<'a, 'a>)> {
    parent.children().filter(move |it| it.has_tag_name_local(name)).filter_map(move |it| {
        let id = it.attributes().find(|it| it.name() == key)?.value();
        Some((id, it))
    })
}

/// List and level in the properties of a paragraph or style.
fn place(properties: Node<'_, '_>) -> Option<(String, usize)> {
    let numbers = properties.child("numPr")?;
    let level = numbers.child("ilvl").and_then(|it| it.value("val")?.parse().ok()).unwrap_or(0);
    Some((numbers.child("numId")?.value("val")?.to_owned(), level))
}

/// How far each list has been counted.
pub(super) struct Counters<'n> {
    numbering: &'n Numbering,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
}

impl Counters<'_> {
    /// The next number, written out, where the paragraph has one.
    pub(super) fn label(&mut self, paragraph: Node<'_, '_>) -> String {
        let Some((list, level)) = paragraph.child("pPr").and_then(|it| self.place(it)) else { return String::new() };
        let Some(look) = self.numbering.levels.get(&(list.clone(), level)).filter(|it| it.figures != "bullet") else {
            return String::new();
        };
        let counts = self.counts.entry(list.clone()).or_default();
        counts[level] = Some(counts[level].map_or(look.start, |count| count + 1));
        counts[level + 1..].fill(None);
        let mut label = look.text.clone();
        for (n, count) in counts.iter().enumerate().take(level + 1) {
            let figures = self.numbering.levels.get(&(list.clone(), n)).map_or("", |it| &it.figures);
            label = label.replace(&format!("%{}", n + 1), &written(count.unwrap_or(1), figures));
        }
        label
    }

    fn place(&self, properties: Node<'_, '_>) -> Option<(String, usize)> {
        let style = properties.child("pStyle").and_then(|it| self.numbering.styles.get(it.value("val")?).cloned());
        place(properties).or(style)
    }
}

fn written(count: u32, figures: &str) -> String {
    match figures {
        "none" => String::new(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital" => chinese(count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&count) => {
            char::from_u32(0x245F + count).map(String::from).unwrap_or_default()
        }
        _ => count.to_string(),
    }
}

/// 一 to 九十九; longer lists go on in arabic.
fn chinese(count: u32) -> String {
    const ONES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (count as usize / 10, count as usize % 10);
    match tens {
        0 => ONES[ones].to_owned(),
        1 => format!("十{}", ONES[ones]),
        2..=9 => format!("{}十{}", ONES[tens], ONES[ones]),
        _ => count.to_string(),
    }
}
