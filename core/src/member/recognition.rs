//! The end of probation.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::months_after;
use crate::calendar::working_day;
use crate::check::not_before;
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// When a member was admitted, and when the cell considered the recognition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecognitionDueInput {
    /// The day of the admission ceremony.
    #[serde(deserialize_with = "crate::wire::day")]
    pub ceremony_on: NaiveDate,
    /// The day the cell considered the recognition; absent while that is still to come.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub cell_met_on: Option<NaiveDate>,
}

/// As of when a member is recognized, and until when the cell considers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecognitionDue {
    /// The day as of which the member is full, however late the cell meets.
    #[serde(deserialize_with = "crate::wire::day")]
    pub recognized_on: NaiveDate,
    /// The last day for the cell to consider it.
    #[serde(deserialize_with = "crate::wire::day")]
    pub consider_by: NaiveDate,
    /// Whether the cell met after that day or, while it is still to meet, whether that day is
    /// over on the day asked.
    pub late: bool,
}

/// As of when a probationary member is recognized as full (công nhận đảng viên chính thức):
/// MEM-20 to MEM-22, Charter Art. 5, 294-QĐ/TW §4.2.
///
/// Probation lasts twelve months from the day of the ceremony and is over on the same day of the
/// next year; admitted on 29 February, on 28 February. A cell that met before that day was too
/// early, which the first ground says; then `late` is false.
///
/// # Errors
/// [`HandbookError::Input`] for a meeting before the ceremony, and for days whose holidays the
/// book does not know; [`HandbookError::RuleNotInForce`] where it knows no probation.
///
/// ```
/// use handbook::member::{RecognitionDueInput, recognition_due};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let met = date(2026, 5, 20)?;
/// let input =
///     RecognitionDueInput { ceremony_on: date(2025, 3, 15)?, cell_met_on: Some(met) };
/// let due = recognition_due(&book.on(met)?, &input)?.value;
/// assert_eq!(due.recognized_on, date(2026, 3, 15)?);
/// assert!(due.late);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn recognition_due(
    rules: &Rules<'_>,
    input: &RecognitionDueInput,
) -> Result<Verdict<RecognitionDue>, HandbookError> {
    if let Some(cell_met_on) = input.cell_met_on {
        not_before("cellMetOn", cell_met_on, input.ceremony_on)?;
    }
    let probation = rules.get(parameter::PROBATION_MONTHS)?;
    let days = rules.get(parameter::RECOGNITION_CONSIDERED_DAYS)?;
    let recognized_on = months_after("ceremonyOn", input.ceremony_on, probation.value)?;
    let consider_by = working_day(rules, recognized_on, days.value)?;

    let mut basis = Basis::default();
    let met = Quantity::Date {
        value: input.cell_met_on.unwrap_or(rules.date()),
    };
    basis.compare(
        &probation,
        met.clone(),
        Comparison::AtLeast,
        Quantity::Date {
            value: recognized_on,
        },
    );
    let in_time = basis.compare(
        &days,
        met,
        Comparison::AtMost,
        Quantity::Date { value: consider_by },
    );
    Ok(Verdict::new(
        RecognitionDue {
            recognized_on,
            consider_by,
            late: !in_time,
        },
        basis,
    ))
}
