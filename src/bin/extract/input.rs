//! One document: its bytes, and what they are.

use std::{
    fs,
    io::{self, Read},
    path::PathBuf,
};

use gongwen::{Extraction, source};

use crate::{args::Args, problem::Problem};

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// As the user named it, and as the record will.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Reads the document.
    pub(crate) fn extract(&self, args: &Args) -> Result<Extraction, Problem> {
        let name = self.name();
        let bytes = self.bytes().map_err(|e| Problem::of(&name, &e))?;
        if let Some((what, hint)) = foreign(&bytes) {
            return Err(Problem::new(&name, what, hint));
        }
        let options = args.options(&name);
        let decoded = source::decode(&bytes, args.encoding.as_deref()).map_err(|e| Problem::unread(&name, &e))?;
        Ok(Extraction::of(decoded, &options))
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes)?;
                Ok(bytes)
            }
            Self::File(path) => fs::read(path),
        }
    }
}

/// First bytes of what is no text, what it is, and what makes text of it.
const FOREIGN: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "is a PDF file", "convert it: pdftotext -layout FILE.pdf FILE.txt, or OCR where it is a scan"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "is an old Office file (.doc, .wps, .xls)", "convert it: soffice --convert-to txt:Text FILE"),
    (b"{\\rtf", "is an RTF file", "convert it: soffice --convert-to txt:Text FILE"),
    (b"\xFF\xD8\xFF", "is a picture (JPEG)", "recognise its text (OCR) first"),
    (b"\x89PNG\r\n", "is a picture (PNG)", "recognise its text (OCR) first"),
    (b"GIF8", "is a picture (GIF)", "recognise its text (OCR) first"),
    (b"II*\0", "is a picture (TIFF)", "recognise its text (OCR) first"),
    (b"MM\0*", "is a picture (TIFF)", "recognise its text (OCR) first"),
    (b"PK\x03\x04", "is a ZIP or Office file", "save it as plain text first"),
];

fn foreign(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    FOREIGN.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|(_, what, hint)| (*what, *hint))
}
