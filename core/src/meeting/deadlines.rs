//! What is due before and after a meeting.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::{working_day, working_day_before};
use crate::check::{not_after, not_before};
use crate::error::{HandbookError, InputCode, InputError};
use crate::organization::DueState;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::DayCounting;
use crate::rulebook::{Parameter, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A meeting with what was done for it. A day is absent while its event has not happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingDeadlinesInput {
    /// The day of the meeting, planned or past.
    #[serde(deserialize_with = "crate::wire::day")]
    pub meets_on: NaiveDate,
    /// The day notice was given.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub notice_on: Option<NaiveDate>,
    /// The day the documents were on the handbook.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub documents_on: Option<NaiveDate>,
    /// The day the result or resolution was uploaded.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub result_on: Option<NaiveDate>,
    /// Which days are counted; absent for the policy in force.
    #[serde(default)]
    pub counting: Option<DayCounting>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// What is due around a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MeetingDuty {
    /// Notice is given (thông báo).
    Notice,
    /// The documents are on the handbook (sổ tay đảng viên).
    Documents,
    /// The result or resolution is uploaded.
    Result,
}

/// One obligation with its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingObligation {
    /// What is due.
    pub duty: MeetingDuty,
    /// The last day for it.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
    /// Where it stands on the day asked.
    pub state: DueState,
}

/// The obligations around a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingDeadlines {
    /// Those whose last day is known, in the order of [`MeetingDuty`].
    pub obligations: Vec<MeetingObligation>,
}

/// What is due around a meeting, and until when: MTG-08, 42-HD/BTCTW.
///
/// The documents are on the handbook at least one day before, the result within two days after.
/// The source says "days": whether they are days of the calendar or working days is a named
/// policy, open to a body. No text with a number for the notice was read (MTG-13): it stands in
/// the answer only where a body set one in an overlay.
///
/// ```
/// use handbook::meeting::{MeetingDeadlinesInput, MeetingDuty, meeting_deadlines};
/// use handbook::organization::DueState;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 6)?;
/// let meeting = MeetingDeadlinesInput {
///     meets_on: date(2025, 12, 3)?,
///     notice_on: None,
///     documents_on: Some(date(2025, 12, 2)?),
///     result_on: None,
///     counting: None,
///     on,
/// };
/// let due = meeting_deadlines(&book.on(on)?, &meeting)?.value.obligations;
/// assert_eq!((due[0].duty, due[0].state), (MeetingDuty::Documents, DueState::InTime));
/// assert_eq!((due[1].due_on, due[1].state), (date(2025, 12, 5)?, DueState::Overdue));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `noticeOn` after the meeting or after `on`, `documentsOn` after
/// `on`, `resultOn` before the meeting or after `on`, and `meetsOn` at the end of the calendar;
/// [`HandbookError::RuleNotInForce`] before 28 October 2025, and for a notice where no number is
/// known; with working days as [`working_day_after`](crate::calendar::working_day_after).
pub fn meeting_deadlines(
    rules: &Rules<'_>,
    input: &MeetingDeadlinesInput,
) -> Result<Verdict<MeetingDeadlines>, HandbookError> {
    input.check()?;
    let counting = rules.get(parameter::MEETING_DAY_COUNTING)?;
    let mut due = Due {
        rules,
        input,
        counting: input.counting.unwrap_or(counting.value),
        basis: Basis::default(),
        obligations: Vec::new(),
    };
    due.basis.policy(&counting, due.counting.as_str());
    if input.notice_on.is_some() || rules.get(parameter::MEETING_NOTICE_DAYS).is_ok() {
        due.add(
            MeetingDuty::Notice,
            parameter::MEETING_NOTICE_DAYS,
            input.notice_on,
        )?;
    }
    due.add(
        MeetingDuty::Documents,
        parameter::MEETING_DOCUMENTS_DAYS,
        input.documents_on,
    )?;
    due.add(
        MeetingDuty::Result,
        parameter::MEETING_RESULT_DAYS,
        input.result_on,
    )?;
    let obligations = due.obligations;
    Ok(Verdict::new(MeetingDeadlines { obligations }, due.basis))
}

impl MeetingDeadlinesInput {
    fn check(&self) -> Result<(), InputError> {
        if let Some(notice_on) = self.notice_on {
            not_after("noticeOn", notice_on, self.meets_on.min(self.on))?;
        }
        if let Some(documents_on) = self.documents_on {
            not_after("documentsOn", documents_on, self.on)?;
        }
        if let Some(result_on) = self.result_on {
            not_before("resultOn", result_on, self.meets_on)?;
            not_after("resultOn", result_on, self.on)?;
        }
        Ok(())
    }
}

/// The obligations as they are found.
struct Due<'a, 'book> {
    rules: &'a Rules<'book>,
    input: &'a MeetingDeadlinesInput,
    counting: DayCounting,
    basis: Basis,
    obligations: Vec<MeetingObligation>,
}

impl Due<'_, '_> {
    fn add(
        &mut self,
        duty: MeetingDuty,
        days: Parameter<i64>,
        done_on: Option<NaiveDate>,
    ) -> Result<(), HandbookError> {
        let days = self.rules.get(days)?;
        let due_on = self.last_day(duty == MeetingDuty::Result, days.value)?;
        let in_time = self.basis.compare(
            &days,
            Quantity::Date {
                value: done_on.unwrap_or(self.input.on),
            },
            Comparison::AtMost,
            Quantity::Date { value: due_on },
        );
        self.obligations.push(MeetingObligation {
            duty,
            due_on,
            state: DueState::new(done_on.is_some(), in_time),
        });
        Ok(())
    }

    fn last_day(&self, after: bool, days: i64) -> Result<NaiveDate, HandbookError> {
        let meets_on = self.input.meets_on;
        match (self.counting, after) {
            (DayCounting::WorkingDays, true) => working_day(self.rules, meets_on, days),
            (DayCounting::WorkingDays, false) => working_day_before(self.rules, meets_on, days),
            (DayCounting::CalendarDays, _) => {
                let days = Days::new(days.unsigned_abs());
                let found = if after {
                    meets_on.checked_add_days(days)
                } else {
                    meets_on.checked_sub_days(days)
                };
                found.ok_or_else(|| {
                    InputError::new(InputCode::OutOfRange, "meetsOn", meets_on).into()
                })
            }
        }
    }
}
