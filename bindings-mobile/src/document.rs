//! Documents as a handle, ready to be searched.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use handbook::DocumentId;
use handbook::document::{Document, DocumentHits, DocumentStatus, SearchInput};
use handbook::question::from_json;

use crate::failure::HandbookError;
use crate::identifiers::CalendarDate;

/// Documents, found by number, title, issuer, field and body, with or without accents.
///
/// The index is kept in memory; the app stores the documents. It can be shared between threads:
/// searches run beside each other, changes wait.
#[derive(Debug, uniffi::Object)]
pub struct DocumentIndex {
    index: RwLock<handbook::document::DocumentIndex>,
}

impl DocumentIndex {
    fn over(index: handbook::document::DocumentIndex) -> Arc<Self> {
        Arc::new(Self {
            index: RwLock::new(index),
        })
    }

    fn read(&self) -> RwLockReadGuard<'_, handbook::document::DocumentIndex> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, handbook::document::DocumentIndex> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl DocumentIndex {
    /// An index of documents, none of them at first unless some are given. Fails with the first
    /// that cannot be taken.
    #[uniffi::constructor(default(documents = []))]
    pub fn new(documents: Vec<Document>) -> Result<Arc<Self>, HandbookError> {
        let index = handbook::document::DocumentIndex::from_documents(documents)?;
        Ok(Self::over(index))
    }

    /// The same from JSON text, as a server sends it; unknown keys are refused.
    #[uniffi::constructor]
    pub fn from_json(json: &str) -> Result<Arc<Self>, HandbookError> {
        Self::new(from_json("documents", json)?)
    }

    /// Takes in a document; fails where one with its identifier is held.
    pub fn add(&self, document: Document) -> Result<(), HandbookError> {
        Ok(self.write().add(document)?)
    }

    /// Takes in a document in place of the one with its identifier, and gives that one back.
    pub fn replace(&self, document: Document) -> Result<Document, HandbookError> {
        Ok(self.write().replace(document)?)
    }

    /// Takes a document out and gives it back; absent where it is not held.
    pub fn remove(&self, id: DocumentId) -> Result<Option<Document>, HandbookError> {
        Ok(self.write().remove(&id))
    }

    /// A document; absent where it is not held.
    pub fn document(&self, id: DocumentId) -> Result<Option<Document>, HandbookError> {
        Ok(self.read().document(&id).cloned())
    }

    /// How many documents are held.
    #[must_use]
    pub fn size(&self) -> u32 {
        u32::try_from(self.read().len()).unwrap_or(u32::MAX)
    }

    /// Finds documents, best first. Places of words are counted in UTF-16 code units: the indices
    /// of a `String` in Kotlin, of its `utf16` view in Swift.
    pub fn search(&self, search: SearchInput) -> Result<DocumentHits, HandbookError> {
        Ok(self.read().search(&search)?)
    }

    /// Whether a document is in force on a day, and what replaced it.
    pub fn status_on(
        &self,
        id: DocumentId,
        date: CalendarDate,
    ) -> Result<DocumentStatus, HandbookError> {
        Ok(self.read().status_on(&id, date)?)
    }
}
