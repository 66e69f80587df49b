//! A task with its term, its reports and its result.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::working_days_between;
use crate::check::{in_range, not_after, not_before, part_of};
use crate::compact::{Gather, sort_by_key};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// The whole in hundredths of a percent.
const WHOLE: u32 = 10_000;

/// How much of a task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum TaskProgress {
    /// A share.
    Share {
        /// Hundredths of a percent, 0 to 10,000.
        hundredths: u32,
    },
    /// Things counted.
    Count {
        /// How many are done, at most `of`.
        done: u32,
        /// How many there are, 1 or more.
        of: u32,
    },
}

/// A report on a task (báo cáo tiến độ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskReport {
    /// The day of the report.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
    /// How much was done by then.
    pub progress: TaskProgress,
}

/// Why a task has another last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskChange {
    /// More time was given (gia hạn).
    Extended,
    /// The result was given back to be improved (trả lại).
    Returned,
}

/// A new last day of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskTerm {
    /// Why.
    pub change: TaskChange,
    /// The day on which it was set.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
    /// The new last day, later than the one before and not before `on`.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
}

/// Quality and effect of a finished task (chất lượng, hiệu quả).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskQuality {
    /// Below what was required (chưa đạt yêu cầu).
    Below,
    /// As required (đạt yêu cầu).
    Met,
    /// Beyond what was required (vượt mức yêu cầu).
    Beyond,
}

/// A task (nhiệm vụ) as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignedTask {
    /// The day it was given.
    #[serde(deserialize_with = "crate::wire::day")]
    pub given_on: NaiveDate,
    /// Its first last day, not before `givenOn`.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
    /// New last days, in any order, at most one set on a day.
    #[serde(default)]
    pub terms: Vec<TaskTerm>,
    /// Reports, in any order, at most one on a day.
    #[serde(default)]
    pub reports: Vec<TaskReport>,
    /// The day it was done; absent while it is not.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub done_on: Option<NaiveDate>,
    /// How well; absent while nobody has judged it.
    #[serde(default)]
    pub quality: Option<TaskQuality>,
}

/// A task whose state is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskStateInput {
    /// The task.
    pub task: AssignedTask,
    /// Days are counted as working days.
    #[serde(default)]
    pub working_days: bool,
    /// The day on which it is asked; nothing of the task is later.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskState {
    /// Given, its last day is not over, and nothing was reported.
    Open,
    /// In its first term, and reported on.
    Reported,
    /// Not done, in a later term that is not over.
    Extended,
    /// Not done, and its last day is over.
    Late,
    /// Done by its last day.
    Done,
    /// Done after its last day.
    DoneLate,
}

/// Where a task stands on the day asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskStanding {
    /// Its state.
    pub state: TaskState,
    /// Its last day, with the new ones.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
    /// Days from the day asked to the last day, which counts; absent when it is done or late.
    pub days_left: Option<u32>,
    /// Days after the last day until it was done, or until the day asked, which counts; absent
    /// when it is in time.
    pub days_over: Option<u32>,
    /// The last report; absent without one.
    pub progress: Option<TaskProgress>,
    /// Whether it was completed well; absent while it is not done, and where it was done in time
    /// and nobody has judged it.
    pub completed_well: Option<bool>,
}

/// Where a task stands (tiến độ nhiệm vụ), and whether it was completed well: MEM-71, 06-HD/TW
/// §2.2.
///
/// "Completed well" is quality and effect, and in time: in the term that was in force at the end,
/// so that an extension counts. Days are calendar days or, asked so, working days; a task that was
/// due on a Friday is late on Saturday, by no working day.
///
/// ```
/// use handbook::work::{AssignedTask, TaskQuality, TaskState, TaskStateInput, task_state};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 10, 20)?;
/// let task = AssignedTask {
///     given_on: date(2025, 9, 1)?,
///     due_on: date(2025, 10, 15)?,
///     terms: Vec::new(),
///     reports: Vec::new(),
///     done_on: Some(date(2025, 10, 17)?),
///     quality: Some(TaskQuality::Beyond),
/// };
/// let asked = TaskStateInput { task, working_days: false, on };
/// let standing = task_state(&book.on(on)?, &asked)?.value;
/// assert_eq!((standing.state, standing.days_over), (TaskState::DoneLate, Some(2)));
/// assert_eq!(standing.completed_well, Some(false));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming a day in the wrong order (before the task was given, after it
/// was done, after `on`, a new last day that is not later), two terms or two reports of one day, a
/// share above the whole, and `quality` of a task that is not done;
/// [`HandbookError::RuleNotInForce`] for a task that is done where the book does not know what
/// "completed well" means; with working days, as
/// [`working_day_after`](crate::calendar::working_day_after).
pub fn task_state(
    rules: &Rules<'_>,
    input: &TaskStateInput,
) -> Result<Verdict<TaskStanding>, HandbookError> {
    let mut basis = Basis::default();
    let value = stand(rules, &input.task, input.on, input.working_days, &mut basis)?;
    Ok(Verdict::new(value, basis))
}

/// The standing of one task, with what it rests on.
pub(super) fn stand(
    rules: &Rules<'_>,
    task: &AssignedTask,
    on: NaiveDate,
    working_days: bool,
    basis: &mut Basis,
) -> Result<TaskStanding, HandbookError> {
    let last = task.done_on.unwrap_or(on);
    not_after("givenOn", task.given_on, on)?;
    not_before("dueOn", task.due_on, task.given_on)?;
    if let Some(done_on) = task.done_on {
        not_before("doneOn", done_on, task.given_on)?;
        not_after("doneOn", done_on, on)?;
    } else if task.quality.is_some() {
        return Err(InputError::new(InputCode::Contradiction, "quality", "not done").into());
    }
    let due_on = task.last_term(last)?;
    let progress = task.last_report(last)?;
    let in_time = last <= due_on;
    let state = match (task.done_on.is_some(), in_time) {
        (true, true) => TaskState::Done,
        (true, false) => TaskState::DoneLate,
        (false, false) => TaskState::Late,
        (false, true) if due_on != task.due_on => TaskState::Extended,
        (false, true) if progress.is_some() => TaskState::Reported,
        (false, true) => TaskState::Open,
    };
    let days = |from, to| days_between(rules, from, to, working_days);
    let completed_well = if task.done_on.is_some() {
        well(rules, task.quality, (last, due_on), basis)?
    } else {
        None
    };
    Ok(TaskStanding {
        state,
        due_on,
        days_left: match (in_time, task.done_on) {
            (true, None) => Some(days(on, due_on)?),
            _ => None,
        },
        days_over: if in_time {
            None
        } else {
            Some(days(due_on, last)?)
        },
        progress,
        completed_well,
    })
}

/// Days after one day, up to and with another.
fn days_between(
    rules: &Rules<'_>,
    from: NaiveDate,
    to: NaiveDate,
    working_days: bool,
) -> Result<u32, HandbookError> {
    if working_days {
        return working_days_between(rules, from, to);
    }
    Ok(u32::try_from((to - from).num_days()).unwrap_or(0))
}

/// Whether a task that is done was completed well. Both conditions are compared, so that the
/// grounds show everything it lacks.
fn well(
    rules: &Rules<'_>,
    quality: Option<TaskQuality>,
    (done_on, due_on): (NaiveDate, NaiveDate),
    basis: &mut Basis,
) -> Result<Option<bool>, HandbookError> {
    let in_time = rules.get(parameter::COMPLETED_WELL_ON_TIME)?;
    let with_quality = rules.get(parameter::COMPLETED_WELL_QUALITY)?;
    let in_time = !in_time.value
        || basis.compare(
            &in_time,
            Quantity::Date { value: done_on },
            Comparison::AtMost,
            Quantity::Date { value: due_on },
        );
    if !with_quality.value {
        return Ok(Some(in_time));
    }
    let Some(quality) = quality else {
        return Ok((!in_time).then_some(false));
    };
    let good = basis.compare(
        &with_quality,
        Quantity::Flag {
            value: quality >= TaskQuality::Met,
        },
        Comparison::Equals,
        Quantity::Flag { value: true },
    );
    Ok(Some(in_time && good))
}

impl AssignedTask {
    /// The last day in force at the end; every new one must be later than the one before.
    fn last_term(&self, last: NaiveDate) -> Result<NaiveDate, InputError> {
        let mut order: Vec<&TaskTerm> = self.terms.iter().gather();
        sort_by_key(&mut order, |term| term.on);
        let mut due_on = self.due_on;
        let mut before = None;
        for term in order {
            not_before("terms", term.on, self.given_on)?;
            not_after("terms", term.on, last)?;
            not_before("terms", term.due_on, term.on)?;
            if before == Some(term.on) {
                return Err(InputError::new(InputCode::Duplicate, "terms", term.on));
            }
            if term.due_on <= due_on {
                return Err(InputError::new(InputCode::DateOrder, "terms", term.due_on)
                    .with_limit(format!("later than {due_on}")));
            }
            before = Some(term.on);
            due_on = term.due_on;
        }
        Ok(due_on)
    }

    fn last_report(&self, last: NaiveDate) -> Result<Option<TaskProgress>, InputError> {
        let mut order: Vec<&TaskReport> = self.reports.iter().gather();
        sort_by_key(&mut order, |report| report.on);
        let mut before = None;
        for report in &order {
            not_before("reports", report.on, self.given_on)?;
            not_after("reports", report.on, last)?;
            if before == Some(report.on) {
                return Err(InputError::new(InputCode::Duplicate, "reports", report.on));
            }
            before = Some(report.on);
            match report.progress {
                TaskProgress::Share { hundredths } => {
                    in_range("hundredths", hundredths, 0, WHOLE)?;
                }
                TaskProgress::Count { done, of } => {
                    in_range("of", of, 1, u32::MAX)?;
                    part_of("done", done.into(), of.into())?;
                }
            }
        }
        Ok(order.last().map(|report| report.progress))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn task() -> Result<AssignedTask, InputError> {
        Ok(AssignedTask {
            given_on: date(2025, 9, 1)?,
            due_on: date(2025, 10, 10)?,
            terms: Vec::new(),
            reports: Vec::new(),
            done_on: None,
            quality: None,
        })
    }

    fn ask(task: &AssignedTask, on: NaiveDate) -> Result<TaskStanding, HandbookError> {
        let book = RuleBook::vietnam();
        let input = TaskStateInput {
            task: task.clone(),
            working_days: false,
            on,
        };
        Ok(task_state(&book.on(on)?, &input)?.value)
    }

    #[test]
    fn the_last_day_is_in_time() -> Result<(), HandbookError> {
        let task = task()?;
        let last = ask(&task, date(2025, 10, 10)?)?;
        assert_eq!((last.state, last.days_left), (TaskState::Open, Some(0)));
        let after = ask(&task, date(2025, 10, 11)?)?;
        assert_eq!((after.state, after.days_over), (TaskState::Late, Some(1)));
        Ok(())
    }

    #[test]
    fn an_extension_counts_and_late_is_never_well() -> Result<(), HandbookError> {
        let mut task = task()?;
        task.terms.push(TaskTerm {
            change: TaskChange::Extended,
            on: date(2025, 10, 9)?,
            due_on: date(2025, 10, 31)?,
        });
        let on = date(2025, 11, 5)?;
        assert_eq!(ask(&task, date(2025, 10, 20)?)?.state, TaskState::Extended);
        task.done_on = Some(date(2025, 10, 31)?);
        assert_eq!(ask(&task, on)?.completed_well, None, "nobody has judged it");
        task.quality = Some(TaskQuality::Met);
        assert_eq!(ask(&task, on)?.completed_well, Some(true));
        task.done_on = Some(date(2025, 11, 1)?);
        assert_eq!(ask(&task, on)?.completed_well, Some(false));
        task.quality = None;
        assert_eq!(ask(&task, on)?.completed_well, Some(false));
        Ok(())
    }

    #[test]
    fn what_cannot_be_is_an_error() -> Result<(), HandbookError> {
        let on = date(2025, 11, 5)?;
        let mut judged = task()?;
        judged.quality = Some(TaskQuality::Met);
        assert!(ask(&judged, on).is_err());
        let mut twice = task()?;
        let report = TaskReport {
            on,
            progress: TaskProgress::Count { done: 1, of: 2 },
        };
        twice.reports = vec![report];
        assert!(ask(&twice, on).is_ok());
        twice.reports.push(report);
        assert!(ask(&twice, on).is_err());
        assert!(ask(&task()?, date(2025, 8, 31)?).is_err());
        Ok(())
    }
}
