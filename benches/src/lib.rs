//! What is measured, and beside what: documents of every length, our own corpus, and yardsticks that everybody has.
//!
//! A speed says as much of the machine as of the code, so each is measured beside three others on the same text in the
//! same run: the text looked through once ([`std::str::from_utf8`]), one pass of a regex alternation of our words, and
//! the text cut into words by jieba.

use std::{fmt::Write as _, fs, path::Path};

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

/// A notice of about so many bytes: as much of everything that is read as real ones have, no two paragraphs alike.
pub fn notice(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 2_000);
    text.push_str("海川市教育局关于开展校园安全检查的通知\n海教发〔2024〕12号\n\n各县（市、区）教育局，各直属学校：\n");
    text.push_str("　　为进一步加强校园安全管理，根据《江北省学校安全条例》，经市人民政府同意，现将有关事项通知如下。\n");
    for n in 1.. {
        if text.len() + 900 > bytes.max(1_000) {
            break;
        }
        section(&mut text, n);
    }
    text.push_str("　　联系人：李明远，电话：0999-3380216，邮箱：office@example.gov.cn。\n");
    text.push_str("　　附件：1. 检查表\n\n海川市教育局\n2024年3月1日\n（此件公开发布）\n");
    text
}

/// A section with three paragraphs and, now and then, a table.
fn section(text: &mut String, n: usize) {
    const FIGURES: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let (label, month, day) = (FIGURES[n % 10], n % 12 + 1, n % 28 + 1);
    if n % 10 == 1 {
        let _ = writeln!(text, "　　{}、第{n}阶段工作安排", FIGURES[n / 10 % 10]);
    }
    let _ = writeln!(
        text,
        "　　（{label}）落实第{n}号隐患整改。各县（市、区）教育局要压实主体责任，对校舍、食堂和校车逐一排查，于{month}月{day}日前将检查情况\
         报送市教育局，不得迟报、漏报；各学校应当每月开展一次应急演练，覆盖率不低于9{}%，有关记录保存{}年。（责任单位：市教育局、市公安局）",
        n % 10,
        n % 5 + 1
    );
    let _ = writeln!(
        text,
        "　　由市财政局牵头，市审计局配合，安排专项资金{n}.5万元，其中设备购置费{}元，印刷检查表{n}份，每份3元。按照《海川市校园安全管理\
         办法》（海政发〔2021〕{n}号）第{label}条的规定，经费自下达之日起{}个工作日内拨付到位，年底前完成绩效评价。",
        n * 700,
        n % 30 + 1
    );
    let _ = writeln!(
        text,
        "　　近年来，全市第{n}批学校的安全水平明显提升，为教育事业的发展提供了有力支撑。以上工作由青浦岭镇第{n}小学先行试点，取得经验后逐步\
         推开，市教育局将适时组织督查，并对工作不力的单位予以通报。"
    );
    if n.is_multiple_of(8) {
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
