//! Votes: who counts, what a decision needs, whether it carries, who is elected.

mod ballot;
mod base;
mod election;
mod majority;
mod progress;
mod tally;

pub use ballot::{
    Ballot, BallotBase, BallotInput, BallotMeasure, BallotQuorum, BallotResult, BallotThreshold,
    QuorumCount, TieBreaker, TieRule, ballot,
};
pub use base::{VoteBase, VoteBaseInput, VotingBody, vote_base};
pub use election::{
    ElectedBody, Election, ElectionCandidate, ElectionInput, ElectionTie, election,
};
pub(crate) use majority::{BASE_MOST, fewest};
pub use majority::{
    Decision, Majority, MajorityInput, MajorityRule, RequiredVotes, RequiredVotesInput, Step,
    majority, required_votes,
};
pub use progress::{CountedBase, VoteProgress, VoteProgressInput, VoteState, vote_progress};
pub use tally::{Tally, TallyInput, VoteMethod, tally_vote};
