//! Answers to members, and informing them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{add_months, working_day, working_days_between};
use crate::check::{not_after, not_before};
use crate::error::{HandbookError, InputCode, InputError};
use crate::organization::DueState;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::OversightLevel;
use crate::rulebook::{InForce, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A question or a criticism (chất vấn, phê bình) that an answer is owed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerDueInput {
    /// The level that was asked.
    pub level: OversightLevel,
    /// The day it was received.
    #[serde(deserialize_with = "crate::wire::day")]
    pub received_on: NaiveDate,
    /// The day it was answered; absent while it is not.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub answered_on: Option<NaiveDate>,
    /// It was said why the answer takes longer.
    #[serde(default)]
    pub reason_given: bool,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Until when an answer is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerDue {
    /// The last day for it.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
    /// Where it stands on the day asked.
    pub state: DueState,
    /// Working days after the last day until it was answered, or until the day asked.
    pub working_days_over: u32,
    /// It took or takes longer, and nobody said why.
    pub reason_missing: bool,
}

/// The working days within which a level answers.
pub(super) fn answer_days<'book>(
    rules: &Rules<'book>,
    level: OversightLevel,
) -> Result<InForce<'book, i64>, HandbookError> {
    rules.get(match level {
        OversightLevel::Grassroots => parameter::ANSWER_DAYS_GRASSROOTS,
        OversightLevel::AboveGrassroots | OversightLevel::Provincial => {
            parameter::ANSWER_DAYS_UPPER
        }
        OversightLevel::Central => parameter::ANSWER_DAYS_CENTRAL,
    })
}

/// Until when a member's question or criticism is answered (trả lời chất vấn, phê bình): MEM-77,
/// 294-QĐ/TW §2.1.
///
/// 30 working days for a grassroots organization or a member, 60 above grassroots and in the
/// province, 90 at the centre; whoever takes longer says why. The day of receipt does not count.
///
/// ```
/// use handbook::organization::DueState;
/// use handbook::oversight::{AnswerDueInput, answer_due};
/// use handbook::rulebook::policy::OversightLevel;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 9, 26)?;
/// let question = AnswerDueInput {
///     level: OversightLevel::Grassroots,
///     received_on: date(2025, 8, 11)?,
///     answered_on: None,
///     reason_given: false,
///     on,
/// };
/// let due = answer_due(&book.on(on)?, &question)?.value;
/// assert_eq!((due.due_on, due.state), (date(2025, 9, 24)?, DueState::Overdue));
/// assert_eq!((due.working_days_over, due.reason_missing), (2, true));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `on` before the receipt, and `answeredOn` before it or after
/// `on`; [`HandbookError::OutsideRuleBook`] where working days run out of the book;
/// [`HandbookError::RuleNotInForce`] where it knows no rule or no holidays.
pub fn answer_due(
    rules: &Rules<'_>,
    input: &AnswerDueInput,
) -> Result<Verdict<AnswerDue>, HandbookError> {
    not_before("on", input.on, input.received_on)?;
    if let Some(answered_on) = input.answered_on {
        not_before("answeredOn", answered_on, input.received_on)?;
        not_after("answeredOn", answered_on, input.on)?;
    }
    let mut basis = Basis::default();
    let days = answer_days(rules, input.level)?;
    let due_on = working_day(rules, input.received_on, days.value)?;
    let last = input.answered_on.unwrap_or(input.on);
    let in_time = basis.compare(
        &days,
        Quantity::Date { value: last },
        Comparison::AtMost,
        Quantity::Date { value: due_on },
    );
    let reason = rules.get(parameter::ANSWER_REASON)?;
    let explained = in_time
        || !reason.value
        || basis.compare(
            &reason,
            Quantity::Flag {
                value: input.reason_given,
            },
            Comparison::Equals,
            Quantity::Flag { value: true },
        );
    let value = AnswerDue {
        due_on,
        state: DueState::new(input.answered_on.is_some(), in_time),
        working_days_over: working_days_between(rules, due_on, last)?,
        reason_missing: !explained,
    };
    Ok(Verdict::new(value, basis))
}

/// When members were last informed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InformationDueInput {
    /// The day they were last informed.
    #[serde(deserialize_with = "crate::wire::day")]
    pub informed_on: NaiveDate,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Until when members are informed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InformationDue {
    /// The last day for it.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
    /// The last day is over.
    pub overdue: bool,
}

/// Until when members are informed again (thông tin cho đảng viên): MEM-77, 294-QĐ/TW §2.3.
///
/// Monthly is taken as a month from the last time, on the same day or on the month's last.
///
/// ```
/// use handbook::oversight::{InformationDueInput, information_due};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let asked = InformationDueInput { informed_on: date(2025, 11, 28)?, on };
/// let due = information_due(&book.on(on)?, &asked)?.value;
/// assert_eq!((due.due_on, due.overdue), (date(2025, 12, 28)?, true));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `informedOn` after `on` or at the end of the calendar;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn information_due(
    rules: &Rules<'_>,
    input: &InformationDueInput,
) -> Result<Verdict<InformationDue>, HandbookError> {
    not_after("informedOn", input.informed_on, input.on)?;
    let months = rules.get(parameter::INFORMATION_MONTHS)?;
    let due_on = i32::try_from(months.value)
        .ok()
        .and_then(|months| add_months(input.informed_on, months))
        .ok_or_else(|| InputError::new(InputCode::OutOfRange, "informedOn", input.informed_on))?;
    let mut basis = Basis::default();
    let in_time = basis.compare(
        &months,
        Quantity::Date { value: input.on },
        Comparison::AtMost,
        Quantity::Date { value: due_on },
    );
    let value = InformationDue {
        due_on,
        overdue: !in_time,
    };
    Ok(Verdict::new(value, basis))
}
