//! Questions to the record and their answers, as values that cross every border.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Handbook;
use super::calibrations::CalibrationAnswer;
use super::command::{EndReason, Post, Sector, Standing};
use super::conformity::{Obligation, ReviewAnswer};
use super::documents::DocumentAnswer;
use super::evaluations::{EvaluationAnswer, EvaluationsAnswer};
use super::feed::FeedRequest;
use super::level_explained::LevelExplained;
use super::levels::{LevelsAnswer, LevelsReadOtherwise};
use super::lineage::{
    LineageAnswer, MemberFlow, MemberLine, OldFigure, PostLine, RestatedAnswer, TreeLine,
};
use super::matters::{InspectionsAnswer, MattersAnswer};
use super::meeting_answer::{CalendarLine, MeetingAnswer};
use super::meeting_score::AbsencesAnswer;
use super::monitor::MonitorAnswer;
use super::targets::TargetsAnswer;
use super::tasks::TasksAnswer;
use crate::document::{DocumentHits, SearchInput};
use crate::error::HandbookError;
use crate::evaluation::{CapOutcome, CapTerms, LevelValue, LineVote, RatedSubject};
use crate::identifier::{DocumentId, KindId, MeetingId, MemberId, OrganizationId};
use crate::meeting::AttendanceSummary;
use crate::organization::OrganizationForm;
use crate::report::RuleBookLine;
use crate::rulebook::RuleBook;
use crate::rulebook::policy::{AttendanceCounting, Level};
use crate::verdict::Verdict;
use crate::wire;

/// Whose level is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum LevelSubject {
    /// An organization's.
    Organization {
        /// The organization.
        id: OrganizationId,
    },
    /// A member's.
    Member {
        /// The member.
        id: MemberId,
    },
}

impl LevelSubject {
    /// Its identifier.
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Organization { id } => id.as_str(),
            Self::Member { id } => id.as_str(),
        }
    }

    /// Another one of the same kind.
    pub(crate) fn beside(&self, id: &str) -> Self {
        match self {
            Self::Organization { .. } => Self::Organization {
                id: OrganizationId::checked(id),
            },
            Self::Member { .. } => Self::Member {
                id: MemberId::checked(id),
            },
        }
    }
}

/// A question to the record on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum RecordQuestion {
    /// What an organization is on the day.
    Organization {
        /// The organization.
        id: OrganizationId,
    },
    /// What a member is on the day.
    Member {
        /// The member.
        id: MemberId,
    },
    /// Every organization below one, and itself, parents first.
    Subtree {
        /// The organization.
        id: OrganizationId,
    },
    /// Attendance of an organization and everything below it.
    Attendance {
        /// The organization.
        id: OrganizationId,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day.
        #[serde(deserialize_with = "wire::day")]
        to: NaiveDate,
        /// Who counts; absent for the policy in force.
        #[serde(default)]
        counting: Option<AttendanceCounting>,
    },
    /// The tree below an organization, or the whole record: what each is, and its members.
    Tree {
        /// The organization; absent for every root.
        #[serde(default)]
        id: Option<OrganizationId>,
    },
    /// Everyone who belongs to an organization or to one below it.
    Members {
        /// The organization.
        id: OrganizationId,
    },
    /// Every post held in an organization or in one below it.
    Posts {
        /// The organization.
        id: OrganizationId,
    },
    /// What an organization was, what came before it, and what became of it by the day asked
    /// about. It may have ended.
    Lineage {
        /// The organization.
        id: OrganizationId,
        /// The day from which it is followed; absent for its first day.
        #[serde(default, deserialize_with = "wire::optional_day")]
        from: Option<NaiveDate>,
    },
    /// Every organization that does not fit the rules of the day, with the acts that would mend
    /// it.
    Review {
        /// The organization at the top; absent for the whole record.
        #[serde(default)]
        id: Option<OrganizationId>,
    },
    /// What organizations still have to do, with the day by which.
    Obligations {
        /// The organization at the top; absent for the whole record, and then also for those
        /// that have ended.
        #[serde(default)]
        id: Option<OrganizationId>,
    },
    /// Figures of an earlier day, added up by the organizations of the day asked about.
    Restated {
        /// The earlier day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// The figures, each organization once.
        figures: Vec<OldFigure>,
    },
    /// Where the members of an earlier day are on the day asked about, known one by one.
    MemberFlows {
        /// The organization at the top on the earlier day.
        id: OrganizationId,
        /// The earlier day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
    },
    /// A meeting: announced, prepared, held, concluded, followed up.
    Meeting {
        /// The meeting.
        id: MeetingId,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// The meetings of an organization and of those above that concern all its members.
    Calendar {
        /// The organization.
        id: OrganizationId,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day.
        #[serde(deserialize_with = "wire::day")]
        to: NaiveDate,
    },
    /// The meetings that concern a member.
    MemberCalendar {
        /// The member.
        id: MemberId,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day.
        #[serde(deserialize_with = "wire::day")]
        to: NaiveDate,
    },
    /// Whether the cells of an organization held their monthly meeting, and how they were
    /// attended.
    Monitor {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// The tasks given by an organization and those below it.
    Tasks {
        /// The organization.
        id: OrganizationId,
        /// Only those of one member.
        #[serde(default)]
        member: Option<MemberId>,
        /// Only those that one meeting gave.
        #[serde(default)]
        meeting: Option<MeetingId>,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// Petitions, difficulties and complex issues of an organization and those below it.
    Matters {
        /// The organization.
        id: OrganizationId,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// Inspections and supervisions of an organization and those below it.
    Inspections {
        /// The organization.
        id: OrganizationId,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// Yearly targets of an organization and those below it.
    Targets {
        /// The organization.
        id: OrganizationId,
        /// The year: that of the day, or one before it.
        year: i32,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// The meetings of a cell or of a member as iCalendar text.
    Feed {
        /// What goes into it.
        request: FeedRequest,
    },
    /// Absences of a cell's members in a year.
    Absences {
        /// The cell.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// Documents, found by their words.
    Documents {
        /// What is looked for.
        search: SearchInput,
    },
    /// A document, and whether it is in force on the day.
    Document {
        /// The document.
        id: DocumentId,
    },
    /// The rating of an organization or a member for a year: steps, levels in time, who is next.
    Evaluation {
        /// Whose.
        subject: LevelSubject,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// The ratings of a year below an organization, in their order.
    Evaluations {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// How self-scores, votes and final levels of the members here and below differ.
    Calibration {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// The yearly level of an organization or a member, with everything it rests on: for the host
    /// itself. A person is answered by `levelExplained`, which asks who asks.
    Level {
        /// Whose.
        subject: LevelSubject,
        /// The year.
        year: i32,
    },
    /// Why an organization or a member has its yearly level: the chain from the facts to the level
    /// with the least changes.
    LevelExplained {
        /// Whose.
        subject: LevelSubject,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
    },
    /// The yearly levels of an organization and everyone below it, with the caps, in pages.
    Levels {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
        /// The first line; absent for the start.
        #[serde(default)]
        offset: Option<u32>,
        /// How many lines, 1 to 5,000; absent for 500.
        #[serde(default)]
        limit: Option<u32>,
    },
    /// Who of an organization and below it would have another level if the cap were read
    /// otherwise, in pages.
    LevelsReadOtherwise {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// How the cap is read the other way.
        terms: CapTerms,
        /// Who asks; absent for the host itself.
        #[serde(default)]
        asker: Option<MemberId>,
        /// The first line; absent for the start.
        #[serde(default)]
        offset: Option<u32>,
        /// How many lines, 1 to 5,000; absent for 500.
        #[serde(default)]
        limit: Option<u32>,
    },
}

/// A post held on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostAnswer {
    /// Who holds it.
    pub member: MemberId,
    /// Which.
    pub post: Post,
    /// Since when.
    pub from: NaiveDate,
}

/// A post of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HeldPost {
    /// Where.
    pub organization: OrganizationId,
    /// Which.
    pub post: Post,
}

/// What an organization is on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationAnswer {
    /// Its identifier.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its code, where it has one.
    pub code: Option<String>,
    /// Its kind.
    pub kind: KindId,
    /// The field it works in.
    pub sector: Sector,
    /// The organizations above, from the root down.
    pub path: Vec<OrganizationId>,
    /// The organizations directly below.
    pub children: Vec<OrganizationId>,
    /// Full members here and below.
    pub full_members: u32,
    /// Probationary members here and below.
    pub probationary_members: u32,
    /// The posts held.
    pub posts: Vec<PostAnswer>,
    /// The form that fits its size; absent for kinds without a rule of size.
    pub form: Option<Verdict<OrganizationForm>>,
}

/// What a member is on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MemberAnswer {
    /// The identifier.
    pub id: MemberId,
    /// The full name.
    pub name: String,
    /// The cell; absent before the membership starts and after it ended.
    pub cell: Option<OrganizationId>,
    /// Whether a full member.
    pub full: bool,
    /// How the member stands to the cell's activity.
    pub standing: Standing,
    /// The day of the admission ceremony.
    pub admitted_on: NaiveDate,
    /// Since when a full member.
    pub recognized_on: Option<NaiveDate>,
    /// Why the membership ended, if it did.
    pub ended: Option<EndReason>,
    /// The posts held.
    pub posts: Vec<HeldPost>,
}

/// A yearly level with everything it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelAnswer {
    /// The rules that judged.
    pub rule_book: RuleBookLine,
    /// The final level; absent when not rated, or when people must vote at the cap's line.
    pub level: Option<Level>,
    /// Whether the subject is rated at all (EVL-10), and why.
    pub rated: Verdict<bool>,
    /// As whom the recorded facts rate the subject, which is by whose sheet; absent when not rated.
    pub rated_as: Option<RatedSubject>,
    /// The level by the subject's own facts, before the cap; absent when not rated.
    pub own: Option<Verdict<LevelValue>>,
    /// What the cap did within the group, after a vote at its line; absent for levels below
    /// excellent.
    pub cap: Option<Verdict<CapOutcome>>,
    /// The votes among those tied at the line, where any was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_vote: Option<LineVote>,
}

/// The answer to a [`RecordQuestion`], of the same name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", content = "answer", rename_all = "camelCase")]
pub enum RecordAnswer {
    /// What an organization is.
    Organization(OrganizationAnswer),
    /// What a member is.
    Member(MemberAnswer),
    /// Every organization below one, and itself.
    Subtree(Vec<OrganizationId>),
    /// Attendance.
    Attendance(Verdict<AttendanceSummary>),
    /// The tree, parents first.
    Tree(Vec<TreeLine>),
    /// Members, cell by cell in the order of the tree.
    Members(Vec<MemberLine>),
    /// Posts, organization by organization in the order of the tree.
    Posts(Vec<PostLine>),
    /// What an organization was and became.
    Lineage(LineageAnswer),
    /// What does not fit.
    Review(ReviewAnswer),
    /// What is still to be done.
    Obligations(Vec<Obligation>),
    /// Figures on the map of the day.
    Restated(RestatedAnswer),
    /// Where members went.
    MemberFlows(Vec<MemberFlow>),
    /// A meeting.
    Meeting(MeetingAnswer),
    /// Meetings, by day.
    Calendar(Vec<CalendarLine>),
    /// Meetings, by day.
    MemberCalendar(Vec<CalendarLine>),
    /// Whether cells met.
    Monitor(MonitorAnswer),
    /// Tasks, by their last day.
    Tasks(TasksAnswer),
    /// Matters, by their last day.
    Matters(MattersAnswer),
    /// Inspections, by their first day.
    Inspections(InspectionsAnswer),
    /// Yearly targets.
    Targets(TargetsAnswer),
    /// iCalendar text.
    Feed(String),
    /// Absences, member by member.
    Absences(AbsencesAnswer),
    /// Documents that were found, the best first.
    Documents(DocumentHits),
    /// A document.
    Document(DocumentAnswer),
    /// A rating.
    Evaluation(EvaluationAnswer),
    /// The ratings of a year.
    Evaluations(EvaluationsAnswer),
    /// How the stages of ratings differ.
    Calibration(CalibrationAnswer),
    /// A yearly level.
    Level(LevelAnswer),
    /// Why a level is what it is.
    LevelExplained(LevelExplained),
    /// Yearly levels, in the order of the tree.
    Levels(LevelsAnswer),
    /// Who would have another level.
    LevelsReadOtherwise(LevelsReadOtherwise),
}

impl RecordQuestion {
    /// Whether the answer rests on rules; one about the record alone may be asked of any day,
    /// also one that the rule book does not cover.
    fn asks_rules(&self) -> bool {
        !matches!(
            self,
            Self::Tree { .. }
                | Self::Members { .. }
                | Self::Posts { .. }
                | Self::Lineage { .. }
                | Self::Restated { .. }
                | Self::MemberFlows { .. }
                | Self::Tasks { .. }
                | Self::Feed { .. }
                | Self::Documents { .. }
                | Self::Document { .. }
                | Self::Matters { .. }
                | Self::Inspections { .. }
                | Self::Calendar { .. }
                | Self::MemberCalendar { .. }
        )
    }
}

impl Handbook {
    /// Answers a question about a day, by the rules in force then.
    ///
    /// # Errors
    /// [`HandbookError`] for unknown identifiers, and where the rule book knows no rule.
    pub fn ask(
        &self,
        book: &RuleBook,
        on: NaiveDate,
        question: &RecordQuestion,
    ) -> Result<RecordAnswer, HandbookError> {
        let view = if question.asks_rules() {
            self.on(book, on)?
        } else {
            self.whenever(book, on)?
        };
        Ok(match question {
            RecordQuestion::Organization { id } => {
                RecordAnswer::Organization(view.organization(id)?)
            }
            RecordQuestion::Member { id } => RecordAnswer::Member(view.member(id)?),
            RecordQuestion::Subtree { id } => RecordAnswer::Subtree(view.subtree(id)?),
            RecordQuestion::Attendance {
                id,
                from,
                to,
                counting,
            } => RecordAnswer::Attendance(view.attendance(id, *from, *to, *counting)?),
            RecordQuestion::Tree { id } => RecordAnswer::Tree(view.tree(id.as_ref())?),
            RecordQuestion::Members { id } => RecordAnswer::Members(view.members(id)?),
            RecordQuestion::Posts { id } => RecordAnswer::Posts(view.posts(id)?),
            RecordQuestion::Lineage { id, from } => RecordAnswer::Lineage(view.lineage(id, *from)?),
            RecordQuestion::Review { id } => RecordAnswer::Review(view.review(id.as_ref())?),
            RecordQuestion::Obligations { id } => {
                RecordAnswer::Obligations(view.obligations(id.as_ref())?)
            }
            RecordQuestion::Restated { from, figures } => {
                RecordAnswer::Restated(view.restated(*from, figures)?)
            }
            RecordQuestion::MemberFlows { id, from } => {
                RecordAnswer::MemberFlows(view.member_flows(id, *from)?)
            }
            RecordQuestion::Meeting { id, asker } => {
                RecordAnswer::Meeting(view.meeting(id, asker.as_ref())?)
            }
            RecordQuestion::Calendar { id, from, to } => {
                RecordAnswer::Calendar(view.calendar(id, *from, *to)?)
            }
            RecordQuestion::MemberCalendar { id, from, to } => {
                RecordAnswer::MemberCalendar(view.member_calendar(id, *from, *to)?)
            }
            RecordQuestion::Monitor {
                id,
                year,
                month,
                asker,
            } => RecordAnswer::Monitor(view.monitor(id, *year, *month, asker.as_ref())?),
            RecordQuestion::Tasks {
                id,
                member,
                meeting,
                asker,
            } => RecordAnswer::Tasks(view.tasks(
                id,
                member.as_ref(),
                meeting.as_ref(),
                asker.as_ref(),
            )?),
            RecordQuestion::Matters { id, asker } => {
                RecordAnswer::Matters(view.matters(id, asker.as_ref())?)
            }
            RecordQuestion::Inspections { id, asker } => {
                RecordAnswer::Inspections(view.inspections(id, asker.as_ref())?)
            }
            RecordQuestion::Targets { id, year, asker } => {
                RecordAnswer::Targets(view.targets(id, *year, asker.as_ref())?)
            }
            RecordQuestion::Feed { request } => RecordAnswer::Feed(view.feed(request)?),
            RecordQuestion::Absences { id, year, asker } => {
                RecordAnswer::Absences(view.absences(id, *year, asker.as_ref())?)
            }
            RecordQuestion::Documents { search } => {
                RecordAnswer::Documents(view.documents(search)?)
            }
            RecordQuestion::Document { id } => RecordAnswer::Document(view.document(id)?),
            RecordQuestion::Evaluation {
                subject,
                year,
                asker,
            } => RecordAnswer::Evaluation(view.evaluation(subject, *year, asker.as_ref())?),
            RecordQuestion::Evaluations { id, year, asker } => {
                RecordAnswer::Evaluations(view.evaluations(id, *year, asker.as_ref())?)
            }
            RecordQuestion::Calibration { id, year, asker } => {
                RecordAnswer::Calibration(view.calibration(id, *year, asker.as_ref())?)
            }
            RecordQuestion::Level { subject, year } => {
                RecordAnswer::Level(view.level(subject, *year)?)
            }
            RecordQuestion::LevelExplained {
                subject,
                year,
                asker,
            } => RecordAnswer::LevelExplained(view.level_explained(
                subject,
                *year,
                asker.as_ref(),
            )?),
            RecordQuestion::Levels {
                id,
                year,
                asker,
                offset,
                limit,
            } => RecordAnswer::Levels(view.levels(id, *year, asker.as_ref(), *offset, *limit)?),
            RecordQuestion::LevelsReadOtherwise {
                id,
                year,
                terms,
                asker,
                offset,
                limit,
            } => RecordAnswer::LevelsReadOtherwise(view.levels_read_otherwise(
                id,
                *year,
                terms,
                asker.as_ref(),
                *offset,
                *limit,
            )?),
        })
    }
}
