//! The record: commands judged by the rules of their date become events; the state is a fold of
//! the events; a view answers for a day.
//!
//! The host keeps the events; nothing is stored here.

mod act;
mod calibrations;
mod command;
mod conformity;
mod documents;
mod evaluation_act;
mod evaluations;
mod event;
mod feed;
mod history;
mod import;
mod judge;
mod judge_acts;
mod judge_meetings;
mod level_explained;
mod levels;
mod lineage;
mod matter_act;
mod matters;
mod meeting_act;
mod meeting_answer;
mod meeting_score;
mod meetings;
mod monitor;
mod question;
mod reorganize;
mod sight;
mod state;
mod targets;
mod task_act;
mod tasks;
mod view;

use chrono::NaiveDate;

pub use act::{Closing, Destination, OrganizationAct, PostHolder, SplitShare};
pub use calibrations::{
    CalibrationAnswer, CalibrationStage, PublishedCalibration, PublishedRatings, PublishedStage,
};
pub use command::{
    Command, EndReason, Manner, MeetingKind, Post, Presence, RollEntry, Sector, Sex, Standing,
    VoteTotals,
};
pub use conformity::{Duty, Finding, FindingLine, Obligation, Remedy, RemedyAct, ReviewAnswer};
pub use documents::DocumentAnswer;
pub use evaluation_act::EvaluationAct;
pub use evaluations::{EvaluationAnswer, EvaluationLine, EvaluationStepCount, EvaluationsAnswer};
pub use event::{Event, Fact, Outcome};
pub use feed::FeedRequest;
pub use level_explained::LevelExplained;
pub use levels::{
    LevelChangeLine, LevelLine, LevelTotals, LevelsAnswer, LevelsReadOtherwise, PublishedLevels,
};
pub use lineage::{
    HeirLine, LineageAnswer, LostLine, MemberFlow, MemberLine, OldFigure, PostLine, RestatedAnswer,
    RestatedLine, StageLine, StepLine, TreeLine, Unclear, UnclearLine,
};
pub use matter_act::{InspectionAct, InspectionFinding, InspectionWork, MatterAct, MatterKind};
pub use matters::{
    InspectionLine, InspectionState, InspectionsAnswer, MatterLine, MatterState, MattersAnswer,
};
pub use meeting_act::{AgendaItem, ContributionKind, MeetingAct, MeetingPaper};
pub use meeting_answer::{
    CalendarLine, ContributionLine, ExcuseLine, MeetingAnswer, MeetingArrangement, MeetingChange,
    MeetingItem, MeetingItemLine, MeetingOutcome, MeetingPreparation, MeetingRoll, MeetingStage,
    MeetingVoteLine, MovementLine, ResolutionLine, WorkStep,
};
pub use meeting_score::{AbsenceLine, AbsencesAnswer};
pub use monitor::{HelpReason, MonitorAnswer, MonitorLine, MonthLine, MonthlyCounts, MonthlyState};
pub use question::{
    HeldPost, LevelAnswer, LevelSubject, MemberAnswer, OrganizationAnswer, PostAnswer,
    RecordAnswer, RecordQuestion,
};
pub use targets::{TargetLine, TargetsAnswer};
pub use task_act::TaskAct;
pub(crate) use tasks::YearTasks;
pub use tasks::{TaskLine, TaskStage, TasksAnswer};
pub use view::View;

use crate::error::{HandbookError, InputCode, InputError};
use crate::rulebook::RuleBook;
use state::State;

/// A record of dated facts about organizations, members, meetings and work.
///
/// ```
/// use handbook::{KindId, OrganizationId, RuleBook, date};
/// use handbook::handbook::{Command, Handbook, Outcome, Sector};
///
/// let book = RuleBook::vietnam();
/// let mut handbook = Handbook::new();
/// let today = date(2023, 12, 31)?;
/// let outcome = handbook.submit(
///     &book,
///     Command::RegisterOrganization {
///         id: OrganizationId::new("yen-mo")?,
///         kind: KindId::new("huyen_uy")?,
///         parent: None,
///         name: "Đảng bộ huyện Yên Mô".to_owned(),
///         code: None,
///         sector: Sector::State,
///         village: false,
///         purpose: None,
///         on: date(2021, 1, 1)?,
///     },
///     today,
/// )?;
/// assert!(matches!(outcome, Outcome::Accepted { .. }));
/// assert_eq!(handbook.events().len(), 1);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handbook {
    events: Vec<Event>,
    state: State,
}

impl Handbook {
    /// An empty record.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Judges a command by the rules in force on its date and, unless a rule forbids it, takes
    /// it in. `recorded_on` is the day on which the host learned of it.
    ///
    /// # Errors
    /// [`HandbookError`] for input that cannot be taken: unknown or repeated identifiers, dates
    /// in the wrong order or outside the rule book. The record stays as it was. An act that a
    /// rule forbids is no error but [`Outcome::Refused`].
    pub fn submit(
        &mut self,
        book: &RuleBook,
        command: Command,
        recorded_on: NaiveDate,
    ) -> Result<Outcome, HandbookError> {
        let judged = judge::judge(&mut self.state, book, command)?;
        if judged.forbidden {
            return Ok(Outcome::Refused {
                grounds: judged.grounds,
            });
        }
        let first = self.next_sequence()?;
        let mut events = Vec::with_capacity(judged.facts.len());
        for (fact, sequence) in judged.facts.into_iter().zip(first..) {
            let event = Event {
                sequence,
                recorded_on,
                fact,
            };
            // Only the first fact of a command can still fail: judging has checked the rest.
            self.apply(event.clone())?;
            events.push(event);
        }
        Ok(Outcome::Accepted {
            events,
            grounds: judged.grounds,
        })
    }

    /// Takes in an event that was accepted before: replay, or another replica's.
    ///
    /// # Errors
    /// [`HandbookError::Input`] when the event does not follow the last one or contradicts the
    /// record; the record stays as it was.
    pub fn apply(&mut self, event: Event) -> Result<(), HandbookError> {
        let expected = self.next_sequence()?;
        if event.sequence != expected {
            return Err(
                InputError::new(InputCode::OutOfRange, "sequence", event.sequence)
                    .with_limit(expected.to_string())
                    .into(),
            );
        }
        self.state.apply(&event.fact)?;
        self.events.push(event);
        Ok(())
    }

    /// Every event, in order: what the host stores.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The record as it was known on a day: without what was recorded later.
    ///
    /// # Errors
    /// [`HandbookError::Input`] when an earlier event rests on a later recorded one.
    pub fn as_known_on(&self, date: NaiveDate) -> Result<Self, HandbookError> {
        let mut known = Self::new();
        let events = self.events.iter().filter(|event| event.recorded_on <= date);
        for (event, sequence) in events.zip(1..) {
            known.apply(Event {
                sequence,
                ..event.clone()
            })?;
        }
        Ok(known)
    }

    /// The record on a day, judged by the rules in force then.
    ///
    /// # Errors
    /// [`HandbookError::OutsideRuleBook`] for a day that the book does not cover.
    pub fn on<'a>(
        &'a self,
        book: &'a RuleBook,
        date: NaiveDate,
    ) -> Result<View<'a>, HandbookError> {
        Ok(View {
            state: &self.state,
            rules: book.on(date)?,
            date,
        })
    }

    /// The record on a day that the rule book need not cover, for what rests on the record
    /// alone: tree, members, posts, lineage, old figures restated. What rests on rules is asked
    /// of [`Handbook::on`]; here it would be judged by the nearest day that the book covers.
    ///
    /// # Errors
    /// [`HandbookError::OutsideRuleBook`] only for a book that covers no day at all.
    pub fn whenever<'a>(
        &'a self,
        book: &'a RuleBook,
        date: NaiveDate,
    ) -> Result<View<'a>, HandbookError> {
        let (first, last) = book.covers();
        Ok(View {
            state: &self.state,
            rules: book.on(date.clamp(first, last))?,
            date,
        })
    }

    fn next_sequence(&self) -> Result<u32, HandbookError> {
        u32::try_from(self.events.len())
            .ok()
            .and_then(|count| count.checked_add(1))
            .ok_or_else(|| InputError::new(InputCode::TooLong, "events", self.events.len()).into())
    }
}
