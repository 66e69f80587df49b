//! Organizations: what they were and became, which form fits a size, which kind stands under which,
//! how large committees are, how long terms last, what a congress needs, what powers a size allows,
//! and how organizations end.

mod closure;
mod committee;
mod committee_transfer;
mod congress;
mod congress_steps;
mod disbanding;
mod extraordinary;
mod form;
pub mod lineage;
mod mandate;
mod placement;
mod powers;
mod reappointment;
mod signing;
pub mod structure;
mod term;

pub use closure::{ClosingCommittee, Closure, ClosureInput, ClosureKind, DueState, closure};
pub use committee::{
    AppointingTier, CellCommittee, CellCommitteeInput, ExtraAppointees, ExtraAppointeesInput,
    StandingCommittee, StandingCommitteeInput, cell_committee, extra_appointees_most,
    standing_committee_most,
};
pub use committee_transfer::{CommitteeTransfer, CommitteeTransferInput, committee_transfer};
pub use congress::{
    CongressDeadlines, CongressDeadlinesInput, CongressDuty, CongressObligation, congress_deadlines,
};
pub use congress_steps::{CongressForm, CongressSteps, CongressStepsInput, congress_steps};
pub use disbanding::{
    CommitteeVote, CommitteeVoteOutcome, Disbanding, DisbandingInput, disbanding,
};
pub use extraordinary::{
    CommitteeBallot, ExtraordinaryCongress, ExtraordinaryCongressInput, ExtraordinaryNeed,
    SubordinateRequests, extraordinary_congress,
};
pub use form::{OrganizationForm, OrganizationFormInput, Setting, organization_form};
pub use mandate::{MandateEnd, MandateEndInput, mandate_end};
pub use placement::{Placement, PlacementInput, placement};
pub(crate) use placement::{at_least_one, end_of_tier, kind_for_size, stated};
pub use powers::{
    AskedPower, DelegatedPowers, DelegatedPowersInput, PowersSuperior, delegated_powers,
};
pub use reappointment::{Reappointment, ReappointmentInput, reappointment};
pub use signing::{SigningAfterElection, SigningAfterElectionInput, signing_after_election};
pub use term::{Term, TermInput, term};
