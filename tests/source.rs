//! What holds of every reading, tried on texts composed at random and on no text at all.

use gongwen::source::{Text, decode};
use proptest::prelude::*;

// --- texts ---------------------------------------------------------------------------------------------

const CLAUSES: [&str; 12] = [
    "各县（市、区）教育局要加强组织领导",
    "落实安全管理责任",
    "市财政局负责筹措资金",
    "按照《海川市农村公路养护办法》的要求认真组织实施",
    "于2024年5月4日前将总结报送市教育局",
    "确保资金足额到位",
    "定期开展监督检查",
    "对发现的问题及时整改",
    "完善“一站式”服务机制",
    "参与率不低于95%",
    "每个乡镇建立不少于2个示范点",
    "相关情况报云岭县人民政府备案",
];

const HEADINGS: [&str; 6] = ["总体要求", "主要任务", "保障措施", "工作安排", "加强组织领导", "严格监督管理"];

/// A sentence of a few clauses.
fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&CLAUSES[..]), 2..5).prop_map(|clauses| clauses.join("，") + "。")
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 3..6).prop_map(|sentences| sentences.concat())
}

/// The paragraphs of a document: title, salutation, labelled sections, signature.
fn document() -> impl Strategy<Value = Vec<String>> {
    let section = (prop::sample::select(&HEADINGS[..]), prop::collection::vec(paragraph(), 2..4));
    prop::collection::vec(section, 3..6).prop_map(|sections| {
        let mut lines = vec!["关于做好农村公路养护工作的通知".to_owned(), "各县（市、区）人民政府：".to_owned()];
        for ((heading, paragraphs), number) in sections.into_iter().zip(["一", "二", "三", "四", "五", "六"]) {
            lines.push(format!("{number}、{heading}"));
            for (n, paragraph) in paragraphs.into_iter().enumerate() {
                lines.push(if n % 2 == 0 { format!("（{}）{paragraph}", ["一", "二"][n / 2]) } else { paragraph });
            }
        }
        lines.extend(["海川市人民政府".to_owned(), "2024年4月1日".to_owned()]);
        lines
    })
}

/// Pieces of text that some repair looks for, in any order.
fn accidents() -> impl Strategy<Value = String> {
    let pieces = [
        "海川市",
        "人民政府",
        "一、",
        "（二）",
        "1.",
        "第 三 章",
        "①",
        "附件 1：",
        "《",
        "》",
        "（",
        "）",
        "“",
        "”",
        "。",
        "，",
        "：",
        "、",
        " ",
        "  ",
        "　　",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{c}",
        "\u{a0}",
        "\u{200b}",
        "\u{feff}",
        "\u{ad}",
        "&nbsp;",
        "&nbsp;&nbsp;",
        "&amp;",
        "<p>",
        "<br/>",
        "<b",
        "<!-- ",
        "-->",
        "<script>",
        "</script>",
        "**",
        "# ",
        "- ",
        "---",
        "- 1 -",
        "— 2 —",
        "第3页",
        "\n3\n",
        "4/8",
        "2022年3月5日",
        "2022 年 3 月",
        "〔2022〕10号",
        "印发",
        "a",
        "b c",
        "10",
        "。 ",
        "组　长：",
        "各单位：",
        "😀",
        "é",
        "𠀀",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

// --- typesetting ---------------------------------------------------------------------------------------

/// How a document is set: at which column its lines are broken, and what tells its paragraphs apart.
#[derive(Clone, Debug)]
struct Setting {
    column: usize,
    indent: &'static str,
    between_lines: usize,
    between_paragraphs: usize,
    page: Option<usize>,
}

fn setting() -> impl Strategy<Value = Setting> {
    let apart = prop::sample::select(vec![("　　", 0, 0), ("    ", 0, 1), ("", 0, 1), ("　　", 1, 1), ("", 1, 2)]);
    (24usize..50, apart, prop::option::of(12usize..30)).prop_map(|(half, (indent, between_lines, between_paragraphs), page)| Setting {
        column: 2 * half,
        indent,
        between_lines,
        between_paragraphs,
        // where nothing but an empty line tells paragraphs apart, a sentence that ends with its page leaves them open
        page: page.filter(|_| !indent.is_empty()),
    })
}

fn width(c: char) -> usize {
    if c.is_ascii() { 1 } else { 2 }
}

/// `paragraph` broken at `column`; marks that may not begin a line hang over the column.
fn broken(paragraph: &str, column: usize, indent: usize) -> Vec<String> {
    let (mut lines, mut line, mut at) = (Vec::new(), String::new(), indent);
    for c in paragraph.chars() {
        let hangs = "，。、；：）》”%".contains(c);
        if at + width(c) > column && !hangs && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            at = 0;
        }
        line.push(c);
        at += width(c);
    }
    lines.push(line);
    lines
}

fn set(paragraphs: &[String], setting: &Setting) -> String {
    let indent = setting.indent.chars().map(width).sum();
    let mut out = String::new();
    let (mut count, mut page) = (0, 0);
    for paragraph in paragraphs {
        for (n, line) in broken(paragraph, setting.column, indent).iter().enumerate() {
            out += if n == 0 { setting.indent } else { "" };
            out += line;
            out += &"\n".repeat(1 + setting.between_lines);
            count += 1;
            if setting.page.is_some_and(|lines| count % lines == 0) {
                page += 1;
                out += &format!("\n— {page} —\n\n");
            }
        }
        out += &"\n".repeat(setting.between_paragraphs);
    }
    out
}

// --- laws ----------------------------------------------------------------------------------------------

/// The map's pieces are in order and disjoint on both sides, equal in source and reading, and all that the
/// reading has besides is line ends.
fn check_map(text: &Text) -> Result<(), TestCaseError> {
    let (mut reading, mut source) = (0, 0);
    for piece in text.map().pieces() {
        let (from, at, len) = (piece.reading as usize, piece.source as usize, piece.len as usize);
        prop_assert!(len > 0 && from >= reading && at >= source);
        prop_assert!(text.as_str()[reading..from].chars().all(|c| c == '\n'));
        prop_assert_eq!(&text.as_str()[from..from + len], &text.source()[at..at + len]);
        (reading, source) = (from + len, at + len);
    }
    prop_assert!(text.as_str()[reading..].chars().all(|c| c == '\n'));
    Ok(())
}

/// No line of the reading is empty or has blanks at its ends; each has its layout; its origin begins and ends
/// with its own characters.
fn check_lines(text: &Text) -> Result<(), TestCaseError> {
    prop_assert!(text.as_str().is_empty() || text.as_str().ends_with('\n'));
    prop_assert_eq!(text.lines().count(), text.layouts().len());
    for span in text.lines() {
        let line = text.slice(span);
        prop_assert!(!line.is_empty());
        prop_assert_eq!(line, line.trim());
        let origin = &text.source()[text.origin(span).range()];
        prop_assert_eq!(line.chars().next(), origin.chars().next());
        prop_assert_eq!(line.chars().next_back(), origin.chars().next_back());
        prop_assert!(is_subsequence(line, origin));
    }
    Ok(())
}

fn is_subsequence(part: &str, whole: &str) -> bool {
    let mut whole = whole.chars().filter(|c| !c.is_whitespace());
    part.chars().filter(|c| !c.is_whitespace()).all(|c| whole.any(|w| w == c))
}

/// What stands in the source outside of all pieces.
fn dropped(text: &Text) -> String {
    let mut out = String::new();
    let mut at = 0;
    for piece in text.map().pieces() {
        out += &text.source()[at..piece.source as usize];
        out.push('\n');
        at = (piece.source + piece.len) as usize;
    }
    out + &text.source()[at..]
}

fn check_diagnostics(text: &Text) -> Result<(), TestCaseError> {
    for diagnostic in text.findings() {
        let range = diagnostic.span.range();
        prop_assert!(range.start <= range.end);
        prop_assert!(text.source().get(range).is_some(), "{:?}", diagnostic);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read(source in any::<String>()) {
        let text = Text::read(source);
        check_map(&text)?;
        check_lines(&text)?;
        check_diagnostics(&text)?;
    }

    #[test]
    fn any_heap_of_accidents_is_read(source in accidents()) {
        let text = Text::read(source);
        check_map(&text)?;
        check_lines(&text)?;
        check_diagnostics(&text)?;
    }

    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), label in prop::sample::select(vec![None, Some("gbk"), Some("big5"), Some("utf-16le")])) {
        if let Ok(decoded) = decode(&bytes, label) {
            for diagnostic in &decoded.findings {
                prop_assert!(decoded.text[diagnostic.span.range()].contains(char::REPLACEMENT_CHARACTER));
            }
        }
    }

    #[test]
    fn a_document_reads_the_same_however_it_is_set(paragraphs in document(), setting in setting()) {
        let reading = paragraphs.join("\n") + "\n";
        let text = Text::read(set(&paragraphs, &setting));
        check_map(&text)?;
        check_lines(&text)?;
        prop_assert_eq!(text.as_str(), &reading, "{:?}", setting);
        // and what was left out is page numbers
        prop_assert!(dropped(&text).chars().all(|c| c.is_whitespace() || c == '—' || c.is_ascii_digit()));
    }

    #[test]
    fn a_reading_reads_as_itself(paragraphs in document()) {
        let reading = paragraphs.join("\n") + "\n";
        let text = Text::read(reading.clone());
        prop_assert_eq!(text.as_str(), &reading);
        prop_assert!(text.findings().is_empty());
    }

    #[test]
    fn a_document_on_one_line_is_parted(paragraphs in document(), blanks in prop::sample::select(vec!["　　", "    ", "\u{2003}\u{2003}", "&nbsp;&nbsp;&nbsp;"])) {
        let text = Text::read(paragraphs.join(blanks));
        check_map(&text)?;
        let lines: Vec<&str> = text.as_str().lines().collect();
        prop_assert_eq!(lines, paragraphs);
    }

    #[test]
    fn a_document_printed_twice_is_read_once(paragraphs in document(), between in 0usize..3) {
        let once = paragraphs.join("\n") + "\n";
        let text = Text::read(format!("{once}{}{once}", "\n".repeat(between)));
        prop_assert_eq!(text.as_str(), &once);
        let copy = text.findings().iter().find(|d| d.rule.code == "copy").map(|d| &text.source()[d.span.range()]);
        prop_assert_eq!(copy, Some(once.trim_end()));
    }

    #[test]
    fn markup_is_left_out(paragraphs in document()) {
        let reading = paragraphs.join("\n") + "\n";
        let html: String = paragraphs.iter().map(|p| format!("<p style=\"margin:0\">&nbsp;&nbsp;<span>{p}</span></p>")).collect();
        let text = Text::read(html);
        check_map(&text)?;
        prop_assert_eq!(text.as_str(), reading);
    }

    #[test]
    fn every_encoding_gives_the_same_text(paragraphs in document(), marked in any::<bool>()) {
        let text = paragraphs.join("\n");
        let mark = if marked { "\u{feff}" } else { "" };
        let units: Vec<u16> = format!("{mark}{text}").encode_utf16().collect();
        let encoded: [Vec<u8>; 4] = [
            format!("{mark}{text}").into_bytes(),
            units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
            units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
            encoding_rs::GB18030.encode(&text).0.into_owned(),
        ];
        for (bytes, name) in encoded.iter().zip(["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"]) {
            let decoded = decode(bytes, None).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!((decoded.text.as_str(), decoded.encoding), (text.as_str(), name));
        }
    }
}
