//! What a meeting is on a day: announced, prepared, held, concluded, followed up.

use chrono::NaiveDate;
use serde::Serialize;

use super::command::{MeetingKind, Presence, RollEntry};
use super::judge_meetings::tally_of;
use super::meeting_act::{AgendaItem, ContributionKind, MeetingAct, MeetingPaper};
use super::meetings::MeetingActed;
use super::state::{Meeting, Place};
use super::view::View;
use crate::access::Sight;
use crate::calendar::TimeOfDay;
use crate::compact::Gather;
use crate::error::HandbookError;
use crate::identifier::{ContributionId, DocumentId, MeetingId, MemberId, OrganizationId};
use crate::meeting::{
    MeetingDeadlines, MeetingDeadlinesInput, MeetingDuty, MeetingObligation, MeetingScore,
    meeting_deadlines,
};
use crate::organization::DueState;
use crate::oversight::{AnswerDueInput, answer_due};
use crate::rulebook::policy::{AbsenceCause, OversightLevel};
use crate::verdict::Verdict;
use crate::vote::{self, Decision, Tally, VoteMethod};

/// How far a meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MeetingStage {
    /// Announced; its day has not passed.
    Announced,
    /// Its day has passed, and it is not known to have been held.
    Overdue,
    /// Held.
    Held,
    /// Called off.
    Cancelled,
}

/// When, where and how a meeting will be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingArrangement {
    /// When it begins.
    pub at: Option<TimeOfDay>,
    /// How long it is planned to last, in minutes.
    pub minutes: Option<u32>,
    /// Where.
    pub place: Option<String>,
    /// The address of the online meeting.
    pub link: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// Who chairs it.
    pub chair: Option<MemberId>,
    /// Who writes the minutes.
    pub secretary: Option<MemberId>,
    /// Who is invited and is no member of the body.
    pub guests: Vec<String>,
}

/// A change of a meeting's day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingChange {
    /// The day of the change.
    pub changed_on: NaiveDate,
    /// The day the meeting was to be.
    pub from: NaiveDate,
    /// The new day; absent where it was called off.
    pub to: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// A contribution and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ContributionLine {
    /// Its identifier.
    pub id: ContributionId,
    /// Whose.
    pub by: Option<MemberId>,
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub kind: ContributionKind,
    /// The text.
    pub text: String,
    /// The point of the agenda that it is about.
    pub item: Option<u32>,
    /// Whether it was accepted; absent while nobody has said.
    pub accepted: Option<bool>,
    /// Why.
    pub reason: Option<String>,
    /// The answer to a question.
    pub answer: Option<String>,
    /// The day of the answer.
    pub answered_on: Option<NaiveDate>,
    /// The last day for the answer to a question (MEM-77), where the rules know one.
    pub answer_due: Option<NaiveDate>,
}

/// What was done before a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingPreparation {
    /// The day of the first notice.
    pub notified_on: Option<NaiveDate>,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// The papers.
    pub papers: Vec<MeetingPaper>,
    /// The day on which the last of the papers was there.
    pub papers_on: Option<NaiveDate>,
    /// The draft of the resolution.
    pub draft: Option<String>,
    /// The day of the draft.
    pub drafted_on: Option<NaiveDate>,
    /// What members brought in, in the order in which it was recorded.
    pub contributions: Vec<ContributionLine>,
    /// Every change of the day.
    pub changes: Vec<MeetingChange>,
}

/// Someone who is excused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExcuseLine {
    /// Who.
    pub member: MemberId,
    /// Why.
    pub reason: AbsenceCause,
    /// The day of the excuse.
    pub on: NaiveDate,
}

/// Someone who came or left.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MovementLine {
    /// When.
    pub at: TimeOfDay,
    /// Who.
    pub member: MemberId,
    /// Came, or left.
    pub came: bool,
    /// By an online connection.
    pub online: bool,
}

/// Who was at a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRoll {
    /// When it was opened.
    pub opened_at: Option<TimeOfDay>,
    /// When it was closed.
    pub closed_at: Option<TimeOfDay>,
    /// How long it lasted, in minutes: from opening to closing, else as stated.
    pub minutes: Option<u32>,
    /// Those whom the meeting concerns.
    pub concerned: u32,
    /// Present, in person or online.
    pub present: u32,
    /// The roll; empty until it is called.
    pub entries: Vec<RollEntry>,
    /// Who is excused beforehand.
    pub excuses: Vec<ExcuseLine>,
    /// Who came and left, by time.
    pub movements: Vec<MovementLine>,
    /// How many members spoke.
    pub speakers: u32,
    /// Those who count in a vote of the meeting (VOTE-01, VOTE-05); absent until it is held.
    pub vote_base: Option<u32>,
}

/// A vote of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingVoteLine {
    /// Its number in the meeting.
    pub number: u32,
    /// What was asked.
    pub question: String,
    /// What was decided.
    pub decision: Decision,
    /// Secret ballot or raised card.
    pub method: VoteMethod,
    /// Those who count.
    pub base: u32,
    /// Votes in favour.
    pub yes: u32,
    /// Votes against.
    pub no: u32,
    /// Abstentions and invalid ballots.
    pub abstained: u32,
    /// Whether it carries, and how many more it would need.
    pub tally: Option<Verdict<Tally>>,
}

/// The resolution of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResolutionLine {
    /// Its number in the body's term.
    pub number: u32,
    /// The day.
    pub on: NaiveDate,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// The number of the vote that carried it.
    pub vote: Option<u32>,
}

/// What came out of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingOutcome {
    /// The minutes.
    pub minutes: Option<String>,
    /// The resolutions, in the order in which they were passed.
    pub resolutions: Vec<ResolutionLine>,
    /// The day on which the result was on the handbook.
    pub published_on: Option<NaiveDate>,
    /// The document of the record that the resolution is.
    pub document: Option<DocumentId>,
}

/// The five steps of a meeting, as the forms have them (MTG-13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum WorkStep {
    /// Preparing it.
    Prepare,
    /// Collecting what members bring in.
    Collect,
    /// Holding it.
    Hold,
    /// Passing and giving out the resolution.
    Conclude,
    /// Following up the tasks.
    Follow,
}

/// One thing to be done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MeetingItem {
    /// Say when and where.
    Arrange,
    /// Set the agenda.
    Agenda,
    /// Give notice.
    Notice,
    /// Put the papers on the handbook.
    Papers,
    /// Draft the resolution.
    Draft,
    /// Say of every proposal and comment whether it is accepted.
    SettleContributions,
    /// Open the meeting.
    Open,
    /// Call the roll.
    Roll,
    /// Close the meeting.
    Close,
    /// Write the minutes.
    Minutes,
    /// Pass the resolution.
    Resolution,
    /// Score the meeting.
    Score,
    /// Put the result on the handbook.
    Publish,
    /// Give tasks.
    Tasks,
    /// Have every task done.
    TasksDone,
    /// Answer every question.
    AnswerQuestions,
}

/// How far one thing is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingItemLine {
    /// The step it belongs to.
    pub step: WorkStep,
    /// What is to be done.
    pub item: MeetingItem,
    /// Whether it is done.
    pub done: bool,
    /// The last day for it, where a rule sets one.
    pub due: Option<NaiveDate>,
    /// Whether it was done after that day, or is not done and the day has passed.
    pub late: bool,
}

/// A meeting on the day asked about, as far as the asker may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingAnswer {
    /// Its identifier.
    pub id: MeetingId,
    /// The organization that meets.
    pub organization: OrganizationId,
    /// What kind.
    pub kind: MeetingKind,
    /// How far the asker sees.
    pub sight: Sight,
    /// How far it has come.
    pub stage: MeetingStage,
    /// The day for which it was first announced.
    pub announced_on: NaiveDate,
    /// The day it is on now.
    pub on: NaiveDate,
    /// When, where and how.
    pub arrangement: MeetingArrangement,
    /// What was done before it.
    pub preparation: MeetingPreparation,
    /// Who was there.
    pub roll: MeetingRoll,
    /// What was voted on.
    pub votes: Vec<MeetingVoteLine>,
    /// What came out of it.
    pub outcome: MeetingOutcome,
    /// Its score, where it has scored itself (section 5.1).
    pub score: Option<Verdict<MeetingScore>>,
    /// Until when documents and result are due (MTG-08), where the rules know it.
    pub deadlines: Option<Verdict<MeetingDeadlines>>,
    /// What is done and what is still to be done, step by step.
    pub items: Vec<MeetingItemLine>,
}

/// A meeting on the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CalendarLine {
    /// The meeting.
    pub meeting: MeetingId,
    /// The organization that meets.
    pub organization: OrganizationId,
    /// Its name on the day.
    pub name: String,
    /// What kind.
    pub kind: MeetingKind,
    /// The day for which it was first announced.
    pub announced_on: NaiveDate,
    /// The day it is on now.
    pub on: NaiveDate,
    /// When it begins.
    pub at: Option<TimeOfDay>,
    /// How long it is planned to last, in minutes.
    pub minutes: Option<u32>,
    /// Where.
    pub place: Option<String>,
    /// The address of the online meeting.
    pub link: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
    /// How far it has come.
    pub stage: MeetingStage,
    /// How often it was changed: the SEQUENCE of a calendar feed.
    pub sequence: u32,
}

/// What a meeting was on a day, before anything is withheld.
pub(super) struct MeetingOn<'a> {
    pub(super) meeting: &'a Meeting,
    pub(super) on: NaiveDate,
    pub(super) stage: MeetingStage,
    /// Moved on its day or later, or into another month.
    pub(super) moved_late: bool,
}

impl Meeting {
    /// What it is on a day.
    pub(super) fn told(&self, date: NaiveDate) -> MeetingOn<'_> {
        let mut on = self.announced_on;
        let mut cancelled = false;
        let mut opened = false;
        let mut moved_late = false;
        for acted in self.acts_by(date) {
            match &acted.act {
                MeetingAct::Postpone { to, .. } => {
                    moved_late |= acted.on >= on || !same_month(*to, self.announced_on);
                    on = *to;
                }
                MeetingAct::Cancel { .. } => cancelled = true,
                MeetingAct::Open { .. } => opened = true,
                _ => {}
            }
        }
        let held = on <= date && (opened || self.roll.is_some());
        let stage = if cancelled {
            MeetingStage::Cancelled
        } else if held {
            MeetingStage::Held
        } else if on < date {
            MeetingStage::Overdue
        } else {
            MeetingStage::Announced
        };
        MeetingOn {
            meeting: self,
            on,
            stage,
            moved_late,
        }
    }

    pub(super) fn arrangement(&self, date: NaiveDate) -> MeetingArrangement {
        let mut arrangement = MeetingArrangement {
            minutes: self.minutes,
            ..MeetingArrangement::default()
        };
        for acted in self.acts_by(date) {
            if let MeetingAct::Arrange {
                at,
                minutes,
                place,
                link,
                topic,
                chair,
                secretary,
                guests,
            } = &acted.act
            {
                arrangement = MeetingArrangement {
                    at: *at,
                    minutes: minutes.or(self.minutes),
                    place: place.clone(),
                    link: link.clone(),
                    topic: topic.clone(),
                    chair: chair.clone(),
                    secretary: secretary.clone(),
                    guests: guests.clone(),
                };
            }
        }
        arrangement
    }
}

pub(super) fn same_month(one: NaiveDate, other: NaiveDate) -> bool {
    crate::calendar::month_number(one) == crate::calendar::month_number(other)
}

impl View<'_> {
    /// A meeting on the day, as far as the asker may see; the host itself, where nobody is
    /// named, sees everything (MTG-08, MTG-13 to MTG-15).
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown meeting or asker, or when no rule is known for the day.
    pub fn meeting(
        &self,
        id: &MeetingId,
        asker: Option<&MemberId>,
    ) -> Result<MeetingAnswer, HandbookError> {
        let place = self.state.meeting_place("meeting", id)?;
        let meeting = self.state.meeting(place);
        let sight = self.sight(asker, meeting.organization)?;
        let told = meeting.told(self.date);
        let mut preparation = self.preparation(meeting, &told);
        self.answers_due(meeting, &mut preparation.contributions)?;
        let mut roll = self.roll(meeting, told.on);
        if told.stage == MeetingStage::Held
            && let Some(counts) = self.state.vote_base_counts(meeting)
        {
            let rules = self.rules.book().on(meeting.on)?;
            roll.vote_base = Some(vote::vote_base(&rules, &counts)?.value.base);
        }
        let outcome = self.outcome(meeting);
        let votes = self.votes(meeting)?;
        let score = self.meeting_score(meeting)?;
        let mut items = self.items(&told, &preparation, &roll, &outcome);
        let deadlines = self.deadlines(&told, &preparation, &outcome)?;
        if let Some(deadlines) = &deadlines {
            tell_deadlines(&mut items, &deadlines.value.obligations);
        }
        tell_answers(&mut items, &preparation.contributions, self.date);
        let tasks = self.state.resolution_done(place, self.date);
        items.extend(follow_up(score.is_some(), tasks));
        crate::compact::sort_by(&mut items, |one, other| {
            (one.step, one.item).cmp(&(other.step, other.item))
        });
        let mut answer = MeetingAnswer {
            id: meeting.id.clone(),
            organization: self.state.organization(meeting.organization).id.clone(),
            kind: meeting.kind,
            sight,
            stage: told.stage,
            announced_on: meeting.announced_on,
            on: told.on,
            arrangement: meeting.arrangement(self.date),
            preparation,
            roll,
            votes,
            outcome,
            score,
            deadlines,
            items,
        };
        withhold(&mut answer, asker);
        Ok(answer)
    }

    /// The meetings of an organization, and those of the organizations above that concern all
    /// its members, by day.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an unknown organization.
    pub fn calendar(
        &self,
        id: &OrganizationId,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<CalendarLine>, HandbookError> {
        let place = self.state.organization_place("organization", id)?;
        let above = self.state.structure.ancestors(place, self.date);
        let bodies = std::iter::once(place).chain(above);
        Ok(self.calendar_of(bodies, from, to))
    }

    /// The meetings that concern a member, by day.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an unknown member.
    pub fn member_calendar(
        &self,
        id: &MemberId,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<CalendarLine>, HandbookError> {
        let member = self.state.member_place("member", id)?;
        let home = self.state.member(member).home(self.date);
        let bodies: Vec<Place> = home
            .into_iter()
            .flat_map(|home| {
                std::iter::once(home).chain(self.state.structure.ancestors(home, self.date))
            })
            .gather();
        Ok(self.calendar_of(bodies.into_iter(), from, to))
    }

    fn calendar_of(
        &self,
        bodies: impl Iterator<Item = Place>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<CalendarLine> {
        let mut lines = Vec::new();
        for body in bodies {
            let organization = self.state.organization(body);
            for place in &organization.meetings {
                let meeting = self.state.meeting(*place);
                let told = meeting.told(self.date);
                if told.on < from || told.on > to {
                    continue;
                }
                let arrangement = meeting.arrangement(self.date);
                let changes = meeting.acts_by(self.date).filter(|acted| {
                    matches!(
                        acted.act,
                        MeetingAct::Arrange { .. }
                            | MeetingAct::Postpone { .. }
                            | MeetingAct::Cancel { .. }
                    )
                });
                lines.push(CalendarLine {
                    meeting: meeting.id.clone(),
                    organization: organization.id.clone(),
                    name: self.name(body).to_owned(),
                    kind: meeting.kind,
                    announced_on: meeting.announced_on,
                    on: told.on,
                    at: arrangement.at,
                    minutes: arrangement.minutes,
                    place: arrangement.place,
                    link: arrangement.link,
                    topic: arrangement.topic,
                    stage: told.stage,
                    sequence: u32::try_from(changes.count()).unwrap_or(u32::MAX),
                });
            }
        }
        crate::compact::sort_by(&mut lines, |one, other| {
            (one.on, one.at, &one.meeting).cmp(&(other.on, other.at, &other.meeting))
        });
        lines
    }

    /// What MTG-08 asks around the meeting by the rules of its day; nothing where none is known.
    fn deadlines(
        &self,
        told: &MeetingOn<'_>,
        prepared: &MeetingPreparation,
        outcome: &MeetingOutcome,
    ) -> Result<Option<Verdict<MeetingDeadlines>>, HandbookError> {
        if told.stage == MeetingStage::Cancelled {
            return Ok(None);
        }
        let input = MeetingDeadlinesInput {
            meets_on: told.on,
            notice_on: None,
            documents_on: prepared.papers_on,
            result_on: outcome.published_on,
            counting: None,
            on: self.date,
        };
        let rules = self.rules.book().on(told.on);
        known(rules.and_then(|rules| meeting_deadlines(&rules, &input)))
    }

    /// Until when questions have to be answered (MEM-77).
    fn answers_due(
        &self,
        meeting: &Meeting,
        contributions: &mut [ContributionLine],
    ) -> Result<(), HandbookError> {
        let kind = self.kind_rule(meeting.organization);
        let level = if kind.is_some_and(|kind| kind.cell || kind.grassroots) {
            OversightLevel::Grassroots
        } else {
            OversightLevel::AboveGrassroots
        };
        for line in contributions {
            if line.kind != ContributionKind::Question {
                continue;
            }
            let input = AnswerDueInput {
                level,
                received_on: line.on,
                answered_on: line.answered_on,
                reason_given: false,
                on: self.date,
            };
            let rules = self.rules.book().on(line.on);
            let due = known(rules.and_then(|rules| answer_due(&rules, &input)))?;
            line.answer_due = due.map(|due| due.value.due_on);
        }
        Ok(())
    }

    fn preparation(&self, meeting: &Meeting, told: &MeetingOn<'_>) -> MeetingPreparation {
        let mut prepared = MeetingPreparation::default();
        let mut day = meeting.announced_on;
        for acted in meeting.acts_by(self.date) {
            let on = acted.on;
            match &acted.act {
                MeetingAct::Notify { .. } => {
                    let first = prepared.notified_on.map_or(on, |known| known.min(on));
                    prepared.notified_on = Some(first);
                }
                MeetingAct::SetAgenda { items } => prepared.agenda.clone_from(items),
                MeetingAct::ProvidePapers { papers } => {
                    prepared.papers.extend(papers.iter().cloned());
                    prepared.papers_on = prepared.papers_on.max(Some(on));
                }
                MeetingAct::Draft { text } => {
                    prepared.draft = Some(text.clone());
                    prepared.drafted_on = Some(on);
                }
                MeetingAct::Postpone { to, reason } => {
                    prepared.changes.push(MeetingChange {
                        changed_on: on,
                        from: day,
                        to: Some(*to),
                        reason: reason.clone(),
                    });
                    day = *to;
                }
                MeetingAct::Cancel { reason } => prepared.changes.push(MeetingChange {
                    changed_on: on,
                    from: told.on,
                    to: None,
                    reason: reason.clone(),
                }),
                _ => self.contributed(&mut prepared.contributions, acted),
            }
        }
        prepared
    }

    fn contributed(&self, lines: &mut Vec<ContributionLine>, acted: &MeetingActed) {
        match &acted.act {
            MeetingAct::Contribute {
                id,
                kind,
                text,
                item,
            } => lines.push(ContributionLine {
                id: id.clone(),
                by: acted.by.map(|by| self.state.member(by).id.clone()),
                on: acted.on,
                kind: *kind,
                text: text.clone(),
                item: *item,
                accepted: None,
                reason: None,
                answer: None,
                answered_on: None,
                answer_due: None,
            }),
            MeetingAct::Settle {
                contribution,
                accepted,
                reason,
            } => {
                if let Some(line) = lines.iter_mut().find(|line| line.id == *contribution) {
                    line.accepted = Some(*accepted);
                    line.reason.clone_from(reason);
                }
            }
            MeetingAct::Answer { contribution, text } => {
                if let Some(line) = lines.iter_mut().find(|line| line.id == *contribution) {
                    line.answer = Some(text.clone());
                    line.answered_on = Some(acted.on);
                }
            }
            _ => {}
        }
    }

    fn roll(&self, meeting: &Meeting, on: NaiveDate) -> MeetingRoll {
        let mut roll = MeetingRoll::default();
        for acted in meeting.acts_by(self.date) {
            match &acted.act {
                MeetingAct::Open { at } => roll.opened_at = Some(*at),
                MeetingAct::Close { at } => roll.closed_at = Some(*at),
                MeetingAct::Excuse { member, reason } => roll.excuses.push(ExcuseLine {
                    member: member.clone(),
                    reason: *reason,
                    on: acted.on,
                }),
                MeetingAct::Arrive { member, at, online } => roll.movements.push(MovementLine {
                    at: *at,
                    member: member.clone(),
                    came: true,
                    online: *online,
                }),
                MeetingAct::Leave { member, at } => roll.movements.push(MovementLine {
                    at: *at,
                    member: member.clone(),
                    came: false,
                    online: false,
                }),
                _ => {}
            }
        }
        crate::compact::sort_by(&mut roll.movements, Ord::cmp);
        if on <= self.date {
            roll.minutes = self.state.length(meeting);
            roll.speakers = self.state.speakers(meeting);
        }
        let circle = self.state.circle_on(meeting, on.min(self.date));
        roll.concerned = count(circle.len());
        match &meeting.roll {
            Some(entries) if on <= self.date => {
                for (member, presence) in entries {
                    roll.present += u32::from(is_present(*presence));
                    roll.entries.push(RollEntry {
                        member: self.state.member(*member).id.clone(),
                        presence: *presence,
                    });
                }
            }
            _ if on > self.date => {}
            _ => {
                let there = circle
                    .iter()
                    .filter(|member| self.state.there(meeting, **member).is_some());
                roll.present = count(there.count());
            }
        }
        roll
    }

    fn votes(&self, meeting: &Meeting) -> Result<Vec<MeetingVoteLine>, HandbookError> {
        let rules = self.rules.book().on(meeting.on)?;
        let mut lines = Vec::new();
        for acted in meeting.acts_by(self.date) {
            if let MeetingAct::Vote {
                number,
                question,
                decision,
                method,
                base,
                yes,
                no,
                abstained,
            } = &acted.act
            {
                lines.push(MeetingVoteLine {
                    number: *number,
                    question: question.clone(),
                    decision: *decision,
                    method: *method,
                    base: base.unwrap_or_default(),
                    yes: *yes,
                    no: *no,
                    abstained: *abstained,
                    tally: tally_of(&rules, &acted.act)?,
                });
            }
        }
        crate::compact::sort_by(&mut lines, |one, other| one.number.cmp(&other.number));
        Ok(lines)
    }

    fn outcome(&self, meeting: &Meeting) -> MeetingOutcome {
        let mut outcome = MeetingOutcome::default();
        for acted in meeting.acts_by(self.date) {
            match &acted.act {
                MeetingAct::Minute { text } => outcome.minutes = Some(text.clone()),
                MeetingAct::Resolve {
                    number,
                    title,
                    text,
                    vote,
                } => outcome.resolutions.push(ResolutionLine {
                    number: *number,
                    on: acted.on,
                    title: title.clone(),
                    text: text.clone(),
                    vote: *vote,
                }),
                MeetingAct::Publish { document } => {
                    outcome.published_on.get_or_insert(acted.on);
                    outcome.document.clone_from(document);
                }
                _ => {}
            }
        }
        outcome
    }

    fn items(
        &self,
        told: &MeetingOn<'_>,
        prepared: &MeetingPreparation,
        roll: &MeetingRoll,
        outcome: &MeetingOutcome,
    ) -> Vec<MeetingItemLine> {
        use MeetingItem as Item;
        use WorkStep as Step;
        let arranged = told.meeting.arrangement(self.date);
        let settled = prepared
            .contributions
            .iter()
            .all(|line| line.kind == ContributionKind::Question || line.accepted.is_some());
        let answered = prepared
            .contributions
            .iter()
            .all(|line| line.kind != ContributionKind::Question || line.answer.is_some());
        let items = [
            (
                Step::Prepare,
                Item::Arrange,
                arranged.at.is_some() && (arranged.place.is_some() || arranged.link.is_some()),
            ),
            (Step::Prepare, Item::Agenda, !prepared.agenda.is_empty()),
            (Step::Prepare, Item::Notice, prepared.notified_on.is_some()),
            (Step::Prepare, Item::Papers, prepared.papers_on.is_some()),
            (Step::Collect, Item::Draft, prepared.draft.is_some()),
            (Step::Collect, Item::SettleContributions, settled),
            (Step::Hold, Item::Open, roll.opened_at.is_some()),
            (Step::Hold, Item::Roll, !roll.entries.is_empty()),
            (Step::Hold, Item::Close, roll.closed_at.is_some()),
            (Step::Conclude, Item::Minutes, outcome.minutes.is_some()),
            (
                Step::Conclude,
                Item::Resolution,
                !outcome.resolutions.is_empty(),
            ),
            (
                Step::Conclude,
                Item::Publish,
                outcome.published_on.is_some(),
            ),
            (Step::Follow, Item::AnswerQuestions, answered),
        ];
        items
            .into_iter()
            .map(|(step, item, done)| MeetingItemLine {
                step,
                item,
                done,
                due: None,
                late: false,
            })
            .gather()
    }
}

/// An answer, or nothing where the book knows no rule for the day.
fn known<T>(answer: Result<T, HandbookError>) -> Result<Option<T>, HandbookError> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(HandbookError::RuleNotInForce { .. } | HandbookError::OutsideRuleBook { .. }) => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn tell_deadlines(items: &mut [MeetingItemLine], obligations: &[MeetingObligation]) {
    for obligation in obligations {
        let wanted = match obligation.duty {
            MeetingDuty::Notice => MeetingItem::Notice,
            MeetingDuty::Documents => MeetingItem::Papers,
            MeetingDuty::Result => MeetingItem::Publish,
        };
        for line in items.iter_mut().filter(|line| line.item == wanted) {
            line.due = Some(obligation.due_on);
            line.late = matches!(obligation.state, DueState::Late | DueState::Overdue);
        }
    }
}

/// The first question that is still open sets the day.
fn tell_answers(items: &mut [MeetingItemLine], lines: &[ContributionLine], date: NaiveDate) {
    let open = lines.iter().filter(|line| line.answer.is_none());
    let due = open.filter_map(|line| line.answer_due).min();
    for line in items {
        if line.item == MeetingItem::AnswerQuestions {
            line.due = due;
            line.late = due.is_some_and(|due| due < date);
        }
    }
}

/// What follows a meeting besides answers to questions.
fn follow_up(scored: bool, (done, given): (u32, u32)) -> Vec<MeetingItemLine> {
    let line = |step, item, done| MeetingItemLine {
        step,
        item,
        done,
        due: None,
        late: false,
    };
    vec![
        line(WorkStep::Conclude, MeetingItem::Score, scored),
        line(WorkStep::Conclude, MeetingItem::Tasks, given > 0),
        line(WorkStep::Follow, MeetingItem::TasksDone, given == done),
    ]
}

pub(super) fn is_present(presence: Presence) -> bool {
    matches!(
        presence,
        Presence::PresentInPerson | Presence::PresentOnline
    )
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Takes out what the asker may not see.
fn withhold(answer: &mut MeetingAnswer, asker: Option<&MemberId>) {
    let own = |member: &MemberId| Some(member) == asker;
    match answer.sight {
        Sight::Everything => {}
        Sight::Member => {
            answer.roll.entries.retain(|entry| own(&entry.member));
            answer.roll.excuses.retain(|line| own(&line.member));
            answer.roll.movements.retain(|line| own(&line.member));
            let contributions = &mut answer.preparation.contributions;
            contributions.retain(|line| line.by.as_ref().is_some_and(own));
        }
        Sight::Cells => {
            answer.roll.entries.clear();
            answer.roll.excuses.clear();
            answer.roll.movements.clear();
            answer.preparation.draft = None;
            answer.preparation.contributions.clear();
            answer.outcome.minutes = None;
        }
        Sight::Sums | Sight::Nothing => {
            answer.arrangement = MeetingArrangement::default();
            answer.preparation = MeetingPreparation::default();
            answer.roll = MeetingRoll::default();
            answer.votes.clear();
            answer.score = None;
            answer.deadlines = None;
            answer.outcome = MeetingOutcome::default();
            answer.items.clear();
        }
    }
}
