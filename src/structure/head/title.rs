//! 标题 (GB/T 9704-2012, 7.3.1): the run of bare lines that ends with the name of a kind of document.

use std::ops::Range;

use super::{
    HEAD_LINES, is_caption,
    mark::{is_masthead, is_notice_mark, mark, telegram},
};
use crate::{
    lexicon::{GENRES, picked},
    pattern::is_han,
    phrase::{agency, date, doc_number, level},
    source::Signs,
    structure::{
        Page,
        body::VERBS,
        line::{Lines, fold, folded},
        step::{is_colon, is_figure},
    },
};

/// How many lines a title may take.
const TITLE_LINES: usize = 8;

/// The lines of the title.
pub(super) fn find(lines: &Lines<'_>, page: &Page) -> Option<Range<usize>> {
    let end = lines.len().min(HEAD_LINES);
    let mut runs = runs(lines, end);
    let mut words: Vec<String> = runs.iter().map(|run| lines.joined(run.clone())).collect();
    for words in words.iter_mut().filter(|words| words.starts_with(['《', '（', '('])) {
        *words = without_marks(words).to_owned();
    }
    // the way to the page stands above its title, names of columns above the way
    let way = page.breadcrumbs.last().map_or(0, |step| step.end);
    let below = (0..runs.len()).find(|n| lines.span(runs[*n].start).start >= way && is_title(&words[*n]));
    let Some(first) = below.or_else(|| words.iter().position(|words| is_title(words))) else {
        let kind = words.iter().position(|words| is_kind(words)).map(|n| runs.swap_remove(n));
        return kind.or_else(|| headline(lines, end));
    };
    // a page prints the title above its furniture and once more above the text: the last one is the document's
    let given = page.title.map(|span| fold(lines.text.slice(span)));
    let same = |other: &String| {
        [words[first].as_str(), without_bracket(&words[first])].contains(&other.as_str())
            || is_end(lines, &runs[first], other)
            || given.as_ref().is_some_and(|given| folded(other).eq(given.chars()))
    };
    let chosen = words.iter().rposition(same).unwrap_or(first).max(first);
    let chosen = chosen + usize::from(is_marked(lines, &runs[chosen..], &words[chosen..]) || issues(&words[chosen..]));
    Some(once(lines, runs.swap_remove(chosen)))
}

/// A title that ends with no name of a kind of document, as pages give their notices: the first line of all, right above the
/// text or the address.
fn headline(lines: &Lines<'_>, end: usize) -> Option<Range<usize>> {
    const LENGTH: std::ops::RangeInclusive<u32> = 10..=40;
    let mut open = (0..end).filter(|i| lines.is_open(*i));
    let (first, next) = (open.next()?, open.next()?);
    let (line, facts) = (lines.str(first), lines.facts(first));
    let names = LENGTH.contains(&facts.chars)
        && may_be_title(lines, first)
        && facts.first.is_alphanumeric()
        && !agency::is_organ(line)
        && !binds(line);
    let words = !facts.has(Signs::COMMA | Signs::HALF_COMMA | Signs::ARROW | Signs::BLANK) && !facts.has_colon();
    let said = lines.is_address(next) || lines.facts(next).label.is_none() && begins_body(lines, next, false);
    (names && words && said).then_some(first..first + 1)
}

/// Whether a line says what must be or will be, and is a sentence.
fn binds(line: &str) -> bool {
    let several = |word: &&&str| word.chars().nth(1).is_some();
    picked!(bindings: binds | urges | bans).iter().filter(several).chain(&["将于", "要坚持"]).any(|word| line.contains(word))
}

/// Whether the last lines of `run` are the title `words`, which comes again below, and those above it names of the page.
fn is_end(lines: &Lines<'_>, run: &Range<usize>, words: &str) -> bool {
    let issues = |line: &str| line.contains("关于") || VERBS.iter().any(|verb| line.contains(verb));
    let named = |end: usize| (run.start..end).all(|i| !issues(lines.str(i)));
    (run.start + 1..run.end).any(|start| lines.joined(start..run.end) == words && named(start))
}

/// Whether the second of `words` is the title of a letter that issues the first: 道路养护办法, 关于印发《道路养护办法》的通知.
fn issues(words: &[String]) -> bool {
    let [name, letter, ..] = words else { return false };
    let issued = || VERBS.iter().any(|verb| letter.contains(verb));
    let other = !name.ends_with("通知") && !letter.starts_with(name.as_str());
    other && letter.contains(name.as_str()) && issued() && is_title(letter)
}

/// Whether the first of `runs` is but the mark above a number and the second the title: 海川市民政局公告 / 2023年第8号 /
/// 海川市民政局关于….
fn is_marked(lines: &Lines<'_>, runs: &[Range<usize>], words: &[String]) -> bool {
    let ([mark, title, ..], [issuer, words, ..]) = (runs, words) else { return false };
    let numbered = title.start == mark.end + 1 && lines.is_number(mark.end);
    numbered && is_notice_mark(issuer) && words.contains("关于") && is_title(words)
}

/// A title that stands in `run` twice, as the page's and as the document's: the second of the two.
fn once(lines: &Lines<'_>, run: Range<usize>) -> Range<usize> {
    let words = |range: Range<usize>| range.flat_map(|i| folded(lines.str(i)));
    let copy = |at: &usize| words(run.start..*at).eq(words(*at..run.end));
    (run.start + 1..run.end).find(copy).map_or(run.clone(), |at| at..run.end)
}

/// The runs of bare lines that may be titles, down to where the body must have begun.
fn runs(lines: &Lines<'_>, end: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let (mut i, mut known) = (0, 0);
    // a title on one line, which a page may print again among other lines
    let mut first: Option<usize> = None;
    let again = |j: usize, first: Option<usize>| {
        let near = |first: &usize| lines.facts(*first).chars.abs_diff(lines.facts(j).chars) <= 2;
        first.filter(near).is_some_and(|first| folded(without_marks(lines.str(j))).eq(folded(without_marks(lines.str(first)))))
    };
    // the name of the site, or a year, behind the title of the page
    let begins = |i: usize, j: usize| {
        const MORE: u32 = 10;
        let more = lines.facts(i).chars.checked_sub(lines.facts(j).chars);
        more.is_some_and(|more| (2..=MORE).contains(&more)) && lines.str(i).starts_with(lines.str(j)) && is_title(lines.str(j))
    };
    // the mark above a number is no line of a title
    let numbered = |j: usize| is_notice_mark(lines.str(j)) && j + 1 < lines.len() && lines.is_number(j + 1);
    while i < end {
        if i >= known && !may_be_title(lines, i) {
            // a sentence above every title: the letter has none
            if lines.is_open(i) && begins_body(lines, i, !runs.is_empty()) {
                break;
            }
            i += 1;
            continue;
        }
        // up to where all lines are known to be such as this one
        known = known.max(i + 1);
        let other = |j: &usize| {
            *j >= known && !may_be_title(lines, *j) || lines.str(*j) == lines.str(i) || again(*j, first) || numbered(*j) || begins(i, *j)
        };
        let stop = (i + 1..end).find(other).unwrap_or(end);
        known = known.max(stop);
        let run = best_run(lines, i..stop);
        first = first.or((run.len() == 1 && is_title(lines.str(run.start))).then_some(run.start));
        i = run.end.max(i + 1);
        runs.push(run);
    }
    runs
}

/// Whether the body must have begun with line `i`; less tells it where what may be a title stands above.
fn begins_body(lines: &Lines<'_>, i: usize, titled: bool) -> bool {
    let facts = lines.facts(i);
    let long = facts.chars > 40;
    // 现将有关事项通知如下：
    let announces = || facts.has_colon() && lines.str(i).trim_end_matches(is_colon).ends_with("如下") && facts.chars > 12;
    let sentence = announces() || facts.last == '。' && (long || facts.chars > 12 && facts.has(Signs::COMMA | Signs::HALF_COMMA));
    sentence || titled && (long && !facts.is_bare() || lines.is_address(i))
}

/// The lines of `range` that make a title: from its head to the last line that ends as titles do, and not from
/// lines above that end as titles do not and are no part of it.
fn best_run(lines: &Lines<'_>, range: Range<usize>) -> Range<usize> {
    let stop = range.end.min(range.start + TITLE_LINES);
    let (mut words, mut end) = (String::new(), range.start + 1);
    for i in range.start..stop {
        // 印发《…方案》的通知, and then the name of what is issued
        if end == i && i > range.start && is_letter(&words) && !lines.str(i).starts_with(['的', '》', '〉', '（', '(']) {
            break;
        }
        lines.join(i, &mut words);
        end = if is_title(&words) { i + 1 } else { end };
    }
    // 关于… on a line of its own or behind who issues it: what stands above belongs to it only where it names one, too
    let closes = |open: usize| (open + 1..end).any(|i| lines.str(i).contains('》'));
    let about = (range.start..end).find(|i| is_about(lines.str(*i)));
    let start = match about {
        Some(about) => (range.start..about)
            .rev()
            .take_while(|i| may_issue(lines.str(*i)) || forwards(lines.str(*i)) || quotes(lines.str(*i)) && closes(*i))
            .last()
            .unwrap_or(about),
        None => range.start,
    };
    let again = end == start + 2 && says_again(lines.str(start), lines.str(start + 1));
    start + usize::from(again)..end
}

/// Whether `own` is a title that says what `page` says in other words: 云岭县招聘公告, 云岭县信访局公开招聘工作人员公告.
fn says_again(page: &str, own: &str) -> bool {
    let (first, second) = (without_bracket(page), without_bracket(own));
    let same = GENRES.of(first).is_some() && GENRES.of(first) == GENRES.of(second) && first.chars().count() > 8;
    let known = || first.chars().filter(|c| second.contains(*c)).count();
    same && known() * 5 >= first.chars().count() * 4
}

/// Whether `words` are the whole title of a letter that issues something.
fn is_letter(words: &str) -> bool {
    words.ends_with("》的通知") && VERBS.iter().any(|verb| words.contains(verb))
}

/// Whether line `i` may be a line of a title.
fn may_be_title(lines: &Lines<'_>, i: usize) -> bool {
    let (line, facts) = (lines.str(i), lines.facts(i));
    lines.is_open(i)
        && facts.chars < 90
        && facts.is_bare()
        && facts.label.is_none()
        && !facts.has(Signs::TAB)
        && !line.bytes().any(|b| matches!(b, b'!' | b'?'))
        && !line.contains('？')
        && facts.first != '•'
        && !(matches!(facts.first, '—' | '－') && is_told(line))
        && (!facts.first.is_ascii_alphabetic() || line.contains(is_han))
        && !(matches!(facts.first, '（' | '(') && is_caption(lines, i))
        && !line.starts_with("附件")
        && !(line.contains('签') && line.contains("签发人"))
        && !(facts.first == '第' && is_entry(lines, i))
        && !(facts.has_colon() && is_field(line))
        && mark(line).is_none()
        && telegram(line).is_none()
        && !is_masthead(line)
        && !lines.is_day(i)
        && !lines.is_number(i)
}

/// Whether a line says when something was: ——2024年1月15日在….
fn is_told(line: &str) -> bool {
    !date::find(line).is_empty()
}

/// Whether line `i` numbers the documents of a collection: 第一篇：海川市教育局办公制度, and the title again below.
fn is_entry(lines: &Lines<'_>, i: usize) -> bool {
    let Some((number, title)) = lines.str(i).split_once(is_colon) else { return false };
    let numbered = number.ends_with(['篇', '号']) && number.chars().count() <= 5;
    numbered && i + 1 < lines.len() && folded(title).eq(folded(lines.str(i + 1)))
}

/// A word and its value, as stand above titles: 类别：A, 编号：12.
fn is_field(line: &str) -> bool {
    let Some((word, value)) = line.split_once(is_colon) else { return false };
    let (word, value) = (word.trim(), value.trim());
    (2..=6).contains(&word.chars().count()) && (1..=6).contains(&value.chars().count()) && GENRES.of(value).is_none()
}

/// Whether `words` end with the name of a kind of document; a bracket at the end (试行) is looked through.
pub(in crate::structure) fn is_title(words: &str) -> bool {
    let genre = || GENRES.of(without_bracket(without_footnote(without_marks(words)))).is_some();
    words.chars().count() > 3 && (genre() || number_behind(words).is_some())
}

/// The number of the document in a bracket at the end of `words`: 2024年重点工作任务（海政发〔2024〕3号）.
pub(super) fn number_behind(words: &str) -> Option<Range<usize>> {
    let inner = words.strip_suffix(['）', ')']).filter(|rest| rest.ends_with('号'))?;
    let open = inner.rfind(['（', '('])?;
    let start = open + inner[open..].chars().next().map_or(0, char::len_utf8);
    let known = inner[start..].contains('〔') && doc_number::find(&inner[start..]).len() == 1;
    (known && open > 0 && !words.contains(['《', '，', '。', '：'])).then_some(start..inner.len())
}

/// Whether `words` are but the name of a kind of document, as on a placard: 公　告.
fn is_kind(words: &str) -> bool {
    words == "紧急通知" || picked!(genres: alone).contains(&words)
}

/// `words` without the marks 《》 around the whole of them, in which pages and collections set a title; nor the brackets in
/// which it stands behind a number, （关于…的公告）.
pub(in crate::structure) fn without_marks(words: &str) -> &str {
    let (open, close) = match words.chars().next() {
        Some('《') => ('《', '》'),
        Some('（') => ('（', '）'),
        Some('(') => ('(', ')'),
        _ => return words,
    };
    let inner = words.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let depth = |inner: &str| {
        let step = |depth: i32, c| depth + i32::from(c == open) - i32::from(c == close);
        inner.chars().try_fold(0, |depth, c| Some(step(depth, c)).filter(|depth| *depth >= 0))
    };
    let titled = |inner: &&str| open == '《' || inner.starts_with("关于");
    inner.filter(titled).filter(|inner| depth(inner) == Some(0)).unwrap_or(words)
}

/// Whether a title begins with `line`: 关于…, or an organ with its place before it, 云岭县人民政府关于….
fn is_about(line: &str) -> bool {
    let Some(issuer) = line.find("关于").map(|at| line[..at].trim()) else { return false };
    let placed = || issuer.char_indices().skip(1).any(|(_, c)| level::is_sign(c));
    issuer.is_empty() || agency::is_organ(issuer) && (issuer.starts_with(['国', '中']) || placed())
}

/// Whether a line above 关于… names who issues: an organ, or the meeting that passes a resolution.
fn may_issue(line: &str) -> bool {
    agency::is_organ(line) || line.trim_end().ends_with("次会议")
}

/// Whether organs pass on in `line` what another made, whose name goes on below: 海川市水务局 海川市财政局转发省水务.
fn forwards(line: &str) -> bool {
    let organs = VERBS.iter().filter_map(|verb| line.find(verb)).min().map(|at| line[..at].trim());
    organs.is_some_and(|organs| !organs.is_empty() && organs.split_whitespace().all(agency::is_organ))
}

/// Whether a title in 《 is open at the end of `line`: 海川市教育局转发《江北省教育厅.
fn quotes(line: &str) -> bool {
    line.rfind('《').is_some_and(|at| !line[at..].contains('》'))
}

/// The length of the word that a page puts before the title: 原标题：…, 转发：…, 江北：关于….
pub(super) fn lead(words: &str) -> usize {
    const LONGEST: usize = 4;
    let Some((word, title)) = words.split_once(|c| is_colon(c) || matches!(c, '丨' | '|' | '｜')) else { return 0 };
    let said = word.chars().count() <= LONGEST && word.chars().all(is_han) && !agency::is_organ(word);
    let begins = || title.find("关于").is_some_and(|at| at == 0 || agency::is_organ(&title[..at]));
    if said && begins() && is_title(title) { words.len() - title.len() } else { 0 }
}

/// `words` without the mark of a footnote at the end: …统计公报[1], …决算［注］.
pub(super) fn without_footnote(words: &str) -> &str {
    let Some(open) = words.strip_suffix([']', '］']) else { return words };
    let mark = open.trim_end_matches(|c| is_figure(c) || c == '注');
    mark.strip_suffix(['[', '［']).filter(|rest| !rest.is_empty() && mark.len() < open.len()).unwrap_or(words)
}

/// `words` without brackets at the end: （试行）, （修订）, （2021年版）.
pub(crate) fn without_bracket(words: &str) -> &str {
    let mut words = words.trim_end();
    while let Some(open) = words.strip_suffix(['）', ')', '〉', '》']) {
        match open.rfind(['（', '(', '〈', '《']) {
            Some(at) if at > 0 => words = words[..at].trim_end(),
            _ => break,
        }
    }
    words
}
