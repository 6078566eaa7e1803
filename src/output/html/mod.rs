//! One page to read: the document as outlined text with every value highlighted in its place, and beside it what
//! was found, each leading to the other.
//!
//! The page holds all that it needs: no network, no fonts, no frameworks. What comes from the document passes
//! through `escape` on its way in; without script the page is a plain document with lists below.

mod lists;
mod marks;
mod text;

use std::fmt::{self, Write};

use super::{Format, Lang, Settings, view::View};
use crate::Extraction;

/// A page of hypertext.
pub struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "A page to read in a browser: the text with all values highlighted, and lists that lead to them"
    }

    fn open(&self, settings: &Settings) -> String {
        let lang = settings.lang;
        let mut page = Page::default();
        page.raw("<!DOCTYPE html>\n<html lang=\"").raw(lang.say("zh-CN", "en")).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        // nothing is fetched, whatever the document holds
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
        page.raw("<title>")
            .raw(lang.say("公文要素", "Official document"))
            .raw("</title>\n<style>\n")
            .raw(include_str!("page.css"))
            .raw("</style>\n</head>\n<body>\n");
        toolbar(&mut page, lang);
        page.raw("<main>\n");
        page.0
    }

    fn document(&self, extraction: Extraction, settings: &Settings) -> String {
        let view = View::new(&extraction, settings);
        let mut page = Page::default();
        page.raw("<article class=\"document\">\n<section class=\"text\" lang=\"zh-CN\" tabindex=\"0\" aria-label=\"")
            .raw(view.lang.say("原文", "Text"))
            .raw("\">\n");
        text::write(&mut page, &extraction);
        page.raw("</section>\n<aside>\n");
        lists::write(&mut page, &view);
        page.raw("</aside>\n</article>\n");
        page.0
    }

    fn close(&self, _: &Settings) -> String {
        format!("</main>\n<script>\n{}</script>\n</body>\n</html>\n", include_str!("page.js"))
    }
}

/// What is highlighted: its class, its names, in the order of the legend.
const KINDS: &[(&str, &str, &str)] = &[
    ("task", "任务", "Tasks"),
    ("actor", "责任主体", "Actors"),
    ("deadline", "时限", "Deadlines"),
    ("budget", "经费", "Money"),
    ("contact", "联系方式", "Contacts"),
    ("reference", "引用文件", "References"),
    ("header", "要素", "Header"),
    ("diagnostic", "诊断", "Diagnostics"),
];

/// Legend and filter in one: a button a kind.
fn toolbar(page: &mut Page, lang: Lang) {
    page.raw("<header class=\"bar\" role=\"toolbar\" aria-label=\"").raw(lang.say("筛选", "Filter")).raw("\">\n");
    for (n, (class, zh, en)) in KINDS.iter().enumerate() {
        let key = n + 1;
        page.put(format_args!(
            "<button class=\"kind {class}\" data-kind=\"{class}\" aria-pressed=\"true\" title=\"{key}\">{}</button>\n",
            lang.say(zh, en)
        ));
    }
    let search = lang.say("查找（/）", "Find (/)");
    page.put(format_args!("<input type=\"search\" placeholder=\"{search}\" aria-label=\"{search}\">\n"));
    page.put(format_args!("<button class=\"theme\" title=\"t\">{}</button>\n", lang.say("明暗", "Theme")));
    page.put(format_args!("<button class=\"side\">{}</button>\n", lang.say("原文／清单", "Text / lists")));
    page.put(format_args!(
        "<span class=\"keys\">{}</span>\n</header>\n",
        lang.say("j／k 上下 · 1–8 筛选 · / 查找 · t 明暗 · Esc 取消", "j/k next · 1–8 filter · / find · t theme · Esc clear")
    ));
}

/// Hypertext on the way out. What comes from the document goes through [`Page::text`], all else is our own.
#[derive(Default)]
struct Page(String);

impl Page {
    /// Our own hypertext.
    fn raw(&mut self, html: &str) -> &mut Self {
        self.0.push_str(html);
        self
    }

    /// Our own hypertext with numbers, classes and ids in it.
    fn put(&mut self, html: fmt::Arguments<'_>) -> &mut Self {
        self.0.write_fmt(html).expect("writing to memory does not fail");
        self
    }

    /// Words of the document.
    fn text(&mut self, words: &str) -> &mut Self {
        escape(words, &mut self.0);
        self
    }
}

/// Makes words safe between tags and in quoted attributes.
fn escape(words: &str, safe: &mut String) {
    for c in words.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // not allowed in hypertext, or turning the text around
            c if c.is_control() && !matches!(c, '\t' | '\n') => safe.push('\u{FFFD}'),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => safe.push('\u{FFFD}'),
            c => safe.push(c),
        }
    }
}
