//! Complaints about discipline.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::check::not_before;
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::ComplaintBody;
use crate::rulebook::{InForce, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// The measure of discipline that is complained about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ComplainedMeasure {
    /// Reprimand (khiển trách).
    Reprimand,
    /// Warning (cảnh cáo).
    Warning,
    /// Dismissal from a post (cách chức).
    Dismissal,
    /// Expulsion (khai trừ).
    Expulsion,
}

/// A complaint about discipline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ComplaintOnDisciplineInput {
    /// The measure.
    pub measure: ComplainedMeasure,
    /// The centre decided it.
    #[serde(default)]
    pub decided_by_central: bool,
    /// The day on which the one concerned got the decision.
    #[serde(deserialize_with = "crate::wire::day")]
    pub decision_received_on: NaiveDate,
    /// The day of the complaint.
    #[serde(deserialize_with = "crate::wire::day")]
    pub complained_on: NaiveDate,
    /// Who it is sent to.
    pub sent_to: ComplaintBody,
    /// It is made on behalf of another.
    #[serde(default)]
    pub on_behalf: bool,
    /// It goes beyond the level whose turn it is.
    #[serde(default)]
    pub skips_level: bool,
}

/// Why a complaint is not taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ComplaintObstacle {
    /// It comes too late.
    TooLate,
    /// It was sent to a body without power.
    NoPower,
    /// It was sent beyond the level.
    SkipsLevel,
    /// It is made on behalf of another.
    OnBehalf,
}

/// What becomes of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ComplaintOnDiscipline {
    /// Whether it is taken up: nothing is against it.
    pub taken_up: bool,
    /// What is against it, in the order of [`ComplaintObstacle`].
    pub obstacles: Vec<ComplaintObstacle>,
    /// The last day for it.
    #[serde(deserialize_with = "crate::wire::day")]
    pub last_day: NaiveDate,
    /// The last level that such a complaint can reach.
    pub last_level: ComplaintBody,
    /// It was sent to the last level: what that decides is final.
    pub at_last_level: bool,
    /// The measure is obeyed while the complaint is handled.
    pub measure_obeyed: bool,
}

/// Whether a complaint about discipline is taken up (khiếu nại kỷ luật): INS-05.
///
/// It is made within 30 days by the one concerned, to a body from the inspection committee of a
/// grassroots organization up, not beyond the level whose turn it is; the measure is obeyed
/// meanwhile. The last level is the Central Inspection Commission for a reprimand, a warning or a
/// dismissal, the Secretariat for an expulsion, the Central Committee for what the centre decided.
///
/// That the 30 days are calendar days and run from the day on which the one concerned got the
/// decision is a convention of this library: the number alone is known.
///
/// ```
/// use handbook::oversight::{
///     ComplainedMeasure, ComplaintObstacle, ComplaintOnDisciplineInput, complaint_on_discipline,
/// };
/// use handbook::rulebook::policy::ComplaintBody;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let complaint = ComplaintOnDisciplineInput {
///     measure: ComplainedMeasure::Warning,
///     decided_by_central: false,
///     decision_received_on: date(2025, 10, 1)?,
///     complained_on: date(2025, 11, 1)?,
///     sent_to: ComplaintBody::Cell,
///     on_behalf: false,
///     skips_level: false,
/// };
/// let found = complaint_on_discipline(&book.on(date(2025, 12, 31)?)?, &complaint)?.value;
/// assert_eq!(found.obstacles, [ComplaintObstacle::TooLate, ComplaintObstacle::NoPower]);
/// assert_eq!(found.last_day, date(2025, 10, 31)?);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `complainedOn` before the decision, and `decisionReceivedOn` at
/// the end of the calendar; [`HandbookError::RuleNotInForce`] where the book knows no rule for the
/// day.
pub fn complaint_on_discipline(
    rules: &Rules<'_>,
    input: &ComplaintOnDisciplineInput,
) -> Result<Verdict<ComplaintOnDiscipline>, HandbookError> {
    let from = input.decision_received_on;
    not_before("complainedOn", input.complained_on, from)?;
    let mut basis = Basis::default();
    let mut obstacles = Vec::new();
    let days = rules.get(parameter::COMPLAINT_DAYS)?;
    let last_day = later("decisionReceivedOn", from, days.value)?;
    let in_time = basis.compare(
        &days,
        Quantity::Date {
            value: input.complained_on,
        },
        Comparison::AtMost,
        Quantity::Date { value: last_day },
    );
    if !in_time {
        obstacles.push(ComplaintObstacle::TooLate);
    }
    let bodies = rules.get(parameter::COMPLAINT_BODIES)?;
    if !basis.one_of(&bodies, input.sent_to.as_str()) {
        obstacles.push(ComplaintObstacle::NoPower);
    }
    let skips = rules.get(parameter::COMPLAINT_SKIPS_LEVEL)?;
    if !allowed(&mut basis, &skips, input.skips_level) {
        obstacles.push(ComplaintObstacle::SkipsLevel);
    }
    let on_behalf = rules.get(parameter::COMPLAINT_ON_BEHALF)?;
    if !allowed(&mut basis, &on_behalf, input.on_behalf) {
        obstacles.push(ComplaintObstacle::OnBehalf);
    }
    let last_level = rules.get(if input.decided_by_central {
        parameter::COMPLAINT_LAST_CENTRAL
    } else if input.measure == ComplainedMeasure::Expulsion {
        parameter::COMPLAINT_LAST_EXPULSION
    } else {
        parameter::COMPLAINT_LAST
    })?;
    basis.policy(&last_level, last_level.value.as_str());
    let obeyed = rules.get(parameter::COMPLAINT_MEASURE_OBEYED)?;
    basis.compare(
        &obeyed,
        Quantity::Flag {
            value: obeyed.value,
        },
        Comparison::Equals,
        Quantity::Flag {
            value: obeyed.value,
        },
    );
    let value = ComplaintOnDiscipline {
        taken_up: obstacles.is_empty(),
        obstacles,
        last_day,
        last_level: last_level.value,
        at_last_level: input.sent_to == last_level.value,
        measure_obeyed: obeyed.value,
    };
    Ok(Verdict::new(value, basis))
}

/// Whether something that may be forbidden is allowed, or does not occur.
fn allowed(basis: &mut Basis, rule: &InForce<'_, bool>, occurs: bool) -> bool {
    rule.value
        || basis.compare(
            rule,
            Quantity::Flag { value: occurs },
            Comparison::Equals,
            Quantity::Flag { value: false },
        )
}

/// The day so many calendar days later.
pub(super) fn later(field: &str, from: NaiveDate, days: i64) -> Result<NaiveDate, InputError> {
    u64::try_from(days)
        .ok()
        .and_then(|days| from.checked_add_days(Days::new(days)))
        .ok_or_else(|| InputError::new(InputCode::OutOfRange, field, from))
}
