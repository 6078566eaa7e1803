//! What is odd about a document: never an error of the call, always a line in the record.
//!
//! A [`Rule`] stands beside the code that finds a breach of it; a [`Finding`] is one breach, in no language yet; a
//! [`Diagnostic`] is the finding told.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{lang::Lang, span::Origin};

/// How much a diagnostic matters. 诊断的严重程度。
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document contradicts itself, or something in it could not be read. 文件自相矛盾，或有内容无法读出。
    Error,
    /// A form that is missing or wrong. 要素有缺漏，或格式不合规定。
    Warning,
    /// A habit worth a look, something guessed, or a repair made on the way in. 值得留意的写法、推测所得，或读入时所作的修复。
    Info,
}

impl Severity {
    /// As it is printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What the document gets wrong or leaves open, or what had to be repaired in it. 文件的差错、缺漏或所作的修复。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// A stable name for this kind of finding, in kebab-case. 此类诊断的固定代号。
    pub code: Cow<'static, str>,
    /// How much it matters. 严重程度。
    pub severity: Severity,
    /// One plain sentence. 一句说明。
    pub message: String,
    /// Where it was found. 所在位置。
    pub span: Origin,
    /// The places of everything else involved. 所涉及的其他各处。
    pub related: Vec<Origin>,
}

/// What a document is held to.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// A stable name, in kebab-case.
    pub code: &'static str,
    /// How much a breach matters.
    pub severity: Severity,
    /// What is said of a breach, in Chinese; `{0}`, `{1}` stand for words of the finding.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// Where the rule comes from: the clause of a standard, or the reason in a few words.
    pub basis: &'static str,
}

impl Rule {
    /// The sentence, with `words` in their places.
    pub fn sentence(&self, lang: Lang, words: &[String]) -> String {
        let (mut sentence, mut rest) = (String::new(), lang.say(self.zh, self.en));
        while let Some((before, place)) = rest.split_once('{') {
            sentence.push_str(before);
            let number = place.split_once('}').and_then(|(number, behind)| Some((number.parse::<usize>().ok()?, behind)));
            match number.and_then(|(number, behind)| Some((words.get(number)?, behind))) {
                // the document's own words may hold a place, too, which is none
                Some((word, behind)) => {
                    sentence.push_str(word);
                    rest = behind;
                }
                None => {
                    sentence.push('{');
                    rest = place;
                }
            }
        }
        sentence + rest
    }
}

/// A breach of a rule, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// What stands in the places of its sentence.
    pub words: Vec<String>,
    /// Where it was found.
    pub span: Origin,
    /// The places of everything else involved.
    pub related: Vec<Origin>,
}

impl Finding {
    /// A finding at one place.
    pub fn new(rule: &'static Rule, words: Vec<String>, span: Origin) -> Self {
        Self { rule, words, span, related: Vec::new() }
    }

    /// The finding in a language.
    pub fn told(self, lang: Lang) -> Diagnostic {
        let message = self.rule.sentence(lang, &self.words);
        Diagnostic { code: self.rule.code.into(), severity: self.rule.severity, message, span: self.span, related: self.related }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_words_hold_no_places() {
        let rule = Rule { code: "", severity: Severity::Info, zh: "“{0}”和{1}，{2}{", en: "{1} {0} {x}", basis: "" };
        let words = ["{1}甲{0}".to_owned(), "{0}".to_owned()];
        assert_eq!(rule.sentence(Lang::Zh, &words), "“{1}甲{0}”和{0}，{2}{");
        assert_eq!(rule.sentence(Lang::En, &words), "{0} {1}甲{0} {x}");
    }
}
