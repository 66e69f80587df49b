//! Many tasks, counted.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::task::{AssignedTask, TaskQuality, TaskState, stand};
use crate::check::in_range;
use crate::compact::{Gather, TextMap, sort_by, sort_by_key};
use crate::error::{HandbookError, InputCode, InputError};
use crate::evaluation::TaskCounts;
use crate::identifier::{MemberId, OrganizationId, TaskId};
use crate::quantity::{Comparison, Quantity, shown_percent};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Most decimals that a percentage is shown with.
const MOST_DECIMALS: u8 = 4;

/// Who a task was given to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum TaskHolder {
    /// A member.
    Member {
        /// The member.
        member: MemberId,
    },
    /// An organization.
    Organization {
        /// The organization.
        organization: OrganizationId,
    },
}

/// A task of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HeldTask {
    /// The task.
    pub id: TaskId,
    /// Everybody it was given to, each once, one or more.
    pub holders: Vec<TaskHolder>,
    /// What is known of it.
    pub task: AssignedTask,
}

/// The tasks to be counted: of a year, or of one resolution (nghị quyết).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskSummaryInput {
    /// The tasks, each once, in any order.
    pub tasks: Vec<HeldTask>,
    /// Members who must have a task; whoever has none is named. Each once.
    #[serde(default)]
    pub members: Vec<MemberId>,
    /// Decimals of the percentages, 0 to 4.
    pub decimals: u8,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Tasks by their state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskTotals {
    /// Given, in time, and not reported on.
    pub open: u32,
    /// In the first term, and reported on.
    pub reported: u32,
    /// In a later term that is not over.
    pub extended: u32,
    /// Not done, and the last day is over.
    pub late: u32,
    /// Done in time.
    pub done: u32,
    /// Done after the last day.
    pub done_late: u32,
    /// The same tasks as the yearly level reads them: done in time and with quality is `onTime`,
    /// done after the last day is `late`.
    pub counts: TaskCounts,
    /// Done, of all, in percent; absent without tasks.
    pub done_shown: Option<String>,
    /// Done in time and with quality, of all, in percent; absent without tasks.
    pub on_time_shown: Option<String>,
    /// Done beyond what was required, of all, in percent; absent without tasks.
    pub beyond_shown: Option<String>,
}

/// The tasks of one holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskRow {
    /// The holder.
    pub holder: TaskHolder,
    /// The holder's tasks.
    pub totals: TaskTotals,
}

/// Tasks, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskSummary {
    /// All tasks, each once however many hold it.
    pub totals: TaskTotals,
    /// By holder: members first, each kind by its identifier.
    pub rows: Vec<TaskRow>,
    /// Members asked for who hold no task, by their identifiers.
    pub without_task: Vec<MemberId>,
}

/// Tasks counted by their state (tổng hợp nhiệm vụ), in all and by holder: MEM-70, MEM-71.
///
/// Of the tasks of one resolution, the degree of completion is `counts.done` of `counts.total`:
/// every task that was done by the day asked, in time or late and however well, of every task that
/// the resolution gave. The counts of a member's year are what
/// [`level`](crate::evaluation::level) reads. Shares are sums of counts; a task with several
/// holders counts once in all and once for each of them.
///
/// ```
/// use handbook::work::{
///     AssignedTask, HeldTask, TaskHolder, TaskQuality, TaskSummaryInput, task_summary,
/// };
/// use handbook::{MemberId, RuleBook, TaskId, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let member = MemberId::new("an")?;
/// let held = HeldTask {
///     id: TaskId::new("hamlet-road")?,
///     holders: vec![TaskHolder::Member { member }],
///     task: AssignedTask {
///         given_on: date(2025, 1, 10)?,
///         due_on: date(2025, 11, 30)?,
///         terms: Vec::new(),
///         reports: Vec::new(),
///         done_on: Some(date(2025, 11, 20)?),
///         quality: Some(TaskQuality::Beyond),
///     },
/// };
/// let asked = TaskSummaryInput {
///     tasks: vec![held],
///     members: vec![MemberId::new("an")?, MemberId::new("ba")?],
///     decimals: 1,
///     on,
/// };
/// let summary = task_summary(&book.on(on)?, &asked)?.value;
/// assert_eq!((summary.totals.counts.on_time, summary.totals.counts.beyond), (1, 1));
/// assert_eq!(summary.without_task, [MemberId::new("ba")?]);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `decimals` out of its range, the task or the member given twice
/// with its place, such as `tasks[2].id`, a task without a holder or with one given twice, and
/// whatever [`task_state`](super::task_state) names, with its place;
/// [`HandbookError::RuleNotInForce`] where the book does not know what the tasks ask for.
pub fn task_summary(
    rules: &Rules<'_>,
    input: &TaskSummaryInput,
) -> Result<Verdict<TaskSummary>, HandbookError> {
    in_range("decimals", input.decimals, 0, MOST_DECIMALS)?;
    let mut basis = Basis::default();
    let mut totals = TaskTotals::default();
    let mut held: Vec<(&TaskHolder, usize, Counted)> = Vec::new();
    let mut known = TextMap::new();
    for (place, task) in input.tasks.iter().enumerate() {
        if !known.insert(task.id.as_str(), place) {
            return Err(twice(format!("tasks[{place}].id"), task.id.as_str()));
        }
        let counted = task.count(rules, input.on, place)?;
        totals.add(counted);
        if task.holders.is_empty() {
            let field = format!("tasks[{place}].holders");
            return Err(InputError::new(InputCode::Empty, field, &task.id).into());
        }
        held.extend(task.holders.iter().map(|holder| (holder, place, counted)));
    }
    sort_by_key(&mut held, |(holder, place, _)| (*holder, *place));
    let mut rows: Vec<TaskRow> = Vec::new();
    let mut before = None;
    for (holder, place, counted) in held {
        if before == Some((holder, place)) {
            return Err(twice(format!("tasks[{place}].holders"), holder.name()));
        }
        before = Some((holder, place));
        if rows.last().is_none_or(|row| row.holder != *holder) {
            rows.push(TaskRow {
                holder: holder.clone(),
                totals: TaskTotals::default(),
            });
        }
        if let Some(row) = rows.last_mut() {
            row.totals.add(counted);
        }
    }
    totals.show(input.decimals);
    for row in &mut rows {
        row.totals.show(input.decimals);
    }
    let without_task = without_task(rules, &input.members, &rows, &mut basis)?;
    let value = TaskSummary {
        totals,
        rows,
        without_task,
    };
    Ok(Verdict::new(value, basis))
}

#[cold]
fn twice(field: String, value: &str) -> HandbookError {
    InputError::new(InputCode::Duplicate, field, value).into()
}

/// The members asked for who hold no task.
fn without_task(
    rules: &Rules<'_>,
    members: &[MemberId],
    rows: &[TaskRow],
    basis: &mut Basis,
) -> Result<Vec<MemberId>, HandbookError> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let yearly = rules.get(parameter::YEARLY_TASK)?;
    let mut sorted: Vec<&MemberId> = members.iter().gather();
    sort_by(&mut sorted, Ord::cmp);
    let mut before = None;
    let mut without = Vec::new();
    for member in sorted {
        if before == Some(member) {
            return Err(twice("members".to_owned(), member.as_str()));
        }
        before = Some(member);
        // The rows of members come first, in the order of their identifiers.
        let holds = rows.binary_search_by(|row| match &row.holder {
            TaskHolder::Member { member: holder } => holder.cmp(member),
            TaskHolder::Organization { .. } => Ordering::Greater,
        });
        if holds.is_err() {
            without.push(member.clone());
        }
    }
    let count = |count: usize| Quantity::count(i64::try_from(count).unwrap_or(i64::MAX));
    if yearly.value {
        basis.compare(
            &yearly,
            count(members.len() - without.len()),
            Comparison::Equals,
            count(members.len()),
        );
    }
    Ok(without)
}

/// What one task adds to the counts.
#[derive(Debug, Clone, Copy)]
struct Counted {
    state: TaskState,
    well: bool,
    beyond: bool,
}

impl HeldTask {
    fn count(
        &self,
        rules: &Rules<'_>,
        on: NaiveDate,
        place: usize,
    ) -> Result<Counted, HandbookError> {
        // The grounds of every single task would drown the answer; `task_state` gives them.
        let mut unheard = Basis::default();
        let standing = stand(rules, &self.task, on, false, &mut unheard).map_err(|error| {
            let HandbookError::Input(mut error) = error else {
                return error;
            };
            error.field = format!("tasks[{place}].task.{}", error.field);
            error.into()
        })?;
        Ok(Counted {
            state: standing.state,
            well: standing.completed_well == Some(true),
            beyond: self.task.quality == Some(TaskQuality::Beyond),
        })
    }
}

impl TaskHolder {
    fn name(&self) -> &str {
        match self {
            Self::Member { member } => member.as_str(),
            Self::Organization { organization } => organization.as_str(),
        }
    }
}

impl TaskTotals {
    fn add(&mut self, counted: Counted) {
        let done = match counted.state {
            TaskState::Open => &mut self.open,
            TaskState::Reported => &mut self.reported,
            TaskState::Extended => &mut self.extended,
            TaskState::Late => &mut self.late,
            TaskState::Done => &mut self.done,
            TaskState::DoneLate => &mut self.done_late,
        };
        *done = done.saturating_add(1);
        let counts = &mut self.counts;
        counts.total = counts.total.saturating_add(1);
        counts.done = self.done.saturating_add(self.done_late);
        counts.late = self.done_late;
        counts.on_time = counts.on_time.saturating_add(u32::from(counted.well));
        counts.beyond = counts.beyond.saturating_add(u32::from(counted.beyond));
    }

    fn show(&mut self, decimals: u8) {
        let counts = self.counts;
        let shown = |part: u32| shown_percent(part.into(), counts.total.into(), decimals);
        self.done_shown = shown(counts.done);
        self.on_time_shown = shown(counts.on_time);
        self.beyond_shown = shown(counts.beyond);
    }
}
