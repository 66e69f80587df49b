//! What can be wrong with input: typed, with the field and the value, never a panic.

use std::fmt::Display;
use std::ops::{Deref, DerefMut};

use chrono::NaiveDate;
use serde::Serialize;
use thiserror::Error;

use crate::identifier::ParameterId;
use crate::rulebook::RuleBookProblem;

/// Longest piece of a wrong value that an error repeats, in characters.
const SHOWN_VALUE: usize = 80;

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum InputCode {
    /// Nothing where something is needed.
    Empty,
    /// More bytes, entries or lines than allowed.
    TooLong,
    /// Control characters or outer white space in an identifier.
    NotAnIdentifier,
    /// Not a date of the form `yyyy-mm-dd`.
    NotADate,
    /// The text is not a time of the form `hh:mm`.
    NotATime,
    /// Not a whole number of the form asked for.
    NotANumber,
    /// A number or date outside its range.
    OutOfRange,
    /// Not one of the allowed words.
    UnknownChoice,
    /// Refers to something that the record does not hold.
    UnknownId,
    /// Given twice where once is allowed.
    Duplicate,
    /// Two values that cannot both be true.
    Contradiction,
    /// An interval that ends before it starts, or a fact before its subject existed.
    DateOrder,
    /// An organization that would stand above itself.
    Cycle,
    /// Letters written as a base letter and separate combining marks.
    DecomposedText,
    /// A control character where only text is allowed.
    ControlCharacter,
    /// Not valid JSON of the expected shape.
    NotJson,
}

impl InputCode {
    /// The stable code as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "tooLong",
            Self::NotAnIdentifier => "notAnIdentifier",
            Self::NotADate => "notADate",
            Self::NotATime => "notATime",
            Self::NotANumber => "notANumber",
            Self::OutOfRange => "outOfRange",
            Self::UnknownChoice => "unknownChoice",
            Self::UnknownId => "unknownId",
            Self::Duplicate => "duplicate",
            Self::Contradiction => "contradiction",
            Self::DateOrder => "dateOrder",
            Self::Cycle => "cycle",
            Self::DecomposedText => "decomposedText",
            Self::ControlCharacter => "controlCharacter",
            Self::NotJson => "notJson",
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Empty => "is empty",
            Self::TooLong => "is too long",
            Self::NotAnIdentifier => "is not an identifier",
            Self::NotADate => "is not a date of the form `yyyy-mm-dd`",
            Self::NotATime => "is not a time of the form `hh:mm`",
            Self::NotANumber => "is not a whole number",
            Self::OutOfRange => "is out of range",
            Self::UnknownChoice => "is not one of the allowed words",
            Self::UnknownId => "is not known to the record",
            Self::Duplicate => "is given twice",
            Self::Contradiction => "contradicts another value",
            Self::DateOrder => "is in the wrong order of dates",
            Self::Cycle => "would put an organization above itself",
            Self::DecomposedText => "is written with separate combining marks",
            Self::ControlCharacter => "holds a control character",
            Self::NotJson => "is not JSON of the expected shape",
        }
    }
}

/// A value that cannot be taken: an [`InputProblem`] behind one pointer, so that a function that
/// finds nothing wrong returns nothing larger than that. Its fields are read as the problem's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[serde(transparent)]
#[error(transparent)]
pub struct InputError(Box<InputProblem>);

impl Deref for InputError {
    type Target = InputProblem;

    fn deref(&self) -> &InputProblem {
        &self.0
    }
}

impl DerefMut for InputError {
    fn deref_mut(&mut self) -> &mut InputProblem {
        &mut self.0
    }
}

impl From<InputProblem> for InputError {
    fn from(problem: InputProblem) -> Self {
        Self(Box::new(problem))
    }
}

impl From<InputError> for InputProblem {
    fn from(error: InputError) -> Self {
        *error.0
    }
}

/// What is wrong with a value: which field, which value, what would be allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[serde(rename_all = "camelCase")]
#[error("`{field}` {}: `{value}`{}", code.english(), limit_words(limit.as_deref()))]
pub struct InputProblem {
    /// What is wrong.
    pub code: InputCode,
    /// The field's name as it stands in the JSON input, with a path for nested ones.
    pub field: String,
    /// The value as given, cut after 80 characters.
    pub value: String,
    /// What would have been allowed, where that is short to say: `0..=10000`, `a | b`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
}

fn limit_words(limit: Option<&str>) -> String {
    limit
        .map(|limit| format!(" (allowed: {limit})"))
        .unwrap_or_default()
}

impl InputError {
    /// An error for `field` with the offending `value`.
    #[must_use]
    pub fn new(code: InputCode, field: impl AsRef<str>, value: impl Display) -> Self {
        Self::of(code, field.as_ref(), &value)
    }

    #[cold]
    #[inline(never)]
    fn of(code: InputCode, field: &str, value: &dyn Display) -> Self {
        let value = value.to_string();
        let value = match value.char_indices().nth(SHOWN_VALUE) {
            Some((cut, _)) => format!("{}…", value.get(..cut).unwrap_or_default()),
            None => value,
        };
        Self(Box::new(InputProblem {
            code,
            field: field.to_owned(),
            value,
            limit: None,
        }))
    }

    /// The same error, saying what would have been allowed.
    #[must_use]
    pub fn with_limit(self, limit: impl AsRef<str>) -> Self {
        self.limited(limit.as_ref())
    }

    /// The same error with the field as a part of an outer one, which ends with its separator.
    #[must_use]
    pub(crate) fn under(self, outer: &str) -> Self {
        let field = [outer, &self.field].concat();
        self.in_field(field)
    }

    /// The same error about another field.
    #[must_use]
    pub(crate) fn in_field(mut self, field: String) -> Self {
        self.field = field;
        self
    }

    #[cold]
    #[inline(never)]
    fn limited(mut self, limit: &str) -> Self {
        self.limit = Some(limit.to_owned());
        self
    }
}

/// The rule book says nothing for a parameter on a date: it does not cover the date, the text was
/// not read, or there was no such rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[serde(rename_all = "camelCase")]
#[error("no value of `{parameter}` ({rule}) is known for {date}: {}", reason.english())]
pub struct RuleNotInForce {
    /// The rule of the catalogue.
    pub rule: String,
    /// The parameter asked for.
    pub parameter: ParameterId,
    /// The date asked for.
    pub date: NaiveDate,
    /// Why there is no value.
    pub reason: AbsenceReason,
}

/// A date outside the years that a rule book covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[serde(rename_all = "camelCase")]
#[error("{date} is outside what the rule book `{rule_book}` covers: {from} to {to}")]
pub struct OutsideRuleBook {
    /// The date asked for.
    pub date: NaiveDate,
    /// The rule book asked.
    pub rule_book: String,
    /// First date covered.
    pub from: NaiveDate,
    /// Last date covered.
    pub to: NaiveDate,
}

/// A rule book or an overlay that fails its checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[serde(rename_all = "camelCase")]
#[error("the rule book fails {} of its checks; the first: {}", problems.len(),
    problems.first().map(ToString::to_string).unwrap_or_default())]
pub struct FailedChecks {
    /// Every check that failed.
    pub problems: Vec<RuleBookProblem>,
}

/// Everything that can go wrong besides a refusal, which is an answer and not an error. What is
/// to be said of it stands behind a pointer: answers are returned far more often than errors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum HandbookError {
    /// A value of the input cannot be taken.
    #[error(transparent)]
    Input(#[from] InputError),
    /// The rule book says nothing for this parameter on this date: the book does not cover the
    /// date, the text was not read, or there was no such rule.
    #[error(transparent)]
    RuleNotInForce(Box<RuleNotInForce>),
    /// A date outside the years that the rule book covers.
    #[error(transparent)]
    OutsideRuleBook(Box<OutsideRuleBook>),
    /// A rule book or an overlay that fails its checks.
    #[error(transparent)]
    RuleBook(Box<FailedChecks>),
}

impl From<FailedChecks> for HandbookError {
    fn from(error: FailedChecks) -> Self {
        Self::RuleBook(Box::new(error))
    }
}

impl From<OutsideRuleBook> for HandbookError {
    fn from(error: OutsideRuleBook) -> Self {
        Self::OutsideRuleBook(Box::new(error))
    }
}

impl From<RuleNotInForce> for HandbookError {
    fn from(error: RuleNotInForce) -> Self {
        Self::RuleNotInForce(Box::new(error))
    }
}

impl HandbookError {
    /// The stable code of the error: `input`, `ruleNotInForce`, `outsideRuleBook`, `ruleBook`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Input(_) => "input",
            Self::RuleNotInForce(_) => "ruleNotInForce",
            Self::OutsideRuleBook(_) => "outsideRuleBook",
            Self::RuleBook(_) => "ruleBook",
        }
    }

    /// The same error, where it is about a value, with the field as a part of an outer one.
    #[must_use]
    pub(crate) fn under(self, outer: &str) -> Self {
        match self {
            Self::Input(error) => error.under(outer).into(),
            other => other,
        }
    }

    /// The field that is missing, where that is what went wrong.
    pub(crate) fn missing_field(&self) -> Option<&str> {
        match self {
            Self::Input(error) if error.code == InputCode::Empty => Some(&error.field),
            _ => None,
        }
    }

    /// Why the rule book has no value, where that is what went wrong.
    #[must_use]
    pub fn absence(&self) -> Option<AbsenceReason> {
        match self {
            Self::RuleNotInForce(absent) => Some(absent.reason),
            _ => None,
        }
    }
}

/// Why the rule book has no value on a date it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AbsenceReason {
    /// There was a text, but no one has read it for this book.
    NotRead,
    /// There was no such rule on that date.
    NoRule,
}

impl AbsenceReason {
    fn english(self) -> &'static str {
        match self {
            Self::NotRead => "the text in force was not read",
            Self::NoRule => "there was no such rule",
        }
    }
}
