//! What is measured, and beside what: documents of every length, our own corpus, and yardsticks that everybody has.
//!
//! A speed says as much of the machine as of the code, so each is measured beside three others on the same text in the
//! same run: the text looked through once ([`std::str::from_utf8`]), one pass of a regex alternation of our words, and
//! the text cut into words by jieba.

use std::{fmt::Write as _, fs, path::Path, sync::LazyLock};

use jieba_rs::Jieba;
use regex::Regex;

/// The lengths of generated documents, in bytes.
pub const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// The documents of our own corpus.
///
/// # Panics
/// Where the corpus does not lie beside this package.
pub fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let folders = fs::read_dir(root).expect("the corpus lies beside this package").flatten().map(|entry| entry.path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let mut files: Vec<_> = files.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    files.iter().filter_map(|path| fs::read(path).ok()).filter_map(|bytes| String::from_utf8(bytes).ok()).collect()
}

/// The paragraphs of our own corpus, without the labels of their sections: sentences of a hundred hands' worth of matters.
static PARAGRAPHS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let label =
        Regex::new(r"^[\s　]*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|第[一二三四五六七八九十]+条)?[\s　]*")
            .expect("a pattern");
    let documents = corpus();
    let lines = documents.iter().flat_map(|document| document.lines()).map(|line| &line[label.find(line).map_or(0, |it| it.end())..]);
    lines.filter(|line| line.len() >= 60 && line.contains('。')).map(str::to_owned).collect()
});

/// A notice of about so many bytes, of paragraphs of our own corpus in an order that hangs on `seed`: a text of the same few
/// sentences, however long, would tell of the memory of a processor for the turns that it has taken before.
pub fn notice(bytes: usize, seed: usize) -> String {
    let mut text = String::with_capacity(bytes + 2_000);
    text.push_str("海川市教育局关于开展校园安全检查的通知\n海教发〔2024〕12号\n\n各县（市、区）教育局，各直属学校：\n");
    text.push_str("　　为进一步加强校园安全管理，根据《江北省学校安全条例》，经市人民政府同意，现将有关事项通知如下。\n");
    // Knuth's multiplier: an order that is the same everywhere
    let mut state = seed as u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        &PARAGRAPHS[(state >> 33) as usize % PARAGRAPHS.len()]
    };
    for n in 1.. {
        if text.len() + 300 > bytes {
            break;
        }
        paragraph(&mut text, n, next());
    }
    text.push_str("　　联系人：李明远，电话：0999-3380216，邮箱：office@example.gov.cn。\n");
    text.push_str("　　附件：1. 检查表\n\n海川市教育局\n2024年3月1日\n（此件公开发布）\n");
    text
}

/// A paragraph with the label of its section, and now and then the heading of those above it or a table.
fn paragraph(text: &mut String, n: usize, words: &str) {
    const FIGURES: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    if n % 10 == 1 {
        let _ = writeln!(text, "　　{}、第{n}阶段工作安排", FIGURES[n / 10 % 10]);
    }
    let _ = writeln!(text, "　　（{}）{words}", FIGURES[(n - 1) % 10]);
    if n.is_multiple_of(20) {
        let _ =
            writeln!(text, "序号\t项目\t金额（万元）\n1\t第{n}号校舍维修\t{n}.20\n2\t第{n}号食堂改造\t{n}.80\n合计\t\t{}.00", 2 * n + 1);
    }
}

/// What everybody has, to measure beside.
pub struct Yardsticks {
    /// With the dictionary that it comes with.
    pub jieba: Jieba,
    /// One pattern of all words that tell where a predicate begins.
    pub words: Regex,
}

impl Yardsticks {
    /// Loads them.
    ///
    /// # Panics
    /// Where our words make no pattern.
    #[expect(clippy::new_without_default, reason = "loading takes a while, which a default should not")]
    pub fn new() -> Self {
        let list = include_str!("../../src/lexicon/words.txt");
        let lines = list.lines().filter(|line| !line.starts_with(['#', '[']));
        let mut words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Self { jieba: Jieba::new(), words: Regex::new(&words.join("|")).expect("words make a pattern") }
    }
}
