//! Articles of laws: `条 N之M 款 P 项 I,J 目 Q`.

use gongwen::phrase::article::{Article, find};

pub(crate) fn show(article: &Article) -> String {
    let part = |name: &str, value: Option<u32>| value.map_or(String::new(), |n| format!(" {name}{n}"));
    let insertion = article.insertion.map_or(String::new(), |n| format!("之{n}"));
    let items: String = article.items.iter().map(|n| format!(" 项{n}")).collect();
    format!("条{}{insertion}{}{items}{}", article.number, part("款", article.paragraph), part("目", article.point))
}

#[test]
fn articles() {
    let count =
        super::check("article", include_str!("article.cases"), |text| find(text).into_iter().map(|f| (show(&f.value), f.range)).collect());
    assert!(count >= 100, "only {count} cases");
}

#[test]
fn lists() {
    for (text, articles) in [
        ("第十三、十四条", &[("条13", "第十三"), ("条14", "十四条")][..]),
        ("第五条至第八条", &[("条5", "第五条"), ("条8", "第八条")]),
        ("第五至八条", &[("条5", "第五"), ("条8", "八条")]),
        ("第3、5、7条", &[("条3", "第3"), ("条5", "5"), ("条7", "7条")]),
        ("第五条第一款、第三款", &[("条5 款1", "第五条第一款"), ("条5 款3", "第三款")]),
        ("第五条第（一）项、第（三）项", &[("条5 项1", "第五条第（一）项"), ("条5 项3", "第（三）项")]),
        ("第五条、第七条第二款", &[("条5", "第五条"), ("条7 款2", "第七条第二款")]),
    ] {
        let found = find(text);
        let shown: Vec<_> = found.iter().map(|f| (show(&f.value), &text[f.range.clone()])).collect();
        assert_eq!(shown.iter().map(|(v, t)| (v.as_str(), *t)).collect::<Vec<_>>(), articles, "{text}");
    }
}

#[test]
fn every_number_in_words_and_figures() {
    for n in 1..10_000 {
        let words = gongwen::phrase::numeral::to_words(n).unwrap();
        for text in [format!("第{words}条"), format!("第{n}条")] {
            assert_eq!(Article::parse(&text), Ok(("", Article { number: n, ..Article::default() })), "{text}");
        }
    }
}

#[test]
fn at_the_head() {
    assert!(Article::parse("依照第五条").is_err());
    assert!(Article::parse("五条").is_err());
}
