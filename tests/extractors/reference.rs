//! References: `title number issuers articles (alias) ×mentions`.

use super::compare;

fn show(record: &gongwen::Record) -> Vec<String> {
    let one = |reference: &gongwen::extract::Reference| {
        let mut parts: Vec<String> = reference.title.iter().map(|q| format!("《{}》", q.text)).collect();
        parts.extend(reference.doc_number.iter().map(|n| n.quote.text.clone()));
        parts.extend(reference.issuers.iter().map(|q| format!("@{}", q.text)));
        parts.extend(reference.articles.iter().map(|q| q.text.clone()));
        parts.extend(reference.alias.iter().map(|q| format!("({})", q.text)));
        if reference.mentions.len() > 1 {
            parts.push(format!("×{}", reference.mentions.len()));
        }
        parts.join(" ")
    };
    record.references.iter().map(one).collect()
}

#[test]
fn what_is_cited() {
    let blocks: Vec<&str> = include_str!("reference.cases").split("\n\n").filter(|block| !block.trim().is_empty()).collect();
    let mut differences = Vec::new();
    for block in &blocks {
        let lines = || block.lines().filter(|line| !line.starts_with('#'));
        let body = lines().filter(|line| !line.starts_with("= ")).collect::<Vec<_>>().join("\n");
        let expected: Vec<&str> = lines().filter_map(|line| line.strip_prefix("= ")).collect();
        let found = show(&super::read(&body));
        if found != expected {
            differences.push(format!("{body}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(differences.is_empty(), "{} of {} differ\n{}", differences.len(), blocks.len(), differences.join("\n"));
    assert!(blocks.len() >= 62, "{} texts", blocks.len());
}

#[test]
fn a_number_that_shares_its_code_is_grounded() {
    let record = super::read("按照江政发〔2021〕10、12号和江财社〔2021〕5号、7号文件执行。");
    let source = "海川市教育局关于开展检查的通知\n各县（区）教育局：\n现就有关事项通知如下。\n按照江政发〔2021〕10、12号和江财社〔2021〕5号、7号文件执行。";
    let spans: Vec<&str> = record
        .references
        .iter()
        .filter_map(|r| r.doc_number.as_ref())
        .map(|n| &source[n.quote.span.start as usize..n.quote.span.end as usize])
        .collect();
    assert_eq!(spans, ["江政发〔2021〕10、12号", "江政发〔2021〕10、12号", "江财社〔2021〕5号", "江财社〔2021〕5号、7号"]);
}

#[test]
fn titles_and_their_numbers() {
    compare(
        &[
            ("根据《江北省教育条例》，制定本方案。", &["《江北省教育条例》"]),
            ("根据《江北省教育督导规定》（江政发〔2022〕3号）有关要求。", &["《江北省教育督导规定》 江政发〔2022〕3号"]),
            (
                "按照《海川市人民政府关于加强校园安全的意见》(海政发[2022]3号)执行。",
                &["《海川市人民政府关于加强校园安全的意见》 海政发〔2022〕3号"],
            ),
            ("依据《校车安全规定》（教育部令第12号）第五条、第八条。", &["《校车安全规定》 教育部令第12号 第五条 第八条"]),
            ("根据《中华人民共和国教育法》第九条第二款规定。", &["《中华人民共和国教育法》 第九条第二款"]),
            ("根据《关于印发〈校园安全办法〉的通知》（江教发〔2021〕7号）。", &["《关于印发〈校园安全办法〉的通知》 江教发〔2021〕7号"]),
            ("根据江政发〔2022〕3号文件精神，现就有关事项通知如下。", &["江政发〔2022〕3号"]),
            ("根据国务院令第588号公布的《校车安全管理条例》。", &["《校车安全管理条例》 国务院令第588号"]),
            ("你局《关于新建海川一中的请示》（云教〔2023〕5号）收悉。", &["《关于新建海川一中的请示》 云教〔2023〕5号"]),
            ("按照《校园建筑抗震标准》要求，《校园建筑抗震标准》另有规定的除外。", &["《校园建筑抗震标准》 ×2"]),
            ("依据《中华人民共和国教育法》和《教育法》的规定。", &["《中华人民共和国教育法》 ×2"]),
            ("根据《宪法》和《民法典》。", &["《宪法》", "《民法典》"]),
            (
                "决定废止《校园安全办法》。《校园安全办法》（2009年7月1日江北省人民政府令第15号发布）不再执行。",
                &["《校园安全办法》 江北省人民政府令第15号 ×2"],
            ),
            (
                "《关于做好招生工作的通知》（海教发〔2021〕7号）、《关于做好招生工作的通知》（海教发〔2022〕9号）一并废止。",
                &["《关于做好招生工作的通知》 海教发〔2021〕7号", "《关于做好招生工作的通知》 海教发〔2022〕9号"],
            ),
        ],
        show,
    );
}

#[test]
fn numbers_of_every_kind() {
    compare(
        &[
            (
                "根据《关于收费的通知》《关于补助的通知》（江财教〔2020〕1号、2号）。",
                &["《关于收费的通知》 江财教〔2020〕1号", "《关于补助的通知》 江财教〔2020〕2号"],
            ),
            ("按照《校舍设计规范》（GB 50099-2011）建设。", &["《校舍设计规范》 GB 50099—2011"]),
            ("按照GB/T 18205《校车技术条件》和GB3096-2008一级标准。", &["《校车技术条件》 GB/T 18205", "GB 3096—2008"]),
            ("依据《学校安全规定》（第12号省政府令）。", &["《学校安全规定》 第12号省政府令"]),
            ("依据教育部2019年第42号令和财政部公告2021年第3号。", &["教育部2019年第42号令", "财政部公告2021年第3号"]),
            (
                "根据《关于学校税收的公告》（财政部 税务总局公告2021年第12号）第一条。",
                &["《关于学校税收的公告》 财政部税务总局公告2021年第12号 第一条"],
            ),
            ("符合《校园道路照明设计》要求。", &["《校园道路照明设计》"]),
            ("提交《承诺函》，下发《限期整改通知》，形成《整改报告》。", &[]),
        ],
        show,
    );
}

#[test]
fn issuers() {
    compare(
        &[
            ("根据国务院办公厅《关于深化教育督导的意见》。", &["《关于深化教育督导的意见》 @国务院办公厅"]),
            ("按照省教育厅、省财政厅《关于校园安全经费的通知》执行。", &["《关于校园安全经费的通知》 @省教育厅 @省财政厅"]),
            ("落实教育部印发的《校园食品安全指南》《校园消防指引》。", &["《校园食品安全指南》 @教育部", "《校园消防指引》 @教育部"]),
        ],
        show,
    );
}

#[test]
fn short_forms() {
    compare(
        &[
            (
                "根据《江北省教育条例》（以下简称《条例》），各单位要学习《条例》，落实《条例》第三条。",
                &["《江北省教育条例》 第三条 (条例) ×3"],
            ),
            (
                "根据《江北省教育条例》（江政发〔2022〕3号，以下简称《条例》）。《条例》已经施行。",
                &["《江北省教育条例》 江政发〔2022〕3号 (条例) ×2"],
            ),
            ("《中华人民共和国教育法》（以下简称教育法）规定的，依照教育法处理。", &["《中华人民共和国教育法》 (教育法) ×2"]),
            ("《中华人民共和国教育法》（以下简称教育法）、《职业教育法》。", &["《中华人民共和国教育法》 (教育法)", "《职业教育法》"]),
            ("《关于学校的意见》（海教发〔2021〕3号，以下简称“3号文”）。3号文规定。", &["《关于学校的意见》 海教发〔2021〕3号 (3号文) ×2"]),
            (
                "《中华人民共和国义务教育法》（以下简称义务教育法）规定的，依照义务教育法处理。",
                &["《中华人民共和国义务教育法》 (义务教育法) ×2"],
            ),
            ("《江北省教育条例》（以下简称“省条例”）。违反《省条例》的，依法处理。", &["《江北省教育条例》 (省条例) ×2"]),
        ],
        show,
    );
}

#[test]
fn what_is_not_cited() {
    compare(
        &[
            ("现将《海川市校园安全方案》印发给你们，请认真执行。", &[]),
            ("《海川市校园安全方案》已经市政府同意，现印发给你们。", &[]),
            ("《海川市校园安全方案》已经市政府同意。现印发给你们。", &[]),
            ("我局制定了《海川市校园安全方案》，现予印发。", &[]),
            ("填写《校园安全登记表》（附件1）。", &[]),
            ("请填写《校园安全自查方案》（附件2）。", &[]),
            ("刊登在《海川日报》上。", &[]),
            ("要严格执行《实施方案》。", &[]),
            ("学习《论语》。", &[]),
            ("签订《校园安全责任书》。", &[]),
            ("在《校园安全网》上公布。", &[]),
        ],
        show,
    );
}
