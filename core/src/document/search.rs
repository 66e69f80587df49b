//! Search over documents: the question, the hits, and where they match.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::contents::{Document, short_enough};
use super::index::DocumentIndex;
use super::kind::DocumentKind;
use super::ranking::{Ranked, Reading, WORDS_MOST, asked_words, readings};
use crate::check::in_range;
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::DocumentId;
use crate::rulebook::Rules;
use crate::text::search_words;
use crate::verdict::{Basis, Verdict};

/// Most hits of one search.
pub const SEARCH_LIMIT_MOST: u32 = 100;
/// Longest text that is searched for, in characters.
pub const SEARCH_TEXT_MOST: usize = 200;
/// Most words that are searched for.
pub const SEARCH_WORDS_MOST: usize = WORDS_MOST;

/// How far a snippet reaches before its match and from there on, in characters.
const SNIPPET_BEFORE: usize = 60;
const SNIPPET_AFTER: usize = 120;

/// What is searched for.
///
/// A document is found when it has every word: in its number, kind, title, issuer, field or body.
/// Case, marks and the place of tones do not matter; the last word may be unfinished unless
/// something stands behind it. Abbreviations of kinds stand for their names and the other way
/// round: `nq 21` is `nghị quyết 21`, `QĐ` is a decision or a regulation. `số` before a number
/// does not count.
///
/// Hits come by their score, the larger first, then by date, the later first, then by identifier.
/// The score is one whole number below 2²⁷, made of steps of which each only decides where those
/// before it are equal:
///
/// 1. 2 where the words are the number, 1 where each stands in the number or is the kind, one of
///    digits in the number among them, else 0 (2 bits);
/// 2. how many words that are written with marks stand there with the same marks (6 bits);
/// 3. 2 where the words stand in a row in number or title, 1 where they do so elsewhere, else 0
///    (2 bits);
/// 4. 1 where the last word stands there as a whole, 0 where only longer ones do (1 bit);
/// 5. the sum over the words of the best place: 4 number or kind, 3 title, 2 issuer or field,
///    1 body (8 bits);
/// 6. the sum over the words of the binary logarithm, rounded down and at most 7, of how often
///    each stands there (8 bits).
///
/// Without words every document that fits is listed by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SearchInput {
    /// The words, at most 200 characters and 32 words.
    pub text: String,
    /// How many hits are wanted: 1 to 100.
    pub limit: u32,
    /// How many hits are passed over.
    #[serde(default)]
    pub offset: u32,
    /// Only documents of this kind.
    pub kind: Option<DocumentKind>,
    /// Only documents of this issuer; case and marks do not matter.
    pub issuer: Option<String>,
    /// Only documents of this field; case and marks do not matter.
    pub field: Option<String>,
    /// Only documents signed in this year.
    pub year: Option<i32>,
    /// Only documents in force on this day.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub in_force_on: Option<NaiveDate>,
}

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentPart {
    /// The number.
    Number,
    /// The title.
    Title,
    /// The issuer.
    Issuer,
    /// The field.
    Field,
    /// The body.
    Body,
}

/// A word of a document that matches, to be highlighted: whole letters with all their marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatchedPlace {
    /// The part in which it stands.
    pub part: DocumentPart,
    /// Where it starts in the part's text as the host gave it, in UTF-16 code units.
    pub start: u32,
    /// How long it is, in UTF-16 code units.
    pub length: u32,
}

/// A piece of a body around its first match; it begins and ends with a whole word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Snippet {
    /// Where it starts in the body, in UTF-16 code units.
    pub start: u32,
    /// The piece as it stands in the body.
    pub text: String,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentHit {
    /// The document.
    pub document: DocumentId,
    /// How well it fits; 0 where no words were asked for.
    pub score: u32,
    /// The words that match, in the order of the parts; of the body those within the snippet.
    pub places: Vec<MatchedPlace>,
    /// A piece of the body; absent where nothing matches in it.
    pub snippet: Option<Snippet>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentHits {
    /// How many documents fit, those that are not listed among them.
    pub total: u32,
    /// The hits that were asked for, best first.
    pub hits: Vec<DocumentHit>,
}

/// A search over documents that the question brings with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentSearchInput {
    /// The documents.
    pub documents: Vec<Document>,
    /// What is searched for.
    pub search: SearchInput,
}

impl SearchInput {
    /// A search for words alone, for the first twenty hits.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            limit: 20,
            offset: 0,
            kind: None,
            issuer: None,
            field: None,
            year: None,
            in_force_on: None,
        }
    }
}

/// Searches documents that are given with the question; a host that asks more than once keeps a
/// [`DocumentIndex`]. No rule of the book is used.
///
/// ```
/// use handbook::document::{DocumentSearchInput, document_search};
/// use handbook::json::from_json;
/// use handbook::{RuleBook, date};
///
/// let input: DocumentSearchInput = from_json("input", r#"{
///     "documents": [{"id": "a", "number": "05-HD/TW", "kind": "guide", "issuer": "Trung ương",
///                    "title": "Về sinh hoạt chi bộ", "signedOn": "2022-07-06"}],
///     "search": {"text": "huong dan 05", "limit": 10}
/// }"#)?;
/// let book = RuleBook::vietnam();
/// let found = document_search(&book.on(date(2025, 1, 1)?)?, &input)?.value;
/// assert_eq!(found.total, 1);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] as [`DocumentIndex::from_documents`] and [`DocumentIndex::search`].
pub fn document_search(
    _rules: &Rules<'_>,
    input: &DocumentSearchInput,
) -> Result<Verdict<DocumentHits>, HandbookError> {
    let index = DocumentIndex::from_documents(input.documents.clone())?;
    Ok(Verdict::new(index.search(&input.search)?, Basis::default()))
}

impl DocumentIndex {
    /// Finds documents: see [`SearchInput`] for what is found, and in which order.
    ///
    /// # Errors
    /// [`InputError`] `outOfRange` naming `limit`, and `tooLong` naming `text`.
    pub fn search(&self, input: &SearchInput) -> Result<DocumentHits, InputError> {
        in_range("limit", input.limit, 1, SEARCH_LIMIT_MOST)?;
        short_enough("text", &input.text, SEARCH_TEXT_MOST)?;
        let written = asked_words(&input.text);
        if written.len() > SEARCH_WORDS_MOST {
            return Err(InputError::new(InputCode::TooLong, "text", &input.text)
                .with_limit(SEARCH_WORDS_MOST.to_string()));
        }
        let issuer = input.issuer.as_deref().map(|name| self.group(name));
        let field = input.field.as_deref().map(|name| self.group(name));
        let entries: Vec<bool> = (0..self.entries_count())
            .map(|number| {
                self.entered(number).is_some_and(|(entry, document)| {
                    input.kind.is_none_or(|kind| kind == document.kind)
                        && input
                            .year
                            .is_none_or(|year| year == document.signed_on.year())
                        && self.fits(entry, issuer, field, input.in_force_on)
                })
            })
            .collect();
        let mut asked: Vec<Reading> = readings(written)
            .into_iter()
            .map(|words| Reading {
                words,
                terms: vec![false; self.vocabulary.len()],
            })
            .collect();
        let all = if asked.iter().all(|reading| reading.words.is_empty()) {
            listed(&entries)
        } else {
            self.matching(&mut asked, &entries)
        };
        let total = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let offset = usize::try_from(input.offset).unwrap_or(usize::MAX);
        let limit = usize::try_from(input.limit).unwrap_or(usize::MAX);
        let hits = self
            .first_ranked(all, offset.saturating_add(limit))
            .into_iter()
            .skip(offset)
            .filter_map(|ranked| self.hit(ranked, asked.get(ranked.reading)?))
            .collect();
        Ok(DocumentHits { total, hits })
    }

    fn hit(&self, ranked: Ranked, reading: &Reading) -> Option<DocumentHit> {
        let (_, document) = self.entered(ranked.entry)?;
        let matches = |word: &str| {
            let term = self.vocabulary.term(word);
            term.is_some_and(|term| reading.terms.get(term) == Some(&true))
        };
        let mut places = Vec::new();
        let parts = [
            (DocumentPart::Number, document.number.as_deref()),
            (DocumentPart::Title, Some(document.title.as_str())),
            (DocumentPart::Issuer, Some(document.issuer.as_str())),
            (DocumentPart::Field, document.field.as_deref()),
        ];
        for (part, text) in parts {
            if let Some(text) = text {
                add_places(&mut places, part, text, 0, &matches);
            }
        }
        let snippet = match (&document.body, ranked.body) {
            (Some(body), Some(first)) => snippet(body, first),
            _ => None,
        };
        if let Some(snippet) = &snippet {
            add_places(
                &mut places,
                DocumentPart::Body,
                &snippet.text,
                snippet.start,
                &matches,
            );
        }
        Some(DocumentHit {
            document: document.id.clone(),
            score: ranked.score,
            places,
            snippet,
        })
    }
}

/// Every document that fits, without words to rank by.
fn listed(entries: &[bool]) -> Vec<Ranked> {
    let fitting = entries.iter().enumerate().filter(|(_, fits)| **fits);
    fitting
        .map(|(entry, _)| Ranked {
            entry,
            score: 0,
            reading: 0,
            body: None,
        })
        .collect()
}

/// The length of a piece of a text in UTF-16 code units.
fn units(text: &str, from: usize, to: usize) -> u32 {
    let piece = text.get(from..to).unwrap_or_default();
    u32::try_from(piece.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Adds the words of a text that match; `start` is where the text starts in its part.
#[inline(never)]
fn add_places(
    places: &mut Vec<MatchedPlace>,
    part: DocumentPart,
    text: &str,
    start: u32,
    matches: &dyn Fn(&str) -> bool,
) {
    let (mut at, mut start) = (0, start);
    for word in search_words(text) {
        if matches(word.text) {
            start += units(text, at, word.start);
            at = word.start;
            places.push(MatchedPlace {
                part,
                start,
                length: units(text, word.start, word.end()),
            });
        }
    }
}

/// The piece of a body around its word number `first`.
#[inline(never)]
fn snippet(body: &str, first: usize) -> Option<Snippet> {
    // A word takes at least one character.
    let passed = first.saturating_sub(SNIPPET_BEFORE);
    let words: Vec<_> = search_words(body)
        .skip(passed)
        .take(first - passed + 1 + SNIPPET_AFTER)
        .collect();
    let (before, after) = words.split_at_checked(first - passed)?;
    let matched = after.first()?;
    let within = |from: usize, to: usize, most: usize| {
        let piece = body.get(from..to).unwrap_or_default();
        piece.len() <= most || piece.chars().count() <= most
    };
    let start = before
        .iter()
        .rev()
        .take_while(|word| within(word.start, matched.start, SNIPPET_BEFORE))
        .last()
        .unwrap_or(matched)
        .start;
    let end = after
        .iter()
        .skip(1)
        .take_while(|word| within(matched.start, word.end(), SNIPPET_AFTER))
        .last()
        .unwrap_or(matched)
        .end();
    Some(Snippet {
        start: units(body, 0, start),
        text: body.get(start..end)?.to_owned(),
    })
}
