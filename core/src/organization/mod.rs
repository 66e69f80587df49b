//! Organizations: what they were and became, which form fits a size, which kind stands under which,
//! how large committees are, how long terms last, what powers a size allows, and how organizations
//! end.

mod closure;
mod committee;
mod committee_transfer;
mod congress;
mod disbanding;
mod form;
pub mod lineage;
mod placement;
mod powers;
mod reappointment;
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
pub use disbanding::{
    CommitteeVote, CommitteeVoteOutcome, Disbanding, DisbandingInput, disbanding,
};
pub use form::{OrganizationForm, OrganizationFormInput, Setting, organization_form};
pub use placement::{Placement, PlacementInput, placement};
pub(crate) use placement::{at_least_one, end_of_tier, kind_for_size, stated};
pub use powers::{
    AskedPower, DelegatedPowers, DelegatedPowersInput, PowersSuperior, delegated_powers,
};
pub use reappointment::{Reappointment, ReappointmentInput, reappointment};
pub use term::{Term, TermInput, term};
