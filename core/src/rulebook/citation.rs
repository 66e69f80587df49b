//! Where a value comes from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How sure the source of a value is, from the surest to the least sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sureness {
    /// Read in the full text of the instrument.
    Read,
    /// Read on a secondary page: press, legal questions and answers.
    Secondary,
    /// Seen only in third-party data: a hint.
    Weak,
    /// Carried over from a neighbouring instrument whose text was read; the text in force on
    /// the date was not.
    Inferred,
    /// Chosen by a body in its overlay, or a convention of this rule book.
    Chosen,
}

impl Sureness {
    /// The word as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Secondary => "secondary",
            Self::Weak => "weak",
            Self::Inferred => "inferred",
            Self::Chosen => "chosen",
        }
    }
}

/// Instrument and clause behind a value, and the interval in which it is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Citation {
    /// The instrument's number, such as `294-QĐ/TW`.
    pub instrument: String,
    /// The clause, such as `§23.2` or `Điều 21.2`. Empty where the source names none; where the
    /// value is carried over, the clause that was read: `cf. 294-QĐ/TW §23.2`.
    pub clause: String,
    /// First day on which the value is in force.
    #[serde(deserialize_with = "crate::wire::day")]
    pub from: NaiveDate,
    /// Last day on which the value is in force; absent when the book knows no end.
    #[serde(
        default,
        deserialize_with = "crate::wire::optional_day",
        skip_serializing_if = "Option::is_none"
    )]
    pub to: Option<NaiveDate>,
    /// How sure the source is.
    pub sureness: Sureness,
    /// The overlay that set the value, if a body did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlay: Option<String>,
}

impl Citation {
    /// What stands for an overlay where the question itself chose the value.
    pub(crate) const ASKED: &'static str = "question";

    /// The question chose the value: the instrument in force speaks for its own only.
    pub(crate) fn ask(&mut self) {
        self.sureness = Sureness::Chosen;
        self.overlay = Some(Self::ASKED.to_owned());
    }
}
