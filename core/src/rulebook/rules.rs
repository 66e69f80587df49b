//! The rules in force on one day.

use std::sync::Arc;

use chrono::NaiveDate;

use super::book::{KindRule, ParameterEntry, RuleBook, ValueEntry};
use super::citation::{Citation, Sureness};
use super::load::check_sheet;
use super::parameter::{self, Parameter};
use super::sheet::Sheet;
use super::value::{FromValue, ParameterValue, Shape};
use crate::error::{
    AbsenceReason, FailedChecks, HandbookError, InputCode, InputError, RuleNotInForce,
};
use crate::identifier::{KindId, ParameterId, RuleId};
use crate::json::from_json;
use crate::verdict::PolicyUsed;

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
        self.in_slot(parameter.slot())
    }

    fn in_slot<T: FromValue>(&self, slot: u16) -> Result<InForce<'book, T>, HandbookError> {
        let (entry, found) = self.find(slot);
        if let Some(source) = found
            && let Some(known) = &source.value
            && let Some(value) = T::from_value(known)
        {
            return Ok(InForce {
                value,
                source: Source {
                    entry,
                    value: source,
                    asked: false,
                },
            });
        }
        Err(self.not_in_force(entry, found))
    }

    /// The value of a parameter by its name; the book was checked to name no unknown ones.
    pub(crate) fn named<T: FromValue>(
        &self,
        name: &str,
    ) -> Result<InForce<'book, T>, HandbookError> {
        let place = parameter::ALL.iter().position(|known| known.id == name);
        let slot = place.and_then(|place| u16::try_from(place).ok());
        let slot = slot.ok_or_else(|| InputError::new(InputCode::UnknownId, "parameter", name))?;
        self.in_slot(slot)
    }

    /// The sheet of a regime that the question names, for organizations (0), leaders (1) or other
    /// members (2).
    ///
    /// # Errors
    /// [`HandbookError::Input`] for a regime that the book does not list;
    /// [`HandbookError::RuleNotInForce`] where nothing of it was read for the subject.
    pub(crate) fn regime(
        &self,
        id: &str,
        subject: usize,
    ) -> Result<InForce<'book, &'book Sheet>, HandbookError> {
        let known = self.book.regimes.iter().find(|regime| regime.id() == id);
        let regime = known.ok_or_else(|| {
            let listed: Vec<&str> = self.book.regimes.iter().map(|regime| regime.id()).collect();
            InputError::new(InputCode::UnknownChoice, "regime", id).with_limit(listed.join(" | "))
        })?;
        let source = regime.sheets.get(subject).and_then(Option::as_ref);
        source
            .and_then(|source| sheet_of(&regime.entry, source))
            .ok_or_else(|| self.not_in_force(&regime.entry, None))
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
        RuleNotInForce {
            rule: entry.rule.to_string(),
            parameter: entry.id.clone(),
            date: self.date,
            reason: found
                .and_then(|value| value.absent)
                .unwrap_or(AbsenceReason::NotRead),
        }
        .into()
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
    source: Source<'book>,
}

/// Where a value comes from, whatever its type: grounds are made of it by code that is compiled
/// once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'book> {
    entry: &'book ParameterEntry,
    value: &'book ValueEntry,
    /// The question gave the value in place of the one in force.
    asked: bool,
}

impl<'book> Source<'book> {
    pub(crate) fn rule(&self) -> &'book RuleId {
        self.value.rule.as_ref().unwrap_or(&self.entry.rule)
    }

    pub(crate) fn parameter(&self) -> &'book ParameterId {
        &self.entry.id
    }

    pub(crate) fn citation(&self) -> Citation {
        let mut citation = self.value.citation();
        if self.asked {
            citation.ask();
        }
        citation
    }

    /// The word in force, for a parameter that is a choice of words.
    pub(crate) fn word_in_force(&self) -> Option<&'book str> {
        match &self.value.value {
            Some(ParameterValue::Choice(word)) => Some(word),
            _ => None,
        }
    }

    /// The number in force, for a parameter that is a count.
    pub(crate) fn count_in_force(&self) -> Option<i64> {
        match &self.value.value {
            Some(ParameterValue::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// That the book does not say what a question asks of a value in force.
    #[cold]
    #[inline(never)]
    pub(crate) fn silent_on(&self, date: NaiveDate, reason: AbsenceReason) -> HandbookError {
        RuleNotInForce {
            rule: self.rule().to_string(),
            parameter: self.parameter().clone(),
            date,
            reason,
        }
        .into()
    }
}

impl<'book, T> InForce<'book, T> {
    /// The rule of the catalogue.
    #[must_use]
    pub fn rule(&self) -> &'book RuleId {
        self.source.rule()
    }

    /// The parameter.
    #[must_use]
    pub fn parameter(&self) -> &'book ParameterId {
        self.source.parameter()
    }

    /// Instrument, clause and interval of the value.
    #[must_use]
    pub fn citation(&self) -> Citation {
        self.source.citation()
    }

    /// Where the value comes from.
    pub(crate) fn source(&self) -> Source<'book> {
        self.source
    }

    /// The same source with another value: for a value derived from the parameter's.
    #[must_use]
    pub fn with<U>(&self, value: U) -> InForce<'book, U> {
        InForce {
            value,
            source: self.source,
        }
    }

    /// The same parameter with a value that the question gave in place of the one in force.
    pub(crate) fn asked(&self, value: T) -> Self {
        InForce {
            value,
            source: Source {
                asked: true,
                ..self.source
            },
        }
    }
}

fn sheet_of<'book>(
    entry: &'book ParameterEntry,
    source: &'book ValueEntry,
) -> Option<InForce<'book, &'book Sheet>> {
    match &source.value {
        Some(ParameterValue::Sheet(sheet)) => Some(InForce {
            value: sheet,
            source: Source {
                entry,
                value: source,
                asked: false,
            },
        }),
        _ => None,
    }
}

impl<'book, T> InForce<'book, T> {
    /// Whether a body's overlay or the question itself set the value.
    pub(crate) fn is_overlaid(&self) -> bool {
        self.source.asked || self.source.value.overlay.is_some()
    }

    /// The sheet in force, for a parameter that is a sheet.
    pub(crate) fn sheet_in_force(&self) -> Option<InForce<'book, &'book Sheet>> {
        sheet_of(self.source.entry, self.source.value)
    }
}

/// A sheet that stands in the question itself: a body tries it out.
#[derive(Debug, Clone)]
pub(crate) struct AskedSheet {
    entry: ParameterEntry,
    source: ValueEntry,
}

impl AskedSheet {
    /// Reads and checks a sheet as a rule book's is, in the place of a parameter.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for text that is no sheet; [`HandbookError::RuleBook`] with every
    /// failed check.
    pub(crate) fn read(
        rules: &Rules<'_>,
        parameter: Parameter<Arc<Sheet>>,
        text: &str,
    ) -> Result<Self, HandbookError> {
        let sheet: Sheet = from_json("sheet", text)?;
        let (entry, _) = rules.find(parameter.slot());
        let source = ValueEntry {
            from: rules.date,
            to: None,
            instrument: sheet.id.clone(),
            value: Some(ParameterValue::Sheet(Arc::new(sheet))),
            absent: None,
            clause: String::new(),
            sureness: Sureness::Chosen,
            rule: None,
            overlay: Some(PolicyUsed::ASKED.to_owned()),
        };
        let mut problems = Vec::new();
        if let Some(value) = &source.value {
            check_sheet(entry.id.as_str(), rules.date, value, &mut problems);
        }
        if !problems.is_empty() {
            return Err(FailedChecks { problems }.into());
        }
        let entry = ParameterEntry {
            id: entry.id.clone(),
            rule: entry.rule.clone(),
            shape: Shape::Sheet,
            vi: entry.vi.clone(),
            en: entry.en.clone(),
            local: true,
            values: Vec::new(),
        };
        Ok(Self { entry, source })
    }

    /// The sheet, as if it were in force.
    pub(crate) fn in_force(&self) -> Option<InForce<'_, &Sheet>> {
        sheet_of(&self.entry, &self.source)
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
