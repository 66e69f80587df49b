//! Documents held together, ready to be searched.

use chrono::NaiveDate;

use super::contents::Document;
use super::status::DocumentStatus;
use super::vocabulary::{Place, Vocabulary};
use crate::compact::TextMap;
use crate::error::{InputCode, InputError};
use crate::identifier::DocumentId;
use crate::text::{fold, search_words};

/// Entries of removed documents that are kept before the words are entered anew.
const REMOVED_MOST: usize = 64;

/// The first positions of each part of a document. A gap parts the longest one from the next, so
/// that no row of words runs from one part into another.
pub(super) const KIND_FROM: u32 = 128;
const ABBREVIATION_FROM: u32 = 160;
pub(super) const TITLE_FROM: u32 = 192;
pub(super) const ISSUER_FROM: u32 = 1_024;
pub(super) const FIELD_FROM: u32 = 1_536;
pub(super) const BODY_FROM: u32 = 2_048;

/// What one identifier stands for.
#[derive(Debug, Clone, Default)]
struct Slot {
    /// Absent for one that is named as replaced and not held.
    document: Option<Document>,
    entry: usize,
    /// The slots of those that replace it.
    replaced_by: Vec<usize>,
}

/// A document as it was entered; a newer one for the same slot takes its place.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    slot: usize,
    /// Issuer and field by their folded names.
    issuer: usize,
    field: usize,
    /// How many words the number has.
    pub(super) number_words: usize,
}

/// Documents with an index of their words: finds them by number, title, issuer, field and body,
/// with or without accents, and says which are in force.
///
/// It is kept up document by document, and equals another index that holds the same documents.
///
/// ```
/// use handbook::document::{DocumentIndex, SearchInput};
/// use handbook::json::from_json;
///
/// let index = DocumentIndex::from_documents(from_json("documents", r#"[
///     {"id": "a", "number": "21-NQ/TW", "kind": "resolution", "issuer": "Trung ương",
///      "title": "Về tăng cường củng cố tổ chức cơ sở đảng", "signedOn": "2022-06-16"}
/// ]"#)?)?;
/// for text in ["nghị quyết 21", "nghi quyet 21", "21-NQ/TW", "nq21", "to chuc co so"] {
///     let hits = index.search(&SearchInput::of(text))?;
///     assert_eq!(hits.total, 1, "{text}");
/// }
/// # Ok::<(), handbook::HandbookError>(())
/// ```
#[derive(Clone, Default)]
pub struct DocumentIndex {
    ids: TextMap,
    slots: Vec<Slot>,
    entries: Vec<Entry>,
    pub(super) vocabulary: Vocabulary,
    groups: TextMap,
    groups_count: usize,
    held: usize,
}

impl PartialEq for DocumentIndex {
    fn eq(&self, other: &Self) -> bool {
        self.held == other.held
            && self
                .documents()
                .all(|document| other.document(&document.id) == Some(document))
    }
}

impl Eq for DocumentIndex {}

impl std::fmt::Debug for DocumentIndex {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_list().entries(self.documents()).finish()
    }
}

impl DocumentIndex {
    /// No documents yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An index of documents.
    ///
    /// # Errors
    /// As [`DocumentIndex::add`], with the document's place in front of the field:
    /// `documents[3].title`.
    pub fn from_documents(documents: Vec<Document>) -> Result<Self, InputError> {
        let mut index = Self::new();
        for (place, document) in documents.into_iter().enumerate() {
            index.add(document).map_err(|mut error| {
                error.field = format!("documents[{place}].{}", error.field);
                error
            })?;
        }
        Ok(index)
    }

    /// Takes in a document.
    ///
    /// # Errors
    /// As [`Document::check`], and `duplicate` naming `id` where one with its identifier is held.
    /// The index then stays as it was.
    pub fn add(&mut self, document: Document) -> Result<(), InputError> {
        document.check()?;
        if self.document(&document.id).is_some() {
            return Err(InputError::new(InputCode::Duplicate, "id", &document.id));
        }
        self.enter(document);
        Ok(())
    }

    /// Takes in a document in place of the one with its identifier, and gives that one back.
    ///
    /// # Errors
    /// As [`Document::check`], and `unknownId` naming `id` where none with its identifier is held.
    /// The index then stays as it was.
    pub fn replace(&mut self, document: Document) -> Result<Document, InputError> {
        document.check()?;
        match self.remove(&document.id) {
            Some(old) => {
                self.enter(document);
                Ok(old)
            }
            None => Err(InputError::new(InputCode::UnknownId, "id", &document.id)),
        }
    }

    /// Takes a document out; `None` where none with this identifier is held.
    pub fn remove(&mut self, id: &DocumentId) -> Option<Document> {
        let place = self.ids.place(id.as_str())?;
        let document = self.slots.get_mut(place)?.document.take()?;
        self.held -= 1;
        for replaced in &document.replaces {
            if let Some(slot) = self.known_slot(replaced) {
                slot.replaced_by.retain(|by| *by != place);
            }
        }
        if self.entries.len() > self.held.saturating_mul(2) + REMOVED_MOST {
            self.enter_anew();
        }
        Some(document)
    }

    /// The document with an identifier.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.slots
            .get(self.ids.place(id.as_str())?)?
            .document
            .as_ref()
    }

    /// Every document, in the order in which they were taken in.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        (0..self.entries.len()).filter_map(|entry| Some(self.entered(entry)?.1))
    }

    /// How many documents are held.
    #[must_use]
    pub fn len(&self) -> usize {
        self.held
    }

    /// Whether no document is held.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.held == 0
    }

    /// Bytes that the index holds beside the documents, without what the allocator adds.
    #[must_use]
    pub fn index_bytes(&self) -> usize {
        self.ids.bytes()
            + self.groups.bytes()
            + self.vocabulary.bytes()
            + self.entries.capacity() * size_of::<Entry>()
            + self.slots.capacity() * (size_of::<Slot>() - size_of::<Option<Document>>())
    }

    /// Whether a document is in force on a day.
    ///
    /// A document is in force from its first day to its last. From the first day of a document
    /// that replaces it, it is replaced; the chain is followed as far as it goes on that day, and
    /// ends where it would come back to a document that it passed.
    ///
    /// # Errors
    /// [`InputError`] `unknownId` naming `document` where none with this identifier is held.
    pub fn status_on(&self, id: &DocumentId, day: NaiveDate) -> Result<DocumentStatus, InputError> {
        let unknown = || InputError::new(InputCode::UnknownId, "document", id);
        let slot = self.ids.place(id.as_str()).ok_or_else(unknown)?;
        self.slot_status(slot, day).ok_or_else(unknown)
    }

    fn slot_status(&self, slot: usize, day: NaiveDate) -> Option<DocumentStatus> {
        let document = self.slots.get(slot)?.document.as_ref()?;
        let from = document.first_day();
        if day < from {
            return Some(DocumentStatus::NotYet { from });
        }
        if let Some((place, by)) = self.replacement(slot, day) {
            let mut passed = vec![false; self.slots.len()];
            let mut is_new = |slot: usize| {
                let passed = passed.get_mut(slot);
                passed.is_some_and(|passed| !std::mem::replace(passed, true))
            };
            is_new(slot);
            is_new(place);
            let (mut here, mut latest) = (place, by);
            while let Some((next, document)) = self.replacement(here, day)
                && is_new(next)
            {
                (here, latest) = (next, document);
            }
            return Some(DocumentStatus::Replaced {
                by: by.id.clone(),
                from: by.first_day(),
                latest: latest.id.clone(),
            });
        }
        Some(match document.in_force_to.filter(|last| *last < day) {
            Some(last_day) => DocumentStatus::Expired { last_day },
            None => DocumentStatus::InForce { from },
        })
    }

    /// The earliest document that replaces another by a day.
    fn replacement(&self, slot: usize, day: NaiveDate) -> Option<(usize, &Document)> {
        self.slots
            .get(slot)?
            .replaced_by
            .iter()
            .filter_map(|place| Some((*place, self.slots.get(*place)?.document.as_ref()?)))
            .filter(|(_, document)| document.first_day() <= day)
            .min_by_key(|(_, document)| (document.first_day(), &document.id))
    }

    fn known_slot(&mut self, id: &DocumentId) -> Option<&mut Slot> {
        let place = self.ids.place(id.as_str())?;
        self.slots.get_mut(place)
    }

    fn slot_of(&mut self, id: &DocumentId) -> usize {
        let place = self.slots.len();
        if self.ids.insert(id.as_str(), place) {
            self.slots.push(Slot::default());
            return place;
        }
        self.ids.place(id.as_str()).unwrap_or(place)
    }

    fn group_of(&mut self, name: &str) -> usize {
        let key = fold(name);
        if self.groups.insert(&key, self.groups_count) {
            self.groups_count += 1;
        }
        self.groups.place(&key).unwrap_or_default()
    }

    fn enter_words(&mut self, entry: usize, from: u32, text: &str) -> usize {
        let mut position = from;
        for word in search_words(text) {
            let entry = u32::try_from(entry).unwrap_or(u32::MAX);
            self.vocabulary.add(word.text, Place { entry, position });
            position += 1;
        }
        usize::try_from(position - from).unwrap_or_default()
    }

    /// Takes in a document that was checked and whose identifier is free.
    fn enter(&mut self, document: Document) {
        let entry = self.entries.len();
        let slot = self.slot_of(&document.id);
        let issuer = self.group_of(&document.issuer);
        let field = document.field.as_deref().unwrap_or_default();
        let group = self.group_of(field);
        let number = document.number.as_deref().unwrap_or_default();
        let number_words = self.enter_words(entry, 0, number);
        self.enter_words(entry, KIND_FROM, document.kind.searched_name());
        self.enter_words(entry, ABBREVIATION_FROM, document.kind.abbreviation());
        self.enter_words(entry, TITLE_FROM, &document.title);
        self.enter_words(entry, ISSUER_FROM, &document.issuer);
        self.enter_words(entry, FIELD_FROM, field);
        self.enter_words(
            entry,
            BODY_FROM,
            document.body.as_deref().unwrap_or_default(),
        );
        for replaced in &document.replaces {
            let place = self.slot_of(replaced);
            if let Some(replaced) = self.slots.get_mut(place) {
                replaced.replaced_by.push(slot);
            }
        }
        self.entries.push(Entry {
            slot,
            issuer,
            field: group,
            number_words,
        });
        if let Some(slot) = self.slots.get_mut(slot) {
            slot.document = Some(document);
            slot.entry = entry;
        }
        self.held += 1;
    }

    /// Enters what is held once more, without what removed documents left behind.
    fn enter_anew(&mut self) {
        let mut old = std::mem::take(self);
        for (number, entry) in old.entries.iter().enumerate() {
            let slot = old.slots.get_mut(entry.slot);
            let current = slot.filter(|slot| slot.entry == number);
            if let Some(document) = current.and_then(|slot| slot.document.take()) {
                self.enter(document);
            }
        }
    }

    /// How many entries there are, those of removed documents among them.
    pub(super) fn entries_count(&self) -> usize {
        self.entries.len()
    }

    /// An entry with its document, unless it was removed or replaced.
    pub(super) fn entered(&self, number: usize) -> Option<(&Entry, &Document)> {
        let entry = self.entries.get(number)?;
        let slot = self.slots.get(entry.slot)?;
        let document = slot.document.as_ref()?;
        (slot.entry == number).then_some((entry, document))
    }

    /// The number of an issuer or a field by its folded name.
    pub(super) fn group(&self, name: &str) -> Option<usize> {
        self.groups.place(&fold(name))
    }

    /// Whether an entry is of an issuer, of a field, and in force on a day, where these are asked.
    pub(super) fn fits(
        &self,
        entry: &Entry,
        issuer: Option<Option<usize>>,
        field: Option<Option<usize>>,
        day: Option<NaiveDate>,
    ) -> bool {
        issuer.is_none_or(|issuer| issuer == Some(entry.issuer))
            && field.is_none_or(|field| field == Some(entry.field))
            && day.is_none_or(|day| self.is_in_force(entry.slot, day))
    }

    fn is_in_force(&self, slot: usize, day: NaiveDate) -> bool {
        let document = self.slots.get(slot).and_then(|slot| slot.document.as_ref());
        document.is_some_and(|document| {
            document.first_day() <= day && document.in_force_to.is_none_or(|last| day <= last)
        }) && self.replacement(slot, day).is_none()
    }
}
