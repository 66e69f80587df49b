//! Maps and sorting that are compiled once for all types. A browser downloads every copy that the
//! compiler makes of a generic map or sort; these have one.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Places by text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TextMap(BTreeMap<Box<str>, u32>);

impl TextMap {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    #[inline(never)]
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        self.0.get(text).copied()
    }

    /// The place as an index.
    pub(crate) fn place(&self, text: &str) -> Option<usize> {
        self.get(text).and_then(|place| usize::try_from(place).ok())
    }

    pub(crate) fn contains(&self, text: &str) -> bool {
        self.get(text).is_some()
    }

    /// Enters a text; a text that is already there keeps its place. Says whether it is new.
    #[inline(never)]
    pub(crate) fn insert(&mut self, text: &str, place: usize) -> bool {
        if self.0.contains_key(text) {
            return false;
        }
        self.0
            .insert(text.into(), u32::try_from(place).unwrap_or(u32::MAX));
        true
    }
}

/// Sorts stably by a comparison.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order = sorted_places(items.len(), &mut |left, right| match (
        items.get(left),
        items.get(right),
    ) {
        (Some(left), Some(right)) => compare(left, right),
        _ => Ordering::Equal,
    });
    // `order[n]` says which item belongs to place n: follow each cycle of swaps once.
    for place in 0..order.len() {
        let mut from = order.get(place).copied().unwrap_or(place);
        // Items before `place` have moved: follow where this one went.
        while from < place {
            from = order.get(from).copied().unwrap_or(place);
        }
        if let Some(entry) = order.get_mut(place) {
            *entry = from;
        }
        if from != place {
            items.swap(place, from);
        }
    }
}

/// Sorts stably by a key.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |left, right| key(left).cmp(&key(right)));
}

/// The places of `count` items in sorted order: a merge sort over their numbers.
#[inline(never)]
fn sorted_places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        merged.clear();
        for run in order.chunks(width.saturating_mul(2)) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            while let (Some((first, left_rest)), Some((second, right_rest))) =
                (left.split_first(), right.split_first())
            {
                if compare(*first, *second).is_le() {
                    merged.push(*first);
                    left = left_rest;
                } else {
                    merged.push(*second);
                    right = right_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        width = width.saturating_mul(2);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_agrees_with_the_standard_library_and_is_stable() {
        let mut state = 12_345_u32;
        for count in 0..200_usize {
            let mut items: Vec<(u32, usize)> = (0..count)
                .map(|place| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, place)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut items, |(key, _)| *key);
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn a_text_keeps_its_first_place() {
        let mut map = TextMap::new();
        assert!(map.insert("a", 3));
        assert!(!map.insert("a", 4));
        assert_eq!(map.place("a"), Some(3));
        assert!(!map.contains("b"));
    }
}
