//! Rules that a formula asks for only where a fact needs them.

use crate::error::{AbsenceReason, HandbookError};
use crate::rulebook::{FromValue, InForce, Parameter, Rules};

/// A rule looked up once; that it is missing matters only when a fact asks for it.
#[derive(Debug, Clone)]
pub(super) struct OnDemand<'book, T>(Result<InForce<'book, T>, HandbookError>);

impl<'book, T: FromValue> OnDemand<'book, T> {
    pub(super) fn in_force(rules: &Rules<'book>, parameter: Parameter<T>) -> Self {
        Self(rules.get(parameter))
    }

    /// The rule; `None` when there was no such rule on the date.
    pub(super) fn asked(&self) -> Result<Option<&InForce<'book, T>>, HandbookError> {
        match &self.0 {
            Ok(rule) => Ok(Some(rule)),
            Err(error) if error.absence() == Some(AbsenceReason::NoRule) => Ok(None),
            Err(error) => Err(error.clone()),
        }
    }

    /// The rule; `None` when the book does not know one, for whatever reason.
    pub(super) fn known(&self) -> Result<Option<&InForce<'book, T>>, HandbookError> {
        match &self.0 {
            Err(error) if error.absence().is_none() => Err(error.clone()),
            rule => Ok(rule.as_ref().ok()),
        }
    }

    /// The rule, without which there is no answer.
    pub(super) fn needed(&self) -> Result<&InForce<'book, T>, HandbookError> {
        self.0.as_ref().map_err(Clone::clone)
    }
}
