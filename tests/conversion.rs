//! Web pages and Word files give the record of their text.

#![cfg(feature = "cli")]

use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
    process::Command,
};

use assert_cmd::prelude::*;
use serde_json::Value;
use tempfile::TempDir;
use zip::{ZipWriter, write::SimpleFileOptions};

fn extract(place: &TempDir, args: &[&str]) -> String {
    let output = Command::cargo_bin("extract").unwrap().current_dir(place.path()).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The text that the program reads out of a file of this name.
fn text(name: &str, bytes: &[u8]) -> String {
    let place = TempDir::new().unwrap();
    fs::write(place.path().join(name), bytes).unwrap();
    extract(&place, &["--format", "text", name])
}

fn page(body: &str) -> String {
    text("a.html", format!("<!DOCTYPE html><html><head><meta charset=utf-8><title>no</title></head><body>{body}</body></html>").as_bytes())
}

fn word(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let document = format!("<w:document {namespace}><w:body>{body}</w:body></w:document>");
    let others = others.iter().map(|(name, xml)| (*name, xml.replace("NAMESPACE", namespace)));
    for (name, xml) in others.chain([("word/document.xml", document)]) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(words))
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

/// What a record says, wherever it stands: the words of all values, without their places.
fn said(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::Object(map) => map
            .iter()
            .filter(|(key, _)| !["source", "diagnostics", "span", "mentions"].contains(&key.as_str()))
            .for_each(|(_, it)| said(it, words)),
        Value::Array(list) => list.iter().for_each(|it| said(it, words)),
        Value::String(text) => words.push(text.clone()),
        _ => {}
    }
}

fn record(place: &TempDir, name: &str) -> Vec<String> {
    let mut words = Vec::new();
    said(&serde_json::from_str(&extract(place, &[name])).unwrap(), &mut words);
    words
}

/// Documents of the corpus that hold one paragraph a line.
fn plain() -> Vec<PathBuf> {
    ["notice/signed-enclosing-plan.txt", "circular/commendation.txt", "reply/approval-with-conditions.txt"]
        .map(|name| Path::new("corpus").join(name))
        .into()
}

#[test]
fn a_web_page_gives_the_record_of_its_text() {
    let place = TempDir::new().unwrap();
    for path in plain() {
        let source = fs::read_to_string(path).unwrap();
        let lines = source.lines().filter(|line| !line.trim().is_empty());
        let body: String = lines.map(|line| format!("<p><span>{}</span></p>\n", escape(line).replace('\t', "&#9;"))).collect();
        fs::write(place.path().join("a.htm"), format!("<html><body><div>\n{body}</div></body></html>")).unwrap();
        fs::write(
            place.path().join("a.txt"),
            source
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(|line| format!("{}\n\n", line.split('\t').filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ").trim_end()))
                .collect::<String>(),
        )
        .unwrap();
        assert_eq!(record(&place, "a.htm"), record(&place, "a.txt"));
    }
}

#[test]
fn a_word_file_gives_the_record_of_its_text() {
    let place = TempDir::new().unwrap();
    for path in plain() {
        let source = fs::read_to_string(path).unwrap();
        fs::write(place.path().join("a.docx"), word(&source.lines().map(paragraph).collect::<String>(), &[])).unwrap();
        fs::write(place.path().join("a.txt"), &source).unwrap();
        assert_eq!(record(&place, "a.docx"), record(&place, "a.txt"));
    }
}

#[test]
fn the_source_is_the_file_and_the_spans_are_of_its_text() {
    let place = TempDir::new().unwrap();
    let bytes = "<html><meta charset=\"utf-8\"><p>云岭县水务局关于检查的通知</p><p>各乡（镇）：</p>";
    fs::write(place.path().join("a.html"), bytes).unwrap();
    let record: Value = serde_json::from_str(&extract(&place, &["a.html"])).unwrap();
    assert_eq!(record["source"]["bytes"], bytes.len());
    let span = &record["header"]["title"]["span"];
    let text = extract(&place, &["-f", "text", "a.html"]);
    assert_eq!(&text[span[0].as_u64().unwrap() as usize..span[1].as_u64().unwrap() as usize], "云岭县水务局关于检查的通知");
}

#[test]
fn paragraphs_lines_and_white_space_are_a_browsers() {
    assert_eq!(page("<p>一、总体\n  要求</p><p>a\nb</p>"), "一、总体要求\n\na b\n\n");
    assert_eq!(page("第一行<br>第二行<br/><br/>第三行"), "第一行\n第二行\n第三行\n");
    assert_eq!(page("<div>甲<span>乙</span> <b>丙</b></div><ul><li>丁<li>戊</ul>"), "甲乙 丙\n丁\n戊\n");
    assert_eq!(page("<p>　　请各单位&nbsp;办理 &lt;b&gt; &amp;amp;</p>"), "　　请各单位\u{a0}办理 <b> &amp;\n\n");
}

#[test]
fn what_is_no_text_of_the_page_is_left_out() {
    let page =
        page("<script>var a='脚本'</script><style>p{}</style><noscript>无</noscript><!-- 注 --><p>正文</p><select><option>选</select>");
    assert_eq!(page, "正文\n\n");
}

#[test]
fn a_table_of_data_has_a_row_a_line_and_tabs_between_its_cells() {
    let table = "<table><tr><th>项目</th><th>金额</th></tr><tr><td><p>宣传</p><p>材料</p></td><td>5\n万元</td></tr><tr><td></td><td>合计</td></tr></table>";
    assert_eq!(page(table), "项目\t金额\n宣传材料\t5 万元\n\t合计\n\n");
}

#[test]
fn a_table_that_lays_out_a_page_is_no_table() {
    let layout = "<table><tr><td><p>一段</p><p>二段</p></td></tr></table>";
    assert_eq!(page(layout), "一段\n\n二段\n\n");
    let nested = "<table><tr><td>左</td><td><table><tr><td>甲</td><td>乙</td></tr></table><p>右</p></td></tr></table>";
    assert_eq!(page(nested), "左\n甲\t乙\n\n右\n\n");
}

#[test]
fn the_encoding_is_that_of_the_page() {
    let gbk =
        b"<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'></head><body>\xCD\xA8\xD6\xAA</body></html>";
    assert_eq!(text("a.html", gbk), "通知\n");
    assert_eq!(text("page", b"<!DOCTYPE html><p>\xE9\x80\x9A\xE7\x9F\xA5</p>"), "通知\n\n");
}

#[test]
fn a_thousand_nested_elements_do_no_harm() {
    let deep = format!("{}深{}", "<div><table><tr><td>".repeat(300), "</td></tr></table></div>".repeat(300));
    assert!(page(&deep).contains('深'));
}

#[test]
fn tables_tabs_and_line_ends_of_word() {
    let cell = |words: &[&str]| format!("<w:tc>{}</w:tc>", words.iter().map(|words| paragraph(words)).collect::<String>());
    let body = format!(
        "{}<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p><w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        paragraph("标题"),
        cell(&["宣传", "材料"]),
        cell(&["5万元"])
    );
    assert_eq!(text("a.docx", &word(&body, &[])), "标题\n甲\t乙\n丙\n宣传材料\t5万元\n");
}

#[test]
fn numbers_that_word_counts_itself_are_written_out() {
    let numbering = "<w:numbering NAMESPACE><w:abstractNum w:abstractNumId=\"0\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>\
        <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>\
        </w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let styles =
        "<w:styles NAMESPACE><w:style w:styleId=\"H\"><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style></w:styles>";
    let item = |properties: &str, words: &str| format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>");
    let at = |level: u8, words: &str| item(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"7\"/></w:numPr>"), words);
    let body = [at(0, "甲"), at(1, "乙"), at(1, "丙"), at(2, "丁"), item("<w:pStyle w:val=\"H\"/>", "戊"), at(1, "己")].concat();
    let file = word(&body, &[("word/numbering.xml", numbering), ("word/styles.xml", styles)]);
    assert_eq!(text("a.docx", &file), "一、甲\n（一）乙\n（二）丙\n1.丁\n二、戊\n（一）己\n");
}

#[test]
fn what_cannot_be_read_is_said_in_one_line() {
    let place = TempDir::new().unwrap();
    let broken = &word("<w:p>", &[])[..];
    for (name, bytes) in [("empty.html", &b"<html><script>x</script></html>"[..]), ("broken.docx", broken), ("cut.docx", &broken[..60])] {
        fs::write(place.path().join(name), bytes).unwrap();
        let output = Command::cargo_bin("extract").unwrap().current_dir(place.path()).arg(name).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), error.lines().count()), (Some(1), 1), "{name}: {error}");
        assert!(error.starts_with(&format!("extract: {name}: ")), "{error}");
    }
}
