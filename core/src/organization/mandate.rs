//! When retirement ends membership of a committee.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A member of a committee who retires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MandateEndInput {
    /// The day on which social insurance begins (hưởng bảo hiểm xã hội), as the decision on
    /// retirement has it.
    #[serde(deserialize_with = "crate::wire::day")]
    pub insured_from: NaiveDate,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// When membership of the committee ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MandateEnd {
    /// The first day on which the person is no longer a member of the committee.
    #[serde(deserialize_with = "crate::wire::day")]
    pub ends_on: NaiveDate,
    /// Whether it has ended on the day asked.
    pub ended: bool,
    /// Whether a decision of its own is needed.
    pub decision_needed: bool,
}

/// When retirement ends membership of a committee (thôi tham gia cấp ủy): ORG-32, 294-QĐ/TW §16.4.
///
/// From the day on which social insurance begins, as the decision on retirement has it; no
/// decision of its own is needed.
///
/// ```
/// use handbook::organization::{MandateEndInput, mandate_end};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 9, 30)?;
/// let retiring = MandateEndInput { insured_from: date(2025, 10, 1)?, on };
/// let answer = mandate_end(&book.on(on)?, &retiring)?.value;
/// assert!(!answer.ended);
/// assert!(!answer.decision_needed);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn mandate_end(
    rules: &Rules<'_>,
    input: &MandateEndInput,
) -> Result<Verdict<MandateEnd>, HandbookError> {
    let ends = rules.get(parameter::MANDATE_ENDS_RETIRED)?;
    let decision = rules.get(parameter::MANDATE_END_DECISION)?;
    let mut basis = Basis::default();
    let begun = basis.compare(
        &ends,
        Quantity::Date { value: input.on },
        Comparison::AtLeast,
        Quantity::Date {
            value: input.insured_from,
        },
    );
    basis.compare(
        &decision,
        Quantity::Flag {
            value: decision.value,
        },
        Comparison::Equals,
        Quantity::Flag {
            value: decision.value,
        },
    );
    let value = MandateEnd {
        ends_on: input.insured_from,
        ended: ends.value && begun,
        decision_needed: decision.value,
    };
    Ok(Verdict::new(value, basis))
}
