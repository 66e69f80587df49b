//! What follows the closing of an organization: files, seal, members.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::working_day;
use crate::check::{not_after, not_before};
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// How an organization was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ClosureKind {
    /// Dissolution (giải thể): its task is finished or its form no longer fits. ORG-40.
    Dissolution,
    /// Disbanding (giải tán), as discipline. ORG-41.
    Disbanding,
}

/// The committee that decides on a closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ClosingCommittee {
    /// The one competent to establish such an organization.
    Establishing,
    /// The one above the directly superior committee.
    OneLevelFurtherUp,
}

/// Where an obligation stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DueState {
    /// Not done, and its last day is not over.
    Open,
    /// Not done, and its last day is over.
    Overdue,
    /// Done by its last day.
    InTime,
    /// Done after its last day.
    Late,
}

impl DueState {
    pub(crate) fn new(done: bool, in_time: bool) -> Self {
        match (done, in_time) {
            (false, true) => Self::Open,
            (false, false) => Self::Overdue,
            (true, true) => Self::InTime,
            (true, false) => Self::Late,
        }
    }
}

/// An organization that was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClosureInput {
    /// The day it was closed.
    #[serde(deserialize_with = "crate::wire::day")]
    pub closed_on: NaiveDate,
    /// How.
    pub by: ClosureKind,
    /// The day files and seal were collected and every member was transferred; absent while they
    /// were not.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub settled_on: Option<NaiveDate>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// What is due after a closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Closure {
    /// The committee whose decision the closing needs.
    pub decided_by: ClosingCommittee,
    /// The last day to collect files and seal and to transfer the members.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
    /// Where that stands on the day asked.
    pub state: DueState,
}

/// Until when the direct superior collects the files and the seal of a closed organization and
/// transfers its members: ORG-42, 294-QĐ/TW §6.3.5; ORG-40 and ORG-41, §10.5 and §9.3.5, for who
/// closes it.
///
/// Working days run from the closing, the day after being the first.
///
/// ```
/// use handbook::organization::{ClosureInput, ClosureKind, DueState, closure};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 9, 25)?;
/// let closed = ClosureInput {
///     closed_on: date(2025, 8, 11)?,
///     by: ClosureKind::Dissolution,
///     settled_on: None,
///     on,
/// };
/// let answer = closure(&book.on(on)?, &closed)?.value;
/// assert_eq!(answer.due_on, date(2025, 9, 24)?);
/// assert_eq!(answer.state, DueState::Overdue);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `on` before the closing, and `settledOn` before the closing or
/// after `on`; [`HandbookError::OutsideRuleBook`] where the working days run out of the book;
/// [`HandbookError::RuleNotInForce`] where it knows no rule or no holidays.
pub fn closure(rules: &Rules<'_>, input: &ClosureInput) -> Result<Verdict<Closure>, HandbookError> {
    not_before("on", input.on, input.closed_on)?;
    if let Some(settled_on) = input.settled_on {
        not_before("settledOn", settled_on, input.closed_on)?;
        not_after("settledOn", settled_on, input.on)?;
    }
    let mut basis = Basis::default();
    let decided_by = match input.by {
        ClosureKind::Dissolution => {
            let rule = rules.get(parameter::DISSOLVED_BY_ESTABLISHING)?;
            basis.compare(
                &rule,
                Quantity::Flag { value: true },
                Comparison::Equals,
                Quantity::Flag { value: rule.value },
            );
            ClosingCommittee::Establishing
        }
        ClosureKind::Disbanding => {
            let share = rules.get(parameter::DISBANDING_DECISION)?;
            basis.policy(&share, &format!("moreThan {}", share.value));
            ClosingCommittee::OneLevelFurtherUp
        }
    };
    let days = rules.get(parameter::CLOSURE_DAYS)?;
    let due_on = working_day(rules, input.closed_on, days.value)?;
    let in_time = basis.compare(
        &days,
        Quantity::Date {
            value: input.settled_on.unwrap_or(input.on),
        },
        Comparison::AtMost,
        Quantity::Date { value: due_on },
    );
    let value = Closure {
        decided_by,
        due_on,
        state: DueState::new(input.settled_on.is_some(), in_time),
    };
    Ok(Verdict::new(value, basis))
}
