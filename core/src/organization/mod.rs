//! Organizations: what they were and became, which form fits a size, which kind stands under
//! which, how large committees are.

mod committee;
mod form;
pub mod lineage;
mod placement;
pub mod structure;

pub use committee::{
    AppointingTier, CellCommittee, CellCommitteeInput, ExtraAppointees, ExtraAppointeesInput,
    StandingCommittee, StandingCommitteeInput, cell_committee, extra_appointees_most,
    standing_committee_most,
};
pub use form::{OrganizationForm, OrganizationFormInput, Setting, organization_form};
pub use placement::{Placement, PlacementInput, placement};
pub(crate) use placement::{end_of_tier, stated};
