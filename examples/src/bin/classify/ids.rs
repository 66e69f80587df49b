//! Identifiers of very many rows: kept in one piece of memory, and whether one stood before.

use std::cmp::Ordering;
use std::hash::{BuildHasher, RandomState};

/// A free slot of the table.
const FREE: u64 = u64::MAX;

/// Texts by their number, in the order in which they came.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// The hash of a text above its number, so that hardly any other text is looked at; as many
    /// slots as a power of two, half of them free.
    slots: Vec<u64>,
    hasher: RandomState,
    /// Whether some text is other than decimal digits.
    letters: bool,
}

impl Ids {
    /// Takes in a text that did not stand before, and gives its number; else the number of the
    /// one that did.
    pub(crate) fn insert(&mut self, text: &[u8]) -> Result<u32, u32> {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = self.hash(text);
        let slot = self.slot(hash, text);
        if let Some(known) = self.slots.get(slot).filter(|entry| **entry != FREE) {
            return Err(number_of(*known));
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = hash | u64::from(number);
        }
        self.letters |= !text.iter().all(u8::is_ascii_digit);
        self.bytes.extend_from_slice(text);
        self.ends.push(self.bytes.len());
        Ok(number)
    }

    /// The number of a text that stood before.
    pub(crate) fn number(&self, text: &[u8]) -> Option<u32> {
        let entry = self.slots.get(self.slot(self.hash(text), text)).copied();
        entry.filter(|entry| *entry != FREE).map(number_of)
    }

    /// The text of a number.
    pub(crate) fn text(&self, number: u32) -> &[u8] {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let start = match place.checked_sub(1) {
            Some(before) => self.ends.get(before).copied(),
            None => Some(0),
        };
        let end = self.ends.get(place).copied();
        let span = start.zip(end).map_or(0..0, |(start, end)| start..end);
        self.bytes.get(span).unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether all texts are decimal digits, and so are compared as numbers.
    pub(crate) fn are_numbers(&self) -> bool {
        !self.letters
    }

    /// Which of two texts stands first: by value where all are numbers, else by their bytes.
    pub(crate) fn compare(&self, one: u32, other: u32) -> Ordering {
        let (one, other) = (self.text(one), self.text(other));
        if self.letters {
            return one.cmp(other);
        }
        let (one_value, other_value) = (value(one), value(other));
        let by_value = one_value.len().cmp(&other_value.len());
        by_value
            .then_with(|| one_value.cmp(other_value))
            .then_with(|| one.cmp(other))
    }

    /// The hash of a text in the upper half.
    fn hash(&self, text: &[u8]) -> u64 {
        self.hasher.hash_one(text) & HASH
    }

    /// The first slot that may hold a hash.
    fn first(&self, hash: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        usize::try_from(hash >> 32).unwrap_or_default() & mask
    }

    /// The slot in which a text stands or would stand.
    fn slot(&self, hash: u64, text: &[u8]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = self.first(hash);
        while let Some(entry) = self.slots.get(slot)
            && *entry != FREE
            && (*entry & HASH != hash || self.text(number_of(*entry)) != text)
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let slots = (self.slots.len() * 2).max(1_024);
        let before = std::mem::replace(&mut self.slots, vec![FREE; slots]);
        for entry in before.into_iter().filter(|entry| *entry != FREE) {
            let mut slot = self.first(entry);
            while self.slots.get(slot).is_some_and(|entry| *entry != FREE) {
                slot = (slot + 1) & (slots - 1);
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = entry;
            }
        }
    }
}

/// The half of a slot that holds the hash.
const HASH: u64 = 0xffff_ffff_0000_0000;

/// The half of a slot that holds the number.
fn number_of(entry: u64) -> u32 {
    u32::try_from(entry & !HASH).unwrap_or(u32::MAX)
}

/// Digits without leading zeros.
fn value(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.get(zeros..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Ids;

    fn sorted(texts: &[&str]) -> Vec<String> {
        let mut ids = Ids::default();
        let mut numbers: Vec<u32> = texts
            .iter()
            .filter_map(|text| ids.insert(text.as_bytes()).ok())
            .collect();
        numbers.sort_by(|one, other| ids.compare(*one, *other));
        let text = |number| String::from_utf8_lossy(ids.text(number)).into_owned();
        numbers.into_iter().map(text).collect()
    }

    #[test]
    fn numbers_stand_by_value_and_texts_by_bytes() {
        assert_eq!(sorted(&["10", "9", "010", "0"]), ["0", "9", "010", "10"]);
        assert_eq!(sorted(&["10", "9", "a"]), ["10", "9", "a"]);
        assert_eq!(sorted(&["đ", "z", "Z"]), ["Z", "z", "đ"]);
    }

    #[test]
    fn a_text_is_taken_in_once() {
        let mut ids = Ids::default();
        for number in 0..5_000_u32 {
            assert_eq!(ids.insert(format!("m{number}").as_bytes()), Ok(number));
        }
        for number in 0..5_000_u32 {
            let text = format!("m{number}");
            assert_eq!(ids.insert(text.as_bytes()), Err(number));
            assert_eq!(ids.number(text.as_bytes()), Some(number));
            assert_eq!(ids.text(number), text.as_bytes());
        }
        assert_eq!(ids.number(b"m5000"), None);
        assert_eq!(ids.len(), 5_000);
    }
}
