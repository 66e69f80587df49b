//! Documents of the record: found by their words, and whether they are in force.

use serde::Serialize;

use super::meeting_act::MeetingAct;
use super::view::View;
use crate::compact::Gather;
use crate::document::{Document, DocumentHits, DocumentStatus, SearchInput};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{DocumentId, MeetingId};

/// A document on the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentAnswer {
    /// The document.
    pub document: Document,
    /// Whether it is in force on the day.
    pub status: DocumentStatus,
    /// The meetings that had it among their papers, or that it came from, in the order in which
    /// they entered the record.
    pub meetings: Vec<MeetingId>,
}

impl View<'_> {
    /// Documents of the record, found by their words.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for a question out of its ranges.
    pub fn documents(&self, search: &SearchInput) -> Result<DocumentHits, HandbookError> {
        Ok(self.state.documents.search(search)?)
    }

    /// A document, whether it is in force on the day, and the meetings that had it.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an unknown document.
    pub fn document(&self, id: &DocumentId) -> Result<DocumentAnswer, HandbookError> {
        let held = self.state.documents.document(id);
        let document = held.ok_or_else(|| InputError::new(InputCode::UnknownId, "document", id))?;
        let names = |act: &MeetingAct| match act {
            MeetingAct::ProvidePapers { papers } => papers
                .iter()
                .any(|paper| paper.document.as_ref() == Some(id)),
            MeetingAct::Publish { document } => document.as_ref() == Some(id),
            _ => false,
        };
        let meetings = self.state.meetings.iter().filter(|meeting| {
            let mut acts = meeting.acts_by(self.date);
            acts.any(|acted| names(&acted.act))
        });
        Ok(DocumentAnswer {
            document: document.clone(),
            status: self.state.documents.status_on(id, self.date)?,
            meetings: meetings.map(|meeting| meeting.id.clone()).gather(),
        })
    }
}
