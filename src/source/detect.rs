//! Which encoding bytes are in, where nobody says: by mark, by proof, by statistics.
//!
//! A byte-order mark settles it; so does valid UTF-8, which other encodings hit only by accident. UTF-16 without
//! a mark shows in the share of code units that Chinese text is made of. Of the rest,
//! [chardetng](https://docs.rs/chardetng) judges; GBK is always read as its superset GB 18030.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// How much of the input is looked at to tell its encoding, in bytes.
const SAMPLE: usize = 1 << 18;

/// What is known of the input before it is decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Guess<'b> {
    /// UTF-8, and the text that it is.
    Utf8(Cow<'b, str>),
    /// Text in this encoding; the bytes of its mark.
    Text(&'static Encoding, usize),
    /// No text, and what it is.
    Binary(Option<&'static str>),
}

/// The encoding of `bytes`, or what else they are.
pub(super) fn detect(bytes: &[u8]) -> Guess<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Guess::Text(encoding, mark);
    }
    if let Some(kind) = binary_kind(bytes) {
        return Guess::Binary(Some(kind));
    }
    // text that is whole is looked through once, many bytes at a time
    let utf8 = UTF_8.decode_without_bom_handling_and_without_replacement(bytes);
    if memchr::memchr(0, bytes).is_none()
        && let Some(text) = utf8
    {
        return Guess::Utf8(text);
    }
    let nuls = memchr::memchr_iter(0, bytes).count();
    if let Some(encoding) = utf16(bytes) {
        return Guess::Text(encoding, 0);
    }
    // a few stray NULs in a valid text are control characters; more of them are no text
    if nuls * 1000 <= bytes.len()
        && let Some(text) = utf8
    {
        return Guess::Utf8(text);
    }
    if nuls > 0 || controls(bytes) * 20 > bytes.len() {
        return Guess::Binary(None);
    }
    Guess::Text(legacy(bytes), 0)
}

/// What the first bytes of files that are no text look like.
const MAGIC: [(&[u8], &str); 14] = [
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file (docx, xlsx, ofd)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file (doc, xls, wps)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
];

/// What kind of file `bytes` are, if they are no text by their first bytes.
pub(super) fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// How many control characters stand in the sample that no text has.
fn controls(bytes: &[u8]) -> usize {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let control = |b: &u8| matches!(b, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f);
    sample.iter().filter(|b| control(b)).count()
}

/// UTF-16 without a mark: nearly all code units are Chinese characters, their punctuation or ASCII, in one byte
/// order only.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if !bytes.len().is_multiple_of(2) || sample.is_empty() {
        return None;
    }
    let units = sample.len() / 2;
    let plausible = |read: fn([u8; 2]) -> u16| sample.chunks_exact(2).filter(|pair| is_usual(read([pair[0], pair[1]]))).count();
    let (little, big) = (plausible(u16::from_le_bytes), plausible(u16::from_be_bytes));
    let (encoding, most, least) = if little > big { (UTF_16LE, little, big) } else { (UTF_16BE, big, little) };
    (most * 20 >= units * 19 && least * 4 <= units * 3).then_some(encoding)
}

/// Whether a UTF-16 code unit is one that Chinese text is made of.
const fn is_usual(unit: u16) -> bool {
    matches!(unit, 9 | 10 | 12 | 13 | 0x20..=0x7e | 0xa0 | 0xb7 | 0x2010..=0x203b | 0x2460..=0x24ff | 0x3000..=0x301f | 0x4e00..=0x9fa5 | 0xff01..=0xff5e)
}

/// The encoding of bytes that are neither UTF-8 nor UTF-16, or damaged.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    if is_damaged_utf8(bytes) {
        return UTF_8;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if gb_share(sample) >= 90 {
        return GB18030;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    let guess = detector.guess(None, Utf8Detection::Allow);
    if guess == GBK { GB18030 } else { guess }
}

/// Whether all but a few of the characters beyond ASCII are valid UTF-8.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes[..bytes.len().min(SAMPLE)].utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xe0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

/// Of the pairs of bytes beyond ASCII, how many in a hundred are characters or marks in everyday use in
/// GB 2312: its rows 1, 3 and 16 to 55.
pub(super) fn gb_share(sample: &[u8]) -> usize {
    let (mut usual, mut pairs, mut at) = (0usize, 0usize, 0);
    while at < sample.len() {
        if sample[at] < 0x80 {
            at += 1;
            continue;
        }
        let row = matches!(sample[at], 0xa1 | 0xa3 | 0xb0..=0xd7);
        let cell = sample.get(at + 1).is_some_and(|b| *b >= 0xa1);
        usual += usize::from(row && cell);
        pairs += 1;
        at += 2;
    }
    (usual * 100).checked_div(pairs).unwrap_or(0)
}
