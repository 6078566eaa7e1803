//! Web pages and Word files give the record of their text.

#![cfg(feature = "cli")]

use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
    process::Command,
};

use assert_cmd::prelude::*;
use encoding_rs::{BIG5, Encoding, GBK, UTF_8};
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
    assert_eq!(page(table), "项目\t金额\n宣传 材料\t5 万元\n\t合计\n\n");
}

#[test]
fn the_lines_of_a_cell_stay_apart_but_for_words_set_upright() {
    let wide = "<table><tr><td colspan=\"3\">分配表</td></tr><tr><td>序号</td><td>县区</td><td>金额</td></tr><tr><td colspan=2>合计</td><td>60</td></tr></table>";
    assert_eq!(page(wide), "分配表\n序号\t县区\t金额\n合计\t\t60\n\n", "a wide cell takes the places of several");
    let table = "<table><tr><td><p>序</p><p>号</p></td><td>姓名</td></tr><tr><td>1</td><td><p>李明远</p>\n<p>欧阳静</p></td></tr><tr><td>合<br>计</td><td>2人<br>其中女1人</td></tr></table>";
    assert_eq!(page(table), "序号\t姓名\n1\t李明远 欧阳静\n合计\t2人 其中女1人\n\n");
}

#[test]
fn a_caption_has_its_line_and_an_empty_row_takes_nothing() {
    let rows = "<tr><th>项目</th><th>金额</th></tr><tr><td>宣传</td><td>5万元</td></tr>";
    for between in ["", "<tr></tr>", "<tbody><tr></tr></tbody>"] {
        let table = format!("<table><caption>表1 经费安排</caption>{between}{rows}</table>");
        assert_eq!(page(&table), "表1 经费安排\n项目\t金额\n宣传\t5万元\n\n");
    }
}

#[test]
fn preformatted_text_keeps_its_lines() {
    let notice = "关于开展检查的通知\n\n各县（市）局：\n　　请抓紧办理。\n          4月1日\n";
    for name in ["pre", "xmp", "listing"] {
        assert_eq!(page(&format!("<p>首页</p><{name}>{notice}</{name}>末页")), format!("首页\n\n{notice}末页\n"), "{name}");
    }
    assert_eq!(page("<table><tr><td>甲</td><td><pre>乙\n丙丁</pre></td></tr></table>"), "甲\t乙丙丁\n\n", "a row stays a line");
}

#[test]
fn a_table_that_lays_out_a_page_is_no_table() {
    let layout = "<table><tr><td><p>一段</p><p>二段</p></td></tr></table>";
    assert_eq!(page(layout), "一段\n\n二段\n\n");
    let nested = "<table><tr><td>左</td><td><table><tr><td>甲</td><td>乙</td></tr></table><p>右</p></td></tr></table>";
    assert_eq!(page(nested), "左\n甲\t乙\n\n右\n\n");
}

/// A page in this encoding that says that it is in another.
fn said_to_be(encoding: &'static Encoding, head: &str) -> Vec<u8> {
    let page = format!("<html><head>{head}</head><body>各县（市）局：请于三月底前报送总结。</body></html>");
    encoding.encode(&page).0.into_owned()
}

#[test]
fn the_encoding_is_that_of_the_page() {
    for (encoding, head) in [
        (GBK, "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>"),
        (GBK, "<META charset = \"GBK\"/>"),
        (GBK, "<script charset='utf-8' src='a.js'></script><meta charset=gbk>"),
        (GBK, "<script charset='big5' src='a.js'></script>"),
        (GBK, "<!-- <meta charset=big5> -->"),
        (GBK, "<meta charset=utf-8>"),
        (UTF_8, "<meta charset=gb2312>"),
        (UTF_8, "<meta charset=klingon>"),
        (UTF_8, "<meta charset=utf-16>"),
    ] {
        assert_eq!(text("a.html", &said_to_be(encoding, head)), "各县（市）局：请于三月底前报送总结。\n", "{} {head}", encoding.name());
    }
    let (big5, ..) = BIG5.encode("<meta charset=big5><p>臺北市政府函</p>");
    assert_eq!(text("a.html", &big5), "臺北市政府函\n\n");
    let mut damaged = said_to_be(UTF_8, "<meta charset=gb2312>");
    let at = damaged.len() - "。</body></html>".len();
    damaged.splice(at..at, [0xff]);
    assert_eq!(text("a.html", &damaged), "各县（市）局：请于三月底前报送总结\u{fffd}。\n");
    assert_eq!(text("page", b"<!DOCTYPE html><p>\xE9\x80\x9A\xE7\x9F\xA5</p>"), "通知\n\n");
}

#[test]
fn a_page_without_a_name_is_told_by_its_first_tag() {
    for start in
        ["<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\">", "\u{feff}<!-- 存 -->\n"]
    {
        assert_eq!(text("page", format!("{start}<html><body><p>通知</p></body></html>").as_bytes()), "通知\n\n", "{start}");
    }
    assert_eq!(text("page", "<?xml version=\"1.0\"?><公文>通知</公文>\n".as_bytes()), "<?xml version=\"1.0\"?><公文>通知</公文>\n");
}

/// Every place in a record, in the order of its JSON.
fn places(value: &Value, found: &mut Vec<[usize; 2]>) {
    match value {
        Value::Array(list) => match &list[..] {
            [Value::Number(start), Value::Number(end)] => found.push([start, end].map(|it| it.as_u64().unwrap() as usize)),
            _ => list.iter().for_each(|it| places(it, found)),
        },
        Value::Object(map) => map.values().for_each(|it| places(it, found)),
        _ => {}
    }
}

/// Every place of the record lies in the text that the program shows, what stands there reads back, and every way to
/// count and print places can be had.
fn is_grounded(name: &str, bytes: &[u8]) -> Vec<String> {
    let place = TempDir::new().unwrap();
    fs::write(place.path().join(name), bytes).unwrap();
    let text = extract(&place, &["--format", "text", name]);
    let record = |unit: &str| -> Value { serde_json::from_str(&extract(&place, &["--offsets", unit, name])).unwrap() };
    let found = |record: &Value| {
        let mut found = Vec::new();
        places(record, &mut found);
        found
    };
    let (bytes, chars) = (record("byte"), found(&record("char")));
    for (n, [start, end]) in found(&bytes).into_iter().enumerate() {
        let words = text.get(start..end).unwrap_or_else(|| panic!("{name}: {start}..{end} is no place"));
        let first = text[..start].chars().count();
        assert_eq!(chars[n], [first, first + words.chars().count()], "{name}");
    }
    let title = &bytes["header"]["title"];
    let [start, end] = [0, 1].map(|n| title["span"][n].as_u64().unwrap() as usize);
    assert_eq!(text[start..end], *title["text"].as_str().unwrap(), "{name}");
    for format in ["sarif", "html", "explain"] {
        extract(&place, &["--format", format, name]);
    }
    let mut check = Command::cargo_bin("extract").unwrap();
    let check = check.current_dir(place.path()).args(["--check", name]).output().unwrap();
    assert_eq!(check.stderr, b"", "{name}");
    let diagnostics = bytes["diagnostics"].as_array().unwrap().iter();
    let unread = diagnostics.filter(|it| it["code"] == "undecodable").map(|it| found(&it["span"])[0]);
    unread.map(|[start, end]| text[start..end].to_owned()).collect()
}

#[test]
fn places_lie_in_the_text_that_was_made_of_a_file() {
    let page = |script: &[u8], mark: &[u8]| {
        let head = [b"<html><head><meta charset=utf-8><script>", script, b"</script></head><body><div title='"].concat();
        let lines = ["海川市教育局关于报送总结的通知", "各县（市）教育局：", "请于2024年5月4日前报送", "总结。"].map(str::as_bytes);
        let body = [lines[0], b"</p><p>", lines[1], b"</p><p>", lines[2], mark, lines[3], b"</p></div></body></html>"].concat();
        [head, vec![b'x'; 1300], b"'><p>".to_vec(), body].concat()
    };
    assert_eq!(is_grounded("whole.html", &page(b"", b"")), [""; 0]);
    assert_eq!(is_grounded("damaged.html", &page(b"\xff", b"\xff\xff")), ["\u{fffd}\u{fffd}"]);
    assert_eq!(is_grounded("hidden.html", &page(b"\xff", b"")), [""; 0], "what is not read is not missed");
    let gbk = "<meta charset=gbk><p>关于报送总结的通知</p><p>各县（市）教育局：</p><p>请于5月4日前报送。</p>";
    let (gbk, ..) = GBK.encode(gbk);
    assert_eq!(is_grounded("gbk.html", &[&gbk, &b"<p>\xff</p>"[..]].concat()), ["\u{fffd}"]);
    let lines = ["海川市教育局关于报送总结的通知", "各县（市）教育局：", "请于2024年5月4日前报送总结。"];
    assert_eq!(is_grounded("a.docx", &word(&lines.map(paragraph).concat(), &[])), [""; 0]);
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
    assert_eq!(text("a.docx", &word(&body, &[])), "标题\n甲\t乙\n丙\n宣传 材料\t5万元\n");
}

#[test]
fn cells_and_rows_in_controls_are_read_however_deep() {
    let cell = |words: &[&str]| format!("<w:tc>{}</w:tc>", words.iter().map(|words| paragraph(words)).collect::<String>());
    let control = |inner: &str| format!("<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>");
    let row = format!("<w:tr>{}{}{}</w:tr>", cell(&["甲"]), control(&cell(&["李明远", "欧阳静"])), control(&control(&cell(&["合", "计"]))));
    let deep = (0..3000).fold(paragraph("深"), |inner, _| format!("<w:sdtContent>{inner}</w:sdtContent>"));
    let body = format!("<w:tbl>{row}{}</w:tbl>{deep}", control(&format!("<w:tr>{}</w:tr>", cell(&["乙"]))));
    assert_eq!(text("a.docx", &word(&body, &[])), "甲\t李明远 欧阳静\t合计\n乙\n深\n");
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t><w:tab/></w:r>");
    let ended = |mark: &str, inner: &str| format!("<w:p><w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr>{inner}</w:p>");
    let body = [
        format!("<w:p><w:moveFrom>{}</w:moveFrom><w:r><w:t>甲</w:t></w:r><w:del>{}</w:del></w:p>", run("移"), run("")),
        ended("moveFrom", &format!("<w:moveFrom>{}</w:moveFrom>", run("去"))),
        format!("<w:p><w:moveTo>{}</w:moveTo><w:ins><w:r><w:t>乙</w:t></w:r></w:ins></w:p>", "<w:r><w:t>移</w:t></w:r>"),
        ended("del", "<w:r><w:t>前半</w:t></w:r>"),
        paragraph("后半"),
        format!(
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
            paragraph("删"),
            paragraph("留")
        ),
        ended("del", "<w:r><w:t>末</w:t></w:r>"),
    ];
    assert_eq!(text("a.docx", &word(&body.concat(), &[])), "甲\n移乙\n前半后半\n留\n末\n");
}

#[test]
fn what_stands_in_a_box_does_not_part_the_sentence_that_it_hangs_on() {
    let content = format!("<w:txbxContent>{}{}</w:txbxContent>", paragraph("框一"), paragraph("框二"));
    let drawing = format!("<w:r><w:Choice>{content}</w:Choice><w:Fallback>{content}</w:Fallback></w:r>");
    let held = format!("<w:p><w:r><w:t>前</w:t></w:r>{drawing}<w:r><w:t>后</w:t></w:r></w:p>");
    let body = format!("{held}{}<w:tbl><w:tr><w:tc>{held}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", paragraph("下"), paragraph("格"));
    assert_eq!(text("a.docx", &word(&body, &[])), "前后\n框一\n框二\n下\n前后 框一 框二\t格\n");
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
fn lists_of_one_abstract_list_go_on_with_its_numbers() {
    let level = |n: u8, text: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let list = |id: u8, change: &str| format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"0\"/>{change}</w:num>");
    let change = |change: &str| format!("<w:lvlOverride w:ilvl=\"0\">{change}</w:lvlOverride>");
    let numbering = [
        "<w:numbering NAMESPACE><w:abstractNum w:abstractNumId=\"0\">".to_owned(),
        level(0, "%1、", "") + &level(1, "（%2）", "<w:lvlRestart w:val=\"0\"/>"),
        "</w:abstractNum>".to_owned(),
        list(1, "") + &list(2, "") + &list(3, &change("<w:startOverride w:val=\"5\"/>")) + &list(4, &change(&level(0, "第%1条 ", ""))),
        "</w:numbering>".to_owned(),
    ];
    let item = |list: u8, level: u8| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        )
    };
    let body = [(1, 0), (1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 0), (1, 0), (4, 0), (3, 0)].map(|(list, level)| item(list, level));
    let read = text("a.docx", &word(&body.concat(), &[("word/numbering.xml", &numbering.concat())]));
    assert_eq!(read.replace("甲\n", " "), "一、 二、 三、 （一） 五、 （二） 六、 七、 第八条  九、 ");
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
