//! The registry of rules: complete, bilingual, documented.

use std::{collections::BTreeSet, fmt::Write, fs};

use gongwen::{Lang, Options, Severity, check};

use crate::root;

#[test]
fn every_rule_of_the_sources_is_registered() {
    let walk = ignore::WalkBuilder::new(root().join("src")).build();
    let texts = walk.filter_map(Result::ok).filter_map(|it| fs::read_to_string(it.path()).ok());
    let written: BTreeSet<String> = texts
        .flat_map(|text| text.split("    code: \"").skip(1).filter_map(|it| Some(it.split_once('"')?.0.to_owned())).collect::<Vec<_>>())
        .collect();
    let registered: BTreeSet<String> = check::rules().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(written, registered);
    assert_eq!(check::rules().count(), registered.len(), "a code is given once");
}

#[test]
fn every_rule_speaks_two_languages() {
    let mut wrong = Vec::new();
    for rule in check::rules() {
        let kebab = rule.code.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !rule.code.starts_with('-');
        let zh = rule.zh.ends_with('。') && rule.zh.chars().any(|c| c > '\u{4e00}');
        let en = rule.en.ends_with('.') && rule.en.starts_with(|c: char| c.is_ascii_uppercase() || !c.is_ascii_alphabetic());
        if !kebab || !zh || !en || rule.basis.is_empty() {
            wrong.push(rule.code);
        }
    }
    assert!(wrong.is_empty(), "one plain sentence in Chinese and in English, and where the rule comes from: {wrong:?}");
}

#[test]
fn the_table_is_what_the_rules_say() {
    const MARK: &str = "<!-- rules -->\n";
    let file = root().join("docs/diagnostics.md");
    let kept = fs::read_to_string(&file).expect("the page of the diagnostics");
    let (head, _) = kept.split_once(MARK).expect("the mark above the table");
    let mut now = format!("{head}{MARK}\n| code | severity | sentence | basis |\n| --- | --- | --- | --- |\n");
    for rule in check::rules() {
        writeln!(now, "| `{}` | {} | {}<br>{} | {} |", rule.code, rule.severity.name(), rule.zh, rule.en, rule.basis).expect("text");
    }
    match crate::update() {
        true => fs::write(&file, now).expect("the page can be written"),
        false => assert!(kept == now, "INSTA_UPDATE=always cargo test --test check writes docs/diagnostics.md anew"),
    }
}

const TEXT: &str = "海川市教育局关于开展检查的通知\n各县（区）教育局：\n请于2024年2月30日前报送。\n海川市教育局\n2024年01月08日\n";

#[test]
fn language_allow_and_deny_are_options() {
    let read = |options: Options| gongwen::read(TEXT, &options).expect("it is a text").diagnostics;
    let plain = read(Options::default());
    assert_eq!(
        plain.iter().map(|it| (&*it.code, it.severity)).collect::<Vec<_>>(),
        [("date-impossible", Severity::Error), ("date-zero", Severity::Warning)]
    );
    assert_eq!(plain[0].message, "历法中没有“2月30日”这一天。".replace("2月", "2024年2月"));
    let english = read(Options { lang: Lang::En, ..Options::default() });
    assert_eq!(english[0].message, "There is no such day as “2024年2月30日”.");
    let rule = |code| check::rule(code).expect("a rule");
    let allowed = read(Options { allow: vec![rule("date-impossible")], ..Options::default() });
    assert_eq!(allowed.iter().map(|it| &*it.code).collect::<Vec<_>>(), ["date-zero"]);
    let denied = read(Options { deny: vec![rule("date-zero")], ..Options::default() });
    assert!(denied.iter().all(|it| it.severity == Severity::Error));
}
