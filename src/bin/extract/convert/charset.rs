//! The encoding of a web page: what its head says, unless the bytes tell otherwise.
//!
//! Pages are moved between systems and keep the head that they had. Whether bytes are UTF-8 shows in them, so there they
//! have the last word; which of the older encodings they are in shows less well, and there the head is believed.

use std::iter;

use gongwen::{
    Error,
    source::{Decoded, decode},
};

/// Heads are longer than the kilobyte in which a browser looks for the name.
const HEAD: usize = 4096;
const UTF_8: &str = "UTF-8";

/// The markup of a page, by `encoding` where one is given.
pub(super) fn decoded(bytes: &[u8], encoding: Option<&str>) -> Result<Decoded, Error> {
    if encoding.is_some() {
        return decode(bytes, encoding);
    }
    let guessed = decode(bytes, None);
    let is_utf8 = guessed.as_ref().is_ok_and(|it| it.encoding == UTF_8) && !bytes.is_ascii();
    match encoding_in_meta(bytes).filter(|_| !is_utf8).and_then(|label| decode(bytes, Some(&label)).ok()) {
        Some(named) if named.encoding != UTF_8 || guessed.is_err() => Ok(named),
        _ => guessed,
    }
}

/// The encoding that a `<meta>` of the page names, where that is not one that cannot be right: what names it in so many
/// ASCII letters is no UTF-16.
fn encoding_in_meta(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let label = metas(&head).find_map(label)?;
    (!label.starts_with("utf-16")).then_some(label)
}

/// What stands in the `<meta>` tags of `head` that are not commented out.
fn metas(head: &str) -> impl Iterator<Item = &str> {
    let mut rest = head;
    iter::from_fn(move || {
        loop {
            rest = rest.split_once('<')?.1;
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->")?.1;
            } else if let Some(tag) = rest.strip_prefix("meta").filter(|it| it.starts_with(|c: char| c.is_ascii_whitespace() || c == '/')) {
                return tag.split('>').next();
            }
        }
    })
}

/// `gb2312` in `charset="gb2312"` and in `content="text/html; charset=gb2312"`.
fn label(tag: &str) -> Option<String> {
    let value = tag.split_once("charset")?.1.trim_start().strip_prefix('=')?.trim_start_matches(['"', '\'', ' ']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(value.len());
    (end > 0).then(|| value[..end].to_owned())
}
