//! Appointing one who was not elected.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::disbanding::{CommitteeVote, CommitteeVoteOutcome};
use crate::calendar::add_months;
use crate::check::not_before;
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// One who stood for a committee, and would now be appointed to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReappointmentInput {
    /// The ballot: those who counted, and the votes for the candidate.
    pub ballot: CommitteeVote,
    /// The day of the ballot.
    #[serde(deserialize_with = "crate::wire::day")]
    pub voted_on: NaiveDate,
    /// The vote of the sitting committee on the appointment; absent while it has not voted.
    #[serde(default)]
    pub committee: Option<CommitteeVote>,
    /// The day of the appointment.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Whether one who was not elected may be appointed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reappointment {
    /// Whether the rule holds for the candidate: not for one who got more than half.
    pub restricted: bool,
    /// The first day of an appointment; absent where the rule does not hold.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub from: Option<NaiveDate>,
    /// The vote of the sitting committee; absent while there was none, and where the rule does
    /// not hold.
    pub committee: Option<CommitteeVoteOutcome>,
    /// Whether this rule leaves the appointment open on the day asked.
    pub allowed: bool,
}

/// Whether one who got half of the votes or fewer may be appointed to the committee (chỉ định cấp
/// ủy viên): ORG-28, 06-HD/TW §16.3.
///
/// Not before 12 months after the ballot, and with more than half of the sitting committee.
///
/// ```
/// use handbook::organization::{CommitteeVote, ReappointmentInput, reappointment};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2026, 3, 1)?;
/// let input = ReappointmentInput {
///     ballot: CommitteeVote { base: 100, yes: 50 },
///     voted_on: date(2025, 6, 20)?,
///     committee: Some(CommitteeVote { base: 15, yes: 8 }),
///     on,
/// };
/// let answer = reappointment(&book.on(on)?, &input)?.value;
/// assert_eq!(answer.from, Some(date(2026, 6, 20)?));
/// assert!(!answer.allowed);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming a `base` outside 1 to 1,000,000,000, a `yes` above it, `on`
/// before the ballot, and `votedOn` where the wait leaves the calendar;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn reappointment(
    rules: &Rules<'_>,
    input: &ReappointmentInput,
) -> Result<Verdict<Reappointment>, HandbookError> {
    input.ballot.check("ballot")?;
    if let Some(committee) = input.committee {
        committee.check("committee")?;
    }
    not_before("on", input.on, input.voted_on)?;
    let votes = rules.get(parameter::REAPPOINTMENT_VOTES)?;
    let mut basis = Basis::default();
    let restricted = basis.compare(
        &votes,
        Quantity::share(input.ballot.yes, input.ballot.base),
        Comparison::AtMost,
        Quantity::share(votes.value.numerator, votes.value.denominator),
    );
    if !restricted {
        let value = Reappointment {
            restricted,
            from: None,
            committee: None,
            allowed: true,
        };
        return Ok(Verdict::new(value, basis));
    }
    let months = rules.get(parameter::REAPPOINTMENT_MONTHS)?;
    let from = i32::try_from(months.value)
        .ok()
        .and_then(|months| add_months(input.voted_on, months))
        .ok_or_else(|| InputError::new(InputCode::OutOfRange, "votedOn", input.voted_on))?;
    let waited = basis.compare(
        &months,
        Quantity::Date { value: input.on },
        Comparison::AtLeast,
        Quantity::Date { value: from },
    );
    let committee = match input.committee {
        Some(committee) => {
            let share = rules.get(parameter::REAPPOINTMENT_MAJORITY)?;
            Some(committee.outcome(&share, Comparison::MoreThan, &mut basis))
        }
        None => None,
    };
    let value = Reappointment {
        restricted,
        from: Some(from),
        committee,
        allowed: waited && committee.is_some_and(|committee| committee.carried),
    };
    Ok(Verdict::new(value, basis))
}
