//! Where 机关代字 begins, looking back from the year's bracket: nothing in the text marks the place but the
//! language. A code is a run of Han characters and letters; it begins after punctuation, a preposition or verb
//! that governs it (根据, 按照, 印发), a noun that closes a title (…的通知), another number (…号和), or the full
//! name of the organ whose code it is (省政府办公厅江政办发).

use std::{ops::Range, sync::LazyLock};

use crate::lexicon::{Lists, joined, picked, short};
use crate::phrase::numeral::is_figure;

/// Words that are never part of a code; it begins behind them.
const STOPS: &[&str] = joined!(
    picked!(bases: ground | rule | model | duty | test | by),
    picked!(genres: code),
    &[
        "关于", "转发", "下发", "印发", "收到", "废止", "取代", "文件", "文号", "字号", "编号", "以及", "或者", "详见", "参见", "其中",
        "精神", "要求", "现将", "查阅", "号", "的", "等", "以",
    ],
);

/// Full names of organs, behind which their code may stand.
const ORGANS: [&str; 7] = ["办公厅", "办公室", "人民政府", "委员会", "省政府", "市政府", "县政府"];

/// [`STOPS`] and [`ORGANS`] in one, each word a list of its own.
static WORDS: LazyLock<Lists> = LazyLock::new(|| Lists::new(STOPS.iter().chain(&ORGANS).map(std::slice::from_ref)));

/// How codes end that are more than an organ's name.
const CODE_ENDS: [char; 16] = ['发', '函', '字', '规', '文', '办', '电', '复', '批', '通', '审', '请', '报', '议', '纪', '任'];

/// Words that govern a code and may stand right before it where a sentence goes on.
const PARTICLES: [&str; 10] = ["按", "据", "依", "在", "对", "以", "由", "将", "见", "文"];

/// Words that join two numbers or titles. 和政发 after a comma is a code of its own.
const CONJUNCTIONS: [&str; 5] = ["和", "与", "及", "或", "并"];

/// How an organ or its office ends.
const ORGAN_ENDS: [char; 22] =
    ['院', '部', '委', '局', '署', '会', '厅', '府', '席', '室', '办', '省', '市', '县', '区', '军', '行', '长', '理', '字', '社', '队'];

/// The longest code.
const LONGEST: usize = 24;

/// Whether `c` may stand in a code: a Han character or a letter.
pub(super) fn is_letter(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ') || c.is_ascii_alphabetic()
}

/// Whether `word` says what is numbered: an order, an announcement, a file.
pub(super) fn is_kind(word: &str) -> bool {
    let word = word.trim_end();
    short::ends_with(word, &["公告", "通告", "字", "发", "函"]) || is_order(word)
}

/// 国务院令, but not 司令, 法令, 命令 after other words.
pub(super) fn is_order(word: &str) -> bool {
    let Some(organ) = word.strip_suffix('令') else { return false };
    // 国令第12号 is 国务院令第12号
    organ.is_empty() || organ == "国" || organ.ends_with(ORGAN_ENDS) || organ.ends_with('命')
}

/// The code that ends at `at`, not reaching back over `from`. May be empty.
pub(super) fn before(text: &str, from: usize, at: usize) -> Range<usize> {
    let end = from + text[from..at].trim_end_matches([' ', '\u{3000}', '\u{a0}']).len();
    let run = run(text, from, end);
    // 7月15日以海水审: the end of a day stands before the code
    let day = if text[from..run.start].ends_with(is_figure) { leading(&["日", "月", "年"], &text[run.start..end]) } else { 0 };
    let start = cut(text, run.start + day, end);
    start..if start == end { at } else { end }
}

/// The organ's name with 令, 公告 or 字 that ends at `at`; empty where it names no organ. `2006年` before it belongs to it.
pub(super) fn organ_before(text: &str, from: usize, at: usize) -> Range<usize> {
    let code = before(text, from, at);
    // a date may stand right before the organ: 2000年10月31日原国家计委令第8号
    let dated = text[from..code.start].ends_with(is_figure);
    let word = &text[code.clone()];
    let word = if dated { word.trim_start_matches(['年', '月', '日']) } else { word.trim_start_matches('年') };
    let word = word.strip_prefix('原').unwrap_or(word);
    let start = code.end - word.len();
    if word.is_empty() || !(is_kind(word) || word.ends_with(ORGAN_ENDS)) {
        return at..at;
    }
    with_year(text, from, start)..at
}

/// Where the list of organs begins that ends with the one at `at`, where it fills the bracket, or what stands
/// behind a label, up to there: （财政部 税务总局公告…, 政策依据：…
pub(super) fn joint_organs(text: &str, from: usize, at: usize) -> usize {
    let mut near = text[from..at].char_indices().rev().take(6 * LONGEST);
    let Some(open) = near.find(|(_, c)| matches!(c, '（' | '(' | '：' | ':')).map(|(open, _)| from + open) else { return at };
    let first = open + text[open..].chars().next().map_or(1, char::len_utf8);
    let organs = text[first..at].split([' ', '\u{3000}', '、']).filter(|organ| !organ.is_empty());
    let joined = text[first..at].ends_with([' ', '\u{3000}', '、']);
    if joined && organs.clone().all(|organ| organ.chars().all(is_letter) && organ.ends_with(ORGAN_ENDS)) { first } else { at }
}

/// Where `2006年` begins that stands before `at`, else `at`.
fn with_year(text: &str, from: usize, at: usize) -> usize {
    let Some(before) = text[from..at].strip_suffix('年') else { return at };
    let head = before.trim_end_matches(is_figure);
    if before[head.len()..].chars().count() == 4 { from + head.len() } else { at }
}

/// The run of code characters that ends at `end`; a short bracket inside belongs to it: 京规自（东）发.
fn run(text: &str, from: usize, end: usize) -> Range<usize> {
    let mut start = end;
    for (at, c) in text[from..end].char_indices().rev().take(LONGEST) {
        if from + at >= start {
            continue;
        }
        match c {
            c if is_letter(c) => start = from + at,
            '）' | ')' if start < end => match bracket(text, from, from + at) {
                Some(open) => start = open,
                None => break,
            },
            _ => break,
        }
    }
    start..end
}

/// Where the bracket opens that closes at `close`, where it holds one to three letters and follows a letter.
fn bracket(text: &str, from: usize, close: usize) -> Option<usize> {
    let open = from + text[from..close].rfind(['（', '('])?;
    let inside = text[open..close].trim_start_matches(['（', '(']);
    let short = (1..=3).contains(&inside.chars().count()) && inside.chars().all(is_letter) && !matches!(inside, "试行" | "暂行" | "草案");
    let follows = text[from..open].chars().next_back().is_some_and(is_letter);
    (short && follows).then_some(open)
}

/// Where the code begins in the run `start..end`.
fn cut(text: &str, start: usize, end: usize) -> usize {
    let run = &text[start..end];
    let held = WORDS.held_by(run);
    let organs = ORGANS.iter().enumerate().filter(|(n, _)| held.has(STOPS.len() + n)).map(|(_, organ)| organ);
    let stop = behind_last(held.of(STOPS), run).unwrap_or(0);
    let organ = behind_last(organs, run).filter(|at| is_code(&run[*at..])).unwrap_or(0);
    let cut = start + stop.max(organ).max(full_name(run));
    let joined =
        cut + if text[..cut].ends_with(['号', '令', '告', '》', '）', ')']) { leading(&CONJUNCTIONS, &text[cut..end]) } else { 0 };
    if cut == 0 || text[..cut].ends_with('\n') { joined } else { joined + particle(&text[joined..end]) }
}

/// Where the last of `words` ends in `run`.
fn behind_last<'w>(words: impl Iterator<Item = &'w &'w str>, run: &str) -> Option<usize> {
    words.filter_map(|w| run.rfind(w).map(|at| at + w.len())).max()
}

/// Where a code begins behind an organ's full name: 江北省自然资源厅江财综发. Short names may belong to the code.
fn full_name(run: &str) -> usize {
    const FULL: usize = 6;
    let ends = run.char_indices().enumerate().filter(|(n, (_, c))| *n + 1 >= FULL && matches!(c, '厅' | '局'));
    let behind = ends.map(|(_, (at, c))| at + c.len_utf8()).filter(|at| run[*at..].chars().count() > 2 && is_code(&run[*at..]));
    behind.last().unwrap_or(0)
}

/// Whether `word` is a code rather than the end of an organ's name.
fn is_code(word: &str) -> bool {
    word.chars().count() >= 2 && word.ends_with(CODE_ENDS)
}

/// The length of the particle that `word` begins with. 经 belongs to codes of economic zones and bureaus.
fn particle(word: &str) -> usize {
    const ECONOMIC: [&str; 6] = ["经开", "经信", "经济", "经发", "经技", "经贸"];
    match word.starts_with('经') {
        true if short::begins_with(word, &ECONOMIC) => 0,
        true => leading(&["经"], word),
        false => leading(&PARTICLES, word),
    }
}

/// The length of the one of `words` that `word` begins with, where at least two characters are left behind it.
fn leading(words: &[&'static str], word: &str) -> usize {
    let length = short::beginnings(word, words).next().map_or(0, str::len);
    if length == 0 || word[length..].chars().count() >= 2 { length } else { 0 }
}
