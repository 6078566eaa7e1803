//! Who issued the document: who signs it; unsigned, whom title, mark or page name.

use crate::{
    lexicon::{joined, picked},
    phrase::{agency, numeral::is_figure},
    reading::Reading,
    span::Span,
};

/// The issuers' places.
pub(super) fn find(reading: &Reading<'_>, title: Option<Span>) -> Vec<Span> {
    let document = reading.document;
    for signed in [&document.tail.signatures, &document.head.issuers] {
        if !signed.is_empty() {
            return signed.clone();
        }
    }
    let titled = title.map(|span| in_title(reading, span)).unwrap_or_default();
    if !titled.is_empty() {
        return titled;
    }
    if let Some(mark) = document.head.issuing_mark.map(|mark| without_file(reading, mark)) {
        return organs(document.text.slice(mark)).map(|range| mark.slice(range)).collect();
    }
    let site = |span: &Span| document.text.slice(*span).ends_with('网') || document.text.slice(*span).ends_with("网站");
    let page = document.page.publisher.filter(|publisher| !site(publisher));
    of_order(reading).or(page).or_else(|| government(reading, title?)).into_iter().collect()
}

/// The government with which a title begins: 云岭县人民政府工作规则.
fn government(reading: &Reading<'_>, title: Span) -> Option<Span> {
    const LONGEST: usize = 16;
    let words = reading.document.text.slice(title);
    let organ = &words[..words.find("人民政府").map(|at| at + "人民政府".len())?];
    (organ.chars().count() <= LONGEST && agency::is_organ(organ) && !organ.starts_with("人民")).then(|| title.slice(0..organ.len()))
}

/// The organ in the number of an order: 海川市人民政府令第12号.
fn of_order(reading: &Reading<'_>) -> Option<Span> {
    let number = reading.document.head.doc_number?;
    let organ = reading.document.text.slice(number).find("令").map(|end| number.slice(0..end))?;
    agency::is_organ(reading.document.text.slice(organ)).then_some(organ)
}

/// The organs before 关于 or 印发 in a title; failing that, the organ with which it begins.
fn in_title(reading: &Reading<'_>, title: Span) -> Vec<Span> {
    let words = reading.document.text.slice(title);
    let end = ["关于", "印发", "转发", "更正", "公告", "通告", "公开招聘", "对"].iter().filter_map(|verb| words.find(verb)).min();
    // 关于召开海川学院2024年…: what it is about, and nobody who says it
    if words.starts_with("关于") {
        return Vec::new();
    }
    let before = end.map(|end| words[..end].trim_end()).filter(|before| !before.is_empty());
    match before {
        Some(before) if agency::ends_like_organ(before) => organs(before).map(|range| title.slice(range)).collect(),
        // a resolution is passed by a meeting, 海川市第八届人民代表大会第四次会议
        Some(before) if before.ends_with("次会议") => vec![title.slice(0..before.len())],
        _ => order(words).or_else(|| leading(words)).map(|end| title.slice(0..end)).into_iter().collect(),
    }
}

/// Joint issuers stand side by side, parted by blanks, line ends or 、.
fn organs(before: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let organ = |word: &str| agency::is_organ(word.strip_suffix('令').unwrap_or(word));
    let apart = before.split_whitespace().count() > 1 && before.split_whitespace().all(organ);
    let listed = if !apart && before.contains('、') { agency::split_list(before) } else { Vec::new() };
    let joint = listed.len() > 1 && listed.iter().all(|part| agency::is_organ(&before[part.clone()]));
    let whole = (!apart && !joint).then_some(0..before.len());
    let words = before.split_whitespace().filter(move |_| apart).map(move |word| {
        let start = word.as_ptr() as usize - before.as_ptr() as usize;
        // 海川市教育局令 海川市财政局令: an order of two
        start..start + word.strip_suffix('令').unwrap_or(word).len()
    });
    whole.into_iter().chain(listed.into_iter().filter(move |_| joint)).chain(words)
}

/// 云岭县人民政府令: the organ of an order, which has no other title.
fn order(words: &str) -> Option<usize> {
    words.strip_suffix('令').filter(|organ| agency::is_organ(organ)).map(str::len)
}

/// Where the organ ends with which a title begins: before the year (海川市财政局2022年预算公开).
fn leading(words: &str) -> Option<usize> {
    let year = words.find(is_figure)?;
    agency::is_organ(&words[..year]).then_some(year)
}

/// 海川市教育局文件 without 文件, 海川市人民政府令 without 令.
fn without_file(reading: &Reading<'_>, mark: Span) -> Span {
    const KINDS: &[&str] = joined!(picked!(genres: notice), &["文件"]);
    let words = reading.document.text.slice(mark).trim_end();
    let organ = KINDS
        .iter()
        .find_map(|kind| words.strip_suffix(kind))
        .filter(|organ| organ.ends_with(char::is_whitespace) || agency::ends_like_organ(organ));
    mark.slice(0..organ.unwrap_or(words).trim_end().len())
}
