//! What went wrong with one file, as the user is told: one line with the name, what it is, and what helps.

use std::{fmt, io};

/// A line for stderr.
#[derive(Debug)]
pub(crate) struct Problem {
    name: String,
    what: String,
    hint: &'static str,
    last: bool,
}

impl Problem {
    pub(crate) fn new(name: &str, what: impl Into<String>, hint: &'static str) -> Self {
        Self { name: name.to_owned(), what: what.into(), hint, last: false }
    }

    /// What the system says of a file.
    pub(crate) fn of(name: &str, error: &io::Error) -> Self {
        let (what, hint) = match error.kind() {
            io::ErrorKind::NotFound => ("no such file or directory".to_owned(), "check the name"),
            io::ErrorKind::PermissionDenied => ("permission denied".to_owned(), "check who may read or write it"),
            io::ErrorKind::StorageFull => ("no space left on the device".to_owned(), "nothing was written"),
            _ => (plain(error), ""),
        };
        Self::new(name, what, hint)
    }

    /// The same, where no other document can fare better: the output cannot be written.
    pub(crate) fn last(self) -> Self {
        Self { last: true, ..self }
    }

    pub(crate) fn is_final(&self) -> bool {
        self.last
    }

    /// What the library says of a call that cannot be served.
    pub(crate) fn unread(name: &str, error: &gongwen::Error) -> Self {
        let hint = match error {
            gongwen::Error::Empty => "if it was made from a scan, recognise its text (OCR) first",
            gongwen::Error::Binary(kind) => remedy(kind.unwrap_or_default()),
            _ => "",
        };
        Self::new(name, error.to_string(), hint)
    }
}

/// What makes text of a file of this kind.
fn remedy(kind: &str) -> &'static str {
    match kind {
        kind if kind.contains("PDF") => "pdftotext -layout FILE makes text of it; a scan needs OCR",
        kind if kind.contains("office") => "soffice --convert-to txt:Text FILE makes text of it",
        kind if kind.contains("picture") => "recognise its text (OCR) first",
        _ => "give the document's text",
    }
}

/// The system's words without the number that Rust adds: `Is a directory`, not `Is a directory (os error 21)`.
fn plain(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or_default().to_lowercase()
}

impl fmt::Display for Problem {
    /// Names may hold line ends and control characters: what is shown stays one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c });
        write!(f, "{}: {}", name.collect::<String>(), self.what)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, "; {}", self.hint) }
    }
}
