//! Who may see what: how far belonging and posts let a person see into the meetings and the yearly
//! ratings of an organization; and which small counts a published table leaves out.
//!
//! No source gives a whole matrix. What the sources do say (catalogue, section 10) is taken as
//! the most that is shown; a host may always show less:
//!
//! | who asks | sees of meetings | sees of yearly ratings |
//! |---|---|---|
//! | member of the body | its calendar, papers, drafts and resolutions; of the roll, the own line | the own one |
//! | committee of the cell | everything about the cell's meetings | everyone in the cell |
//! | standing committee of the organization that has the cells | calendar and attendance of every cell | every cell and everyone in it |
//! | whoever steers an organization above | sums of grassroots organizations | grassroots organizations and those above them; of their cells and members counts without small ones |
//! | anyone else | nothing | nothing |

mod suppression;

use serde::Serialize;

pub use suppression::{
    CountedRow, PublishedRow, SuppressedTable, SuppressedTableInput, suppressed_table,
};

/// How far someone sees into the meetings and the yearly ratings of an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Sight {
    /// Nothing.
    Nothing,
    /// As a member of the body: calendar, papers, resolutions, and what concerns oneself.
    Member,
    /// As one who steers an organization above: sums of grassroots organizations.
    Sums,
    /// As one who steers the organization that has the cells: calendar and attendance of each, and
    /// everyone's yearly level.
    Cells,
    /// As one of the cell's committee, or the host itself: everything.
    Everything,
}

/// What connects someone with an organization on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Connection {
    /// Belongs to it or to one below it.
    pub(crate) belongs: bool,
    /// Sits on the committee of the cell that it is.
    pub(crate) leads_cell: bool,
    /// Steers its grassroots organization, or one that has cells directly below.
    pub(crate) steers_cells: bool,
    /// Steers an organization further up.
    pub(crate) steers_above: bool,
}

/// How far a connection lets someone see; the widest of what is open to them.
pub(crate) fn sight(connection: Connection) -> Sight {
    if connection.leads_cell {
        Sight::Everything
    } else if connection.steers_cells {
        Sight::Cells
    } else if connection.steers_above {
        Sight::Sums
    } else if connection.belongs {
        Sight::Member
    } else {
        Sight::Nothing
    }
}
