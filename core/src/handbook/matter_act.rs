//! What is done about a petition, a difficulty or a complex issue, and about an inspection.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::identifier::{MemberId, OrganizationId};
use crate::wire;

/// What kind of matter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MatterKind {
    /// A petition or recommendation (kiến nghị, đề nghị).
    Petition,
    /// A difficulty (khó khăn, vướng mắc).
    Difficulty,
    /// A complex or outstanding issue (vụ việc phức tạp, nổi cộm).
    ComplexIssue,
}

/// One act about a matter. The first is [`MatterAct::Receive`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum MatterAct {
    /// Takes it in.
    Receive {
        /// The organization whose matter it is.
        organization: OrganizationId,
        /// The organization that takes it in: the same, or one above.
        received_by: OrganizationId,
        /// What kind.
        kind: MatterKind,
        /// What it is about.
        title: String,
        /// The last day for it, where the body sets one.
        #[serde(
            default,
            deserialize_with = "wire::optional_day",
            skip_serializing_if = "Option::is_none"
        )]
        due_on: Option<NaiveDate>,
    },
    /// Gives it to an organization to deal with.
    Assign {
        /// The organization.
        to: OrganizationId,
        /// The last day for it; the one before stands where there is none.
        #[serde(
            default,
            deserialize_with = "wire::optional_day",
            skip_serializing_if = "Option::is_none"
        )]
        due_on: Option<NaiveDate>,
    },
    /// Proposes a solution.
    Propose {
        /// The solution.
        text: String,
    },
    /// Brings in other bodies.
    Coordinate {
        /// Which; they may stand outside the record.
        bodies: Vec<String>,
    },
    /// Says that it is resolved.
    Resolve {
        /// How.
        text: String,
    },
    /// Passes it on to the body that is competent: it is no longer in these hands.
    PassOn {
        /// To whom; it may stand outside the record.
        to: String,
        /// Why.
        reason: String,
    },
}

/// What an inspection does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InspectionWork {
    /// Inspection (kiểm tra).
    Inspection,
    /// Regular supervision (giám sát thường xuyên). INS-01.
    RegularSupervision,
    /// Thematic supervision (giám sát chuyên đề). INS-01.
    ThematicSupervision,
}

/// What an inspection found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InspectionFinding {
    /// Nothing to be put right.
    InOrder,
    /// Shortcomings to be put right (thiếu sót, khuyết điểm).
    Shortcomings,
    /// Signs of a violation (dấu hiệu vi phạm).
    SignsOfViolation,
}

/// One act about an inspection or supervision. The first is [`InspectionAct::Plan`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum InspectionAct {
    /// Puts it into the year's plan.
    Plan {
        /// The organization that inspects.
        organization: OrganizationId,
        /// What is done.
        work: InspectionWork,
        /// What it is about.
        title: String,
        /// The organization that is inspected: it stands below.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        subject: Option<OrganizationId>,
        /// The member who is inspected.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        member: Option<MemberId>,
        /// The first day planned.
        #[serde(deserialize_with = "wire::day")]
        from: NaiveDate,
        /// The last day planned.
        #[serde(deserialize_with = "wire::day")]
        to: NaiveDate,
    },
    /// The body resolves the plan (INS-02).
    Approve {
        /// The number of the resolution or decision, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<String>,
    },
    /// Announces it to those inspected.
    Announce {
        /// The text of the notice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// Takes in the report of those inspected on themselves.
    SelfReport {
        /// The report.
        text: String,
    },
    /// Puts the draft of the result on paper.
    DraftResult {
        /// The draft.
        text: String,
    },
    /// The body discusses and votes.
    Discuss {
        /// Those who count.
        base: u32,
        /// Votes in favour.
        yes: u32,
    },
    /// Concludes it.
    Conclude {
        /// What was found.
        finding: InspectionFinding,
        /// The conclusion.
        text: String,
    },
    /// Puts it into the archive.
    Archive {
        /// Where.
        place: String,
    },
    /// Takes it out of the plan.
    Drop {
        /// Why.
        reason: String,
    },
}
