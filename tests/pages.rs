//! Every document of the corpus as a web page and as a Word file, in the manners in which agencies publish them: the
//! record is that of its text, and stands in what was read out of the file.
//!
//! Left out are dumps whose accidents a page cannot have: sheets that cut sentences, tabs and wide blanks
//! within a line, markup that was left in a text.

#![cfg(feature = "cli")]

use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
    process::Command,
};

use assert_cmd::prelude::*;
use encoding_rs::GB18030;
use serde_json::Value;
use tempfile::TempDir;
use zip::{ZipWriter, write::SimpleFileOptions};

/// A line, or the rows of a table.
enum Piece<'t> {
    Line(&'t str),
    Table(Vec<Vec<&'t str>>),
}

/// The lines of a text; those with tabs are rows.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for line in text.lines() {
        let cells = || line.split('\t').collect::<Vec<_>>();
        match pieces.last_mut() {
            Some(Piece::Table(rows)) if line.contains('\t') => rows.push(cells()),
            _ if line.contains('\t') => pieces.push(Piece::Table(vec![cells()])),
            _ => pieces.push(Piece::Line(line)),
        }
    }
    pieces
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// 仿宋 in spans, indents as entities, tables with a paragraph in each cell.
fn paragraphs(text: &str) -> String {
    let line = |line: &str| {
        let words = escape(line).replace("\u{3000}\u{3000}", "&emsp;&emsp;");
        format!(
            "<p style=\"text-indent: 2em;\"><span style=\"font-family: 仿宋\"><font face=\"仿宋\">{words}</font></span><span></span></p>\n"
        )
    };
    let cell = |cell: &&str| format!("<td width=\"72\" valign=\"top\"><p><span>{}</span></p></td>", escape(cell));
    let row = |row: &Vec<&str>| format!("<tr style=\"height: 30px\">{}</tr>\n", row.iter().map(cell).collect::<String>());
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Line(words) => line(words),
        Piece::Table(rows) => format!("<table border=\"1\"><tbody>{}</tbody></table>\n", rows.iter().map(row).collect::<String>()),
    };
    pieces(text).iter().map(piece).collect()
}

/// One block whose lines are parted by `<br>`, indented by `&nbsp;`; tables between.
fn breaks(text: &str) -> String {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Line(line) => format!("&nbsp;&nbsp;&nbsp;&nbsp;{}<br />\n", escape(line)),
        Piece::Table(rows) => paragraphs(&rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")),
    };
    format!("<div class=\"TRS_Editor\"><div>{}</div></div>", pieces(text).iter().map(piece).collect::<String>())
}

fn page(charset: &str, body: &str) -> String {
    let meta = format!("<meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\">");
    format!("<html>\n<head>\n{meta}\n<title>通知公告</title><script>var 页 = '<p>1';</script></head>\n<body>{body}</body></html>\n")
}

/// The whole page in tables that lay it out.
fn laid_out(body: &str) -> String {
    format!(
        "<table width=\"100%\"><tr><td class=\"nav\"><a href=\"/\">首页</a></td></tr><tr><td><table><tr><td>{body}</td></tr></table></td></tr></table>"
    )
}

fn docx(text: &str) -> Vec<u8> {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(words));
    let cell = |words: &&str| format!("<w:tc>{}</w:tc>", paragraph(words));
    let row = |row: &Vec<&str>| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Line(words) => paragraph(words),
        Piece::Table(rows) => format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>()),
    };
    let body: String = pieces(text).iter().map(piece).collect();
    let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(format!("<w:document {namespace}><w:body>{body}</w:body></w:document>").as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// The documents of the corpus, by genre: a name, and the text without blank lines. (`corpus/check` is about what texts get
/// wrong, down to their blanks.)
fn texts() -> Vec<(String, String)> {
    const NO_PAGES: [&str; 6] = [
        "hard-wrapped-pages",
        "page-break-doublings",
        "blanks-in-figures-mixed-widths",
        "markup-entities-invisible-signs",
        "table-parted-by-blanks",
        "wrapped-without-empty-lines",
    ];
    let walk = ignore::WalkBuilder::new("corpus").standard_filters(false).sort_by_file_name(Ord::cmp).build();
    let files = walk.map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|e| e == "txt"));
    let stem = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    // those of the checks are all called alike, and small
    let files = files.filter(|path| !path.starts_with("corpus/check"));
    let files: Vec<PathBuf> = files.filter(|path| !NO_PAGES.contains(&stem(path).as_str())).collect();
    let text = |path: &Path| {
        let text = gongwen::source::decode(&fs::read(path).unwrap(), None).unwrap().text;
        text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
    };
    files.iter().map(|path| (stem(path), text(path))).collect()
}

/// What the records of these files say, in their order, without places and white space.
fn said(files: impl Iterator<Item = (String, Vec<u8>)>) -> Vec<Vec<String>> {
    let place = TempDir::new().unwrap();
    files.for_each(|(name, bytes)| fs::write(place.path().join(name), bytes).unwrap());
    let output = Command::cargo_bin("extract").unwrap().args(["--format", "jsonl"]).arg(place.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let texts = place.path().join("texts");
    fs::create_dir(&texts).unwrap();
    let shown = Command::cargo_bin("extract").unwrap().args(["--format", "text", "-o"]).arg(&texts).arg(place.path()).output().unwrap();
    assert_eq!(shown.status.code(), Some(0), "{}", String::from_utf8_lossy(&shown.stderr));
    let words = |line: &str| {
        let record: Value = serde_json::from_str(line).unwrap();
        let name = Path::new(record["source"]["name"].as_str().unwrap());
        let text = fs::read_to_string(texts.join(name.file_name().unwrap()).with_extension("txt")).unwrap();
        grounded(&record, "", &text, record["source"]["name"].as_str().unwrap());
        let mut found = Vec::new();
        words(&record, &mut found);
        found
    };
    String::from_utf8(output.stdout).unwrap().lines().map(words).collect()
}

/// Every place lies in the text; a value begins and ends as what stands there, but for document numbers, which are put in
/// one form.
fn grounded(value: &Value, key: &str, text: &str, name: &str) {
    let place = |it: &Value| Some([it.get(0)?.as_u64()? as usize, it.get(1)?.as_u64()? as usize]).filter(|_| it.get(2).is_none());
    if let Some([start, end]) = place(value) {
        assert!(text.get(start..end).is_some(), "{name}: {key} at {start}..{end} is no place");
    }
    match value {
        Value::Object(map) => {
            if let (Some(Value::String(words)), Some([start, end])) = (map.get("text"), map.get("span").and_then(place)) {
                let piece = text.get(start..end).unwrap_or_default().trim();
                let ends = |words: &str| (words.chars().next(), words.chars().next_back());
                assert!(key == "doc_number" || ends(words) == ends(piece), "{name}: {key} {words} is not {piece}");
            }
            map.iter().for_each(|(key, it)| grounded(it, key, text, name));
        }
        Value::Array(list) => list.iter().for_each(|it| grounded(it, key, text, name)),
        _ => {}
    }
}

fn words(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            let kept = map.iter().filter(|(key, _)| !["source", "diagnostics", "span", "mentions"].contains(&key.as_str()));
            kept.for_each(|(_, it)| words(it, found));
        }
        Value::Array(list) => list.iter().for_each(|it| words(it, found)),
        Value::String(text) => found.push(text.chars().filter(|c| !c.is_whitespace()).collect()),
        _ => {}
    }
}

/// Every document, made into a file of this kind, gives the record of its text.
fn same(extension: &str, make: impl Fn(&str) -> Vec<u8>) {
    let texts = texts();
    let of = |extension: &str, make: &dyn Fn(&str) -> Vec<u8>| {
        said(texts.iter().map(|(name, text)| (format!("{name}.{extension}"), make(text))))
    };
    let (want, got) = (of("txt", &|text| text.as_bytes().to_vec()), of(extension, &make));
    assert!(texts.len() > 40 && want.len() == texts.len() && got.len() == texts.len());
    let mut names: Vec<_> = texts.iter().map(|(name, _)| name).collect();
    names.sort();
    for ((name, want), got) in names.into_iter().zip(want).zip(got) {
        let first = want.iter().zip(&got).find(|(a, b)| a != b);
        assert!(want == got, "{name}: {first:?}");
    }
}

#[test]
fn paragraphs_of_spans() {
    same("html", |text| page("utf-8", &paragraphs(text)).into_bytes());
}

#[test]
fn a_page_in_gbk_says_so_in_its_head() {
    same("htm", |text| GB18030.encode(&page("gb2312", &paragraphs(text))).0.into_owned());
}

#[test]
fn lines_parted_by_breaks() {
    same("html", |text| page("utf-8", &breaks(text)).into_bytes());
}

#[test]
fn a_page_laid_out_by_tables() {
    same("html", |text| page("utf-8", &laid_out(&paragraphs(text))).into_bytes());
}

#[test]
fn word_files() {
    same("docx", docx);
}
