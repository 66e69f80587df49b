//! Maps and sorting that are compiled once for all types. A browser downloads every copy that the
//! compiler makes of a generic map or sort; these have one.

use std::cmp::Ordering;

/// Most entries of a block of a [`TextMap`].
const BLOCK_MOST: usize = 256;

/// Places by text: sorted entries in sorted blocks.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextMap(Vec<Vec<Entry>>);

type Entry = (Box<str>, u32);

impl TextMap {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The block and the place in it where a text stands, or else would stand.
    #[inline(never)]
    fn find(&self, text: &str) -> (usize, Result<usize, usize>) {
        let starts_by = |block: &Vec<Entry>| block.first().is_some_and(|entry| *entry.0 <= *text);
        let block = self.0.partition_point(starts_by).saturating_sub(1);
        let entries = self.0.get(block).map_or(&[][..], Vec::as_slice);
        (
            block,
            entries.binary_search_by(|entry| (*entry.0).cmp(text)),
        )
    }

    #[inline(never)]
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        let (block, found) = self.find(text);
        self.0.get(block)?.get(found.ok()?).map(|entry| entry.1)
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
        let (block, Err(at)) = self.find(text) else {
            return false;
        };
        if self.0.is_empty() {
            self.0.push(Vec::new());
        }
        let Some(entries) = self.0.get_mut(block) else {
            return false;
        };
        entries.insert(at, (text.into(), u32::try_from(place).unwrap_or(u32::MAX)));
        if entries.len() > BLOCK_MOST {
            let upper = entries.split_off(BLOCK_MOST / 2);
            self.0.insert(block + 1, upper);
        }
        true
    }

    /// Takes a text out.
    #[inline(never)]
    pub(crate) fn remove(&mut self, text: &str) {
        if let (block, Ok(at)) = self.find(text)
            && let Some(entries) = self.0.get_mut(block)
        {
            entries.remove(at);
            if entries.is_empty() {
                self.0.remove(block);
            }
        }
    }

    /// Bytes of the texts and their entries, without what the allocator adds.
    pub(crate) fn bytes(&self) -> usize {
        let texts: usize = self.entries().map(|entry| entry.0.len()).sum();
        let blocks = self.0.iter();
        texts
            + blocks
                .map(|block| block.capacity() * size_of::<Entry>())
                .sum::<usize>()
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter().flatten()
    }
}

impl PartialEq for TextMap {
    fn eq(&self, other: &Self) -> bool {
        self.entries().eq(other.entries())
    }
}

impl Eq for TextMap {}

/// Sorts stably by a comparison.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let swaps = sorting_swaps(items.len(), &mut |left, right| match (
        items.get(left),
        items.get(right),
    ) {
        (Some(left), Some(right)) => compare(left, right),
        _ => Ordering::Equal,
    });
    for (place, from) in swaps.into_iter().enumerate() {
        items.swap(place, from);
    }
}

/// Sorts stably by a key.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |left, right| key(left).cmp(&key(right)));
}

/// The swaps that sort `count` items: for each place in turn, the place to swap it with.
#[inline(never)]
fn sorting_swaps(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order = sorted_places(count, compare);
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
    }
    order
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

    #[test]
    fn a_map_of_many_texts_is_the_one_of_the_standard_library() {
        let mut state = 7_u32;
        let mut map = TextMap::new();
        let mut known = std::collections::BTreeMap::new();
        for place in 0..5_000_usize {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let text = (state >> 20).to_string();
            assert_eq!(map.get(&text), known.get(&text).copied());
            assert_eq!(map.insert(&text, place), !known.contains_key(&text));
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            known.entry(text).or_insert(place);
        }
        let entries = map.entries().map(|entry| (entry.0.to_string(), entry.1));
        assert!(entries.eq(known));
    }

    #[test]
    fn maps_of_the_same_entries_are_equal_whatever_their_order() {
        let texts: Vec<String> = (0..1_000_usize).map(|place| place.to_string()).collect();
        let (mut forward, mut backward) = (TextMap::new(), TextMap::new());
        for (place, text) in texts.iter().enumerate() {
            forward.insert(text, place);
        }
        for (place, text) in texts.iter().enumerate().rev() {
            backward.insert(text, place);
        }
        assert_eq!(forward, backward);
    }
}
