//! Acts about meetings, judged by the rules of their day.

use chrono::NaiveDate;

use super::event::Fact;
use super::judge::Judged;
use super::meeting_act::MeetingAct;
use super::meeting_score::score;
use super::state::{Meeting, State};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{MeetingId, MemberId};
use crate::rulebook::{RuleBook, Rules};
use crate::verdict::Verdict;
use crate::vote::{self, Step, Tally, TallyInput};

/// Judges an act about a meeting.
pub(super) fn judge_meeting_act(
    state: &State,
    book: &RuleBook,
    id: MeetingId,
    on: NaiveDate,
    by: Option<MemberId>,
    mut act: MeetingAct,
) -> Result<Judged, HandbookError> {
    let meeting = state.meeting(state.meeting_place("meeting", &id)?);
    let mut grounds = Vec::new();
    let mut forbidden = false;
    if let MeetingAct::Vote { base, .. } = &mut act {
        let rules = book.on(meeting.on)?;
        if base.is_none() {
            let counts = state.vote_base_counts(meeting).ok_or_else(|| {
                InputError::new(InputCode::Empty, "base", "")
                    .with_limit("the roll, or who came, or the base itself")
            })?;
            let counted = vote::vote_base(&rules, &counts)?;
            grounds.extend(counted.grounds);
            *base = Some(counted.value.base);
        }
        if let Some(tally) = tally_of(&rules, &act)? {
            grounds.extend(tally.grounds);
        }
    }
    if let MeetingAct::Score { given } = &act {
        let scored = score(state, &book.on(meeting.on)?, meeting, given)?;
        grounds.extend(scored.grounds);
    }
    if let MeetingAct::Resolve {
        vote: Some(number), ..
    } = &act
    {
        let tally = tally_numbered(&book.on(meeting.on)?, meeting, *number)?
            .ok_or_else(|| InputError::new(InputCode::UnknownId, "vote", number))?;
        // What was voted on and did not carry is no resolution.
        forbidden = !tally.value.carried;
        grounds.extend(tally.grounds);
    }
    let fact = Fact::MeetingActed {
        meeting: id,
        on,
        by,
        act,
    };
    Ok(Judged::by(grounds, forbidden, vec![fact]))
}

impl MeetingAct {
    /// Base and votes in favour, where the act is the vote of a number.
    pub(super) fn totals_of(&self, wanted: u32) -> Option<(u32, u32)> {
        match *self {
            Self::Vote {
                number,
                base: Some(base),
                yes,
                ..
            } if number == wanted => Some((base, yes)),
            _ => None,
        }
    }

    /// The totals of a vote, where the act is one and its base is known.
    pub(super) fn tally_input(&self) -> Option<TallyInput> {
        match *self {
            Self::Vote {
                decision,
                method,
                base: Some(base),
                yes,
                no,
                abstained,
                ..
            } => Some(TallyInput {
                base,
                decision,
                step: Step::Proposing,
                yes,
                no,
                abstained,
                method,
            }),
            _ => None,
        }
    }
}

/// The outcome of a vote, where the act is one and its base is known.
pub(super) fn tally_of(
    rules: &Rules<'_>,
    act: &MeetingAct,
) -> Result<Option<Verdict<Tally>>, HandbookError> {
    act.tally_input()
        .map(|input| vote::tally_vote(rules, &input))
        .transpose()
}

/// The outcome of the vote of a number.
fn tally_numbered(
    rules: &Rules<'_>,
    meeting: &Meeting,
    wanted: u32,
) -> Result<Option<Verdict<Tally>>, HandbookError> {
    let vote = meeting
        .acts
        .iter()
        .map(|acted| &acted.act)
        .find(|act| matches!(act, MeetingAct::Vote { number, .. } if *number == wanted));
    vote.map_or(Ok(None), |vote| tally_of(rules, vote))
}
