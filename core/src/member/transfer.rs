//! Official transfer: the letter and the file.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::months_after;
use crate::calendar::working_day;
use crate::check::{not_after, not_before};
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A letter of transfer, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferOverdueInput {
    /// The date of the letter (giấy giới thiệu sinh hoạt đảng).
    #[serde(deserialize_with = "crate::wire::day")]
    pub letter_on: NaiveDate,
    /// The day the letter and the file were handed in; absent while they were not.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub submitted_on: Option<NaiveDate>,
    /// There is a good reason for the delay (có lý do chính đáng).
    pub good_reason: bool,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Whether a transfer is overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferOverdue {
    /// The last day to present the letter.
    #[serde(deserialize_with = "crate::wire::day")]
    pub last_day: NaiveDate,
    /// Whether it was presented after that day or, while it was not, whether that day is over.
    pub overdue: bool,
    /// Whether the receiving committee deletes the member for quitting activity.
    pub deletion: bool,
}

/// Whether the letter and file of an official transfer (chuyển sinh hoạt đảng chính thức) are
/// overdue: MEM-40, 294-QĐ/TW §6.3.1, and MEM-42, 38-HD/BTCTW II.4.3.1.
///
/// The letter is presented within working days of its date, the day after being the first. More
/// than three calendar months without the file and without good reason lead to deletion: for a
/// letter of 2 June, from 3 September.
///
/// # Errors
/// [`HandbookError::Input`] for dates in the wrong order, and for days whose holidays the book
/// does not know; [`HandbookError::RuleNotInForce`] where it knows no rule.
///
/// ```
/// use handbook::member::{TransferOverdueInput, transfer_overdue};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 9, 15)?;
/// let input = TransferOverdueInput {
///     letter_on: date(2025, 6, 2)?,
///     submitted_on: Some(on),
///     good_reason: false,
///     on,
/// };
/// let transfer = transfer_overdue(&book.on(on)?, &input)?.value;
/// assert_eq!(transfer.last_day, date(2025, 7, 14)?);
/// assert!(transfer.overdue && transfer.deletion);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn transfer_overdue(
    rules: &Rules<'_>,
    input: &TransferOverdueInput,
) -> Result<Verdict<TransferOverdue>, HandbookError> {
    not_before("on", input.on, input.letter_on)?;
    if let Some(submitted_on) = input.submitted_on {
        not_before("submittedOn", submitted_on, input.letter_on)?;
        not_after("submittedOn", submitted_on, input.on)?;
    }
    let days = rules.get(parameter::TRANSFER_LETTER_DAYS)?;
    let months = rules.get(parameter::TRANSFER_FILE_MONTHS)?;
    let last_day = working_day(rules, input.letter_on, days.value)?;
    let last_for_file = months_after("letterOn", input.letter_on, months.value)?;

    let mut basis = Basis::default();
    let submitted = Quantity::Date {
        value: input.submitted_on.unwrap_or(input.on),
    };
    let in_time = basis.compare(
        &days,
        submitted.clone(),
        Comparison::AtMost,
        Quantity::Date { value: last_day },
    );
    let deletion = !basis.compare(
        &months,
        submitted,
        Comparison::AtMost,
        Quantity::Date {
            value: last_for_file,
        },
    ) && !basis.compare(
        &months,
        Quantity::Flag {
            value: input.good_reason,
        },
        Comparison::Equals,
        Quantity::Flag { value: true },
    );
    Ok(Verdict::new(
        TransferOverdue {
            last_day,
            overdue: !in_time,
            deletion,
        },
        basis,
    ))
}
