//! What people have beside text, to text: web pages and Word files.
//!
//! Web pages are parsed by `scraper` (html5ever, the parser of Servo: it reads broken pages as browsers do); Word
//! files are unpacked by `zip` and parsed by `roxmltree` (a strict, read-only tree without unsafe code). Crates
//! that go from Word to text in one step lose the numbers that Word counts itself, and with them the outline.
//! The text that comes out is what the record's spans point into; `--format text` shows it.

mod charset;
mod docx;
mod html;
mod numbering;

use gongwen::source::{Decoded, decode};

use crate::problem::Problem;

/// Reads bytes of any kind that is understood.
pub(crate) fn decoded(name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<Decoded, Problem> {
    let decoded = if docx::is_docx(bytes) {
        let text = docx::read(bytes).map_err(|e| Problem::new(name, e, "open it in Word or WPS and save it again"))?;
        Decoded::of_text(text, bytes)
    } else if html::is_page(name, bytes) {
        charset::decoded(bytes, encoding).and_then(|page| {
            let text = html::text(&page.text);
            page.with_text(text)
        })
    } else {
        decode(bytes, encoding)
    };
    decoded.map_err(|e| Problem::unread(name, &e))
}

/// The lines of a cell as one, parted by blanks: two names stay two. Words that are set upright, a character a line, are
/// words all the same.
fn in_a_line<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let mut joined = String::new();
    let mut upright = false;
    for line in lines {
        let single = line.chars().nth(1).is_none();
        if !(joined.is_empty() || upright && single) {
            joined.push(' ');
        }
        joined.push_str(line);
        upright = single;
    }
    joined
}
