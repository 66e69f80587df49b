//! The rules in force on one day.

use chrono::NaiveDate;

use super::book::{KindRule, ParameterEntry, RuleBook, ValueEntry};
use super::citation::Citation;
use super::parameter::Parameter;
use super::value::{FromValue, ParameterValue};
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
        let (entry, found) = self.find(parameter.slot());
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
        Err(self.not_in_force(entry, found))
    }

    #[inline(never)]
    fn find(&self, slot: u16) -> (&'book ParameterEntry, Option<&'book ValueEntry>) {
        let entry = self.book.entry(slot);
        let found = entry.values.iter().find(|value| value.covers(self.date));
        (entry, found)
    }

    #[cold]
    #[inline(never)]
    fn not_in_force(&self, entry: &ParameterEntry, found: Option<&ValueEntry>) -> HandbookError {
        HandbookError::RuleNotInForce {
            rule: entry.rule.to_string(),
            parameter: entry.id.clone(),
            date: self.date,
            reason: found
                .and_then(|value| value.absent)
                .unwrap_or(AbsenceReason::NotRead),
        }
    }

    /// What the book says of every parameter on this day, in the book's order: for a page that
    /// shows the rules, not for a formula.
    ///
    /// ```
    /// use handbook::{RuleBook, date, rulebook::Said};
    ///
    /// let book = RuleBook::vietnam();
    /// let rules = book.on(date(2022, 12, 31)?)?;
    /// let unread = rules
    ///     .statements()
    ///     .filter(|statement| matches!(statement.said, Said::Absent { .. }))
    ///     .count();
    /// assert!(unread > 0, "the criteria of 2022 were not read");
    /// # Ok::<(), handbook::HandbookError>(())
    /// ```
    pub fn statements(&self) -> impl Iterator<Item = Statement<'book>> {
        let date = self.date;
        self.book.parameters.iter().filter_map(move |entry| {
            let found = entry.values.iter().find(|value| value.covers(date))?;
            let said = match (&found.value, found.absent) {
                (Some(value), _) => Said::Value {
                    value,
                    citation: found.citation(),
                },
                (None, reason) => Said::Absent {
                    reason: reason.unwrap_or(AbsenceReason::NotRead),
                    instrument: (!found.instrument.is_empty()).then_some(found.instrument.as_str()),
                },
            };
            Some(Statement {
                parameter: &entry.id,
                rule: found.rule.as_ref().unwrap_or(&entry.rule),
                vi: &entry.vi,
                en: &entry.en,
                local: entry.local,
                said,
            })
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

    /// The word in force, for a parameter that is a choice of words.
    pub(crate) fn word_in_force(&self) -> Option<&'book str> {
        match &self.source.value {
            Some(ParameterValue::Choice(word)) => Some(word),
            _ => None,
        }
    }

    /// The number in force, for a parameter that is a count.
    pub(crate) fn count_in_force(&self) -> Option<i64> {
        match &self.source.value {
            Some(ParameterValue::Count(count)) => Some(*count),
            _ => None,
        }
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

/// What the book says of one parameter on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'book> {
    /// The parameter.
    pub parameter: &'book ParameterId,
    /// The rule of the catalogue.
    pub rule: &'book RuleId,
    /// Vietnamese label.
    pub vi: &'book str,
    /// English label.
    pub en: &'book str,
    /// Whether a body may choose its own value in an overlay.
    pub local: bool,
    /// The value, or why there is none.
    pub said: Said<'book>,
}

/// A value with its source, or the reason why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'book> {
    /// A value is in force.
    Value {
        /// The value.
        value: &'book ParameterValue,
        /// Where it comes from.
        citation: Citation,
    },
    /// The book knows no value for the day.
    Absent {
        /// Why not.
        reason: AbsenceReason,
        /// The text in force, where the book knows which.
        instrument: Option<&'book str>,
    },
}
