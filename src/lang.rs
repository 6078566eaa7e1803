//! The language of what is said *about* a document; what comes from the document is never translated.

/// A language for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
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
