//! Short lists of words, which are asked one by one: a byte of each word is looked at before it is compared, since most
//! words differ there from the text.
//!
//! Who asks for a whole list calls one function: inlined, each list would be unrolled where it stands, some 150 KB of code.

/// The words of `list` with which `text` begins, in their order.
pub(crate) fn beginnings<'l>(text: &'l str, list: &'l [&'static str]) -> impl Iterator<Item = &'static str> + 'l {
    list.iter().copied().filter(move |word| begins(text, word))
}

/// The words of `list` with which `text` ends, in their order.
pub(crate) fn endings<'l>(text: &'l str, list: &'l [&'static str]) -> impl Iterator<Item = &'static str> + 'l {
    list.iter().copied().filter(move |word| ends(text, word))
}

/// `text` behind the first word of `list` with which it begins.
#[inline(never)]
pub(crate) fn behind<'t>(text: &'t str, list: &[&str]) -> Option<&'t str> {
    list.iter().find(|word| begins(text, word)).map(|word| &text[word.len()..])
}

/// `text` before the first word of `list` with which it ends.
#[inline(never)]
pub(crate) fn before<'t>(text: &'t str, list: &[&str]) -> Option<&'t str> {
    list.iter().find(|word| ends(text, word)).map(|word| &text[..text.len() - word.len()])
}

/// Whether `text` begins with a word of `list`.
#[inline(never)]
pub(crate) fn begins_with(text: &str, list: &[&str]) -> bool {
    list.iter().any(|word| begins(text, word))
}

/// Whether `text` ends with a word of `list`.
#[inline(never)]
pub(crate) fn ends_with(text: &str, list: &[&str]) -> bool {
    list.iter().any(|word| ends(text, word))
}

/// Whether a word of `list` stands anywhere in `text`.
#[inline(never)]
pub(crate) fn holds(text: &str, list: &[&str]) -> bool {
    list.iter().any(|word| text.contains(word))
}

/// Whether `text` begins with `word`. Chinese characters differ most in their last byte.
#[inline]
pub(crate) fn begins(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    match (text, word) {
        ([_, _, a, ..], [_, _, b, ..]) => a == b && text.starts_with(word),
        _ => text.starts_with(word),
    }
}

/// Whether `text` ends with `word`.
#[inline]
fn ends(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    text.last() == word.last() && text.ends_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_they_stand() {
        let list = ["按照", "按", "×", "a", "规定"];
        for text in ["按照规定", "按", "×按", "ab", "", "照按照"] {
            assert!(beginnings(text, &list).eq(list.into_iter().filter(|word| text.starts_with(word))), "{text}");
            assert!(endings(text, &list).eq(list.into_iter().filter(|word| text.ends_with(word))), "{text}");
            assert_eq!(behind(text, &list), list.iter().find_map(|word| text.strip_prefix(word)), "{text}");
            assert_eq!(before(text, &list), list.iter().find_map(|word| text.strip_suffix(word)), "{text}");
            assert_eq!(begins_with(text, &list), list.iter().any(|word| text.starts_with(word)), "{text}");
            assert_eq!(ends_with(text, &list), list.iter().any(|word| text.ends_with(word)), "{text}");
        }
    }
}
