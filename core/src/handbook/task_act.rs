//! What is done about a task, from its assignment to its end.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::identifier::{MeetingId, MemberId, OrganizationId};
use crate::wire;
use crate::work::TaskQuality;

/// One act about a task (nhiệm vụ). The first is [`TaskAct::Assign`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum TaskAct {
    /// Gives the task (MEM-70).
    Assign {
        /// The organization that gives it.
        organization: OrganizationId,
        /// What is to be done.
        title: String,
        /// How it is measured.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        measure: Option<String>,
        /// Who does it, 1 or more members of the organization or below it.
        persons: Vec<MemberId>,
        /// The meeting whose resolution gives it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meeting: Option<MeetingId>,
        /// The last day for it.
        #[serde(deserialize_with = "wire::day")]
        due_on: NaiveDate,
    },
    /// Reports how far it is.
    Report {
        /// How much is done, 0 to 100 percent.
        percent: u32,
        /// What was done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// Gives it more time.
    Extend {
        /// The new last day.
        #[serde(deserialize_with = "wire::day")]
        due_on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Says that it is done, and how well (MEM-71).
    Complete {
        /// How well.
        quality: TaskQuality,
    },
    /// Does not accept what was done: it is open again.
    Return {
        /// Why.
        reason: String,
    },
    /// Takes it back: it counts no more.
    Drop {
        /// Why.
        reason: String,
    },
}
