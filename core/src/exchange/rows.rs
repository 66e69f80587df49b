//! Typed rows of the tables. Every row knows the line of its file it starts on.

use chrono::NaiveDate;

use super::words::{Act, EndReason, MeetingKind, Post, Presence, Sector, Setting, Sex, Standing};
use crate::identifier::{KindId, MeetingId, MemberId, OrganizationId, ProjectId, TargetId};
use crate::rulebook::policy::Grade;

/// A line of `organizations.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationRow {
    /// The line of the file.
    pub line: u32,
    /// Its identifier.
    pub id: OrganizationId,
    /// Its code, where it has one.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// The organization directly above; absent for the root.
    pub parent: Option<OrganizationId>,
    /// The field it works in.
    pub sector: Sector,
    /// Where it is.
    pub setting: Setting,
    /// How it comes into the record.
    pub act: Act,
    /// The day it was founded.
    pub founded_on: NaiveDate,
    /// The number of the decision, where known.
    pub decision: Option<String>,
}

/// A line of `posts.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRow {
    /// The line of the file.
    pub line: u32,
    /// The organization.
    pub organization: OrganizationId,
    /// The member.
    pub member: MemberId,
    /// The post.
    pub post: Post,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where known.
    pub to: Option<NaiveDate>,
}

/// A cell's vote, as totals: who voted how is never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoteCount {
    /// Votes in favour.
    pub yes: u32,
    /// Those who count in the base (VOTE-01).
    pub base: u32,
}

/// A line of `members.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// The line of the file.
    pub line: u32,
    /// The identifier.
    pub id: MemberId,
    /// The full name.
    pub name: String,
    /// Female or male.
    pub sex: Sex,
    /// Day of birth.
    pub born_on: NaiveDate,
    /// The cell the member belongs to now, or belonged to last.
    pub cell: OrganizationId,
    /// Since when.
    pub cell_since: NaiveDate,
    /// The cell before that one, if the record knows it.
    pub previous_cell: Option<OrganizationId>,
    /// The day the cell considered the admission, if the admission itself is recorded.
    pub considered_on: Option<NaiveDate>,
    /// The cell's vote on the admission; there exactly when `considered_on` is.
    pub votes: Option<VoteCount>,
    /// The day the decision on admission was signed; there when `considered_on` is.
    pub decision_on: Option<NaiveDate>,
    /// The day of the admission ceremony.
    pub admitted_on: NaiveDate,
    /// Since when a full member; absent while on probation.
    pub recognized_on: Option<NaiveDate>,
    /// The field the member works in.
    pub sector: Sector,
    /// Whether the member follows a religion; absent when not said.
    pub religious: Option<bool>,
    /// How the member stands to the cell's activity.
    pub standing: Standing,
    /// First day of a standing that is not `active`.
    pub standing_from: Option<NaiveDate>,
    /// Last day of that standing, where known.
    pub standing_to: Option<NaiveDate>,
    /// First day without membership.
    pub left_on: Option<NaiveDate>,
    /// Why the membership ended; there exactly when `left_on` is.
    pub left_reason: Option<EndReason>,
}

/// A line of `meetings.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    /// The line of the file.
    pub line: u32,
    /// The identifier.
    pub id: MeetingId,
    /// The organization that met.
    pub organization: OrganizationId,
    /// What kind of meeting.
    pub kind: MeetingKind,
    /// The day.
    pub on: NaiveDate,
    /// How long it lasted, in minutes, where known.
    pub minutes: Option<u32>,
}

/// A line of `attendance.csv`. Meeting and member are places in [`Tables::meetings`] and
/// [`Tables::members`], so that a year's roll-calls stay small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttendanceRow {
    /// The line of the file.
    pub line: u32,
    /// Place of the meeting in [`Tables::meetings`].
    pub meeting: u32,
    /// Place of the member in [`Tables::members`].
    pub member: u32,
    /// Present or absent, and how.
    pub presence: Presence,
}

/// A line of `targets.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// The line of the file.
    pub line: u32,
    /// The identifier.
    pub id: TargetId,
    /// Whose target.
    pub organization: OrganizationId,
    /// The year.
    pub year: i32,
    /// What is counted; `admissions` is counted from the record itself.
    pub indicator: String,
    /// How many are planned, 1 or more.
    pub planned: u32,
    /// How many were achieved; absent for `admissions` and while not known.
    pub achieved: Option<u32>,
}

/// Whose year a line of `ratings.csv` is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rated {
    /// An organization.
    Organization(OrganizationId),
    /// A member who leads a unit, rated as a leader.
    Leader(MemberId),
    /// Any other member.
    Member(MemberId),
}

/// Tasks of the year, as counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskCount {
    /// All tasks.
    pub total: u32,
    /// Done.
    pub done: u32,
    /// Done on time and with quality.
    pub on_time: u32,
    /// Done beyond what was required.
    pub beyond: u32,
    /// Done late.
    pub late: u32,
}

/// Targets of the year, as counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetCount {
    /// All targets.
    pub total: u32,
    /// Reached.
    pub reached: u32,
}

/// A line of `ratings.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingRow {
    /// The line of the file.
    pub line: u32,
    /// Whose year.
    pub rated: Rated,
    /// The year.
    pub year: i32,
    /// Marks in hundredths of a point, 0 to 10000.
    pub marks: Option<u32>,
    /// The grade of each criterion; empty when not graded.
    pub criteria: Vec<Grade>,
    /// The grade of results.
    pub results: Option<Grade>,
    /// Tasks of the year.
    pub tasks: Option<TaskCount>,
    /// Targets of the year.
    pub targets: Option<TargetCount>,
    /// Disciplined in the year.
    pub disciplined: bool,
    /// A subordinate organization or a leader was disciplined in the year.
    pub subordinate_disciplined: bool,
    /// The group of similar tasks that the body that rates named, where it did.
    pub peer_group: Option<String>,
    /// The unit that a leader leads.
    pub unit_led: Option<OrganizationId>,
}

/// A line of `adoption.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptionRow {
    /// The line of the file.
    pub line: u32,
    /// The member.
    pub member: MemberId,
    /// The day.
    pub on: NaiveDate,
    /// Installed.
    pub installed: bool,
    /// Logged in at least once.
    pub logged_in: bool,
    /// Used.
    pub used: bool,
}

/// A line of `projects.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// The line of the file.
    pub line: u32,
    /// The identifier.
    pub id: ProjectId,
    /// The organization in charge.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// The day the bid was decided.
    pub bid_on: NaiveDate,
    /// The value of the package before bidding, in đồng.
    pub package_value: i64,
    /// The value of the contract, in đồng; not above the package's.
    pub contract_value: i64,
    /// Whether the work met its quality.
    pub quality_met: bool,
    /// By how many days it was completed early.
    pub early_days: u32,
}

/// Every table, in the order of its file. Every reference between them is checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tables {
    /// `organizations.csv`.
    pub organizations: Vec<OrganizationRow>,
    /// `posts.csv`.
    pub posts: Vec<PostRow>,
    /// `members.csv`.
    pub members: Vec<MemberRow>,
    /// `meetings.csv`.
    pub meetings: Vec<MeetingRow>,
    /// `attendance.csv`.
    pub attendance: Vec<AttendanceRow>,
    /// `targets.csv`.
    pub targets: Vec<TargetRow>,
    /// `ratings.csv`.
    pub ratings: Vec<RatingRow>,
    /// `adoption.csv`.
    pub adoption: Vec<AdoptionRow>,
    /// `projects.csv`.
    pub projects: Vec<ProjectRow>,
}
