//! What people have beside text, to text: web pages and Word files.
//!
//! Web pages are parsed by `scraper` (html5ever, the parser of Servo: it reads broken pages as browsers do); Word
//! files are unpacked by `zip` and parsed by `roxmltree` (a strict, read-only tree without unsafe code). Crates
//! that go from Word to text in one step lose the numbers that Word counts itself, and with them the outline.
//! The text that comes out is what the record's spans point into; `--format text` shows it.

mod docx;
mod html;
mod numbering;

use gongwen::source::{Decoded, decode};

use crate::problem::Problem;

/// Reads bytes of any kind that is understood.
pub(crate) fn decoded(name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<Decoded, Problem> {
    if docx::is_docx(bytes) {
        return docx::read(bytes)
            .map_err(|e| Problem::new(name, e, "open it in Word or WPS and save it again"))
            .and_then(|text| word(name, bytes, text));
    }
    let page = html::is_page(name, bytes);
    let label = encoding.map(str::to_owned).or_else(|| page.then(|| html::charset(bytes)).flatten());
    let mut decoded = decode(bytes, label.as_deref()).map_err(|e| Problem::unread(name, &e))?;
    if page {
        decoded.text = text_of(name, html::text(&decoded.text))?;
    }
    Ok(decoded)
}

/// A Word file's text with the particulars of the file.
fn word(name: &str, bytes: &[u8], text: String) -> Result<Decoded, Problem> {
    Decoded::of_text(text, bytes).map_err(|e| Problem::unread(name, &e))
}

fn text_of(name: &str, text: String) -> Result<String, Problem> {
    if text.trim().is_empty() { Err(Problem::unread(name, &gongwen::Error::Empty)) } else { Ok(text) }
}
