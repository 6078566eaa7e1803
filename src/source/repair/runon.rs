//! A whole document on one line without even blanks between its paragraphs: `…通知如下：一、组成人员…负责。二、…`.
//!
//! What shows where a paragraph began is what only stands there: a label in its place after the end of a
//! sentence, the salutation, the signature with its date, the list of attachments. A heading that runs on into
//! its text cannot be told from it and stays. Only lines that are nearly all of a document are read so.

use std::ops::Range;

use super::{
    annex::{self, Annexes},
    chars::{head, is_blank, is_figure, is_numeral, tail},
    draft::{Draft, Row},
    flat,
    opening::{Label, SHAPES, Shape, TITLES, is_salutation, label},
};
use crate::{
    diagnostic::{Rule, Severity},
    lexicon::short,
    order,
    pattern::is_han,
    phrase::agency,
};

/// A document on one line.
pub(crate) static RUN_ON: Rule = Rule {
    code: "run-on",
    severity: Severity::Info,
    zh: "没有分行的文字已在{0}处分开。",
    en: "Text without line ends was parted at {0} places.",
    basis: "Labels and signature begin lines",
};

/// A line of fewer columns is no document.
const SHORTEST: u16 = 120;

/// Splits the rows of `draft` that are documents without line ends.
pub(super) fn split(draft: &mut Draft<'_>) {
    if draft.rows.len() > 8 {
        return;
    }
    let long = |row: &Row| row.layout.width >= SHORTEST;
    let all: usize = draft.rows.iter().map(|row| row.range.len()).sum();
    let run_on: usize = draft.rows.iter().filter(|row| long(row)).map(|row| row.range.len()).sum();
    if run_on * 3 < all * 2 {
        return;
    }
    let mut rows = Vec::new();
    let (mut count, mut address) = (0, None);
    for row in std::mem::take(&mut draft.rows) {
        let text = &draft.text[row.range.clone()];
        let salutation = salutation(text).filter(|end| address.is_none_or(|address| text[..*end].ends_with(address)));
        address = address.or(salutation.map(|end| &text[..end]));
        let breaks = if long(&row) { breaks(text, salutation) } else { Vec::new() };
        count += breaks.len();
        flat::pieces(draft.text, row, &breaks, &mut rows);
    }
    draft.rows = rows;
    if count > 0 {
        draft.note(&RUN_ON, vec![count.to_string()], 0..draft.text.len());
    }
}

/// Where the paragraphs of `text` begin, as empty ranges. `salutation` is where its salutation ends.
fn breaks(text: &str, salutation: Option<usize>) -> Vec<Range<usize>> {
    let dates = dates(text);
    let annexes = annex::find(text, &dates);
    let mut found: Vec<usize> = signatures(text, &dates, &annexes);
    found.extend(&annexes.starts);
    found.extend(doc_number(text));
    found.extend(salutation);
    found.extend(copies(text));
    let labels = labels(text, &annexes);
    // 1.…；2.… alone may be an enumeration inside a paragraph
    let outlined = labels.iter().filter(|(_, shape)| matches!(shape, Shape::Chinese | Shape::Article)).nth(1).is_some();
    if outlined || !found.is_empty() {
        found.extend(labels.iter().map(|(at, _)| *at));
    }
    order::by(&mut found, |it| (*it, 0));
    found.dedup();
    found.into_iter().filter(|at| *at > 0).map(|at| at..at).collect()
}

/// The labels that stand in their series, after the end of a sentence or of a heading.
fn labels(text: &str, annexes: &Annexes) -> Vec<(usize, Shape)> {
    let mut last = [0u32; SHAPES];
    let mut found = Vec::new();
    // where the text since the label before begins, and the last place before which nothing stands
    let (mut chunk, mut head) = (0, 0);
    let mut starts: Vec<usize> = annexes.starts.clone();
    order::by(&mut starts, |it| (*it, 0));
    let mut starts = starts.into_iter().peekable();
    for (at, _) in text.char_indices().filter(|(_, c)| begins_label(*c)) {
        while let Some(start) = starts.next_if(|start| *start <= at) {
            (chunk, head) = (start, start);
        }
        if annexes.list.as_ref().is_some_and(|list| list.contains(&at)) {
            continue;
        }
        let before = text[head..at].chars().next_back();
        if before.is_none_or(|b| !is_figure(b) && !is_numeral(b)) {
            let found_label = label(&text[at..]).filter(|l| fits(l, &last, &text[chunk..at], before));
            if let Some(l) = found_label {
                last[l.shape as usize] = l.ordinal;
                found.push((at, l.shape));
                chunk = at;
            }
        }
    }
    found
}

/// Whether a label may begin with `c`.
pub(super) fn begins_label(c: char) -> bool {
    is_figure(c) || is_numeral(c) || matches!(c, '第' | '（' | '(' | '①'..='⑳')
}

/// Whether a label is the next of its series, and `chunk`, the text since the label before, ends a paragraph:
/// with a mark, or as a short heading above the first item.
fn fits(label: &Label, last: &[u32; SHAPES], chunk: &str, before: Option<char>) -> bool {
    let first = label.ordinal == 1;
    let next = first || label.ordinal == last[label.shape as usize] + 1;
    let ended = before.is_none_or(|b| matches!(b, '。' | '；' | '：' | '！' | '？' | ';' | ':') || is_blank(b)) || is_after_bracket(chunk);
    let heading = first
        && chunk.len() <= 90
        && !chunk.contains(['，', '。', '；', '：', '《', '“'])
        && before.is_some_and(|b| (is_han(b) || b == '）') && !matches!(b, '第' | '条' | '款' | '至' | '和' | '及' | '按' | '见'))
        && self::label(chunk).is_some_and(|l| chunk.len() > l.len + 6 && l.shape != label.shape);
    // 第五条第一款, 第十条的规定 cite; they begin nothing
    let cites = label.shape == Shape::Article && is_citing(chunk, label, before);
    next && (ended || heading) && !cites
}

/// Behind a closing bracket that itself follows the end of a sentence: …执行。（责任单位：市教育局）
fn is_after_bracket(chunk: &str) -> bool {
    let inner = tail(chunk, 600).strip_suffix(['）', ')']);
    inner.is_some_and(|inner| inner.rfind(['（', '(']).is_some_and(|at| inner[..at].ends_with(['。', '；'])))
}

/// Whether an article's label is a citation: only behind 。 does it begin an article.
fn is_citing(chunk: &str, label: &Label, before: Option<char>) -> bool {
    label.ordinal > 1 && before.is_some_and(|b| !matches!(b, '。' | '；')) && self::label(chunk).is_none_or(|l| l.shape == Shape::Article)
}

/// Where the salutation ends: 各有关单位： A document has one, which only a copy of it says again.
fn salutation(text: &str) -> Option<usize> {
    let (at, mark) = text.char_indices().take(150).find(|(_, c)| matches!(c, '：' | ':' | '。'))?;
    let end = at + mark.len_utf8();
    is_salutation(&text[..end]).then_some(end)
}

/// Where the document number behind a title begins and ends: …的通知海政办发〔2021〕89号各县…
fn doc_number(text: &str) -> Vec<usize> {
    let start = head(text, 360);
    let Some(bracket) = start.find('〔') else { return Vec::new() };
    let before = tail(&start[..bracket], 45);
    let genre = TITLES.iter().filter_map(|genre| before.rfind(genre).map(|at| at + genre.len())).max();
    let end = start[bracket..].find('号').filter(|len| *len <= 30).map(|len| bracket + len + '号'.len_utf8());
    match (genre, end) {
        (Some(genre), Some(end)) if genre < before.len() && before[genre..].chars().all(is_han) => {
            vec![bracket - before.len() + genre, end]
        }
        _ => Vec::new(),
    }
}

/// The dates of `text`.
fn dates(text: &str) -> Vec<Range<usize>> {
    memchr::memmem::find_iter(text.as_bytes(), "年").filter_map(|at| date_around(text, at)).collect()
}

/// The beginnings and ends of signatures: an organ and a date between two sentences, or behind the list of attachments,
/// with nothing else there.
fn signatures(text: &str, dates: &[Range<usize>], annexes: &Annexes) -> Vec<usize> {
    let mut found = Vec::new();
    let enclosed = enclosed_title(text);
    let listed = annexes.list.as_ref().map(|list| list.end);
    for (n, date) in dates.iter().enumerate() {
        let before = tail(&text[..date.start], 130);
        let last = before.rsplit(['。', '；', '！', '）']).next();
        let behind = listed.filter(|end| *end < date.start && date.start - end <= 120).map(|end| &text[end..date.start]);
        // who prints signs right behind the day of the document
        let prints = (n > 0 && text[date.end..].starts_with("印发")).then(|| &text[dates[n - 1].end..date.start]);
        let Some(organ) = prints.filter(|organ| is_organ(organ)).or(behind).or(last).filter(|organ| organ.len() <= 120) else { continue };
        let sentence = date.start - organ.len();
        let rest = &text[date.end..];
        let title = enclosed.filter(|title| rest.starts_with(title));
        let imprint = dates.get(n + 1).is_some_and(|next| is_organ(&text[date.end..next.start]) && text[next.end..].starts_with("印发"));
        if (organ.is_empty() || is_organ(organ)) && (title.is_some() || imprint || is_end(rest)) {
            let printed = if rest.starts_with("印发") { "印发".len() } else { 0 };
            found.extend([sentence, date.start, date.end + printed]);
            found.extend(title.map(|title| date.end + title.len()));
            // （此件公开发布）
            let note = head(rest, 60).find('）').filter(|_| rest.starts_with('（'));
            found.extend(note.map(|at| date.end + at + '）'.len_utf8()));
        }
    }
    found
}

/// Where 抄送机关 begin (GB/T 9704-2012, 7.4.2), and behind them 印发机关. A dump may hold several documents.
fn copies(text: &str) -> Vec<usize> {
    let marks = ["抄送：", "抄送:", "抄报：", "抄报:"];
    let inside = |at: &usize| text[..*at].ends_with(['（', '(', '，', '、', '“']);
    let mut found: Vec<usize> = marks.into_iter().flat_map(|mark| text.match_indices(mark)).map(|(at, _)| at).collect();
    found.retain(|at| !inside(at));
    let last = found.iter().max().copied();
    let printer = last.and_then(|last| Some(last + text[last..].rfind('。')? + '。'.len_utf8()));
    found.extend(printer.filter(|at| is_organ(&text[*at..])));
    found
}

/// The first title in 《》, which is often that of the text enclosed.
fn enclosed_title(text: &str) -> Option<&str> {
    let (title, _) = text.split_once('《')?.1.split_once('》')?;
    (36..240).contains(&title.len()).then_some(title)
}

/// The date whose 年 stands at `at`.
fn date_around(text: &str, at: usize) -> Option<Range<usize>> {
    let numeral = |c: char| is_figure(c) || is_numeral(c);
    let head = &text[..at];
    let year = head.chars().rev().take(5).take_while(|c| numeral(*c)).map(char::len_utf8).sum::<usize>();
    let mut end = at;
    for unit in ['年', '月', '日'] {
        let part = &text[end..];
        let digits = if unit == '年' { 0 } else { part.chars().take(4).take_while(|c| numeral(*c)).map(char::len_utf8).sum() };
        if unit != '年' && digits == 0 {
            return None;
        }
        end += digits + part[digits..].strip_prefix(unit).map(|_| unit.len_utf8())?;
    }
    let four = text[at - year..at].chars().count() == 4;
    four.then_some(at - year..end)
}

/// Whether `text` is the name of an organ and nothing else.
pub(super) fn is_organ(text: &str) -> bool {
    text.chars().all(|c| is_han(c) || is_blank(c)) && text.chars().count() >= 4 && agency::ends_like_organ(text.trim_end_matches(is_blank))
}

/// Whether a signature may end before `rest`: at the end, at a blank, before a note in brackets or an attachment.
fn is_end(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with(is_blank)
        || rest.starts_with(['（', '('])
        || short::begins_with(rest, &["附件", "印发", "主题词", "抄送", "抄报"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        Draft::repaired(text, split)
    }

    #[test]
    fn labels_salutation_and_signature_part_a_document() {
        let text = "各县（市、区）人民政府，市政府各部门：为加强养护管理，经市政府同意，成立领导小组，现将有关事项通知如下：一、组成人员由市交通局、市财政局有关负责人组成，按照《条例》第三条、第五条的规定履行职责。二、工作机构（一）设立办公室。办公室设在市交通局。（二）设立专班。由办公室统一调度。三、其他事项2022年3月5日前报送名单。海川市人民政府办公室2022年2月21日（此件公开发布）";
        assert_eq!(
            read(text),
            [
                "各县（市、区）人民政府，市政府各部门：",
                "为加强养护管理，经市政府同意，成立领导小组，现将有关事项通知如下：",
                "一、组成人员由市交通局、市财政局有关负责人组成，按照《条例》第三条、第五条的规定履行职责。",
                "二、工作机构",
                "（一）设立办公室。办公室设在市交通局。",
                "（二）设立专班。由办公室统一调度。",
                "三、其他事项2022年3月5日前报送名单。",
                "海川市人民政府办公室",
                "2022年2月21日",
                "（此件公开发布）",
            ]
        );
    }

    #[test]
    fn the_colophon_is_parted() {
        let text = "各镇人民政府：现将有关事项通知如下：一、加强养护。各镇要落实责任，按月检查辖区内的农村公路，发现问题立即整改到位。二、按时报送。各镇每月底前报送进度，由县交通局汇总。抄送：县委各部门，县法院、县检察院。云岭县人民政府办公室　　2024年3月5日印发";
        assert_eq!(read(text)[4..], ["抄送：县委各部门，县法院、县检察院。", "云岭县人民政府办公室", "2024年3月5日印发"]);
    }

    #[test]
    fn title_number_and_enclosed_title() {
        let text = "海川市人民政府办公室关于印发《海川市农村公路养护管理办法》的通知海政办发〔2021〕9号各县人民政府：《海川市农村公路养护管理办法》已经同意，请执行。海川市人民政府办公室2021年3月5日海川市农村公路养护管理办法第一条为加强养护，制定本办法。";
        assert_eq!(
            read(text),
            [
                "海川市人民政府办公室关于印发《海川市农村公路养护管理办法》的通知",
                "海政办发〔2021〕9号",
                "各县人民政府：",
                "《海川市农村公路养护管理办法》已经同意，请执行。",
                "海川市人民政府办公室",
                "2021年3月5日",
                "海川市农村公路养护管理办法",
                "第一条为加强养护，制定本办法。",
            ]
        );
    }

    #[test]
    fn an_enumeration_inside_a_paragraph_stays() {
        let line = "各单位要落实以下要求：1.加强领导，明确责任，按时完成各项任务，确保工作顺利开展；2.做好总结，及时报送有关情况，重大问题及时报告；3.严肃纪律，不得迟报、漏报、瞒报，违者严肃处理，追究责任。";
        let text = format!("关于报送情况的通知\n各单位：\n{line}\n海川市教育局\n2022年3月5日\n");
        assert_eq!(read(&text)[2], line);
        let duty =
            "县财政局：负责统筹安排养护资金，按照每公里标准及时足额拨付到位，并加强资金使用的监督检查，确保专款专用，提高资金使用效益。"
                .repeat(2);
        assert_eq!(read(&format!("各单位：\n{duty}\n")), ["各单位：".to_owned(), duty]);
    }

    #[test]
    fn a_line_among_others_stays_whole() {
        let line = "根据《条例》，现将有关事项通知如下：一、加强领导，落实责任，按时完成各项任务，确保工作顺利开展。二、做好总结，及时报送有关情况，重大问题及时报告，不得迟报、漏报、瞒报，违者严肃处理。";
        let text = format!("{}\n{line}\n", "海川市教育局\n".repeat(9));
        assert_eq!(read(&text).last().map(String::as_str), Some(line));
    }
}
