//! What a body asks the record to take in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::act::OrganizationAct;
use super::evaluation_act::EvaluationAct;
use super::matter_act::{InspectionAct, MatterAct};
use super::meeting_act::MeetingAct;
use super::question::LevelSubject;
use super::task_act::TaskAct;
use crate::document::Document;
use crate::evaluation::LevelFacts;
pub use crate::exchange::{EndReason, Manner, MeetingKind, Post, Presence, Sector, Sex, Standing};
use crate::identifier::{
    InspectionId, KindId, MatterId, MeetingId, MemberId, OrganizationId, ProjectId, TargetId,
    TaskId,
};
use crate::wire;
use crate::work::{TargetAmount, TargetDirection, TargetResults};

/// One line of a roll-call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollEntry {
    /// The member.
    pub member: MemberId,
    /// Present or absent, and how.
    pub presence: Presence,
}

/// The outcome of a vote in the cell, as totals: who voted how is never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoteTotals {
    /// Those who count in the base (VOTE-01).
    pub base: u32,
    /// Votes in favour.
    pub yes: u32,
}

/// What a body asks the record to take in. Each is judged by the rules in force on its own date.
///
/// The two `register…` commands state what existed before the record; the others are acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Command {
    /// States an organization that already exists. Kind and parent are judged (ORG-01 to
    /// ORG-06), its size is not.
    RegisterOrganization {
        /// Its identifier in this record.
        id: OrganizationId,
        /// Its kind.
        kind: KindId,
        /// The organization directly above; absent for the root.
        #[serde(default)]
        parent: Option<OrganizationId>,
        /// Its name.
        name: String,
        /// Its code, where it has one. A code is not an identity.
        #[serde(default)]
        code: Option<String>,
        /// The field it works in.
        sector: Sector,
        /// Whether it is in a village or residential group (ORG-04).
        #[serde(default)]
        village: bool,
        /// Why it was made, where its kind asks for a reason: a temporary cell (ORG-19).
        #[serde(default)]
        purpose: Option<String>,
        /// Since when the record speaks of it.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
    },
    /// Founds an organization (thành lập) with the members who form it. Size and kind are judged
    /// (ORG-04, ORG-10 to ORG-13).
    FoundOrganization {
        /// Its identifier in this record.
        id: OrganizationId,
        /// Its kind.
        kind: KindId,
        /// The organization directly above.
        parent: OrganizationId,
        /// Its name.
        name: String,
        /// Its code, where it has one.
        #[serde(default)]
        code: Option<String>,
        /// The field it works in.
        sector: Sector,
        /// Whether it is in a village or residential group (ORG-04).
        #[serde(default)]
        village: bool,
        /// Why it is made, where its kind asks for a reason: a temporary cell (ORG-19).
        #[serde(default)]
        purpose: Option<String>,
        /// The day the decision takes effect.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// The number of the decision.
        decision: String,
        /// The members who form it; a cell becomes their home.
        members: Vec<MemberId>,
        /// Leadership must be strengthened: a committee below the size is allowed (ORG-12).
        #[serde(default)]
        strengthened_leadership: bool,
        /// The superior agrees that a large cell stays one cell (ORG-13).
        #[serde(default)]
        consent_to_stay_cell: bool,
    },
    /// Gives a member a post (ORG-20, ORG-25).
    AssignPost {
        /// The organization.
        organization: OrganizationId,
        /// The member.
        member: MemberId,
        /// The post.
        post: Post,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day, where already known.
        #[serde(default, deserialize_with = "wire::optional_day")]
        to: Option<NaiveDate>,
        /// Elected or appointed, where known.
        #[serde(default)]
        manner: Option<Manner>,
    },
    /// Takes in the acts of one decision: all of them or none. Each is judged by the rules in
    /// force on the day it takes effect (ORG-01 to ORG-20, ORG-40, ORG-41), and sizes by what
    /// all the acts together come to.
    Reorganize {
        /// The number of the decision.
        decision: String,
        /// The day the decision was signed.
        #[serde(deserialize_with = "wire::day")]
        signed_on: NaiveDate,
        /// The body that decided, where it is in this record (ORG-40).
        #[serde(default)]
        decided_by: Option<OrganizationId>,
        /// The day it takes effect: the first day of what begins, the first day without what
        /// ends.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// The acts, in order.
        acts: Vec<OrganizationAct>,
        /// Committees that may be below the size because leadership must be strengthened
        /// (ORG-12).
        #[serde(default)]
        strengthened_leadership: Vec<OrganizationId>,
        /// Large cells that the superior lets stay one cell (ORG-13).
        #[serde(default)]
        consent_to_stay_cell: Vec<OrganizationId>,
        /// States what was decided before this record was kept: the structure is checked, no
        /// rule is judged, and the day may be older than the rule book.
        #[serde(default)]
        stated: bool,
    },
    /// States a term of an organization's committee (nhiệm kỳ, ORG-23, ORG-24).
    SetTerm {
        /// The organization.
        organization: OrganizationId,
        /// The number of the congress, from 1.
        number: u32,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day.
        #[serde(deserialize_with = "wire::day")]
        to: NaiveDate,
    },
    /// States that files and seal of an organization that ended were collected (ORG-42).
    SettleClosure {
        /// The organization.
        organization: OrganizationId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
    },
    /// Ends a post.
    EndPost {
        /// The organization.
        organization: OrganizationId,
        /// The member.
        member: MemberId,
        /// The post.
        post: Post,
        /// Last day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
    },
    /// States a member who already belongs to a cell.
    RegisterMember {
        /// The identifier in this record.
        id: MemberId,
        /// The full name.
        name: String,
        /// Female or male.
        sex: Sex,
        /// Day of birth.
        #[serde(deserialize_with = "wire::day")]
        born_on: NaiveDate,
        /// The cell the member belongs to.
        cell: OrganizationId,
        /// Since when.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// The day the decision on admission was signed, where known (MEM-30).
        #[serde(default, deserialize_with = "wire::optional_day")]
        decision_on: Option<NaiveDate>,
        /// The day of the admission ceremony.
        #[serde(deserialize_with = "wire::day")]
        admitted_on: NaiveDate,
        /// Since when a full member; absent while on probation.
        #[serde(default, deserialize_with = "wire::optional_day")]
        recognized_on: Option<NaiveDate>,
        /// The field the member works in.
        sector: Sector,
        /// Whether the member follows a religion: sensitive, and optional.
        #[serde(default)]
        religious: Option<bool>,
    },
    /// Admits a member (kết nạp): age (MEM-01) and the cell's vote (VOTE-04) are judged, the
    /// deadlines of decision and ceremony (MEM-06, MEM-07) noted.
    AdmitMember {
        /// The identifier in this record.
        id: MemberId,
        /// The full name.
        name: String,
        /// Female or male.
        sex: Sex,
        /// Day of birth.
        #[serde(deserialize_with = "wire::day")]
        born_on: NaiveDate,
        /// The cell that admits.
        cell: OrganizationId,
        /// The day the cell considered the admission.
        #[serde(deserialize_with = "wire::day")]
        considered_on: NaiveDate,
        /// The cell's vote.
        votes: VoteTotals,
        /// The day the decision was signed.
        #[serde(deserialize_with = "wire::day")]
        decision_on: NaiveDate,
        /// The day the cell received the decision, where known.
        #[serde(default, deserialize_with = "wire::optional_day")]
        received_on: Option<NaiveDate>,
        /// The day of the ceremony: membership starts.
        #[serde(deserialize_with = "wire::day")]
        ceremony_on: NaiveDate,
        /// The province agreed in writing to an age above the limit (MEM-01).
        #[serde(default)]
        special_consent: bool,
        /// The field the member works in.
        sector: Sector,
        /// Whether the member follows a religion: sensitive, and optional.
        #[serde(default)]
        religious: Option<bool>,
    },
    /// Recognizes a probationary member as full (công nhận chính thức), as of the end of the
    /// probation (MEM-20 to MEM-22, VOTE-04).
    RecognizeMember {
        /// The member.
        member: MemberId,
        /// The day the cell considered it.
        #[serde(deserialize_with = "wire::day")]
        considered_on: NaiveDate,
        /// The cell's vote.
        votes: VoteTotals,
    },
    /// Moves a member's home to another cell of the record (chuyển sinh hoạt chính thức).
    TransferMember {
        /// The member.
        member: MemberId,
        /// The new cell.
        to: OrganizationId,
        /// First day there.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
    },
    /// Changes how a member stands to the cell's activity: exemption, suspension, temporary
    /// stay elsewhere, return.
    ChangeStanding {
        /// The member.
        member: MemberId,
        /// The new standing.
        standing: Standing,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day; then the member is active again.
        #[serde(default, deserialize_with = "wire::optional_day")]
        to: Option<NaiveDate>,
    },
    /// Ends a membership in this record.
    EndMembership {
        /// The member.
        member: MemberId,
        /// First day without membership.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Why.
        reason: EndReason,
    },
    /// Schedules a meeting.
    ScheduleMeeting {
        /// The identifier in this record.
        id: MeetingId,
        /// The organization that meets.
        organization: OrganizationId,
        /// What kind of meeting.
        kind: MeetingKind,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// How long it lasted or is planned to last, in minutes.
        #[serde(default)]
        minutes: Option<u32>,
    },
    /// Calls the roll of a meeting: every member of the organization on that day, each once.
    CallRoll {
        /// The meeting.
        meeting: MeetingId,
        /// One line per member.
        entries: Vec<RollEntry>,
    },
    /// Does something about a meeting: prepares, holds or concludes it (MTG-08, MTG-13 to
    /// MTG-15). A resolution whose vote did not carry is refused (VOTE-03).
    ActOnMeeting {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who does it; needed for contributions.
        #[serde(default)]
        by: Option<MemberId>,
        /// What is done.
        act: MeetingAct,
    },
    /// Does something about a task: gives it, reports on it, ends it (MEM-70, MEM-71).
    ActOnTask {
        /// The task.
        task: TaskId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who does it.
        #[serde(default)]
        by: Option<MemberId>,
        /// What is done.
        act: TaskAct,
    },
    /// Does something about a petition, a difficulty or a complex issue.
    ActOnMatter {
        /// The matter.
        matter: MatterId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who does it.
        #[serde(default)]
        by: Option<MemberId>,
        /// What is done.
        act: MatterAct,
    },
    /// Does something about an inspection or supervision (INS-01, INS-02).
    ActOnInspection {
        /// The inspection.
        inspection: InspectionId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who does it.
        #[serde(default)]
        by: Option<MemberId>,
        /// What is done.
        act: InspectionAct,
    },
    /// Does something in the rating of an organization or a member (EVL-06, EVL-11 to EVL-13).
    ActOnEvaluation {
        /// The year rated.
        year: i32,
        /// Who is rated.
        subject: LevelSubject,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who does it.
        #[serde(default)]
        by: Option<MemberId>,
        /// What is done.
        act: EvaluationAct,
    },
    /// Takes a document in: directive, guide, resolution.
    RegisterDocument {
        /// The document.
        document: Document,
    },
    /// Sets a yearly target.
    SetTarget {
        /// The identifier in this record.
        id: TargetId,
        /// Whose target.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// What is counted; `admissions` is counted from the record itself.
        indicator: String,
        /// How many are planned, 1 or more.
        planned: u32,
    },
    /// Sets a yearly target of any kind: a number, money, or a share.
    PlanTarget {
        /// The identifier in this record.
        id: TargetId,
        /// Whose target.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// What is counted.
        indicator: String,
        /// The plan.
        plan: TargetAmount,
        /// Which side of the plan is the good one.
        direction: TargetDirection,
        /// How results make one.
        reading: TargetResults,
    },
    /// Records a result of a target that [`Command::PlanTarget`] set.
    ReportTarget {
        /// The target.
        target: TargetId,
        /// The day, in the target's year.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// The result, of the plan's kind.
        amount: TargetAmount,
    },
    /// Records the result of a target.
    RecordResult {
        /// The target.
        target: TargetId,
        /// The day it is known.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// How many were achieved.
        achieved: u32,
    },
    /// Records the facts by which an organization's year is rated.
    RateOrganization {
        /// The organization.
        organization: OrganizationId,
        /// The year rated.
        year: i32,
        /// The facts.
        facts: LevelFacts,
        /// The group of similar tasks (nhóm có nhiệm vụ tương đồng) within which the cap holds this
        /// year, as the body that rates named it; at most 300 bytes. That of an organization below
        /// a grassroots organization takes its members along. Absent where none was named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        peer_group: Option<String>,
    },
    /// Records the facts by which a member's year is rated, as a leader or as another member: what
    /// `facts.subject` says holds, whatever posts the record knows (section 6.2). A leader is in the
    /// same group of the cap as others unless a group of similar tasks is named.
    RateMember {
        /// The member.
        member: MemberId,
        /// The year rated.
        year: i32,
        /// The facts.
        facts: LevelFacts,
        /// The group of similar tasks (nhóm có nhiệm vụ tương đồng) within which the cap holds this
        /// year, as the body that rates named it; at most 300 bytes. That of an organization below
        /// a grassroots organization takes its members along. Absent where none was named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        peer_group: Option<String>,
        /// The unit led by a member rated as a leader (đơn vị phụ trách): the tasks that it gave are
        /// the leader's where `facts` has none. Absent for others, and for a unit outside the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit_led: Option<OrganizationId>,
    },
    /// Records how far a member has taken up the electronic handbook.
    RecordAdoption {
        /// The member.
        member: MemberId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Installed.
        installed: bool,
        /// Logged in at least once.
        logged_in: bool,
        /// Used.
        used: bool,
    },
    /// Records a project of the portfolio.
    RecordProject {
        /// The identifier in this record.
        id: ProjectId,
        /// The organization in charge.
        organization: OrganizationId,
        /// Its name.
        name: String,
        /// The day the bid was decided.
        #[serde(deserialize_with = "wire::day")]
        bid_on: NaiveDate,
        /// The value of the package before bidding, in đồng.
        package_value: i64,
        /// The value of the contract, in đồng; not above the package's.
        contract_value: i64,
        /// Whether the work met its quality.
        quality_met: bool,
        /// By how many days it was completed early.
        #[serde(default)]
        completed_early_days: u32,
    },
}
