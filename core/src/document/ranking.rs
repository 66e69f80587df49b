//! Which documents have the words that are asked for, and how well.
//!
//! Everything is a merge of sorted lists: the places of each word, the documents that have every
//! word so far, and the places where the words so far stand in a row.

use std::cmp::Ordering;

use super::index::{BODY_FROM, DocumentIndex, Entry, ISSUER_FROM, KIND_FROM, TITLE_FROM};
use super::kind::DocumentKind;
use super::vocabulary::AskedWord;
use crate::compact::sort_by;
use crate::text::{fold, search_words};

/// Most words of a question.
pub(super) const WORDS_MOST: usize = 32;

/// Most that the repetitions of one word count.
const REPEATED_MOST: u32 = 7;

/// A place of a word that is asked for, so that places sort as numbers: the entry, the position,
/// and in the two lowest bits whether it is spelled as asked and whether it is the whole word.
type Found = u64;

const WHOLE: Found = 1;
const SPELLED: Found = 2;

fn found(entry: u32, position: u32, flags: Found) -> Found {
    u64::from(entry) << 32 | u64::from(position) << 2 | flags
}

fn entry_of(found: Found) -> u32 {
    u32::try_from(found >> 32).unwrap_or_default()
}

fn position_of(found: Found) -> u32 {
    u32::try_from(found >> 2 & 0x3fff_ffff).unwrap_or_default()
}

/// A document that has every word so far.
#[derive(Debug, Clone)]
struct Candidate {
    entry: u32,
    /// Words of the question, written with marks, that stand there with the same marks.
    spelled: u32,
    /// Sum of the weights of the best place of each word.
    places: u32,
    /// Sum of what repetitions count.
    repeated: u32,
    /// Whether the last word stands there as a whole.
    whole: bool,
    /// Whether every word stands in the number or is the kind.
    in_number: bool,
    /// Whether a word of digits stands in the number.
    digits: bool,
    /// Whether the words are the number.
    is_number: bool,
    /// 2 where the words stand in a row in number or title, 1 where they do so elsewhere.
    row: u32,
    /// Where in the body the first word stands, or the first row.
    body: Option<u32>,
}

/// A document with its score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    pub(super) entry: usize,
    pub(super) score: u32,
    /// The reading of the question by which it was found.
    pub(super) reading: usize,
    /// Where in the body the first match is, counted in words.
    pub(super) body: Option<usize>,
}

/// One reading of a question: as it was written, with abbreviations spelled out, or with names
/// abbreviated.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) words: Vec<AskedWord>,
    /// The spellings that the words stand for.
    pub(super) terms: Vec<bool>,
}

/// The words of a question; the last one is open unless something stands behind it.
pub(super) fn asked_words(text: &str) -> Vec<AskedWord> {
    search_words(text)
        .map(|word| AskedWord::new(word.text, word.end() == text.len()))
        .collect()
}

/// The readings of a question, the one that was written first.
pub(super) fn readings(written: Vec<AskedWord>) -> Vec<Vec<AskedWord>> {
    let kinds = DocumentKind::ABBREVIATED;
    let mut others = kinds;
    others.reverse();
    let mut all = vec![
        spelled_out(&written, &kinds),
        spelled_out(&written, &others),
        abbreviated(&written, &kinds),
    ];
    all.insert(0, written);
    let mut kept: Vec<Vec<AskedWord>> = Vec::new();
    for reading in all {
        if reading.len() <= WORDS_MOST && !kept.contains(&reading) {
            kept.push(reading);
        }
    }
    kept
}

/// Names in place of abbreviations; the first kind counts where several have one.
fn spelled_out(written: &[AskedWord], kinds: &[DocumentKind]) -> Vec<AskedWord> {
    let mut words = Vec::new();
    for word in written {
        let kind = kinds
            .iter()
            .find(|kind| fold(kind.abbreviation()) == word.folded);
        match kind {
            Some(kind) => words.extend(name_words(*kind)),
            None => words.push(word.clone()),
        }
    }
    words
}

/// Abbreviations in place of names.
fn abbreviated(written: &[AskedWord], kinds: &[DocumentKind]) -> Vec<AskedWord> {
    let mut words = Vec::new();
    let mut rest = written;
    while let Some((word, after)) = rest.split_first() {
        let named = kinds.iter().find_map(|kind| {
            let name = name_words(*kind);
            let (first, behind) = rest.split_at_checked(name.len())?;
            let same = first.iter().map(|word| &word.folded);
            same.eq(name.iter().map(|word| &word.folded))
                .then_some((kind.abbreviation(), behind))
        });
        if let Some((abbreviation, behind)) = named {
            words.push(AskedWord::unmarked(abbreviation));
            rest = behind;
        } else {
            words.push(word.clone());
            rest = after;
        }
    }
    words
}

fn name_words(kind: DocumentKind) -> Vec<AskedWord> {
    search_words(kind.searched_name())
        .map(|word| AskedWord::unmarked(word.text))
        .collect()
}

/// What a place is worth.
fn weight(position: u32) -> u32 {
    match position {
        0..TITLE_FROM => 4,
        TITLE_FROM..ISSUER_FROM => 3,
        ISSUER_FROM..BODY_FROM => 2,
        BODY_FROM.. => 1,
    }
}

impl Candidate {
    fn new(entry: u32) -> Self {
        Self {
            entry,
            spelled: 0,
            places: 0,
            repeated: 0,
            whole: false,
            in_number: true,
            digits: false,
            is_number: false,
            row: 0,
            body: None,
        }
    }

    /// Counts the places of one more word, all of this document.
    fn count(&mut self, places: &[Found], word: &AskedWord) {
        let mut best = 0;
        let mut spelled = false;
        let mut in_number = false;
        self.whole = false;
        for place in places {
            let position = position_of(*place);
            let whole = place & WHOLE != 0;
            best = best.max(weight(position));
            spelled |= place & SPELLED != 0;
            self.whole |= whole;
            in_number |= whole && position < TITLE_FROM;
            self.digits |= whole && position < KIND_FROM && word.is_number();
            if position >= BODY_FROM && self.body.is_none_or(|first| position < first) {
                self.body = Some(position);
            }
        }
        self.places += best;
        self.spelled += u32::from(spelled && word.marked);
        self.in_number &= in_number;
        let times = u32::try_from(places.len()).unwrap_or(u32::MAX);
        self.repeated += times.checked_ilog2().unwrap_or_default().min(REPEATED_MOST);
    }

    /// Counts the rows of all words, by the places of their last one.
    fn count_rows(&mut self, ends: &[Found], words: u32, entry: &Entry) {
        let mut in_body = None;
        for end in ends {
            let position = position_of(*end);
            let first = position.saturating_sub(words - 1);
            let head = position < KIND_FROM || (TITLE_FROM..ISSUER_FROM).contains(&position);
            self.row = self.row.max(1 + u32::from(head));
            let number_words = u32::try_from(entry.number_words).unwrap_or(u32::MAX);
            self.is_number |=
                position < KIND_FROM && end & WHOLE != 0 && number_words == words && first == 0;
            if position >= BODY_FROM {
                in_body = in_body.or(Some(first));
            }
        }
        self.body = in_body.or(self.body);
    }

    /// The steps of the rank in one number: see [`SearchInput`](super::SearchInput).
    fn score(&self) -> u32 {
        let number = match (self.is_number, self.in_number && self.digits) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => 0,
        };
        let steps = [
            (number, 2),
            (self.spelled, 6),
            (self.row, 2),
            (u32::from(self.whole), 1),
            (self.places, 8),
            (self.repeated, 8),
        ];
        steps
            .into_iter()
            .fold(0, |score, (step, bits)| score << bits | step)
    }
}

/// Both lists in one, sorted.
fn merged(left: &[Found], right: &[Found]) -> Vec<Found> {
    let mut all = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left, right);
    while let (Some((one, left_rest)), Some((other, right_rest))) =
        (left.split_first(), right.split_first())
    {
        if one <= other {
            all.push(*one);
            left = left_rest;
        } else {
            all.push(*other);
            right = right_rest;
        }
    }
    all.extend_from_slice(left);
    all.extend_from_slice(right);
    all
}

/// The places that follow directly on one of the rows so far.
fn following(rows: &[Found], places: &[Found]) -> Vec<Found> {
    let mut ends = Vec::new();
    let mut rows = rows.iter();
    let mut row = rows.next();
    for place in places {
        // Without the flags one position is one.
        let next = |row: &Found| (row >> 2) + 1;
        while row.is_some_and(|row| next(row) < place >> 2) {
            row = rows.next();
        }
        if row.is_some_and(|row| next(row) == place >> 2) {
            ends.push(*place);
        }
    }
    ends
}

/// The places of the first entry in the list, and those behind.
fn first_entry(places: &[Found]) -> Option<(u32, &[Found], &[Found])> {
    let entry = entry_of(*places.first()?);
    let others = |place: &Found| entry_of(*place) != entry;
    let count = places.iter().position(others).unwrap_or(places.len());
    let (own, behind) = places.split_at_checked(count)?;
    Some((entry, own, behind))
}

impl DocumentIndex {
    /// The places of a word in the entries that are asked for, sorted.
    #[inline(never)]
    fn places(&self, word: &AskedWord, entries: &[bool], terms: &mut [bool]) -> Vec<Found> {
        let mut lists: Vec<Vec<Found>> = Vec::new();
        self.vocabulary.find(word, &mut |number, likeness, places| {
            if let Some(term) = terms.get_mut(number) {
                *term = true;
            }
            let flags =
                if likeness.whole { WHOLE } else { 0 } | if likeness.spelled { SPELLED } else { 0 };
            let mut list = Vec::new();
            for place in places {
                let entry = usize::try_from(place.entry).unwrap_or(usize::MAX);
                if entries.get(entry) == Some(&true) {
                    list.push(found(place.entry, place.position, flags));
                }
            }
            if !list.is_empty() {
                lists.push(list);
            }
        });
        while lists.len() > 1 {
            lists = lists
                .chunks(2)
                .map(|pair| match pair {
                    [left, right] => merged(left, right),
                    alone => alone.concat(),
                })
                .collect();
        }
        lists.pop().unwrap_or_default()
    }

    /// The documents that have every word of a reading, in the order of their entries.
    #[inline(never)]
    fn candidates(&self, reading: &mut Reading, entries: &[bool]) -> Vec<Candidate> {
        let mut entries = entries.to_vec();
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut rows: Vec<Found> = Vec::new();
        for (number, word) in reading.words.iter().enumerate() {
            let places = self.places(word, &entries, &mut reading.terms);
            let mut earlier = candidates.into_iter();
            candidates = Vec::new();
            let mut rest = places.as_slice();
            while let Some((entry, own, behind)) = first_entry(rest) {
                rest = behind;
                let candidate = if number == 0 {
                    Some(Candidate::new(entry))
                } else {
                    earlier.find(|candidate| candidate.entry == entry)
                };
                if let Some(mut candidate) = candidate {
                    candidate.count(own, word);
                    candidates.push(candidate);
                }
            }
            entries.fill(false);
            for candidate in &candidates {
                let entry = usize::try_from(candidate.entry).unwrap_or(usize::MAX);
                if let Some(entry) = entries.get_mut(entry) {
                    *entry = true;
                }
            }
            rows = if number == 0 {
                places
            } else {
                following(&rows, &places)
            };
        }
        let words = u32::try_from(reading.words.len()).unwrap_or(u32::MAX);
        let mut rest = rows.as_slice();
        let mut later = candidates.iter_mut();
        while let Some((number, own, behind)) = first_entry(rest) {
            rest = behind;
            let candidate = later.find(|candidate| candidate.entry == number);
            let entry = usize::try_from(number).unwrap_or(usize::MAX);
            if let (Some(candidate), Some((entry, _))) = (candidate, self.entered(entry)) {
                candidate.count_rows(own, words, entry);
            }
        }
        candidates
    }

    /// The documents that have every word of any reading, each by its best one, in the order of
    /// their entries.
    #[inline(never)]
    pub(super) fn matching(&self, readings: &mut [Reading], entries: &[bool]) -> Vec<Ranked> {
        let mut best: Vec<Option<Ranked>> = vec![None; entries.len()];
        for (number, reading) in readings.iter_mut().enumerate() {
            for candidate in self.candidates(reading, entries) {
                let entry = usize::try_from(candidate.entry).unwrap_or(usize::MAX);
                let score = candidate.score();
                let Some(best) = best.get_mut(entry) else {
                    continue;
                };
                if best.is_none_or(|best| score > best.score) {
                    let body = candidate
                        .body
                        .and_then(|body| usize::try_from(body.saturating_sub(BODY_FROM)).ok());
                    *best = Some(Ranked {
                        entry,
                        score,
                        reading: number,
                        body,
                    });
                }
            }
        }
        best.into_iter().flatten().collect()
    }

    /// Best first; among equals the newest, then by identifier.
    fn rank(&self, left: &Ranked, right: &Ranked) -> Ordering {
        right.score.cmp(&left.score).then_with(|| {
            match (self.entered(left.entry), self.entered(right.entry)) {
                (Some((_, left)), Some((_, right))) => right
                    .signed_on
                    .cmp(&left.signed_on)
                    .then_with(|| left.id.cmp(&right.id)),
                _ => Ordering::Equal,
            }
        })
    }

    /// The first ones in rank order.
    #[inline(never)]
    pub(super) fn first_ranked(&self, all: Vec<Ranked>, count: usize) -> Vec<Ranked> {
        let mut first: Vec<Ranked> = Vec::new();
        let most = count.saturating_mul(2).saturating_add(256);
        for ranked in all {
            if first.len() >= most {
                sort_by(&mut first, |left, right| self.rank(left, right));
                first.truncate(count);
            }
            first.push(ranked);
        }
        sort_by(&mut first, |left, right| self.rank(left, right));
        first.truncate(count);
        first
    }
}
