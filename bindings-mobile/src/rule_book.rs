//! The rule book as a handle.

use std::sync::Arc;

use handbook::rulebook::{Instrument, KindRule, Overlay};

use crate::failure::HandbookError;
use crate::identifiers::CalendarDate;

/// Dated rules: instruments, parameters, kinds of organizations, holidays.
///
/// Every door takes the day whose rules are asked for and answers with the grounds. A rule book
/// never changes; an overlay gives a new one. It can be shared between threads.
#[derive(Debug, uniffi::Object)]
pub struct RuleBook {
    pub(crate) book: handbook::RuleBook,
}

#[uniffi::export]
impl RuleBook {
    /// The rules of the Party in Vietnam that come with the library.
    #[uniffi::constructor]
    #[must_use]
    pub fn vietnam() -> Arc<Self> {
        Arc::new(Self {
            book: handbook::RuleBook::vietnam(),
        })
    }

    /// A rule book of one's own, checked.
    #[uniffi::constructor]
    pub fn from_json(json: &str) -> Result<Arc<Self>, HandbookError> {
        Ok(Arc::new(Self {
            book: handbook::RuleBook::from_json(json)?,
        }))
    }

    /// The same book with the choices of a province or a body laid over it.
    pub fn with_overlay(&self, json: &str) -> Result<Arc<Self>, HandbookError> {
        Ok(Arc::new(Self {
            book: self.book.with_overlay(json)?,
        }))
    }

    /// The book's identifier.
    #[must_use]
    pub fn id(&self) -> String {
        self.book.id().to_owned()
    }

    /// The book's version.
    #[must_use]
    pub fn version(&self) -> String {
        self.book.version().to_owned()
    }

    /// 32 hexadecimal digits that stand for the text of the book and its overlays; no protection.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.book.fingerprint()
    }

    /// First day covered.
    #[must_use]
    pub fn covers_from(&self) -> CalendarDate {
        self.book.covers().0
    }

    /// Last day covered.
    #[must_use]
    pub fn covers_to(&self) -> CalendarDate {
        self.book.covers().1
    }

    /// The instruments with the time each was in force.
    #[must_use]
    pub fn instruments(&self) -> Vec<Instrument> {
        self.book.instruments().to_vec()
    }

    /// The kinds of organizations and which may stand under which.
    #[must_use]
    pub fn kinds(&self) -> Vec<KindRule> {
        self.book.kinds().to_vec()
    }

    /// The overlays laid over the book, in order.
    #[must_use]
    pub fn overlays(&self) -> Vec<Overlay> {
        self.book.overlays().to_vec()
    }
}
