//! What is done in the yearly rating of an organization or a member.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::evaluation::RatingWait;
use crate::identifier::{MeetingId, OrganizationId};
use crate::rulebook::policy::{EvaluationStep, Level};
use crate::wire;

/// One act in a rating (đánh giá, xếp loại). EVL-06, EVL-11 to EVL-13.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum EvaluationAct {
    /// Hands in the self-review (bản tự kiểm điểm).
    SelfReview {
        /// The review.
        text: String,
    },
    /// Gives oneself marks, a level, or both.
    SelfScore {
        /// Marks in hundredths of a point, 0 to 10,000.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        marks: Option<u32>,
        /// The level.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<Level>,
    },
    /// Takes in the opinion of the place of residence.
    ResidenceOpinion {
        /// The opinion.
        text: String,
    },
    /// Says that no opinion of the place of residence is needed.
    SkipResidenceOpinion {
        /// Why.
        reason: String,
    },
    /// Comments on the review.
    Comment {
        /// The comment.
        text: String,
    },
    /// Holds the review meeting of a body (hội nghị kiểm điểm). EVL-13.
    HoldReview {
        /// How many days it lasted.
        days: u32,
        /// The body is the standing committee of a province.
        #[serde(default)]
        provincial_standing_committee: bool,
    },
    /// Votes on a level; of a secret ballot the totals alone are kept. Those on excellent of one
    /// day, meeting and number who count are one vote: on all who are tied at the line of the cap
    /// and on nobody else, it gives the seats to the most votes (section 6.4).
    Vote {
        /// The level.
        level: Level,
        /// The meeting of the record at which the vote was taken.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meeting: Option<MeetingId>,
        /// The number of that vote in the meeting.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vote: Option<u32>,
        /// Those who count (VOTE-01, VOTE-02); absent to have it taken from the meeting.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        base: Option<u32>,
        /// Votes for the level; absent likewise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        yes: Option<u32>,
    },
    /// Proposes a level.
    Propose {
        /// The level.
        level: Level,
    },
    /// Names the body that fixes the one class of a holder of several posts. EVL-11.
    NameBody {
        /// The body.
        body: OrganizationId,
    },
    /// Decides the level, also again after a cancellation.
    Decide {
        /// The level.
        level: Level,
        /// The organization whose body decides; absent only where it stands above the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<OrganizationId>,
        /// The number of the decision.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<String>,
    },
    /// Tells those concerned.
    Notify {
        /// The text of the notice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// Complains about the level.
    Complain {
        /// The complaint.
        text: String,
    },
    /// Answers the complaint: the decision stands.
    Uphold {
        /// Why.
        reason: String,
    },
    /// Cancels the level. EVL-06.
    Cancel {
        /// Why.
        reason: String,
        /// The number of the decision.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<String>,
    },
    /// Supplements the dossier.
    SupplementDossier {
        /// With what.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// Puts the file into the archive.
    Archive {
        /// Where.
        place: String,
    },
    /// Sets the last day for a step; the latest such act counts.
    SetDue {
        /// The step.
        step: EvaluationStep,
        /// The day.
        #[serde(deserialize_with = "wire::day")]
        due_on: NaiveDate,
    },
    /// Puts the rating off until what it waits for is there. EVL-11.
    Defer {
        /// What it waits for.
        wait: RatingWait,
        /// The day on which that is there, where it is known.
        #[serde(
            default,
            deserialize_with = "wire::optional_day",
            skip_serializing_if = "Option::is_none"
        )]
        until: Option<NaiveDate>,
    },
    /// Ends such a wait.
    Resume {
        /// What it waited for.
        wait: RatingWait,
    },
}
