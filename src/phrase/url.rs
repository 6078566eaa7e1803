//! Web addresses: `https://www.example.gov.cn/col/1.html`, `www.example.com`, and bare domains under the usual names
//! (`zwfw.example.gov.cn/list`). They end at Han characters, blanks and full-width punctuation. Not read: e-mail
//! addresses, file names, version numbers.

use memchr::memchr_iter;

use super::Parsed;
use crate::pattern::{Looked, pattern};
use crate::span::Found;

/// A web address as written.
///
/// ```
/// use gongwen::phrase::url::Url;
/// let (rest, url) = Url::parse("https://www.example.gov.cn/a?id=1，下载").unwrap();
/// assert_eq!((url.address.as_str(), rest), ("https://www.example.gov.cn/a?id=1", "，下载"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url {
    /// As written.
    pub address: String,
}

impl Url {
    /// Reads an address at the head of `i`.
    ///
    /// # Errors
    /// Where `i` does not begin with one.
    pub fn parse(i: &str) -> Parsed<'_, Self> {
        match PATTERN.find(i).filter(|m| m.start() == 0) {
            Some(m) => {
                let address = closed(m.as_str());
                Ok((&i[address.len()..], Self { address: address.to_owned() }))
            }
            None => Err(nom::Err::Error(())),
        }
    }
}

/// Scheme or www, or a domain under a usual name; then a path.
static PATTERN: Looked = Looked::new(has_name, || {
    let path = r"(?:[/?#:][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?";
    let domain = r"[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9\-]+)*";
    let names = r"(?:(?:gov|org|edu|com|net|ac|mil)\.cn|com|cn|net|org|edu|gov)";
    let source =
        format!(r"(?:https?://|HTTPS?://|www\.|WWW\.){domain}{path}|(?-u:\b)(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+{names}(?-u:\b){path}");
    pattern(&source)
});

/// Whether a dot behind www or before a usual name stands in `text`, or a scheme.
fn has_name(text: &str) -> bool {
    const NAMES: [&[u8]; 6] = [b"com", b"cn", b"net", b"org", b"edu", b"gov"];
    let text = text.as_bytes();
    let named = |dot: usize| {
        let (before, behind) = (&text[..dot], &text[dot + 1..]);
        before.ends_with(b"www") || before.ends_with(b"WWW") || NAMES.iter().any(|name| behind.starts_with(name))
    };
    memchr_iter(b'.', text).any(named) || memchr_iter(b':', text).any(|colon| text[colon..].starts_with(b"://"))
}

/// All web addresses in `text`.
///
/// ```
/// use gongwen::phrase::url::find;
/// let found = find("登录海川市政府网（www.example.gov.cn）或zwfw.example.gov.cn/list查询");
/// let addresses: Vec<_> = found.iter().map(|f| f.value.address.as_str()).collect();
/// assert_eq!(addresses, ["www.example.gov.cn", "zwfw.example.gov.cn/list"]);
/// ```
pub fn find(text: &str) -> Vec<Found<Url>> {
    let addresses =
        PATTERN.find_iter(text).filter(|m| !text[..m.start()].ends_with(['@', '＠']) && !text[m.end()..].starts_with(['@', '＠']));
    addresses
        .map(|m| {
            let address = closed(m.as_str());
            Found { value: Url { address: address.to_owned() }, range: m.start()..m.start() + address.len() }
        })
        .collect()
}

/// `address` without the punctuation that closes the sentence or bracket around it.
fn closed(address: &str) -> &str {
    let trimmed = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    match trimmed.strip_suffix(')') {
        Some(inner) if inner.matches('(').count() <= inner.matches(')').count() => closed(inner),
        _ => trimmed,
    }
}
