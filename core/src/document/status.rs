//! Whether a document is in force.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contents::Document;
use super::index::DocumentIndex;
use crate::error::{HandbookError, InputError};
use crate::identifier::DocumentId;
use crate::rulebook::Rules;
use crate::verdict::{Basis, Verdict};

/// Whether a document is in force on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum DocumentStatus {
    /// The first day in force is still to come.
    NotYet {
        /// First day in force.
        #[serde(deserialize_with = "crate::wire::day")]
        from: NaiveDate,
    },
    /// In force.
    InForce {
        /// First day in force.
        #[serde(deserialize_with = "crate::wire::day")]
        from: NaiveDate,
    },
    /// Ended by itself.
    Expired {
        /// Last day in force.
        #[serde(deserialize_with = "crate::wire::day")]
        last_day: NaiveDate,
    },
    /// Replaced, also where it would have ended by itself.
    Replaced {
        /// The document that replaced it: the earliest of several.
        by: DocumentId,
        /// First day on which it was replaced.
        #[serde(deserialize_with = "crate::wire::day")]
        from: NaiveDate,
        /// The end of the chain of replacements on that day.
        latest: DocumentId,
    },
}

/// A question about one of several documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentStatusInput {
    /// The documents.
    pub documents: Vec<Document>,
    /// The one that is asked about.
    pub document: DocumentId,
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Whether one of several documents is in force on a day, and what replaced it. No rule of the
/// book is used.
///
/// ```
/// use handbook::document::{DocumentStatus, DocumentStatusInput, document_status};
/// use handbook::json::from_json;
/// use handbook::{RuleBook, date};
///
/// let input: DocumentStatusInput = from_json("input", r#"{
///     "documents": [
///         {"id": "a", "kind": "guide", "title": "Hướng dẫn cũ", "issuer": "Ban Tổ chức",
///          "signedOn": "2018-05-02"},
///         {"id": "b", "kind": "guide", "title": "Hướng dẫn mới", "issuer": "Ban Tổ chức",
///          "signedOn": "2025-01-15", "replaces": ["a"]}
///     ],
///     "document": "a",
///     "on": "2025-03-01"
/// }"#)?;
/// let book = RuleBook::vietnam();
/// let status = document_status(&book.on(input.on)?, &input)?.value;
/// assert!(matches!(status, DocumentStatus::Replaced { by, .. } if by.as_str() == "b"));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for documents that [`DocumentIndex::from_documents`] does not take,
/// and `unknownId` naming `document` for one that is not among them.
pub fn document_status(
    _rules: &Rules<'_>,
    input: &DocumentStatusInput,
) -> Result<Verdict<DocumentStatus>, HandbookError> {
    let index = DocumentIndex::from_documents(input.documents.clone())?;
    let status: Result<_, InputError> = index.status_on(&input.document, input.on);
    Ok(Verdict::new(status?, Basis::default()))
}
