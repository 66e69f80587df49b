//! Tasks of the record: their acts taken in, and where they stand on a day.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::state::{Place, Ratings, State, check_text, duplicate, unknown};
use super::task_act::TaskAct;
use super::view::View;
use crate::access::Sight;
use crate::check::not_before;
use crate::compact::{Gather, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::evaluation::{LevelFacts, RatedSubject, TaskCounts};
use crate::identifier::{MeetingId, MemberId, OrganizationId, TaskId};
use crate::work::TaskQuality;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Task {
    pub(crate) id: TaskId,
    pub(crate) organization: Place,
    pub(crate) title: String,
    pub(crate) measure: Option<String>,
    pub(crate) persons: Vec<Place>,
    pub(crate) meeting: Option<Place>,
    pub(crate) given_on: NaiveDate,
    pub(crate) due_on: NaiveDate,
    /// What was done about it after that, by day.
    pub(crate) acts: Vec<(NaiveDate, TaskAct)>,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskStage {
    /// Given; nothing is reported.
    Given,
    /// Reported on, and not done.
    Reported,
    /// Not done, and its last day has passed.
    Overdue,
    /// Done by its last day.
    Done,
    /// Done later.
    DoneLate,
    /// Taken back.
    Dropped,
}

/// A task on the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskLine {
    /// Its identifier.
    pub id: TaskId,
    /// The organization that gave it.
    pub organization: OrganizationId,
    /// What is to be done.
    pub title: String,
    /// How it is measured.
    pub measure: Option<String>,
    /// Who does it.
    pub persons: Vec<MemberId>,
    /// The meeting whose resolution gave it.
    pub meeting: Option<MeetingId>,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// The last day for it, extensions counted.
    pub due_on: NaiveDate,
    /// How often it was given more time.
    pub extended: u32,
    /// How far it is.
    pub state: TaskStage,
    /// How much is reported as done, in percent.
    pub percent: u32,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
    /// How well it was done.
    pub quality: Option<TaskQuality>,
    /// Done with quality and in time: completed well (MEM-71).
    pub completed_well: bool,
    /// Days to the last day; below 0 when it has passed. Absent when done or taken back.
    pub days_left: Option<i64>,
}

/// Tasks with their counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TasksAnswer {
    /// How far the asker sees.
    pub sight: Sight,
    /// The tasks by last day, as far as the asker may see them.
    pub tasks: Vec<TaskLine>,
    /// Tasks that count: all but those taken back.
    pub total: u32,
    /// Not done yet.
    pub open: u32,
    /// Not done, and the last day has passed; a part of `open`.
    pub overdue: u32,
    /// Done.
    pub done: u32,
    /// Done in time and with quality (MEM-71).
    pub on_time: u32,
    /// Done later than the last day.
    pub late: u32,
    /// Done beyond what was required.
    pub beyond: u32,
}

impl Task {
    /// Where it stands on a day; nothing before it was given.
    fn told(&self, date: NaiveDate) -> Option<Told> {
        if date < self.given_on {
            return None;
        }
        let mut told = Told {
            due_on: self.due_on,
            extended: 0,
            percent: 0,
            reported: false,
            done: None,
            dropped: false,
        };
        for (on, act) in self.acts.iter().filter(|(on, _)| *on <= date) {
            match act {
                TaskAct::Report { percent, .. } => {
                    told.percent = *percent;
                    told.reported = true;
                }
                TaskAct::Extend { due_on, .. } => {
                    told.due_on = *due_on;
                    told.extended += 1;
                }
                TaskAct::Complete { quality } => {
                    told.done = Some((*on, *quality));
                    told.percent = 100;
                }
                TaskAct::Return { .. } => told.done = None,
                TaskAct::Drop { .. } => told.dropped = true,
                TaskAct::Assign { .. } => {}
            }
        }
        Some(told)
    }
}

struct Told {
    due_on: NaiveDate,
    extended: u32,
    percent: u32,
    reported: bool,
    done: Option<(NaiveDate, TaskQuality)>,
    dropped: bool,
}

impl Told {
    fn state(&self, date: NaiveDate) -> TaskStage {
        match self.done {
            _ if self.dropped => TaskStage::Dropped,
            Some((on, _)) if on > self.due_on => TaskStage::DoneLate,
            Some(_) => TaskStage::Done,
            None if date > self.due_on => TaskStage::Overdue,
            None if self.reported => TaskStage::Reported,
            None => TaskStage::Given,
        }
    }

    fn well(&self) -> bool {
        self.done
            .is_some_and(|(on, quality)| on <= self.due_on && quality != TaskQuality::Below)
    }
}

impl State {
    /// Takes an act about a task in.
    pub(super) fn act_on_task(
        &mut self,
        id: &TaskId,
        on: NaiveDate,
        by: Option<&MemberId>,
        act: &TaskAct,
    ) -> Result<(), InputError> {
        if let Some(by) = by {
            self.member_place("by", by)?;
        }
        let known = self.task_places.place(id.as_str());
        if let TaskAct::Assign {
            organization,
            title,
            measure,
            persons,
            meeting,
            due_on,
        } = act
        {
            if known.is_some() {
                return Err(duplicate("task", id));
            }
            let task = self.assigned(
                id,
                on,
                organization,
                title,
                measure.as_ref(),
                persons,
                meeting.as_ref(),
                *due_on,
            )?;
            self.task_places.insert(task.id.as_str(), self.tasks.len());
            self.tasks.push(task);
            return Ok(());
        }
        let place = known.ok_or_else(|| unknown("task", id))?;
        let Some(task) = self.tasks.get_mut(place) else {
            return Err(unknown("task", id));
        };
        // Acts come in the order of their days: what a day decided stands.
        let last = task.acts.last().map_or(task.given_on, |(last, _)| *last);
        not_before("on", on, last)?;
        check_task_act(task, on, act)?;
        task.acts.push((on, act.clone()));
        Ok(())
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one act, taken apart"
    )]
    fn assigned(
        &self,
        id: &TaskId,
        on: NaiveDate,
        organization: &OrganizationId,
        title: &str,
        measure: Option<&String>,
        persons: &[MemberId],
        meeting: Option<&MeetingId>,
        due_on: NaiveDate,
    ) -> Result<Task, InputError> {
        let owner = self.organization_place("organization", organization)?;
        self.lives("on", owner, on)?;
        check_text("title", title)?;
        if let Some(measure) = measure {
            check_text("measure", measure)?;
        }
        not_before("dueOn", due_on, on)?;
        if persons.is_empty() {
            return Err(InputError::new(InputCode::Empty, "persons", ""));
        }
        let mut places = Vec::with_capacity(persons.len());
        for (line, person) in persons.iter().enumerate() {
            let field = format!("persons[{line}]");
            let place = self.member_place(&field, person)?;
            if places.contains(&place) {
                return Err(duplicate(&field, person));
            }
            let home = self.member(place).home(on);
            if !home.is_some_and(|home| self.structure.is_within(home, owner, on)) {
                return Err(unknown(&field, person).with_limit("a member of the organization"));
            }
            places.push(place);
        }
        let meeting = match meeting {
            None => None,
            Some(meeting) => Some(self.meeting_place("meeting", meeting)?),
        };
        if let Some(of) = meeting
            && self.meeting(of).organization != owner
        {
            let of = &self.meeting(of).id;
            return Err(InputError::new(InputCode::Contradiction, "meeting", of)
                .with_limit("a meeting of the organization that gives the task"));
        }
        Ok(Task {
            id: id.clone(),
            organization: owner,
            title: title.to_owned(),
            measure: measure.cloned(),
            persons: places,
            meeting,
            given_on: on,
            due_on,
            acts: Vec::new(),
        })
    }
}

impl State {
    /// How many of the tasks that a meeting gave are done by a day, and how many there are.
    pub(super) fn resolution_done(&self, meeting: Place, date: NaiveDate) -> (u32, u32) {
        let (mut done, mut total) = (0, 0);
        for task in self
            .tasks
            .iter()
            .filter(|task| task.meeting == Some(meeting))
        {
            if let Some(told) = task.told(date).filter(|told| !told.dropped) {
                total += 1;
                done += u32::from(told.done.is_some());
            }
        }
        (done, total)
    }
}

fn check_task_act(task: &Task, on: NaiveDate, act: &TaskAct) -> Result<(), InputError> {
    let Some(told) = task.told(on) else {
        return Err(InputError::new(InputCode::DateOrder, "on", on));
    };
    let refused = |limit: &str| {
        Err(InputError::new(InputCode::Contradiction, "task", &task.id).with_limit(limit))
    };
    if told.dropped {
        return refused("a task that was not taken back");
    }
    if told.done.is_some() != matches!(act, TaskAct::Return { .. }) {
        return refused(if told.done.is_some() {
            "a task that is not done"
        } else {
            "a task that is done"
        });
    }
    match act {
        TaskAct::Report { percent, text } => {
            if *percent > 100 {
                return Err(InputError::new(InputCode::OutOfRange, "percent", percent)
                    .with_limit("0..=100"));
            }
            text.as_ref()
                .map_or(Ok(()), |text| check_text("text", text))
        }
        TaskAct::Extend { due_on, reason } => {
            check_text("reason", reason)?;
            if *due_on <= told.due_on {
                return Err(InputError::new(InputCode::DateOrder, "dueOn", due_on)
                    .with_limit(format!("after {}", told.due_on)));
            }
            Ok(())
        }
        TaskAct::Return { reason } | TaskAct::Drop { reason } => check_text("reason", reason),
        TaskAct::Complete { .. } | TaskAct::Assign { .. } => Ok(()),
    }
}

impl View<'_> {
    /// The tasks given by an organization and those below it; of one member or of one meeting
    /// only, where named (MEM-70, MEM-71). A plain member sees the own tasks.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an unknown organization, member, meeting or asker.
    pub fn tasks(
        &self,
        id: &OrganizationId,
        member: Option<&MemberId>,
        meeting: Option<&MeetingId>,
        asker: Option<&MemberId>,
    ) -> Result<TasksAnswer, HandbookError> {
        let place = self.state.organization_place("organization", id)?;
        let member = match member {
            None => None,
            Some(member) => Some(self.state.member_place("member", member)?),
        };
        let meeting = match meeting {
            None => None,
            Some(meeting) => Some(self.state.meeting_place("meeting", meeting)?),
        };
        let sight = self.sight(asker, place)?;
        let own = match asker {
            None => None,
            Some(asker) => Some(self.state.member_place("asker", asker)?),
        };
        let mut answer = TasksAnswer {
            sight,
            tasks: Vec::new(),
            total: 0,
            open: 0,
            overdue: 0,
            done: 0,
            on_time: 0,
            late: 0,
            beyond: 0,
        };
        for task in &self.state.tasks {
            let named = member.is_none_or(|member| task.persons.contains(&member))
                && meeting.is_none_or(|meeting| task.meeting == Some(meeting));
            let below = self
                .state
                .structure
                .is_within(task.organization, place, task.given_on);
            let mine = own.is_some_and(|own| task.persons.contains(&own));
            let counted = match sight {
                Sight::Nothing | Sight::Member => mine,
                Sight::Sums | Sight::Cells | Sight::Everything => true,
            };
            if !(named && below && counted) {
                continue;
            }
            let Some(told) = task.told(self.date) else {
                continue;
            };
            answer.count(&told, self.date);
            if mine || sight == Sight::Everything {
                answer.tasks.push(self.task_line(task, &told));
            }
        }
        sort_by(&mut answer.tasks, |one, other| {
            (one.due_on, &one.id).cmp(&(other.due_on, &other.id))
        });
        Ok(answer)
    }

    fn task_line(&self, task: &Task, told: &Told) -> TaskLine {
        let state = told.state(self.date);
        let still = matches!(
            state,
            TaskStage::Given | TaskStage::Reported | TaskStage::Overdue
        );
        TaskLine {
            id: task.id.clone(),
            organization: self.state.organization(task.organization).id.clone(),
            title: task.title.clone(),
            measure: task.measure.clone(),
            persons: task
                .persons
                .iter()
                .map(|person| self.state.member(*person).id.clone())
                .gather(),
            meeting: task.meeting.map(|of| self.state.meeting(of).id.clone()),
            given_on: task.given_on,
            due_on: told.due_on,
            extended: told.extended,
            state,
            percent: told.percent,
            done_on: told.done.map(|(on, _)| on),
            quality: told.done.map(|(_, quality)| quality),
            completed_well: told.well(),
            days_left: still.then(|| (told.due_on - self.date).num_days()),
        }
    }
}

/// The tasks of a year, counted as the yearly level reads them (section 6.2): those whose last
/// day is in the year.
pub(crate) struct YearTasks {
    year: i32,
    members: Vec<TaskCounts>,
    organizations: Vec<TaskCounts>,
}

const NO_TASKS: TaskCounts = TaskCounts {
    total: 0,
    done: 0,
    on_time: 0,
    beyond: 0,
    late: 0,
};

impl YearTasks {
    pub(crate) fn of(view: &View<'_>, year: i32) -> Self {
        let mut counted = Self {
            year,
            members: Vec::new(),
            organizations: Vec::new(),
        };
        for task in &view.state.tasks {
            let Some(told) = task.told(view.date) else {
                continue;
            };
            if told.due_on.year() != year || told.dropped {
                continue;
            }
            tell(&mut counted.organizations, task.organization, &told);
            for person in &task.persons {
                tell(&mut counted.members, *person, &told);
            }
        }
        counted
    }

    /// The year.
    pub(crate) fn year(&self) -> i32 {
        self.year
    }

    /// The facts of a member's year; tasks that were not typed in are counted here: a leader's
    /// are those that the unit led gave.
    pub(crate) fn member<'a>(
        &self,
        place: Place,
        ratings: &'a Ratings,
    ) -> Option<Cow<'a, LevelFacts>> {
        let facts = ratings.get(self.year)?;
        let counts = match facts.subject {
            RatedSubject::Leader => self.given_by(ratings.led(self.year)),
            _ => self.members.get(place),
        };
        Some(with_tasks(facts, counts))
    }

    /// The same for an organization: the tasks it gave.
    pub(crate) fn organization<'a>(
        &self,
        place: Place,
        ratings: &'a Ratings,
    ) -> Option<Cow<'a, LevelFacts>> {
        let facts = ratings.get(self.year)?;
        Some(with_tasks(facts, self.given_by(Some(place))))
    }

    fn given_by(&self, organization: Option<Place>) -> Option<&TaskCounts> {
        self.organizations.get(organization?)
    }
}

#[inline(never)]
fn with_tasks<'a>(facts: &'a LevelFacts, counts: Option<&TaskCounts>) -> Cow<'a, LevelFacts> {
    match counts {
        Some(counts) if counts.total > 0 && facts.tasks.is_none() => Cow::Owned(LevelFacts {
            tasks: Some(*counts),
            ..facts.clone()
        }),
        _ => Cow::Borrowed(facts),
    }
}

fn tell(counts: &mut Vec<TaskCounts>, place: Place, told: &Told) {
    if counts.len() <= place {
        counts.resize(place + 1, NO_TASKS);
    }
    let Some(counts) = counts.get_mut(place) else {
        return;
    };
    counts.total += 1;
    if let Some((on, quality)) = told.done {
        counts.done += 1;
        counts.late += u32::from(on > told.due_on);
        counts.on_time += u32::from(told.well());
        counts.beyond += u32::from(quality == TaskQuality::Beyond);
    }
}

impl TasksAnswer {
    fn count(&mut self, told: &Told, date: NaiveDate) {
        let state = told.state(date);
        if state == TaskStage::Dropped {
            return;
        }
        self.total = self.total.saturating_add(1);
        match told.done {
            None => {
                self.open = self.open.saturating_add(1);
                self.overdue += u32::from(state == TaskStage::Overdue);
            }
            Some((_, quality)) => {
                self.done = self.done.saturating_add(1);
                self.on_time += u32::from(told.well());
                self.late += u32::from(state == TaskStage::DoneLate);
                self.beyond += u32::from(quality == TaskQuality::Beyond);
            }
        }
    }
}
