//! Bytes to decoded text: UTF-8, UTF-16, GB 18030 and what else the WHATWG Encoding Standard names.
//!
//! Bytes that cannot be decoded become U+FFFD, and a finding says where; the rest is read. Text beyond 4 GiB
//! and files that are no text are refused.

use std::ops::Range;

use encoding_rs::{DecoderResult, Encoding, GB18030, GBK, UTF_8};
use sha2::{Digest, Sha256};

use super::detect::{Guess, binary_kind, detect, gb_share};
use crate::{
    diagnostic::{Finding, Rule, Severity},
    error::Error,
    span::Origin,
};

/// Bytes that are not of the encoding.
pub(crate) static UNDECODABLE: Rule = Rule {
    code: "undecodable",
    severity: Severity::Error,
    zh: "此处有{0}处字节不合{1}编码，无法读出，以 U+FFFD 代替。",
    en: "Bytes at {0} place(s) here are no {1}; they are read as U+FFFD.",
    basis: "WHATWG Encoding Standard",
};

/// More damaged places than this are counted, not listed.
const LISTED: usize = 100;

/// The decoded text and what is known of the bytes that it came from.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text, without byte-order mark.
    pub text: String,
    /// The encoding's name in the WHATWG Encoding Standard, as `UTF-8` or `GB18030`.
    pub encoding: &'static str,
    /// How many bytes came in.
    pub bytes: u64,
    /// Their SHA-256, in hexadecimal.
    pub sha256: String,
    /// Bytes that could not be decoded, and the like.
    pub findings: Vec<Finding>,
}

/// Decodes `bytes`, by `encoding` where one is given (a label of the WHATWG Encoding Standard).
///
/// ```
/// use gongwen::source::decode;
/// let bytes = b"\xb8\xf7\xd3\xd0\xb9\xd8\xb5\xa5\xce\xbb\xa3\xba";
/// let decoded = decode(bytes, None)?;
/// assert_eq!((decoded.encoding, decoded.text.as_str()), ("GB18030", "各有关单位："));
/// # Ok::<(), gongwen::Error>(())
/// ```
///
/// # Errors
/// Where there is no text in the input, or too much, it is no text, or no encoding has that name.
pub fn decode(bytes: &[u8], encoding: Option<&str>) -> Result<Decoded, Error> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(Error::TooLong);
    }
    let marked = |(encoding, mark): (&'static Encoding, usize)| (encoding, read(&bytes[mark..], encoding));
    let (encoding, (text, damage)) = match encoding {
        Some(label) => marked(labelled(bytes, label)?),
        None => match detect(bytes) {
            Guess::Utf8(text) => (UTF_8, (text.into_owned(), Vec::new())),
            Guess::Text(encoding, mark) => marked((encoding, mark)),
            Guess::Binary(kind) => return Err(Error::Binary(kind)),
        },
    };
    let findings = report(&damage, name(encoding));
    Ok(Decoded { encoding: name(encoding), findings, ..Decoded::of_text(text, bytes)? })
}

impl Decoded {
    /// Text that a converter made of a file that is none, as of an office file, or that was text already; `bytes` are those of
    /// the file.
    ///
    /// ```
    /// use gongwen::{Extraction, Options, source::Decoded};
    /// let decoded = Decoded::of_text("关于报送总结的通知\n".to_owned(), b"the file")?;
    /// let record = Extraction::of(decoded, &Options::default()).record;
    /// assert_eq!((record.source.bytes, record.header.title.unwrap().text.as_str()), (8, "关于报送总结的通知"));
    /// # Ok::<(), gongwen::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where there is no text in it, or too much.
    pub fn of_text(text: String, bytes: &[u8]) -> Result<Self, Error> {
        let text = checked(text)?;
        Ok(Self { text, encoding: UTF_8.name(), bytes: bytes.len() as u64, sha256: sha256(bytes), findings: Vec::new() })
    }

    /// What a converter made of this text, as of the markup of a page, in its place. What could not be decoded is looked
    /// for again, by its U+FFFD: the old places count in the old text.
    ///
    /// # Errors
    /// Where there is no text in it, or too much.
    pub fn with_text(self, text: String) -> Result<Self, Error> {
        let text = checked(text)?;
        let findings = if self.findings.is_empty() { Vec::new() } else { report(&unread(&text), self.encoding) };
        Ok(Self { text, findings, ..self })
    }
}

/// `text`, where it is some and not too much.
fn checked(text: String) -> Result<String, Error> {
    if text.chars().all(|c| c.is_whitespace() || matches!(c, '\0' | '\u{feff}' | '\u{200b}')) {
        return Err(Error::Empty);
    }
    if u32::try_from(text.len()).is_err() { Err(Error::TooLong) } else { Ok(text) }
}

/// The stretches of U+FFFD in `text`.
fn unread(text: &str) -> Vec<Origin> {
    let mut damage: Vec<Origin> = Vec::new();
    for (at, sign) in text.match_indices(char::REPLACEMENT_CHARACTER) {
        note(&mut damage, at..at + sign.len());
    }
    damage
}

/// Adds a damaged place, joined to the last one where they touch.
fn note(damage: &mut Vec<Origin>, place: Range<usize>) {
    let (start, end) = (place.start as u32, place.end as u32);
    match damage.last_mut().filter(|last| last.end == start) {
        Some(last) => last.end = end,
        None => damage.push(Origin { start, end }),
    }
}

/// The SHA-256 of `bytes`, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from(b"0123456789abcdef"[usize::from(n)]);
    Sha256::digest(bytes).iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

/// The encoding that `label` names, unless a byte-order mark says otherwise; and the length of that mark.
fn labelled(bytes: &[u8], label: &str) -> Result<(&'static Encoding, usize), Error> {
    let named = Encoding::for_label_no_replacement(label.as_bytes()).ok_or_else(|| Error::Encoding(label.to_owned()))?;
    match binary_kind(bytes) {
        Some(kind) => Err(Error::Binary(Some(kind))),
        None => Ok(Encoding::for_bom(bytes).unwrap_or((named, 0))),
    }
}

/// The encoding's name as its standard writes it.
fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == GB18030 { "GB18030" } else { encoding.name() }
}

/// The text of `bytes`, and where it is damaged.
fn read(bytes: &[u8], encoding: &'static Encoding) -> (String, Vec<Origin>) {
    // text that is whole is looked through once, many bytes at a time
    if encoding == UTF_8
        && let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return (text.into_owned(), Vec::new());
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let (mut damage, mut at) = (Vec::<Origin>::new(), 0);
    // a buffer of its own, since the decoder looks through all of the room that it is given, each time
    let mut room = vec![0; 1 << 14];
    loop {
        let (result, consumed, written) = decoder.decode_to_utf8_without_replacement(&bytes[at..], &mut room, true);
        at += consumed;
        text.push_str(&String::from_utf8_lossy(&room[..written]));
        match result {
            DecoderResult::InputEmpty => return (text, damage),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                at += usize::from((encoding == GB18030 || encoding == GBK) && is_out_of_step(&bytes[at..]));
                let start = text.len();
                text.push(char::REPLACEMENT_CHARACTER);
                note(&mut damage, start..text.len());
            }
        }
    }
}

/// Whether the rest of a damaged character stands at the head of `bytes`, so that all pairs of bytes up to the next
/// ASCII character would be torn.
fn is_out_of_step(bytes: &[u8]) -> bool {
    const NEAR: usize = 64;
    let run = &bytes[..bytes.iter().take(NEAR).take_while(|b| **b >= 0x80).count()];
    run.len() > 2 && gb_share(&run[1..]) > gb_share(run)
}

/// A finding for each damaged place; of many the first, and one for the rest.
fn report(damage: &[Origin], encoding: &str) -> Vec<Finding> {
    let finding = |count: usize, span: Origin| Finding::new(&UNDECODABLE, vec![count.to_string(), encoding.to_owned()], span);
    let listed = damage.iter().take(LISTED).map(|span| finding(1, *span));
    let rest = damage.get(LISTED..).and_then(|rest| {
        rest.first().zip(rest.last()).map(|(first, last)| finding(rest.len(), Origin { start: first.start, end: last.end }))
    });
    listed.chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use encoding_rs::BIG5;

    use super::*;

    const TEXT: &str = "海川市教育局关于报送2022年工作总结的通知\n各县（市、区）教育局：\n　　请于3月28日前将“总结”报送我局。\n";

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn the_encoding_is_found_out() {
        for text in [TEXT.to_owned(), TEXT.repeat(50), "各有关单位：".to_owned()] {
            let (little, big) = (utf16(&text, u16::to_le_bytes), utf16(&text, u16::to_be_bytes));
            for (bytes, encoding) in [
                (text.as_bytes().to_vec(), "UTF-8"),
                ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8"),
                (GBK.encode(&text).0.into_owned(), "GB18030"),
                (GB18030.encode(&text).0.into_owned(), "GB18030"),
                ([b"\xff\xfe", little.as_slice()].concat(), "UTF-16LE"),
                ([b"\xfe\xff", big.as_slice()].concat(), "UTF-16BE"),
                (little, "UTF-16LE"),
                (big, "UTF-16BE"),
            ] {
                let decoded = decode(&bytes, None).unwrap();
                assert_eq!((decoded.encoding, &decoded.text), (encoding, &text));
                assert!(decoded.findings.is_empty());
            }
        }
    }

    #[test]
    fn traditional_characters_in_big5() {
        let text = "臺北市政府教育局函：請各級學校依規定辦理，並於三月二十八日前報送成果。".repeat(3);
        let (bytes, ..) = BIG5.encode(&text);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.text), ("Big5", text));
    }

    #[test]
    fn a_label_counts_unless_a_mark_says_otherwise() {
        let (bytes, ..) = GBK.encode("通知");
        assert_eq!(decode(&bytes, Some("gb2312")).unwrap().text, "通知");
        assert_eq!(decode(b"\xef\xbb\xbf\xe9\x80\x9a", Some("gbk")).unwrap().text, "通");
        assert_eq!(decode(b"a", Some("ebcdic")).unwrap_err(), Error::Encoding("ebcdic".to_owned()));
    }

    #[test]
    fn damaged_bytes_are_reported_and_the_rest_is_read() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes[3] = 0xff;
        bytes.truncate(bytes.len() - 2);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!(decoded.encoding, "UTF-8");
        let places: Vec<_> = decoded.findings.iter().map(|d| &decoded.text[d.span.range()]).collect();
        assert!(places.len() >= 2 && places.iter().all(|p| p.chars().all(|c| c == '\u{fffd}')), "{places:?}");
        assert!(decoded.text.contains("请于3月28日前"));
    }

    #[test]
    fn a_damaged_first_byte_does_not_tear_what_follows() {
        let mut bytes = GBK.encode(TEXT).0.into_owned();
        bytes[6] = 0xff;
        let decoded = decode(&bytes, Some("gbk")).unwrap();
        assert_eq!(decoded.text, TEXT.replacen('教', "\u{fffd}", 1));
        assert_eq!(decoded.findings.len(), 1);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, kind) in [
            (&b"%PDF-1.4\n"[..], Some("a PDF file")),
            (b"PK\x03\x04\x14\0\x06\0", Some("a ZIP archive or an office file (docx, xlsx, ofd)")),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Some("an old office file (doc, xls, wps)")),
            (b"\x89PNG\r\n\x1a\n\0\0", Some("a PNG picture")),
            (b"\x7fELF\x02\x01\x01\0", Some("a program")),
            (b"\0\x01\x02\x03\xfe\x80\x90", None),
        ] {
            assert_eq!(decode(bytes, None).unwrap_err(), Error::Binary(kind));
        }
    }

    #[test]
    fn what_a_converter_made_of_it_keeps_the_damage_that_it_still_has() {
        let decoded = decode(b"<p a='\xff'>\xe9\x80\x9a\xff\xfe\xe7\x9f\xa5<i>\xff</i></p>", Some("utf-8")).unwrap();
        assert_eq!(decoded.findings.len(), 3);
        let text = "通\u{fffd}\u{fffd}知\u{fffd}\n";
        let converted = decoded.clone().with_text(text.to_owned()).unwrap();
        let places: Vec<_> = converted.findings.iter().map(|it| &converted.text[it.span.range()]).collect();
        assert_eq!(places, ["\u{fffd}\u{fffd}", "\u{fffd}"]);
        assert_eq!((converted.bytes, &converted.sha256), (decoded.bytes, &decoded.sha256));
        let whole = decode("<p>通\u{fffd}</p>".as_bytes(), None).unwrap().with_text("通\u{fffd}".to_owned()).unwrap();
        assert_eq!(whole.findings, [], "the page itself says so");
        assert_eq!(decoded.with_text(" \n".to_owned()).unwrap_err(), Error::Empty);
    }

    #[test]
    fn nothing_is_no_text() {
        for bytes in [&b""[..], b" \n\t", "\u{feff}\u{3000}\r\n".as_bytes(), b"\xff\xfe"] {
            assert_eq!(decode(bytes, None).unwrap_err(), Error::Empty);
        }
    }
}
