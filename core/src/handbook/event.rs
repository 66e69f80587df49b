//! Dated facts that the record holds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::act::OrganizationAct;
use super::command::{EndReason, Manner, MeetingKind, Post, RollEntry, Sector, Sex, Standing};
use super::evaluation_act::EvaluationAct;
use super::matter_act::{InspectionAct, MatterAct};
use super::meeting_act::MeetingAct;
use super::question::LevelSubject;
use super::task_act::TaskAct;
use crate::document::Document;
use crate::evaluation::LevelFacts;
use crate::identifier::{
    InspectionId, KindId, MatterId, MeetingId, MemberId, OrganizationId, ProjectId, TargetId,
    TaskId,
};
use crate::verdict::Ground;
use crate::wire;
use crate::work::{TargetAmount, TargetDirection, TargetResults};

/// A fact with the day it was recorded: what was true, and since when it was known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// Its place in the record, from 1 without gaps.
    pub sequence: u32,
    /// The day it was recorded.
    #[serde(deserialize_with = "wire::day")]
    pub recorded_on: NaiveDate,
    /// What is true.
    pub fact: Fact,
}

/// What is true from its own date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Fact {
    /// An organization exists.
    OrganizationEntered {
        /// Its identifier.
        id: OrganizationId,
        /// Its kind.
        kind: KindId,
        /// The organization directly above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<OrganizationId>,
        /// Its name.
        name: String,
        /// Its code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
        /// The field it works in.
        sector: Sector,
        /// Whether it is in a village or residential group.
        village: bool,
        /// Why it was made.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        purpose: Option<String>,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// The decision that founded it; absent when it existed before the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<String>,
    },
    /// A member took a post.
    PostTaken {
        /// The organization.
        organization: OrganizationId,
        /// The member.
        member: MemberId,
        /// The post.
        post: Post,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day, where known.
        #[serde(
            default,
            deserialize_with = "wire::optional_day",
            skip_serializing_if = "Option::is_none"
        )]
        to: Option<NaiveDate>,
        /// Elected or appointed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        manner: Option<Manner>,
    },
    /// The acts of one decision took effect.
    Reorganized {
        /// The number of the decision.
        decision: String,
        /// The day the decision was signed.
        #[serde(deserialize_with = "wire::day")]
        signed_on: NaiveDate,
        /// The body that decided, where it is in this record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decided_by: Option<OrganizationId>,
        /// The day it took effect.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// The acts, in order.
        acts: Vec<OrganizationAct>,
    },
    /// An organization's committee has a term.
    TermSet {
        /// The organization.
        organization: OrganizationId,
        /// The number of the congress.
        number: u32,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day.
        #[serde(deserialize_with = "wire::day")]
        to: NaiveDate,
    },
    /// Files and seal of an organization that ended were collected.
    ClosureSettled {
        /// The organization.
        organization: OrganizationId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
    },
    /// A member left a post.
    PostLeft {
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
    /// A person belongs to a cell.
    MemberEntered {
        /// The identifier.
        id: MemberId,
        /// The full name.
        name: String,
        /// Female or male.
        sex: Sex,
        /// Day of birth.
        #[serde(deserialize_with = "wire::day")]
        born_on: NaiveDate,
        /// The cell.
        cell: OrganizationId,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// The day the decision on admission was signed.
        #[serde(
            default,
            deserialize_with = "wire::optional_day",
            skip_serializing_if = "Option::is_none"
        )]
        decision_on: Option<NaiveDate>,
        /// The day of the ceremony.
        #[serde(deserialize_with = "wire::day")]
        admitted_on: NaiveDate,
        /// Since when a full member.
        #[serde(
            default,
            deserialize_with = "wire::optional_day",
            skip_serializing_if = "Option::is_none"
        )]
        recognized_on: Option<NaiveDate>,
        /// The field the member works in.
        sector: Sector,
        /// Whether the member follows a religion.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        religious: Option<bool>,
        /// Whether the admission itself is in this record.
        admitted_here: bool,
    },
    /// A probationary member became full.
    MemberRecognized {
        /// The member.
        member: MemberId,
        /// Since when full: the end of the probation.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// The day the cell considered it.
        #[serde(deserialize_with = "wire::day")]
        considered_on: NaiveDate,
    },
    /// A member's home moved to another cell.
    MemberMoved {
        /// The member.
        member: MemberId,
        /// The new cell.
        to: OrganizationId,
        /// First day there.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
    },
    /// A member's standing changed.
    StandingChanged {
        /// The member.
        member: MemberId,
        /// The new standing.
        standing: Standing,
        /// First day.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// Last day, where known.
        #[serde(
            default,
            deserialize_with = "wire::optional_day",
            skip_serializing_if = "Option::is_none"
        )]
        to: Option<NaiveDate>,
    },
    /// A membership ended.
    MembershipEnded {
        /// The member.
        member: MemberId,
        /// First day without membership.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Why.
        reason: EndReason,
    },
    /// A meeting is on the calendar.
    MeetingScheduled {
        /// The identifier.
        id: MeetingId,
        /// The organization that meets.
        organization: OrganizationId,
        /// What kind.
        kind: MeetingKind,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// How long, in minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
    },
    /// The roll of a meeting was called.
    RollCalled {
        /// The meeting.
        meeting: MeetingId,
        /// One line per member.
        entries: Vec<RollEntry>,
    },
    /// Something was done about a meeting.
    MeetingActed {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<MemberId>,
        /// What was done.
        act: MeetingAct,
    },
    /// Something was done about a task.
    TaskActed {
        /// The task.
        task: TaskId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<MemberId>,
        /// What was done.
        act: TaskAct,
    },
    /// Something was done about a petition, a difficulty or a complex issue.
    MatterActed {
        /// The matter.
        matter: MatterId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<MemberId>,
        /// What was done.
        act: MatterAct,
    },
    /// Something was done about an inspection or supervision.
    InspectionActed {
        /// The inspection.
        inspection: InspectionId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<MemberId>,
        /// What was done.
        act: InspectionAct,
    },
    /// Something was done in a rating.
    EvaluationActed {
        /// The year rated.
        year: i32,
        /// Who is rated.
        subject: LevelSubject,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Who did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<MemberId>,
        /// What was done.
        act: EvaluationAct,
    },
    /// A document is held.
    DocumentEntered {
        /// The document.
        document: Document,
    },
    /// A yearly target was set.
    TargetSet {
        /// The identifier.
        id: TargetId,
        /// Whose target.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// What is counted.
        indicator: String,
        /// How many are planned.
        planned: u32,
    },
    /// A yearly target of any kind was set.
    TargetPlanned {
        /// The identifier.
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
    /// A result of such a target is known.
    TargetReported {
        /// The target.
        target: TargetId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// The result.
        amount: TargetAmount,
    },
    /// The result of a target is known.
    ResultRecorded {
        /// The target.
        target: TargetId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// How many were achieved.
        achieved: u32,
    },
    /// The facts of an organization's year.
    OrganizationRated {
        /// The organization.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// The facts.
        facts: LevelFacts,
        /// The group of similar tasks (nhóm có nhiệm vụ tương đồng) within which the cap holds this
        /// year, as the body that rates named it; at most 300 bytes. That of an organization below
        /// a grassroots organization takes its members along. Absent where none was named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        peer_group: Option<String>,
    },
    /// The facts of a member's year.
    MemberRated {
        /// The member.
        member: MemberId,
        /// The year.
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
    /// How far a member has taken up the electronic handbook.
    AdoptionRecorded {
        /// The member.
        member: MemberId,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        on: NaiveDate,
        /// Installed.
        installed: bool,
        /// Logged in.
        logged_in: bool,
        /// Used.
        used: bool,
    },
    /// A project of the portfolio.
    ProjectRecorded {
        /// The identifier.
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
        /// The value of the contract, in đồng.
        contract_value: i64,
        /// Whether the work met its quality.
        quality_met: bool,
        /// By how many days it was completed early.
        completed_early_days: u32,
    },
}

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Outcome {
    /// Taken in.
    Accepted {
        /// The events it became; already applied.
        events: Vec<Event>,
        /// What was judged on the way, also what does not hold without forbidding the act: a
        /// deadline missed is a fact to keep, not a reason to lose it.
        grounds: Vec<Ground>,
    },
    /// Forbidden by a rule; nothing changed.
    Refused {
        /// What was judged; at least one ground does not hold.
        grounds: Vec<Ground>,
    },
}
