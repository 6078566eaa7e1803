//! The language of what is said *about* a document; what comes from the document is never translated.

use std::str::FromStr;

use crate::error::Malformed;

/// A language for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

/// By its tag in BCP 47.
impl FromStr for Lang {
    type Err = Malformed;

    fn from_str(tag: &str) -> Result<Self, Malformed> {
        match tag {
            "zh" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            _ => Err(Malformed::new("language of messages", tag)),
        }
    }
}

impl Lang {
    /// One of two words.
    pub(crate) const fn say<'w>(self, zh: &'w str, en: &'w str) -> &'w str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}
