//! The shapes that a parameter's value can have.

use std::sync::Arc;

use serde::Deserialize;

use super::sheet::Sheet;
use crate::compact::Gather;
use crate::json::{Fill, FromJson, Json, Trouble};
use crate::quantity::Fraction;

/// The shape of a parameter's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Shape {
    /// A whole number.
    Count,
    /// A fraction, written `2/3`.
    Fraction,
    /// Yes or no.
    Flag,
    /// A word of a closed list.
    Choice,
    /// A list of whole numbers.
    Counts,
    /// Rows of whole numbers.
    Table,
    /// A list of words.
    Words,
    /// Words with a whole number each.
    Marks,
    /// An evaluation sheet.
    Sheet,
}

/// A parameter's value in one interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParameterValue {
    /// A whole number.
    Count(i64),
    /// A fraction.
    Fraction(Fraction),
    /// Yes or no.
    Flag(bool),
    /// A word of a closed list.
    Choice(String),
    /// A list of whole numbers.
    Counts(Vec<i64>),
    /// Rows of whole numbers.
    Table(Vec<Vec<i64>>),
    /// A list of words.
    Words(Vec<String>),
    /// Words with a whole number each, in the order of the book.
    Marks(Vec<(String, i64)>),
    /// An evaluation sheet.
    Sheet(Arc<Sheet>),
}

/// The value as it stands in JSON, before its shape is known.
#[derive(Debug, Clone)]
pub(super) enum RawValue {
    Flag(bool),
    Count(i64),
    Text(String),
    Counts(Vec<i64>),
    Table(Vec<Vec<i64>>),
    Words(Vec<String>),
    Marks(Vec<(String, i64)>),
    Sheet(Box<Sheet>),
}

impl Fill for RawValue {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        *self = match json {
            Json::Flag(flag) => Self::Flag(*flag),
            Json::Text(text) => Self::Text(text.to_string()),
            Json::Object(entries) if entries.iter().any(|(key, _)| key == "levels") => {
                Self::Sheet(Box::default())
            }
            Json::Object(entries) => Self::Marks(
                entries
                    .iter()
                    .map(|(word, _)| (word.to_string(), 0))
                    .gather(),
            ),
            Json::List(list) => match list.first() {
                Some(Json::Text(_)) => Self::Words(Vec::new()),
                Some(Json::List(_)) => Self::Table(Vec::new()),
                _ => Self::Counts(Vec::new()),
            },
            _ => Self::Count(0),
        };
        match self {
            Self::Flag(_) | Self::Text(_) => (),
            Self::Marks(marks) => {
                if let Json::Object(entries) = json {
                    for ((word, mark), (_, value)) in marks.iter_mut().zip(entries) {
                        mark.fill(value, trouble);
                        if trouble.is_there() {
                            return trouble.under(word.clone());
                        }
                    }
                }
            }
            Self::Count(value) => value.fill(json, trouble),
            Self::Counts(values) => values.fill(json, trouble),
            Self::Table(rows) => rows.fill(json, trouble),
            Self::Words(words) => words.fill(json, trouble),
            Self::Sheet(sheet) => sheet.fill(json, trouble),
        }
    }
}

impl FromJson for RawValue {
    fn blank() -> Self {
        Self::Flag(false)
    }
}

impl ParameterValue {
    pub(super) fn from_raw(raw: RawValue, shape: Shape) -> Option<Self> {
        Some(match (shape, raw) {
            (Shape::Count, RawValue::Count(value)) => Self::Count(value),
            (Shape::Flag, RawValue::Flag(value)) => Self::Flag(value),
            (Shape::Choice, RawValue::Text(value)) => Self::Choice(value),
            (Shape::Fraction, RawValue::Text(text)) => {
                let (numerator, denominator) = text.split_once('/')?;
                Self::Fraction(Fraction::new(
                    numerator.parse().ok()?,
                    denominator.parse().ok()?,
                )?)
            }
            (Shape::Counts, RawValue::Counts(values)) => Self::Counts(values),
            (Shape::Table, RawValue::Table(rows)) => Self::Table(rows),
            (Shape::Words, RawValue::Words(words)) => Self::Words(words),
            (Shape::Marks, RawValue::Marks(marks)) => Self::Marks(marks),
            (Shape::Sheet, RawValue::Sheet(sheet)) => Self::Sheet(Arc::from(sheet)),
            (Shape::Table, RawValue::Counts(values)) if values.is_empty() => {
                Self::Table(Vec::new())
            }
            (Shape::Words, RawValue::Counts(values)) if values.is_empty() => {
                Self::Words(Vec::new())
            }
            _ => return None,
        })
    }
}

/// A type that a parameter's value can be read as.
pub trait FromValue: Sized {
    /// The shape that the parameter must have.
    const SHAPE: Shape;

    /// The value, or `None` when it is of another shape or an unknown word.
    fn from_value(value: &ParameterValue) -> Option<Self>;
}

/// A closed list of words that name the readings of an unclear rule.
pub trait PolicyChoice: Sized + Copy + 'static {
    /// The words as they stand in JSON, with their meaning.
    const CHOICES: &'static [(&'static str, Self)];

    /// The word as it stands in JSON.
    fn word(self) -> &'static str;
}

macro_rules! from_value {
    ($($ty:ty, $shape:ident, $pattern:pat => $out:expr;)*) => {$(
        impl FromValue for $ty {
            const SHAPE: Shape = Shape::$shape;

            fn from_value(value: &ParameterValue) -> Option<Self> {
                match value {
                    $pattern => Some($out),
                    _ => None,
                }
            }
        }
    )*};
}

from_value! {
    i64, Count, ParameterValue::Count(value) => *value;
    Fraction, Fraction, ParameterValue::Fraction(value) => *value;
    bool, Flag, ParameterValue::Flag(value) => *value;
    Vec<i64>, Counts, ParameterValue::Counts(values) => values.clone();
    Vec<Vec<i64>>, Table, ParameterValue::Table(rows) => rows.clone();
    Vec<String>, Words, ParameterValue::Words(words) => words.clone();
    Arc<Sheet>, Sheet, ParameterValue::Sheet(sheet) => Arc::clone(sheet);
}

impl<C: PolicyChoice> FromValue for C {
    const SHAPE: Shape = Shape::Choice;

    fn from_value(value: &ParameterValue) -> Option<Self> {
        let ParameterValue::Choice(word) = value else {
            return None;
        };
        C::CHOICES
            .iter()
            .find(|(known, _)| known == word)
            .map(|(_, choice)| *choice)
    }
}

impl<C: PolicyChoice> FromValue for Vec<(C, i64)> {
    const SHAPE: Shape = Shape::Marks;

    /// In the order of the closed list, whatever the order of the book.
    fn from_value(value: &ParameterValue) -> Option<Self> {
        let ParameterValue::Marks(marks) = value else {
            return None;
        };
        let mut parts = Self::new();
        for (word, part) in C::CHOICES {
            if let Some((_, marks)) = marks.iter().find(|(known, _)| known == word) {
                parts.push((*part, *marks));
            }
        }
        // A word that is none of the list, or stands twice, is left over.
        (parts.len() == marks.len()).then_some(parts)
    }
}

/// The words of a list in force as values; the book was checked to name no others.
pub(crate) fn choices<C: PolicyChoice>(words: &[String]) -> Vec<C> {
    let named = |word: &String| {
        let known = C::CHOICES.iter().find(|(known, _)| known == word)?;
        Some(known.1)
    };
    words.iter().filter_map(named).gather()
}
