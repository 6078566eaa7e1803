//! The numbers that Word counts itself: 一、（一）1. stand in no paragraph, only their recipe does.
//!
//! Read are recipes by paragraph and by style, with restarts by level and by list. What is counted is the abstract list:
//! lists of the same one go on with each other's numbers, unless one says with which number it starts. Bullets give
//! nothing. Kinds of figures that official documents do not have come out as arabic.

use std::collections::{HashMap, HashSet};

use roxmltree::{Document, Node};

use super::docx::Local;

/// The recipes: how the numbers of a list look.
#[derive(Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    /// Which list and level a style brings along.
    styles: HashMap<String, (String, usize)>,
}

struct List {
    /// The abstract list that is counted.
    counted: String,
    levels: [Option<Level>; LEVELS],
}

struct Level {
    /// `decimal`, `chineseCounting`, …
    figures: String,
    /// `（%1）`: where the number of each level goes.
    text: String,
    start: u32,
    /// Whether this list counts anew where it begins, and does not go on with others of the same abstract list.
    anew: bool,
    /// The level, counted from one, at whose numbers this one starts again: any above it, where nothing is said; 0 none.
    restart: Option<usize>,
}

/// The levels that Word has.
const LEVELS: usize = 9;

impl Numbering {
    pub(super) fn read(numbering: Option<&Document<'_>>, styles: Option<&Document<'_>>) -> Self {
        let mut read = Self::default();
        if let Some(root) = numbering.map(Document::root_element) {
            let recipes: HashMap<_, _> = children_by(root, "abstractNum", "abstractNumId").collect();
            for (id, list) in children_by(root, "num", "numId") {
                let recipe = list.child("abstractNumId").and_then(|it| recipes.get_key_value(it.value("val")?));
                recipe.into_iter().for_each(|(counted, recipe)| drop(read.lists.insert(id.to_owned(), List::read(counted, *recipe, list))));
            }
        }
        for (id, style) in styles.into_iter().flat_map(|it| children_by(it.root_element(), "style", "styleId")) {
            let place = style.child("pPr").and_then(place);
            place.into_iter().for_each(|place| drop(read.styles.insert(id.to_owned(), place)));
        }
        read
    }

    pub(super) fn counters(&self) -> Counters<'_> {
        Counters { numbering: self, counts: HashMap::new(), begun: HashSet::new() }
    }
}

impl List {
    /// The levels of the abstract list, but for what `list` says otherwise.
    fn read(counted: &str, recipe: Node<'_, '_>, list: Node<'_, '_>) -> Self {
        let mut read = Self { counted: counted.to_owned(), levels: Default::default() };
        read.levels(recipe);
        for (level, change) in children_by(list, "lvlOverride", "ilvl") {
            read.levels(change);
            let start = change.child("startOverride").and_then(|it| it.value("val")?.parse().ok());
            if let Some((level, start)) = level.parse().ok().and_then(|it: usize| read.levels.get_mut(it)?.as_mut()).zip(start) {
                (level.start, level.anew) = (start, true);
            }
        }
        read
    }

    fn levels(&mut self, parent: Node<'_, '_>) {
        for (level, node) in children_by(parent, "lvl", "ilvl") {
            let value = |name: &str| node.child(name).and_then(|it| it.value("val").map(str::to_owned));
            if let Some(level) = level.parse().ok().and_then(|it: usize| self.levels.get_mut(it)) {
                let start = value("start").and_then(|it| it.parse().ok()).unwrap_or(1);
                let restart = value("lvlRestart").and_then(|it| it.parse().ok());
                let (figures, text) = (value("numFmt").unwrap_or_default(), value("lvlText").unwrap_or_default());
                *level = Some(Level { figures, text, start, anew: false, restart });
            }
        }
    }
}

/// Children of that name by the attribute that names them.
fn children_by<'a>(parent: Node<'a, 'a>, name: &'static str, key: &'static str) -> impl Iterator<Item = (&'a str, Node<'a, 'a>)> {
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

/// How far each abstract list has been counted.
pub(super) struct Counters<'n> {
    numbering: &'n Numbering,
    counts: HashMap<&'n str, [Option<u32>; LEVELS]>,
    /// Lists and levels that count anew and have begun to.
    begun: HashSet<(String, usize)>,
}

impl Counters<'_> {
    /// The next number, written out, where the paragraph has one.
    pub(super) fn label(&mut self, paragraph: Node<'_, '_>) -> String {
        let Some((id, level)) = paragraph.child("pPr").and_then(|it| self.place(it)) else { return String::new() };
        let Some(list) = self.numbering.lists.get(&id) else { return String::new() };
        let look = |level: usize| list.levels.get(level)?.as_ref();
        let Some(own) = look(level).filter(|it| it.figures != "bullet") else { return String::new() };
        let counts = self.counts.entry(&list.counted).or_default();
        let begins = own.anew && self.begun.insert((id, level));
        counts[level] = Some(counts[level].filter(|_| !begins).map_or(own.start, |count| count.saturating_add(1)));
        for (below, count) in counts.iter_mut().enumerate().skip(level + 1) {
            *count = count.filter(|_| look(below).and_then(|it| it.restart).is_some_and(|it| level >= it));
        }
        let mut label = own.text.clone();
        for (n, count) in counts.iter().enumerate().take(level + 1) {
            let (figures, start) = look(n).map_or(("", 1), |it| (&it.figures, it.start));
            label = label.replace(&format!("%{}", n + 1), &written(count.unwrap_or(start), figures));
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
