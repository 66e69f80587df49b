//! Votes: who counts, what a decision needs, whether it carries.

mod base;
mod majority;
mod tally;

pub use base::{VoteBase, VoteBaseInput, VotingBody, vote_base};
pub use majority::{
    Decision, Majority, MajorityInput, MajorityRule, RequiredVotes, RequiredVotesInput, Step,
    majority, required_votes,
};
pub use tally::{Tally, TallyInput, VoteMethod, tally_vote};
