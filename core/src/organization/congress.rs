//! The deadlines around a congress.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::closure::DueState;
use crate::calendar::{working_day, working_day_before};
use crate::check::{not_after, not_before};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Parameter, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A congress (đại hội), as far as it has come. A day is absent while its event has not happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CongressDeadlinesInput {
    /// The day it opens, planned or past.
    #[serde(deserialize_with = "crate::wire::day")]
    pub opens_on: NaiveDate,
    /// The day its opening was announced.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub announced_on: Option<NaiveDate>,
    /// The day it closed.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub closed_on: Option<NaiveDate>,
    /// The day the superior received the report on its results.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub reported_on: Option<NaiveDate>,
    /// There is a complaint about the election: then no day of confirmation is known.
    #[serde(default)]
    pub complaint: bool,
    /// The day the superior confirmed the results.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub confirmed_on: Option<NaiveDate>,
    /// The day the old committee handed over to the new one.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub handed_over_on: Option<NaiveDate>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// What is due around a congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CongressDuty {
    /// The convening committee announces the opening.
    Announce,
    /// The new committee reports the results to its superior.
    Report,
    /// The superior confirms them (chuẩn y).
    Confirm,
    /// The old committee hands over to the new one.
    HandOver,
}

/// One obligation with its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CongressObligation {
    /// What is due.
    pub duty: CongressDuty,
    /// The last day for it.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
    /// Where it stands on the day asked.
    pub state: DueState,
}

/// The obligations around a congress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CongressDeadlines {
    /// Those whose last day is known, in the order of [`CongressDuty`].
    pub obligations: Vec<CongressObligation>,
}

/// What is due around a congress (đại hội), and until when: ORG-29; 294-QĐ/TW §11.1.3, §15.2 and
/// §16.1.
///
/// The opening is announced so early that 30 working days pass, the opening day being the last.
/// The report and the hand-over run from the closing of the congress, the confirmation from the
/// day the report came; an obligation stands in the answer from the day its clock runs. That the
/// report and the hand-over run from the closing is a convention of this library: the numbers
/// alone were read.
///
/// ```
/// use handbook::organization::{CongressDeadlinesInput, CongressDuty, congress_deadlines};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 7, 14)?;
/// let congress = CongressDeadlinesInput {
///     opens_on: on,
///     announced_on: Some(date(2025, 6, 2)?),
///     closed_on: Some(on),
///     reported_on: None,
///     complaint: false,
///     confirmed_on: None,
///     handed_over_on: None,
///     on,
/// };
/// let due = congress_deadlines(&book.on(on)?, &congress)?.value.obligations;
/// assert_eq!((due[0].duty, due[0].due_on), (CongressDuty::Announce, date(2025, 6, 2)?));
/// assert_eq!((due[1].duty, due[1].due_on), (CongressDuty::Report, date(2025, 7, 23)?));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming a day in the wrong order: announced after the opening, closed
/// before it, reported or handed over before the closing or without one, confirmed before the
/// report or without one, anything after `on`; [`HandbookError::OutsideRuleBook`] where working
/// days run out of the book; [`HandbookError::RuleNotInForce`] where it knows no rule or no
/// holidays.
pub fn congress_deadlines(
    rules: &Rules<'_>,
    input: &CongressDeadlinesInput,
) -> Result<Verdict<CongressDeadlines>, HandbookError> {
    input.check()?;
    let mut due = Due {
        rules,
        on: input.on,
        basis: Basis::default(),
        obligations: Vec::new(),
    };
    let announced = rules.get(parameter::CONGRESS_ANNOUNCED_DAYS)?;
    let last = working_day_before(rules, input.opens_on, announced.value)?;
    due.add(
        CongressDuty::Announce,
        parameter::CONGRESS_ANNOUNCED_DAYS,
        last,
        input.announced_on,
    )?;
    if let Some(closed_on) = input.closed_on {
        due.after(
            CongressDuty::Report,
            parameter::RESULTS_REPORTED_DAYS,
            closed_on,
            input.reported_on,
        )?;
    }
    if let Some(reported_on) = input.reported_on
        && !input.complaint
    {
        due.after(
            CongressDuty::Confirm,
            parameter::RESULTS_CONFIRMED_DAYS,
            reported_on,
            input.confirmed_on,
        )?;
    }
    if let Some(closed_on) = input.closed_on {
        due.after(
            CongressDuty::HandOver,
            parameter::HAND_OVER_DAYS,
            closed_on,
            input.handed_over_on,
        )?;
    }
    let obligations = due.obligations;
    Ok(Verdict::new(CongressDeadlines { obligations }, due.basis))
}

impl CongressDeadlinesInput {
    fn check(&self) -> Result<(), HandbookError> {
        if let Some(announced_on) = self.announced_on {
            not_after("announcedOn", announced_on, self.opens_on.min(self.on))?;
        }
        ordered("closedOn", self.closed_on, Some(self.opens_on), self.on)?;
        ordered("reportedOn", self.reported_on, self.closed_on, self.on)?;
        ordered("confirmedOn", self.confirmed_on, self.reported_on, self.on)?;
        ordered("handedOverOn", self.handed_over_on, self.closed_on, self.on)
    }
}

/// Refuses an event before the one it follows, without it, or after the day asked.
fn ordered(
    field: &str,
    event: Option<NaiveDate>,
    follows: Option<NaiveDate>,
    on: NaiveDate,
) -> Result<(), HandbookError> {
    let Some(event) = event else { return Ok(()) };
    let Some(follows) = follows else {
        return Err(InputError::new(InputCode::DateOrder, field, event).into());
    };
    not_before(field, event, follows)?;
    not_after(field, event, on)?;
    Ok(())
}

/// The obligations as they are found.
struct Due<'rules, 'book> {
    rules: &'rules Rules<'book>,
    on: NaiveDate,
    basis: Basis,
    obligations: Vec<CongressObligation>,
}

impl Due<'_, '_> {
    fn after(
        &mut self,
        duty: CongressDuty,
        days: Parameter<i64>,
        from: NaiveDate,
        done_on: Option<NaiveDate>,
    ) -> Result<(), HandbookError> {
        let due_on = working_day(self.rules, from, self.rules.get(days)?.value)?;
        self.add(duty, days, due_on, done_on)
    }

    fn add(
        &mut self,
        duty: CongressDuty,
        days: Parameter<i64>,
        due_on: NaiveDate,
        done_on: Option<NaiveDate>,
    ) -> Result<(), HandbookError> {
        let in_time = self.basis.compare(
            &self.rules.get(days)?,
            Quantity::Date {
                value: done_on.unwrap_or(self.on),
            },
            Comparison::AtMost,
            Quantity::Date { value: due_on },
        );
        self.obligations.push(CongressObligation {
            duty,
            due_on,
            state: DueState::new(done_on.is_some(), in_time),
        });
        Ok(())
    }
}
