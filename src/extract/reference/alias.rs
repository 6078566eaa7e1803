//! Where short forms of titles stand without 《》, found in one pass over the text for all of them: 义务教育法 after
//! 以下简称义务教育法.

use std::{collections::HashMap, ops::Range};

use crate::order;

/// Characters of a short form that is no common word.
const SHORTEST: usize = 3;

/// Where each of the `aliases`, which stand there in `text`, comes again behind its place. Where one is given to several titles it
/// stands for the one to which it was given last.
pub(super) fn places(text: &str, aliases: &[Option<Range<usize>>]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); aliases.len()];
    // where each word is given, and to which title; the lengths of those with the same head
    let mut given: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    let mut lengths: HashMap<&str, Vec<usize>> = HashMap::new();
    // most characters begin none
    let mut first = [false; PLACES];
    for (n, range) in aliases.iter().enumerate().filter_map(|(n, range)| Some((n, range.clone()?))) {
        let word = &text[range.clone()];
        let Some(head) = head(word) else { continue };
        given.entry(word).or_default().push((range.end, n));
        let known = lengths.entry(head).or_default();
        if !known.contains(&word.len()) {
            known.push(word.len());
        }
        word.chars().take(1).for_each(|c| first[c as usize % PLACES] = true);
    }
    given.values_mut().for_each(|places| order::by(places, |place| *place));
    let Some(from) = given.values().map(|places| places[0].0).min() else { return found };
    for at in text[from..].char_indices().filter(|(_, c)| first[*c as usize % PLACES]).map(|(at, _)| from + at) {
        for length in head(&text[at..]).and_then(|head| lengths.get(head)).into_iter().flatten() {
            let Some(places) = text.get(at..at + length).and_then(|word| given.get(word)) else { continue };
            let before = places.partition_point(|(end, _)| *end <= at);
            if let Some((_, n)) = before.checked_sub(1).map(|last| places[last]) {
                found[n].push(at);
            }
        }
    }
    found
}

/// Places for first characters: hardly two of those that are looked for share one.
const PLACES: usize = 1 << 12;

/// The first characters of `text`, as many as the shortest short form has.
fn head(text: &str) -> Option<&str> {
    let (at, last) = text.char_indices().nth(SHORTEST - 1)?;
    Some(&text[..at + last.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_come_again() {
        let text = "教育法，义务教育法，养护法，简称，教育法和义务教育法，养护法，简称，养护法";
        let at = |word: &str, nth: usize| text.match_indices(word).nth(nth).map(|(at, _)| at).unwrap();
        let given = |word: &str, nth: usize| Some(at(word, nth)..at(word, nth) + word.len());
        let aliases = [given("教育法", 0), given("义务教育法", 0), None, given("养护法", 0), given("简称", 0), given("养护法", 1)];
        let found = places(text, &aliases);
        assert_eq!(found[0], [at("教育法", 1), at("教育法", 2), at("教育法", 3)]);
        assert_eq!(
            (&found[1][..], &found[3][..], &found[5][..]),
            (&[at("义务教育法", 1)][..], &[at("养护法", 1)][..], &[at("养护法", 2)][..])
        );
        assert!(found[2].is_empty() && found[4].is_empty());
    }

    #[test]
    fn all_of_many_are_found() {
        let mut text = String::new();
        let aliases: Vec<_> = (100..400)
            .map(|n| {
                text += &format!("简称{n}号令，");
                Some(text.len() - format!("{n}号令，").len()..text.len() - "，".len())
            })
            .collect();
        let again = text.clone() + &text;
        assert!(places(&again, &aliases).iter().all(|places| places.len() == 1));
    }
}
