//! Votes among those tied at the line of the cap.

use chrono::NaiveDate;
use serde::Serialize;

use super::cap::CapRules;
use crate::compact::{Gather, sort_by};
use crate::error::HandbookError;
use crate::identifier::MeetingId;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::CapTie;
use crate::verdict::{Basis, Recorder};

/// How a tie at the line of the cap stands after the votes on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LineVoteState {
    /// The seats are taken.
    Settled,
    /// Equal votes at the last seat.
    StillTied,
    /// No vote was on all those tied and on nobody else.
    NotOnTied,
    /// Too few votes to carry the level (EVL-17).
    NotCarried,
    /// The policy leaves a tie open, whatever the votes.
    LeftOpen,
}

/// Votes for one in a vote at the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineVotes {
    /// Who was voted on.
    pub id: String,
    /// Votes for excellent.
    pub yes: u32,
    /// Whether tied at the line.
    pub tied: bool,
}

/// One vote on excellent that was on somebody tied at the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineBallot {
    /// The day.
    pub on: NaiveDate,
    /// The meeting of the record, where it was named.
    pub meeting: Option<MeetingId>,
    /// Those who count.
    pub base: u32,
    /// Whether it counts: it was on all those still tied, or on all tied at first, and on nobody
    /// else.
    pub counts: bool,
    /// The votes, by identifier.
    pub votes: Vec<LineVotes>,
}

/// What the recorded votes made of a tie at the line of the cap. Section 6.4.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineVote {
    /// How the tie stands.
    pub state: LineVoteState,
    /// Who took a seat, by identifier.
    pub chosen: Vec<String>,
    /// The votes, by day.
    pub ballots: Vec<LineBallot>,
}

/// A vote on excellent for one subject, as the record has it. Those of one day, round, meeting and
/// base are one ballot.
#[derive(Debug, Clone)]
pub(crate) struct RecordedVote<'a> {
    pub(crate) on: NaiveDate,
    /// How many of the day, meeting and base were before it on the subject.
    pub(crate) round: u32,
    pub(crate) meeting: Option<&'a MeetingId>,
    pub(crate) base: u32,
    pub(crate) yes: u32,
}

/// One of a group at the line.
pub(crate) struct AtLine<'a> {
    pub(crate) id: &'a str,
    pub(crate) tied: bool,
    pub(crate) votes: Vec<RecordedVote<'a>>,
}

/// What became of one who was tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AfterVote {
    Open,
    Chosen,
    Left,
}

/// What the votes made of a tie for `seats`; none where nobody tied was voted on. The second list
/// is in the order of `all`.
pub(crate) fn line_vote(
    rules: &CapRules<'_>,
    all: &[AtLine<'_>],
    seats: u32,
    basis: &mut Basis,
) -> Result<Option<(LineVote, Vec<AfterVote>)>, HandbookError> {
    let mut votes: Vec<(&RecordedVote<'_>, usize)> = Vec::new();
    for (place, one) in all.iter().enumerate() {
        votes.extend(one.votes.iter().map(|vote| (vote, place)));
    }
    sort_by(&mut votes, |(one, place), (other, others)| {
        (one.ballot(), place).cmp(&(other.ballot(), others))
    });
    let mut reckoned = Reckoned {
        all,
        after: vec![AfterVote::Open; all.len()],
        seats,
        open_seats: seats,
        state: LineVoteState::NotOnTied,
    };
    let tie = rules.tie()?;
    let mut ballots = Vec::new();
    for votes in votes.chunk_by(|(one, _), (other, _)| one.ballot() == other.ballot()) {
        let Some((first, _)) = votes.first() else {
            continue;
        };
        if !votes.iter().any(|(_, place)| reckoned.tied(*place)) {
            continue;
        }
        let counts = tie.value == CapTie::MostVotes && reckoned.on_tied(votes);
        if counts {
            reckoned.reckon(rules, first.base, votes, basis)?;
        }
        let mut ballot = LineBallot {
            on: first.on,
            meeting: first.meeting.cloned(),
            base: first.base,
            counts,
            votes: votes
                .iter()
                .filter_map(|(vote, place)| all.get(*place).map(|one| (vote, one)))
                .map(|(vote, one)| LineVotes {
                    id: one.id.to_owned(),
                    yes: vote.yes,
                    tied: one.tied,
                })
                .gather(),
        };
        sort_by(&mut ballot.votes, |one, other| one.id.cmp(&other.id));
        ballots.push(ballot);
    }
    if ballots.is_empty() {
        return Ok(None);
    }
    rules.tie_policy(basis)?;
    let mut vote = LineVote {
        state: match tie.value {
            CapTie::MostVotes => reckoned.state,
            CapTie::StaysOpen => LineVoteState::LeftOpen,
        },
        chosen: Vec::new(),
        ballots,
    };
    for (one, after) in all.iter().zip(&reckoned.after) {
        if *after == AfterVote::Chosen {
            vote.chosen.push(one.id.to_owned());
        }
    }
    sort_by(&mut vote.chosen, Ord::cmp);
    Ok(Some((vote, reckoned.after)))
}

impl LineVote {
    /// Takes out who may not be seen.
    pub(crate) fn hide(&mut self, hidden: &[&str]) {
        let shown = |id: &String| !hidden.contains(&id.as_str());
        self.chosen.retain(shown);
        for ballot in &mut self.ballots {
            ballot.votes.retain(|one| shown(&one.id));
        }
    }
}

impl RecordedVote<'_> {
    fn ballot(&self) -> (NaiveDate, u32, Option<&MeetingId>, u32) {
        (self.on, self.round, self.meeting, self.base)
    }
}

/// The tie as the votes go.
struct Reckoned<'a> {
    all: &'a [AtLine<'a>],
    after: Vec<AfterVote>,
    seats: u32,
    open_seats: u32,
    state: LineVoteState,
}

impl Reckoned<'_> {
    fn tied(&self, place: usize) -> bool {
        self.all.get(place).is_some_and(|one| one.tied)
    }

    fn open(&self, place: usize) -> bool {
        self.tied(place) && self.after.get(place) == Some(&AfterVote::Open)
    }

    /// Whether a vote is on all those still tied, or on all tied at first, and on nobody else. One
    /// on all tied at first begins anew.
    fn on_tied(&mut self, votes: &[(&RecordedVote<'_>, usize)]) -> bool {
        let exactly = |holds: &dyn Fn(usize) -> bool| {
            let those = (0..self.all.len()).filter(|place| holds(*place)).count();
            those == votes.len() && votes.iter().all(|(_, place)| holds(*place))
        };
        if exactly(&|place| self.tied(place)) {
            self.after.fill(AfterVote::Open);
            self.open_seats = self.seats;
            return true;
        }
        exactly(&|place| self.open(place))
    }

    /// Gives the seats to those with the most votes; equal votes at the last seat stay tied.
    fn reckon(
        &mut self,
        rules: &CapRules<'_>,
        base: u32,
        votes: &[(&RecordedVote<'_>, usize)],
        basis: &mut Basis,
    ) -> Result<(), HandbookError> {
        let mut ranked: Vec<(u32, usize)> = votes
            .iter()
            .map(|(vote, place)| (vote.yes, *place))
            .gather();
        sort_by(&mut ranked, |one, other| other.cmp(one));
        let seats = usize::try_from(self.open_seats).unwrap_or(usize::MAX);
        let last = seats.checked_sub(1).and_then(|last| ranked.get(last));
        let (Some((last, _)), Some((next, _))) = (last.copied(), ranked.get(seats).copied()) else {
            return Ok(());
        };
        if let Some(share) = rules.vote_share()? {
            let least = Quantity::share(share.value.numerator, share.value.denominator);
            let measured = Quantity::share(last, base.max(1));
            if !basis.compare(share, measured, Comparison::AtLeast, least) {
                self.state = LineVoteState::NotCarried;
                return Ok(());
            }
        }
        let settled = basis.compare(
            rules.tie()?,
            Quantity::count(last),
            Comparison::MoreThan,
            Quantity::count(next),
        );
        for (yes, place) in ranked {
            let Some(after) = self.after.get_mut(place) else {
                continue;
            };
            if yes > last || (settled && yes == last) {
                *after = AfterVote::Chosen;
                self.open_seats = self.open_seats.saturating_sub(1);
            } else if yes < last {
                *after = AfterVote::Left;
            }
        }
        self.state = if settled {
            LineVoteState::Settled
        } else {
            LineVoteState::StillTied
        };
        Ok(())
    }
}
