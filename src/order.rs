//! Putting things into the order of the text.
//!
//! Every closure that the standard sorts are given makes another copy of them, some ten kilobytes of program. Here the keys
//! are sorted, by one copy for all, and the things are put where their keys went.

/// Sorts `items` by where they stand and, of those at one place, by the second number; equals keep their order.
pub(crate) fn by<T>(items: &mut [T], key: impl Fn(&T) -> (usize, usize)) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut places = places(items.iter().map(key).collect());
    for n in 0..items.len() {
        while places[n] != n {
            let place = places[n];
            items.swap(n, place);
            places.swap(n, place);
        }
    }
}

/// Where each of `keys` stands when they are sorted.
fn places(keys: Vec<(usize, usize)>) -> Vec<usize> {
    let mut order: Vec<_> = keys.into_iter().zip(0..).collect();
    order.sort_unstable();
    let mut places = vec![0; order.len()];
    for (place, (_, n)) in order.into_iter().enumerate() {
        places[n] = place;
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_sort_does(mut items in prop::collection::vec((0usize..8, 0usize..3, 0u32..), 0..60)) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| (item.0, item.1));
            super::by(&mut items, |item| (item.0, item.1));
            prop_assert_eq!(items, sorted);
        }
    }
}
