//! Yearly ratings: their acts taken in and judged, and where they stand on a day.

use chrono::NaiveDate;
use serde::Serialize;

use super::command::Standing;
use super::evaluation_act::EvaluationAct;
use super::event::Fact;
use super::judge::Judged;
use super::question::LevelSubject;
use super::state::{Place, State, check_name, check_text, contradiction, unknown};
use super::view::View;
use crate::access::Sight;
use crate::check::{FULL_MARKS, in_range, not_before, part_of};
use crate::compact::{Gather, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::evaluation::{
    self, CellMove, DecidedLevelState, EvaluatedKind, EvaluationDue, EvaluationEvent,
    EvaluationFact, EvaluationFindingCode, EvaluationProcedure, EvaluationProcedureInput,
    LastTaken, PlanOrganization, PlanPerson, PlanSubject, PlannedRating, RatedStanding,
    RatingPlanInput, RatingWait, RecordedVote, ReviewMeeting,
};
use crate::identifier::{MemberId, OrganizationId};
use crate::rulebook::RuleBook;
use crate::rulebook::policy::{EvaluationRole, EvaluationStep, Level};
use crate::verdict::{Basis, PolicyUsed, Verdict};
use crate::vote::CountedBase;

/// Longest review meeting, in days.
const REVIEW_DAYS_MOST: u32 = 366;

/// The acts of one subject's ratings, by year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Evaluations(Vec<(i32, Vec<(NaiveDate, EvaluationAct)>)>);

impl Evaluations {
    fn of(&self, year: i32) -> &[(NaiveDate, EvaluationAct)] {
        let known = self.0.iter().find(|(known, _)| *known == year);
        known.map_or(&[], |(_, acts)| acts)
    }

    /// The acts of a year by a day.
    pub(super) fn until(&self, year: i32, date: NaiveDate) -> impl Iterator<Item = &EvaluationAct> {
        let acts = self.of(year).iter().filter(move |(on, _)| *on <= date);
        acts.map(|(_, act)| act)
    }

    fn push(&mut self, year: i32, on: NaiveDate, act: EvaluationAct) {
        if let Some((_, acts)) = self.0.iter_mut().find(|(known, _)| *known == year) {
            acts.push((on, act));
        } else {
            self.0.push((year, vec![(on, act)]));
        }
    }

    /// The level in force for a year on a day.
    pub(super) fn decided(&self, year: i32, date: NaiveDate) -> Option<Level> {
        let mut level = None;
        for act in self.until(year, date) {
            match act {
                EvaluationAct::Decide { level: decided, .. } => level = level.or(Some(*decided)),
                EvaluationAct::Cancel { .. } => level = None,
                _ => {}
            }
        }
        level
    }

    /// The votes on excellent in the rating of a year, by a day; those before a cancellation count
    /// no more.
    pub(crate) fn line_votes(&self, year: i32, date: NaiveDate) -> Vec<RecordedVote<'_>> {
        let mut all: Vec<(Level, RecordedVote<'_>)> = Vec::new();
        for (on, act) in self.of(year).iter().filter(|(on, _)| *on <= date) {
            match act {
                EvaluationAct::Vote {
                    level,
                    meeting,
                    base: Some(base),
                    yes: Some(yes),
                    ..
                } => {
                    let mut vote = RecordedVote {
                        on: *on,
                        round: 0,
                        meeting: meeting.as_ref(),
                        base: *base,
                        yes: *yes,
                    };
                    for (_, before) in &all {
                        vote.round += u32::from(
                            (before.on, before.meeting, before.base)
                                == (vote.on, vote.meeting, vote.base),
                        );
                    }
                    all.push((*level, vote));
                }
                EvaluationAct::Cancel { .. } => all.clear(),
                _ => {}
            }
        }
        all.retain(|(level, _)| *level == Level::Excellent);
        all.into_iter().map(|(_, vote)| vote).gather()
    }

    /// The levels in force for the years before one, the latest first, up to the first gap.
    fn previous(&self, year: i32, date: NaiveDate) -> Vec<Level> {
        let mut levels = Vec::new();
        let mut before = year;
        while let Some(known) = before.checked_sub(1) {
            let Some(level) = self.decided(known, date) else {
                break;
            };
            levels.push(level);
            before = known;
        }
        levels
    }
}

/// Whose rating it is, in the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rated {
    Organization(Place),
    Member(Place),
}

impl State {
    pub(super) fn rated(&self, subject: &LevelSubject) -> Result<Rated, InputError> {
        Ok(match subject {
            LevelSubject::Organization { id } => {
                Rated::Organization(self.organization_place("subject.id", id)?)
            }
            LevelSubject::Member { id } => Rated::Member(self.member_place("subject.id", id)?),
        })
    }

    fn evaluations(&self, rated: Rated) -> &Evaluations {
        match rated {
            Rated::Organization(place) => &self.organization(place).evaluations,
            Rated::Member(place) => &self.member(place).evaluations,
        }
    }

    /// The organization in which a subject is reviewed: a member's cell, or itself.
    pub(super) fn reviewed_in(&self, rated: Rated, on: NaiveDate) -> Option<Place> {
        match rated {
            Rated::Organization(place) => Some(place),
            Rated::Member(place) => self.member(place).homes.on(on).copied(),
        }
    }

    /// The body named for a holder of several posts, by a day.
    fn named_body(&self, rated: Rated, year: i32, on: NaiveDate) -> Option<Place> {
        let acts = self.evaluations(rated).until(year, on);
        acts.filter_map(|act| match act {
            EvaluationAct::NameBody { body } => self.structure.place(body.as_str()),
            _ => None,
        })
        .last()
    }

    /// As whom a body decides on a subject: as the competent one, or as another.
    fn role(
        &self,
        rated: Rated,
        year: i32,
        on: NaiveDate,
        body: Option<&OrganizationId>,
    ) -> EvaluationRole {
        let competent = match rated {
            Rated::Organization(_) => EvaluationRole::SuperiorStandingCommittee,
            Rated::Member(_) => EvaluationRole::Committee,
        };
        let (Some(body), Some(home)) = (
            body.and_then(|body| self.structure.place(body.as_str())),
            self.reviewed_in(rated, on),
        ) else {
            return competent;
        };
        let above = match rated {
            Rated::Organization(_) => self.structure.parent(home, on) == Some(body),
            Rated::Member(_) => match self.named_body(rated, year, on) {
                Some(named) => named == body,
                None => self
                    .structure
                    .ancestors(home, on)
                    .any(|above| above == body),
            },
        };
        match rated {
            _ if above => competent,
            Rated::Member(_) if body == home => EvaluationRole::Cell,
            _ => EvaluationRole::Collective,
        }
    }

    /// The rating as the procedure asks for it.
    fn procedure_input(&self, rated: Rated, year: i32, on: NaiveDate) -> EvaluationProcedureInput {
        let known = self.evaluations(rated);
        let mut input = EvaluationProcedureInput {
            subject: match rated {
                Rated::Organization(_) => EvaluatedKind::Collective,
                Rated::Member(_) => EvaluatedKind::Member,
            },
            year,
            facts: Vec::new(),
            without_residence_opinion: false,
            review_meeting: None,
            due: Vec::new(),
            previous: known.previous(year, on),
            on,
        };
        for (day, act) in known.of(year).iter().filter(|(day, _)| *day <= on) {
            self.enter(&mut input, rated, *day, act);
        }
        input
    }

    /// Enters one act into the procedure's input.
    fn enter(
        &self,
        input: &mut EvaluationProcedureInput,
        rated: Rated,
        on: NaiveDate,
        act: &EvaluationAct,
    ) {
        let event = match act {
            EvaluationAct::SelfReview { .. } => EvaluationEvent::SelfReviewed,
            EvaluationAct::SelfScore { marks, level } => EvaluationEvent::SelfScored {
                marks: *marks,
                level: *level,
            },
            EvaluationAct::ResidenceOpinion { .. } => EvaluationEvent::ResidenceHeard,
            EvaluationAct::Comment { .. } => EvaluationEvent::Commented,
            EvaluationAct::Vote {
                level, base, yes, ..
            } => EvaluationEvent::Voted {
                level: *level,
                base: CountedBase::Number {
                    value: base.unwrap_or(1),
                },
                yes: yes.unwrap_or_default(),
            },
            EvaluationAct::Propose { level } => EvaluationEvent::Proposed { level: *level },
            EvaluationAct::Decide { level, body, .. } => EvaluationEvent::Decided {
                level: *level,
                by: self.role(rated, input.year, on, body.as_ref()),
            },
            EvaluationAct::Notify { .. } => EvaluationEvent::Notified,
            EvaluationAct::Complain { .. } => EvaluationEvent::Complained,
            EvaluationAct::Uphold { .. } => EvaluationEvent::Upheld,
            EvaluationAct::Cancel { .. } => EvaluationEvent::Cancelled,
            EvaluationAct::SupplementDossier { .. } => EvaluationEvent::Supplemented,
            EvaluationAct::Archive { .. } => EvaluationEvent::Archived,
            EvaluationAct::SkipResidenceOpinion { .. } => {
                input.without_residence_opinion = true;
                return;
            }
            EvaluationAct::HoldReview {
                days,
                provincial_standing_committee,
            } => {
                input.review_meeting = Some(ReviewMeeting {
                    days: *days,
                    provincial_standing_committee: *provincial_standing_committee,
                });
                return;
            }
            EvaluationAct::SetDue { step, due_on } => {
                input.due.retain(|due| due.step != *step);
                input.due.push(EvaluationDue {
                    step: *step,
                    on: *due_on,
                });
                return;
            }
            EvaluationAct::NameBody { .. }
            | EvaluationAct::Defer { .. }
            | EvaluationAct::Resume { .. } => return,
        };
        input.facts.push(EvaluationFact { on, event });
    }

    /// Takes an act about a rating in.
    pub(super) fn act_on_evaluation(
        &mut self,
        year: i32,
        subject: &LevelSubject,
        on: NaiveDate,
        by: Option<&MemberId>,
        act: &EvaluationAct,
    ) -> Result<(), InputError> {
        if let Some(by) = by {
            self.member_place("by", by)?;
        }
        let rated = self.rated(subject)?;
        self.check_evaluation_day(rated, year, on)?;
        self.check_evaluation_act(rated, on, act)?;
        let known = match rated {
            Rated::Organization(place) => {
                let known = self.organizations.get_mut(place);
                known.map(|known| &mut known.evaluations)
            }
            Rated::Member(place) => {
                let known = self.members.get_mut(place);
                known.map(|known| &mut known.evaluations)
            }
        };
        if let Some(known) = known {
            known.push(year, on, act.clone());
        }
        Ok(())
    }

    /// An act comes in the year or later, within the subject's life, and not before the last one.
    fn check_evaluation_day(
        &self,
        rated: Rated,
        year: i32,
        on: NaiveDate,
    ) -> Result<(), InputError> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)
            .ok_or_else(|| InputError::new(InputCode::OutOfRange, "year", year))?;
        let begun = match rated {
            Rated::Organization(place) => self.structure.began(place),
            Rated::Member(place) => Some(self.member(place).entered_on),
        };
        let acts = self.evaluations(rated).of(year);
        let last = acts.last().map(|(last, _)| *last);
        let least = [begun, last]
            .into_iter()
            .flatten()
            .fold(first, NaiveDate::max);
        not_before("on", on, least)
    }

    fn check_evaluation_act(
        &self,
        rated: Rated,
        on: NaiveDate,
        act: &EvaluationAct,
    ) -> Result<(), InputError> {
        match act {
            EvaluationAct::SelfReview { text }
            | EvaluationAct::ResidenceOpinion { text }
            | EvaluationAct::Comment { text }
            | EvaluationAct::Complain { text } => check_text("text", text),
            EvaluationAct::Notify { text } | EvaluationAct::SupplementDossier { text } => text
                .as_ref()
                .map_or(Ok(()), |text| check_text("text", text)),
            EvaluationAct::SkipResidenceOpinion { reason } | EvaluationAct::Uphold { reason } => {
                check_text("reason", reason)
            }
            EvaluationAct::SelfScore { marks, level } => {
                if marks.is_none() && level.is_none() {
                    return Err(InputError::new(InputCode::Empty, "level", ""));
                }
                marks.map_or(Ok(()), |marks| in_range("marks", marks, 0, FULL_MARKS))
            }
            EvaluationAct::HoldReview { days, .. } => in_range("days", *days, 1, REVIEW_DAYS_MOST),
            EvaluationAct::Vote { base, yes, .. } => {
                let (Some(base), Some(yes)) = (base, yes) else {
                    let field = if base.is_none() { "base" } else { "yes" };
                    return Err(InputError::new(InputCode::Empty, field, "")
                        .with_limit("the numbers, or the meeting and the number of its vote"));
                };
                in_range("base", *base, 1, 1_000_000_000)?;
                part_of("yes", (*yes).into(), (*base).into())
            }
            EvaluationAct::Propose { .. } | EvaluationAct::Resume { .. } => Ok(()),
            EvaluationAct::NameBody { body } => self.living_body(on, body),
            EvaluationAct::Decide { body, decision, .. } => {
                if let Some(decision) = decision {
                    check_name("decision", decision)?;
                }
                match body {
                    Some(body) => self.living_body(on, body),
                    None => self.decided_above(rated, on),
                }
            }
            EvaluationAct::Cancel { reason, decision } => {
                check_text("reason", reason)?;
                decision
                    .as_ref()
                    .map_or(Ok(()), |decision| check_name("decision", decision))
            }
            EvaluationAct::Archive { place } => check_name("place", place),
            EvaluationAct::SetDue { due_on, .. } => not_before("dueOn", *due_on, on),
            EvaluationAct::Defer { until, .. } => until
                .as_ref()
                .map_or(Ok(()), |until| not_before("until", *until, on)),
        }
    }

    fn living_body(&self, on: NaiveDate, body: &OrganizationId) -> Result<(), InputError> {
        let place = self.organization_place("body", body)?;
        self.lives("body", place, on)
    }

    /// Only where nothing of the record stands above may the body be left out.
    fn decided_above(&self, rated: Rated, on: NaiveDate) -> Result<(), InputError> {
        let home = self.reviewed_in(rated, on);
        if home.is_some_and(|home| self.structure.parent(home, on).is_some()) {
            return Err(InputError::new(InputCode::Empty, "body", "")
                .with_limit("the organization whose body decides"));
        }
        Ok(())
    }

    /// The numbers of a vote that a meeting of the record took.
    fn numbers_of(&self, act: &mut EvaluationAct) -> Result<(), InputError> {
        let EvaluationAct::Vote {
            meeting: Some(meeting),
            vote,
            base,
            yes,
            ..
        } = act
        else {
            return Ok(());
        };
        let place = self.meeting_place("meeting", meeting)?;
        let wanted = vote.ok_or_else(|| InputError::new(InputCode::Empty, "vote", ""))?;
        let mut taken = self.meeting(place).acts.iter();
        let (known_base, known_yes) = taken
            .find_map(|acted| acted.act.totals_of(wanted))
            .ok_or_else(|| unknown("vote", wanted))?;
        for (field, said, known) in [("base", base, known_base), ("yes", yes, known_yes)] {
            if said.is_some_and(|said| said != known) {
                let value = said.unwrap_or_default();
                return Err(contradiction(field, value, "what the meeting recorded"));
            }
            *said = Some(known);
        }
        Ok(())
    }
}

/// Judges an act about a rating by the rules of its day.
pub(super) fn judge_evaluation_act(
    state: &State,
    book: &RuleBook,
    year: i32,
    subject: LevelSubject,
    on: NaiveDate,
    by: Option<MemberId>,
    mut act: EvaluationAct,
) -> Result<Judged, HandbookError> {
    state.numbers_of(&mut act)?;
    let rated = state.rated(&subject)?;
    state.check_evaluation_day(rated, year, on)?;
    state.check_evaluation_act(rated, on, &act)?;
    let mut grounds = Vec::new();
    let mut forbidden = false;
    let last = match &act {
        EvaluationAct::NameBody { .. }
        | EvaluationAct::Defer { .. }
        | EvaluationAct::Resume { .. }
        | EvaluationAct::SetDue { .. }
        | EvaluationAct::SkipResidenceOpinion { .. } => None,
        EvaluationAct::HoldReview { .. } => Some(LastTaken::Review),
        _ => Some(LastTaken::Event),
    };
    if let Some(last) = last {
        let mut input = state.procedure_input(rated, year, on);
        state.enter(&mut input, rated, on, &act);
        match evaluation::judge_last(&book.on(on)?, &input, &last) {
            Ok(judged) => {
                forbidden = judged.findings.iter().any(|code| forbids(*code));
                grounds = judged.grounds;
            }
            // What nobody has read forbids nothing: the act happened, and is kept.
            Err(error) if error.absence().is_some() => {}
            Err(error) => return Err(error),
        }
    }
    let fact = Fact::EvaluationActed {
        year,
        subject,
        on,
        by,
        act,
    };
    Ok(Judged::by(grounds, forbidden, vec![fact]))
}

/// A step too late or a meeting too short happened all the same; the others cannot be.
fn forbids(code: EvaluationFindingCode) -> bool {
    !matches!(
        code,
        EvaluationFindingCode::OutOfOrder | EvaluationFindingCode::ReviewTooShort
    )
}

/// The rating of one organization or member for a year, on the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationAnswer {
    /// How far the asker sees into the organization where the subject is reviewed.
    pub sight: Sight,
    /// Who is rated.
    pub subject: LevelSubject,
    /// The year.
    pub year: i32,
    /// Where the subject is reviewed.
    pub reviewed_in: Option<OrganizationId>,
    /// Steps, levels in time, votes, who is next; absent where the asker may not see them.
    pub procedure: Option<Verdict<EvaluationProcedure>>,
    /// The organization that has to act next, where it is one of the record.
    pub next_body: Option<OrganizationId>,
    /// The marks that the subject gave itself last, in hundredths of a point.
    pub self_marks: Option<u32>,
    /// The level that the subject gave itself last.
    pub self_level: Option<Level>,
    /// How many comments were made.
    pub comments: u32,
    /// What the rating waits for (EVL-11).
    pub waits_for: Vec<RatingWait>,
    /// The level that the recorded facts give, with the cap; absent without facts or with too few,
    /// where a vote decides, and where the rules were not read.
    pub computed: Option<Level>,
    /// The facts give excellent, and a vote has to decide at the line of the cap (section 6.4).
    pub vote_needed: bool,
    /// The level decided is not the one computed.
    pub differs: bool,
}

/// How many ratings have a step next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationStepCount {
    /// The step.
    pub step: EvaluationStep,
    /// How many.
    pub count: u32,
}

/// One rating of the year below an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationLine {
    /// Who is rated.
    pub subject: LevelSubject,
    /// From 1: whoever is of a round may be rated when all earlier rounds are.
    pub round: u32,
    /// Where the subject is reviewed, the place that counts first.
    pub reviewed_in: Vec<OrganizationId>,
    /// The step to take now, else the first that is missing.
    pub next: Option<EvaluationStep>,
    /// Who takes it.
    pub next_by: Option<EvaluationRole>,
    /// The organization that takes it, where it is one of the record.
    pub next_body: Option<OrganizationId>,
    /// Steps that are not done although a later one is.
    pub missing: Vec<EvaluationStep>,
    /// Steps not done whose last day has passed.
    pub overdue: Vec<EvaluationStep>,
    /// The level in force.
    pub level: Option<Level>,
    /// What it is, or that it was cancelled; absent before a decision.
    pub state: Option<DecidedLevelState>,
    /// What the rating waits for (EVL-11).
    pub waits_for: Vec<RatingWait>,
    /// The first day on which it can be made, where that is later and known.
    pub earliest_on: Option<NaiveDate>,
}

/// The ratings of a year below an organization, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EvaluationsAnswer {
    /// How far the asker sees.
    pub sight: Sight,
    /// The organization.
    pub organization: OrganizationId,
    /// The year.
    pub year: i32,
    /// Who is rated: organizations and members.
    pub rated: u32,
    /// Who is not (EVL-10).
    pub not_rated: u32,
    /// Ratings of which nothing is recorded.
    pub not_started: u32,
    /// Ratings with a level in force.
    pub decided: u32,
    /// Ratings whose level was cancelled, with none decided again.
    pub cancelled: u32,
    /// Ratings with nothing left to do.
    pub finished: u32,
    /// Ratings with a step whose last day has passed.
    pub late: u32,
    /// Ratings that wait for something.
    pub waiting: u32,
    /// The readings that the order took where no text decides.
    pub policies: Vec<PolicyUsed>,
    /// Ratings by the step that is next, in the order of the steps.
    pub steps: Vec<EvaluationStepCount>,
    /// The ratings in their order, as far as the asker may see them.
    pub lines: Vec<EvaluationLine>,
}

impl View<'_> {
    /// The rating of an organization or a member for a year: every step, the levels in time, the
    /// self-score, the votes, who is next, and the computed level beside the decided one. A member
    /// sees the own rating, others' are seen as [`crate::access`] tells.
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown subject or asker, a day before the year, and where the book
    /// knows no steps for the day.
    pub fn evaluation(
        &self,
        subject: &LevelSubject,
        year: i32,
        asker: Option<&MemberId>,
    ) -> Result<EvaluationAnswer, HandbookError> {
        let rated = self.state.rated(subject)?;
        let reviewed_in = self.state.reviewed_in(rated, self.date);
        let sight = self.sight_of(rated, asker)?;
        let own = matches!(subject, LevelSubject::Member { id } if Some(id) == asker);
        let mut answer = EvaluationAnswer {
            sight,
            subject: subject.clone(),
            year,
            reviewed_in: reviewed_in.map(|place| self.state.organization(place).id.clone()),
            procedure: None,
            next_body: None,
            self_marks: None,
            self_level: None,
            comments: 0,
            waits_for: Vec::new(),
            computed: None,
            vote_needed: false,
            differs: false,
        };
        if !own && !self.sees_levels(sight, rated) {
            return Ok(answer);
        }
        let procedure = self.followed(rated, year)?;
        for act in self.state.evaluations(rated).until(year, self.date) {
            match act {
                EvaluationAct::SelfScore { marks, level } => {
                    answer.self_marks = marks.or(answer.self_marks);
                    answer.self_level = level.or(answer.self_level);
                }
                EvaluationAct::Comment { .. } => {
                    answer.comments = answer.comments.saturating_add(1);
                }
                _ => {}
            }
        }
        answer.waits_for = self
            .waits(rated, year)
            .into_iter()
            .map(|(wait, _)| wait)
            .collect();
        answer.next_body = self.body_of(rated, year, procedure.value.next_by);
        match self.level(subject, year) {
            Ok(computed) => {
                let excellent = computed
                    .own
                    .as_ref()
                    .is_some_and(|own| own.value.level == Level::Excellent);
                answer.vote_needed = excellent && computed.level.is_none();
                answer.computed = computed.level;
            }
            Err(error) if error.absence().is_some() || error.missing_field().is_some() => {}
            Err(error) => return Err(error),
        }
        answer.differs = answer.computed.is_some()
            && procedure.value.level.is_some()
            && answer.computed != procedure.value.level;
        answer.procedure = Some(procedure);
        Ok(answer)
    }

    /// The ratings of a year below an organization, in the order of EVL-11, with what is missing,
    /// who is next and who is late. Lines are seen as [`crate::access`] tells; who sees less than sums
    /// sees nothing.
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown organization or asker, a day before the year, and where the
    /// book knows no rule for the day.
    pub fn evaluations(
        &self,
        id: &OrganizationId,
        year: i32,
        asker: Option<&MemberId>,
    ) -> Result<EvaluationsAnswer, HandbookError> {
        let root = self.place(id)?;
        let sight = self.sight(asker, root)?;
        let mut answer = EvaluationsAnswer {
            sight,
            organization: id.clone(),
            year,
            rated: 0,
            not_rated: 0,
            not_started: 0,
            decided: 0,
            cancelled: 0,
            finished: 0,
            late: 0,
            waiting: 0,
            policies: Vec::new(),
            steps: Vec::new(),
            lines: Vec::new(),
        };
        if matches!(sight, Sight::Nothing | Sight::Member) {
            return Ok(answer);
        }
        let mut below = vec![false; self.state.organizations.len()];
        for place in self.subtree_places(root) {
            if let Some(known) = below.get_mut(place) {
                *known = true;
            }
        }
        let within = |place: Place| below.get(place).copied().unwrap_or_default();
        let mut basis = Basis::default();
        let plan = evaluation::plan_with(&self.rules, &self.plan_input(year)?, &mut basis)?;
        for line in &plan.not_rated {
            let here = match &line.subject {
                PlanSubject::Organization { id } => {
                    let known = line.successor.as_ref().unwrap_or(id);
                    self.state.organization_place("id", known).is_ok_and(within)
                }
                PlanSubject::Member { id } => {
                    let known = self.state.member_place("id", id)?;
                    self.state.member(known).home(self.date).is_some_and(within)
                }
            };
            answer.not_rated = answer.not_rated.saturating_add(u32::from(here));
        }
        for planned in plan.ratings {
            let (subject, rated, here) = match &planned.subject {
                PlanSubject::Organization { id } => {
                    let place = self.state.organization_place("id", id)?;
                    // One that ended counts where its successor stands.
                    let stands = planned.reviewed_in.first().unwrap_or(id);
                    let stands = self.state.organization_place("id", stands)?;
                    let subject = LevelSubject::Organization { id: id.clone() };
                    (subject, Rated::Organization(place), within(stands))
                }
                PlanSubject::Member { id } => {
                    let place = self.state.member_place("id", id)?;
                    let home = self.state.member(place).home(self.date);
                    let subject = LevelSubject::Member { id: id.clone() };
                    (subject, Rated::Member(place), home.is_some_and(within))
                }
            };
            if here {
                let line = self.evaluation_line(subject, rated, year, planned, &mut answer)?;
                if let Some(step) = line.next {
                    count_step(&mut answer.steps, step);
                }
                if self.sees_levels(sight, rated) {
                    answer.lines.push(line);
                }
            }
        }
        answer.policies = basis.policies;
        sort_by(&mut answer.steps, |one, other| one.step.cmp(&other.step));
        Ok(answer)
    }

    /// One line, counted into the sums.
    fn evaluation_line(
        &self,
        subject: LevelSubject,
        rated: Rated,
        year: i32,
        planned: PlannedRating,
        sums: &mut EvaluationsAnswer,
    ) -> Result<EvaluationLine, HandbookError> {
        let procedure = self.followed(rated, year)?.value;
        let overdue: Vec<EvaluationStep> = procedure
            .steps
            .iter()
            .filter(|line| line.late && line.done_on.is_none())
            .map(|line| line.step)
            .collect();
        let state = procedure.levels.last().map(|last| last.state);
        let mut acts = self.state.evaluations(rated).until(year, self.date);
        let started = acts.next().is_some();
        for (counted, holds) in [
            (&mut sums.rated, true),
            (&mut sums.not_started, !started),
            (&mut sums.decided, procedure.level.is_some()),
            (
                &mut sums.cancelled,
                state == Some(DecidedLevelState::Cancelled),
            ),
            (&mut sums.finished, procedure.next.is_none()),
            (&mut sums.late, !overdue.is_empty()),
            (&mut sums.waiting, !planned.waits_for.is_empty()),
        ] {
            *counted = counted.saturating_add(u32::from(holds));
        }
        Ok(EvaluationLine {
            subject,
            round: planned.round,
            reviewed_in: planned.reviewed_in,
            next: procedure.next,
            next_by: procedure.next_by,
            next_body: self.body_of(rated, year, procedure.next_by),
            missing: procedure.missing,
            overdue,
            level: procedure.level,
            state,
            waits_for: planned.waits_for,
            earliest_on: planned.earliest_on,
        })
    }

    /// How far someone sees into the organization where a subject is reviewed.
    pub(super) fn sight_of(
        &self,
        rated: Rated,
        asker: Option<&MemberId>,
    ) -> Result<Sight, HandbookError> {
        match (asker, self.state.reviewed_in(rated, self.date)) {
            (None, _) => Ok(Sight::Everything),
            (Some(asker), None) => {
                self.state.member_place("asker", asker)?;
                Ok(Sight::Nothing)
            }
            (Some(_), Some(place)) => self.sight(asker, place),
        }
    }

    fn followed(
        &self,
        rated: Rated,
        year: i32,
    ) -> Result<Verdict<EvaluationProcedure>, HandbookError> {
        let input = self.state.procedure_input(rated, year, self.date);
        evaluation::evaluation_procedure(&self.rules, &input)
    }

    /// The organization that acts as a role; a member and what stands outside the record are none.
    fn body_of(
        &self,
        rated: Rated,
        year: i32,
        role: Option<EvaluationRole>,
    ) -> Option<OrganizationId> {
        let home = self.state.reviewed_in(rated, self.date)?;
        let place = match role? {
            EvaluationRole::ResidenceCommittee => return None,
            EvaluationRole::Subject if matches!(rated, Rated::Member(_)) => return None,
            EvaluationRole::Subject | EvaluationRole::Cell | EvaluationRole::Collective => home,
            EvaluationRole::SuperiorStandingCommittee => self.parent(home)?,
            EvaluationRole::Committee | EvaluationRole::CompetentBody => {
                match self.state.named_body(rated, year, self.date) {
                    Some(named) => named,
                    None => self.deciding(home)?,
                }
            }
        };
        Some(self.state.organization(place).id.clone())
    }

    /// The grassroots organization above a cell, or the organization directly above it.
    fn deciding(&self, cell: Place) -> Option<Place> {
        let above = self.parent(cell)?;
        let grassroots = |place: Place| self.kind_rule(place).is_some_and(|kind| kind.grassroots);
        Some(self.nearest(above, grassroots).unwrap_or(above))
    }

    /// What a rating waits for, each with its day where it is known.
    fn waits(&self, rated: Rated, year: i32) -> Vec<(RatingWait, Option<NaiveDate>)> {
        let mut waits: Vec<(RatingWait, Option<NaiveDate>)> = Vec::new();
        for act in self.state.evaluations(rated).until(year, self.date) {
            match act {
                EvaluationAct::Defer { wait, until } => {
                    waits.retain(|(known, _)| known != wait);
                    waits.push((*wait, *until));
                }
                EvaluationAct::Resume { wait } => waits.retain(|(known, _)| known != wait),
                _ => {}
            }
        }
        waits.retain(|(_, until)| until.is_none_or(|until| until > self.date));
        waits
    }

    /// The whole record as the plan of a year asks for it.
    fn plan_input(&self, year: i32) -> Result<RatingPlanInput, InputError> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)
            .ok_or_else(|| InputError::new(InputCode::OutOfRange, "year", year))?;
        let mut input = RatingPlanInput {
            year,
            on: self.date,
            organizations: Vec::new(),
            persons: Vec::new(),
            moved: None,
            ended: None,
        };
        let name = |place: Place| self.state.organization(place).id.clone();
        let structure = &self.state.structure;
        let mut posts: Vec<Vec<OrganizationId>> = vec![Vec::new(); self.state.members.len()];
        for (place, known) in self.state.organizations.iter().enumerate() {
            let ended_on = structure.ended(place).filter(|end| *end <= self.date);
            let begun = structure
                .began(place)
                .is_some_and(|began| began <= self.date);
            if !begun || ended_on.is_some_and(|end| end <= first) {
                continue;
            }
            let last = ended_on.and_then(|end| end.pred_opt()).unwrap_or(self.date);
            let Some(stands) = structure.on(place, last) else {
                continue;
            };
            input.organizations.push(PlanOrganization {
                id: known.id.clone(),
                kind: stands.kind.clone(),
                parent: structure.parent(place, last).map(name),
                ended_on,
                successor: ended_on.and_then(|_| self.only_successor(place)).map(name),
            });
            for held in known.posts.iter().filter(|held| held.covers(self.date)) {
                if let Some(posts) = posts.get_mut(held.member).filter(|_| ended_on.is_none())
                    && !posts.contains(&known.id)
                {
                    posts.push(known.id.clone());
                }
            }
        }
        for ((place, member), posts) in self.state.members.iter().enumerate().zip(posts) {
            let home = member.home(self.date);
            let home = home.filter(|home| structure.lives(*home, self.date));
            let Some(home) = home.filter(|_| member.admitted_on <= self.date) else {
                continue;
            };
            let rated = Rated::Member(place);
            let mut moves = Vec::new();
            let mut before: Option<Place> = None;
            for (on, cell) in member.homes.changes() {
                let counted = *on > first.max(member.admitted_on) && *on <= self.date;
                if let Some(from) = before.filter(|from| counted && from != cell) {
                    moves.push(CellMove {
                        from: name(from),
                        on: *on,
                    });
                }
                before = Some(*cell);
            }
            let mut person = PlanPerson {
                id: member.id.clone(),
                cell: name(home),
                moves,
                posts,
                standing: self.rated_standing(place),
                admitted_on: Some(member.admitted_on),
                civil_servant: false,
                state_rated_on: None,
                absent: false,
                returns_on: None,
                competent_body: self
                    .state
                    .named_body(rated, year, self.date)
                    .filter(|body| structure.lives(*body, self.date))
                    .map(name),
            };
            for (wait, until) in self.waits(rated, year) {
                match wait {
                    RatingWait::StateRating => {
                        person.civil_servant = true;
                        person.state_rated_on = until;
                    }
                    RatingWait::Return => {
                        person.absent = true;
                        person.returns_on = until;
                    }
                    RatingWait::CompetentBody => {}
                }
            }
            input.persons.push(person);
        }
        Ok(input)
    }

    /// What came after an organization, where that is one alone.
    fn only_successor(&self, place: Place) -> Option<Place> {
        let mut found = None;
        for link in self.state.structure.successors(place) {
            if found.is_some_and(|found| found != link.to) {
                return None;
            }
            found = Some(link.to);
        }
        found
    }

    fn rated_standing(&self, member: Place) -> RatedStanding {
        match self.standing(member) {
            Standing::Exempted => RatedStanding::Exempted,
            Standing::Suspended => RatedStanding::Suspended,
            Standing::Active | Standing::TemporarilyAway => RatedStanding::Active,
        }
    }
}

fn count_step(steps: &mut Vec<EvaluationStepCount>, step: EvaluationStep) {
    match steps.iter_mut().find(|known| known.step == step) {
        Some(known) => known.count = known.count.saturating_add(1),
        None => steps.push(EvaluationStepCount { step, count: 1 }),
    }
}
