//! How far the rating of one subject has come: its steps, its levels in time, who is next.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::rule::OnDemand;
use crate::check::{FULL_MARKS, in_range, not_after, not_before, part_of};
use crate::compact::sort_by;
use crate::error::{AbsenceReason, HandbookError, InputCode, InputError};
use crate::identifier::ParameterId;
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::policy::{EvaluationRole, EvaluationStep, Level};
use crate::rulebook::{FromValue, InForce, Parameter, PolicyChoice, Rules, choices, parameter};
use crate::verdict::{Basis, Ground, Recorder, Verdict};
use crate::vote::CountedBase;

/// Most events of one rating.
const EVENTS_MOST: usize = 10_000;

/// Most of those who count in a vote.
const BASE_MOST: u32 = 1_000_000_000;

/// Longest review meeting, in days.
const MEETING_DAYS_MOST: u32 = 366;

/// Who is rated, as the procedure knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EvaluatedKind {
    /// A collective (tập thể): an organization, its committee or its leadership.
    Collective,
    /// A leader (cá nhân lãnh đạo, quản lý).
    Leader,
    /// Any other individual of the political system.
    OtherIndividual,
    /// A member, rated in the cell.
    Member,
}

/// What happened in a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum EvaluationEvent {
    /// The self-review was handed in.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    SelfReviewed,
    /// The subject gave itself marks or a level.
    SelfScored {
        /// Marks in hundredths of a point, 0 to 10,000.
        #[serde(default)]
        marks: Option<u32>,
        /// The level.
        #[serde(default)]
        level: Option<Level>,
    },
    /// The place of residence gave its opinion.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    ResidenceHeard,
    /// Comments were made.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Commented,
    /// A vote was taken; of a secret ballot the totals alone are known.
    Voted {
        /// The level voted on.
        level: Level,
        /// Those who count (VOTE-01, VOTE-02).
        base: CountedBase,
        /// Votes for the level.
        yes: u32,
    },
    /// A level was proposed.
    Proposed {
        /// The level.
        level: Level,
    },
    /// A level was decided.
    Decided {
        /// The level.
        level: Level,
        /// Who decided.
        by: EvaluationRole,
    },
    /// Those concerned were told.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Notified,
    /// A complaint came in.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Complained,
    /// The complaint was answered: the decision stands.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Upheld,
    /// The level was cancelled. EVL-06.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Cancelled,
    /// The dossier was supplemented.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Supplemented,
    /// The file went into the archive.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Archived,
}

/// An event with its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvaluationFact {
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
    /// What happened.
    pub event: EvaluationEvent,
}

/// The last day for a step, where the body set one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvaluationDue {
    /// The step.
    pub step: EvaluationStep,
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// The meeting at which a body reviewed itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReviewMeeting {
    /// How many days it lasted.
    pub days: u32,
    /// The body is the standing committee of a province.
    #[serde(default)]
    pub provincial_standing_committee: bool,
}

/// A rating, as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvaluationProcedureInput {
    /// Who is rated.
    pub subject: EvaluatedKind,
    /// The year rated.
    pub year: i32,
    /// What happened, in any order; of one day in the order given.
    #[serde(default)]
    pub facts: Vec<EvaluationFact>,
    /// No opinion of the place of residence is needed.
    #[serde(default)]
    pub without_residence_opinion: bool,
    /// The review meeting, where one was held.
    #[serde(default)]
    pub review_meeting: Option<ReviewMeeting>,
    /// Last days that the body set, each step once.
    #[serde(default)]
    pub due: Vec<EvaluationDue>,
    /// The levels decided for the years before, the latest first.
    #[serde(default)]
    pub previous: Vec<Level>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EvaluationStepState {
    /// Done.
    Done,
    /// The one to take now.
    Current,
    /// Not done, although a later one is.
    Missing,
    /// Later.
    NotYet,
    /// No rule asks for it here.
    NotNeeded,
}

/// A step of the rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvaluationStepLine {
    /// The step.
    pub step: EvaluationStep,
    /// How it stands.
    pub state: EvaluationStepState,
    /// The day it was done. Notice, dossier and archive are those of the latest decision.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub done_on: Option<NaiveDate>,
    /// The last day for it, where the body or a rule gives one.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub due_on: Option<NaiveDate>,
    /// Done after its last day, or not done and the day has passed.
    pub late: bool,
    /// Who takes it; absent where the rule was not read.
    pub by: Option<EvaluationRole>,
}

/// What is not in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EvaluationFindingCode {
    /// Done after a step that comes later.
    OutOfOrder,
    /// Decided without a proposal.
    BeforeProposal,
    /// Decided by a body that is not competent.
    NotCompetent,
    /// Decided although a level stands; it has no effect until that is cancelled.
    DecidedTwice,
    /// Done although no level stands; it has no effect.
    BeforeDecision,
    /// A complaint before the notice; it has no effect.
    BeforeNotice,
    /// An answer without a complaint; it has no effect.
    WithoutComplaint,
    /// The review meeting was too short.
    ReviewTooShort,
}

/// Something that is not in order. The ground says which step was done and which had to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvaluationFinding {
    /// What.
    pub code: EvaluationFindingCode,
    /// The day, where an event has one.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub on: Option<NaiveDate>,
    /// What was compared; it does not hold.
    pub ground: Ground,
}

/// What a level is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DecidedLevelState {
    /// Decided.
    Decided,
    /// Cancelled: none is in force.
    Cancelled,
    /// Decided again after a cancellation.
    DecidedAgain,
}

/// A level from a day on, until the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelSince {
    /// The first day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub from: NaiveDate,
    /// What it is.
    pub state: DecidedLevelState,
    /// The level in force; absent where it was cancelled.
    pub level: Option<Level>,
}

/// A vote on a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelVote {
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
    /// The level voted on.
    pub level: Level,
    /// Those who count.
    pub base: u32,
    /// Votes for the level.
    pub yes: u32,
    /// The fewest votes that carry; absent where no threshold was read (EVL-17).
    pub required: Option<u32>,
    /// Whether it carried; absent likewise.
    pub carried: Option<bool>,
}

/// A rule that would matter and that the book does not know for the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnknownRule {
    /// The parameter.
    pub parameter: ParameterId,
    /// Why there is no value.
    pub reason: AbsenceReason,
}

/// A rating against its procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvaluationProcedure {
    /// Every step, from the first to the last.
    pub steps: Vec<EvaluationStepLine>,
    /// The step to take now, else the first that is missing; absent where nothing is left.
    pub next: Option<EvaluationStep>,
    /// Who takes it.
    pub next_by: Option<EvaluationRole>,
    /// Steps that are not done although a later one is, in order.
    pub missing: Vec<EvaluationStep>,
    /// What is not in order, by day.
    pub findings: Vec<EvaluationFinding>,
    /// The levels in time, from the first on.
    pub levels: Vec<LevelSince>,
    /// The level in force; absent before a decision and after a cancellation.
    pub level: Option<Level>,
    /// The level proposed last.
    pub proposed: Option<Level>,
    /// The votes, by day.
    pub votes: Vec<LevelVote>,
    /// Who decides; absent where the rule was not read.
    pub decided_by: Option<EvaluationRole>,
    /// The forms of the review, of which one is used; empty where the rule was not read.
    pub forms: Vec<String>,
    /// The first year whose file the dossier still keeps; absent where the rule was not read.
    pub kept_from: Option<i32>,
    /// Whether removal is considered, as the level is not completed again (EVL-05); absent where
    /// no level is in force or the rule was not read.
    pub removal_considered: Option<bool>,
    /// Rules that the book does not know for the day.
    pub unknown: Vec<UnknownRule>,
}

impl EvaluationEvent {
    /// The step that it takes; a decision's depends on what came before.
    fn step(&self) -> EvaluationStep {
        match self {
            Self::SelfReviewed => EvaluationStep::SelfReview,
            Self::SelfScored { .. } => EvaluationStep::SelfScore,
            Self::ResidenceHeard => EvaluationStep::ResidenceOpinion,
            Self::Commented => EvaluationStep::Comments,
            Self::Voted { .. } => EvaluationStep::Vote,
            Self::Proposed { .. } => EvaluationStep::Proposal,
            Self::Decided { .. } => EvaluationStep::Decision,
            Self::Notified => EvaluationStep::Notice,
            Self::Complained => EvaluationStep::Complaint,
            Self::Upheld => EvaluationStep::ComplaintAnswer,
            Self::Cancelled => EvaluationStep::Cancellation,
            Self::Supplemented => EvaluationStep::DossierSupplement,
            Self::Archived => EvaluationStep::Archive,
        }
    }

    fn check(&self, field: &str) -> Result<(), InputError> {
        match self {
            Self::SelfScored { marks, level } => {
                if let Some(marks) = marks {
                    in_range(&format!("{field}.marks"), *marks, 0, FULL_MARKS)?;
                } else if level.is_none() {
                    return Err(InputError::new(
                        InputCode::Empty,
                        format!("{field}.level"),
                        "",
                    ));
                }
                Ok(())
            }
            Self::Voted { base, yes, .. } => {
                if let CountedBase::Number { value } = base {
                    in_range(&format!("{field}.base"), *value, 1, BASE_MOST)?;
                    part_of(&format!("{field}.yes"), (*yes).into(), (*value).into())?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// The rules of one procedure.
struct ProcedureRules<'book> {
    steps: InForce<'book, Vec<String>>,
    listed: Vec<EvaluationStep>,
    decider: Option<InForce<'book, EvaluationRole>>,
    cancelled: OnDemand<'book, bool>,
    share: Option<InForce<'book, Fraction>>,
    days: Option<InForce<'book, Vec<(EvaluationStep, i64)>>>,
}

/// A rule, or the note that it is not known.
fn known_or_noted<'book, T: FromValue>(
    rules: &Rules<'book>,
    asked: Parameter<T>,
    unknown: &mut Vec<UnknownRule>,
) -> Result<Option<InForce<'book, T>>, HandbookError> {
    match rules.get(asked) {
        Ok(rule) => Ok(Some(rule)),
        Err(HandbookError::RuleNotInForce(absent)) => {
            unknown.push(UnknownRule {
                parameter: absent.parameter,
                reason: absent.reason,
            });
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

impl<'book> ProcedureRules<'book> {
    fn in_force(
        rules: &Rules<'book>,
        input: &EvaluationProcedureInput,
        unknown: &mut Vec<UnknownRule>,
    ) -> Result<Self, HandbookError> {
        let (steps, decider) = match input.subject {
            EvaluatedKind::Member => (
                parameter::EVALUATION_STEPS_MEMBER,
                parameter::MEMBER_LEVEL_DECIDED_BY,
            ),
            EvaluatedKind::Collective => (
                parameter::EVALUATION_STEPS,
                parameter::ORGANIZATION_LEVEL_DECIDED_BY,
            ),
            EvaluatedKind::Leader | EvaluatedKind::OtherIndividual => (
                parameter::EVALUATION_STEPS,
                parameter::OFFICIAL_LEVEL_DECIDED_BY,
            ),
        };
        let steps = rules.get(steps)?;
        let voted = input
            .facts
            .iter()
            .any(|fact| matches!(fact.event, EvaluationEvent::Voted { .. }));
        Ok(Self {
            listed: choices(&steps.value),
            steps,
            decider: known_or_noted(rules, decider, unknown)?,
            cancelled: OnDemand::in_force(rules, parameter::WRONG_LEVEL_CANCELLED),
            share: if voted {
                known_or_noted(rules, parameter::EVALUATION_VOTE_SHARE, unknown)?
            } else {
                None
            },
            days: known_or_noted(rules, parameter::EVALUATION_STEP_DAYS, unknown)?,
        })
    }

    fn lists(&self, step: EvaluationStep) -> bool {
        self.listed.contains(&step)
    }

    fn decided_by(&self) -> Option<EvaluationRole> {
        self.decider.as_ref().map(|rule| rule.value)
    }

    /// That one step was done, and another had to be.
    fn against_order(&self, done: EvaluationStep, required: EvaluationStep) -> Ground {
        Ground::compare(
            &self.steps,
            Quantity::word(done.word()),
            Comparison::Equals,
            Quantity::word(required.word()),
        )
    }
}

/// What the events came to, one after another.
#[derive(Default)]
struct Walk {
    findings: Vec<EvaluationFinding>,
    levels: Vec<LevelSince>,
    proposed: Option<Level>,
    votes: Vec<LevelVote>,
    /// The first day of every step before the decision, and of the decision.
    first: Vec<(EvaluationStep, NaiveDate)>,
    /// Of the steps after a decision the last day, as far as they concern the last one.
    after: Vec<(EvaluationStep, NaiveDate)>,
    complained_on: Option<NaiveDate>,
    answered_on: Option<NaiveDate>,
    complaint_open: bool,
    cancelled_on: Option<NaiveDate>,
    decided_again_on: Option<NaiveDate>,
    /// How many findings and grounds there were before the last event.
    findings_before: usize,
    grounds_before: usize,
}

fn day_of(steps: &[(EvaluationStep, NaiveDate)], step: EvaluationStep) -> Option<NaiveDate> {
    let found = steps.iter().find(|(known, _)| *known == step);
    found.map(|(_, on)| *on)
}

impl Walk {
    fn level(&self) -> Option<Level> {
        self.levels.last()?.level
    }

    fn find(&mut self, code: EvaluationFindingCode, on: NaiveDate, ground: Ground) {
        self.findings.push(EvaluationFinding {
            code,
            on: Some(on),
            ground,
        });
    }

    /// Enters a step before the decision, or the decision itself, the first time it is taken.
    fn enter(&mut self, rules: &ProcedureRules<'_>, step: EvaluationStep, on: NaiveDate) {
        if day_of(&self.first, step).is_some() {
            return;
        }
        let later = self.first.iter().map(|(known, _)| *known);
        let later = later.filter(|later| *later > step && rules.lists(*later));
        if let Some(later) = later.max().filter(|_| rules.lists(step)) {
            let ground = rules.against_order(later, step);
            self.find(EvaluationFindingCode::OutOfOrder, on, ground);
        }
        self.first.push((step, on));
    }

    fn take(
        &mut self,
        rules: &Rules<'_>,
        known: &ProcedureRules<'_>,
        fact: &EvaluationFact,
        field: &str,
        basis: &mut Basis,
    ) -> Result<(), HandbookError> {
        let on = fact.on;
        let step = fact.event.step();
        match fact.event {
            EvaluationEvent::SelfReviewed
            | EvaluationEvent::SelfScored { .. }
            | EvaluationEvent::ResidenceHeard
            | EvaluationEvent::Commented => self.enter(known, step, on),
            EvaluationEvent::Voted { level, base, yes } => {
                let base = base.counted(rules, basis)?;
                part_of(&format!("{field}.yes"), yes.into(), base.into())?;
                let required = known.share.as_ref().map(|share| {
                    let required = share.value.ceil_of(base.into());
                    u32::try_from(required).unwrap_or(u32::MAX)
                });
                let carried = known.share.as_ref().map(|share| {
                    basis.compare(
                        share,
                        Quantity::share(yes, base.max(1)),
                        Comparison::AtLeast,
                        Quantity::share(share.value.numerator, share.value.denominator),
                    )
                });
                self.votes.push(LevelVote {
                    on,
                    level,
                    base,
                    yes,
                    required,
                    carried,
                });
                self.enter(known, step, on);
            }
            EvaluationEvent::Proposed { level } => {
                self.proposed = Some(level);
                self.enter(known, step, on);
            }
            EvaluationEvent::Decided { level, by } => self.decide(known, on, level, by, basis)?,
            EvaluationEvent::Complained => {
                if self.level().is_none() {
                    self.before_decision(known, step, on);
                } else if known.lists(EvaluationStep::Notice)
                    && day_of(&self.after, EvaluationStep::Notice).is_none()
                {
                    let ground = known.against_order(step, EvaluationStep::Notice);
                    self.find(EvaluationFindingCode::BeforeNotice, on, ground);
                } else {
                    self.complained_on = Some(on);
                    self.answered_on = None;
                    self.complaint_open = true;
                }
            }
            EvaluationEvent::Upheld => {
                if self.complaint_open {
                    self.answer(on);
                } else {
                    let ground = known.against_order(step, EvaluationStep::Complaint);
                    self.find(EvaluationFindingCode::WithoutComplaint, on, ground);
                }
            }
            EvaluationEvent::Cancelled => {
                if self.level().is_none() {
                    self.before_decision(known, step, on);
                    return Ok(());
                }
                let rule = known.cancelled.needed()?;
                let yes = |value| Quantity::Flag { value };
                basis.compare(rule, yes(rule.value), Comparison::Equals, yes(true));
                if self.complaint_open {
                    self.answer(on);
                }
                self.cancelled_on = Some(on);
                self.decided_again_on = None;
                self.after.clear();
                self.levels.push(LevelSince {
                    from: on,
                    state: DecidedLevelState::Cancelled,
                    level: None,
                });
            }
            EvaluationEvent::Notified
            | EvaluationEvent::Supplemented
            | EvaluationEvent::Archived => {
                if self.level().is_none() {
                    self.before_decision(known, step, on);
                } else if let Some(entry) = self.after.iter_mut().find(|(known, _)| *known == step)
                {
                    entry.1 = on;
                } else {
                    self.after.push((step, on));
                }
            }
        }
        Ok(())
    }

    fn answer(&mut self, on: NaiveDate) {
        self.answered_on = Some(on);
        self.complaint_open = false;
    }

    fn before_decision(&mut self, known: &ProcedureRules<'_>, step: EvaluationStep, on: NaiveDate) {
        let ground = known.against_order(step, EvaluationStep::Decision);
        self.find(EvaluationFindingCode::BeforeDecision, on, ground);
    }

    fn decide(
        &mut self,
        known: &ProcedureRules<'_>,
        on: NaiveDate,
        level: Level,
        by: EvaluationRole,
        basis: &mut Basis,
    ) -> Result<(), HandbookError> {
        if let Some(decider) = &known.decider {
            let ground = Ground::compare(
                decider,
                Quantity::word(by.word()),
                Comparison::Equals,
                Quantity::word(decider.value.word()),
            );
            if ground.holds {
                basis.grounds.push(ground);
            } else {
                self.find(EvaluationFindingCode::NotCompetent, on, ground);
            }
        }
        if self.level().is_some() {
            let rule = known.cancelled.needed()?;
            let no = |value| Quantity::Flag { value };
            let ground = Ground::compare(rule, no(false), Comparison::Equals, no(rule.value));
            self.find(EvaluationFindingCode::DecidedTwice, on, ground);
            return Ok(());
        }
        if known.lists(EvaluationStep::Proposal) && self.proposed.is_none() {
            let ground = known.against_order(EvaluationStep::Decision, EvaluationStep::Proposal);
            self.find(EvaluationFindingCode::BeforeProposal, on, ground);
        }
        let again = self.cancelled_on.is_some();
        self.enter(known, EvaluationStep::Decision, on);
        if again {
            self.decided_again_on = Some(on);
        }
        self.levels.push(LevelSince {
            from: on,
            state: if again {
                DecidedLevelState::DecidedAgain
            } else {
                DecidedLevelState::Decided
            },
            level: Some(level),
        });
        Ok(())
    }

    /// Judges the length of the review meeting.
    fn review(
        &mut self,
        rules: &Rules<'_>,
        input: &EvaluationProcedureInput,
        unknown: &mut Vec<UnknownRule>,
        basis: &mut Basis,
    ) -> Result<(), HandbookError> {
        let Some(meeting) = &input.review_meeting else {
            return Ok(());
        };
        let asked = if meeting.provincial_standing_committee {
            parameter::REVIEW_MEETING_DAYS_PROVINCIAL
        } else {
            parameter::REVIEW_MEETING_DAYS
        };
        let Some(rule) = known_or_noted(rules, asked, unknown)? else {
            return Ok(());
        };
        let days = |value: i64| Quantity::Days { value };
        let ground = Ground::compare(
            &rule,
            days(meeting.days.into()),
            Comparison::AtLeast,
            days(rule.value),
        );
        if ground.holds {
            basis.grounds.push(ground);
        } else {
            self.findings.push(EvaluationFinding {
                code: EvaluationFindingCode::ReviewTooShort,
                on: None,
                ground,
            });
        }
        Ok(())
    }

    /// The day on which a step was done, as far as it concerns the last decision.
    fn done_on(&self, step: EvaluationStep) -> Option<NaiveDate> {
        match step {
            EvaluationStep::Complaint => self.complained_on,
            EvaluationStep::ComplaintAnswer => self.answered_on,
            EvaluationStep::Cancellation => self.cancelled_on,
            EvaluationStep::NewDecision => self.decided_again_on,
            _ => day_of(&self.first, step).or_else(|| day_of(&self.after, step)),
        }
    }

    /// The exceptional step that everything waits for.
    fn awaited(&self) -> Option<EvaluationStep> {
        if self.complaint_open {
            Some(EvaluationStep::ComplaintAnswer)
        } else if self.cancelled_on.is_some() && self.decided_again_on.is_none() {
            Some(EvaluationStep::NewDecision)
        } else {
            None
        }
    }
}

/// How far a rating has come (quy trình đánh giá, xếp loại): EVL-05, EVL-06, EVL-12 to EVL-14,
/// EVL-17; 124-QĐ/TW Art. 12.
///
/// The steps of a member are those pieced together from several guides; of collectives and
/// officials only self-rating, proposal and decision were read, and other steps are shown where
/// they were taken. A body lays its own steps over the book (`evaluationSteps`,
/// `evaluationStepsMember`), and with them the days for each (`evaluationStepDays`) and the share
/// of votes that carries (`evaluationVoteShare`): none was read, so without an overlay a vote is
/// shown and no threshold claimed. Who takes a step is read for the opinion of the place of
/// residence, the comments and the decision, and is this library's reading for the others.
///
/// A cancelled level is none. After a new decision notice, dossier and archive are due again.
/// Events that cannot be, such as a complaint before the notice, are findings without effect.
///
/// # Errors
/// [`HandbookError::Input`] for an event before the year or after `on`, marks above 10,000, more
/// votes than count, a step with two last days, a review meeting of no day;
/// [`HandbookError::RuleNotInForce`] where the book knows no steps for the day.
///
/// ```
/// use handbook::evaluation::{
///     EvaluatedKind, EvaluationEvent, EvaluationFact, EvaluationProcedureInput,
///     evaluation_procedure,
/// };
/// use handbook::rulebook::policy::EvaluationStep;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let rating = evaluation_procedure(&book.on(on)?, &EvaluationProcedureInput {
///     subject: EvaluatedKind::Member,
///     year: 2025,
///     facts: vec![EvaluationFact {
///         on: date(2025, 12, 5)?,
///         event: EvaluationEvent::SelfReviewed,
///     }],
///     without_residence_opinion: false,
///     review_meeting: None,
///     due: Vec::new(),
///     previous: Vec::new(),
///     on,
/// })?;
/// assert_eq!(rating.value.next, Some(EvaluationStep::SelfScore));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn evaluation_procedure(
    rules: &Rules<'_>,
    input: &EvaluationProcedureInput,
) -> Result<Verdict<EvaluationProcedure>, HandbookError> {
    let mut unknown = Vec::new();
    let mut basis = Basis::default();
    let known = ProcedureRules::in_force(rules, input, &mut unknown)?;
    let mut walk = walked(rules, &known, input, &mut basis)?;
    walk.review(rules, input, &mut unknown, &mut basis)?;
    for finding in &walk.findings {
        basis.grounds.push(finding.ground.clone());
    }
    basis.policy(&known.steps, &known.steps.value.join(" "));
    let mut value = lines(input, &known, &walk, &mut basis);
    value.forms = known_or_noted(
        rules,
        match input.subject {
            EvaluatedKind::Collective => parameter::EVALUATION_FORM_COLLECTIVE,
            EvaluatedKind::Member => parameter::EVALUATION_FORM_MEMBER,
            EvaluatedKind::Leader | EvaluatedKind::OtherIndividual => {
                parameter::EVALUATION_FORM_OFFICIAL
            }
        },
        &mut unknown,
    )?
    .map(|rule| rule.value)
    .unwrap_or_default();
    let kept = known_or_noted(rules, parameter::EVALUATION_YEARS_KEPT, &mut unknown)?;
    value.kept_from = kept.and_then(|rule| {
        let years = i32::try_from(rule.value).ok()?;
        input.year.checked_sub(years.checked_sub(1)?)
    });
    if let Some(level) = value.level
        && let Some(rule) = known_or_noted(rules, parameter::NOT_COMPLETED_YEARS, &mut unknown)?
    {
        value.removal_considered = Some(removal(&rule, level, &input.previous, &mut basis));
    }
    value.findings = walk.findings;
    value.levels = walk.levels;
    value.votes = walk.votes;
    value.unknown = unknown;
    Ok(Verdict::new(value, basis))
}

/// What came last in a rating.
pub(crate) enum LastTaken {
    /// The last event.
    Event,
    /// The review meeting.
    Review,
}

/// What is not in order in what came last, and its grounds.
pub(crate) struct LastJudged {
    pub(crate) findings: Vec<EvaluationFindingCode>,
    pub(crate) grounds: Vec<Ground>,
}

/// Judges what came last in a rating, the same way as [`evaluation_procedure`] does.
pub(crate) fn judge_last(
    rules: &Rules<'_>,
    input: &EvaluationProcedureInput,
    last: &LastTaken,
) -> Result<LastJudged, HandbookError> {
    let mut unknown = Vec::new();
    let known = ProcedureRules::in_force(rules, input, &mut unknown)?;
    let mut walk = Walk::default();
    let mut basis = Basis::default();
    match last {
        LastTaken::Event => walk = walked(rules, &known, input, &mut basis)?,
        LastTaken::Review => walk.review(rules, input, &mut unknown, &mut basis)?,
    }
    let mut judged = LastJudged {
        findings: Vec::new(),
        grounds: basis.grounds.split_off(walk.grounds_before),
    };
    for finding in walk.findings.split_off(walk.findings_before) {
        judged.findings.push(finding.code);
        judged.grounds.push(finding.ground);
    }
    Ok(judged)
}

/// Takes the events one after another.
fn walked(
    rules: &Rules<'_>,
    known: &ProcedureRules<'_>,
    input: &EvaluationProcedureInput,
    basis: &mut Basis,
) -> Result<Walk, HandbookError> {
    let first = check(input)?;
    let mut walk = Walk::default();
    let mut order: Vec<(usize, &EvaluationFact)> = input.facts.iter().enumerate().collect();
    sort_by(&mut order, |one, other| {
        (one.1.on, one.0).cmp(&(other.1.on, other.0))
    });
    for (place, fact) in order {
        not_before(&format!("facts[{place}].on"), fact.on, first)?;
        not_after(&format!("facts[{place}].on"), fact.on, input.on)?;
        let field = format!("facts[{place}].event");
        fact.event.check(&field)?;
        walk.findings_before = walk.findings.len();
        walk.grounds_before = basis.grounds.len();
        walk.take(rules, known, fact, &field, basis)?;
    }
    Ok(walk)
}

/// Whether the level in force is the last of enough years not completed.
fn removal(rule: &InForce<'_, i64>, level: Level, previous: &[Level], basis: &mut Basis) -> bool {
    let failed = |level: &&Level| **level == Level::NotCompleted;
    if !failed(&&level) {
        return false;
    }
    let before = previous.iter().take_while(failed).count();
    let years = i64::try_from(before).unwrap_or(i64::MAX).saturating_add(1);
    basis.compare(
        rule,
        Quantity::Years { value: years },
        Comparison::AtLeast,
        Quantity::Years { value: rule.value },
    )
}

fn check(input: &EvaluationProcedureInput) -> Result<NaiveDate, InputError> {
    let first = NaiveDate::from_ymd_opt(input.year, 1, 1)
        .ok_or_else(|| InputError::new(InputCode::OutOfRange, "year", input.year))?;
    not_before("on", input.on, first)?;
    in_range("facts", input.facts.len(), 0, EVENTS_MOST)?;
    in_range("previous", input.previous.len(), 0, EVENTS_MOST)?;
    if let Some(meeting) = &input.review_meeting {
        in_range("reviewMeeting.days", meeting.days, 1, MEETING_DAYS_MOST)?;
    }
    let mut seen: Vec<EvaluationStep> = Vec::new();
    for (place, due) in input.due.iter().enumerate() {
        let field = |name: &str| format!("due[{place}].{name}");
        not_before(&field("on"), due.on, first)?;
        if seen.contains(&due.step) {
            let word = due.step.word();
            return Err(InputError::new(InputCode::Duplicate, field("step"), word));
        }
        seen.push(due.step);
    }
    Ok(first)
}

/// The steps with their states, and who is next.
fn lines(
    input: &EvaluationProcedureInput,
    known: &ProcedureRules<'_>,
    walk: &Walk,
    basis: &mut Basis,
) -> EvaluationProcedure {
    let awaited = walk.awaited();
    let listed = |step: EvaluationStep| {
        known.lists(step)
            && !(step == EvaluationStep::ResidenceOpinion && input.without_residence_opinion)
    };
    let all = EvaluationStep::CHOICES.iter().map(|(_, step)| *step);
    let furthest = all
        .clone()
        .filter(|step| listed(*step) && walk.done_on(*step).is_some())
        .max();
    let mut steps = Vec::new();
    let mut missing = Vec::new();
    let mut current = awaited;
    let mut before: Option<NaiveDate> = None;
    for step in all {
        let done_on = walk.done_on(step);
        let state = if done_on.is_some() {
            EvaluationStepState::Done
        } else if awaited == Some(step) {
            EvaluationStepState::Current
        } else if !listed(step) {
            EvaluationStepState::NotNeeded
        } else if furthest.is_some_and(|furthest| step < furthest) {
            missing.push(step);
            EvaluationStepState::Missing
        } else if current.is_none() {
            current = Some(step);
            EvaluationStepState::Current
        } else {
            EvaluationStepState::NotYet
        };
        let needed = state != EvaluationStepState::NotNeeded;
        if step == EvaluationStep::Notice {
            before = walk.decided_again_on.or(before);
        }
        let due_on = due_of(input, known, step, before).filter(|_| needed);
        let last = done_on.unwrap_or(input.on);
        let late = due_on.is_some_and(|(due, _)| last > due);
        if let (Some((due, Some(rule))), true) = (due_on, done_on.is_some() || late) {
            basis.compare(
                rule,
                Quantity::Date { value: last },
                Comparison::AtMost,
                Quantity::Date { value: due },
            );
        }
        steps.push(EvaluationStepLine {
            step,
            state,
            done_on,
            due_on: due_on.map(|(due, _)| due),
            late,
            by: role_of(input.subject, step, known.decided_by()),
        });
        if needed {
            before = done_on;
        }
    }
    let next = current.or_else(|| missing.first().copied());
    EvaluationProcedure {
        next_by: next.and_then(|step| role_of(input.subject, step, known.decided_by())),
        steps,
        next,
        missing,
        findings: Vec::new(),
        levels: Vec::new(),
        level: walk.level(),
        proposed: walk.proposed,
        votes: Vec::new(),
        decided_by: known.decided_by(),
        forms: Vec::new(),
        kept_from: None,
        removal_considered: None,
        unknown: Vec::new(),
    }
}

/// The days of steps in force.
type StepDays<'book> = InForce<'book, Vec<(EvaluationStep, i64)>>;

/// The last day for a step: the body's own, else so many days after the step before.
fn due_of<'a, 'book>(
    input: &EvaluationProcedureInput,
    known: &'a ProcedureRules<'book>,
    step: EvaluationStep,
    before: Option<NaiveDate>,
) -> Option<(NaiveDate, Option<&'a StepDays<'book>>)> {
    if let Some(due) = input.due.iter().find(|due| due.step == step) {
        return Some((due.on, None));
    }
    let rule = known.days.as_ref()?;
    let (_, days) = rule.value.iter().find(|(known, _)| *known == step)?;
    let days = u64::try_from(*days).ok()?;
    let due = before?.checked_add_days(chrono::Days::new(days))?;
    Some((due, Some(rule)))
}

fn role_of(
    subject: EvaluatedKind,
    step: EvaluationStep,
    decider: Option<EvaluationRole>,
) -> Option<EvaluationRole> {
    let reviewing = match subject {
        EvaluatedKind::Member => EvaluationRole::Cell,
        _ => EvaluationRole::Collective,
    };
    match step {
        EvaluationStep::SelfReview | EvaluationStep::SelfScore | EvaluationStep::Complaint => {
            Some(EvaluationRole::Subject)
        }
        EvaluationStep::ResidenceOpinion => Some(EvaluationRole::ResidenceCommittee),
        EvaluationStep::Comments | EvaluationStep::Vote | EvaluationStep::Proposal => {
            Some(reviewing)
        }
        EvaluationStep::Decision
        | EvaluationStep::Notice
        | EvaluationStep::ComplaintAnswer
        | EvaluationStep::Cancellation
        | EvaluationStep::NewDecision
        | EvaluationStep::DossierSupplement
        | EvaluationStep::Archive => decider,
    }
}
