//! Maps and sorting that are compiled once for all types. A browser downloads every copy that the
//! compiler makes of a generic map or sort; these have one.

use std::cmp::{Ordering, Reverse};

/// No entry.
const NONE: u32 = u32::MAX;

/// Marks the reference of an entry; without it, it is the reference of a fork.
const ENTRY: u32 = 1 << 31;

/// A text of the map with its place.
#[derive(Debug, Clone, Copy)]
struct Entry {
    from: u32,
    length: u32,
    /// `NONE` where the text was taken out.
    place: u32,
}

/// Where the texts below part: the first symbol that is not the same in all of them, and its
/// highest bit that is not.
#[derive(Debug, Clone, Copy)]
struct Fork {
    at: u32,
    bit: u32,
    next: [u32; 2],
}

/// Places by text.
///
/// A table of short trees that fork on bits. A tree is no deeper than a text is long, so that
/// nobody can choose texts that make the table slow, whatever they share.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextMap {
    texts: String,
    entries: Vec<Entry>,
    forks: Vec<Fork>,
    /// As many as a power of two; each the entry or fork at the top of a tree.
    roots: Vec<u32>,
}

impl PartialEq for TextMap {
    fn eq(&self, other: &Self) -> bool {
        let within = |left: &Self, right: &Self| {
            let mut entries = left.entries.iter().filter(|entry| entry.place != NONE);
            entries.all(|entry| right.get(left.text(*entry)) == Some(entry.place))
        };
        within(self, other) && within(other, self)
    }
}

impl Eq for TextMap {}

/// A byte of a text as a symbol; behind the end stands one that no byte is.
fn symbol(text: &[u8], at: u32) -> u32 {
    text.get(index(at))
        .map_or(0, |byte| 0x100 | u32::from(*byte))
}

fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NONE)
}

/// Spreads texts over the trees.
fn spread(text: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = 0_u64;
    for piece in text.chunks(8) {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(piece) {
            *to = *from;
        }
        state = (state.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(ODD);
    }
    state >> 32
}

impl Fork {
    fn side(&self, text: &[u8]) -> usize {
        usize::from(symbol(text, self.at) & self.bit != 0)
    }
}

impl TextMap {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    fn text(&self, entry: Entry) -> &str {
        let from = index(entry.from);
        self.texts
            .get(from..from.saturating_add(index(entry.length)))
            .unwrap_or_default()
    }

    /// The tree of a text.
    fn tree(&self, text: &str) -> usize {
        let trees = u64::try_from(self.roots.len()).unwrap_or_default();
        let tree = spread(text.as_bytes()) & trees.saturating_sub(1);
        usize::try_from(tree).unwrap_or_default()
    }

    /// The entry that a text has or would stand beside.
    fn nearest(&self, tree: usize, text: &str) -> Option<(u32, Entry)> {
        let mut here = self.roots.get(tree).copied()?;
        while let Some(fork) = self.forks.get(index(here)) {
            here = fork.next.get(fork.side(text.as_bytes())).copied()?;
        }
        let entry = here & !ENTRY;
        Some((entry, self.entries.get(index(entry)).copied()?))
    }

    #[inline(never)]
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        let (_, entry) = self.nearest(self.tree(text), text)?;
        (entry.place != NONE && self.text(entry) == text).then_some(entry.place)
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
        if self.entries.len() >= self.roots.len() {
            self.grow();
        }
        let tree = self.tree(text);
        if let Some((nearest, entry)) = self.nearest(tree, text)
            && self.text(entry) == text
        {
            let removed = entry.place == NONE;
            if let Some(entry) = self.entries.get_mut(index(nearest)).filter(|_| removed) {
                entry.place = short(place);
            }
            return removed;
        }
        let number = self.entries.len();
        let from = short(self.texts.len());
        self.texts.push_str(text);
        self.entries.push(Entry {
            from,
            length: short(text.len()),
            place: short(place),
        });
        self.plant(number);
        true
    }

    /// More trees, with every entry in its own.
    fn grow(&mut self) {
        let trees = self.roots.len().saturating_mul(2).max(8);
        self.roots.clear();
        self.roots.resize(trees, NONE);
        self.forks.clear();
        for number in 0..self.entries.len() {
            self.plant(number);
        }
    }

    /// Puts an entry into its tree, which does not have its text.
    fn plant(&mut self, number: usize) {
        let Some(entry) = self.entries.get(number).copied() else {
            return;
        };
        let reference = short(number) | ENTRY;
        let text = self.text(entry);
        let tree = self.tree(text);
        let Some((_, beside)) = self.nearest(tree, text) else {
            self.point(tree, None, reference);
            return;
        };
        let bytes = text.as_bytes();
        let known = self.text(beside).as_bytes();
        let same = bytes
            .iter()
            .zip(known)
            .take_while(|(one, other)| one == other);
        let at = short(same.count());
        let differing = symbol(bytes, at) ^ symbol(known, at);
        let mut fork = Fork {
            at,
            bit: 1 << differing.checked_ilog2().unwrap_or_default(),
            next: [reference; 2],
        };
        let side = fork.side(bytes);
        let (above, below) = self.way_down(tree, text, |known| {
            (known.at, Reverse(known.bit)) > (fork.at, Reverse(fork.bit))
        });
        if let Some(other) = fork.next.get_mut(1 - side) {
            *other = below;
        }
        let forked = short(self.forks.len());
        self.forks.push(fork);
        self.point(tree, above, forked);
    }

    /// The way of a text down its tree, as far as a fork: the side of the fork above, where there
    /// is one, and what is reached.
    fn way_down(
        &self,
        tree: usize,
        text: &str,
        stops: impl Fn(&Fork) -> bool,
    ) -> (Option<(u32, usize)>, u32) {
        let mut above = None;
        let mut here = self.roots.get(tree).copied().unwrap_or(NONE);
        while let Some(fork) = self.forks.get(index(here)).filter(|fork| !stops(fork)) {
            let side = fork.side(text.as_bytes());
            above = Some((here, side));
            here = fork.next.get(side).copied().unwrap_or(NONE);
        }
        (above, here)
    }

    /// Lets one side of a fork, or the top of a tree, point somewhere.
    fn point(&mut self, tree: usize, above: Option<(u32, usize)>, to: u32) {
        let reference = match above {
            None => self.roots.get_mut(tree),
            Some((fork, side)) => {
                let fork = self.forks.get_mut(index(fork));
                fork.and_then(|fork| fork.next.get_mut(side))
            }
        };
        if let Some(reference) = reference {
            *reference = to;
        }
    }

    /// Takes a text out. Only the newest text gives back what it took.
    #[inline(never)]
    pub(crate) fn remove(&mut self, text: &str) {
        let tree = self.tree(text);
        let Some((number, entry)) = self.nearest(tree, text) else {
            return;
        };
        if self.text(entry) != text {
            return;
        }
        if index(number) + 1 < self.entries.len() {
            if let Some(entry) = self.entries.get_mut(index(number)) {
                entry.place = NONE;
            }
            return;
        }
        self.entries.pop();
        self.texts.truncate(index(entry.from));
        if self.roots.get(tree) == Some(&(number | ENTRY)) {
            self.point(tree, None, NONE);
            return;
        }
        // The newest fork is the one above the newest entry: what is beside it takes its place.
        let Some(newest) = self.forks.last().copied() else {
            return;
        };
        let (above, _) = self.way_down(tree, text, |fork| {
            (fork.at, fork.bit) == (newest.at, newest.bit)
        });
        let beside = newest.next.get(1 - newest.side(text.as_bytes())).copied();
        self.point(tree, above, beside.unwrap_or(NONE));
        self.forks.pop();
    }

    /// Bytes of the texts and their entries, without what the allocator adds.
    pub(crate) fn bytes(&self) -> usize {
        self.texts.capacity()
            + self.roots.capacity() * size_of::<u32>()
            + self.entries.capacity() * size_of::<Entry>()
            + self.forks.capacity() * size_of::<Fork>()
    }
}

/// Puts what an iterator gives into a list.
pub(crate) trait Gather: Iterator {
    /// A list of everything that is left, put in one by one. `collect` plans ahead for the length,
    /// which is three functions more for each kind of iterator.
    fn gather(self) -> Vec<Self::Item>;
}

impl<I: Iterator> Gather for I {
    fn gather(self) -> Vec<I::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

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
    fn texts_agree_with_an_ordered_map_of_the_standard_library() {
        let mut state = 37_u32;
        let mut dice = |limit: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % limit
        };
        let letters = ['0', '1', '2', 'a', 'ê', 'ế', '\0', '\u{ffff}'];
        for _ in 0..300 {
            let mut map = TextMap::new();
            let mut expected = std::collections::BTreeMap::new();
            let mut newest: Vec<String> = Vec::new();
            for place in 0..dice(120) {
                let length = dice(4);
                let text: String = (0..length).map(|_| letters[dice(8) as usize]).collect();
                match dice(6) {
                    0 => {
                        map.remove(&text);
                        expected.remove(&text);
                    }
                    1 => {
                        if let Some(text) = newest.pop() {
                            map.remove(&text);
                            expected.remove(&text);
                        }
                    }
                    _ => {
                        let new = !expected.contains_key(&text);
                        expected.entry(text.clone()).or_insert(place);
                        assert_eq!(map.insert(&text, place as usize), new);
                        newest.push(text);
                    }
                }
                for (text, place) in &expected {
                    assert_eq!(map.get(text), Some(*place));
                }
                let text: String = (0..length).map(|_| letters[dice(8) as usize]).collect();
                assert_eq!(map.get(&text), expected.get(&text).copied());
            }
            let mut other = TextMap::new();
            for (text, place) in expected.iter().rev() {
                other.insert(text, *place as usize);
            }
            assert_eq!(map, other);
            other.insert("another", 0);
            assert_ne!(map, other);
        }
    }

    #[test]
    fn the_newest_texts_give_back_what_they_took() {
        let mut map = TextMap::new();
        for (place, text) in ["", "14716", "14716@start", "1", "147"]
            .into_iter()
            .enumerate()
        {
            map.insert(text, place);
        }
        let (texts, forks) = (map.texts.len(), map.forks.len());
        map.insert("14713", 5);
        map.insert("2", 6);
        map.remove("2");
        map.remove("14713");
        assert_eq!((map.texts.len(), map.forks.len()), (texts, forks));
        assert_eq!(map.place("14716@start"), Some(2));
        for text in ["147", "1", "14716@start", "14716", ""] {
            assert!(map.contains(text));
            map.remove(text);
            assert!(!map.contains(text));
        }
        assert_eq!((map.texts.len(), map.forks.len()), (0, 0));
        assert!(map.roots.iter().all(|root| *root == NONE));
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
