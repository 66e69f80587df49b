//! What is done about a meeting: before it, in it, after it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::TimeOfDay;
use crate::identifier::{ContributionId, DocumentId, MemberId};
use crate::meeting::GivenMarks;
use crate::rulebook::policy::AbsenceCause;
use crate::vote::{Decision, VoteMethod};
use crate::wire;

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgendaItem {
    /// Its number, from 1; each once.
    pub number: u32,
    /// What it is about.
    pub title: String,
    /// Who presents it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presenter: Option<MemberId>,
}

/// A paper for the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingPaper {
    /// Its title.
    pub title: String,
    /// The document of the record that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
}

/// What a member brings in before or in a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ContributionKind {
    /// A proposal for the agenda or for the work (đề xuất).
    Proposal,
    /// A comment on a paper or on the draft resolution (góp ý).
    Comment,
    /// A question that asks for an answer (câu hỏi, chất vấn). MEM-77.
    Question,
}

/// One act about a meeting. Its day and who did it stand beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum MeetingAct {
    /// Says when, where and how it will be. The last such act counts as a whole.
    Arrange {
        /// When it begins.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<TimeOfDay>,
        /// How long it is planned to last, 1 to 10,080 minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// Where.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        /// The address of the online meeting, where there is one (MTG-10).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        link: Option<String>,
        /// What it is about; a monthly meeting with a topic has a thematic part (MTG-06).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        topic: Option<String>,
        /// Who chairs it (chủ trì).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chair: Option<MemberId>,
        /// Who writes the minutes (thư ký).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        secretary: Option<MemberId>,
        /// Who is invited and is no member of the body.
        #[serde(default)]
        guests: Vec<String>,
    },
    /// Puts it on another day; the first day stays known.
    Postpone {
        /// The new day.
        #[serde(deserialize_with = "wire::day")]
        to: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Calls it off.
    Cancel {
        /// Why.
        reason: String,
    },
    /// Gives notice of it to the members.
    Notify {
        /// The text of the notice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// Sets the agenda (MTG-13). The last such act counts as a whole.
    SetAgenda {
        /// Its points, in order.
        items: Vec<AgendaItem>,
    },
    /// Puts papers on the handbook (MTG-08).
    ProvidePapers {
        /// The papers.
        papers: Vec<MeetingPaper>,
    },
    /// Puts a draft of the resolution on the handbook. The last such act counts.
    Draft {
        /// The text.
        text: String,
    },
    /// Brings in a proposal, a comment or a question; `by` says whose.
    Contribute {
        /// Its identifier in this record.
        id: ContributionId,
        /// What it is.
        kind: ContributionKind,
        /// The text.
        text: String,
        /// The point of the agenda that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<u32>,
    },
    /// Says what became of a contribution.
    Settle {
        /// Which.
        contribution: ContributionId,
        /// Whether it is accepted.
        accepted: bool,
        /// Why; needed where it is not accepted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Answers a question (MEM-77).
    Answer {
        /// Which.
        contribution: ContributionId,
        /// The answer.
        text: String,
    },
    /// Excuses a member who will not come.
    Excuse {
        /// Who.
        member: MemberId,
        /// Why.
        reason: AbsenceCause,
    },
    /// Opens it on its day.
    Open {
        /// When.
        at: TimeOfDay,
    },
    /// A member comes in; also one who comes late.
    Arrive {
        /// Who.
        member: MemberId,
        /// When.
        at: TimeOfDay,
        /// By an online connection.
        online: bool,
    },
    /// A member leaves.
    Leave {
        /// Who.
        member: MemberId,
        /// When.
        at: TimeOfDay,
    },
    /// A member speaks.
    Speak {
        /// Who.
        member: MemberId,
        /// The point of the agenda.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<u32>,
    },
    /// The totals of a vote on one question; who voted how is never kept.
    Vote {
        /// Its number in the meeting, from 1.
        number: u32,
        /// What was asked.
        question: String,
        /// What is decided.
        decision: Decision,
        /// Secret ballot or raised card (VOTE-07, VOTE-08).
        method: VoteMethod,
        /// Those who count (VOTE-01); absent to have it counted from the roll.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        base: Option<u32>,
        /// Votes in favour.
        yes: u32,
        /// Votes against.
        no: u32,
        /// Abstentions and invalid ballots.
        abstained: u32,
    },
    /// Writes the minutes (biên bản). The last such act counts.
    Minute {
        /// The text.
        text: String,
    },
    /// Closes it.
    Close {
        /// When.
        at: TimeOfDay,
    },
    /// Passes the resolution (nghị quyết). MTG-14.
    Resolve {
        /// Its number, from 1; each once in the body's term.
        number: u32,
        /// Its title.
        title: String,
        /// Its text.
        text: String,
        /// The number of the vote that carried it (VOTE-03).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vote: Option<u32>,
    },
    /// Scores it: the marks that the meeting gives itself; the others are computed from the
    /// record (section 5.1). The last such act counts.
    Score {
        /// The marks of every part that is not computed, each once.
        given: Vec<GivenMarks>,
    },
    /// Puts the result on the handbook (MTG-08).
    Publish {
        /// The document of the record that the resolution is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        document: Option<DocumentId>,
    },
}
