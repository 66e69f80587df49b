//! The rules in force on one day.

use chrono::NaiveDate;

use super::book::{KindRule, ParameterEntry, RuleBook, ValueEntry};
use super::citation::Citation;
use super::parameter::Parameter;
use super::value::FromValue;
use crate::error::{AbsenceReason, HandbookError};
use crate::identifier::{KindId, ParameterId, RuleId};

/// The rules in force on one day: a cheap view of the [`RuleBook`].
#[derive(Debug, Clone, Copy)]
pub struct Rules<'book> {
    pub(super) book: &'book RuleBook,
    pub(super) date: NaiveDate,
}

impl<'book> Rules<'book> {
    /// The day asked for.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// The book behind the rules.
    #[must_use]
    pub fn book(&self) -> &'book RuleBook {
        self.book
    }

    /// The value of a parameter on this day.
    ///
    /// # Errors
    /// [`HandbookError::RuleNotInForce`] when the book knows no value for the day.
    pub fn get<T: FromValue>(
        &self,
        parameter: Parameter<T>,
    ) -> Result<InForce<'book, T>, HandbookError> {
        let entry = self.book.entry(parameter.slot());
        let found = entry.values.iter().find(|value| value.covers(self.date));
        if let Some(source) = found
            && let Some(known) = &source.value
            && let Some(value) = T::from_value(known)
        {
            return Ok(InForce {
                value,
                entry,
                source,
            });
        }
        Err(HandbookError::RuleNotInForce {
            rule: entry.rule.to_string(),
            parameter: entry.id.clone(),
            date: self.date,
            reason: found
                .and_then(|value| value.absent)
                .unwrap_or(AbsenceReason::NotRead),
        })
    }

    /// The kind of organization as it stands on this day, if it may exist then.
    #[must_use]
    pub fn kind(&self, id: &KindId) -> Option<&'book KindRule> {
        self.book
            .kinds()
            .iter()
            .find(|kind| kind.id == *id && kind.covers(self.date))
    }

    /// Every kind of organization that may exist on this day, in the book's order.
    pub fn kinds(&self) -> impl Iterator<Item = &'book KindRule> {
        let date = self.date;
        self.book
            .kinds()
            .iter()
            .filter(move |kind| kind.covers(date))
    }
}

/// A value in force, with where it comes from.
#[derive(Debug, Clone)]
pub struct InForce<'book, T> {
    /// The value.
    pub value: T,
    entry: &'book ParameterEntry,
    source: &'book ValueEntry,
}

impl<'book, T> InForce<'book, T> {
    /// The rule of the catalogue.
    #[must_use]
    pub fn rule(&self) -> &'book RuleId {
        self.source.rule.as_ref().unwrap_or(&self.entry.rule)
    }

    /// The parameter.
    #[must_use]
    pub fn parameter(&self) -> &'book ParameterId {
        &self.entry.id
    }

    /// Instrument, clause and interval of the value.
    #[must_use]
    pub fn citation(&self) -> Citation {
        self.source.citation()
    }

    /// The same source with another value: for a value derived from the parameter's.
    #[must_use]
    pub fn with<U>(&self, value: U) -> InForce<'book, U> {
        InForce {
            value,
            entry: self.entry,
            source: self.source,
        }
    }
}
